/** A notebook's interpreter in this process: cells in, Jupyter messages out. Its state is this module's: one per test file. */
import { CONTROL_SIZE, type FromWorker, type JsonObject, type ToWorker } from '../../src/host/contract.ts';
import { enableAudit, Interpreter } from '../../src/host/interpreter.ts';
import { nodeSystem } from '../../kernel/bridge/node-system.ts';

export interface Message {
  msg_type: string;
  content: JsonObject;
  metadata?: JsonObject;
  buffers?: Uint8Array[];
}

export interface CellOutcome {
  /** Everything sent but execute_input; consecutive texts of one stream are one message. */
  messages: Message[];
  reply: JsonObject;
}

export class Notebook {
  private readonly interpreter: Interpreter;
  private messages: Message[] = [];
  private reply: JsonObject = {};
  private serial = 0;
  /** Answers to input requests, in order. */
  readonly answers: string[] = [];

  constructor(cwd: string) {
    const control = new SharedArrayBuffer(CONTROL_SIZE);
    enableAudit();
    const streams = { write: () => {}, flush: () => {}, ask: () => {}, poll: () => {} };
    const system = nodeSystem(control, cwd, { HOME: cwd, PATH: '/bin' }, streams);
    system.write = (name, text) => this.receive({ msg_type: 'stream', content: { name, text } });
    system.readLine = prompt => {
      this.receive({ msg_type: 'input_request', content: { prompt } });
      return this.answers.shift() ?? null;
    };
    const options = { control, mode: 'kernel', argv: [''], cwd, env: {}, path: [cwd], hashSeed: 0 } as const;
    this.interpreter = new Interpreter(
      { ...options, argv: [''], path: [cwd], session: null, sessionName: null },
      { system, post: message => this.post(message) },
    );
  }

  private post(message: FromWorker): void {
    if (message.type === 'iopub') this.receive(message);
    else if (message.type === 'reply') this.reply = message.content;
    else if (message.type === 'ask_exit') this.receive({ msg_type: 'ask_exit', content: {} });
    else if (message.type === 'log') throw new Error(message.text);
  }

  private receive({ msg_type, content, metadata, buffers }: Message): void {
    if (msg_type === 'execute_input') return;
    const last = this.messages[this.messages.length - 1];
    if (msg_type === 'stream' && last?.msg_type === 'stream' && last.content.name === content.name)
      last.content = { name: content.name, text: `${last.content.text as string}${content.text as string}` };
    else this.messages.push({ msg_type, content, metadata, buffers });
  }

  private send(message: Record<string, unknown>): CellOutcome {
    this.messages = [];
    this.reply = {};
    this.interpreter.handle({ ...message, id: String(this.serial++) } as ToWorker);
    return { messages: this.messages, reply: this.reply };
  }

  run(code: string, more: JsonObject = {}): CellOutcome {
    const content = { code, silent: false, store_history: true, user_expressions: {}, allow_stdin: true, ...more };
    return this.send({ type: 'execute_request', content: { stop_on_error: true, ...content }, cellId: null });
  }

  /** What a cell prints on stdout and shows as text/plain, errors as `ename: evalue`. */
  text(code: string): string {
    const parts = this.run(code).messages.map(({ msg_type, content }) => {
      if (msg_type === 'stream') return content.text as string;
      if (msg_type === 'error') return `${content.ename as string}: ${content.evalue as string}`;
      return ((content.data as JsonObject | undefined)?.['text/plain'] ?? '') as string;
    });
    return parts.join('');
  }

  /** The text of the page that a cell asks the frontend to show, without colours. */
  page(code: string): string {
    const [payload] = this.run(code).reply.payload as JsonObject[];
    // eslint-disable-next-line no-control-regex
    return ((payload.data as JsonObject)['text/plain'] as string).replace(/\x1b\[[\d;]*m/g, '');
  }

  /** complete_reply at `|`, or at the end. */
  complete(text: string): JsonObject {
    const at = text.indexOf('|');
    const code = text.replace('|', '');
    const cursor_pos = at < 0 ? [...code].length : [...text.slice(0, at)].length;
    return this.send({ type: 'complete_request', content: { code, cursor_pos } }).reply;
  }

  matches(text: string): string[] {
    return this.complete(text).matches as string[];
  }

  /** text/plain of inspect_reply at `|`, or at the end, without colours; null when nothing is found. */
  inspect(text: string, detail_level = 0): string | null {
    const at = text.indexOf('|');
    const code = text.replace('|', '');
    const cursor_pos = at < 0 ? [...code].length : [...text.slice(0, at)].length;
    const { found, data } = this.send({ type: 'inspect_request', content: { code, cursor_pos, detail_level } }).reply;
    if (found !== true) return null;
    // eslint-disable-next-line no-control-regex
    return ((data as JsonObject)['text/plain'] as string).replace(/\x1b\[[\d;]*m/g, '');
  }

  comm(type: 'comm_open' | 'comm_msg' | 'comm_close', content: JsonObject): Message[] {
    return this.send({ type, content, metadata: {}, buffers: [] }).messages;
  }

  commInfo(target_name?: string): JsonObject {
    return this.send({ type: 'comm_info_request', content: { target_name } }).reply.comms as JsonObject;
  }

  audit(): string[] {
    return this.interpreter.audit();
  }
}
