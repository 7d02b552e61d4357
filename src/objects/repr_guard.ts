/** Py_ReprEnter and Py_ReprLeave: a container that meets itself while its repr is made prints as `[...]`. */
import type { PyObject } from '../heap/object.ts';

const active: PyObject[] = [];

/** False when the repr of `o` is being made already. */
export function reprEnter(o: PyObject): boolean {
  for (let i = active.length; --i >= 0;) if (active[i] === o) return false;
  active.push(o);
  return true;
}

/** Ends what `reprEnter(o)` began. */
export function reprLeave(o: PyObject): void {
  for (let i = active.length; --i >= 0;)
    if (active[i] === o) {
      active.splice(i, 1);
      return;
    }
}
