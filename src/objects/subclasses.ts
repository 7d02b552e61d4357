/**
 * Direct subclasses (tp_subclasses in Objects/typeobject.c): a class holds a dict, address -> weak reference, that the
 * program can find through gc. So every class made by a program has a weak reference, which `weakref.ref(C)` shares.
 */
import type { TypeBody } from '../heap/object.ts';
import { idOf } from '../heap/pymalloc.ts';
import { decref } from '../heap/refcount.ts';
import { dict_delitem, dict_setitem, newDict } from './dict.ts';
import { newInt } from './int.ts';
import { newWeakref, T_REF } from './weakref.ts';

/** add_subclass. */
export function addSubclass(base: TypeBody, type: TypeBody): void {
  base.subclasses.push(type);
  addSubclassRef(base, type);
}

/** The dict's part of it. */
export function addSubclassRef(base: TypeBody, type: TypeBody): void {
  const key = newInt(idOf(type.obj));
  const ref = newWeakref(T_REF, type.obj, null);
  if (base.subclassDict === null) base.subclassDict = newDict();
  dict_setitem(base.subclassDict, key, ref);
  decref(ref);
  decref(key);
}

/** remove_subclass: nothing happens when the class is not among them. */
export function removeSubclass(base: TypeBody, type: TypeBody): void {
  const i = base.subclasses.indexOf(type);
  if (i < 0) return;
  base.subclasses.splice(i, 1);
  const dict = base.subclassDict!;
  const key = newInt(idOf(type.obj));
  dict_delitem(dict, key);
  decref(key);
  if (base.subclasses.length === 0 && base.subclassDict === dict) {
    base.subclassDict = null;
    decref(dict);
  }
}
