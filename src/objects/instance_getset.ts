/** The `__dict__` and `__weakref__` descriptors of Python classes (subtype_dict, subtype_getweakref). */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { incref } from '../heap/refcount.ts';
import { weakrefsOf } from '../heap/weakrefs.ts';
import { typeError } from '../exceptions/raise.ts';
import { instanceDict, replaceInstanceDict } from './attributes.ts';
import { isDict } from './dict.ts';
import { None } from './singletons.ts';

export function dictGetter(o: PyObject): PyObject {
  return incref(instanceDict(o as PyContainer));
}

export function dictSetter(o: PyObject, value: PyObject | null): void {
  if (value === null) {
    replaceInstanceDict(o as PyContainer, null);
    return;
  }
  if (!isDict(value)) typeError(`__dict__ must be set to a dictionary, not a '${value.type.name}'`);
  replaceInstanceDict(o as PyContainer, incref(value) as PyContainer);
}

/** The first weak reference to the object, or None. */
export function weakrefGetter(o: PyObject): PyObject {
  const refs = weakrefsOf(o);
  return incref(refs.length === 0 ? None : refs[0]);
}
