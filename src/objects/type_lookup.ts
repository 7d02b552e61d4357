/** Finding an attribute along the mro, with the method cache (_PyType_Lookup), and its invalidation (PyType_Modified). */
import { newVersionTag, type PyObject, type TypeBody } from '../heap/object.ts';
import { dict_getStr } from './dict.ts';

/** The class attribute `name` seen from `type`, borrowed, or null. */
export function typeLookup(type: TypeBody, name: string): PyObject | null {
  const known = type.cache.get(name);
  if (known !== undefined) return known;
  const mro = type.mro;
  let found: PyObject | null = null;
  for (let i = 0; i < mro.length; i++) {
    const value = dict_getStr(mro[i].dict, name);
    if (value !== null) {
      found = value;
      break;
    }
  }
  type.cache.set(name, found);
  return found;
}

/** Drops the caches of a type and its subclasses after a change to its dict, bases or mro. */
export function typeModified(type: TypeBody): void {
  type.ver = newVersionTag();
  type.cache.clear();
  const subclasses = type.subclasses;
  for (let i = 0; i < subclasses.length; i++) typeModified(subclasses[i]);
}

/** PyType_IsSubtype. */
export function isSubtype(a: TypeBody, b: TypeBody): boolean {
  return a === b || a.mro.includes(b);
}
