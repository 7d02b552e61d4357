/** Output of the interpreter on its way to the main thread: gathered into pieces, never held back for long. */

import { MAILBOX_BYTES, OUTPUT_PENDING } from '../../src/host/contract.ts';

type StreamName = 'stdout' | 'stderr';

/** A piece is posted when it has grown to this many UTF-16 units... */
const PIECE = 8192;
/** ...or at the end of a line, when the last one was posted at least so many milliseconds ago. */
const INTERVAL = 20;

export class WorkerStreams {
  private readonly words: Int32Array;
  private name: StreamName = 'stdout';
  private text = '';
  private postedAt = 0;
  private readonly post: (name: StreamName, text: string) => void;

  constructor(control: SharedArrayBuffer, post: (name: StreamName, text: string) => void) {
    this.words = new Int32Array(control, 0, MAILBOX_BYTES / 4);
    this.post = post;
  }

  write(name: StreamName, text: string): void {
    if (name !== this.name) this.flush();
    this.name = name;
    if (this.text === '') Atomics.store(this.words, OUTPUT_PENDING, 1);
    this.text += text;
    if (this.text.length >= PIECE || (text.endsWith('\n') && performance.now() - this.postedAt >= INTERVAL)) {
      this.flush(true);
    }
  }

  /** Posts what is held back. With `partial`, a lone high surrogate at the end waits for its partner. */
  flush(partial = false): void {
    let { text } = this;
    let rest = '';
    if (text === '') return;
    const last = text.charCodeAt(text.length - 1);
    if (partial && last >= 0xd800 && last < 0xdc00) {
      rest = text.slice(-1);
      text = text.slice(0, -1);
    }
    this.text = rest;
    this.postedAt = performance.now();
    if (rest === '') Atomics.store(this.words, OUTPUT_PENDING, 0);
    if (text !== '') this.post(this.name, text);
  }
}
