/** range (Objects/rangeobject.c). Numbers while every bound and the length are safe integers, BigInts otherwise. */
import {
  TPFLAGS_SEQUENCE,
  TypeBody,
  type PyAtom,
  type PyContainer,
  type PyObject,
  type Visit,
} from '../heap/object.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import { free } from '../heap/pymalloc.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { indexError, overflowError, typeError, valueError } from '../exceptions/raise.ts';
import { eq } from '../protocols/compare.ts';
import { getIter, iterNext, iterSearch } from '../protocols/iterator.ts';
import { index } from '../protocols/number.ts';
import { hash as hashOf, reprString } from '../protocols/object.ts';
import { defineType } from './define.ts';
import { newInt, normalize, T_INT } from './int.ts';
import { atomNew } from './object.ts';
import { newLongRangeIter, newRangeIter } from './range_iter.ts';
import { bool, None, NotImplemented, T_BOOL } from './singletons.ts';
import { isSlice, slice_indices, type PySlice } from './slice.ts';
import { newStr } from './str.ts';
import { newTuple, type PyTuple } from './tuple.ts';

/** A number while it is a safe integer, else a BigInt. */
export type Integer = number | bigint;

export class RangeBody {
  constructor(
    public start: Integer,
    public stop: Integer,
    public step: Integer,
    public length: Integer,
    /** The int objects behind `r.start`, `r.stop`, `r.step` and the length, owned. */
    public objects: [PyObject, PyObject, PyObject, PyObject],
  ) {}
}

export type PyRange = PyAtom<RangeBody>;

export const T_RANGE = new TypeBody('range');

/** compute_range_length */
export function rangeLength(start: Integer, stop: Integer, step: Integer): Integer {
  if (typeof start === 'number' && typeof stop === 'number' && typeof step === 'number') {
    const n = step > 0 ? (stop - start - 1) / step : (start - stop - 1) / -step;
    if (step > 0 ? start >= stop : start <= stop) return 0;
    if (Number.isSafeInteger(stop - start)) return Math.floor(n) + 1;
  }
  const a = BigInt(start);
  const b = BigInt(stop);
  const by = BigInt(step);
  if (by > 0n ? a >= b : a <= b) return 0;
  return normalize(by > 0n ? (b - a - 1n) / by + 1n : (a - b - 1n) / -by + 1n);
}

/** A range of three int objects, each consumed. New reference. */
function makeRange(start: PyObject, stop: PyObject, step: PyObject): PyRange {
  const length = rangeLength(start.v, stop.v, step.v);
  return atomNew(T_RANGE, new RangeBody(start.v, stop.v, step.v, length, [start, stop, step, newInt(length)]));
}

function range_new(_type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (kwnames !== null && kwnames.length > 0) typeError('range() takes no keyword arguments');
  switch (args.length) {
    case 0:
      return typeError('range expected at least 1 argument, got 0');
    case 1:
      return makeRange(newInt(0), exactInt(args[0]), newInt(1));
    case 2:
    case 3: {
      const start = exactInt(args[0]);
      let stop: PyObject<Integer> | null = null;
      let step: PyObject<Integer> | null = null;
      try {
        stop = exactInt(args[1]);
        step = args.length === 3 ? exactInt(args[2]) : newInt(1);
        if (step.v === 0) valueError('range() arg 3 must not be zero');
      } catch (e) {
        decref(start);
        xdecref(stop);
        xdecref(step);
        throw e;
      }
      return makeRange(start, stop, step);
    }
  }
  return typeError(`range expected at most 3 arguments, got ${args.length}`);
}

/** PyNumber_Index: an exact int, new reference. */
function exactInt(o: PyObject): PyObject<Integer> {
  if (o.type === T_INT) return incref(o);
  const i = index(o);
  if (i.type === T_INT) return i;
  const exact = newInt(i.v);
  decref(i);
  return exact;
}

function range_dealloc(o: PyObject): void {
  const r = (o as PyRange).v;
  for (const object of r.objects) decref(object);
  free(o.addr);
}

function range_traverse(o: PyContainer, visit: Visit): void {
  for (const object of (o as unknown as PyRange).v.objects) visit(object, null);
}

/** start + i * step */
export function rangeItem(r: RangeBody, i: Integer): Integer {
  if (typeof r.start === 'number' && typeof r.step === 'number' && typeof i === 'number') {
    const v = r.start + i * r.step;
    if (Number.isSafeInteger(v)) return v;
  }
  return normalize(BigInt(r.start) + BigInt(i) * BigInt(r.step));
}

function range_length(o: PyObject): number {
  const { length } = (o as PyRange).v;
  if (typeof length === 'bigint' && length > 9223372036854775807n)
    overflowError('Python int too large to convert to C ssize_t');
  return Number(length);
}

function range_item(o: PyObject, i: number): PyObject {
  const r = (o as PyRange).v;
  if (i < 0 || i >= r.length) indexError('range object index out of range');
  return newInt(rangeItem(r, i));
}

function range_subscript(o: PyObject, key: PyObject): PyObject {
  const r = (o as PyRange).v;
  if (key.type === T_INT || key.type.nb_index !== null) {
    const n = index(key);
    let i: Integer = n.v;
    decref(n);
    if (i < 0) i = normalize(BigInt(i) + BigInt(r.length));
    if (i < 0 || i >= r.length) indexError('range object index out of range');
    return newInt(rangeItem(r, i));
  }
  if (isSlice(key)) return sliceOf(r, key);
  return typeError(`range indices must be integers or slices, not ${key.type.name}`);
}

/** compute_slice */
function sliceOf(r: RangeBody, slice: PySlice): PyObject {
  const bounds = slice_indices(slice, r.objects[3]) as PyTuple;
  const [start, stop, step] = bounds.v.map(x => x.v as Integer);
  decref(bounds);
  return makeRange(
    newInt(rangeItem(r, start)),
    newInt(rangeItem(r, stop)),
    newInt(normalize(BigInt(r.step) * BigInt(step))),
  );
}

function isPlainInt(o: PyObject): boolean {
  return o.type === T_INT || o.type === T_BOOL;
}

/** Index of an integer in the range, or -1. */
function indexIn(r: RangeBody, value: Integer): Integer {
  const { start, stop, step } = r;
  if (step > 0 ? value < start || value >= stop : value > start || value <= stop) return -1;
  if (typeof start === 'number' && typeof value === 'number' && typeof step === 'number') {
    const offset = value - start;
    if (Number.isSafeInteger(offset)) return offset % step === 0 ? offset / step : -1;
  }
  const offset = BigInt(value) - BigInt(start);
  return offset % BigInt(step) === 0n ? normalize(offset / BigInt(step)) : -1;
}

function range_contains(o: PyObject, value: PyObject): boolean {
  if (!isPlainInt(value)) return iterSearch(o, value);
  return indexIn((o as PyRange).v, value.v) !== -1;
}

function range_index(self: PyRange, value: PyObject): PyObject {
  if (isPlainInt(value)) {
    const i = indexIn(self.v, value.v);
    if (i === -1) valueError(`${reprString(value)} is not in range`);
    return newInt(i);
  }
  let at = 0;
  const it = getIter(self);
  try {
    for (let item = iterNext(it); item !== null; item = iterNext(it), at++) if (sameAs(item, value)) return newInt(at);
  } finally {
    decref(it);
  }
  return valueError('sequence.index(x): x not in sequence');
}

/** item == value; consumes `item`. */
function sameAs(item: PyObject, value: PyObject): boolean {
  try {
    return item === value || eq(item, value);
  } finally {
    decref(item);
  }
}

function range_count(self: PyRange, value: PyObject): PyObject {
  if (isPlainInt(value)) return newInt(indexIn(self.v, value.v) === -1 ? 0 : 1);
  let count = 0;
  const it = getIter(self);
  try {
    for (let item = iterNext(it); item !== null; item = iterNext(it)) if (sameAs(item, value)) count++;
  } finally {
    decref(it);
  }
  return newInt(count);
}

function range_equals(a: RangeBody, b: RangeBody): boolean {
  if (a.length !== b.length) return false;
  if (a.length === 0) return true;
  return a.start === b.start && (a.length === 1 || a.step === b.step);
}

function range_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (b.type !== T_RANGE || (op !== Py_EQ && op !== Py_NE)) return NotImplemented;
  return bool((a === b || range_equals((a as PyRange).v, (b as PyRange).v)) === (op === Py_EQ));
}

function range_hash(o: PyObject): void {
  const r = (o as PyRange).v;
  const [start, , step, length] = r.objects;
  const t = newTuple([
    incref(length),
    incref(r.length === 0 ? None : start),
    incref(r.length === 0 || r.length === 1 ? None : step),
  ]);
  hashOf(t);
  decref(t);
}

function range_repr(o: PyObject): PyObject {
  const r = (o as PyRange).v;
  return newStr(r.step === 1 ? `range(${r.start}, ${r.stop})` : `range(${r.start}, ${r.stop}, ${r.step})`);
}

const LONG_MAX = 9223372036854775807n;

function fitsLong(v: Integer): boolean {
  return typeof v === 'number' || (v <= LONG_MAX && v >= -LONG_MAX - 1n);
}

function range_iter(o: PyObject): PyObject {
  const r = (o as PyRange).v;
  if (fitsLong(r.start) && fitsLong(r.stop) && fitsLong(r.step)) return newRangeIter(r.start, r.step, r.length);
  return newLongRangeIter(r.start, r.step, r.length);
}

/** Iterates the range from its end. */
function range_reverse(self: PyRange): PyObject {
  const r = self.v;
  const last = rangeItem(r, normalize(BigInt(r.length) - 1n));
  const step = normalize(-BigInt(r.step));
  if (fitsLong(r.start) && fitsLong(r.stop) && fitsLong(r.step)) return newRangeIter(last, step, r.length);
  return newLongRangeIter(last, step, r.length);
}

function range_reduce(self: PyRange): PyObject {
  const [start, stop, step] = self.v.objects;
  return newTuple([incref(T_RANGE.obj), newTuple([incref(start), incref(stop), incref(step)])]);
}

export function initRange(): void {
  defineType(T_RANGE, {
    doc: 'range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nThe integers from start (included) to stop (excluded) by step.',
    flags: TPFLAGS_SEQUENCE,
    basicsize: 48,
    slots: {
      tp_new: range_new,
      tp_dealloc: range_dealloc,
      tp_traverse: range_traverse,
      tp_repr: range_repr,
      tp_hash: range_hash,
      tp_richcompare: range_richcompare,
      tp_iter: range_iter,
      nb_bool: o => (o as PyRange).v.length !== 0,
      sq_length: range_length,
      sq_item: range_item,
      sq_contains: range_contains,
      mp_length: range_length,
      mp_subscript: range_subscript,
    },
    methods: [
      ['__reversed__', range_reverse, '!($self, /)', 'Return a reverse iterator.'],
      ['__reduce__', range_reduce, '!($self, /)'],
      [
        'count',
        range_count,
        '!($self, object, /)',
        'rangeobject.count(value) -> integer -- return number of occurrences of value',
      ],
      ['index', range_index, '!($self, object, /)', 'rangeobject.index(value) -> integer -- return index of value.'],
    ],
    members: [
      ['start', o => incref((o as PyRange).v.objects[0]), null],
      ['stop', o => incref((o as PyRange).v.objects[1]), null],
      ['step', o => incref((o as PyRange).v.objects[2]), null],
    ],
  });
}
