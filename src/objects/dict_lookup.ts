/** How a key is found among a dict's entries (do_lookup in Objects/dictobject.c); see dict_body.ts for the three ways. */
import type { PyObject, TypeBody } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { eq } from '../protocols/compare.ts';
import { hash as hashOf } from '../protocols/object.ts';
import { hash, strHash } from '../text/hash.ts';
import { T_INT } from './int.ts';
import { newStr, strKeyHash, T_STR, textHash, type PyStr } from './str.ts';
import { T_TUPLE, tuple_hash, tuple_richcompare } from './tuple.ts';
import type { DictBody, DictEntry, PyDict, SimpleKey } from './dict_body.ts';
import { EMPTY, LINEAR_MAX, NOT_SIMPLE, simpleKey } from './dict_body.ts';
import { buildIndex, toTable } from './dict_table.ts';

/** The entry of `key`, or null. Raises what hashing or comparing raises. */
export function dict_lookup(d: PyDict, key: PyObject): DictEntry | null {
  const b = d.v;
  if (b.table === null) {
    if (key.type === T_STR) return lookupKey(b, key as PyStr);
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
export function cannotEqualSimple(type: TypeBody): boolean {
  return type.tp_hash === tuple_hash && type.tp_richcompare === tuple_richcompare;
}

function isSmall(jk: SimpleKey): jk is number {
  return typeof jk === 'number' && (jk | 0) === jk;
}

/** The hash by which `index` finds a key. */
export function indexHash(key: PyObject, jk: SimpleKey): number {
  return typeof jk === 'number' ? jk : strKeyHash(key as PyStr);
}

/** May the key be in an `index`? */
export function isIndexable(key: PyObject, jk: SimpleKey): boolean {
  return key.type === T_STR || isSmall(jk);
}

function lookupInt(b: DictBody, n: number): DictEntry | null {
  const index = b.index!;
  const entries = b.entries;
  const mask = index.length - 1;
  let perturb = n >>> 0;
  for (let i = n & mask; ;) {
    const at = index[i];
    if (at === 0) return null;
    if (at > 0) {
      const e = entries[at - 1]!;
      if (e.hash === n && typeof e.jk === 'number') return e;
    }
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
}

function lookupText(b: DictBody, s: string, h: number): DictEntry | null {
  const index = b.index!;
  const entries = b.entries;
  const mask = index.length - 1;
  let perturb = h;
  for (let i = h & mask; ;) {
    const at = index[i];
    if (at === 0) return null;
    if (at > 0) {
      const e = entries[at - 1]!;
      if (e.hash === h && e.jk === s) return e;
    }
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
}

/** A free slot of `index` for a hash. */
export function freeSlot(index: Int32Array, hash: number): number {
  const mask = index.length - 1;
  let perturb = hash >>> 0;
  let i = hash & mask;
  while (index[i] > 0) {
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
  return i;
}

/** The slot of `index` that holds an entry. */
export function slotOfEntry(index: Int32Array, e: DictEntry): number {
  const mask = index.length - 1;
  let perturb = e.hash >>> 0;
  let i = e.hash & mask;
  while (index[i] !== e.index + 1) {
    perturb >>>= 5;
    i = (i * 5 + perturb + 1) & mask;
  }
  return i;
}

/** The entry of an exact str among simple keys. */
export function lookupKey(b: DictBody, key: PyStr): DictEntry | null {
  return b.index !== null ? lookupText(b, key.v, strKeyHash(key)) : lookupStr(b, key.v);
}

/** The same for a JavaScript string. */
export function lookupStr(b: DictBody, s: string): DictEntry | null {
  if (b.index !== null) return lookupText(b, s, textHash(s));
  const map = b.map;
  if (map !== null) {
    const e = map.get(s);
    return e === undefined ? null : e;
  }
  const entries = b.entries;
  if (entries.length > LINEAR_MAX) {
    buildIndex(b);
    return lookupStr(b, s);
  }
  for (let i = 0; i < entries.length; i++) {
    const e = entries[i];
    if (e !== null && e.jk === s) return e;
  }
  return null;
}

export function lookupSimple(b: DictBody, jk: SimpleKey): DictEntry | null {
  if (b.index !== null) {
    if (isSmall(jk)) return lookupInt(b, jk);
    return typeof jk === 'string' ? lookupText(b, jk, textHash(jk)) : null;
  }
  const map = b.map;
  if (map !== null) {
    const e = map.get(jk);
    return e === undefined ? null : e;
  }
  const entries = b.entries;
  if (entries.length > LINEAR_MAX) {
    buildIndex(b);
    return lookupSimple(b, jk);
  }
  for (let i = 0; i < entries.length; i++) {
    const e = entries[i];
    if (e !== null && e.jk === jk) return e;
  }
  return null;
}

/** Probes the table as do_lookup does; `__eq__` runs only for equal hashes of objects that are not identical. */
export function lookupTable(d: PyDict, key: PyObject, lo: number, hi: number): DictEntry | null {
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
export function slotOf(b: DictBody, ix: number): number {
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
