/** Subscription (PyObject_GetItem and friends, Objects/abstract.c). */
import { TPFLAGS_HEAPTYPE, type PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { typeError } from '../exceptions/raise.ts';
import { isPyException } from '../exceptions/body.ts';
import { T_IndexError, T_TypeError } from '../exceptions/types.ts';
import { newGenericAlias } from '../objects/genericalias.ts';
import { sequenceList } from '../objects/list.ts';
import { isType, T_TYPE } from '../objects/type.ts';
import { None } from '../objects/singletons.ts';
import { lookupattrStr } from './attribute.ts';
import { call1, callMethodStr } from './call.ts';
import { getIter } from './iterator.ts';
import { asSsize, isIndex } from './number.ts';
import { sequenceItem } from './sequence.ts';

/** o[key], new reference. */
export function getitem(o: PyObject, key: PyObject): PyObject {
  const type = o.type;
  if (type.mp_subscript !== null) return type.mp_subscript(o, key);
  if (type.sq_item !== null) {
    if (isIndex(key)) return sequenceItem(o, asSsize(key, T_IndexError));
    typeError(`sequence index must be integer, not '${key.type.name}'`);
  }
  if (isType(o)) return classGetitem(o, key);
  return typeError(`'${type.name}' object is not subscriptable`);
}

/** C[key]: `__class_getitem__`. */
function classGetitem(cls: PyObject, key: PyObject): PyObject {
  if (cls === T_TYPE.obj) return newGenericAlias(cls, key);
  const method = lookupattrStr(cls, '__class_getitem__');
  if (method !== null) {
    if (method === None) {
      decref(method);
      typeError(`type '${cls.v.name}' is not subscriptable`);
    }
    try {
      return call1(method, key);
    } finally {
      decref(method);
    }
  }
  return typeError(`type '${cls.v.name}' is not subscriptable`);
}

/** PyMapping_Keys of what is no dict: the list of what its `keys()` gives. New reference. */
export function mappingKeys(o: PyObject): PyObject {
  const keys = callMethodStr(o, 'keys');
  let it: PyObject;
  try {
    it = getIter(keys);
  } catch (e) {
    if (!isPyException(e, T_TypeError)) throw e;
    decref(e);
    typeError(`${o.type.name}.keys() returned a non-iterable (type ${keys.type.name})`);
  } finally {
    decref(keys);
  }
  try {
    return sequenceList(it);
  } finally {
    decref(it);
  }
}

/** o[key] = value (borrowed). */
export function setitem(o: PyObject, key: PyObject, value: PyObject): void {
  const type = o.type;
  if (type.mp_ass_subscript !== null) return type.mp_ass_subscript(o, key, value);
  if (type.sq_ass_item !== null) {
    if (!isIndex(key)) typeError(`sequence index must be integer, not '${key.type.name}'`);
    return assignItem(o, key, value);
  }
  typeError(`'${type.name}' object does not support item assignment`);
}

/** del o[key]. */
export function delitem(o: PyObject, key: PyObject): void {
  const type = o.type;
  if (type.mp_ass_subscript !== null) return type.mp_ass_subscript(o, key, null);
  if (type.sq_ass_item !== null) {
    if (!isIndex(key)) typeError(`sequence index must be integer, not '${key.type.name}'`);
    return assignItem(o, key, null);
  }
  // The words of PySequence_DelItem where the type has sequence slots at all, else those of PyObject_DelItem.
  const sequence = (type.flags & TPFLAGS_HEAPTYPE) !== 0 || type.sq_length !== null;
  const not = sequence && isIndex(key) ? "doesn't" : 'does not';
  typeError(`'${type.name}' object ${not} support item deletion`);
}

function assignItem(o: PyObject, key: PyObject, value: PyObject | null): void {
  let i = asSsize(key, T_IndexError);
  if (i < 0 && o.type.sq_length !== null) i += o.type.sq_length(o);
  o.type.sq_ass_item!(o, i, value);
}
