/** Calling (Objects/call.c). Arguments are borrowed; results are new references. */
import type { PyObject, TypeBody } from '../heap/object.ts';
import { TPFLAGS_METHOD_DESCRIPTOR } from '../heap/object.ts';
import { enterEval } from '../heap/recursion.ts';
import { decref, incref } from '../heap/refcount.ts';
import { typeError } from '../exceptions/raise.ts';
import { T_BUILTIN, type BuiltinBody } from '../objects/builtin_function.ts';
import { T_METHOD_DESCR, type MethodDescrBody } from '../objects/descriptors.ts';
import { returned, T_FUNCTION } from '../objects/function.ts';
import { intern } from '../objects/str.ts';
import { typeLookup } from '../objects/type_lookup.ts';
import { attributeError } from '../exceptions/raise.ts';
import { getattr } from './attribute.ts';

/** f(*args, **kw): keyword values are the last entries of `args`, their names in `kwnames`. */
export function call(f: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const tp_call = f.type.tp_call;
  if (tp_call === null) notCallable(f);
  return tp_call(f, args, kwnames);
}

export function notCallable(f: PyObject): never {
  return typeError(`'${f.type.name}' object is not callable`);
}

export function call0(f: PyObject): PyObject {
  if (f.type === T_FUNCTION && f.v.argc === 0) {
    enterEval();
    f.rc++;
    return returned(f.v.js(f));
  }
  return call(f, [], null);
}

export function call1(f: PyObject, a: PyObject): PyObject {
  if (f.type === T_FUNCTION && f.v.argc === 1) {
    enterEval();
    f.rc++;
    a.rc++;
    return returned(f.v.js(f, a));
  }
  if (f.type === T_BUILTIN) {
    const b: BuiltinBody = f.v;
    if (b.sig.least <= 1 && b.sig.most >= 1) return b.fn(b.self, a);
  } else if (f.type === T_METHOD_DESCR && (f.v as MethodDescrBody).owner === a.type) {
    const m: MethodDescrBody = f.v;
    if (m.sig.least === 0) return m.fn(a);
  }
  return call(f, [a], null);
}

export function call2(f: PyObject, a: PyObject, b: PyObject): PyObject {
  if (f.type === T_FUNCTION && f.v.argc === 2) {
    enterEval();
    f.rc++;
    a.rc++;
    b.rc++;
    return returned(f.v.js(f, a, b));
  }
  if (f.type === T_BUILTIN) {
    const body: BuiltinBody = f.v;
    if (body.sig.least <= 2 && body.sig.most >= 2) return body.fn(body.self, a, b);
  } else if (f.type === T_METHOD_DESCR && (f.v as MethodDescrBody).owner === a.type) {
    const m: MethodDescrBody = f.v;
    if (m.sig.least <= 1 && m.sig.most >= 1) return m.fn(a, b);
  }
  return call(f, [a, b], null);
}

export function call3(f: PyObject, a: PyObject, b: PyObject, c: PyObject): PyObject {
  if (f.type === T_FUNCTION && f.v.argc === 3) {
    enterEval();
    f.rc++;
    a.rc++;
    b.rc++;
    c.rc++;
    return returned(f.v.js(f, a, b, c));
  }
  return call(f, [a, b, c], null);
}

/** obj.name(*args) through the attribute protocol. */
export function callMethodStr(o: PyObject, name: string, ...args: PyObject[]): PyObject {
  const method = getattr(o, intern(name));
  try {
    return call(method, args, null);
  } finally {
    decref(method);
  }
}

/**
 * Calls the special method `name` found on the type (vectorcall_maybe), or answers null when there is none.
 */
export function callSpecialMaybe(self: PyObject, name: string, args: PyObject[]): PyObject | null {
  const f = typeLookup(self.type, name);
  return f === null ? null : callUnbound(f, self, args);
}

/** Calls the special method `name` found on the type (vectorcall_method); AttributeError when there is none. */
export function callSpecial(self: PyObject, name: string, args: PyObject[]): PyObject {
  const f = typeLookup(self.type, name);
  if (f === null) {
    const n = intern(name);
    return attributeError(null, n, name);
  }
  return callUnbound(f, self, args);
}

/** Calls a class attribute as a method of `self`, binding it only where it is not a plain function. */
export function callUnbound(f: PyObject, self: PyObject, args: PyObject[]): PyObject {
  const type: TypeBody = f.type;
  if ((type.flags & TPFLAGS_METHOD_DESCRIPTOR) !== 0) {
    if (args.length === 0) return call1(f, self);
    if (args.length === 1) return call2(f, self, args[0]);
    return call(f, [self, ...args], null);
  }
  if (type.tp_descr_get === null) return call(f, args, null);
  incref(f);
  let bound: PyObject;
  try {
    bound = type.tp_descr_get(f, self, self.type.obj);
  } finally {
    decref(f);
  }
  try {
    return call(bound, args, null);
  } finally {
    decref(bound);
  }
}
