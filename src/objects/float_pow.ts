/**
 * x ** y for floats: the special cases of float_pow (Objects/floatobject.c) over a power that is correctly rounded in
 * practice. Math.pow is not: it is up to 0.7 units off where glibc's pow stays within 0.52. Here the logarithm and the exponential are
 * computed in pairs of doubles (about 100 bits).
 */
import type { PyObject } from '../heap/object.ts';
import { raiseArgs, zeroDivisionError } from '../exceptions/raise.ts';
import { T_OverflowError } from '../exceptions/types.ts';
import { complexPow } from './complex_arith.ts';
import { newFloat } from './float.ts';
import { newIntNumber } from './int.ts';
import { newStr } from './str.ts';

/** x ** y as a new float (or complex, for a negative base and a fractional exponent). Raises as float_pow. */
export function floatPower(x: number, y: number): PyObject {
  if (y === 0) return newFloat(1);
  if (x !== x) return newFloat(x);
  if (y !== y) return newFloat(x === 1 ? 1 : y);
  if (y === Infinity || y === -Infinity) {
    const size = Math.abs(x);
    if (size === 1) return newFloat(1);
    return newFloat(y > 0 === size > 1 ? Infinity : 0);
  }
  if (x === 0 && y < 0) zeroDivisionError('0.0 cannot be raised to a negative power');
  if (x < 0 && x !== -Infinity && y !== Math.floor(y)) return complexPow(x, 0, y, 0);
  const result = pow(x, y);
  if ((result === Infinity || result === -Infinity) && Number.isFinite(x))
    raiseArgs(T_OverflowError, [newIntNumber(34), newStr('Numerical result out of range')]);
  return newFloat(result);
}

/** C's pow(x, y). */
export function pow(x: number, y: number): number {
  if (y === 2) return x * x;
  if (y === 1) return x;
  if (!Number.isFinite(x) || !Number.isFinite(y) || x === 0 || y === 0 || x === 1) {
    return x === 1 || (x === -1 && !Number.isFinite(y) && y === y) ? 1 : Math.pow(x, y);
  }
  if (y === 0.5) return x < 0 ? NaN : Math.sqrt(x);
  if (x < 0) {
    if (y !== Math.floor(y)) return NaN;
    const size = powPositive(-x, y);
    return Math.abs(y) < 9007199254740992 && Math.abs(y) % 2 === 1 ? -size : size;
  }
  return powPositive(x, y);
}

const LN2_HI = 0.6931471805599453;
const LN2_LO = 2.3190468138462996e-17;
/** ln 2 in three parts; the first two have few enough bits for exact products with any exponent. */
const LN2_A = 0.693147180559890330187045037746429443359375;
const LN2_B = 5.497923018708371155087451916188e-14;
const LN2_C = 1.1602973168464894e-26;
const SPLIT = 134217729;

/** The low part of the last pair computed below; the function's value is the high part. */
let low = 0;

/** a + b for pairs. */
function add2(ah: number, al: number, bh: number, bl: number): number {
  const s = ah + bh;
  const t = s - ah;
  const e = ah - (s - t) + (bh - t) + (al + bl);
  const h = s + e;
  low = e - (h - s);
  return h;
}

/** a * b for pairs. */
function mul2(ah: number, al: number, bh: number, bl: number): number {
  const p = ah * bh;
  let c = SPLIT * ah;
  const a1 = c - (c - ah);
  const a2 = ah - a1;
  c = SPLIT * bh;
  const b1 = c - (c - bh);
  const b2 = bh - b1;
  const e = a1 * b1 - p + a1 * b2 + a2 * b1 + a2 * b2 + (ah * bl + al * bh);
  const h = p + e;
  low = e - (h - p);
  return h;
}

/** a / b for pairs. */
function div2(ah: number, al: number, bh: number, bl: number): number {
  const q1 = ah / bh;
  let rh = mul2(q1, 0, bh, bl);
  rh = add2(ah, al, -rh, -low);
  const rl = low;
  const q2 = rh / bh;
  const ph = mul2(q2, 0, bh, bl);
  const q3 = add2(rh, rl, -ph, -low) / bh;
  const s = q1 + q2;
  return add2(s, q2 - (s - q1), q3, 0);
}

const float64 = new Float64Array(1);
const words = new Uint32Array(float64.buffer);

/** pow for finite x > 0 and finite y. */
function powPositive(x: number, y: number): number {
  // x = m * 2**e with m near 1.
  let e = 0;
  float64[0] = x;
  if (words[1] < 0x100000) {
    float64[0] = x * 18014398509481984;
    e = -54;
  }
  e += (words[1] >>> 20) - 1023;
  words[1] = (words[1] & 0xfffff) | 0x3ff00000;
  let m = float64[0];
  if (m > 1.4142135623730951) {
    m /= 2;
    e++;
  }
  // Quick answers: the result over- or underflows beyond doubt.
  const estimate = y * (e * LN2_HI + Math.log(m));
  if (estimate > 710) return Infinity;
  if (estimate < -746) return 0;
  // log m = 2 atanh(s), s = (m - 1) / (m + 1).
  const sum = m + 1;
  const sh = div2(m - 1, 0, sum, m - (sum - 1));
  const sl = low;
  const zh = mul2(sh, sl, sh, sl);
  const zl = low;
  // The tail of the series needs only doubles: its first term is below 2**-50 of the sum.
  let tail = 0;
  for (let k = 43; k >= 23; k -= 2) tail = tail * zh + 1 / k;
  let h = tail;
  let l = 0;
  for (let k = 21; k >= 1; k -= 2) {
    h = mul2(h, l, zh, zl);
    l = low;
    const c = 1 / k;
    h = add2(h, l, c, recipLow[k]);
    l = low;
  }
  h = mul2(h, l, 2 * sh, 2 * sl);
  l = low;
  if (e !== 0) {
    const eh = mul2(e, 0, LN2_HI, LN2_LO);
    h = add2(eh, low, h, l);
    l = low;
  }
  h = mul2(h, l, y, 0);
  l = low;
  return expPair(h, l);
}

/** 1/k - fl(1/k) for the odd k of the series. */
const recipLow: number[] = makeRecipLow();

function makeRecipLow(): number[] {
  const table: number[] = [];
  for (let k = 1; k <= 43; k++) {
    const product = mul2(1 / k, 0, k, 0);
    table[k] = (1 - product - low) / k;
  }
  return table;
}

/** exp(h + l), rounded once. */
function expPair(h: number, l: number): number {
  const k = Math.round(h / LN2_HI);
  let rh = h - k * LN2_A;
  rh = add2(rh, 0, -k * LN2_B, l);
  rh = add2(rh, low, -k * LN2_C, 0);
  let rl = low / 16;
  rh /= 16;
  // exp(r/16) - 1 by Taylor's series, then ((1 + p)**16) - 1 by squaring: p becomes 2p + p*p.
  let tail = 0;
  for (let n = 16; n > 9; n--) tail = (tail * rh) / n + 1;
  let ph = tail;
  let pl = 0;
  for (let n = 9; n >= 2; n--) {
    ph = mul2(ph, pl, rh, rl);
    ph = div2(ph, low, n, 0);
    ph = add2(1, 0, ph, low);
    pl = low;
  }
  ph = mul2(ph, pl, rh, rl);
  pl = low;
  for (let i = 0; i < 4; i++) {
    const qh = mul2(ph, pl, ph, pl);
    ph = add2(2 * ph, 2 * pl, qh, low);
    pl = low;
  }
  ph = add2(1, 0, ph, pl);
  pl = low;
  if (k >= -1021 && k <= 1023) return ph * 2 ** k;
  if (k > 1023) return ph * 2 ** (k - 1) * 2;
  return roundSubnormal(ph, pl, k);
}

/** (h + l) * 2**k where the result is subnormal or nearly so: rounds once. */
function roundSubnormal(h: number, l: number, k: number): number {
  // Adding a power of two whose unit is the subnormal's unit rounds h + l to it.
  const unit = 2 ** (-1074 - k);
  const big = unit * 6755399441055744;
  const s = big + h;
  const rest = h - (s - big) + l;
  let n = (s - big) / unit;
  if (rest > unit / 2 || (rest === unit / 2 && Math.abs(n % 2) === 1)) n += 1;
  else if (rest < -unit / 2 || (rest === -unit / 2 && Math.abs(n % 2) === 1)) n -= 1;
  return n * Number.MIN_VALUE;
}
