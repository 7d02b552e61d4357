/** `type`: the type of types, calling a class, and the attributes of classes (Objects/typeobject.c). */
import type { PyContainer } from '../heap/object.ts';
import {
  TPFLAGS_BASE_EXC_SUBCLASS,
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TPFLAGS_HAVE_VECTORCALL,
  TPFLAGS_HEAPTYPE,
  TPFLAGS_IMMUTABLETYPE,
  TPFLAGS_TYPE_SUBCLASS,
  TypeBody,
  type PyObject,
  type Visit,
} from '../heap/object.ts';
import { enterEval } from '../heap/recursion.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { holdArguments, releaseArguments } from './argument_tuple.ts';
import { attributeError, raise, typeError } from '../exceptions/raise.ts';
import { T_AttributeError } from '../exceptions/types.ts';
import { defineType } from './define.ts';
import { dict_clear, dict_delStr, dict_getStr, dict_setStr } from './dict.ts';
import { object_init, object_new_plain, object_new, typeModule } from './object.ts';
import { None } from './singletons.ts';
import { isStr, newStr } from './str.ts';
import { removeSubclass } from './subclasses.ts';
import { slot_tp_init } from './slot_functions.ts';
import { returned, T_FUNCTION } from './function.ts';
import { isSubtype, typeLookup, typeModified } from './type_lookup.ts';
import { updateSlotsOf } from './type_ready.ts';
import { type_new } from './type_new.ts';
import { typeGetSet } from './type_getset.ts';
import { typeClassmethods, typeMethods } from './type_methods.ts';
import { clearWeakRefs } from '../heap/weakrefs.ts';

export const T_TYPE = new TypeBody('type');

/** True for type objects (PyType_Check). */
export function isType(o: PyObject): o is PyContainer<TypeBody> {
  return (o.type.flags & TPFLAGS_TYPE_SUBCLASS) !== 0;
}

/** Calling a class: `type(x)`, or `__new__` and `__init__` (type_call). */
export function type_call(cls: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const type: TypeBody = cls.v;
  if (type === T_TYPE) {
    const npos = args.length - (kwnames === null ? 0 : kwnames.length);
    if (npos === 1 && kwnames === null) return incref(args[0].type.obj);
    if (npos !== 3) typeError('type() takes 1 or 3 arguments');
  }
  const npos = kwnames === null ? args.length : args.length - kwnames.length;
  if (npos === 0 || type.vectorcall || (type.flags & TPFLAGS_BASE_EXC_SUBCLASS) !== 0)
    return makeInstance(type, args, kwnames);
  const tuple = holdArguments(args, npos);
  try {
    return makeInstance(type, args, kwnames);
  } finally {
    releaseArguments(args, npos, tuple);
  }
}

/** tp_new and tp_init. */
function makeInstance(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const tp_new = type.tp_new;
  if (tp_new === null) typeError(`cannot create '${type.name}' instances`);
  if (tp_new === object_new && type.tp_init === slot_tp_init && kwnames === null) {
    const fast = instantiate(type, args);
    if (fast !== null) return fast;
  }
  const o = tp_new(type, args, kwnames);
  if (o.type !== type && !isSubtype(o.type, type)) return o;
  const tp_init = o.type.tp_init;
  if (tp_init === null || (tp_init === object_init && args.length === 0)) return o;
  try {
    tp_init(o, args, kwnames);
  } catch (e) {
    decref(o);
    throw e;
  }
  return o;
}

/**
 * An instance of a plain class whose `__init__` is a Python function of as many parameters as there are arguments, without
 * the detour over tp_new and tp_init; null where that does not apply.
 */
function instantiate(type: TypeBody, args: PyObject[]): PyObject | null {
  if (type.initVersion !== type.ver) {
    type.init = typeLookup(type, '__init__');
    type.initVersion = type.ver;
  }
  const init = type.init!;
  const n = args.length;
  if (init.type !== T_FUNCTION || init.v.argc !== n + 1 || (type.flags & (1 << 20)) !== 0) return null;
  const o = object_new_plain(type);
  enterEval();
  init.rc++;
  o.rc++;
  for (let i = 0; i < n; i++) args[i].rc++;
  let r: PyObject;
  try {
    const js = init.v.js;
    if (n === 0) r = js(init, o);
    else if (n === 1) r = js(init, o, args[0]);
    else if (n === 2) r = js(init, o, args[0], args[1]);
    else if (n === 3) r = js(init, o, args[0], args[1], args[2]);
    else r = js(init, o, ...args);
    r = returned(r);
  } catch (e) {
    decref(o);
    throw e;
  }
  if (r !== None) {
    const name = r.type.name;
    decref(r);
    decref(o);
    typeError(`__init__() should return None, not '${name}'`);
  }
  r.rc--;
  return o;
}

/** type_getattro: attributes of the metatype, then of the class along its mro. */
export function type_getattro(o: PyObject, name: PyObject<string>): PyObject {
  const type: TypeBody = o.v;
  const metatype = o.type;
  if (!isStr(name)) typeError(`attribute name must be string, not '${(name as PyObject).type.name}'`);
  const metaAttribute = typeLookup(metatype, name.v);
  let metaGet = null;
  if (metaAttribute !== null) {
    metaGet = metaAttribute.type.tp_descr_get;
    if (metaGet !== null && metaAttribute.type.tp_descr_set !== null) {
      metaAttribute.rc++;
      try {
        return metaGet(metaAttribute, o, metatype.obj);
      } finally {
        decref(metaAttribute);
      }
    }
  }
  const attribute = typeLookup(type, name.v);
  if (attribute !== null) {
    const get = attribute.type.tp_descr_get;
    if (get === null) return incref(attribute);
    attribute.rc++;
    try {
      return get(attribute, null, o);
    } finally {
      decref(attribute);
    }
  }
  if (metaAttribute !== null) {
    if (metaGet === null) return incref(metaAttribute);
    metaAttribute.rc++;
    try {
      return metaGet(metaAttribute, o, metatype.obj);
    } finally {
      decref(metaAttribute);
    }
  }
  return attributeError(o, name, `type object '${type.name}' has no attribute '${name.v}'`);
}

/** type_setattro: stores in the class's dict, and keeps slots and caches in step. */
export function type_setattro(o: PyObject, name: PyObject<string>, value: PyObject | null): void {
  const type: TypeBody = o.v;
  if ((type.flags & TPFLAGS_IMMUTABLETYPE) !== 0)
    typeError(`cannot set '${isStr(name) ? name.v : '?'}' attribute of immutable type '${type.name}'`);
  if (!isStr(name)) typeError(`attribute name must be string, not '${(name as PyObject).type.name}'`);
  const metaAttribute = typeLookup(o.type, name.v);
  if (metaAttribute !== null && metaAttribute.type.tp_descr_set !== null) {
    metaAttribute.rc++;
    try {
      metaAttribute.type.tp_descr_set(metaAttribute, o, value);
    } finally {
      decref(metaAttribute);
    }
    return;
  }
  const old = dict_getStr(type.dict, name.v);
  if (value === null) {
    if (old === null) raise(T_AttributeError, `type object '${type.name}' has no attribute '${name.v}'`);
    // The caches hold borrowed references: they go first.
    typeModified(type);
    dict_delStr(type.dict, name.v);
  } else {
    typeModified(type);
    dict_setStr(type.dict, name.v, value);
  }
  typeModified(type);
  if (name.v.startsWith('__') && name.v.endsWith('__')) updateSlotsOf(type, name.v);
}

function type_repr(o: PyObject): PyObject {
  const type: TypeBody = o.v;
  const module = typeModule(type);
  const qualname = type.qualname === null ? type.name.slice(type.name.lastIndexOf('.') + 1) : type.qualname.v;
  return newStr(
    module !== null && module !== 'builtins' ? `<class '${module}.${qualname}'>` : `<class '${type.name}'>`,
  );
}

/** Every reference a heap type owns; static types own theirs too, for the audit. */
function type_traverse(o: PyContainer<TypeBody>, visit: Visit): void {
  const type = o.v;
  if (type.dict !== null) visit(type.dict, '__dict__');
  if (type.mroTuple !== null) visit(type.mroTuple, '__mro__');
  if (type.bases !== null) visit(type.bases, '__bases__');
  if ((type.flags & TPFLAGS_HEAPTYPE) !== 0 && type.base !== null) visit(type.base.obj, '__base__');
}

/** The references that CPython's collector does not look at. */
function type_auditTraverse(o: PyObject, visit: Visit): void {
  const type: TypeBody = o.v;
  if (type.qualname !== null) visit(type.qualname, '__qualname__');
  if (type.htName !== null) visit(type.htName, '__name__');
  if (type.htSlots !== null) visit(type.htSlots, '__slots__');
  if (type.subclassDict !== null) visit(type.subclassDict, '__subclasses__');
  for (const name of type.sharedKeyNames) visit(name, null);
}

function type_clear(o: PyContainer<TypeBody>): void {
  const type = o.v;
  typeModified(type);
  if (type.dict !== null) dict_clear(type.dict);
  const mro = type.mroTuple;
  type.mroTuple = null;
  xdecref(mro);
}

function type_dealloc(o: PyObject): void {
  const type: TypeBody = o.v;
  untrack(o as PyContainer);
  if (type.bases !== null) for (const b of type.bases.v as PyContainer<TypeBody>[]) removeSubclass(b.v, type);
  clearWeakRefs(o as PyContainer);
  const { base, dict, bases, mroTuple, qualname, htName, htSlots, subclassDict, sharedKeyNames } = type;
  type.mro = [type];
  type.cache.clear();
  if (base !== null) decref(base.obj);
  xdecref(dict);
  xdecref(bases);
  xdecref(mroTuple);
  xdecref(subclassDict);
  xdecref(htName);
  xdecref(qualname);
  xdecref(htSlots);
  for (const name of sharedKeyNames) decref(name);
  // A metaclass written in Python is released by subtype_dealloc.
  gcFree(o as PyContainer);
}

/** `type(name, bases, dict)` has made everything in type_new; only the arguments are checked here. */
function type_init(_o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void {
  const npos = args.length - (kwnames === null ? 0 : kwnames.length);
  if (kwnames !== null && kwnames.length > 0 && npos === 1) typeError('type.__init__() takes no keyword arguments');
  if (npos !== 1 && npos !== 3) typeError('type.__init__() takes 1 or 3 arguments');
}

/** `X | Y` for classes; answered by types.UnionType, which objects/union.ts installs here. */
export const union: { or: ((a: PyObject, b: PyObject) => PyObject) | null } = { or: null };

export function initType(): void {
  defineType(T_TYPE, {
    flags: TPFLAGS_BASETYPE | TPFLAGS_HAVE_GC | TPFLAGS_HAVE_VECTORCALL | TPFLAGS_TYPE_SUBCLASS,
    basicsize: 920,
    itemsize: 40,
    dict: 264,
    weakrefs: 368,
    doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    slots: {
      tp_dealloc: type_dealloc,
      tp_traverse: type_traverse,
      auditTraverse: type_auditTraverse,
      tp_clear: type_clear,
      tp_repr: type_repr,
      tp_call: type_call,
      tp_getattro: type_getattro,
      tp_setattro: type_setattro,
      tp_init: type_init,
      tp_new: type_new,
      nb_or: (a, b) => union.or!(a, b),
    },
    methods: typeMethods,
    classmethods: typeClassmethods,
    getset: typeGetSet,
  });
}
