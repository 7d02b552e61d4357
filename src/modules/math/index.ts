/** The math module (Modules/mathmodule.c): its contents page. */
import type { NativeFunction } from '../../objects/builtin_function.ts';
import { newFloat } from '../../objects/float.ts';
import { defineModule, type PyModule } from '../../objects/module.ts';
import { math_comb, math_factorial, math_gcd, math_isqrt, math_lcm, math_perm } from './integer.ts';
import * as real from './real.ts';
import { math_dist, math_fsum, math_hypot, math_prod, math_sumprod } from './sums.ts';

const X = '($module, x, /)';
const XY = '($module, x, y, /)';

const FUNCTIONS: [string, NativeFunction, string, string][] = [
  ['acos', real.math_acos, X, 'Arc cosine, between 0 and pi.'],
  ['acosh', real.math_acosh, X, 'Inverse hyperbolic cosine.'],
  ['asin', real.math_asin, X, 'Arc sine, between -pi/2 and pi/2.'],
  ['asinh', real.math_asinh, X, 'Inverse hyperbolic sine.'],
  ['atan', real.math_atan, X, 'Arc tangent, between -pi/2 and pi/2.'],
  ['atan2', real.math_atan2, '($module, y, x, /)', 'Arc tangent of y/x in the right quadrant.'],
  ['atanh', real.math_atanh, X, 'Inverse hyperbolic tangent.'],
  ['cbrt', real.math_cbrt, X, 'Cube root.'],
  ['ceil', real.math_ceil, X, 'The smallest integer that is at least x.'],
  ['copysign', real.math_copysign, XY, 'The size of x with the sign of y.'],
  ['cos', real.math_cos, X, 'Cosine of x radians.'],
  ['cosh', real.math_cosh, X, 'Hyperbolic cosine.'],
  ['degrees', real.math_degrees, X, 'Radians to degrees.'],
  ['dist', math_dist, '($module, p, q, /)', 'Distance of two points given as sequences of coordinates.'],
  ['erf', real.math_erf, X, 'Error function.'],
  ['erfc', real.math_erfc, X, '1 - erf(x), without loss for large x.'],
  ['exp', real.math_exp, X, 'e to the power of x.'],
  ['exp2', real.math_exp2, X, '2 to the power of x.'],
  ['expm1', real.math_expm1, X, 'exp(x) - 1, without loss for small x.'],
  ['fabs', real.math_fabs, X, 'Absolute value as a float.'],
  ['factorial', math_factorial, '($module, n, /)', 'The product of the integers from 1 to n.'],
  ['floor', real.math_floor, X, 'The largest integer that is at most x.'],
  ['fmod', real.math_fmod, XY, 'The remainder of x / y with the sign of x.'],
  ['frexp', real.math_frexp, X, '(m, e) with x == m * 2**e and 0.5 <= abs(m) < 1; (0.0, 0) for 0.'],
  ['fsum', math_fsum, '($module, seq, /)', 'The sum of floats, exact but for one last rounding.'],
  ['gamma', real.math_gamma, X, 'Gamma function.'],
  ['gcd', math_gcd, '($module, *integers)', 'Greatest common divisor.'],
  [
    'hypot',
    math_hypot,
    '!($module, *coordinates)',
    'hypot(*coordinates) -> value\n\nThe distance of a point from the origin.',
  ],
  [
    'isclose',
    real.math_isclose,
    '($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)',
    'Are the two numbers nearly equal?',
  ],
  ['isfinite', real.math_isfinite, X, 'True if x is neither infinite nor NaN.'],
  ['isinf', real.math_isinf, X, 'True if x is infinite.'],
  ['isnan', real.math_isnan, X, 'True if x is NaN.'],
  ['isqrt', math_isqrt, '($module, n, /)', 'The integer part of the square root.'],
  ['lcm', math_lcm, '($module, *integers)', 'Least common multiple.'],
  ['ldexp', real.math_ldexp, '($module, x, i, /)', 'x * 2**i'],
  ['lgamma', real.math_lgamma, X, 'Natural logarithm of the absolute value of gamma(x).'],
  ['log', real.math_log, '!raw', 'log(x, [base=math.e])\nLogarithm of x; natural unless a base is given.'],
  ['log1p', real.math_log1p, X, 'log(1 + x), without loss for small x.'],
  ['log10', real.math_log10, X, 'Logarithm to base 10.'],
  ['log2', real.math_log2, X, 'Logarithm to base 2.'],
  ['modf', real.math_modf, X, 'Fractional and integer part, both floats with the sign of x.'],
  [
    'nextafter',
    real.math_nextafter,
    '($module, x, y, /, *, steps=None)',
    'The float that is some steps (one by default) after x towards y.',
  ],
  ['perm', math_perm, '($module, n, k=None, /)', 'Ways to choose k of n things in order.'],
  ['pow', real.math_pow, XY, 'x to the power of y, as floats.'],
  ['prod', math_prod, '($module, iterable, /, *, start=1)', 'start times all the items.'],
  ['radians', real.math_radians, X, 'Degrees to radians.'],
  ['remainder', real.math_remainder, XY, 'x minus the multiple of y nearest to it.'],
  ['sin', real.math_sin, X, 'Sine of x radians.'],
  ['sinh', real.math_sinh, X, 'Hyperbolic sine.'],
  ['sqrt', real.math_sqrt, X, 'Square root.'],
  ['sumprod', math_sumprod, '($module, p, q, /)', 'Sum of the products of corresponding items.'],
  ['tan', real.math_tan, X, 'Tangent of x radians.'],
  ['tanh', real.math_tanh, X, 'Hyperbolic tangent.'],
  ['trunc', real.math_trunc, X, 'x without its fractional part, as an integer.'],
  ['comb', math_comb, '($module, n, k, /)', 'Ways to choose k of n things without order.'],
  ['ulp', real.math_ulp, X, 'Value of the last bit of x.'],
];

/** Makes the module; new reference. */
export function makeMath(): PyModule {
  return defineModule({
    name: 'math',
    doc: 'Mathematical functions on floats, and some on integers.',
    functions: FUNCTIONS,
    attrs: () => ({
      pi: newFloat(Math.PI),
      e: newFloat(Math.E),
      tau: newFloat(2 * Math.PI),
      inf: newFloat(Infinity),
      nan: newFloat(NaN),
    }),
  });
}
