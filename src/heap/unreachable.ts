/**
 * Finding what nothing outside a list refers to (Modules/gcmodule.c, deduce_unreachable). `gcRefs` holds the flags
 * and, above them, gc_refs: how many references come from outside the list. gc_refs wraps at 27 bits, which does not
 * matter to a difference.
 */
import { GC_COLLECTING, GC_FLAGS_MASK, GC_REFS_SHIFT, GC_UNREACHABLE, IMMORTAL, TPFLAGS_HAVE_GC } from './object.ts';
import type { PyContainer, PyObject } from './object.ts';
import { gc_list_append, gc_list_move, permanent } from './generations.ts';

const ONE_REF = 1 << GC_REFS_SHIFT;
const KEPT_FLAGS = GC_FLAGS_MASK & ~(GC_COLLECTING | GC_UNREACHABLE);

/**
 * Moves the objects of `base` that nothing outside refers to into `unreachable` (an empty list). They keep the flags
 * GC_COLLECTING and GC_UNREACHABLE; the others lose them and may end up in another order.
 */
export function deduce_unreachable(base: PyContainer, unreachable: PyContainer): void {
  update_refs(base);
  subtract_refs(base);
  move_unreachable(base, unreachable);
}

/** gc_refs = the reference count. What has become immortal leaves for the permanent generation. */
export function update_refs(containers: PyContainer): void {
  let o = containers.gcNext!;
  while (o !== containers) {
    const next = o.gcNext!;
    if (o.rc > IMMORTAL >> 1) gc_list_move(o, permanent.head);
    else o.gcRefs = (o.gcRefs & KEPT_FLAGS) | GC_COLLECTING | (o.rc << GC_REFS_SHIFT);
    o = next;
  }
}

/** Takes the references from within the list off. */
export function subtract_refs(containers: PyContainer): void {
  for (let o = containers.gcNext!; o !== containers; o = o.gcNext!) o.type.tp_traverse!(o, visit_decref);
}

function visit_decref(o: PyObject): void {
  if ((o.type.flags & TPFLAGS_HAVE_GC) === 0) return;
  const refs = (o as PyContainer).gcRefs;
  if ((refs & GC_COLLECTING) !== 0) (o as PyContainer).gcRefs = (refs - ONE_REF) | 0;
}

/** The end of the list that move_unreachable works through. */
let reachable: PyContainer;

/**
 * Walks the list: an object referred to from outside stays, and pulls all it refers to (back) to the end of the list;
 * any other goes to `unreachable`, for the time being.
 */
export function move_unreachable(young: PyContainer, unreachable: PyContainer): void {
  reachable = young;
  let prev = young;
  let o = young.gcNext!;
  while (o !== young) {
    if (o.gcRefs >> GC_REFS_SHIFT !== 0) {
      o.type.tp_traverse!(o, visit_reachable);
      o.gcPrev = prev;
      o.gcRefs &= KEPT_FLAGS;
      prev = o;
    } else {
      const next = o.gcNext!;
      prev.gcNext = next;
      if (next === young) young.gcPrev = prev;
      o.gcRefs |= GC_UNREACHABLE;
      gc_list_append(o, unreachable);
    }
    o = prev.gcNext!;
  }
  young.gcPrev = prev;
}

function visit_reachable(o: PyObject): void {
  if ((o.type.flags & TPFLAGS_HAVE_GC) === 0) return;
  const gc = o as PyContainer;
  const refs = gc.gcRefs;
  if ((refs & GC_COLLECTING) === 0) return;
  if ((refs & GC_UNREACHABLE) !== 0) {
    // Thought unreachable too early: back into the list, to be walked again.
    gc_list_move(gc, reachable);
    gc.gcRefs = (refs & KEPT_FLAGS) | GC_COLLECTING | ONE_REF;
  } else if (refs >> GC_REFS_SHIFT === 0) {
    gc.gcRefs = refs | ONE_REF;
  }
}

/** clear_unreachable_mask. */
export function clear_unreachable_mask(unreachable: PyContainer): void {
  for (let o = unreachable.gcNext!; o !== unreachable; o = o.gcNext!) o.gcRefs &= ~GC_UNREACHABLE;
}

/** gc_list_clear_collecting. */
export function gc_list_clear_collecting(list: PyContainer): void {
  for (let o = list.gcNext!; o !== list; o = o.gcNext!) o.gcRefs &= ~GC_COLLECTING;
}

export function isCollecting(o: PyContainer): boolean {
  return (o.gcRefs & GC_COLLECTING) !== 0;
}
