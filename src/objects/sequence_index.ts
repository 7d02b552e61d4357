/** Index arguments of sequence methods. */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { overflowError, typeError } from '../exceptions/raise.ts';
import { asSsize, index } from '../protocols/number.ts';
import { isInt, T_INT } from './int.ts';

function bound(v: PyObject, length: number): number {
  let i: number;
  if (v.type === T_INT && typeof v.v === 'number') i = v.v;
  else {
    if (v.type.nb_index === null) typeError('slice indices must be integers or have an __index__ method');
    i = asSsize(v, null);
  }
  return i < 0 ? Math.max(0, i + length) : i;
}

/**
 * The `start` and `stop` of an `index` method (_PyEval_SliceIndexNotNone); the end may be beyond `length`, since a list may
 * grow while it is searched.
 */
export function indexRange(length: number, start?: PyObject, stop?: PyObject): [number, number] {
  const from = start === undefined ? 0 : bound(start, length);
  return [from, stop === undefined ? Infinity : bound(stop, length)];
}

/** PyLong_AsSsize_t: an int as a number, TypeError for any other type. */
export function ssizeFromInt(o: PyObject): number {
  if (!isInt(o)) typeError('an integer is required');
  return ssizeArgument(o);
}

/** An argument declared Py_ssize_t: TypeError when it is no integer, OverflowError when it is too large. */
export function ssizeArgument(o: PyObject): number {
  if (o.type === T_INT && typeof o.v === 'number') return o.v;
  const n = index(o);
  const v = n.v as number | bigint;
  decref(n);
  if (typeof v === 'bigint' && BigInt.asIntN(64, v) !== v)
    overflowError('Python int too large to convert to C ssize_t');
  return Number(v);
}

/** An argument that is a C `int` (_PyLong_AsInt). */
export function intArgument(o: PyObject): number {
  const n = index(o);
  const v = n.v as number | bigint;
  decref(n);
  if (v > 0x7fffffff || v < -0x80000000) overflowError('Python int too large to convert to C int');
  return Number(v);
}
