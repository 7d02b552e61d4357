/** The algebra of sets (Objects/setobject.c): what methods, operators and dict views share. */
import type { TypeBody, PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { getIter, iterNext } from '../protocols/iterator.ts';
import { hash as hashOf } from '../protocols/object.ts';
import { hash } from '../text/hash.ts';
import type { PyDict } from './dict.ts';
import { dict_lookupKnownHash, entryHash, T_DICT } from './dict.ts';
import { gcNew } from './object.ts';
import type { PySet } from './set_table.ts';
import {
  addEntry,
  addKey,
  addNew,
  clearTable,
  containsEntry,
  discardEntry,
  discardKey,
  mergeTable,
  nextSlot,
  reserve,
  resizeAwayDummies,
  SetBody,
  slotHash,
  toggleEntry,
} from './set_table.ts';
import { NotImplemented } from './singletons.ts';
import { isAnySet, isFrozenSet, T_FROZENSET, T_SET } from './set.ts';

/** make_new_set for a builtin type. */
export function makeNewSet(type: TypeBody, iterable: PyObject | null): PySet {
  const o = gcNew(type, new SetBody());
  if (iterable !== null) fill(o, iterable);
  return o;
}

export function fill(o: PySet, iterable: PyObject): void {
  try {
    set_update(o, iterable);
  } catch (e) {
    decref(o);
    throw e;
  }
}

/** The builtin type that results of operations have: frozenset for frozensets, else set. */
function baseType(o: PyObject): TypeBody {
  return isFrozenSet(o) ? T_FROZENSET : T_SET;
}

/** set_update_internal: all items of an iterable. */
export function set_update(o: PySet, other: PyObject): void {
  if (isAnySet(other)) return mergeTable(o, other);
  if (other.type === T_DICT) {
    const b = (other as PyDict).v;
    reserve(o, b.used);
    const entries = b.entries.slice();
    for (let i = 0; i < entries.length; i++) {
      const e = entries[i];
      if (e === null || e.value === null) continue;
      entryHash(b, e);
      addEntry(o, e.key, hash.lo, hash.hi);
    }
    return;
  }
  const it = getIter(other);
  try {
    for (let key = iterNext(it); key !== null; key = iterNext(it)) {
      try {
        addKey(o, key);
      } finally {
        decref(key);
      }
    }
  } finally {
    decref(it);
  }
}

/** Calls `visit` with every item of any iterable (borrowed) until it answers false; answers whether it never did. */
export function eachItem(iterable: PyObject, visit: (key: PyObject) => boolean): boolean {
  const it = getIter(iterable);
  try {
    for (let key = iterNext(it); key !== null; key = iterNext(it)) {
      try {
        if (!visit(key)) return false;
      } finally {
        decref(key);
      }
    }
  } finally {
    decref(it);
  }
  return true;
}

/**
 * Calls `visit` with every key (borrowed) and its hash; the set may change meanwhile. The operations below have this loop
 * in their own text, so that V8 inlines what is done with a key.
 */
export function set_forEach(o: PySet, visit: (key: PyObject, lo: number, hi: number) => void): void {
  const so = o.v;
  for (let i = nextSlot(so, 0); i >= 0; i = nextSlot(so, i + 1)) {
    const key = incref(so.keys[i]!);
    slotHash(so, i);
    try {
      visit(key, hash.lo, hash.hi);
    } finally {
      decref(key);
    }
  }
}

export function isSubset(a: PySet, b: PySet): boolean {
  const so = a.v;
  if (so.used > b.v.used) return false;
  for (let i = nextSlot(so, 0); i >= 0; i = nextSlot(so, i + 1)) {
    const key = incref(so.keys[i]!);
    slotHash(so, i);
    try {
      if (!containsEntry(b, key, hash.lo, hash.hi)) return false;
    } finally {
      decref(key);
    }
  }
  return true;
}

/** set_isdisjoint for two sets. */
export function isDisjoint(a: PySet, b: PySet): boolean {
  let from = a;
  let into = b;
  if (from.v.used > into.v.used) [from, into] = [into, from];
  const so = from.v;
  for (let i = nextSlot(so, 0); i >= 0; i = nextSlot(so, i + 1)) {
    const key = incref(so.keys[i]!);
    slotHash(so, i);
    try {
      if (containsEntry(into, key, hash.lo, hash.hi)) return false;
    } finally {
      decref(key);
    }
  }
  return true;
}

export function set_copyOf(o: PySet): PySet {
  return makeNewSet(baseType(o), o);
}

/** set_intersection. New reference. */
export function set_intersect(so: PySet, other: PyObject): PySet {
  if (so === other) return set_copyOf(so);
  const result = makeNewSet(baseType(so), null);
  try {
    if (isAnySet(other)) {
      if (other.v.used > so.v.used) addCommon(result, so, other);
      else addCommon(result, other, so);
    } else
      eachItem(other, key => {
        hashOf(key);
        const { lo, hi } = hash;
        if (containsEntry(so, key, lo, hi)) addEntry(result, key, lo, hi);
        return true;
      });
  } catch (e) {
    decref(result);
    throw e;
  }
  return result;
}

/** Adds to `result` the keys of `from` that are in `into`. */
function addCommon(result: PySet, from: PySet, into: PySet): void {
  const so = from.v;
  if (so.hashes === null && into.v.hashes === null) {
    // Nothing is called, no key comes twice.
    for (let i = nextSlot(so, 0); i >= 0; i = nextSlot(so, i + 1)) {
      const key = so.keys[i]!;
      slotHash(so, i);
      const { lo, hi } = hash;
      if (containsEntry(into, key, lo, hi)) addNew(result, key, lo, hi);
    }
    return;
  }
  for (let i = nextSlot(so, 0); i >= 0; i = nextSlot(so, i + 1)) {
    const key = incref(so.keys[i]!);
    slotHash(so, i);
    const { lo, hi } = hash;
    try {
      if (containsEntry(into, key, lo, hi)) addEntry(result, key, lo, hi);
    } finally {
      decref(key);
    }
  }
}

/** set_difference_update_internal */
export function set_differenceUpdate(so: PySet, other: PyObject): void {
  if (so === other) return clearTable(so);
  if (isAnySet(other)) {
    // Against a much larger set only the common keys matter.
    const common = other.v.used >> 3 > so.v.used ? set_intersect(so, other) : incref(other);
    try {
      discardAll(so, common);
    } finally {
      decref(common);
    }
  } else
    eachItem(other, key => {
      discardKey(so, key);
      return true;
    });
  resizeAwayDummies(so);
}

function discardAll(so: PySet, other: PySet): void {
  const from = other.v;
  for (let i = nextSlot(from, 0); i >= 0; i = nextSlot(from, i + 1)) {
    const key = incref(from.keys[i]!);
    slotHash(from, i);
    try {
      discardEntry(so, key, hash.lo, hash.hi);
    } finally {
      decref(key);
    }
  }
}

function copyAndDifference(so: PySet, other: PyObject): PySet {
  const result = set_copyOf(so);
  try {
    set_differenceUpdate(result, other);
  } catch (e) {
    decref(result);
    throw e;
  }
  return result;
}

/** set_difference. New reference. */
export function set_differenceOf(so: PySet, other: PyObject): PySet {
  let otherSize: number;
  if (isAnySet(other)) otherSize = other.v.used;
  else if (other.type === T_DICT) otherSize = (other as PyDict).v.used;
  else return copyAndDifference(so, other);
  if (so.v.used >> 2 > otherSize) return copyAndDifference(so, other);
  const result = makeNewSet(baseType(so), null);
  try {
    addMissing(result, so, other);
  } catch (e) {
    decref(result);
    throw e;
  }
  return result;
}

/** Adds to `result` the keys of `so` that are not in `other`, a set or dict. */
function addMissing(result: PySet, so: PySet, other: PyObject): void {
  const from = so.v;
  if (isAnySet(other) && from.hashes === null && other.v.hashes === null) {
    for (let i = nextSlot(from, 0); i >= 0; i = nextSlot(from, i + 1)) {
      const key = from.keys[i]!;
      slotHash(from, i);
      const { lo, hi } = hash;
      if (!containsEntry(other, key, lo, hi)) addNew(result, key, lo, hi);
    }
    return;
  }
  for (let i = nextSlot(from, 0); i >= 0; i = nextSlot(from, i + 1)) {
    const key = incref(from.keys[i]!);
    slotHash(from, i);
    const { lo, hi } = hash;
    try {
      const there = isAnySet(other)
        ? containsEntry(other, key, lo, hi)
        : dict_lookupKnownHash(other as PyDict, key, lo, hi) !== null;
      if (!there) addEntry(result, key, lo, hi);
    } finally {
      decref(key);
    }
  }
}

/** set_symmetric_difference_update */
export function set_symmetricDifferenceUpdate(so: PySet, other: PyObject): void {
  if (so === other) return clearTable(so);
  if (other.type === T_DICT) {
    for (const e of (other as PyDict).v.entries.slice()) {
      if (e === null || e.value === null) continue;
      entryHash((other as PyDict).v, e);
      toggleEntry(so, e.key, hash.lo, hash.hi);
    }
    return;
  }
  const otherset = isAnySet(other) ? incref(other) : makeNewSet(baseType(so), other);
  try {
    const from = otherset.v;
    for (let i = nextSlot(from, 0); i >= 0; i = nextSlot(from, i + 1)) {
      const key = incref(from.keys[i]!);
      slotHash(from, i);
      try {
        toggleEntry(so, key, hash.lo, hash.hi);
      } finally {
        decref(key);
      }
    }
  } finally {
    decref(otherset);
  }
}

export function set_symmetricDifferenceOf(so: PySet, other: PyObject): PySet {
  const result = makeNewSet(baseType(so), other);
  try {
    set_symmetricDifferenceUpdate(result, so);
  } catch (e) {
    decref(result);
    throw e;
  }
  return result;
}

export function set_unionOf(so: PySet, others: PyObject[]): PySet {
  const result = set_copyOf(so);
  try {
    for (const other of others) if (other !== so) set_update(result, other);
  } catch (e) {
    decref(result);
    throw e;
  }
  return result;
}

/** set_swap_bodies: `so` becomes what `other` (consumed) is. */
export function replaceBody(so: PySet, other: PySet): void {
  const body = so.v;
  so.v = other.v;
  other.v = body;
  // pop() goes on from where it was.
  so.v.finger = body.finger;
  const mem = so.mem;
  so.mem = other.mem;
  other.mem = mem;
  decref(other);
}

export function bothSets(op: (a: PySet, b: PySet) => PyObject): (a: PyObject, b: PyObject) => PyObject {
  return (a, b) => (isAnySet(a) && isAnySet(b) ? op(a, b) : NotImplemented);
}

export function inPlace(op: (a: PySet, b: PySet) => void): (a: PyObject, b: PyObject) => PyObject {
  return (a, b) => {
    if (!isAnySet(b)) return NotImplemented;
    op(a as PySet, b);
    return incref(a);
  };
}

export function set_intersectionUpdateWith(so: PySet, other: PyObject): void {
  replaceBody(so, set_intersect(so, other));
}
