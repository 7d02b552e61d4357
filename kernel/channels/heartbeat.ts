/** The heartbeat: whatever comes in goes back. A ROUTER, as in ipykernel, so that no client can wedge it. */

import { Router } from 'zeromq';
import { LINGER, Outbox, receiveAll } from './socket.ts';

export class HeartbeatChannel {
  readonly socket = new Router({ linger: LINGER, handover: true });
  private readonly outbox = new Outbox(this.socket);

  /** Echoes until the socket is closed. */
  listen(): Promise<void> {
    return receiveAll(this.socket, frames => this.outbox.send(frames));
  }
}
