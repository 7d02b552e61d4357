/** Attribute access (PyObject_GetAttr and friends, Objects/object.c). */
import type { PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { getMember, setMember } from '../exceptions/base.ts';
import { isPyException } from '../exceptions/body.ts';
import { T_AttributeError } from '../exceptions/types.ts';
import { noAttribute, typeError } from '../exceptions/raise.ts';
import { MISSING, object_getattro, SUPPRESS } from '../objects/object.ts';
import { intern, internInPlace, isInterned, type PyStr, T_STR } from '../objects/str.ts';
import { typeLookup } from '../objects/type_lookup.ts';

/** o.name, new reference; raises AttributeError. */
export function getattr(o: PyObject, name: PyObject<string>): PyObject {
  return findattr(o, name) ?? noAttribute(o, name);
}

/** As getattr; null where it is left to the caller to raise noAttribute (to throw here and there takes 1 us more). */
export function findattr(o: PyObject, name: PyObject<string>): PyObject | null {
  const { tp_getattro } = o.type;
  try {
    if (tp_getattro === object_getattro) return object_getattro(o, name, MISSING);
    return tp_getattro!(o, name);
  } catch (e) {
    setErrorContext(e, o, name);
    throw e;
  }
}

/** An AttributeError that somebody raised without saying for what (set_attribute_error_context). */
export function setErrorContext(e: unknown, o: PyObject, name: PyObject<string>): void {
  if (!isPyException(e, T_AttributeError)) return;
  if (getMember(e, 'name') !== null || getMember(e, 'obj') !== null) return;
  setMember(e, 'name', name);
  setMember(e, 'obj', o);
}

export function getattrStr(o: PyObject, name: string): PyObject {
  return getattr(o, intern(name));
}

/** o.name or null where AttributeError would be raised (_PyObject_LookupAttr). */
export function lookupattr(o: PyObject, name: PyObject<string>): PyObject | null {
  if (o.type.tp_getattro === object_getattro) return object_getattro(o, name, SUPPRESS);
  try {
    return o.type.tp_getattro!(o, name);
  } catch (e) {
    if (!isPyException(e, T_AttributeError)) throw e;
    decref(e);
    return null;
  }
}

export function lookupattrStr(o: PyObject, name: string): PyObject | null {
  return lookupattr(o, intern(name));
}

/** Sets (value borrowed) or deletes (null) an attribute (PyObject_SetAttr). */
export function setattr(o: PyObject, name: PyObject<string>, value: PyObject | null): void {
  const tp_setattro = o.type.tp_setattro;
  if (tp_setattro !== null) {
    // A name becomes interned, and with 3.12.1 immortal: the reference need not be given back.
    if (name.type === T_STR && !isInterned(name)) name = internInPlace(incref(name) as PyStr);
    return tp_setattro(o, name, value);
  }
  const what = value === null ? 'del' : 'assign to';
  if (o.type.tp_getattro === null) typeError(`'${o.type.name}' object has no attributes (${what} .${name.v})`);
  typeError(`'${o.type.name}' object has only read-only attributes (${what} .${name.v})`);
}

export function setattrStr(o: PyObject, name: string, value: PyObject | null): void {
  setattr(o, intern(name), value);
}

/**
 * A special method looked up on the type and bound (_PyObject_LookupSpecial); new reference or null.
 */
export function lookupSpecial(o: PyObject, name: string): PyObject | null {
  const f = typeLookup(o.type, name);
  if (f === null) return null;
  incref(f);
  const get = f.type.tp_descr_get;
  if (get === null) return f;
  try {
    return get(f, o, o.type.obj);
  } finally {
    decref(f);
  }
}
