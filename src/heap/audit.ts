/** Switch and registry of the audit; see auditor.ts for what it checks. Costs one test a new object when off. */
import type { PyObject } from './object.ts';

export const audit = { on: false };
/** Every object made since auditing began; dead ones (rc 0) are swept out as it grows. */
export const live = new Set<PyObject>();
let sweepAt = 1 << 16;

/** Called by every factory with the finished object; returns it. */
export function born<T extends PyObject>(o: T): T {
  if (audit.on) register(o);
  return o;
}

function register(o: PyObject): void {
  live.add(o);
  if (live.size >= sweepAt) {
    sweep();
    sweepAt = Math.max(1 << 16, live.size * 2);
  }
}

/** Forgets the dead. */
export function sweep(): void {
  for (const o of live) if (o.rc === 0) live.delete(o);
}
