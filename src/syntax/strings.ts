import { characterNamed } from '../text/unicode_names.ts';
import type { Constant } from './ast.ts';
import { LiteralError } from './errors.ts';
import type { SyntaxWarning } from './warnings.ts';

/**
 * The value of a STRING token, `_PyPegen_parse_string` of Parser/string_parser.c.
 * Warns of the first invalid escape sequence. Raises LiteralError.
 */
export function parseString(text: string, lineno: number, warnings: SyntaxWarning[] | null): Constant {
  let i = 0;
  let raw = false;
  let bytes = false;
  let quote = text.charCodeAt(0);
  while (quote !== 0x22 && quote !== 0x27) {
    const lower = quote | 0x20;
    if (lower === 0x72) raw = true;
    else if (lower === 0x62) bytes = true;
    quote = text.charCodeAt(++i);
  }
  const size = text.length - i >= 6 && text.charCodeAt(i + 1) === quote && text.charCodeAt(i + 2) === quote ? 3 : 1;
  const body = text.slice(i + size, text.length - size);
  if (bytes) return { t: 'bytes', v: decodeBytes(body, raw, lineno, warnings) };
  return { t: 'str', v: decodeString(body, raw, lineno, warnings) };
}

const SIMPLE_ESCAPES: Record<string, string> = {
  '\n': '',
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const HEX_LENGTH: Record<string, number> = { x: 2, u: 4, U: 8 };
const HEX_ERRORS: Record<string, string> = {
  x: 'truncated \\xXX escape',
  u: 'truncated \\uXXXX escape',
  U: 'truncated \\UXXXXXXXX escape',
};

const HEX_DIGITS = /[0-9a-fA-F]*/y;
const OCTAL_DIGITS = /[0-7]{1,3}/y;

function matchAt(pattern: RegExp, text: string, index: number): string {
  pattern.lastIndex = index;
  return pattern.exec(text)?.[0] ?? '';
}

/**
 * The text between the quotes with its escape sequences replaced (`_PyUnicode_DecodeUnicodeEscapeInternal`).
 * `inFString`: `\{` is the tokenizer's to warn of.
 */
export function decodeString(
  body: string,
  raw: boolean,
  lineno: number,
  warnings: SyntaxWarning[] | null,
  inFString = false,
): string {
  let i = raw ? -1 : body.indexOf('\\');
  if (i < 0) return body;
  let result = '';
  let done = 0;
  let warned = false;
  const warn = (message: string): void => {
    if (!warned) warnings?.push({ message, lineno, category: 'SyntaxWarning' });
    warned = true;
  };
  while (i >= 0) {
    result += body.slice(done, i);
    const c = body[i + 1]!;
    const simple = SIMPLE_ESCAPES[c];
    if (simple !== undefined) {
      result += simple;
      done = i + 2;
    } else if (c >= '0' && c <= '7') {
      const digits = matchAt(OCTAL_DIGITS, body, i + 1);
      const code = parseInt(digits, 8);
      if (code > 0o377) warn(`invalid octal escape sequence '\\${digits}'`);
      result += String.fromCharCode(code);
      done = i + 1 + digits.length;
    } else if (c === 'x' || c === 'u' || c === 'U') {
      const length = HEX_LENGTH[c]!;
      const digits = matchAt(HEX_DIGITS, body, i + 2).slice(0, length);
      done = i + 2 + digits.length;
      if (digits.length < length) unicodeError(body, i, done, HEX_ERRORS[c]!);
      const code = parseInt(digits, 16);
      if (code > 0x10ffff) unicodeError(body, i, done, 'illegal Unicode character');
      result += String.fromCodePoint(code);
    } else if (c === 'N') {
      const close = body[i + 2] === '{' ? body.indexOf('}', i + 3) : i + 2;
      if (close < 0) unicodeError(body, i, body.length, 'malformed \\N character escape');
      if (close <= i + 3) unicodeError(body, i, close, 'malformed \\N character escape');
      done = close + 1;
      const ch = characterNamed(body.slice(i + 3, close));
      if (ch === null) unicodeError(body, i, done, 'unknown Unicode character name');
      result += ch;
    } else {
      if (c < '\x80' && !(inFString && (c === '{' || c === '}'))) warn(`invalid escape sequence '\\${c}'`);
      result += '\\';
      done = i + 1;
      if (c === '\\') continue;
    }
    i = body.indexOf('\\', done);
  }
  return result + body.slice(done);
}

/**
 * Positions count bytes of the buffer that CPython decodes: each character beyond ASCII stands there as
 * `\UXXXXXXXX`, and a backslash before one as `\u005c`.
 */
function unicodeError(body: string, start: number, end: number, reason: string): never {
  const position = (index: number): number => {
    let n = 0;
    for (const ch of body.slice(0, index)) n += ch < '\x80' ? 1 : 10;
    for (let i = 0; i < index; i++) {
      if (body[i] !== '\\') continue;
      if (body[i + 1]! >= '\x80') n += 5;
      else i++;
    }
    return n;
  };
  const first = position(start);
  const last = position(end) - 1;
  const what = last > first ? `bytes in position ${first}-${last}` : `byte 0x5c in position ${first}`;
  throw new LiteralError(`(unicode error) 'unicodeescape' codec can't decode ${what}: ${reason}`, 'last');
}

/** The bytes between the quotes (`_PyBytes_DecodeEscape`). */
function decodeBytes(body: string, raw: boolean, lineno: number, warnings: SyntaxWarning[] | null): Uint8Array {
  const result = new Uint8Array(body.length);
  let n = 0;
  let warned = false;
  const warn = (message: string): void => {
    if (!warned) warnings?.push({ message, lineno, category: 'SyntaxWarning' });
    warned = true;
  };
  for (let i = 0; i < body.length; i++) {
    if (body.charCodeAt(i) >= 128) throw new LiteralError('bytes can only contain ASCII literal characters', 'string');
  }
  for (let i = 0; i < body.length;) {
    const code = body.charCodeAt(i);
    if (code !== 0x5c || raw) {
      result[n++] = code;
      i++;
      continue;
    }
    const c = body[i + 1]!;
    const simple = SIMPLE_ESCAPES[c];
    if (simple !== undefined) {
      if (simple !== '') result[n++] = simple.charCodeAt(0);
      i += 2;
    } else if (c >= '0' && c <= '7') {
      const digits = matchAt(OCTAL_DIGITS, body, i + 1);
      const value = parseInt(digits, 8);
      if (value > 0o377) warn(`invalid octal escape sequence '\\${digits}'`);
      result[n++] = value;
      i += 1 + digits.length;
    } else if (c === 'x') {
      const digits = matchAt(HEX_DIGITS, body, i + 2).slice(0, 2);
      if (digits.length < 2) throw new LiteralError(`(value error) invalid \\x escape at position ${i}`, 'last');
      result[n++] = parseInt(digits, 16);
      i += 4;
    } else {
      warn(`invalid escape sequence '\\${c}'`);
      result[n++] = code;
      i++;
    }
  }
  return result.slice(0, n);
}
