/** aiter, anext, iter and next (Python/bltinmodule.c). */
import type { PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { isPyException } from '../exceptions/body.ts';
import { stopIteration, typeError } from '../exceptions/raise.ts';
import { T_StopIteration } from '../exceptions/types.ts';
import { getIter } from '../protocols/iterator.ts';
import { newCallIter } from '../objects/iterators.ts';

export function builtin_iter(_module: PyObject, object: PyObject, sentinel?: PyObject): PyObject {
  if (sentinel === undefined) return getIter(object);
  if (object.type.tp_call === null) typeError('iter(object, sentinel): object must be callable');
  return newCallIter(object, sentinel);
}

export function builtin_next(_module: PyObject, it: PyObject, fallback?: PyObject): PyObject {
  const next = it.type.tp_iternext;
  if (next === null) typeError(`'${it.type.name}' object is not an iterator`);
  if (fallback === undefined) return next(it) ?? stopIteration(null);
  try {
    return next(it) ?? incref(fallback);
  } catch (e) {
    if (!isPyException(e, T_StopIteration)) throw e;
    decref(e);
    return incref(fallback);
  }
}

export function builtin_aiter(_module: PyObject, obj: PyObject): PyObject {
  const aiter = obj.type.am_aiter;
  if (aiter === null) typeError(`'${obj.type.name}' object is not an async iterable`);
  const it = aiter(obj);
  if (it.type.am_anext === null) {
    const name = it.type.name;
    decref(it);
    typeError(`aiter() returned not an async iterator of type '${name}'`);
  }
  return it;
}

export function builtin_anext(_module: PyObject, it: PyObject, fallback?: PyObject): PyObject {
  const anext = it.type.am_anext;
  if (anext === null) typeError(`'${it.type.name}' object is not an async iterator`);
  if (fallback !== undefined) typeError('anext() with a default is not supported yet');
  return anext(it);
}
