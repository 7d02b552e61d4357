/** Rich comparison (PyObject_RichCompare, Objects/object.c). */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { enterRecursive, leaveRecursive } from '../heap/recursion.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import { typeError } from '../exceptions/raise.ts';
import { bool, False, NotImplemented, True } from '../objects/singletons.ts';
import { intCompare } from '../objects/int_arith.ts';
import { T_INT } from '../objects/int.ts';
import { T_STR } from '../objects/str.ts';
import { isSubtype } from '../objects/type_lookup.ts';
import { isTrue } from './object.ts';

const SWAPPED = [4, 5, 2, 3, 0, 1];
const SIGNS = ['<', '<=', '==', '!=', '>', '>='];

/** a OP b, new reference; `op` is one of Py_LT ... Py_GE. */
export function richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  enterRecursive(' in comparison');
  try {
    return compare(a, b, op);
  } finally {
    leaveRecursive();
  }
}

function compare(a: PyObject, b: PyObject, op: number): PyObject {
  let reflectedDone = false;
  if (a.type !== b.type && isSubtype(b.type, a.type)) {
    const f = b.type.tp_richcompare;
    if (f !== null) {
      reflectedDone = true;
      const r = f(b, a, SWAPPED[op]);
      if (r !== NotImplemented) return r;
    }
  }
  const f = a.type.tp_richcompare;
  if (f !== null) {
    const r = f(a, b, op);
    if (r !== NotImplemented) return r;
  }
  if (!reflectedDone) {
    const g = b.type.tp_richcompare;
    if (g !== null) {
      const r = g(b, a, SWAPPED[op]);
      if (r !== NotImplemented) return r;
    }
  }
  if (op === Py_EQ) return bool(a === b);
  if (op === Py_NE) return bool(a !== b);
  return typeError(`'${SIGNS[op]}' not supported between instances of '${a.type.name}' and '${b.type.name}'`);
}

/** Truth of a OP b; identical objects are equal (PyObject_RichCompareBool). */
export function richcompareBool(a: PyObject, b: PyObject, op: number): boolean {
  if (a === b) {
    if (op === Py_EQ) return true;
    if (op === Py_NE) return false;
  }
  const type = a.type;
  if (type === b.type) {
    if (type === T_INT) return intCompare(a, b, op);
    if (type === T_STR && op === Py_EQ) return a.v === b.v;
  }
  const r = richcompare(a, b, op);
  if (r === True) return true;
  if (r === False) return false;
  try {
    return isTrue(r);
  } finally {
    decref(r);
  }
}

/** a == b, identity first. */
export function eq(a: PyObject, b: PyObject): boolean {
  return richcompareBool(a, b, Py_EQ);
}
