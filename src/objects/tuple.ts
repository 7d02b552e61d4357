/** tuple, after Objects/tupleobject.c. */
import {
  IMMORTAL,
  PyContainer,
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TPFLAGS_MATCH_SELF,
  TPFLAGS_SEQUENCE,
  TPFLAGS_TUPLE_SUBCLASS,
  TypeBody,
  type PyObject,
  type Visit,
} from '../heap/object.ts';
import { Py_EQ, Py_GT, Py_LE, Py_LT, Py_NE } from '../heap/slots.ts';
import { born } from '../heap/audit.ts';
import { tupleFreeLists } from '../heap/freelist.ts';
import { gcFree, gcFreeAt, gcMalloc, mayBeTracked, track, untrack } from '../heap/gc.ts';
import { copyItems, concatItems, repeatItems, stepItems } from '../heap/items.ts';
import { decref, incref } from '../heap/refcount.ts';
import { staticMalloc } from '../heap/static.ts';
import { trashcanBegin, trashcanEnd } from '../heap/trashcan.ts';
import { indexError, memoryError, typeError, valueError } from '../exceptions/raise.ts';
import { T_IndexError } from '../exceptions/types.ts';
import { eq, richcompare } from '../protocols/compare.ts';
import { asSsize } from '../protocols/number.ts';
import { hash as hashOf, reprString } from '../protocols/object.ts';
import { hash, TUPLE_START_HI, TUPLE_START_LO, tupleHashAdd, tupleHashFinish } from '../text/hash.ts';
import { collect } from '../protocols/sequence.ts';
import { defineType } from './define.ts';
import { genericalias_classGetitem } from './genericalias.ts';
import { newInt, T_INT } from './int.ts';
import { isList } from './list.ts';
import { object_alloc } from './object.ts';
import { reprEnter, reprLeave } from './repr_guard.ts';
import { tuple_iter } from './iterators.ts';
import { signature, parseArgs } from './signature.ts';
import { False, NotImplemented, True } from './singletons.ts';
import { bounds, isSlice, unpackSlice } from './slice.ts';
import { newStr } from './str.ts';
import { indexRange } from './sequence_index.ts';

export type PyTuple = PyContainer<PyObject[]>;

export const T_TUPLE = new TypeBody('tuple');

const HEADER_BYTES = 24;
/** PyTuple_MAXSAVESIZE: tuples of 1 to 20 items have a free list each; those of 20 never come out of it (as in 3.12). */
const MAX_SAVED = tupleFreeLists.length - 1;
/** `()`: one immortal object (tracked by nothing). */
export const emptyTuple: PyTuple = new PyContainer(IMMORTAL, T_TUPLE, staticMalloc(HEADER_BYTES), [] as PyObject[]);

/** A tuple of `items`, which it takes over together with the references. Tracked, as every tuple made at run time. */
export function newTuple(items: PyObject[]): PyTuple {
  if (items.length === 0) return emptyTuple;
  return newTupleAt(tupleAlloc(items.length), items);
}

/** The same in memory of its own, never a dead tuple's: for what CPython makes at another time than we do. */
export function newTupleApart(items: PyObject[]): PyTuple {
  if (items.length === 0) return emptyTuple;
  return newTupleAt(gcMalloc(T_TUPLE, HEADER_BYTES + 8 * items.length), items);
}

/** tuple_alloc: an address for a tuple of n > 0 items. */
export function tupleAlloc(n: number): number {
  let addr = 0;
  if (n < MAX_SAVED) addr = tupleFreeLists[n].pop();
  return addr !== 0 ? addr : gcMalloc(T_TUPLE, HEADER_BYTES + 8 * n);
}

/** Parks or frees the memory of an exact tuple of n > 0 items. */
export function tupleRelease(addr: number, n: number): void {
  if (n > MAX_SAVED || !tupleFreeLists[n].push(addr)) gcFreeAt(addr, 1);
}

function newTupleAt(addr: number, items: PyObject[]): PyTuple {
  const o = new PyContainer(1, T_TUPLE, addr, items);
  born(o);
  track(o);
  return o;
}

/** A tuple of one borrowed item (PyTuple_Pack(1, a)). */
export function tuple1(a: PyObject): PyTuple {
  a.rc++;
  return newTuple([a]);
}

/** A tuple of two borrowed items (PyTuple_Pack(2, a, b)). */
export function tuple2(a: PyObject, b: PyObject): PyTuple {
  a.rc++;
  b.rc++;
  return newTuple([a, b]);
}

/** PyTuple_Check. */
export function isTuple(o: PyObject): o is PyTuple {
  return (o.type.flags & TPFLAGS_TUPLE_SUBCLASS) !== 0;
}

/** A tuple of borrowed items, copied (_PyTuple_FromArray). */
export function tupleFromBorrowed(items: PyObject[], start = 0, end = items.length): PyTuple {
  return newTuple(copyItems(items, start, end));
}

/** PySequence_Tuple: the tuple itself when exact, else a new one of the iterable's items. */
export function sequenceTuple(iterable: PyObject): PyTuple {
  if (iterable.type === T_TUPLE) return incref(iterable) as PyTuple;
  if (isList(iterable)) return tupleFromBorrowed(iterable.v);
  return newTuple(collect(iterable));
}

/**
 * True when the collector may forget the tuple because no item can be part of a cycle (_PyTuple_MaybeUntrack); then it has
 * been untracked.
 */
export function tuple_maybeUntrack(o: PyTuple): void {
  if (o.type !== T_TUPLE || o.gcNext === null) return;
  const items = o.v;
  for (let i = 0; i < items.length; i++) if (mayBeTracked(items[i])) return;
  untrack(o);
}

// ---- lifetime

function tuple_dealloc(o: PyObject): void {
  const self = o as PyTuple;
  untrack(self);
  if (trashcanBegin(self, tuple_dealloc)) return;
  const items = self.v;
  for (let i = items.length; --i >= 0;) decref(items[i]);
  const n = items.length;
  if (self.type !== T_TUPLE || n === 0 || n > MAX_SAVED || !tupleFreeLists[n].push(self.addr)) gcFree(self);
  trashcanEnd(self, tuple_dealloc);
}

function tuple_traverse(o: PyContainer, visit: Visit): void {
  const items = (o as PyTuple).v;
  for (let i = items.length; --i >= 0;) visit(items[i], i);
}

const NEW = signature('tuple', '(iterable=(), /)');

function tuple_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (type !== T_TUPLE && (type.tp_init !== T_TUPLE.tp_init || type.tp_new !== T_TUPLE.tp_new)) {
    if (kwnames !== null) args = args.slice(0, args.length - kwnames.length);
  } else if (kwnames !== null && kwnames.length > 0) typeError('tuple() takes no keyword arguments');
  const [iterable] = parseArgs(NEW, args, null) as [PyObject | undefined];
  if (type === T_TUPLE) return iterable === undefined ? emptyTuple : sequenceTuple(iterable);
  return tuple_subtypeNew(type, iterable === undefined ? emptyTuple : sequenceTuple(iterable));
}

/** An instance of a tuple subclass with the items of `source`, a reference to which it consumes. */
export function tuple_subtypeNew(type: TypeBody, source: PyTuple): PyTuple {
  const items = copyItems(source.v);
  let o: PyTuple;
  try {
    o = object_alloc(type, items.length) as PyTuple;
  } catch (e) {
    for (let i = 0; i < items.length; i++) decref(items[i]);
    decref(source);
    throw e;
  }
  o.v = items;
  decref(source);
  return o;
}

// ---- comparing and hashing

/** tuplehash: xxHash over the items' hashes. */
export function tuple_hash(o: PyObject): void {
  const items: PyObject[] = o.v;
  const n = items.length;
  let lo = TUPLE_START_LO;
  let hi = TUPLE_START_HI;
  for (let i = 0; i < n; i++) {
    hashOf(items[i]);
    tupleHashAdd(lo, hi, hash.lo, hash.hi);
    lo = hash.lo;
    hi = hash.hi;
  }
  tupleHashFinish(lo, hi, n);
}

/** tuplerichcompare: the first differing pair decides. */
export function tuple_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (!isTuple(a) || !isTuple(b)) return NotImplemented;
  const x = a.v;
  const y = b.v;
  const n = Math.min(x.length, y.length);
  let i = 0;
  for (; i < n; i++) {
    const p = x[i];
    const q = y[i];
    if (p !== q && !eq(p, q)) break;
  }
  if (i >= n) return compareLengths(x.length, y.length, op) ? True : False;
  if (op === Py_EQ) return False;
  if (op === Py_NE) return True;
  return richcompare(x[i], y[i], op);
}

/** Py_RETURN_RICHCOMPARE of two lengths. */
export function compareLengths(m: number, n: number, op: number): boolean {
  switch (op) {
    case Py_LT:
      return m < n;
    case Py_LE:
      return m <= n;
    case Py_EQ:
      return m === n;
    case Py_NE:
      return m !== n;
    case Py_GT:
      return m > n;
    default:
      return m >= n;
  }
}

function tuple_repr(o: PyObject): PyObject {
  const items = (o as PyTuple).v;
  const n = items.length;
  if (n === 0) return newStr('()');
  if (!reprEnter(o)) return newStr('(...)');
  try {
    let text = '(';
    for (let i = 0; i < n; i++) {
      if (i > 0) text += ', ';
      text += reprString(items[i]);
    }
    return newStr(n === 1 ? text + ',)' : text + ')');
  } finally {
    reprLeave(o);
  }
}

// ---- sequence

function tuple_length(o: PyObject): number {
  return (o as PyTuple).v.length;
}

function tuple_item(o: PyObject, i: number): PyObject {
  const items = (o as PyTuple).v;
  if (i < 0 || i >= items.length) indexError('tuple index out of range');
  return incref(items[i]);
}

function tuple_contains(o: PyObject, value: PyObject): boolean {
  const items = (o as PyTuple).v;
  for (let i = 0; i < items.length; i++) if (items[i] === value || eq(items[i], value)) return true;
  return false;
}

export function tuple_subscript(o: PyObject, key: PyObject): PyObject {
  const items = (o as PyTuple).v;
  if (key.type === T_INT || key.type.nb_index !== null) {
    let i = key.type === T_INT && typeof key.v === 'number' ? key.v : asSsize(key, T_IndexError);
    if (i < 0) i += items.length;
    if (i < 0 || i >= items.length) indexError('tuple index out of range');
    return incref(items[i]);
  }
  if (isSlice(key)) {
    unpackSlice(key, items.length);
    const { start, step, length } = bounds;
    if (length <= 0) return emptyTuple;
    if (start === 0 && step === 1 && length === items.length && o.type === T_TUPLE) return incref(o);
    if (step === 1) return tupleFromBorrowed(items, start, start + length);
    return newTuple(stepItems(items, start, step, length));
  }
  return typeError(`tuple indices must be integers or slices, not ${key.type.name}`);
}

/** tupleconcat. */
export function tuple_concat(a: PyObject, b: PyObject): PyObject {
  const x = (a as PyTuple).v;
  if (x.length === 0 && b.type === T_TUPLE) return incref(b);
  if (!isTuple(b)) typeError(`can only concatenate tuple (not "${b.type.name}") to tuple`);
  if (b.v.length === 0 && a.type === T_TUPLE) return incref(a);
  return newTuple(concatItems(x, b.v));
}

function tuple_repeat(o: PyObject, n: number): PyObject {
  const items = (o as PyTuple).v;
  const size = items.length;
  if ((size === 0 || n === 1) && o.type === T_TUPLE) return incref(o);
  if (size === 0 || n <= 0) return emptyTuple;
  if (size * n > Number.MAX_SAFE_INTEGER / 8) memoryError();
  const addr = tupleAlloc(size * n);
  return newTupleAt(addr, repeatItems(items, n));
}

// ---- methods

function tuple_index(self: PyTuple, value: PyObject, start?: PyObject, stop?: PyObject): PyObject {
  const items = self.v;
  const [from, to] = indexRange(items.length, start, stop);
  for (let i = from; i < to && i < items.length; i++) if (items[i] === value || eq(items[i], value)) return newInt(i);
  return valueError('tuple.index(x): x not in tuple');
}

function tuple_count(self: PyTuple, value: PyObject): PyObject {
  let count = 0;
  for (const item of self.v) if (item === value || eq(item, value)) count++;
  return newInt(count);
}

function tuple_getnewargs(self: PyTuple): PyObject {
  return newTuple([tupleFromBorrowed(self.v)]);
}

function tuple_sizeof(o: PyObject): number {
  return o.type.basicsize + 8 * (o as PyTuple).v.length;
}

export function initTuple(): void {
  defineType(T_TUPLE, {
    doc: 'Built-in immutable sequence.\n\nWithout an argument, an empty tuple; else a tuple of the items of the iterable.',
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE | TPFLAGS_TUPLE_SUBCLASS | TPFLAGS_MATCH_SELF | TPFLAGS_SEQUENCE,
    basicsize: HEADER_BYTES,
    itemsize: 8,
    slots: {
      tp_new: tuple_new,
      tp_dealloc: tuple_dealloc,
      tp_traverse: tuple_traverse,
      sizeof: tuple_sizeof,
      tp_repr: tuple_repr,
      tp_hash: tuple_hash,
      tp_richcompare: tuple_richcompare,
      tp_iter: tuple_iter,
      sq_length: tuple_length,
      sq_concat: tuple_concat,
      sq_repeat: tuple_repeat,
      sq_item: tuple_item,
      sq_contains: tuple_contains,
      mp_length: tuple_length,
      mp_subscript: tuple_subscript,
    },
    methods: [
      ['__getnewargs__', tuple_getnewargs, '($self, /)'],
      ['index', tuple_index, '($self, value, start=0, stop=sys.maxsize, /)', 'Return first index of value.'],
      ['count', tuple_count, '($self, value, /)', 'Return number of occurrences of value.'],
    ],
    classmethods: [['__class_getitem__', genericalias_classGetitem, '!($type, object, /)', 'See PEP 585']],
  });
}
