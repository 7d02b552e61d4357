/**
 * The table inside a dict: entries in insertion order, and the block they would take (Objects/dictobject.c).
 * Finding a key is in dict_lookup.ts, changing the table in dict_table.ts.
 *
 * Three ways to find a key, by what the dict holds:
 * - up to LINEAR_MAX *simple* keys: compare one after the other. A simple key is one whose equality is that of a JavaScript
 *   value: str, int, float and their plain subclasses, and objects compared by identity;
 * - more of them: a hash table of our own while all are exact strs and small integers, else a Map from that JavaScript value
 *   to the entry;
 * - as soon as one key is not simple (tuple, bytes, a class with `__eq__`...): CPython's own open-addressing table with the
 *   keys' hashes, probed in CPython's order, so that `__eq__` is called when and on what CPython calls it.
 *
 * Sizes (`log2`, `usable`) follow CPython's keys object in all three cases: `sys.getsizeof` and addresses come from them.
 */
import type { PyContainer, PyObject, TypeBody } from '../heap/object.ts';
import { dictKeysFreeList } from '../heap/freelist.ts';
import { free, malloc } from '../heap/pymalloc.ts';
import { sharedKeysSize } from './attributes.ts';
import { T_FLOAT } from './float.ts';
import { T_INT } from './int.ts';
import { T_OBJECT } from './object.ts';
import { T_BOOL, T_NONE } from './singletons.ts';
import { T_STR } from './str.ts';
import { lookupStr } from './dict_lookup.ts';

/** The JavaScript value a simple key is found by. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type SimpleKey = any;

/**
 * A key and its value. The object is stable: caches of global names keep it. `value === null`: deleted, for ever.
 */
export class DictEntry {
  /** By what `index` finds the key, where there is one. */
  hash = 0;
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

/** Up to this many entries are looked through one after the other. */
export const LINEAR_MAX = 8;
/** In the indices: no entry, and a deleted one. */
export const EMPTY = -1;
export const DUMMY = -2;
export const NO_ENTRIES: (DictEntry | null)[] = [];
/** PyDict_LOG_MINSIZE */
export const LOG_MINSIZE = 3;

export class DictBody {
  /** dk_entries up to dk_nentries; null where an entry was deleted. */
  entries: (DictEntry | null)[] = NO_ENTRIES;
  /** ma_used: live entries. */
  used = 0;
  /** Changes whenever a key is added or removed (not when a value changes). */
  keysVersion = 0;
  /** Finds simple keys once there are more than LINEAR_MAX entries. */
  map: Map<SimpleKey, DictEntry> | null = null;
  /**
   * In place of `map` while every key is an exact str or a 32-bit integer: position + 1 by hash (the integer itself, or
   * strKeyHash), 0 where empty, DUMMY where deleted.
   */
  index: Int32Array | null = null;
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

export function allocKeys(log2: number, unicode: boolean): number {
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
