/** gamma and lgamma by Lanczos' approximation (Modules/mathmodule.c). */
import { pow } from '../../text/libm/pow.ts';
import { cos, exp, log, sin } from '../../text/libm/index.ts';

const PI = 3.141592653589793;
const LOG_PI = 1.1447298858494002;
const LANCZOS_G = 6.024680040776729583740234375;
const LANCZOS_G_MINUS_HALF = 5.524680040776729583740234375;

/** The rational function's coefficients, lowest power first. */
// prettier-ignore
const NUMERATOR = [
  23531376880.410759688572, 42919803642.649098768958, 35711959237.355668049440, 17921034426.037209699920,
  6039542586.3520280050643, 1439720407.3117216736632, 248874557.86205415651146, 31426415.585400194380614,
  2876370.6289353724412254, 186056.26539522349504029, 8071.6720023658162106380, 210.82427775157934587251,
  2.5066282746310002701649,
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
