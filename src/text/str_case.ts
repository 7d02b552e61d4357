/** Case conversion and the is...() predicates of str (Objects/unicodeobject.c), by Unicode 15.0. */
import * as unicode from './unicode_data.ts';

const ASCII = /^[\x00-\x7f]*$/;

/** str.isascii. */
export function strIsascii(s: string): boolean {
  return ASCII.test(s);
}

function kindOf(s: string): number {
  return ASCII.test(s) ? 0 : 2;
}

const SIGMA = 0x3a3;
const SMALL_SIGMA = 'σ';
const FINAL_SIGMA = 'ς';

/** Small form of the capital sigma at code point `i`: final after a cased letter and not before one. */
function lowerSigma(points: readonly number[], i: number): string {
  let j = i - 1;
  while (j >= 0 && unicode.isCaseIgnorable(points[j]!)) j--;
  if (j < 0 || !unicode.isCased(points[j]!)) return SMALL_SIGMA;
  j = i + 1;
  while (j < points.length && unicode.isCaseIgnorable(points[j]!)) j++;
  return j < points.length && unicode.isCased(points[j]!) ? SMALL_SIGMA : FINAL_SIGMA;
}

function lowerAt(points: readonly number[], i: number): string {
  const cp = points[i]!;
  return cp === SIGMA ? lowerSigma(points, i) : unicode.toLower(cp);
}

function codePoints(s: string): number[] {
  const points: number[] = [];
  for (let i = 0; i < s.length; i++) {
    const cp = s.codePointAt(i)!;
    points.push(cp);
    if (cp > 0xffff) i++;
  }
  return points;
}

function mapped(s: string, map: (cp: number) => string): string {
  let out = '';
  for (let i = 0; i < s.length; i++) {
    const cp = s.codePointAt(i)!;
    if (cp > 0xffff) i++;
    out += map(cp);
  }
  return out;
}

/** str.lower. `kind` is how CPython holds the text (0 ASCII, 1 Latin-1, else 2 or 4), as in all functions that have it. */
export function strLower(s: string, kind = kindOf(s)): string {
  if (kind < 2) return s.toLowerCase();
  if (!s.includes('Σ')) return mapped(s, unicode.toLower);
  const points = codePoints(s);
  let out = '';
  for (let i = 0; i < points.length; i++) out += lowerAt(points, i);
  return out;
}

/** str.upper. */
export function strUpper(s: string, kind = kindOf(s)): string {
  return kind < 2 ? s.toUpperCase() : mapped(s, unicode.toUpper);
}

/** str.casefold. */
export function strCasefold(s: string, kind = kindOf(s)): string {
  return kind === 0 ? s.toLowerCase() : mapped(s, unicode.toFolded);
}

/** str.capitalize: the first character in title case, the others in lower case. */
export function strCapitalize(s: string, kind = kindOf(s)): string {
  if (kind === 0) return withCapital(s.toLowerCase(), 0, 0);
  const points = codePoints(s);
  let out = unicode.toTitle(points[0]!);
  for (let i = 1; i < points.length; i++) out += lowerAt(points, i);
  return out;
}

/** `s` from `start` on, with its character at `i` a capital. */
function withCapital(s: string, start: number, i: number): string {
  const c = s.charCodeAt(i);
  if (!(c >= 97 && c <= 122)) return start === 0 ? s : s.slice(start);
  const capital = String.fromCharCode(c - 32) + s.slice(i + 1);
  return i === start ? capital : s.slice(start, i) + capital;
}

/** str.title. */
export function strTitle(s: string, kind = kindOf(s)): string {
  if (kind === 0) return titleAscii(s.toLowerCase());
  const points = codePoints(s);
  let out = '';
  let afterCased = false;
  for (let i = 0; i < points.length; i++) {
    out += afterCased ? lowerAt(points, i) : unicode.toTitle(points[i]!);
    afterCased = unicode.isCased(points[i]!);
  }
  return out;
}

function titleAscii(lower: string): string {
  let out = '';
  let kept = 0;
  let word = -1;
  let afterCased = false;
  for (let i = 0; i < lower.length; i++) {
    const c = lower.charCodeAt(i);
    const cased = c >= 97 && c <= 122;
    if (cased && !afterCased) {
      if (word >= 0) {
        out += withCapital(lower.slice(kept, i), 0, word - kept);
        kept = i;
      }
      word = i;
    }
    afterCased = cased;
  }
  if (word < 0) return lower;
  const last = withCapital(lower, kept, word);
  return kept === 0 ? last : out + last;
}

/** str.swapcase. */
export function strSwapcase(s: string, kind = kindOf(s)): string {
  if (kind === 0) return swapcaseAscii(s);
  const points = codePoints(s);
  let out = '';
  for (let i = 0; i < points.length; i++) {
    const cp = points[i]!;
    if (unicode.isUpper(cp)) out += lowerAt(points, i);
    else out += unicode.isLower(cp) ? unicode.toUpper(cp) : String.fromCodePoint(cp);
  }
  return out;
}

function swapcaseAscii(s: string): string {
  let out = '';
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    out += String.fromCharCode((c >= 97 && c <= 122) || (c >= 65 && c <= 90) ? c ^ 32 : c);
  }
  return out;
}

/** Whether the string is not empty and all its code points satisfy the predicate. */
function all(s: string, predicate: (cp: number) => boolean): boolean {
  for (let i = 0; i < s.length; i++) {
    const cp = s.codePointAt(i)!;
    if (cp > 0xffff) i++;
    if (!predicate(cp)) return false;
  }
  return s.length > 0;
}

/** str.isalpha. */
export function strIsalpha(s: string): boolean {
  return all(s, unicode.isAlpha);
}

/** str.isdecimal. */
export function strIsdecimal(s: string): boolean {
  return all(s, unicode.isDecimal);
}

/** str.isdigit. */
export function strIsdigit(s: string): boolean {
  return all(s, unicode.isDigit);
}

/** str.isnumeric. */
export function strIsnumeric(s: string): boolean {
  return all(s, unicode.isNumeric);
}

/** str.isalnum. */
export function strIsalnum(s: string): boolean {
  return all(s, unicode.isAlnum);
}

/** str.isspace. */
export function strIsspace(s: string): boolean {
  return all(s, unicode.isSpace);
}

/** str.isprintable; the empty string is. */
export function strIsprintable(s: string): boolean {
  return s === '' || all(s, unicode.isPrintable);
}

/** str.isidentifier. */
export function strIsidentifier(s: string): boolean {
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(s)) return true;
  if (s === '' || ASCII.test(s)) return false;
  return unicode.isIdentifierStart(s.codePointAt(0)!) && all(s, unicode.isIdentifierContinue);
}

/** str.islower: no upper or title case character, and at least one lower case. */
export function strIslower(s: string): boolean {
  let found = false;
  for (let i = 0; i < s.length; i++) {
    const cp = s.codePointAt(i)!;
    if (cp > 0xffff) i++;
    if (unicode.isLower(cp)) found = true;
    else if (unicode.isUpper(cp) || unicode.isTitle(cp)) return false;
  }
  return found;
}

/** str.isupper. */
export function strIsupper(s: string): boolean {
  let found = false;
  for (let i = 0; i < s.length; i++) {
    const cp = s.codePointAt(i)!;
    if (cp > 0xffff) i++;
    if (unicode.isUpper(cp)) found = true;
    else if (unicode.isLower(cp) || unicode.isTitle(cp)) return false;
  }
  return found;
}

/** str.istitle: capitals only after uncased characters, small letters only after cased ones. */
export function strIstitle(s: string): boolean {
  let found = false;
  let afterCased = false;
  for (let i = 0; i < s.length; i++) {
    const cp = s.codePointAt(i)!;
    if (cp > 0xffff) i++;
    const capital = unicode.isUpper(cp) || unicode.isTitle(cp);
    if (capital || unicode.isLower(cp)) {
      if (capital === afterCased) return false;
      found = afterCased = true;
    } else {
      afterCased = false;
    }
  }
  return found;
}
