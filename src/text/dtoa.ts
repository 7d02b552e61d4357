/**
 * Correctly rounded decimal digits of a double: what Python/dtoa.c's `_Py_dg_dtoa` answers in its modes 0, 2 and 3.
 *
 * JavaScript's own conversions are exact but round ties away from zero where C rounds half to even, and stop at 100
 * digits. So a call takes the engine's answer where no tie is possible, and exact integer arithmetic otherwise.
 */

import { runOf } from './padding.ts';

/** The value is 0.d1d2d3... times 10**decpt. */
export interface Digits {
  /** Without sign or trailing zeros; '0' for zero, '' for what rounded to zero. */
  readonly digits: string;
  readonly decpt: number;
}

/** Mantissa and exponent with |x| = mantissa * 2**exponent exactly. */
export function decompose(x: number): { mantissa: bigint; exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  if (biased === 0) return { mantissa: fraction, exponent: -1074 };
  return { mantissa: fraction | 0x10000000000000n, exponent: biased - 1075 };
}

/** Digits and point of what toExponential printed. */
function fromExponential(text: string): Digits {
  const e = text.indexOf('e');
  const digits = text[0]! + text.slice(2, e);
  return { digits: trimZeros(digits), decpt: Number(text.slice(e + 1)) + 1 };
}

function trimZeros(digits: string): string {
  let end = digits.length;
  while (end > 1 && digits.charCodeAt(end - 1) === 48) end--;
  return digits.slice(0, end);
}

/** Shortest digits that read back as x (mode 0). x is finite. */
export function shortestDigits(x: number): Digits {
  if (x === 0) return { digits: '0', decpt: 1 };
  return fromExponential(Math.abs(x).toExponential());
}

/** round(|x| * 10**places) with ties to even, exactly; places may be negative. */
function scaledInteger(x: number, places: number): bigint {
  const { mantissa, exponent } = decompose(x);
  let numerator = mantissa;
  let denominator = 1n;
  if (places >= 0) numerator *= 10n ** BigInt(places);
  else denominator = 10n ** BigInt(-places);
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  const quotient = numerator / denominator;
  const twice = (numerator % denominator) * 2n;
  return twice > denominator || (twice === denominator && (quotient & 1n) === 1n) ? quotient + 1n : quotient;
}

/** x has at most `bits` binary places. A tie at the n-th decimal place has at most n + 1 of them. */
function fewBinaryPlaces(x: number, bits: number): boolean {
  return Number.isInteger(bits > 0 ? x * 2 ** bits : x);
}

/** |x| to `count` significant digits, at least 1 (mode 2), trailing zeros removed. x is finite. */
export function significantDigits(x: number, count: number): Digits {
  x = Math.abs(x);
  if (x === 0) return { digits: '0', decpt: 1 };
  // No double has more than 767 significant digits.
  if (count > 767) count = 767;
  if (count <= 100) {
    const answer = fromExponential(x.toExponential(count - 1));
    if (!fewBinaryPlaces(x, count - answer.decpt + 2)) return answer;
    // At a tie one more digit is exact, and it is a 5.
    const longer = x.toExponential(count);
    if (longer.charCodeAt(longer.indexOf('e') - 1) !== 53) return answer;
  }
  let decpt = fromExponential(x.toExponential(20)).decpt;
  let scaled = scaledInteger(x, count - decpt).toString();
  if (scaled.length > count) {
    decpt++;
    scaled = scaledInteger(x, count - decpt).toString();
  } else if (scaled.length < count) {
    decpt--;
    scaled = scaledInteger(x, count - decpt).toString();
  }
  // Rounding up to the next power of ten gives a digit too many.
  return { digits: trimZeros(scaled), decpt: decpt + scaled.length - count };
}

const POWERS_OF_10 = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];

/** x >= 0 with `places` decimal places where that is simple, else null: few digits in all, and no tie anywhere near. */
export function simpleFixed(x: number, places: number): string | null {
  if (places >= POWERS_OF_10.length) return null;
  const scale = POWERS_OF_10[places]!;
  const scaled = x * scale;
  if (!(scaled < 1e12)) return null;
  let all = Math.floor(scaled);
  const rest = scaled - all;
  // The product is off by less than 2**-13.
  if (rest > 0.499 && rest < 0.501) return null;
  if (rest > 0.5) all++;
  if (places === 0) return String(all);
  const whole = Math.floor(all / scale);
  const decimals = String(all - whole * scale);
  return `${whole}.${runOf('0', places - decimals.length)}${decimals}`;
}

/** Whether toFixed(places) rounds a finite x as C does: it is in toFixed's range, and no tie. */
export function isPlainFixed(x: number, places: number): boolean {
  if (places >= 100 || !(x < 1e21 && x > -1e21)) return false;
  return Number.isInteger(x) || !fewBinaryPlaces(x, places + 1) || !x.toFixed(places + 1).endsWith('5');
}

/** |x| rounded to `places` decimal places (mode 3; negative places round to tens), as digits and point. x is finite. */
export function fixedDigits(x: number, places: number): Digits {
  x = Math.abs(x);
  if (x === 0) return { digits: '0', decpt: 1 };
  // The last binary place of a double is 2**-1074, with 1074 decimal places.
  if (places > 1074) places = 1074;
  let text: string;
  if (places >= 0 && isPlainFixed(x, places)) {
    const fixed = x.toFixed(places);
    text = places > 0 ? fixed.slice(0, -places - 1) + fixed.slice(-places) : fixed;
  } else {
    text = scaledInteger(x, places).toString();
  }
  let start = 0;
  while (start < text.length - 1 && text.charCodeAt(start) === 48) start++;
  if (text.charCodeAt(start) === 48) return { digits: '', decpt: -places };
  return { digits: trimZeros(text.slice(start)), decpt: text.length - start - places };
}
