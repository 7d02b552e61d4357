/** The main thread's view of the shared control block (src/host/contract.ts). */

import {
  BREAK_FLUSH,
  BREAK_INTERRUPT,
  BREAK_STOP,
  BREAKER,
  CONTROL_SIZE,
  MAILBOX,
  MAILBOX_BYTES,
  MAILBOX_EMPTY,
  MAILBOX_EOF,
  MAILBOX_FULL,
  MAILBOX_FULL_MORE,
  MAILBOX_INTERRUPTED,
  MAILBOX_LENGTH,
  MAILBOX_SIZE,
  OUTPUT_PENDING,
  WAIT,
} from '../../src/host/contract.ts';

export class ControlBlock {
  readonly buffer = new SharedArrayBuffer(CONTROL_SIZE);
  private readonly words = new Int32Array(this.buffer, 0, MAILBOX_BYTES / 4);
  private readonly bytes = new Uint8Array(this.buffer, MAILBOX_BYTES, MAILBOX_SIZE);

  /** Raises KeyboardInterrupt in the running code, also when it sleeps or waits for input. */
  interrupt(): void {
    Atomics.or(this.words, BREAKER, BREAK_INTERRUPT);
    this.wake();
  }

  /** Ends the running code, whatever it catches. */
  stop(): void {
    Atomics.or(this.words, BREAKER, BREAK_STOP | BREAK_INTERRUPT);
    this.wake();
  }

  /** Forgets an interrupt that came too late for the code it was meant for. */
  clearInterrupt(): void {
    Atomics.and(this.words, BREAKER, ~BREAK_INTERRUPT);
  }

  /** Asks for buffered output, if there is any. */
  requestFlush(): void {
    if (Atomics.load(this.words, OUTPUT_PENDING) !== 0) Atomics.or(this.words, BREAKER, BREAK_FLUSH);
  }

  /** Delivers a line to the waiting worker; `null` is the end of the file. Resolves when all of it was taken. */
  async answerInput(text: string | null): Promise<void> {
    if (text === null) {
      this.setMailbox(MAILBOX_EOF);
      return;
    }
    const data = new TextEncoder().encode(text);
    let start = 0;
    do {
      const piece = data.subarray(start, start + MAILBOX_SIZE);
      start += piece.length;
      this.bytes.set(piece);
      Atomics.store(this.words, MAILBOX_LENGTH, piece.length);
      const more = start < data.length;
      this.setMailbox(more ? MAILBOX_FULL_MORE : MAILBOX_FULL);
      if (more && !(await this.mailboxEmptied())) return;
    } while (start < data.length);
  }

  private wake(): void {
    Atomics.add(this.words, WAIT, 1);
    Atomics.notify(this.words, WAIT);
    if (Atomics.compareExchange(this.words, MAILBOX, MAILBOX_EMPTY, MAILBOX_INTERRUPTED) === MAILBOX_EMPTY) {
      Atomics.notify(this.words, MAILBOX);
    }
  }

  private setMailbox(state: number): void {
    Atomics.store(this.words, MAILBOX, state);
    Atomics.notify(this.words, MAILBOX);
  }

  /** Waits for the worker to take a piece; false when it was interrupted instead. */
  private async mailboxEmptied(): Promise<boolean> {
    for (;;) {
      const state = Atomics.load(this.words, MAILBOX);
      if (state === MAILBOX_EMPTY) return true;
      if (state === MAILBOX_INTERRUPTED) return false;
      const { async, value } = Atomics.waitAsync(this.words, MAILBOX, state, 1000);
      if (async) await value;
    }
  }
}
