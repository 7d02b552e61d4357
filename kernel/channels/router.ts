/** A ROUTER channel that carries requests: shell, control and stdin are three of these. */

import { Router } from 'zeromq';
import type { JsonObject } from '../../src/host/contract.ts';
import { log } from '../log.ts';
import { decode, type Encoder, WireError } from '../wire/codec.ts';
import type { Header, Message } from '../wire/message.ts';
import type { Signer } from '../wire/signature.ts';
import { LINGER, Outbox, receiveAll } from './socket.ts';

export class RouterChannel {
  readonly name: string;
  readonly socket: Router;
  private readonly encoder: Encoder;
  private readonly signer: Signer;
  private readonly outbox: Outbox;

  constructor(name: string, encoder: Encoder, signer: Signer) {
    this.name = name;
    this.encoder = encoder;
    this.signer = signer;
    // handover: a client that reconnects under its old identity replaces the dead connection (ipykernel #270).
    this.socket = new Router({ linger: LINGER, handover: true, sendHighWaterMark: 0, receiveHighWaterMark: 0 });
    this.outbox = new Outbox(this.socket);
  }

  /** Hands every good message to `onMessage`, until the socket is closed; bad ones are logged and dropped. */
  listen(onMessage: (message: Message) => void): Promise<void> {
    return receiveAll(this.socket, frames => {
      let message: Message;
      try {
        message = decode(frames, this.signer);
      } catch (error) {
        if (!(error instanceof WireError)) throw error;
        log('warn', `${this.name}: dropped a message: ${error.message}`);
        return;
      }
      onMessage(message);
    });
  }

  /** Sends a message to the sender of `request`, with that request as parent. Returns its header. */
  send(request: Message, msgType: string, content: JsonObject, metadata?: JsonObject): Header {
    const header = this.encoder.header(msgType);
    this.outbox.send(this.encoder.encode(request.identities, header, request.headerFrame, content, metadata));
    return header;
  }

  drained(): Promise<void> {
    return this.outbox.drained();
  }
}
