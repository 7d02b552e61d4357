/**
 * The standard streams of a script: `sys.stdin`, `sys.stdout` and `sys.stderr` as io.TextIOWrapper shows them
 * (Modules/_io/textio.c), over the host's streams, with their binary layer as `buffer`. A notebook has streams of its own.
 */
import type { PyContainer } from '../heap/object.ts';
import { TPFLAGS_HAVE_GC, TypeBody, type PyObject, type Visit } from '../heap/object.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { strSplitlines } from '../text/str_methods.ts';
import { raise, typeError, valueError } from '../exceptions/raise.ts';
import { T_OSError } from '../exceptions/types.ts';
import { getattrStr } from '../protocols/attribute.ts';
import { iterate } from '../protocols/iterator.ts';
import { badArgument } from './bad_argument.ts';
import { bytesLike, newBytes } from './bytes.ts';
import { decodeBytes, encodeStr } from './codecs.ts';
import { defineType, type MethodRow } from './define.ts';
import { hooks } from './hooks.ts';
import { dictGetter, dictSetter } from './instance_getset.ts';
import { newInt } from './int.ts';
import { newList } from './list.ts';
import { gcNew } from './object.ts';
import { ssizeArgument } from './sequence_index.ts';
import { bool, None } from './singletons.ts';
import { isStr, newStr, strKind, strLength } from './str.ts';
import { system } from './system.ts';

export type StreamName = 'stdin' | 'stdout' | 'stderr';

const DESCRIPTORS: Record<StreamName, number> = { stdin: 0, stdout: 1, stderr: 2 };

export class StreamBody {
  closed = false;
  /** Read from the host but not yet by the program (stdin). */
  pending = '';
  constructor(
    readonly name: StreamName,
    public errors: string,
    /** The text stream's binary layer, owned; null for a binary stream. */
    public buffer: PyObject | null,
  ) {}
}

export const T_TEXTIOWRAPPER = new TypeBody('_io.TextIOWrapper');
export const T_STREAM_READER = new TypeBody('_io.BufferedReader');
export const T_STREAM_WRITER = new TypeBody('_io.BufferedWriter');

/** The text stream over one of the process's streams; new reference. */
export function newStandardStream(name: StreamName): PyContainer<StreamBody> {
  const buffer = gcNew(name === 'stdin' ? T_STREAM_READER : T_STREAM_WRITER, new StreamBody(name, 'strict', null));
  return gcNew(T_TEXTIOWRAPPER, new StreamBody(name, name === 'stderr' ? 'backslashreplace' : 'strict', buffer));
}

function open(o: PyObject): StreamBody {
  const body: StreamBody = o.v;
  if (body.closed) valueError('I/O operation on closed file.');
  return body;
}

/** io.UnsupportedOperation, as far as the io module can be imported. */
function unsupported(message: string): never {
  let type: PyObject;
  try {
    const io = hooks.importModule('io');
    type = getattrStr(io, 'UnsupportedOperation');
    decref(io);
  } catch (e) {
    if (!(e instanceof Error)) decref(e as PyObject);
    return raise(T_OSError, message);
  }
  decref(type);
  return raise(type.v as TypeBody, message);
}

// ---- writing

/** A surrogate without its other half. */
const LONE = /[\ud800-\udfff]/u;

function text_write(self: PyObject, text: PyObject): PyObject {
  const body = open(self);
  if (!isStr(text)) badArgument('write() argument', 'str', text);
  if (body.name === 'stdin') unsupported('not writable');
  let s = text.v;
  if (strKind(text) >= 2 && LONE.test(s)) {
    const encoded = encodeStr(s, 'utf-8', body.errors);
    const decoded = decodeBytes(encoded.v, 'utf-8', 'replace');
    s = decoded.v;
    decref(encoded);
    decref(decoded);
  }
  if (s !== '') system.write(body.name, s);
  return newInt(strLength(text));
}

function text_writelines(self: PyObject, lines: PyObject): PyObject {
  open(self);
  iterate(lines, line => {
    decref(text_write(self, line));
  });
  return None;
}

function bytes_write(self: PyObject, data: PyObject): PyObject {
  const body = open(self);
  if (isStr(data)) typeError("a bytes-like object is required, not 'str'");
  const bytes = bytesLike(data);
  const text = decodeBytes(bytes, 'utf-8', 'replace');
  if (bytes.length > 0) system.write(body.name as 'stdout', text.v as string);
  decref(text);
  return newInt(bytes.length);
}

function stream_flush(self: PyObject): PyObject {
  if (open(self).name !== 'stdin') system.flush();
  return None;
}

// ---- reading

/** One more line from the host into `pending`; false at the end of the file. */
function fill(body: StreamBody): boolean {
  const line = system.readLine('', false);
  if (line === null) return false;
  body.pending += line;
  return true;
}

function readable(self: PyObject): StreamBody {
  const body = open(self);
  if (body.name !== 'stdin') unsupported('not readable');
  return body;
}

function take(body: StreamBody, n: number): string {
  const s = body.pending.slice(0, n);
  body.pending = body.pending.slice(n);
  return s;
}

/** The next line, up to `limit` characters when it is not negative; '' at the end. */
function readLine(body: StreamBody, limit: number): string {
  while (!body.pending.includes('\n') && (limit < 0 || body.pending.length < limit) && fill(body));
  const end = body.pending.indexOf('\n');
  const n = end < 0 ? body.pending.length : end + 1;
  return take(body, limit >= 0 && limit < n ? limit : n);
}

function sizeArgument(size: PyObject | undefined): number {
  return size === undefined || size === None ? -1 : ssizeArgument(size);
}

function readAll(body: StreamBody, n: number): string {
  while ((n < 0 || body.pending.length < n) && fill(body));
  return take(body, n < 0 ? body.pending.length : n);
}

/** A result of a read: text, or its UTF-8 bytes from a binary stream. */
function result(self: PyObject, s: string): PyObject {
  if (self.type === T_TEXTIOWRAPPER) return newStr(s);
  return s === '' ? newBytes(new Uint8Array(0)) : encodeStr(s, 'utf-8', 'surrogateescape');
}

function stream_read(self: PyObject, size?: PyObject): PyObject {
  return result(self, readAll(readable(self), sizeArgument(size)));
}

function stream_readline(self: PyObject, size?: PyObject): PyObject {
  return result(self, readLine(readable(self), sizeArgument(size)));
}

function stream_readlines(self: PyObject, hint?: PyObject): PyObject {
  const body = readable(self);
  const limit = sizeArgument(hint);
  if (limit <= 0) return newList(strSplitlines(readAll(body, -1), true).map(line => result(self, line)));
  const lines: PyObject[] = [];
  for (let total = 0; total < limit;) {
    const line = readLine(body, -1);
    if (line === '') break;
    lines.push(result(self, line));
    total += line.length;
  }
  return newList(lines);
}

function stream_next(self: PyObject): PyObject | null {
  const line = readLine(readable(self), -1);
  return line === '' ? null : result(self, line);
}

// ---- the rest

function stream_close(self: PyObject): PyObject {
  (self.v as StreamBody).closed = true;
  return None;
}

function stream_enter(self: PyObject): PyObject {
  open(self);
  return incref(self);
}

function text_reconfigure(
  self: PyObject,
  _encoding?: PyObject,
  errors?: PyObject,
  _newline?: PyObject,
  _lineBuffering?: PyObject,
  _writeThrough?: PyObject,
): PyObject {
  const body = open(self);
  if (errors !== undefined && errors !== None) {
    if (!isStr(errors)) badArgument("reconfigure() argument 'errors'", 'str or None', errors);
    body.errors = errors.v;
  }
  return None;
}

function stream_dealloc(o: PyObject): void {
  untrack(o as PyContainer);
  xdecref((o.v as StreamBody).buffer);
  xdecref((o as PyContainer).dict);
  gcFree(o as PyContainer);
}

function stream_traverse(o: PyContainer<StreamBody>, visit: Visit): void {
  if (o.v.buffer !== null) visit(o.v.buffer, 'buffer');
  if (o.dict !== null) visit(o.dict, '__dict__');
}

function modeOf(o: PyObject): string {
  const mode = (o.v as StreamBody).name === 'stdin' ? 'r' : 'w';
  return o.type === T_TEXTIOWRAPPER ? mode : `${mode}b`;
}

function text_repr(o: PyObject): PyObject {
  return newStr(`<_io.TextIOWrapper name='<${(o.v as StreamBody).name}>' mode='${modeOf(o)}' encoding='utf-8'>`);
}

function bytes_repr(o: PyObject): PyObject {
  return newStr(`<${o.type.name} name='<${(o.v as StreamBody).name}>'>`);
}

const isInput = (o: PyObject): boolean => (o.v as StreamBody).name === 'stdin';

const METHODS: MethodRow[] = [
  ['flush', stream_flush, '($self, /)', 'Hands buffered output over.'],
  ['read', stream_read, '($self, size=-1, /)', 'Up to size characters, or all to the end of the file.'],
  ['readline', stream_readline, '($self, size=-1, /)', 'A line with its end; empty at the end of the file.'],
  ['readlines', stream_readlines, '($self, hint=-1, /)', 'The remaining lines.'],
  ['close', stream_close, '($self, /)', 'Closes the stream for this program.'],
  ['isatty', (o: PyObject) => bool(open(o) === null), '($self, /)', 'False: the streams are not terminals.'],
  ['fileno', (o: PyObject) => newInt(DESCRIPTORS[open(o).name]), '($self, /)', 'The file descriptor.'],
  ['readable', (o: PyObject) => bool(open(o) !== null && isInput(o)), '($self, /)', 'Whether it can be read.'],
  ['writable', (o: PyObject) => bool(open(o) !== null && !isInput(o)), '($self, /)', 'Whether it can be written.'],
  ['seekable', (o: PyObject) => bool(open(o) === null), '($self, /)', 'False: the streams have no position.'],
  ['seek', () => unsupported('underlying stream is not seekable'), '($self, cookie, whence=0, /)'],
  ['tell', () => unsupported('underlying stream is not seekable'), '($self, /)'],
  ['__enter__', stream_enter, '!($self)'],
  ['__exit__', stream_close, '!(*args)'],
];

export function initTextIO(): void {
  const slots = {
    tp_dealloc: stream_dealloc,
    tp_traverse: stream_traverse,
    tp_iter: stream_enter,
    tp_iternext: stream_next,
  };
  defineType(T_TEXTIOWRAPPER, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 200,
    dict: true,
    weakrefs: true,
    doc: 'A text stream.',
    slots: { ...slots, tp_repr: text_repr },
    methods: [
      ...METHODS,
      ['write', text_write, '($self, text, /)', 'Writes text; answers how many characters.'],
      ['writelines', text_writelines, '($self, lines, /)', 'Writes every string of an iterable.'],
      [
        'reconfigure',
        text_reconfigure,
        '($self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)',
        'Changes the error handler; the other settings have no effect here.',
      ],
    ],
    getset: [
      ['name', o => newStr(`<${(o.v as StreamBody).name}>`), null],
      ['mode', o => newStr(modeOf(o)), null],
      ['encoding', () => newStr('utf-8'), null],
      ['errors', o => newStr((o.v as StreamBody).errors), null],
      ['newlines', () => None, null],
      ['closed', o => bool((o.v as StreamBody).closed), null],
      ['line_buffering', o => bool((o.v as StreamBody).name === 'stderr'), null],
      ['write_through', () => bool(false), null],
      ['buffer', o => incref((o.v as StreamBody).buffer!), null],
      ['__dict__', dictGetter, dictSetter],
    ],
  });
  for (const type of [T_STREAM_READER, T_STREAM_WRITER])
    defineType(type, {
      flags: TPFLAGS_HAVE_GC,
      basicsize: 160,
      dict: true,
      weakrefs: true,
      doc: 'The binary layer of a standard stream; its bytes are UTF-8 text.',
      slots: { ...slots, tp_repr: bytes_repr },
      methods: [...METHODS, ['write', bytes_write, '($self, buffer, /)', 'Writes bytes; answers how many.']],
      getset: [
        ['name', o => newStr(`<${(o.v as StreamBody).name}>`), null],
        ['mode', o => newStr(modeOf(o)), null],
        ['closed', o => bool((o.v as StreamBody).closed), null],
        ['__dict__', dictGetter, dictSetter],
      ],
    });
}
