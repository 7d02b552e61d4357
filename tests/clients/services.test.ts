/** @jupyterlab/services, the library under JupyterLab, against a real Jupyter server. */

import { type Kernel, KernelManager, type KernelMessage, ServerConnection } from '@jupyterlab/services';
import { JupyterHome, KERNEL } from './jupyter.ts';

const home = new JupyterHome();
let manager: KernelManager;
let kernel: Kernel.IKernelConnection;

beforeAll(async () => {
  // The library tells the console of every connection and restart.
  for (const method of ['debug', 'warn'] as const) jest.spyOn(console, method).mockImplementation();
  await home.install();
  const { url, token } = await home.serve(home.copyExamples(), 'server');
  const serverSettings = ServerConnection.makeSettings({
    baseUrl: url,
    wsUrl: url.replace('http', 'ws'),
    token,
    appendToken: true,
  });
  manager = new KernelManager({ serverSettings });
  await manager.ready;
  kernel = await manager.startNew({ name: KERNEL });
}, 120000);

afterAll(async () => {
  await kernel?.shutdown();
  kernel?.dispose();
  manager?.dispose();
  await home.dispose();
});

/** Runs a cell; the outputs as `[type, content]`, without status messages. */
async function execute(code: string, options: { onInput?: (prompt: string) => string } = {}) {
  const outputs: [string, any][] = [];
  const future = kernel.requestExecute({ code, allow_stdin: options.onInput !== undefined });
  future.onIOPub = ({ header, content }) => {
    if (header.msg_type !== 'status') outputs.push([header.msg_type, content]);
  };
  future.onStdin = message => {
    if (message.header.msg_type !== 'input_request') return;
    const { prompt } = (message as KernelMessage.IInputRequestMsg).content;
    future.sendInputReply({ value: options.onInput!(prompt), status: 'ok' }, message.header as never);
  };
  const reply = await future.done;
  return { content: reply.content as any, outputs };
}

function printed(outputs: [string, any][]): string {
  return outputs.map(([type, content]) => (type === 'stream' ? content.text : '')).join('');
}

test('info', async () => {
  const info = (await kernel.info) as KernelMessage.IInfoReply;
  expect(info.implementation).toBe('vivarium');
  expect(info.language_info.name).toBe('python');
});

test('execute: streams, results, errors', async () => {
  const { content, outputs } = await execute('print("one")\n6 * 7');
  expect(content.status).toBe('ok');
  expect(outputs.map(([type]) => type)).toEqual(['execute_input', 'stream', 'execute_result']);
  expect(outputs[2][1].data['text/plain']).toBe('42');
  const failed = await execute('1 / 0');
  expect(failed.content).toMatchObject({ status: 'error', ename: 'ZeroDivisionError', evalue: 'division by zero' });
  expect(failed.outputs.map(([type]) => type)).toEqual(['execute_input', 'error']);
});

test('complete', async () => {
  const { content } = await kernel.requestComplete({ code: 'isinst', cursor_pos: 6 });
  expect(content).toMatchObject({ status: 'ok', matches: ['isinstance'], cursor_start: 0, cursor_end: 6 });
});

test('inspect', async () => {
  const { content } = await kernel.requestInspect({ code: 'len', cursor_pos: 3, detail_level: 0 });
  expect(content).toMatchObject({ status: 'ok', found: true });
  expect((content as any).data['text/plain']).toContain('len');
});

test('input', async () => {
  const prompts: string[] = [];
  const { outputs } = await execute('name = input("who? ")\nprint("hello", name)', {
    onInput: prompt => {
      prompts.push(prompt);
      return 'Ünal 😀';
    },
  });
  expect(prompts).toEqual(['who? ']);
  expect(printed(outputs)).toBe('hello Ünal 😀\n');
});

test('interrupt: a loop, a sleep, an input', async () => {
  for (const code of ['while True: pass', 'import time; time.sleep(60)']) {
    const running = execute(`print("go")\n${code}`);
    await new Promise(done => setTimeout(done, 500));
    await kernel.interrupt();
    expect((await running).content).toMatchObject({ status: 'error', ename: 'KeyboardInterrupt' });
  }
});

test('restart: a new session, an empty namespace, the first number', async () => {
  await execute('kept = 1');
  await kernel.restart();
  await kernel.info;
  const { content } = await execute('kept');
  expect(content).toMatchObject({ status: 'error', ename: 'NameError', execution_count: 1 });
});
