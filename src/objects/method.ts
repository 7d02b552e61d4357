/** Bound methods (Objects/classobject.c). */
import type { PyContainer } from '../heap/object.ts';
import { TPFLAGS_HAVE_GC, TPFLAGS_HAVE_VECTORCALL, TypeBody, type PyObject, type Visit } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { idOf } from '../heap/pymalloc.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import { hash, pointerHash } from '../text/hash.ts';
import { typeError } from '../exceptions/raise.ts';
import { call } from '../protocols/call.ts';
import { getattr, getattrStr, lookupattrStr } from '../protocols/attribute.ts';
import { hash as hashOf, reprString } from '../protocols/object.ts';
import { defineType } from './define.ts';
import { hooks } from './hooks.ts';
import { gcNew } from './object.ts';
import { bool, None, NotImplemented } from './singletons.ts';
import { isStr, newStr } from './str.ts';
import { newTuple } from './tuple.ts';
import { typeLookup } from './type_lookup.ts';
import { clearWeakRefs } from '../heap/weakrefs.ts';

export interface MethodBody {
  func: PyObject;
  self: PyObject;
}

export const T_METHOD = new TypeBody('method');

/** A method: `func` bound to `self` (both borrowed). */
export function newMethod(func: PyObject, self: PyObject): PyContainer<MethodBody> {
  func.rc++;
  self.rc++;
  return gcNew(T_METHOD, { func, self });
}

/** method_vectorcall: whoever calls holds the method, which holds both. */
function method_call(m: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const { func, self }: MethodBody = m.v;
  return call(func, [self, ...args], kwnames);
}

function method_new(_type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (kwnames !== null && kwnames.length > 0) typeError('method() takes no keyword arguments');
  if (args.length !== 2) typeError(`method expected 2 arguments, got ${args.length}`);
  if (args[0].type.tp_call === null) typeError('first argument must be callable');
  if (args[1] === None) typeError('self must not be None');
  return newMethod(args[0], args[1]);
}

function method_dealloc(o: PyObject): void {
  untrack(o as PyContainer);
  clearWeakRefs(o as PyContainer);
  const { func, self }: MethodBody = o.v;
  decref(func);
  decref(self);
  gcFree(o as PyContainer);
}

function method_traverse(o: PyContainer<MethodBody>, visit: Visit): void {
  visit(o.v.func, '__func__');
  visit(o.v.self, '__self__');
}

function method_repr(o: PyObject): PyObject {
  const { func, self }: MethodBody = o.v;
  const name = lookupattrStr(func, '__qualname__') ?? lookupattrStr(func, '__name__');
  const text = name !== null && isStr(name) ? (name.v as string) : '?';
  if (name !== null) decref(name);
  return newStr(`<bound method ${text} of ${reprString(self)}>`);
}

/** Attributes of the method type, then of the function. */
function method_getattro(o: PyObject, name: PyObject<string>): PyObject {
  const descr = typeLookup(o.type, name.v);
  if (descr !== null) {
    const get = descr.type.tp_descr_get;
    return get === null ? incref(descr) : get(descr, o, o.type.obj);
  }
  return getattr(o.v.func, name);
}

function method_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if ((op !== Py_EQ && op !== Py_NE) || a.type !== T_METHOD || b.type !== T_METHOD) return NotImplemented;
  const same = a.v.func === b.v.func && a.v.self === b.v.self;
  return bool(same === (op === Py_EQ));
}

function method_hash(o: PyObject): void {
  const { func, self }: MethodBody = o.v;
  pointerHash(idOf(self));
  const { lo, hi } = hash;
  hashOf(func);
  hash.lo ^= lo;
  hash.hi ^= hi;
  if (hash.lo === -1 && hash.hi === -1) hash.lo = -2;
}

function method_get(d: PyObject): PyObject {
  // Already bound.
  return incref(d);
}

function method_reduce(o: PyObject): PyObject {
  const { func, self }: MethodBody = o.v;
  const builtins = hooks.importModule('builtins');
  const getattrFunction = getattrStr(builtins, 'getattr');
  decref(builtins);
  return newTuple([getattrFunction, newTuple([incref(self), getattrStr(func, '__name__')])]);
}

export function initMethod(): void {
  defineType(T_METHOD, {
    flags: TPFLAGS_HAVE_GC | TPFLAGS_HAVE_VECTORCALL,
    basicsize: 48,
    weakrefs: 32,
    doc: 'Create a bound instance method object.',
    slots: {
      tp_new: method_new,
      tp_dealloc: method_dealloc,
      tp_traverse: method_traverse,
      tp_repr: method_repr,
      tp_call: method_call,
      tp_getattro: method_getattro,
      tp_richcompare: method_richcompare,
      tp_hash: method_hash,
      tp_descr_get: method_get,
    },
    methods: [['__reduce__', method_reduce, '!($self)']],
    members: [
      ['__func__', o => incref(o.v.func), null, 'the function (or other callable) implementing a method'],
      ['__self__', o => incref(o.v.self), null, 'the instance to which a method is bound'],
    ],
    getset: [['__doc__', o => lookupattrStr(o.v.func, '__doc__') ?? incref(None), null]],
  });
}
