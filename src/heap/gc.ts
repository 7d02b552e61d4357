/**
 * What types need of the collector: memory for tracked objects, tracking and untracking (Modules/gcmodule.c,
 * Include/internal/pycore_object.h). The collection itself is in collect.ts.
 */
import {
  GC_COLLECTING,
  GC_FINALIZED,
  GC_FLAGS_MASK,
  GC_UNREACHABLE,
  TPFLAGS_HAVE_GC,
  TPFLAGS_HEAPTYPE,
  TPFLAGS_TUPLE_SUBCLASS,
  TPFLAGS_TYPE_SUBCLASS,
} from './object.ts';
import type { PyContainer, PyObject, TypeBody } from './object.ts';
import { gc_list_remove, young } from './generations.ts';
import { free, malloc, mallocClass } from './pymalloc.ts';
import { gcState } from './gcstate.ts';
import { upcalls } from './upcalls.ts';

/**
 * PyObject_GC_New: the address of a new object of `nbytes` bytes, GC head and pre-header not counted.
 * Counts an allocation of generation 0 and asks for a collection when there are too many. The object is not tracked yet.
 */
export function gcMalloc(type: TypeBody, nbytes: number): number {
  const units = ((nbytes + 15) >> 4) + type.presize;
  const addr = units <= 32 ? mallocClass(units) : malloc(nbytes + type.presize * 16);
  if (++young.count > young.threshold) gcLink();
  return addr + type.presize;
}

/** The rest of _PyObject_GC_Link: schedules a collection (it runs at the next poll of the breaker, not here). */
export function gcLink(): void {
  if (gcState.enabled && young.threshold !== 0 && !gcState.collecting) upcalls.scheduleGC();
}

/** PyObject_GC_Del: untracks if need be, uncounts the allocation, frees the memory. */
export function gcFree(o: PyContainer): void {
  if (o.gcNext !== null) gc_list_remove(o);
  if (young.count > 0) young.count--;
  free(o.addr - o.type.presize);
}

/** PyObject_GC_Del for a parked address. */
export function gcFreeAt(addr: number, presize: number): void {
  if (young.count > 0) young.count--;
  free(addr - presize);
}

/** _PyObject_GC_TRACK: the object, complete now, joins generation 0. It must not be tracked. */
export function track(o: PyContainer): void {
  const head = young.head;
  const last = head.gcPrev!;
  o.gcPrev = last;
  o.gcNext = head;
  last.gcNext = o;
  head.gcPrev = o;
}

const UNTRACKED_FLAGS = GC_FLAGS_MASK & ~(GC_COLLECTING | GC_UNREACHABLE);

/** PyObject_GC_UnTrack: nothing happens when it is not tracked. */
export function untrack(o: PyContainer): void {
  const next = o.gcNext;
  if (next === null) return;
  const prev = o.gcPrev!;
  prev.gcNext = next;
  next.gcPrev = prev;
  o.gcNext = null;
  o.gcRefs &= UNTRACKED_FLAGS;
}

/** gc.is_tracked. */
export function isTracked(o: PyObject): boolean {
  return (o.type.flags & TPFLAGS_HAVE_GC) !== 0 && (o as PyContainer).gcNext !== null;
}

/** _PyObject_IS_GC: of the types, only heap types are. */
export function isGC(o: PyObject): boolean {
  const flags = o.type.flags;
  if ((flags & TPFLAGS_HAVE_GC) === 0) return false;
  return (flags & TPFLAGS_TYPE_SUBCLASS) === 0 || ((o.v as TypeBody).flags & TPFLAGS_HEAPTYPE) !== 0;
}

/** _PyObject_GC_MAY_BE_TRACKED: could it, now or later, be in a cycle? A tuple only while it is tracked. */
export function mayBeTracked(o: PyObject): boolean {
  const flags = o.type.flags;
  if ((flags & TPFLAGS_HAVE_GC) === 0) return false;
  if ((flags & TPFLAGS_TUPLE_SUBCLASS) !== 0) return (o as PyContainer).gcNext !== null;
  return (flags & TPFLAGS_TYPE_SUBCLASS) === 0 || ((o.v as TypeBody).flags & TPFLAGS_HEAPTYPE) !== 0;
}

/** gc.is_finalized. */
export function isFinalized(o: PyObject): boolean {
  return isGC(o) && ((o as PyContainer).gcRefs & GC_FINALIZED) !== 0;
}
