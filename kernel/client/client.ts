/** The client's side of the protocol, as far as the notebook runner needs it. */

import { Dealer, Subscriber } from 'zeromq';
import type { JsonObject } from '../../src/host/contract.ts';
import { LINGER, Outbox, receiveAll } from '../channels/socket.ts';
import { type ChannelName, type Connection, endpoint } from '../connection.ts';
import { decode, Encoder } from '../wire/codec.ts';
import { type Message, NO_PARENT } from '../wire/message.ts';
import { Signer } from '../wire/signature.ts';

/** Milliseconds between attempts to reach a kernel that is not bound yet. */
const RECONNECT = 10;

interface ExecuteOptions {
  stop_on_error: boolean;
  /** Gets every iopub message of the cell but its status. */
  onOutput(message: Message): void;
}

/** A request that waits for its reply and its `idle`. */
interface Waiting {
  reply: JsonObject | null;
  idle: boolean;
  onOutput(message: Message): void;
  resolve(reply: JsonObject): void;
}

export class KernelClient {
  private readonly connection: Connection;
  private readonly signer: Signer;
  private readonly encoder: Encoder;
  private readonly shell = new Dealer({ linger: 0, reconnectInterval: RECONNECT });
  private readonly control = new Dealer({ linger: LINGER, reconnectInterval: RECONNECT });
  private readonly iopub = new Subscriber({ linger: 0, receiveHighWaterMark: 0, reconnectInterval: RECONNECT });
  private readonly outboxes = { shell: new Outbox(this.shell), control: new Outbox(this.control) };
  private readonly waiting = new Map<string, Waiting>();
  private welcome: () => void = () => undefined;

  constructor(connection: Connection) {
    this.connection = connection;
    this.signer = new Signer(connection.signatureScheme, connection.key);
    this.encoder = new Encoder(this.signer);
  }

  /** Connects; resolves when the kernel has welcomed the subscription, so that no output can be missed. */
  async connect(): Promise<void> {
    const welcomed = new Promise<void>(resolve => (this.welcome = resolve));
    for (const channel of ['shell', 'control', 'iopub'] as const) this[channel].connect(this.address(channel));
    this.iopub.subscribe('');
    void receiveAll(this.shell, frames => this.onReply(decode(frames, this.signer)));
    void receiveAll(this.control, frames => this.onReply(decode(frames, this.signer)));
    void receiveAll(this.iopub, frames => this.onPublished(decode(frames, this.signer)));
    await welcomed;
  }

  /** Resolves to the kernel's information; does not need a connected iopub. */
  kernelInfo(): Promise<JsonObject> {
    return this.send('shell', 'kernel_info_request', {}, () => undefined, true);
  }

  /** Resolves to the content of the reply, once the kernel is idle again. */
  request(msgType: string, content: JsonObject, onOutput: (message: Message) => void = () => undefined) {
    return this.send('shell', msgType, content, onOutput);
  }

  execute(code: string, { stop_on_error, onOutput }: ExecuteOptions): Promise<JsonObject> {
    const content = {
      code,
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error,
    };
    return this.request('execute_request', content, onOutput);
  }

  interrupt(): Promise<JsonObject> {
    return this.send('control', 'interrupt_request', {});
  }

  requestShutdown(): void {
    void this.send('control', 'shutdown_request', { restart: false });
  }

  close(): void {
    for (const socket of [this.shell, this.control, this.iopub]) socket.close();
  }

  private address(channel: ChannelName): string {
    const { transport, ip, ports } = this.connection;
    return endpoint(transport, ip, ports[channel]);
  }

  private send(
    channel: 'shell' | 'control',
    msgType: string,
    content: JsonObject,
    onOutput: (message: Message) => void = () => undefined,
    idle = false,
  ): Promise<JsonObject> {
    const header = this.encoder.header(msgType);
    return new Promise(resolve => {
      this.waiting.set(header.msg_id, { reply: null, idle, onOutput, resolve });
      this.outboxes[channel].send(this.encoder.encode([], header, NO_PARENT, content));
    });
  }

  private onReply({ parentHeader, content }: Message): void {
    const waiting = this.waiting.get(parentHeader.msg_id ?? '');
    if (!waiting) return;
    waiting.reply = content;
    this.settle(parentHeader.msg_id!, waiting);
  }

  private onPublished(message: Message): void {
    if (message.header.msg_type === 'iopub_welcome') this.welcome();
    const id = message.parentHeader.msg_id ?? '';
    const waiting = this.waiting.get(id);
    if (!waiting) return;
    if (message.header.msg_type !== 'status') {
      waiting.onOutput(message);
    } else if (message.content.execution_state === 'idle') {
      waiting.idle = true;
      this.settle(id, waiting);
    }
  }

  private settle(id: string, waiting: Waiting): void {
    if (!waiting.reply || !waiting.idle) return;
    this.waiting.delete(id);
    waiting.resolve(waiting.reply);
  }
}
