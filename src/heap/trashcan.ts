/**
 * The trashcan (Objects/object.c, 3.12): deallocators of containers nest at most 50 deep; what is deeper waits on a
 * chain, last in first out, and is deallocated when the outermost deallocator has returned.
 *
 * Use in a deallocator, after untracking:
 *   if (trashcanBegin(o, list_dealloc)) return;
 *   ...
 *   trashcanEnd(o, list_dealloc);
 */
import type { PyObject } from './object.ts';

/** _PyTrash_UNWIND_LEVEL. */
const UNWIND_LEVEL = 50;

let deleteNesting = 0;
const deleteLater: PyObject[] = [];

/**
 * Py_TRASHCAN_BEGIN: true when the object was deposited and the deallocator must return at once. A deallocator that
 * was called by a subclass's deallocator (`tp_dealloc` is another function) takes no part.
 */
export function trashcanBegin(o: PyObject, dealloc: (o: PyObject) => void): boolean {
  if (o.type.tp_dealloc !== dealloc) return false;
  if (deleteNesting >= UNWIND_LEVEL) {
    deleteLater.push(o);
    return true;
  }
  ++deleteNesting;
  return false;
}

/** Py_TRASHCAN_END: the same arguments as at trashcanBegin. */
export function trashcanEnd(o: PyObject, dealloc: (o: PyObject) => void): void {
  if (o.type.tp_dealloc !== dealloc) return;
  if (--deleteNesting <= 0 && deleteLater.length !== 0) destroyChain();
}

/** _PyTrash_thread_destroy_chain. */
function destroyChain(): void {
  ++deleteNesting;
  while (deleteLater.length !== 0) {
    const o = deleteLater.pop()!;
    o.type.tp_dealloc!(o);
  }
  --deleteNesting;
}

/** Forgets the nesting after an internal fault unwound through deallocators; what waited is deallocated now. */
export function trashcanReset(): void {
  deleteNesting = 0;
  if (deleteLater.length !== 0) destroyChain();
}
