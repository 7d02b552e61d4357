/** Division of floats with a rest that has the divisor's sign (Objects/floatobject.c, _float_div_mod). */

/** x % y with the sign of y; y is not 0. */
export function floatMod(x: number, y: number): number {
  const r = x % y;
  if (r !== 0) return y < 0 !== r < 0 ? r + y : r;
  return y < 0 || Object.is(y, -0) ? -0 : 0;
}

/** x // y; y is not 0 (_float_div_mod). */
export function floatFloorDiv(x: number, y: number): number {
  const r = x % y;
  let q = (x - r) / y;
  if (r !== 0 && y < 0 !== r < 0) q -= 1;
  if (q === 0) return x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
  const floor = Math.floor(q);
  return q - floor > 0.5 ? floor + 1 : floor;
}
