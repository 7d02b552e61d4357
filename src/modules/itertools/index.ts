/** The itertools module (Modules/itertoolsmodule.c): its contents page. */
import type { PyObject } from '../../heap/object.ts';
import { incref } from '../../heap/refcount.ts';
import { defineModule, type PyModule } from '../../objects/module.ts';
import { initCombinatoric, T_COMBINATIONS, T_CWR, T_PERMUTATIONS, T_PRODUCT } from './combinatoric.ts';
import { initGroupby, T_GROUPBY, T_GROUPER } from './groupby.ts';
import { initInfinite, T_COUNT, T_CYCLE, T_REPEAT } from './infinite.ts';
import { initTee, itertools_tee, T_TEE, T_TEE_DATA } from './tee.ts';
import { initChoosing, T_COMPRESS, T_DROPWHILE, T_FILTERFALSE, T_ISLICE, T_STARMAP, T_TAKEWHILE } from './choosing.ts';
import { initJoining, T_ACCUMULATE, T_BATCHED, T_CHAIN, T_PAIRWISE, T_ZIP_LONGEST } from './joining.ts';

const TYPES = [
  T_ACCUMULATE,
  T_BATCHED,
  T_COMBINATIONS,
  T_CWR,
  T_CYCLE,
  T_DROPWHILE,
  T_TAKEWHILE,
  T_ISLICE,
  T_STARMAP,
  T_CHAIN,
  T_COMPRESS,
  T_FILTERFALSE,
  T_COUNT,
  T_PAIRWISE,
  T_PERMUTATIONS,
  T_PRODUCT,
  T_REPEAT,
  T_GROUPBY,
  T_ZIP_LONGEST,
  T_GROUPER,
  T_TEE,
  T_TEE_DATA,
];

/** Makes the module; new reference. */
export function makeItertools(): PyModule {
  initInfinite();
  initChoosing();
  initJoining();
  initCombinatoric();
  initGroupby();
  initTee();
  return defineModule({
    name: 'itertools',
    doc: 'Iterators made of other iterators: counting, cutting, joining, grouping and combining.',
    functions: [
      ['tee', itertools_tee, '($module, iterable, n=2, /)', 'A tuple of n independent iterators over one iterable.'],
    ],
    attrs: () => {
      const attrs: Record<string, PyObject> = {};
      for (const type of TYPES) attrs[type.name.slice('itertools.'.length)] = incref(type.obj);
      return attrs;
    },
  });
}
