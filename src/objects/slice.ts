/** slice, after Objects/sliceobject.c. */
import { PyContainer, TPFLAGS_HAVE_GC, TypeBody, type PyObject, type Visit } from '../heap/object.ts';
import { Py_EQ, Py_GE, Py_LE } from '../heap/slots.ts';
import { born } from '../heap/audit.ts';
import { sliceFreeList } from '../heap/freelist.ts';
import { gcFree, gcMalloc, track, untrack } from '../heap/gc.ts';
import { decref, incref } from '../heap/refcount.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import { asSsize, index } from '../protocols/number.ts';
import { hash as hashOf, reprString } from '../protocols/object.ts';
import { hash, sliceHashFinish, TUPLE_START_HI, TUPLE_START_LO, tupleHashAdd } from '../text/hash.ts';
import { defineType } from './define.ts';
import { newInt, T_INT } from './int.ts';
import { False, None, NotImplemented, True } from './singletons.ts';
import { newStr } from './str.ts';
import { newTuple, tuple_richcompare } from './tuple.ts';

export class SliceBody {
  constructor(
    public start: PyObject,
    public stop: PyObject,
    public step: PyObject,
  ) {}
}

export type PySlice = PyContainer<SliceBody>;

export const T_SLICE = new TypeBody('slice');

const SLICE_BYTES = 40;
/** A slice of three values, each borrowed. New reference. */
export function newSlice(start: PyObject, stop: PyObject, step: PyObject): PySlice {
  const o = new PyContainer(
    1,
    T_SLICE,
    sliceFreeList.pop() || gcMalloc(T_SLICE, SLICE_BYTES),
    new SliceBody(incref(start), incref(stop), incref(step)),
  );
  born(o);
  track(o);
  return o;
}

/** True for a slice (the type has no subclasses). */
export function isSlice(o: PyObject): o is PySlice {
  return o.type === T_SLICE;
}

/** Where `unpackSlice` leaves its answer: the bounds to walk and how many items there are. */
export const bounds = { start: 0, stop: 0, step: 1, length: 0 };

function sliceIndex(v: PyObject): number {
  if (v.type === T_INT && typeof v.v === 'number') return v.v;
  if (v.type.nb_index === null) typeError('slice indices must be integers or None or have an __index__ method');
  return asSsize(v, null);
}

/** PySlice_Unpack followed by PySlice_AdjustIndices for a sequence of `length` items; leaves `bounds`. */
export function unpackSlice(slice: PySlice, length: number): void {
  const { start, stop, step } = slice.v;
  let by = 1;
  if (step !== None) {
    by = sliceIndex(step);
    if (by === 0) valueError('slice step cannot be zero');
  }
  const from = start === None ? (by < 0 ? Infinity : 0) : sliceIndex(start);
  const to = stop === None ? (by < 0 ? -Infinity : Infinity) : sliceIndex(stop);
  adjustIndices(from, to, by, length);
}

/** PySlice_Unpack alone: for callers whose length may change while `__index__` runs. Leaves raw `bounds`. */
export function adjustIndices(start: number, stop: number, step: number, length: number): void {
  if (start < 0) {
    start += length;
    if (start < 0) start = step < 0 ? -1 : 0;
  } else if (start >= length) start = step < 0 ? length - 1 : length;
  if (stop < 0) {
    stop += length;
    if (stop < 0) stop = step < 0 ? -1 : 0;
  } else if (stop >= length) stop = step < 0 ? length - 1 : length;
  bounds.start = start;
  bounds.stop = stop;
  bounds.step = step;
  if (step < 0) bounds.length = stop < start ? Math.floor((start - stop - 1) / -step) + 1 : 0;
  else bounds.length = start < stop ? Math.floor((stop - start - 1) / step) + 1 : 0;
}

function bigIndex(o: PyObject): bigint {
  if (o.type.nb_index === null) typeError('slice indices must be integers or None or have an __index__ method');
  const n = index(o);
  const value = BigInt(n.v as number | bigint);
  decref(n);
  return value;
}

/** `slice.indices(len)`: any size of int (_PySlice_GetLongIndices). */
export function slice_indices(self: PySlice, len: PyObject): PyObject {
  const n = index(len);
  const length = BigInt(n.v as number | bigint);
  decref(n);
  if (length < 0n) valueError('length should not be negative');
  const { start, stop, step } = self.v;
  const by = step === None ? 1n : bigIndex(step);
  if (by === 0n) valueError('slice step cannot be zero');
  const lower = by < 0n ? -1n : 0n;
  const upper = by < 0n ? length - 1n : length;
  const clip = (v: PyObject, missing: bigint): bigint => {
    if (v === None) return missing;
    let i = bigIndex(v);
    if (i < 0n) {
      i += length;
      return i < lower ? lower : i;
    }
    return i > upper ? upper : i;
  };
  const from = clip(start, by < 0n ? upper : lower);
  const to = clip(stop, by < 0n ? lower : upper);
  return newTuple([newInt(from), newInt(to), newInt(by)]);
}

function slice_new(_type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (kwnames !== null && kwnames.length > 0) typeError('slice() takes no keyword arguments');
  if (args.length === 0) typeError('slice expected at least 1 argument, got 0');
  if (args.length > 3) typeError(`slice expected at most 3 arguments, got ${args.length}`);
  if (args.length === 1) return newSlice(None, args[0], None);
  return newSlice(args[0], args[1], args.length === 3 ? args[2] : None);
}

function slice_dealloc(o: PyObject): void {
  const self = o as PySlice;
  untrack(self);
  const { start, stop, step } = self.v;
  decref(step);
  decref(start);
  decref(stop);
  if (!sliceFreeList.push(self.addr)) gcFree(self);
}

function slice_traverse(o: PyContainer, visit: Visit): void {
  const { start, stop, step } = (o as PySlice).v;
  visit(start, 'start');
  visit(stop, 'stop');
  visit(step, 'step');
}

function slice_repr(o: PyObject): PyObject {
  const { start, stop, step } = (o as PySlice).v;
  return newStr(`slice(${reprString(start)}, ${reprString(stop)}, ${reprString(step)})`);
}

/** Compares as the tuple (start, stop, step). */
function slice_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (a.type !== T_SLICE || b.type !== T_SLICE) return NotImplemented;
  if (a === b) return op === Py_EQ || op === Py_LE || op === Py_GE ? True : False;
  const left = sliceAsTuple(a as PySlice);
  const right = sliceAsTuple(b as PySlice);
  try {
    return tuple_richcompare(left, right, op);
  } finally {
    decref(left);
    decref(right);
  }
}

function sliceAsTuple(o: PySlice): PyObject {
  return newTuple([incref(o.v.start), incref(o.v.stop), incref(o.v.step)]);
}

function slice_hash(o: PyObject): void {
  const { start, stop, step } = (o as PySlice).v;
  hashOf(start);
  tupleHashAdd(TUPLE_START_LO, TUPLE_START_HI, hash.lo, hash.hi);
  let lo = hash.lo;
  let hi = hash.hi;
  hashOf(stop);
  tupleHashAdd(lo, hi, hash.lo, hash.hi);
  lo = hash.lo;
  hi = hash.hi;
  hashOf(step);
  tupleHashAdd(lo, hi, hash.lo, hash.hi);
  sliceHashFinish(hash.lo, hash.hi);
}

function slice_reduce(self: PySlice): PyObject {
  return newTuple([incref(T_SLICE.obj), sliceAsTuple(self)]);
}

export function initSlice(): void {
  defineType(T_SLICE, {
    doc: 'slice(stop)\nslice(start, stop[, step])\n\nA description of the items that extended slicing picks, as in a[0:10:2].',
    flags: TPFLAGS_HAVE_GC,
    basicsize: SLICE_BYTES,
    slots: {
      tp_new: slice_new,
      tp_dealloc: slice_dealloc,
      tp_traverse: slice_traverse,
      tp_repr: slice_repr,
      tp_hash: slice_hash,
      tp_richcompare: slice_richcompare,
    },
    methods: [
      ['indices', slice_indices, '!($self, len, /)', 'S.indices(len) -> (start, stop, stride)'],
      ['__reduce__', slice_reduce, '!($self, /)'],
    ],
    members: [
      ['start', o => incref((o as PySlice).v.start), null],
      ['stop', o => incref((o as PySlice).v.stop), null],
      ['step', o => incref((o as PySlice).v.step), null],
    ],
  });
}
