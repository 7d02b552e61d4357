/** The escape codecs: _PyUnicode_DecodeUnicodeEscapeInternal, its raw sister, and _PyBytes_DecodeEscape. */
import { decodeError, resume } from './codec_errors.ts';
import { characterNamed } from './unicode_names.ts';
import type { Errors } from './codec_errors.ts';
import { ValueAlgorithmError, valueError } from './errors.ts';
import { encodeLatin1 } from './single_byte.ts';
import { escapeCodePoint } from './str_repr.ts';
import { ByteWriter } from './byte_writer.ts';

/** What a decoder read, and the first escape it did not know (its offset), -1 for none: a warning to the user. */
export interface Unescaped<T> {
  readonly value: T;
  readonly consumed: number;
  readonly invalidEscape: number;
}

/** Escapes of one letter, by the letter's code. */
const SIMPLE = new Map<number, number>(
  Object.entries({ '\\': 92, "'": 39, '"': 34, b: 8, f: 12, t: 9, n: 10, r: 13, v: 11, a: 7 }).map(([letter, to]) => [
    letter.charCodeAt(0),
    to,
  ]),
);

function hexDigit(c: number | undefined): number {
  if (c === undefined) return -1;
  if (c >= 48 && c <= 57) return c - 48;
  const letter = c | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** End of the octal digits, three at most, that start at `i`. */
function octalEnd(bytes: Uint8Array, i: number): number {
  let end = i;
  while (end < i + 3 && end < bytes.length && bytes[end]! >= 48 && bytes[end]! <= 55) end++;
  return end;
}

/** Value of bytes[i:end] in octal. */
function octal(bytes: Uint8Array, i: number, end: number): number {
  let value = 0;
  for (; i < end; i++) value = value * 8 + bytes[i]! - 48;
  return value;
}

/** The last hexadecimal escape read: its value and the end of its digits. */
const hex = { value: 0, end: 0 };

/** Reads `count` digits; false when there are fewer. */
function readHex(bytes: Uint8Array, i: number, count: number): boolean {
  hex.value = 0;
  const all = i + count;
  for (; i < all; i++) {
    const digit = hexDigit(bytes[i]);
    if (digit < 0) break;
    hex.value = hex.value * 16 + digit;
  }
  hex.end = i;
  return i === all;
}

/** Reads `\N{name}` from after the N: the character, or the reason why not. `hex.end` is where it ended. */
function readName(bytes: Uint8Array, i: number): { text: string } | { reason: string } {
  const malformed = { reason: 'malformed \\N character escape' };
  hex.end = i;
  if (bytes[i] !== 123) return malformed;
  const close = bytes.indexOf(125, i + 1);
  hex.end = close < 0 ? bytes.length : close;
  if (close <= i + 1) return malformed;
  hex.end = close + 1;
  const text = characterNamed(String.fromCharCode(...bytes.subarray(i + 1, close)));
  return text === null ? { reason: 'unknown Unicode character name' } : { text };
}

/** unicode_escape to text; unless `final`, an escape cut off at the end is left unread. Raises UnicodeDecodeError. */
export function decodeUnicodeEscape(bytes: Uint8Array, errors: Errors = 'strict', final = true): Unescaped<string> {
  const n = bytes.length;
  let value = '';
  let invalidEscape = -1;
  let i = 0;
  while (i < n) {
    if (bytes[i] !== 92) {
      value += String.fromCharCode(bytes[i++]!);
      continue;
    }
    const c = bytes[i + 1];
    let reason = '';
    let end = i + 2;
    if (c === undefined) {
      if (!final) break;
      reason = '\\ at end of string';
      end = n;
    } else if (c === 10) {
      // An escaped newline stands for nothing.
    } else if (SIMPLE.has(c)) {
      value += String.fromCharCode(SIMPLE.get(c)!);
    } else if (c >= 48 && c <= 55) {
      end = octalEnd(bytes, i + 1);
      const code = octal(bytes, i + 1, end);
      if (code > 0o377 && invalidEscape < 0) invalidEscape = i;
      value += String.fromCharCode(code);
    } else if (c === 120 || c === 117 || c === 85) {
      const count = c === 120 ? 2 : c === 117 ? 4 : 8;
      const whole = readHex(bytes, i + 2, count);
      end = hex.end;
      if (!whole) {
        if (end === n && !final) break;
        reason = `truncated \\${c === 120 ? 'xXX' : c === 117 ? 'uXXXX' : 'UXXXXXXXX'} escape`;
      } else if (hex.value > 0x10ffff) reason = 'illegal Unicode character';
      else value += String.fromCodePoint(hex.value);
    } else if (c === 78) {
      const read = readName(bytes, i + 2);
      end = hex.end;
      if ('text' in read) value += read.text;
      else {
        if (end === n && !final) break;
        reason = read.reason;
      }
    } else {
      if (invalidEscape < 0) invalidEscape = i;
      value += '\\' + String.fromCharCode(c);
    }
    if (reason !== '') {
      value += decodeError(errors, 'unicodeescape', bytes, i, end, reason);
      end = resume.position;
    }
    i = end;
  }
  return { value, consumed: i, invalidEscape };
}

/** raw_unicode_escape to text: only `\u` and `\U`, after an odd number of backslashes. Raises UnicodeDecodeError. */
export function decodeRawUnicodeEscape(bytes: Uint8Array, errors: Errors = 'strict', final = true): Unescaped<string> {
  const n = bytes.length;
  let value = '';
  let i = 0;
  while (i < n) {
    const c = bytes[i + 1];
    if (bytes[i] !== 92 || (i + 1 >= n && final)) {
      value += String.fromCharCode(bytes[i++]!);
      continue;
    }
    if (c === undefined) break;
    if (c !== 117 && c !== 85) {
      value += '\\' + String.fromCharCode(c);
      i += 2;
      continue;
    }
    const whole = readHex(bytes, i + 2, c === 117 ? 4 : 8);
    let end = hex.end;
    let reason = '';
    if (!whole) {
      if (end === n && !final) break;
      reason = `truncated \\${c === 117 ? 'uXXXX' : 'UXXXXXXXX'} escape`;
    } else if (hex.value > 0x10ffff) reason = '\\Uxxxxxxxx out of range';
    else value += String.fromCodePoint(hex.value);
    if (reason !== '') {
      value += decodeError(errors, 'rawunicodeescape', bytes, i, end, reason);
      end = resume.position;
    }
    i = end;
  }
  return { value, consumed: i, invalidEscape: -1 };
}

/** Text to unicode_escape. */
export function encodeUnicodeEscape(s: string): Uint8Array {
  const escaped = s.replace(/[^ -[\]-~]/gu, c => {
    if (c === '\\') return '\\\\';
    if (c === '\n') return '\\n';
    if (c === '\r') return '\\r';
    if (c === '\t') return '\\t';
    return escapeCodePoint(c.codePointAt(0)!);
  });
  return encodeLatin1(escaped);
}

/** Text to raw_unicode_escape. */
export function encodeRawUnicodeEscape(s: string): Uint8Array {
  return encodeLatin1(s.replace(/[^\x00-\xff]/gu, c => escapeCodePoint(c.codePointAt(0)!)));
}

/** The escapes of a bytes literal (`codecs.escape_decode`). Raises ValueError. */
export function decodeBytesEscape(bytes: Uint8Array, errors = 'strict'): Unescaped<Uint8Array> {
  const n = bytes.length;
  const out = new ByteWriter(n);
  let invalidEscape = -1;
  let i = 0;
  while (i < n) {
    if (bytes[i] !== 92) {
      out.byte(bytes[i++]!);
      continue;
    }
    if (i + 1 === n) valueError('Trailing \\ in string');
    const c = bytes[i + 1]!;
    if (c === 10) {
      i += 2;
    } else if (SIMPLE.has(c)) {
      out.byte(SIMPLE.get(c)!);
      i += 2;
    } else if (c >= 48 && c <= 55) {
      const end = octalEnd(bytes, i + 1);
      const code = octal(bytes, i + 1, end);
      if (code > 0o377 && invalidEscape < 0) invalidEscape = i;
      out.byte(code & 255);
      i = end;
    } else if (c === 120) {
      const whole = readHex(bytes, i + 2, 2);
      if (whole) {
        out.byte(hex.value);
      } else if (errors === 'replace') {
        out.byte(63);
      } else if (errors === 'strict') {
        valueError(`invalid \\x escape at position ${i}`);
      } else if (errors !== 'ignore') {
        throw new ValueAlgorithmError('ValueError', `decoding error; unknown error handling code: ${errors}`);
      }
      i = hex.end;
    } else {
      if (invalidEscape < 0) invalidEscape = i;
      out.byte(92);
      out.byte(c);
      i += 2;
    }
  }
  return { value: out.finish(), consumed: n, invalidEscape };
}
