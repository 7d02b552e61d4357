/** The stack of Python calls: sys._getframe and its like, the recursion limit. */
import type { PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { raise, valueError } from '../../exceptions/raise.ts';
import { T_RecursionError } from '../../exceptions/types.ts';
import { call } from '../../protocols/call.ts';
import { intArgument } from '../../objects/sequence_index.ts';
import { dict_setitem, newDict } from '../../objects/dict.ts';
import { frameAt, functionAt } from '../../objects/frame.ts';
import { newInt } from '../../objects/int.ts';
import { None } from '../../objects/singletons.ts';
import { tstate } from '../../objects/thread_state.ts';
import { isTuple } from '../../objects/tuple.ts';
import { badArgument } from '../../objects/bad_argument.ts';

/** Place on the stack of the frame `depth` calls up from the running one; a negative depth counts as 0. */
function place(depth: PyObject | undefined): number {
  return tstate.depth - (depth === undefined ? 0 : Math.max(0, intArgument(depth)));
}

export function sys__getframe(_module: PyObject, depth?: PyObject): PyObject {
  const at = place(depth);
  return at < 1 ? valueError('call stack is not deep enough') : incref(frameAt(at));
}

export function sys__getframemodulename(_module: PyObject, depth?: PyObject): PyObject {
  const at = place(depth);
  return incref(at < 1 ? None : (functionAt(at).v.module ?? None));
}

/** One thread: its identifier and its innermost frame. */
export function sys__current_frames(): PyObject {
  const result = newDict();
  if (tstate.depth > 0) {
    const thread = newInt(1);
    dict_setitem(result, thread, frameAt(tstate.depth));
    decref(thread);
  }
  return result;
}

export function sys_call_tracing(_module: PyObject, func: PyObject, args: PyObject): PyObject {
  if (!isTuple(args)) badArgument('call_tracing() argument 2', 'tuple', args);
  return call(func, args.v.slice(), null);
}

export function sys_getrecursionlimit(): PyObject {
  return newInt(tstate.limit);
}

export function sys_setrecursionlimit(_module: PyObject, limit: PyObject): PyObject {
  const n = intArgument(limit);
  if (n < 1) valueError('recursion limit must be greater or equal than 1');
  const depth = tstate.depth;
  if (depth >= n)
    raise(
      T_RecursionError,
      `cannot set the recursion limit to ${n} at the recursion depth ${depth}: the limit is too low`,
    );
  tstate.limit = n;
  return None;
}
