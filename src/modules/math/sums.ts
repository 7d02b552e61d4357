/** dist, fsum, hypot, prod and sumprod (Modules/mathmodule.c). */
import type { PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { overflowError, valueError } from '../../exceptions/raise.ts';
import { getIter, iterNext } from '../../protocols/iterator.ts';
import { add, multiply } from '../../protocols/number.ts';
import { collect } from '../../protocols/sequence.ts';
import { newFloat, T_FLOAT } from '../../objects/float.ts';
import { newIntNumber, T_INT } from '../../objects/int.ts';
import { toDouble } from '../../objects/int_divide.ts';
import { T_BOOL } from '../../objects/singletons.ts';
import { asDouble } from './arguments.ts';

/** The exact sum of floats, rounded once, from Shewchuk's non-overlapping partial sums. */
export function math_fsum(_module: PyObject, seq: PyObject): PyObject {
  const partials: number[] = [];
  let special = 0;
  let infinities = 0;
  const it = getIter(seq);
  try {
    for (let item = iterNext(it); item !== null; item = iterNext(it)) {
      let x: number;
      try {
        x = asDouble(item);
      } finally {
        decref(item);
      }
      const given = x;
      let i = 0;
      for (let j = 0; j < partials.length; j++) {
        let y = partials[j];
        if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
        const hi = x + y;
        const lo = y - (hi - x);
        if (lo !== 0) partials[i++] = lo;
        x = hi;
      }
      partials.length = i;
      if (x === 0) continue;
      if (Number.isFinite(x)) {
        partials.push(x);
        continue;
      }
      if (Number.isFinite(given)) overflowError('intermediate overflow in fsum');
      if (given === Infinity || given === -Infinity) infinities += given;
      special += given;
      partials.length = 0;
    }
  } finally {
    decref(it);
  }
  if (special !== 0 || special !== special) {
    if (infinities !== infinities) valueError('-inf + inf in fsum');
    return newFloat(special);
  }
  let n = partials.length;
  let hi = 0;
  if (n > 0) {
    hi = partials[--n];
    let lo = 0;
    while (n > 0) {
      const x = hi;
      const y = partials[--n];
      hi = x + y;
      lo = y - (hi - x);
      if (lo !== 0) break;
    }
    // Half an ulp left over: what follows decides the rounding.
    if (n > 0 && ((lo < 0 && partials[n - 1] < 0) || (lo > 0 && partials[n - 1] > 0))) {
      const y = lo * 2;
      const x = hi + y;
      if (y === x - hi) hi = x;
    }
  }
  return newFloat(hi);
}

const scratch = new Float64Array(1);
const scratchBits = new BigUint64Array(scratch.buffer);

/** A finite float as m * 2**-1074. */
function exactUnits(x: number): bigint {
  scratch[0] = x;
  const bits = scratchBits[0];
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  const m = exponent === 0 ? fraction : (fraction | 0x10000000000000n) << BigInt(exponent - 1);
  return bits >> 63n !== 0n ? -m : m;
}

/** The square root of n * 2**-2148, correctly rounded (exact integers throughout). */
function rootOfUnits(n: bigint): number {
  if (n === 0n) return 0;
  let shift = n.toString(2).length - 112;
  if (shift < 0) shift = shift % 2 === 0 ? shift : shift - 1;
  else if (shift % 2 !== 0) shift++;
  const scaled = shift >= 0 ? n >> BigInt(shift) : n << BigInt(-shift);
  const sticky = shift > 0 && scaled << BigInt(shift) !== n;
  // 56 bits of the root, and whether anything was left.
  let x = 1n << BigInt((scaled.toString(2).length + 1) >> 1);
  for (;;) {
    const y = (x + scaled / x) >> 1n;
    if (y >= x) break;
    x = y;
  }
  const root = (x << 2n) | (sticky || x * x !== scaled ? 1n : 0n);
  return toDoubleScaled(root, shift / 2 - 2 - 1074);
}

/** m * 2**e rounded to nearest, ties to even. */
function toDoubleScaled(m: bigint, e: number): number {
  const length = m.toString(2).length;
  let drop = length - 53;
  if (e + drop < -1074) drop = -1074 - e;
  if (drop <= 0) return Number(m) * 2 ** Math.max(e, -1074) * (e < -1074 ? 2 ** (e + 1074) : 1);
  let q = m >> BigInt(drop);
  const rest = m - (q << BigInt(drop));
  const half = 1n << BigInt(drop - 1);
  if (rest > half || (rest === half && (q & 1n) === 1n)) q += 1n;
  const exponent = e + drop;
  // In two steps, so that the power itself does not overflow.
  return exponent > 900 ? Number(q) * 2 ** 900 * 2 ** (exponent - 900) : Number(q) * 2 ** exponent;
}

/** vector_norm: correctly rounded, where CPython's is within a tenth of an ulp of it. */
function vectorNorm(coordinates: number[]): number {
  let max = 0;
  let foundNan = false;
  for (const x of coordinates) {
    const size = Math.abs(x);
    if (size !== size) foundNan = true;
    else if (size > max) max = size;
  }
  if (max === Infinity) return max;
  if (foundNan) return NaN;
  if (max === 0 || coordinates.length <= 1) return max;
  let total = 0n;
  for (const x of coordinates) {
    const u = exactUnits(x);
    total += u * u;
  }
  return rootOfUnits(total);
}

export function math_hypot(_module: PyObject, args: PyObject[]): PyObject {
  return newFloat(vectorNorm(args.map(asDouble)));
}

export function math_dist(_module: PyObject, p: PyObject, q: PyObject): PyObject {
  const a = collect(p);
  let b: PyObject[] | null = null;
  try {
    b = collect(q);
    if (a.length !== b.length) valueError('both points must have the same number of dimensions');
    const other = b;
    return newFloat(vectorNorm(a.map((x, i) => Math.abs(asDouble(x) - asDouble(other[i])))));
  } finally {
    for (const x of a) decref(x);
    if (b !== null) for (const x of b) decref(x);
  }
}

export function math_prod(_module: PyObject, iterable: PyObject, start?: PyObject): PyObject {
  const it = getIter(iterable);
  let result = start === undefined ? newIntNumber(1) : incref(start);
  try {
    for (;;) {
      const item = iterNext(it);
      if (item === null) return result;
      const old = result;
      try {
        if (old.type === T_FLOAT && item.type === T_FLOAT) result = newFloat(old.v * item.v);
        else result = multiply(old, item);
      } catch (e) {
        decref(item);
        throw e;
      }
      decref(old);
      decref(item);
    }
  } catch (e) {
    decref(result);
    throw e;
  } finally {
    decref(it);
  }
}

/** Sum of products: exact for ints, in extended precision (rounded once here) for floats, by `*` and `+` for the rest. */
export function math_sumprod(_module: PyObject, p: PyObject, q: PyObject): PyObject {
  const a = getIter(p);
  let b: PyObject;
  try {
    b = getIter(q);
  } catch (e) {
    decref(a);
    throw e;
  }
  let total: PyObject = newIntNumber(0);
  /** Products of floats not yet added to `total`, in units of 2**-2148. */
  let exact: bigint | null = null;
  const flush = (): void => {
    if (exact === null) return;
    const n = exact;
    exact = null;
    const part = newFloat(n < 0n ? -toDoubleScaled(-n, -2148) : n === 0n ? 0 : toDoubleScaled(n, -2148));
    total = replace(total, part);
  };
  try {
    for (;;) {
      const x = iterNext(a);
      let y: PyObject | null;
      try {
        y = iterNext(b);
      } catch (e) {
        if (x !== null) decref(x);
        throw e;
      }
      try {
        if (x === null || y === null) {
          if (x !== y) valueError('Inputs are not the same length');
          flush();
          return total;
        }
        const f = floatProduct(x, y);
        if (f !== null) {
          exact = (exact ?? 0n) + f;
          continue;
        }
        flush();
        total = replace(total, multiply(x, y));
      } finally {
        if (x !== null) decref(x);
        if (y !== null) decref(y);
      }
    }
  } catch (e) {
    decref(total);
    throw e;
  } finally {
    decref(a);
    decref(b);
  }
}

/** total + part, consuming both. */
function replace(total: PyObject, part: PyObject): PyObject {
  if (total.type === T_INT && total.v === 0) return part;
  try {
    return add(total, part);
  } finally {
    decref(total);
    decref(part);
  }
}

/** The exact product of two finite floats (or of a float and an int), or null where that does not apply. */
function floatProduct(x: PyObject, y: PyObject): bigint | null {
  if (x.type !== T_FLOAT && y.type !== T_FLOAT) return null;
  const u = unitsOf(x);
  const v = unitsOf(y);
  return u === null || v === null ? null : u * v;
}

function unitsOf(o: PyObject): bigint | null {
  if (o.type === T_FLOAT) return Number.isFinite(o.v) ? exactUnits(o.v) : null;
  if (o.type === T_INT || o.type === T_BOOL) return exactUnits(toDouble(o.v));
  return null;
}
