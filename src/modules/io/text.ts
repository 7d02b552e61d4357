/** TextIOWrapper over a binary stream, and StringIO (Modules/_io/textio.c, stringio.c). */
import {
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TypeBody,
  type PyContainer,
  type PyObject,
  type Visit,
} from '../../heap/object.ts';
import { decref, incref, xdecref } from '../../heap/refcount.ts';
import { typeError, valueError } from '../../exceptions/raise.ts';
import { reprString } from '../../protocols/object.ts';
import { decodeBytes, encodeStr } from '../../objects/codecs.ts';
import { defineType, type MethodRow } from '../../objects/define.ts';
import { dictGetter, dictSetter } from '../../objects/instance_getset.ts';
import { newInt } from '../../objects/int.ts';
import { gcNew, object_alloc, object_repr } from '../../objects/object.ts';
import { parseArgs, signature } from '../../objects/signature.ts';
import { bool, None } from '../../objects/singletons.ts';
import { isStr, newStr, strLength } from '../../objects/str.ts';
import { newTuple } from '../../objects/tuple.ts';
import { finishStream, newByteStream, stream_dealloc, type PyByteStream } from './binary.ts';
import {
  COMMON_METHODS,
  guarded,
  intArgument,
  opened,
  readableStream,
  readlines,
  sizeArgument,
  unsupported,
  writableStream,
  writelines,
  type StreamState,
} from './common.ts';
import { type ByteStream, MemoryStream } from './stream.ts';

/** A text stream: what was decoded but not yet read is `text` from `at` on; it began at byte `base`. */
interface TextState extends StreamState {
  /** The binary stream below, owned; null for StringIO. */
  buffer: PyObject | null;
  encoding: string;
  errors: string;
  /** null: any line end is read as \n; '': any line end, kept; else the only line end. */
  newline: string | null;
  lineBuffering: boolean;
  text: string;
  at: number;
  base: number;
  /** Line ends met so far: 1 \r, 2 \n, 4 \r\n. */
  seen: number;
}

export type PyTextStream = PyContainer<TextState>;

export const T_TEXTFILE = new TypeBody('_io.TextIOWrapper');
export const T_STRINGIO = new TypeBody('_io.StringIO');

function state(
  stream: ByteStream,
  buffer: PyObject | null,
  name: PyObject | null,
  mode: string,
  encoding: string,
  errors: string,
  newline: string | null,
): TextState {
  return {
    stream,
    buffer,
    name,
    mode,
    encoding,
    errors,
    newline,
    lineBuffering: false,
    text: '',
    at: 0,
    base: 0,
    seen: 0,
  };
}

/** A text stream over a new binary one. Borrows `name`. */
export function newTextFile(
  type: TypeBody,
  stream: ByteStream,
  name: PyObject,
  mode: string,
  encoding: string,
  errors: string,
  newline: string | null,
): PyTextStream {
  const buffer = newByteStream(type, stream, name, `${mode.replace(/[tb]/g, '')}b`);
  return gcNew(T_TEXTFILE, state(stream, buffer, incref(name), mode, encoding, errors, newline));
}

// ---- reading

function encode(s: TextState, text: string): Uint8Array {
  const o = encodeStr(text, s.encoding, s.errors);
  const bytes: Uint8Array = (o.v as Uint8Array).slice();
  decref(o);
  return bytes;
}

/** Decodes all that is left of the stream. */
function fill(s: TextState): void {
  const rest = guarded(() => s.stream.read(-1));
  if (rest.length === 0) return;
  if (s.at === s.text.length) {
    s.base = s.stream.tell() - rest.length;
    s.text = '';
    s.at = 0;
  }
  const o = decodeBytes(rest, s.encoding, s.errors);
  s.text += o.v as string;
  decref(o);
}

/** Byte position of the next character. */
function position(s: TextState): number {
  if (s.at === s.text.length) return s.stream.tell();
  return s.base + encode(s, s.text.slice(0, s.at)).length;
}

/** Gives up what was read ahead. */
function dropAhead(s: TextState): void {
  if (s.at < s.text.length) {
    const here = position(s);
    guarded(() => s.stream.seek(here));
  }
  s.text = '';
  s.at = 0;
}

/** Line ends as the program wants to see them. */
function translated(s: TextState, raw: string): string {
  if (s.newline !== null && s.newline !== '') return raw;
  if (raw.includes('\r\n')) s.seen |= 4;
  if (/\r(?!\n)/.test(raw)) s.seen |= 1;
  if (/(^|[^\r])\n/.test(raw)) s.seen |= 2;
  return s.newline === null ? raw.replace(/\r\n?/g, '\n') : raw;
}

/** End of the line that begins at `at`, after its terminator; the text's end when there is none. */
function lineEnd(s: TextState): number {
  const { text, at, newline } = s;
  if (newline !== null && newline !== '') {
    const end = text.indexOf(newline, at);
    return end < 0 ? text.length : end + newline.length;
  }
  const lf = text.indexOf('\n', at);
  const cr = text.indexOf('\r', at);
  if (cr >= 0 && (lf < 0 || cr < lf)) return text[cr + 1] === '\n' ? cr + 2 : cr + 1;
  return lf < 0 ? text.length : lf + 1;
}

function takeLine(s: TextState, limit: number): string {
  if (s.at === s.text.length) fill(s);
  let end = lineEnd(s);
  if (limit >= 0 && end - s.at > limit) end = s.at + limit;
  const raw = s.text.slice(s.at, end);
  s.at = end;
  return translated(s, raw);
}

function text_read(self: PyObject, size?: PyObject): PyObject {
  const s = readableStream<TextState>(self);
  const n = sizeArgument(size);
  if (n < 0 || s.text.length - s.at < n) fill(s);
  if (n < 0) {
    const raw = s.text.slice(s.at);
    s.at = s.text.length;
    return newStr(translated(s, raw));
  }
  let out = '';
  for (let count = 0; count < n && s.at < s.text.length; count++) {
    const code = s.text.codePointAt(s.at)!;
    let raw = String.fromCodePoint(code);
    if (raw === '\r' && s.newline === null && s.text[s.at + 1] === '\n') raw = '\r\n';
    s.at += raw.length;
    out += translated(s, raw);
  }
  return newStr(out);
}

function text_readline(self: PyObject, size?: PyObject): PyObject {
  return newStr(takeLine(readableStream<TextState>(self), sizeArgument(size)));
}

function nextLine(self: PyObject): PyObject | null {
  const line = takeLine(readableStream<TextState>(self), -1);
  return line === '' ? null : newStr(line);
}

// ---- writing

function text_write(self: PyObject, text: PyObject): PyObject {
  if (!isStr(text))
    typeError(
      self.type === T_TEXTFILE
        ? `write() argument must be str, not ${text.type.name}`
        : `string argument expected, got '${text.type.name}'`,
    );
  const s = writableStream<TextState>(self);
  dropAhead(s);
  let out = text.v;
  if (s.newline === '\r' || s.newline === '\r\n') out = out.replaceAll('\n', s.newline);
  else if (self.type !== T_TEXTFILE && s.newline === null) out = out.replace(/\r\n?/g, '\n');
  const bytes = encode(s, out);
  guarded(() => s.stream.write(bytes));
  if (s.lineBuffering && out.includes('\n')) guarded(() => s.stream.flush());
  return newInt(strLength(text));
}

// ---- position

function text_tell(self: PyObject): PyObject {
  const s = opened<TextState>(self);
  return newInt(self.type === T_TEXTFILE ? position(s) : characters(s, position(s)));
}

/** StringIO counts characters: their number in the first `bytes` bytes. */
function characters(s: TextState, bytes: number): number {
  return [...stringValue(s, bytes)].length;
}

function stringValue(s: TextState, bytes = Infinity): string {
  const data = (s.stream as MemoryStream).value();
  const o = decodeBytes(bytes < data.length ? data.subarray(0, bytes) : data, s.encoding, s.errors);
  const text = o.v as string;
  decref(o);
  return text;
}

function text_seek(self: PyObject, cookie: PyObject, whence?: PyObject): PyObject {
  const s = opened<TextState>(self);
  const by = intArgument(cookie);
  const from = whence === undefined ? 0 : intArgument(whence);
  if (from < 0 || from > 2) valueError(`invalid whence (${from}, should be 0, 1 or 2)`);
  if (from === 1 && by !== 0) unsupported("can't do nonzero cur-relative seeks");
  if (from === 2 && by !== 0) unsupported("can't do nonzero end-relative seeks");
  if (from === 0 && by < 0) valueError(`${self.type === T_TEXTFILE ? 'n' : 'N'}egative seek position ${by}`);
  if (from === 1) return text_tell(self);
  let target: number;
  if (from === 2) target = guarded(() => s.stream.size());
  else if (self.type === T_TEXTFILE) target = by;
  else {
    const chars = [...stringValue(s)];
    target = encode(s, chars.slice(0, by).join('')).length + 4 * Math.max(0, by - chars.length);
  }
  s.text = '';
  s.at = 0;
  guarded(() => s.stream.seek(target));
  return text_tell(self);
}

function text_truncate(self: PyObject, size?: PyObject): PyObject {
  const s = writableStream<TextState>(self);
  const n = size === undefined || size === None ? position(s) : intArgument(size);
  if (n < 0) valueError(`Negative size value ${n}`);
  dropAhead(s);
  guarded(() => s.stream.truncate(n));
  return newInt(n);
}

// ---- the rest

function text_dealloc(o: PyObject): void {
  const s = (o as PyTextStream).v;
  if (s !== null) {
    if (s.name !== null) finishStream(o, () => text_repr(o));
    const { buffer } = s;
    s.buffer = null;
    xdecref(buffer);
  }
  stream_dealloc(o);
}

function text_traverse(o: PyContainer, visit: Visit): void {
  const s = (o as PyTextStream).v;
  if (s !== null) {
    if (s.buffer !== null) visit(s.buffer, 'buffer');
    if (s.name !== null) visit(s.name, 'name');
  }
  if (o.dict !== null) visit(o.dict, '__dict__');
}

function text_repr(o: PyObject): PyObject {
  const s: TextState = o.v;
  return newStr(`<_io.TextIOWrapper name=${reprString(s.name!)} mode='${s.mode}' encoding='${s.encoding}'>`);
}

function newlinesSeen(o: PyObject): PyObject {
  const { seen } = o.v as TextState;
  const met = ['\r', '\n', '\r\n'].filter((_, i) => (seen & (1 << i)) !== 0);
  if (met.length === 0) return None;
  return met.length === 1 ? newStr(met[0]) : newTuple(met.map(newStr));
}

function text_reconfigure(
  self: PyObject,
  _encoding?: PyObject,
  errors?: PyObject,
  _newline?: PyObject,
  lineBuffering?: PyObject,
): PyObject {
  const s = opened<TextState>(self);
  if (errors !== undefined && isStr(errors)) s.errors = errors.v;
  if (lineBuffering !== undefined && lineBuffering !== None) s.lineBuffering = Number(lineBuffering.v) !== 0;
  return None;
}

const METHODS: MethodRow[] = [
  ...COMMON_METHODS,
  ['read', text_read, '($self, size=-1, /)', 'Up to size characters, or all to the end of the file.'],
  ['readline', text_readline, '($self, size=-1, /)', 'A line with its end; empty at the end of the file.'],
  [
    'readlines',
    (self: PyObject, hint?: PyObject) => readlines(self, nextLine, hint),
    '($self, hint=-1, /)',
    'The remaining lines.',
  ],
  ['write', text_write, '($self, text, /)', 'Writes text; answers how many characters.'],
  ['writelines', writelines(text_write), '($self, lines, /)', 'Writes every string of an iterable.'],
  [
    'seek',
    text_seek,
    '($self, cookie, whence=0, /)',
    'Moves the position to one that tell() gave, or to the end (0, 2).',
  ],
  ['tell', text_tell, '($self, /)', 'The position, for seek().'],
  ['truncate', text_truncate, '($self, pos=None, /)', 'Cuts the file at a size, by default at the position.'],
];

const STRINGIO = signature('StringIO', "(initial_value='', newline='\\n')");

function stringio_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const [initial, newline] = parseArgs(STRINGIO, args, kwnames) as [PyObject | undefined, PyObject | undefined];
  if (initial !== undefined && initial !== None && !isStr(initial))
    typeError(`initial_value must be str or None, not ${initial.type.name}`);
  let end: string | null = '\n';
  if (newline === None) end = null;
  else if (newline !== undefined) {
    if (!isStr(newline)) typeError(`newline must be str or None, not ${newline.type.name}`);
    end = newline.v;
  }
  const s = state(new MemoryStream(new Uint8Array(0)), null, null, 'r+', 'utf-8', 'surrogatepass', end);
  s.closedMessage = 'I/O operation on closed file';
  const o = object_alloc(type) as PyTextStream;
  o.v = s;
  if (initial !== undefined && isStr(initial) && initial.v !== '') {
    decref(text_write(o, initial));
    s.stream.seek(0);
  }
  return o;
}

export function initText(): void {
  const slots = {
    tp_dealloc: text_dealloc,
    tp_traverse: text_traverse,
    tp_iter: (o: PyObject) => {
      opened(o);
      return incref(o);
    },
    tp_iternext: nextLine,
  };
  defineType(T_TEXTFILE, {
    doc: 'A file of text.',
    flags: TPFLAGS_HAVE_GC,
    basicsize: 200,
    dict: true,
    weakrefs: true,
    slots: { ...slots, tp_repr: text_repr },
    methods: [
      ...METHODS,
      [
        'reconfigure',
        text_reconfigure,
        '($self, /, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)',
        'Changes the error handler and line buffering.',
      ],
    ],
    getset: [
      ['name', o => incref((o.v as TextState).name!), null],
      ['mode', o => newStr((o.v as TextState).mode), null],
      ['encoding', o => newStr((o.v as TextState).encoding), null],
      ['errors', o => newStr((o.v as TextState).errors), null],
      ['newlines', newlinesSeen, null],
      ['closed', o => bool((o.v as TextState).stream.closed), null],
      ['line_buffering', o => bool((o.v as TextState).lineBuffering), null],
      ['write_through', () => bool(false), null],
      ['buffer', o => incref((o.v as TextState).buffer as PyByteStream), null],
      ['__dict__', dictGetter, dictSetter],
    ],
  });
  defineType(T_STRINGIO, {
    doc: 'A stream over text in memory.',
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE,
    basicsize: 152,
    dict: true,
    weakrefs: true,
    slots: { ...slots, tp_new: stringio_new, tp_init: () => {}, tp_repr: object_repr },
    methods: [
      ...METHODS,
      ['getvalue', (self: PyObject) => newStr(stringValue(opened<TextState>(self))), '($self, /)', 'All the text.'],
    ],
    getset: [
      ['newlines', newlinesSeen, null],
      ['closed', o => bool((o.v as TextState).stream.closed), null],
      ['line_buffering', () => bool(false), null],
      ['__dict__', dictGetter, dictSetter],
    ],
  });
}
