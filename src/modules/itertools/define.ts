/** One shape for all iterators of the module: a body, what it owns, how it begins and how it goes on. */
import {
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  type PyContainer,
  type PyObject,
  type TypeBody,
  type Visit,
} from '../../heap/object.ts';
import { gcFree, track, untrack } from '../../heap/gc.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { typeError } from '../../exceptions/raise.ts';
import { defineType, type MethodRow } from '../../objects/define.ts';
import { object_alloc } from '../../objects/object.ts';
import { parseArgs, signature } from '../../objects/signature.ts';
import { newTuple, type PyTuple } from '../../objects/tuple.ts';
import type { Slots } from '../../heap/slots.ts';

export interface IteratorSpec<B> {
  doc: string;
  basicsize: number;
  /** Text of the arguments when they may be given by keyword; else they reach `make` as they are. */
  signature?: string;
  /** The body for the arguments; `undefined` where an optional one is missing. */
  make: (args: PyObject[]) => B;
  next: (body: B) => PyObject | null;
  /** Every owned reference, in the order in which they are released. */
  owned: (body: B) => (PyObject | null)[];
  slots?: Partial<Slots>;
  methods?: MethodRow[];
  classmethods?: MethodRow[];
}

/** Defines an iterator type whose instances' `v` is a `B`. */
export function defineIterator<B>(type: TypeBody, spec: IteratorSpec<B>): void {
  const name = type.name.slice('itertools.'.length);
  const sig = spec.signature === undefined ? null : signature(name, spec.signature);
  defineType(type, {
    doc: spec.doc,
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE,
    basicsize: spec.basicsize,
    slots: {
      tp_new: (cls, args, kwnames) => {
        if (sig !== null) args = parseArgs(sig, args, kwnames);
        else if (kwnames !== null && kwnames.length > 0) {
          if (cls === type || cls.tp_init === type.tp_init) typeError(`${name}() takes no keyword arguments`);
          args = args.slice(0, args.length - kwnames.length);
        }
        const body = spec.make(args);
        const o = object_alloc(cls) as PyContainer<B>;
        o.v = body;
        return o;
      },
      tp_dealloc: o => {
        untrack(o as PyContainer);
        if (o.v !== null) for (const ref of spec.owned(o.v)) if (ref !== null) decref(ref);
        gcFree(o as PyContainer);
      },
      tp_traverse: (o: PyContainer, visit: Visit) => {
        if (o.v !== null) for (const ref of spec.owned(o.v)) if (ref !== null) visit(ref, null);
      },
      tp_iter: incref,
      tp_iternext: o => spec.next(o.v),
      ...spec.slots,
    },
    methods: spec.methods,
    classmethods: spec.classmethods,
  });
}

/** TypeError unless there are `n` arguments: `takewhile expected 2 arguments, got 0`. */
export function expectArguments(name: string, args: PyObject[], n: number): void {
  if (args.length !== n) typeError(`${name} expected ${n} argument${n === 1 ? '' : 's'}, got ${args.length}`);
}

/** The tuple an iterator answers again, with other items (borrowed), as long as nobody else holds it; else a new one. */
export function refill(body: { result: PyTuple | null }, items: PyObject[]): PyTuple {
  const old = body.result;
  if (old !== null && old.rc === 1 && items.length > 0) {
    const slots = old.v;
    for (let i = 0; i < items.length; i++) {
      const before = slots[i];
      if (before === items[i]) continue;
      slots[i] = incref(items[i]);
      decref(before);
    }
    if (old.gcNext === null) track(old);
    return incref(old);
  }
  const result = newTuple(items.map(item => incref(item)));
  body.result = result;
  if (old !== null) decref(old);
  return incref(result);
}
