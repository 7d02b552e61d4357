/** Whitespace, lines and padding in a str: Objects/stringlib/split.h, transmogrify.h and do_strip of unicodeobject.c. */
import { checkLength, codePointCount } from './code_points.ts';
import { runOf } from './padding.ts';
import { isLineBreak, isSpace } from './unicode_data.ts';

// All whitespace and line breaks are in the basic plane, so these walk UTF-16 units.

/** What isSpace does not hold for, as long as it goes. */
const WORDS = /[^\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g;
/** From this length on the pattern is quicker than the loop (measured: 36 ns a word instead of 100 in a text just made). */
const LONG = 64;

/** str.split(None); a negative maxsplit sets no limit. */
export function strSplitWhitespace(s: string, maxsplit = -1): string[] {
  if (maxsplit < 0 && s.length >= LONG) return s.match(WORDS) ?? [];
  const parts: string[] = [];
  const n = s.length;
  let i = 0;
  for (;;) {
    while (i < n && isSpace(s.charCodeAt(i))) i++;
    if (i === n) return parts;
    if (maxsplit-- === 0) {
      parts.push(s.slice(i));
      return parts;
    }
    const start = i;
    while (i < n && !isSpace(s.charCodeAt(i))) i++;
    parts.push(s.slice(start, i));
  }
}

/** str.rsplit(None). */
export function strRsplitWhitespace(s: string, maxsplit = -1): string[] {
  const parts: string[] = [];
  let i = s.length - 1;
  for (;;) {
    while (i >= 0 && isSpace(s.charCodeAt(i))) i--;
    if (i < 0) break;
    if (maxsplit-- === 0) {
      parts.push(s.slice(0, i + 1));
      break;
    }
    const end = i + 1;
    while (i >= 0 && !isSpace(s.charCodeAt(i))) i--;
    parts.push(s.slice(i + 1, end));
  }
  return parts.reverse();
}

/** str.splitlines. */
export function strSplitlines(s: string, keepends = false): string[] {
  const lines: string[] = [];
  const n = s.length;
  let start = 0;
  for (let i = 0; i < n; i++) {
    const c = s.charCodeAt(i);
    if (!isLineBreak(c)) continue;
    const end = i;
    if (c === 13 && s.charCodeAt(i + 1) === 10) i++;
    lines.push(s.slice(start, keepends ? i + 1 : end));
    start = i + 1;
  }
  if (start < n) lines.push(s.slice(start));
  return lines;
}

/** str.lstrip; `chars` null strips whitespace. */
export function strLstrip(s: string, chars: string | null = null): string {
  return stripEnds(s, chars, true, false);
}

/** str.rstrip. */
export function strRstrip(s: string, chars: string | null = null): string {
  return stripEnds(s, chars, false, true);
}

/** str.strip. */
export function strStrip(s: string, chars: string | null = null): string {
  return stripEnds(s, chars, true, true);
}

function stripEnds(s: string, chars: string | null, left: boolean, right: boolean): string {
  let i = 0;
  let j = s.length;
  if (chars === null) {
    if (left) while (i < j && isSpace(s.charCodeAt(i))) i++;
    if (right) while (j > i && isSpace(s.charCodeAt(j - 1))) j--;
  } else {
    if (left) while (i < j && has(chars, s.charCodeAt(i))) i++;
    if (right) while (j > i && has(chars, s.charCodeAt(j - 1))) j--;
    // Where halves of pairs were met, whole characters must be compared.
    if ((i > 0 && isSurrogate(s.charCodeAt(i - 1))) || (j < s.length && isSurrogate(s.charCodeAt(j))))
      return stripCodePoints(s, chars, left, right);
  }
  return i === 0 && j === s.length ? s : s.slice(i, j);
}

function has(chars: string, c: number): boolean {
  for (let i = 0; i < chars.length; i++) if (chars.charCodeAt(i) === c) return true;
  return false;
}

function isSurrogate(c: number): boolean {
  return (c & 0xf800) === 0xd800;
}

function stripCodePoints(s: string, chars: string, left: boolean, right: boolean): string {
  const set = new Set(chars);
  const points = Array.from(s);
  let i = 0;
  let j = points.length;
  if (left) while (i < j && set.has(points[i]!)) i++;
  if (right) while (j > i && set.has(points[j - 1]!)) j--;
  return points.slice(i, j).join('');
}

/** `left` and `right` copies of the one-character fill around s. */
function padded(s: string, left: number, right: number, fill: string): string {
  checkLength(s.length + (left + right) * fill.length);
  return runOf(fill, left) + s + runOf(fill, right);
}

/** str.ljust; `width` and `length` (that of `s`) count code points, as in the next three. */
export function strLjust(s: string, width: number, fill = ' ', length = codePointCount(s)): string {
  const margin = width - length;
  return margin <= 0 ? s : padded(s, 0, margin, fill);
}

/** str.rjust. */
export function strRjust(s: string, width: number, fill = ' ', length = codePointCount(s)): string {
  const margin = width - length;
  return margin <= 0 ? s : padded(s, margin, 0, fill);
}

/** str.center: an odd margin leans left when the width is even, right when it is odd. */
export function strCenter(s: string, width: number, fill = ' ', length = codePointCount(s)): string {
  const margin = width - length;
  if (margin <= 0) return s;
  const left = Math.floor(margin / 2) + (margin % 2 === 1 && width % 2 === 1 ? 1 : 0);
  return padded(s, left, margin - left, fill);
}

/** str.zfill: a leading sign stays in front. */
export function strZfill(s: string, width: number, length = codePointCount(s)): string {
  const margin = width - length;
  if (margin <= 0) return s;
  const c = s.charCodeAt(0);
  if (c !== 43 && c !== 45) return padded(s, margin, 0, '0');
  return String.fromCharCode(c) + padded(s.slice(1), margin, 0, '0');
}

/** str.expandtabs. */
export function strExpandtabs(s: string, tabsize = 8): string {
  let out = '';
  let kept = 0;
  let column = 0;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c === 9) {
      const spaces = tabsize > 0 ? tabsize - (column % tabsize) : 0;
      checkLength(out.length + spaces);
      out += s.slice(kept, i) + ' '.repeat(spaces);
      column += spaces;
      kept = i + 1;
    } else {
      column = c === 10 || c === 13 ? 0 : column + 1;
      if ((c & 0xfc00) === 0xd800 && (s.charCodeAt(i + 1) & 0xfc00) === 0xdc00) i++;
    }
  }
  return kept === 0 ? s : out + s.slice(kept);
}

/**
 * str.translate. `lookup` gives the replacement of a code point, '' to delete it, null to keep it. Answers for ASCII
 * are remembered during the call, as unicode_fast_translate does.
 */
export function strTranslate(s: string, lookup: (cp: number) => string | null): string {
  const ascii: (string | undefined)[] = [];
  let out = '';
  for (let i = 0; i < s.length; i++) {
    const cp = s.codePointAt(i)!;
    const at = i;
    if (cp > 0xffff) i++;
    let to = cp < 128 ? ascii[cp] : undefined;
    if (to === undefined) {
      to = lookup(cp) ?? s.slice(at, i + 1);
      if (cp < 128) ascii[cp] = to;
    }
    out += to;
  }
  return out;
}
