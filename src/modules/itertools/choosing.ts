/** Iterators that choose among items: compress, dropwhile, filterfalse, islice, starmap and takewhile (Modules/itertoolsmodule.c). */
import type { PyObject } from '../../heap/object.ts';
import { TypeBody } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { isPyException } from '../../exceptions/body.ts';
import { typeError, valueError } from '../../exceptions/raise.ts';
import { T_TypeError } from '../../exceptions/types.ts';
import { call, call1 } from '../../protocols/call.ts';
import { getIter } from '../../protocols/iterator.ts';
import { index } from '../../protocols/number.ts';
import { isTrue } from '../../protocols/object.ts';
import { collect } from '../../protocols/sequence.ts';
import { T_INT } from '../../objects/int.ts';
import { None, T_BOOL } from '../../objects/singletons.ts';
import { defineIterator, expectArguments } from './define.ts';

export const T_COMPRESS = new TypeBody('itertools.compress');
export const T_DROPWHILE = new TypeBody('itertools.dropwhile');
export const T_FILTERFALSE = new TypeBody('itertools.filterfalse');
export const T_ISLICE = new TypeBody('itertools.islice');
export const T_STARMAP = new TypeBody('itertools.starmap');
export const T_TAKEWHILE = new TypeBody('itertools.takewhile');

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

export function initChoosing(): void {
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
}
