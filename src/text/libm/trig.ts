/** Trigonometric functions, correctly rounded in practice; glibc's are within 0.56 ulp of the true value. */
import { fixedSinCos, FIXED, fixedToPair, pair, PI_FIXED, quickSum, twoProduct, twoSum } from './pair.ts';

const STEPS = 64;
/** sin(j / 64) and cos(j / 64) as pairs, for arguments up to pi/4 and a little more. */
const SIZE = 54;
const sinHi = new Float64Array(SIZE);
const sinLo = new Float64Array(SIZE);
const cosHi = new Float64Array(SIZE);
const cosLo = new Float64Array(SIZE);
for (let j = 0; j < SIZE; j++) {
  const [s, c] = fixedSinCos((BigInt(j) << FIXED) / BigInt(STEPS));
  sinHi[j] = fixedToPair(s);
  sinLo[j] = pair.lo;
  cosHi[j] = fixedToPair(c);
  cosLo[j] = pair.lo;
}

/** sin(rh + rl) as a pair, |r| <= 0.8. */
function sinPair(rh: number, rl: number): number {
  if (rh < 0) {
    const s = sinPair(-rh, -rl);
    pair.lo = -pair.lo;
    return -s;
  }
  const j = Math.round(rh * STEPS);
  const d = rh - j / STEPS;
  const d2 = d * d;
  const sinRest = rl - d2 * d * (1 / 6 - d2 * (1 / 120 - d2 * (1 / 5040)));
  if (j === 0) return quickSum(d, sinRest);
  const cosRest = -d2 * (0.5 - d2 * (1 / 24 - d2 * (1 / 720))) - d * rl;
  const sh = sinHi[j];
  const ch = cosHi[j];
  const p = twoProduct(ch, d);
  const low = pair.lo + (sinLo[j] + cosLo[j] * d + ch * sinRest + sh * cosRest);
  const s = twoSum(sh, p);
  return quickSum(s, pair.lo + low);
}

/** cos(rh + rl) as a pair, |r| <= 0.8. */
function cosPair(rh: number, rl: number): number {
  if (rh < 0) {
    rh = -rh;
    rl = -rl;
  }
  const j = Math.round(rh * STEPS);
  const d = rh - j / STEPS;
  const d2 = d * d;
  const sinRest = rl - d2 * d * (1 / 6 - d2 * (1 / 120 - d2 * (1 / 5040)));
  const cosRest = -d2 * (0.5 - d2 * (1 / 24 - d2 * (1 / 720))) - d * rl;
  const sh = sinHi[j];
  const ch = cosHi[j];
  const p = twoProduct(sh, d);
  const low = cosLo[j] - pair.lo - sinLo[j] * d - sh * sinRest + ch * cosRest;
  const s = twoSum(ch, -p);
  return quickSum(s, pair.lo + low);
}

const HALF_PI = PI_FIXED / 2n;
const HALF_PI_HI = fixedToPair(HALF_PI);
const HALF_PI_LO = pair.lo;
const TWO_OVER_PI = 2 / Math.PI;
/** pi/2 in parts of 33 bits: exact products with quotients up to 2**20. */
const PIO2: number[] = [];
{
  let rest = HALF_PI;
  for (let i = 0; i < 3; i++) {
    const keep = FIXED - BigInt(32 + 33 * i);
    const piece = (rest >> keep) << keep;
    PIO2.push(fixedToPair(piece));
    rest -= piece;
  }
  PIO2.push(fixedToPair(rest));
}

/** 2/pi to 1200 bits, for arguments of any size. */
let twoOverPi: bigint | null = null;
const WIDE = 1300n;

function arcCot(n: bigint): bigint {
  let term = (1n << (WIDE + 20n)) / n;
  let sum = 0n;
  for (let k = 1n; term !== 0n; k += 2n) {
    sum += (k & 2n) === 0n ? term / k : -(term / k);
    term /= n * n;
  }
  return sum;
}

const words = new Float64Array(1);
const wordBits = new BigUint64Array(words.buffer);

/** The argument less a multiple of pi/2: the high part (low in pair.lo); the quadrant goes to `quadrant`. */
let quadrant = 0;

function reduce(x: number): number {
  if (Math.abs(x) <= 0.785) {
    quadrant = 0;
    pair.lo = 0;
    return x;
  }
  if (Math.abs(x) < 1e6) {
    const n = Math.round(x * TWO_OVER_PI);
    quadrant = n & 3;
    let hi = x - n * PIO2[0];
    let lo = 0;
    for (let i = 1; i < 3; i++) {
      hi = twoSum(hi, -n * PIO2[i]);
      lo += pair.lo;
    }
    return quickSum(hi, lo - n * PIO2[3]);
  }
  return reduceExactly(x);
}

function reduceExactly(x: number): number {
  if (twoOverPi === null) {
    const pi = 4n * (4n * arcCot(5n) - arcCot(239n));
    twoOverPi = (2n << (2n * WIDE + 20n)) / pi;
  }
  words[0] = Math.abs(x);
  const e = Number(wordBits[0] >> 52n) - 1075;
  const m = (wordBits[0] & 0xfffffffffffffn) | 0x10000000000000n;
  // x * 2/pi in units of 2**-WIDE
  const product = e >= 0 ? (m * twoOverPi) << BigInt(e) : (m * twoOverPi) >> BigInt(-e);
  const one = 1n << WIDE;
  let n = product >> WIDE;
  let fraction = product - (n << WIDE);
  if (fraction > one >> 1n) {
    n++;
    fraction -= one;
  }
  // Times pi/2, in FIXED bits with room for heavy cancellation.
  const r = ((fraction >> (WIDE - 2n * FIXED)) * HALF_PI) >> (2n * FIXED);
  let hi = fixedToPair(r);
  quadrant = Number(n & 3n);
  if (x < 0) {
    hi = -hi;
    pair.lo = -pair.lo;
    quadrant = -quadrant & 3;
  }
  return hi;
}

export function sin(x: number): number {
  if (x - x !== 0) return NaN;
  if (Math.abs(x) < 1e-8) return x;
  const r = reduce(x);
  const rl = pair.lo;
  const v = quadrant & 1 ? cosPair(r, rl) : sinPair(r, rl);
  return quadrant & 2 ? -(v + pair.lo) : v + pair.lo;
}

export function cos(x: number): number {
  if (x - x !== 0) return NaN;
  const r = reduce(x);
  const rl = pair.lo;
  const v = quadrant & 1 ? sinPair(r, rl) : cosPair(r, rl);
  return quadrant === 1 || quadrant === 2 ? -(v + pair.lo) : v + pair.lo;
}

export function tan(x: number): number {
  if (x - x !== 0) return NaN;
  if (Math.abs(x) < 1e-8) return x;
  const r = reduce(x);
  const rl = pair.lo;
  let nh = sinPair(r, rl);
  let nl = pair.lo;
  let dh = cosPair(r, rl);
  let dl = pair.lo;
  if (quadrant & 1) {
    [nh, dh] = [-dh, nh];
    [nl, dl] = [-dl, nl];
  }
  const t = nh / dh;
  const p = twoProduct(t, dh);
  return t + (nh - p - pair.lo + nl - t * dl) / dh;
}

/** atan(x) as a pair: one step of Newton's method from the engine's own. */
function atanPair(x: number): number {
  const y = Math.atan(x);
  if (Math.abs(x) < 1e-8) {
    pair.lo = 0;
    return y;
  }
  let inverse = false;
  let a = x;
  let guess = y;
  if (Math.abs(x) > 1) {
    // atan(x) = pi/2 - atan(1/x)
    inverse = true;
    a = 1 / x;
    guess = Math.atan(a);
  }
  const sh = sinPair(guess, 0);
  const sl = pair.lo;
  const ch = cosPair(guess, 0);
  const cl = pair.lo;
  if (!inverse) {
    const p = twoProduct(a, ch);
    const num = p - sh + (pair.lo + a * cl - sl);
    return quickSum(guess, num / (ch + a * sh));
  }
  // tan(guess) against 1/x without rounding it: (c - x*s) / (x*c + s)
  const p = twoProduct(x, sh);
  const num = ch - p - pair.lo + cl - x * sl;
  const step = num / (x * ch + sh);
  const sign = x < 0 ? -1 : 1;
  const h = twoSum(sign * HALF_PI_HI, -guess);
  return quickSum(h, pair.lo + sign * HALF_PI_LO - step);
}

export function atan(x: number): number {
  if (x !== x || x === 0 || Math.abs(x) < 1e-8) return x;
  if (Math.abs(x) > 1e17) return x < 0 ? -HALF_PI_HI : HALF_PI_HI;
  const hi = atanPair(x);
  return hi + pair.lo;
}

export function atan2(y: number, x: number): number {
  const a = Math.abs(y);
  const b = Math.abs(x);
  // Zeros, infinities and NaN, and quotients out of the safe range: as the engine has them.
  const q = a / b;
  if (!(q > 1e-290 && q < 1e290) || b > 1e290 || b < 1e-290) return Math.atan2(y, x);
  const p = twoProduct(q, b);
  const ql = (a - p - pair.lo) / b;
  let hi: number;
  let lo: number;
  if (q > 1e17) {
    hi = twoSum(HALF_PI_HI, -1 / q);
    lo = pair.lo + HALF_PI_LO;
  } else {
    hi = atanPair(q);
    lo = pair.lo + (q < 1e8 ? ql / (1 + q * q) : 0);
    if (q < 1e-8) lo = ql;
  }
  if (x < 0) {
    hi = twoSum(2 * HALF_PI_HI, -hi);
    lo = pair.lo + (2 * HALF_PI_LO - lo);
  }
  const r = hi + lo;
  return y < 0 ? -r : r;
}

/** asin(zh + zl) as a pair, |z| <= 0.71. */
function asinPair(zh: number, zl: number): number {
  const y = Math.asin(zh);
  const sh = sinPair(y, 0);
  const sl = pair.lo;
  const c = cosPair(y, 0);
  return quickSum(y, (zh - sh - sl + zl) / c);
}

/** asin of the root of (1 - size) / 2 as a pair: half of acos(size). */
function halfAcos(size: number): number {
  const q = (1 - size) / 2;
  const z = Math.sqrt(q);
  if (z === 0) {
    pair.lo = 0;
    return 0;
  }
  const p = twoProduct(z, z);
  return asinPair(z, (q - p - pair.lo) / (2 * z));
}

export function asin(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size < 1e-8) return x;
  if (size <= 0.7) {
    const hi = asinPair(x, 0);
    return hi + pair.lo;
  }
  const a = halfAcos(size);
  const al = pair.lo;
  const h = twoSum(HALF_PI_HI, -2 * a);
  const r = h + (pair.lo + HALF_PI_LO - 2 * al);
  return x < 0 ? -r : r;
}

export function acos(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size <= 0.7) {
    const a = size < 1e-8 ? x : asinPair(x, 0);
    const al = size < 1e-8 ? 0 : pair.lo;
    const h = twoSum(HALF_PI_HI, -a);
    return h + (pair.lo + HALF_PI_LO - al);
  }
  const a = halfAcos(size);
  const al = pair.lo;
  if (x > 0) return 2 * a + 2 * al;
  const h = twoSum(2 * HALF_PI_HI, -2 * a);
  return h + (pair.lo + 2 * HALF_PI_LO - 2 * al);
}
