/**
 * The hash table of set and frozenset, slot for slot as in Objects/setobject.c: the iteration order of a set is the order
 * of its table.
 */
import { PyAtom, TypeBody, type PyContainer, type PyObject } from '../heap/object.ts';
import { free, malloc } from '../heap/pymalloc.ts';
import { decref } from '../heap/refcount.ts';
import { eq } from '../protocols/compare.ts';
import { hash as hashOf } from '../protocols/object.ts';
import { hash } from '../text/hash.ts';
import { T_INT } from './int.ts';
import { T_STR } from './str.ts';

/** PySet_MINSIZE: the table inside the object. */
export const MINSIZE = 8;
const LINEAR_PROBES = 9;

/** Stands in the slot of a removed key. */
export const DUMMY: PyObject = new PyAtom(1, new TypeBody('<set dummy>'), 0, null, 0);

export class SetBody {
  keys: (PyObject | null)[] = emptyKeys(MINSIZE);
  /** Halves of the keys' hashes, by slot. */
  lo: number[] = emptyHashes(MINSIZE);
  hi: number[] = emptyHashes(MINSIZE);
  mask = MINSIZE - 1;
  /** Keys and dummies. */
  fill = 0;
  used = 0;
  /** Where pop() looks next. */
  finger = 0;
  /** A frozenset's hash, once known. */
  hashed = false;
  hashLo = 0;
  hashHi = 0;
}

export type PySet = PyContainer<SetBody>;

function emptyKeys(n: number): (PyObject | null)[] {
  if (n === MINSIZE) return [null, null, null, null, null, null, null, null];
  return new Array<PyObject | null>(n).fill(null);
}

function emptyHashes(n: number): number[] {
  if (n === MINSIZE) return [0, 0, 0, 0, 0, 0, 0, 0];
  return new Array<number>(n).fill(0);
}

/** Last dummy that `lookkey` passed, or -1: where an absent key goes (the `freeslot` of set_add_entry). */
let freeslot = -1;

/** set_lookkey: the slot of the key, or the empty slot where it is not. */
export function lookkey(o: PySet, key: PyObject, lo: number, hi: number): number {
  restart: for (;;) {
    const so = o.v;
    freeslot = -1;
    const { keys, lo: los, hi: his, mask } = so;
    let perturbLo = lo;
    let perturbHi = hi;
    let i = lo & mask;
    for (;;) {
      let probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
      let at = i;
      do {
        const known = keys[at];
        if (known === null) return at;
        if (los[at] === lo && his[at] === hi) {
          if (known === key) return at;
          if (known.type === T_STR && key.type === T_STR) {
            if (known.v === key.v) return at;
          } else if (known.type === T_INT && key.type === T_INT) {
            if (known.v === key.v) return at;
          } else {
            const free = freeslot;
            known.rc++;
            let same: boolean;
            try {
              same = eq(known, key);
            } finally {
              decref(known);
            }
            if (o.v !== so || so.keys !== keys || keys[at] !== known) continue restart;
            if (same) return at;
            freeslot = free;
          }
        } else if (known === DUMMY) freeslot = at;
        at++;
      } while (probes-- > 0);
      perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
      perturbHi >>>= 5;
      i = (Math.imul(i, 5) + 1 + perturbLo) & mask;
    }
  }
}

/** set_insert_clean: into a table known to have no equal key and no dummies. */
function insertClean(so: SetBody, key: PyObject, lo: number, hi: number): void {
  const { keys, mask } = so;
  let perturbLo = lo;
  let perturbHi = hi;
  let i = lo & mask;
  for (;;) {
    let probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    let at = i;
    do {
      if (keys[at] === null) {
        keys[at] = key;
        so.lo[at] = lo;
        so.hi[at] = hi;
        return;
      }
      at++;
    } while (probes-- > 0);
    perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
    perturbHi >>>= 5;
    i = (Math.imul(i, 5) + 1 + perturbLo) & mask;
  }
}

/** set_table_resize: a table of more than `minused` slots without dummies. */
export function tableResize(o: PySet, minused: number): void {
  const so = o.v;
  let newsize = MINSIZE;
  while (newsize <= minused) newsize *= 2;
  if (newsize === MINSIZE && so.mask === MINSIZE - 1 && so.fill === so.used) return;
  const mem = newsize === MINSIZE ? 0 : malloc(16 * newsize);
  const { keys, lo, hi } = so;
  so.keys = emptyKeys(newsize);
  so.lo = emptyHashes(newsize);
  so.hi = emptyHashes(newsize);
  so.mask = newsize - 1;
  so.fill = so.used;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key !== null && key !== DUMMY) insertClean(so, key, lo[i], hi[i]);
  }
  if (o.mem !== 0) free(o.mem);
  o.mem = mem;
}

/** The size set_add_entry grows to. */
function growth(used: number): number {
  return used > 50000 ? used * 2 : used * 4;
}

/** set_add_entry: borrows the key; false when it was there. */
export function addEntry(o: PySet, key: PyObject, lo: number, hi: number): boolean {
  // The comparison may drop the caller's last reference.
  key.rc++;
  let at: number;
  try {
    at = lookkey(o, key, lo, hi);
  } catch (e) {
    decref(key);
    throw e;
  }
  const so = o.v;
  if (so.keys[at] !== null) {
    decref(key);
    return false;
  }
  so.used++;
  if (freeslot >= 0) at = freeslot;
  else so.fill++;
  so.keys[at] = key;
  so.lo[at] = lo;
  so.hi[at] = hi;
  if (freeslot >= 0) return true;
  if (so.fill * 5 >= so.mask * 3) tableResize(o, growth(so.used));
  return true;
}

/** set_add_key */
export function addKey(o: PySet, key: PyObject): boolean {
  hashOf(key);
  return addEntry(o, key, hash.lo, hash.hi);
}

/** set_contains_entry */
export function containsEntry(o: PySet, key: PyObject, lo: number, hi: number): boolean {
  const at = lookkey(o, key, lo, hi);
  return o.v.keys[at] !== null;
}

/** set_contains_key */
export function containsKey(o: PySet, key: PyObject): boolean {
  hashOf(key);
  const at = lookkey(o, key, hash.lo, hash.hi);
  return o.v.keys[at] !== null;
}

/** set_discard_entry: false when the key was not there. */
export function discardEntry(o: PySet, key: PyObject, lo: number, hi: number): boolean {
  const at = lookkey(o, key, lo, hi);
  const so = o.v;
  const old = so.keys[at];
  if (old === null) return false;
  so.keys[at] = DUMMY;
  so.lo[at] = -1;
  so.hi[at] = -1;
  so.used--;
  decref(old);
  return true;
}

/** set_discard_key */
export function discardKey(o: PySet, key: PyObject): boolean {
  hashOf(key);
  return discardEntry(o, key, hash.lo, hash.hi);
}

/** The rule by which set_difference_update sweeps out dummies. */
export function resizeAwayDummies(o: PySet): void {
  const so = o.v;
  if (so.fill - so.used > Math.floor(so.mask / 4)) tableResize(o, growth(so.used));
}

/** Room for `n` more keys before many are inserted. */
export function reserve(o: PySet, n: number): void {
  const so = o.v;
  if ((so.fill + n) * 5 >= so.mask * 3) tableResize(o, (so.used + n) * 2);
}

/** set_merge: all keys of another set. */
export function mergeTable(o: PySet, other: PySet): void {
  const from = other.v;
  if (other === o || from.used === 0) return;
  reserve(o, from.used);
  const so = o.v;
  if (so.fill === 0 && so.mask === from.mask && from.fill === from.used) {
    so.keys = from.keys.slice();
    so.lo = from.lo.slice();
    so.hi = from.hi.slice();
    so.fill = from.fill;
    so.used = from.used;
    for (let i = 0; i < so.keys.length; i++) {
      const key = so.keys[i];
      if (key !== null) key.rc++;
    }
    return;
  }
  if (so.fill === 0) {
    so.fill = from.used;
    so.used = from.used;
    for (let i = 0; i < from.keys.length; i++) {
      const key = from.keys[i];
      if (key === null || key === DUMMY) continue;
      key.rc++;
      insertClean(so, key, from.lo[i], from.hi[i]);
    }
    return;
  }
  for (let i = 0; i < from.keys.length; i++) {
    const key = from.keys[i];
    if (key !== null && key !== DUMMY) addEntry(o, key, from.lo[i], from.hi[i]);
  }
}

/** set_clear_internal: empties the set; keys die in table order. */
export function clearTable(o: PySet): void {
  const so = o.v;
  const { keys } = so;
  if (so.fill === 0 && so.mask === MINSIZE - 1) return;
  const live = so.used;
  so.keys = emptyKeys(MINSIZE);
  so.lo = emptyHashes(MINSIZE);
  so.hi = emptyHashes(MINSIZE);
  so.mask = MINSIZE - 1;
  so.fill = 0;
  so.used = 0;
  const mem = o.mem;
  o.mem = 0;
  if (live > 0)
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i];
      if (key !== null && key !== DUMMY) decref(key);
    }
  if (mem !== 0) free(mem);
}

/** The slot of the first key at or after slot `i`, or -1 (set_next). */
export function nextSlot(so: SetBody, i: number): number {
  const { keys } = so;
  for (; i < keys.length; i++) if (keys[i] !== null && keys[i] !== DUMMY) return i;
  return -1;
}
