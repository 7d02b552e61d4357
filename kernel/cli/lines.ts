/** Lines of a stream, read only when they are asked for. */

import type { Readable } from 'node:stream';

export class LineReader {
  private readonly chunks: AsyncIterator<Buffer>;
  private readonly decoder = new TextDecoder();
  private buffer = '';
  private ended = false;

  constructor(stream: Readable) {
    this.chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  /** The next line with its line end, or null at the end of the stream. */
  async next(): Promise<string | null> {
    for (let from = 0; ;) {
      const end = this.buffer.indexOf('\n', from);
      if (end >= 0) return this.take(end + 1);
      if (this.ended) return this.buffer === '' ? null : this.take(this.buffer.length);
      from = this.buffer.length;
      await this.read();
    }
  }

  /** All that is left. */
  async readAll(): Promise<string> {
    while (!this.ended) await this.read();
    return this.take(this.buffer.length);
  }

  private async read(): Promise<void> {
    const { done, value } = await this.chunks.next();
    this.buffer += done ? this.decoder.decode() : this.decoder.decode(value, { stream: true });
    this.ended = done === true;
  }

  private take(length: number): string {
    const text = this.buffer.slice(0, length);
    this.buffer = this.buffer.slice(length);
    return text;
  }
}
