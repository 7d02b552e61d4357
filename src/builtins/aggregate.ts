/** all, any, len, max, min, sorted and sum (Python/bltinmodule.c). */
import type { PyObject } from '../heap/object.ts';
import { Py_GT, Py_LT } from '../heap/slots.ts';
import { decref, incref } from '../heap/refcount.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import { call1 } from '../protocols/call.ts';
import { richcompareBool } from '../protocols/compare.ts';
import { getIter, iterNext } from '../protocols/iterator.ts';
import { add } from '../protocols/number.ts';
import { isTrue } from '../protocols/object.ts';
import { size } from '../protocols/sequence.ts';
import { isBytearray } from '../objects/bytearray_body.ts';
import { isBytes } from '../objects/bytes.ts';
import { newFloat, T_FLOAT } from '../objects/float.ts';
import { isInt, newInt, newIntNumber, T_INT } from '../objects/int.ts';
import { sequenceList, T_LIST } from '../objects/list.ts';
import { sortList } from '../objects/list_sort.ts';
import { bool, False, None, T_BOOL, True } from '../objects/singletons.ts';
import { isStr } from '../objects/str.ts';
import { T_TUPLE } from '../objects/tuple.ts';

export function builtin_all(_module: PyObject, iterable: PyObject): PyObject {
  return bool(!anyItem(iterable, false));
}

export function builtin_any(_module: PyObject, iterable: PyObject): PyObject {
  return bool(anyItem(iterable, true));
}

/** Is there an item whose truth is `wanted`? */
function anyItem(iterable: PyObject, wanted: boolean): boolean {
  if (iterable.type === T_LIST || iterable.type === T_TUPLE) return anyInSequence(iterable, wanted);
  const it = getIter(iterable);
  try {
    for (let item = iterNext(it); item !== null; item = iterNext(it)) {
      let truth: boolean;
      try {
        truth = isTrue(item);
      } finally {
        decref(item);
      }
      if (truth === wanted) return true;
    }
    return false;
  } finally {
    decref(it);
  }
}

/** As anyItem, over the items themselves; a list may change while a truth is asked for. */
function anyInSequence(sequence: PyObject<PyObject[]>, wanted: boolean): boolean {
  for (let i = 0; i < sequence.v.length; i++) {
    const item = sequence.v[i];
    if (item === True || item === False) {
      if ((item === True) === wanted) return true;
      continue;
    }
    if (item.type === T_INT) {
      if ((item.v !== 0) === wanted) return true;
      continue;
    }
    item.rc++;
    let truth: boolean;
    try {
      truth = isTrue(item);
    } finally {
      decref(item);
    }
    if (truth === wanted) return true;
  }
  return false;
}

export function builtin_len(_module: PyObject, obj: PyObject): PyObject {
  return newInt(size(obj));
}

// ---- max and min

export function builtin_max(_module: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  return minMax('max', Py_GT, args, kwnames);
}

export function builtin_min(_module: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  return minMax('min', Py_LT, args, kwnames);
}

function minMax(name: string, op: number, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  if (npos === 0) typeError(`${name} expected at least 1 argument, got 0`);
  let key: PyObject | null = null;
  let fallback: PyObject | null = null;
  for (let i = 0; i < nkw; i++) {
    const keyword = kwnames![i].v as string;
    if (keyword === 'key') key = args[npos + i];
    else if (keyword === 'default') fallback = args[npos + i];
    else typeError(`'${keyword}' is an invalid keyword argument for ${name}()`);
  }
  if (key === None) key = null;
  if (npos > 1) {
    if (fallback !== null) typeError(`Cannot specify a default for ${name}() with multiple positional arguments`);
    return bestOf(args.slice(0, npos), key, op);
  }
  return bestIn(args[0], key, op, fallback) ?? valueError(`${name}() iterable argument is empty`);
}

function bestOf(items: PyObject[], key: PyObject | null, op: number): PyObject {
  if (key === null) {
    let best = items[0];
    for (let i = 1; i < items.length; i++) if (richcompareBool(items[i], best, op)) best = items[i];
    return incref(best);
  }
  let best = items[0];
  let bestKey = call1(key, best);
  try {
    for (let i = 1; i < items.length; i++) {
      const itemKey = call1(key, items[i]);
      let loser = itemKey;
      try {
        if (richcompareBool(itemKey, bestKey, op)) {
          loser = bestKey;
          bestKey = itemKey;
          best = items[i];
        }
      } finally {
        decref(loser);
      }
    }
  } finally {
    decref(bestKey);
  }
  return incref(best);
}

/** The best item of an iterable, or `fallback`, or null; new reference. */
function bestIn(iterable: PyObject, key: PyObject | null, op: number, fallback: PyObject | null): PyObject | null {
  const it = getIter(iterable);
  let best: PyObject | null = null;
  let bestKey: PyObject | null = null;
  try {
    for (let item = iterNext(it); item !== null; item = iterNext(it)) {
      let itemKey: PyObject;
      try {
        itemKey = key === null ? incref(item) : call1(key, item);
      } catch (e) {
        decref(item);
        throw e;
      }
      let better: boolean;
      try {
        better = best === null || richcompareBool(itemKey, bestKey!, op);
      } catch (e) {
        decref(item);
        decref(itemKey);
        throw e;
      }
      if (better) {
        if (bestKey !== null) decref(bestKey);
        if (best !== null) decref(best);
        best = item;
        bestKey = itemKey;
      } else {
        decref(itemKey);
        decref(item);
      }
    }
  } catch (e) {
    if (best !== null) decref(best);
    throw e;
  } finally {
    if (bestKey !== null) decref(bestKey);
    decref(it);
  }
  return best ?? (fallback === null ? null : incref(fallback));
}

// ---- sorted

export function builtin_sorted(_module: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  if (npos !== 1) typeError(`sorted expected 1 argument, got ${npos}`);
  const list = sequenceList(args[0]);
  try {
    let key: PyObject | null = null;
    let reverse = false;
    for (let i = 0; i < nkw; i++) {
      const keyword = kwnames![i].v as string;
      if (keyword === 'key') key = args[npos + i];
      else if (keyword === 'reverse') reverse = isTrue(args[npos + i]);
      else typeError(`'${keyword}' is an invalid keyword argument for sort()`);
    }
    sortList(list, key === None ? null : key, reverse);
  } catch (e) {
    decref(list);
    throw e;
  }
  return list;
}

// ---- sum

/** Ints are added as numbers, floats with Neumaier's compensation (as 3.12 does), anything else with `+`. */
export function builtin_sum(_module: PyObject, iterable: PyObject, start?: PyObject): PyObject {
  if (start === undefined && (iterable.type === T_LIST || iterable.type === T_TUPLE)) {
    const total = sumOfInts(iterable.v);
    if (total !== null) return newIntNumber(total);
  }
  const it = getIter(iterable);
  try {
    return sumFrom(it, start);
  } finally {
    decref(it);
  }
}

/** The sum of items that are all ints, as long as it stays a safe integer, else null. Runs no code of the user's. */
function sumOfInts(items: PyObject[]): number | null {
  let total = 0;
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (item.type !== T_INT || typeof item.v !== 'number') return null;
    total += item.v;
    if (total > 9007199254740991 || total < -9007199254740991) return null;
  }
  return total;
}

function sumFrom(it: PyObject, start?: PyObject): PyObject {
  let result: PyObject;
  if (start === undefined) result = newIntNumber(0);
  else {
    if (isStr(start)) typeError("sum() can't sum strings [use ''.join(seq) instead]");
    if (isBytes(start)) typeError("sum() can't sum bytes [use b''.join(seq) instead]");
    if (isBytearray(start)) typeError("sum() can't sum bytearray [use b''.join(seq) instead]");
    result = incref(start);
  }
  let item: PyObject | null = null;
  if (result.type === T_INT && typeof result.v === 'number') {
    let total: number = result.v;
    decref(result);
    for (;;) {
      item = iterNext(it);
      if (item === null) return newIntNumber(total);
      if ((item.type !== T_INT && item.type !== T_BOOL) || typeof item.v !== 'number') break;
      const next = total + item.v;
      if (next > 9007199254740991 || next < -9007199254740991) break;
      total = next;
      decref(item);
    }
    result = addItem(newIntNumber(total), item);
  }
  if (result.type === T_FLOAT) {
    let total: number = result.v;
    let c = 0;
    decref(result);
    for (;;) {
      item = iterNext(it);
      if (item === null) return newFloat(c !== 0 && Number.isFinite(c) ? total + c : total);
      if (item.type === T_FLOAT) {
        const x: number = item.v;
        const t = total + x;
        if (Math.abs(total) >= Math.abs(x)) c += total - t + x;
        else c += x - t + total;
        total = t;
      } else if (isInt(item) && (typeof item.v === 'number' || BigInt.asIntN(64, item.v) === item.v)) {
        total += Number(item.v);
      } else break;
      decref(item);
    }
    result = addItem(newFloat(c !== 0 && Number.isFinite(c) ? total + c : total), item);
  }
  for (item = nextItem(it, result); item !== null; item = nextItem(it, result)) result = addItem(result, item);
  return result;
}

/** The next item; when that raises, `result` is released. */
function nextItem(it: PyObject, result: PyObject): PyObject | null {
  try {
    return iterNext(it);
  } catch (e) {
    decref(result);
    throw e;
  }
}

/** result + item, consuming both. */
function addItem(result: PyObject, item: PyObject): PyObject {
  try {
    return add(result, item);
  } finally {
    decref(result);
    decref(item);
  }
}
