/** Attributes for compiled code: caches at each site (the specialized forms of LOAD_ATTR and STORE_ATTR). */
import { GC_ODD_ORDER, TPFLAGS_METHOD_DESCRIPTOR, type PyContainer, type PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { newNoAttribute, runtimeError } from '../exceptions/raise.ts';
import { hasInlineValues, instanceAttribute } from '../objects/attributes.ts';
import type { PyCell } from '../objects/cell.ts';
import { T_MEMBER_DESCR, type MemberDescrBody } from '../objects/descriptors.ts';
import { object_getattro, object_setattro } from '../objects/object.ts';
import { T_PROPERTY } from '../objects/property.ts';
import { superLookup, T_SUPER } from '../objects/super.ts';
import { raised, tstate } from '../objects/thread_state.ts';
import { isType } from '../objects/type.ts';
import { isSubtype, typeLookup } from '../objects/type_lookup.ts';
import { findattr, getattr, setattr, setErrorContext } from '../protocols/attribute.ts';
import { call, call2 } from '../protocols/call.ts';
import { dict_getStr } from '../objects/dict.ts';

/** What a site knows of one type: `ver` is the type's version, 0 for nothing. */
export class AttributeCache {
  ver = 0;
  /** The attribute is `values[idx]` of the instance. */
  idx = 0;
  /** The class's function or property, borrowed (a change of the class changes its version). */
  value: PyObject | null = null;
  /** The same of other types that the site has seen. The compiled text looks at the first only. */
  next: AttributeCache | null = null;
}

/** A site remembers this many types. */
const MAX_SEEN = 4;

/** What the site knows of types with this version, beyond the first; or null. */
function findSeen(cache: AttributeCache, ver: number): AttributeCache | null {
  let seen = cache.next;
  while (seen !== null && seen.ver !== ver) seen = seen.next;
  return seen;
}

/** Puts a type behind the first, where the compiled text does not look. */
function addSeen(cache: AttributeCache, ver: number, idx: number, value: PyObject | null): void {
  const seen = new AttributeCache();
  seen.ver = ver;
  seen.idx = idx;
  seen.value = value;
  seen.next = cache.next;
  cache.next = seen;
  let last = seen;
  for (let n = 2; last.next !== null; n++) {
    if (n === MAX_SEEN) last.next = null;
    else last = last.next;
  }
}

/** The site has met a type it did not know: that comes first now. */
function learn(cache: AttributeCache, ver: number, idx: number, value: PyObject | null): void {
  if (cache.ver !== 0 && cache.ver !== ver) addSeen(cache, cache.ver, cache.idx, cache.value);
  cache.ver = ver;
  cache.idx = idx;
  cache.value = value;
}

/** Index in `values` where instances of this type keep the attribute, or -1. */
function slotIndex(o: PyObject, name: string): number {
  const type = o.type;
  const descr = typeLookup(type, name);
  if (descr !== null) {
    if (descr.type === T_MEMBER_DESCR) {
      const m: MemberDescrBody = descr.v;
      return m.slot >= 0 && isSubtype(type, m.owner) ? m.slot : -1;
    }
    if (descr.type.tp_descr_set !== null) return -1;
  }
  if (type.sharedKeys === null) return -1;
  return type.sharedKeys.get(name) ?? -1;
}

/** What a data descriptor that the site knows answers, as in object_getattro. */
function descriptorGet(descr: PyObject, o: PyObject, name: PyObject<string>): PyObject {
  descr.rc++;
  try {
    return descr.type.tp_descr_get!(descr, o, o.type.obj);
  } catch (e) {
    setErrorContext(e, o, name);
    throw e;
  } finally {
    decref(descr);
  }
}

function loadAttr(o: PyObject, name: PyObject<string>, cache: AttributeCache): PyObject | null {
  const type = o.type;
  const seen = findSeen(cache, type.ver);
  if (seen !== null) {
    if (seen.value !== null) return descriptorGet(seen.value, o, name);
    if ((o as PyContainer).dict === null) {
      const value = (o as PyContainer).values![seen.idx];
      if (value != null) return incref(value);
    }
  } else if (type.tp_getattro === object_getattro) {
    const descr = typeLookup(type, name.v);
    if (descr !== null && descr.type === T_PROPERTY) {
      addSeen(cache, type.ver, -1, descr);
      return descriptorGet(descr, o, name);
    }
  }
  if (type.tp_getattro === object_getattro) {
    const index = slotIndex(o, name.v);
    if (index >= 0 && (o as PyContainer).dict === null) {
      if (seen === null) learn(cache, type.ver, index, null);
      const value = (o as PyContainer).values?.[index];
      if (value !== null && value !== undefined) return incref(value);
    }
  }
  return findattr(o, name);
}

/** The attribute, a new reference; null when it raised. Consumes the object. */
export function loadAttr_O(o: PyObject, name: PyObject<string>, cache: AttributeCache): PyObject | null {
  let r: PyObject | null;
  try {
    r = loadAttr(o, name, cache);
  } catch (e) {
    decref(o);
    return raised(e);
  }
  if (r === null) tstate.raised = newNoAttribute(o, name);
  if (--o.rc === 0) o.type.tp_dealloc!(o);
  return r;
}

export function loadAttr_B(o: PyObject, name: PyObject<string>, cache: AttributeCache): PyObject | null {
  ++o.rc;
  return loadAttr_O(o, name, cache);
}

/**
 * The first assignment of a member of `__slots__`, or of an inline attribute whose predecessor is set, which keeps insertion
 * order without ado. False when this is something else.
 */
function storeNext(o: PyContainer, value: PyObject, cache: AttributeCache): boolean {
  const type = o.type;
  if (type.ver !== cache.ver || o.dict !== null || (o.gcRefs & GC_ODD_ORDER) !== 0) return false;
  const { idx } = cache;
  const values = o.values!;
  if (values[idx] !== null) return false;
  // `__slots__` members come in any order.
  if (idx > type.slotCount && values[idx - 1] === null) return false;
  values[idx] = value;
  return true;
}

/** Stores and consumes the value; the object is consumed too. */
export function storeAttr_O(o: PyObject, name: PyObject<string>, value: PyObject, cache: AttributeCache): void {
  try {
    const type = o.type;
    if (type.tp_setattro === object_setattro) {
      const seen = findSeen(cache, type.ver);
      const index = seen === null ? slotIndex(o, name.v) : seen.idx;
      if (index >= 0 && (o as PyContainer).dict === null) {
        if (seen === null) learn(cache, type.ver, index, null);
        const old = (o as PyContainer).values![index];
        if (old != null) {
          (o as PyContainer).values![index] = value;
          value.rc++;
          decref(old);
          return;
        }
      }
    }
    setattr(o, name, value);
  } finally {
    decref(value);
    decref(o);
  }
}

export function storeAttr_B(o: PyObject, name: PyObject<string>, value: PyObject, cache: AttributeCache): void {
  if (storeNext(o as PyContainer, value, cache)) return;
  ++o.rc;
  storeAttr_O(o, name, value, cache);
}

function deleteAttr_O(o: PyObject, name: PyObject<string>): void {
  try {
    setattr(o, name, null);
  } finally {
    decref(o);
  }
}

function deleteAttr_B(o: PyObject, name: PyObject<string>): void {
  ++o.rc;
  deleteAttr_O(o, name);
}

/**
 * The attribute of `o` that is about to be called (_PyObject_GetMethod). When `tstate.isMethod` is true afterwards, it is a
 * function that takes `o` first, and `o` is left to the caller; else `o` has been consumed. Consumes `o` when it throws.
 */
export function loadMethod(o: PyObject, name: PyObject<string>, cache: AttributeCache): PyObject {
  const type = o.type;
  const seen = findSeen(cache, type.ver);
  if (seen !== null && (o as PyContainer).dict == null) {
    tstate.isMethod = true;
    return incref(seen.value!);
  }
  if (type.tp_getattro !== object_getattro) {
    tstate.isMethod = false;
    let r: PyObject;
    try {
      r = getattr(o, name);
    } catch (e) {
      decref(o);
      throw e;
    }
    tstate.isMethod = false;
    decref(o);
    return r;
  }
  const descr = typeLookup(type, name.v);
  if (descr !== null && (descr.type.flags & TPFLAGS_METHOD_DESCRIPTOR) !== 0) {
    const own = type.dictoffset === 0 ? null : instanceAttribute(o as PyContainer, name.v);
    if (own === null) {
      // The site may skip this only for objects whose attributes are inline under known keys, or that have none.
      if (type.dictoffset === 0 || (hasInlineValues(o as PyContainer) && !type.sharedKeys!.has(name.v))) {
        if (seen === null) learn(cache, type.ver, 0, descr);
      }
      tstate.isMethod = true;
      return incref(descr);
    }
    incref(own);
    decref(o);
    tstate.isMethod = false;
    return own;
  }
  let r: PyObject;
  try {
    r = object_getattro(o, name);
  } catch (e) {
    decref(o);
    throw e;
  }
  decref(o);
  tstate.isMethod = false;
  return r;
}

// ---- super

/** `super()` in a method: consumes the callable. `self` may be null when it was deleted. */
export function superCall(f: PyObject, cell: PyCell, self: PyObject | null): PyObject {
  try {
    if (f !== T_SUPER.obj) return call(f, [], null);
    const [cls, obj] = superArguments(cell, self);
    return call2(f, cls, obj);
  } finally {
    decref(f);
  }
}

function superArguments(cell: PyCell, self: PyObject | null): [PyObject, PyObject] {
  if (self === null) return runtimeError('super(): arg[0] deleted');
  if (cell.v === null) return runtimeError('super(): empty __class__ cell');
  if (!isType(cell.v)) return runtimeError(`super(): __class__ is not a type (${(cell.v as PyObject).type.name})`);
  return [cell.v, self];
}

/** `super().name` (LOAD_SUPER_ATTR): no super object is made. Consumes the callable; new reference. */
export function superAttr(f: PyObject, cell: PyCell, self: PyObject | null, name: PyObject<string>): PyObject {
  if (f === T_SUPER.obj) {
    const [cls, obj] = superArguments(cell, self);
    const objType = isType(obj) && isSubtype(obj.v, cls.v) ? obj : obj.type.obj;
    if (isSubtype(objType.v, cls.v)) {
      const found = superLookup(cls as PyContainer, obj, objType, name);
      decref(f);
      if (found !== null) return found;
      const object = call2(T_SUPER.obj, cls, obj);
      try {
        return object_getattro(object, name);
      } finally {
        decref(object);
      }
    }
  }
  const object = superCall(f, cell, self);
  try {
    return getattr(object, name);
  } finally {
    decref(object);
  }
}

/**
 * `super().name` about to be called (LOAD_SUPER_METHOD). `self` carries a reference of its own that is consumed unless
 * `tstate.isMethod` is true afterwards.
 */
export function superMethod(f: PyObject, cell: PyCell, self: PyObject, name: PyObject<string>): PyObject {
  if (f === T_SUPER.obj && cell.v !== null && isType(cell.v) && !isType(self)) {
    const mro = self.type.mro;
    let i = mro.indexOf(cell.v.v) + 1;
    if (i > 0) {
      for (; i < mro.length; i++) {
        const found = dict_getStr(mro[i].dict, name.v);
        if (found === null) continue;
        if ((found.type.flags & TPFLAGS_METHOD_DESCRIPTOR) === 0) break;
        decref(f);
        tstate.isMethod = true;
        return incref(found);
      }
    }
  }
  let r: PyObject;
  try {
    r = superAttr(f, cell, self, name);
  } finally {
    decref(self);
  }
  tstate.isMethod = false;
  return r;
}

export const attributes = {
  AttributeCache,
  loadAttr_O,
  loadAttr_B,
  storeAttr_O,
  storeAttr_B,
  deleteAttr_O,
  deleteAttr_B,
  loadMethod,
  superCall,
  superAttr,
  superMethod,
};
