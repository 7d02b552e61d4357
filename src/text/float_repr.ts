/** Floats to text: PyOS_double_to_string (Python/pystrtod.c), float.hex, float.as_integer_ratio and round(). */
import { overflowError, valueError } from './errors.ts';
import { decompose, fixedDigits, isPlainFixed, shortestDigits, simpleFixed, significantDigits } from './dtoa.ts';
import type { Digits } from './dtoa.ts';

/** Flags of PyOS_double_to_string, with CPython's values. */
export const DTSF_SIGN = 1;
export const DTSF_ADD_DOT_0 = 2;
export const DTSF_ALT = 4;
export const DTSF_NO_NEG_0 = 8;

/** repr(float). */
export function floatRepr(x: number): string {
  const magnitude = Math.abs(x);
  if (magnitude >= 1e-4 && magnitude < 1e16) {
    const text = String(x);
    return Number.isInteger(x) ? text + '.0' : text;
  }
  if (x === 0) return Object.is(x, -0) ? '-0.0' : '0.0';
  return doubleToString(x, 'r', 0, DTSF_ADD_DOT_0);
}

/** Text of `x` in format code e, E, f, F, g, G or r: PyOS_double_to_string. */
export function doubleToString(x: number, code: string, precision: number, flags: number): string {
  if (code === 'f') return formatFloatShort(x, code, precision, flags);
  const lower = code.toLowerCase();
  const text = formatFloatShort(x, lower, lower === 'g' && precision === 0 ? 1 : precision, flags);
  return lower === code ? text : text.toUpperCase();
}

function formatFloatShort(x: number, code: string, precision: number, flags: number): string {
  let sign = x < 0 || Object.is(x, -0) ? '-' : flags & DTSF_SIGN ? '+' : '';
  if (Number.isNaN(x)) return (flags & DTSF_SIGN ? '+' : '') + 'nan';
  if (x === Infinity || x === -Infinity) return sign + 'inf';
  if (code === 'f' && (flags & ~DTSF_SIGN) === 0) {
    const simple = simpleFixed(Math.abs(x), precision);
    if (simple !== null) return sign + simple;
    if (isPlainFixed(x, precision)) return sign + Math.abs(x).toFixed(precision);
  }
  let value: Digits;
  if (code === 'e') value = significantDigits(x, precision + 1);
  else if (code === 'f') value = fixedDigits(x, precision);
  else if (code === 'g') value = significantDigits(x, precision);
  else value = shortestDigits(x);
  const digits = value.digits;
  let decpt = value.decpt;
  if (flags & DTSF_NO_NEG_0 && sign === '-' && (digits === '' || digits === '0')) sign = flags & DTSF_SIGN ? '+' : '';

  // Digits shown run from index `from` (negative: zeros before) to `to` (beyond the digits: zeros after).
  let exponential = false;
  let to = digits.length;
  if (code === 'e') {
    exponential = true;
    to = precision + 1;
  } else if (code === 'f') {
    to = decpt + precision;
  } else if (code === 'g') {
    exponential = decpt <= -4 || decpt > precision - (flags & DTSF_ADD_DOT_0 ? 1 : 0);
    if (flags & DTSF_ALT) to = precision;
  } else {
    exponential = decpt <= -4 || decpt > 16;
  }
  let exponent = 0;
  if (exponential) {
    exponent = decpt - 1;
    decpt = 1;
  }
  const leastEnd = !exponential && flags & DTSF_ADD_DOT_0 ? decpt + 1 : decpt;
  if (to < leastEnd) to = leastEnd;
  let whole: string;
  let fraction: string;
  if (decpt <= 0) {
    whole = '0';
    fraction = '0'.repeat(-decpt) + digits;
    fraction = fraction.length < to - decpt ? fraction.padEnd(to - decpt, '0') : fraction;
  } else {
    whole = digits.slice(0, decpt).padEnd(decpt, '0');
    fraction = digits.slice(decpt).padEnd(to - decpt, '0');
  }
  let text = sign + whole;
  if (fraction !== '' || flags & DTSF_ALT) text += '.' + fraction;
  if (exponential) {
    const e = Math.abs(exponent);
    text += (exponent < 0 ? 'e-' : 'e+') + (e < 10 ? '0' : '') + e;
  }
  return text;
}

/** float.hex(). */
export function floatHex(x: number): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? 'nan' : x > 0 ? 'inf' : '-inf';
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  if (x === 0) return sign + '0x0.0p+0';
  const { mantissa, exponent } = decompose(x);
  const normal = mantissa >> 52n;
  const e = exponent + 52;
  const fraction = (mantissa & 0xfffffffffffffn).toString(16).padStart(13, '0');
  return `${sign}0x${normal}.${fraction}p${e < 0 ? '-' : '+'}${Math.abs(e)}`;
}

/** float.as_integer_ratio(): numerator and denominator in lowest terms. Raises OverflowError, ValueError. */
export function asIntegerRatio(x: number): [bigint, bigint] {
  if (Number.isNaN(x)) valueError('cannot convert NaN to integer ratio');
  if (!Number.isFinite(x)) overflowError('cannot convert Infinity to integer ratio');
  if (x === 0) return [0n, 1n];
  let { mantissa, exponent } = decompose(x);
  if (exponent < 0) {
    let shift = 0;
    while (shift < -exponent && ((mantissa >> BigInt(shift)) & 1n) === 0n) shift++;
    mantissa >>= BigInt(shift);
    exponent += shift;
  }
  if (x < 0) mantissa = -mantissa;
  return exponent >= 0 ? [mantissa << BigInt(exponent), 1n] : [mantissa, 1n << BigInt(-exponent)];
}

/** round(x) to the nearest integral double, ties to even. */
export function roundHalfEven(x: number): number {
  const rounded = Math.round(x);
  if (rounded - x === 0.5 && rounded % 2 !== 0) return rounded - 1;
  return rounded;
}

/** round(x, ndigits) for a given ndigits: correctly rounded (double_round of floatobject.c). Raises OverflowError. */
export function roundToDigits(x: number, ndigits: number): number {
  if (!Number.isFinite(x) || x === 0 || ndigits > 323) return x;
  if (ndigits < -308) return 0 * x;
  const { digits, decpt } = fixedDigits(x, ndigits);
  const result = digits === '' ? 0 : Number(`0.${digits}e${decpt}`);
  if (result === Infinity) overflowError('rounded value too large to represent');
  return x < 0 ? -result : result;
}

/** int(x): the integer part, a number while it is safe. Raises OverflowError, ValueError. */
export function floatToInt(x: number): number | bigint {
  if (Number.isFinite(x)) {
    const whole = Math.trunc(x);
    return Number.isSafeInteger(whole) ? whole + 0 : BigInt(whole);
  }
  if (Number.isNaN(x)) valueError('cannot convert float NaN to integer');
  overflowError('cannot convert float infinity to integer');
}
