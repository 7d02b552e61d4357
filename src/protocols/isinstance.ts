/** isinstance and issubclass (Objects/abstract.c). */
import type { PyObject, TypeBody } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { enterRecursive, leaveRecursive } from '../heap/recursion.ts';
import { typeError } from '../exceptions/raise.ts';
import { isTuple } from '../objects/tuple.ts';
import { isType, T_TYPE } from '../objects/type.ts';
import { isSubtype } from '../objects/type_lookup.ts';
import { call1 } from './call.ts';
import { lookupSpecial, lookupattrStr } from './attribute.ts';
import { isTrue } from './object.ts';

/** isinstance(o, cls). */
export function isInstance(o: PyObject, cls: PyObject): boolean {
  if (o.type.obj === cls) return true;
  if (cls.type === T_TYPE) return realIsInstance(o, cls);
  if (cls.type.name === 'types.UnionType') cls = cls.v.args as PyObject;
  if (isTuple(cls)) return anyOf(cls.v, item => isInstance(o, item), ' in __instancecheck__');
  const checker = lookupSpecial(cls, '__instancecheck__');
  if (checker !== null) return askClass(checker, o, ' in __instancecheck__');
  return realIsInstance(o, cls);
}

/** issubclass(derived, cls). */
export function isSubclass(derived: PyObject, cls: PyObject): boolean {
  if (cls.type === T_TYPE) {
    if (derived === cls) return true;
    return realIsSubclass(derived, cls);
  }
  if (cls.type.name === 'types.UnionType') cls = cls.v.args as PyObject;
  if (isTuple(cls)) return anyOf(cls.v, item => isSubclass(derived, item), ' in __subclasscheck__');
  const checker = lookupSpecial(cls, '__subclasscheck__');
  if (checker !== null) return askClass(checker, derived, ' in __subclasscheck__');
  return realIsSubclass(derived, cls);
}

function anyOf(items: PyObject[], test: (item: PyObject) => boolean, where: string): boolean {
  enterRecursive(where);
  try {
    for (let i = 0; i < items.length; i++) if (test(items[i])) return true;
    return false;
  } finally {
    leaveRecursive();
  }
}

/** Calls `__instancecheck__` or `__subclasscheck__`; consumes `checker`. */
function askClass(checker: PyObject, arg: PyObject, where: string): boolean {
  enterRecursive(where);
  try {
    const r = call1(checker, arg);
    try {
      return isTrue(r);
    } finally {
      decref(r);
    }
  } finally {
    leaveRecursive();
    decref(checker);
  }
}

/** type.__instancecheck__ (_PyObject_RealIsInstance). */
export function realIsInstance(o: PyObject, cls: PyObject): boolean {
  if (isType(cls)) {
    if (isSubtype(o.type, cls.v)) return true;
    // A proxy may claim another class.
    const claimed = lookupattrStr(o, '__class__');
    const result =
      claimed !== null && claimed !== o.type.obj && isType(claimed) && isSubtype(claimed.v as TypeBody, cls.v);
    xdecref(claimed);
    return result;
  }
  checkClass(cls, 'isinstance() arg 2 must be a type, a tuple of types, or a union');
  const claimed = lookupattrStr(o, '__class__');
  if (claimed === null) return false;
  const result = abstractIsSubclass(claimed, cls);
  decref(claimed);
  return result;
}

/** type.__subclasscheck__ (_PyObject_RealIsSubclass). */
export function realIsSubclass(derived: PyObject, cls: PyObject): boolean {
  if (isType(derived) && isType(cls)) return isSubtype(derived.v, cls.v);
  checkClass(derived, 'issubclass() arg 1 must be a class');
  checkClass(cls, 'issubclass() arg 2 must be a class, a tuple of classes, or a union');
  return abstractIsSubclass(derived, cls);
}

function checkClass(cls: PyObject, message: string): void {
  const bases = basesOf(cls);
  if (bases === null) typeError(message);
  decref(bases);
}

/** `cls.__bases__` when it is a tuple; new reference or null. */
function basesOf(cls: PyObject): PyObject | null {
  const bases = lookupattrStr(cls, '__bases__');
  if (bases !== null && !isTuple(bases)) {
    decref(bases);
    return null;
  }
  return bases;
}

function abstractIsSubclass(derived: PyObject, cls: PyObject): boolean {
  if (derived === cls) return true;
  const bases = basesOf(derived);
  if (bases === null) return false;
  try {
    for (const base of bases.v as PyObject[]) {
      incref(base);
      const found = abstractIsSubclass(base, cls);
      decref(base);
      if (found) return true;
    }
    return false;
  } finally {
    decref(bases);
  }
}
