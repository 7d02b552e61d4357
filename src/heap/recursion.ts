/**
 * The C recursion counter (Include/internal/pycore_ceval.h): how deep protocols may nest in themselves, e.g. repr of
 * a list in a list. Separate from the depth of Python calls since 3.12, and not changed by sys.setrecursionlimit.
 */
import { upcalls } from './upcalls.ts';

/** C_RECURSION_LIMIT of a 3.12.1 release build. */
export const C_RECURSION_LIMIT = 1500;

let remaining = C_RECURSION_LIMIT;
let headroom = 0;

/** _Py_EnterRecursiveCall: raises RecursionError `maximum recursion depth exceeded` + `where` when too deep. */
export function enterRecursive(where: string): void {
  if (remaining-- <= 0) checkRecursiveCall(where);
}

/** _Py_LeaveRecursiveCall: once for every enterRecursive that returned. */
export function leaveRecursive(): void {
  remaining++;
}

/** As enterRecursive, but the level counts even when it raises: the caller leaves it on every path. */
export function enterCounted(where: string): void {
  if (remaining-- > 0) return;
  try {
    checkRecursiveCall(where);
  } catch (e) {
    --remaining;
    throw e;
  }
}

/** What entering the evaluation of a Python function from C takes (PY_EVAL_C_STACK_UNITS). */
export function enterEval(): void {
  if (remaining > 1) {
    remaining -= 2;
    return;
  }
  enterRecursive('');
  remaining--;
}

/** Undoes enterEval. */
export function leaveEval(): void {
  remaining += 2;
}

/** _Py_CheckRecursiveCall. */
function checkRecursiveCall(where: string): void {
  if (headroom !== 0) return;
  ++headroom;
  try {
    upcalls.recursionError(where);
  } finally {
    --headroom;
    ++remaining;
  }
}
