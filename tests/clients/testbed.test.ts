/**
 * The 27 checks of runtimed/kernel-testbed, in its four tiers, over the raw client and the real interpreter. Ends
 * with the same kind of scorecard.
 */

import { Dealer } from 'zeromq';
import {
  type KernelFixture,
  type RawClient,
  type RawMessage,
  startKernel,
  streamText,
  waitFor,
} from '../kernel/raw-client.ts';

let kernel: KernelFixture;
let client: RawClient;
const score: [tier: number, name: string, passed: boolean][] = [];

beforeAll(async () => {
  kernel = await startKernel({}, { VIVARIUM_WORKER: '' });
  client = await kernel.client();
});
afterAll(async () => {
  await kernel.dispose();
  const lines = score.map(([tier, name, passed]) => `  tier ${tier}  ${passed ? 'pass' : 'FAIL'}  ${name}`);
  const passed = score.filter(([, , ok]) => ok).length;
  process.stderr.write(`kernel-testbed scorecard: ${passed} of ${score.length}\n${lines.join('\n')}\n`);
});

function check(tier: number, name: string, body: () => Promise<void>): void {
  test(`tier ${tier}: ${name}`, async () => {
    const entry: [number, string, boolean] = [tier, name, false];
    score.push(entry);
    await body();
    entry[2] = true;
  });
}

function ofType(messages: RawMessage[], type: string): RawMessage[] {
  return messages.filter(({ header }) => header.msg_type === type);
}

check(1, 'heartbeat responds', async () => {
  const heart = new Dealer({ linger: 0, receiveTimeout: 1000 });
  heart.connect(client.address('hb'));
  await heart.send(['', 'ping']);
  expect((await heart.receive()).map(String)).toEqual(['', 'ping']);
  heart.close();
});

check(1, 'iopub_welcome is the first message', async () => {
  const fresh = await kernel.client();
  expect(fresh.published[0].header.msg_type).toBe('iopub_welcome');
});

check(1, 'kernel_info reply is valid', async () => {
  const { reply } = await client.request('kernel_info_request');
  expect(reply.header.msg_type).toBe('kernel_info_reply');
  expect(reply.content.status).toBe('ok');
});

check(1, 'kernel_info has protocol version and implementation', async () => {
  const { content } = (await client.request('kernel_info_request')).reply;
  expect(content.protocol_version).toMatch(/^5\.\d+$/);
  expect(content.implementation).not.toBe('');
  expect(content.banner).not.toBe('');
});

check(1, 'kernel_info has language_info', async () => {
  const { language_info } = (await client.request('kernel_info_request')).reply.content;
  for (const field of ['name', 'version', 'mimetype', 'file_extension']) expect(language_info[field]).toBeTruthy();
});

check(1, 'stdout', async () => {
  const { outputs } = await client.execute("print('hello')");
  expect(streamText(outputs)).toBe('hello\n');
});

check(1, 'execute_reply is ok', async () => {
  expect((await client.execute('1')).reply.content.status).toBe('ok');
});

check(1, 'busy comes before idle', async () => {
  const { outputs } = await client.execute('1');
  const states = ofType(outputs, 'status').map(({ content }) => content.execution_state);
  expect(states).toEqual(['busy', 'idle']);
});

check(1, 'execute_input is published', async () => {
  const { outputs } = await client.execute('1 + 1');
  expect(ofType(outputs, 'execute_input')[0].content.code).toBe('1 + 1');
});

check(1, 'shutdown_reply is ok', async () => {
  const other = await startKernel({}, { VIVARIUM_WORKER: '' });
  const { reply } = await (await other.client()).request('shutdown_request', { restart: false }, 'control');
  expect(reply.content).toEqual({ status: 'ok', restart: false });
  expect(await other.exited).toBe(0);
  await other.dispose();
});

check(2, 'stderr', async () => {
  const { outputs } = await client.execute("import sys; print('oops', file=sys.stderr)");
  expect(streamText(outputs, 'stderr')).toBe('oops\n');
});

check(2, 'complete', async () => {
  const { content } = (await client.request('complete_request', { code: 'pri', cursor_pos: 3 })).reply;
  expect(content.matches).toContain('print');
});

check(2, 'inspect', async () => {
  const { content } = (await client.request('inspect_request', { code: 'print', cursor_pos: 5, detail_level: 0 }))
    .reply;
  expect(content).toMatchObject({ status: 'ok', found: true });
});

check(2, 'is_complete: complete', async () => {
  expect((await client.request('is_complete_request', { code: 'x = 1' })).reply.content.status).toBe('complete');
});

check(2, 'is_complete: incomplete', async () => {
  const { content } = (await client.request('is_complete_request', { code: 'def f():' })).reply;
  expect(content).toEqual({ status: 'incomplete', indent: '    ' });
});

check(2, 'history', async () => {
  const request = { hist_access_type: 'tail', n: 10, output: false, raw: true };
  const { content } = (await client.request('history_request', request)).reply;
  expect(content.status).toBe('ok');
  expect(content.history.length).toBeGreaterThan(0);
});

check(2, 'comm_info', async () => {
  const { content } = (await client.request('comm_info_request', {})).reply;
  expect(content).toEqual({ status: 'ok', comms: {} });
});

check(2, 'a syntax error is reported', async () => {
  const { reply, outputs } = await client.execute('def broken(');
  expect(reply.content).toMatchObject({ status: 'error', ename: 'SyntaxError' });
  expect(ofType(outputs, 'error').length).toBe(1);
});

check(2, 'the counter goes up', async () => {
  const first = (await client.execute('1')).reply.content.execution_count;
  expect((await client.execute('1')).reply.content.execution_count).toBe(first + 1);
});

check(3, 'display_data', async () => {
  const { outputs } = await client.execute("from IPython.display import display, HTML; display(HTML('<b>x</b>'))");
  expect(ofType(outputs, 'display_data')[0].content.data['text/html']).toBe('<b>x</b>');
});

check(3, 'update_display_data', async () => {
  const { outputs } = await client.execute(
    "from IPython.display import display\nh = display('one', display_id='d1')\nupdate = display('two', display_id='d1', update=True)",
  );
  const [update] = ofType(outputs, 'update_display_data');
  expect(update.content).toMatchObject({ data: { 'text/plain': "'two'" }, transient: { display_id: 'd1' } });
});

check(3, 'execute_result', async () => {
  const { outputs } = await client.execute('6 * 7');
  expect(ofType(outputs, 'execute_result')[0].content.data['text/plain']).toBe('42');
});

check(3, 'rich execute_result', async () => {
  const { outputs } = await client.execute("class R:\n    def _repr_html_(self): return '<i>r</i>'\nR()");
  const { data } = ofType(outputs, 'execute_result')[0].content;
  expect(data['text/html']).toBe('<i>r</i>');
  expect(data['text/plain']).toBeTruthy();
});

check(3, 'stdin round trip', async () => {
  const id = client.send('shell', 'execute_request', { code: "print(input('name? '))", allow_stdin: true });
  const [question] = await waitFor(() => client.received.stdin.length > 0 && client.received.stdin);
  expect(question.content).toEqual({ prompt: 'name? ', password: false });
  client.send('stdin', 'input_reply', { value: 'Guido' });
  expect(streamText(await client.outputs(id))).toBe('Guido\n');
});

check(3, 'comm lifecycle: an unknown target is closed', async () => {
  const content = { comm_id: 'c1', target_name: 'nobody', data: {} };
  const outputs = await client.outputs(client.send('shell', 'comm_open', content));
  expect(ofType(outputs, 'comm_close')[0].content.comm_id).toBe('c1');
});

check(4, 'interrupt_reply is ok, and the loop ends', async () => {
  const id = client.send('shell', 'execute_request', { code: 'while True: pass' });
  await waitFor(() => client.published.some(({ content }) => content.code === 'while True: pass'));
  const { reply } = await client.request('interrupt_request', {}, 'control');
  expect(reply.content.status).toBe('ok');
  expect((await client.reply(id)).content).toMatchObject({ status: 'error', ename: 'KeyboardInterrupt' });
});

check(4, 'every iopub message has a parent', async () => {
  const { outputs, id } = await client.execute("print('x'); 1");
  const parentless = client.published.filter(
    ({ parent_header, header }) => parent_header.msg_id === undefined && header.msg_type !== 'iopub_welcome',
  );
  expect(parentless).toEqual([]);
  expect(outputs.every(({ parent_header }) => parent_header.msg_id === id)).toBe(true);
});
