/** Starting: connection files good and bad, ports, the first messages. */

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Subscriber } from 'zeromq';
import { freePort, MOCK_WORKER, startKernel, temporaryFolder, VIVARIUM } from './raw-client.ts';

const folder = temporaryFolder();
afterAll(() => folder.dispose());

const GOOD = { transport: 'tcp', ip: '127.0.0.1', key: 'k', signature_scheme: 'hmac-sha256' };
const PORTS = { shell_port: 0, iopub_port: 0, stdin_port: 0, control_port: 0, hb_port: 0 };

/** Starts a kernel that must end at once. */
function startBad(content: string | object | null, ...args: string[]) {
  const file = join(folder.path, 'bad.json');
  if (content !== null) writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  const target = content === null ? join(folder.path, 'missing.json') : file;
  const { status, stderr, stdout } = spawnSync(process.execPath, [VIVARIUM, 'kernel', '-f', target, ...args], {
    encoding: 'utf8',
    env: { ...process.env, VIVARIUM_WORKER: MOCK_WORKER, VIVARIUM_HISTORY: 'off' },
    timeout: 20000,
  });
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^vivarium: [^\n]+\n$/);
  expect(status).toBe(2);
  return stderr;
}

test('a bad connection file: one clear line and status 2', () => {
  expect(startBad(null)).toContain('cannot read connection file');
  expect(startBad('{"transport": "tc')).toContain('is not JSON');
  expect(startBad('')).toContain('is not JSON');
  expect(startBad('[1]')).toContain('does not hold a JSON object');
  expect(startBad({ ...GOOD, ...PORTS, shell_port: undefined })).toContain('shell_port');
  expect(startBad({ ...GOOD, ...PORTS, hb_port: 'many' })).toContain('hb_port');
  expect(startBad({ ...GOOD, ...PORTS, hb_port: 70000 })).toContain('hb_port');
  expect(startBad({ ...GOOD, ...PORTS, transport: 'pigeon' })).toContain('pigeon');
  expect(startBad({ ...GOOD, ...PORTS, signature_scheme: 'rot13' })).toContain('rot13');
  expect(startBad({ ...GOOD, ...PORTS, key: 5 })).toContain('key');
  expect(startBad({ ...GOOD, ...PORTS, ip: '300.1.2.3' })).toContain('300.1.2.3');
});

test('a port that is taken, a bad session file', async () => {
  const kernel = await startKernel();
  expect(startBad({ ...GOOD, ...PORTS, shell_port: kernel.connection.shell_port })).toContain('shell');
  await kernel.dispose();
  const session = join(folder.path, 'session.json');
  writeFileSync(session, '{"cells": 3}');
  expect(startBad({ ...GOOD, ...PORTS }, '--session', session)).toContain('cells');
});

test('ports may be strings; those that are 0 are written back, other fields are kept', async () => {
  const kernel = await startKernel({ shell_port: '0', kernel_name: 'mine' });
  const written = JSON.parse(readFileSync(kernel.file, 'utf8'));
  expect(written.kernel_name).toBe('mine');
  expect(new Set(Object.keys(PORTS).map(port => written[port])).size).toBe(5);
  await kernel.dispose();
});

test('starting is published once, with an empty parent, to one who waits for it', async () => {
  const port = await freePort();
  const subscriber = new Subscriber({ linger: 0, receiveTimeout: 5000, reconnectInterval: 1 });
  subscriber.subscribe('');
  subscriber.connect(`tcp://127.0.0.1:${port}`);
  const kernel = await startKernel({ iopub_port: port });
  const client = await kernel.client();
  await client.request('kernel_info_request');
  const seen: string[] = [];
  while (!seen.includes('idle')) {
    const frames = (await subscriber.receive()).map(String);
    const [, , header, parent, , content] = frames.slice(frames.indexOf('<IDS|MSG>'));
    const { execution_state } = JSON.parse(content);
    seen.push(execution_state ?? JSON.parse(header).msg_type);
    if (execution_state === 'starting') expect(parent).toBe('{}');
  }
  subscriber.close();
  await kernel.dispose();
  // The subscription may come a moment after `starting`; it must never come twice.
  expect(seen.filter(state => state === 'starting').length).toBeLessThanOrEqual(1);
  expect(seen.slice(-2)).toEqual(['busy', 'idle']);
});

test('requests sent before the interpreter is up are served', async () => {
  const kernel = await startKernel();
  const client = await kernel.client();
  expect((await client.execute('print x')).reply.content.status).toBe('ok');
  await kernel.dispose();
});

test('the session file and the name of the notebook reach the interpreter', async () => {
  const session = join(folder.path, 'counter.json');
  writeFileSync(session, JSON.stringify({ execution_count: 14 }));
  const kernel = await startKernel({}, {}, ['--session', session]);
  const { reply } = await (await kernel.client()).execute('print x');
  expect(reply.content.execution_count).toBe(14);
  await kernel.dispose();
});
