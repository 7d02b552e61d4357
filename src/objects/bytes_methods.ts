/** The methods that bytes and bytearray share (Objects/bytes_methods.c, stringlib) over src/text/bytes_methods.ts. */
import type { PyContainer, PyObject, TypeBody } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import * as text from '../text/bytes_methods.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import { call1 } from '../protocols/call.ts';
import { asSsize, isIndex } from '../protocols/number.ts';
import { isTrue } from '../protocols/object.ts';
import { collectFast, size } from '../protocols/sequence.ts';
import { badArgument } from './bad_argument.ts';
import { fromAlgorithm } from './algorithm.ts';
import { newBytearray } from './bytearray.ts';
import { bytearray_bytes, isBytearray } from './bytearray_body.ts';
import { bytesLike, isBytes, newBytes, newBytesFresh, T_BYTES } from './bytes.ts';
import { decodeBytes } from './codecs.ts';
import type { MethodRow } from './define.ts';
import { newIntNumber } from './int.ts';
import { bytesIn } from './number_convert.ts';
import { intArgument, ssizeArgument } from './sequence_index.ts';
import { bool, None } from './singletons.ts';
import { sliceBound } from './slice_bound.ts';
import { appendedList, splitList } from './split_list.ts';
import { isStr, newStr } from './str.ts';
import { isTuple, newTuple } from './tuple.ts';

/** The bytes of a bytes or bytearray, shared. */
function valueOf(o: PyObject): Uint8Array {
  return isBytearray(o) ? bytearray_bytes(o) : o.v;
}

/** A result of `self`'s kind; `bytes` may share memory with `self`. */
function make(self: PyObject, bytes: Uint8Array): PyObject {
  if (isBytearray(self)) return newBytearray(bytes);
  return newBytes(bytes);
}

/** As make, for methods that fill a new block. */
function makeFresh(self: PyObject, bytes: Uint8Array): PyObject {
  return isBytearray(self) ? newBytearray(bytes) : newBytesFresh(bytes);
}

/** As make; `self` itself when nothing changed and it is exactly a bytes. */
function makeUnlessSame(self: PyObject, bytes: Uint8Array): PyObject {
  return self.type === T_BYTES && bytes.length === (self.v as Uint8Array).length ? incref(self) : make(self, bytes);
}

function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (e) {
    throw fromAlgorithm(e);
  }
}

/** parse_args_finds_byte: what to search for, given as bytes or as one byte's value. */
function needle(o: PyObject): Uint8Array {
  const bytes = bytesIn(o);
  if (bytes !== null) return bytes;
  if (!isIndex(o)) typeError(`argument should be integer or bytes-like object, not '${o.type.name}'`);
  const value = asSsize(o, null);
  if (value < 0 || value > 255) valueError('byte must be in range(0, 256)');
  return Uint8Array.of(value);
}

type Find = (bytes: Uint8Array, sub: Uint8Array, start: number, end: number) => number;

function finds(
  fn: Find,
  missing: string | null,
): (self: PyObject, sub: PyObject, start?: PyObject, end?: PyObject) => PyObject {
  return (self, sub, start, end) => {
    const from = sliceBound(start, 0);
    const to = sliceBound(end, Infinity);
    const i = fn(valueOf(self), needle(sub), from, to);
    if (i < 0 && missing !== null) valueError(missing);
    return newIntNumber(i);
  };
}

function affix(
  name: string,
  test: (bytes: Uint8Array, sub: Uint8Array, start: number, end: number) => boolean,
): (self: PyObject, sub: PyObject, start?: PyObject, end?: PyObject) => PyObject {
  return (self, sub, start, end) => {
    const from = sliceBound(start, 0);
    const to = sliceBound(end, Infinity);
    if (isTuple(sub)) {
      for (const item of sub.v) if (test(valueOf(self), bytesLike(item), from, to)) return bool(true);
      return bool(false);
    }
    const bytes = bytesIn(sub);
    if (bytes === null) typeError(`${name} first arg must be bytes or a tuple of bytes, not ${sub.type.name}`);
    return bool(test(valueOf(self), bytes, from, to));
  };
}

function maps(fn: (bytes: Uint8Array) => Uint8Array): (self: PyObject) => PyObject {
  return self => makeFresh(self, fn(valueOf(self)));
}

function tests(fn: (bytes: Uint8Array) => boolean): (self: PyObject) => PyObject {
  return self => bool(fn(valueOf(self)));
}

function partsOf(self: PyObject, parts: Uint8Array[]): PyObject[] {
  return parts.length === 1 ? [makeUnlessSame(self, parts[0])] : parts.map(part => make(self, part));
}

function splits(
  bySpace: (bytes: Uint8Array, maxsplit: number) => Uint8Array[],
  bySeparator: (bytes: Uint8Array, sep: Uint8Array, maxsplit: number) => Uint8Array[],
): (self: PyObject, sep?: PyObject, maxsplit?: PyObject) => PyObject {
  return (self, sep, maxsplit) => {
    const limit = maxsplit === undefined ? -1 : ssizeArgument(maxsplit);
    if (sep === undefined || sep === None)
      return splitList(partsOf(self, bySpace(valueOf(self), limit)), limit < 0 ? Infinity : limit);
    const separator = bytesLike(sep);
    if (separator.length === 0) valueError('empty separator');
    return splitList(partsOf(self, bySeparator(valueOf(self), separator, limit)), limit < 0 ? Infinity : limit);
  };
}

function bytes_splitlines(self: PyObject, keepends?: PyObject): PyObject {
  return appendedList(partsOf(self, text.bytesSplitlines(valueOf(self), keepends !== undefined && isTrue(keepends))));
}

function partitions(
  fn: (bytes: Uint8Array, sep: Uint8Array) => [Uint8Array, Uint8Array, Uint8Array],
): (self: PyObject, sep: PyObject) => PyObject {
  return (self, sep) => {
    const separator = bytesLike(sep);
    if (separator.length === 0) valueError('empty separator');
    const [before, middle, after] = fn(valueOf(self), separator);
    if (middle.length > 0) {
      const first = make(self, before);
      return newTuple([first, isBytearray(self) ? newBytearray(middle) : incref(sep), make(self, after)]);
    }
    const first = makeUnlessSame(self, before);
    return newTuple([first, make(self, middle), makeUnlessSame(self, after)]);
  };
}

function bytes_join(self: PyObject, iterable: PyObject): PyObject {
  const items = collectFast(iterable, 'can only join an iterable');
  try {
    if (items.length === 1 && items[0].type === T_BYTES && !isBytearray(self)) return incref(items[0]);
    const parts = items.map(
      (item, i) =>
        bytesIn(item) ?? typeError(`sequence item ${i}: expected a bytes-like object, ${item.type.name} found`),
    );
    return makeFresh(self, text.bytesJoin(valueOf(self), parts));
  } finally {
    for (const item of items) decref(item);
  }
}

function strips(
  fn: (bytes: Uint8Array, chars: Uint8Array | null) => Uint8Array,
): (self: PyObject, chars?: PyObject) => PyObject {
  return (self, chars) =>
    makeUnlessSame(self, fn(valueOf(self), chars === undefined || chars === None ? null : bytesLike(chars)));
}

function pads(
  name: string,
  fn: (bytes: Uint8Array, width: number, fill: number) => Uint8Array,
): (self: PyObject, width: PyObject, fill?: PyObject) => PyObject {
  return (self, width, fill) => {
    const n = ssizeArgument(width);
    let byte = 32;
    if (fill !== undefined) {
      const bytes = isBytes(fill) || isBytearray(fill) ? valueOf(fill) : null;
      if (bytes === null || bytes.length !== 1) badArgument(`${name}() argument 2`, 'a byte string of length 1', fill);
      byte = bytes[0];
    }
    return makeUnlessSame(
      self,
      guard(() => fn(valueOf(self), n, byte)),
    );
  };
}

function bytes_zfill(self: PyObject, width: PyObject): PyObject {
  const n = ssizeArgument(width);
  return makeUnlessSame(
    self,
    guard(() => text.bytesZfill(valueOf(self), n)),
  );
}

function bytes_expandtabs(self: PyObject, tabsize?: PyObject): PyObject {
  const n = tabsize === undefined ? 8 : intArgument(tabsize);
  return makeFresh(
    self,
    guard(() => text.bytesExpandtabs(valueOf(self), n)),
  );
}

function bytes_replace(self: PyObject, old: PyObject, replacement: PyObject, count?: PyObject): PyObject {
  const from = bytesLike(old);
  const to = bytesLike(replacement);
  const limit = count === undefined ? -1 : ssizeArgument(count);
  const bytes = valueOf(self);
  const result = guard(() => text.bytesReplace(bytes, from, to, limit));
  return result === bytes ? makeUnlessSame(self, result) : makeFresh(self, result);
}

function bytes_removeprefix(self: PyObject, prefix: PyObject): PyObject {
  return makeUnlessSame(self, text.bytesRemoveprefix(valueOf(self), bytesLike(prefix)));
}

function bytes_removesuffix(self: PyObject, suffix: PyObject): PyObject {
  return makeUnlessSame(self, text.bytesRemovesuffix(valueOf(self), bytesLike(suffix)));
}

function bytes_translate(self: PyObject, table: PyObject, deleted?: PyObject): PyObject {
  const map = table === None ? null : bytesLike(table);
  if (map !== null && map.length !== 256) valueError('translation table must be 256 characters long');
  const gone = deleted === undefined ? new Uint8Array(0) : bytesLike(deleted);
  const bytes = valueOf(self);
  const result = text.bytesTranslate(bytes, map, gone);
  const same = result.length === bytes.length && result.every((c, i) => c === bytes[i]);
  return same ? makeUnlessSame(self, result) : makeFresh(self, result);
}

function bytes_decode(self: PyObject, encoding?: PyObject, errors?: PyObject): PyObject {
  if (encoding !== undefined && !isStr(encoding)) badArgument("decode() argument 'encoding'", 'str', encoding);
  if (errors !== undefined && !isStr(errors)) badArgument("decode() argument 'errors'", 'str', errors);
  return decodeBytes(
    valueOf(self),
    encoding === undefined ? 'utf-8' : encoding.v,
    errors === undefined ? 'strict' : errors.v,
  );
}

/** bytes.hex, bytearray.hex and memoryview.hex. */
export function hexOf(bytes: Uint8Array, sep?: PyObject, bytesPerSep?: PyObject): PyObject {
  const group = bytesPerSep === undefined ? 1 : ssizeArgument(bytesPerSep);
  let separator = '';
  if (sep !== undefined) {
    if (size(sep) !== 1) valueError('sep must be length 1.');
    if (isStr(sep)) separator = sep.v;
    else if (isBytes(sep)) separator = String.fromCharCode(sep.v[0]);
    else typeError('sep must be str or bytes.');
    if (separator.charCodeAt(0) > 127) valueError('sep must be ASCII.');
  }
  return newStr(text.bytesHex(bytes, separator, group));
}

function bytes_fromhex(type: PyContainer<TypeBody>, source: PyObject): PyObject {
  if (!isStr(source)) badArgument('fromhex() argument', 'str', source);
  const bytes = newBytes(guard(() => text.bytesFromhex(source.v)));
  if (type.v === T_BYTES) return bytes;
  const made = call1(type, bytes);
  decref(bytes);
  return made;
}

function bytes_maketrans(_type: PyObject | null, from: PyObject, to: PyObject): PyObject {
  const x = bytesLike(from);
  const y = bytesLike(to);
  if (x.length !== y.length) valueError('maketrans arguments must have same length');
  const table = Uint8Array.from({ length: 256 }, (_, i) => i);
  x.forEach((c, i) => (table[c] = y[i]));
  return newBytes(table);
}

function bytes_getnewargs(self: PyObject): PyObject {
  return newTuple([newBytes((self.v as Uint8Array).slice())]);
}

function bytes_bytes(self: PyObject): PyObject {
  return self.type === T_BYTES ? incref(self) : newBytes(self.v);
}

export const BYTES_CLASSMETHODS: MethodRow[] = [
  ['fromhex', bytes_fromhex, '($type, string, /)', 'The bytes that pairs of hexadecimal digits stand for.'],
];

export const BYTES_STATICMETHODS: MethodRow[] = [
  ['maketrans', bytes_maketrans, '!(frm, to, /)', 'A translation table for translate.'],
];

/** The rows common to both types; `immutable` adds those of bytes alone. */
export function bytesMethods(immutable: boolean): MethodRow[] {
  const own: MethodRow[] = immutable
    ? [
        ['__getnewargs__', bytes_getnewargs, '!($self)'],
        ['__bytes__', bytes_bytes, '($self, /)', 'The value as exactly a bytes.'],
      ]
    : [];
  return [
    ...own,
    ['capitalize', maps(text.bytesCapitalize), '!($self)', 'First byte in upper case, the rest in lower case (ASCII).'],
    ['center', pads('center', text.bytesCenter), "($self, width, fillchar=b' ', /)", 'Centred in width bytes.'],
    [
      'count',
      finds(text.bytesCount, null),
      '!!(sub, start=None, end=None, /)',
      'How often sub occurs, without overlaps.',
    ],
    ['decode', bytes_decode, "($self, /, encoding='utf-8', errors='strict')", 'The text the bytes encode.'],
    [
      'endswith',
      affix('endswith', text.bytesEndswith),
      '!!(suffix, start=None, end=None, /)',
      'Whether the bytes end with suffix (or one of a tuple).',
    ],
    [
      'expandtabs',
      bytes_expandtabs,
      '($self, /, tabsize=8)',
      'Tabs replaced by spaces up to the next multiple of tabsize.',
    ],
    ['find', finds(text.bytesFind, null), '!!(sub, start=None, end=None, /)', 'Lowest index of sub, -1 without one.'],
    [
      'hex',
      (self, sep, group) => hexOf(valueOf(self), sep, group),
      '($self, /, sep=<unrepresentable>, bytes_per_sep=1)',
      'Hexadecimal digits of the bytes.',
    ],
    [
      'index',
      finds(text.bytesFind, 'subsection not found'),
      '!!(sub, start=None, end=None, /)',
      'As find, but ValueError without an occurrence.',
    ],
    [
      'isalnum',
      tests(text.bytesIsalnum),
      '!($self)',
      'Whether all bytes are ASCII letters or digits and there is one.',
    ],
    ['isalpha', tests(text.bytesIsalpha), '!($self)', 'Whether all bytes are ASCII letters and there is one.'],
    ['isascii', tests(text.bytesIsascii), '!($self)', 'Whether all bytes are below 128.'],
    ['isdigit', tests(text.bytesIsdigit), '!($self)', 'Whether all bytes are ASCII digits and there is one.'],
    ['islower', tests(text.bytesIslower), '!($self)', 'Whether all letters are lower case and there is one.'],
    ['isspace', tests(text.bytesIsspace), '!($self)', 'Whether all bytes are ASCII whitespace and there is one.'],
    ['istitle', tests(text.bytesIstitle), '!($self)', 'Whether capitals begin words and nothing else.'],
    ['isupper', tests(text.bytesIsupper), '!($self)', 'Whether all letters are upper case and there is one.'],
    ['join', bytes_join, '($self, iterable_of_bytes, /)', 'The parts with these bytes between them.'],
    ['ljust', pads('ljust', text.bytesLjust), "($self, width, fillchar=b' ', /)", 'At the left of width bytes.'],
    ['lower', maps(text.bytesLower), '!($self)', 'ASCII letters in lower case.'],
    ['lstrip', strips(text.bytesLstrip), '($self, bytes=None, /)', 'Without leading whitespace, or those bytes.'],
    ['partition', partitions(text.bytesPartition), '($self, sep, /)', 'Before the first sep, sep, after it.'],
    ['removeprefix', bytes_removeprefix, '($self, prefix, /)', 'Without the prefix, when it is there.'],
    ['removesuffix', bytes_removesuffix, '($self, suffix, /)', 'Without the suffix, when it is there.'],
    [
      'replace',
      bytes_replace,
      '($self, old, new, count=-1, /)',
      'A copy with occurrences of old replaced by new, at most count of them.',
    ],
    [
      'rfind',
      finds(text.bytesRfind, null),
      '!!(sub, start=None, end=None, /)',
      'Highest index of sub, -1 without one.',
    ],
    [
      'rindex',
      finds(text.bytesRfind, 'subsection not found'),
      '!!(sub, start=None, end=None, /)',
      'As rfind, but ValueError without an occurrence.',
    ],
    ['rjust', pads('rjust', text.bytesRjust), "($self, width, fillchar=b' ', /)", 'At the right of width bytes.'],
    ['rpartition', partitions(text.bytesRpartition), '($self, sep, /)', 'Before the last sep, sep, after it.'],
    [
      'rsplit',
      splits(text.bytesRsplitWhitespace, text.bytesRsplit),
      '($self, /, sep=None, maxsplit=-1)',
      'As split, with the splits counted from the right.',
    ],
    ['rstrip', strips(text.bytesRstrip), '($self, bytes=None, /)', 'Without trailing whitespace, or those bytes.'],
    [
      'split',
      splits(text.bytesSplitWhitespace, text.bytesSplit),
      '($self, /, sep=None, maxsplit=-1)',
      'The parts between separators (runs of whitespace without sep).',
    ],
    ['splitlines', bytes_splitlines, '($self, /, keepends=False)', 'The lines, with their ends when keepends is true.'],
    [
      'startswith',
      affix('startswith', text.bytesStartswith),
      '!!(prefix, start=None, end=None, /)',
      'Whether the bytes begin with prefix (or one of a tuple).',
    ],
    ['strip', strips(text.bytesStrip), '($self, bytes=None, /)', 'Without whitespace, or those bytes, at both ends.'],
    ['swapcase', maps(text.bytesSwapcase), '!($self)', 'Upper case made lower and lower case upper (ASCII).'],
    ['title', maps(text.bytesTitle), '!($self)', 'Every word with a capital first and small letters after (ASCII).'],
    [
      'translate',
      bytes_translate,
      "($self, table, /, delete=b'')",
      'Every byte replaced by table[byte], those in delete left out.',
    ],
    ['upper', maps(text.bytesUpper), '!($self)', 'ASCII letters in upper case.'],
    ['zfill', bytes_zfill, '($self, width, /)', 'Filled with zeros after the sign to width bytes.'],
  ];
}
