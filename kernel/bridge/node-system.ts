/** The interpreter's `System` on Node, inside the worker. */

import * as fs from 'node:fs';
import { randomFillSync } from 'node:crypto';
import { resolve } from 'node:path';
import {
  BREAK_INTERRUPT,
  BREAKER,
  MAILBOX,
  MAILBOX_BYTES,
  MAILBOX_EMPTY,
  MAILBOX_EOF,
  MAILBOX_FULL_MORE,
  MAILBOX_INTERRUPTED,
  MAILBOX_LENGTH,
  MAILBOX_SIZE,
  WAIT,
} from '../../src/host/contract.ts';
import { type System, SystemError } from '../../src/objects/system.ts';

/** What the system needs of the side that owns the streams. */
export interface Streams {
  write(stream: 'stdout' | 'stderr', text: string): void;
  flush(): void;
  /** Asks the main thread for a line; its answer comes through the mailbox. */
  ask(prompt: string, password: boolean): void;
  /** Polls the breaker; throws KeyboardInterrupt. */
  poll(): void;
}

const STRERROR: Record<string, string> = {
  EPERM: 'Operation not permitted',
  ENOENT: 'No such file or directory',
  EACCES: 'Permission denied',
  EEXIST: 'File exists',
  ENOTDIR: 'Not a directory',
  EISDIR: 'Is a directory',
  EINVAL: 'Invalid argument',
  EMFILE: 'Too many open files',
  ENOSPC: 'No space left on device',
  EROFS: 'Read-only file system',
  EPIPE: 'Broken pipe',
  ENOTEMPTY: 'Directory not empty',
  ELOOP: 'Too many levels of symbolic links',
  ENAMETOOLONG: 'File name too long',
  EBADF: 'Bad file descriptor',
};

/** Turns Node's error into the errno and text that an OSError carries. */
function errnoOf(e: unknown): never {
  const error = e as NodeJS.ErrnoException;
  if (typeof error.errno !== 'number') throw e;
  const text = STRERROR[error.code ?? ''] ?? /^\w+: ([^,]*)/.exec(error.message)?.[1] ?? error.message;
  throw new SystemError(Math.abs(error.errno), text);
}

function guarded<A extends unknown[], R>(f: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    try {
      return f(...args);
    } catch (e) {
      return errnoOf(e);
    }
  };
}

export function nodeSystem(
  control: SharedArrayBuffer,
  cwd: string,
  env: Record<string, string>,
  streams: Streams,
): System {
  const words = new Int32Array(control, 0, MAILBOX_BYTES / 4);
  const mailbox = new Uint8Array(control, MAILBOX_BYTES, MAILBOX_SIZE);
  const at = (path: string): string => resolve(cwd, path);

  function readLine(prompt: string, password: boolean): string | null {
    streams.flush();
    Atomics.store(words, MAILBOX, MAILBOX_EMPTY);
    streams.ask(prompt, password);
    const decoder = new TextDecoder('utf-8');
    for (let text = ''; ;) {
      // An interrupt from before the mailbox was emptied left its mark only on the breaker.
      if (Atomics.load(words, BREAKER) & BREAK_INTERRUPT) streams.poll();
      Atomics.wait(words, MAILBOX, MAILBOX_EMPTY);
      const state = Atomics.load(words, MAILBOX);
      if (state === MAILBOX_INTERRUPTED) {
        Atomics.store(words, MAILBOX, MAILBOX_EMPTY);
        streams.poll();
        continue;
      }
      if (state === MAILBOX_EOF) return null;
      const more = state === MAILBOX_FULL_MORE;
      text += decoder.decode(mailbox.slice(0, words[MAILBOX_LENGTH]), { stream: more });
      Atomics.store(words, MAILBOX, MAILBOX_EMPTY);
      Atomics.notify(words, MAILBOX);
      if (!more) return text;
    }
  }

  /** Waits until the time is over or an interrupt comes. */
  function sleep(seconds: number): void {
    const end = performance.now() + seconds * 1000;
    streams.flush();
    for (let left = seconds * 1000; left > 0; left = end - performance.now()) {
      const seen = Atomics.load(words, WAIT);
      if (Atomics.load(words, BREAKER) !== 0) {
        streams.poll();
        continue;
      }
      Atomics.wait(words, WAIT, seen, Math.min(left, 2 ** 31 - 1));
    }
  }

  return {
    write: streams.write,
    flush: streams.flush,
    readLine,
    time: () => (performance.timeOrigin + performance.now()) / 1000,
    monotonic: () => Number(process.hrtime.bigint()) / 1e9,
    processTime: () => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1e6;
    },
    sleep,
    timezone: seconds => {
      const date = new Date(seconds * 1000);
      const year = date.getFullYear();
      const offset = -date.getTimezoneOffset();
      const standard = Math.min(-new Date(year, 0, 1).getTimezoneOffset(), -new Date(year, 6, 1).getTimezoneOffset());
      const name = new Intl.DateTimeFormat('en-US', { timeZoneName: 'short' })
        .formatToParts(date)
        .find(part => part.type === 'timeZoneName')?.value;
      return { offset, dst: offset > standard, name: name ?? 'UTC' };
    },
    randomBytes: n => randomFillSync(new Uint8Array(n)),
    env,
    cwd: () => cwd,
    // A worker cannot change the process's directory; this one is the interpreter's own.
    chdir: guarded(path => {
      fs.readdirSync(at(path));
      cwd = at(path);
    }),
    readFile: guarded(path => new Uint8Array(fs.readFileSync(at(path)))),
    exists: path => fs.existsSync(at(path)),
    isFile: path => fs.statSync(at(path), { throwIfNoEntry: false })?.isFile() ?? false,
    isDir: path => fs.statSync(at(path), { throwIfNoEntry: false })?.isDirectory() ?? false,
    stat: guarded(path => {
      const { mode, size, ino, dev, nlink, uid, gid, atimeMs, mtimeMs, ctimeMs } = fs.statSync(at(path));
      const times = { atime: atimeMs / 1000, mtime: mtimeMs / 1000, ctime: ctimeMs / 1000 };
      return { mode, size, ino, dev, nlink, uid, gid, ...times };
    }),
    listdir: guarded(path => fs.readdirSync(at(path))),
    open: guarded((path, flags) => fs.openSync(at(path), flags)),
    read: guarded((fd, n, position) => {
      const buffer = new Uint8Array(n);
      return buffer.subarray(0, fs.readSync(fd, buffer, 0, n, position));
    }),
    pwrite: guarded((fd, data, position) => fs.writeSync(fd, data, 0, data.length, position)),
    ftruncate: guarded((fd, size) => fs.ftruncateSync(fd, size)),
    fsize: guarded(fd => fs.fstatSync(fd).size),
    close: guarded(fd => fs.closeSync(fd)),
    mkdir: guarded(path => void fs.mkdirSync(at(path))),
    rmdir: guarded(path => fs.rmdirSync(at(path))),
    unlink: guarded(path => fs.unlinkSync(at(path))),
    rename: guarded((from, to) => fs.renameSync(at(from), at(to))),
  };
}
