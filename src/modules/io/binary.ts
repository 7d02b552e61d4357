/** Streams of bytes: FileIO, BufferedReader, BufferedWriter, BufferedRandom and BytesIO (Modules/_io). */
import {
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TypeBody,
  type PyContainer,
  type PyObject,
  type Visit,
} from '../../heap/object.ts';
import { gcFree, untrack } from '../../heap/gc.ts';
import { decref, incref, xdecref } from '../../heap/refcount.ts';
import { clearWeakRefs } from '../../heap/weakrefs.ts';
import { isPyException } from '../../exceptions/body.ts';
import { typeError, valueError } from '../../exceptions/raise.ts';
import { T_ResourceWarning } from '../../exceptions/types.ts';
import { reprString } from '../../protocols/object.ts';
import { bytesLike, newBytes } from '../../objects/bytes.ts';
import { defineType, type MethodRow } from '../../objects/define.ts';
import { hooks } from '../../objects/hooks.ts';
import { dictGetter, dictSetter } from '../../objects/instance_getset.ts';
import { newInt } from '../../objects/int.ts';
import { gcNew, object_alloc, object_repr } from '../../objects/object.ts';
import { parseArgs, signature } from '../../objects/signature.ts';
import { bool, None } from '../../objects/singletons.ts';
import { isStr, newStr } from '../../objects/str.ts';
import { SystemError } from '../../objects/system.ts';
import {
  COMMON_METHODS,
  guarded,
  intArgument,
  opened,
  readableStream,
  readlines,
  sizeArgument,
  writableStream,
  writelines,
  type StreamState,
} from './common.ts';
import { type ByteStream, FileStream, MemoryStream } from './stream.ts';

export type PyByteStream = PyContainer<StreamState>;

export const T_FILEIO = new TypeBody('_io.FileIO');
export const T_BUFFERED_READER = new TypeBody('_io.BufferedReader');
export const T_BUFFERED_WRITER = new TypeBody('_io.BufferedWriter');
export const T_BUFFERED_RANDOM = new TypeBody('_io.BufferedRandom');
export const T_BYTESIO = new TypeBody('_io.BytesIO');

/** A binary stream object over a file. Borrows `name`. */
export function newByteStream(type: TypeBody, stream: ByteStream, name: PyObject, mode: string): PyByteStream {
  return gcNew(type, { stream, name: incref(name), mode });
}

/** FileIO hands everything over at once. */
function written(self: PyObject, stream: ByteStream): void {
  if (self.type === T_FILEIO) stream.flush();
}

function bytes_read(self: PyObject, size?: PyObject): PyObject {
  const { stream } = readableStream(self, 'read');
  const n = sizeArgument(size);
  return newBytes(guarded(() => stream.read(n)));
}

function bytes_readinto(self: PyObject, buffer: PyObject): PyObject {
  const { stream } = readableStream(self, 'readinto');
  if (buffer.type.bf_getbuffer === null)
    typeError(`readinto() argument must be read-write bytes-like object, not ${buffer.type.name}`);
  const target = buffer.type.bf_getbuffer(buffer);
  const data = guarded(() => stream.read(target.length));
  target.set(data);
  return newInt(data.length);
}

function bytes_readline(self: PyObject, size?: PyObject): PyObject {
  const { stream } = readableStream(self, 'readline');
  const n = sizeArgument(size);
  return newBytes(guarded(() => stream.readline(n)));
}

function nextLine(self: PyObject): PyObject | null {
  const { stream } = readableStream(self, 'readline');
  const line = guarded(() => stream.readline(-1));
  return line.length === 0 ? null : newBytes(line);
}

function bytes_write(self: PyObject, data: PyObject): PyObject {
  const { stream } = writableStream(self, 'write');
  if (isStr(data)) typeError("a bytes-like object is required, not 'str'");
  const bytes = bytesLike(data);
  guarded(() => {
    stream.write(bytes);
    written(self, stream);
  });
  return newInt(bytes.length);
}

function bytes_seek(self: PyObject, offset: PyObject, whence?: PyObject): PyObject {
  const { stream } = opened(self);
  const by = intArgument(offset);
  const from = whence === undefined ? 0 : intArgument(whence);
  if (from < 0 || from > 2) valueError(`invalid whence (${from}, should be 0, 1 or 2)`);
  if (from === 0 && by < 0) valueError(`negative seek value ${by}`);
  const position = guarded(() => (from === 0 ? by : from === 1 ? stream.tell() + by : stream.size() + by));
  guarded(() => stream.seek(Math.max(0, position)));
  return newInt(Math.max(0, position));
}

function bytes_tell(self: PyObject): PyObject {
  return newInt(opened(self).stream.tell());
}

function bytes_truncate(self: PyObject, size?: PyObject): PyObject {
  const { stream } = writableStream(self, 'truncate');
  const n = size === undefined || size === None ? stream.tell() : intArgument(size);
  if (n < 0) valueError(`negative size value ${n}`);
  guarded(() => stream.truncate(n));
  return newInt(n);
}

/** Flushes and closes a stream that nobody refers to any more; an unclosed file deserves a ResourceWarning. */
export function finishStream(o: PyObject, repr: () => PyObject): void {
  const { stream } = o.v as StreamState;
  if (stream.closed) return;
  try {
    if (stream instanceof FileStream) {
      const text = repr();
      const message = `unclosed file ${text.v as string}`;
      decref(text);
      hooks.warn(T_ResourceWarning, message, 1);
    }
  } catch (e) {
    if (!isPyException(e)) throw e;
    hooks.unraisable(e, null, null);
  }
  try {
    stream.close();
  } catch (e) {
    if (!(e instanceof SystemError)) throw e;
  }
}

export function stream_dealloc(o: PyObject): void {
  const self = o as PyByteStream;
  untrack(self);
  clearWeakRefs(self);
  const state = self.v;
  if (state !== null) {
    finishStream(o, () => stream_repr(o));
    xdecref(state.name);
  }
  xdecref(self.dict);
  gcFree(self);
}

function stream_traverse(o: PyContainer, visit: Visit): void {
  const state = (o as PyByteStream).v;
  if (state !== null && state.name !== null) visit(state.name, 'name');
  if (o.dict !== null) visit(o.dict, '__dict__');
}

function stream_repr(o: PyObject): PyObject {
  const { name, mode } = o.v as StreamState;
  if (o.type === T_FILEIO) return newStr(`<_io.FileIO name=${reprString(name!)} mode='${mode}' closefd=True>`);
  return newStr(`<${o.type.name} name=${reprString(name!)}>`);
}

const METHODS: MethodRow[] = [
  ...COMMON_METHODS,
  ['read', bytes_read, '($self, size=-1, /)', 'Up to size bytes, or all to the end of the file.'],
  ['read1', bytes_read, '($self, size=-1, /)', 'As read().'],
  ['readall', (self: PyObject) => bytes_read(self), '($self, /)', 'All bytes to the end of the file.'],
  ['readinto', bytes_readinto, '($self, buffer, /)', 'Fills the buffer as far as there are bytes; answers how many.'],
  ['readline', bytes_readline, '($self, size=-1, /)', 'A line with its end; empty at the end of the file.'],
  [
    'readlines',
    (self: PyObject, hint?: PyObject) => readlines(self, nextLine, hint),
    '($self, hint=-1, /)',
    'The remaining lines.',
  ],
  ['write', bytes_write, '($self, buffer, /)', 'Writes bytes; answers how many.'],
  ['writelines', writelines(bytes_write), '($self, lines, /)', 'Writes every bytes object of an iterable.'],
  [
    'seek',
    bytes_seek,
    '($self, target, whence=0, /)',
    'Moves the position: from the start, from here (1) or from the end (2).',
  ],
  ['tell', bytes_tell, '($self, /)', 'The position.'],
  ['truncate', bytes_truncate, '($self, pos=None, /)', 'Cuts the file at a size, by default at the position.'],
];

const BYTESIO = signature('BytesIO', "(initial_bytes=b'')");

function bytesio_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const [initial] = parseArgs(BYTESIO, args, kwnames) as [PyObject | undefined];
  const data = initial === undefined || initial === None ? new Uint8Array(0) : bytesLike(initial);
  const o = object_alloc(type) as PyByteStream;
  o.v = { stream: new MemoryStream(data), name: null, mode: 'rb+' };
  return o;
}

export function initBinary(): void {
  const slots = {
    tp_dealloc: stream_dealloc,
    tp_traverse: stream_traverse,
    tp_iter: (o: PyObject) => {
      opened(o);
      return incref(o);
    },
    tp_iternext: nextLine,
  };
  const define = (type: TypeBody, doc: string): void =>
    defineType(type, {
      doc,
      flags: TPFLAGS_HAVE_GC,
      basicsize: 160,
      dict: true,
      weakrefs: true,
      slots: { ...slots, tp_repr: stream_repr },
      methods: METHODS,
      getset: [
        ['name', o => incref((o.v as StreamState).name!), null],
        ['mode', o => newStr((o.v as StreamState).mode), null],
        ['closed', o => bool((o.v as StreamState).stream.closed), null],
        ['raw', o => incref(o), null],
        ['__dict__', dictGetter, dictSetter],
      ],
    });
  define(T_FILEIO, 'A file of bytes without a buffer.');
  define(T_BUFFERED_READER, 'A file of bytes to read.');
  define(T_BUFFERED_WRITER, 'A file of bytes to write.');
  define(T_BUFFERED_RANDOM, 'A file of bytes to read and write.');
  defineType(T_BYTESIO, {
    doc: 'A stream over bytes in memory.',
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE,
    basicsize: 80,
    dict: true,
    weakrefs: true,
    slots: { ...slots, tp_new: bytesio_new, tp_init: () => {}, tp_repr: object_repr },
    methods: [
      ...METHODS,
      [
        'getvalue',
        (self: PyObject) => newBytes((opened(self).stream as MemoryStream).value()),
        '($self, /)',
        'All the bytes.',
      ],
    ],
    getset: [
      ['closed', o => bool((o.v as StreamState).stream.closed), null],
      ['__dict__', dictGetter, dictSetter],
    ],
  });
}
