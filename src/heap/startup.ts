/** The collector's state when a process has started. */
import { gc_list_merge, gc_list_size, generations } from './generations.ts';
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

/** What a session file may say of the collector. */
export interface CollectorState {
  stats?: GenerationStats[];
  count?: [number, number, number];
}

export function setCollectorState(state: CollectorState): void {
  if (state.stats !== undefined) gcState.stats = state.stats.map(s => ({ ...s }));
  state.count?.forEach((n, i) => (generations[i].count = n));
}

/** After start-up: what exists is long-lived, and no collection is pending. */
export function finishStartup(): void {
  gc_list_merge(generations[0].head, generations[2].head);
  gc_list_merge(generations[1].head, generations[2].head);
  gcState.longLivedTotal = gc_list_size(generations[2].head);
  gcState.longLivedPending = 0;
  setCollectorState({ stats: STARTED, count: [0, 4, 0] });
}
