/** weakref.ref, after Objects/weakrefobject.c. The lists are in heap/weakrefs.ts, the proxies in weakproxy.ts. */
import {
  GC_WEAKREF,
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TypeBody,
  type PyContainer,
  type PyObject,
  type Visit,
} from '../heap/object.ts';
import { untrack } from '../heap/gc.ts';
import { decref, incref } from '../heap/refcount.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import {
  clear_weakref,
  insertAfter,
  insertHead,
  isWeakref,
  WeakrefBody,
  weakrefList,
  type PyWeakref,
} from '../heap/weakrefs.ts';
import { typeError } from '../exceptions/raise.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { richcompare } from '../protocols/compare.ts';
import { hash as hashOf } from '../protocols/object.ts';
import { hash } from '../text/hash.ts';
import { defineType } from './define.ts';
import { genericalias_classGetitem } from './genericalias.ts';
import { object_alloc, object_free } from './object.ts';
import { bool, None, NotImplemented } from './singletons.ts';
import { isStr, newStr } from './str.ts';
import { hexAddress } from './text.ts';
import { isProxy } from './weakproxy.ts';

export const T_REF = new TypeBody('weakref.ReferenceType');

/** Object head, and wr_object, wr_callback, hash, wr_prev, wr_next, vectorcall. */
export const WEAKREF_BYTES = 64;

/** PyWeakref_GET_OBJECT: the referent (borrowed), or None once it is dead or being deallocated. */
export function weakref_getObject(wr: PyWeakref): PyObject {
  const o = wr.v.object;
  return o !== null && o.rc > 0 ? o : None;
}

/** The shared callback-less reference and proxy of an object, when it has them (get_basic_refs). */
export const basicRefs = { ref: null as PyWeakref | null, proxy: null as PyWeakref | null };

/** get_basic_refs: leaves `basicRefs`. */
export function getBasicRefs(o: PyObject): void {
  basicRefs.ref = null;
  basicRefs.proxy = null;
  let head = weakrefList(o);
  if (head === null || head.v.callback !== null) return;
  if (head.type === T_REF) {
    basicRefs.ref = head;
    head = head.v.next;
  }
  if (head !== null && head.v.callback === null && isProxy(head)) basicRefs.proxy = head;
}

/** Raises TypeError unless the object's type has room for weak references. */
export function checkWeaklyReferencable(o: PyObject): void {
  if (o.type.weaklistoffset === 0) typeError(`cannot create weak reference to '${o.type.name}' object`);
}

/** weakref___new__ and PyWeakref_NewRef: `callback` is borrowed; None stands for none. New reference. */
export function newWeakref(type: TypeBody, o: PyObject, callback: PyObject | null): PyWeakref {
  checkWeaklyReferencable(o);
  if (callback === None) callback = null;
  const basic = callback === null && type === T_REF;
  if (basic) {
    getBasicRefs(o);
    if (basicRefs.ref !== null) return incref(basicRefs.ref);
  }
  const self = object_alloc(type) as PyWeakref;
  self.v = new WeakrefBody(o, callback === null ? null : incref(callback));
  self.gcRefs |= GC_WEAKREF;
  if (basic) {
    insertHead(self, o);
    return self;
  }
  getBasicRefs(o);
  const prev = basicRefs.proxy ?? basicRefs.ref;
  if (prev === null) insertHead(self, o);
  else insertAfter(self, prev);
  return self;
}

function checkArgs(fname: string, args: PyObject[], kwnames: PyObject[] | null): void {
  const n = args.length - (kwnames === null ? 0 : kwnames.length);
  if (n < 1) typeError(`${fname} expected at least 1 argument, got ${n}`);
  if (n > 2) typeError(`${fname} expected at most 2 arguments, got ${n}`);
}

function ref_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  checkArgs('__new__', args, kwnames);
  const n = args.length - (kwnames === null ? 0 : kwnames.length);
  return newWeakref(type, args[0], n > 1 ? args[1] : null);
}

function ref_init(_self: PyObject, args: PyObject[], kwnames: PyObject[] | null): void {
  if (kwnames !== null && kwnames.length > 0) typeError('ref() takes no keyword arguments');
  checkArgs('__init__', args, kwnames);
}

function ref_dealloc(o: PyObject): void {
  const self = o as PyWeakref;
  untrack(self);
  clear_weakref(self);
  object_free(self);
}

/** gc_traverse: the callback is owned, the referent is not. */
export function weakref_traverse(o: PyContainer, visit: Visit): void {
  const callback = (o as PyWeakref).v.callback;
  if (callback !== null) visit(callback, '__callback__');
}

/** gc_clear. */
export function weakref_clear(o: PyContainer): void {
  clear_weakref(o as PyWeakref);
}

function ref_call(self: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (kwnames !== null && kwnames.length > 0) typeError('weakref() takes no keyword arguments');
  if (args.length > 0) typeError(`weakref expected 0 arguments, got ${args.length}`);
  return incref(weakref_getObject(self as PyWeakref));
}

/** The referent's hash, kept so that it outlives the referent. */
function ref_hash(o: PyObject): void {
  const self = (o as PyWeakref).v;
  if (!self.hashed) {
    const object = weakref_getObject(o as PyWeakref);
    if (object === None) typeError('weak object has gone away');
    incref(object);
    try {
      hashOf(object);
    } finally {
      decref(object);
    }
    self.hashed = true;
    self.hashLo = hash.lo;
    self.hashHi = hash.hi;
  }
  hash.lo = self.hashLo;
  hash.hi = self.hashHi;
}

function ref_repr(o: PyObject): PyObject {
  const object = weakref_getObject(o as PyWeakref);
  if (object === None) return newStr(`<weakref at ${hexAddress(o)}; dead>`);
  incref(object);
  try {
    const name = lookupattrStr(object, '__name__');
    const suffix = name !== null && isStr(name) ? ` (${name.v})` : '';
    if (name !== null) decref(name);
    return newStr(`<weakref at ${hexAddress(o)}; to '${object.type.name}' at ${hexAddress(object)}${suffix}>`);
  } finally {
    decref(object);
  }
}

/** While both referents live they are compared; else identity decides. */
function ref_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if ((op !== Py_EQ && op !== Py_NE) || !isWeakref(a) || !isWeakref(b)) return NotImplemented;
  const left = weakref_getObject(a);
  const right = weakref_getObject(b);
  if (left === None || right === None) return bool((a === b) === (op === Py_EQ));
  incref(left);
  incref(right);
  try {
    return richcompare(left, right, op);
  } finally {
    decref(left);
    decref(right);
  }
}

export function initWeakref(): void {
  defineType(T_REF, {
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE,
    basicsize: WEAKREF_BYTES,
    slots: {
      tp_new: ref_new,
      tp_init: ref_init,
      tp_dealloc: ref_dealloc,
      tp_traverse: weakref_traverse,
      tp_clear: weakref_clear,
      tp_call: ref_call,
      tp_hash: ref_hash,
      tp_repr: ref_repr,
      tp_richcompare: ref_richcompare,
    },
    members: [['__callback__', (o: PyObject) => incref((o as PyWeakref).v.callback ?? None), null]],
    classmethods: [['__class_getitem__', genericalias_classGetitem, '!($type, item, /)', 'See PEP 585']],
  });
}
