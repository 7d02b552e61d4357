/** struct _gc_runtime_state, without the lists (generations.ts). */
import type { PyContainer } from './object.ts';

export interface GenerationStats {
  collections: number;
  collected: number;
  uncollectable: number;
}

export const DEBUG_STATS = 1;
export const DEBUG_COLLECTABLE = 2;
export const DEBUG_UNCOLLECTABLE = 4;
export const DEBUG_SAVEALL = 32;
export const DEBUG_LEAK = DEBUG_COLLECTABLE | DEBUG_UNCOLLECTABLE | DEBUG_SAVEALL;

/** Sees every step of a collection as it is done: the step's name, and the list it worked on (null for none). */
export type GCWatcher = (step: string, list: PyContainer | null, generation: number) => void;

export const gcState = {
  watcher: null as GCWatcher | null,
  enabled: true,
  collecting: false,
  debug: 0,
  /** Objects in the oldest generation after its last collection, and those that joined it since. */
  longLivedTotal: 0,
  longLivedPending: 0,
  stats: [0, 1, 2].map((): GenerationStats => ({ collections: 0, collected: 0, uncollectable: 0 })),
};
