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
  ['acos', real.math_acos, X, 'Return the arc cosine (measured in radians) of x.'],
  ['acosh', real.math_acosh, X, 'Return the inverse hyperbolic cosine of x.'],
  ['asin', real.math_asin, X, 'Return the arc sine (measured in radians) of x.'],
  ['asinh', real.math_asinh, X, 'Return the inverse hyperbolic sine of x.'],
  ['atan', real.math_atan, X, 'Return the arc tangent (measured in radians) of x.'],
  ['atan2', real.math_atan2, '($module, y, x, /)', 'Return the arc tangent (measured in radians) of y/x.'],
  ['atanh', real.math_atanh, X, 'Return the inverse hyperbolic tangent of x.'],
  ['cbrt', real.math_cbrt, X, 'Return the cube root of x.'],
  ['ceil', real.math_ceil, X, 'Return the ceiling of x as an Integral.'],
  ['copysign', real.math_copysign, XY, 'Return a float with the magnitude (absolute value) of x but the sign of y.'],
  ['cos', real.math_cos, X, 'Return the cosine of x (measured in radians).'],
  ['cosh', real.math_cosh, X, 'Return the hyperbolic cosine of x.'],
  ['degrees', real.math_degrees, X, 'Convert angle x from radians to degrees.'],
  ['dist', math_dist, '($module, p, q, /)', 'Return the Euclidean distance between two points p and q.'],
  ['erf', real.math_erf, X, 'Error function at x.'],
  ['erfc', real.math_erfc, X, 'Complementary error function at x.'],
  ['exp', real.math_exp, X, 'Return e raised to the power of x.'],
  ['exp2', real.math_exp2, X, 'Return 2 raised to the power of x.'],
  ['expm1', real.math_expm1, X, 'Return exp(x)-1.'],
  ['fabs', real.math_fabs, X, 'Return the absolute value of the float x.'],
  ['factorial', math_factorial, '($module, n, /)', 'Find n!.'],
  ['floor', real.math_floor, X, 'Return the floor of x as an Integral.'],
  ['fmod', real.math_fmod, XY, 'Return fmod(x, y), according to platform C.'],
  ['frexp', real.math_frexp, X, 'Return the mantissa and exponent of x, as pair (m, e).'],
  ['fsum', math_fsum, '($module, seq, /)', 'Return an accurate floating point sum of values in the iterable seq.'],
  ['gamma', real.math_gamma, X, 'Gamma function at x.'],
  ['gcd', math_gcd, '($module, *integers)', 'Greatest Common Divisor.'],
  ['hypot', math_hypot, '!($module, *coordinates)', 'hypot(*coordinates) -> value'],
  [
    'isclose',
    real.math_isclose,
    '($module, /, a, b, *, rel_tol=1e-09, abs_tol=0.0)',
    'Determine whether two floating point numbers are close in value.',
  ],
  ['isfinite', real.math_isfinite, X, 'Return True if x is neither an infinity nor a NaN, and False otherwise.'],
  ['isinf', real.math_isinf, X, 'Return True if x is a positive or negative infinity, and False otherwise.'],
  ['isnan', real.math_isnan, X, 'Return True if x is a NaN (not a number), and False otherwise.'],
  ['isqrt', math_isqrt, '($module, n, /)', 'Return the integer part of the square root of the input.'],
  ['lcm', math_lcm, '($module, *integers)', 'Least Common Multiple.'],
  ['ldexp', real.math_ldexp, '($module, x, i, /)', 'Return x * (2**i).'],
  ['lgamma', real.math_lgamma, X, 'Natural logarithm of absolute value of Gamma function at x.'],
  ['log', real.math_log, '!raw', 'log(x, [base=math.e])'],
  ['log1p', real.math_log1p, X, 'Return the natural logarithm of 1+x (base e).'],
  ['log10', real.math_log10, X, 'Return the base 10 logarithm of x.'],
  ['log2', real.math_log2, X, 'Return the base 2 logarithm of x.'],
  ['modf', real.math_modf, X, 'Return the fractional and integer parts of x.'],
  [
    'nextafter',
    real.math_nextafter,
    '($module, x, y, /, *, steps=None)',
    'Return the floating-point value the given number of steps after x towards y.',
  ],
  [
    'perm',
    math_perm,
    '($module, n, k=None, /)',
    'Number of ways to choose k items from n items without repetition and with order.',
  ],
  ['pow', real.math_pow, XY, 'Return x**y (x to the power of y).'],
  [
    'prod',
    math_prod,
    '($module, iterable, /, *, start=1)',
    'Calculate the product of all the elements in the input iterable.',
  ],
  ['radians', real.math_radians, X, 'Convert angle x from degrees to radians.'],
  ['remainder', real.math_remainder, XY, 'Difference between x and the closest integer multiple of y.'],
  ['sin', real.math_sin, X, 'Return the sine of x (measured in radians).'],
  ['sinh', real.math_sinh, X, 'Return the hyperbolic sine of x.'],
  ['sqrt', real.math_sqrt, X, 'Return the square root of x.'],
  ['sumprod', math_sumprod, '($module, p, q, /)', 'Return the sum of products of values from two iterables p and q.'],
  ['tan', real.math_tan, X, 'Return the tangent of x (measured in radians).'],
  ['tanh', real.math_tanh, X, 'Return the hyperbolic tangent of x.'],
  ['trunc', real.math_trunc, X, 'Truncates the Real x to the nearest Integral toward 0.'],
  [
    'comb',
    math_comb,
    '($module, n, k, /)',
    'Number of ways to choose k items from n items without repetition and without order.',
  ],
  ['ulp', real.math_ulp, X, 'Return the value of the least significant bit of the float x.'],
];

/** Makes the module; new reference. */
export function makeMath(): PyModule {
  return defineModule({
    name: 'math',
    doc: 'This module provides access to the mathematical functions\ndefined by the C standard.',
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
