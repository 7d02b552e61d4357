/**
 * Division of ints: `//`, `%`, divmod and true division (long_div, long_mod, long_divmod, long_true_divide). Ownership as in
 * int_arith.ts.
 */
import type { PyObject } from '../heap/object.ts';
import { incref } from '../heap/refcount.ts';
import { overflowError, zeroDivisionError } from '../exceptions/raise.ts';
import { bitLength, digitCount, digitsOf, isInt, newIntNear, newIntNumber, normalize, T_INT, toBigInt } from './int.ts';
import { newFloat } from './float.ts';
import { NotImplemented } from './singletons.ts';
import { newTuple } from './tuple.ts';

/**
 * a // b. Below 2**53 the floor of the rounded quotient is exact: a quotient just under an integer n falls short of it by
 * at least n * 2**-53, which is more than half the spacing there.
 */
export function intFloorDiv(a: PyObject, b: PyObject): PyObject {
  const x: number | bigint = a.v;
  const y: number | bigint = b.v;
  if (y === 0) zeroDivisionError('integer division or modulo by zero');
  if (typeof x === 'number' && typeof y === 'number') return newIntNumber(Math.floor(x / y));
  const dx = digitsOf(a);
  const dy = digitsOf(b);
  return newIntNear(floorQuotient(toBigInt(x), toBigInt(y), dx, dy), dx - dy + 1);
}

/** a % b, with the sign of b. */
export function intMod(a: PyObject, b: PyObject): PyObject {
  const x: number | bigint = a.v;
  const y: number | bigint = b.v;
  if (y === 0) zeroDivisionError('integer modulo by zero');
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x % y;
    return newIntNumber(r !== 0 && r < 0 !== y < 0 ? r + y : r);
  }
  const dx = digitsOf(a);
  const dy = digitsOf(b);
  const r = floorRemainder(toBigInt(x), toBigInt(y), dx, dy);
  // What is smaller than the divisor is its own remainder (long_rem).
  if (dx <= dy && a.type === T_INT && r === toBigInt(x)) return incref(a);
  return newIntNear(r, dy);
}

/** divmod(a, b) as a tuple. */
export function intDivmod(a: PyObject, b: PyObject): PyObject {
  const q = intFloorDiv(a, b);
  const x: number | bigint = a.v;
  const y: number | bigint = b.v;
  if (typeof x === 'number' && typeof y === 'number') return newTuple([q, intMod(a, b)]);
  return newTuple([q, newIntNear(toBigInt(x) - toBigInt(q.v as number | bigint) * toBigInt(y), digitsOf(b))]);
}

/** Divisors of fewer digits are divided by as in school, where nothing can be gained. */
const LONG = 122;
/** How many times as long as the quotient a divisor must be (measured: at 8 a short quotient is slower, at 32 twice as fast). */
const MUCH_LONGER = 16;

/**
 * p / d of positive values with `np` and `nd` digits, rounded down. V8 divides long values by a recursion that takes as long for a
 * quotient of one digit as for a long one. A short quotient is that of the leading digits or one less.
 */
function quotientOf(p: bigint, d: bigint, np: number, nd: number): bigint {
  const length = np - nd + 1;
  if (nd < LONG || length * MUCH_LONGER > nd || length <= 0) return p / d;
  const q = leadingQuotient(p, d, nd, length);
  return q * d > p ? q - 1n : q;
}

function remainderOf(p: bigint, d: bigint, np: number, nd: number): bigint {
  const length = np - nd + 1;
  if (nd < LONG || length * MUCH_LONGER > nd || length <= 0) return p % d;
  const r = p - leadingQuotient(p, d, nd, length) * d;
  return r < 0n ? r + d : r;
}

function leadingQuotient(p: bigint, d: bigint, nd: number, length: number): bigint {
  const shift = BigInt(30 * (nd - 2 * length - 3));
  return (p >> shift) / (d >> shift);
}

/** The quotient rounded down; `nx` and `ny` are the digits of x and y. */
function floorQuotient(x: bigint, y: bigint, nx: number, ny: number): bigint {
  if (y < 0n) {
    x = -x;
    y = -y;
  }
  return x < 0n ? ~quotientOf(~x, y, nx, ny) : quotientOf(x, y, nx, ny);
}

/** The remainder with the sign of the divisor. */
function floorRemainder(x: bigint, y: bigint, nx: number, ny: number): bigint {
  if (y < 0n) return -floorRemainder(-x, -y, nx, ny);
  return x < 0n ? y - 1n - remainderOf(~x, y, nx, ny) : remainderOf(x, y, nx, ny);
}

/** Remainder with the sign of the divisor, which is not 0. Canonical (never a BigInt below 2**53). */
export function mod(x: number | bigint, y: number | bigint): number | bigint {
  if (typeof x === 'number' && typeof y === 'number') {
    const r = x % y;
    return r !== 0 && r < 0 !== y < 0 ? r + y : r + 0;
  }
  return normalize(floorRemainder(toBigInt(x), toBigInt(y), digitCount(x), digitCount(y)));
}

/** a / b, correctly rounded. */
export function intTrueDiv(a: PyObject, b: PyObject): PyObject {
  return newFloat(trueDivide(a.v, b.v));
}

/** The float nearest to x / y. Raises ZeroDivisionError and OverflowError. */
export function trueDivide(x: number | bigint, y: number | bigint): number {
  if (y === 0) zeroDivisionError('division by zero');
  if (typeof x === 'number' && typeof y === 'number') return x / y;
  let p = toBigInt(x);
  let d = toBigInt(y);
  const negative = p < 0n !== d < 0n;
  if (p < 0n) p = -p;
  if (d < 0n) d = -d;
  if (p === 0n) return negative ? -0 : 0;
  // Scale so that the quotient has 55 or 56 bits, then fold the remainder into its last bit: rounding to 53 bits
  // is then the same as rounding the exact quotient. Subnormal results keep fewer bits.
  const shift = Math.max(bitLength(p) - bitLength(d) - 55, -1076);
  if (shift > 1024) overflowError('integer division result too large for a float');
  if (shift > 0) d <<= BigInt(shift);
  else p <<= BigInt(-shift);
  let q = p / d;
  if (q * d !== p) q |= 1n;
  const result = scale(q, shift);
  if (result === Infinity) overflowError('integer division result too large for a float');
  return negative ? -result : result;
}

/** q * 2**shift, rounded once; q is below 2**57 and carries a sticky bit. */
function scale(q: bigint, shift: number): number {
  if (shift > -1022) {
    const n = Number(q);
    return shift > 900 ? n * 2 ** (shift - 500) * 2 ** 500 : n * 2 ** shift;
  }
  // The result may be subnormal: round to a multiple of 2**-1074 in integers.
  const extra = BigInt(-1074 - shift);
  if (extra <= 0n) return Number(q) * 2 ** shift;
  const length = bitLength(q);
  const drop = BigInt(Math.max(length - 53, Number(extra)));
  const half = 1n << (drop - 1n);
  const rest = q & ((1n << drop) - 1n);
  let kept = q >> drop;
  if (rest > half || (rest === half && (kept & 1n) === 1n)) kept += 1n;
  const exponent = shift + Number(drop);
  return exponent >= -1022 ? Number(kept) * 2 ** exponent : Number(kept) * 2 ** (exponent + 60) * 2 ** -60;
}

/** A value as a float (PyLong_AsDouble). Raises OverflowError. */
export function toDouble(v: number | bigint): number {
  if (typeof v === 'number') return v;
  const n = Number(v);
  if (n === Infinity || n === -Infinity) overflowError('int too large to convert to float');
  return n;
}

// ---- slots

export function int_floor_divide(a: PyObject, b: PyObject): PyObject {
  return isInt(a) && isInt(b) ? intFloorDiv(a, b) : NotImplemented;
}
export function int_remainder(a: PyObject, b: PyObject): PyObject {
  return isInt(a) && isInt(b) ? intMod(a, b) : NotImplemented;
}
export function int_divmod(a: PyObject, b: PyObject): PyObject {
  return isInt(a) && isInt(b) ? intDivmod(a, b) : NotImplemented;
}
export function int_true_divide(a: PyObject, b: PyObject): PyObject {
  return isInt(a) && isInt(b) ? intTrueDiv(a, b) : NotImplemented;
}
export function int_float(a: PyObject): PyObject {
  return newFloat(toDouble(a.v));
}
