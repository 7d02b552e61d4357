/** zip, map and filter (Python/bltinmodule.c). */
import {
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TypeBody,
  type PyContainer,
  type PyObject,
  type Visit,
} from '../heap/object.ts';
import { gcFree, track, untrack } from '../heap/gc.ts';
import { decref, incref } from '../heap/refcount.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import { call, call1 } from '../protocols/call.ts';
import { getIter, iterNext } from '../protocols/iterator.ts';
import { isTrue } from '../protocols/object.ts';
import { defineType } from './define.ts';
import { object_alloc } from './object.ts';
import { bool, None, T_BOOL } from './singletons.ts';
import { newTuple, tupleFromBorrowed, type PyTuple } from './tuple.ts';

// ---- zip

export class ZipBody {
  constructor(
    public iters: PyTuple,
    /** The tuple that is answered again while nobody else holds it. */
    public result: PyTuple,
    public strict: boolean,
  ) {}
}

export type PyZip = PyContainer<ZipBody>;

export const T_ZIP = new TypeBody('zip');

/** Iterators over all of `iterables`; when one cannot be made the others are released. */
function iteratorsOf(iterables: PyObject[]): PyObject[] {
  const iters: PyObject[] = [];
  try {
    for (const iterable of iterables) iters.push(getIter(iterable));
  } catch (e) {
    for (const it of iters) decref(it);
    throw e;
  }
  return iters;
}

function zip_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  let strict = false;
  if (kwnames !== null && kwnames.length > 0) {
    const npos = args.length - kwnames.length;
    for (let i = 0; i < kwnames.length; i++) {
      if (kwnames.length > 1) typeError(`zip() takes at most 1 keyword argument (${kwnames.length} given)`);
      if (kwnames[i].v !== 'strict') typeError(`'${kwnames[i].v}' is an invalid keyword argument for zip()`);
      strict = isTrue(args[npos + i]);
    }
    args = args.slice(0, npos);
  }
  const iters = iteratorsOf(args);
  const pattern = args.map(() => None as PyObject);
  const ittuple = newTuple(iters);
  const result = newTuple(pattern);
  const o = object_alloc(type) as PyZip;
  o.v = new ZipBody(ittuple, result, strict);
  return o;
}

export function zip_next(o: PyObject): PyObject | null {
  const lz = (o as PyZip).v;
  const iters = lz.iters.v;
  const n = iters.length;
  if (n === 0) return null;
  const result = lz.result;
  if (result.rc === 1) {
    result.rc++;
    const items = result.v;
    let i = 0;
    try {
      for (; i < n; i++) {
        const it = iters[i];
        const item = lz.strict ? iterNext(it) : it.type.tp_iternext!(it);
        if (item === null) break;
        const old = items[i];
        items[i] = item;
        decref(old);
      }
    } catch (e) {
      decref(result);
      throw e;
    }
    if (i < n) {
      decref(result);
      return lz.strict ? zipEnd(iters, i) : null;
    }
    // The collector may have untracked it meanwhile.
    if (result.gcNext === null) track(result);
    return result;
  }
  const items: PyObject[] = [];
  try {
    for (let i = 0; i < n; i++) {
      const it = iters[i];
      const item = lz.strict ? iterNext(it) : it.type.tp_iternext!(it);
      if (item === null) break;
      items.push(item);
    }
  } catch (e) {
    for (const x of items) decref(x);
    throw e;
  }
  if (items.length === n) return newTuple(items);
  for (const x of items) decref(x);
  return lz.strict ? zipEnd(iters, items.length) : null;
}

/** strict: the iterator number `i` ended; were all as long? */
function zipEnd(iters: PyObject[], i: number): null {
  if (i > 0) {
    const plural = i === 1 ? ' ' : 's 1-';
    valueError(`zip() argument ${i + 1} is shorter than argument${plural}${i}`);
  }
  for (i = 1; i < iters.length; i++) {
    const item = iterNext(iters[i]);
    if (item !== null) {
      decref(item);
      const plural = i === 1 ? ' ' : 's 1-';
      valueError(`zip() argument ${i + 1} is longer than argument${plural}${i}`);
    }
  }
  return null;
}

function zip_dealloc(o: PyObject): void {
  const self = o as PyZip;
  untrack(self);
  if (self.v !== null) {
    decref(self.v.iters);
    decref(self.v.result);
  }
  gcFree(self);
}

function zip_traverse(o: PyContainer, visit: Visit): void {
  const lz = (o as PyZip).v;
  if (lz === null) return;
  visit(lz.iters, 'iterators');
  visit(lz.result, 'result');
}

function zip_reduce(self: PyZip): PyObject {
  const { iters, strict } = self.v;
  const parts: PyObject[] = [incref(self.type.obj), incref(iters)];
  if (strict) parts.push(bool(true));
  return newTuple(parts);
}

function zip_setstate(self: PyZip, state: PyObject): PyObject {
  self.v.strict = isTrue(state);
  return None;
}

// ---- map

export class MapBody {
  constructor(
    public iters: PyTuple,
    public func: PyObject,
  ) {}
}

export type PyMap = PyContainer<MapBody>;

export const T_MAP = new TypeBody('map');

function map_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (kwnames !== null && kwnames.length > 0) {
    if (type === T_MAP) typeError('map() takes no keyword arguments');
    args = args.slice(0, args.length - kwnames.length);
  }
  if (args.length < 2) typeError('map() must have at least two arguments.');
  const iters = newTuple(iteratorsOf(args.slice(1)));
  const o = object_alloc(type) as PyMap;
  o.v = new MapBody(iters, incref(args[0]));
  return o;
}

export function map_next(o: PyObject): PyObject | null {
  const lz = (o as PyMap).v;
  const iters = lz.iters.v;
  if (iters.length === 1) {
    const it = iters[0];
    const item = it.type.tp_iternext!(it);
    if (item === null) return null;
    try {
      return call1(lz.func, item);
    } finally {
      decref(item);
    }
  }
  const args: PyObject[] = [];
  try {
    for (let i = 0; i < iters.length; i++) {
      const it = iters[i];
      const item = it.type.tp_iternext!(it);
      if (item === null) return null;
      args.push(item);
    }
    return call(lz.func, args, null);
  } finally {
    for (let i = 0; i < args.length; i++) decref(args[i]);
  }
}

function map_dealloc(o: PyObject): void {
  const self = o as PyMap;
  untrack(self);
  if (self.v !== null) {
    decref(self.v.iters);
    decref(self.v.func);
  }
  gcFree(self);
}

function map_traverse(o: PyContainer, visit: Visit): void {
  const lz = (o as PyMap).v;
  if (lz === null) return;
  visit(lz.iters, 'iterators');
  visit(lz.func, 'function');
}

function map_reduce(self: PyMap): PyObject {
  const { iters, func } = self.v;
  const args = newTuple([incref(func), ...tupleFromBorrowed(iters.v).v]);
  return newTuple([incref(self.type.obj), args]);
}

// ---- filter

export class FilterBody {
  constructor(
    public func: PyObject,
    public iter: PyObject,
  ) {}
}

export type PyFilter = PyContainer<FilterBody>;

export const T_FILTER = new TypeBody('filter');

function filter_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (kwnames !== null && kwnames.length > 0) {
    if (type === T_FILTER) typeError('filter() takes no keyword arguments');
    args = args.slice(0, args.length - kwnames.length);
  }
  if (args.length !== 2) typeError(`filter expected 2 arguments, got ${args.length}`);
  const iter = getIter(args[1]);
  const o = object_alloc(type) as PyFilter;
  o.v = new FilterBody(incref(args[0]), iter);
  return o;
}

export function filter_next(o: PyObject): PyObject | null {
  const { func, iter } = (o as PyFilter).v;
  const plain = func === None || func === T_BOOL.obj;
  for (;;) {
    const item = iter.type.tp_iternext!(iter);
    if (item === null) return null;
    let good = false;
    try {
      if (plain) good = isTrue(item);
      else {
        const verdict = call1(func, item);
        try {
          good = isTrue(verdict);
        } finally {
          decref(verdict);
        }
      }
    } catch (e) {
      decref(item);
      throw e;
    }
    if (good) return item;
    decref(item);
  }
}

function filter_dealloc(o: PyObject): void {
  const self = o as PyFilter;
  untrack(self);
  if (self.v !== null) {
    decref(self.v.func);
    decref(self.v.iter);
  }
  gcFree(self);
}

function filter_traverse(o: PyContainer, visit: Visit): void {
  const lz = (o as PyFilter).v;
  if (lz === null) return;
  visit(lz.iter, 'iterator');
  visit(lz.func, 'function');
}

function filter_reduce(self: PyFilter): PyObject {
  const { func, iter } = self.v;
  return newTuple([incref(self.type.obj), newTuple([incref(func), incref(iter)])]);
}

export function initZipMapFilter(): void {
  const flags = TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE;
  const REDUCE_DOC = 'Return state information for pickling.';
  defineType(T_ZIP, {
    doc: 'zip(*iterables, strict=False) --> tuples of the first items, of the second items and so on\n\nStops with the shortest iterable; with strict, raises ValueError if another is longer.',
    flags,
    basicsize: 48,
    slots: {
      tp_new: zip_new,
      tp_dealloc: zip_dealloc,
      tp_traverse: zip_traverse,
      tp_iter: incref,
      tp_iternext: zip_next,
    },
    methods: [
      ['__reduce__', zip_reduce, '!($self, /)', REDUCE_DOC],
      ['__setstate__', zip_setstate, '!($self, state, /)', 'Set state information for unpickling.'],
    ],
  });
  defineType(T_MAP, {
    doc: 'map(func, *iterables) --> map object\n\nCalls func with the first items of all iterables, with the second ones and so on.',
    flags,
    basicsize: 32,
    slots: {
      tp_new: map_new,
      tp_dealloc: map_dealloc,
      tp_traverse: map_traverse,
      tp_iter: incref,
      tp_iternext: map_next,
    },
    methods: [['__reduce__', map_reduce, '!($self, /)', REDUCE_DOC]],
  });
  defineType(T_FILTER, {
    doc: 'filter(function or None, iterable) --> filter object\n\nThe items for which the function (or, with None, the item itself) is true.',
    flags,
    basicsize: 32,
    slots: {
      tp_new: filter_new,
      tp_dealloc: filter_dealloc,
      tp_traverse: filter_traverse,
      tp_iter: incref,
      tp_iternext: filter_next,
    },
    methods: [['__reduce__', filter_reduce, '!($self, /)', REDUCE_DOC]],
  });
}
