/** Reference counting (Include/object.h). Kept tiny so that V8 inlines every call. */
import { IMMORTAL, type PyObject } from './object.ts';
import { STATIC_END } from './static.ts';

/** Py_NewRef: one more reference to `o`; returns it. */
export function incref<T extends PyObject>(o: T): T {
  ++o.rc;
  return o;
}

export { incref as newref };

/** Py_DECREF: gives one reference up; the last one deallocates. Never throws. */
export function decref(o: PyObject): void {
  if (--o.rc === 0) dealloc(o);
}

/** Py_XINCREF. */
export function xincref<T extends PyObject>(o: T | null): T | null {
  if (o !== null) ++o.rc;
  return o;
}

/** Py_XDECREF. */
export function xdecref(o: PyObject | null): void {
  if (o !== null && --o.rc === 0) dealloc(o);
}

/**
 * _Py_Dealloc: `o.rc` has reached 0. A static object's count drifts (functions may answer None without taking a reference for
 * the caller to give up), so it starts anew.
 */
export function dealloc(o: PyObject): void {
  if (o.addr < STATIC_END) o.rc = IMMORTAL;
  else o.type.tp_dealloc!(o);
}

/** Gives up one reference to each item, last item first (as list_dealloc and tupledealloc do). */
export function decrefItems(items: (PyObject | null)[]): void {
  for (let i = items.length - 1; i >= 0; i--) {
    const o = items[i]!;
    if (o !== null && --o.rc === 0) dealloc(o);
  }
}
