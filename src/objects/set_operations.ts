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
    for (const e of b.entries.slice()) {
      if (e === null || e.value === null) continue;
      entryHash(b, e);
      addEntry(o, e.key, hash.lo, hash.hi);
    }
    return;
  }
  eachItem(other, key => {
    addKey(o, key);
    return true;
  });
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

/** As eachItem over a set's own keys with their hashes; the set may change meanwhile. */
export function eachEntry(o: PySet, visit: (key: PyObject, lo: number, hi: number) => boolean): boolean {
  const so = o.v;
  for (let i = nextSlot(so, 0); i >= 0; i = nextSlot(so, i + 1)) {
    const key = so.keys[i]!;
    slotHash(so, i);
    key.rc++;
    try {
      if (!visit(key, hash.lo, hash.hi)) return false;
    } finally {
      decref(key);
    }
  }
  return true;
}

/** Calls `visit` with every key (borrowed) and its hash. */
export function set_forEach(o: PySet, visit: (key: PyObject, lo: number, hi: number) => void): void {
  eachEntry(o, (key, lo, hi) => {
    visit(key, lo, hi);
    return true;
  });
}

export function isSubset(a: PySet, b: PySet): boolean {
  if (a.v.used > b.v.used) return false;
  return eachEntry(a, (key, lo, hi) => containsEntry(b, key, lo, hi));
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
      let from: PySet = other;
      let into: PySet = so;
      if (from.v.used > into.v.used) [from, into] = [into, from];
      eachEntry(from, (key, lo, hi) => {
        if (containsEntry(into, key, lo, hi)) addEntry(result, key, lo, hi);
        return true;
      });
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

/** set_difference_update_internal */
export function set_differenceUpdate(so: PySet, other: PyObject): void {
  if (so === other) return clearTable(so);
  if (isAnySet(other)) {
    // Against a much larger set only the common keys matter.
    const common = other.v.used >> 3 > so.v.used ? set_intersect(so, other) : incref(other);
    try {
      eachEntry(common, (key, lo, hi) => {
        discardEntry(so, key, lo, hi);
        return true;
      });
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
    eachEntry(so, (key, lo, hi) => {
      const there = isAnySet(other)
        ? containsEntry(other, key, lo, hi)
        : dict_lookupKnownHash(other as PyDict, key, lo, hi) !== null;
      if (!there) addEntry(result, key, lo, hi);
      return true;
    });
  } catch (e) {
    decref(result);
    throw e;
  }
  return result;
}

/** set_symmetric_difference_update */
export function set_symmetricDifferenceUpdate(so: PySet, other: PyObject): void {
  if (so === other) return clearTable(so);
  const toggle = (key: PyObject, lo: number, hi: number): boolean => {
    if (!discardEntry(so, key, lo, hi)) addEntry(so, key, lo, hi);
    return true;
  };
  if (other.type === T_DICT) {
    for (const e of (other as PyDict).v.entries.slice()) {
      if (e === null || e.value === null) continue;
      entryHash((other as PyDict).v, e);
      toggle(e.key, hash.lo, hash.hi);
    }
    return;
  }
  const otherset = isAnySet(other) ? incref(other) : makeNewSet(baseType(so), other);
  try {
    eachEntry(otherset, toggle);
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
