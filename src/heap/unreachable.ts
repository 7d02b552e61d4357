/**
 * Finding what nothing outside a list refers to (Modules/gcmodule.c, deduce_unreachable). `gcRefs` holds the flags
 * and, above them, gc_refs: how many references come from outside the list. gc_refs wraps at 26 bits, which does not
 * matter to a difference.
 */
import {
  GC_COLLECTING,
  GC_FINALIZED,
  GC_FLAGS_MASK,
  GC_HAS_WEAKREFS,
  GC_REFS_SHIFT,
  GC_UNREACHABLE,
  GC_WEAKREF,
  IMMORTAL,
  TPFLAGS_HAVE_GC,
} from './object.ts';
import type { PyContainer, PyObject } from './object.ts';
import { gc_list_append, gc_list_move, permanent } from './generations.ts';

const ONE_REF = 1 << GC_REFS_SHIFT;
const KEPT_FLAGS = GC_FLAGS_MASK & ~(GC_COLLECTING | GC_UNREACHABLE);

/**
 * Moves the objects of `base` that nothing outside refers to into `unreachable` (an empty list). They keep the flags
 * GC_COLLECTING and GC_UNREACHABLE; the others lose them and may end up in another order.
 * `all`: outside `base` there is no tracked mortal object.
 */
export function deduce_unreachable(base: PyContainer, unreachable: PyContainer, all = false): void {
  if (all) {
    update_and_subtract_refs(base);
  } else {
    update_refs(base);
    subtract_refs(base);
  }
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

/**
 * The traverse functions that most objects have, done here without calls in between: lists and tuples (`v` is an array,
 * last item first) and instances of plain classes (`values`, `__dict__`, class). Set when the types are made.
 */
export const plainTraverse = {
  list: null as Traverse | null,
  tuple: null as Traverse | null,
  instance: null as Traverse | null,
};
type Traverse = NonNullable<PyContainer['type']['tp_traverse']>;

/** Takes the references from within the list off. */
export function subtract_refs(containers: PyContainer): void {
  for (let o = containers.gcNext!; o !== containers; o = o.gcNext!) subtractRefsOf(o, visit_decref);
}

/** visit_decref's work for every reference of one object. */
function subtractRefsOf(o: PyContainer, visit: (o: PyObject) => void): void {
  const type = o.type;
  const traverse = type.tp_traverse!;
  if (traverse === plainTraverse.list || traverse === plainTraverse.tuple) {
    const items = o.v as PyObject[];
    for (let i = items.length; --i >= 0;) visit(items[i]);
  } else if (traverse === plainTraverse.instance && type.plain) {
    const values = o.values;
    if (values !== null) {
      for (let i = 0; i < values.length; i++) {
        const value = values[i];
        if (value !== null) visit(value);
      }
    }
    if (o.dict !== null) visit(o.dict);
    visit(type.obj);
  } else {
    traverse(o, visit);
  }
}

function visit_decref(o: PyObject): void {
  if ((o.type.flags & TPFLAGS_HAVE_GC) === 0) return;
  const refs = (o as PyContainer).gcRefs;
  if ((refs & GC_COLLECTING) !== 0) (o as PyContainer).gcRefs = (refs - ONE_REF) | 0;
}

/**
 * update_refs and subtract_refs in one walk, for a list of all tracked mortal objects: an object gets its gc_refs when
 * it is first met, in the list or as a referent. (A collection of 300,000 objects: 17 ms, 26 ms with three walks.)
 */
function update_and_subtract_refs(containers: PyContainer): void {
  let o = containers.gcNext!;
  while (o !== containers) {
    const next = o.gcNext!;
    if (o.rc > IMMORTAL >> 1) {
      gc_list_move(o, permanent.head);
    } else {
      if ((o.gcRefs & GC_COLLECTING) === 0)
        o.gcRefs = (o.gcRefs & KEPT_FLAGS) | GC_COLLECTING | (o.rc << GC_REFS_SHIFT);
      subtractRefsOf(o, visit_decref_tracked);
    }
    o = next;
  }
}

function visit_decref_tracked(o: PyObject): void {
  if ((o.type.flags & TPFLAGS_HAVE_GC) === 0) return;
  const gc = o as PyContainer;
  const refs = gc.gcRefs;
  if ((refs & GC_COLLECTING) !== 0) gc.gcRefs = (refs - ONE_REF) | 0;
  else if (gc.gcNext !== null && gc.rc <= IMMORTAL >> 1)
    gc.gcRefs = (refs & KEPT_FLAGS) | GC_COLLECTING | ((gc.rc - 1) << GC_REFS_SHIFT);
}

/** What move_unreachable leaves besides the two lists. */
export const survivors = {
  /** How many objects stayed. */
  count: 0,
  /** Those among them that the collector may stop tracking, in list order. */
  untrackable: [] as PyContainer[],
};

/** The end of the list that move_unreachable works through. */
let reachable: PyContainer;
/** How many objects are in `unreachable` now. */
let unreachableCount = 0;

/**
 * Walks the list: an object referred to from outside stays, and pulls all it refers to (back) to the end of the list;
 * any other goes to `unreachable`, for the time being. Leaves `survivors`.
 */
export function move_unreachable(young: PyContainer, unreachable: PyContainer): void {
  const { list, tuple, instance } = plainTraverse;
  reachable = young;
  unreachableCount = 0;
  let special = false;
  let count = 0;
  const untrackable: PyContainer[] = [];
  let prev = young;
  let o = young.gcNext!;
  while (o !== young) {
    if (o.gcRefs >> GC_REFS_SHIFT !== 0) {
      const type = o.type;
      const traverse = type.tp_traverse!;
      if (traverse === list || traverse === tuple) {
        const items = o.v as PyObject[];
        for (let i = items.length; --i >= 0;) visit_reachable(items[i]);
      } else if (traverse === instance && type.plain) {
        const values = o.values;
        if (values !== null) {
          for (let i = 0; i < values.length; i++) {
            const value = values[i];
            if (value !== null) visit_reachable(value);
          }
        }
        if (o.dict !== null) visit_reachable(o.dict);
        visit_reachable(type.obj);
      } else {
        traverse(o, visit_reachable);
      }
      // Mostly right already, and a store of a reference costs.
      if (o.gcPrev !== prev) o.gcPrev = prev;
      o.gcRefs &= KEPT_FLAGS;
      if (type.maybeUntrack !== null) untrackable.push(o);
      count++;
      prev = o;
    } else {
      const next = o.gcNext!;
      prev.gcNext = next;
      if (next === young) young.gcPrev = prev;
      const refs = o.gcRefs;
      if ((refs & (GC_HAS_WEAKREFS | GC_WEAKREF)) !== 0 || o.type.tp_finalize !== null) special = true;
      o.gcRefs = refs | GC_UNREACHABLE;
      gc_list_append(o, unreachable);
      unreachableCount++;
    }
    o = prev.gcNext!;
  }
  young.gcPrev = prev;
  survivors.count = count;
  survivors.untrackable = untrackable;
  trash.count = unreachableCount;
  trash.finalizers = special;
  trash.weakrefs = special;
}

function visit_reachable(o: PyObject): void {
  if ((o.type.flags & TPFLAGS_HAVE_GC) === 0) return;
  const gc = o as PyContainer;
  const refs = gc.gcRefs;
  if ((refs & GC_COLLECTING) === 0) return;
  if ((refs & GC_UNREACHABLE) !== 0) {
    // Thought unreachable too early: back into the list, to be walked again.
    gc_list_move(gc, reachable);
    unreachableCount--;
    gc.gcRefs = (refs & KEPT_FLAGS) | GC_COLLECTING | ONE_REF;
  } else if (refs >> GC_REFS_SHIFT === 0) {
    gc.gcRefs = refs | ONE_REF;
  }
}

/** How much is unreachable, and what may be (move_unreachable) or is (clear_unreachable_mask) to be done with it. */
export const trash = { count: 0, finalizers: false, weakrefs: false };

/** clear_unreachable_mask; leaves in `trash` how much there is and what has to be done with it. */
export function clear_unreachable_mask(unreachable: PyContainer): void {
  let count = 0;
  let finalizers = false;
  let weakrefs = false;
  for (let o = unreachable.gcNext!; o !== unreachable; o = o.gcNext!) {
    const refs = o.gcRefs;
    if ((refs & (GC_HAS_WEAKREFS | GC_WEAKREF)) !== 0) weakrefs = true;
    if ((refs & GC_FINALIZED) === 0 && o.type.tp_finalize !== null) finalizers = true;
    o.gcRefs = refs & ~GC_UNREACHABLE;
    count++;
  }
  trash.count = count;
  trash.finalizers = finalizers;
  trash.weakrefs = weakrefs;
}

/** gc_list_clear_collecting. */
export function gc_list_clear_collecting(list: PyContainer): void {
  for (let o = list.gcNext!; o !== list; o = o.gcNext!) o.gcRefs &= ~GC_COLLECTING;
}

export function isCollecting(o: PyContainer): boolean {
  return (o.gcRefs & GC_COLLECTING) !== 0;
}
