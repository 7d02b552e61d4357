/** sys._getframe and its like. The runtime says how to reach frames and the depth of calls. */
import type { PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { typeError, valueError } from '../../exceptions/raise.ts';
import { call } from '../../protocols/call.ts';
import { dict_getStr, dict_setitem, newDict } from '../../objects/dict.ts';
import { hooks } from '../../objects/hooks.ts';
import { newInt } from '../../objects/int.ts';
import { None } from '../../objects/singletons.ts';
import { isTuple } from '../../objects/tuple.ts';
import { cInt } from './settings.ts';

/** The depth of Python calls and its limit. */
export const recursion = {
  limit: (): number => 1000,
  setLimit: (_n: number): void => {},
  depth: (): number => 1,
};

/** The frame object `depth` calls up from the running one (new reference), or null when there are not so many. */
export const frames: { at(depth: number): PyObject | null } = { at: () => null };

export function sys__getframe(_module: PyObject, depth?: PyObject): PyObject {
  const n = depth === undefined ? 0 : cInt(depth);
  return frames.at(Math.max(0, n)) ?? valueError('call stack is not deep enough');
}

export function sys__getframemodulename(_module: PyObject, depth?: PyObject): PyObject {
  const n = depth === undefined ? 0 : cInt(depth);
  if (n <= 0) return incref(dict_getStr(hooks.currentFrame()!.globals, '__name__') ?? None);
  const frame = frames.at(n);
  if (frame === null) return None;
  decref(frame);
  return incref(None);
}

/** One thread: its identifier and its innermost frame. */
export function sys__current_frames(): PyObject {
  const result = newDict();
  const frame = frames.at(0);
  if (frame !== null) {
    const id = newInt(1);
    dict_setitem(result, id, frame);
    decref(id);
    decref(frame);
  }
  return result;
}

export function sys_call_tracing(_module: PyObject, func: PyObject, args: PyObject): PyObject {
  if (!isTuple(args)) typeError(`call_tracing() argument 2 must be tuple, not ${args.type.name}`);
  return call(func, args.v.slice(), null);
}
