/** Text to floats: PyFloat_FromString, _Py_string_to_number_with_underscores and float.fromhex. */
import { stripAsciiSpace, toAsciiDigits } from './decimal_digits.ts';
import { overflowError, valueError } from './errors.ts';

const FLOAT = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/;
const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i;
const UNDERSCORED = /(?<=[0-9])_(?=[0-9])/g;

/** Value of stripped ASCII text in the float grammar, without underscores; null when it is not a float. */
export function readFloat(text: string): number | null {
  if (FLOAT.test(text)) return Number(text);
  const special = SPECIAL.exec(text);
  if (special === null) return null;
  return special[2] === undefined ? NaN : special[1] === '-' ? -Infinity : Infinity;
}

function readSpacedFloat(text: string): number | null {
  const s = stripAsciiSpace(text);
  return readFloat(s.includes('_') ? s.replace(UNDERSCORED, '') : s);
}

/** float(str), null for an invalid literal. */
export function parseFloatText(s: string): number | null {
  return FLOAT.test(s) ? Number(s) : readSpacedFloat(toAsciiDigits(s));
}

/** The same of bytes. */
export function parseFloatBytes(bytes: Uint8Array): number | null {
  let text = '';
  for (let i = 0; i < bytes.length; i++) text += String.fromCharCode(bytes[i]!);
  return readSpacedFloat(text);
}

const HEX_FLOAT = /^([+-]?)(?:0x)?([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?[0-9]+))?$/i;

/** float.fromhex(str). Raises ValueError, OverflowError. */
export function floatFromHex(s: string): number {
  const text = stripAsciiSpace(s);
  if (SPECIAL.test(text)) return readFloat(text)!;
  const m = HEX_FLOAT.exec(text);
  if (m === null || (m[2] === '' && !m[3])) return valueError('invalid hexadecimal floating-point string');
  const digits = m[2]! + (m[3] ?? '');
  const significant = digits.replace(/^0+/, '');
  const sign = m[1] === '-' ? -1 : 1;
  if (significant === '') return sign * 0;
  // The exponent of the digits read as an integer; far out of range, only its sign matters.
  const exponent = Math.max(-1e15, Math.min(1e15, Number(m[4] ?? '0'))) - 4 * (m[3] ?? '').length;
  return sign * roundToDouble(BigInt('0x' + significant), exponent);
}

/** mantissa * 2**exponent, ties to even. Raises OverflowError. */
function roundToDouble(mantissa: bigint, exponent: number): number {
  const bits = mantissa.toString(2).length;
  const top = bits + exponent;
  if (top > 1024) hexOverflow();
  if (top < -1074) return 0;
  // The lowest bit kept: 53 bits, fewer for a subnormal.
  const drop = Math.max(bits - 53, -1074 - exponent);
  if (drop > 0) {
    const half = 1n << BigInt(drop - 1);
    const rest = mantissa & ((half << 1n) - 1n);
    mantissa >>= BigInt(drop);
    if (rest > half || (rest === half && (mantissa & 1n) === 1n)) mantissa += 1n;
    exponent += drop;
  }
  // Both factors of a subnormal's power are exact, and so is the product.
  const value = Number(mantissa);
  const result = exponent < -1000 ? value * 2 ** -537 * 2 ** (exponent + 537) : scale(value, exponent);
  return result === Infinity ? hexOverflow() : result;
}

function scale(value: number, exponent: number): number {
  return exponent > 1000 ? value * 2 ** 1000 * 2 ** (exponent - 1000) : value * 2 ** exponent;
}

function hexOverflow(): never {
  return overflowError('hexadecimal value too large to represent as a float');
}
