/**
 * The slots of Python classes: each looks its special method up on the type and calls it (slot_* in
 * Objects/typeobject.c).
 */
import type { PyObject, TypeBody } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import type { Binary, SlotName, Ternary, Unary } from '../heap/slots.ts';
import { fromInt } from '../text/hash.ts';
import { isPyException } from '../exceptions/body.ts';
import { T_AttributeError, T_OverflowError } from '../exceptions/types.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import { call, callSpecial, callSpecialMaybe, callUnbound } from '../protocols/call.ts';
import { isTrue } from '../protocols/object.ts';
import { asSsize, index } from '../protocols/number.ts';
import { getattrStr } from '../protocols/attribute.ts';
import { iterSearch } from '../protocols/iterator.ts';
import { holdArguments, releaseArguments } from './argument_tuple.ts';
import { hooks } from './hooks.ts';
import { isInt, newInt } from './int.ts';
import { newSeqIter } from './iterators.ts';
import { object_getattro, object_repr, SUPPRESS } from './object.ts';
import { None, NotImplemented } from './singletons.ts';
import { isSubtype, typeLookup } from './type_lookup.ts';
import { T_WRAPPER_DESCR } from './descriptors.ts';

// ---- number

/** True when b's class overrides `name` relative to a's (method_is_overloaded). */
function methodIsOverloaded(a: PyObject, b: PyObject, name: string): boolean {
  const fb = typeLookup(b.type, name);
  if (fb === null) return false;
  return typeLookup(a.type, name) !== fb;
}

/** SLOT1BINFULL: `a OP b`, giving b's reflected method the first try when b's class is a proper subclass. */
export function binarySlot(slot: SlotName, name: string, rname: string): Binary {
  const fn: Binary = (a, b) => {
    let tryOther = a.type !== b.type && b.type[slot] === fn;
    if (a.type[slot] === fn) {
      if (tryOther && isSubtype(b.type, a.type) && methodIsOverloaded(a, b, rname)) {
        const r = callSpecialMaybe(b, rname, [a]) ?? NotImplemented;
        if (r !== NotImplemented) return r;
        tryOther = false;
      }
      const r = callSpecialMaybe(a, name, [b]) ?? NotImplemented;
      if (r !== NotImplemented || b.type === a.type) return r;
    }
    if (tryOther) return callSpecialMaybe(b, rname, [a]) ?? NotImplemented;
    return NotImplemented;
  };
  return fn;
}

export function unarySlot(name: string): Unary {
  return o => callSpecial(o, name, []);
}

export function inplaceSlot(name: string): Binary {
  return (a, b) => callSpecialMaybe(a, name, [b]) ?? NotImplemented;
}

/** `pow(a, b, c)`: with a modulus only a's own `__pow__` is asked. */
export const slot_nb_power: Ternary = (a, b, c) => {
  if (c === None) return powerTwo(a, b);
  if (a.type.nb_power === slot_nb_power) return callSpecialMaybe(a, '__pow__', [b, c]) ?? NotImplemented;
  return NotImplemented;
};

function powerTwo(a: PyObject, b: PyObject): PyObject {
  let tryOther = a.type !== b.type && b.type.nb_power === slot_nb_power;
  if (a.type.nb_power === slot_nb_power) {
    if (tryOther && isSubtype(b.type, a.type) && methodIsOverloaded(a, b, '__rpow__')) {
      const r = callSpecialMaybe(b, '__rpow__', [a]) ?? NotImplemented;
      if (r !== NotImplemented) return r;
      tryOther = false;
    }
    const r = callSpecialMaybe(a, '__pow__', [b]) ?? NotImplemented;
    if (r !== NotImplemented || b.type === a.type) return r;
  }
  if (tryOther) return callSpecialMaybe(b, '__rpow__', [a]) ?? NotImplemented;
  return NotImplemented;
}

export const slot_nb_inplace_power: Ternary = (a, b) => callSpecialMaybe(a, '__ipow__', [b]) ?? NotImplemented;

export function slot_nb_bool(o: PyObject): boolean {
  let f = typeLookup(o.type, '__bool__');
  let usingLen = false;
  if (f === null) {
    f = typeLookup(o.type, '__len__');
    if (f === null) return true;
    usingLen = true;
  }
  const value = callUnbound(f, o, []);
  if (usingLen) return lengthOf(value) !== 0;
  const result = value.v as unknown;
  const isBool = value.type.name === 'bool';
  decref(value);
  if (!isBool) typeError(`__bool__ should return bool, returned ${value.type.name}`);
  return result !== 0;
}

export function slot_nb_index(o: PyObject): PyObject {
  return callSpecial(o, '__index__', []);
}

// ---- sequence and mapping

/** Checks the result of `__len__`; consumes `value`. */
function lengthOf(value: PyObject): number {
  let n: PyObject;
  try {
    n = index(value);
  } finally {
    decref(value);
  }
  try {
    if (n.v < 0) valueError('__len__() should return >= 0');
    return asSsize(n, T_OverflowError);
  } finally {
    decref(n);
  }
}

export function slot_sq_length(o: PyObject): number {
  return lengthOf(callSpecial(o, '__len__', []));
}

export function slot_sq_item(o: PyObject, i: number): PyObject {
  const n = newInt(i);
  try {
    return callSpecial(o, '__getitem__', [n]);
  } finally {
    decref(n);
  }
}

export function slot_sq_ass_item(o: PyObject, i: number, value: PyObject | null): void {
  const n = newInt(i);
  try {
    slot_mp_ass_subscript(o, n, value);
  } finally {
    decref(n);
  }
}

export function slot_mp_subscript(o: PyObject, key: PyObject): PyObject {
  return callSpecial(o, '__getitem__', [key]);
}

export function slot_mp_ass_subscript(o: PyObject, key: PyObject, value: PyObject | null): void {
  decref(value === null ? callSpecial(o, '__delitem__', [key]) : callSpecial(o, '__setitem__', [key, value]));
}

export function slot_sq_contains(o: PyObject, item: PyObject): boolean {
  const f = typeLookup(o.type, '__contains__');
  if (f === None) typeError(`'${o.type.name}' object is not a container`);
  if (f === null) return iterSearch(o, item);
  const r = callUnbound(f, o, [item]);
  try {
    return isTrue(r);
  } finally {
    decref(r);
  }
}

// ---- basics

export function slot_tp_repr(o: PyObject): PyObject {
  return callSpecialMaybe(o, '__repr__', []) ?? object_repr(o);
}

export function slot_tp_str(o: PyObject): PyObject {
  return callSpecial(o, '__str__', []);
}

export function slot_tp_hash(o: PyObject): void {
  const f = typeLookup(o.type, '__hash__');
  if (f === null || f === None) hashNotImplemented(o);
  const r = callUnbound(f, o, []);
  if (!isInt(r)) {
    decref(r);
    typeError('__hash__ method should return an integer');
  }
  fromInt(r.v);
  decref(r);
}

export function hashNotImplemented(o: PyObject): never {
  return typeError(`unhashable type: '${o.type.name}'`);
}

export function slot_tp_call(f: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const npos = kwnames === null ? args.length : args.length - kwnames.length;
  if (npos === 0) return callInstance(f, args, kwnames);
  const tuple = holdArguments(args, npos);
  try {
    return callInstance(f, args, kwnames);
  } finally {
    releaseArguments(args, npos, tuple);
  }
}

function callInstance(f: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const method = typeLookup(f.type, '__call__');
  if (method === null) return typeError(`'${f.type.name}' object is not callable`);
  if (method.type.tp_descr_get !== null && (method.type.flags & (1 << 17)) === 0) {
    const bound = method.type.tp_descr_get(method, f, f.type.obj);
    try {
      return call(bound, args, kwnames);
    } finally {
      decref(bound);
    }
  }
  if (method.type.tp_descr_get === null) return call(method, args, kwnames);
  return call(method, [f, ...args], kwnames);
}

const COMPARE_NAMES = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'];

export function slot_tp_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  return callSpecialMaybe(a, COMPARE_NAMES[op], [b]) ?? NotImplemented;
}

export function slot_tp_iter(o: PyObject): PyObject {
  const f = typeLookup(o.type, '__iter__');
  if (f === None) typeError(`'${o.type.name}' object is not iterable`);
  if (f !== null) return callUnbound(f, o, []);
  if (typeLookup(o.type, '__getitem__') === null) typeError(`'${o.type.name}' object is not iterable`);
  return newSeqIter(o);
}

export function slot_tp_iternext(o: PyObject): PyObject | null {
  return callSpecial(o, '__next__', []);
}

export function slot_tp_init(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void {
  const f = typeLookup(o.type, '__init__');
  if (f === null) return;
  let r: PyObject;
  if ((f.type.flags & (1 << 17)) !== 0) r = call(f, [o, ...args], kwnames);
  else {
    const bound = f.type.tp_descr_get === null ? incref(f) : f.type.tp_descr_get(f, o, o.type.obj);
    try {
      r = call(bound, args, kwnames);
    } finally {
      decref(bound);
    }
  }
  if (r !== None) {
    const name = r.type.name;
    decref(r);
    typeError(`__init__() should return None, not '${name}'`);
  }
  decref(r);
}

export function slot_tp_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const f = getattrStr(type.obj, '__new__');
  try {
    return call(f, [type.obj, ...args], kwnames);
  } finally {
    decref(f);
  }
}

/** `__del__`: errors are reported, never raised. */
export function slot_tp_finalize(o: PyObject): void {
  const del = typeLookup(o.type, '__del__');
  if (del === null) return;
  incref(del);
  try {
    decref(callUnbound(del, o, []));
  } catch (e) {
    if (!isPyException(e)) {
      decref(del);
      throw e;
    }
    hooks.unraisable(e, del, null);
  }
  decref(del);
}

// ---- attributes

export function slot_tp_getattro(o: PyObject, name: PyObject<string>): PyObject {
  return callSpecial(o, '__getattribute__', [name]);
}

/** With `__getattr__`: asked when the normal way raises AttributeError. */
export function slot_tp_getattr_hook(o: PyObject, name: PyObject<string>): PyObject {
  const type = o.type;
  const getattr = typeLookup(type, '__getattr__');
  if (getattr === null) {
    type.tp_getattro = slot_tp_getattro;
    return slot_tp_getattro(o, name);
  }
  incref(getattr);
  try {
    const getattribute = typeLookup(type, '__getattribute__');
    try {
      if (getattribute === null || (getattribute.type === T_WRAPPER_DESCR && getattribute.v.func === object_getattro)) {
        const value = object_getattro(o, name, SUPPRESS);
        if (value !== null) return value;
      } else return callUnbound(getattribute, o, [name]);
    } catch (e) {
      if (!isPyException(e, T_AttributeError)) throw e;
      decref(e);
    }
    return callUnbound(getattr, o, [name]);
  } finally {
    decref(getattr);
  }
}

export function slot_tp_setattro(o: PyObject, name: PyObject<string>, value: PyObject | null): void {
  decref(value === null ? callSpecial(o, '__delattr__', [name]) : callSpecial(o, '__setattr__', [name, value]));
}

export function slot_tp_descr_get(d: PyObject, obj: PyObject | null, type: PyObject | null): PyObject {
  const get = typeLookup(d.type, '__get__');
  if (get === null) return incref(d);
  return call(get, [d, obj ?? None, type ?? None], null);
}

export function slot_tp_descr_set(d: PyObject, obj: PyObject, value: PyObject | null): void {
  decref(value === null ? callSpecial(d, '__delete__', [obj]) : callSpecial(d, '__set__', [obj, value]));
}

// ---- async

export function slot_am_await(o: PyObject): PyObject {
  const r = callSpecialMaybe(o, '__await__', []);
  return r ?? typeError(`object ${o.type.name} does not have __await__ method`);
}

export function slot_am_aiter(o: PyObject): PyObject {
  const r = callSpecialMaybe(o, '__aiter__', []);
  return r ?? typeError(`object ${o.type.name} does not have __aiter__ method`);
}

export function slot_am_anext(o: PyObject): PyObject {
  const r = callSpecialMaybe(o, '__anext__', []);
  return r ?? typeError(`object ${o.type.name} does not have __anext__ method`);
}
