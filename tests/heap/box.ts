/** A container type made by hand, for tests of the heap without any Python type. */
import {
  GC_WEAKREF,
  PyContainer,
  TPFLAGS_HAVE_GC,
  TypeBody,
  type PyObject,
  type Visit,
} from '../../src/heap/object.ts';
import { born } from '../../src/heap/audit.ts';
import { callFinalizerFromDealloc } from '../../src/heap/finalize.ts';
import { gcFree, gcMalloc, track, untrack } from '../../src/heap/gc.ts';
import { decref, incref } from '../../src/heap/refcount.ts';
import { trashcanBegin, trashcanEnd } from '../../src/heap/trashcan.ts';
import {
  clear_weakref,
  clearWeakRefs,
  insertAfter,
  insertHead,
  WeakrefBody,
  weakrefList,
  type PyWeakref,
} from '../../src/heap/weakrefs.ts';

export class BoxBody {
  items: PyObject[] = [];
  constructor(public name: string) {}
}
export type Box = PyContainer<BoxBody>;

export const T_BOX = new TypeBody('box');
export const events: string[] = [];
/** What a box's finalizer does, by the box's name. */
export const finalizers = new Map<string, (o: Box) => void>();

function box_traverse(o: PyContainer, visit: Visit): void {
  (o as Box).v.items.forEach((item, i) => visit(item, i));
}

function box_clear(o: PyContainer): void {
  const body = (o as Box).v;
  const items = body.items;
  body.items = [];
  items.forEach(decref);
}

function box_dealloc(o: PyObject): void {
  const self = o as Box;
  if (!callFinalizerFromDealloc(self)) return;
  untrack(self);
  if (trashcanBegin(self, box_dealloc)) return;
  clearWeakRefs(self);
  events.push(`free ${self.v.name}`);
  box_clear(self);
  gcFree(self);
  trashcanEnd(self, box_dealloc);
}

function box_finalize(o: PyObject): void {
  const self = o as Box;
  const finalize = finalizers.get(self.v.name);
  if (finalize === undefined) return;
  events.push(`del ${self.v.name}`);
  finalize(self);
}

T_BOX.flags = TPFLAGS_HAVE_GC;
T_BOX.presize = 1;
T_BOX.basicsize = 40;
T_BOX.weaklistoffset = 24;
T_BOX.tp_traverse = box_traverse;
T_BOX.tp_clear = box_clear;
T_BOX.tp_dealloc = box_dealloc;
T_BOX.tp_finalize = box_finalize;

/** A new tracked box that owns the given references (incremented here). */
export function newBox(name: string, ...items: PyObject[]): Box {
  const o = new PyContainer(1, T_BOX, gcMalloc(T_BOX, 40), new BoxBody(name));
  items.forEach(item => o.v.items.push(incref(item)));
  track(o);
  return born(o);
}

export function put(box: Box, item: PyObject): void {
  box.v.items.push(incref(item));
}

export const T_REF = new TypeBody('ref');
T_REF.flags = TPFLAGS_HAVE_GC;
T_REF.presize = 1;
T_REF.tp_traverse = (o, visit) => {
  const callback = (o as PyWeakref).v.callback;
  if (callback !== null) visit(callback, null);
};
T_REF.tp_clear = o => clear_weakref(o as PyWeakref);
T_REF.tp_dealloc = o => {
  untrack(o as PyContainer);
  clear_weakref(o as PyWeakref);
  gcFree(o as PyContainer);
};

/** A weak reference as weakref.ref makes it, with a box as callback. */
export function newRef(o: PyObject, callback: Box | null): PyWeakref {
  const wr = new PyContainer(
    1,
    T_REF,
    gcMalloc(T_REF, 64),
    new WeakrefBody(o, callback === null ? null : incref(callback)),
  );
  wr.gcRefs = GC_WEAKREF;
  track(wr);
  const head = weakrefList(o);
  if (head === null || head.v.callback !== null || callback === null) insertHead(wr, o);
  else insertAfter(wr, head);
  return born(wr);
}
