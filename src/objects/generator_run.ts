/**
 * Generators and coroutines, running: the body, which is a resumable function or a JavaScript generator, its variables in `slots`, and in
 * `stack` what CPython has on the value stack, so that the collector can visit them. The types are in generator.ts.
 */
import { PyContainer, TypeBody, type PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { born } from '../heap/audit.ts';
import { gcMalloc, track } from '../heap/gc.ts';
import { type PyException } from '../exceptions/body.ts';
import { raise, setContext } from '../exceptions/raise.ts';
import { excState } from '../exceptions/state.ts';
import { T_RecursionError } from '../exceptions/types.ts';
import type { PyCode } from './code.ts';
import { frameAt, releaseVariables, takeOwnership, type PyFrame } from './frame.ts';
import type { PyFunction } from './function.ts';
import { newTraceback, type PyTraceback } from './traceback.ts';
import { tstate, type SlotArray } from './thread_state.ts';
import { closeForFrame } from './generator.ts';

export const CREATED = 0;
export const SUSPENDED = 1;
export const EXECUTING = 2;
/** Finished without having run (closed before its start): its variables are still there. */
export const COMPLETED = 3;
export const CLEARED = 4;

/**
 * The JavaScript generator of a body: yields objects, is sent objects, or null to raise `tstate.raised`; returns an object, or null
 * when it raised.
 */
export type Body = Generator<PyObject, PyObject | null, PyObject | null>;

/**
 * The same as a plain function (compile/resumable.ts): answers what it yields, with the place to go on from in `pc`; below 0 it has
 * returned its answer, null when it raised.
 */
export type Step = (b: GeneratorBody, sent: PyObject | null) => PyObject | null;

export class GeneratorBody {
  state = CREATED;
  /** Position index where the body is suspended. */
  at = 0;
  /** Depth of the frame while it runs. */
  depth = 0;
  /** The iterator that `yield from` or `await` is waiting for, borrowed from the stack, or null. */
  yf: PyObject | null = null;
  /** The body is inside an exception handler. */
  handling = false;
  /** The exception handled by the suspended body, owned. */
  exc: PyObject | null = null;
  /** The exception handled by whoever resumed the body; not owned. */
  callerExc: PyObject | null = null;
  /** Frame object, owned, or null. */
  frame: PyFrame | null = null;
  /** What runs: a step at a time, or a JavaScript generator. */
  step: Step | null = null;
  pc = 0;
  body: Body | null = null;
  /** Asynchronous generators: hooks ran, closed, an asend or athrow is under way. */
  hooksInited = false;
  closed = false;
  runningAsync = false;
  close: (b: GeneratorBody) => void = () => {};
  constructor(
    public fn: PyFunction,
    public code: PyCode,
    public name: PyObject,
    public qualname: PyObject,
    public slots: SlotArray,
    public stack: (PyObject | null)[],
  ) {}

  get executing(): boolean {
    return this.state === EXECUTING;
  }
}

export type PyGenerator = PyContainer<GeneratorBody>;

export const T_GENERATOR = new TypeBody('generator');
export const T_COROUTINE = new TypeBody('coroutine');
export const T_ASYNC_GENERATOR = new TypeBody('async_generator');

/** Set by async_generator.ts: lets the event loop's finalizer close the generator; true when it did. */
export const asyncGenHooks: { finalize: (gen: PyGenerator) => boolean } = { finalize: () => false };

/** The object with its frame, but for the frame's locals and stack. */
export const BASIC = 144;

/** Size of a generator that runs `code`. */
export function generatorSize(code: PyCode): number {
  const { localsplus, stacksize } = code.v.generated!;
  return BASIC + 8 * (localsplus.length + stacksize);
}

/** RETURN_GENERATOR: a generator whose body is to be set. Consumes `fn` and the slots. New reference. */
export function makeGenerator(
  type: TypeBody,
  fn: PyFunction,
  slots: SlotArray,
  stack: (PyObject | null)[],
): PyGenerator {
  const code = fn.v.code;
  const { name, qualname } = fn.v;
  code.rc++;
  name.rc++;
  qualname.rc++;
  const b = new GeneratorBody(fn, code, name, qualname, slots, stack);
  const o = new PyContainer(1, type, gcMalloc(type, generatorSize(code)), b);
  b.close = closeForFrame;
  track(o);
  born(o);
  return o;
}

/**
 * Runs the body on: sends `value` (consumed) in, or throws `exc` (consumed) where it waits. Answers what it yields, or null when
 * it returned: then `tstate.result` is the value. The state must be CREATED or SUSPENDED.
 */
export function resume(gen: PyGenerator, value: PyObject, exc: PyException | null): PyObject | null {
  return exc === null ? run(gen.v, value) : resumeThrow(gen.v, value, exc);
}

function resumeThrow(b: GeneratorBody, value: PyObject, exc: PyException): PyObject | null {
  decref(value);
  if (b.handling) setThrownContext(b, exc);
  if (b.state === CREATED) {
    // Raised at the first line; the body never runs.
    const d = ++tstate.depth;
    tstate.frames[d] = b.frame ?? b.fn;
    if (b.frame !== null) b.frame.v.depth = d;
    exc.v.traceback = newTraceback(exc.v.traceback as PyTraceback | null, frameAt(d), 0);
    leave(b, d);
    finish(b, d);
    throw exc;
  }
  tstate.raised = exc;
  return run(b, null);
}

/** The exception handled by the suspended body is the thrown one's context. */
function setThrownContext(b: GeneratorBody, exc: PyException): void {
  const caller = excState.handled;
  excState.handled = b.exc;
  setContext(exc);
  excState.handled = caller;
}

/** Runs the body; `value` null raises `tstate.raised` in it. */
function run(b: GeneratorBody, value: PyObject | null): PyObject | null {
  const d = tstate.depth + 1;
  if (d > tstate.limit) {
    if (value !== null) decref(value);
    raise(T_RecursionError, 'maximum recursion depth exceeded');
  }
  tstate.depth = d;
  if (b.frame === null) tstate.frames[d] = b.fn;
  else {
    tstate.frames[d] = b.frame;
    b.frame.v.depth = d;
  }
  tstate.locals[d] = b.slots;
  b.depth = d;
  b.state = EXECUTING;
  const caller = excState.handled;
  b.callerExc = caller;
  if (b.handling) {
    excState.handled = b.exc;
    b.exc = null;
  }
  let answer: PyObject | null;
  let done: boolean | undefined;
  if (b.step !== null) {
    answer = b.step(b, value);
    done = b.pc < 0;
  } else {
    const r = b.body!.next(value);
    answer = r.value;
    ({ done } = r);
    if (b.handling) {
      b.exc = excState.handled;
      excState.handled = caller;
    }
  }
  leave(b, d);
  if (done) return ended(b, d, caller, answer);
  b.state = SUSPENDED;
  return answer;
}

/** The body returned, or raised when `value` is null. */
function ended(b: GeneratorBody, d: number, caller: PyObject | null, value: PyObject | null): null {
  if (value === null) {
    // The traceback's frames take over the variables before anybody sees the exception.
    const raised = tstate.raised;
    excState.handled = caller;
    finish(b, d);
    throw raised;
  }
  finish(b, d);
  tstate.result = value;
  return null;
}

/** The body is not running any more. */
function leave(b: GeneratorBody, d: number): void {
  tstate.depth = d - 1;
  tstate.locals[d] = null;
  const frame = tstate.frames[d];
  if (frame !== b.fn) {
    b.frame = frame as PyFrame;
    b.frame.v.depth = 0;
    b.frame.v.generator = b;
  }
}

/** The body has ended: clear_gen_frame. `d` is the depth it ran at, 0 when it did not run. */
export function finish(b: GeneratorBody, d: number): void {
  b.state = CLEARED;
  const { frame, fn, slots } = b;
  b.frame = null;
  b.yf = null;
  if (frame !== null) {
    if (frame.rc > 1) {
      takeOwnership(frame, fn, b.at, slots);
      if (d > 1) frame.v.back = incref(frameAt(d - 1));
      track(frame);
      decref(frame);
      b.slots = [];
      releaseStack(b);
      return;
    }
    frame.v.generator = null;
    decref(frame);
  }
  b.slots = [];
  releaseVariablesOf(b, slots, fn);
}

function releaseVariablesOf(b: GeneratorBody, slots: SlotArray, fn: PyFunction): void {
  for (let i = 0; i < slots.length; i++) {
    const o = slots[i];
    if (o !== null) {
      slots[i] = null;
      decref(o);
    }
  }
  releaseStack(b);
  releaseVariables(fn, slots, null);
}

function releaseStack(b: GeneratorBody): void {
  for (let i = 0; i < b.stack.length; i++) {
    const o = b.stack[i];
    if (o !== null) {
      b.stack[i] = null;
      decref(o);
    }
  }
}
