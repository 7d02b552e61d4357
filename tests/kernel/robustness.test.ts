/** Bad surroundings: nobody reads the log, huge outputs, many clients at once. */

import { type KernelFixture, type RawClient, startKernel, streamText, types } from './raw-client.ts';

let kernel: KernelFixture;
let client: RawClient;

async function start(env: Record<string, string> = {}): Promise<void> {
  kernel = await startKernel({}, env);
  client = await kernel.client();
}
afterEach(() => kernel.dispose());

test('an unread pipe for the log blocks nothing, not even the exit', async () => {
  await start({ VIVARIUM_LOG: 'debug' });
  kernel.process.stderr!.removeAllListeners('data').pause();
  const [delimiter, , ...signed] = client.frames(client.header('kernel_info_request'), {});
  for (let i = 0; i < 5000; i++) await client.shell.send([delimiter, 'unsigned', ...signed]);
  expect((await client.execute('print x')).reply.content.status).toBe('ok');
  await client.request('shutdown_request', { restart: false }, 'control');
  expect(await kernel.exited).toBe(0);
});

test('50 MB of output arrive', async () => {
  await start();
  const id = client.send('shell', 'execute_request', { code: 'bulk 50000000' });
  const outputs = await client.outputs(id, 30000);
  expect(streamText(outputs).length).toBe(50000000);
  expect(types(outputs).at(-1)).toBe('idle');
});

test('twenty clients at once: everyone gets their own replies', async () => {
  await start();
  const clients = await Promise.all(Array.from({ length: 20 }, () => kernel.client()));
  const results = await Promise.all(clients.map((one, index) => one.execute(`print ${index}`)));
  expect(results.map(({ outputs }) => streamText(outputs))).toEqual(clients.map((_, index) => `${index}\n`));
});

test('a request id that is used twice at a time is served twice', async () => {
  await start();
  const header = client.header('execute_request');
  await client.shell.send(client.frames(header, { code: 'sleep 100' }));
  await client.control.send(client.frames(header, { code: 'print second' }));
  await client.reply(header.msg_id);
  const second = await client.reply(header.msg_id, 'control');
  expect(second.content.status).toBe('ok');
});
