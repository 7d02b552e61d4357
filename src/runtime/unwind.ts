/** Exceptions in compiled code: traceback entries, leaving frames, the handled exception, `raise` and matching. */
import {
  PyContainer,
  TPFLAGS_BASE_EXC_SUBCLASS,
  TPFLAGS_TYPE_SUBCLASS,
  type PyObject,
  type TypeBody,
} from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { isPyException, type PyException } from '../exceptions/body.ts';
import { isExceptionClass, makeException } from '../exceptions/create.ts';
import { raise as raiseMessage, recursionError, runtimeError, setContext, typeError } from '../exceptions/raise.ts';
import { excState } from '../exceptions/state.ts';
import { T_AssertionError, T_RecursionError, T_StopAsyncIteration } from '../exceptions/types.ts';
import { frameAt, leaveFrameObject, releaseSlots, type PyFrame } from '../objects/frame.ts';
import type { PyFunction } from '../objects/function.ts';
import { isTuple } from '../objects/tuple.ts';
import { newTraceback, type PyTraceback } from '../objects/traceback.ts';
import { tstate, type SlotArray } from '../objects/thread_state.ts';
import { None } from '../objects/singletons.ts';
import { isSubtype } from '../objects/type_lookup.ts';
import { call } from '../protocols/call.ts';
import { internalFault } from './fault.ts';
import type { Instance } from './instance.ts';

/** Whatever was thrown as a Python exception: V8's stack overflow is RecursionError, anything else a fault of ours. */
export function asPyException(e: unknown): PyException {
  if (e instanceof PyContainer && (e.type.flags & TPFLAGS_BASE_EXC_SUBCLASS) !== 0) return e;
  if (e instanceof RangeError && /call stack/.test(e.message)) return stackOverflow();
  return internalFault(e);
}

function stackOverflow(): PyException {
  try {
    return raiseMessage(T_RecursionError, 'maximum recursion depth exceeded');
  } catch (e) {
    return e as PyException;
  }
}

/** PyTraceBack_Here for the function running at `depth`. */
function addTraceback(exc: PyException, depth: number, at: number): void {
  const frame = frameAt(depth);
  exc.v.traceback = newTraceback(exc.v.traceback as PyTraceback | null, frame, at);
}

/**
 * The exception caught in the function at `depth`, with a traceback entry for position `P` unless that is 0 (it was thrown
 * again). Frames above have left.
 */
export function caught(e: unknown, _I: Instance, depth: number, P: number): PyException {
  tstate.depth = depth;
  if (tstate.comprehensions.length > depth) tstate.comprehensions.length = depth;
  const exc = asPyException(e);
  if (P !== 0) addTraceback(exc, depth, P);
  return exc;
}

/**
 * An exception leaves a function: its frame object takes over the variables, or they are released. Answers null, the exception in
 * `tstate.raised`.
 */
export function unwind(e: unknown, I: Instance, depth: number, fn: PyFunction, P: number, slots: SlotArray): null {
  const exc = caught(e, I, depth, P);
  return leaveUnwinding(exc, I, depth, fn, P, slots);
}

export function leaveUnwinding(
  exc: PyException,
  _I: Instance,
  depth: number,
  fn: PyFunction,
  P: number,
  slots: SlotArray,
): null {
  tstate.depth = depth - 1;
  if (tstate.frames[depth] !== fn) {
    const frame = tstate.frames[depth] as PyFrame;
    leaveNamespace(frame, depth);
    leaveFrameObject(depth, fn, P === 0 ? frame.v.at : P, slots);
  } else {
    tstate.locals[depth] = null;
    releaseSlots(slots);
    decref(fn);
  }
  tstate.raised = exc;
  return null;
}

/** The mapping that a module or class body ran in stays with its frame. */
function leaveNamespace(frame: PyFrame, depth: number): void {
  const ns = tstate.locals[depth];
  if (ns !== null && ns !== undefined && !Array.isArray(ns) && frame.rc > 1) frame.v.locals = incref(ns as PyObject);
  tstate.locals[depth] = null;
}

/** A function with a frame object returns. */
export function leaveFrame(depth: number, fn: PyFunction, P: number, slots: SlotArray, result: PyObject): PyObject {
  leaveNamespace(tstate.frames[depth] as PyFrame, depth);
  leaveFrameObject(depth, fn, P, slots);
  return result;
}

/** Releases an array of slots at a function's end. */
export function releaseLocals(slots: SlotArray): void {
  releaseSlots(slots);
}

/** The frame does not fit on the stack: raised in the caller, the frame itself leaves no trace. */
export function recursionLimit(): never {
  return recursionError('maximum recursion depth exceeded');
}

/** Gives up the object of a slot; answers null for the slot. */
export function drop(o: PyObject): null {
  decref(o);
  return null;
}

// ---- the handled exception

/** PUSH_EXC_INFO: `exc` (borrowed) is being handled from now on. Answers the one before. */
export function pushExc(exc: PyObject): PyObject | null {
  const prev = excState.handled;
  excState.handled = incref(exc);
  return prev;
}

/** POP_EXCEPT: `prev` is handled again. */
export function popExc(prev: PyObject | null): void {
  const exc = excState.handled;
  excState.handled = prev;
  xdecref(exc);
}

interface Handling {
  handling: boolean;
  callerExc: PyObject | null;
}

/** pushExc in a generator. At its outermost handler the answer is null: what its caller handles is not the generator's to keep. */
export function pushExcGen(g: Handling, exc: PyObject): PyObject | null {
  const prev = g.handling ? excState.handled : null;
  excState.handled = incref(exc);
  g.handling = true;
  return prev;
}

export function popExcGen(g: Handling, prev: PyObject | null): void {
  const exc = excState.handled;
  if (prev === null) {
    excState.handled = g.callerExc;
    g.handling = false;
  } else excState.handled = prev;
  xdecref(exc);
}

/** The exception being handled is replaced (by its part that a clause takes). Borrows. */
export function setHandled(exc: PyObject): void {
  const old = excState.handled;
  excState.handled = incref(exc);
  xdecref(old);
}

// ---- raise

/** `raise exc from cause`: consumes both; answers what to throw (do_raise). */
export function raise(exc: PyObject, cause: PyObject | null): PyException {
  let value: PyException;
  try {
    value = isPyException(exc) ? incref(exc) : makeRaised(exc);
    try {
      if (cause !== null) setRaiseCause(value, cause);
    } catch (e) {
      decref(value);
      throw e;
    }
  } finally {
    decref(exc);
    xdecref(cause);
  }
  setContext(value);
  return value;
}

function makeRaised(cls: PyObject): PyException {
  if (!isExceptionClass(cls)) return typeError('exceptions must derive from BaseException');
  return makeException(cls, null);
}

function setRaiseCause(value: PyException, cause: PyObject): void {
  let fixed: PyException | null;
  if (isExceptionClass(cause)) fixed = makeException(cause, null);
  else if (isPyException(cause)) fixed = incref(cause);
  else if (cause === None) fixed = null;
  else return typeError('exception causes must derive from BaseException');
  const old = value.v.cause;
  value.v.cause = fixed;
  value.v.suppressContext = true;
  xdecref(old);
}

/** `raise` alone: the handled exception, a new reference. */
export function handledForReraise(): PyException {
  const exc = excState.handled;
  if (exc === null) return runtimeError('No active exception to reraise');
  return incref(exc) as PyException;
}

/** `assert`: consumes the message. */
export function assertionError(message: PyObject | null): never {
  const exc = call(T_AssertionError.obj, message === null ? [] : [message], null) as PyException;
  xdecref(message);
  setContext(exc);
  throw exc;
}

// ---- matching

function checkClass(o: PyObject): void {
  if (!isExceptionClass(o)) typeError('catching classes that do not inherit from BaseException is not allowed');
}

/** `except type`: does the exception match the class or tuple of classes (consumed)? */
export function excMatch(exc: PyException, type: PyObject): boolean {
  try {
    if ((type.type.flags & TPFLAGS_TYPE_SUBCLASS) !== 0) {
      checkClass(type);
      return isSubtype(exc.type, type.v as TypeBody);
    }
    if (isTuple(type)) {
      for (const t of type.v) checkClass(t);
      return type.v.some(t => isSubtype(exc.type, t.v as TypeBody));
    }
    checkClass(type);
    return false;
  } finally {
    decref(type);
  }
}

export function isStopAsyncIteration(e: PyException): boolean {
  return isPyException(e, T_StopAsyncIteration);
}

export const unwinding = {
  caught,
  unwind,
  leaveUnwinding,
  leaveFrame,
  releaseLocals,
  recursionLimit,
  drop,
  pushExc,
  popExc,
  pushExcGen,
  popExcGen,
  setHandled,
  raise,
  handledForReraise,
  assertionError,
  excMatch,
  isStopAsyncIteration,
};
