import { countCodePoints, isDigit, isHexDigit, isPotentialIdentifierChar } from './chars.ts';
import type { Tokenizer } from './tokenizer.ts';
import * as T from './tokens.ts';
import type { Token } from './tokens.ts';

const DOT = 0x2e;
const ZERO = 0x30;
const UNDERSCORE = 0x5f;

/** A NUMBER token that starts with a digit or with a dot before one. */
export function number(t: Tokenizer, start: number, c: number): Token {
  const source = t.source;
  if (c === ZERO) {
    const radix = source.charCodeAt(start + 1) | 0x20;
    if (radix === 0x78) return radixNumber(t, start, 'hexadecimal', 16);
    if (radix === 0x6f) return radixNumber(t, start, 'octal', 8);
    if (radix === 0x62) return radixNumber(t, start, 'binary', 2);
    t.cur = start + 1;
    let d = source.charCodeAt(t.cur);
    for (;;) {
      if (d === UNDERSCORE) {
        d = source.charCodeAt(++t.cur);
        if (!isDigit(d)) t.syntaxerror('invalid decimal literal');
      }
      if (d !== ZERO) break;
      d = source.charCodeAt(++t.cur);
    }
    const zerosEnd = t.cur + 1;
    if (isDigit(d)) {
      decimalTail(t);
      d = source.charCodeAt(t.cur);
      const lower = d | 0x20;
      if (d !== DOT && lower !== 0x65 && lower !== 0x6a) {
        t.syntaxerror(
          'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
          countCodePoints(source, t.lineStart, start) + 1,
          countCodePoints(source, t.lineStart, zerosEnd),
        );
      }
    }
  } else if (c !== DOT) {
    decimalTail(t);
  }
  let d = source.charCodeAt(t.cur);
  if (d === DOT) {
    d = source.charCodeAt(++t.cur);
    if (isDigit(d)) {
      decimalTail(t);
      d = source.charCodeAt(t.cur);
    }
  }
  if ((d | 0x20) === 0x65) {
    const e = t.cur;
    d = source.charCodeAt(++t.cur);
    if (d === 0x2b || d === 0x2d) {
      d = source.charCodeAt(++t.cur);
      if (!isDigit(d)) t.syntaxerror('invalid decimal literal');
    } else if (!isDigit(d)) {
      t.cur = e;
      verifyEndOfNumber(t, 'decimal');
      return t.token(T.NUMBER, '', start);
    }
    decimalTail(t);
    d = source.charCodeAt(t.cur);
  }
  if ((d | 0x20) === 0x6a) {
    t.cur++;
    verifyEndOfNumber(t, 'imaginary');
  } else {
    verifyEndOfNumber(t, 'decimal');
  }
  return t.token(T.NUMBER, '', start);
}

/** Digits with single underscores between them; `cur` may stand before or on the first. */
function decimalTail(t: Tokenizer): void {
  const source = t.source;
  for (;;) {
    let c: number;
    do c = source.charCodeAt(++t.cur);
    while (isDigit(c));
    if (c !== UNDERSCORE) return;
    c = source.charCodeAt(++t.cur);
    if (!isDigit(c)) t.syntaxerror('invalid decimal literal');
  }
}

function radixNumber(t: Tokenizer, start: number, kind: string, radix: number): Token {
  const source = t.source;
  const valid = (c: number): boolean => (radix === 16 ? isHexDigit(c) : c >= ZERO && c < ZERO + radix);
  t.cur = start + 2;
  let c = source.charCodeAt(t.cur);
  do {
    if (c === UNDERSCORE) c = source.charCodeAt(++t.cur);
    if (!valid(c)) {
      if (isDigit(c)) invalidDigit(t, c, kind);
      t.syntaxerror(`invalid ${kind} literal`);
    }
    do c = source.charCodeAt(++t.cur);
    while (valid(c));
  } while (c === UNDERSCORE);
  if (isDigit(c)) invalidDigit(t, c, kind);
  verifyEndOfNumber(t, kind);
  return t.token(T.NUMBER, '', start);
}

function invalidDigit(t: Tokenizer, c: number, kind: string): never {
  t.cur++;
  t.syntaxerror(`invalid digit '${String.fromCharCode(c)}' in ${kind} literal`);
}

/** `verify_end_of_number`: `1if x` warns, `1abc` is an error. */
function verifyEndOfNumber(t: Tokenizer, kind: string): void {
  const { source, cur } = t;
  const c = source.charCodeAt(cur);
  if (!(c < 128) || !isPotentialIdentifierChar(c)) return;
  const follows = (word: string): boolean =>
    source.startsWith(word, cur) && !isPotentialIdentifierChar(source.charCodeAt(cur + word.length));
  const next = source[cur + 1];
  if (
    (c === 0x69 && (next === 'f' || next === 'n' || next === 's')) ||
    follows('and') ||
    follows('else') ||
    follows('for') ||
    follows('or') ||
    follows('not')
  ) {
    t.warn(`invalid ${kind} literal`);
    return;
  }
  t.syntaxerror(`invalid ${kind} literal`);
}
