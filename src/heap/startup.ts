/** The collector's state when a process has started. */
import { gc_list_append, gc_list_merge, gc_list_move, gc_list_size, generations, permanent } from './generations.ts';
import { IMMORTAL, PyContainer, type TypeBody } from './object.ts';
import { sliceFreeList } from './freelist.ts';
import { malloc } from './pymalloc.ts';
import { gcState, type GenerationStats } from './gcstate.ts';

/**
 * Counters of a CPython 3.12.1 that has just started (`python3.12 -c "import gc; print(gc.get_stats())"`, measured): the
 * collections that its own start-up took. Our start-up makes other objects than CPython's, so these are set, not counted.
 */
const STARTED: GenerationStats[] = [
  { collections: 4, collected: 24, uncollectable: 0 },
  { collections: 0, collected: 0, uncollectable: 0 },
  { collections: 0, collected: 0, uncollectable: 0 },
];

const SLICE_BYTES = 40;

/** What a session file may say of the collector. */
export interface CollectorState {
  stats?: GenerationStats[];
  count?: [number, number, number];
}

export function setCollectorState(state: CollectorState): void {
  if (state.stats !== undefined) gcState.stats = state.stats.map(s => ({ ...s }));
  state.count?.forEach((n, i) => (generations[i].count = n));
}

/**
 * After start-up: as in CPython, what exists has survived collections of generation 0 and no other, and no collection is
 * pending.
 */
export function finishStartup(): void {
  gc_list_merge(generations[0].head, generations[1].head);
  gcState.longLivedTotal = 0;
  gcState.longLivedPending = 0;
  // CPython's start-up has left a slice in the cache, which no collection clears.
  if (sliceFreeList.size === 0)
    sliceFreeList.push(malloc(SLICE_BYTES + sliceFreeList.presize * 16) + sliceFreeList.presize);
  setCollectorState({ stats: STARTED, count: [0, 4, 0] });
}

/** gc.get_freeze_count() then: the immortal tuples `__mro__` and `__bases__` of CPython's 188 static types. */
const PERMANENT_AT_START = 375;

/** _Py_SetImmortal for an object that a collection has already met: it is in the permanent generation. */
export function immortalize(o: PyContainer): void {
  o.rc = IMMORTAL;
  if (o.gcNext !== null) gc_list_move(o, permanent.head);
}

/** Empty places of the given type in the permanent generation, for the types of CPython's that do not exist here yet. */
export function fillPermanentGeneration(type: TypeBody): void {
  for (let n = gc_list_size(permanent.head); n < PERMANENT_AT_START; n++) {
    gc_list_append(new PyContainer(IMMORTAL, type, 0, []), permanent.head);
  }
}
