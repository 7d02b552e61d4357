/** Case conversion and the is...() predicates of str (Objects/unicodeobject.c), by Unicode 15.0. */
import * as unicode from './unicode_data.ts';

const ASCII = /^[\x00-\x7f]*$/;

/** str.isascii. */
export function strIsascii(s: string): boolean {
  return ASCII.test(s);
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

/** str.lower. */
export function strLower(s: string): string {
  if (ASCII.test(s)) return s.toLowerCase();
  if (!s.includes('Σ')) return mapped(s, unicode.toLower);
  const points = codePoints(s);
  let out = '';
  for (let i = 0; i < points.length; i++) out += lowerAt(points, i);
  return out;
}

/** str.upper. */
export function strUpper(s: string): string {
  return ASCII.test(s) ? s.toUpperCase() : mapped(s, unicode.toUpper);
}

/** str.casefold. */
export function strCasefold(s: string): string {
  return ASCII.test(s) ? s.toLowerCase() : mapped(s, unicode.toFolded);
}

/** str.capitalize: the first character in title case, the others in lower case. */
export function strCapitalize(s: string): string {
  if (ASCII.test(s)) return s.slice(0, 1).toUpperCase() + s.slice(1).toLowerCase();
  const points = codePoints(s);
  let out = unicode.toTitle(points[0]!);
  for (let i = 1; i < points.length; i++) out += lowerAt(points, i);
  return out;
}

/** str.title. */
export function strTitle(s: string): string {
  const points = codePoints(s);
  let out = '';
  let afterCased = false;
  for (let i = 0; i < points.length; i++) {
    out += afterCased ? lowerAt(points, i) : unicode.toTitle(points[i]!);
    afterCased = unicode.isCased(points[i]!);
  }
  return out;
}

/** str.swapcase. */
export function strSwapcase(s: string): string {
  const points = codePoints(s);
  let out = '';
  for (let i = 0; i < points.length; i++) {
    const cp = points[i]!;
    if (unicode.isUpper(cp)) out += lowerAt(points, i);
    else out += unicode.isLower(cp) ? unicode.toUpper(cp) : String.fromCodePoint(cp);
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
  return all(s, cp => unicode.digitValue(cp) >= 0);
}

/** str.isnumeric. */
export function strIsnumeric(s: string): boolean {
  return all(s, cp => unicode.numericValue(cp) !== null);
}

/** str.isalnum. */
export function strIsalnum(s: string): boolean {
  return all(s, cp => unicode.isAlpha(cp) || unicode.numericValue(cp) !== null);
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
  for (const point of codePoints(s)) {
    if (unicode.isUpper(point) || unicode.isTitle(point)) return false;
    found ||= unicode.isLower(point);
  }
  return found;
}

/** str.isupper. */
export function strIsupper(s: string): boolean {
  let found = false;
  for (const point of codePoints(s)) {
    if (unicode.isLower(point) || unicode.isTitle(point)) return false;
    found ||= unicode.isUpper(point);
  }
  return found;
}

/** str.istitle: capitals only after uncased characters, small letters only after cased ones. */
export function strIstitle(s: string): boolean {
  let found = false;
  let afterCased = false;
  for (const point of codePoints(s)) {
    const capital = unicode.isUpper(point) || unicode.isTitle(point);
    if (capital || unicode.isLower(point)) {
      if (capital === afterCased) return false;
      found = afterCased = true;
    } else {
      afterCased = false;
    }
  }
  return found;
}
