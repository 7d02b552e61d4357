/** float (Objects/floatobject.c): construction, arithmetic and comparison. The methods are in float_methods.ts. */
import { PyFloat, type PyObject, TypeBody } from '../heap/object.ts';
import { floatFreeList } from '../heap/freelist.ts';
import { free, idOf, mallocClass } from '../heap/pymalloc.ts';
import { born } from '../heap/audit.ts';
import { incref } from '../heap/refcount.ts';
import { Py_EQ, Py_GT, Py_LE, Py_LT, Py_NE } from '../heap/slots.ts';
import { floatFloorDiv, floatMod } from '../text/float_divmod.ts';
import { floatHash, pointerHash } from '../text/hash.ts';
import { floatRepr } from '../text/float_repr.ts';
import { typeError, zeroDivisionError } from '../exceptions/raise.ts';
import { isInt } from './int.ts';
import { toDouble } from './int_divide.ts';
import { floatPower } from './float_pow.ts';
import { object_free } from './object.ts';
import { bool, None, NotImplemented } from './singletons.ts';
import { newAscii } from './str.ts';
import { newTuple } from './tuple.ts';

export const T_FLOAT = new TypeBody('float');

/** A new float (PyFloat_FromDouble): from the free list of 100, else a block of 24 bytes. */
export function newFloat(x: number): PyFloat {
  let addr = floatFreeList.pop();
  if (addr === 0) addr = mallocClass(2);
  const o = new PyFloat(1, T_FLOAT, addr, x);
  born(o);
  return o;
}

/** The same in memory of its own, never a dead float's: for what CPython makes at another time than we do. */
export function newFloatApart(x: number): PyFloat {
  const o = new PyFloat(1, T_FLOAT, mallocClass(2), x);
  born(o);
  return o;
}

export function float_dealloc(o: PyObject): void {
  if (o.type !== T_FLOAT) object_free(o);
  else if (!floatFreeList.push(o.addr)) free(o.addr);
}

/** True for a float or an instance of a subclass. */
export function isFloat(o: PyObject): o is PyObject<number> {
  return o.type === T_FLOAT || (o.type.base !== null && o.type.mro.includes(T_FLOAT));
}

/** The operand as a double, NaN with `known` false when it is neither float nor int (CONVERT_TO_DOUBLE). */
let known = true;
function operand(o: PyObject): number {
  known = true;
  if (o.type === T_FLOAT) return o.v;
  if (isInt(o)) return toDouble(o.v);
  if (isFloat(o)) return o.v;
  known = false;
  return NaN;
}

export function float_add(a: PyObject, b: PyObject): PyObject {
  if (a.type === T_FLOAT && b.type === T_FLOAT) return newFloat(a.v + b.v);
  const x = operand(a);
  if (!known) return NotImplemented;
  const y = operand(b);
  return known ? newFloat(x + y) : NotImplemented;
}

export function float_subtract(a: PyObject, b: PyObject): PyObject {
  if (a.type === T_FLOAT && b.type === T_FLOAT) return newFloat(a.v - b.v);
  const x = operand(a);
  if (!known) return NotImplemented;
  const y = operand(b);
  return known ? newFloat(x - y) : NotImplemented;
}

export function float_multiply(a: PyObject, b: PyObject): PyObject {
  if (a.type === T_FLOAT && b.type === T_FLOAT) return newFloat(a.v * b.v);
  const x = operand(a);
  if (!known) return NotImplemented;
  const y = operand(b);
  return known ? newFloat(x * y) : NotImplemented;
}

export function float_true_divide(a: PyObject, b: PyObject): PyObject {
  const x = operand(a);
  if (!known) return NotImplemented;
  const y = operand(b);
  if (!known) return NotImplemented;
  if (y === 0) zeroDivisionError('float division by zero');
  return newFloat(x / y);
}

export function float_remainder(a: PyObject, b: PyObject): PyObject {
  const x = operand(a);
  if (!known) return NotImplemented;
  const y = operand(b);
  if (!known) return NotImplemented;
  if (y === 0) zeroDivisionError('float modulo');
  return newFloat(floatMod(x, y));
}

export function float_floor_divide(a: PyObject, b: PyObject): PyObject {
  const x = operand(a);
  if (!known) return NotImplemented;
  const y = operand(b);
  if (!known) return NotImplemented;
  if (y === 0) zeroDivisionError('float floor division by zero');
  return newFloat(floatFloorDiv(x, y));
}

export function float_divmod(a: PyObject, b: PyObject): PyObject {
  const x = operand(a);
  if (!known) return NotImplemented;
  const y = operand(b);
  if (!known) return NotImplemented;
  if (y === 0) zeroDivisionError('float divmod()');
  const quotient = newFloat(floatFloorDiv(x, y));
  return newTuple([quotient, newFloat(floatMod(x, y))]);
}

export function float_power(a: PyObject, b: PyObject, c: PyObject): PyObject {
  if (c !== None) typeError('pow() 3rd argument not allowed unless all arguments are integers');
  const x = operand(a);
  if (!known) return NotImplemented;
  const y = operand(b);
  return known ? floatPower(x, y) : NotImplemented;
}

export function float_negative(a: PyObject): PyObject {
  return newFloat(-a.v);
}

export function float_absolute(a: PyObject): PyObject {
  return newFloat(Math.abs(a.v));
}

/** The object itself when it is exactly a float (float_float). */
export function float_float(a: PyObject): PyObject {
  return a.type === T_FLOAT ? incref(a) : newFloat(a.v);
}

export function float_bool(a: PyObject): boolean {
  return a.v !== 0;
}

/** Compares with a float or an int of any size; JavaScript compares a number with a BigInt exactly. */
export function float_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (b.type !== T_FLOAT && !isInt(b) && !isFloat(b)) return NotImplemented;
  const x: number = a.v;
  const y: number | bigint = b.v;
  switch (op) {
    case Py_LT:
      return bool(x < y);
    case Py_LE:
      return bool(x <= y);
    case Py_EQ:
      // eslint-disable-next-line eqeqeq
      return bool(x == y);
    case Py_NE:
      // eslint-disable-next-line eqeqeq
      return bool(x != y);
    case Py_GT:
      return bool(x > y);
    default:
      return bool(x >= y);
  }
}

export function float_hash(o: PyObject): void {
  if (!floatHash(o.v)) pointerHash(idOf(o));
}

export function float_repr(o: PyObject): PyObject {
  return newAscii(floatRepr(o.v));
}
