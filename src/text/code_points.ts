/**
 * Code point arithmetic on JavaScript strings. A Python str counts code points; a string without surrogate pairs
 * counts the same in UTF-16 units, and every function here is then as cheap as the builtin. Lone surrogates count one.
 */

import { ValueAlgorithmError } from './errors.ts';

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/** Whether the string holds a code point beyond U+FFFF, so that units and code points differ. */
export function hasPairs(s: string): boolean {
  return PAIR.test(s);
}

/** Length in code points. */
export function codePointCount(s: string): number {
  const n = s.length;
  if (!PAIR.test(s)) return n;
  let count = n;
  for (let i = 0; i < n - 1; i++) {
    if ((s.charCodeAt(i) & 0xfc00) === 0xd800 && (s.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      count--;
      i++;
    }
  }
  return count;
}

/** Unit offset of the code point at `index`, counted from unit `from`; the string's length when beyond its end. */
export function unitOffset(s: string, index: number, from = 0): number {
  let i = from;
  for (const n = s.length; index > 0 && i < n; index--) {
    i += (s.charCodeAt(i) & 0xfc00) === 0xd800 && (s.charCodeAt(i + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
  }
  return i;
}

/** Code points before unit offset `offset`, counted from unit `from`. */
export function codePointIndex(s: string, offset: number, from = 0): number {
  let count = 0;
  for (let i = from; i < offset; count++) {
    i += (s.charCodeAt(i) & 0xfc00) === 0xd800 && (s.charCodeAt(i + 1) & 0xfc00) === 0xdc00 ? 2 : 1;
  }
  return count;
}

/** Whether unit offset `i` falls between the halves of a pair, where no code point starts. */
export function splitsPair(s: string, i: number): boolean {
  return i > 0 && (s.charCodeAt(i) & 0xfc00) === 0xdc00 && (s.charCodeAt(i - 1) & 0xfc00) === 0xd800;
}

/** The slice from code point `start` to code point `end`, both already clipped to the length. */
export function sliceCodePoints(s: string, start: number, end: number): string {
  if (end <= start) return '';
  if (!PAIR.test(s)) return s.slice(start, end);
  const from = unitOffset(s, start);
  return s.slice(from, unitOffset(s, end - start, from));
}

/** Order of two strings by code points: -1, 0 or 1. Units order the same except that surrogates come too early. */
export function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const n = Math.min(a.length, b.length);
  let i = 0;
  while (i < n && a.charCodeAt(i) === b.charCodeAt(i)) i++;
  if (i === n) return a.length < b.length ? -1 : 1;
  let x = a.charCodeAt(i);
  let y = b.charCodeAt(i);
  if (x >= 0xd800 && y >= 0xd800) {
    if (splitsPair(a, i) || splitsPair(b, i)) i--;
    x = a.codePointAt(i)!;
    y = b.codePointAt(i)!;
  }
  return x < y ? -1 : 1;
}

/** Longest string the engine can hold. */
const MAX_LENGTH = 536870888;

/** Raises MemoryError when a string of so many units cannot be made. */
export function checkLength(units: number): void {
  if (units > MAX_LENGTH) throw new ValueAlgorithmError('MemoryError', '');
}
