/** enumerate and reversed (Objects/enumobject.c). */
import {
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TypeBody,
  type PyContainer,
  type PyObject,
  type Visit,
} from '../heap/object.ts';
import { gcFree, track, untrack } from '../heap/gc.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { isPyException } from '../exceptions/body.ts';
import { typeError } from '../exceptions/raise.ts';
import { T_IndexError, T_StopIteration } from '../exceptions/types.ts';
import { lookupSpecial } from '../protocols/attribute.ts';
import { call0 } from '../protocols/call.ts';
import { getIter } from '../protocols/iterator.ts';
import { index } from '../protocols/number.ts';
import { sequenceItem, size } from '../protocols/sequence.ts';
import { defineType } from './define.ts';
import { genericalias_classGetitem } from './genericalias.ts';
import { newInt, newIntNumber, normalize } from './int.ts';
import { object_alloc } from './object.ts';
import { ssizeFromInt } from './sequence_index.ts';
import { None } from './singletons.ts';
import { isDict } from './dict.ts';
import { newTuple, tuple1, tuple2, type PyTuple } from './tuple.ts';

export class EnumBody {
  constructor(
    /** en_index: the next count. */
    public index: number | bigint,
    public iter: PyObject,
    /** The pair that is answered again while nobody else holds it. */
    public result: PyTuple,
  ) {}
}

export type PyEnum = PyContainer<EnumBody>;

export const T_ENUMERATE = new TypeBody('enumerate');

/** The arguments, with the messages of enumerate_vectorcall. */
function enumArguments(args: PyObject[], kwnames: PyObject[] | null): [PyObject, PyObject | undefined] {
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  if (args.length > 2) typeError(`enumerate() takes at most 2 arguments (${args.length} given)`);
  if (args.length === 0) typeError("enumerate() missing required argument 'iterable'");
  let iterable: PyObject | undefined = npos > 0 ? args[0] : undefined;
  let start: PyObject | undefined = npos > 1 ? args[1] : undefined;
  for (let i = 0; i < nkw; i++) {
    const name = kwnames![i].v as string;
    if (name === 'start' && start === undefined && args.length === 2) start = args[npos + i];
    else if (name === 'iterable' && iterable === undefined) iterable = args[npos + i];
    else typeError(`'${name}' is an invalid keyword argument for enumerate()`);
  }
  return [iterable!, start];
}

function enum_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const [iterable, start] = enumArguments(args, kwnames);
  let first: number | bigint = 0;
  if (start !== undefined) {
    const n = index(start);
    first = n.v;
    decref(n);
  }
  const iter = getIter(iterable);
  const o = object_alloc(type) as PyEnum;
  o.v = new EnumBody(first, iter, tuple2(None, None));
  return o;
}

export function enum_next(o: PyObject): PyObject | null {
  const en = (o as PyEnum).v;
  const item = en.iter.type.tp_iternext!(en.iter);
  if (item === null) return null;
  const i = en.index;
  let count: PyObject;
  if (typeof i === 'number') {
    count = newIntNumber(i);
    en.index = i < 9007199254740991 ? i + 1 : BigInt(i) + 1n;
  } else {
    count = newInt(i);
    en.index = normalize(i + 1n);
  }
  const result = en.result;
  if (result.rc !== 1) return newTuple([count, item]);
  return reuse(result, count, item);
}

/** Puts two new items (consumed) into a pair that only its iterator holds; a new reference to it. */
export function reuse(result: PyTuple, first: PyObject, second: PyObject): PyTuple {
  const items = result.v;
  const oldFirst = items[0];
  const oldSecond = items[1];
  items[0] = first;
  items[1] = second;
  result.rc++;
  decref(oldFirst);
  decref(oldSecond);
  // The collector may have untracked it meanwhile.
  if (result.gcNext === null) track(result);
  return result;
}

function enum_dealloc(o: PyObject): void {
  const self = o as PyEnum;
  untrack(self);
  const en = self.v;
  if (en !== null) {
    decref(en.iter);
    decref(en.result);
  }
  gcFree(self);
}

function enum_traverse(o: PyContainer, visit: Visit): void {
  const en = (o as PyEnum).v;
  if (en === null) return;
  visit(en.iter, 'iterator');
  visit(en.result, 'result');
}

function enum_reduce(self: PyEnum): PyObject {
  const { iter, index: i } = self.v;
  return newTuple([incref(self.type.obj), newTuple([incref(iter), newInt(i)])]);
}

// ---- reversed

export class ReversedBody {
  constructor(
    public index: number,
    /** Owned; null once exhausted. */
    public seq: PyObject | null,
  ) {}
}

type PyReversed = PyContainer<ReversedBody>;

export const T_REVERSED = new TypeBody('reversed');

function reversed_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (kwnames !== null && kwnames.length > 0) typeError('reversed() takes no keyword arguments');
  if (args.length !== 1) typeError(`reversed expected 1 argument, got ${args.length}`);
  const seq = args[0];
  const method = lookupSpecial(seq, '__reversed__');
  if (method === None) {
    decref(method);
    typeError(`'${seq.type.name}' object is not reversible`);
  }
  if (method !== null) {
    try {
      return call0(method);
    } finally {
      decref(method);
    }
  }
  if (seq.type.sq_item === null || isDict(seq)) typeError(`'${seq.type.name}' object is not reversible`);
  const n = size(seq);
  const o = object_alloc(type) as PyReversed;
  o.v = new ReversedBody(n - 1, incref(seq));
  return o;
}

function reversed_next(o: PyObject): PyObject | null {
  const ro = (o as PyReversed).v;
  const seq = ro.seq;
  if (seq === null) return null;
  if (ro.index >= 0) {
    try {
      const item = sequenceItem(seq, ro.index);
      ro.index--;
      return item;
    } catch (e) {
      if (!isPyException(e, T_IndexError) && !isPyException(e, T_StopIteration)) throw e;
      decref(e);
    }
  }
  ro.index = -1;
  ro.seq = null;
  decref(seq);
  return null;
}

function reversed_dealloc(o: PyObject): void {
  const self = o as PyReversed;
  untrack(self);
  if (self.v !== null) xdecref(self.v.seq);
  gcFree(self);
}

function reversed_traverse(o: PyContainer, visit: Visit): void {
  const ro = (o as PyReversed).v;
  if (ro !== null && ro.seq !== null) visit(ro.seq, 'sequence');
}

function reversed_len(self: PyReversed): PyObject {
  const ro = self.v;
  if (ro.seq === null) return newInt(0);
  const n = size(ro.seq);
  return newInt(n < ro.index + 1 ? 0 : ro.index + 1);
}

function reversed_reduce(self: PyReversed): PyObject {
  const { seq, index: i } = self.v;
  if (seq !== null) return newTuple([incref(self.type.obj), tuple1(seq), newInt(i)]);
  return newTuple([incref(self.type.obj), newTuple([newTuple([])])]);
}

function reversed_setstate(self: PyReversed, state: PyObject): PyObject {
  let i = ssizeFromInt(state);
  const { seq } = self.v;
  if (seq !== null) {
    const n = size(seq);
    if (i < -1) i = -1;
    else if (i > n - 1) i = n - 1;
    self.v.index = i;
  }
  return None;
}

export function initEnumerate(): void {
  defineType(T_ENUMERATE, {
    doc: 'Counts along an iterable: pairs (start, first item), (start + 1, second item), ...',
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE,
    basicsize: 56,
    slots: {
      tp_new: enum_new,
      tp_dealloc: enum_dealloc,
      tp_traverse: enum_traverse,
      tp_iter: incref,
      tp_iternext: enum_next,
    },
    methods: [['__reduce__', enum_reduce, '!($self, /)', 'Return state information for pickling.']],
    classmethods: [['__class_getitem__', genericalias_classGetitem, '!($type, object, /)', 'See PEP 585']],
  });
  defineType(T_REVERSED, {
    doc: 'An iterator over the items of a sequence, the last one first.',
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE,
    basicsize: 32,
    slots: {
      tp_new: reversed_new,
      tp_dealloc: reversed_dealloc,
      tp_traverse: reversed_traverse,
      tp_iter: incref,
      tp_iternext: reversed_next,
    },
    methods: [
      ['__length_hint__', reversed_len, '!($self, /)', 'Private method returning an estimate of len(list(it)).'],
      ['__reduce__', reversed_reduce, '!($self, /)', 'Return state information for pickling.'],
      ['__setstate__', reversed_setstate, '!($self, state, /)', 'Set state information for unpickling.'],
    ],
  });
}
