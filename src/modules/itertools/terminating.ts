/** Iterators that end with their shortest input (Modules/itertoolsmodule.c). */
import { TypeBody, type PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { isPyException } from '../../exceptions/body.ts';
import { typeError, valueError } from '../../exceptions/raise.ts';
import { T_TypeError } from '../../exceptions/types.ts';
import { call, call1, call2 } from '../../protocols/call.ts';
import { getIter, iterNext } from '../../protocols/iterator.ts';
import { add, index } from '../../protocols/number.ts';
import { isTrue } from '../../protocols/object.ts';
import { collect } from '../../protocols/sequence.ts';
import { genericalias_classGetitem } from '../../objects/genericalias.ts';
import { T_INT } from '../../objects/int.ts';
import { ssizeArgument } from '../../objects/sequence_index.ts';
import { None, T_BOOL } from '../../objects/singletons.ts';
import { newTuple, type PyTuple } from '../../objects/tuple.ts';
import { object_alloc } from '../../objects/object.ts';
import { defineIterator, expectArguments, refill } from './define.ts';

export const T_ACCUMULATE = new TypeBody('itertools.accumulate');
export const T_BATCHED = new TypeBody('itertools.batched');
export const T_CHAIN = new TypeBody('itertools.chain');
export const T_COMPRESS = new TypeBody('itertools.compress');
export const T_DROPWHILE = new TypeBody('itertools.dropwhile');
export const T_FILTERFALSE = new TypeBody('itertools.filterfalse');
export const T_ISLICE = new TypeBody('itertools.islice');
export const T_PAIRWISE = new TypeBody('itertools.pairwise');
export const T_STARMAP = new TypeBody('itertools.starmap');
export const T_TAKEWHILE = new TypeBody('itertools.takewhile');
export const T_ZIP_LONGEST = new TypeBody('itertools.zip_longest');

/** The next item of any iterator; StopIteration goes on to whoever asked for ours. */
function next(it: PyObject): PyObject | null {
  return it.type.tp_iternext!(it);
}

/** Is func(item) true? Consumes the item when that raises. */
function test(func: PyObject, item: PyObject): boolean {
  try {
    const verdict = call1(func, item);
    try {
      return isTrue(verdict);
    } finally {
      decref(verdict);
    }
  } catch (e) {
    decref(item);
    throw e;
  }
}

// ---- accumulate

class AccumulateBody {
  total: PyObject | null = null;
  constructor(
    public binop: PyObject | null,
    public it: PyObject,
    public initial: PyObject | null,
  ) {}
}

function makeAccumulate([iterable, func, initial]: (PyObject | undefined)[]): AccumulateBody {
  const it = getIter(iterable!);
  const binop = func === undefined || func === None ? null : incref(func);
  return new AccumulateBody(binop, it, initial === undefined || initial === None ? null : incref(initial));
}

function nextAccumulate(b: AccumulateBody): PyObject | null {
  if (b.initial !== null) {
    b.total = b.initial;
    b.initial = null;
    return incref(b.total);
  }
  const item = next(b.it);
  if (item === null) return null;
  if (b.total === null) {
    b.total = incref(item);
    return item;
  }
  let total: PyObject;
  try {
    total = b.binop === null ? add(b.total, item) : call2(b.binop, b.total, item);
  } finally {
    decref(item);
  }
  const old = b.total;
  b.total = total;
  total.rc++;
  decref(old);
  return total;
}

// ---- batched

class BatchedBody {
  constructor(
    public it: PyObject | null,
    public size: number,
  ) {}
}

function makeBatched([iterable, n]: (PyObject | undefined)[]): BatchedBody {
  const size = ssizeArgument(n!);
  if (size < 1) valueError('n must be at least one');
  return new BatchedBody(getIter(iterable!), size);
}

function nextBatched(b: BatchedBody): PyObject | null {
  const it = b.it;
  if (it === null) return null;
  const items: PyObject[] = [];
  try {
    while (items.length < b.size) {
      const item = iterNext(it);
      if (item === null) break;
      items.push(item);
    }
  } catch (e) {
    for (const item of items) decref(item);
    throw e;
  }
  if (items.length < b.size) {
    b.it = null;
    decref(it);
  }
  return items.length === 0 ? null : newTuple(items);
}

// ---- chain

class ChainBody {
  active: PyObject | null = null;
  constructor(public source: PyObject | null) {}
}

function makeChain(args: PyObject[]): ChainBody {
  const t = newTuple(args.map(a => incref(a)));
  try {
    return new ChainBody(getIter(t));
  } finally {
    decref(t);
  }
}

function nextChain(b: ChainBody): PyObject | null {
  while (b.source !== null) {
    if (b.active === null) {
      const iterable = iterNext(b.source);
      if (iterable === null) {
        decref(b.source);
        b.source = null;
        return null;
      }
      try {
        b.active = getIter(iterable);
      } catch (e) {
        decref(b.source);
        b.source = null;
        throw e;
      } finally {
        decref(iterable);
      }
    }
    const item = iterNext(b.active);
    if (item !== null) return item;
    const done = b.active;
    b.active = null;
    decref(done);
  }
  return null;
}

function chain_from_iterable(cls: PyObject, iterable: PyObject): PyObject {
  const body = new ChainBody(getIter(iterable));
  const o = object_alloc(cls.v as TypeBody);
  o.v = body;
  return o;
}

// ---- compress, dropwhile, filterfalse, takewhile, starmap

class TwoBody {
  constructor(
    public first: PyObject,
    public second: PyObject,
    /** dropwhile: the start was found; takewhile: the end. */
    public flag = false,
  ) {}
}

function makeCompress([data, selectors]: PyObject[]): TwoBody {
  const first = getIter(data);
  try {
    return new TwoBody(first, getIter(selectors));
  } catch (e) {
    decref(first);
    throw e;
  }
}

function nextCompress(b: TwoBody): PyObject | null {
  for (;;) {
    const datum = next(b.first);
    if (datum === null) return null;
    let wanted = false;
    try {
      const selector = next(b.second);
      if (selector !== null) {
        try {
          wanted = isTrue(selector);
        } finally {
          decref(selector);
        }
      } else {
        decref(datum);
        return null;
      }
    } catch (e) {
      decref(datum);
      throw e;
    }
    if (wanted) return datum;
    decref(datum);
  }
}

/** A function and an iterator over the second argument. */
function makeFiltering(name: string): (args: PyObject[]) => TwoBody {
  return args => {
    expectArguments(name, args, 2);
    const it = getIter(args[1]);
    return new TwoBody(incref(args[0]), it);
  };
}

function nextDropwhile(b: TwoBody): PyObject | null {
  for (;;) {
    const item = next(b.second);
    if (item === null || b.flag) return item;
    if (!test(b.first, item)) {
      b.flag = true;
      return item;
    }
    decref(item);
  }
}

function nextTakewhile(b: TwoBody): PyObject | null {
  if (b.flag) return null;
  const item = next(b.second);
  if (item === null || test(b.first, item)) return item;
  decref(item);
  b.flag = true;
  return null;
}

function nextFilterfalse(b: TwoBody): PyObject | null {
  const plain = b.first === None || b.first === T_BOOL.obj;
  for (;;) {
    const item = next(b.second);
    if (item === null) return null;
    let good: boolean;
    if (plain) {
      try {
        good = isTrue(item);
      } catch (e) {
        decref(item);
        throw e;
      }
    } else good = test(b.first, item);
    if (!good) return item;
    decref(item);
  }
}

function nextStarmap(b: TwoBody): PyObject | null {
  const item = next(b.second);
  if (item === null) return null;
  let args: PyObject[];
  try {
    args = collect(item);
  } finally {
    decref(item);
  }
  try {
    return call(b.first, args, null);
  } finally {
    for (const arg of args) decref(arg);
  }
}

// ---- islice

class IsliceBody {
  count = 0;
  constructor(
    public it: PyObject | null,
    public next: number,
    /** Infinity when there is no end. */
    public stop: number,
    public step: number,
  ) {}
}

const STOP_MESSAGE = 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.';

/** None (answered as `missing`) or an integer of at least `least`; ValueError otherwise. */
function bound(o: PyObject | undefined, missing: number, least: number, message: string): number {
  if (o === undefined || o === None) return missing;
  let v: number | bigint;
  if (o.type === T_INT) v = o.v;
  else {
    if (o.type.nb_index === null) valueError(message);
    try {
      const n = index(o);
      v = n.v;
      decref(n);
    } catch (e) {
      if (!isPyException(e, T_TypeError)) throw e;
      decref(e);
      return valueError(message);
    }
  }
  if (v < least || v > 9223372036854775807n) valueError(message);
  return Number(v);
}

function makeIslice(args: PyObject[]): IsliceBody {
  if (args.length < 2) typeError(`islice expected at least 2 arguments, got ${args.length}`);
  if (args.length > 4) typeError(`islice expected at most 4 arguments, got ${args.length}`);
  let start = 0;
  let stop: number;
  let step = 1;
  if (args.length === 2) stop = bound(args[1], Infinity, 0, STOP_MESSAGE);
  else {
    stop = bound(args[2], Infinity, 0, STOP_MESSAGE);
    start = bound(args[1], 0, 0, 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.');
    step = bound(args[3], 1, 1, 'Step for islice() must be a positive integer or None.');
  }
  return new IsliceBody(getIter(args[0]), start, stop, step);
}

function nextIslice(b: IsliceBody): PyObject | null {
  const it = b.it;
  if (it === null) return null;
  while (b.count < b.next) {
    const skipped = next(it);
    if (skipped === null) return endIslice(b, it);
    decref(skipped);
    b.count++;
  }
  if (b.count >= b.stop) return endIslice(b, it);
  const item = next(it);
  if (item === null) return endIslice(b, it);
  b.count++;
  b.next = Math.min(b.next + b.step, b.stop);
  return item;
}

function endIslice(b: IsliceBody, it: PyObject): null {
  b.it = null;
  decref(it);
  return null;
}

// ---- pairwise

class PairwiseBody {
  old: PyObject | null = null;
  constructor(public it: PyObject | null) {}
}

function makePairwise(args: PyObject[]): PairwiseBody {
  expectArguments('pairwise', args, 1);
  return new PairwiseBody(getIter(args[0]));
}

function endPairwise(b: PairwiseBody): null {
  const { it, old } = b;
  b.it = null;
  b.old = null;
  if (it !== null) decref(it);
  if (old !== null) decref(old);
  return null;
}

function nextPairwise(b: PairwiseBody): PyObject | null {
  if (b.it === null) return null;
  if (b.old === null) {
    const first = iterNext(b.it);
    if (first === null) return endPairwise(b);
    // The iterator may have used this very object meanwhile.
    if (b.it === null) {
      decref(first);
      return null;
    }
    b.old = first;
  }
  const old = incref(b.old);
  let item: PyObject | null;
  try {
    item = iterNext(b.it);
  } catch (e) {
    decref(old);
    endPairwise(b);
    throw e;
  }
  if (item === null) {
    decref(old);
    return endPairwise(b);
  }
  const before: PyObject | null = b.old;
  b.old = incref(item);
  if (before !== null) decref(before);
  return newTuple([old, item]);
}

// ---- zip_longest

class ZipLongestBody {
  result: PyTuple | null = null;
  active: number;
  constructor(
    /** null where an iterator is exhausted. */
    public iters: (PyObject | null)[],
    public fillvalue: PyObject,
  ) {
    this.active = iters.length;
  }
}

function makeZipLongest(iterables: PyObject[], fillvalue: PyObject): ZipLongestBody {
  const iters: PyObject[] = [];
  try {
    for (const iterable of iterables) iters.push(getIter(iterable));
  } catch (e) {
    for (const it of iters) decref(it);
    throw e;
  }
  return new ZipLongestBody(iters, incref(fillvalue));
}

function nextZipLongest(b: ZipLongestBody): PyObject | null {
  const n = b.iters.length;
  if (n === 0 || b.active === 0) return null;
  const items: PyObject[] = [];
  try {
    for (let i = 0; i < n; i++) {
      const it = b.iters[i];
      let item: PyObject | null = null;
      if (it !== null) {
        try {
          item = iterNext(it);
        } catch (e) {
          b.active = 0;
          throw e;
        }
        if (item === null) {
          b.active--;
          if (b.active === 0) return null;
          b.iters[i] = null;
          decref(it);
        }
      }
      items.push(item ?? incref(b.fillvalue));
    }
    return refill(b, items);
  } finally {
    for (const item of items) decref(item);
  }
}

export function initTerminating(): void {
  defineIterator<AccumulateBody>(T_ACCUMULATE, {
    doc: 'Running totals of the items, or running results of another function.',
    basicsize: 56,
    signature: '(iterable, func=None, *, initial=None)',
    make: makeAccumulate,
    next: nextAccumulate,
    owned: b => [b.total, b.binop, b.it, b.initial],
  });
  defineIterator<BatchedBody>(T_BATCHED, {
    doc: 'Tuples of n items each; the last one may be shorter.',
    basicsize: 32,
    signature: '(iterable, n)',
    make: makeBatched,
    next: nextBatched,
    owned: b => [b.it],
  });
  defineIterator<ChainBody>(T_CHAIN, {
    doc: 'chain(*iterables) --> chain object\n\nThe items of the first iterable, then those of the second and so on.',
    basicsize: 32,
    make: makeChain,
    next: nextChain,
    owned: b => [b.active, b.source],
    classmethods: [
      [
        'from_iterable',
        chain_from_iterable,
        '($type, iterable, /)',
        'chain() of the iterables that one iterable yields.',
      ],
      ['__class_getitem__', genericalias_classGetitem, '!($type, object, /)', 'See PEP 585'],
    ],
  });
  defineIterator<TwoBody>(T_COMPRESS, {
    doc: 'The items of data whose selector is true.',
    basicsize: 32,
    signature: '(data, selectors)',
    make: makeCompress,
    next: nextCompress,
    owned: b => [b.first, b.second],
  });
  const filtering = (
    type: TypeBody,
    name: string,
    basicsize: number,
    doc: string,
    step: (b: TwoBody) => PyObject | null,
  ): void =>
    defineIterator<TwoBody>(type, {
      doc,
      basicsize,
      make: makeFiltering(name),
      next: step,
      owned: b => [b.first, b.second],
    });
  filtering(
    T_DROPWHILE,
    'dropwhile',
    40,
    'Leaves out items as long as the predicate is true, then yields all the rest.',
    nextDropwhile,
  );
  filtering(T_TAKEWHILE, 'takewhile', 40, 'Yields items as long as the predicate is true.', nextTakewhile);
  filtering(
    T_FILTERFALSE,
    'filterfalse',
    32,
    'The items for which the function (or, with None, the item itself) is false.',
    nextFilterfalse,
  );
  filtering(T_STARMAP, 'starmap', 32, 'function(*item) for every item.', nextStarmap);
  defineIterator<IsliceBody>(T_ISLICE, {
    doc: 'islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nThe items that the slice would pick.',
    basicsize: 56,
    make: makeIslice,
    next: nextIslice,
    owned: b => [b.it],
  });
  defineIterator<PairwiseBody>(T_PAIRWISE, {
    doc: 'Overlapping pairs: s -> (s0,s1), (s1,s2), (s2, s3), ...',
    basicsize: 32,
    make: makePairwise,
    next: nextPairwise,
    owned: b => [b.it, b.old],
  });
  defineIterator<ZipLongestBody>(T_ZIP_LONGEST, {
    doc: 'zip_longest(*iterables, fillvalue=None) --> zip_longest object\n\nAs zip(), to the end of the longest iterable; fillvalue stands in for what is missing.',
    basicsize: 56,
    make: args => makeZipLongest(args, None),
    next: nextZipLongest,
    owned: b => [...b.iters, b.result, b.fillvalue],
    slots: { tp_new: zipLongest_new },
  });
}

function zipLongest_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  let fillvalue: PyObject = None;
  if (kwnames !== null && kwnames.length > 0) {
    const npos = args.length - kwnames.length;
    if (kwnames.length > 1 || kwnames[0].v !== 'fillvalue')
      typeError('zip_longest() got an unexpected keyword argument');
    fillvalue = args[npos];
    args = args.slice(0, npos);
  }
  const body = makeZipLongest(args, fillvalue);
  const o = object_alloc(type);
  o.v = body;
  return o;
}
