/**
 * Addition, subtraction, multiplication, comparison and sign of ints (long_add, long_sub, long_mul, long_compare).
 *
 * The exported functions take objects whose `v` is an int's (int, bool or a subclass) and answer a new reference; compiled code
 * calls them once it has seen both types. The number slots below them check the operands first.
 */
import type { PyObject } from '../heap/object.ts';
import { Py_EQ, Py_GT, Py_LE, Py_LT, Py_NE } from '../heap/slots.ts';
import { incref } from '../heap/refcount.ts';
import {
  DIGIT_LIMIT,
  digitsNear,
  digitsOf,
  isInt,
  isNegative,
  newIntBig,
  newIntNumber,
  newIntSized,
  newIntUnits,
  NUMBER_LIMIT,
  T_INT,
  toBigInt,
} from './int.ts';
import { bool, NotImplemented } from './singletons.ts';

/** a + b. */
export function intAdd(a: PyObject, b: PyObject): PyObject {
  const x: number | bigint = a.v;
  const y: number | bigint = b.v;
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x + y;
    if (r < DIGIT_LIMIT && r > -DIGIT_LIMIT) return newIntNumber(r);
    if (r < NUMBER_LIMIT && r > -NUMBER_LIMIT) return newIntUnits(r, sumUnits(x, y));
  }
  const room = Math.max(digitsOf(a), digitsOf(b)) + 1;
  const r = toBigInt(x) + toBigInt(y);
  return isNegative(x) === isNegative(y) ? newIntSized(r, room) : newDifference(r, a, b, room - 1);
}

/** a - b. */
export function intSub(a: PyObject, b: PyObject): PyObject {
  const x: number | bigint = a.v;
  const y: number | bigint = b.v;
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x - y;
    if (r < DIGIT_LIMIT && r > -DIGIT_LIMIT) return newIntNumber(r);
    if (r < NUMBER_LIMIT && r > -NUMBER_LIMIT) return newIntUnits(r, sumUnits(x, -y));
  }
  const room = Math.max(digitsOf(a), digitsOf(b)) + 1;
  const r = toBigInt(x) - toBigInt(y);
  return isNegative(x) !== isNegative(y) ? newIntSized(r, room) : newDifference(r, a, b, room - 1);
}

/** a * b. A product that leaves one digit: of ints of one digit it has two, else as many as both factors together. */
export function intMul(a: PyObject, b: PyObject): PyObject {
  const x: number | bigint = a.v;
  const y: number | bigint = b.v;
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x * y;
    if (r < DIGIT_LIMIT && r > -DIGIT_LIMIT) return newIntNumber(r);
    if (r < NUMBER_LIMIT && r > -NUMBER_LIMIT) return newIntUnits(r, isDigit(x) && isDigit(y) ? 2 : 3);
  }
  return newIntSized(toBigInt(x) * toBigInt(y), digitsOf(a) + digitsOf(b));
}

function isDigit(x: number): boolean {
  return x < DIGIT_LIMIT && x > -DIGIT_LIMIT;
}

/** The units of a sum that leaves one digit: x_add makes room for a carry (3 digits are 36 bytes), x_sub does not. */
function sumUnits(x: number, y: number): number {
  return (isDigit(x) && isDigit(y)) || x < 0 !== y < 0 ? 2 : 3;
}

/** x_sub's answer `r`: of operands of as many digits it has room for those up to the highest in which they differ. */
function newDifference(r: bigint, a: PyObject, b: PyObject, room: number): PyObject {
  if (digitsOf(a) !== digitsOf(b)) return newIntSized(r, room);
  const digits = digitsNear(r, room);
  return newIntSized(r, digits === room ? room : differingDigits(a.v, b.v, digits), digits);
}

/** How many digits there are up to the highest in which the magnitudes differ, at least `digits`. */
function differingDigits(x: number | bigint, y: number | bigint, digits: number): number {
  const p = toBigInt(isNegative(x) ? -x : x);
  const q = toBigInt(isNegative(y) ? -y : y);
  while (p >> BigInt(30 * digits) !== q >> BigInt(30 * digits)) digits++;
  return digits;
}

/** -a. */
export function intNeg(a: PyObject): PyObject {
  const x: number | bigint = a.v;
  return typeof x === 'number' ? newIntNumber(-x) : newIntBig(-x);
}

/** +a: the object itself when it is exactly an int (long_long). */
export function intPos(a: PyObject): PyObject {
  if (a.type === T_INT) return incref(a);
  const x: number | bigint = a.v;
  return typeof x === 'number' ? newIntNumber(x) : newIntBig(x);
}

/** abs(a). */
export function intAbs(a: PyObject): PyObject {
  return isNegative(a.v) ? intNeg(a) : intPos(a);
}

/** a `op` b. */
export function intCompare(a: PyObject, b: PyObject, op: number): boolean {
  switch (op) {
    case Py_LT:
      return a.v < b.v;
    case Py_LE:
      return a.v <= b.v;
    case Py_EQ:
      return a.v === b.v;
    case Py_NE:
      return a.v !== b.v;
    case Py_GT:
      return a.v > b.v;
    default:
      return a.v >= b.v;
  }
}

// ---- slots

export function int_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (!isInt(a) || !isInt(b)) return NotImplemented;
  return bool(intCompare(a, b, op));
}
export function int_add(a: PyObject, b: PyObject): PyObject {
  return isInt(a) && isInt(b) ? intAdd(a, b) : NotImplemented;
}
export function int_subtract(a: PyObject, b: PyObject): PyObject {
  return isInt(a) && isInt(b) ? intSub(a, b) : NotImplemented;
}
export function int_multiply(a: PyObject, b: PyObject): PyObject {
  return isInt(a) && isInt(b) ? intMul(a, b) : NotImplemented;
}
export function int_bool(a: PyObject): boolean {
  return a.v !== 0;
}
