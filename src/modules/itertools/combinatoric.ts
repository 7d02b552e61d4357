/** combinations, combinations_with_replacement, permutations and product (Modules/itertoolsmodule.c). */
import { TypeBody, type PyContainer, type PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { typeError, valueError } from '../../exceptions/raise.ts';
import { object_alloc } from '../../objects/object.ts';
import { isInt, newInt } from '../../objects/int.ts';
import { ssizeArgument } from '../../objects/sequence_index.ts';
import { None } from '../../objects/singletons.ts';
import { newTuple, sequenceTuple, type PyTuple } from '../../objects/tuple.ts';
import { defineIterator, refill } from './define.ts';

export const T_COMBINATIONS = new TypeBody('itertools.combinations');
export const T_CWR = new TypeBody('itertools.combinations_with_replacement');
export const T_PERMUTATIONS = new TypeBody('itertools.permutations');
export const T_PRODUCT = new TypeBody('itertools.product');

/** What combinations and permutations need: the pool and the indices of the current choice. */
class ChoiceBody {
  result: PyTuple | null = null;
  stopped = false;
  started = false;
  /** permutations only: how far each place has to go. */
  cycles: number[] = [];
  constructor(
    public pool: PyTuple,
    public indices: number[],
    public r: number,
  ) {}
}

function checkR(r: number): number {
  if (r < 0) valueError('r must be non-negative');
  return r;
}

/** The tuple of the chosen items. */
function choice(b: ChoiceBody): PyObject {
  const items: PyObject[] = [];
  for (let i = 0; i < b.r; i++) items.push(b.pool.v[b.indices[i]]);
  return refill(b, items);
}

function stop(b: ChoiceBody): null {
  b.stopped = true;
  return null;
}

function upTo(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

// ---- combinations

function makeCombinations([iterable, r]: PyObject[]): ChoiceBody {
  const pool = sequenceTuple(iterable);
  try {
    const size = checkR(ssizeArgument(r));
    const b = new ChoiceBody(pool, size > pool.v.length ? [] : upTo(size), size);
    b.stopped = size > pool.v.length;
    return b;
  } catch (e) {
    decref(pool);
    throw e;
  }
}

function nextCombinations(b: ChoiceBody): PyObject | null {
  if (b.stopped) return null;
  const { indices, r } = b;
  if (!b.started) {
    b.started = true;
    return choice(b);
  }
  const n = b.pool.v.length;
  let i = r - 1;
  while (i >= 0 && indices[i] === i + n - r) i--;
  if (i < 0) return stop(b);
  indices[i]++;
  for (let j = i + 1; j < r; j++) indices[j] = indices[j - 1] + 1;
  return choice(b);
}

// ---- combinations_with_replacement

function makeCwr([iterable, r]: PyObject[]): ChoiceBody {
  const pool = sequenceTuple(iterable);
  try {
    const size = checkR(ssizeArgument(r));
    const b = new ChoiceBody(pool, new Array<number>(size).fill(0), size);
    b.stopped = pool.v.length === 0 && size > 0;
    return b;
  } catch (e) {
    decref(pool);
    throw e;
  }
}

function nextCwr(b: ChoiceBody): PyObject | null {
  if (b.stopped) return null;
  const { indices, r } = b;
  if (!b.started) {
    b.started = true;
    return choice(b);
  }
  const n = b.pool.v.length;
  let i = r - 1;
  while (i >= 0 && indices[i] === n - 1) i--;
  if (i < 0) return stop(b);
  const next = indices[i] + 1;
  for (; i < r; i++) indices[i] = next;
  return choice(b);
}

// ---- permutations

function makePermutations([iterable, r]: (PyObject | undefined)[]): ChoiceBody {
  const pool = sequenceTuple(iterable!);
  try {
    const n = pool.v.length;
    let size = n;
    if (r !== undefined && r !== None) {
      if (!isInt(r)) typeError('Expected int as r');
      size = checkR(ssizeArgument(r));
    }
    const b = new ChoiceBody(pool, upTo(n), size);
    for (let i = 0; i < size && size <= n; i++) b.cycles.push(n - i);
    b.stopped = size > n;
    return b;
  } catch (e) {
    decref(pool);
    throw e;
  }
}

function nextPermutations(b: ChoiceBody): PyObject | null {
  if (b.stopped) return null;
  const { indices, cycles, r } = b;
  if (!b.started) {
    b.started = true;
    return choice(b);
  }
  const n = b.pool.v.length;
  if (n === 0) return stop(b);
  for (let i = r - 1; i >= 0; i--) {
    cycles[i]--;
    if (cycles[i] === 0) {
      const index = indices[i];
      for (let j = i; j < n - 1; j++) indices[j] = indices[j + 1];
      indices[n - 1] = index;
      cycles[i] = n - i;
    } else {
      const j = n - cycles[i];
      const index = indices[i];
      indices[i] = indices[j];
      indices[j] = index;
      return choice(b);
    }
  }
  return stop(b);
}

// ---- product

class ProductBody {
  result: PyTuple | null = null;
  started = false;
  stopped = false;
  indices: number[];
  constructor(public pools: PyTuple) {
    this.indices = pools.v.map(() => 0);
  }
}

function product_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  let repeat = 1;
  if (kwnames !== null && kwnames.length > 0) {
    const npos = args.length - kwnames.length;
    for (const name of kwnames)
      if (name.v !== 'repeat') typeError(`'${name.v}' is an invalid keyword argument for product()`);
    repeat = ssizeArgument(args[npos]);
    if (repeat < 0) valueError('repeat argument cannot be negative');
    args = args.slice(0, npos);
  }
  const pools: PyObject[] = [];
  try {
    for (const arg of args) pools.push(sequenceTuple(arg));
  } catch (e) {
    for (const pool of pools) decref(pool);
    throw e;
  }
  const all: PyObject[] = [];
  for (let k = 0; k < repeat; k++) for (const pool of pools) all.push(incref(pool));
  for (const pool of pools) decref(pool);
  const body = new ProductBody(newTuple(all));
  const o = object_alloc(type);
  o.v = body;
  return o;
}

function nextProduct(b: ProductBody): PyObject | null {
  if (b.stopped) return null;
  const pools = b.pools.v;
  const { indices } = b;
  if (!b.started) {
    b.started = true;
    for (const pool of pools)
      if (pool.v.length === 0) {
        b.stopped = true;
        return null;
      }
  } else {
    let i = pools.length - 1;
    for (; i >= 0; i--) {
      if (++indices[i] < pools[i].v.length) break;
      indices[i] = 0;
    }
    if (i < 0) {
      b.stopped = true;
      return null;
    }
  }
  const items: PyObject[] = [];
  for (let i = 0; i < pools.length; i++) items.push(pools[i].v[indices[i]]);
  return refill(b, items);
}

export function initCombinatoric(): void {
  const choosing = (
    type: TypeBody,
    text: string,
    basicsize: number,
    doc: string,
    make: (args: PyObject[]) => ChoiceBody,
    next: (b: ChoiceBody) => PyObject | null,
  ): void =>
    defineIterator<ChoiceBody>(type, {
      doc,
      basicsize,
      signature: text,
      make,
      next,
      owned: b => [b.pool, b.result],
      methods: [
        [
          '__sizeof__',
          (self: PyContainer<ChoiceBody>) => newInt(basicsize + 8 * (self.v.indices.length + self.v.cycles.length)),
          '!($self, /)',
          'Returns size in memory, in bytes.',
        ],
      ],
    });
  choosing(
    T_COMBINATIONS,
    '(iterable, r)',
    56,
    'All ways to choose r of the items, in order of their positions.',
    makeCombinations,
    nextCombinations,
  );
  choosing(T_CWR, '(iterable, r)', 56, 'All ways to choose r of the items, each as often as wanted.', makeCwr, nextCwr);
  choosing(
    T_PERMUTATIONS,
    '(iterable, r=None)',
    64,
    'All ways to put r of the items into an order.',
    makePermutations,
    nextPermutations,
  );
  defineIterator<ProductBody>(T_PRODUCT, {
    doc: 'product(*iterables, repeat=1) --> product object\n\nAll tuples with one item of each iterable, as nested for loops would give them.',
    basicsize: 48,
    make: args => new ProductBody(newTuple(args.map(arg => incref(arg)))),
    next: nextProduct,
    owned: b => [b.pools, b.result],
    slots: { tp_new: product_new },
    methods: [
      [
        '__sizeof__',
        (self: PyContainer<ProductBody>) => newInt(48 + 8 * self.v.indices.length),
        '!($self, /)',
        'Returns size in memory, in bytes.',
      ],
    ],
  });
}
