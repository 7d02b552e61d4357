/**
 * int(x) and float(x) for any object: PyNumber_Long and PyNumber_Float (Objects/abstract.c).
 */
import type { PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { invalidLiteral, parseInteger, parseIntegerBytes } from '../text/int_text.ts';
import { parseFloatBytes, parseFloatText } from '../text/float_parse.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import { T_DeprecationWarning } from '../exceptions/types.ts';
import { call0 } from '../protocols/call.ts';
import { lookupSpecial } from '../protocols/attribute.ts';
import { index } from '../protocols/number.ts';
import { reprString } from '../protocols/object.ts';
import { fromAlgorithm } from './algorithm.ts';
import { isFloat, newFloat, T_FLOAT } from './float.ts';
import { hooks } from './hooks.ts';
import { isInt, newInt, T_INT } from './int.ts';
import { toDouble } from './int_divide.ts';
import { isStr } from './str.ts';

/** A result that must be an int: an exact one of the same value (consumes `o`). */
function asExactInt(o: PyObject, what: string): PyObject {
  if (o.type === T_INT) return o;
  const name = o.type.name;
  if (!isInt(o)) {
    decref(o);
    typeError(`${what} returned non-int (type ${name})`);
  }
  const message =
    `${what} returned non-int (type ${name}).  The ability to return an instance of a strict subclass of int is ` +
    'deprecated, and may not be supported in a future version of Python.';
  try {
    hooks.warn(T_DeprecationWarning, message, 1);
    return newInt(o.v);
  } finally {
    decref(o);
  }
}

/** int(o) (PyNumber_Long): an exact int, new reference. */
export function numberLong(o: PyObject): PyObject {
  if (o.type === T_INT) return incref(o);
  const type = o.type;
  if (type.nb_int !== null) return asExactInt(type.nb_int(o), '__int__');
  if (type.nb_index !== null) return exact(index(o));
  const trunc = lookupSpecial(o, '__trunc__');
  if (trunc !== null) return fromTrunc(trunc);
  if (isStr(o)) return intFromText(o.v, 10);
  const bytes = bytesIn(o);
  if (bytes !== null) return intFromBytes(bytes, 10);
  return typeError(`int() argument must be a string, a bytes-like object or a real number, not '${type.name}'`);
}

function exact(o: PyObject): PyObject {
  if (o.type === T_INT) return o;
  const result = newInt(o.v);
  decref(o);
  return result;
}

function fromTrunc(trunc: PyObject): PyObject {
  try {
    hooks.warn(T_DeprecationWarning, 'The delegation of int() to __trunc__ is deprecated.', 1);
    const result = call0(trunc);
    if (isInt(result)) return exact(result);
    if (result.type.nb_index !== null) {
      const i = index(result);
      decref(result);
      return exact(i);
    }
    const name = result.type.name;
    decref(result);
    return typeError(`__trunc__ returned non-Integral type ${name}`);
  } finally {
    decref(trunc);
  }
}

/** The object's bytes when it has the buffer protocol, else null. */
export function bytesIn(o: PyObject): Uint8Array | null {
  const get = o.type.bf_getbuffer;
  return get === null ? null : get(o);
}

/** int(str, base). */
export function intFromText(s: string, base: number): PyObject {
  let v: number | bigint | null;
  try {
    v = parseInteger(s, base);
  } catch (e) {
    throw fromAlgorithm(e);
  }
  return v === null ? valueError(invalidLiteral(s, base)) : newInt(v);
}

/** int(bytes, base). */
export function intFromBytes(bytes: Uint8Array, base: number): PyObject {
  let v: number | bigint | null;
  try {
    v = parseIntegerBytes(bytes, base);
  } catch (e) {
    throw fromAlgorithm(e);
  }
  return v === null ? valueError(invalidLiteral(bytes, base)) : newInt(v);
}

/** float(o) (PyNumber_Float): an exact float, new reference. */
export function numberFloat(o: PyObject): PyObject {
  if (o.type === T_FLOAT) return incref(o);
  const type = o.type;
  if (type.nb_float !== null) return asExactFloat(type.nb_float(o), type.name);
  if (type.nb_index !== null) {
    const i = index(o);
    const v: number | bigint = i.v;
    decref(i);
    return newFloat(toDouble(v));
  }
  if (isFloat(o)) return newFloat(o.v);
  return floatFromString(o);
}

function asExactFloat(o: PyObject, owner: string): PyObject {
  if (o.type === T_FLOAT) return o;
  const name = o.type.name;
  if (!isFloat(o)) {
    decref(o);
    typeError(`${owner}.__float__ returned non-float (type ${name})`);
  }
  const message =
    `${owner}.__float__ returned non-float (type ${name}).  The ability to return an instance of a strict subclass of ` +
    'float is deprecated, and may not be supported in a future version of Python.';
  try {
    hooks.warn(T_DeprecationWarning, message, 1);
    return newFloat(o.v);
  } finally {
    decref(o);
  }
}

/** PyFloat_FromString: from a str or a bytes-like object. */
export function floatFromString(o: PyObject): PyObject {
  const bytes = isStr(o) ? null : bytesIn(o);
  if (bytes === null && !isStr(o))
    typeError(`float() argument must be a string or a real number, not '${o.type.name}'`);
  const value = bytes === null ? parseFloatText(o.v as string) : parseFloatBytes(bytes);
  // The message shows the object itself, which need not be a bytes.
  return value === null ? valueError(`could not convert string to float: ${reprString(o)}`) : newFloat(value);
}

/** The value as a double (PyFloat_AsDouble). Raises TypeError `must be real number, not X`. */
export function asDouble(o: PyObject): number {
  if (o.type === T_FLOAT) return o.v;
  if (isFloat(o)) return o.v;
  const type = o.type;
  if (type.nb_float === null) {
    if (type.nb_index === null) typeError(`must be real number, not ${type.name}`);
    const i = index(o);
    const v: number | bigint = i.v;
    decref(i);
    return toDouble(v);
  }
  if (isInt(o)) return toDouble(o.v);
  const f = asExactFloat(type.nb_float(o), type.name);
  const x: number = f.v;
  decref(f);
  return x;
}
