/** Coroutines and the iterator of their `__await__` (Objects/genobject.c). The machinery is generator.ts. */
import { TPFLAGS_HAVE_GC, TypeBody, type PyContainer, type PyObject, type Visit } from '../heap/object.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { decref, incref } from '../heap/refcount.ts';
import { defineType } from './define.ts';
import { T_COROUTINE } from './generator_run.ts';
import {
  gen_close,
  gen_getcode,
  gen_getframe,
  gen_getrunning,
  gen_getsuspended,
  gen_getyieldfrom,
  gen_iternext,
  gen_send,
  gen_throw,
  generatorNames,
  generatorSlots,
  THROW_DOC,
} from './generator.ts';
import { newInt } from './int.ts';
import { gcNew } from './object.ts';
import { None } from './singletons.ts';

export const T_COROUTINE_WRAPPER = new TypeBody('coroutine_wrapper');

type Wrapper = PyContainer<PyObject>;

/** coroutine.__await__(): an iterator that drives the coroutine. */
export function coroutine_await(o: PyObject): PyObject {
  return gcNew(T_COROUTINE_WRAPPER, incref(o));
}

function wrapper_dealloc(o: PyObject): void {
  untrack(o as PyContainer);
  decref(o.v);
  gcFree(o as PyContainer);
}

function wrapper_traverse(o: PyContainer, visit: Visit): void {
  visit((o as Wrapper).v, null);
}

export function initCoroutine(): void {
  defineType(T_COROUTINE, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 144,
    itemsize: 8,
    weakrefs: 16,
    slots: { ...generatorSlots, am_await: coroutine_await },
    methods: [
      [
        'send',
        gen_send,
        '!($self, object, /)',
        "send(arg) -> send 'arg' into coroutine,\nreturn next yielded value or raise StopIteration.",
      ],
      ['throw', (self, args) => gen_throw(self, args), '!($self, *args)', THROW_DOC.replace('generator', 'coroutine')],
      ['close', gen_close, '!($self)', 'close() -> raise GeneratorExit inside coroutine.'],
      [
        '__sizeof__',
        o => newInt(generatorSlots.sizeof(o)),
        '!($self)',
        'gen.__sizeof__() -> size of gen in memory, in bytes',
      ],
    ],
    getset: [
      ...generatorNames,
      ['cr_await', gen_getyieldfrom, null, 'object being awaited on, or None'],
      ['cr_running', gen_getrunning, null],
      ['cr_frame', gen_getframe, null],
      ['cr_code', gen_getcode, null],
      ['cr_suspended', gen_getsuspended, null],
      ['cr_origin', () => incref(None), null],
    ],
  });
  defineType(T_COROUTINE_WRAPPER, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 24,
    doc: 'A wrapper object implementing __await__ for coroutines.',
    slots: {
      tp_dealloc: wrapper_dealloc,
      tp_traverse: wrapper_traverse,
      tp_iter: incref,
      tp_iternext: o => gen_iternext(o.v),
    },
    methods: [
      ['send', (self, arg) => gen_send(self.v, arg), '!($self, object, /)'],
      ['throw', (self, args) => gen_throw(self.v, args), '!($self, *args)'],
      ['close', self => gen_close(self.v), '!($self)'],
    ],
  });
}
