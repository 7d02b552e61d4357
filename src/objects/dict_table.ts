/** Changing a dict's table: insertion, deletion, growth, copies (Objects/dictobject.c). */
import type { PyObject, TypeBody } from '../heap/object.ts';
import { mayBeTracked, track } from '../heap/gc.ts';
import { malloc } from '../heap/pymalloc.ts';
import { decref, incref } from '../heap/refcount.ts';
import { hash as hashOf } from '../protocols/object.ts';
import { hash } from '../text/hash.ts';
import { addSharedKey } from './attributes.ts';
import { T_STR, type PyStr } from './str.ts';
import type { DictBody, PyDict, SimpleKey } from './dict_body.ts';
import {
  allocKeys,
  DictEntry,
  DUMMY,
  EMPTY,
  estimateLog2Keysize,
  initKeys,
  keysBytes,
  LINEAR_MAX,
  log2Keysize,
  LOG_MINSIZE,
  NO_ENTRIES,
  NOT_SIMPLE,
  releaseKeys,
  simpleKey,
  usableFraction,
} from './dict_body.ts';
import {
  cannotEqualSimple,
  freeSlot,
  indexHash,
  isIndexable,
  lookupKey,
  lookupSimple,
  lookupTable,
  slotOf,
  slotOfEntry,
} from './dict_lookup.ts';

/** Turns simple keys into a hashed table. */
export function toTable(d: PyDict): void {
  const b = d.v;
  if (b.split !== null) dict_resize(d, estimateLog2Keysize(Math.max(b.used, 5)), true);
  const entries = b.entries;
  const hashes = new Int32Array(2 * (usableFraction(b.log2) + 1));
  for (let i = 0; i < entries.length; i++) {
    const e = entries[i];
    if (e === null) continue;
    hashOf(e.key);
    hashes[2 * i] = hash.lo;
    hashes[2 * i + 1] = hash.hi;
  }
  b.hashes = hashes;
  b.map = null;
  b.index = null;
  b.table = buildIndices(2 ** b.log2, entries, hashes);
}

/** build_indices */
function buildIndices(size: number, entries: (DictEntry | null)[], hashes: Int32Array): Int32Array {
  const table = new Int32Array(size).fill(EMPTY);
  for (let ix = 0; ix < entries.length; ix++) {
    if (entries[ix] !== null) table[emptySlot(table, hashes[2 * ix], hashes[2 * ix + 1])] = ix;
  }
  return table;
}

/** find_empty_slot */
function emptySlot(table: Int32Array, lo: number, hi: number): number {
  const mask = table.length - 1;
  let i = lo & mask;
  while (table[i] >= 0) {
    lo = (lo >>> 5) | (hi << 27);
    hi >>>= 5;
    i = (Math.imul(i, 5) + lo + 1) & mask;
  }
  return i;
}

/** dictresize: a new keys object of 2**log2 slots with the live entries moved together. Split tables become combined. */
export function dict_resize(d: PyDict, log2: number, unicode: boolean): void {
  const b = d.v;
  const addr = allocKeys(log2, unicode);
  const old = b.entries;
  const oldHashes = b.hashes;
  const hashes = oldHashes === null ? null : new Int32Array(2 * (usableFraction(log2) + 1));
  let entries = old;
  if (hashes !== null || b.used !== old.length || old === NO_ENTRIES) {
    entries = [];
    for (let i = 0; i < old.length; i++) {
      const e = old[i];
      if (e === null) continue;
      const index = entries.length;
      if (hashes !== null) {
        hashes[2 * index] = oldHashes![2 * i];
        hashes[2 * index + 1] = oldHashes![2 * i + 1];
      }
      e.index = index;
      entries[entries.length] = e;
    }
  }
  releaseKeys(d);
  d.mem = addr;
  b.entries = entries;
  b.log2 = log2;
  b.unicode = unicode;
  b.usable = usableFraction(log2) - entries.length;
  if (b.index !== null) b.index = filledIndex(b);
  if (hashes !== null) {
    b.hashes = hashes;
    b.table = buildIndices(2 ** log2, entries, hashes);
  }
}

/** insertion_resize: room for one more key (GROWTH_RATE: three times what is used). */
function insertionResize(d: PyDict, unicode: boolean): void {
  dict_resize(d, log2Keysize(d.v.used * 3), unicode);
}

/** Makes place for one more entry for `key`. */
function reserveOne(d: PyDict, key: PyObject): void {
  const b = d.v;
  const isStr = key.type === T_STR;
  if (b.split !== null) {
    if (isStr && splitHasRoom(b.split, key as PyObject<string>)) return;
    insertionResize(d, isStr);
  } else if (b.log2 === 0) initKeys(d, LOG_MINSIZE, isStr);
  else if (b.unicode && !isStr) insertionResize(d, false);
  else if (b.usable <= 0) insertionResize(d, b.unicode);
  b.usable--;
}

/** insert_into_dictkeys: true when the class's shared keys have the name now. */
function splitHasRoom(type: TypeBody, key: PyObject<string>): boolean {
  if (type.sharedKeys!.has(key.v)) return true;
  if (type.sharedKeysUsable <= 0) return false;
  addSharedKey(type, key);
  return true;
}

/** Adds a key known not to be there, found by `jk`. Consumes `value`, borrows `key`. */
export function insertSimple(d: PyDict, key: PyObject, jk: SimpleKey, value: PyObject): DictEntry {
  const b = d.v;
  if (b.usable > 0 && b.unicode && key.type === T_STR && b.split === null) b.usable--;
  else reserveOne(d, key);
  key.rc++;
  const entries = b.entries;
  const e = new DictEntry(key, value, jk, entries.length);
  entries[entries.length] = e;
  b.used++;
  b.keysVersion++;
  const index = b.index;
  if (index !== null) {
    if (isIndexable(key, jk)) {
      e.hash = indexHash(key, jk);
      index[freeSlot(index, e.hash)] = entries.length;
    } else buildMap(b);
  } else if (b.map !== null) b.map.set(jk, e);
  else if (entries.length > LINEAR_MAX) buildIndex(b);
  return e;
}

/** There are too many entries to look through one after the other. */
export function buildIndex(b: DictBody): void {
  // The room in a split table is not that of its keys.
  if (b.split !== null) return buildMap(b);
  const entries = b.entries;
  for (let ix = 0; ix < entries.length; ix++) {
    const e = entries[ix];
    if (e === null) continue;
    if (!isIndexable(e.key, e.jk)) return buildMap(b);
    e.hash = indexHash(e.key, e.jk);
  }
  b.index = filledIndex(b);
}

/** An index of all entries, whose hashes are known. */
function filledIndex(b: DictBody): Int32Array {
  const index = new Int32Array(2 ** b.log2);
  const entries = b.entries;
  for (let ix = 0; ix < entries.length; ix++) {
    const e = entries[ix];
    if (e !== null) index[freeSlot(index, e.hash)] = ix + 1;
  }
  return index;
}

function buildMap(b: DictBody): void {
  const map = new Map<SimpleKey, DictEntry>();
  for (const e of b.entries) if (e !== null) map.set(e.jk, e);
  b.map = map;
  b.index = null;
}

/** As insertSimple, into a hashed table. */
function insertTable(d: PyDict, key: PyObject, lo: number, hi: number, value: PyObject): DictEntry {
  const b = d.v;
  reserveOne(d, key);
  const entries = b.entries;
  const ix = entries.length;
  key.rc++;
  const e = new DictEntry(key, value, null, ix);
  if (b.table === null) toTable(d);
  entries[entries.length] = e;
  b.hashes![2 * ix] = lo;
  b.hashes![2 * ix + 1] = hi;
  b.table![emptySlot(b.table!, lo, hi)] = ix;
  b.used++;
  b.keysVersion++;
  return e;
}

/** MAINTAIN_TRACKING */
function maintainTracking(d: PyDict, key: PyObject, value: PyObject): void {
  if (d.gcNext === null && (mayBeTracked(value) || mayBeTracked(key))) track(d);
}

/** d[key] = value (insertdict). Borrows both. */
export function dict_setitem(d: PyDict, key: PyObject, value: PyObject): void {
  const b = d.v;
  if (b.table === null) {
    const jk = simpleKey(key);
    if (jk !== NOT_SIMPLE) {
      const e = key.type === T_STR ? lookupKey(b, key as PyStr) : lookupSimple(b, jk);
      value.rc++;
      if (e !== null) return replaceValue(d, e, key, value);
      insertSimple(d, key, jk, value);
      if (d.gcNext === null) maintainTracking(d, key, value);
      return;
    }
  }
  // Both are held while user code hashes and compares.
  key.rc++;
  value.rc++;
  try {
    hashOf(key);
  } catch (e) {
    decref(value);
    decref(key);
    throw e;
  }
  setHashed(d, key, hash.lo, hash.hi, value);
}

/** The slow half of dict_setitem: with the key's hash (insertdict). Consumes the key and the value. */
function setHashed(d: PyDict, key: PyObject, lo: number, hi: number, value: PyObject): void {
  const b = d.v;
  let e: DictEntry | null = null;
  try {
    if (b.table === null && b.used > 0 && !cannotEqualSimple(key.type)) toTable(d);
    if (b.table !== null) e = lookupTable(d, key, lo, hi);
  } catch (error) {
    decref(value);
    decref(key);
    throw error;
  }
  if (e !== null) replaceValue(d, e, key, value);
  else {
    insertTable(d, key, lo, hi, value);
    maintainTracking(d, key, value);
  }
  decref(key);
}

/** As dict_setitem, with the key's hash known (_PyDict_SetItem_KnownHash): its `__hash__` is not called. Borrows. */
export function dict_setitemKnownHash(d: PyDict, key: PyObject, lo: number, hi: number, value: PyObject): void {
  if (d.v.table === null && simpleKey(key) !== NOT_SIMPLE) dict_setitem(d, key, value);
  else {
    key.rc++;
    value.rc++;
    setHashed(d, key, lo, hi, value);
  }
}

/** Consumes `value`. */
function replaceValue(d: PyDict, e: DictEntry, key: PyObject, value: PyObject): void {
  if (d.gcNext === null) maintainTracking(d, key, value);
  const old = e.value!;
  e.value = value;
  decref(old);
}

/**
 * The entry of `key`, made with `value` (borrowed) when it is not there (PyDict_SetDefault): hashed once.
 */
export function dict_setdefaultEntry(d: PyDict, key: PyObject, value: PyObject): DictEntry {
  const b = d.v;
  if (b.table === null) {
    const jk = simpleKey(key);
    if (jk !== NOT_SIMPLE) {
      const e = lookupSimple(b, jk);
      if (e !== null) return e;
      const made = insertSimple(d, key, jk, incref(value));
      maintainTracking(d, key, value);
      return made;
    }
  }
  hashOf(key);
  const { lo, hi } = hash;
  if (b.table === null && b.used > 0 && !cannotEqualSimple(key.type)) toTable(d);
  const e = b.table === null ? null : lookupTable(d, key, lo, hi);
  if (e !== null) return e;
  const made = insertTable(d, key, lo, hi, incref(value));
  maintainTracking(d, key, value);
  return made;
}

/** Takes a live entry out of the table (delitem_common); the caller then owns its key and the value answered. */
export function removeEntry(d: PyDict, e: DictEntry): PyObject {
  const b = d.v;
  const value = e.value!;
  if (b.table !== null) b.table[slotOf(b, e.index)] = DUMMY;
  else if (b.map !== null) b.map.delete(e.jk);
  else if (b.index !== null) b.index[slotOfEntry(b.index, e)] = DUMMY;
  b.entries[e.index] = null;
  b.used--;
  b.keysVersion++;
  e.value = null;
  return value;
}

/** Entry `e` is the last: forgets its place, too (dict_popitem). */
export function removeLastEntry(d: PyDict, e: DictEntry): PyObject {
  const value = removeEntry(d, e);
  d.v.entries.length = e.index;
  return value;
}

/** Copies the table of `source` into the empty `d` as it is, holes included (clone_combined_dict_keys). */
export function cloneKeys(d: PyDict, source: DictBody): void {
  const b = d.v;
  d.mem = malloc(keysBytes(source.log2, source.unicode));
  b.log2 = source.log2;
  b.unicode = source.unicode;
  b.usable = source.usable;
  b.used = source.used;
  b.keysVersion++;
  const from = source.entries;
  const entries = from.slice();
  for (let i = 0; i < entries.length; i++) {
    const e = entries[i];
    if (e === null) continue;
    const { key, value } = e;
    ++key.rc;
    ++value!.rc;
    const copy = new DictEntry(key, value, e.jk, i);
    copy.hash = e.hash;
    entries[i] = copy;
  }
  b.entries = entries;
  // A Map is made by the first search: many a copy is only looked through.
  if (source.table !== null) {
    b.table = source.table.slice();
    b.hashes = source.hashes!.slice();
  } else if (source.index !== null) b.index = source.index.slice();
}

/** Forgets every entry (marking them dead) and the table; answers them for the caller to release. */
export function takeEntries(d: PyDict): (DictEntry | null)[] {
  const b = d.v;
  const entries = b.entries;
  b.entries = NO_ENTRIES;
  b.used = 0;
  b.keysVersion++;
  b.map = null;
  b.index = null;
  b.table = null;
  b.hashes = null;
  return entries;
}

/** Ends `takeEntries`: the table's block goes, the dict shares the empty keys again. */
export function resetKeys(d: PyDict): void {
  releaseKeys(d);
  const b = d.v;
  b.log2 = 0;
  b.usable = 0;
  b.unicode = true;
}
