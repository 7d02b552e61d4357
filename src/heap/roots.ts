/**
 * Roots: mortal objects that JavaScript state of the interpreter holds references to (interned strings, modules,
 * the current frames, In/Out...). `audit` counts from here; nothing else reads it.
 */
import type { PyObject } from './object.ts';

export interface Root {
  label: string;
  /** Every owned reference, once per reference. */
  objects: () => Iterable<PyObject | null>;
}

const roots: Root[] = [];

/** Registers a holder of references for the audit. */
export function addRoot(label: string, objects: () => Iterable<PyObject | null>): void {
  roots.push({ label, objects });
}

export function allRoots(): readonly Root[] {
  return roots;
}
