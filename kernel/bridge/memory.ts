/**
 * V8's memory, watched from inside the worker: Python gets a MemoryError before V8 gives up and ends the worker.
 * An object takes from 1 (a long list) to 9 times (`object()`) its Python size in JavaScript, so Python's own
 * count of bytes cannot tell.
 */

import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { resourceLimits } from 'node:worker_threads';

/** Parts of V8's limit: from the first on its collector is run, to see whether what is left is over the second. */
const SUSPICIOUS = 0.8;
const LOW = 0.7;

let collect: (() => void) | null = null;

function collectGarbage(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}

/** The most bytes V8's old generation may have: what ends the worker when there are more. */
export function memoryLimit(): number {
  const { maxOldGenerationSizeMb } = resourceLimits;
  return maxOldGenerationSizeMb ? maxOldGenerationSizeMb * 2 ** 20 : getHeapStatistics().heap_size_limit;
}

const limit = memoryLimit();

/** Is so little left that the next objects may not find room? */
export function memoryIsLow(): boolean {
  if (getHeapStatistics().used_heap_size < limit * SUSPICIOUS) return false;
  collectGarbage();
  return getHeapStatistics().used_heap_size > limit * LOW;
}
