/** Copying dicts and merging mappings into them (dict_merge, PyDict_MergeFromSeq2 and PyDict_Copy in Objects/dictobject.c). */
import type { PyObject } from '../heap/object.ts';
import { mayBeTracked, track } from '../heap/gc.ts';
import { malloc } from '../heap/pymalloc.ts';
import { decref, incref } from '../heap/refcount.ts';
import { keyErrorObj, runtimeError, valueError } from '../exceptions/raise.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { getIter, iterNext } from '../protocols/iterator.ts';
import { getitem, mappingKeys } from '../protocols/mapping.ts';
import { collectFast } from '../protocols/sequence.ts';
import { hash } from '../text/hash.ts';
import { sharedKeysSize, valuesBytes } from './attributes.ts';
import { dict_next, isDict, newDict, T_DICT } from './dict.ts';
import {
  cloneKeys,
  dict_resize,
  dict_setitem,
  dict_setitemKnownHash,
  insertSimple,
  resetKeys,
  takeEntries,
} from './dict_table.ts';
import { isList } from './list.ts';
import { isTuple } from './tuple.ts';
import type { PyDict } from './dict_body.ts';
import { estimateLog2Keysize, usableFraction } from './dict_body.ts';
import { dict_lookup, dict_lookupKnownHash, entryHash } from './dict_lookup.ts';

/** What to do with a key that is there already: keep its value, replace it, or raise KeyError. */
export const KEEP = 0;
export const OVERRIDE = 1;
export const UNIQUE = 2;

/** Merges a mapping into `d` (dict_merge); `override` is KEEP, OVERRIDE or UNIQUE (KeyError with the key: **kwargs). */
export function dict_merge(d: PyDict, other: PyObject, override = OVERRIDE): void {
  if (isDict(other) && other.type.tp_iter === T_DICT.tp_iter) mergeDict(d, other, override);
  else mergeMapping(d, other, override);
}

function mergeDict(d: PyDict, other: PyDict, override: number): void {
  const from = other.v;
  if (other === d || from.used === 0) return;
  const b = d.v;
  if (
    override === OVERRIDE &&
    b.split === null &&
    b.used === 0 &&
    from.split === null &&
    from.used === from.entries.length &&
    (from.log2 === 3 || usableFraction(from.log2 - 1) < from.used)
  ) {
    // Compact enough to take over as it is.
    if (b.log2 !== 0) {
      takeEntries(d);
      resetKeys(d);
    }
    cloneKeys(d, from);
    if (d.gcNext === null && other.gcNext !== null) track(d);
    return;
  }
  const usable = b.split !== null ? sharedKeysSize(b.split) : b.log2 === 0 ? 0 : usableFraction(b.log2);
  if (usable < from.used) dict_resize(d, estimateLog2Keysize(b.used + from.used), b.unicode && from.unicode);
  const entries = from.entries;
  const n = entries.length;
  for (let e = dict_next(other, 0); e !== null; e = dict_next(other, e.index + 1)) {
    const key = incref(e.key);
    const value = incref(e.value!);
    try {
      if (other.v.table === null) {
        if (override === OVERRIDE || dict_lookup(d, key) === null) dict_setitem(d, key, value);
        else if (override === UNIQUE) keyErrorObj(key);
      } else {
        entryHash(other.v, e);
        const { lo, hi } = hash;
        if (override === OVERRIDE || dict_lookupKnownHash(d, key, lo, hi) === null)
          dict_setitemKnownHash(d, key, lo, hi, value);
        else if (override === UNIQUE) keyErrorObj(key);
      }
    } finally {
      decref(key);
      decref(value);
    }
    if (other.v.entries !== entries || entries.length !== n) runtimeError('dict mutated during update');
  }
}

function mergeMapping(d: PyDict, other: PyObject, override: number): void {
  const keys = mappingKeys(other);
  let it: PyObject;
  try {
    it = getIter(keys);
  } finally {
    decref(keys);
  }
  try {
    for (let key = iterNext(it); key !== null; key = iterNext(it)) {
      try {
        if (override !== OVERRIDE && dict_lookup(d, key) !== null) {
          if (override === UNIQUE) keyErrorObj(key);
          continue;
        }
        const value = getitem(other, key);
        try {
          dict_setitem(d, key, value);
        } finally {
          decref(value);
        }
      } finally {
        decref(key);
      }
    }
  } finally {
    decref(it);
  }
}

/** dict_update_arg: a mapping (it has `keys`) or an iterable of pairs. */
export function dict_updateArg(d: PyDict, arg: PyObject): void {
  if (arg.type === T_DICT) return mergeDict(d, arg as PyDict, OVERRIDE);
  const keys = lookupattrStr(arg, 'keys');
  if (keys !== null) {
    decref(keys);
    dict_merge(d, arg, OVERRIDE);
  } else mergeFromSeq2(d, arg);
}

/** PyDict_MergeFromSeq2 */
function mergeFromSeq2(d: PyDict, seq: PyObject): void {
  const it = getIter(seq);
  let i = 0;
  try {
    for (let item = iterNext(it); item !== null; item = iterNext(it), i++) {
      let pair: PyObject[];
      try {
        pair = pairOf(item, i);
      } finally {
        decref(item);
      }
      try {
        if (pair.length !== 2)
          valueError(`dictionary update sequence element #${i} has length ${pair.length}; 2 is required`);
        dict_setitem(d, pair[0], pair[1]);
      } finally {
        for (const x of pair) decref(x);
      }
    }
  } finally {
    decref(it);
  }
}

function pairOf(item: PyObject, i: number): PyObject[] {
  if (isTuple(item) || isList(item)) {
    const pair = item.v.slice();
    for (const x of pair) x.rc++;
    return pair;
  }
  return collectFast(item, `cannot convert dictionary update sequence element #${i} to a sequence`);
}

/** PyDict_Copy: a dict with the same items. New reference. */
export function dict_copyOf(source: PyDict): PyDict {
  const from = source.v;
  const d = newDict();
  if (from.used === 0) return d;
  if (from.split !== null) return copySplit(d, source);
  if (source.type.tp_iter === T_DICT.tp_iter && from.used >= Math.floor((from.entries.length * 2) / 3)) {
    cloneKeys(d, from);
    if (source.gcNext !== null && (source.type === T_DICT || hasTrackedItem(d))) track(d);
    return d;
  }
  try {
    dict_merge(d, source, OVERRIDE);
  } catch (e) {
    decref(d);
    throw e;
  }
  return d;
}

function hasTrackedItem(d: PyDict): boolean {
  for (const e of d.v.entries) if (e !== null && (mayBeTracked(e.value!) || mayBeTracked(e.key))) return true;
  return false;
}

/** The copy of an instance's `__dict__` shares the class's keys, too. */
function copySplit(d: PyDict, source: PyDict): PyDict {
  const type = source.v.split!;
  d.mem = malloc(valuesBytes(sharedKeysSize(type)));
  d.v.split = type;
  d.v.entries = [];
  for (let e = dict_next(source, 0); e !== null; e = dict_next(source, e.index + 1))
    insertSimple(d, e.key, e.jk, incref(e.value!));
  if (source.gcNext !== null) track(d);
  return d;
}
