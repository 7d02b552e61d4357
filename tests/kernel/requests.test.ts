/** The smaller requests: completion, inspection, completeness, comms, connection. */

import { type KernelFixture, type RawClient, startKernel, types } from './raw-client.ts';

let kernel: KernelFixture;
let client: RawClient;

beforeAll(async () => {
  kernel = await startKernel();
  client = await kernel.client();
});
afterAll(() => kernel.dispose());

test('cursors count code points', async () => {
  const code = '😀𝒞 slee 😀';
  const { reply } = await client.request('complete_request', { code, cursor_pos: 7 });
  expect(reply.content).toMatchObject({ status: 'ok', matches: ['sleep'], cursor_start: 3, cursor_end: 7 });
});

test('a missing cursor is the end of the code, in code points; one outside is moved inside', async () => {
  const ends = async (content: object) => {
    const { reply } = await client.request('complete_request', { code: '😀 sleep', ...content });
    return [reply.content.cursor_start, reply.content.cursor_end];
  };
  expect(await ends({})).toEqual([2, 7]);
  expect(await ends({ cursor_pos: 99 })).toEqual([2, 7]);
  expect(await ends({ cursor_pos: -5 })).toEqual([0, 0]);
});

test('inspect: found and not found', async () => {
  const found = await client.request('inspect_request', { code: 'spin', cursor_pos: 2, detail_level: 1 });
  expect(found.reply.content).toMatchObject({ status: 'ok', found: true, data: { 'text/plain': expect.any(String) } });
  const missing = await client.request('inspect_request', { code: 'nothing', cursor_pos: 2 });
  expect(missing.reply.content).toEqual({ status: 'ok', found: false, data: {}, metadata: {} });
});

test('is_complete', async () => {
  expect((await client.request('is_complete_request', { code: 'print x' })).reply.content.status).toBe('complete');
  const incomplete = await client.request('is_complete_request', { code: 'print \\' });
  expect(incomplete.reply.content).toEqual({ status: 'incomplete', indent: '' });
});

test('comms: open, info, filter, close; an unknown target is closed at once', async () => {
  const open = (comm_id: string, target_name: string) =>
    client.outputs(client.send('shell', 'comm_open', { comm_id, target_name, data: {} }));
  expect(types(await open('known', 'mock'))).toEqual(['busy', 'idle']);
  const refused = await open('unknown', 'nobody');
  expect(types(refused)).toEqual(['busy', 'comm_close', 'idle']);
  expect(refused[1].content.comm_id).toBe('unknown');
  const info = async (content: object) => (await client.request('comm_info_request', content)).reply.content;
  expect(await info({})).toEqual({ status: 'ok', comms: { known: { target_name: 'mock' } } });
  expect(await info({ target_name: 'other' })).toEqual({ status: 'ok', comms: {} });
  await client.outputs(client.send('shell', 'comm_close', { comm_id: 'known', data: {} }));
  await client.outputs(client.send('shell', 'comm_close', { comm_id: 'never opened', data: {} }));
  expect(await info({})).toEqual({ status: 'ok', comms: {} });
});

test('connect_request gives the ports; requests are also taken on control', async () => {
  const { reply } = await client.request('connect_request', {}, 'control');
  const { shell_port, iopub_port, stdin_port, control_port, hb_port } = kernel.connection;
  expect(reply.content).toEqual({ status: 'ok', shell_port, iopub_port, stdin_port, control_port, hb_port });
  expect((await client.request('execute_request', { code: 'print x' }, 'control')).reply.content.status).toBe('ok');
});

test('kernel_info has all that clients read', async () => {
  const { reply, outputs } = await client.request('kernel_info_request');
  expect(types(outputs)).toEqual(['busy', 'idle']);
  expect(reply.content).toMatchObject({
    status: 'ok',
    protocol_version: '5.5',
    implementation: 'vivarium',
    banner: expect.any(String),
    supported_features: [],
    debugger: false,
    language_info: {
      name: 'python',
      version: '3.12.1',
      mimetype: 'text/x-python',
      file_extension: '.py',
      pygments_lexer: 'ipython3',
      nbconvert_exporter: 'python',
    },
  });
});
