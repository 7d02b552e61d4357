/** The methods of str (Objects/unicodeobject.c) over the algorithms of src/text/str_methods.ts. */
import type { PyContainer, PyObject, TypeBody } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import * as text from '../text/str_methods.ts';
import { formatStr } from '../text/format_spec.ts';
import { memoryError, typeError, valueError } from '../exceptions/raise.ts';
import { isTrue, str } from '../protocols/object.ts';
import { collectFast } from '../protocols/sequence.ts';
import { badArgument } from './bad_argument.ts';
import { fromAlgorithm } from './algorithm.ts';
import { encodeStr } from './codecs.ts';
import { type MethodRow } from './define.ts';
import { newIntNumber } from './int.ts';
import { intArgument, ssizeArgument } from './sequence_index.ts';
import { sliceBound } from './slice_bound.ts';
import { bool, None } from './singletons.ts';
import {
  EMPTY_STR,
  isStr,
  newStr,
  newStrFresh,
  newStrFrom,
  newStrKind,
  strKind,
  strLength,
  strSizeof,
  T_STR,
} from './str.ts';
import { appendedList, splitList } from './split_list.ts';
import { str_format, str_format_map } from './str_format.ts';
import { str_maketrans, str_translate } from './str_translate.ts';
import { MAX_STRING, resultFrom, unchanged } from './str_ops.ts';
import { isTuple, newTuple, T_TUPLE } from './tuple.ts';
import { T_LIST } from './list.ts';

/** The text of an argument that must be a str. */
function strArgument(o: PyObject, method: string, position = ''): string {
  if (!isStr(o)) badArgument(`${method}() argument${position}`, 'str', o);
  return o.v;
}

/** The text of an argument that must be a str, in the words of ensure_unicode. */
function ensureStr(o: PyObject): string {
  if (!isStr(o)) typeError(`must be str, not ${o.type.name}`);
  return o.v;
}

/** Runs an algorithm and turns what it throws into Python's exceptions. */
function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (e) {
    throw fromAlgorithm(e);
  }
}

/** Has the text characters of two UTF-16 units? */
function hasPairs(self: PyObject): boolean {
  return strKind(self) === 4;
}

// ---- case and classification

/** A method without arguments that makes a text. */
function maps(fn: (s: string, kind: number) => string): (self: PyObject) => PyObject {
  return self => {
    const kind = strKind(self);
    return newStrFresh(fn(self.v, kind), kind);
  };
}

/** A method without arguments that answers yes or no. */
function tests(fn: (s: string) => boolean): (self: PyObject) => PyObject {
  return self => bool(fn(self.v));
}

function str_isascii(self: PyObject): PyObject {
  return bool(strKind(self) === 0);
}

// ---- searching

function str_find(self: PyObject, sub: PyObject, start?: PyObject, end?: PyObject): PyObject {
  return newIntNumber(
    text.strFind(self.v, ensureStr(sub), sliceBound(start, 0), sliceBound(end, Infinity), hasPairs(self)),
  );
}

function str_rfind(self: PyObject, sub: PyObject, start?: PyObject, end?: PyObject): PyObject {
  return newIntNumber(
    text.strRfind(self.v, ensureStr(sub), sliceBound(start, 0), sliceBound(end, Infinity), hasPairs(self)),
  );
}

function str_index(self: PyObject, sub: PyObject, start?: PyObject, end?: PyObject): PyObject {
  const i = text.strFind(self.v, ensureStr(sub), sliceBound(start, 0), sliceBound(end, Infinity), hasPairs(self));
  return i < 0 ? valueError('substring not found') : newIntNumber(i);
}

function str_rindex(self: PyObject, sub: PyObject, start?: PyObject, end?: PyObject): PyObject {
  const i = text.strRfind(self.v, ensureStr(sub), sliceBound(start, 0), sliceBound(end, Infinity), hasPairs(self));
  return i < 0 ? valueError('substring not found') : newIntNumber(i);
}

function str_count(self: PyObject, sub: PyObject, start?: PyObject, end?: PyObject): PyObject {
  return newIntNumber(
    text.strCount(self.v, ensureStr(sub), sliceBound(start, 0), sliceBound(end, Infinity), hasPairs(self)),
  );
}

/** startswith and endswith: one affix or a tuple of them. */
function affix(
  name: string,
  test: (s: string, affix: string, start: number, end: number, pairs: boolean) => boolean,
): (self: PyObject, affix: PyObject, start?: PyObject, end?: PyObject) => PyObject {
  return (self, sub, start, end) => {
    const from = sliceBound(start, 0);
    const to = sliceBound(end, Infinity);
    const pairs = hasPairs(self);
    if (isStr(sub)) return bool(test(self.v, sub.v, from, to, pairs));
    if (!isTuple(sub)) typeError(`${name} first arg must be str or a tuple of str, not ${sub.type.name}`);
    for (const item of sub.v) {
      if (!isStr(item)) typeError(`tuple for ${name} must only contain str, not ${item.type.name}`);
      if (test(self.v, item.v, from, to, pairs)) return bool(true);
    }
    return bool(false);
  };
}

function str_replace(self: PyObject, old: PyObject, replacement: PyObject, count?: PyObject): PyObject {
  const from = strArgument(old, 'replace', ' 1');
  const to = strArgument(replacement, 'replace', ' 2');
  const limit = count === undefined ? -1 : ssizeArgument(count);
  const result = guard(() => text.strReplace(self.v, from, to, limit));
  if (result === self.v) return unchanged(self);
  return newStrFresh(result, strKind(self) | strKind(replacement));
}

// ---- splitting and joining

/** Objects for texts taken from `self`; one that equals the whole is the object itself. */
function partsOf(self: PyObject, texts: string[]): PyObject[] {
  if (texts.length === 1 && texts[0].length === self.v.length) return [unchanged(self)];
  const kind = strKind(self);
  const items: PyObject[] = new Array(texts.length);
  for (let i = 0; i < texts.length; i++) items[i] = newStrFrom(texts[i], kind);
  return items;
}

/** The most splits there can be; a given limit counts as it is (PyUnicode_Split). */
function maxCount(self: PyObject, sep: string | null, limit: number): number {
  if (limit >= 0) return limit;
  const length = strLength(self);
  if (sep === null) return Math.trunc((length - 1) / 2) + 1;
  return length === 0 ? 0 : Math.floor(length / sep.length) + 1;
}

function separator(sep: PyObject | undefined): string | null {
  if (sep === undefined || sep === None) return null;
  if (!isStr(sep)) typeError(`must be str or None, not ${sep.type.name}`);
  return sep.v;
}

function str_split(self: PyObject, sep?: PyObject, maxsplit?: PyObject): PyObject {
  const limit = maxsplit === undefined ? -1 : ssizeArgument(maxsplit);
  const s = separator(sep);
  if (s === '') valueError('empty separator');
  const texts = s === null ? text.strSplitWhitespace(self.v, limit) : text.strSplit(self.v, s, limit);
  return splitList(partsOf(self, texts), maxCount(self, s, limit));
}

function str_rsplit(self: PyObject, sep?: PyObject, maxsplit?: PyObject): PyObject {
  const limit = maxsplit === undefined ? -1 : ssizeArgument(maxsplit);
  const s = separator(sep);
  if (s === '') valueError('empty separator');
  const texts = s === null ? text.strRsplitWhitespace(self.v, limit) : text.strRsplit(self.v, s, limit);
  return splitList(partsOf(self, texts), maxCount(self, s, limit));
}

function str_splitlines(self: PyObject, keepends?: PyObject): PyObject {
  return appendedList(partsOf(self, text.strSplitlines(self.v, keepends !== undefined && isTrue(keepends))));
}

/** The three parts of a partition; where the separator is missing `self` is one of them. */
function parts(self: PyObject, sep: PyObject, [before, middle, after]: [string, string, string]): PyObject {
  const kind = strKind(self);
  const part = (s: string): PyObject => (middle === '' && s !== '' ? incref(self) : newStrFrom(s, kind));
  const first = part(before);
  return newTuple([first, middle === '' ? EMPTY_STR : incref(sep), part(after)]);
}

function str_partition(self: PyObject, sep: PyObject): PyObject {
  const s = ensureStr(sep);
  if (s === '') valueError('empty separator');
  return parts(self, sep, text.strPartition(self.v, s));
}

function str_rpartition(self: PyObject, sep: PyObject): PyObject {
  const s = ensureStr(sep);
  if (s === '') valueError('empty separator');
  return parts(self, sep, text.strRpartition(self.v, s));
}

export function str_join(self: PyObject, iterable: PyObject): PyObject {
  // Nothing runs that could change the sequence meanwhile.
  if (iterable.type === T_LIST || iterable.type === T_TUPLE) return joinItems(self, iterable.v);
  const items = collectFast(iterable, 'can only join an iterable');
  try {
    return joinItems(self, items);
  } finally {
    for (let i = 0; i < items.length; i++) decref(items[i]);
  }
}

/** Measured: 60,000 texts take V8's join 60 ns each, in parts of 256 they take 29. */
const JOINED_AT_ONCE = 256;

/** The items (borrowed) joined (_PyUnicode_JoinArray). */
export function joinItems(self: PyObject, items: PyObject[]): PyObject {
  const n = items.length;
  if (n === 0) return EMPTY_STR;
  if (n === 1 && items[0].type === T_STR) return incref(items[0]);
  const sep: string = self.v;
  let kind = sep.length > 0 && n > 1 ? strKind(self) : 0;
  let length = (n - 1) * sep.length;
  const texts: string[] = new Array(Math.min(n, JOINED_AT_ONCE));
  let joined = '';
  for (let i = 0; i < n; i++) {
    const item = items[i];
    if (!isStr(item)) typeError(`sequence item ${i}: expected str instance, ${item.type.name} found`);
    const k = strKind(item);
    if (k > kind) kind = k;
    const s = item.v;
    length += s.length;
    if (length > MAX_STRING) memoryError();
    const at = i % JOINED_AT_ONCE;
    if (at === 0 && i > 0) joined += texts.join(sep) + sep;
    texts[at] = s;
  }
  texts.length = ((n - 1) % JOINED_AT_ONCE) + 1;
  joined += texts.join(sep);
  // Lone surrogates may have met.
  return kind === 2 || length === 0 ? newStrFresh(joined, kind) : newStrKind(joined, kind);
}

// ---- stripping and padding

function strips(
  name: string,
  fn: (s: string, chars: string | null) => string,
): (self: PyObject, chars?: PyObject) => PyObject {
  return (self, chars) => {
    if (chars === undefined || chars === None) return shortened(self, fn(self.v, null));
    if (!isStr(chars)) typeError(`${name} arg must be None or str`);
    return shortened(self, fn(self.v, chars.v));
  };
}

/** A part of `self`: itself when nothing is missing. */
function shortened(self: PyObject, part: string): PyObject {
  return part.length === self.v.length ? unchanged(self) : newStrFrom(part, strKind(self));
}

function fillCharacter(fill: PyObject | undefined): string {
  if (fill === undefined) return ' ';
  if (!isStr(fill)) typeError(`The fill character must be a unicode character, not ${fill.type.name}`);
  if (strLength(fill) !== 1) typeError('The fill character must be exactly one character long');
  return fill.v;
}

function pads(
  fn: (s: string, width: number, fill: string, length: number) => string,
): (self: PyObject, width: PyObject, fill?: PyObject) => PyObject {
  return (self, width, fill) => {
    const n = ssizeArgument(width);
    const c = fillCharacter(fill);
    const length = strLength(self);
    if (n <= length) return unchanged(self);
    if (self.v.length + (n - length) * c.length > MAX_STRING) memoryError();
    const kind = strKind(self) | (fill === undefined ? 0 : strKind(fill));
    return newStrFresh(fn(self.v, n, c, length), kind);
  };
}

function str_zfill(self: PyObject, width: PyObject): PyObject {
  const n = ssizeArgument(width);
  return resultFrom(
    self,
    guard(() => text.strZfill(self.v, n, strLength(self))),
  );
}

function str_expandtabs(self: PyObject, tabsize?: PyObject): PyObject {
  const n = tabsize === undefined ? 8 : intArgument(tabsize);
  return resultFrom(
    self,
    guard(() => text.strExpandtabs(self.v, n)),
  );
}

function str_removeprefix(self: PyObject, prefix: PyObject): PyObject {
  return shortened(self, text.strRemoveprefix(self.v, strArgument(prefix, 'removeprefix'), hasPairs(self)));
}

function str_removesuffix(self: PyObject, suffix: PyObject): PyObject {
  return shortened(self, text.strRemovesuffix(self.v, strArgument(suffix, 'removesuffix'), hasPairs(self)));
}

// ---- conversion

function str_encode(self: PyObject, encoding?: PyObject, errors?: PyObject): PyObject {
  const name = encoding === undefined ? 'utf-8' : strArgument(encoding, 'encode', " 'encoding'");
  const mode = errors === undefined ? 'strict' : strArgument(errors, 'encode', " 'errors'");
  return encodeStr(self.v, name, mode);
}

export function str_format_spec(self: PyObject, spec: PyObject): PyObject {
  if (!isStr(spec)) badArgument('__format__() argument', 'str', spec);
  if (spec.v === '') return str(self);
  return resultFrom(
    self,
    guard(() => formatStr(self.v, spec.v, self.type.name)),
  );
}

function str_getnewargs(self: PyObject): PyObject {
  return newTuple([newStr(self.v)]);
}

function str_sizeof(self: PyObject): PyObject {
  return newIntNumber(strSizeof(self));
}

export const STR_METHODS: MethodRow[] = [
  ['encode', str_encode, "($self, /, encoding='utf-8', errors='strict')", 'The text as bytes in an encoding.'],
  [
    'replace',
    str_replace,
    '($self, old, new, count=-1, /)',
    'A copy with occurrences of old replaced by new, at most count of them.',
  ],
  [
    'split',
    str_split,
    '($self, /, sep=None, maxsplit=-1)',
    'The parts between separators (runs of whitespace without sep), from the left.',
  ],
  ['rsplit', str_rsplit, '($self, /, sep=None, maxsplit=-1)', 'As split, with the splits counted from the right.'],
  ['join', str_join, '($self, iterable, /)', 'The strings of an iterable with this string between them.'],
  ['capitalize', maps(text.strCapitalize), '($self, /)', 'First character in title case, the rest in lower case.'],
  ['casefold', maps(text.strCasefold), '($self, /)', 'A form for comparison without regard to case.'],
  ['title', maps(text.strTitle), '($self, /)', 'Every word with a capital first and small letters after.'],
  ['center', pads(text.strCenter), "($self, width, fillchar=' ', /)", 'Centred in width characters.'],
  [
    'count',
    str_count,
    '!!(sub, start=None, end=None, /)',
    'How often sub occurs in self[start:end], without overlaps.',
  ],
  [
    'expandtabs',
    str_expandtabs,
    '($self, /, tabsize=8)',
    'Tabs replaced by spaces up to the next multiple of tabsize.',
  ],
  ['find', str_find, '!!(sub, start=None, end=None, /)', 'Lowest index of sub in self[start:end], -1 without one.'],
  ['partition', str_partition, '($self, sep, /)', 'Before the first sep, sep, after it; (self, "", "") without one.'],
  ['index', str_index, '!!(sub, start=None, end=None, /)', 'As find, but ValueError without an occurrence.'],
  ['ljust', pads(text.strLjust), "($self, width, fillchar=' ', /)", 'At the left of width characters.'],
  ['lower', maps(text.strLower), '($self, /)', 'In lower case.'],
  [
    'lstrip',
    strips('lstrip', text.strLstrip),
    '($self, chars=None, /)',
    'Without leading whitespace, or characters of chars.',
  ],
  ['rfind', str_rfind, '!!(sub, start=None, end=None, /)', 'Highest index of sub in self[start:end], -1 without one.'],
  ['rindex', str_rindex, '!!(sub, start=None, end=None, /)', 'As rfind, but ValueError without an occurrence.'],
  ['rjust', pads(text.strRjust), "($self, width, fillchar=' ', /)", 'At the right of width characters.'],
  [
    'rstrip',
    strips('rstrip', text.strRstrip),
    '($self, chars=None, /)',
    'Without trailing whitespace, or characters of chars.',
  ],
  ['rpartition', str_rpartition, '($self, sep, /)', 'Before the last sep, sep, after it; ("", "", self) without one.'],
  ['splitlines', str_splitlines, '($self, /, keepends=False)', 'The lines, with their ends when keepends is true.'],
  [
    'strip',
    strips('strip', text.strStrip),
    '($self, chars=None, /)',
    'Without whitespace, or characters of chars, at both ends.',
  ],
  ['swapcase', maps(text.strSwapcase), '($self, /)', 'Upper case made lower and lower case upper.'],
  ['translate', str_translate, '($self, table, /)', 'Every character replaced by what table[ordinal] says.'],
  ['upper', maps(text.strUpper), '($self, /)', 'Return a copy of the string converted to uppercase.'],
  [
    'startswith',
    affix('startswith', text.strStartswith),
    '!!(prefix, start=None, end=None, /)',
    'Whether self[start:end] begins with prefix (or one of a tuple).',
  ],
  [
    'endswith',
    affix('endswith', text.strEndswith),
    '!!(suffix, start=None, end=None, /)',
    'Whether self[start:end] ends with suffix (or one of a tuple).',
  ],
  ['removeprefix', str_removeprefix, '($self, prefix, /)', 'Without the prefix, when it is there.'],
  ['removesuffix', str_removesuffix, '($self, suffix, /)', 'Without the suffix, when it is there.'],
  ['isascii', str_isascii, '($self, /)', 'Whether all characters are ASCII.'],
  ['islower', tests(text.strIslower), '($self, /)', 'Whether all cased characters are lower case and there is one.'],
  ['isupper', tests(text.strIsupper), '($self, /)', 'Whether all cased characters are upper case and there is one.'],
  ['istitle', tests(text.strIstitle), '($self, /)', 'Whether capitals begin words and nothing else.'],
  ['isspace', tests(text.strIsspace), '($self, /)', 'Whether all characters are whitespace and there is one.'],
  ['isdecimal', tests(text.strIsdecimal), '($self, /)', 'Whether all characters are decimal digits and there is one.'],
  ['isdigit', tests(text.strIsdigit), '($self, /)', 'Whether all characters are digits and there is one.'],
  ['isnumeric', tests(text.strIsnumeric), '($self, /)', 'Whether all characters are numeric and there is one.'],
  ['isalpha', tests(text.strIsalpha), '($self, /)', 'Whether all characters are letters and there is one.'],
  ['isalnum', tests(text.strIsalnum), '($self, /)', 'Whether all characters are letters or numeric and there is one.'],
  ['isidentifier', tests(text.strIsidentifier), '($self, /)', 'Whether the text is a Python identifier.'],
  ['isprintable', tests(text.strIsprintable), '($self, /)', 'Whether repr shows every character as it is.'],
  ['zfill', str_zfill, '($self, width, /)', 'Filled with zeros after the sign to width characters.'],
  ['format', str_format, '!(*args, **kwargs)', 'Replacement fields in braces filled from the arguments.'],
  ['format_map', str_format_map, '!($self, mapping, /)', 'As format, with names looked up in mapping.'],
  ['__format__', str_format_spec, '($self, format_spec, /)', 'The text padded or cut according to format_spec.'],
  ['__sizeof__', str_sizeof, '($self, /)', 'Size in memory, in bytes.'],
  ['__getnewargs__', str_getnewargs, '!($self)'],
];

export const STR_STATICMETHODS: MethodRow[] = [
  [
    'maketrans',
    (_type: PyContainer<TypeBody>, ...args: PyObject[]) => str_maketrans(args[0], args[1], args[2]),
    '!(x, y=<unrepresentable>, z=<unrepresentable>, /)',
    'A translation table for translate.',
  ],
];
