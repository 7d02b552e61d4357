/** Signatures, frames and identities: what the kernel must refuse, and what it must give back. */

import { Dealer, Router } from 'zeromq';
import { type KernelFixture, pause, RawClient, startKernel, types, waitFor } from './raw-client.ts';

let kernel: KernelFixture;
let client: RawClient;

beforeEach(async () => {
  kernel = await startKernel();
  client = await kernel.client();
});
afterEach(() => kernel.dispose());

/** Sends frames, then a good request; resolves to what was published for anything but the good one. */
async function sendBad(frames: (string | Buffer)[]): Promise<string[]> {
  const seen = client.published.length;
  await client.shell.send(frames);
  const { id } = await client.request('kernel_info_request');
  return types(client.published.slice(seen).filter(({ parent_header }) => parent_header.msg_id !== id));
}

test('wrong, missing and foreign signatures are dropped without a sound', async () => {
  const header = client.header('kernel_info_request');
  const [delimiter, signature, ...signed] = client.frames(header, {}) as string[];
  expect(await sendBad([delimiter, `${'0'.repeat(63)}1`, ...signed])).toEqual([]);
  expect(await sendBad([delimiter, 'short', ...signed])).toEqual([]);
  expect(await sendBad([delimiter, '', ...signed])).toEqual([]);
  expect(await sendBad([delimiter, client.sign(signed, 'another key'), ...signed])).toEqual([]);
  expect(await sendBad([delimiter, signature.toUpperCase(), ...signed])).toEqual([]);
  // Refused signatures were not remembered: the true one is still good.
  await client.shell.send([delimiter, signature, ...signed]);
  expect((await client.reply(header.msg_id)).content.status).toBe('ok');
});

test('a replayed message is dropped, on every channel', async () => {
  const header = client.header('kernel_info_request');
  const frames = client.frames(header, {});
  await client.shell.send(frames);
  await client.outputs(header.msg_id);
  expect(await sendBad(frames)).toEqual([]);
  await client.control.send(frames);
  await pause(100);
  expect(client.received.control).toEqual([]);
});

test('a changed frame is dropped', async () => {
  const frames = client.frames(client.header('execute_request'), { code: 'print safe' });
  const changed = frames.map(frame => (String(frame).includes('safe') ? String(frame).replace('safe', 'evil') : frame));
  expect(await sendBad(changed)).toEqual([]);
});

test('malformed messages are dropped and the kernel goes on', async () => {
  const header = JSON.stringify(client.header('kernel_info_request'));
  const signed = (...frames: string[]) => ['<IDS|MSG>', client.sign(frames), ...frames];
  expect(await sendBad(['hello'])).toEqual([]);
  expect(await sendBad([''])).toEqual([]);
  expect(await sendBad(['<IDS|MSG>'])).toEqual([]);
  expect(await sendBad(signed(header, '{}', '{}'))).toEqual([]);
  expect(await sendBad(signed('not json', '{}', '{}', '{}'))).toEqual([]);
  expect(await sendBad(signed('[]', '{}', '{}', '{}'))).toEqual([]);
  expect(await sendBad(signed('{}', '{}', '{}', '{}'))).toEqual([]);
  expect(await sendBad(signed(header, '{}', '{}', '"text"'))).toEqual([]);
  expect(await sendBad(signed(header, 'null', '{}', '{}'))).toEqual([]);
  expect(await sendBad([Buffer.from([0xff, 0xfe]), '<IDS|MSG>', Buffer.from([0xff])])).toEqual([]);
});

test('several identities come back, all of them and in order', async () => {
  const dealer = new Dealer({ linger: 0, routingId: 'outer' });
  dealer.connect(client.address('shell'));
  const header = client.header('kernel_info_request');
  await dealer.send(['proxy', Buffer.from([0, 1, 2]), ...client.frames(header, {})]);
  const frames = await dealer.receive();
  dealer.close();
  expect(frames[0].toString()).toBe('proxy');
  expect([...frames[1]]).toEqual([0, 1, 2]);
  expect(frames[2].toString()).toBe('<IDS|MSG>');
});

test('a client that reconnects under its identity gets its replies', async () => {
  const connect = () => {
    const dealer = new Dealer({ linger: 0, routingId: 'same' });
    dealer.connect(client.address('shell'));
    return dealer;
  };
  const first = connect();
  await first.send(client.frames(client.header('kernel_info_request'), {}));
  await first.receive();
  const second = connect();
  await second.send(client.frames(client.header('kernel_info_request'), {}));
  const frames = await second.receive();
  expect(frames.length).toBe(6);
  first.close();
  second.close();
});

test('buffers pass through, unsigned', async () => {
  const comm_id = 'c1';
  client.send('shell', 'comm_open', { comm_id, target_name: 'mock', data: {} });
  const header = client.header('comm_msg');
  const buffers = [Buffer.from([1, 2, 3]), Buffer.alloc(0), Buffer.alloc(100000, 7)];
  await client.shell.send(client.frames(header, { comm_id, data: { x: 1 } }, { buffers }));
  const outputs = await client.outputs(header.msg_id);
  const echoed = outputs.find(output => output.header.msg_type === 'comm_msg')!;
  expect(echoed.content).toEqual({ comm_id, data: { x: 1 } });
  expect(echoed.buffers.map(buffer => buffer.length)).toEqual([3, 0, 100000]);
});

test('other hashes: md5, sha512', async () => {
  for (const hash of ['md5', 'sha512']) {
    const other = await startKernel({ signature_scheme: `hmac-${hash}` });
    const reply = await (await other.client()).request('kernel_info_request');
    expect(reply.reply.content.status).toBe('ok');
    await other.dispose();
  }
});

test('an empty key: no signatures, no checks', async () => {
  const open = await startKernel({ key: '' });
  const openClient = await open.client();
  const { outputs } = await openClient.execute('print x');
  expect(types(outputs)).toEqual(['busy', 'execute_input', 'stream', 'idle']);
  await open.dispose();
});

test('the heartbeat echoes every multipart, also while the interpreter is deaf', async () => {
  client.send('shell', 'execute_request', { code: 'deaf' });
  const heart = new Dealer({ linger: 0 });
  heart.connect(client.address('hb'));
  for (const beat of [['ping'], ['', 'ping'], ['a', 'b', 'c']]) {
    await heart.send(beat);
    expect((await heart.receive()).map(String)).toEqual(beat);
  }
  heart.close();
});

test('ipc: sockets are <ip>-<port>', async () => {
  const ip = `${kernel.file}-ipc`;
  const local = await startKernel({ transport: 'ipc', ip });
  const localClient = await local.client();
  expect(localClient.address('shell')).toMatch(/^ipc:.*-\d+$/);
  expect((await localClient.execute('print x')).reply.content.status).toBe('ok');
  await local.dispose();
});

test('curve: an encrypted client is served, a plain one is not heard', async () => {
  const { curveKeyPair } = await import('zeromq');
  const server = curveKeyPair();
  const encrypted = await startKernel({ curve_publickey: server.publicKey, curve_secretkey: server.secretKey });
  const own = curveKeyPair();
  const good = new RawClient(encrypted.connection, {
    curveServerKey: server.publicKey,
    curvePublicKey: own.publicKey,
    curveSecretKey: own.secretKey,
  });
  await good.connect();
  expect((await good.execute('print x')).reply.content.status).toBe('ok');
  const plain = new Dealer({ linger: 0, receiveTimeout: 500 });
  plain.connect(good.address('shell'));
  await plain.send(good.frames(good.header('kernel_info_request'), {}));
  await expect(plain.receive()).rejects.toThrow();
  plain.close();
  good.close();
  await encrypted.dispose();
});

test('every subscription is welcomed, also a second identical one', async () => {
  const { Subscriber } = await import('zeromq');
  for (const topic of ['', '', 'stream']) {
    const subscriber = new Subscriber({ linger: 0, receiveTimeout: 1000 });
    subscriber.connect(client.address('iopub'));
    subscriber.subscribe(topic);
    const frames = (await subscriber.receive()).map(String);
    expect(frames[0]).toBe(topic === '' ? '<IDS|MSG>' : topic);
    const [header, parent, , content] = frames.slice(frames.indexOf('<IDS|MSG>') + 2);
    expect(JSON.parse(header).msg_type).toBe('iopub_welcome');
    expect(parent).toBe('{}');
    expect(JSON.parse(content)).toEqual({ subscription: topic });
    subscriber.close();
  }
});

test('a registration file (JEP 66): ports are sent to the client and acknowledged', async () => {
  const { spawn } = await import('node:child_process');
  const { writeFileSync } = await import('node:fs');
  const { MOCK_WORKER, VIVARIUM } = await import('./raw-client.ts');
  const registrar = new Router({ linger: 0, receiveTimeout: 10000 });
  await registrar.bind('tcp://127.0.0.1:*');
  const registration_port = Number(registrar.lastEndpoint!.split(':').at(-1));
  const { key, signature_scheme } = client['connection'];
  const file = `${kernel.file}.registration.json`;
  writeFileSync(
    file,
    JSON.stringify({
      transport: 'tcp',
      ip: '127.0.0.1',
      registration_ip: '127.0.0.1',
      registration_port,
      key,
      signature_scheme,
      kernel_id: 'k1',
    }),
  );
  const child = spawn(process.execPath, [VIVARIUM, 'kernel', '-f', file], {
    env: { ...process.env, VIVARIUM_WORKER: MOCK_WORKER, VIVARIUM_HISTORY: 'off' },
  });
  const [identity, delimiter, signature, body] = await registrar.receive();
  expect(delimiter.toString()).toBe('<IDS|MSG>');
  expect(signature.toString()).toBe(client.sign([body]));
  const content = JSON.parse(body.toString());
  expect(content.kernel_id).toBe('k1');
  await registrar.send([identity, '<IDS|MSG>', client.sign(['ACK']), 'ACK']);
  const registered = new RawClient({ transport: 'tcp', ip: '127.0.0.1', key, signature_scheme, ...content });
  await registered.connect();
  expect((await registered.execute('print x')).reply.content.status).toBe('ok');
  registered.close();
  registrar.close();
  child.kill('SIGKILL');
  await waitFor(() => child.exitCode !== null || child.signalCode !== null);
});
