/**
 * Code point arithmetic on JavaScript strings. A Python str counts code points; a string without surrogate pairs
 * counts the same in UTF-16 units, and every function here is then as cheap as the builtin. Lone surrogates count one.
 */

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
