/** gamma, lgamma (Modules/mathmodule.c: Lanczos' approximation), erf and erfc. */
import { pow } from '../../objects/float_pow.ts';
import { cos, exp, log, sin } from '../../text/libm.ts';

const PI = 3.141592653589793;
const LOG_PI = 1.1447298858494002;
const LANCZOS_G = 6.02468004077673;
const LANCZOS_G_MINUS_HALF = 5.52468004077673;

/** The rational function's coefficients, lowest power first. */
const NUMERATOR = [
  23531376880.41076, 42919803642.649096, 35711959237.355667, 17921034426.03721, 6039542586.352028, 1439720407.3117216,
  248874557.86205417, 31426415.585400194, 2876370.6289353725, 186056.2653952235, 8071.672002365816, 210.82427775157935,
  2.5066282746310002,
];
const DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
];

function lanczosSum(x: number): number {
  let num = 0;
  let den = 0;
  if (x < 5) {
    for (let i = NUMERATOR.length; --i >= 0;) {
      num = num * x + NUMERATOR[i];
      den = den * x + DENOMINATOR[i];
    }
  } else {
    for (let i = 0; i < NUMERATOR.length; i++) {
      num = num / x + NUMERATOR[i];
      den = den / x + DENOMINATOR[i];
    }
  }
  return num / den;
}

/** sin(pi * x), exact at multiples of 1/2. */
function sinpi(x: number): number {
  const y = Math.abs(x) % 2;
  const n = Math.floor(2 * y + 0.5);
  const r =
    n === 0
      ? sin(PI * y)
      : n === 1
        ? cos(PI * (y - 0.5))
        : n === 2
          ? sin(PI * (1 - y))
          : n === 3
            ? -cos(PI * (y - 1.5))
            : sin(PI * (y - 2));
  return x < 0 || Object.is(x, -0) ? -r : r;
}

/** (n - 1)! for n = 1..23, which are exact. */
const FACTORIALS = makeFactorials();

function makeFactorials(): number[] {
  const table = [1];
  for (let i = 1; i < 23; i++) table.push(table[i - 1] * i);
  return table;
}

/** NaN stands for a domain error, an infinity for a range error (or a pole, at 0). */
export function tgamma(x: number): number {
  if (!Number.isFinite(x)) return x !== x || x > 0 ? x : NaN;
  if (x === 0) return NaN;
  if (x === Math.floor(x)) {
    if (x < 0) return NaN;
    if (x <= 23) return FACTORIALS[x - 1];
  }
  const size = Math.abs(x);
  if (size < 1e-20) return 1 / x;
  if (size > 200) return x < 0 ? 0 / sinpi(x) : Infinity;
  const y = size + LANCZOS_G_MINUS_HALF;
  let z = size > LANCZOS_G_MINUS_HALF ? y - size - LANCZOS_G_MINUS_HALF : y - LANCZOS_G_MINUS_HALF - size;
  z = (z * LANCZOS_G) / y;
  let r: number;
  if (x < 0) {
    r = ((-PI / sinpi(size) / size) * exp(y)) / lanczosSum(size);
    r -= z * r;
    if (size < 140) r /= pow(y, size - 0.5);
    else {
      const half = pow(y, size / 2 - 0.25);
      r /= half;
      r /= half;
    }
  } else {
    r = lanczosSum(size) / exp(y);
    r += z * r;
    if (size < 140) r *= pow(y, size - 0.5);
    else {
      const half = pow(y, size / 2 - 0.25);
      r *= half;
      r *= half;
    }
  }
  return r;
}

/** NaN stands for a pole. */
export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return x !== x ? x : Infinity;
  if (x === Math.floor(x) && x <= 2) return x <= 0 ? NaN : 0;
  const size = Math.abs(x);
  if (size < 1e-20) return -log(size);
  let r = log(lanczosSum(size)) - LANCZOS_G;
  r += (size - 0.5) * (log(size + LANCZOS_G - 0.5) - 1);
  if (x < 0) r = LOG_PI - log(Math.abs(sinpi(size))) - log(size) - r;
  return r;
}

const TWO_OVER_SQRT_PI = 1.1283791670955126;
const SQRT_PI = 1.772453850905516;

/** 2/sqrt(pi) * x * exp(-x*x) * sum of (2x*x)**n / (1*3*5...): all terms positive. */
function erfSeries(x: number): number {
  const x2 = x * x;
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-18; n++) {
    term *= (2 * x2) / (2 * n + 1);
    sum += term;
  }
  return TWO_OVER_SQRT_PI * x * exp(-x2) * sum;
}

/** The continued fraction of erfc, for x >= 2. */
function erfcFraction(x: number): number {
  const x2 = x * x;
  let f = 0;
  for (let n = 60; n >= 1; n--) f = n / 2 / (x + f);
  return exp(-x2) / ((x + f) * SQRT_PI);
}

export function erf(x: number): number {
  if (x !== x) return x;
  const size = Math.abs(x);
  if (size > 6) return x < 0 ? -1 : 1;
  const r = size < 2 ? erfSeries(size) : 1 - erfcFraction(size);
  return x < 0 ? -r : r;
}

export function erfc(x: number): number {
  if (x !== x) return x;
  if (x < 2) return x < -6 ? 2 : 1 - erf(x);
  return x > 27.3 ? 0 : erfcFraction(x);
}
