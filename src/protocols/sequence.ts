/** Sequences of any kind (Objects/abstract.c). */
import { TPFLAGS_DICT_SUBCLASS, type PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { isPyException } from '../exceptions/body.ts';
import { T_StopIteration, T_TypeError } from '../exceptions/types.ts';
import { typeError } from '../exceptions/raise.ts';
import { drain } from '../objects/drain.ts';
import { T_LIST } from '../objects/list.ts';
import { T_TUPLE } from '../objects/tuple.ts';
import { getIter, iterSearch } from './iterator.ts';

/** PySequence_Check: can items be asked for by index? */
export function isSequence(o: PyObject): boolean {
  return o.type.sq_item !== null && (o.type.flags & TPFLAGS_DICT_SUBCLASS) === 0;
}

/** len(o). */
export function size(o: PyObject): number {
  const type = o.type;
  if (type.sq_length !== null) return type.sq_length(o);
  if (type.mp_length !== null) return type.mp_length(o);
  return typeError(`object of type '${type.name}' has no len()`);
}

/** `item in o`. */
export function contains(o: PyObject, item: PyObject): boolean {
  const f = o.type.sq_contains;
  if (f !== null) return f(o, item);
  return iterSearch(o, item);
}

/**
 * The items of an iterable as a JavaScript array of borrowed references that live as long as `o` does; for use where nothing runs
 * that could change `o`. An iterator's items are collected into `keep`, which the caller releases.
 */
export function sequenceToArray(o: PyObject): PyObject[] {
  if (o.type === T_LIST || o.type === T_TUPLE) return (o.v as PyObject[]).slice();
  const items = collect(o);
  // The items of a dict, set or class-made iterable stay alive through their owner.
  for (const item of items) decref(item);
  return items;
}

/** The items of an iterable as new references, in a fresh array. */
export function collect(o: PyObject): PyObject[] {
  if (o.type === T_LIST || o.type === T_TUPLE) {
    const items = (o.v as PyObject[]).slice();
    for (let i = 0; i < items.length; i++) items[i].rc++;
    return items;
  }
  const it = getIter(o);
  let items: PyObject[] = [];
  try {
    const all = drain(it);
    if (all !== null) items = all;
    else {
      const next = it.type.tp_iternext!;
      for (let item = next(it); item !== null; item = next(it)) items.push(item);
    }
  } catch (e) {
    if (!isPyException(e, T_StopIteration)) {
      for (const item of items) decref(item);
      throw e;
    }
    decref(e);
  } finally {
    decref(it);
  }
  return items;
}

/** As `collect`, with `message` in place of "object is not iterable" (PySequence_Fast). */
export function collectFast(o: PyObject, message: string): PyObject[] {
  if (o.type === T_LIST || o.type === T_TUPLE) return collect(o);
  let it: PyObject;
  try {
    it = getIter(o);
  } catch (e) {
    if (!isPyException(e, T_TypeError)) throw e;
    decref(e);
    return typeError(message);
  }
  try {
    return collect(it);
  } finally {
    decref(it);
  }
}

/** o[i] through sq_item, with negative indices counted from the end (PySequence_GetItem). */
export function sequenceItem(o: PyObject, i: number): PyObject {
  const f = o.type.sq_item;
  if (f !== null) {
    if (i < 0 && o.type.sq_length !== null) i += o.type.sq_length(o);
    return f(o, i);
  }
  if (o.type.mp_subscript !== null) typeError(`'${o.type.name}' is not a sequence`);
  return typeError(`'${o.type.name}' object does not support indexing`);
}

/** a + b for sequences (PySequence_Concat). */
export function concat(a: PyObject, b: PyObject): PyObject {
  const f = a.type.sq_concat;
  if (f !== null) return f(a, b);
  return typeError(`'${a.type.name}' object can't be concatenated`);
}
