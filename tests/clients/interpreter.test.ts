/** The kernel with the real interpreter: what its own mock cannot show. */

import { type KernelFixture, type RawClient, startKernel, streamText, types, waitFor } from '../kernel/raw-client.ts';

let kernel: KernelFixture;
let client: RawClient;

beforeEach(async () => {
  kernel = await startKernel({}, { VIVARIUM_WORKER: '', VIVARIUM_HEAP_MB: '300' });
  client = await kernel.client();
});
afterEach(() => kernel.dispose());

function started(code: string): Promise<boolean> {
  return waitFor(() => client.published.some(({ content }) => content.code === code));
}

describe('interrupt', () => {
  test.each([
    'while True: pass',
    'import time; time.sleep(60)',
    'def f():\n    while 1: g()\ndef g(): pass\nf()',
    'sum(x for x in iter(int, 1))',
    'for _ in iter(int, 1):\n    try: pass\n    finally: pass',
    "input('? ')",
    'sorted(range(10**6), key=lambda x: [x for _ in range(100)])',
    'list(range(10**9))',
  ])('%s', async code => {
    const id = client.send('shell', 'execute_request', { code, allow_stdin: true });
    await started(code);
    await new Promise(done => setTimeout(done, 300));
    const asked = performance.now();
    client.send('control', 'interrupt_request');
    const { content } = await client.reply(id);
    expect(content.ename).toMatch(/KeyboardInterrupt|MemoryError/);
    expect(performance.now() - asked).toBeLessThan(2000);
    expect((await client.execute('1 + 1')).reply.content.status).toBe('ok');
  });
});

test('shutdown ends a cell that swallows everything, and runs atexit', async () => {
  await client.execute("import atexit; atexit.register(print, 'bye')");
  const code = 'while True:\n    try:\n        while True: pass\n    except BaseException: pass';
  client.send('shell', 'execute_request', { code });
  await started(code);
  await client.request('shutdown_request', { restart: false }, 'control');
  expect(streamText(client.published)).toContain('bye\n');
  expect(await kernel.exited).toBe(0);
});

test('100,000 printed lines arrive, none lost, and idle is last', async () => {
  const id = client.send('shell', 'execute_request', { code: "for i in range(100000): print('line', i)" });
  const outputs = await client.outputs(id, 30000);
  const expected = Array.from({ length: 100000 }, (_, i) => `line ${i}\n`).join('');
  expect(streamText(outputs) === expected).toBe(true);
  expect(types(outputs).at(-1)).toBe('idle');
});

test('output of a running cell is shown while it runs', async () => {
  const code = "print('early', end='')\nwhile True: pass";
  const id = client.send('shell', 'execute_request', { code });
  await waitFor(() => streamText(client.published) === 'early');
  client.send('control', 'interrupt_request');
  await client.reply(id);
});

describe('bad input leaves the kernel and its state alone', () => {
  test.each([
    ['def broken(', 'SyntaxError'],
    ['def f(): return f()\nf()', 'RecursionError'],
    ['[0] * 10**10', 'MemoryError'],
    ["'x' * 10**12", 'MemoryError'],
    ['x = []\nwhile True: x.append([0] * 10**6)', 'MemoryError'],
    ['x = []\nwhile True: x.append(object())', 'MemoryError'],
    ['undefined_name', 'NameError'],
    ['raise SystemExit', null],
  ])('%s', async (code, ename) => {
    await client.execute('kept = 41; x = None');
    const id = client.send('shell', 'execute_request', { code });
    const { content } = await client.reply(id, 'shell', 50000);
    if (ename) expect(content).toMatchObject({ status: 'error', ename });
    const { outputs } = await client.execute('kept + 1');
    expect(outputs.some(({ content: { data } }) => data?.['text/plain'] === '42')).toBe(true);
  });

  test('a list nested 100,000 deep is made, printed and dropped', async () => {
    const { reply } = await client.execute('x = []\nfor _ in range(100000): x = [x]');
    expect(reply.content.status).toBe('ok');
    await client.execute('print(x)');
    expect((await client.execute('del x')).reply.content.status).toBe('ok');
    expect((await client.execute('1 + 1')).reply.content.status).toBe('ok');
  });

  test('a 50 MB print', async () => {
    const id = client.send('shell', 'execute_request', { code: "print('x' * 50_000_000)" });
    const outputs = await client.outputs(id, 30000);
    expect(streamText(outputs).length).toBe(50_000_001);
    expect((await client.execute('1 + 1')).reply.content.status).toBe('ok');
  });

  test('an unknown magic', async () => {
    const { outputs } = await client.execute('%no_such_magic');
    expect(streamText(outputs, 'stderr')).toContain('`%no_such_magic` not found');
  });
});

test('silent cells show and count nothing', async () => {
  const { reply, outputs } = await client.execute('silent = 1\nsilent', { silent: true });
  expect(types(outputs)).toEqual(['busy', 'idle']);
  const next = await client.execute('silent');
  expect(next.reply.content.execution_count).toBe(reply.content.execution_count);
  expect(types(next.outputs)).toContain('execute_result');
});

test('user_expressions: values, errors, and none after an error', async () => {
  const user_expressions = { good: '6 * 7', bad: '1 / 0' };
  const { reply } = await client.execute('x = 1', { user_expressions });
  expect(reply.content.user_expressions).toMatchObject({
    good: { status: 'ok', data: { 'text/plain': '42' }, metadata: {} },
    bad: { status: 'error', ename: 'ZeroDivisionError', evalue: 'division by zero' },
  });
  const failed = await client.execute('raise ValueError', { user_expressions });
  expect(failed.reply.content.user_expressions).toEqual({});
});

test('getpass asks for a password; without allow_stdin, input fails at once', async () => {
  const code = "import getpass\nprint(len(getpass.getpass('key: ')))";
  const id = client.send('shell', 'execute_request', { code, allow_stdin: true });
  const [question] = await waitFor(() => client.received.stdin.length > 0 && client.received.stdin);
  expect(question.content).toEqual({ prompt: 'key: ', password: true });
  client.send('stdin', 'input_reply', { value: 'secret' });
  expect(streamText(await client.outputs(id))).toBe('6\n');
  expect((await client.execute('input()')).reply.content.ename).toBe('StdinNotImplementedError');
});

test('exit() shuts the kernel down after the reply', async () => {
  const { reply } = await client.execute('exit()');
  expect(reply.content.status).toBe('ok');
  expect(await kernel.exited).toBe(0);
  expect(types(client.published)).toContain('shutdown_reply');
});

test('__session__ names the notebook', async () => {
  const named = await startKernel({}, { VIVARIUM_WORKER: '', JPY_SESSION_NAME: '/a/b.ipynb' });
  const { outputs } = await (await named.client()).execute('print(__session__)');
  expect(streamText(outputs)).toBe('/a/b.ipynb\n');
  await named.dispose();
});
