/** Asynchronous generators: the awaitables of `asend`, `athrow` and `aclose` (Objects/genobject.c). */
import { TPFLAGS_HAVE_GC, TypeBody, type PyContainer, type PyObject, type Visit } from '../heap/object.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { isPyException, type PyException } from '../exceptions/body.ts';
import { makeException } from '../exceptions/create.ts';
import { raiseArgs, runtimeError } from '../exceptions/raise.ts';
import { T_GeneratorExit, T_StopAsyncIteration, T_StopIteration } from '../exceptions/types.ts';
import { defineType } from './define.ts';
import { COMPLETED, T_ASYNC_GENERATOR, type PyGenerator } from './generator_run.ts';
import {
  gen_getcode,
  gen_getframe,
  gen_getsuspended,
  gen_getyieldfrom,
  gen_send_ex2,
  gen_throw,
  generatorNames,
  generatorSlots,
  raiseStopIteration,
} from './generator.ts';
import { genericalias_classGetitem } from './genericalias.ts';
import { gcNew } from './object.ts';
import { bool, None } from './singletons.ts';
import { tstate } from './thread_state.ts';

export const T_ASYNC_GENERATOR_WRAPPED = new TypeBody('async_generator_wrapped_value');
export const T_ASYNC_GENERATOR_ASEND = new TypeBody('async_generator_asend');
export const T_ASYNC_GENERATOR_ATHROW = new TypeBody('async_generator_athrow');

const INIT = 0;
const ITER = 1;
const CLOSED = 2;

interface Awaitable {
  gen: PyGenerator;
  state: number;
  /** asend: the value to send, owned. athrow: the arguments of throw, owned, or null for aclose. */
  value: PyObject | null;
  args: PyObject[] | null;
}

type PyAwaitable = PyContainer<Awaitable>;

/** What an asynchronous generator yields to its own awaiters, told from what it awaits. Consumes the value. */
export function newAsyncGenWrapped(value: PyObject): PyObject {
  return gcNew(T_ASYNC_GENERATOR_WRAPPED, value);
}

function wrapped_dealloc(o: PyObject): void {
  untrack(o as PyContainer);
  decref(o.v);
  gcFree(o as PyContainer);
}

function newAwaitable(type: TypeBody, gen: PyObject, value: PyObject | null, args: PyObject[] | null): PyObject {
  incref(gen);
  if (value !== null) incref(value);
  args?.forEach(incref);
  return gcNew<Awaitable>(type, { gen: gen as PyGenerator, state: INIT, value, args });
}

function async_gen_anext(gen: PyObject): PyObject {
  return newAwaitable(T_ASYNC_GENERATOR_ASEND, gen, null, null);
}

/** async_gen_unwrap_value: a wrapped value ends the awaiting; anything else is awaited further. `r` null: the body ended. */
function unwrap(gen: PyGenerator, r: PyObject | null): PyObject {
  const b = gen.v;
  if (r === null) {
    b.closed = true;
    b.runningAsync = false;
    xdecref(tstate.result);
    tstate.result = null;
    return raiseArgs(T_StopAsyncIteration, []);
  }
  if (r.type === T_ASYNC_GENERATOR_WRAPPED) {
    b.runningAsync = false;
    const value: PyObject = incref(r.v);
    decref(r);
    return raiseStopIteration(value);
  }
  return r;
}

/** Runs a step of the body; its end by an exception closes it. */
function step(gen: PyGenerator, run: () => PyObject | null): PyObject {
  let r: PyObject | null;
  try {
    r = run();
  } catch (e) {
    if (isPyException(e, T_StopAsyncIteration) || isPyException(e, T_GeneratorExit)) gen.v.closed = true;
    gen.v.runningAsync = false;
    throw e;
  }
  return unwrap(gen, r);
}

function asend_send(o: PyObject, arg: PyObject): PyObject {
  const a = (o as PyAwaitable).v;
  const b = a.gen.v;
  if (a.state === CLOSED) return runtimeError('cannot reuse already awaited __anext__()/asend()');
  let value = arg;
  if (a.state === INIT) {
    if (b.runningAsync) return runtimeError('anext(): asynchronous generator is already running');
    if (value === None && a.value !== null) value = a.value;
    a.state = ITER;
  }
  b.runningAsync = true;
  try {
    return step(a.gen, () => gen_send_ex2(a.gen, value, null, false));
  } catch (e) {
    a.state = CLOSED;
    throw e;
  }
}

function asend_throw(o: PyObject, args: PyObject[]): PyObject {
  const a = (o as PyAwaitable).v;
  if (a.state === CLOSED) return runtimeError('cannot reuse already awaited __anext__()/asend()');
  if (a.state === INIT) {
    if (a.gen.v.runningAsync) {
      a.state = CLOSED;
      return runtimeError('anext(): asynchronous generator is already running');
    }
    a.state = ITER;
    a.gen.v.runningAsync = true;
  }
  try {
    return step(a.gen, () => gen_throw(a.gen, args));
  } catch (e) {
    a.state = CLOSED;
    throw e;
  }
}

function awaitable_close(o: PyObject): PyObject {
  (o as PyAwaitable).v.state = CLOSED;
  return incref(None);
}

function athrow_send(o: PyObject, arg: PyObject): PyObject {
  const a = (o as PyAwaitable).v;
  const b = a.gen.v;
  if (b.state >= COMPLETED || a.state === CLOSED)
    return a.state === CLOSED
      ? runtimeError('cannot reuse already awaited aclose()/athrow()')
      : ((a.state = CLOSED), raiseArgs(T_StopIteration, []));
  if (a.state === INIT) {
    if (b.runningAsync) {
      a.state = CLOSED;
      return runtimeError(
        a.args === null
          ? 'aclose(): asynchronous generator is already running'
          : 'athrow(): asynchronous generator is already running',
      );
    }
    if (b.closed) {
      a.state = CLOSED;
      return raiseArgs(T_StopAsyncIteration, []);
    }
    if (arg !== None) return runtimeError("can't send non-None value to a just-started async generator");
    a.state = ITER;
    b.runningAsync = true;
    if (a.args !== null) return athrowStep(a, () => gen_throw(a.gen, a.args!));
    b.closed = true;
    const exit = makeException(T_GeneratorExit.obj, null);
    return closeStep(a, () => gen_throw(a.gen, [exit]), exit);
  }
  return a.args !== null
    ? athrowStep(a, () => gen_send_ex2(a.gen, arg, null, false))
    : closeStep(a, () => gen_send_ex2(a.gen, arg, null, false), null);
}

function athrowStep(a: Awaitable, run: () => PyObject | null): PyObject {
  try {
    return step(a.gen, run);
  } catch (e) {
    a.state = CLOSED;
    throw e;
  }
}

/** A step of aclose(): the body may end, but not yield a value. */
function closeStep(a: Awaitable, run: () => PyObject | null, exit: PyException | null): PyObject {
  const b = a.gen.v;
  let r: PyObject | null;
  try {
    r = run();
  } catch (e) {
    b.runningAsync = false;
    a.state = CLOSED;
    if (isPyException(e, T_StopAsyncIteration) || isPyException(e, T_GeneratorExit)) {
      decref(e);
      return raiseArgs(T_StopIteration, []);
    }
    throw e;
  } finally {
    xdecref(exit);
  }
  if (r !== null && r.type === T_ASYNC_GENERATOR_WRAPPED) {
    b.runningAsync = false;
    a.state = CLOSED;
    decref(r);
    return runtimeError('async generator ignored GeneratorExit');
  }
  if (r === null) {
    b.runningAsync = false;
    a.state = CLOSED;
    xdecref(tstate.result);
    tstate.result = null;
    return raiseArgs(T_StopIteration, []);
  }
  return r;
}

function athrow_throw(o: PyObject, args: PyObject[]): PyObject {
  const a = (o as PyAwaitable).v;
  if (a.state === CLOSED) return runtimeError('cannot reuse already awaited aclose()/athrow()');
  if (a.args !== null) return athrowStep(a, () => gen_throw(a.gen, args));
  return closeStep(a, () => gen_throw(a.gen, args), null);
}

function awaitable_dealloc(o: PyObject): void {
  const a = (o as PyAwaitable).v;
  untrack(o as PyContainer);
  decref(a.gen);
  xdecref(a.value);
  a.args?.forEach(decref);
  gcFree(o as PyContainer);
}

function awaitable_traverse(o: PyContainer, visit: Visit): void {
  const a = (o as PyAwaitable).v;
  visit(a.gen, null);
  if (a.value !== null) visit(a.value, null);
  a.args?.forEach(arg => visit(arg, null));
}

export function initAsyncGenerator(): void {
  defineType(T_ASYNC_GENERATOR, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 144,
    itemsize: 8,
    weakrefs: 16,
    slots: { ...generatorSlots, am_aiter: incref, am_anext: async_gen_anext },
    methods: [
      [
        'asend',
        (g, v) => newAwaitable(T_ASYNC_GENERATOR_ASEND, g, v, null),
        '!($self, value, /)',
        "asend(v) -> send 'v' in generator.",
      ],
      [
        'athrow',
        (g, args) => newAwaitable(T_ASYNC_GENERATOR_ATHROW, g, null, args),
        '!($self, *args)',
        'athrow(value)\nathrow(type[,value[,tb]])\n\nraise exception in generator.\nthe (type, val, tb) signature is deprecated, \nand may be removed in a future version of Python.',
      ],
      [
        'aclose',
        g => newAwaitable(T_ASYNC_GENERATOR_ATHROW, g, null, null),
        '!($self)',
        'aclose() -> raise GeneratorExit inside generator.',
      ],
    ],
    classmethods: [['__class_getitem__', genericalias_classGetitem, '!($self, object, /)', 'See PEP 585']],
    getset: [
      ...generatorNames,
      ['ag_await', gen_getyieldfrom, null, 'object being awaited on, or None'],
      ['ag_frame', gen_getframe, null],
      ['ag_code', gen_getcode, null],
      ['ag_suspended', gen_getsuspended, null],
      ['ag_running', o => bool((o as PyGenerator).v.runningAsync), null],
    ],
  });
  defineType(T_ASYNC_GENERATOR_WRAPPED, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 24,
    slots: { tp_dealloc: wrapped_dealloc, tp_traverse: (o, visit) => visit(o.v, null) },
  });
  for (const [type, send, raise] of [
    [T_ASYNC_GENERATOR_ASEND, asend_send, asend_throw],
    [T_ASYNC_GENERATOR_ATHROW, athrow_send, athrow_throw],
  ] as const)
    defineType(type, {
      flags: TPFLAGS_HAVE_GC,
      basicsize: 40,
      slots: {
        tp_dealloc: awaitable_dealloc,
        tp_traverse: awaitable_traverse,
        tp_iter: incref,
        tp_iternext: o => send(o, None),
        am_await: incref,
      },
      methods: [
        ['send', send, '!($self, object, /)'],
        ['throw', (self, args) => raise(self, args), '!($self, *args)'],
        ['close', awaitable_close, '!($self)'],
      ],
    });
}
