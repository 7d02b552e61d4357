/** repr, str, hash, truth, format of any object (Objects/object.c). */
import type { PyObject } from '../heap/object.ts';
import { TPFLAGS_UNICODE_SUBCLASS } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { enterRecursive, leaveRecursive } from '../heap/recursion.ts';
import { hash as hashResult, toInt } from '../text/hash.ts';
import { asciiRepr } from '../text/str_repr.ts';
import { typeError } from '../exceptions/raise.ts';
import { True, False, None } from '../objects/singletons.ts';
import { EMPTY_STR, isStr, newStr, STR_HASHED, T_STR, type PyStr } from '../objects/str.ts';
import { hashNotImplemented } from '../objects/slot_functions.ts';
import { hexAddress } from '../objects/text.ts';
import { callSpecialMaybe } from './call.ts';
import { T_INT } from '../objects/int.ts';

/** repr(o): a new str. */
export function repr(o: PyObject): PyObject<string> {
  const tp_repr = o.type.tp_repr;
  if (tp_repr === null) return newStr(`<${o.type.name} object at ${hexAddress(o)}>`);
  enterRecursive(' while getting the repr of an object');
  let r: PyObject;
  try {
    r = tp_repr(o);
  } finally {
    leaveRecursive();
  }
  if ((r.type.flags & TPFLAGS_UNICODE_SUBCLASS) === 0) badString('__repr__', r);
  return r;
}

function badString(method: string, r: PyObject): never {
  const name = r.type.name;
  decref(r);
  return typeError(`${method} returned non-string (type ${name})`);
}

/** str(o): a new reference to a str. */
export function str(o: PyObject): PyObject<string> {
  if (o.type === T_STR) return incref(o);
  const tp_str = o.type.tp_str;
  if (tp_str === null) return repr(o);
  enterRecursive(' while getting the str of an object');
  let r: PyObject;
  try {
    r = tp_str(o);
  } finally {
    leaveRecursive();
  }
  if ((r.type.flags & TPFLAGS_UNICODE_SUBCLASS) === 0) badString('__str__', r);
  return r;
}

/** The text of repr(o). */
export function reprString(o: PyObject): string {
  const r = repr(o);
  const s = r.v;
  decref(r);
  return s;
}

/** The text of str(o). */
export function strString(o: PyObject): string {
  const r = str(o);
  const s = r.v;
  decref(r);
  return s;
}

/** ascii(o): repr with non-ASCII characters escaped. */
export function ascii(o: PyObject): PyObject<string> {
  const r = repr(o);
  const escaped = asciiRepr(r.v);
  if (escaped === r.v) return r;
  decref(r);
  return newStr(escaped);
}

/** format(o, spec); `spec` null is the empty string. */
export function format(o: PyObject, spec: PyObject | null): PyObject<string> {
  if (spec !== null && !isStr(spec)) typeError(`Format specifier must be a string, not ${spec.type.name}`);
  if (spec === null || spec.v === '') {
    if (o.type === T_STR) return incref(o);
    if (o.type === T_INT) return str(o);
  }
  const r = callSpecialMaybe(o, '__format__', [spec ?? EMPTY_STR]);
  if (r === null) typeError(`Type ${o.type.name} doesn't define __format__`);
  if (!isStr(r)) {
    const name = r.type.name;
    decref(r);
    typeError(`__format__ must return a str, not ${name}`);
  }
  return r;
}

/** Truth value (PyObject_IsTrue). */
export function isTrue(o: PyObject): boolean {
  if (o === True) return true;
  if (o === False || o === None) return false;
  const type = o.type;
  if (type.nb_bool !== null) return type.nb_bool(o);
  if (type.mp_length !== null) return type.mp_length(o) > 0;
  if (type.sq_length !== null) return type.sq_length(o) > 0;
  return true;
}

/** Leaves the hash in `hash.lo`/`hash.hi` of text/hash.ts; TypeError for unhashable objects. */
export function hash(o: PyObject): void {
  const type = o.type;
  if (type === T_INT) {
    const v: number | bigint = o.v;
    if (typeof v === 'number' && (v | 0) === v) {
      hashResult.lo = v === -1 ? -2 : v;
      hashResult.hi = v >> 31;
      return;
    }
  } else if (type === T_STR && ((o as PyStr).meta & STR_HASHED) !== 0) {
    hashResult.lo = (o as PyStr).hashLo;
    hashResult.hi = (o as PyStr).hashHi;
    return;
  }
  const tp_hash = type.tp_hash;
  if (tp_hash === null) hashNotImplemented(o);
  tp_hash(o);
}

/** The hash as an integer, for `hash(o)`. */
export function hashValue(o: PyObject): number | bigint {
  hash(o);
  return toInt(hashResult.lo, hashResult.hi);
}
