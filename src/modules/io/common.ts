/** What the stream types share: their errors, argument checks and the methods that do not depend on bytes or text. */
import { type PyContainer, type PyObject, type TypeBody } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { addRoot } from '../../heap/roots.ts';
import { osError } from '../../exceptions/oserror.ts';
import { raise, typeError, valueError } from '../../exceptions/raise.ts';
import { T_OSError, T_ValueError } from '../../exceptions/types.ts';
import { call } from '../../protocols/call.ts';
import { iterate } from '../../protocols/iterator.ts';
import { index } from '../../protocols/number.ts';
import type { MethodRow } from '../../objects/define.ts';
import { dict_setStr, newDict } from '../../objects/dict.ts';
import { newInt } from '../../objects/int.ts';
import { newList } from '../../objects/list.ts';
import { bool, None } from '../../objects/singletons.ts';
import { newStr } from '../../objects/str.ts';
import { SystemError } from '../../objects/system.ts';
import { newTuple } from '../../objects/tuple.ts';
import { T_TYPE } from '../../objects/type.ts';
import type { ByteStream } from './stream.ts';

/** The body of every stream object. */
export interface StreamState {
  stream: ByteStream;
  /** What was opened: a path or descriptor, owned; null for memory. */
  name: PyObject | null;
  mode: string;
  /** What the error says once it is closed. */
  closedMessage?: string;
}

let unsupportedType: PyContainer<TypeBody> | null = null;

/** io.UnsupportedOperation: an OSError and a ValueError. Borrowed. */
export function unsupportedOperation(): PyContainer<TypeBody> {
  if (unsupportedType === null) {
    const dict = newDict();
    const module = newStr('io');
    dict_setStr(dict, '__module__', module);
    decref(module);
    const args = [newStr('UnsupportedOperation'), newTuple([incref(T_OSError.obj), incref(T_ValueError.obj)]), dict];
    unsupportedType = call(T_TYPE.obj, args, null) as PyContainer<TypeBody>;
    for (const arg of args) decref(arg);
    addRoot('io.UnsupportedOperation', () => [unsupportedType]);
  }
  return unsupportedType;
}

export function unsupported(message: string): never {
  return raise(unsupportedOperation().v, message);
}

/** Runs an action of the host; its failure becomes the OSError. */
export function guarded<T>(action: () => T, filename: string | null = null): T {
  try {
    return action();
  } catch (e) {
    if (e instanceof SystemError) osError(e.errno, e.message, filename);
    throw e;
  }
}

/** The state of an open stream; ValueError when it is closed. */
export function opened<S extends StreamState>(self: PyObject): S {
  const state: S = self.v;
  if (state.stream.closed) valueError(state.closedMessage ?? 'I/O operation on closed file.');
  return state;
}

export function readableStream<S extends StreamState>(self: PyObject, message = 'not readable'): S {
  const state = opened<S>(self);
  if (!state.stream.readable) unsupported(message);
  return state;
}

export function writableStream<S extends StreamState>(self: PyObject, message = 'not writable'): S {
  const state = opened<S>(self);
  if (!state.stream.writable) unsupported(message);
  return state;
}

/** A size argument: -1 for None and where it is missing. */
export function sizeArgument(size: PyObject | undefined): number {
  if (size === undefined || size === None) return -1;
  if (size.type.nb_index === null) typeError(`argument should be integer or None, not '${size.type.name}'`);
  const n = index(size);
  const v = Number(n.v);
  decref(n);
  return v;
}

/** An integer argument. */
export function intArgument(o: PyObject): number {
  const n = index(o);
  const v = Number(n.v);
  decref(n);
  return v;
}

function stream_enter(self: PyObject): PyObject {
  opened(self);
  return incref(self);
}

function stream_flush(self: PyObject): PyObject {
  const { stream } = opened(self);
  guarded(() => stream.flush());
  return None;
}

function stream_close(self: PyObject): PyObject {
  const { stream } = self.v as StreamState;
  guarded(() => stream.close());
  return None;
}

function stream_fileno(self: PyObject): PyObject {
  const { stream } = opened(self);
  const fd = (stream as { fd?: number }).fd;
  if (fd === undefined) unsupported('fileno');
  return newInt(fd);
}

/** `readlines(hint)` by way of the type's own `readline`. */
export function readlines(self: PyObject, readline: (self: PyObject) => PyObject | null, hint?: PyObject): PyObject {
  const limit = sizeArgument(hint);
  const lines: PyObject[] = [];
  let total = 0;
  for (let line = readline(self); line !== null; line = readline(self)) {
    lines.push(line);
    total += (line.v as { length: number }).length;
    if (limit > 0 && total >= limit) break;
  }
  return newList(lines);
}

/** `writelines(lines)` by way of the type's own `write`. */
export function writelines(
  write: (self: PyObject, data: PyObject) => PyObject,
): (self: PyObject, lines: PyObject) => PyObject {
  return (self, lines) => {
    opened(self);
    iterate(lines, line => {
      decref(write(self, line));
    });
    return None;
  };
}

export const COMMON_METHODS: MethodRow[] = [
  ['flush', stream_flush, '($self, /)', 'Hands buffered output over.'],
  ['close', stream_close, '($self, /)', 'Hands buffered output over and closes the stream.'],
  ['fileno', stream_fileno, '($self, /)', 'The file descriptor.'],
  ['isatty', self => bool(opened(self) === null), '($self, /)', 'False: no stream of ours is a terminal.'],
  ['readable', self => bool(opened(self).stream.readable), '($self, /)', 'Whether it can be read.'],
  ['writable', self => bool(opened(self).stream.writable), '($self, /)', 'Whether it can be written.'],
  ['seekable', self => bool(opened(self) !== null), '($self, /)', 'Whether it has a position.'],
  ['__enter__', stream_enter, '!($self)'],
  ['__exit__', (self: PyObject) => stream_close(self), '!(*args)'],
];
