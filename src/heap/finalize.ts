/** Finalizers (Objects/object.c): `tp_finalize` at most once an object, and resurrection by it. */
import { GC_FINALIZED, TPFLAGS_HAVE_GC } from './object.ts';
import type { PyContainer, PyObject } from './object.ts';

/** PyObject_CallFinalizer: calls tp_finalize unless it was called before. `tp_finalize` reports its own errors. */
export function callFinalizer(o: PyObject): void {
  const finalize = o.type.tp_finalize;
  if (finalize === null) return;
  if ((o.type.flags & TPFLAGS_HAVE_GC) === 0) {
    finalize(o);
    return;
  }
  const gc = o as PyContainer;
  if ((gc.gcRefs & GC_FINALIZED) !== 0) return;
  finalize(o);
  gc.gcRefs |= GC_FINALIZED;
}

/**
 * PyObject_CallFinalizerFromDealloc: to be called first in a deallocator (`o.rc` is 0, the object still tracked).
 * False when the finalizer made a new reference: the object lives on and the deallocator must return at once.
 */
export function callFinalizerFromDealloc(o: PyObject): boolean {
  o.rc = 1;
  callFinalizer(o);
  return --o.rc === 0;
}
