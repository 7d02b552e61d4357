/** The types of generators and coroutines (Objects/genobject.c); how their bodies run is in generator_run.ts. */
import type { PyContainer, TypeBody } from '../heap/object.ts';
import { TPFLAGS_HAVE_GC, type PyObject, type Visit } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { callFinalizerFromDealloc } from '../heap/finalize.ts';
import { gcFree, track, untrack } from '../heap/gc.ts';
import { upcalls } from '../heap/upcalls.ts';
import { clearWeakRefs } from '../heap/weakrefs.ts';
import { getMember } from '../exceptions/base.ts';
import { isPyException, type PyException } from '../exceptions/body.ts';
import { makeException } from '../exceptions/create.ts';
import { raiseArgs, runtimeError, stopIteration, typeError, valueError } from '../exceptions/raise.ts';
import { excState } from '../exceptions/state.ts';
import {
  T_DeprecationWarning,
  T_GeneratorExit,
  T_RuntimeError,
  T_RuntimeWarning,
  T_StopAsyncIteration,
  T_StopIteration,
} from '../exceptions/types.ts';
import { call, call0 } from '../protocols/call.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { defineType } from './define.ts';
import { frameAt, newFrame } from './frame.ts';
import { hooks } from './hooks.ts';
import { newInt } from './int.ts';
import { bool, None } from './singletons.ts';
import { isStr, newStr } from './str.ts';
import { hexAddress } from './text.ts';
import { T_TRACEBACK } from './traceback.ts';
import { tstate } from './thread_state.ts';
import type { GeneratorBody } from './generator_run.ts';
import {
  CREATED,
  SUSPENDED,
  EXECUTING,
  COMPLETED,
  CLEARED,
  type PyGenerator,
  T_GENERATOR,
  T_COROUTINE,
  T_ASYNC_GENERATOR,
  asyncGenHooks,
  BASIC,
  generatorSize,
  resume,
  finish,
} from './generator_run.ts';

function kindName(gen: PyObject): string {
  return gen.type === T_COROUTINE ? 'coroutine' : gen.type === T_ASYNC_GENERATOR ? 'async generator' : 'generator';
}

/**
 * gen_send_ex2: as `resume` after the checks of the state. `arg` null: called by `next`, which gets null for a return of
 * None with `tstate.result` null.
 */
export function gen_send_ex2(
  gen: PyGenerator,
  arg: PyObject | null,
  exc: PyException | null,
  closing: boolean,
): PyObject | null {
  const b = gen.v;
  if (b.state === CREATED && arg !== null && arg !== None)
    return typeError(`can't send non-None value to a just-started ${kindName(gen)}`);
  if (b.state === EXECUTING) {
    xdecref(exc);
    return valueError(`${kindName(gen)} already executing`);
  }
  if (b.state >= COMPLETED) {
    if (gen.type === T_COROUTINE && !closing) {
      xdecref(exc);
      return runtimeError('cannot reuse already awaited coroutine');
    }
    if (exc !== null) throw exc;
    tstate.result = arg === null ? null : incref(None);
    return null;
  }
  return resume(gen, incref(arg ?? None), exc);
}

/** gen_send_ex: the yielded value; a return becomes StopIteration. New reference. */
function gen_send_ex(gen: PyGenerator, arg: PyObject, exc: PyException | null, closing: boolean): PyObject {
  const yielded = gen_send_ex2(gen, arg, exc, closing);
  if (yielded !== null) return yielded;
  return finished(gen);
}

function finished(gen: PyGenerator): never {
  const value = tstate.result!;
  tstate.result = null;
  if (gen.type === T_ASYNC_GENERATOR) {
    decref(value);
    return raiseArgs(T_StopAsyncIteration, []);
  }
  return raiseStopIteration(value);
}

/** _PyGen_SetStopIterationValue: consumes the value. */
export function raiseStopIteration(value: PyObject): never {
  try {
    return stopIteration(value);
  } finally {
    decref(value);
  }
}

export function gen_send(gen: PyObject, value: PyObject): PyObject {
  return gen_send_ex(gen as PyGenerator, value, null, false);
}

export function gen_iternext(gen: PyObject): PyObject | null {
  const yielded = gen_send_ex2(gen as PyGenerator, null, null, false);
  if (yielded !== null) return yielded;
  const value = tstate.result;
  tstate.result = null;
  if (value === null || value === None) return null;
  return raiseStopIteration(value);
}

// ---- throw and close

/** Calls `close()` of the iterator that a `yield from` waits for (gen_close_iter). */
function closeIter(yf: PyObject): void {
  if (yf.type === T_GENERATOR || yf.type === T_COROUTINE) {
    decref(gen_close(yf));
    return;
  }
  const method = lookupattrStr(yf, 'close');
  if (method === null) return;
  try {
    decref(call0(method));
  } finally {
    decref(method);
  }
}

export function gen_close(gen: PyObject): PyObject {
  const b = (gen as PyGenerator).v;
  if (b.state === CREATED) {
    b.state = COMPLETED;
    return incref(None);
  }
  if (b.state >= COMPLETED) return incref(None);
  const yf = b.state === SUSPENDED ? b.yf : null;
  let exc: PyException | null = null;
  if (yf !== null) {
    incref(yf);
    b.state = EXECUTING;
    try {
      closeIter(yf);
    } catch (e) {
      if (!isPyException(e)) throw e;
      exc = e;
    }
    b.state = SUSPENDED;
    decref(yf);
  }
  exc ??= makeException(T_GeneratorExit.obj, null);
  let yielded: PyObject | null;
  try {
    yielded = gen_send_ex2(gen as PyGenerator, None, exc, true);
  } catch (e) {
    if (!isPyException(e, T_StopIteration) && !isPyException(e, T_GeneratorExit)) throw e;
    decref(e);
    return incref(None);
  }
  if (yielded !== null) {
    decref(yielded);
    return runtimeError(`${kindName(gen)} ignored GeneratorExit`);
  }
  xdecref(tstate.result);
  tstate.result = null;
  return incref(None);
}

/** _gen_throw: hands the exception to the iterator being delegated to, or throws it into the body. Consumes `exc`. */
function throwInto(gen: PyGenerator, exc: PyException, closeOnExit: boolean): PyObject {
  const b = gen.v;
  const yf = b.state === SUSPENDED ? b.yf : null;
  if (yf === null) return gen_send_ex(gen, None, exc, false);
  incref(yf);
  if (isPyException(exc, T_GeneratorExit) && closeOnExit) {
    b.state = EXECUTING;
    try {
      closeIter(yf);
    } catch (e) {
      b.state = SUSPENDED;
      decref(yf);
      decref(exc);
      return gen_send_ex(gen, None, e as PyException, false);
    }
    b.state = SUSPENDED;
    decref(yf);
    return gen_send_ex(gen, None, exc, false);
  }
  let result: PyObject;
  try {
    if (yf.type === T_GENERATOR || yf.type === T_COROUTINE) {
      b.state = EXECUTING;
      result = throwInto(yf as PyGenerator, exc, closeOnExit);
    } else {
      const method = lookupattrStr(yf, 'throw');
      if (method === null) {
        decref(yf);
        return gen_send_ex(gen, None, exc, false);
      }
      b.state = EXECUTING;
      try {
        result = call(method, [exc], null);
      } finally {
        decref(method);
        decref(exc);
      }
    }
  } catch (e) {
    if (!isPyException(e)) throw e;
    b.state = SUSPENDED;
    decref(yf);
    // A StopIteration ends the delegation with its value: the body sees to that.
    return gen_send_ex(gen, None, e, false);
  }
  b.state = SUSPENDED;
  decref(yf);
  return result;
}

/** gen.throw(value) and gen.throw(type[, value[, traceback]]). */
export function gen_throw(gen: PyObject, args: PyObject[]): PyObject {
  if (args.length < 1 || args.length > 3)
    typeError(
      args.length < 1
        ? `throw expected at least 1 argument, got ${args.length}`
        : `throw expected at most 3 arguments, got ${args.length}`,
    );
  if (args.length > 1)
    hooks.warn(
      T_DeprecationWarning,
      'the (type, exc, tb) signature of throw() is deprecated, use the single-arg signature instead.',
      1,
    );
  const [type, value, tb] = args;
  if (tb !== undefined && tb !== None && tb.type !== T_TRACEBACK)
    typeError('throw() third argument must be a traceback object');
  const exc = thrown(type, value === undefined || value === None ? null : value);
  if (tb !== undefined && tb !== None) {
    xdecref(exc.v.traceback);
    exc.v.traceback = incref(tb);
  }
  return throwInto(gen as PyGenerator, exc, true);
}

function thrown(type: PyObject, value: PyObject | null): PyException {
  if (isPyException(type)) {
    if (value !== null) typeError('instance exception may not have a separate value');
    return incref(type);
  }
  return makeException(type, value);
}

// ---- lifetime

function gen_dealloc(o: PyObject): void {
  const gen = o as PyGenerator;
  const b = gen.v;
  untrack(gen);
  clearWeakRefs(gen);
  track(gen);
  if (!callFinalizerFromDealloc(gen)) return;
  untrack(gen);
  if (b.state < CLEARED) {
    const exc = b.exc;
    b.exc = null;
    finish(b, 0);
    xdecref(exc);
  }
  decref(b.code);
  decref(b.name);
  decref(b.qualname);
  gcFree(gen);
}

function gen_traverse(o: PyContainer<GeneratorBody>, visit: Visit): void {
  const b = o.v;
  visit(b.name, '__name__');
  visit(b.qualname, '__qualname__');
  if (b.state < CLEARED) {
    if (b.frame !== null) visit(b.frame, 'gi_frame');
    visit(b.fn, null);
    visit(b.code, 'gi_code');
    const names = b.code.v.generated!.localsplus;
    for (let i = 0; i < b.slots.length; i++) {
      const value = b.slots[i];
      if (value !== null) visit(value, names[i]);
    }
    for (let i = 0; i < b.stack.length; i++) {
      const value = b.stack[i];
      if (value !== null) visit(value, null);
    }
    if (b.slots.dict !== undefined) visit(b.slots.dict, 'f_locals');
  }
  if (b.exc !== null) visit(b.exc, null);
}

/** What gen_traverse passes over: a cleared frame is not visited, yet its code is kept until the end. */
function gen_auditTraverse(o: PyObject, visit: Visit): void {
  const b = (o as PyGenerator).v;
  if (b.state === CLEARED) visit(b.code, 'gi_code');
}

/** _PyGen_Finalize: an unfinished body is closed. */
function gen_finalize(o: PyObject): void {
  const gen = o as PyGenerator;
  const b = gen.v;
  if (b.state >= COMPLETED) return;
  const saved = excState.handled;
  if (gen.type === T_ASYNC_GENERATOR && asyncGenHooks.finalize(gen)) return;
  if (gen.type === T_COROUTINE && b.state === CREATED) {
    hooks.warn(T_RuntimeWarning, `coroutine '${b.qualname.v}' was never awaited`, 1, gen);
    return;
  }
  try {
    decref(gen_close(gen));
  } catch (e) {
    upcalls.writeUnraisable(e, gen);
  }
  excState.handled = saved;
}

export function closeForFrame(b: GeneratorBody): void {
  // frame.clear() on a suspended generator closes it.
  if (b.state < CLEARED && b.state !== EXECUTING) finish(b, 0);
}

function gen_repr(o: PyObject): PyObject {
  const what = o.type === T_ASYNC_GENERATOR ? 'async_generator' : o.type === T_COROUTINE ? 'coroutine' : 'generator';
  return newStr(`<${what} object ${(o as PyGenerator).v.qualname.v} at ${hexAddress(o)}>`);
}

// ---- attributes

/** gi_frame, a new reference. */
export function gen_getframe(o: PyObject): PyObject {
  const b = (o as PyGenerator).v;
  if (b.state === CLEARED) return incref(None);
  if (b.state === EXECUTING) return incref(frameAt(b.depth));
  if (b.frame === null) {
    b.frame = newFrame(b.fn, 0, b.at);
    b.frame.v.generator = b;
  }
  return incref(b.frame);
}

export function gen_getyieldfrom(o: PyObject): PyObject {
  const b = (o as PyGenerator).v;
  return incref((b.state === SUSPENDED ? b.yf : null) ?? None);
}

export function gen_getrunning(o: PyObject): PyObject {
  return bool((o as PyGenerator).v.state === EXECUTING);
}

export function gen_getsuspended(o: PyObject): PyObject {
  return bool((o as PyGenerator).v.state === SUSPENDED);
}

export function gen_getcode(o: PyObject): PyObject {
  return incref((o as PyGenerator).v.code);
}

function nameSetter(field: 'name' | 'qualname'): (o: PyObject, value: PyObject | null) => void {
  return (o, value) => {
    if (value === null || !isStr(value)) typeError(`__${field}__ must be set to a string object`);
    const b = (o as PyGenerator).v;
    const old = b[field];
    b[field] = incref(value);
    decref(old);
  };
}

/** Slots that all three kinds share. */
export const generatorSlots = {
  tp_dealloc: gen_dealloc,
  tp_traverse: gen_traverse,
  auditTraverse: gen_auditTraverse,
  tp_finalize: gen_finalize,
  tp_repr: gen_repr,
  sizeof: (o: PyObject): number => generatorSize((o as PyGenerator).v.code),
};

export const generatorNames: [
  string,
  (o: PyObject) => PyObject,
  (o: PyObject, value: PyObject | null) => void,
  string,
][] = [
  ['__name__', o => incref((o as PyGenerator).v.name), nameSetter('name'), 'name of the generator'],
  [
    '__qualname__',
    o => incref((o as PyGenerator).v.qualname),
    nameSetter('qualname'),
    'qualified name of the generator',
  ],
];

/** The value that a StopIteration carries, a new reference (_PyGen_FetchStopIterationValue); consumes the exception. */
export function stopIterationValue(e: PyException): PyObject {
  const value = incref(getMember(e, 'value') ?? None);
  decref(e);
  return value;
}

/** PEP 479: a StopIteration that would leave a generator's body becomes a RuntimeError. Consumes and answers what to throw. */
export function convertStopIteration(e: unknown, types: [TypeBody, string][]): unknown {
  for (const [type, message] of types) {
    if (!isPyException(e, type)) continue;
    const text = newStr(message);
    const error = makeException(T_RuntimeError.obj, text);
    decref(text);
    xdecref(error.v.cause);
    error.v.cause = incref(e);
    error.v.suppressContext = true;
    xdecref(error.v.context);
    error.v.context = e;
    return error;
  }
  return e;
}

export function initGenerator(): void {
  defineType(T_GENERATOR, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: BASIC,
    itemsize: 8,
    weakrefs: 16,
    slots: { ...generatorSlots, tp_iter: incref, tp_iternext: gen_iternext },
    methods: [
      [
        'send',
        gen_send,
        '!($self, object, /)',
        "send(arg) -> send 'arg' into generator,\nreturn next yielded value or raise StopIteration.",
      ],
      ['throw', (self, args) => gen_throw(self, args), '!($self, *args)', THROW_DOC],
      ['close', gen_close, '!($self)', 'close() -> raise GeneratorExit inside generator.'],
      [
        '__sizeof__',
        o => newInt(generatorSlots.sizeof(o)),
        '!($self)',
        'gen.__sizeof__() -> size of gen in memory, in bytes',
      ],
    ],
    getset: [
      ...generatorNames,
      ['gi_yieldfrom', gen_getyieldfrom, null, 'object being iterated by yield from, or None'],
      ['gi_running', gen_getrunning, null],
      ['gi_frame', gen_getframe, null],
      ['gi_suspended', gen_getsuspended, null],
      ['gi_code', gen_getcode, null],
    ],
  });
}

export const THROW_DOC =
  'throw(value)\nthrow(type[,value[,tb]])\n\nRaise exception in generator, return next yielded value or raise\nStopIteration.\n' +
  'the (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.';
