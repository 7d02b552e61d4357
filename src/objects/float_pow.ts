/** x ** y for floats: the special cases of float_pow (Objects/floatobject.c) around C's pow. */
import type { PyObject } from '../heap/object.ts';
import { pow } from '../text/libm/pow.ts';
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
