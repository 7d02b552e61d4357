/**
 * str (Objects/unicodeobject.c): construction, interning, sizes and hash.
 *
 * `v` is the JavaScript string. `meta` knows how CPython would hold it (ascii, or 1, 2 or 4 bytes a character), which gives the
 * block's size; strings made from strings take their kind from them, so that a long concatenation is never looked
 * through (nor flattened). Public indices count code points: they are those of `v` unless the kind is 4.
 *
 * A subclass's instance is a PyContainer with the same `v` and no `meta`: use strKind and strLength.
 */
import {
  IMMORTAL,
  PyAtom,
  type PyContainer,
  TPFLAGS_UNICODE_SUBCLASS,
  TypeBody,
  type PyObject,
} from '../heap/object.ts';
import { free, malloc, realloc } from '../heap/pymalloc.ts';
import { staticAddr } from '../heap/static.ts';
import { born } from '../heap/audit.ts';
import { decref, incref } from '../heap/refcount.ts';
import { hash, strHash } from '../text/hash.ts';
import { codePointCount } from '../text/code_points.ts';
import { object_free } from './object.ts';

export type PyStr = PyAtom<string>;

export const T_STR = new TypeBody('str');

/** Bits of `meta`. The kind: 0 ascii, 1 Latin-1, 2 and 4 bytes a character. */
export const STR_KIND = 7;
export const STR_INTERNED = 8;
export const STR_HASHED = 16;
/** The UTF-8 form is cached beside the text and counted in its size. */
export const STR_UTF8 = 32;

/** Bytes of the object: header, text and the closing NUL. */
function blockSizeOf(kind: number, length: number): number {
  return kind === 0 ? 41 + length : 56 + kind * (length + 1);
}

/** The text's quick hash is known: the bits from 8 on. */
export const STR_KEYED = 64;

/** '' (immortal). */
export const EMPTY_STR: PyStr = new PyAtom(IMMORTAL, T_STR, staticAddr(41), '', STR_INTERNED);
/** The strings of one Latin-1 character (immortal). */
export const LATIN1: PyStr[] = makeLatin1();

function makeLatin1(): PyStr[] {
  const table: PyStr[] = [];
  for (let i = 0; i < 256; i++) {
    const meta = i < 128 ? 0 : 1 | STR_UTF8;
    table.push(new PyAtom(IMMORTAL, T_STR, staticAddr(blockSizeOf(meta & STR_KIND, 1)), String.fromCharCode(i), meta));
  }
  return table;
}

/** How CPython would hold the text: 0 ascii, else 1, 2 or 4. */
export function kindOf(s: string): number {
  let all = 0;
  const n = s.length;
  for (let i = 0; i < n; i++) all |= s.charCodeAt(i);
  if (all < 128) return 0;
  if (all < 256) return 1;
  for (let i = 1; i < n; i++)
    if ((s.charCodeAt(i) & 0xfc00) === 0xdc00 && (s.charCodeAt(i - 1) & 0xfc00) === 0xd800) return 4;
  return 2;
}

/** A new reference to the str of a JavaScript string. */
export function newStr(s: string): PyStr {
  if (s.length <= 1) {
    if (s.length === 0) return EMPTY_STR;
    const c = s.charCodeAt(0);
    if (c < 256) return LATIN1[c];
  }
  return newStrKind(s, kindOf(s));
}

/** As newStr, for text known to be ASCII. */
export function newAscii(s: string): PyStr {
  if (s.length <= 1) return s.length === 0 ? EMPTY_STR : LATIN1[s.charCodeAt(0)];
  return newStrKind(s, 0);
}

/** As newStr, for text known to be ASCII when `kind` is 0 (the kind of what it was made from). */
export function newStrFrom(s: string, kind: number): PyStr {
  return kind === 0 ? newAscii(s) : newStr(s);
}

/** A str object of its own unless empty, as the methods make that fill a new block: `'A'.lower() is 'a'` is False. */
export function newStrFresh(s: string, kind: number): PyStr {
  if (s.length === 0) return EMPTY_STR;
  return newStrKind(s, kind === 0 ? 0 : kindOf(s));
}

/** A str object of its own, even of one character, of the given kind (and length in code points for kind 4). */
export function newStrKind(s: string, kind: number, length = -1): PyStr {
  if (kind === 4) return newAstral(s, length);
  const o = new PyAtom(1, T_STR, malloc(blockSizeOf(kind, s.length)), s, kind);
  born(o);
  return o;
}

// ---- strings with characters beyond U+FFFF

/** Bits of `meta` from here on: the length in code points of a str of kind 4, where it fits; else 0. */
const LENGTH_SHIFT = 6;
const LENGTH_LIMIT = 1 << 24;

function withLength(meta: number, length: number): number {
  return (meta & ((1 << LENGTH_SHIFT) - 1)) | (length < LENGTH_LIMIT ? length << LENGTH_SHIFT : 0);
}

/** UTF-16 offset of every code point, made when a str is first indexed. */
const offsetsOf = new WeakMap<PyObject, Int32Array>();

function newAstral(s: string, length: number): PyStr {
  if (length < 0) length = codePointCount(s);
  const o = new PyAtom(1, T_STR, malloc(blockSizeOf(4, length)), s, withLength(4, length));
  born(o);
  return o;
}

function astralLength(o: PyObject): number {
  const known = o.type === T_STR ? (o as PyStr).meta >> LENGTH_SHIFT : 0;
  return known !== 0 ? known : codePointCount(o.v);
}

/** UTF-16 offsets of the code points of a str of kind 4, and the length after the last. */
export function codePointOffsets(o: PyObject): Int32Array {
  const known = offsetsOf.get(o);
  if (known !== undefined) return known;
  const s: string = o.v;
  const length = astralLength(o);
  const offsets = new Int32Array(length + 1);
  let at = 0;
  for (let i = 0; i < length; i++) {
    offsets[i] = at;
    at += s.codePointAt(at)! > 0xffff ? 2 : 1;
  }
  offsets[length] = at;
  offsetsOf.set(o, offsets);
  return offsets;
}

/** Replaces the text of a str that nothing else refers to (unicode_resize); the block moves as realloc moves it. */
export function replaceText(o: PyStr, s: string, kind: number, length: number): void {
  o.v = s;
  o.addr = realloc(o.addr, blockSizeOf(kind, length));
  if (kind === 4) {
    o.meta = withLength(o.meta, length);
    offsetsOf.delete(o);
  }
}

/** The kind of any str or subclass instance. */
export function strKind(o: PyObject): number {
  return o.type === T_STR ? (o as PyStr).meta & STR_KIND : kindOf(o.v);
}

/** len() of any str or subclass instance. */
export function strLength(o: PyObject): number {
  if (o.type === T_STR && ((o as PyStr).meta & 4) === 0) return o.v.length;
  return strKind(o) === 4 ? astralLength(o) : o.v.length;
}

export function isStr(o: PyObject): o is PyObject<string> {
  return (o.type.flags & TPFLAGS_UNICODE_SUBCLASS) !== 0;
}

// ---- interning

const interned = new Map<string, PyStr>(makeInternedChars());

/**
 * The names of one character among the interpreter's own identifiers (pycore_global_strings.h) are interned before the
 * Latin-1 characters come into play, so that in 3.12.1 the literal `'a'` is not `'abc'[0]`.
 */
function makeInternedChars(): [string, PyStr][] {
  return Array.from('_abcdenprsx', c => [c, new PyAtom(IMMORTAL, T_STR, staticAddr(42), c, STR_INTERNED)]);
}

/** The interned str of a JavaScript string: immortal, as every interned string of 3.12.1. */
export function intern(s: string): PyStr {
  const known = interned.get(s);
  if (known !== undefined) return known;
  const o = newStr(s);
  makeInterned(o);
  return o;
}

function makeInterned(o: PyStr): void {
  o.rc = IMMORTAL;
  o.meta |= STR_INTERNED;
  interned.set(o.v, o);
}

/** PyUnicode_InternInPlace: the interned equal of `o` (consumed), which may be `o` itself made immortal. */
export function internInPlace(o: PyStr): PyStr {
  if (o.type !== T_STR || (o.meta & STR_INTERNED) !== 0) return o;
  const known = interned.get(o.v);
  if (known !== undefined) {
    decref(o);
    return incref(known);
  }
  makeInterned(o);
  return o;
}

export function isInterned(o: PyObject): boolean {
  return o.type === T_STR && ((o as PyStr).meta & STR_INTERNED) !== 0;
}

/** How many strings are interned. */
export function internCount(): number {
  return interned.size;
}

// ---- slots

export function str_hash(o: PyObject): void {
  if (o.type !== T_STR) {
    strHash(o.v);
    return;
  }
  const s = o as PyStr;
  if ((s.meta & STR_HASHED) !== 0) {
    hash.lo = s.hashLo;
    hash.hi = s.hashHi;
    return;
  }
  strHash(s.v);
  s.hashLo = hash.lo;
  s.hashHi = hash.hi;
  s.meta |= STR_HASHED;
}

/** A hash of 22 bits for tables whose order shows nowhere: cheaper than SipHash where a text is looked up once (FNV-1a). */
export function textHash(s: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < s.length; i++) h = Math.imul(h ^ s.charCodeAt(i), 0x01000193);
  return (h ^ (h >>> 15)) & 0x3fffff;
}

/** textHash of a str, computed once. */
export function strKeyHash(o: PyStr): number {
  if ((o.meta & STR_KEYED) !== 0) return o.meta >>> 8;
  const h = textHash(o.v);
  o.meta |= STR_KEYED | (h << 8);
  return h;
}

export function str_dealloc(o: PyObject): void {
  if (o.type === T_STR) free(o.addr);
  else {
    free((o as PyContainer).mem);
    object_free(o);
  }
}

/** unicode_sizeof: the whole object, with the UTF-8 form where it is kept. A subclass's text is a block of its own. */
export function strSizeof(o: PyObject): number {
  const kind = strKind(o);
  if (o.type !== T_STR) return 64 + (kind || 1) * (strLength(o) + 1);
  return blockSizeOf(kind, strLength(o)) + (((o as PyStr).meta & STR_UTF8) !== 0 ? 3 : 0);
}
