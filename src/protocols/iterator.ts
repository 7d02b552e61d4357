/** Iteration (PyObject_GetIter, PyIter_Next, Objects/abstract.c). */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { isPyException } from '../exceptions/body.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import { T_StopIteration, T_TypeError } from '../exceptions/types.ts';
import { listiter_next, newSeqIter, T_LIST_ITERATOR } from '../objects/iterators.ts';
import { isInt } from '../objects/int.ts';
import { NotImplemented } from '../objects/singletons.ts';
import { callSpecialMaybe } from './call.ts';
import { eq } from './compare.ts';
import { asSsize } from './number.ts';

/** iter(o), new reference. */
export function getIter(o: PyObject): PyObject {
  const type = o.type;
  const f = type.tp_iter;
  if (f === null) {
    if (type.sq_item !== null && (type.flags & (1 << 29)) === 0) return newSeqIter(o);
    return typeError(`'${type.name}' object is not iterable`);
  }
  const it = f(o);
  if (it.type.tp_iternext === null) {
    const name = it.type.name;
    decref(it);
    typeError(`iter() returned non-iterator of type '${name}'`);
  }
  return it;
}

/** The next item, or null at the end; StopIteration is swallowed. */
export function iterNext(it: PyObject): PyObject | null {
  if (it.type === T_LIST_ITERATOR) return listiter_next(it);
  try {
    return it.type.tp_iternext!(it);
  } catch (e) {
    if (!isPyException(e, T_StopIteration)) throw e;
    decref(e);
    return null;
  }
}

/** For loops over tp_iternext itself: returns when `e` is StopIteration, which it releases, else throws it on. */
export function endOrThrow(e: unknown): void {
  if (!isPyException(e, T_StopIteration)) throw e;
  decref(e);
}

/** Calls `fn` with each item (borrowed for the call). `fn` answering true ends the iteration. */
export function iterate(o: PyObject, fn: (item: PyObject) => boolean | void): void {
  const it = getIter(o);
  try {
    for (let item = iterNext(it); item !== null; item = iterNext(it)) {
      let stop: boolean | void;
      try {
        stop = fn(item);
      } finally {
        decref(item);
      }
      if (stop === true) return;
    }
  } finally {
    decref(it);
  }
}

/** `item in o` by iteration (_PySequence_IterSearch). */
export function iterSearch(o: PyObject, item: PyObject): boolean {
  let it: PyObject;
  try {
    it = getIter(o);
  } catch (e) {
    if (!isPyException(e, T_TypeError)) throw e;
    decref(e);
    return typeError(`argument of type '${o.type.name}' is not iterable`);
  }
  try {
    for (let x = iterNext(it); x !== null; x = iterNext(it)) {
      let same: boolean;
      try {
        same = eq(x, item);
      } finally {
        decref(x);
      }
      if (same) return true;
    }
    return false;
  } finally {
    decref(it);
  }
}

/** operator.length_hint(o, default) (PyObject_LengthHint). */
export function lengthHint(o: PyObject, fallback: number): number {
  const type = o.type;
  const length = type.sq_length ?? type.mp_length;
  if (length !== null) {
    try {
      return length(o);
    } catch (e) {
      if (!isPyException(e, T_TypeError)) throw e;
      decref(e);
    }
  }
  let hint: PyObject | null;
  try {
    hint = callSpecialMaybe(o, '__length_hint__', []);
  } catch (e) {
    if (!isPyException(e, T_TypeError)) throw e;
    decref(e);
    return fallback;
  }
  if (hint === null) return fallback;
  if (hint === NotImplemented) return fallback;
  if (!isInt(hint)) {
    const name = hint.type.name;
    decref(hint);
    return typeError(`__length_hint__ must be an integer, not ${name}`);
  }
  const n = asSsize(hint, null);
  decref(hint);
  if (n < 0) valueError('__length_hint__() should return >= 0');
  return n;
}
