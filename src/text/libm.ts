/** The C library's real functions, as near to glibc's results as JavaScript's own are not enough. */
export const {
  acos,
  acosh,
  asin,
  asinh,
  atan,
  atan2,
  atanh,
  cos,
  cosh,
  exp,
  expm1,
  log,
  log10,
  log1p,
  log2,
  sin,
  sinh,
  tan,
  tanh,
} = Math;

export function exp2(x: number): number {
  return 2 ** x;
}

export function cbrt(x: number): number {
  return Math.cbrt(x);
}
