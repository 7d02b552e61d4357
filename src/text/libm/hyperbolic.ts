/** Hyperbolic functions and their inverses, and log10, by the formulas that glibc uses. */
import { exp, log } from './exp.ts';

const { expm1, log1p } = Math;

export function sinh(x: number): number {
  const size = Math.abs(x);
  if (size - size !== 0 || size < 2 ** -28) return x;
  const h = x < 0 ? -0.5 : 0.5;
  if (size < 22) {
    const t = expm1(size);
    return size < 1 ? h * (2 * t - (t * t) / (t + 1)) : h * (t + t / (t + 1));
  }
  if (size < 709.78) return h * exp(size);
  const w = exp(0.5 * size);
  return h * w * w;
}

export function cosh(x: number): number {
  const size = Math.abs(x);
  if (size < 0.34657359027997264) {
    const t = expm1(size);
    const w = 1 + t;
    return size < 2 ** -55 ? w : 1 + (t * t) / (w + w);
  }
  if (size < 22) {
    const t = exp(size);
    return 0.5 * t + 0.5 / t;
  }
  if (size < 709.78) return 0.5 * exp(size);
  const w = exp(0.5 * size);
  return 0.5 * w * w;
}

export function asinh(x: number): number {
  const size = Math.abs(x);
  if (size - size !== 0 || size < 2 ** -28) return x;
  let w: number;
  if (size > 2 ** 28) w = log(size) + Math.LN2;
  else if (size > 2) w = log(2 * size + 1 / (Math.sqrt(x * x + 1) + size));
  else {
    const t = x * x;
    w = log1p(size + t / (1 + Math.sqrt(1 + t)));
  }
  return x < 0 ? -w : w;
}

export function acosh(x: number): number {
  if (!(x >= 1)) return NaN;
  if (x > 2 ** 28) return log(x) + Math.LN2;
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const t = x - 1;
  return log1p(t + Math.sqrt(2 * t + t * t));
}

const LOG10_2_HI = 3.01029995663611771306e-1;
const LOG10_2_LO = 3.69423907715893078616e-13;
const ONE_OVER_LN10 = 4.34294481903251816668e-1;

export function log10(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = Math.floor(Math.log2(x));
  let m = x / 2 ** Math.max(k, -1000) / (k < -1000 ? 2 ** (k + 1000) : 1);
  if (m < 1) {
    m *= 2;
    k--;
  } else if (m >= 2) {
    m /= 2;
    k++;
  }
  if (k < 0) {
    m /= 2;
    k++;
  }
  return k * LOG10_2_LO + ONE_OVER_LN10 * log(m) + k * LOG10_2_HI;
}

const CBRT2 = 1.2599210498948732;
const CBRT4 = 1.5874010519681996;
const FACTORS = [1 / CBRT4, 1 / CBRT2, 1, CBRT2, CBRT4];

/** glibc's approximation, which is up to an ulp off: cbrt(27.0) is 3.0000000000000004. */
export function cbrt(x: number): number {
  if (x === 0 || x - x !== 0) return x;
  let m = Math.abs(x);
  let e = 0;
  if (m < 2.2250738585072014e-308) {
    m *= 2 ** 54;
    e = -54;
  }
  let k = Math.floor(Math.log2(m)) + 1;
  m = k > 1000 ? m / 2 ** 1000 / 2 ** (k - 1000) : m / 2 ** Math.max(k, -1000) / (k < -1000 ? 2 ** (k + 1000) : 1);
  if (m >= 1) {
    m /= 2;
    k++;
  } else if (m < 0.5) {
    m *= 2;
    k--;
  }
  e += k;
  const u =
    0.35489576504391986 +
    (1.50819193781584896 -
      (2.11499494167371287 -
        (2.4469312256353443 - (1.83469277483613086 - (0.784932344976639262 - 0.145263899385486367 * m) * m) * m) * m) *
        m) *
      m;
  const t2 = u * u * u;
  const root = ((u * (t2 + 2 * m)) / (2 * t2 + m)) * FACTORS[2 + (e % 3)];
  const r = root * 2 ** Math.trunc(e / 3);
  return x < 0 ? -r : r;
}
