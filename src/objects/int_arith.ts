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
  digitCount,
  isInt,
  newIntBig,
  newIntBlock,
  newIntNumber,
  newIntSized,
  newIntUnits,
  NUMBER_LIMIT,
  T_INT,
} from './int.ts';
import { bool, NotImplemented } from './singletons.ts';

/** a + b. */
export function intAdd(a: PyObject, b: PyObject): PyObject {
  const x: number | bigint = a.v;
  const y: number | bigint = b.v;
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x + y;
    if (r < DIGIT_LIMIT && r > -DIGIT_LIMIT) return newIntNumber(r);
  }
  return addLarge(x, y);
}

/** a - b. */
export function intSub(a: PyObject, b: PyObject): PyObject {
  const x: number | bigint = a.v;
  const y: number | bigint = b.v;
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x - y;
    if (r < DIGIT_LIMIT && r > -DIGIT_LIMIT) return newIntNumber(r);
  }
  return addLarge(x, -y);
}

/** a * b. */
export function intMul(a: PyObject, b: PyObject): PyObject {
  const x: number | bigint = a.v;
  const y: number | bigint = b.v;
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x * y;
    if (r < DIGIT_LIMIT && r > -DIGIT_LIMIT) return newIntNumber(r);
  }
  return multiplyLarge(x, y);
}

function isDigit(x: number): boolean {
  return x < DIGIT_LIMIT && x > -DIGIT_LIMIT;
}

/** A sum that leaves one digit: x_add makes room for a carry (3 digits are 36 bytes), x_sub does not. */
function addLarge(x: number | bigint, y: number | bigint): PyObject {
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x + y;
    if (r < NUMBER_LIMIT && r > -NUMBER_LIMIT)
      return newIntUnits(r, (isDigit(x) && isDigit(y)) || x < 0 !== y < 0 ? 2 : 3);
  }
  const r = BigInt(x) + BigInt(y);
  const sameSign = x < 0 === y < 0;
  // The operand of larger magnitude decides the size.
  const larger = (sameSign ? x > y : x > -y) === x >= 0 ? x : y;
  const digits = digitCount(larger);
  if (sameSign) return newIntBlock(r, digits + 1);
  const smaller = larger === x ? y : x;
  return newIntSized(r, digitCount(smaller) === digits ? differingDigits(x, y) : digits);
}

/** Of two values of unlike signs and as many digits: how many digits there are up to the highest in which they differ. */
function differingDigits(x: number | bigint, y: number | bigint): number {
  return digitCount(BigInt(x < 0 ? -x : x) ^ BigInt(y < 0 ? -y : y));
}

/** A product that leaves one digit: of ints of one digit it has two, else as many as both factors together. */
function multiplyLarge(x: number | bigint, y: number | bigint): PyObject {
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x * y;
    if (r < NUMBER_LIMIT && r > -NUMBER_LIMIT) return newIntUnits(r, isDigit(x) && isDigit(y) ? 2 : 3);
  }
  const dx = digitCount(x);
  const dy = digitCount(y);
  const r = BigInt(x) * BigInt(y);
  return dx === 1 && dy === 1 ? newIntBig(r) : newIntSized(r, dx + dy);
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
  return a.v < 0 ? intNeg(a) : intPos(a);
}

export function intEq(a: PyObject, b: PyObject): boolean {
  return a.v === b.v;
}
export function intNe(a: PyObject, b: PyObject): boolean {
  return a.v !== b.v;
}
export function intLt(a: PyObject, b: PyObject): boolean {
  return a.v < b.v;
}
export function intLe(a: PyObject, b: PyObject): boolean {
  return a.v <= b.v;
}
export function intGt(a: PyObject, b: PyObject): boolean {
  return a.v > b.v;
}
export function intGe(a: PyObject, b: PyObject): boolean {
  return a.v >= b.v;
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
