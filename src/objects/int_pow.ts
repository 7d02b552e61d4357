/** Powers of ints, also modular (long_pow in Objects/longobject.c). */
import type { PyObject } from '../heap/object.ts';
import { memoryError, valueError } from '../exceptions/raise.ts';
import { bitLength, isInt, newInt, newIntNumber, normalize, NUMBER_LIMIT } from './int.ts';
import { mod, toDouble } from './int_divide.ts';
import { floatPower } from './float_pow.ts';
import { None, NotImplemented } from './singletons.ts';

/** More bits than this a BigInt cannot hold. */
const MAX_BITS = 0x3fffffff;

/** a ** b: an int, or a float for a negative exponent. */
export function intPow(a: PyObject, b: PyObject): PyObject {
  const x: number | bigint = a.v;
  const n: number | bigint = b.v;
  if (n < 0) return floatPower(toDouble(x), toDouble(n));
  if (typeof x === 'number' && typeof n === 'number' && n <= 64) {
    const r = powNumber(x, n);
    if (r < NUMBER_LIMIT && r > -NUMBER_LIMIT) return newIntNumber(r);
  }
  return newInt(powBig(x, n));
}

/** x ** n by squaring; exact when the answer stays below 2**53 in magnitude, some larger magnitude (or NaN) otherwise. */
function powNumber(x: number, n: number): number {
  let result = 1;
  for (;;) {
    if (n & 1) result *= x;
    n >>= 1;
    if (n === 0) return result;
    x *= x;
  }
}

function powBig(x: number | bigint, n: number | bigint): number | bigint {
  if (x === 0 || x === 1) return n === 0 ? 1 : x;
  if (x === -1) return BigInt(n) & 1n ? -1 : 1;
  if (typeof n !== 'number' || (bitLength(x) - 1) * n > MAX_BITS) memoryError();
  return normalize(BigInt(x) ** BigInt(n));
}

/** pow(a, b, m). Raises ValueError. */
export function intPowMod(a: PyObject, b: PyObject, m: PyObject): PyObject {
  return newInt(powMod(a.v, b.v, m.v));
}

/** x ** n modulo m, with the sign of m. */
export function powMod(x: number | bigint, n: number | bigint, m: number | bigint): number | bigint {
  if (m === 0) valueError('pow() 3rd argument cannot be 0');
  if (m === 1 || m === -1) return 0;
  const modulus = BigInt(m < 0 ? -m : m);
  let exponent = BigInt(n);
  let base = BigInt(x) % modulus;
  if (base < 0n) base += modulus;
  if (exponent < 0n) {
    exponent = -exponent;
    base = invertMod(base, modulus);
  }
  let result: bigint;
  if (modulus < 0x4000000n) result = BigInt(powModSmall(Number(base), exponent, Number(modulus)));
  else result = powModBig(base, exponent, modulus);
  return mod(normalize(result), m);
}

/** For a modulus below 2**26, whose products are exact in doubles. */
function powModSmall(base: number, exponent: bigint, modulus: number): number {
  const bits = exponent.toString(2);
  let result = 1;
  for (let i = 0; i < bits.length; i++) {
    result = (result * result) % modulus;
    if (bits.charCodeAt(i) === 49) result = (result * base) % modulus;
  }
  return result % modulus;
}

/** Left to right with a window of 4 bits when the exponent is long. */
function powModBig(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  if (exponent < 1n << 60n) {
    const bits = exponent.toString(2);
    for (let i = 0; i < bits.length; i++) {
      result = (result * result) % modulus;
      if (bits.charCodeAt(i) === 49) result = (result * base) % modulus;
    }
    return result;
  }
  const table: bigint[] = [1n];
  for (let i = 1; i < 16; i++) table[i] = (table[i - 1] * base) % modulus;
  const digits = exponent.toString(16);
  for (let i = 0; i < digits.length; i++) {
    for (let k = 0; k < 4; k++) result = (result * result) % modulus;
    const digit = parseInt(digits[i], 16);
    if (digit !== 0) result = (result * table[digit]) % modulus;
  }
  return result;
}

/** long_invmod: the inverse of `a` modulo `n`. */
function invertMod(a: bigint, n: bigint): bigint {
  let b = 1n;
  let c = 0n;
  let r = n;
  while (r !== 0n) {
    const q = a / r;
    [a, r] = [r, a - q * r];
    [b, c] = [c, b - q * c];
  }
  if (a !== 1n) valueError('base is not invertible for the given modulus');
  return b < 0n ? b + n : b;
}

export function int_power(a: PyObject, b: PyObject, c: PyObject): PyObject {
  if (!isInt(a) || !isInt(b)) return NotImplemented;
  if (c === None) return intPow(a, b);
  return isInt(c) ? intPowMod(a, b, c) : NotImplemented;
}
