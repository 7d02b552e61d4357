/** range_iterator, for bounds of a machine word, and longrange_iterator (Objects/rangeobject.c). */
import { TypeBody, type PyAtom, type PyContainer, type PyObject, type Visit } from '../heap/object.ts';
import { free } from '../heap/pymalloc.ts';
import { decref, incref } from '../heap/refcount.ts';
import { call } from '../protocols/call.ts';
import { index } from '../protocols/number.ts';
import { defineType, type MethodRow } from './define.ts';
import { builtinNamed } from './builtin_named.ts';
import { newInt, newIntNumber, normalize } from './int.ts';
import { atomNew } from './object.ts';
import { T_RANGE, type Integer } from './range.ts';
import { None } from './singletons.ts';
import { newTuple, tuple1 } from './tuple.ts';

/** The iterator changes `start` and `len` as it goes. */
export class RangeIterBody {
  constructor(
    public start: Integer,
    public step: Integer,
    public len: Integer,
    /** Of a longrange_iterator: its int objects, owned. */
    public objects: PyObject[] | null,
  ) {}
}

export type PyRangeIter = PyAtom<RangeIterBody>;

export const T_RANGE_ITERATOR = new TypeBody('range_iterator');
export const T_LONGRANGE_ITERATOR = new TypeBody('longrange_iterator');

/** fast_range_iter */
export function newRangeIter(start: Integer, step: Integer, len: Integer): PyRangeIter {
  return atomNew(T_RANGE_ITERATOR, new RangeIterBody(start, step, len, null));
}

export function newLongRangeIter(start: Integer, step: Integer, len: Integer): PyRangeIter {
  return atomNew(T_LONGRANGE_ITERATOR, new RangeIterBody(start, step, len, [newInt(start), newInt(step), newInt(len)]));
}

export function rangeiter_next(o: PyObject): PyObject | null {
  const it = (o as PyRangeIter).v;
  const { start, step, len } = it;
  if (typeof start === 'number' && typeof step === 'number' && typeof len === 'number') {
    if (len <= 0) return null;
    it.len = len - 1;
    const next = start + step;
    it.start = Number.isSafeInteger(next) ? next : BigInt(start) + BigInt(step);
    return newIntNumber(start);
  }
  if (len <= 0) return null;
  it.len = normalize(BigInt(len) - 1n);
  it.start = normalize(BigInt(start) + BigInt(step));
  return newInt(start);
}

function rangeiter_dealloc(o: PyObject): void {
  const { objects } = (o as PyRangeIter).v;
  if (objects !== null) for (const object of objects) decref(object);
  free(o.addr);
}

function rangeiter_traverse(o: PyContainer, visit: Visit): void {
  const { objects } = (o as unknown as PyRangeIter).v;
  if (objects !== null) for (const object of objects) visit(object, null);
}

/** `(iter, (what is left as a range,), None or 0)` */
function rangeiter_reduce(self: PyRangeIter): PyObject {
  const { start, step, len } = self.v;
  const stop = normalize(BigInt(start) + BigInt(len) * BigInt(step));
  const args = [newInt(start), newInt(stop), newInt(step)];
  const range = call(T_RANGE.obj, args, null);
  for (const arg of args) decref(arg);
  const rest = tuple1(range);
  decref(range);
  return newTuple([builtinNamed('iter'), rest, incref(None)]);
}

function rangeiter_setstate(self: PyRangeIter, state: PyObject): PyObject {
  const it = self.v;
  const n = index(state);
  let skip = BigInt(n.v);
  decref(n);
  if (skip < 0n) skip = 0n;
  if (skip > BigInt(it.len)) skip = BigInt(it.len);
  it.start = normalize(BigInt(it.start) + skip * BigInt(it.step));
  it.len = normalize(BigInt(it.len) - skip);
  return None;
}

const METHODS: MethodRow[] = [
  [
    '__length_hint__',
    (self: PyRangeIter) => newInt(self.v.len),
    '!($self, /)',
    'Private method returning an estimate of len(list(it)).',
  ],
  ['__reduce__', rangeiter_reduce, '!($self, /)', 'Return state information for pickling.'],
  ['__setstate__', rangeiter_setstate, '!($self, state, /)', 'Set state information for unpickling.'],
];

export function initRangeIter(): void {
  for (const type of [T_RANGE_ITERATOR, T_LONGRANGE_ITERATOR])
    defineType(type, {
      basicsize: 40,
      slots: {
        tp_dealloc: rangeiter_dealloc,
        tp_traverse: rangeiter_traverse,
        tp_iter: incref,
        tp_iternext: rangeiter_next,
      },
      methods: METHODS,
    });
}
