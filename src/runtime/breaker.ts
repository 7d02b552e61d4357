/** The breaker word: what compiled code looks at on function entry and loop back edges (eval_breaker in Python/ceval_gil.c). */
import type { PyObject } from '../heap/object.ts';
import { gc_run } from '../heap/collect.ts';
import { decref } from '../heap/refcount.ts';
import { upcalls } from '../heap/upcalls.ts';
import {
  BREAK_FLUSH,
  BREAK_GC_DUE,
  BREAK_INTERRUPT,
  BREAK_STOP,
  BREAKER,
  CONTROL_SIZE,
} from '../objects/control_block.ts';
import { raiseArgs } from '../exceptions/raise.ts';
import { T_KeyboardInterrupt, T_SystemExit } from '../exceptions/types.ts';
import { system } from '../objects/system.ts';

/** The words shared with the main thread. Replaced before anything is compiled. */
export const breaker: { words: Int32Array } = { words: new Int32Array(CONTROL_SIZE / 4) };

export function setBreaker(words: Int32Array): void {
  breaker.words = words;
  upcalls.scheduleGC = () => {
    Atomics.or(breaker.words, BREAKER, BREAK_GC_DUE);
  };
}

/** _Py_HandlePending: collects, flushes, raises KeyboardInterrupt. */
export function poll(): void {
  const { words } = breaker;
  const bits = Atomics.load(words, BREAKER);
  if ((bits & BREAK_STOP) !== 0) raiseArgs(T_SystemExit, []);
  if ((bits & BREAK_INTERRUPT) !== 0) {
    Atomics.and(words, BREAKER, ~BREAK_INTERRUPT);
    raiseArgs(T_KeyboardInterrupt, []);
  }
  if ((bits & BREAK_FLUSH) !== 0) {
    Atomics.and(words, BREAKER, ~BREAK_FLUSH);
    system.flush();
  }
  if ((bits & BREAK_GC_DUE) !== 0) {
    Atomics.and(words, BREAKER, ~BREAK_GC_DUE);
    gc_run();
  }
}

/** As poll, while the caller holds `o`: released when an exception is raised. */
export function pollHolding(o: PyObject): void {
  try {
    poll();
  } catch (e) {
    decref(o);
    throw e;
  }
}
