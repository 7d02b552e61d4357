/**
 * The state of the running thread (PyThreadState): the shadow stack of Python frames, and the registers through which a
 * few runtime functions answer a second value.
 *
 * A call costs two stores here. A frame object is made only when somebody asks for it and then stands in `frames`
 * in the function's place until the function leaves.
 */
import type { PyContainer, PyObject } from '../heap/object.ts';

/** Locals of a running frame: the array of its slots, or the mapping that a module or class body runs in. */
export type FrameLocals = SlotArray | PyObject;

/** Slots of a frame (co_varnames, cells). */
export interface SlotArray extends Array<PyObject | null> {
  /** The dict that `locals()` made of them, owned (frame->f_locals). */
  dict?: PyContainer;
}

/** Variables of an inlined comprehension that is running and asks for `locals()`: they belong to no slot of the frame. */
export interface ComprehensionVariables {
  names: string[];
  /** Their values now, borrowed; null where unbound. */
  read: () => (PyObject | null)[];
  /** Those of the comprehension around it. */
  outer: ComprehensionVariables | null;
}

export const tstate = {
  /** Number of running frames; `frames[depth]` is the innermost. */
  depth: 0,
  /** sys.getrecursionlimit(). */
  limit: 1000,
  /** The function object of each running frame (owned by the frame), or its frame object. */
  frames: [] as PyContainer[],
  /** Locals of those running frames that keep them where others can see them; null for the others. */
  locals: [] as (FrameLocals | null)[],
  /** By depth, where there are any. */
  comprehensions: [] as (ComprehensionVariables | null)[],
  /** Second answer of loadMethod: the attribute is a function that takes the object as first argument. */
  isMethod: false,
  /** Second answer of several helpers, a new reference. */
  result: null as PyObject | null,
  /** The exception of a compiled function that answered null, owned (see objects/function.ts). */
  raised: null as PyObject | null,
  /** Position index at which the frame at `depth` is now; installed by the runtime. */
  runningPosition: (_depth: number): number => 0,
};

/** Keeps what a helper of compiled code caught for its caller; answers null, as the helper then does. */
export function raised(e: unknown): null {
  tstate.raised = e as PyObject;
  return null;
}
