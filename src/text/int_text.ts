/** int to text and back: PyLong_FromString, PyLong_FromUnicodeObject and PyNumber_ToBase (Objects/longobject.c). */
import { stripAsciiSpace, toAsciiDigits } from './decimal_digits.ts';
import { valueError } from './errors.ts';
import { bytesRepr, strRepr } from './str_repr.ts';

/** `sys.int_info.default_max_str_digits` and `str_digits_check_threshold`. */
export const DEFAULT_MAX_STR_DIGITS = 4300;
export const STR_DIGITS_CHECK_THRESHOLD = 640;

/** The limit that `sys.set_int_max_str_digits` sets; 0 is none. */
export const intLimits = { maxStrDigits: DEFAULT_MAX_STR_DIGITS };

const EXCEEDS = 'use sys.set_int_max_str_digits() to increase the limit';

const BASE_PREFIX: Readonly<Record<string, number>> = { b: 2, B: 2, o: 8, O: 8, x: 16, X: 16 };

const DIGITS_OF_BASE: RegExp[] = [];

/** Digits of the base, with single underscores between. */
function digitsPattern(base: number): RegExp {
  return (DIGITS_OF_BASE[base] ??= (() => {
    const last = base - 1;
    const set = last < 10 ? `[0-${last}]` : `[0-9a-${last.toString(36)}]`;
    return new RegExp(`^${set}+(?:_${set}+)*$`, 'i');
  })());
}

/** Value of valid digits in a base, a number while safe. */
function digitsValue(digits: string, base: number): number | bigint {
  if (digits.length <= 10) return parseInt(digits, base);
  if (base === 10 && digits.length <= 15) return Number(digits);
  let big: bigint;
  if (base === 10) big = BigInt(digits);
  else if (base === 16) big = BigInt('0x' + digits);
  else if (base === 8) big = BigInt('0o' + digits);
  else if (base === 2) big = BigInt('0b' + digits);
  else big = joinDigits(digits, base);
  return big <= 9007199254740991n ? Number(big) : big;
}

/** Divide and conquer: halves are joined by one multiplication. */
function joinDigits(digits: string, base: number): bigint {
  if (digits.length <= 10) return BigInt(parseInt(digits, base));
  const low = digits.length >> 1;
  const split = digits.length - low;
  return joinDigits(digits.slice(0, split), base) * BigInt(base) ** BigInt(low) + joinDigits(digits.slice(split), base);
}

/** Reads ASCII text, null when it is not an int literal of the base. Raises ValueError beyond the digit limit. */
function readInt(text: string, base: number): number | bigint | null {
  let s = stripAsciiSpace(text);
  let negative = false;
  if (s[0] === '-' || s[0] === '+') {
    negative = s[0] === '-';
    s = s.slice(1);
  }
  if (s[0] === '0' && s.length > 1) {
    const prefixBase = BASE_PREFIX[s[1]!];
    if (prefixBase !== undefined && (base === 0 || base === prefixBase)) {
      base = prefixBase;
      s = s.slice(s[2] === '_' ? 3 : 2);
    } else if (base === 0 && !/^[0_]+$/.test(s)) {
      // An old octal literal: only zero may start with a zero.
      return null;
    }
  }
  if (base === 0) base = 10;
  if (!digitsPattern(base).test(s)) return null;
  if (s.includes('_')) s = s.replaceAll('_', '');
  const limit = intLimits.maxStrDigits;
  if (s.length > limit && limit > 0 && (base & (base - 1)) !== 0) {
    valueError(
      `Exceeds the limit (${limit} digits) for integer string conversion: value has ${s.length} digits; ${EXCEEDS}`,
    );
  }
  const value = digitsValue(s, base);
  return negative && value !== 0 ? -value : value;
}

/** Raises ValueError unless int() takes the base. */
export function checkBase(base: number): void {
  if (base !== 0 && !(base >= 2 && base <= 36)) valueError('int() base must be >= 2 and <= 36, or 0');
}

/** int(str, base), null for an invalid literal. Raises ValueError for the base and beyond the digit limit. */
export function parseInteger(s: string, base = 10): number | bigint | null {
  if (base === 10 && /^-?[1-9][0-9]{0,14}$/.test(s)) return Number(s);
  checkBase(base);
  return readInt(toAsciiDigits(s), base);
}

/** The same of bytes. */
export function parseIntegerBytes(bytes: Uint8Array, base = 10): number | bigint | null {
  checkBase(base);
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += String.fromCharCode(bytes[i]!);
  return readInt(text, base);
}

/** What int() says of an invalid literal. */
export function invalidLiteral(literal: string | Uint8Array, base: number): string {
  const repr = typeof literal === 'string' ? strRepr(literal) : bytesRepr(literal);
  const shown = repr.length <= 200 ? repr : [...repr].slice(0, 200).join('');
  return `invalid literal for int() with base ${base}: ${shown}`;
}

/** repr(int). Raises ValueError beyond the digit limit. */
export function intRepr(value: number | bigint): string {
  if (typeof value === 'number') return String(value);
  const limit = intLimits.maxStrDigits;
  if (limit > 0 && magnitudeBits(value) > limit * 3.33) {
    // More than limit digits for certain, so the digits need not be made.
    exceedsLimit(limit);
  }
  const text = value.toString();
  if (limit > 0 && text.length - (value < 0n ? 1 : 0) > limit) exceedsLimit(limit);
  return text;
}

function exceedsLimit(limit: number): never {
  return valueError(`Exceeds the limit (${limit} digits) for integer string conversion; ${EXCEEDS}`);
}

/** A lower bound, within four, of the bits of |value|. */
function magnitudeBits(value: bigint): number {
  const hex = value.toString(16);
  return 4 * (hex.length - (value < 0n ? 2 : 1));
}

/** Digits of the value in base 2, 8 or 16, with `-` and the prefix `0b`, `0o` or `0x`: bin(), oct(), hex(). */
export function toBase(value: number | bigint, base: 2 | 8 | 16): string {
  const prefix = base === 16 ? '0x' : base === 8 ? '0o' : '0b';
  return value < 0 ? '-' + prefix + (-value).toString(base) : prefix + value.toString(base);
}
