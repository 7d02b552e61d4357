/**
 * What is left of the common iterators, in one go: `list(d)`, `tuple(range(n))`, `sorted(s)` need no call for each item. None of
 * these iterators runs code of the user's, so nobody sees how their items come.
 */
import type { PyObject } from '../heap/object.ts';
import { roomFor } from '../heap/items.ts';
import { decref } from '../heap/refcount.ts';
import type { PyDictIter } from './dict_iter.ts';
import { T_DICT_KEYITERATOR, T_DICT_VALUEITERATOR } from './dict_iter.ts';
import { newIntNumber } from './int.ts';
import type { PySeqIter } from './iterators.ts';
import { T_LIST_ITERATOR, T_TUPLE_ITERATOR } from './iterators.ts';
import type { PyRangeIter } from './range_iter.ts';
import { T_RANGE_ITERATOR } from './range_iter.ts';
import type { PySetIter } from './set_iter.ts';
import { T_SET_ITERATOR } from './set_iter.ts';
import { nextSlot } from './set_table.ts';

/** Beyond this many items memory may not suffice, and they are better made one by one. */
const MOST = 1 << 24;

/** The items left (new references), the iterator being exhausted then; null when it must be asked one by one. */
export function drain(it: PyObject): PyObject[] | null {
  switch (it.type) {
    case T_RANGE_ITERATOR:
      return drainRange(it as PyRangeIter);
    case T_SET_ITERATOR:
      return drainSet(it as PySetIter);
    case T_DICT_KEYITERATOR:
      return drainDict(it as PyDictIter, true);
    case T_DICT_VALUEITERATOR:
      return drainDict(it as PyDictIter, false);
    case T_LIST_ITERATOR:
    case T_TUPLE_ITERATOR:
      return drainSequence(it as PySeqIter);
  }
  return null;
}

function drainRange(o: PyRangeIter): PyObject[] | null {
  const it = o.v;
  const { start, step, len } = it;
  if (typeof start !== 'number' || typeof step !== 'number' || typeof len !== 'number' || len > MOST) return null;
  if (!Number.isSafeInteger(start + step * len)) return null;
  const items = roomFor(len);
  let i = 0;
  try {
    for (let v = start; i < len; i++, v += step) items[i] = newIntNumber(v);
  } catch (e) {
    while (--i >= 0) decref(items[i]);
    throw e;
  }
  it.start = start + step * len;
  it.len = 0;
  return items;
}

function drainSet(o: PySetIter): PyObject[] | null {
  const it = o.v;
  const { set, len } = it;
  if (set === null || it.used !== set.v.used) return null;
  const so = set.v;
  const items = roomFor(len);
  let k = 0;
  for (let i = nextSlot(so, it.pos); i >= 0; i = nextSlot(so, i + 1)) {
    const key = so.keys[i]!;
    ++key.rc;
    items[k++] = key;
  }
  if (k !== len) return takeBack(items, k);
  it.set = null;
  it.len = 0;
  decref(set);
  return items;
}

/** Keys came and went since the iteration began: what that means is for the iterator itself to say. */
function takeBack(items: PyObject[], n: number): null {
  for (let i = 0; i < n; i++) --items[i].rc;
  return null;
}

function drainDict(o: PyDictIter, keys: boolean): PyObject[] | null {
  const it = o.v;
  const { dict, len } = it;
  if (dict === null || it.used !== dict.v.used) return null;
  const { entries } = dict.v;
  const items = roomFor(len);
  let k = 0;
  for (let i = it.pos; i < entries.length; i++) {
    const e = entries[i];
    if (e === null) continue;
    const item = keys ? e.key : e.value!;
    ++item.rc;
    items[k++] = item;
  }
  if (k !== len) return takeBack(items, k);
  it.dict = null;
  it.len = 0;
  decref(dict);
  return items;
}

function drainSequence(o: PySeqIter): PyObject[] | null {
  const it = o.v;
  const { seq } = it;
  if (seq === null) return null;
  const items: PyObject[] = seq.v.slice(it.index);
  for (let i = 0; i < items.length; i++) ++items[i].rc;
  it.seq = null;
  decref(seq);
  return items;
}
