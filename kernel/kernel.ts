/** One running kernel: channels on one side, the interpreter on the other, and the life of both. */

import type { FromWorker, JsonObject, StartOptions, ToWorker } from '../src/host/contract.ts';
import { Interpreter, type InterpreterEvents } from './bridge/interpreter.ts';
import { Channels } from './channels/index.ts';
import type { Addresses } from './channels/index.ts';
import type { ChannelName } from './connection.ts';
import { dispatch } from './handlers/index.ts';
import { log } from './log.ts';
import { openHistory } from './session/history.ts';
import { InputBroker } from './session/input.ts';
import { Outputs } from './session/outputs.ts';
import { ShellQueue } from './session/queue.ts';
import type { Request } from './session/request.ts';
import { Encoder } from './wire/codec.ts';
import { type Message, NO_PARENT } from './wire/message.ts';
import type { Signer } from './wire/signature.ts';

/** Milliseconds that `atexit` callbacks and finalizers get; jupyter_client kills after 2.5 s. */
const SHUTDOWN_GRACE = 1500;

/** How the interpreter is started. */
export interface InterpreterStart {
  /** The worker's script. */
  script: string;
  options: Omit<StartOptions, 'control'>;
}

export class Kernel {
  readonly history = openHistory();
  readonly queue: ShellQueue;
  readonly outputs: Outputs;
  readonly channels: Channels;
  ports: Record<ChannelName, number> | null = null;
  /** Set by `exit()` in a cell: shut down after the current reply. */
  exitRequested = false;
  private readonly start: InterpreterStart;
  private readonly input: InputBroker;
  private readonly onExit: (status: number) => void;
  private interpreter: Interpreter | null = null;
  private interpreterExited: ((status: number) => void) | null = null;
  private exiting = false;

  /** `onExit` is called once, when the kernel has closed its channels. */
  constructor(signer: Signer, start: InterpreterStart, onExit: (status: number) => void) {
    const encoder = new Encoder(signer);
    this.start = start;
    this.onExit = onExit;
    this.channels = new Channels(encoder, signer);
    this.outputs = new Outputs(this.channels.iopub);
    this.input = new InputBroker(this.channels.stdin);
    this.queue = new ShellQueue(request => dispatch(this, request));
  }

  /** Binds the channels and begins to serve; the interpreter starts beside it. Resolves to the ports. */
  async listen(addresses: Addresses): Promise<Record<ChannelName, number>> {
    const { shell, control, stdin, iopub, heartbeat } = this.channels;
    this.ports = await this.channels.bind(addresses);
    void iopub.listen();
    void heartbeat.listen();
    void control.listen(message => void dispatch(this, this.request(message, 'control')));
    void stdin.listen(message => this.input.receive(message));
    void shell.listen(message => this.queue.push(this.request(message, 'shell')));
    iopub.publish('status', NO_PARENT, { execution_state: 'starting' });
    this.startInterpreter(this.start.options);
    return this.ports;
  }

  /** Asks the interpreter on behalf of `request`, whose outputs become its children. Rejects with InterpreterDied. */
  ask(request: Request, message: ToWorker): Promise<JsonObject> {
    this.interpreter ??= this.startInterpreter(this.freshOptions());
    const id = this.interpreter.handles(message.id) ? `${message.id}#${Date.now()}` : message.id;
    this.outputs.register(id, request);
    return this.interpreter.request({ ...message, id });
  }

  interrupt(): void {
    this.interpreter?.interrupt();
  }

  /** Ends the interpreter: `atexit` callbacks run, but a busy cell or a slow callback is not waited for. */
  async finish(request: Request | null, restart: boolean): Promise<void> {
    this.exiting = true;
    this.queue.close();
    this.input.cancel();
    const interpreter = this.interpreter;
    if (!interpreter) return;
    const id = request?.message.header.msg_id ?? 'shutdown';
    if (request) this.outputs.register(id, request);
    const exited = new Promise<number>(resolve => (this.interpreterExited = resolve));
    if (interpreter.busy) interpreter.control.stop();
    interpreter.post({ type: 'shutdown', id, restart });
    const grace = new Promise(resolve => setTimeout(resolve, SHUTDOWN_GRACE).unref());
    await Promise.race([exited, grace]);
    await interpreter.terminate();
    this.interpreter = null;
  }

  /** Shuts down without having been asked over a channel: a signal, `exit()`, a vanished parent. */
  async shutdown(status = 0): Promise<void> {
    if (this.exiting) return;
    await this.finish(null, false);
    this.channels.iopub.publish('shutdown_reply', NO_PARENT, { status: 'ok', restart: false });
    await this.close(status);
  }

  /** Delivers what was sent, closes the channels and calls `onExit`. */
  async close(status = 0): Promise<void> {
    this.exiting = true;
    await this.channels.drained();
    this.channels.close();
    this.onExit(status);
  }

  private request(message: Message, channel: 'shell' | 'control'): Request {
    return { message, channel: this.channels[channel], aborted: false };
  }

  private startInterpreter(options: InterpreterStart['options']): Interpreter {
    const events: InterpreterEvents = {
      message: message => this.onInterpreterMessage(message),
      died: ready => {
        this.interpreter = null;
        this.input.cancel();
        this.interpreterExited?.(1);
        // One that died on its way up is only tried again when it is asked for.
        if (ready && !this.exiting) this.interpreter = this.startInterpreter(this.freshOptions());
      },
    };
    this.interpreter = new Interpreter(this.start.script, options, events);
    return this.interpreter;
  }

  /** A new interpreter in an old kernel: an empty namespace, but the counter goes on. */
  private freshOptions(): InterpreterStart['options'] {
    return { ...this.start.options, session: { execution_count: this.outputs.lastExecutionCount + 1 } };
  }

  private onInterpreterMessage(message: Parameters<InterpreterEvents['message']>[0]): void {
    switch (message.type) {
      case 'iopub':
        this.outputs.publish(message);
        break;
      case 'input_request':
        this.onInputRequest(message);
        break;
      case 'ask_exit':
        this.exitRequested = !message.keepkernel;
        // It may come after the reply: then no request is left to shut down after.
        if (this.exitRequested && !this.interpreter?.busy) setImmediate(() => void this.shutdown());
        break;
      case 'exit':
        this.onInterpreterExit(message.status);
        break;
      case 'write':
        log('debug', `worker ${message.stream}: ${new TextDecoder().decode(message.data)}`);
    }
  }

  private onInterpreterExit(status: number): void {
    if (this.interpreterExited) {
      this.interpreterExited(status);
      return;
    }
    // It ended by itself (`os._exit`): nothing is left to be finished.
    void this.interpreter?.terminate();
    this.interpreter = null;
    void this.shutdown(status);
  }

  private onInputRequest({ id, prompt, password }: Extract<FromWorker, { type: 'input_request' }>): void {
    const request = this.outputs.requestOf(id);
    const { interpreter } = this;
    if (!request || !interpreter) return;
    this.input.ask(request, prompt, password, text => void interpreter.control.answerInput(text));
  }
}
