/** What all channels share: a send queue over a ZeroMQ socket, and the receiving loop. */

import { log } from '../log.ts';

type Frames = (Uint8Array | string)[];

interface Sending {
  send(frames: Frames): Promise<void>;
  readonly closed: boolean;
}

interface Receiving {
  receive(): Promise<Uint8Array[]>;
  readonly closed: boolean;
}

/** Milliseconds a closing socket may still spend on delivering what was sent. */
export const LINGER = 1000;

/**
 * A first-in first-out queue before a socket. zeromq.js allows one send at a time and raises EBUSY for a
 * second one, so every message goes through here.
 */
export class Outbox {
  private readonly socket: Sending;
  private queue: Frames[] = [];
  private pumping: Promise<void> | null = null;

  constructor(socket: Sending) {
    this.socket = socket;
  }

  send(frames: Frames): void {
    this.queue.push(frames);
    this.pumping ??= this.pump();
  }

  /** Resolves when everything queued so far has been handed to ZeroMQ. */
  async drained(): Promise<void> {
    while (this.pumping) await this.pumping;
  }

  private async pump(): Promise<void> {
    while (this.queue.length > 0) {
      const batch = this.queue;
      this.queue = [];
      for (const frames of batch) {
        if (this.socket.closed) continue;
        try {
          await this.socket.send(frames);
        } catch (error) {
          log('warn', `send failed: ${error}`);
        }
      }
    }
    this.pumping = null;
  }
}

/** Calls `onFrames` for every multipart message until the socket is closed. */
export async function receiveAll(socket: Receiving, onFrames: (frames: Uint8Array[]) => void): Promise<void> {
  while (!socket.closed) {
    let frames: Uint8Array[];
    try {
      frames = await socket.receive();
    } catch (error) {
      if (!socket.closed) log('warn', `receive failed: ${error}`);
      return;
    }
    try {
      onFrames(frames);
    } catch (error) {
      log('error', `while receiving: ${(error as Error).stack ?? error}`);
    }
  }
}
