/** What compiled code needs for generators and coroutines. */
import type { PyObject, TypeBody } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { isPyException } from '../exceptions/body.ts';
import { typeError } from '../exceptions/raise.ts';
import { T_StopAsyncIteration, T_StopIteration } from '../exceptions/types.ts';
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE } from '../compile/code_unit.ts';
import { newAsyncGenWrapped } from '../objects/async_generator.ts';
import type { PyFunction } from '../objects/function.ts';
import {
  type Body,
  type GeneratorBody,
  makeGenerator,
  SUSPENDED,
  T_ASYNC_GENERATOR,
  T_COROUTINE,
  T_GENERATOR,
  type PyGenerator,
  resume,
  type Step,
} from '../objects/generator_run.ts';
import { convertStopIteration, gen_send_ex2, stopIterationValue } from '../objects/generator.ts';
import { None } from '../objects/singletons.ts';
import {
  dictiter_iternextitem,
  dictiter_iternextkey,
  T_DICT_ITEMITERATOR,
  T_DICT_KEYITERATOR,
} from '../objects/dict_iter.ts';
import { setiter_iternext, T_SET_ITERATOR } from '../objects/set_iter.ts';
import { str_iter_next, T_STR_ASCII_ITER } from '../objects/str_iter.ts';
import { T_LIST_ITERATOR, T_TUPLE_ITERATOR, listiter_next } from '../objects/iterators.ts';
import { T_RANGE_ITERATOR, rangeiter_next } from '../objects/range_iter.ts';
import { tstate, type SlotArray } from '../objects/thread_state.ts';
import { callMethodStr } from '../protocols/call.ts';
import { getIter, iterNext as protocolNext } from '../protocols/iterator.ts';
import type { Instance } from './instance.ts';

/** GET_ITER: consumes. */
function getIterConsume(o: PyObject): PyObject {
  let it: PyObject;
  try {
    it = getIter(o);
  } catch (e) {
    decref(o);
    throw e;
  }
  if (--o.rc === 0) o.type.tp_dealloc!(o);
  return it;
}

/** FOR_ITER: the next item, or null at the end. The iterators met most often are called directly (an indirect call takes 5 ns more). */
function iterNext(it: PyObject): PyObject | null {
  const type = it.type;
  if (type === T_LIST_ITERATOR || type === T_TUPLE_ITERATOR) return listiter_next(it);
  if (type === T_RANGE_ITERATOR) return rangeiter_next(it);
  if (type === T_DICT_KEYITERATOR) return dictiter_iternextkey(it);
  if (type === T_DICT_ITEMITERATOR) return dictiter_iternextitem(it);
  if (type === T_SET_ITERATOR) return setiter_iternext(it);
  if (type === T_STR_ASCII_ITER) return str_iter_next(it);
  if (type === T_GENERATOR) {
    const b = (it as PyGenerator).v;
    if (b.state <= SUSPENDED) {
      const yielded = resume(it as PyGenerator, None, null);
      if (yielded !== null) return yielded;
      const value = tstate.result!;
      tstate.result = null;
      decref(value);
      return null;
    }
  }
  return protocolNext(it);
}

type Stack = (PyObject | null)[];

function typeFor({ flags }: { flags: number }): TypeBody {
  if ((flags & CO_ASYNC_GENERATOR) !== 0) return T_ASYNC_GENERATOR;
  return (flags & CO_COROUTINE) !== 0 ? T_COROUTINE : T_GENERATOR;
}

/** A generator that runs `step`. */
function newResumable(fn: PyFunction, I: Instance, step: Step, slots: SlotArray, stack: Stack): PyGenerator {
  const g = makeGenerator(typeFor(I.code.v.unit), fn, slots, stack);
  g.v.step = step;
  return g;
}

/** A generator that runs the JavaScript generator made by `body`. */
function newGenerator(
  fn: PyFunction,
  I: Instance,
  body: (g: GeneratorBody, fn: PyFunction, slots: SlotArray, stack: Stack) => Body,
  slots: SlotArray,
  stack: Stack,
): PyGenerator {
  const g = makeGenerator(typeFor(I.code.v.unit), fn, slots, stack);
  g.v.body = body(g.v, fn, slots, stack);
  return g;
}

const GENERATOR_STOP: Parameters<typeof convertStopIteration>[1] = [
  [T_StopIteration, 'generator raised StopIteration'],
];
const COROUTINE_STOP: typeof GENERATOR_STOP = [[T_StopIteration, 'coroutine raised StopIteration']];
const ASYNC_STOP: typeof GENERATOR_STOP = [
  [T_StopIteration, 'async generator raised StopIteration'],
  [T_StopAsyncIteration, 'async generator raised StopAsyncIteration'],
];

/** An exception leaves a generator's body: StopIteration becomes RuntimeError. Answers null. */
function genUnwind(e: unknown, g: GeneratorBody, P: number): null {
  if (P !== 0) g.at = P;
  const { flags } = g.code.v.unit;
  const table =
    (flags & CO_ASYNC_GENERATOR) !== 0 ? ASYNC_STOP : (flags & CO_COROUTINE) !== 0 ? COROUTINE_STOP : GENERATOR_STOP;
  tstate.raised = convertStopIteration(e, table) as PyObject;
  return null;
}

/**
 * SEND: sends a value (consumed) to the iterator of a `yield from`. Answers what it yields, or null when it has returned, with
 * the value in `tstate.result`.
 */
function send(it: PyObject, value: PyObject): PyObject | null {
  const type = it.type;
  if (type === T_GENERATOR || type === T_COROUTINE) {
    let yielded: PyObject | null;
    try {
      yielded = gen_send_ex2(it as PyGenerator, value, null, false);
    } finally {
      decref(value);
    }
    return yielded;
  }
  try {
    const next = value === None ? type.tp_iternext!(it) : callMethodStr(it, 'send', value);
    if (next !== null) return next;
    tstate.result = incref(None);
    return null;
  } catch (e) {
    if (!isPyException(e, T_StopIteration)) throw e;
    tstate.result = stopIterationValue(e);
    return null;
  } finally {
    decref(value);
  }
}

/** CLEANUP_THROW: an exception came in where a `yield from` waits. A StopIteration gives the value; null: it goes on. */
function cleanupThrow(): PyObject | null {
  const e = tstate.raised;
  return isPyException(e, T_StopIteration) ? stopIterationValue(e) : null;
}

/** GET_YIELD_FROM_ITER: consumes. */
function getYieldFromIter(o: PyObject, inCoroutine: boolean): PyObject {
  if (o.type === T_COROUTINE) {
    if (!inCoroutine) {
      decref(o);
      return typeError("cannot 'yield from' a coroutine object in a non-coroutine generator");
    }
    return o;
  }
  if (o.type === T_GENERATOR) return o;
  return getIterConsume(o);
}

/** GET_AWAITABLE: consumes. */
function getAwaitable(o: PyObject, how: 'await' | 'aenter' | 'aexit'): PyObject {
  let it: PyObject;
  try {
    it = awaitableIterator(o, how);
  } finally {
    decref(o);
  }
  if (it.type === T_COROUTINE && (it as PyGenerator).v.yf !== null) {
    decref(it);
    return runtimeErrorAwaited();
  }
  return it;
}

function awaitableIterator(o: PyObject, how: 'await' | 'aenter' | 'aexit'): PyObject {
  const flagged = o.type === T_GENERATOR && ((o as PyGenerator).v.code.v.unit.flags & CO_ITERABLE_COROUTINE) !== 0;
  if (o.type === T_COROUTINE || flagged) return incref(o);
  const f = o.type.am_await;
  if (f === null) {
    if (how !== 'await')
      return typeError(
        `'async with' received an object from __${how}__ that does not implement __await__: ${o.type.name}`,
      );
    return typeError(`object ${o.type.name} can't be used in 'await' expression`);
  }
  const it = f(o);
  if (it.type === T_COROUTINE) {
    decref(it);
    return typeError('__await__() returned a coroutine');
  }
  if (it.type.tp_iternext === null) {
    const name = it.type.name;
    decref(it);
    return typeError(`__await__() returned non-iterator of type '${name}'`);
  }
  return it;
}

function runtimeErrorAwaited(): never {
  return typeError('coroutine is being awaited already');
}

/** GET_AITER: consumes. */
function getAiter(o: PyObject): PyObject {
  try {
    const f = o.type.am_aiter;
    if (f === null) return typeError(`'async for' requires an object with __aiter__ method, got ${o.type.name}`);
    const it = f(o);
    if (it.type.am_anext === null) {
      const name = it.type.name;
      decref(it);
      return typeError(`'async for' received an object from __aiter__ that does not implement __anext__: ${name}`);
    }
    return it;
  } finally {
    decref(o);
  }
}

/** GET_ANEXT: an iterator to await; borrows. */
function getAnext(it: PyObject): PyObject {
  const f = it.type.am_anext;
  if (f === null) return typeError(`'async for' requires an iterator with __anext__ method, got ${it.type.name}`);
  const awaitable = f(it);
  if (it.type === T_ASYNC_GENERATOR) return awaitable;
  try {
    return awaitableIterator(awaitable, 'await');
  } catch (e) {
    if (!isPyException(e)) throw e;
    decref(e);
    return typeError(`'async for' received an invalid object from __anext__: ${awaitable.type.name}`);
  } finally {
    decref(awaitable);
  }
}

export const generators = {
  getIter: getIterConsume,
  iterNext,
  newGenerator,
  newResumable,
  genUnwind,
  send,
  cleanupThrow,
  getYieldFromIter,
  getAwaitable,
  getAiter,
  getAnext,
  asyncGenWrap: newAsyncGenWrapped,
};
