/**
 * V8's memory, watched from inside the worker: Python gets a MemoryError before V8 gives up and ends the worker.
 * An object takes from 1 (a long list) to 9 times (`object()`) its Python size in JavaScript, so Python's own
 * count of bytes cannot tell.
 */

import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Parts of V8's limit: from the first on its collector is run, to see whether what is left is over the second. */
const SUSPICIOUS = 0.85;
const LOW = 0.75;

let collect: (() => void) | null = null;

function collectGarbage(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}

/** The most bytes V8's heap may have. */
export function memoryLimit(): number {
  return getHeapStatistics().heap_size_limit;
}

/** Is so little left that the next objects may not find room? */
export function memoryIsLow(): boolean {
  const { used_heap_size, heap_size_limit } = getHeapStatistics();
  if (used_heap_size < heap_size_limit * SUSPICIOUS) return false;
  collectGarbage();
  return getHeapStatistics().used_heap_size > heap_size_limit * LOW;
}
