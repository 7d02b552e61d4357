/**
 * Arithmetic on unevaluated sums of two doubles (about 106 bits), and constants of any precision to fill tables with.
 * A function that answers a pair returns the high part and leaves the low one in `pair.lo`.
 */

export const pair = { lo: 0 };

/** Veltkamp's factor: splits a double into halves whose products are exact. */
const SPLIT = 134217729;

/** a * b exactly (for products that neither overflow nor underflow). */
export function twoProduct(a: number, b: number): number {
  const p = a * b;
  let c = SPLIT * a;
  const a1 = c - (c - a);
  const a2 = a - a1;
  c = SPLIT * b;
  const b1 = c - (c - b);
  const b2 = b - b1;
  pair.lo = a1 * b1 - p + a1 * b2 + a2 * b1 + a2 * b2;
  return p;
}

/** a + b exactly. */
export function twoSum(a: number, b: number): number {
  const s = a + b;
  const t = s - a;
  pair.lo = a - (s - t) + (b - t);
  return s;
}

/** a + b exactly, when |a| >= |b|. */
export function quickSum(a: number, b: number): number {
  const s = a + b;
  pair.lo = b - (s - a);
  return s;
}

/** Bits after the point of the fixed-point numbers below. */
export const FIXED = 200n;

/** A fixed-point number as the nearest double, and the nearest double to what is left in `pair.lo`. */
export function fixedToPair(v: bigint): number {
  const hi = fixedToNumber(v);
  pair.lo = fixedToNumber(v - numberToFixed(hi));
  return hi;
}

function fixedToNumber(v: bigint): number {
  if (v < 0n) return -fixedToNumber(-v);
  const bits = v.toString(2).length;
  if (bits <= 64) return Number(v) / 2 ** Number(FIXED);
  const shift = bits - 64;
  let top = v >> BigInt(shift);
  if (top << BigInt(shift) !== v) top |= 1n;
  return Number(top) * 2 ** (shift - Number(FIXED));
}

/** A double below 2**50 that is a multiple of 2**-200. */
export function numberToFixed(x: number): bigint {
  let e = 0;
  while (x !== Math.floor(x)) {
    x *= 2;
    e++;
  }
  return (BigInt(x) << FIXED) >> BigInt(e);
}

const ONE = 1n << FIXED;

/** 2 * atanh(1/n) = log((n + 1)/(n - 1)) in fixed point. */
function logRatio(n: bigint): bigint {
  let term = ONE / n;
  let sum = 0n;
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += term / k;
    term /= n * n;
  }
  return 2n * sum;
}

/** atan(1/n) in fixed point. */
function arcCotangent(n: bigint): bigint {
  let term = ONE / n;
  let sum = 0n;
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += (k & 2n) === 0n ? term / k : -(term / k);
    term /= n * n;
  }
  return sum;
}

/** ln 2 and pi in fixed point. */
export const LN2_FIXED = logRatio(3n);
export const PI_FIXED = 4n * (4n * arcCotangent(5n) - arcCotangent(239n));

/** exp(x) in fixed point, for x below 1. */
export function fixedExp(x: bigint): bigint {
  let term = ONE;
  let sum = 0n;
  for (let k = 1n; term !== 0n; k++) {
    sum += term;
    term = ((term * x) >> FIXED) / k;
  }
  return sum;
}

/** sin(x) and cos(x) in fixed point, for x below 1. */
export function fixedSinCos(x: bigint): [bigint, bigint] {
  let term = ONE;
  const sums = [0n, 0n, 0n, 0n];
  for (let k = 1n, i = 0; term !== 0n; k++, i = (i + 1) & 3) {
    sums[i] += term;
    term = ((term * x) >> FIXED) / k;
  }
  return [sums[1] - sums[3], sums[0] - sums[2]];
}
