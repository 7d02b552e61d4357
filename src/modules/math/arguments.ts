/** Arguments and errors shared by the functions of the math module. */
import type { PyObject } from '../../heap/object.ts';
import { decref } from '../../heap/refcount.ts';
import { overflowError, typeError, valueError } from '../../exceptions/raise.ts';
import { index } from '../../protocols/number.ts';
import { isFloat, newFloat, T_FLOAT } from '../../objects/float.ts';
import { isInt } from '../../objects/int.ts';
import { toDouble } from '../../objects/int_divide.ts';

/** PyFloat_AsDouble: any real number as a float; TypeError `must be real number, not str`. */
export function asDouble(o: PyObject): number {
  if (o.type === T_FLOAT) return o.v;
  if (isInt(o)) return toDouble(o.v);
  if (isFloat(o)) return o.v;
  const nb_float = o.type.nb_float;
  if (nb_float !== null) {
    const f = nb_float(o);
    if (!isFloat(f)) {
      const name = f.type.name;
      decref(f);
      typeError(`${o.type.name}.__float__ returned non-float (type ${name})`);
    }
    const v = f.v;
    decref(f);
    return v;
  }
  if (o.type.nb_index !== null) {
    const n = index(o);
    const v = n.v;
    decref(n);
    return toDouble(v);
  }
  return typeError(`must be real number, not ${o.type.name}`);
}

export function domainError(): never {
  return valueError('math domain error');
}

export function rangeError(): never {
  return overflowError('math range error');
}

/** math_1: a NaN from a number is a domain error, an infinity from a finite one a range or domain error. */
export function checked(x: number, r: number, canOverflow: boolean): PyObject {
  if (r !== r) {
    if (x === x) domainError();
  } else if ((r === Infinity || r === -Infinity) && x - x === 0) {
    if (canOverflow) rangeError();
    domainError();
  }
  return newFloat(r);
}

/** An integer argument as a BigInt. */
export function asBigInt(o: PyObject): bigint {
  const n = index(o);
  const v = n.v;
  decref(n);
  return BigInt(v);
}
