/** Iterators over lists, tuples, anything with `__getitem__`, and `iter(callable, sentinel)` (Objects/iterobject.c, listobject.c, tupleobject.c). */
import { TPFLAGS_HAVE_GC, TypeBody, type PyContainer, type PyObject, type Visit } from '../heap/object.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { isPyException } from '../exceptions/body.ts';
import { T_IndexError, T_StopIteration } from '../exceptions/types.ts';
import { call0 } from '../protocols/call.ts';
import { eq } from '../protocols/compare.ts';
import { sequenceItem, size } from '../protocols/sequence.ts';
import { defineType, type MethodRow } from './define.ts';
import { builtinNamed } from './builtin_named.ts';
import { newInt } from './int.ts';
import type { PyList } from './list.ts';
import { newList } from './list.ts';
import { gcNew } from './object.ts';
import { ssizeFromInt } from './sequence_index.ts';
import { None, NotImplemented } from './singletons.ts';
import { emptyTuple, newTuple, tuple1, type PyTuple } from './tuple.ts';

export class SeqIterBody {
  constructor(
    /** Owned; null once exhausted. */
    public seq: PyObject | null,
    public index: number,
  ) {}
}

export type PySeqIter = PyContainer<SeqIterBody>;

export const T_LIST_ITERATOR = new TypeBody('list_iterator');
export const T_LIST_REVERSEITERATOR = new TypeBody('list_reverseiterator');
export const T_TUPLE_ITERATOR = new TypeBody('tuple_iterator');
export const T_SEQ_ITERATOR = new TypeBody('iterator');
export const T_CALLABLE_ITERATOR = new TypeBody('callable_iterator');

function newIter(type: TypeBody, seq: PyObject, index: number): PySeqIter {
  seq.rc++;
  return gcNew(type, new SeqIterBody(seq, index));
}

/** iter(list) */
export function list_iter(o: PyObject): PyObject {
  return newIter(T_LIST_ITERATOR, o, 0);
}

/** reversed(list) */
export function list_reversed(o: PyObject): PyObject {
  return newIter(T_LIST_REVERSEITERATOR, o, (o as PyList).v.length - 1);
}

/** iter(tuple) */
export function tuple_iter(o: PyObject): PyObject {
  return newIter(T_TUPLE_ITERATOR, o, 0);
}

/** PySeqIter_New: an iterator that asks `o[0]`, `o[1]`... */
export function newSeqIter(o: PyObject): PyObject {
  return newIter(T_SEQ_ITERATOR, o, 0);
}

/** listiter_next and tupleiter_next: the next item, or null; at the end the sequence is let go. */
export function listiter_next(o: PyObject): PyObject | null {
  const it = (o as PySeqIter).v;
  const seq = it.seq;
  if (seq === null) return null;
  const items: PyObject[] = seq.v;
  if (it.index < items.length) return incref(items[it.index++]);
  it.seq = null;
  decref(seq);
  return null;
}

function listreviter_next(o: PyObject): PyObject | null {
  const it = (o as PySeqIter).v;
  const seq = it.seq;
  if (seq === null) return null;
  const items: PyObject[] = seq.v;
  if (it.index >= 0 && it.index < items.length) return incref(items[it.index--]);
  it.index = -1;
  it.seq = null;
  decref(seq);
  return null;
}

function seqiter_next(o: PyObject): PyObject | null {
  const it = (o as PySeqIter).v;
  const seq = it.seq;
  if (seq === null) return null;
  try {
    const item = sequenceItem(seq, it.index);
    it.index++;
    return item;
  } catch (e) {
    if (!isPyException(e, T_IndexError) && !isPyException(e, T_StopIteration)) throw e;
    decref(e);
    it.seq = null;
    decref(seq);
    return null;
  }
}

function seqiter_dealloc(o: PyObject): void {
  const self = o as PySeqIter;
  untrack(self);
  xdecref(self.v.seq);
  gcFree(self);
}

function seqiter_traverse(o: PyContainer, visit: Visit): void {
  const { seq } = (o as PySeqIter).v;
  if (seq !== null) visit(seq, 'sequence');
}

function listiter_len(self: PySeqIter): PyObject {
  const it = self.v;
  return newInt(it.seq === null ? 0 : Math.max(0, (it.seq as PyTuple).v.length - it.index));
}

function listreviter_len(self: PySeqIter): PyObject {
  const it = self.v;
  const n = it.index + 1;
  return newInt(it.seq === null || (it.seq as PyList).v.length < n ? 0 : n);
}

function seqiter_len(self: PySeqIter): PyObject {
  const it = self.v;
  if (it.seq === null) return newInt(0);
  if (it.seq.type.sq_length === null && it.seq.type.mp_length === null) return NotImplemented;
  return newInt(Math.max(0, size(it.seq) - it.index));
}

/** `(iter, (sequence,), index)`; of an exhausted iterator `(iter, (empty,))`. */
function reduceAs(builtin: string, empty: () => PyObject): (self: PySeqIter) => PyObject {
  return self => {
    const it = self.v;
    if (it.seq === null) {
      const nothing = empty();
      const args = tuple1(nothing);
      decref(nothing);
      return newTuple([builtinNamed('iter'), args]);
    }
    return newTuple([builtinNamed(builtin), tuple1(it.seq), newInt(it.index)]);
  };
}

function setstate(limit: (self: PySeqIter, n: number) => number): (self: PySeqIter, state: PyObject) => PyObject {
  return (self, state) => {
    const n = ssizeFromInt(state);
    if (self.v.seq !== null) self.v.index = limit(self, n);
    return None;
  };
}

function clip(self: PySeqIter, n: number): number {
  return Math.min(Math.max(n, 0), (self.v.seq as PyTuple).v.length);
}

const LENGTH_HINT_DOC = 'Private method returning an estimate of len(list(it)).';
const REDUCE_DOC = 'Return state information for pickling.';
const SETSTATE_DOC = 'Set state information for unpickling.';

function methods(
  length: (self: PySeqIter) => PyObject,
  reduce: (self: PySeqIter) => PyObject,
  limit: (self: PySeqIter, n: number) => number,
): MethodRow[] {
  return [
    ['__length_hint__', length, '!($self, /)', LENGTH_HINT_DOC],
    ['__reduce__', reduce, '!($self, /)', REDUCE_DOC],
    ['__setstate__', setstate(limit), '!($self, state, /)', SETSTATE_DOC],
  ];
}

// ---- iter(callable, sentinel)

export class CallIterBody {
  constructor(
    /** Both owned; null once exhausted. */
    public callable: PyObject | null,
    public sentinel: PyObject | null,
  ) {}
}

type PyCallIter = PyContainer<CallIterBody>;

/** PyCallIter_New. Borrows. */
export function newCallIter(callable: PyObject, sentinel: PyObject): PyObject {
  callable.rc++;
  sentinel.rc++;
  return gcNew(T_CALLABLE_ITERATOR, new CallIterBody(callable, sentinel));
}

function calliter_clear(o: PyContainer): void {
  const it = (o as PyCallIter).v;
  const { callable, sentinel } = it;
  it.callable = null;
  it.sentinel = null;
  xdecref(callable);
  xdecref(sentinel);
}

function calliter_next(o: PyObject): PyObject | null {
  const self = o as PyCallIter;
  const callable = self.v.callable;
  if (callable === null) return null;
  let result: PyObject;
  callable.rc++;
  try {
    result = call0(callable);
  } catch (e) {
    if (!isPyException(e, T_StopIteration)) throw e;
    decref(e);
    calliter_clear(self);
    return null;
  } finally {
    decref(callable);
  }
  const sentinel = self.v.sentinel;
  if (sentinel === null) {
    decref(result);
    return null;
  }
  let end: boolean;
  sentinel.rc++;
  try {
    end = sentinel === result || eq(sentinel, result);
  } catch (e) {
    decref(result);
    throw e;
  } finally {
    decref(sentinel);
  }
  if (!end) return result;
  decref(result);
  calliter_clear(self);
  return null;
}

function calliter_dealloc(o: PyObject): void {
  const self = o as PyCallIter;
  untrack(self);
  xdecref(self.v.callable);
  xdecref(self.v.sentinel);
  gcFree(self);
}

function calliter_traverse(o: PyContainer, visit: Visit): void {
  const { callable, sentinel } = (o as PyCallIter).v;
  if (callable !== null) visit(callable, 'callable');
  if (sentinel !== null) visit(sentinel, 'sentinel');
}

function calliter_reduce(self: PyCallIter): PyObject {
  const { callable, sentinel } = self.v;
  if (callable === null || sentinel === null) return newTuple([builtinNamed('iter'), tuple1(emptyTuple)]);
  return newTuple([builtinNamed('iter'), newTuple([incref(callable), incref(sentinel)])]);
}

export function initIterators(): void {
  const define = (type: TypeBody, tp_iternext: (o: PyObject) => PyObject | null, rows: MethodRow[]): void =>
    defineType(type, {
      flags: TPFLAGS_HAVE_GC,
      basicsize: 32,
      slots: { tp_dealloc: seqiter_dealloc, tp_traverse: seqiter_traverse, tp_iter: incref, tp_iternext },
      methods: rows,
    });
  const emptyList = (): PyObject => newList([]);
  define(T_LIST_ITERATOR, listiter_next, methods(listiter_len, reduceAs('iter', emptyList), clip));
  define(
    T_LIST_REVERSEITERATOR,
    listreviter_next,
    methods(listreviter_len, reduceAs('reversed', emptyList), (self, n) =>
      Math.min(Math.max(n, -1), (self.v.seq as PyList).v.length - 1),
    ),
  );
  define(
    T_TUPLE_ITERATOR,
    listiter_next,
    methods(
      listiter_len,
      reduceAs('iter', () => emptyTuple),
      clip,
    ),
  );
  define(
    T_SEQ_ITERATOR,
    seqiter_next,
    methods(
      seqiter_len,
      reduceAs('iter', () => emptyTuple),
      (_self, n) => Math.max(n, 0),
    ),
  );
  defineType(T_CALLABLE_ITERATOR, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 32,
    slots: {
      tp_dealloc: calliter_dealloc,
      tp_traverse: calliter_traverse,
      tp_clear: calliter_clear,
      tp_iter: incref,
      tp_iternext: calliter_next,
    },
    methods: [['__reduce__', calliter_reduce, '!($self, /)', REDUCE_DOC]],
  });
}
