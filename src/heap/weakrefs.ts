/**
 * Lists of weak references (Objects/weakrefobject.c). An object's list is newest first, except that the shared
 * callback-less reference and proxy stand at the front. The types are in objects/weakref.ts.
 */
import { GC_HAS_WEAKREFS, TPFLAGS_HAVE_GC } from './object.ts';
import type { PyContainer, PyObject } from './object.ts';
import { decref } from './refcount.ts';
import { upcalls } from './upcalls.ts';

/** PyWeakReference's fields. */
export class WeakrefBody {
  /** The referent, not owned; null once it is dead. */
  object: PyObject | null;
  callback: PyObject | null;
  /** The referent's hash once asked for. */
  hashed = false;
  hashLo = 0;
  hashHi = 0;
  prev: PyWeakref | null = null;
  next: PyWeakref | null = null;
  constructor(object: PyObject, callback: PyObject | null) {
    this.object = object;
    this.callback = callback;
  }
}

export type PyWeakref = PyContainer<WeakrefBody>;

/** PyWeakref_Check. */
export function isWeakref(o: PyObject): o is PyWeakref {
  return o.v instanceof WeakrefBody;
}

/** First reference of each object that has any. */
const lists = new Map<PyObject, PyWeakref>();

/** The object's first weak reference, or null. */
export function weakrefList(o: PyObject): PyWeakref | null {
  if ((o.type.flags & TPFLAGS_HAVE_GC) !== 0 && ((o as PyContainer).gcRefs & GC_HAS_WEAKREFS) === 0) return null;
  return lists.get(o) ?? null;
}

/** _PyWeakref_GetWeakrefCount. */
export function weakrefCount(o: PyObject): number {
  let n = 0;
  for (let wr = weakrefList(o); wr !== null; wr = wr.v.next) n++;
  return n;
}

function setHead(o: PyObject, wr: PyWeakref | null): void {
  if (wr !== null) {
    lists.set(o, wr);
    if ((o.type.flags & TPFLAGS_HAVE_GC) !== 0) (o as PyContainer).gcRefs |= GC_HAS_WEAKREFS;
  } else {
    lists.delete(o);
    if ((o.type.flags & TPFLAGS_HAVE_GC) !== 0) (o as PyContainer).gcRefs &= ~GC_HAS_WEAKREFS;
  }
}

/** insert_head. */
export function insertHead(wr: PyWeakref, o: PyObject): void {
  const next = weakrefList(o);
  wr.v.prev = null;
  wr.v.next = next;
  if (next !== null) next.v.prev = wr;
  setHead(o, wr);
}

/** insert_after. */
export function insertAfter(wr: PyWeakref, prev: PyWeakref): void {
  const next = prev.v.next;
  wr.v.prev = prev;
  wr.v.next = next;
  if (next !== null) next.v.prev = wr;
  prev.v.next = wr;
}

/** clear_weakref: the reference forgets its referent and gives its callback up. */
export function clear_weakref(wr: PyWeakref): void {
  const callback = wr.v.callback;
  _PyWeakref_ClearRef(wr);
  if (callback !== null) {
    wr.v.callback = null;
    decref(callback);
  }
}

/** _PyWeakref_ClearRef: the reference forgets its referent and keeps its callback. */
export function _PyWeakref_ClearRef(wr: PyWeakref): void {
  const body = wr.v;
  const o = body.object;
  if (o === null) return;
  if (body.prev === null) setHead(o, body.next);
  else body.prev.v.next = body.next;
  if (body.next !== null) body.next.v.prev = body.prev;
  body.prev = null;
  body.next = null;
  body.object = null;
}

/** handle_callback: errors are unraisable. */
export function handle_callback(wr: PyWeakref, callback: PyObject): void {
  try {
    decref(upcalls.callOneArg(callback, wr));
  } catch (e) {
    upcalls.writeUnraisable(e, callback);
  }
}

/**
 * PyObject_ClearWeakRefs: for deallocators of weakly referencable types, before the object's contents go. All
 * references are dead before the first callback runs; callbacks run newest first.
 */
export function clearWeakRefs(o: PyObject): void {
  let wr = weakrefList(o);
  if (wr === null) return;
  if (wr.v.callback === null) {
    clear_weakref(wr);
    wr = weakrefList(o);
    if (wr !== null && wr.v.callback === null) clear_weakref(wr);
  }
  wr = weakrefList(o);
  if (wr === null) return;
  const alive: PyWeakref[] = [];
  const callbacks: PyObject[] = [];
  while (wr !== null) {
    const next: PyWeakref | null = wr.v.next;
    const callback = wr.v.callback;
    wr.v.callback = null;
    _PyWeakref_ClearRef(wr);
    if (callback !== null) {
      if (wr.rc > 0) {
        ++wr.rc;
        alive.push(wr);
        callbacks.push(callback);
      } else {
        decref(callback);
      }
    }
    wr = next;
  }
  for (let i = 0; i < alive.length; i++) handle_callback(alive[i], callbacks[i]);
  for (let i = alive.length - 1; i >= 0; i--) {
    decref(callbacks[i]);
    decref(alive[i]);
  }
}

/** The object's weak references in list order (borrowed). */
export function weakrefsOf(o: PyObject): PyWeakref[] {
  const refs: PyWeakref[] = [];
  for (let wr = weakrefList(o); wr !== null; wr = wr.v.next) refs.push(wr);
  return refs;
}
