/** Comparing lists (Objects/listobject.c); the items may change meanwhile. */
import type { PyObject } from '../heap/object.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import { decref, incref } from '../heap/refcount.ts';
import { eq, richcompare } from '../protocols/compare.ts';
import { T_INT } from './int.ts';
import { isList } from './list.ts';
import { bool, False, NotImplemented, True } from './singletons.ts';
import { compareLengths } from './tuple.ts';

/** list_richcompare: the first differing pair decides. */
export function list_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (!isList(a) || !isList(b)) return NotImplemented;
  if (a.v.length !== b.v.length && (op === Py_EQ || op === Py_NE)) return bool(op === Py_NE);
  let i = sameUpTo(a.v, b.v);
  for (; i < a.v.length && i < b.v.length; i++) {
    const p = a.v[i];
    const q = b.v[i];
    if (p === q) continue;
    if (!itemsEqual(p, q)) break;
  }
  if (i >= a.v.length || i >= b.v.length) return bool(compareLengths(a.v.length, b.v.length, op));
  if (op === Py_EQ) return False;
  if (op === Py_NE) return True;
  const p = incref(a.v[i]);
  const q = incref(b.v[i]);
  try {
    return richcompare(p, q, op);
  } finally {
    decref(p);
    decref(q);
  }
}

/** How many items at the beginning are the very same objects, or ints of the same value. */
function sameUpTo(x: PyObject[], y: PyObject[]): number {
  const n = Math.min(x.length, y.length);
  let i = 0;
  for (; i < n; i++) {
    const p = x[i];
    const q = y[i];
    if (p !== q && (p.type !== T_INT || q.type !== T_INT || p.v !== q.v)) break;
  }
  return i;
}

/** Equality of two objects that are held while user code may run. */
function itemsEqual(p: PyObject, q: PyObject): boolean {
  p.rc++;
  q.rc++;
  try {
    return eq(p, q);
  } finally {
    decref(p);
    decref(q);
  }
}

/** As PyObject_RichCompareBool(item, value, Py_EQ) with the item held. */
export function itemIs(item: PyObject, value: PyObject): boolean {
  if (item === value) return true;
  if (item.type === T_INT && value.type === T_INT) return item.v === value.v;
  item.rc++;
  try {
    return eq(item, value);
  } finally {
    decref(item);
  }
}
