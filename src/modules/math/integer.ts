/** Number theory of the math module: comb, factorial, gcd, isqrt, lcm, perm (Modules/mathmodule.c). */
import type { PyObject } from '../../heap/object.ts';
import { decref } from '../../heap/refcount.ts';
import { overflowError, valueError } from '../../exceptions/raise.ts';
import { index } from '../../protocols/number.ts';
import { bitLength, newInt } from '../../objects/int.ts';
import { None } from '../../objects/singletons.ts';
import { asBigInt } from './arguments.ts';

type Integer = number | bigint;

function integer(o: PyObject): Integer {
  const n = index(o);
  const v = n.v;
  decref(n);
  return v;
}

function magnitude(v: Integer): Integer {
  return v < 0 ? -v : v;
}

/** Euclid's algorithm; on numbers while both are safe integers. */
function gcd(a: Integer, b: Integer): Integer {
  a = magnitude(a);
  b = magnitude(b);
  while (typeof a === 'bigint' || typeof b === 'bigint') {
    if (b === 0 || b === 0n) return a;
    const x = BigInt(a);
    const y = BigInt(b);
    a = b;
    const rest = x % y;
    b = rest <= 9007199254740991n ? Number(rest) : rest;
  }
  while (b !== 0) {
    const rest: number = a % b;
    a = b;
    b = rest;
  }
  return a;
}

export function math_gcd(_module: PyObject, args: PyObject[]): PyObject {
  let result: Integer = 0;
  for (const arg of args) result = gcd(result, integer(arg));
  return newInt(result);
}

export function math_lcm(_module: PyObject, args: PyObject[]): PyObject {
  let result = 1n;
  for (const arg of args) {
    const v = asBigInt(arg);
    if (result === 0n) continue;
    if (v === 0n) result = 0n;
    else {
      const g = BigInt(gcd(result, v));
      const product = (result / g) * v;
      result = product < 0n ? -product : product;
    }
  }
  return newInt(result);
}

/** The product of start..stop (both included) by halves, so that the factors stay of one size. */
function rangeProduct(start: number, stop: number): bigint {
  if (stop < start) return 1n;
  if (stop - start < 8) {
    let p = BigInt(start);
    for (let i = start + 1; i <= stop; i++) p *= BigInt(i);
    return p;
  }
  const middle = Math.floor((start + stop) / 2);
  return rangeProduct(start, middle) * rangeProduct(middle + 1, stop);
}

const LONG_MAX = 9223372036854775807n;

export function math_factorial(_module: PyObject, n: PyObject): PyObject {
  const v = integer(n);
  if (v < 0) valueError('factorial() not defined for negative values');
  if (typeof v === 'bigint') {
    if (v > LONG_MAX) overflowError('factorial() argument should not exceed 9223372036854775807');
    return overflowError('factorial() result is too large');
  }
  if (v > 200_000_000) overflowError('factorial() result is too large');
  return newInt(rangeProduct(1, v));
}

/** n! / (n - k)!, by halves. */
function fallingProduct(n: bigint, k: number): bigint {
  if (k <= 0) return 1n;
  if (k < 8) {
    let p = n;
    for (let i = 1; i < k; i++) p *= n - BigInt(i);
    return p;
  }
  const half = Math.floor(k / 2);
  return fallingProduct(n, half) * fallingProduct(n - BigInt(half), k - half);
}

export function math_perm(_module: PyObject, n: PyObject, k?: PyObject): PyObject {
  if (k === undefined || k === None) return math_factorial(_module, n);
  const total = asBigInt(n);
  const taken = asBigInt(k);
  if (total < 0n) valueError('n must be a non-negative integer');
  if (taken < 0n) valueError('k must be a non-negative integer');
  if (total < taken) return newInt(0);
  if (taken > LONG_MAX) overflowError('k must not exceed 9223372036854775807');
  return newInt(fallingProduct(total, Number(taken)));
}

/** C(n, k) as C(n, j) * C(n - j, k - j) / C(k, j) with j half of k. */
function binomial(n: bigint, k: number): bigint {
  if (k === 0) return 1n;
  if (k === 1) return n;
  const half = Math.floor(k / 2);
  return (binomial(n, half) * binomial(n - BigInt(half), k - half)) / binomial(BigInt(k), half);
}

export function math_comb(_module: PyObject, n: PyObject, k: PyObject): PyObject {
  const total = asBigInt(n);
  let taken = asBigInt(k);
  if (total < 0n) valueError('n must be a non-negative integer');
  if (taken < 0n) valueError('k must be a non-negative integer');
  if (total - taken < taken) taken = total - taken;
  if (taken < 0n) return newInt(0);
  if (taken > LONG_MAX) overflowError('min(n - k, k) must not exceed 9223372036854775807');
  return newInt(binomial(total, Number(taken)));
}

export function math_isqrt(_module: PyObject, n: PyObject): PyObject {
  const v = integer(n);
  if (v < 0) valueError('isqrt() argument must be nonnegative');
  if (typeof v === 'number') return newInt(Math.floor(Math.sqrt(v)));
  // Newton's method from above.
  let x = 1n << BigInt((bitLength(v) + 1) >> 1);
  for (;;) {
    const y = (x + v / x) >> 1n;
    if (y >= x) return newInt(x);
    x = y;
  }
}
