/** The handled exception of the running thread (the top of CPython's exc_info stack). */
import type { PyObject } from '../heap/object.ts';

export const excState: {
  /** `sys.exception()`: the exception being handled, owned, or null. */
  handled: PyObject | null;
} = { handled: null };
