/** The error functions by their series and continued fraction, in pairs of doubles. */
import { expTimes, expTimesPair } from './exp.ts';
import { FIXED, fixedToPair, pair, PI_FIXED, quickSum, twoProduct, twoSum } from './pair.ts';

/** 2 / sqrt(pi) and 1 / sqrt(pi) as pairs. */
const TWO_OVER_ROOT_HI = fixedToPair((2n << (2n * FIXED)) / fixedRoot(PI_FIXED));
const TWO_OVER_ROOT_LO = pair.lo;
const ONE_OVER_ROOT_HI = TWO_OVER_ROOT_HI / 2;
const ONE_OVER_ROOT_LO = TWO_OVER_ROOT_LO / 2;

/** The square root of a fixed-point number, as one. */
function fixedRoot(v: bigint): bigint {
  const n = v << FIXED;
  let x = 1n << ((BigInt(n.toString(2).length) + 1n) / 2n);
  for (;;) {
    const y = (x + n / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

function multiply(ah: number, al: number, bh: number, bl: number): number {
  const p = twoProduct(ah, bh);
  return quickSum(p, pair.lo + (ah * bl + al * bh));
}

function divide(ah: number, al: number, bh: number, bl: number): number {
  const q = ah / bh;
  const p = twoProduct(q, bh);
  return quickSum(q, (ah - p - pair.lo + al - q * bl) / bh);
}

/** x * sum of (2x²)**n / (1*3*...*(2n+1)), all terms positive: erf without its factor exp(-x²) * 2/sqrt(pi). */
function series(x: number, x2h: number, x2l: number): number {
  let th = 1;
  let tl = 0;
  let sh = 1;
  let sl = 0;
  for (let n = 1; th > sh * 1e-22; n++) {
    th = multiply(th, tl, 2 * x2h, 2 * x2l);
    th = divide(th, pair.lo, 2 * n + 1, 0);
    tl = pair.lo;
    const s = twoSum(sh, th);
    sh = quickSum(s, pair.lo + (sl + tl));
    sl = pair.lo;
  }
  sh = multiply(sh, sl, x, 0);
  return multiply(sh, pair.lo, TWO_OVER_ROOT_HI, TWO_OVER_ROOT_LO);
}

/** 1 / (x + (1/2) / (x + 1 / (x + (3/2) / (x + ...)))) / sqrt(pi): erfc without its factor exp(-x²), for x >= 2. */
function fraction(x: number): number {
  let h = x;
  let l = 0;
  for (let n = x < 3 ? 110 : x < 6 ? 50 : 24; n >= 1; n--) {
    const q = divide(n / 2, 0, h, l);
    const ql = pair.lo;
    const s = twoSum(x, q);
    h = quickSum(s, pair.lo + ql);
    l = pair.lo;
  }
  return divide(ONE_OVER_ROOT_HI, ONE_OVER_ROOT_LO, h, l);
}

export function erf(x: number): number {
  if (x < 0) return -erf(-x);
  if (x !== x || x === 0) return x;
  if (x > 6) return 1;
  if (x < 1e-150) return x * TWO_OVER_ROOT_HI;
  const x2 = twoProduct(x, x);
  const x2l = pair.lo;
  if (x < 2.2) {
    const m = series(x, x2, x2l);
    return expTimes(x2, x2l, m, pair.lo);
  }
  const m = fraction(x);
  return 1 - expTimes(x2, x2l, m, pair.lo);
}

export function erfc(x: number): number {
  if (x !== x) return x;
  if (x < 2.2) {
    if (x < -6) return 2;
    if (Math.abs(x) < 1e-17) return 1 - x;
    const size = Math.abs(x);
    const x2 = twoProduct(size, size);
    const x2l = pair.lo;
    let h: number;
    if (size < 2.2) {
      const m = series(size, x2, x2l);
      h = expTimesPair(x2, x2l, m, pair.lo);
    } else {
      const m = fraction(size);
      return 2 - expTimes(x2, x2l, m, pair.lo);
    }
    const l = pair.lo;
    const s = twoSum(1, x < 0 ? h : -h);
    return s + (pair.lo + (x < 0 ? l : -l));
  }
  if (x > 28) return 0;
  const x2 = twoProduct(x, x);
  const x2l = pair.lo;
  const m = fraction(x);
  return expTimes(x2, x2l, m, pair.lo);
}
