/** What `sys` tells about objects: getsizeof, getrefcount (Python/sysmodule.c). */
import { isImmortal, TPFLAGS_HAVE_GC, type PyObject } from './object.ts';
import { UNIT } from './pymalloc.ts';

/** _PyType_PreHeaderSize: bytes before the object, which getsizeof adds to `__sizeof__()`. */
export function preHeaderSize(o: PyObject): number {
  return (o.type.flags & TPFLAGS_HAVE_GC) !== 0 ? o.type.presize * UNIT : 0;
}

/** object.__sizeof__ for a type without one of its own: tp_basicsize and `nitems` items. */
export function basicSizeOf(o: PyObject, nitems = 0): number {
  return o.type.basicsize + (nitems < 0 ? -nitems : nitems) * o.type.itemsize;
}

/** _Py_IMMORTAL_REFCNT of a 64-bit 3.12. */
export const IMMORTAL_REFCNT = 4294967295;

/** sys.getrefcount: the count as the caller sees it, its own argument included. */
export function getrefcount(o: PyObject): number {
  return isImmortal(o) ? IMMORTAL_REFCNT : o.rc;
}
