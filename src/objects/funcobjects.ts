/** `classmethod` and `staticmethod` (Objects/funcobject.c). */
import type { PyContainer } from '../heap/object.ts';
import { TPFLAGS_BASETYPE, TPFLAGS_HAVE_GC, TypeBody, type PyObject, type Visit } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { typeError } from '../exceptions/raise.ts';
import { bool, None } from './singletons.ts';
import { call } from '../protocols/call.ts';
import { lookupattr, setattr } from '../protocols/attribute.ts';
import { isTrue, reprString } from '../protocols/object.ts';
import { defineType, type GetSetRow } from './define.ts';
import { gcNew, object_alloc } from './object.ts';
import { newMethod } from './method.ts';
import { intern, newStr } from './str.ts';
import { dictGetter, dictSetter } from './instance_getset.ts';

export const T_CLASSMETHOD = new TypeBody('classmethod');
export const T_STATICMETHOD = new TypeBody('staticmethod');

/** `v` is the wrapped callable, owned, or null before `__init__`. */
type Wrapped = PyContainer<PyObject | null>;

const WRAPPER_ASSIGNMENTS = ['__module__', '__name__', '__qualname__', '__doc__', '__annotations__'];

/** functools_wraps: the wrapper shows its function's name and docs. */
function copyAttributes(wrapper: PyObject, f: PyObject): void {
  for (const name of WRAPPER_ASSIGNMENTS) {
    const value = lookupattr(f, intern(name));
    if (value === null) continue;
    setattr(wrapper, intern(name), value);
    decref(value);
  }
}

/** A new classmethod around `f` (borrowed), without its attributes (PyClassMethod_New). */
export function newClassMethod(f: PyObject): PyObject {
  return gcNew<PyObject | null>(T_CLASSMETHOD, incref(f));
}

/** A new staticmethod around `f` (borrowed), without its attributes (PyStaticMethod_New). */
export function newStaticMethod(f: PyObject): PyObject {
  return gcNew<PyObject | null>(T_STATICMETHOD, incref(f));
}

function dealloc(o: PyObject): void {
  untrack(o as PyContainer);
  const c = o as Wrapped;
  xdecref(c.v);
  xdecref(c.dict);
  c.dict = null;
  gcFree(c);
}

function traverse(o: PyContainer, visit: Visit): void {
  if (o.v !== null) visit(o.v, '__func__');
  if (o.dict !== null) visit(o.dict, '__dict__');
}

function clear(o: PyContainer): void {
  const { v, dict } = o;
  o.v = null;
  o.dict = null;
  xdecref(v);
  xdecref(dict);
}

function makeNew(type: TypeBody, _args: PyObject[], _kwnames: PyObject[] | null): PyObject {
  const o = object_alloc(type);
  o.v = null;
  return o;
}

const makeInit = (name: string) => {
  return (o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void => {
    if (kwnames !== null && kwnames.length > 0) typeError(`${name}() takes no keyword arguments`);
    if (args.length !== 1) typeError(`${name} expected 1 argument, got ${args.length}`);
    const [f] = args;
    const old = o.v;
    o.v = incref(f);
    xdecref(old);
    copyAttributes(o, f);
  };
};

function classmethod_get(d: PyObject, obj: PyObject | null, type: PyObject | null): PyObject {
  const f: PyObject = d.v;
  const cls = type ?? obj!.type.obj;
  // A wrapped descriptor is asked first (deprecated, but so in 3.12).
  if (f.type.tp_descr_get !== null && f.type.name !== 'function') return f.type.tp_descr_get(f, cls, cls);
  return newMethod(f, cls);
}

function staticmethod_get(d: PyObject): PyObject {
  return incref(d.v);
}

function staticmethod_call(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  return call(o.v, args, kwnames);
}

function isAbstract(o: PyObject): PyObject {
  if (o.v === null) return bool(false);
  const flag = lookupattr(o.v, intern('__isabstractmethod__'));
  if (flag === null) return bool(false);
  const result = isTrue(flag);
  decref(flag);
  return bool(result);
}

const members: GetSetRow[] = [
  ['__func__', o => incref(o.v ?? None), null],
  ['__wrapped__', o => incref(o.v ?? None), null],
];
const getset: GetSetRow[] = [
  ['__isabstractmethod__', isAbstract, null],
  ['__dict__', dictGetter, dictSetter],
];

export function initFuncObjects(): void {
  const common = { tp_dealloc: dealloc, tp_traverse: traverse, tp_clear: clear, tp_new: makeNew };
  defineType(T_CLASSMETHOD, {
    flags: TPFLAGS_BASETYPE | TPFLAGS_HAVE_GC,
    basicsize: 32,
    dict: 24,
    doc: 'classmethod(function) -> method\n\nConvert a function to be a class method.',
    slots: {
      ...common,
      tp_init: makeInit('classmethod'),
      tp_descr_get: classmethod_get,
      tp_repr: o => newStr(`<classmethod(${reprString(o.v ?? None)})>`),
    },
    members,
    getset,
  });
  defineType(T_STATICMETHOD, {
    flags: TPFLAGS_BASETYPE | TPFLAGS_HAVE_GC,
    basicsize: 32,
    dict: 24,
    doc: 'staticmethod(function) -> method\n\nConvert a function to be a static method.',
    slots: {
      ...common,
      tp_init: makeInit('staticmethod'),
      tp_descr_get: staticmethod_get,
      tp_call: staticmethod_call,
      tp_repr: o => newStr(`<staticmethod(${reprString(o.v ?? None)})>`),
    },
    members,
    getset,
  });
}
