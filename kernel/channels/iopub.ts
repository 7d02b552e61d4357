/** The iopub channel: everything the kernel publishes, and the welcome of new subscribers (JEP 65). */

import { XPublisher } from 'zeromq';
import type { JsonObject } from '../../src/host/contract.ts';
import type { Encoder } from '../wire/codec.ts';
import { NO_PARENT } from '../wire/message.ts';
import { LINGER, Outbox, receiveAll } from './socket.ts';

const SUBSCRIBE = 1;

export class IopubChannel {
  readonly socket: XPublisher;
  private readonly encoder: Encoder;
  private readonly topicPrefix: string;
  private readonly outbox: Outbox;

  constructor(encoder: Encoder) {
    this.encoder = encoder;
    this.topicPrefix = `kernel.${encoder.session}`;
    // Without a high-water mark no output is lost: with ZeroMQ's own, 7,500 of 50,000 messages arrived.
    this.socket = new XPublisher({ linger: LINGER, sendHighWaterMark: 0 });
    // Every subscription raises an event, also one that another client already holds.
    this.socket.verbosity = 'allSubs';
    this.outbox = new Outbox(this.socket);
  }

  /** Welcomes subscribers until the socket is closed. */
  listen(): Promise<void> {
    return receiveAll(this.socket, ([event]) => this.onSubscription(event));
  }

  /** Publishes a message whose parent header is `parent`, byte for byte. */
  publish(
    msgType: string,
    parent: Uint8Array,
    content: JsonObject,
    metadata?: JsonObject,
    buffers?: readonly Uint8Array[],
  ): void {
    const topic = msgType === 'stream' ? `stream.${content.name}` : `${this.topicPrefix}.${msgType}`;
    const header = this.encoder.header(msgType);
    this.outbox.send(this.encoder.encode([Buffer.from(topic)], header, parent, content, metadata, buffers));
  }

  /** Resolves when everything published so far has been handed to ZeroMQ. */
  drained(): Promise<void> {
    return this.outbox.drained();
  }

  private onSubscription(event: Uint8Array): void {
    if (event.length === 0 || event[0] !== SUBSCRIBE) return;
    const topic = event.subarray(1);
    let subscription: string;
    try {
      subscription = new TextDecoder('utf-8', { fatal: true }).decode(topic);
    } catch {
      return;
    }
    // The topic frame must match the subscription, so it is the subscription itself; none when that is empty.
    const header = this.encoder.header('iopub_welcome');
    const prefix = topic.length === 0 ? [] : [topic];
    this.outbox.send(this.encoder.encode(prefix, header, NO_PARENT, { subscription }));
  }
}
