/**
 * A stand-in for the interpreter that keeps the whole of src/host/contract.ts and knows no Python: the kernel's
 * own tests need none. A cell is a list of commands, one a line; see COMMANDS.
 */

import { parentPort, workerData } from 'node:worker_threads';
import {
  BREAK_FLUSH,
  BREAK_INTERRUPT,
  BREAK_STOP,
  BREAKER,
  type ExecuteContent,
  type FromWorker,
  type JsonObject,
  MAILBOX,
  MAILBOX_BYTES,
  MAILBOX_EMPTY,
  MAILBOX_EOF,
  MAILBOX_FULL_MORE,
  MAILBOX_INTERRUPTED,
  MAILBOX_LENGTH,
  OUTPUT_PENDING,
  type StartOptions,
  type ToWorker,
  WAIT,
} from '../../../src/host/contract.ts';

const start = workerData as StartOptions;
const port = parentPort!;
const words = new Int32Array(start.control, 0, MAILBOX_BYTES / 4);
const mailbox = new Uint8Array(start.control, MAILBOX_BYTES);

class MockError extends Error {
  readonly ename: string;
  constructor(ename: string, evalue: string) {
    super(evalue);
    this.ename = ename;
  }
}

let count = start.session?.execution_count ?? 1;
let current = '';
let allowStdin = false;
let silent = false;
let buffered = { name: 'stdout', text: '' };
const comms = new Map<string, string>();

function post(message: FromWorker): void {
  port.postMessage(message);
}

function iopub(msg_type: string, content: JsonObject, metadata?: JsonObject): void {
  flush();
  post({ type: 'iopub', id: current, msg_type, content, metadata });
}

function flush(): void {
  const { name, text } = buffered;
  buffered = { name, text: '' };
  Atomics.store(words, OUTPUT_PENDING, 0);
  if (text) post({ type: 'iopub', id: current, msg_type: 'stream', content: { name, text } });
}

function write(name: 'stdout' | 'stderr', text: string): void {
  if (start.mode === 'script') {
    post({ type: 'write', stream: name, data: new TextEncoder().encode(text) });
    return;
  }
  if (buffered.name !== name) flush();
  buffered = { name, text: buffered.text + text };
  Atomics.store(words, OUTPUT_PENDING, 1);
  if (buffered.text.length > 8192) flush();
}

/** What compiled code does at a back edge. */
function checkBreaker(ignoreInterrupt = false): void {
  const bits = Atomics.load(words, BREAKER);
  if (bits === 0) return;
  if (bits & BREAK_STOP) throw new MockError('SystemExit', 'stopped');
  if (bits & BREAK_FLUSH) {
    Atomics.and(words, BREAKER, ~BREAK_FLUSH);
    flush();
  }
  if (bits & BREAK_INTERRUPT && !ignoreInterrupt) {
    Atomics.and(words, BREAKER, ~BREAK_INTERRUPT);
    throw new MockError('KeyboardInterrupt', '');
  }
}

function sleep(milliseconds: number): void {
  flush();
  const end = performance.now() + milliseconds;
  for (let left = milliseconds; left > 0; left = end - performance.now()) {
    checkBreaker();
    const seen = Atomics.load(words, WAIT);
    if (Atomics.load(words, BREAKER) === 0) Atomics.wait(words, WAIT, seen, left);
  }
  checkBreaker();
}

function input(prompt: string, password: boolean): string {
  if (!allowStdin) throw new MockError('StdinNotImplementedError', 'the frontend does not support input requests');
  flush();
  Atomics.store(words, MAILBOX, MAILBOX_EMPTY);
  post({ type: 'input_request', id: current, prompt, password });
  const decoder = new TextDecoder();
  for (let text = ''; ;) {
    Atomics.wait(words, MAILBOX, MAILBOX_EMPTY);
    const state = Atomics.load(words, MAILBOX);
    if (state === MAILBOX_INTERRUPTED) checkBreaker();
    if (state === MAILBOX_EOF) throw new MockError('EOFError', 'EOF when reading a line');
    const more = state === MAILBOX_FULL_MORE;
    text += decoder.decode(mailbox.slice(0, words[MAILBOX_LENGTH]), { stream: more });
    Atomics.store(words, MAILBOX, MAILBOX_EMPTY);
    Atomics.notify(words, MAILBOX);
    if (!more) return text;
  }
}

/** Command -> what it does with the rest of its line. */
const COMMANDS: Record<string, (rest: string) => void> = {
  print: rest => write('stdout', `${rest}\n`),
  eprint: rest => write('stderr', `${rest}\n`),
  lines: rest => {
    for (let i = 0; i < Number(rest); i++) write('stdout', `line ${i}\n`);
  },
  bulk: rest => write('stdout', 'x'.repeat(Number(rest))),
  /** Every line as a message of its own. */
  messages: rest => {
    for (let i = 0; i < Number(rest); i++) iopub('stream', { name: 'stdout', text: `${i}\n` });
  },
  result: rest => {
    if (!silent) iopub('execute_result', { execution_count: count, data: { 'text/plain': rest }, metadata: {} });
  },
  display: rest => iopub('display_data', { data: { 'text/plain': rest }, metadata: {}, transient: {} }),
  surrogate: () => write('stdout', 'a\ud800b \\ud800\n'),
  clear: () => iopub('clear_output', { wait: false }),
  error: rest => {
    throw new MockError('MockError', rest);
  },
  input: rest => write('stdout', `[${input(rest, false)}]\n`),
  getpass: rest => write('stdout', `[${input(rest, true)}]\n`),
  length: rest => write('stdout', `${input(rest, false).length}\n`),
  sleep: rest => sleep(Number(rest)),
  spin: () => {
    for (;;) checkBreaker();
  },
  stubborn: () => {
    for (;;) checkBreaker(true);
  },
  deaf: () => {
    for (;;);
  },
  memory: () => {
    const hold: number[][] = [];
    for (;;) hold.push(new Array<number>(100000).fill(hold.length));
  },
  crash: () => {
    setTimeout(() => {
      throw new Error('an internal fault');
    });
    COMMANDS.halt('');
  },
  /** Lets no reply follow. */
  halt: () => {
    throw new Halt();
  },
  /** Writes after the cell is over, as a thread would. */
  later: rest => {
    const id = current;
    setTimeout(
      () => post({ type: 'iopub', id, msg_type: 'stream', content: { name: 'stdout', text: `${rest}\n` } }),
      200,
    );
  },
  exit: () => post({ type: 'ask_exit', keepkernel: false }),
  'exit-late': () => setTimeout(() => post({ type: 'ask_exit', keepkernel: false })),
  'exit-keep': () => post({ type: 'ask_exit', keepkernel: true }),
  argv: () => write('stdout', `${JSON.stringify(start.argv)} ${JSON.stringify(start.path)}\n`),
  quit: rest => post({ type: 'exit', status: Number(rest) }),
};

class Halt extends Error {}

function run(code: string): void {
  for (const line of code.split('\n')) {
    if (line === '') continue;
    const [, name, rest] = /^(\S+) ?(.*)$/s.exec(line)!;
    if (!Object.hasOwn(COMMANDS, name)) throw new MockError('MockError', `unknown command ${name}`);
    COMMANDS[name](rest);
    checkBreaker();
  }
}

function execute(content: ExecuteContent): JsonObject {
  allowStdin = content.allow_stdin;
  silent = content.silent;
  const execution_count = count;
  if (!silent) iopub('execute_input', { code: content.code, execution_count });
  try {
    run(content.code);
    flush();
    return { status: 'ok', execution_count, payload: [], user_expressions: {} };
  } catch (error) {
    if (!(error instanceof MockError)) throw error;
    const { ename, message: evalue } = error;
    iopub('error', { ename, evalue, traceback: [`${ename}: ${evalue}`] });
    return {
      status: 'error',
      execution_count,
      ename,
      evalue,
      traceback: [`${ename}: ${evalue}`],
      payload: [],
      user_expressions: {},
    };
  } finally {
    if (content.store_history) count++;
  }
}

/** Runs a program in script mode; returns its exit status. */
function runScript(source: string | Uint8Array): number {
  allowStdin = true;
  try {
    run(typeof source === 'string' ? source : new TextDecoder().decode(source));
    return 0;
  } catch (error) {
    if (!(error instanceof MockError)) throw error;
    write('stderr', `${error.ename}: ${error.message}\n`);
    return error.ename === 'KeyboardInterrupt' ? 130 : 1;
  }
}

function reply(message: ToWorker): JsonObject {
  switch (message.type) {
    case 'execute_request':
      return execute(message.content);
    case 'complete_request': {
      const { code, cursor_pos } = message.content;
      const before = [...code].slice(0, cursor_pos).join('');
      const word = /\w*$/.exec(before)![0];
      const matches = Object.keys(COMMANDS).filter(name => name.startsWith(word));
      return { status: 'ok', matches, cursor_start: cursor_pos - word.length, cursor_end: cursor_pos, metadata: {} };
    }
    case 'inspect_request': {
      const found = Object.hasOwn(COMMANDS, message.content.code);
      const data: JsonObject = found ? { 'text/plain': `the command ${message.content.code}` } : {};
      return { status: 'ok', found, data, metadata: {} };
    }
    case 'is_complete_request': {
      const incomplete = message.content.code.endsWith('\\');
      return incomplete ? { status: 'incomplete', indent: '' } : { status: 'complete' };
    }
    case 'comm_info_request': {
      const wanted = message.content.target_name;
      const known = [...comms].filter(([, target]) => wanted === undefined || target === wanted);
      const table = Object.fromEntries(known.map(([comm, target_name]) => [comm, { target_name }]));
      return { status: 'ok', comms: table };
    }
    case 'comm_open': {
      const { comm_id, target_name } = message.content as { comm_id: string; target_name: string };
      if (target_name === 'mock') comms.set(comm_id, target_name);
      else iopub('comm_close', { comm_id, data: {} });
      return {};
    }
    case 'comm_msg': {
      const { comm_id, data } = message.content;
      if (!comms.has(comm_id as string)) return {};
      const { buffers } = message;
      post({ type: 'iopub', id: current, msg_type: 'comm_msg', content: { comm_id, data }, buffers });
      return {};
    }
    case 'comm_close':
      comms.delete(message.content.comm_id as string);
      return {};
    default:
      throw new Error(`the mock does not know ${message.type}`);
  }
}

port.on('message', (message: ToWorker) => {
  current = message.id;
  if (message.type === 'shutdown') {
    COMMANDS.print('atexit ran');
    flush();
    post({ type: 'exit', status: 0 });
    return;
  }
  if (message.type === 'run_script') {
    post({ type: 'exit', status: runScript(message.source) });
    return;
  }
  try {
    const content = reply(message);
    post({ type: 'reply', id: message.id, content });
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
  }
});
post({ type: 'ready' });
