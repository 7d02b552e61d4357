/** The views that dict.keys(), values() and items() answer (Objects/dictobject.c). */
import type { PyContainer, PyObject, Visit } from '../heap/object.ts';
import { TPFLAGS_HAVE_GC, TypeBody } from '../heap/object.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE } from '../heap/slots.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { decref, incref } from '../heap/refcount.ts';
import { eq } from '../protocols/compare.ts';
import { getIter, iterNext } from '../protocols/iterator.ts';
import { reprString } from '../protocols/object.ts';
import { contains, size } from '../protocols/sequence.ts';
import type { GetSetRow, MethodRow } from './define.ts';
import { defineType } from './define.ts';
import type { PyDict } from './dict.ts';
import { dict_lookup, T_DICT } from './dict.ts';
import {
  newDictIter,
  T_DICT_ITEMITERATOR,
  T_DICT_KEYITERATOR,
  T_DICT_REVERSEITEMITERATOR,
  T_DICT_REVERSEKEYITERATOR,
  T_DICT_REVERSEVALUEITERATOR,
  T_DICT_VALUEITERATOR,
} from './dict_iter.ts';
import { newMappingProxy } from './mappingproxy.ts';
import { gcNew } from './object.ts';
import { reprEnter, reprLeave } from './repr_guard.ts';
import { isAnySet, newSet, set_add, T_SET, type PySet } from './set.ts';
import { set_differenceUpdate, set_intersect, set_symmetricDifferenceUpdate, set_update } from './set_operations.ts';
import { bool, NotImplemented } from './singletons.ts';
import { newStr } from './str.ts';
import { isTuple } from './tuple.ts';

/** `v` is the dict, owned. */
export type PyDictView = PyContainer<PyDict>;

export const T_DICT_KEYS = new TypeBody('dict_keys');
export const T_DICT_VALUES = new TypeBody('dict_values');
export const T_DICT_ITEMS = new TypeBody('dict_items');

function newView(d: PyDict, type: TypeBody): PyObject {
  d.rc++;
  return gcNew(type, d);
}

/** d.keys() */
export function dictkeys_new(d: PyDict): PyObject {
  return newView(d, T_DICT_KEYS);
}
/** d.values() */
export function dictvalues_new(d: PyDict): PyObject {
  return newView(d, T_DICT_VALUES);
}
/** d.items() */
export function dictitems_new(d: PyDict): PyObject {
  return newView(d, T_DICT_ITEMS);
}

function isView(o: PyObject): boolean {
  return o.type === T_DICT_KEYS || o.type === T_DICT_ITEMS;
}

function dictview_dealloc(o: PyObject): void {
  const view = o as PyDictView;
  untrack(view);
  decref(view.v);
  gcFree(view);
}

function dictview_traverse(o: PyContainer, visit: Visit): void {
  visit((o as PyDictView).v, 'mapping');
}

function dictview_len(o: PyObject): number {
  return (o as PyDictView).v.v.used;
}

/** `dict_keys([...])` of a list of the view's items. */
function dictview_repr(o: PyObject): PyObject {
  if (!reprEnter(o)) return newStr('...');
  try {
    const parts: string[] = [];
    eachItem(o, item => {
      parts.push(reprString(item));
      return true;
    });
    return newStr(`${o.type.name}([${parts.join(', ')}])`);
  } finally {
    reprLeave(o);
  }
}

/** Calls `visit` with every item (borrowed) until it answers false; answers whether it never did. */
function eachItem(iterable: PyObject, visit: (item: PyObject) => boolean): boolean {
  const it = getIter(iterable);
  try {
    for (let item = iterNext(it); item !== null; item = iterNext(it)) {
      try {
        if (!visit(item)) return false;
      } finally {
        decref(item);
      }
    }
  } finally {
    decref(it);
  }
  return true;
}

/** all_contained_in */
function allContainedIn(a: PyObject, b: PyObject): boolean {
  return eachItem(a, item => contains(b, item));
}

function dictview_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (!isAnySet(b) && !isView(b)) return NotImplemented;
  const m = size(a);
  const n = size(b);
  switch (op) {
    case Py_EQ:
    case Py_NE:
      return bool((m === n && allContainedIn(a, b)) === (op === Py_EQ));
    case Py_LT:
      return bool(m < n && allContainedIn(a, b));
    case Py_LE:
      return bool(m <= n && allContainedIn(a, b));
    case Py_GT:
      return bool(m > n && allContainedIn(b, a));
    case Py_GE:
      return bool(m >= n && allContainedIn(b, a));
  }
  return NotImplemented;
}

// ---- set operations: the left operand may be any iterable, as the slots serve both sides

/** A set of the items of `start` (dictviews_to_set), changed by `fill`. */
function withResult(start: PyObject | null, fill: (result: PySet) => void): PyObject {
  const result = newSet();
  try {
    if (start !== null) set_update(result, start.type === T_DICT_KEYS && start.v.type === T_DICT ? start.v : start);
    fill(result);
  } catch (e) {
    decref(result);
    throw e;
  }
  return result;
}

function dictviews_sub(a: PyObject, b: PyObject): PyObject {
  return withResult(a, result => set_differenceUpdate(result, b));
}

function dictviews_and(a: PyObject, b: PyObject): PyObject {
  // The arguments are swapped so that the right operand's items are looked up in the view.
  if (!isView(a)) [a, b] = [b, a];
  if (b.type === T_SET && dictview_len(a) <= size(b)) return set_intersect(b as PySet, a);
  if (isView(b) && dictview_len(b) > dictview_len(a)) [a, b] = [b, a];
  return withResult(null, result => {
    eachItem(b, item => {
      if (viewContains(a, item)) set_add(result, item);
      return true;
    });
  });
}

function dictviews_or(a: PyObject, b: PyObject): PyObject {
  return withResult(a, result => set_update(result, b));
}

function dictviews_xor(a: PyObject, b: PyObject): PyObject {
  return withResult(a, result => set_symmetricDifferenceUpdate(result, b));
}

function dictviews_isdisjoint(self: PyDictView, other: PyObject): PyObject {
  if (self === other) return bool(dictview_len(self) === 0);
  let left: PyObject = self;
  if (isAnySet(other) || isView(other)) {
    if (size(other) > size(self)) [left, other] = [other, left];
  }
  return bool(eachItem(other, item => !contains(left, item)));
}

function viewContains(view: PyObject, item: PyObject): boolean {
  return view.type === T_DICT_KEYS ? dictkeys_contains(view, item) : dictitems_contains(view, item);
}

function dictkeys_contains(o: PyObject, key: PyObject): boolean {
  return dict_lookup((o as PyDictView).v, key) !== null;
}

function dictitems_contains(o: PyObject, item: PyObject): boolean {
  if (!isTuple(item) || item.v.length !== 2) return false;
  const e = dict_lookup((o as PyDictView).v, item.v[0]);
  if (e === null) return false;
  const found = incref(e.value!);
  try {
    return found === item.v[1] || eq(found, item.v[1]);
  } finally {
    decref(found);
  }
}

const MAPPING: GetSetRow[] = [
  ['mapping', o => newMappingProxy((o as PyDictView).v), null, 'the dictionary that this view looks at'],
];

/** The reverse iterator over a view of the given kind. */
function reversedAs(type: TypeBody): MethodRow {
  return [
    '__reversed__',
    (self: PyDictView) => newDictIter(self.v, type),
    '!($self, /)',
    'Return a reverse iterator over the dict keys.',
  ];
}

const ISDISJOINT: MethodRow = [
  'isdisjoint',
  dictviews_isdisjoint,
  '!($self, other, /)',
  'Return True if the view and the given iterable have a null intersection.',
];

export function initDictViews(): void {
  const common = {
    tp_dealloc: dictview_dealloc,
    tp_traverse: dictview_traverse,
    tp_repr: dictview_repr,
    sq_length: dictview_len,
  };
  const setlike = {
    ...common,
    tp_richcompare: dictview_richcompare,
    nb_subtract: dictviews_sub,
    nb_and: dictviews_and,
    nb_xor: dictviews_xor,
    nb_or: dictviews_or,
  };
  defineType(T_DICT_KEYS, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 24,
    slots: {
      ...setlike,
      sq_contains: dictkeys_contains,
      tp_iter: o => newDictIter((o as PyDictView).v, T_DICT_KEYITERATOR),
    },
    methods: [ISDISJOINT, reversedAs(T_DICT_REVERSEKEYITERATOR)],
    getset: MAPPING,
  });
  defineType(T_DICT_ITEMS, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 24,
    slots: {
      ...setlike,
      sq_contains: dictitems_contains,
      tp_iter: o => newDictIter((o as PyDictView).v, T_DICT_ITEMITERATOR),
    },
    methods: [ISDISJOINT, reversedAs(T_DICT_REVERSEITEMITERATOR)],
    getset: MAPPING,
  });
  defineType(T_DICT_VALUES, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 24,
    slots: { ...common, tp_iter: o => newDictIter((o as PyDictView).v, T_DICT_VALUEITERATOR) },
    methods: [reversedAs(T_DICT_REVERSEVALUEITERATOR)],
    getset: MAPPING,
  });
}
