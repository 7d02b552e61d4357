/** set and frozenset (Objects/setobject.c): the types and their methods. The table is in set_table.ts. */
import type { PyContainer, PyObject, Visit } from '../heap/object.ts';
import {
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TPFLAGS_LONG_SUBCLASS,
  TPFLAGS_MATCH_SELF,
  TPFLAGS_TUPLE_SUBCLASS,
  TPFLAGS_UNICODE_SUBCLASS,
  TypeBody,
} from '../heap/object.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE } from '../heap/slots.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { free } from '../heap/pymalloc.ts';
import { decref, incref } from '../heap/refcount.ts';
import { trashcanBegin, trashcanEnd } from '../heap/trashcan.ts';
import { clearWeakRefs } from '../heap/weakrefs.ts';
import { isPyException } from '../exceptions/body.ts';
import { keyErrorObj, raise, typeError } from '../exceptions/raise.ts';
import { T_KeyError, T_TypeError } from '../exceptions/types.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { reprString } from '../protocols/object.ts';
import { frozensetHashAdd, frozensetHashFinish, hash } from '../text/hash.ts';
import type { MethodRow } from './define.ts';
import { defineType } from './define.ts';
import { genericalias_classGetitem } from './genericalias.ts';
import { newList } from './list.ts';
import { gcNew, object_alloc } from './object.ts';
import { reprEnter, reprLeave } from './repr_guard.ts';
import { set_iter } from './set_iter.ts';
import type { PySet } from './set_table.ts';
import {
  addKey,
  clearTable,
  containsKey,
  discardKey,
  DUMMY,
  MINSIZE,
  nextSlot,
  releaseKeys,
  SetBody,
  slotHash,
} from './set_table.ts';
import { bool, False, None, NotImplemented, True } from './singletons.ts';
import { newStr } from './str.ts';
import { newTuple, tuple1 } from './tuple.ts';
import {
  bothSets,
  eachItem,
  fill,
  inPlace,
  isDisjoint,
  isSubset,
  makeNewSet,
  replaceBody,
  set_copyOf,
  set_differenceOf,
  set_differenceUpdate,
  set_intersect,
  set_intersectionUpdateWith,
  set_symmetricDifferenceOf,
  set_symmetricDifferenceUpdate,
  set_unionOf,
  set_update,
} from './set_operations.ts';

export { SetBody, type PySet } from './set_table.ts';
export { set_update } from './set_operations.ts';

export const T_SET = new TypeBody('set');
export const T_FROZENSET = new TypeBody('frozenset');

const SET_BYTES = 200;

/** An empty set. New reference. */
export function newSet(): PySet {
  return gcNew(T_SET, new SetBody());
}

/** A new frozenset of the iterable's items (PyFrozenSet_New). */
export function newFrozenSet(iterable: PyObject | null): PySet {
  return makeNewSet(T_FROZENSET, iterable);
}

/** PySet_Check */
export function isSet(o: PyObject): o is PySet {
  return o.type === T_SET || o.type.mro.includes(T_SET);
}

/** PyFrozenSet_Check */
export function isFrozenSet(o: PyObject): o is PySet {
  return o.type === T_FROZENSET || o.type.mro.includes(T_FROZENSET);
}

/** PyAnySet_Check */
export function isAnySet(o: PyObject): o is PySet {
  return o.type === T_SET || o.type === T_FROZENSET || o.v instanceof SetBody;
}

/** The keys of a set in order, borrowed; later changes are not seen. */
export function setEntries(o: PySet): PyObject[] {
  return o.v.keys.filter((key): key is PyObject => key !== null && key !== DUMMY);
}

/** PySet_Add: false when the key was there. Borrows. */
export function set_addKey(o: PySet, key: PyObject): boolean {
  return addKey(o, key);
}

// ---- lifetime

function set_dealloc(o: PyObject): void {
  const self = o as PySet;
  untrack(self);
  if (trashcanBegin(self, set_dealloc)) return;
  clearWeakRefs(self);
  const so = self.v;
  if (so.fill > 0) releaseKeys(so.keys);
  if (self.mem !== 0) free(self.mem);
  gcFree(self);
  trashcanEnd(self, set_dealloc);
}

function set_traverse(o: PyContainer, visit: Visit): void {
  const { keys } = (o as PySet).v;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key !== null && key !== DUMMY) visit(key, null);
  }
}

function set_new(type: TypeBody): PyObject {
  const o = object_alloc(type) as PySet;
  o.v = new SetBody();
  return o;
}

function set_init(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void {
  const self = o as PySet;
  if (kwnames !== null && kwnames.length > 0) {
    if (self.type === T_SET || self.type.tp_new === set_new) typeError('set() takes no keyword arguments');
    args = args.slice(0, args.length - kwnames.length);
  }
  if (args.length > 1) typeError(`set expected at most 1 argument, got ${args.length}`);
  clearTable(self);
  if (args.length === 1) set_update(self, args[0]);
}

function frozenset_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (kwnames !== null && kwnames.length > 0) {
    if (type === T_FROZENSET || type.tp_init === T_FROZENSET.tp_init)
      typeError('frozenset() takes no keyword arguments');
    args = args.slice(0, args.length - kwnames.length);
  }
  if (args.length > 1) typeError(`frozenset expected at most 1 argument, got ${args.length}`);
  if (type === T_FROZENSET) {
    if (args.length === 1 && args[0].type === T_FROZENSET) return incref(args[0]);
    return newFrozenSet(args.length === 1 ? args[0] : null);
  }
  const o = object_alloc(type) as PySet;
  o.v = new SetBody();
  if (args.length === 1) fill(o, args[0]);
  return o;
}

// ---- basics

function set_repr(o: PyObject): PyObject {
  const self = o as PySet;
  const name = self.type.name;
  if (self.v.used === 0) return newStr(`${name}()`);
  if (!reprEnter(self)) return newStr(`${name}(...)`);
  try {
    const items = setEntries(self);
    for (const item of items) item.rc++;
    const list = newList(items);
    try {
      const text = `{${reprString(list).slice(1, -1)}}`;
      return newStr(self.type === T_SET ? text : `${name}(${text})`);
    } finally {
      decref(list);
    }
  } finally {
    reprLeave(self);
  }
}

function frozenset_hash(o: PyObject): void {
  const so = (o as PySet).v;
  if (!so.hashed) {
    let lo = 0;
    let hi = 0;
    for (let i = nextSlot(so, 0); i >= 0; i = nextSlot(so, i + 1)) {
      slotHash(so, i);
      frozensetHashAdd(lo, hi, hash.lo, hash.hi);
      lo = hash.lo;
      hi = hash.hi;
    }
    frozensetHashFinish(lo, hi, so.used);
    so.hashed = true;
    so.hashLo = hash.lo;
    so.hashHi = hash.hi;
  }
  hash.lo = so.hashLo;
  hash.hi = so.hashHi;
}

function set_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (!isAnySet(a) || !isAnySet(b)) return NotImplemented;
  const x = a.v;
  const y = b.v;
  switch (op) {
    case Py_EQ:
    case Py_NE:
      if (x.used !== y.used || (x.hashed && y.hashed && (x.hashLo !== y.hashLo || x.hashHi !== y.hashHi)))
        return bool(op === Py_NE);
      return bool(isSubset(a, b) === (op === Py_EQ));
    case Py_LE:
      return bool(isSubset(a, b));
    case Py_GE:
      return bool(isSubset(b, a));
    case Py_LT:
      return x.used >= y.used ? False : bool(isSubset(a, b));
    case Py_GT:
      return x.used <= y.used ? False : bool(isSubset(b, a));
  }
  return NotImplemented;
}

function set_len(o: PyObject): number {
  return (o as PySet).v.used;
}

/** Does `attempt` with `key`; an unhashable set is tried again as the frozenset of its items. */
function withKey<T>(key: PyObject, attempt: (key: PyObject) => T): T {
  try {
    return attempt(key);
  } catch (e) {
    if (!isSet(key) || !isPyException(e, T_TypeError)) throw e;
    decref(e);
  }
  const frozen = newFrozenSet(key);
  try {
    return attempt(frozen);
  } finally {
    decref(frozen);
  }
}

/** The types of keys that are no sets, as is to be seen without a look at the bases. */
const NO_SET = TPFLAGS_LONG_SUBCLASS | TPFLAGS_UNICODE_SUBCLASS | TPFLAGS_TUPLE_SUBCLASS;

function mayBeSet(key: PyObject): boolean {
  return (key.type.flags & NO_SET) === 0 && isSet(key);
}

/** set_contains */
export function set_contains(o: PyObject, key: PyObject): boolean {
  const self = o as PySet;
  if (!mayBeSet(key)) return containsKey(self, key);
  return withKey(key, k => containsKey(self, k));
}

// ---- methods

/** `set.add` */
export function set_add(self: PySet, key: PyObject): PyObject {
  addKey(self, key);
  return None;
}

function set_clear(self: PySet): PyObject {
  clearTable(self);
  return None;
}

function set_copy(self: PySet): PyObject {
  return set_copyOf(self);
}

function frozenset_copy(self: PySet): PyObject {
  return self.type === T_FROZENSET ? incref(self) : set_copyOf(self);
}

/** `set.discard` */
export function set_discard(self: PySet, key: PyObject): PyObject {
  if (!mayBeSet(key)) discardKey(self, key);
  else withKey(key, k => discardKey(self, k));
  return None;
}

function set_remove(self: PySet, key: PyObject): PyObject {
  const found = mayBeSet(key) ? withKey(key, k => discardKey(self, k)) : discardKey(self, key);
  if (!found) keyErrorObj(key);
  return None;
}

function set_pop(self: PySet): PyObject {
  const so = self.v;
  if (so.used === 0) raise(T_KeyError, 'pop from an empty set');
  let i = so.finger & so.mask;
  while (so.keys[i] === null || so.keys[i] === DUMMY) i = i >= so.mask ? 0 : i + 1;
  const key = so.keys[i]!;
  so.keys[i] = DUMMY;
  so.used--;
  so.finger = i + 1;
  return key;
}

function set_difference(self: PySet, others: PyObject[]): PyObject {
  if (others.length === 0) return set_copyOf(self);
  const result = set_differenceOf(self, others[0]);
  try {
    for (let i = 1; i < others.length; i++) set_differenceUpdate(result, others[i]);
  } catch (e) {
    decref(result);
    throw e;
  }
  return result;
}

function set_difference_update(self: PySet, others: PyObject[]): PyObject {
  for (const other of others) set_differenceUpdate(self, other);
  return None;
}

function set_intersection(self: PySet, others: PyObject[]): PyObject {
  if (others.length === 0) return set_copyOf(self);
  let result = incref(self);
  for (const other of others) {
    let narrowed: PySet;
    try {
      narrowed = set_intersect(result, other);
    } finally {
      decref(result);
    }
    result = narrowed;
  }
  return result;
}

function set_intersection_update(self: PySet, others: PyObject[]): PyObject {
  replaceBody(self, set_intersection(self, others) as PySet);
  return None;
}

function set_isdisjoint(self: PySet, other: PyObject): PyObject {
  if (self === other) return bool(self.v.used === 0);
  if (other.type === T_SET || other.type === T_FROZENSET) {
    return bool(isDisjoint(other as PySet, self));
  }
  return bool(eachItem(other, key => !containsKey(self, key)));
}

function set_issubset(self: PySet, other: PyObject): PyObject {
  if (isAnySet(other)) return bool(isSubset(self, other));
  const common = set_intersect(self, other);
  const result = common.v.used === self.v.used;
  decref(common);
  return bool(result);
}

function set_issuperset(self: PySet, other: PyObject): PyObject {
  if (isAnySet(other)) return bool(isSubset(other, self));
  return bool(eachItem(other, key => containsKey(self, key)));
}

function set_symmetric_difference(self: PySet, other: PyObject): PyObject {
  return set_symmetricDifferenceOf(self, other);
}

function set_symmetric_difference_update(self: PySet, other: PyObject): PyObject {
  set_symmetricDifferenceUpdate(self, other);
  return None;
}

function set_union(self: PySet, others: PyObject[]): PyObject {
  return set_unionOf(self, others);
}

function set_update_method(self: PySet, others: PyObject[]): PyObject {
  for (const other of others) set_update(self, other);
  return None;
}

function set_reduce(self: PySet): PyObject {
  const items = setEntries(self);
  for (const item of items) item.rc++;
  const list = newList(items);
  const args = tuple1(list);
  decref(list);
  const state = lookupattrStr(self, '__dict__') ?? incref(None);
  return newTuple([incref(self.type.obj), args, state]);
}

function set_sizeof(o: PyObject): number {
  const { mask } = (o as PySet).v;
  return o.type.basicsize + (mask === MINSIZE - 1 ? 0 : 16 * (mask + 1));
}

const SHARED_METHODS: MethodRow[] = [
  [
    '__contains__',
    (self, key) => (set_contains(self, key) ? True : False),
    '!($self, object, /)',
    'x.__contains__(y) <==> y in x.',
  ],
  ['difference', set_difference, '!($self, *others)', 'Return the difference of two or more sets as a new set.'],
  ['intersection', set_intersection, '!($self, *others)', 'Return the intersection of two sets as a new set.'],
  ['isdisjoint', set_isdisjoint, '!($self, other, /)', 'Return True if two sets have a null intersection.'],
  ['issubset', set_issubset, '!($self, other, /)', 'Report whether another set contains this set.'],
  ['issuperset', set_issuperset, '!($self, other, /)', 'Report whether this set contains another set.'],
  ['__reduce__', set_reduce, '!($self, /)', 'Return state information for pickling.'],
  [
    'symmetric_difference',
    set_symmetric_difference,
    '!($self, other, /)',
    'Return the symmetric difference of two sets as a new set.',
  ],
  ['union', set_union, '!($self, *others)', 'Return the union of sets as a new set.'],
];

const SET_METHODS: MethodRow[] = [
  ['add', set_add, '!($self, object, /)', 'Add an element to a set.'],
  ['clear', set_clear, '!($self, /)', 'Remove all elements from this set.'],
  ['copy', set_copy, '!($self, /)', 'Return a shallow copy of a set.'],
  ['discard', set_discard, '!($self, object, /)', 'Remove an element from a set if it is a member.'],
  [
    'difference_update',
    set_difference_update,
    '!($self, *others)',
    'Remove all elements of another set from this set.',
  ],
  [
    'intersection_update',
    set_intersection_update,
    '!($self, *others)',
    'Update a set with the intersection of itself and another.',
  ],
  ['pop', set_pop, '!($self, /)', 'Remove and return an arbitrary set element.'],
  ['remove', set_remove, '!($self, object, /)', 'Remove an element from a set; it must be a member.'],
  [
    'symmetric_difference_update',
    set_symmetric_difference_update,
    '!($self, other, /)',
    'Update a set with the symmetric difference of itself and another.',
  ],
  ['update', set_update_method, '!($self, *others)', 'Update a set with the union of itself and others.'],
];

const CLASS_GETITEM: MethodRow = ['__class_getitem__', genericalias_classGetitem, '!($type, object, /)', 'See PEP 585'];

export function initSet(): void {
  const common = {
    tp_dealloc: set_dealloc,
    tp_traverse: set_traverse,
    sizeof: set_sizeof,
    tp_repr: set_repr,
    tp_richcompare: set_richcompare,
    tp_iter: set_iter,
    sq_length: set_len,
    sq_contains: set_contains,
    nb_subtract: bothSets(set_differenceOf),
    nb_and: bothSets(set_intersect),
    nb_xor: bothSets(set_symmetricDifferenceOf),
    nb_or: bothSets((a, b) => set_unionOf(a, [b])),
  };
  const flags = TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE | TPFLAGS_MATCH_SELF;
  defineType(T_SET, {
    doc: 'set() -> new empty set object\nset(iterable) -> new set object\n\nAn unordered collection in which every item is there once.',
    flags,
    basicsize: SET_BYTES,
    weakrefs: 192,
    slots: {
      ...common,
      tp_new: set_new,
      tp_init: set_init,
      tp_clear: o => clearTable(o as PySet),
      nb_inplace_subtract: inPlace(set_differenceUpdate),
      nb_inplace_and: inPlace(set_intersectionUpdateWith),
      nb_inplace_xor: inPlace(set_symmetricDifferenceUpdate),
      nb_inplace_or: inPlace(set_update),
    },
    methods: [...SHARED_METHODS, ...SET_METHODS],
    classmethods: [CLASS_GETITEM],
  });
  defineType(T_FROZENSET, {
    doc: 'frozenset() -> empty frozenset object\nfrozenset(iterable) -> frozenset object\n\nAn unordered collection that cannot change, in which every item is there once.',
    flags,
    basicsize: SET_BYTES,
    weakrefs: 192,
    slots: {
      ...common,
      tp_new: frozenset_new,
      tp_clear: o => clearTable(o as PySet),
      tp_hash: frozenset_hash,
    },
    methods: [...SHARED_METHODS, ['copy', frozenset_copy, '!($self, /)', 'Return a shallow copy of a set.']],
    classmethods: [CLASS_GETITEM],
  });
}
