/** execute_request: outputs, order, counters, silence, errors and aborts. */

import { type KernelFixture, pause, type RawClient, startKernel, streamText, types, waitFor } from './raw-client.ts';

let kernel: KernelFixture;
let client: RawClient;

beforeAll(async () => {
  kernel = await startKernel();
  client = await kernel.client();
});
afterAll(() => kernel.dispose());

test('a cell: busy, input, outputs, reply, idle', async () => {
  const { reply, outputs } = await client.execute('print one\neprint two\nprint three\nresult 4');
  expect(types(outputs)).toEqual(['busy', 'execute_input', 'stream', 'stream', 'stream', 'execute_result', 'idle']);
  expect(streamText(outputs)).toBe('one\nthree\n');
  expect(reply.content).toMatchObject({ status: 'ok', payload: [], user_expressions: {} });
  expect(Date.parse(reply.metadata.started)).toBeGreaterThan(0);
});

test('the parent header comes back byte for byte', async () => {
  const header = JSON.stringify(client.header('kernel_info_request')).replace('{', '{ "odd":  "sp\\u0061cing", ');
  const signed = [header, '{}', '{}', '{}'];
  await client.shell.send(['<IDS|MSG>', client.sign(signed), ...signed]);
  const { msg_id } = JSON.parse(header);
  const reply = await client.reply(msg_id);
  expect(reply.parentFrame.toString()).toBe(header);
  for (const output of await client.outputs(msg_id)) expect(output.parentFrame.toString()).toBe(header);
});

test('all messages of a kernel carry one session, other than the client’s', async () => {
  const { reply, outputs } = await client.execute('print x');
  const sessions = new Set([reply, ...outputs].map(({ header }) => header.session));
  expect(sessions.size).toBe(1);
  expect(sessions.has(client.session)).toBe(false);
});

test('topics name the stream, or the kernel and the type', async () => {
  const { outputs } = await client.execute('eprint x');
  const topics = outputs.map(({ topic }) => topic);
  expect(topics[0]).toMatch(/^kernel\.[-0-9a-f]+\.status$/);
  expect(topics).toContain('stream.stderr');
});

test('the counter is one for input, result and reply, and moves only with store_history', async () => {
  const count = async (content: object) => {
    const { reply, outputs } = await client.execute('result x', content);
    const shown = outputs.filter(output => 'execution_count' in output.content);
    return [reply, ...shown].map(message => message.content.execution_count);
  };
  const [first, input, result] = await count({});
  expect([input, result]).toEqual([first, first]);
  expect(await count({ store_history: false })).toEqual([first + 1, first + 1, first + 1]);
  expect(await count({ silent: true, store_history: true })).toEqual([first + 1]);
  expect(await count({})).toEqual([first + 1, first + 1, first + 1]);
});

test('an error is one output, and is in the reply', async () => {
  const { reply, outputs } = await client.execute('error oh no');
  expect(types(outputs)).toEqual(['busy', 'execute_input', 'error', 'idle']);
  expect(reply.content).toMatchObject({ status: 'error', ename: 'MockError', evalue: 'oh no', user_expressions: {} });
  expect(reply.content.traceback).toEqual(['MockError: oh no']);
});

test('after an error the execute requests already queued are aborted, and nothing else', async () => {
  const failing = client.send('shell', 'execute_request', { code: 'sleep 200\nerror x' });
  const second = client.send('shell', 'execute_request', { code: 'print no' });
  const info = client.send('shell', 'kernel_info_request');
  const third = client.send('shell', 'execute_request', { code: 'print no' });
  expect((await client.reply(failing)).content.status).toBe('error');
  for (const id of [second, third]) {
    const { content } = await client.reply(id);
    expect(content).toEqual({ status: 'aborted' });
    expect(types(await client.outputs(id))).toEqual(['busy', 'idle']);
  }
  expect((await client.reply(info)).content.status).toBe('ok');
  expect((await client.execute('print yes')).reply.content.status).toBe('ok');
});

test('a burst of requests queued behind an error is aborted', async () => {
  // The error waits until the whole burst has arrived, however busy the machine is.
  const ids = Array.from({ length: 20 }, (_, i) =>
    client.send('shell', 'execute_request', { code: i === 0 ? 'sleep 500\nerror x' : 'print no' }),
  );
  const statuses = [];
  for (const id of ids) statuses.push((await client.reply(id)).content.status);
  expect(statuses).toEqual(['error', ...Array(19).fill('aborted')]);
});

test('nothing is aborted with stop_on_error false, or after a silent error', async () => {
  for (const content of [{ stop_on_error: false }, { silent: true }]) {
    client.send('shell', 'execute_request', { code: 'sleep 50\nerror x', ...content });
    expect((await client.execute('print yes')).reply.content.status).toBe('ok');
  }
});

test('a malformed request gets an error reply', async () => {
  for (const content of [{}, { code: 1 }, { code: '', silent: 'no' }, { code: '', user_expressions: [] }]) {
    const { reply, outputs } = await client.request('execute_request', content);
    expect(reply.content).toMatchObject({ status: 'error', ename: 'BadRequest' });
    expect(types(outputs)).toEqual(['busy', 'idle']);
  }
});

test('an unknown request is busy and idle, without a reply', async () => {
  const id = client.send('shell', 'toString');
  expect(types(await client.outputs(id))).toEqual(['busy', 'idle']);
  expect(client.received.shell.some(({ parent_header }) => parent_header.msg_id === id)).toBe(false);
});

test('lone surrogates become U+FFFD; a written-out escape stays', async () => {
  const { outputs } = await client.execute('surrogate');
  expect(streamText(outputs)).toBe('a\ufffdb \\ud800\n');
});

test('output of a finished cell still has that cell as parent', async () => {
  const { id } = await client.execute('later hello');
  const late = await waitFor(() =>
    client.published.find(({ parent_header, content }) => parent_header.msg_id === id && content.text === 'hello\n'),
  );
  expect(late.header.msg_type).toBe('stream');
});

test('output of a running cell is shown while it runs', async () => {
  const id = client.send('shell', 'execute_request', { code: 'print early\nspin' });
  await waitFor(() =>
    client.published.some(({ parent_header, content }) => parent_header.msg_id === id && content.text === 'early\n'),
  );
  client.send('control', 'interrupt_request');
  expect((await client.reply(id)).content.ename).toBe('KeyboardInterrupt');
});

test('100,000 printed lines arrive, none lost, and idle is last', async () => {
  const id = client.send('shell', 'execute_request', { code: 'lines 100000' });
  const outputs = await client.outputs(id, 30000);
  const expected = Array.from({ length: 100000 }, (_, i) => `line ${i}\n`).join('');
  expect(streamText(outputs) === expected).toBe(true);
  expect(types(outputs).at(-1)).toBe('idle');
});

test('a slow subscriber loses nothing of 20,000 messages', async () => {
  const slow = await kernel.client();
  slow.iopub.close();
  const { Subscriber } = await import('zeromq');
  const subscriber = new Subscriber({ linger: 0, receiveHighWaterMark: 0 });
  subscriber.connect(client.address('iopub'));
  subscriber.subscribe('stream');
  await pause(200);
  const id = client.send('shell', 'execute_request', { code: 'messages 20000' });
  await client.outputs(id, 30000);
  let received = 0;
  let last = '';
  while (received < 20000) {
    if (received % 5000 === 0) await pause(50);
    const frames = await subscriber.receive();
    // The first message is the welcome, whose topic is the subscription.
    if (frames[0].toString() === 'stream') continue;
    last = JSON.parse(frames[6].toString()).text;
    received++;
  }
  subscriber.close();
  expect(last).toBe('19999\n');
});

test('output after the client has vanished does no harm', async () => {
  const gone = await kernel.client();
  gone.send('shell', 'execute_request', { code: 'sleep 100\nlines 2000\ninput ?', allow_stdin: true });
  await pause(30);
  gone.close();
  await pause(200);
  await client.request('interrupt_request', {}, 'control');
  expect((await client.execute('print on')).reply.content.status).toBe('ok');
});
