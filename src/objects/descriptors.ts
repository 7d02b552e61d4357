/**
 * The descriptors of builtin types (Objects/descrobject.c): method, class method, slot wrapper, getset and member
 * descriptors, and the bound slot wrapper (`method-wrapper`).
 */
import type { PyContainer } from '../heap/object.ts';
import {
  TPFLAGS_HAVE_GC,
  TPFLAGS_HAVE_VECTORCALL,
  TPFLAGS_METHOD_DESCRIPTOR,
  TypeBody,
  type PyObject,
  type Visit,
} from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { idOf } from '../heap/pymalloc.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import { hash, pointerHash } from '../text/hash.ts';
import { attributeError, raise, typeError } from '../exceptions/raise.ts';
import { T_AttributeError } from '../exceptions/types.ts';
import { docObject, invoke, newBuiltin, textSignatureObject, type NativeFunction } from './builtin_function.ts';
import { defineType } from './define.ts';
import { gcNew } from './object.ts';
import { bool, NotImplemented } from './singletons.ts';
import { intern, newStr } from './str.ts';
import { newTuple } from './tuple.ts';
import { hexAddress } from './text.ts';
import { hooks } from './hooks.ts';
import { getattrStr } from '../protocols/attribute.ts';
import type { Signature } from './signature.ts';
import type { SlotDef } from './slotdefs.ts';

/** PyDescrObject: what all descriptors share. `owner` is the defining type; its type object is owned. */
export interface DescrBody {
  name: string;
  owner: TypeBody;
  doc: string | null;
}

export interface MethodDescrBody extends DescrBody {
  sig: Signature;
  fn: NativeFunction;
}

export interface WrapperDescrBody extends DescrBody {
  def: SlotDef;
  /** The slot function of `owner`. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  func: any;
}

export type Getter = (o: PyObject) => PyObject;
/** `value` null deletes. */
export type Setter = (o: PyObject, value: PyObject | null) => void;

export interface GetSetDescrBody extends DescrBody {
  get: Getter | null;
  set: Setter | null;
}

/** A `__slots__` member (`slot` >= 0) or a builtin's member given by functions. */
export interface MemberDescrBody extends DescrBody {
  slot: number;
  get: Getter | null;
  set: Setter | null;
}

export const T_METHOD_DESCR = new TypeBody('method_descriptor');
export const T_CLASSMETHOD_DESCR = new TypeBody('classmethod_descriptor');
export const T_WRAPPER_DESCR = new TypeBody('wrapper_descriptor');
export const T_GETSET_DESCR = new TypeBody('getset_descriptor');
export const T_MEMBER_DESCR = new TypeBody('member_descriptor');
export const T_METHOD_WRAPPER = new TypeBody('method-wrapper');

/** A new descriptor of one of the types above; takes a reference to the owner's type object. */
export function newDescr<B extends DescrBody>(type: TypeBody, body: B): PyContainer<B> {
  incref(body.owner.obj);
  return gcNew(type, body);
}

function descr_dealloc(d: PyObject): void {
  untrack(d as PyContainer);
  const body: DescrBody = d.v;
  decref(body.owner.obj);
  gcFree(d as PyContainer);
}

function descr_traverse(d: PyContainer<DescrBody>, visit: Visit): void {
  visit(d.v.owner.obj, '__objclass__');
}

function isInstanceOf(o: PyObject, type: TypeBody): boolean {
  return o.type === type || o.type.mro.includes(type);
}

/** descr_check: TypeError unless `obj` is an instance of the descriptor's type. */
function descrCheck(d: PyObject, obj: PyObject): void {
  const body: DescrBody = d.v;
  if (!isInstanceOf(obj, body.owner))
    typeError(
      `descriptor '${body.name}' for '${body.owner.name}' objects doesn't apply to a '${obj.type.name}' object`,
    );
}

function reprAs(kind: string): (d: PyObject) => PyObject {
  return d => newStr(`<${kind} '${d.v.name}' of '${(d.v as DescrBody).owner.name}' objects>`);
}

// ---- method descriptors

function method_get(d: PyObject, obj: PyObject | null): PyObject {
  if (obj === null) return incref(d);
  descrCheck(d, obj);
  const m: MethodDescrBody = d.v;
  return newBuiltin(m.name, m.sig, m.fn, obj, null, m.doc);
}

function method_call(d: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const m: MethodDescrBody = d.v;
  if (args.length - (kwnames === null ? 0 : kwnames.length) < 1)
    typeError(`unbound method ${m.owner.name}.${m.name}() needs an argument`);
  const self = args[0];
  if (self.type !== m.owner) descrCheck(d, self);
  return invoke(m.sig, m.fn, self, args.slice(1), kwnames);
}

// ---- class method descriptors

function classmethod_get(d: PyObject, obj: PyObject | null, type: PyObject | null): PyObject {
  const m: MethodDescrBody = d.v;
  if (type === null) {
    if (obj === null) typeError(`descriptor '${m.name}' for type '${m.owner.name}' needs either an object or a type`);
    type = obj.type.obj;
  }
  if (!((type.v as unknown) instanceof TypeBody))
    typeError(`descriptor '${m.name}' for type '${m.owner.name}' needs a type, not a '${type.type.name}' as arg 2`);
  const t: TypeBody = type.v;
  if (!t.mro.includes(m.owner))
    typeError(`descriptor '${m.name}' requires a subtype of '${m.owner.name}' but received '${t.name}'`);
  return newBuiltin(m.name, m.sig, m.fn, type, null, m.doc);
}

function classmethod_call(d: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const m: MethodDescrBody = d.v;
  if (args.length < 1) typeError(`descriptor '${m.name}' of '${m.owner.name}' object needs an argument`);
  const bound = classmethod_get(d, null, args[0]);
  try {
    return invoke(m.sig, m.fn, args[0], args.slice(1), kwnames);
  } finally {
    decref(bound);
  }
}

// ---- slot wrappers

function wrapper_get(d: PyObject, obj: PyObject | null): PyObject {
  if (obj === null) return incref(d);
  descrCheck(d, obj);
  return gcNew(T_METHOD_WRAPPER, { descr: incref(d), self: incref(obj) });
}

function wrapper_call(d: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const w: WrapperDescrBody = d.v;
  if (args.length < 1) typeError(`descriptor '${w.name}' of '${w.owner.name}' object needs an argument`);
  const self = args[0];
  if (!isInstanceOf(self, w.owner))
    typeError(`descriptor '${w.name}' requires a '${w.owner.name}' object but received a '${self.type.name}'`);
  return wrapperRawCall(w, self, args.slice(1), kwnames);
}

function wrapperRawCall(w: WrapperDescrBody, self: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (!w.def.keywords && kwnames !== null && kwnames.length > 0)
    typeError(`wrapper ${w.name}() takes no keyword arguments`);
  return w.def.wrapper(self, args, w.func, kwnames);
}

// ---- method-wrapper

interface MethodWrapperBody {
  descr: PyContainer<WrapperDescrBody>;
  self: PyObject;
}

function methodWrapper_dealloc(o: PyObject): void {
  untrack(o as PyContainer);
  const w: MethodWrapperBody = o.v;
  decref(w.descr);
  decref(w.self);
  gcFree(o as PyContainer);
}

function methodWrapper_traverse(o: PyContainer<MethodWrapperBody>, visit: Visit): void {
  visit(o.v.descr, null);
  visit(o.v.self, '__self__');
}

function methodWrapper_call(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const w: MethodWrapperBody = o.v;
  return wrapperRawCall(w.descr.v, w.self, args, kwnames);
}

function methodWrapper_repr(o: PyObject): PyObject {
  const w: MethodWrapperBody = o.v;
  return newStr(`<method-wrapper '${w.descr.v.name}' of ${w.self.type.name} object at ${hexAddress(w.self)}>`);
}

function methodWrapper_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if ((op !== Py_EQ && op !== Py_NE) || a.type !== T_METHOD_WRAPPER || b.type !== T_METHOD_WRAPPER)
    return NotImplemented;
  const same = a.v.descr === b.v.descr && a.v.self === b.v.self;
  return bool(same === (op === Py_EQ));
}

function methodWrapper_hash(o: PyObject): void {
  const w: MethodWrapperBody = o.v;
  pointerHash(idOf(w.self));
  const { lo, hi } = hash;
  pointerHash(idOf(w.descr));
  hash.lo ^= lo;
  hash.hi ^= hi;
  if (hash.lo === -1 && hash.hi === -1) hash.lo = -2;
}

// ---- getset and member descriptors

function getset_get(d: PyObject, obj: PyObject | null): PyObject {
  if (obj === null) return incref(d);
  descrCheck(d, obj);
  const g: GetSetDescrBody = d.v;
  if (g.get !== null) return g.get(obj);
  return attributeError(obj, intern(g.name), `attribute '${g.name}' of '${g.owner.name}' objects is not readable`);
}

function getset_set(d: PyObject, obj: PyObject, value: PyObject | null): void {
  descrSetCheck(d, obj);
  const g: GetSetDescrBody = d.v;
  if (g.set === null) raise(T_AttributeError, `attribute '${g.name}' of '${g.owner.name}' objects is not writable`);
  g.set(obj, value);
}

function descrSetCheck(d: PyObject, obj: PyObject): void {
  const body: DescrBody = d.v;
  if (!isInstanceOf(obj, body.owner))
    typeError(
      `descriptor '${body.name}' for '${body.owner.name}' objects doesn't apply to a '${obj.type.name}' object`,
    );
}

function member_get(d: PyObject, obj: PyObject | null): PyObject {
  if (obj === null) return incref(d);
  descrCheck(d, obj);
  const m: MemberDescrBody = d.v;
  if (m.slot < 0) return m.get!(obj);
  const value = (obj as PyContainer).values![m.slot];
  if (value === null)
    return attributeError(obj, intern(m.name), `'${obj.type.name}' object has no attribute '${m.name}'`);
  return incref(value);
}

function member_set(d: PyObject, obj: PyObject, value: PyObject | null): void {
  descrSetCheck(d, obj);
  const m: MemberDescrBody = d.v;
  if (m.slot < 0) {
    if (m.set === null) raise(T_AttributeError, 'readonly attribute');
    return m.set(obj, value);
  }
  const values = (obj as PyContainer).values!;
  const old = values[m.slot];
  if (value === null && old === null) raise(T_AttributeError, m.name);
  values[m.slot] = value === null ? null : incref(value);
  if (old !== null) decref(old);
}

function descr_qualname(d: PyObject): PyObject {
  const body: DescrBody = d.v;
  const q = getattrStr(body.owner.obj, '__qualname__');
  const result = newStr(`${q.v as string}.${body.name}`);
  decref(q);
  return result;
}

function descr_reduce(d: PyObject): PyObject {
  const body: DescrBody = d.v;
  const builtins = hooks.importModule('builtins');
  const getattr = getattrStr(builtins, 'getattr');
  decref(builtins);
  return newTuple([getattr, newTuple([incref(body.owner.obj), newStr(body.name)])]);
}

type GetSetRow = [string, Getter, Setter | null, string?];
const NAME: GetSetRow = ['__name__', d => newStr(d.v.name), null];
const OBJCLASS: GetSetRow = ['__objclass__', d => incref((d.v as DescrBody).owner.obj), null];
const QUALNAME: GetSetRow = ['__qualname__', descr_qualname, null];
const DOC: GetSetRow = ['__doc__', d => docObject(d.v.doc), null];
const SIGNATURE: GetSetRow = ['__text_signature__', d => textSignatureObject(d.v.sig), null];

export function initDescriptors(): void {
  const common = { tp_dealloc: descr_dealloc, tp_traverse: descr_traverse };
  defineType(T_METHOD_DESCR, {
    flags: TPFLAGS_HAVE_GC | TPFLAGS_HAVE_VECTORCALL | TPFLAGS_METHOD_DESCRIPTOR,
    basicsize: 56,
    slots: { ...common, tp_repr: reprAs('method'), tp_call: method_call, tp_descr_get: method_get },
    methods: [['__reduce__', descr_reduce, '!($self)']],
    getset: [NAME, OBJCLASS, QUALNAME, DOC, SIGNATURE],
  });
  defineType(T_CLASSMETHOD_DESCR, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 56,
    slots: { ...common, tp_repr: reprAs('method'), tp_call: classmethod_call, tp_descr_get: classmethod_get },
    getset: [NAME, OBJCLASS, QUALNAME, DOC, SIGNATURE],
  });
  defineType(T_WRAPPER_DESCR, {
    flags: TPFLAGS_HAVE_GC | TPFLAGS_METHOD_DESCRIPTOR,
    basicsize: 56,
    slots: { ...common, tp_repr: reprAs('slot wrapper'), tp_call: wrapper_call, tp_descr_get: wrapper_get },
    methods: [['__reduce__', descr_reduce, '!($self)']],
    getset: [
      NAME,
      OBJCLASS,
      QUALNAME,
      DOC,
      ['__text_signature__', d => newStr((d.v as WrapperDescrBody).def.signature), null],
    ],
  });
  defineType(T_GETSET_DESCR, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 48,
    slots: {
      ...common,
      tp_repr: reprAs('attribute'),
      tp_descr_get: getset_get,
      tp_descr_set: getset_set,
    },
    getset: [NAME, OBJCLASS, QUALNAME, DOC],
  });
  defineType(T_MEMBER_DESCR, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 48,
    slots: { ...common, tp_repr: reprAs('member'), tp_descr_get: member_get, tp_descr_set: member_set },
    methods: [['__reduce__', descr_reduce, '!($self)']],
    getset: [NAME, OBJCLASS, QUALNAME, DOC],
  });
  defineType(T_METHOD_WRAPPER, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 32,
    slots: {
      tp_dealloc: methodWrapper_dealloc,
      tp_traverse: methodWrapper_traverse,
      tp_repr: methodWrapper_repr,
      tp_call: methodWrapper_call,
      tp_richcompare: methodWrapper_richcompare,
      tp_hash: methodWrapper_hash,
    },
    getset: [
      ['__self__', o => incref(o.v.self), null],
      ['__objclass__', o => incref((o.v as MethodWrapperBody).descr.v.owner.obj), null],
      ['__name__', o => newStr(o.v.descr.v.name), null],
      ['__qualname__', o => descr_qualname(o.v.descr), null],
      ['__doc__', o => docObject(o.v.descr.v.doc), null],
      ['__text_signature__', o => newStr((o.v as MethodWrapperBody).descr.v.def.signature), null],
    ],
  });
}
