/**
 * The cyclic garbage collector (Modules/gcmodule.c, 3.12.1), step for step and with its function names. The search
 * for unreachable objects is in unreachable.ts, the lists in generations.ts, what the types use in gc.ts.
 *
 * No type has the pre-PEP 442 `tp_del`, so nothing is ever uncollectable and move_legacy_finalizers has nothing to move.
 */
import {
  GC_COLLECTING,
  GC_FINALIZED,
  GC_UNREACHABLE,
  GC_WEAKREF,
  TPFLAGS_DICT_SUBCLASS,
  TPFLAGS_TUPLE_SUBCLASS,
} from './object.ts';
import type { PyContainer } from './object.ts';
import { clear_freelists } from './freelist.ts';
import {
  gc_list_is_empty,
  gc_list_merge,
  gc_list_move,
  gc_list_new,
  gc_list_size,
  generations,
  NUM_GENERATIONS,
  permanent,
} from './generations.ts';
import { DEBUG_COLLECTABLE, DEBUG_SAVEALL, DEBUG_STATS, gcState } from './gcstate.ts';
import { idOf } from './pymalloc.ts';
import { decref } from './refcount.ts';
import {
  clear_unreachable_mask,
  deduce_unreachable,
  gc_list_clear_collecting,
  isCollecting,
  survivors,
  trash,
} from './unreachable.ts';
import { upcalls } from './upcalls.ts';
import { _PyWeakref_ClearRef, handle_callback, weakrefList } from './weakrefs.ts';
import type { PyWeakref } from './weakrefs.ts';

function emit(step: string, list: PyContainer | null, generation: number): void {
  if (gcState.watcher !== null) gcState.watcher(step, list, generation);
}

/** gc.collect: a collection of `generation` and all younger ones; what `gc.collect()` returns, 0 within a collection. */
export function gc_collect(generation: number): number {
  if (gcState.collecting) return 0;
  gcState.collecting = true;
  try {
    return gc_collect_with_callback(generation);
  } finally {
    gcState.collecting = false;
  }
}

/** _Py_RunGC: called by the poll of the breaker word when a collection is due. */
export function gc_run(): void {
  if (!gcState.enabled) return;
  gcState.collecting = true;
  try {
    gc_collect_generations();
  } finally {
    gcState.collecting = false;
  }
}

/**
 * Collects the oldest generation that is over its threshold; the oldest of all only when at least a quarter as many
 * objects wait to join it as were in it.
 */
function gc_collect_generations(): void {
  for (let i = NUM_GENERATIONS - 1; i >= 0; i--) {
    if (generations[i].count <= generations[i].threshold) continue;
    if (i === NUM_GENERATIONS - 1 && gcState.longLivedPending < Math.floor(gcState.longLivedTotal / 4)) continue;
    gc_collect_with_callback(i);
    return;
  }
}

function gc_collect_with_callback(generation: number): number {
  upcalls.gcCallback('start', generation, 0, 0);
  const collected = gc_collect_main(generation);
  upcalls.gcCallback('stop', generation, collected, 0);
  return collected;
}

/** Collects; returns the number of unreachable objects. */
function gc_collect_main(generation: number): number {
  let t1 = 0;
  if ((gcState.debug & DEBUG_STATS) !== 0) {
    upcalls.writeStderr(`gc: collecting generation ${generation}...\n`);
    show_stats_each_generations();
    t1 = upcalls.perfCounter();
  }
  emit('start', null, generation);
  if (generation + 1 < NUM_GENERATIONS) generations[generation + 1].count += 1;
  for (let i = 0; i <= generation; i++) generations[i].count = 0;

  const young = generations[generation].head;
  for (let i = 0; i < generation; i++) gc_list_merge(generations[i].head, young);
  const old = generation < NUM_GENERATIONS - 1 ? generations[generation + 1].head : young;
  emit('merge', young, generation);

  const unreachable = gc_list_new();
  deduce_unreachable(young, unreachable, young === old && !frozen);
  emit('deduce_unreachable', unreachable, generation);

  let kept = survivors.count - untrack_tuples();
  emit('untrack_tuples', young, generation);
  if (young !== old) {
    if (generation === NUM_GENERATIONS - 2) gcState.longLivedPending += kept;
    gc_list_merge(young, old);
  } else {
    kept -= untrack_dicts();
    gcState.longLivedPending = 0;
    gcState.longLivedTotal = kept;
    emit('untrack_dicts', young, generation);
  }
  survivors.untrackable = [];
  // Without weak references and finalizers nobody asks for the mask (90,000 objects: 3 ms).
  if (trash.weakrefs || trash.finalizers) clear_unreachable_mask(unreachable);

  if ((gcState.debug & DEBUG_COLLECTABLE) !== 0) {
    for (let o = unreachable.gcNext!; o !== unreachable; o = o.gcNext!) debug_cycle('collectable', o);
  }

  let m = 0;
  let finalUnreachable = unreachable;
  let dead = trash.count;
  if (trash.weakrefs || trash.finalizers) {
    m = handle_weakrefs(unreachable, old);
    emit('handle_weakrefs', unreachable, generation);
    finalize_garbage(unreachable);
    emit('finalize_garbage', unreachable, generation);
    finalUnreachable = gc_list_new();
    handle_resurrected_objects(unreachable, finalUnreachable, old);
    emit('handle_resurrected_objects', finalUnreachable, generation);
    dead = trash.count;
  }
  // Else no code has run, so none of these steps could have changed anything.

  m += dead;
  delete_garbage(finalUnreachable, old);
  emit('delete_garbage', null, generation);

  if ((gcState.debug & DEBUG_STATS) !== 0) {
    const elapsed = (upcalls.perfCounter() - t1).toFixed(4);
    upcalls.writeStderr(`gc: done, ${m} unreachable, 0 uncollectable, ${elapsed}s elapsed\n`);
  }
  if (generation === NUM_GENERATIONS - 1) clear_freelists();

  const stats = gcState.stats[generation];
  stats.collections++;
  stats.collected += m;
  emit('stop', null, generation);
  return m;
}

/** Tuples of atomic items leave the collector's sight; returns how many did. */
function untrack_tuples(): number {
  return untrackAll(TPFLAGS_TUPLE_SUBCLASS);
}

/** The same for dicts; in full collections only. */
function untrack_dicts(): number {
  return untrackAll(TPFLAGS_DICT_SUBCLASS);
}

function untrackAll(kind: number): number {
  let n = 0;
  for (const o of survivors.untrackable) {
    const type = o.type;
    if ((type.flags & kind) === 0) continue;
    type.maybeUntrack!(o);
    if (o.gcNext === null) n++;
  }
  return n;
}

/**
 * Clears every weak reference to trash, then calls the callbacks of those that are not trash themselves. Returns the
 * number of weak references that died of it.
 */
function handle_weakrefs(unreachable: PyContainer, old: PyContainer): number {
  const toCall = gc_list_new();
  for (let o = unreachable.gcNext!; o !== unreachable; o = o.gcNext!) {
    if ((o.gcRefs & GC_WEAKREF) !== 0) _PyWeakref_ClearRef(o as PyWeakref);
    for (let wr = weakrefList(o); wr !== null; wr = weakrefList(o)) {
      _PyWeakref_ClearRef(wr);
      if (wr.v.callback === null) continue;
      if (isCollecting(wr)) continue;
      ++wr.rc;
      gc_list_move(wr, toCall);
    }
  }
  let freed = 0;
  while (!gc_list_is_empty(toCall)) {
    const wr = toCall.gcNext as PyWeakref;
    handle_callback(wr, wr.v.callback!);
    decref(wr);
    if (toCall.gcNext === wr) gc_list_move(wr, old);
    else freed++;
  }
  return freed;
}

/** Calls tp_finalize of the trash, once an object, in list order. */
function finalize_garbage(collectable: PyContainer): void {
  const seen = gc_list_new();
  while (!gc_list_is_empty(collectable)) {
    const o = collectable.gcNext!;
    gc_list_move(o, seen);
    if ((o.gcRefs & GC_FINALIZED) === 0 && o.type.tp_finalize !== null) {
      o.gcRefs |= GC_FINALIZED;
      ++o.rc;
      o.type.tp_finalize(o);
      decref(o);
    }
  }
  gc_list_merge(seen, collectable);
}

/** Finalizers may have made trash reachable again: looks anew, and moves what lives to the older list. */
function handle_resurrected_objects(unreachable: PyContainer, stillUnreachable: PyContainer, old: PyContainer): void {
  gc_list_clear_collecting(unreachable);
  deduce_unreachable(unreachable, stillUnreachable);
  clear_unreachable_mask(stillUnreachable);
  gc_list_merge(unreachable, old);
}

/** Breaks the cycles with tp_clear, in list order. */
function delete_garbage(collectable: PyContainer, old: PyContainer): void {
  while (!gc_list_is_empty(collectable)) {
    const o = collectable.gcNext!;
    if ((gcState.debug & DEBUG_SAVEALL) !== 0) {
      upcalls.gcGarbageAppend(o);
    } else if (o.type.tp_clear !== null) {
      ++o.rc;
      o.type.tp_clear(o);
      decref(o);
    }
    if (collectable.gcNext === o) {
      o.gcRefs &= ~(GC_COLLECTING | GC_UNREACHABLE);
      gc_list_move(o, old);
    }
  }
}

function debug_cycle(msg: string, o: PyContainer): void {
  upcalls.writeStderr(`gc: ${msg} <${o.type.name} 0x${idOf(o).toString(16)}>\n`);
}

function show_stats_each_generations(): void {
  const sizes = generations.map(generation => ' ' + gc_list_size(generation.head)).join('');
  upcalls.writeStderr(
    `gc: objects in each generation:${sizes}\n` +
      `gc: objects in permanent generation: ${gc_list_size(permanent.head)}\n`,
  );
}

/** True while the permanent generation may hold mortal objects. */
let frozen = false;

/** gc.freeze: every tracked object becomes permanent. */
export function gc_freeze(): void {
  frozen = true;
  for (const generation of generations) {
    gc_list_merge(generation.head, permanent.head);
    generation.count = 0;
  }
}

/** gc.unfreeze: the permanent objects join the oldest generation. */
export function gc_unfreeze(): void {
  frozen = false;
  gc_list_merge(permanent.head, generations[NUM_GENERATIONS - 1].head);
}

/** gc.get_freeze_count. */
export function gc_get_freeze_count(): number {
  return gc_list_size(permanent.head);
}
