/** Cells, which hold variables shared with inner functions (Objects/cellobject.c). */
import { PyContainer, TPFLAGS_HAVE_GC, TypeBody, type PyObject, type Visit } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { born } from '../heap/audit.ts';
import { gcFree, gcMalloc, track, untrack } from '../heap/gc.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import { richcompare } from '../protocols/compare.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE } from '../heap/slots.ts';
import { defineType } from './define.ts';
import { bool, NotImplemented } from './singletons.ts';
import { newStr } from './str.ts';
import { hexAddress } from './text.ts';

export type PyCell = PyContainer<PyObject | null>;

export const T_CELL = new TypeBody('cell');

/** A cell with its contents (consumed), or an empty one. */
export function newCell(value: PyObject | null): PyCell {
  const o = new PyContainer<PyObject | null>(1, T_CELL, gcMalloc(T_CELL, 24), value);
  track(o);
  born(o);
  return o;
}

function cell_new(_type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (kwnames !== null && kwnames.length > 0) typeError('cell() takes no keyword arguments');
  if (args.length > 1) typeError(`cell expected at most 1 argument, got ${args.length}`);
  return newCell(args.length === 0 ? null : incref(args[0]));
}

function cell_dealloc(o: PyObject): void {
  untrack(o as PyContainer);
  xdecref(o.v);
  gcFree(o as PyContainer);
}

function cell_traverse(o: PyContainer, visit: Visit): void {
  if (o.v !== null) visit(o.v, 'cell_contents');
}

function cell_clear(o: PyContainer): void {
  const value = o.v;
  o.v = null;
  xdecref(value);
}

function cell_repr(o: PyObject): PyObject {
  const at = hexAddress(o);
  if (o.v === null) return newStr(`<cell at ${at}: empty>`);
  return newStr(`<cell at ${at}: ${o.v.type.name} object at ${hexAddress(o.v)}>`);
}

function cell_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (a.type !== T_CELL || b.type !== T_CELL) return NotImplemented;
  if (a.v !== null && b.v !== null) return richcompare(a.v, b.v, op);
  const order = (a.v === null ? 0 : 1) - (b.v === null ? 0 : 1);
  switch (op) {
    case Py_LT:
      return bool(order < 0);
    case Py_LE:
      return bool(order <= 0);
    case Py_EQ:
      return bool(order === 0);
    case Py_NE:
      return bool(order !== 0);
    case Py_GT:
      return bool(order > 0);
    case Py_GE:
      return bool(order >= 0);
    default:
      return NotImplemented;
  }
}

function get_contents(o: PyObject): PyObject {
  if (o.v === null) return valueError('Cell is empty');
  return incref(o.v);
}

function set_contents(o: PyObject, value: PyObject | null): void {
  const old = o.v;
  o.v = value === null ? null : incref(value);
  if (old !== null) decref(old);
}

export function initCell(): void {
  defineType(T_CELL, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 24,
    doc: `Create a new cell object.

  contents
    the contents of the cell. If not specified, the cell will be empty,
    and 
 further attempts to access its cell_contents attribute will
    raise a ValueError.`,
    slots: {
      tp_new: cell_new,
      tp_dealloc: cell_dealloc,
      tp_traverse: cell_traverse,
      tp_clear: cell_clear,
      tp_repr: cell_repr,
      tp_richcompare: cell_richcompare,
      tp_hash: null,
    },
    getset: [['cell_contents', get_contents, set_contents]],
  });
}
