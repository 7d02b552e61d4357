/** Who refers to whom (gc_referrers_for and referentsvisit in Modules/gcmodule.c). All answers are borrowed. */
import type { PyContainer, PyObject } from './object.ts';
import { isGC } from './gc.ts';
import { generations } from './generations.ts';

let targets: PyObject[] = [];
let found = false;

function referrersvisit(o: PyObject): void {
  if (!found && targets.includes(o)) found = true;
}

/** Tracked objects that refer to one of `objects`, oldest of the youngest generation first; `skip` is left out. */
export function referrersOf(objects: PyObject[], skip: PyObject): PyContainer[] {
  const result: PyContainer[] = [];
  targets = objects;
  for (const { head } of generations) {
    for (let o = head.gcNext!; o !== head; o = o.gcNext!) {
      if (o === skip) continue;
      found = false;
      o.type.tp_traverse!(o, referrersvisit);
      if (found) result.push(o);
    }
  }
  targets = [];
  return result;
}

/** What the objects refer to, in the order of their tp_traverse; an object may come more than once. */
export function referentsOf(objects: PyObject[]): PyObject[] {
  const result: PyObject[] = [];
  const referentsvisit = (o: PyObject): void => {
    result.push(o);
  };
  for (const o of objects) {
    if (isGC(o) && o.type.tp_traverse !== null) o.type.tp_traverse(o as PyContainer, referentsvisit);
  }
  return result;
}

/** One reference with its place in its holder. */
export interface Reference {
  from: PyContainer;
  label: string | number | null;
}

/** As referrersOf, with every single reference and its label (index, key or attribute). */
export function labelledReferrersOf(o: PyObject): Reference[] {
  const result: Reference[] = [];
  for (const { head } of generations) {
    for (let from = head.gcNext!; from !== head; from = from.gcNext!) {
      const holder = from;
      holder.type.tp_traverse!(holder, (to, label) => {
        if (to === o) result.push({ from: holder, label });
      });
    }
  }
  return result;
}

/** Tracked objects of one generation (0..2), or of all: youngest generation first. */
export function trackedObjects(generation: number | null): PyContainer[] {
  const result: PyContainer[] = [];
  for (let i = 0; i < generations.length; i++) {
    if (generation !== null && i !== generation) continue;
    const head = generations[i].head;
    for (let o = head.gcNext!; o !== head; o = o.gcNext!) result.push(o);
  }
  return result;
}
