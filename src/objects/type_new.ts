/** Making a class: `class C(B): ...` and `type('C', (B,), {...})` (type_new in Objects/typeobject.c). */
import {
  PyContainer,
  TPFLAGS_BASETYPE,
  TPFLAGS_DISALLOW_INSTANTIATION,
  TPFLAGS_HAVE_GC,
  TPFLAGS_HEAPTYPE,
  TPFLAGS_MANAGED_DICT,
  TPFLAGS_MANAGED_WEAKREF,
  TypeBody,
  type PyObject,
} from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { born } from '../heap/audit.ts';
import { gcMalloc, track } from '../heap/gc.ts';
import { isPyException } from '../exceptions/body.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import { addNoteString } from '../exceptions/notes.ts';
import { call } from '../protocols/call.ts';
import { getattrStr, lookupSpecial, lookupattrStr } from '../protocols/attribute.ts';
import { reprString } from '../protocols/object.ts';
import { isIdentifier } from '../text/str_methods.ts';
import { newDescr, T_GETSET_DESCR, T_MEMBER_DESCR, type GetSetDescrBody, type MemberDescrBody } from './descriptors.ts';
import { dict_copy, dict_delStr, dict_getStr, dict_setStr, dict_items, isDict } from './dict.ts';
import { newClassMethod, newStaticMethod } from './funcobjects.ts';
import { T_FUNCTION } from './function.ts';
import { hooks } from './hooks.ts';
import { dictGetter, dictSetter, weakrefGetter } from './instance_getset.ts';
import { computeMro } from './mro.ts';
import { object_new, T_OBJECT } from './object.ts';
import { presizeOf } from './define.ts';
import { SHARED_KEYS_MAX } from './attributes.ts';
import { newList } from './list.ts';
import { None } from './singletons.ts';
import { intern, isStr } from './str.ts';
import { addSubclass } from './subclasses.ts';
import { setLifetime } from './subtype.ts';
import { isType } from './type.ts';
import { fixupSlots, inheritFlags, inheritSlots } from './type_ready.ts';
import { isSubtype } from './type_lookup.ts';
import { isTuple, newTuple } from './tuple.ts';
import { addSuper } from './super.ts';
import { sequenceToArray } from '../protocols/sequence.ts';

/** _PyType_CalculateMetaclass: the most derived of the given metaclass and the bases' types. */
export function calculateMetaclass(metatype: TypeBody, bases: PyObject[]): TypeBody {
  let winner = metatype;
  for (const base of bases) {
    const t = base.type;
    if (isSubtype(winner, t)) continue;
    if (isSubtype(t, winner)) {
      winner = t;
      continue;
    }
    typeError(
      'metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases',
    );
  }
  return winner;
}

export function type_new(metatype: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  if (npos !== 3) typeError(`type.__new__() takes exactly 3 arguments (${npos} given)`);
  const [name, bases, ns] = args;
  if (!isStr(name)) typeError(`type.__new__() argument 1 must be str, not ${name.type.name}`);
  if (!isTuple(bases)) typeError(`type.__new__() argument 2 must be tuple, not ${bases.type.name}`);
  if (!isDict(ns)) typeError(`type.__new__() argument 3 must be dict, not ${ns.type.name}`);
  const baseObjects = bases.v as PyObject[];
  for (const base of baseObjects) {
    if (isType(base)) continue;
    const entries = lookupattrStr(base, '__mro_entries__');
    if (entries !== null) {
      decref(entries);
      typeError("type() doesn't support MRO entry resolution; use types.new_class()");
    }
  }
  const winner = baseObjects.length === 0 ? metatype : calculateMetaclass(metatype, baseObjects);
  if (winner !== metatype) {
    if (winner.tp_new !== type_new) return winner.tp_new!(winner, args, kwnames);
    metatype = winner;
  }
  const ownBases = baseObjects.length === 0 ? newTuple([T_OBJECT.obj]) : incref(bases);
  let base: TypeBody;
  try {
    base = bestBase(ownBases.v as PyObject[]);
  } catch (e) {
    decref(ownBases);
    throw e;
  }
  return newClass(metatype, name, ownBases as PyContainer, base, ns as PyContainer, args.slice(3), kwnames);
}

/** best_base: the base whose instances' layout the class extends. */
function bestBase(bases: PyObject[]): TypeBody {
  let winner: TypeBody | null = null;
  let best: TypeBody | null = null;
  for (const o of bases) {
    if (!isType(o)) typeError('bases must be types');
    const candidateBase = o.v;
    if ((candidateBase.flags & TPFLAGS_BASETYPE) === 0)
      typeError(`type '${candidateBase.name}' is not an acceptable base type`);
    const candidate = solidBase(candidateBase);
    if (winner === null || best === null) {
      winner = candidate;
      best = candidateBase;
    } else if (isSubtype(winner, candidate)) continue;
    else if (isSubtype(candidate, winner)) {
      winner = candidate;
      best = candidateBase;
    } else typeError('multiple bases have instance lay-out conflict');
  }
  return best!;
}

/** solid_base: the nearest ancestor that adds to the instance's C layout. */
function solidBase(type: TypeBody): TypeBody {
  const base = type.base === null ? T_OBJECT : solidBase(type.base);
  return type !== T_OBJECT && shapeDiffers(type, base) ? type : base;
}

function shapeDiffers(type: TypeBody, base: TypeBody): boolean {
  return type.basicsize !== base.basicsize || type.itemsize !== base.itemsize;
}

function mangle(className: string, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

interface SlotPlan {
  names: string[];
  addDict: boolean;
  addWeak: boolean;
}

/** The `__slots__` of the namespace, checked (type_new_slots). */
function planSlots(name: string, base: TypeBody, dict: PyContainer): SlotPlan {
  const mayAddDict = base.dictoffset === 0;
  const mayAddWeak = base.weaklistoffset === 0 && base.itemsize === 0;
  const slots = dict_getStr(dict, '__slots__');
  if (slots === null) return { names: [], addDict: mayAddDict, addWeak: mayAddWeak };
  const items = isStr(slots) ? [slots] : sequenceToArray(slots);
  if (items.length > 0 && base.itemsize !== 0)
    typeError(`nonempty __slots__ not supported for subtype of '${base.name}'`);
  const names: string[] = [];
  let addDict = false;
  let addWeak = false;
  for (const item of items) {
    if (!isStr(item)) typeError(`__slots__ items must be strings, not '${item.type.name}'`);
    const slot = item.v as string;
    if (!isIdentifier(slot)) typeError('__slots__ must be identifiers');
    if (slot === '__dict__') {
      if (!mayAddDict || addDict) typeError('__dict__ slot disallowed: we already got one');
      addDict = true;
    } else if (slot === '__weakref__') {
      if (!mayAddWeak || addWeak) typeError('__weakref__ slot disallowed: we already got one');
      addWeak = true;
    } else {
      const mangled = mangle(name, slot);
      if (dict_getStr(dict, mangled) !== null && slot !== '__qualname__' && slot !== '__classcell__')
        valueError(`'${slot}' in __slots__ conflicts with class variable`);
      names.push(mangled);
    }
  }
  names.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  // CPython sorts them in a list, which leaves its memory to the next one.
  decref(newList(names.map(() => None)));
  return { names, addDict, addWeak };
}

function newClass(
  metatype: TypeBody,
  nameObject: PyObject<string>,
  bases: PyContainer,
  base: TypeBody,
  ns: PyContainer,
  kwvalues: PyObject[],
  kwnames: PyObject[] | null,
): PyObject {
  const name = nameObject.v;
  const dict = dict_copy(ns);
  let plan: SlotPlan;
  let qualname: PyObject;
  try {
    if (name.includes('\0')) valueError('type name must not contain null characters');
    plan = planSlots(name, base, dict);
    const q = dict_getStr(dict, '__qualname__');
    if (q !== null && !isStr(q)) typeError(`type __qualname__ must be a str, not ${q.type.name}`);
    qualname = incref(q ?? nameObject);
  } catch (e) {
    decref(dict);
    decref(bases);
    throw e;
  }
  if (dict_getStr(dict, '__qualname__') !== null) dict_delStr(dict, '__qualname__');

  const htSlots = plan.names.length === 0 ? null : newTuple(plan.names.map(intern));
  const type = new TypeBody(name);
  const obj = new PyContainer<TypeBody>(
    1,
    metatype,
    gcMalloc(metatype, metatype.basicsize + metatype.itemsize * (plan.names.length + 1)),
    type,
  );
  if ((metatype.flags & TPFLAGS_HEAPTYPE) !== 0) incref(metatype.obj);
  type.obj = obj;
  type.dict = dict;
  type.bases = bases;
  type.base = base;
  incref(base.obj);
  type.htName = incref(nameObject);
  type.htSlots = htSlots;
  type.qualname = qualname;
  type.flags = TPFLAGS_HEAPTYPE | TPFLAGS_BASETYPE | TPFLAGS_HAVE_GC;
  layOut(type, base, plan);
  track(obj);
  born(obj);
  try {
    finish(type, metatype, dict, plan, kwvalues, kwnames);
  } catch (e) {
    decref(obj);
    throw e;
  }
  return obj;
}

/** type_new_alloc and type_new_descriptors: sizes, flags and the instances' attribute storage. */
function layOut(type: TypeBody, base: TypeBody, plan: SlotPlan): void {
  type.basicsize = base.basicsize + 8 * plan.names.length;
  type.itemsize = base.itemsize;
  type.slotCount = base.slotCount + plan.names.length;
  type.dictoffset = base.dictoffset;
  type.weaklistoffset = base.weaklistoffset;
  if (plan.addDict) {
    type.flags |= TPFLAGS_MANAGED_DICT;
    type.dictoffset = -1;
  }
  if (plan.addWeak) {
    type.flags |= TPFLAGS_MANAGED_WEAKREF;
    type.weaklistoffset = -32;
  }
  type.flags |= base.flags & (TPFLAGS_MANAGED_DICT | TPFLAGS_MANAGED_WEAKREF);
  type.presize = presizeOf(type);
}

function finish(
  type: TypeBody,
  metatype: TypeBody,
  dict: PyContainer,
  plan: SlotPlan,
  kwvalues: PyObject[],
  kwnames: PyObject[] | null,
): void {
  setModuleAndDoc(type, dict);
  wrapSpecial(dict, '__new__', newStaticMethod);
  wrapSpecial(dict, '__init_subclass__', newClassMethod);
  wrapSpecial(dict, '__class_getitem__', newClassMethod);
  addSlotDescriptors(type, dict, plan);
  setMissing(dict);
  const classcell = dict_getStr(dict, '__classcell__');
  if (classcell !== null) {
    if (classcell.type.name !== 'cell')
      typeError(`__classcell__ must be a nonlocal cell, not ${reprString(classcell.type.obj)}`);
    classcell.rc++;
    dict_delStr(dict, '__classcell__');
    const old = classcell.v as PyObject | null;
    classcell.v = incref(type.obj);
    if (old !== null) decref(old);
    decref(classcell);
  }
  for (const b of type.bases!.v as PyContainer<TypeBody>[]) {
    if (b.v.flags & TPFLAGS_DISALLOW_INSTANTIATION) continue;
    inheritFlags(type, b.v);
  }
  setLifetime(type);
  computeMro(type, metatype);
  for (const b of type.bases!.v as PyContainer<TypeBody>[]) addSubclass(b.v, type);
  type.tp_new = type.base!.tp_new;
  for (let i = 1; i < type.mro.length; i++) inheritSlots(type, type.mro[i]);
  fixupSlots(type);
  if (usesInlineValues(type)) {
    type.sharedKeys = new Map();
    type.sharedKeysUsable = SHARED_KEYS_MAX;
  }
  type.valuesCount = type.slotCount;
  setNames(type);
  initSubclass(type, kwvalues, kwnames);
}

/** Instances made by object.__new__ keep their attributes inline. */
function usesInlineValues(type: TypeBody): boolean {
  if ((type.flags & TPFLAGS_MANAGED_DICT) === 0) return false;
  for (const t of type.mro) if ((t.flags & TPFLAGS_HEAPTYPE) === 0) return t === T_OBJECT && t.tp_new === object_new;
  return false;
}

function setModuleAndDoc(type: TypeBody, dict: PyContainer): void {
  if (dict_getStr(dict, '__module__') === null) {
    const frame = hooks.currentFrame();
    const module = frame === null ? null : dict_getStr(frame.globals, '__name__');
    if (module !== null) dict_setStr(dict, '__module__', module);
  }
  const doc = dict_getStr(dict, '__doc__');
  if (doc !== null && isStr(doc)) type.doc = doc.v;
}

/** type_dict_set_doc and type_ready_set_hash. */
function setMissing(dict: PyContainer): void {
  if (dict_getStr(dict, '__doc__') === null) dict_setStr(dict, '__doc__', None);
  if (dict_getStr(dict, '__eq__') !== null && dict_getStr(dict, '__hash__') === null)
    dict_setStr(dict, '__hash__', None);
}

/** A plain function under one of these names becomes a static or class method. */
function wrapSpecial(dict: PyContainer, name: string, wrap: (f: PyObject) => PyObject): void {
  const f = dict_getStr(dict, name);
  if (f === null || f.type !== T_FUNCTION) return;
  const wrapped = wrap(f);
  dict_setStr(dict, name, wrapped);
  decref(wrapped);
}

function addSlotDescriptors(type: TypeBody, dict: PyContainer, plan: SlotPlan): void {
  const first = type.base!.slotCount;
  plan.names.forEach((slotName, i) => {
    const body: MemberDescrBody = { name: slotName, owner: type, doc: null, slot: first + i, get: null, set: null };
    put(dict, slotName, newDescr(T_MEMBER_DESCR, body));
  });
  if (plan.addDict) {
    const doc = 'dictionary for instance variables';
    const body: GetSetDescrBody = { name: '__dict__', owner: type, doc, get: dictGetter, set: dictSetter };
    if (dict_getStr(dict, '__dict__') === null) put(dict, '__dict__', newDescr(T_GETSET_DESCR, body));
  }
  if (plan.addWeak) {
    const doc = 'list of weak references to the object';
    const body: GetSetDescrBody = { name: '__weakref__', owner: type, doc, get: weakrefGetter, set: null };
    if (dict_getStr(dict, '__weakref__') === null) put(dict, '__weakref__', newDescr(T_GETSET_DESCR, body));
  }
}

function put(dict: PyContainer, name: string, value: PyObject): void {
  dict_setStr(dict, name, value);
  decref(value);
}

/** type_new_set_names: `__set_name__` of every attribute that has one; they may change the class, so a copy is gone through. */
function setNames(type: TypeBody): void {
  const names = dict_copy(type.dict);
  try {
    callSetNames(type, names);
  } finally {
    decref(names);
  }
}

function callSetNames(type: TypeBody, names: PyContainer): void {
  for (const [key, value] of dict_items(names)) {
    const method = lookupSpecial(value, '__set_name__');
    if (method === null) continue;
    incref(key);
    incref(value);
    try {
      decref(call(method, [type.obj, key], null));
    } catch (e) {
      if (isPyException(e))
        addNoteString(
          e,
          `Error calling __set_name__ on '${value.type.name}' instance ${reprString(key)} in '${type.name}'`,
        );
      throw e;
    } finally {
      decref(method);
      decref(key);
      decref(value);
    }
  }
}

/** type_new_init_subclass: `super(cls, cls).__init_subclass__(**kwargs)`. */
function initSubclass(type: TypeBody, kwvalues: PyObject[], kwnames: PyObject[] | null): void {
  const parent = addSuper(type.obj, type.obj);
  let method: PyObject;
  try {
    method = getattrStr(parent, '__init_subclass__');
  } finally {
    decref(parent);
  }
  try {
    decref(call(method, kwvalues, kwnames));
  } finally {
    decref(method);
  }
}
