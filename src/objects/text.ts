/** Small text helpers that many types share. */
import type { PyObject } from '../heap/object.ts';
import { idOf } from '../heap/pymalloc.ts';

/** An object's address as `%p` prints it: `0x7f...`. */
export function hexAddress(o: PyObject): string {
  return `0x${idOf(o).toString(16)}`;
}
