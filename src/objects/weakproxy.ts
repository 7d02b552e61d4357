/**
 * weakref.proxy: an object that stands for its referent in every operation (Objects/weakrefobject.c, proxy_*). Each slot
 * replaces proxies among its operands by their referents, kept alive meanwhile, and runs the operation on those.
 */
import {
  GC_WEAKREF,
  PyContainer,
  TPFLAGS_DISALLOW_INSTANTIATION,
  TPFLAGS_HAVE_GC,
  TypeBody,
  type PyObject,
} from '../heap/object.ts';
import { gcFree, gcMalloc, track, untrack } from '../heap/gc.ts';
import { born } from '../heap/audit.ts';
import { decref, incref } from '../heap/refcount.ts';
import type { Binary, Slots } from '../heap/slots.ts';
import { clear_weakref, insertAfter, insertHead, WeakrefBody, type PyWeakref } from '../heap/weakrefs.ts';
import { referenceError, typeError } from '../exceptions/raise.ts';
import { getattr, setattr } from '../protocols/attribute.ts';
import { call, callMethodStr } from '../protocols/call.ts';
import { richcompare } from '../protocols/compare.ts';
import { getIter, iterNext } from '../protocols/iterator.ts';
import { delitem, getitem, setitem } from '../protocols/mapping.ts';
import * as number from '../protocols/number.ts';
import { isTrue, str } from '../protocols/object.ts';
import { contains, size } from '../protocols/sequence.ts';
import { defineType } from './define.ts';
import { numberFloat, numberLong } from './number_convert.ts';
import { None } from './singletons.ts';
import { newStr } from './str.ts';
import { hexAddress } from './text.ts';
import {
  basicRefs,
  checkWeaklyReferencable,
  getBasicRefs,
  T_REF,
  WEAKREF_BYTES,
  weakref_clear,
  weakref_getObject,
  weakref_traverse,
} from './weakref.ts';

export const T_PROXY = new TypeBody('weakref.ProxyType');
export const T_CALLABLE_PROXY = new TypeBody('weakref.CallableProxyType');

/** PyWeakref_CheckProxy. */
export function isProxy(o: PyObject): o is PyWeakref {
  return o.type === T_PROXY || o.type === T_CALLABLE_PROXY;
}

/** PyWeakref_NewProxy: shared when there is no callback. `callback` is borrowed; None stands for none. New reference. */
export function newProxy(o: PyObject, callback: PyObject | null): PyWeakref {
  checkWeaklyReferencable(o);
  if (callback === None) callback = null;
  getBasicRefs(o);
  if (callback === null && basicRefs.proxy !== null) return incref(basicRefs.proxy);
  const self: PyWeakref = new PyContainer(
    1,
    o.type.tp_call !== null ? T_CALLABLE_PROXY : T_PROXY,
    gcMalloc(T_REF, WEAKREF_BYTES),
    new WeakrefBody(o, callback === null ? null : incref(callback)),
  );
  self.gcRefs = GC_WEAKREF;
  track(self);
  born(self);
  const prev = callback === null ? basicRefs.ref : (basicRefs.proxy ?? basicRefs.ref);
  if (prev === null) insertHead(self, o);
  else insertAfter(self, prev);
  return self;
}

/** UNWRAP: a new reference to the referent of a proxy, or to the object itself; raises ReferenceError for a dead one. */
function unwrap(o: PyObject): PyObject {
  if (!isProxy(o)) return incref(o);
  const object = weakref_getObject(o);
  if (object === None) referenceError('weakly-referenced object no longer exists');
  return incref(object);
}

/** WRAP_UNARY. */
function unary<R>(f: (o: PyObject) => R): (o: PyObject) => R {
  return o => {
    const x = unwrap(o);
    try {
      return f(x);
    } finally {
      decref(x);
    }
  };
}

/** WRAP_BINARY. */
function binary(f: Binary): Binary {
  return (a, b) => {
    const x = unwrap(a);
    let y: PyObject | null = null;
    try {
      y = unwrap(b);
      return f(x, y);
    } finally {
      decref(x);
      if (y !== null) decref(y);
    }
  };
}

function proxy_power(a: PyObject, b: PyObject, c: PyObject): PyObject {
  return binary((x, y) => unary(z => number.power(x, y, z))(c))(a, b);
}

function proxy_repr(o: PyObject): PyObject {
  const object = weakref_getObject(o as PyWeakref);
  return newStr(`<weakproxy at ${hexAddress(o)} to ${object.type.name} at ${hexAddress(object)}>`);
}

function proxy_dealloc(o: PyObject): void {
  const self = o as PyWeakref;
  untrack(self);
  clear_weakref(self);
  gcFree(self);
}

function proxy_setattro(o: PyObject, name: PyObject<string>, value: PyObject | null): void {
  unary(x => setattr(x, name, value))(o);
}

function proxy_ass_subscript(o: PyObject, key: PyObject, value: PyObject | null): void {
  unary(x => {
    if (value === null) delitem(x, key);
    else setitem(x, key, value);
  })(o);
}

function proxy_iternext(o: PyObject): PyObject | null {
  return unary(x => {
    if (x.type.tp_iternext === null) typeError(`Weakref proxy referenced a non-iterator '${x.type.name}' object`);
    return iterNext(x);
  })(o);
}

/** The slots of both types; made when the types are, since it reads other modules' constants. */
function proxySlots(): Partial<Slots> {
  return {
    tp_dealloc: proxy_dealloc,
    tp_traverse: weakref_traverse,
    tp_clear: weakref_clear,
    tp_repr: proxy_repr,
    tp_str: unary(str),
    tp_getattro: binary((x, name) => getattr(x, name as PyObject<string>)),
    tp_setattro: proxy_setattro,
    tp_richcompare: (a: PyObject, b: PyObject, op: number): PyObject => binary((x, y) => richcompare(x, y, op))(a, b),
    tp_iter: unary(getIter),
    tp_iternext: proxy_iternext,
    nb_add: binary(number.add),
    nb_subtract: binary(number.subtract),
    nb_multiply: binary(number.multiply),
    nb_remainder: binary(number.remainder),
    nb_divmod: binary(number.divmod),
    nb_power: proxy_power,
    nb_negative: unary(number.negative),
    nb_positive: unary(number.positive),
    nb_absolute: unary(number.absolute),
    nb_bool: unary(isTrue),
    nb_invert: unary(number.invert),
    nb_lshift: binary(number.lshift),
    nb_rshift: binary(number.rshift),
    nb_and: binary(number.and),
    nb_xor: binary(number.xor),
    nb_or: binary(number.or),
    nb_int: unary(numberLong),
    nb_float: unary(numberFloat),
    nb_inplace_add: binary(number.inplaceAdd),
    nb_inplace_subtract: binary(number.inplaceSubtract),
    nb_inplace_multiply: binary(number.inplaceMultiply),
    nb_inplace_remainder: binary(number.inplaceRemainder),
    nb_inplace_power: binary(number.inplacePower),
    nb_inplace_lshift: binary(number.inplaceLshift),
    nb_inplace_rshift: binary(number.inplaceRshift),
    nb_inplace_and: binary(number.inplaceAnd),
    nb_inplace_xor: binary(number.inplaceXor),
    nb_inplace_or: binary(number.inplaceOr),
    nb_floor_divide: binary(number.floorDivide),
    nb_true_divide: binary(number.trueDivide),
    nb_inplace_floor_divide: binary(number.inplaceFloorDivide),
    nb_inplace_true_divide: binary(number.inplaceTrueDivide),
    nb_index: unary(number.index),
    nb_matrix_multiply: binary(number.matrixMultiply),
    nb_inplace_matrix_multiply: binary(number.inplaceMatrixMultiply),
    sq_length: unary(size),
    sq_contains: (o: PyObject, item: PyObject): boolean => unary(x => contains(x, item))(o),
    mp_length: unary(size),
    mp_subscript: binary(getitem),
    mp_ass_subscript: proxy_ass_subscript,
  };
}

export function initWeakProxy(): void {
  const slots = proxySlots();
  defineType(T_PROXY, {
    flags: TPFLAGS_HAVE_GC | TPFLAGS_DISALLOW_INSTANTIATION,
    basicsize: WEAKREF_BYTES,
    slots,
    methods: [
      ['__bytes__', (o: PyObject) => unary(x => callMethodStr(x, '__bytes__'))(o), '!($self, /)'],
      ['__reversed__', (o: PyObject) => unary(x => callMethodStr(x, '__reversed__'))(o), '!($self, /)'],
    ],
  });
  defineType(T_CALLABLE_PROXY, {
    flags: TPFLAGS_HAVE_GC | TPFLAGS_DISALLOW_INSTANTIATION,
    basicsize: WEAKREF_BYTES,
    slots: { ...slots, tp_call: (o, args, kwnames) => unary(x => call(x, args, kwnames))(o) },
  });
}
