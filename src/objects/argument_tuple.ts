/**
 * The tuple of positional arguments that CPython makes for a callable without vectorcall (_PyObject_MakeTpCall), for METH_VARARGS
 * functions, and for `*args` of Argument Clinic. TypeScript functions take arrays; what the program can see of the
 * tuple is done without it: its memory, and one more reference to every argument while the call runs.
 */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { tupleAlloc, tupleRelease } from './tuple.ts';

/** Makes the tuple of the first `n` (> 0) arguments; answers its address. */
export function holdArguments(args: PyObject[], n: number): number {
  for (let i = 0; i < n; i++) args[i].rc++;
  return tupleAlloc(n);
}

/** Drops it. */
export function releaseArguments(args: PyObject[], n: number, addr: number): void {
  for (let i = n; --i >= 0;) decref(args[i]);
  tupleRelease(addr, n);
}
