/** exp, exp2 and log, correctly rounded in practice; glibc's are within 0.52 ulp of the true value. */
import { FIXED, fixedExp, fixedToPair, LN2_FIXED, pair, quickSum, twoProduct, twoSum } from './pair.ts';

const STEPS = 64;
/** 2 ** (j / 64) as pairs. */
const tableHi = new Float64Array(STEPS);
const tableLo = new Float64Array(STEPS);
for (let j = 0; j < STEPS; j++) {
  tableHi[j] = fixedToPair(fixedExp((LN2_FIXED * BigInt(j)) / BigInt(STEPS)));
  tableLo[j] = pair.lo;
}

/** ln 2 / 64 in three parts, the first two of 32 bits each, so that their products with integers are exact. */
const STEP_A = part(0n);
const STEP_B = part(32n);
const STEP_C = fixedToPair(LN2_FIXED / 64n - (((LN2_FIXED / 64n) >> (FIXED - 70n)) << (FIXED - 70n)));

function part(skip: bigint): number {
  const v = LN2_FIXED / 64n;
  const above = skip === 0n ? 0n : (v >> (FIXED - 38n)) << (FIXED - 38n);
  const keep = FIXED - 38n - skip;
  return fixedToPair(((v - above) >> keep) << keep);
}

const LN2_HI = fixedToPair(LN2_FIXED);
const LN2_LO = pair.lo;
const STEPS_PER_LN2 = STEPS / LN2_HI;

/** The power of two that `expPair` left out. */
let scale = 0;

/** 2**(n/64) * exp(rh + rl) for |r| < 0.0055 as a pair without its power of two, which goes to `scale`. */
function finish(n: number, rh: number, rl: number): number {
  const j = ((n % STEPS) + STEPS) % STEPS;
  scale = (n - j) / STEPS;
  const th = tableHi[j];
  const tl = tableLo[j];
  // exp(r) - 1 - r
  const q = rh * rh * (0.5 + rh * (1 / 6 + rh * (1 / 24 + rh * (1 / 120 + rh * (1 / 720)))));
  const p = twoProduct(th, rh);
  const low = pair.lo + (th * (q + rl) + tl + tl * rh);
  const s = twoSum(th, p);
  return quickSum(s, pair.lo + low);
}

/** exp(x) as a pair times 2**scale, for |x| < 800. */
function expPair(x: number): number {
  const n = Math.round(x * STEPS_PER_LN2);
  const a = x - n * STEP_A;
  const b = n * STEP_B;
  const rh = a - b;
  const rl = a - rh - b - n * STEP_C;
  return finish(n, rh, rl);
}

/** (hi + lo) * 2**e rounded once, below the normal range, too. */
function scaled(hi: number, lo: number, e: number): number {
  if (e > 1000) return (hi + lo) * 2 ** 1000 * 2 ** (e - 1000);
  if (e >= -1021) return (hi + lo) * 2 ** e;
  // Adding 2**k first makes the sum round where the subnormal result will end.
  const k = 2 ** (-1022 - e + 1);
  const s = k + hi;
  const rounded = s + (hi - (s - k) + lo);
  return (rounded - k) * 2 ** -1021 * 2 ** (e + 1021);
}

export function exp(x: number): number {
  if (!(x > -746)) return x !== x ? x : 0;
  if (x > 709.79) return Infinity;
  if (Math.abs(x) < 2.8e-17) return 1 + x;
  const hi = expPair(x);
  return scaled(hi, pair.lo, scale);
}

/** exp(-(h + l)) * (mh + ml), rounded once. */
export function expTimes(h: number, l: number, mh: number, ml: number): number {
  if (h > 800) return 0;
  const eh = expPair(-h);
  const el = pair.lo - eh * l;
  const e = scale;
  const p = twoProduct(eh, mh);
  return scaled(p, pair.lo + (eh * ml + el * mh), e);
}

/** As expTimes, times 2**-scale, as a pair: for 1 - exp(-(h + l)) * m. */
export function expTimesPair(h: number, l: number, mh: number, ml: number): number {
  const eh = expPair(-h);
  const el = pair.lo - eh * l;
  const power = 2 ** scale;
  const p = twoProduct(eh, mh);
  const low = pair.lo + (eh * ml + el * mh);
  return quickSum(p * power, low * power);
}

export function exp2(x: number): number {
  if (!(x > -1076)) return x !== x ? x : 0;
  if (x >= 1024) return Infinity;
  if (x === Math.floor(x)) return 2 ** x;
  const n = Math.round(x * STEPS);
  const t = x - n / STEPS;
  const rh = twoProduct(t, LN2_HI);
  const hi = finish(n, rh, pair.lo + t * LN2_LO);
  return scaled(hi, pair.lo, scale);
}

/** log(x) as a pair. */
export function logPair(x: number): number {
  const f = x - 1;
  if (f > -0.08 && f < 0.09) {
    // 2 * atanh(s) with s = f / (2 + f)
    const d = 2 + f;
    const dl = 2 - d + f;
    const s = f / d;
    const p = twoProduct(s, d);
    const sl = (f - p - pair.lo - s * dl) / d;
    const s2 = s * s;
    const rest =
      s2 * s * (1 / 3 + s2 * (1 / 5 + s2 * (1 / 7 + s2 * (1 / 9 + s2 * (1 / 11 + s2 * (1 / 13 + s2 / 15))))));
    return quickSum(2 * s, 2 * (sl + rest));
  }
  // One step of Newton's method from the engine's own logarithm: log(x) = y + log(x * exp(-y)).
  const y = Math.log(x);
  const eh = expPair(-y);
  const el = pair.lo;
  let m = x;
  let k = scale;
  if (m < 1e-290) {
    m *= 2 ** 54;
    k -= 54;
  }
  // Halve the power, which alone may be out of range.
  const half = Math.trunc(k / 2);
  m = m * 2 ** half * 2 ** (k - half);
  const p = twoProduct(m, eh);
  const t = p - 1 + (pair.lo + m * el);
  return quickSum(y, t - t * t * 0.5);
}

export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const hi = logPair(x);
  return hi + pair.lo;
}
