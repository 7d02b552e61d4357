/**
 * The collector's lists (Modules/gcmodule.c, struct gc_generation): doubly linked through the objects themselves, each
 * with a head object that is no Python object.
 */
import { PyContainer, TypeBody } from './object.ts';

const HEAD_TYPE = new TypeBody('<gc list head>');

/** gc_list_init: an empty list. */
export function gc_list_new(): PyContainer {
  const head = new PyContainer(1, HEAD_TYPE, 0, null);
  head.gcNext = head;
  head.gcPrev = head;
  return head;
}

export class Generation {
  readonly head = gc_list_new();
  /** Generation 0: net allocations; others: collections of the generation before. */
  count = 0;
  constructor(public threshold: number) {}
}

export const NUM_GENERATIONS = 3;
export const generations: readonly Generation[] = [new Generation(700), new Generation(10), new Generation(10)];
export const permanent = new Generation(0);
export const young = generations[0];

export function gc_list_is_empty(list: PyContainer): boolean {
  return list.gcNext === list;
}

/** Adds an object that is in no list at the end. */
export function gc_list_append(o: PyContainer, list: PyContainer): void {
  const last = list.gcPrev!;
  o.gcPrev = last;
  o.gcNext = list;
  last.gcNext = o;
  list.gcPrev = o;
}

export function gc_list_remove(o: PyContainer): void {
  const next = o.gcNext!;
  const prev = o.gcPrev!;
  prev.gcNext = next;
  next.gcPrev = prev;
  o.gcNext = null;
}

/** Takes the object out of its list and adds it at the end of another. */
export function gc_list_move(o: PyContainer, list: PyContainer): void {
  const next = o.gcNext!;
  const prev = o.gcPrev!;
  prev.gcNext = next;
  next.gcPrev = prev;
  gc_list_append(o, list);
}

/** Appends all of `from` to `to`; `from` is empty afterwards. */
export function gc_list_merge(from: PyContainer, to: PyContainer): void {
  if (from.gcNext !== from) {
    const last = to.gcPrev!;
    const first = from.gcNext!;
    last.gcNext = first;
    first.gcPrev = last;
    to.gcPrev = from.gcPrev;
    to.gcPrev!.gcNext = to;
  }
  from.gcNext = from;
  from.gcPrev = from;
}

export function gc_list_size(list: PyContainer): number {
  let n = 0;
  for (let o = list.gcNext!; o !== list; o = o.gcNext!) n++;
  return n;
}
