/** accumulate, batched, chain, pairwise and zip_longest (Modules/itertoolsmodule.c). */
import type { PyObject } from '../../heap/object.ts';
import { TypeBody } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { typeError, valueError } from '../../exceptions/raise.ts';
import { call2 } from '../../protocols/call.ts';
import { getIter, iterNext } from '../../protocols/iterator.ts';
import { add } from '../../protocols/number.ts';
import { genericalias_classGetitem } from '../../objects/genericalias.ts';
import { ssizeArgument } from '../../objects/sequence_index.ts';
import { None } from '../../objects/singletons.ts';
import type { PyTuple } from '../../objects/tuple.ts';
import { newTuple } from '../../objects/tuple.ts';
import { object_alloc } from '../../objects/object.ts';
import { defineIterator, expectArguments, refill } from './define.ts';

export const T_ACCUMULATE = new TypeBody('itertools.accumulate');
export const T_BATCHED = new TypeBody('itertools.batched');
export const T_CHAIN = new TypeBody('itertools.chain');
export const T_PAIRWISE = new TypeBody('itertools.pairwise');
export const T_ZIP_LONGEST = new TypeBody('itertools.zip_longest');

/** The next item of any iterator; StopIteration goes on to whoever asked for ours. */
function next(it: PyObject): PyObject | null {
  return it.type.tp_iternext!(it);
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

export function initJoining(): void {
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
