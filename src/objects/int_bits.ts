/**
 * Shifts and bitwise operations of ints in two's complement (long_lshift, long_rshift, long_bitwise). Ownership as in
 * int_arith.ts.
 */
import type { PyObject } from '../heap/object.ts';
import { incref } from '../heap/refcount.ts';
import { memoryError, overflowError, valueError } from '../exceptions/raise.ts';
import {
  digitsOf,
  isInt,
  newInt,
  newIntBig,
  newIntNear,
  newIntNumber,
  newIntSized,
  NUMBER_LIMIT,
  T_INT,
  toBigInt,
} from './int.ts';
import { bool, NotImplemented, T_BOOL } from './singletons.ts';

const WORD = 0x100000000;
/** 2**i, which `**` takes 30 ns for. */
const POWERS_OF_2 = Float64Array.from({ length: 54 }, (_, i) => 2 ** i);

/** a & b. */
export function intAnd(a: PyObject, b: PyObject): PyObject {
  const x: number | bigint = a.v;
  const y: number | bigint = b.v;
  if (typeof x === 'number' && typeof y === 'number') {
    if ((x | 0) === x && (y | 0) === y) return newIntNumber(x & y);
    return fromWords(Math.floor(x / WORD) & Math.floor(y / WORD), x & y);
  }
  return newInt(toBigInt(x) & toBigInt(y));
}

/** a | b. */
export function intOr(a: PyObject, b: PyObject): PyObject {
  const x: number | bigint = a.v;
  const y: number | bigint = b.v;
  if (typeof x === 'number' && typeof y === 'number') {
    if ((x | 0) === x && (y | 0) === y) return newIntNumber(x | y);
    return fromWords(Math.floor(x / WORD) | Math.floor(y / WORD), x | y);
  }
  return newInt(toBigInt(x) | toBigInt(y));
}

/** a ^ b. */
export function intXor(a: PyObject, b: PyObject): PyObject {
  const x: number | bigint = a.v;
  const y: number | bigint = b.v;
  if (typeof x === 'number' && typeof y === 'number') {
    if ((x | 0) === x && (y | 0) === y) return newIntNumber(x ^ y);
    return fromWords(Math.floor(x / WORD) ^ Math.floor(y / WORD), x ^ y);
  }
  return newInt(toBigInt(x) ^ toBigInt(y));
}

/** An int from two words in two's complement; the high one has 22 significant bits. */
function fromWords(hi: number, lo: number): PyObject {
  const r = hi * WORD + (lo >>> 0);
  return r > -NUMBER_LIMIT ? newIntNumber(r) : newIntBig(BigInt(r));
}

/** ~a. */
export function intInvert(a: PyObject): PyObject {
  const x: number | bigint = a.v;
  if (typeof x === 'number' && x < NUMBER_LIMIT - 1) return newIntNumber(-1 - x);
  return newIntBig(-1n - toBigInt(x));
}

/** a << b. Raises ValueError, OverflowError and MemoryError. */
export function intLshift(a: PyObject, b: PyObject): PyObject {
  const x: number | bigint = a.v;
  const n: number | bigint = b.v;
  if (n < 0) valueError('negative shift count');
  if (x === 0) return newIntNumber(0);
  // The digits must be countable in a Py_ssize_t, whether or not there is memory for them (MAX_LONG_DIGITS).
  if (typeof n !== 'number' && n / 30n >= 1n << 61n) overflowError('too many digits in integer');
  if (typeof n !== 'number') memoryError();
  if (typeof x === 'number' && n < 53) {
    const r = x * POWERS_OF_2[n];
    if (r < NUMBER_LIMIT && r > -NUMBER_LIMIT) return newIntNumber(r);
  }
  if (n > 0x3fffffff) memoryError();
  const words = Math.floor(n / 30);
  const digits = digitsOf(a);
  const value = toBigInt(x) << BigInt(n);
  return words === 0 && digits === 1 ? newInt(value) : newIntSized(value, digits + words + (n % 30 === 0 ? 0 : 1));
}

/** a >> b, rounding down. Raises ValueError. */
export function intRshift(a: PyObject, b: PyObject): PyObject {
  const x: number | bigint = a.v;
  const n: number | bigint = b.v;
  if (n < 0) valueError('negative shift count');
  if (typeof x === 'number') {
    if ((x | 0) === x) return newIntNumber(n > 31 ? (x < 0 ? -1 : 0) : x >> (n as number));
    if (n > 53) return newIntNumber(x < 0 ? -1 : 0);
    return newIntNumber(Math.floor(x / POWERS_OF_2[n as number]));
  }
  if (n === 0 && a.type === T_INT) return incref(a);
  const digits = digitsOf(a) - Math.floor(Number(n) / 30);
  return newIntNear(x >> BigInt(n), digits);
}

// ---- slots

export function int_and(a: PyObject, b: PyObject): PyObject {
  return isInt(a) && isInt(b) ? intAnd(a, b) : NotImplemented;
}
export function int_or(a: PyObject, b: PyObject): PyObject {
  return isInt(a) && isInt(b) ? intOr(a, b) : NotImplemented;
}
export function int_xor(a: PyObject, b: PyObject): PyObject {
  return isInt(a) && isInt(b) ? intXor(a, b) : NotImplemented;
}
export function int_lshift(a: PyObject, b: PyObject): PyObject {
  return isInt(a) && isInt(b) ? intLshift(a, b) : NotImplemented;
}
export function int_rshift(a: PyObject, b: PyObject): PyObject {
  return isInt(a) && isInt(b) ? intRshift(a, b) : NotImplemented;
}

// ---- bool's own (boolobject.c): bools among themselves stay bools

export function bool_and(a: PyObject, b: PyObject): PyObject {
  return a.type === T_BOOL && b.type === T_BOOL ? bool((a.v & b.v) !== 0) : int_and(a, b);
}
export function bool_or(a: PyObject, b: PyObject): PyObject {
  return a.type === T_BOOL && b.type === T_BOOL ? bool((a.v | b.v) !== 0) : int_or(a, b);
}
export function bool_xor(a: PyObject, b: PyObject): PyObject {
  return a.type === T_BOOL && b.type === T_BOOL ? bool((a.v ^ b.v) !== 0) : int_xor(a, b);
}
