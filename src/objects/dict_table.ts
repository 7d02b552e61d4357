/**
 * The table inside a dict: entries in insertion order, and how a key is found among them (Objects/dictobject.c).
 *
 * Three ways to find a key, by what the dict holds:
 * - up to LINEAR_MAX *simple* keys: compare one after the other. A simple key is one whose equality is that of a JavaScript
 *   value: str, int, float and their plain subclasses, and objects compared by identity;
 * - more of them: a hash table of our own when all are small integers, else a Map from that JavaScript value to the entry;
 * - as soon as one key is not simple (tuple, bytes, a class with `__eq__`...): CPython's own open-addressing table with the
 *   keys' hashes, probed in CPython's order, so that `__eq__` is called when and on what CPython calls it.
 *
 * Sizes (`log2`, `usable`) follow CPython's keys object in all three cases: `sys.getsizeof` and addresses come from them.
 */
import type { PyContainer, PyObject, TypeBody } from '../heap/object.ts';
import { dictKeysFreeList } from '../heap/freelist.ts';
import { mayBeTracked, track } from '../heap/gc.ts';
import { free, malloc } from '../heap/pymalloc.ts';
import { decref, incref } from '../heap/refcount.ts';
import { eq } from '../protocols/compare.ts';
import { hash as hashOf } from '../protocols/object.ts';
import { hash, strHash } from '../text/hash.ts';
import { addSharedKey, sharedKeysSize } from './attributes.ts';
import { T_FLOAT } from './float.ts';
import { T_INT } from './int.ts';
import { T_OBJECT } from './object.ts';
import { T_BOOL, T_NONE } from './singletons.ts';
import { newStr, T_STR } from './str.ts';
import { T_TUPLE, tuple_hash, tuple_richcompare } from './tuple.ts';

/** The JavaScript value a simple key is found by. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type SimpleKey = any;

/**
 * A key and its value. The object is stable: caches of global names keep it. `value === null`: deleted, for ever.
 */
export class DictEntry {
  constructor(
    public key: PyObject,
    public value: PyObject | null,
    /** What the key is found by while the dict holds simple keys only. */
    public jk: SimpleKey,
    /** Position in `entries`. */
    public index: number,
  ) {}
}

/** Answer of `simpleKey` for a key that needs its hash and `__eq__`. */
export const NOT_SIMPLE = { toString: () => 'not simple' };

const LINEAR_MAX = 8;
const EMPTY = -1;
const DUMMY = -2;
const NO_ENTRIES: (DictEntry | null)[] = [];
const LOG_MINSIZE = 3;

export class DictBody {
  /** dk_entries up to dk_nentries; null where an entry was deleted. */
  entries: (DictEntry | null)[] = NO_ENTRIES;
  /** ma_used: live entries. */
  used = 0;
  /** Changes whenever a key is added or removed (not when a value changes). */
  keysVersion = 0;
  /** Finds simple keys once there are more than LINEAR_MAX entries. */
  map: Map<SimpleKey, DictEntry> | null = null;
  /** In place of `map` while every key is a 32-bit integer: position + 1 by hash, 0 where empty, DUMMY where deleted. */
  ints: Int32Array | null = null;
  /** dk_indices, when some key is not simple. */
  table: Int32Array | null = null;
  /** With `table`: low and high half of each entry's hash. */
  hashes: Int32Array | null = null;
  /** dk_log2_size; 0 for the shared empty keys. */
  log2 = 0;
  /** dk_usable. */
  usable = 0;
  /** DK_IS_UNICODE: every key is an exact str. */
  unicode = true;
  /** The class whose shared keys this instance `__dict__` uses (a split table); then `mem` is the block of values. */
  split: TypeBody | null = null;

  /** True when there is a key that is an exact str equal to `name` (for dicts of names, as types have). */
  hasStr(name: string): boolean {
    if (this.table === null) return lookupStr(this, name) !== null;
    return this.entries.some(e => e !== null && e.key.type === T_STR && e.key.v === name);
  }
}

export type PyDict = PyContainer<DictBody>;

/** USABLE_FRACTION and the size of the indices, by log2_size. */
const USABLE: number[] = [];
const INDEX_BYTES: number[] = [];
for (let log2 = 0; log2 < 48; log2++) {
  USABLE.push(log2 === 0 ? 0 : Math.floor((2 ** log2 * 2) / 3));
  INDEX_BYTES.push(2 ** (log2 < 8 ? log2 : log2 < 16 ? log2 + 1 : log2 + 2));
}

/** USABLE_FRACTION(1 << log2) */
export function usableFraction(log2: number): number {
  return USABLE[log2];
}

/** _PyDict_KeysSize: bytes of a keys object. */
export function keysBytes(log2: number, unicode: boolean): number {
  return 32 + INDEX_BYTES[log2] + USABLE[log2] * (unicode ? 16 : 24);
}

/**
 * calculate_log2_keysize: a table of at least `minsize` slots. As in 3.12, anything from 1 to 7 gives 16 slots, not 8, and a
 * power of two from 16 on gives the next one.
 */
export function log2Keysize(minsize: number): number {
  return 32 - Math.clz32(((minsize | 8) - 1) | 7);
}

/** estimate_log2_keysize: the smallest table that takes `n` entries. */
export function estimateLog2Keysize(n: number): number {
  return log2Keysize(Math.floor((n * 3 + 1) / 2));
}

function allocKeys(log2: number, unicode: boolean): number {
  if (log2 === LOG_MINSIZE && unicode) return dictKeysFreeList.pop() || malloc(120);
  return malloc(keysBytes(log2, unicode));
}

function freeKeys(addr: number, log2: number, unicode: boolean): void {
  if (log2 === LOG_MINSIZE && unicode && dictKeysFreeList.push(addr)) return;
  free(addr);
}

/** Gives the dict a fresh table for entries to come; it must have none. */
export function initKeys(d: PyDict, log2: number, unicode: boolean): void {
  const b = d.v;
  d.mem = allocKeys(log2, unicode);
  b.log2 = log2;
  b.usable = usableFraction(log2);
  b.unicode = unicode;
  b.entries = [];
}

/** Releases the block behind the table (keys object, or values of a split table). */
export function releaseKeys(d: PyDict): void {
  const b = d.v;
  if (d.mem === 0) return;
  if (b.split !== null) {
    b.split = null;
    free(d.mem);
  } else freeKeys(d.mem, b.log2, b.unicode);
  d.mem = 0;
}

/** _PyDict_SizeOf without the object itself: bytes of the table. */
export function tableBytes(b: DictBody): number {
  if (b.split !== null) return sharedKeysSize(b.split) * 8;
  return b.log2 === 0 ? 0 : keysBytes(b.log2, b.unicode);
}

/** The value that finds `key` among simple keys, or NOT_SIMPLE. */
export function simpleKey(key: PyObject): SimpleKey {
  const type = key.type;
  if (type === T_STR || type === T_INT || type === T_BOOL) return key.v;
  if (type === T_FLOAT) return floatKey(key);
  const tp_hash = type.tp_hash;
  const compare = type.tp_richcompare;
  if (tp_hash === T_OBJECT.tp_hash) return compare === T_OBJECT.tp_richcompare ? key : NOT_SIMPLE;
  if (tp_hash === T_STR.tp_hash) return compare === T_STR.tp_richcompare ? key.v : NOT_SIMPLE;
  if (tp_hash === T_INT.tp_hash) return compare === T_INT.tp_richcompare ? key.v : NOT_SIMPLE;
  return type === T_NONE ? key : NOT_SIMPLE;
}

function floatKey(key: PyObject<number>): SimpleKey {
  const v = key.v;
  if (v !== v) return key;
  if ((v >= 9007199254740992 || v <= -9007199254740992) && v - v === 0) return BigInt(v);
  return v;
}

// ---- lookup

/** The entry of `key`, or null. Raises what hashing or comparing raises. */
export function dict_lookup(d: PyDict, key: PyObject): DictEntry | null {
  const b = d.v;
  if (b.table === null) {
    if (key.type === T_STR) return lookupStr(b, key.v);
    const jk = simpleKey(key);
    if (jk !== NOT_SIMPLE) return lookupSimple(b, jk);
    hashOf(key);
    if (b.used === 0 || cannotEqualSimple(key.type)) return null;
    const { lo, hi } = hash;
    toTable(d);
    return lookupTable(d, key, lo, hi);
  }
  hashOf(key);
  return lookupTable(d, key, hash.lo, hash.hi);
}

/** Tuples are not simple and yet never equal a simple key: looking one up among simple keys needs no table. */
function cannotEqualSimple(type: TypeBody): boolean {
  return type.tp_hash === tuple_hash && type.tp_richcompare === tuple_richcompare;
}

function isSmall(jk: SimpleKey): jk is number {
  return typeof jk === 'number' && (jk | 0) === jk;
}

function lookupInt(b: DictBody, n: number): DictEntry | null {
  const ints = b.ints!;
  const entries = b.entries;
  const mask = ints.length - 1;
  let perturb = n >>> 0;
  for (let i = n & mask; ;) {
    const at = ints[i];
    if (at === 0) return null;
    if (at > 0) {
      const e = entries[at - 1]!;
      if (e.jk === n) return e;
    }
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
}

/** A free slot of `ints` for a number that is not there. */
function freeIntSlot(ints: Int32Array, n: number): number {
  const mask = ints.length - 1;
  let perturb = n >>> 0;
  let i = n & mask;
  while (ints[i] > 0) {
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
  return i;
}

/** The slot of `ints` that holds position `ix`. */
function intSlotOf(ints: Int32Array, n: number, ix: number): number {
  const mask = ints.length - 1;
  let perturb = n >>> 0;
  let i = n & mask;
  while (ints[i] !== ix + 1) {
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
  return i;
}

function buildInts(b: DictBody): void {
  const ints = new Int32Array(2 ** b.log2);
  const entries = b.entries;
  for (let ix = 0; ix < entries.length; ix++) {
    const e = entries[ix];
    if (e !== null) ints[freeIntSlot(ints, e.jk)] = ix + 1;
  }
  b.ints = ints;
}

function lookupStr(b: DictBody, s: string): DictEntry | null {
  if (b.ints !== null) return null;
  const map = b.map;
  if (map !== null) {
    const e = map.get(s);
    return e === undefined ? null : e;
  }
  const entries = b.entries;
  for (let i = 0; i < entries.length; i++) {
    const e = entries[i];
    if (e !== null && e.jk === s) return e;
  }
  return null;
}

function lookupSimple(b: DictBody, jk: SimpleKey): DictEntry | null {
  if (b.ints !== null) return isSmall(jk) ? lookupInt(b, jk) : null;
  const map = b.map;
  if (map !== null) {
    const e = map.get(jk);
    return e === undefined ? null : e;
  }
  const entries = b.entries;
  for (let i = 0; i < entries.length; i++) {
    const e = entries[i];
    if (e !== null && e.jk === jk) return e;
  }
  return null;
}

/** Probes the table as do_lookup does; `__eq__` runs only for equal hashes of objects that are not identical. */
function lookupTable(d: PyDict, key: PyObject, lo: number, hi: number): DictEntry | null {
  const b = d.v;
  restart: for (;;) {
    const table = b.table;
    if (table === null) return dict_lookup(d, key);
    const hashes = b.hashes!;
    const mask = table.length - 1;
    let perturbLo = lo;
    let perturbHi = hi;
    let i = lo & mask;
    for (;;) {
      const ix = table[i];
      if (ix === EMPTY) return null;
      if (ix >= 0) {
        const e = b.entries[ix]!;
        const known = e.key;
        if (known === key) return e;
        if (hashes[2 * ix] === lo && hashes[2 * ix + 1] === hi) {
          const verdict = quickEqual(known, key);
          if (verdict > 0) return e;
          if (verdict < 0) {
            known.rc++;
            let same: boolean;
            try {
              same = eq(known, key);
            } finally {
              decref(known);
            }
            if (b.table !== table || b.entries[ix] !== e) continue restart;
            if (same) {
              return e;
            }
          }
        }
      }
      perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
      perturbHi >>>= 5;
      i = (Math.imul(i, 5) + perturbLo + 1) & mask;
    }
  }
}

/**
 * Equality of two objects that are not identical, where it needs no protocol: 1 equal, 0 different, -1 unknown. Strings, ints,
 * and tuples of them.
 */
function quickEqual(a: PyObject, b: PyObject): number {
  const type = a.type;
  if (type !== b.type) return -1;
  if (type === T_STR || type === T_INT) return a.v === b.v ? 1 : 0;
  if (type !== T_TUPLE) return -1;
  const x: PyObject[] = a.v;
  const y: PyObject[] = b.v;
  if (x.length !== y.length) return 0;
  for (let i = 0; i < x.length; i++) {
    const p = x[i];
    const q = y[i];
    if (p === q) continue;
    if (p.type !== q.type || (p.type !== T_INT && p.type !== T_STR)) return -1;
    if (p.v !== q.v) return 0;
  }
  return 1;
}

/** The slot of dk_indices that holds entry `ix` whose hash begins as given (lookdict_index). */
function slotOf(b: DictBody, ix: number): number {
  const table = b.table!;
  const mask = table.length - 1;
  let perturbLo = b.hashes![2 * ix];
  let perturbHi = b.hashes![2 * ix + 1];
  let i = perturbLo & mask;
  while (table[i] !== ix) {
    perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
    perturbHi >>>= 5;
    i = (Math.imul(i, 5) + perturbLo + 1) & mask;
  }
  return i;
}

/** The entry of an exact str given as a JavaScript string, or null. */
export function lookupJsStr(d: PyDict, s: string): DictEntry | null {
  const b = d.v;
  if (b.table === null) return lookupStr(b, s);
  strHash(s);
  const { lo, hi } = hash;
  const table = b.table;
  const mask = table.length - 1;
  let perturbLo = lo;
  let perturbHi = hi;
  for (let i = lo & mask; ;) {
    const ix = table[i];
    if (ix === EMPTY) return null;
    if (ix >= 0 && b.hashes![2 * ix] === lo && b.hashes![2 * ix + 1] === hi) {
      const e = b.entries[ix]!;
      if (e.key.type === T_STR) {
        if (e.key.v === s) return e;
      } else {
        const key = newStr(s);
        try {
          return lookupTable(d, key, lo, hi);
        } finally {
          decref(key);
        }
      }
    }
    perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
    perturbHi >>>= 5;
    i = (Math.imul(i, 5) + perturbLo + 1) & mask;
  }
}

// ---- changing the table

/** Turns simple keys into a hashed table. */
function toTable(d: PyDict): void {
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
  b.ints = null;
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
  const entries: (DictEntry | null)[] = [];
  const hashes = oldHashes === null ? null : new Int32Array(2 * (usableFraction(log2) + 1));
  for (let i = 0; i < old.length; i++) {
    const e = old[i];
    if (e === null) continue;
    const index = entries.length;
    if (hashes !== null) {
      hashes[2 * index] = oldHashes![2 * i];
      hashes[2 * index + 1] = oldHashes![2 * i + 1];
    }
    e.index = index;
    entries.push(e);
  }
  releaseKeys(d);
  d.mem = addr;
  b.entries = entries;
  b.log2 = log2;
  b.unicode = unicode;
  b.usable = usableFraction(log2) - entries.length;
  if (b.ints !== null) buildInts(b);
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
  entries.push(e);
  b.used++;
  b.keysVersion++;
  if (b.map !== null) b.map.set(jk, e);
  else if (b.ints !== null) {
    if (isSmall(jk)) b.ints[freeIntSlot(b.ints, jk)] = entries.length;
    else buildMap(b);
  } else if (entries.length > LINEAR_MAX) buildIndex(b);
  return e;
}

/** There are too many entries to look through one after the other. */
function buildIndex(b: DictBody): void {
  if (b.unicode || !b.entries.every(e => e === null || isSmall(e.jk))) buildMap(b);
  else buildInts(b);
}

function buildMap(b: DictBody): void {
  const map = new Map<SimpleKey, DictEntry>();
  for (const e of b.entries) if (e !== null) map.set(e.jk, e);
  b.map = map;
  b.ints = null;
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
  entries.push(e);
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
      const e = typeof jk === 'string' ? lookupStr(b, jk) : lookupSimple(b, jk);
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

/** As dict_lookup, with the key's hash known. */
export function dict_lookupKnownHash(d: PyDict, key: PyObject, lo: number, hi: number): DictEntry | null {
  if (d.v.table === null) {
    const jk = simpleKey(key);
    if (jk !== NOT_SIMPLE) return lookupSimple(d.v, jk);
    if (d.v.used === 0 || cannotEqualSimple(key.type)) return null;
    toTable(d);
  }
  return lookupTable(d, key, lo, hi);
}

/** Leaves the hash of a live entry's key in `hash`; runs no code of the user's. */
export function entryHash(b: DictBody, e: DictEntry): void {
  if (b.table === null) return hashOf(e.key);
  hash.lo = b.hashes![2 * e.index];
  hash.hi = b.hashes![2 * e.index + 1];
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
  else if (b.ints !== null) b.ints[intSlotOf(b.ints, e.jk, e.index)] = DUMMY;
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
  const entries: (DictEntry | null)[] = [];
  for (let i = 0; i < from.length; i++) {
    const e = from[i];
    if (e === null) {
      entries.push(null);
      continue;
    }
    e.key.rc++;
    e.value!.rc++;
    entries.push(new DictEntry(e.key, e.value, e.jk, i));
  }
  b.entries = entries;
  if (source.table !== null) {
    b.table = source.table.slice();
    b.hashes = source.hashes!.slice();
  } else if (source.map !== null) buildMap(b);
  else if (source.ints !== null) b.ints = source.ints.slice();
}

/** Forgets every entry (marking them dead) and the table; answers them for the caller to release. */
export function takeEntries(d: PyDict): (DictEntry | null)[] {
  const b = d.v;
  const entries = b.entries;
  b.entries = NO_ENTRIES;
  b.used = 0;
  b.keysVersion++;
  b.map = null;
  b.ints = null;
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
