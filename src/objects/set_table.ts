/**
 * The hash table of set and frozenset, slot for slot as in Objects/setobject.c: the iteration order of a set is the order
 * of its table.
 */
import { PyAtom, TypeBody, type PyContainer, type PyObject } from '../heap/object.ts';
import { free, malloc } from '../heap/pymalloc.ts';
import { dealloc, decref } from '../heap/refcount.ts';
import { eq } from '../protocols/compare.ts';
import { hash as hashOf } from '../protocols/object.ts';
import { hash } from '../text/hash.ts';
import { T_INT } from './int.ts';
import { T_STR, type PyStr } from './str.ts';

/** PySet_MINSIZE: the table inside the object. */
export const MINSIZE = 8;
const LINEAR_PROBES = 9;

/** Stands in the slot of a removed key. */
export const DUMMY: PyObject = new PyAtom(1, new TypeBody('<set dummy>'), 0, null, 0);

export class SetBody {
  keys: (PyObject | null)[] = emptyKeys(MINSIZE);
  /**
   * Halves of the keys' hashes, two words a slot; null while every key is an exact int or str, whose hash can be had again
   * without asking user code.
   */
  hashes: Int32Array | null = null;
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

/** Empty tables by size, to copy: much faster than filling. All arrays of keys are packed, so that V8 sees one kind. */
const emptyTables = new Map<number, null[]>();

function emptyKeys(n: number, nil: null = null): (PyObject | null)[] {
  if (n === MINSIZE) return [nil, nil, nil, nil, nil, nil, nil, nil];
  if (n >= SPARE_MIN) {
    const spare = spareTables.get(n);
    if (spare !== undefined && spare.length > 0) return spare.pop()!;
  }
  let table = emptyTables.get(n);
  if (table === undefined) {
    table = [null, null, null, null, null, null, null, null];
    while (table.length < n) table = table.concat(table);
    if (n > SPARE_MAX) return table;
    emptyTables.set(n, table);
  }
  return table.slice();
}

/**
 * Emptied tables by size, for the next set. An array of 16,384 slots is one that V8 asks the system for and gives
 * back (100 us); in a table that is old already a new key costs a little more.
 */
const spareTables = new Map<number, (PyObject | null)[][]>();
const SPARE_MIN = 1 << 13;
const SPARE_MAX = 1 << 16;
const SPARES = 4;

/** Takes back a table whose slots are all null again. */
export function recycleKeys(keys: (PyObject | null)[]): void {
  const n = keys.length;
  if (n < SPARE_MIN || n > SPARE_MAX) return;
  const spare = spareTables.get(n);
  if (spare === undefined) spareTables.set(n, [keys]);
  else if (spare.length < SPARES) spare.push(keys);
}

/** Leaves the hash of the key in slot `at` in `hash`; runs no code of the user's. */
export function slotHash(so: SetBody, at: number): void {
  if (so.hashes === null) return hashOf(so.keys[at]!);
  hash.lo = so.hashes[2 * at];
  hash.hi = so.hashes[2 * at + 1];
}

/** Last dummy that `lookkey` passed, or -1: where an absent key goes (the `freeslot` of set_add_entry). */
let freeslot = -1;

/** set_lookkey: the slot of the key, or the empty slot where it is not. */
export function lookkey(o: PySet, key: PyObject, lo: number, hi: number): number {
  const so = o.v;
  if (so.hashes === null) {
    if (key.type === T_INT) return lookInt(so, key, lo, hi);
    if (key.type === T_STR) return lookStr(so, key, lo, hi);
  }
  return lookHashed(o, key, lo, hi);
}

/** The search for an int among ints and strs: equal type and value decide. One text a type, so that V8 compares numbers. */
function lookInt(so: SetBody, key: PyObject, lo: number, hi: number): number {
  const { keys, mask } = so;
  const value: number | bigint = key.v;
  const isNumber = typeof value === 'number';
  freeslot = -1;
  let i = lo & mask;
  for (;;) {
    let probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    let at = i;
    do {
      const known = keys[at];
      if (known === null || known === key) return at;
      if (known === DUMMY) freeslot = at;
      else if (known.type === T_INT) {
        if (typeof known.v === 'number' ? isNumber && known.v === value : !isNumber && known.v === value) return at;
      }
      at++;
    } while (probes-- > 0);
    lo = (lo >>> 5) | (hi << 27);
    hi >>>= 5;
    i = (Math.imul(i, 5) + 1 + lo) & mask;
  }
}

/** The same for a str. */
function lookStr(so: SetBody, key: PyObject, lo: number, hi: number): number {
  const { keys, mask } = so;
  const value: string = key.v;
  const low = lo;
  freeslot = -1;
  let i = lo & mask;
  for (;;) {
    let probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    let at = i;
    do {
      const known = keys[at];
      if (known === null || known === key) return at;
      if (known === DUMMY) freeslot = at;
      else if (known.type === T_STR && (known as PyStr).hashLo === low && known.v === value) return at;
      at++;
    } while (probes-- > 0);
    lo = (lo >>> 5) | (hi << 27);
    hi >>>= 5;
    i = (Math.imul(i, 5) + 1 + lo) & mask;
  }
}

/** `key in o` for an exact int or str where the set holds nothing else (`hashes` is null): runs no other code. */
export function set_hasSimple(o: PySet, key: PyObject): boolean {
  hashOf(key);
  return o.v.keys[lookkey(o, key, hash.lo, hash.hi)] !== null;
}

function lookHashed(o: PySet, key: PyObject, lo: number, hi: number): number {
  restart: for (;;) {
    const so = o.v;
    freeslot = -1;
    const { keys, hashes, mask } = so;
    let perturbLo = lo;
    let perturbHi = hi;
    let i = lo & mask;
    for (;;) {
      let probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
      let at = i;
      do {
        const known = keys[at];
        if (known === null) return at;
        if (known === DUMMY) freeslot = at;
        else if (known === key) return at;
        else {
          slotHash(so, at);
          if (hash.lo === lo && hash.hi === hi) {
            const free = freeslot;
            known.rc++;
            let same: boolean;
            try {
              same = eq(known, key);
            } finally {
              decref(known);
            }
            if (o.v !== so || so.keys !== keys || so.hashes !== hashes || keys[at] !== known) continue restart;
            if (same) return at;
            freeslot = free;
          }
        }
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
        if (so.hashes !== null) {
          so.hashes[2 * at] = lo;
          so.hashes[2 * at + 1] = hi;
        }
        return;
      }
      at++;
    } while (probes-- > 0);
    perturbLo = (perturbLo >>> 5) | (perturbHi << 27);
    perturbHi >>>= 5;
    i = (Math.imul(i, 5) + 1 + perturbLo) & mask;
  }
}

/** From now on the hashes are kept: a key comes that is neither int nor str. */
function keepHashes(so: SetBody): void {
  const hashes = new Int32Array(2 * (so.mask + 1));
  for (let i = nextSlot(so, 0); i >= 0; i = nextSlot(so, i + 1)) {
    hashOf(so.keys[i]!);
    hashes[2 * i] = hash.lo;
    hashes[2 * i + 1] = hash.hi;
  }
  so.hashes = hashes;
}

/** set_table_resize: a table of more than `minused` slots without dummies. */
export function tableResize(o: PySet, minused: number): void {
  const so = o.v;
  let newsize = MINSIZE;
  while (newsize <= minused) newsize *= 2;
  if (newsize === MINSIZE && so.mask === MINSIZE - 1 && so.fill === so.used) return;
  const mem = newsize === MINSIZE ? 0 : malloc(16 * newsize);
  const { keys, hashes } = so;
  so.keys = emptyKeys(newsize);
  if (hashes !== null) so.hashes = new Int32Array(2 * newsize);
  so.mask = newsize - 1;
  so.fill = so.used;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key === null) continue;
    keys[i] = null;
    if (key === DUMMY) continue;
    if (hashes !== null) insertClean(so, key, hashes[2 * i], hashes[2 * i + 1]);
    else {
      hashOf(key);
      insertClean(so, key, hash.lo, hash.hi);
    }
  }
  recycleKeys(keys);
  if (o.mem !== 0) free(o.mem);
  o.mem = mem;
}

/** The size set_add_entry grows to. */
function growth(used: number): number {
  return used > 50000 ? used * 2 : used * 4;
}

/** set_add_entry: borrows the key; false when it was there. */
export function addEntry(o: PySet, key: PyObject, lo: number, hi: number): boolean {
  let at: number;
  if (o.v.hashes === null && isSimple(key)) {
    at = lookkey(o, key, lo, hi);
    if (o.v.keys[at] !== null) return false;
    key.rc++;
  } else {
    // The comparison may drop the caller's last reference.
    key.rc++;
    try {
      at = lookkey(o, key, lo, hi);
    } catch (e) {
      decref(key);
      throw e;
    }
    if (o.v.keys[at] !== null) {
      decref(key);
      return false;
    }
    if (o.v.hashes === null && !isSimple(key)) keepHashes(o.v);
  }
  insertAt(o, at, key, lo, hi);
  return true;
}

/** An exact int or str: comparing it with its like runs no code of the user's. */
function isSimple(key: PyObject): boolean {
  return key.type === T_INT || key.type === T_STR;
}

/** As addEntry for a key known not to be there, in a set that never lost one. */
export function addNew(o: PySet, key: PyObject, lo: number, hi: number): void {
  const so = o.v;
  key.rc++;
  insertClean(so, key, lo, hi);
  so.used++;
  if (++so.fill * 5 >= so.mask * 3) tableResize(o, growth(so.used));
}

/** Puts a key (consumed) in place after `lookkey` found it absent and the slot `at` empty. */
function insertAt(o: PySet, at: number, key: PyObject, lo: number, hi: number): void {
  const so = o.v;
  const reused = freeslot >= 0;
  if (reused) at = freeslot;
  else so.fill++;
  so.used++;
  so.keys[at] = key;
  if (so.hashes !== null) {
    so.hashes[2 * at] = lo;
    so.hashes[2 * at + 1] = hi;
  }
  if (!reused && so.fill * 5 >= so.mask * 3) tableResize(o, growth(so.used));
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
  so.used--;
  decref(old);
  return true;
}

/** Takes the key (borrowed) out when it is there, else adds it. */
export function toggleEntry(o: PySet, key: PyObject, lo: number, hi: number): void {
  if (o.v.hashes !== null || !isSimple(key)) {
    if (!discardEntry(o, key, lo, hi)) addEntry(o, key, lo, hi);
    return;
  }
  // One search is enough where nobody sees it.
  const at = lookkey(o, key, lo, hi);
  const so = o.v;
  const old = so.keys[at];
  if (old === null) {
    key.rc++;
    insertAt(o, at, key, lo, hi);
  } else {
    so.keys[at] = DUMMY;
    so.used--;
    decref(old);
  }
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
    so.hashes = from.hashes === null ? null : from.hashes.slice();
    so.fill = from.fill;
    so.used = from.used;
    const { keys } = so;
    const source = from.keys;
    for (let i = 0; i < source.length; i++) {
      const key = source[i];
      if (key === null) continue;
      key.rc++;
      keys[i] = key;
    }
    return;
  }
  if (so.fill === 0) {
    so.fill = from.used;
    so.used = from.used;
    so.hashes = from.hashes === null ? null : new Int32Array(2 * (so.mask + 1));
    for (let i = nextSlot(from, 0); i >= 0; i = nextSlot(from, i + 1)) {
      const key = from.keys[i]!;
      key.rc++;
      slotHash(from, i);
      insertClean(so, key, hash.lo, hash.hi);
    }
    return;
  }
  for (let i = nextSlot(from, 0); i >= 0; i = nextSlot(from, i + 1)) {
    slotHash(from, i);
    addEntry(o, from.keys[i]!, hash.lo, hash.hi);
  }
}

/** set_clear_internal: empties the set; keys die in table order. */
export function clearTable(o: PySet): void {
  const so = o.v;
  const { keys } = so;
  if (so.fill === 0 && so.mask === MINSIZE - 1) return;
  so.keys = emptyKeys(MINSIZE);
  so.hashes = null;
  so.mask = MINSIZE - 1;
  so.fill = 0;
  so.used = 0;
  const mem = o.mem;
  o.mem = 0;
  releaseKeys(keys);
  if (mem !== 0) free(mem);
}

/** Gives up a table and the references in it, in table order. */
export function releaseKeys(keys: (PyObject | null)[]): void {
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key === null) continue;
    keys[i] = null;
    if (key !== DUMMY && --key.rc === 0) dealloc(key);
  }
  recycleKeys(keys);
}

/** The slot of the first key at or after slot `i`, or -1 (set_next). */
export function nextSlot(so: SetBody, i: number): number {
  const { keys } = so;
  for (; i < keys.length; i++) if (keys[i] !== null && keys[i] !== DUMMY) return i;
  return -1;
}
