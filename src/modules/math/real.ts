/** The real functions of the math module (Modules/mathmodule.c). */
import type { PyObject } from '../../heap/object.ts';
import { decref } from '../../heap/refcount.ts';
import { overflowError, typeError, valueError } from '../../exceptions/raise.ts';
import { callSpecialMaybe } from '../../protocols/call.ts';
import { index, trueDivide } from '../../protocols/number.ts';
import { newFloat, T_FLOAT } from '../../objects/float.ts';
import { pow } from '../../text/libm/pow.ts';
import { bitLength, isInt, newInt, newIntNumber } from '../../objects/int.ts';
import { bool, None } from '../../objects/singletons.ts';
import { newTuple } from '../../objects/tuple.ts';
import * as libm from '../../text/libm/index.ts';
import { asBigInt, asDouble, checked, domainError, rangeError } from './arguments.ts';
import { lgamma, tgamma } from './gamma.ts';

type Unary = (module: PyObject, x: PyObject) => PyObject;

/** FUNC1: a C function of one argument. */
function unary(fn: (x: number) => number, canOverflow: boolean): Unary {
  return (_module, o) => {
    const x = asDouble(o);
    return checked(x, fn(x), canOverflow);
  };
}

export const math_acos = unary(libm.acos, false);
export const math_acosh = unary(libm.acosh, false);
export const math_asin = unary(libm.asin, false);
export const math_asinh = unary(libm.asinh, false);
export const math_atan = unary(libm.atan, false);
export const math_atanh = unary(libm.atanh, false);
export const math_cbrt = unary(libm.cbrt, false);
export const math_cos = unary(libm.cos, false);
export const math_cosh = unary(libm.cosh, true);
export const math_exp = unary(libm.exp, true);
export const math_exp2 = unary(libm.exp2, true);
export const math_expm1 = unary(libm.expm1, true);
export const math_log1p = unary(libm.log1p, false);
export const math_sin = unary(libm.sin, false);
export const math_sinh = unary(libm.sinh, true);
export const math_sqrt = unary(Math.sqrt, false);
export const math_tan = unary(libm.tan, false);
export const math_tanh = unary(libm.tanh, false);
export const math_erf = unary(libm.erf, false);
export const math_erfc = unary(libm.erfc, false);
export const math_gamma = unary(tgamma, true);
export const math_lgamma = unary(lgamma, true);

export function math_fabs(_module: PyObject, x: PyObject): PyObject {
  return newFloat(Math.abs(asDouble(x)));
}

export function math_atan2(_module: PyObject, y: PyObject, x: PyObject): PyObject {
  return newFloat(libm.atan2(asDouble(y), asDouble(x)));
}

export function math_copysign(_module: PyObject, x: PyObject, y: PyObject): PyObject {
  return newFloat(copysign(asDouble(x), asDouble(y)));
}

const words = new Float64Array(1);
const sign = new Uint8Array(words.buffer);

/** True when the sign bit is set (NaNs have one, too). */
function isNegative(x: number): boolean {
  words[0] = x;
  return (sign[7] & 0x80) !== 0;
}

function copysign(x: number, y: number): number {
  return isNegative(x) === isNegative(y) ? x : -x;
}

/** x rounded towards an infinity as an int: `__floor__` or `__ceil__` of other types. */
function rounding(name: string, fn: (x: number) => number): Unary {
  return (_module, x) => {
    if (x.type !== T_FLOAT) {
      const result = callSpecialMaybe(x, name, []);
      if (result !== null) return result;
    }
    return intFromDouble(fn(asDouble(x)));
  };
}

function intFromDouble(x: number): PyObject {
  if (x !== x) valueError('cannot convert float NaN to integer');
  if (!Number.isFinite(x)) overflowError('cannot convert float infinity to integer');
  return Number.isSafeInteger(x) ? newInt(x === 0 ? 0 : x) : newInt(BigInt(x));
}

export const math_floor = rounding('__floor__', Math.floor);
export const math_ceil = rounding('__ceil__', Math.ceil);

export function math_trunc(_module: PyObject, x: PyObject): PyObject {
  if (x.type === T_FLOAT) return intFromDouble(Math.trunc(x.v));
  return callSpecialMaybe(x, '__trunc__', []) ?? typeError(`type ${x.type.name} doesn't define __trunc__ method`);
}

export function math_degrees(_module: PyObject, x: PyObject): PyObject {
  return newFloat(asDouble(x) * (180 / Math.PI));
}

export function math_radians(_module: PyObject, x: PyObject): PyObject {
  return newFloat(asDouble(x) * (Math.PI / 180));
}

export function math_isfinite(_module: PyObject, x: PyObject): PyObject {
  return bool(Number.isFinite(asDouble(x)));
}
export function math_isinf(_module: PyObject, x: PyObject): PyObject {
  const v = asDouble(x);
  return bool(v === Infinity || v === -Infinity);
}
export function math_isnan(_module: PyObject, x: PyObject): PyObject {
  const v = asDouble(x);
  return bool(v !== v);
}

export function math_isclose(
  _module: PyObject,
  a: PyObject,
  b: PyObject,
  relTol?: PyObject,
  absTol?: PyObject,
): PyObject {
  const x = asDouble(a);
  const y = asDouble(b);
  const relative = relTol === undefined ? 1e-9 : asDouble(relTol);
  const absolute = absTol === undefined ? 0 : asDouble(absTol);
  if (relative < 0 || absolute < 0) valueError('tolerances must be non-negative');
  if (x === y) return bool(true);
  if (!Number.isFinite(x) || !Number.isFinite(y)) return bool(false);
  const diff = Math.abs(y - x);
  return bool(diff <= Math.abs(relative * y) || diff <= Math.abs(relative * x) || diff <= absolute);
}

// ---- parts of a float

/** [mantissa, exponent] with 0.5 <= |mantissa| < 1. */
export function frexp(x: number): [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0];
  let extra = 0;
  if (Math.abs(x) < 2.2250738585072014e-308) {
    x *= 18014398509481984;
    extra = -54;
  }
  words[0] = x;
  const exponent = (((sign[7] & 0x7f) << 4) | (sign[6] >> 4)) - 1022;
  sign[7] = (sign[7] & 0x80) | 0x3f;
  sign[6] = (sign[6] & 0x0f) | 0xe0;
  return [words[0], exponent + extra];
}

export function math_frexp(_module: PyObject, x: PyObject): PyObject {
  const [m, e] = frexp(asDouble(x));
  return newTuple([newFloat(m), newIntNumber(e)]);
}

/** x * 2**e, rounded once. */
export function ldexp(x: number, e: number): number {
  if (x === 0 || !Number.isFinite(x)) return x;
  const [m, n] = frexp(x);
  const exponent = n + e;
  if (exponent > 1024) return x < 0 ? -Infinity : Infinity;
  if (exponent < -1080) return x < 0 ? -0 : 0;
  if (exponent >= -1021) return m * 2 * 2 ** (exponent - 1);
  return m * 2 ** (exponent + 1074 - 53) * 2 ** -1021;
}

export function math_ldexp(_module: PyObject, x: PyObject, i: PyObject): PyObject {
  const v = asDouble(x);
  if (!isInt(i)) typeError('Expected an int as second argument to ldexp.');
  if (v === 0 || !Number.isFinite(v)) return newFloat(v);
  const e = Number(i.v);
  const r = ldexp(v, e > 4000 ? 4000 : e < -4000 ? -4000 : e);
  if (!Number.isFinite(r)) rangeError();
  return newFloat(r);
}

export function math_modf(_module: PyObject, x: PyObject): PyObject {
  const v = asDouble(x);
  if (v === Infinity || v === -Infinity) return newTuple([newFloat(copysign(0, v)), newFloat(v)]);
  const whole = Math.trunc(v);
  const part = v - whole;
  return newTuple([newFloat(part === 0 ? copysign(0, v) : part), newFloat(whole)]);
}

export function math_fmod(_module: PyObject, x: PyObject, y: PyObject): PyObject {
  const a = asDouble(x);
  const b = asDouble(y);
  if ((b === Infinity || b === -Infinity) && Number.isFinite(a)) return newFloat(a);
  const r = a % b;
  if (r !== r && a === a && b === b) domainError();
  return newFloat(r);
}

/** IEEE 754 remainder: x - n*y with n the integer nearest x/y, the even one of two. */
export function math_remainder(_module: PyObject, xo: PyObject, yo: PyObject): PyObject {
  const x = asDouble(xo);
  const y = asDouble(yo);
  if (Number.isFinite(x) && Number.isFinite(y)) {
    if (y === 0) domainError();
    const size = Math.abs(x);
    const by = Math.abs(y);
    const m = size % by;
    const c = by - m;
    let r: number;
    if (m < c) r = m;
    else if (m > c) r = -c;
    else r = m - 2 * ((0.5 * (size - m)) % by);
    return newFloat(isNegative(x) ? -r : r);
  }
  if (x !== x) return newFloat(x);
  if (y !== y) return newFloat(y);
  if (x === Infinity || x === -Infinity) domainError();
  return newFloat(x);
}

export function math_pow(_module: PyObject, xo: PyObject, yo: PyObject): PyObject {
  const x = asDouble(xo);
  const y = asDouble(yo);
  if (Number.isFinite(x) && Number.isFinite(y)) {
    if (x === 0 && y < 0) domainError();
    const r = pow(x, y);
    if (r !== r) domainError();
    if (!Number.isFinite(r)) rangeError();
    return newFloat(r);
  }
  if (x === 1 || y === 0) return newFloat(1);
  if (x !== x) return newFloat(x);
  if (y !== y) return newFloat(y);
  if (x === Infinity || x === -Infinity) {
    const odd = Number.isFinite(y) && Math.abs(y) % 2 === 1;
    if (y > 0) return newFloat(odd ? x : Math.abs(x));
    return newFloat(odd ? copysign(0, x) : 0);
  }
  const size = Math.abs(x);
  if (size === 1) return newFloat(1);
  if (y > 0) return newFloat(size > 1 ? y : 0);
  return newFloat(size < 1 ? -y : 0);
}

// ---- logarithms: of ints of any size, too

function logOf(o: PyObject, fn: (x: number) => number, ofTwo: number): number {
  if (isInt(o)) {
    if (o.v <= 0) domainError();
    if (typeof o.v === 'number') return fn(o.v);
    const n = o.v;
    const bits = bitLength(n);
    if (bits <= 1024 && Number(n) !== Infinity) return fn(Number(n));
    // log(m * 2**e) with 0.5 <= m < 1
    const [m, e] = bigFrexp(n, bits);
    return fn(m) + ofTwo * e;
  }
  const x = asDouble(o);
  const r = logChecked(x, fn);
  return r;
}

/** A huge int as m * 2**e with m correctly rounded to 53 bits. */
function bigFrexp(n: bigint, bits: number): [number, number] {
  const shift = bits - 64;
  let top = n >> BigInt(shift);
  if (top << BigInt(shift) !== n) top |= 1n;
  const m = Number(top) / 2 ** 64;
  return m === 1 ? [0.5, bits + 1] : [m, bits];
}

function logChecked(x: number, fn: (x: number) => number): number {
  if (Number.isFinite(x)) {
    if (x > 0) return fn(x);
    domainError();
  }
  if (x !== x || x > 0) return x;
  return domainError();
}

export function math_log(_module: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (kwnames !== null && kwnames.length > 0) typeError('math.log() takes no keyword arguments');
  if (args.length < 1) typeError('log expected at least 1 argument, got 0');
  if (args.length > 2) typeError(`log expected at most 2 arguments, got ${args.length}`);
  const num = newFloat(logOf(args[0], libm.log, libm.log(2)));
  if (args.length === 1) return num;
  let den: PyObject | null = null;
  try {
    den = newFloat(logOf(args[1], libm.log, libm.log(2)));
    return trueDivide(num, den);
  } finally {
    decref(num);
    if (den !== null) decref(den);
  }
}

export function math_log2(_module: PyObject, x: PyObject): PyObject {
  return newFloat(logOf(x, libm.log2, 1));
}

export function math_log10(_module: PyObject, x: PyObject): PyObject {
  return newFloat(logOf(x, libm.log10, libm.log10(2)));
}

// ---- neighbours

const bits = new BigInt64Array(words.buffer);

/** Order-preserving number of a float: neighbours differ by 1, both zeros are 0. */
function ordinal(x: number): bigint {
  words[0] = x;
  const b = bits[0];
  return b < 0n ? -(b & 0x7fffffffffffffffn) : b;
}

function fromOrdinal(n: bigint): number {
  bits[0] = n < 0n ? -n | (-1n << 63n) : n;
  return words[0];
}

export function math_nextafter(_module: PyObject, xo: PyObject, yo: PyObject, stepsObject?: PyObject): PyObject {
  const x = asDouble(xo);
  const y = asDouble(yo);
  let steps = 1n;
  if (stepsObject !== undefined && stepsObject !== None) {
    if (stepsObject.type.nb_index === null) index(stepsObject);
    steps = asBigInt(stepsObject);
    if (steps < 0n) valueError('steps must be a non-negative integer');
    if (steps === 0n) return newFloat(x);
  }
  if (x !== x) return newFloat(x);
  if (y !== y || x === y) return newFloat(y);
  const from = ordinal(x);
  const to = ordinal(y);
  const distance = to > from ? to - from : from - to;
  if (steps >= distance) return newFloat(y);
  const n = to > from ? from + steps : from - steps;
  if (n === 0n) return newFloat(from < 0n ? -0 : 0);
  return newFloat(fromOrdinal(n));
}

export function math_ulp(_module: PyObject, xo: PyObject): PyObject {
  let x = asDouble(xo);
  if (x !== x) return newFloat(x);
  x = Math.abs(x);
  if (x === Infinity) return newFloat(x);
  const next = fromOrdinal(ordinal(x) + 1n);
  if (next === Infinity) return newFloat(x - fromOrdinal(ordinal(x) - 1n));
  return newFloat(next - x);
}
