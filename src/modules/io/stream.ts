/** Bytes with a position: files of the host, and memory. No Python objects here; failures are the host's SystemError. */
import { system } from '../../objects/system.ts';

export interface ByteStream {
  readonly readable: boolean;
  readonly writable: boolean;
  closed: boolean;
  /** Up to `n` bytes, or all to the end when `n` is negative. */
  read(n: number): Uint8Array;
  /** Bytes up to and including the next newline, at most `limit` when that is not negative. */
  readline(limit: number): Uint8Array;
  write(data: Uint8Array): void;
  flush(): void;
  /** The position in bytes. */
  tell(): number;
  seek(position: number): void;
  size(): number;
  truncate(size: number): void;
  close(): void;
}

const CHUNK = 8192;
const NEWLINE = 10;
const NOTHING = new Uint8Array(0);

/** A file of the host with a read buffer ahead of `position` and a write buffer behind it. */
export class FileStream implements ByteStream {
  closed = false;
  private position: number;
  private ahead: Uint8Array = NOTHING;
  private pending: Uint8Array[] = [];
  private pendingBytes = 0;

  constructor(
    readonly fd: number,
    readonly readable: boolean,
    readonly writable: boolean,
    readonly appending: boolean,
  ) {
    this.position = appending ? system.fsize(fd) : 0;
  }

  read(n: number): Uint8Array {
    this.flush();
    const parts: Uint8Array[] = [];
    let total = 0;
    while (n < 0 || total < n) {
      if (this.ahead.length === 0) {
        const wanted = n < 0 ? 65536 : Math.max(CHUNK, n - total);
        this.ahead = system.read(this.fd, wanted, this.position);
        if (this.ahead.length === 0) break;
      }
      const part = n < 0 ? this.ahead : this.ahead.subarray(0, n - total);
      parts.push(part);
      this.advance(part.length);
      total += part.length;
    }
    return join(parts, total);
  }

  private advance(n: number): void {
    this.ahead = this.ahead.subarray(n);
    this.position += n;
  }

  readline(limit: number): Uint8Array {
    this.flush();
    const parts: Uint8Array[] = [];
    let total = 0;
    while (limit < 0 || total < limit) {
      if (this.ahead.length === 0) {
        this.ahead = system.read(this.fd, CHUNK, this.position);
        if (this.ahead.length === 0) break;
      }
      const at = this.ahead.indexOf(NEWLINE);
      let n = at < 0 ? this.ahead.length : at + 1;
      const found = at >= 0 && (limit < 0 || total + n <= limit);
      if (limit >= 0) n = Math.min(n, limit - total);
      parts.push(this.ahead.subarray(0, n));
      this.advance(n);
      total += n;
      if (found) break;
    }
    return join(parts, total);
  }

  write(data: Uint8Array): void {
    if (data.length === 0) return;
    this.ahead = NOTHING;
    this.pending.push(data.slice());
    this.pendingBytes += data.length;
    this.position += data.length;
    if (this.pendingBytes >= CHUNK) this.flush();
  }

  flush(): void {
    if (this.pendingBytes === 0) return;
    const data = join(this.pending, this.pendingBytes);
    const start = this.position - data.length;
    this.pending = [];
    this.pendingBytes = 0;
    for (let done = 0; done < data.length;)
      done += system.pwrite(this.fd, data.subarray(done), this.appending ? null : start + done);
    if (this.appending) this.position = system.fsize(this.fd);
  }

  tell(): number {
    return this.position;
  }

  seek(position: number): void {
    this.flush();
    this.ahead = NOTHING;
    this.position = position;
  }

  size(): number {
    this.flush();
    return system.fsize(this.fd);
  }

  truncate(size: number): void {
    this.flush();
    this.ahead = NOTHING;
    system.ftruncate(this.fd, size);
  }

  close(): void {
    if (this.closed) return;
    try {
      this.flush();
    } finally {
      this.closed = true;
      system.close(this.fd);
    }
  }
}

/** Bytes in memory (io.BytesIO). */
export class MemoryStream implements ByteStream {
  readonly readable = true;
  readonly writable = true;
  closed = false;
  private position = 0;
  private length: number;

  constructor(private data: Uint8Array) {
    this.data = data.slice();
    this.length = data.length;
  }

  read(n: number): Uint8Array {
    const left = Math.max(0, this.length - this.position);
    return this.take(n < 0 ? left : Math.min(n, left));
  }

  private take(n: number): Uint8Array {
    const part = this.data.slice(this.position, this.position + n);
    this.position += n;
    return part;
  }

  readline(limit: number): Uint8Array {
    if (this.position >= this.length) return NOTHING;
    const at = this.data.subarray(0, this.length).indexOf(NEWLINE, this.position);
    const n = (at < 0 ? this.length : at + 1) - this.position;
    return this.take(limit >= 0 ? Math.min(n, limit) : n);
  }

  write(data: Uint8Array): void {
    const end = this.position + data.length;
    if (data.length === 0) return;
    if (end > this.data.length) {
      const grown = new Uint8Array(Math.max(end, this.data.length * 2));
      grown.set(this.data.subarray(0, this.length));
      this.data = grown;
    }
    // What lies between the old end and a position beyond it reads as zeros.
    if (this.position > this.length) this.data.fill(0, this.length, this.position);
    this.data.set(data, this.position);
    this.position = end;
    this.length = Math.max(this.length, end);
  }

  flush(): void {}

  tell(): number {
    return this.position;
  }

  seek(position: number): void {
    this.position = position;
  }

  size(): number {
    return this.length;
  }

  truncate(size: number): void {
    if (size < this.length) this.length = size;
  }

  close(): void {
    this.closed = true;
    this.data = NOTHING;
    this.length = 0;
  }

  /** A copy of everything. */
  value(): Uint8Array {
    return this.data.slice(0, this.length);
  }
}

function join(parts: Uint8Array[], total: number): Uint8Array {
  if (parts.length === 1) return parts[0].slice();
  const all = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
