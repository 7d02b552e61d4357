/** Concatenation, repetition, indexing, comparison and containment of str (Objects/unicodeobject.c). */
import type { PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE } from '../heap/slots.ts';
import { compareCodePoints } from '../text/code_points.ts';
import { strContains } from '../text/str_methods.ts';
import { indexError, memoryError, overflowError, typeError } from '../exceptions/raise.ts';
import { T_IndexError } from '../exceptions/types.ts';
import { asSsize, isIndex } from '../protocols/number.ts';
import { T_INT } from './int.ts';
import { bool, NotImplemented } from './singletons.ts';
import { bounds, isSlice, unpackSlice } from './slice.ts';
import {
  codePointOffsets,
  EMPTY_STR,
  isStr,
  LATIN1,
  newStr,
  newStrFresh,
  newStrFrom,
  newStrKind,
  replaceText,
  STR_HASHED,
  STR_INTERNED,
  STR_KEYED,
  STR_KIND,
  strKind,
  strLength,
  T_STR,
  type PyStr,
} from './str.ts';

/** Longest string V8 can hold. */
export const MAX_STRING = 536870888;

/** unicode_result_unchanged: the object itself when it is exactly a str, else a str of the same text. */
export function unchanged(o: PyObject): PyObject<string> {
  return o.type === T_STR ? incref(o) : newStr(o.v);
}

/** A new reference to the str `text` made from `o`; `o` itself when nothing changed. */
export function resultFrom(o: PyObject, text: string): PyObject<string> {
  return text === o.v ? unchanged(o) : newStrFrom(text, strKind(o));
}

/** The kind of a joined with b. Two lone surrogates that meet become one character of a JavaScript string. */
function joinedKind(a: string, aKind: number, b: string, bKind: number): number {
  const kind = aKind > bKind ? aKind : bKind;
  if (
    aKind === 2 &&
    bKind === 2 &&
    (b.charCodeAt(0) & 0xfc00) === 0xdc00 &&
    (a.charCodeAt(a.length - 1) & 0xfc00) === 0xd800
  )
    return 4;
  return kind;
}

/** a + b of two strs (or subclass instances); new reference. Raises MemoryError. */
export function strConcat(a: PyObject, b: PyObject): PyObject<string> {
  const x: string = a.v;
  const y: string = b.v;
  if (x.length === 0) return unchanged(b);
  if (y.length === 0) return unchanged(a);
  if (x.length + y.length > MAX_STRING) memoryError();
  const kind = joinedKind(x, strKind(a), y, strKind(b));
  return newStrKind(x + y, kind, kind === 4 ? strLength(a) + strLength(b) : -1);
}

/**
 * PyUnicode_Append, for `s = s + x` and `s += x` where `s` is a local: consumes `a`, also when it raises, and borrows `b`;
 * a new reference. A str that nothing else refers to and that was never hashed grows in place, and keeps its id while
 * realloc leaves it.
 */
export function strAppend(a: PyObject<string>, b: PyObject<string>): PyObject<string> {
  const left = a as PyStr;
  if (
    a.rc === 1 &&
    a !== b &&
    a.type === T_STR &&
    b.type === T_STR &&
    (left.meta & (STR_HASHED | STR_KEYED | STR_INTERNED)) === 0
  ) {
    const kind = left.meta & STR_KIND;
    const x = a.v;
    const y = b.v;
    if (y.length === 0) return a;
    const other = (b as PyStr).meta & STR_KIND;
    if (other <= kind && x.length + y.length <= MAX_STRING && (kind !== 2 || joinedKind(x, kind, y, other) === kind)) {
      const length = kind === 4 ? strLength(a) + strLength(b) : x.length + y.length;
      replaceText(left, x + y, kind, length);
      return a;
    }
  }
  try {
    return strConcat(a, b);
  } finally {
    decref(a);
  }
}

/** As strAppend, but consumes `b` as well. */
export function strAppendTake(a: PyObject<string>, b: PyObject<string>): PyObject<string> {
  try {
    return strAppend(a, b);
  } finally {
    decref(b);
  }
}

export function str_concat(a: PyObject, b: PyObject): PyObject {
  if (!isStr(b)) typeError(`can only concatenate str (not "${b.type.name}") to str`);
  return strConcat(a, b);
}

export function str_repeat(o: PyObject, n: number): PyObject {
  const s: string = o.v;
  if (n < 1 || s.length === 0) return EMPTY_STR;
  if (n === 1) return unchanged(o);
  const length = strLength(o);
  if (length > Math.floor(Number.MAX_SAFE_INTEGER / n) && length > 9223372036854775807 / n)
    overflowError('repeated string is too long');
  if (s.length * n > MAX_STRING) memoryError();
  return newStrKind(s.repeat(n), strKind(o), length * n);
}

/** o[i] for a valid index that is not negative. */
function characterAt(o: PyObject, i: number): PyObject {
  const s: string = o.v;
  if (strKind(o) !== 4) {
    const c = s.charCodeAt(i);
    return c < 256 ? LATIN1[c] : newStrKind(s[i], 2);
  }
  const offsets = codePointOffsets(o);
  return newStr(s.slice(offsets[i], offsets[i + 1]));
}

/** o[i] for a JavaScript number; negative counts from the end. Raises IndexError. */
export function strItem(o: PyObject, i: number): PyObject {
  const length = strLength(o);
  if (i < 0) i += length;
  if (i < 0 || i >= length) indexError('string index out of range');
  return characterAt(o, i);
}

export function str_item(o: PyObject, i: number): PyObject {
  if (i < 0 || i >= strLength(o)) indexError('string index out of range');
  return characterAt(o, i);
}

export function str_subscript(o: PyObject, key: PyObject): PyObject {
  if (key.type === T_INT && typeof key.v === 'number') return strItem(o, key.v);
  if (isIndex(key)) return strItem(o, asSsize(key, T_IndexError));
  if (!isSlice(key)) typeError(`string indices must be integers, not '${key.type.name}'`);
  const length = strLength(o);
  unpackSlice(key, length);
  const { start, step, length: count } = bounds;
  if (count <= 0) return EMPTY_STR;
  if (step === 1) return count === length ? unchanged(o) : strSlice(o, start, start + count);
  const s: string = o.v;
  const kind = strKind(o);
  let text = '';
  if (kind !== 4) for (let i = start, k = 0; k < count; k++, i += step) text += s[i];
  else {
    const offsets = codePointOffsets(o);
    for (let i = start, k = 0; k < count; k++, i += step) text += s.slice(offsets[i], offsets[i + 1]);
  }
  return newStrFresh(text, kind);
}

/** o[start:end] in code points, 0 <= start <= end <= length (PyUnicode_Substring). */
export function strSlice(o: PyObject, start: number, end: number): PyObject<string> {
  const kind = strKind(o);
  if (kind !== 4) return newStrFrom((o.v as string).slice(start, end), kind);
  const offsets = codePointOffsets(o);
  return newStr((o.v as string).slice(offsets[start], offsets[end]));
}

/** Order of two strs by code points: negative, 0 or positive. */
export function strCompare(a: PyObject, b: PyObject): number {
  const x: string = a.v;
  const y: string = b.v;
  if (x === y) return 0;
  if (strKind(a) !== 4 && strKind(b) !== 4) return x < y ? -1 : 1;
  return compareCodePoints(x, y);
}

export function str_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (!isStr(a) || !isStr(b)) return NotImplemented;
  switch (op) {
    case Py_EQ:
      return bool(a.v === b.v);
    case Py_NE:
      return bool(a.v !== b.v);
    case Py_LT:
      return bool(strCompare(a, b) < 0);
    case Py_LE:
      return bool(strCompare(a, b) <= 0);
    case Py_GT:
      return bool(strCompare(a, b) > 0);
    case Py_GE:
      return bool(strCompare(a, b) >= 0);
    default:
      return NotImplemented;
  }
}

export function str_contains(o: PyObject, item: PyObject): boolean {
  if (!isStr(item)) typeError(`'in <string>' requires string as left operand, not ${item.type.name}`);
  if (strKind(o) < 2) return (o.v as string).includes(item.v);
  return strContains(o.v, item.v);
}
