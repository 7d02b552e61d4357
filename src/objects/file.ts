/**
 * File objects, as `open()` makes them (Modules/_io). A file's bytes are held in memory while it is open and written back by
 * flush() and close(): text, line by line or whole, is read and written on them.
 */
import { PyContainer, TPFLAGS_HAVE_GC, TypeBody, type PyObject, type Visit } from '../heap/object.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { clearWeakRefs } from '../heap/weakrefs.ts';
import { defineException } from '../exceptions/base.ts';
import { osError } from '../exceptions/oserror.ts';
import { raise, typeError, valueError } from '../exceptions/raise.ts';
import { T_OSError, T_ResourceWarning, T_ValueError } from '../exceptions/types.ts';
import { iterate } from '../protocols/iterator.ts';
import { asSsize } from '../protocols/number.ts';
import { reprString } from '../protocols/object.ts';
import { badArgument } from './bad_argument.ts';
import { bytesLike, newBytes } from './bytes.ts';
import { decodeBytes, encodeStr } from './codecs.ts';
import { defineType, type GetSetRow, type MethodRow } from './define.ts';
import { hooks } from './hooks.ts';
import { dictGetter, dictSetter } from './instance_getset.ts';
import { isInt, newInt } from './int.ts';
import { newList } from './list.ts';
import { gcNew } from './object.ts';
import { parseArgs, signature } from './signature.ts';
import { bool, None } from './singletons.ts';
import { isStr, newStr, strLength } from './str.ts';
import { system, SystemError } from './system.ts';

export class FileBody {
  closed = false;
  position = 0;
  dirty = false;
  constructor(
    /** What was given to open(), owned. */
    public name: PyObject,
    public mode: string,
    public fd: number,
    public data: Uint8Array,
    public readonly canRead: boolean,
    public readonly canWrite: boolean,
    public readonly appends: boolean,
    public readonly encoding: string,
    public readonly errors: string,
    /** Null: every line end is read as `\n`. */
    public readonly newline: string | null,
  ) {}
}

type PyFile = PyContainer<FileBody>;

export const T_TEXT_FILE = new TypeBody('_io.TextIOWrapper');
export const T_BINARY_READER = new TypeBody('_io.BufferedReader');
export const T_BINARY_WRITER = new TypeBody('_io.BufferedWriter');
export const T_BINARY_RANDOM = new TypeBody('_io.BufferedRandom');
export const T_UnsupportedOperation = new TypeBody('io.UnsupportedOperation');

function isText(o: PyObject): boolean {
  return o.type === T_TEXT_FILE;
}

/** Runs a call of the host; its failure is an OSError that names the file. */
function calling<T>(path: string | null, action: () => T): T {
  try {
    return action();
  } catch (e) {
    if (e instanceof SystemError) return osError(e.errno, e.message, path);
    throw e;
  }
}

const SIGNATURE = signature(
  'open',
  "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
);

/** builtins.open; new reference. */
export function openFile(args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const [file, modeObject, , encoding, errors, newline] = parseArgs(SIGNATURE, args, kwnames) as (
    PyObject | undefined
  )[];
  const text = (o: PyObject | undefined, name: string): string | null => {
    if (o === undefined || o === None) return null;
    if (!isStr(o)) badArgument(`open() argument '${name}'`, 'str or None', o);
    return o.v;
  };
  const path = pathOf(file!);
  const mode = modeObject === undefined ? 'r' : isStr(modeObject) ? modeObject.v : badMode(modeObject);
  const { kind, plus, binary } = parseMode(mode);
  const given = text(encoding, 'encoding');
  const line = text(newline, 'newline');
  if (binary && given !== null) valueError("binary mode doesn't take an encoding argument");
  if (binary && text(errors, 'errors') !== null) valueError("binary mode doesn't take an errors argument");
  if (binary && line !== null) valueError("binary mode doesn't take a newline argument");
  if (line !== null && !['', '\n', '\r', '\r\n'].includes(line))
    valueError(`illegal newline value: ${reprString(newline!)}`);
  if (kind === 'r' && system.isDir(path)) osError(21, 'Is a directory', path);
  const flags = { r: plus ? 'r+' : 'r', w: 'w+', a: 'a+', x: 'wx+' }[kind]!;
  const fd = calling(path, () => system.open(path, flags));
  const data = calling(path, () =>
    kind === 'w' || kind === 'x' ? new Uint8Array(0) : system.read(fd, system.fsize(fd), 0),
  );
  const body = new FileBody(
    incref(file!),
    mode,
    fd,
    data,
    kind === 'r' || plus,
    kind !== 'r' || plus,
    kind === 'a',
    given ?? 'UTF-8',
    text(errors, 'errors') ?? 'strict',
    line,
  );
  if (kind === 'a') body.position = data.length;
  const type = !binary ? T_TEXT_FILE : plus ? T_BINARY_RANDOM : kind === 'r' ? T_BINARY_READER : T_BINARY_WRITER;
  return gcNew(type, body);
}

function badMode(o: PyObject): never {
  return badArgument("open() argument 'mode'", 'str', o);
}

function pathOf(file: PyObject): string {
  if (isStr(file)) return file.v;
  if (file.type.name === 'bytes') return new TextDecoder().decode(file.v as Uint8Array);
  if (isInt(file)) return typeError('open() of file descriptors is not supported');
  return typeError(`expected str, bytes or os.PathLike object, not ${file.type.name}`);
}

function parseMode(mode: string): { kind: string; plus: boolean; binary: boolean } {
  const letters = [...mode];
  if (letters.some(c => !'rwaxbt+'.includes(c)) || new Set(letters).size !== letters.length)
    valueError(`invalid mode: '${mode}'`);
  const kinds = letters.filter(c => 'rwax'.includes(c));
  const binary = letters.includes('b');
  if (binary && letters.includes('t')) valueError("can't have text and binary mode at once");
  if (kinds.length !== 1) {
    if (kinds.length > 1) valueError('must have exactly one of create/read/write/append mode');
    valueError('Must have exactly one of create/read/write/append mode and at most one plus');
  }
  return { kind: kinds[0], plus: letters.includes('+'), binary };
}

function opened(o: PyObject): FileBody {
  const body = (o as PyFile).v;
  if (body.closed) valueError(isText(o) ? 'I/O operation on closed file.' : `${verb(o)} of closed file`);
  return body;
}

function verb(o: PyObject): string {
  return (o as PyFile).v.canRead ? 'read' : 'write';
}

function reading(o: PyObject): FileBody {
  const body = opened(o);
  if (!body.canRead) raise(T_UnsupportedOperation, isText(o) ? 'not readable' : 'read');
  return body;
}

function writing(o: PyObject): FileBody {
  const body = opened(o);
  if (!body.canWrite) raise(T_UnsupportedOperation, isText(o) ? 'not writable' : 'write');
  return body;
}

// ---- reading

function decoded(body: FileBody, bytes: Uint8Array): PyObject<string> {
  const s = decodeBytes(bytes, body.encoding, body.errors) as PyObject<string>;
  if (body.newline !== null || !s.v.includes('\r')) return s;
  const translated = newStr(s.v.replace(/\r\n?/g, '\n'));
  decref(s);
  return translated;
}

function result(o: PyObject, bytes: Uint8Array): PyObject {
  return isText(o) ? decoded((o as PyFile).v, bytes) : newBytes(bytes.slice());
}

/** How many bytes the next `n` characters take. */
function bytesOfCharacters(body: FileBody, n: number): number {
  const rest = body.data.subarray(body.position);
  const s = decodeBytes(rest, body.encoding, body.errors) as PyObject<string>;
  const head = newStr(Array.from(s.v).slice(0, n).join(''));
  decref(s);
  const encoded = encodeStr(head.v, body.encoding, 'strict');
  const length = (encoded.v as Uint8Array).length;
  decref(head);
  decref(encoded);
  return length;
}

function size(o: PyObject | undefined): number {
  return o === undefined || o === None ? -1 : asSsize(o, null);
}

function file_read(o: PyObject, n?: PyObject): PyObject {
  const body = reading(o);
  const wanted = size(n);
  let length = body.data.length - body.position;
  if (wanted >= 0) length = Math.min(length, isText(o) ? bytesOfCharacters(body, wanted) : wanted);
  const bytes = body.data.subarray(body.position, body.position + length);
  body.position += length;
  return result(o, bytes);
}

/** The bytes of the next line, its end included. */
function nextLine(o: PyObject, body: FileBody): Uint8Array {
  const { data, position } = body;
  const universal = isText(o) && (body.newline === null || body.newline === '');
  let end = position;
  while (end < data.length) {
    const c = data[end++];
    if (c === 10) break;
    if (c === 13 && universal) {
      if (data[end] === 10) end++;
      break;
    }
  }
  body.position = end;
  return data.subarray(position, end);
}

function file_readline(o: PyObject, n?: PyObject): PyObject {
  const body = reading(o);
  const wanted = size(n);
  const start = body.position;
  const line = nextLine(o, body);
  if (wanted < 0 || wanted >= line.length) return result(o, line);
  body.position = start;
  const length = Math.min(line.length, isText(o) ? bytesOfCharacters(body, wanted) : wanted);
  body.position = start + length;
  return result(o, line.subarray(0, length));
}

function file_next(o: PyObject): PyObject | null {
  const line = nextLine(o, reading(o));
  return line.length === 0 ? null : result(o, line);
}

function file_readlines(o: PyObject, hint?: PyObject): PyObject {
  const body = reading(o);
  const limit = size(hint);
  const lines: PyObject[] = [];
  for (let total = 0; limit <= 0 || total < limit;) {
    const line = nextLine(o, body);
    if (line.length === 0) break;
    total += line.length;
    lines.push(result(o, line));
  }
  return newList(lines);
}

// ---- writing

function put(body: FileBody, bytes: Uint8Array): void {
  if (body.appends) body.position = body.data.length;
  const end = body.position + bytes.length;
  if (end > body.data.length) {
    const grown = new Uint8Array(new ArrayBuffer(Math.max(end, body.data.buffer.byteLength * 2)), 0, end);
    if (body.data.buffer.byteLength >= end && body.data.byteOffset === 0)
      body.data = new Uint8Array(body.data.buffer as ArrayBuffer, 0, end);
    else {
      grown.set(body.data);
      body.data = grown;
    }
  }
  body.data.set(bytes, body.position);
  body.position = end;
  body.dirty = true;
}

function file_write(o: PyObject, data: PyObject): PyObject {
  const body = writing(o);
  if (!isText(o)) {
    if (isStr(data)) typeError("a bytes-like object is required, not 'str'");
    const bytes = bytesLike(data);
    put(body, bytes);
    return newInt(bytes.length);
  }
  if (!isStr(data)) badArgument('write() argument', 'str', data);
  const ends =
    body.newline === null || body.newline === '' || body.newline === '\n'
      ? data.v
      : data.v.replace(/\n/g, body.newline);
  const encoded = encodeStr(ends, body.encoding, body.errors);
  put(body, encoded.v as Uint8Array);
  decref(encoded);
  return newInt(strLength(data));
}

function file_writelines(o: PyObject, lines: PyObject): PyObject {
  iterate(lines, line => {
    decref(file_write(o, line));
  });
  return incref(None);
}

/** Writes what was changed back. */
function flush(body: FileBody): void {
  if (!body.dirty) return;
  body.dirty = false;
  calling(null, () => {
    if (body.appends) system.ftruncate(body.fd, 0);
    system.pwrite(body.fd, body.data, body.appends ? null : 0);
    system.ftruncate(body.fd, body.data.length);
  });
}

function file_flush(o: PyObject): PyObject {
  flush(opened(o));
  return incref(None);
}

function file_truncate(o: PyObject, to?: PyObject): PyObject {
  const body = writing(o);
  const length = to === undefined || to === None ? body.position : asSsize(to, null);
  const data = new Uint8Array(length);
  data.set(body.data.subarray(0, length));
  body.data = data;
  body.dirty = true;
  return newInt(length);
}

function close(body: FileBody): void {
  if (body.closed) return;
  flush(body);
  body.closed = true;
  system.close(body.fd);
}

function file_close(o: PyObject): PyObject {
  close((o as PyFile).v);
  return incref(None);
}

function file_seek(o: PyObject, offset: PyObject, whence?: PyObject): PyObject {
  const body = opened(o);
  const from = whence === undefined ? 0 : asSsize(whence, null);
  const by = asSsize(offset, null);
  if (isText(o) && from !== 0 && by !== 0)
    raise(T_UnsupportedOperation, `can't do nonzero ${from === 1 ? 'cur' : 'end'}-relative seeks`);
  if (from < 0 || from > 2) valueError(`invalid whence (${from}, should be 0, 1 or 2)`);
  const to = (from === 0 ? 0 : from === 1 ? body.position : body.data.length) + by;
  if (to < 0) valueError(`negative seek position ${to}`);
  body.position = to;
  return newInt(to);
}

// ---- the rest

function file_dealloc(o: PyObject): void {
  const file = o as PyFile;
  untrack(file);
  const body = file.v;
  if (!body.closed) {
    hooks.warn(T_ResourceWarning, `unclosed file ${reprOf(o)}`, 1);
    close(body);
  }
  clearWeakRefs(file);
  decref(body.name);
  xdecref(file.dict);
  gcFree(file);
}

function file_traverse(o: PyContainer<FileBody>, visit: Visit): void {
  visit(o.v.name, 'name');
  if (o.dict !== null) visit(o.dict, '__dict__');
}

function reprOf(o: PyObject): string {
  const { name, mode, encoding } = (o as PyFile).v;
  const shown = `<${o.type.name} name=${reprString(name)}`;
  return isText(o) ? `${shown} mode='${mode}' encoding='${encoding}'>` : `${shown}>`;
}

const METHODS: MethodRow[] = [
  ['read', file_read, '($self, size=-1, /)', 'Up to size characters or bytes, or all to the end of the file.'],
  ['readline', file_readline, '($self, size=-1, /)', 'A line with its end; empty at the end of the file.'],
  ['readlines', file_readlines, '($self, hint=-1, /)', 'The remaining lines.'],
  ['write', file_write, '($self, data, /)', 'Writes, and answers how much.'],
  ['writelines', file_writelines, '($self, lines, /)', 'Writes each item; no line ends are added.'],
  ['flush', file_flush, '($self, /)', 'Hands what was written to the file.'],
  ['truncate', file_truncate, '($self, pos=None, /)', 'Cuts the file at a position.'],
  ['seek', file_seek, '($self, cookie, whence=0, /)', 'Sets the position.'],
  ['tell', (o: PyObject) => newInt(opened(o).position), '($self, /)', 'The position.'],
  ['close', file_close, '($self, /)', 'Writes back and closes; closing again does nothing.'],
  ['fileno', (o: PyObject) => newInt(opened(o).fd), '($self, /)', 'The file descriptor.'],
  ['isatty', (o: PyObject) => bool(opened(o) === null), '($self, /)', 'False: no file is a terminal.'],
  ['readable', (o: PyObject) => bool(opened(o).canRead), '($self, /)', 'Whether it can be read.'],
  ['writable', (o: PyObject) => bool(opened(o).canWrite), '($self, /)', 'Whether it can be written.'],
  ['seekable', (o: PyObject) => bool(opened(o) !== null), '($self, /)', 'True: files have a position.'],
  ['__enter__', (o: PyObject) => (opened(o), incref(o)), '!($self)'],
  ['__exit__', file_close, '!(*args)'],
];

const GETSET: GetSetRow[] = [
  ['closed', o => bool((o as PyFile).v.closed), null],
  ['name', o => incref((o as PyFile).v.name), null],
  ['mode', o => newStr(isText(o) ? (o as PyFile).v.mode : binaryMode((o as PyFile).v)), null],
  ['__dict__', dictGetter, dictSetter],
];

/** The mode that a binary file's raw layer shows. */
function binaryMode(body: FileBody): string {
  if (body.canRead && body.canWrite) return 'rb+';
  return body.canRead ? 'rb' : body.appends ? 'ab' : 'wb';
}

export function initFile(): void {
  defineException(T_UnsupportedOperation, T_OSError, '', [], { bases: [T_OSError, T_ValueError] });
  const slots = {
    tp_dealloc: file_dealloc,
    tp_traverse: file_traverse as TypeBody['tp_traverse'],
    tp_repr: (o: PyObject) => newStr(reprOf(o)),
    tp_iter: (o: PyObject) => (opened(o), incref(o)),
    tp_iternext: file_next,
  };
  const spec = { flags: TPFLAGS_HAVE_GC, dict: true, weakrefs: true, slots, methods: METHODS };
  defineType(T_TEXT_FILE, {
    ...spec,
    basicsize: 184,
    getset: [
      ...GETSET,
      ['encoding', o => newStr((o as PyFile).v.encoding), null],
      ['errors', o => newStr((o as PyFile).v.errors), null],
      ['newlines', () => incref(None), null],
      ['line_buffering', () => bool(false), null],
    ],
  });
  for (const type of [T_BINARY_READER, T_BINARY_WRITER, T_BINARY_RANDOM])
    defineType(type, { ...spec, basicsize: 152, getset: GETSET });
}
