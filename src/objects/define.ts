/**
 * Defining a builtin type: one call at the bottom of each type's file names its slots, methods and attributes.
 *
 * The layout takes effect at once, so that objects of any type can be made while others are still being defined; the type
 * objects with their dicts follow in `readyTypes`, bases first.
 */
import type { TypeBody } from '../heap/object.ts';
import {
  IMMORTAL,
  PyContainer,
  TPFLAGS_DISALLOW_INSTANTIATION,
  TPFLAGS_HAVE_GC,
  TPFLAGS_IMMUTABLETYPE,
  TPFLAGS_MANAGED_DICT,
  TPFLAGS_MANAGED_WEAKREF,
  type PyObject,
} from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { staticMalloc } from '../heap/static.ts';
import type { Slots } from '../heap/slots.ts';
import { newBuiltin, type NativeFunction } from './builtin_function.ts';
import {
  newDescr,
  T_CLASSMETHOD_DESCR,
  T_GETSET_DESCR,
  T_MEMBER_DESCR,
  T_METHOD_DESCR,
  type Getter,
  type GetSetDescrBody,
  type MemberDescrBody,
  type MethodDescrBody,
  type Setter,
} from './descriptors.ts';
import { dict_setStr, newDict } from './dict.ts';
import { newStaticMethod } from './funcobjects.ts';
import { signature } from './signature.ts';
import { newWrapper } from './slot_wrappers.ts';
import { None } from './singletons.ts';
import { newStr } from './str.ts';
import { T_OBJECT } from './object.ts';
import { T_TYPE } from './type.ts';
import { addOperators, inheritFlags, inheritSlots } from './type_ready.ts';
import { newTuple } from './tuple.ts';
import { linearize } from './mro.ts';

/** Name, function, signature text (see signature.ts), docstring. */
export type MethodRow = [string, NativeFunction, string, string?];
export type GetSetRow = [string, Getter, Setter | null, string?];

export interface TypeSpec {
  /** Default: object. */
  base?: TypeBody;
  /** All bases, when there are several; the first is `base`. */
  bases?: TypeBody[];
  flags?: number;
  basicsize?: number;
  itemsize?: number;
  doc?: string | null;
  /** Instances have a `__dict__` of their own (`o.dict`); its offset in the C struct where that is known. */
  dict?: boolean | number;
  /** Instances can be weakly referenced; the offset of the list in the C struct. */
  weakrefs?: boolean | number;
  slots?: Partial<Slots>;
  methods?: MethodRow[];
  classmethods?: MethodRow[];
  staticmethods?: MethodRow[];
  getset?: GetSetRow[];
  members?: GetSetRow[];
  /** Further entries of the dict (consumed). */
  attrs?: () => Record<string, PyObject>;
  /** `__module__` other than the one in the name. */
  module?: string;
}

const pending: [TypeBody, TypeSpec][] = [];
let bootstrapped = false;

/** Every builtin type defined so far, in order of definition. */
export const staticTypes: TypeBody[] = [];

/** Defines a builtin type; see TypeSpec. */
export function defineType(type: TypeBody, spec: TypeSpec): void {
  type.base = spec.base ?? (type === T_OBJECT ? null : T_OBJECT);
  type.flags |= (spec.flags ?? 0) | TPFLAGS_IMMUTABLETYPE;
  if (spec.basicsize !== undefined) type.basicsize = spec.basicsize;
  else if (type.base !== null) type.basicsize = type.base.basicsize;
  type.itemsize = spec.itemsize ?? type.base?.itemsize ?? 0;
  type.doc = spec.doc ?? null;
  if (spec.dict) type.dictoffset = spec.dict === true ? 16 : spec.dict;
  else if (type.base !== null) type.dictoffset = type.base.dictoffset;
  if (spec.weakrefs) type.weaklistoffset = spec.weakrefs === true ? 24 : spec.weakrefs;
  else if (type.base !== null) type.weaklistoffset = type.base.weaklistoffset;
  Object.assign(type, spec.slots);
  // type_ready_set_new: a builtin type made from object alone does not inherit object.__new__.
  if (type.tp_new === null && type.base === T_OBJECT) type.flags |= TPFLAGS_DISALLOW_INSTANTIATION;
  if (type.base !== null) inheritFlags(type, type.base);
  type.presize = presizeOf(type);
  type.obj = new PyContainer(IMMORTAL, T_TYPE, staticMalloc(432), type);
  staticTypes.push(type);
  if (bootstrapped) ready(type, spec);
  else pending.push([type, spec]);
}

/** Units before an object's address: GC head, and the managed dict and weakref words. */
export function presizeOf(type: TypeBody): number {
  return (
    ((type.flags & TPFLAGS_HAVE_GC) !== 0 ? 1 : 0) +
    ((type.flags & (TPFLAGS_MANAGED_DICT | TPFLAGS_MANAGED_WEAKREF)) !== 0 ? 1 : 0)
  );
}

/** Makes the type objects of everything defined so far. Called once, after all init functions of objects/index.ts. */
export function readyTypes(): void {
  for (const [type, spec] of pending) ready(type, spec);
  pending.length = 0;
  bootstrapped = true;
}

function ready(type: TypeBody, spec: TypeSpec): void {
  const base = type.base;
  if (base !== null && base.mro.length === 0) {
    const at = pending.findIndex(([t]) => t === base);
    ready(base, pending[at][1]);
  }
  if (type.mro.length > 0) return;
  const bases = spec.bases ?? (base === null ? [] : [base]);
  for (const b of bases) b.subclasses.push(type);
  type.dict = newDict();
  type.bases = newTuple(bases.map(t => t.obj));
  type.mro = bases.length === 0 ? [type] : linearize(type);
  type.mroTuple = newTuple(type.mro.map(t => t.obj));
  const ownNew = type.tp_new;
  for (let i = 1; i < type.mro.length; i++) inheritSlots(type, type.mro[i]);
  if (ownNew !== null) put(type, '__new__', newMethod(type));
  addOperators(type, spec.slots?.tp_init !== undefined);
  addMembers(type, spec);
  if (dictLacks(type, '__doc__')) put(type, '__doc__', type.doc === null ? None : newStr(type.doc));
}

function dictLacks(type: TypeBody, name: string): boolean {
  return !type.dict.v.hasStr(name);
}

function newMethod(type: TypeBody): PyObject {
  return newBuiltin(
    '__new__',
    signature('__new__', '!raw'),
    (_self, args, kwnames) => newWrapper(type, args, kwnames),
    type.obj,
    null,
    'Create and return a new object.  See help(type) for accurate signature.',
  );
}

/** Stores a new reference in the type's dict and drops it. */
function put(type: TypeBody, name: string, value: PyObject): void {
  dict_setStr(type.dict, name, value);
  decref(value);
}

function addMembers(type: TypeBody, spec: TypeSpec): void {
  const owner = type.name.slice(type.name.lastIndexOf('.') + 1);
  for (const [name, fn, text, doc] of spec.methods ?? []) {
    const body: MethodDescrBody = { name, owner: type, doc: doc ?? null, sig: signature(name, text, owner), fn };
    put(type, name, newDescr(T_METHOD_DESCR, body));
  }
  for (const [name, fn, text, doc] of spec.classmethods ?? []) {
    const body: MethodDescrBody = { name, owner: type, doc: doc ?? null, sig: signature(name, text, owner), fn };
    put(type, name, newDescr(T_CLASSMETHOD_DESCR, body));
  }
  for (const [name, fn, text, doc] of spec.staticmethods ?? []) {
    const f = newBuiltin(name, signature(name, text, owner), fn, null, null, doc ?? null);
    put(type, name, newStaticMethod(f));
    decref(f);
  }
  for (const [name, get, set, doc] of spec.members ?? []) {
    const body: MemberDescrBody = { name, owner: type, doc: doc ?? null, slot: -1, get, set };
    put(type, name, newDescr(T_MEMBER_DESCR, body));
  }
  for (const [name, get, set, doc] of spec.getset ?? []) {
    const body: GetSetDescrBody = { name, owner: type, doc: doc ?? null, get, set };
    put(type, name, newDescr(T_GETSET_DESCR, body));
  }
  if (spec.module !== undefined) put(type, '__module__', newStr(spec.module));
  if (spec.attrs !== undefined) for (const [name, value] of Object.entries(spec.attrs())) put(type, name, value);
}
