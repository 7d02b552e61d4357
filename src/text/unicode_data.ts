/**
 * The Unicode 15.0 character database of CPython 3.12 (Objects/unicodectype.c), whatever version the JavaScript engine
 * carries. All functions take a code point. The tables unfold at the first character that is not ASCII.
 */
import * as tables from './unicode_tables.ts';

const LOWER = 1;
const UPPER = 2;
const XID_START = 4;
const XID_CONTINUE = 8;
const CASE_IGNORABLE = 16;
const ALPHA = 32;
const PRINTABLE = 64;
const TITLE = 128;
const DECIMAL = 256;

const categoryNames: string[] = [];
const recordFlags: number[] = [];
for (let i = 0; i < tables.RECORD_NAMES.length; i++) {
  const category = tables.RECORD_CATEGORIES.slice(2 * i, 2 * i + 2);
  let flags = parseInt(tables.RECORD_FLAGS[i]!, 32);
  if (/^L/.test(category)) flags |= ALPHA;
  if (!/^[CZ]/.test(category)) flags |= PRINTABLE;
  if (category === 'Lt') flags |= TITLE;
  if (category === 'Nd') flags |= DECIMAL;
  categoryNames.push(category);
  recordFlags.push(flags);
}

let recordOf: Uint8Array | null = null;

/** Index of the record of each code point; filled from the run-length text in about a millisecond. */
function unfoldRecords(): Uint8Array {
  const result = new Uint8Array(0x110000);
  const run = /([^0-9a-z])([0-9a-z]*)/g;
  let cp = 0;
  for (let m = run.exec(tables.RUNS); m; m = run.exec(tables.RUNS)) {
    const end = cp + (m[2] ? parseInt(m[2], 36) : 1);
    result.fill(tables.RECORD_NAMES.indexOf(m[1]!), cp, end);
    cp = end;
  }
  recordOf = result;
  return result;
}

function flagsOf(cp: number): number {
  return recordFlags[(recordOf ?? unfoldRecords())[cp]!]!;
}

/** `unicodedata.category`: two letters. */
export function category(cp: number): string {
  return categoryNames[(recordOf ?? unfoldRecords())[cp]!]!;
}

export function isAlpha(cp: number): boolean {
  if (cp < 128) return (cp >= 97 && cp <= 122) || (cp >= 65 && cp <= 90);
  return (flagsOf(cp) & ALPHA) !== 0;
}

export function isLower(cp: number): boolean {
  if (cp < 128) return cp >= 97 && cp <= 122;
  return (flagsOf(cp) & LOWER) !== 0;
}

export function isUpper(cp: number): boolean {
  if (cp < 128) return cp >= 65 && cp <= 90;
  return (flagsOf(cp) & UPPER) !== 0;
}

/** Category Lt: the digraphs with only the first letter large. */
export function isTitle(cp: number): boolean {
  return cp >= 128 && (flagsOf(cp) & TITLE) !== 0;
}

/** Lower, upper or title case: `_PyUnicode_IsCased`. */
export function isCased(cp: number): boolean {
  if (cp < 128) return isAlpha(cp);
  return (flagsOf(cp) & (LOWER | UPPER | TITLE)) !== 0;
}

export function isCaseIgnorable(cp: number): boolean {
  return (flagsOf(cp) & CASE_IGNORABLE) !== 0;
}

/** May start an identifier (the underscore included). */
export function isIdentifierStart(cp: number): boolean {
  return (flagsOf(cp) & XID_START) !== 0;
}

export function isIdentifierContinue(cp: number): boolean {
  return (flagsOf(cp) & XID_CONTINUE) !== 0;
}

/** What `repr` shows as itself. */
export function isPrintable(cp: number): boolean {
  if (cp < 127) return cp >= 32;
  return (flagsOf(cp) & PRINTABLE) !== 0;
}

/** Whitespace as `str.isspace` and `str.split` see it: bidirectional type WS, B or S, or category Zs. */
export function isSpace(cp: number): boolean {
  if (cp < 128) return cp <= 32 && (cp === 32 || (cp >= 9 && cp <= 13) || cp >= 28);
  if (cp < 0x1680) return cp === 0x85 || cp === 0xa0;
  return (
    (cp >= 0x2000 && cp <= 0x200a) ||
    cp === 0x2028 ||
    cp === 0x2029 ||
    cp === 0x202f ||
    cp === 0x205f ||
    cp === 0x3000 ||
    cp === 0x1680
  );
}

/** Ends a line for `str.splitlines`. */
export function isLineBreak(cp: number): boolean {
  if (cp < 32) return (cp >= 10 && cp <= 13) || (cp >= 28 && cp <= 30);
  return cp === 0x85 || cp === 0x2028 || cp === 0x2029;
}

export function isDecimal(cp: number): boolean {
  if (cp < 128) return cp >= 48 && cp <= 57;
  return (flagsOf(cp) & DECIMAL) !== 0;
}

/** Value of a decimal digit, or -1. Every run of category Nd starts at a zero and counts up modulo ten. */
export function decimalValue(cp: number): number {
  if (cp < 128) return cp >= 48 && cp <= 57 ? cp - 48 : -1;
  if (!isDecimal(cp)) return -1;
  let start = cp;
  while (isDecimal(start - 1)) start--;
  return (cp - start) % 10;
}

/** Calls `put(code point, value)` for a text of 'gap count stride difference' ranges. */
function unfoldRanges(text: string, put: (cp: number, value: number) => void): void {
  let end = 0;
  for (const range of text.split(',')) {
    const [gap, count, stride, difference] = range.split(' ').map(n => parseInt(n, 36)) as [
      number,
      number,
      number,
      number,
    ];
    let cp = end + gap;
    for (let i = 0; i < count; i++, cp += stride) put(cp, cp + difference);
    end = cp - stride;
  }
}

/** `str.isdigit`, `str.isnumeric` and `str.isalnum` of one character. */
export function isDigit(cp: number): boolean {
  return cp < 128 ? cp >= 48 && cp <= 57 : digitValue(cp) >= 0;
}

export function isNumeric(cp: number): boolean {
  return cp < 128 ? cp >= 48 && cp <= 57 : numericValue(cp) !== null;
}

export function isAlnum(cp: number): boolean {
  return isAlpha(cp) || isNumeric(cp);
}

/** A numeric value that is not an integer. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

let digits: Map<number, number> | null = null;
let numbers: Map<number, number | Fraction> | null = null;

/** Value of a digit (superscripts and circled digits too), or -1. */
export function digitValue(cp: number): number {
  if (cp < 128 || isDecimal(cp)) return decimalValue(cp);
  if (digits === null) {
    const map = (digits = new Map<number, number>());
    unfoldRanges(tables.DIGIT_NOT_DECIMAL, (at, value) => map.set(at, value));
  }
  return digits.get(cp) ?? -1;
}

/** Numeric value of a character, or null. */
export function numericValue(cp: number): number | Fraction | null {
  const digit = digitValue(cp);
  if (digit >= 0) return digit;
  if (cp < 128) return null;
  if (numbers === null) {
    const map = (numbers = new Map<number, number | Fraction>());
    unfoldRanges(tables.INTEGER_NOT_DIGIT, (at, value) => map.set(at, value));
    for (const item of tables.FRACTION.split(',')) {
      const [at, numerator, denominator] = item.split(' ').map(n => parseInt(n, 36)) as [number, number, number];
      map.set(at, { numerator, denominator });
    }
  }
  return numbers.get(cp) ?? null;
}

/** Case maps hold only the characters that change; a value may be several characters. */
interface CaseMaps {
  readonly upper: Map<number, string>;
  readonly lower: Map<number, string>;
  readonly title: Map<number, string>;
  readonly fold: Map<number, string>;
}

let caseMaps: CaseMaps | null = null;

function unfoldCaseMap(base: Map<number, string> | null, one: string, many: string): Map<number, string> {
  const map = new Map<number, string>(base);
  unfoldRanges(one, (cp, value) => map.set(cp, String.fromCodePoint(value)));
  for (const item of many.split(',')) {
    const [cp, ...to] = item.split(' ').map(n => parseInt(n, 36)) as [number, ...number[]];
    map.set(cp, String.fromCodePoint(...to));
  }
  return map;
}

function unfoldCaseMaps(): CaseMaps {
  const upper = unfoldCaseMap(null, tables.UPPER, tables.UPPER_LONG);
  const lower = unfoldCaseMap(null, tables.LOWER, tables.LOWER_LONG);
  caseMaps = {
    upper,
    lower,
    title: unfoldCaseMap(upper, tables.TITLE_NOT_UPPER, tables.TITLE_NOT_UPPER_LONG),
    fold: unfoldCaseMap(lower, tables.FOLD_NOT_LOWER, tables.FOLD_NOT_LOWER_LONG),
  };
  return caseMaps;
}

/** Full upper-case mapping, as `_PyUnicode_ToUpperFull`. */
export function toUpper(cp: number): string {
  return (caseMaps ?? unfoldCaseMaps()).upper.get(cp) ?? String.fromCodePoint(cp);
}

/** Full lower-case mapping without the final sigma rule. */
export function toLower(cp: number): string {
  return (caseMaps ?? unfoldCaseMaps()).lower.get(cp) ?? String.fromCodePoint(cp);
}

/** Full title-case mapping. */
export function toTitle(cp: number): string {
  return (caseMaps ?? unfoldCaseMaps()).title.get(cp) ?? String.fromCodePoint(cp);
}

/** Full case folding. */
export function toFolded(cp: number): string {
  return (caseMaps ?? unfoldCaseMaps()).fold.get(cp) ?? String.fromCodePoint(cp);
}

/** Simple (one to one) lower-case mapping, as `_PyUnicode_ToLowercase` and `_sre.unicode_tolower`. */
export function toLowerSimple(cp: number): number {
  return cp === 0x130 ? 0x69 : toLower(cp).codePointAt(0)!;
}
