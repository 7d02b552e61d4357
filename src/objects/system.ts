/**
 * All that Python code can ask of the world outside: output, input, clocks, files. The layers above use `system`; the host
 * puts its implementation here when the interpreter starts, so that nothing in src/ knows Node or a browser.
 */

/** A failing call throws this; callers turn it into the OSError of `errno`. */
export class SystemError extends Error {
  constructor(
    readonly errno: number,
    message: string,
  ) {
    super(message);
  }
}

export interface FileStat {
  mode: number;
  size: number;
  /** Seconds since the epoch. */
  atime: number;
  mtime: number;
  ctime: number;
  ino: number;
  dev: number;
  nlink: number;
  uid: number;
  gid: number;
}

export interface System {
  /** Writes to the process's or the cell's stdout or stderr (text; lone surrogates possible). */
  write(stream: 'stdout' | 'stderr', text: string): void;
  /** Hands over what `write` holds back. */
  flush(): void;
  /**
   * A line from the user: `input()` and `getpass()` in a notebook (without line end), sys.stdin in a script (with it). Null
   * at the end of the file. Throws KeyboardInterrupt when interrupted.
   */
  readLine(prompt: string, password: boolean): string | null;
  /** Seconds since the epoch, and of a clock that only goes forward. */
  time(): number;
  monotonic(): number;
  /** CPU seconds of this process. */
  processTime(): number;
  /** Sleeps; returns early after an interrupt, which the caller polls for. */
  sleep(seconds: number): void;
  /** Minutes east of UTC at a moment (seconds since the epoch), with DST, and the zone's name. */
  timezone(seconds: number): { offset: number; dst: boolean; name: string };
  /** Bytes for os.urandom and seeds. */
  randomBytes(n: number): Uint8Array;
  env: Record<string, string>;
  cwd(): string;
  /** Changes what cwd() answers. */
  chdir(path: string): void;
  // ---- files; paths are absolute or relative to cwd()
  readFile(path: string): Uint8Array;
  exists(path: string): boolean;
  isFile(path: string): boolean;
  isDir(path: string): boolean;
  stat(path: string): FileStat;
  listdir(path: string): string[];
  /** flags as for open(2)'s r, r+, w, w+, a, a+, x (Node's names); answers a handle. */
  open(path: string, flags: string): number;
  /** Up to `n` bytes from `position` (null: the current one); empty at the end. */
  read(fd: number, n: number, position: number | null): Uint8Array;
  pwrite(fd: number, data: Uint8Array, position: number | null): number;
  ftruncate(fd: number, size: number): void;
  fsize(fd: number): number;
  close(fd: number): void;
  mkdir(path: string): void;
  rmdir(path: string): void;
  unlink(path: string): void;
  rename(from: string, to: string): void;
}

function missing(): never {
  throw new SystemError(38, 'Function not implemented');
}

/** The host's functions; until the host sets them, calls fail with ENOSYS. */
export const system: System = {
  write: missing,
  flush: () => {},
  readLine: missing,
  time: () => 0,
  monotonic: () => 0,
  processTime: () => 0,
  sleep: missing,
  timezone: () => ({ offset: 0, dst: false, name: 'UTC' }),
  randomBytes: n => new Uint8Array(n),
  env: {},
  cwd: () => '/',
  chdir: missing,
  readFile: missing,
  exists: () => false,
  isFile: () => false,
  isDir: () => false,
  stat: missing,
  listdir: missing,
  open: missing,
  read: missing,
  pwrite: missing,
  ftruncate: missing,
  fsize: missing,
  close: missing,
  mkdir: missing,
  rmdir: missing,
  unlink: missing,
  rename: missing,
};
