/** Interrupts, input, shutdown, and an interpreter that dies. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import {
  type KernelFixture,
  MOCK_WORKER,
  pause,
  type RawClient,
  startKernel,
  streamText,
  temporaryFolder,
  types,
  VIVARIUM,
  waitFor,
} from './raw-client.ts';

let kernel: KernelFixture;
let client: RawClient;

beforeEach(async () => {
  kernel = await startKernel();
  client = await kernel.client();
});
afterEach(() => kernel.dispose());

describe('interrupt', () => {
  test.each(['spin', 'sleep 60000', 'input ?', 'getpass ?'])('%s ends with KeyboardInterrupt', async code => {
    const id = client.send('shell', 'execute_request', { code, allow_stdin: true });
    await waitFor(() => client.published.some(({ header }) => header.msg_type === 'execute_input'));
    await pause(50);
    const started = performance.now();
    const { reply } = await client.request('interrupt_request', {}, 'control');
    expect(reply.content).toEqual({ status: 'ok' });
    expect((await client.reply(id)).content.ename).toBe('KeyboardInterrupt');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test('SIGINT does the same', async () => {
    const id = client.send('shell', 'execute_request', { code: 'spin' });
    await waitFor(() => client.published.some(({ header }) => header.msg_type === 'execute_input'));
    kernel.process.kill('SIGINT');
    expect((await client.reply(id)).content.ename).toBe('KeyboardInterrupt');
  });

  test('is harmless when idle, and does not reach the next cell', async () => {
    await client.request('interrupt_request', {}, 'control');
    kernel.process.kill('SIGINT');
    await pause(50);
    expect((await client.execute('sleep 100')).reply.content.status).toBe('ok');
  });

  test('control answers while a cell runs: kernel_info and interrupt are not behind it', async () => {
    const id = client.send('shell', 'execute_request', { code: 'deaf' });
    await waitFor(() => client.published.some(({ header }) => header.msg_type === 'execute_input'));
    const { reply, outputs } = await client.request('kernel_info_request', {}, 'control');
    expect(reply.content.status).toBe('ok');
    expect(types(outputs)).toEqual(['busy', 'idle']);
    expect(client.received.shell.some(({ parent_header }) => parent_header.msg_id === id)).toBe(false);
  });
});

describe('input', () => {
  test('goes to the sender of the cell and comes back', async () => {
    const id = client.send('shell', 'execute_request', { code: 'print before\ninput name? ', allow_stdin: true });
    const [question] = await waitFor(() => client.received.stdin.length > 0 && client.received.stdin);
    expect(question.header.msg_type).toBe('input_request');
    expect(question.parent_header.msg_id).toBe(id);
    expect(question.content).toEqual({ prompt: 'name? ', password: false });
    expect(streamText(client.published)).toBe('before\n');
    client.send('stdin', 'input_reply', { value: 'Ünï 𝒞😀' });
    expect(streamText(await client.outputs(id))).toBe('before\n[Ünï 𝒞😀]\n');
  });

  test('getpass asks for a password', async () => {
    const id = client.send('shell', 'execute_request', { code: 'getpass secret', allow_stdin: true });
    const [question] = await waitFor(() => client.received.stdin.length > 0 && client.received.stdin);
    expect(question.content).toEqual({ prompt: 'secret', password: true });
    client.send('stdin', 'input_reply', { value: '' });
    expect(streamText(await client.outputs(id))).toBe('[]\n');
  });

  test('without allow_stdin it fails at once', async () => {
    const { reply } = await client.execute('input ?');
    expect(reply.content.ename).toBe('StdinNotImplementedError');
    expect(client.received.stdin).toEqual([]);
  });

  test('\\x04 is the end of the file', async () => {
    const id = client.send('shell', 'execute_request', { code: 'input ?', allow_stdin: true });
    await waitFor(() => client.received.stdin.length > 0);
    client.send('stdin', 'input_reply', { value: '\x04' });
    expect((await client.reply(id)).content.ename).toBe('EOFError');
  });

  test('stale answers are dropped', async () => {
    client.send('stdin', 'input_reply', { value: 'too early' });
    await pause(50);
    const id = client.send('shell', 'execute_request', { code: 'input ?', allow_stdin: true });
    await waitFor(() => client.received.stdin.length > 0);
    const stale = client.frames(client.header('input_reply'), { value: 'stale' }, { parent: { msg_id: 'another' } });
    await client.stdin.send(stale);
    const parent = client.received.stdin[0].header;
    await client.stdin.send(client.frames(client.header('input_reply'), { value: 'fresh' }, { parent }));
    expect(streamText(await client.outputs(id))).toBe('[fresh]\n');
  });

  test('an answer longer than the mailbox arrives whole', async () => {
    const id = client.send('shell', 'execute_request', { code: 'length ?', allow_stdin: true });
    await waitFor(() => client.received.stdin.length > 0);
    client.send('stdin', 'input_reply', { value: 'ä'.repeat(300000) });
    expect(streamText(await client.outputs(id))).toBe('300000\n');
  });
});

describe('shutdown', () => {
  test.each([false, true])('restart %s: atexit, reply, broadcast, idle, exit 0', async restart => {
    const started = performance.now();
    const { reply, outputs } = await client.request('shutdown_request', { restart }, 'control');
    expect(reply.content).toEqual({ status: 'ok', restart });
    expect(types(outputs)).toEqual(['busy', 'stream', 'shutdown_reply', 'idle']);
    expect(outputs[2].content).toEqual({ status: 'ok', restart });
    expect(streamText(outputs)).toBe('atexit ran\n');
    expect(await kernel.exited).toBe(0);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test.each(['spin', 'stubborn', 'deaf', 'input ?', 'sleep 60000'])('does not wait for %s', async code => {
    client.send('shell', 'execute_request', { code, allow_stdin: true });
    client.send('shell', 'execute_request', { code: 'print never' });
    await waitFor(() => client.published.some(({ header }) => header.msg_type === 'execute_input'));
    await client.request('shutdown_request', { restart: false }, 'control');
    expect(await kernel.exited).toBe(0);
    expect(streamText(client.published)).not.toContain('never');
  });

  test('on shell, by SIGTERM, by exit() in a cell, and with a status', async () => {
    await client.request('shutdown_request', { restart: false });
    expect(await kernel.exited).toBe(0);

    for (const [act, status] of [
      [(fixture: KernelFixture) => void fixture.process.kill('SIGTERM'), 0],
      [(_: KernelFixture, raw: RawClient) => void raw.send('shell', 'execute_request', { code: 'exit-keep\nexit' }), 0],
      [(_: KernelFixture, raw: RawClient) => void raw.send('shell', 'execute_request', { code: 'exit-late' }), 0],
      [(_: KernelFixture, raw: RawClient) => void raw.send('shell', 'execute_request', { code: 'quit 3' }), 3],
    ] as const) {
      const other = await startKernel();
      const raw = await other.client();
      act(other, raw);
      expect(await other.exited).toBe(status);
      expect(types(raw.published)).toContain('shutdown_reply');
      await other.dispose();
    }
  });

  test('when the parent process is gone', async () => {
    const folder = temporaryFolder();
    const file = join(folder.path, 'kernel.json');
    const ports = Object.fromEntries(['shell', 'iopub', 'stdin', 'control', 'hb'].map(name => [`${name}_port`, 0]));
    writeFileSync(file, JSON.stringify({ transport: 'tcp', ip: '127.0.0.1', key: 'k', ...ports }));
    // A parent that starts a kernel, says its pid and ends.
    const script = `
      const { spawn } = require('node:child_process');
      const kernel = spawn(process.execPath, [${JSON.stringify(VIVARIUM)}, 'kernel', '-f', ${JSON.stringify(file)}],
        { detached: true, stdio: 'ignore', env: { ...process.env, JPY_PARENT_PID: String(process.pid) } });
      console.log(kernel.pid);
      const ready = () => JSON.parse(require('node:fs').readFileSync(${JSON.stringify(file)})).shell_port !== 0;
      setInterval(() => ready() && process.exit(), 20);`;
    const { stdout } = spawnSync(process.execPath, ['-e', script], {
      encoding: 'utf8',
      env: { ...process.env, VIVARIUM_WORKER: MOCK_WORKER, VIVARIUM_HISTORY: 'off' },
    });
    const pid = Number(stdout);
    const state = () =>
      existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8').split(' ')[2] : 'Z';
    if (process.platform === 'linux') await waitFor(() => state() === 'Z', 5000);
    folder.dispose();
  });
});

describe('an interpreter that dies', () => {
  test.each([
    ['memory', 'MemoryError'],
    ['crash', 'SystemError'],
  ])('%s: an error in the cell, a new interpreter, the counter goes on', async (code, ename) => {
    const small = await startKernel({}, { VIVARIUM_HEAP_MB: '200' });
    const raw = await small.client();
    const { reply: first } = await raw.execute('print x');
    const id = raw.send('shell', 'execute_request', { code });
    const queued = raw.send('shell', 'execute_request', { code: 'print no' });
    const reply = await raw.reply(id);
    expect(reply.content).toMatchObject({ status: 'error', ename });
    expect(reply.content.execution_count).toBe(first.content.execution_count + 1);
    expect(types(await raw.outputs(id))).toEqual(['busy', 'execute_input', 'error', 'idle']);
    expect((await raw.reply(queued)).content.status).toBe('aborted');
    const { reply: next } = await raw.execute('print on');
    expect(next.content).toMatchObject({ status: 'ok', execution_count: first.content.execution_count + 2 });
    await small.dispose();
  });

  test('one that never comes up: the kernel still answers, requests fail', async () => {
    const broken = await startKernel({}, { VIVARIUM_WORKER: join(__dirname, 'no-such-worker.cjs') });
    const raw = await broken.client();
    expect((await raw.request('kernel_info_request')).reply.content.status).toBe('ok');
    expect((await raw.execute('print x')).reply.content).toMatchObject({ status: 'error', ename: 'SystemError' });
    await raw.request('shutdown_request', { restart: false }, 'control');
    expect(await broken.exited).toBe(0);
    await broken.dispose();
  });
});
