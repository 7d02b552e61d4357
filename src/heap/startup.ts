/** The collector as a program finds it when its first line runs. */
import { IMMORTAL, PyContainer, TypeBody } from './object.ts';
import { gc_list_append, gc_list_merge, gc_list_move, gc_list_size, generations, permanent } from './generations.ts';
import { gcState } from './gcstate.ts';

/** What CPython 3.12.1 has when it starts a script: gc.get_count() past generation 0, and gc.get_stats()[0]. */
const STARTUP_COLLECTIONS = 5;
const STARTUP_COLLECTED = 24;
/** gc.get_freeze_count() then: the immortal tuples `__mro__` and `__bases__` of its 188 static types. */
const PERMANENT_AT_START = 375;

/** _Py_SetImmortal for an object that collections have already met: it is in the permanent generation. */
export function immortalize(o: PyContainer): void {
  o.rc = IMMORTAL;
  if (o.gcNext !== null) gc_list_move(o, permanent.head);
}

/**
 * Ends the start-up: what was made so far has survived collections of generation 0. Types of CPython's that do not exist
 * here yet are stood for by empty places in the permanent generation.
 */
export function gc_endStartup(placeType: TypeBody): void {
  gc_list_merge(generations[0].head, generations[1].head);
  for (let n = gc_list_size(permanent.head); n < PERMANENT_AT_START; n++) {
    gc_list_append(new PyContainer(IMMORTAL, placeType, 0, []), permanent.head);
  }
  generations[0].count = 0;
  generations[1].count = STARTUP_COLLECTIONS;
  generations[2].count = 0;
  const stats = gcState.stats[0];
  stats.collections = STARTUP_COLLECTIONS;
  stats.collected = STARTUP_COLLECTED;
}
