/**
 * Stable sorting of numbers together with the positions they came from, for keys whose comparison nobody can observe: runs are found
 * and merged, small stretches inserted, and many numbers in disorder sorted by digits.
 */
import { powerloop } from './timsort.ts';

/** The numbers (none of them NaN) and where they came from, with room for as many again. */
export interface SortSpace {
  readonly keys: Float64Array;
  readonly positions: Int32Array;
  readonly spareKeys: Float64Array;
  readonly sparePositions: Int32Array;
}

function makeSpace(n: number): SortSpace {
  return {
    keys: new Float64Array(n),
    positions: new Int32Array(n),
    spareKeys: new Float64Array(n),
    sparePositions: new Int32Array(n),
  };
}

/** Small sorts share this one: making the arrays takes longer than sorting 20 ints. */
const SHARED = makeSpace(1024);

/** Space for `n` numbers, until it is asked for again. */
export function sortSpace(n: number): SortSpace {
  return n <= SHARED.keys.length ? SHARED : makeSpace(n);
}

/** Runs are made this long by insertion. */
const MIN_RUN = 16;
/** From this many numbers on counting digits is faster than merging, unless there are few runs. */
const RADIX_MIN = 600;
const LONG_RUN = 16;

/** Sorts keys[lo:hi] and the positions with them. */
export function sortNumbers(space: SortSpace, lo: number, hi: number): void {
  const { keys, positions } = space;
  const first = runEnd(keys, positions, lo, hi);
  if (first === hi) return;
  if (hi - lo <= MIN_RUN) insert(keys, positions, lo, first, hi);
  else if (hi - lo >= RADIX_MIN && countDescents(keys, first, hi) * LONG_RUN > hi - lo) radixSort(space, lo, hi);
  else mergeRuns(space, lo, first, hi);
}

/** The end of the run at `lo`; a descending one is reversed. */
function runEnd(keys: Float64Array, positions: Int32Array, lo: number, hi: number): number {
  let end = lo + 1;
  if (end >= hi) return hi;
  if (keys[end] < keys[lo]) {
    for (end++; end < hi && keys[end] < keys[end - 1];) end++;
    for (let i = lo, k = end - 1; i < k; i++, k--) {
      const key = keys[i];
      keys[i] = keys[k];
      keys[k] = key;
      const at = positions[i];
      positions[i] = positions[k];
      positions[k] = at;
    }
  } else for (end++; end < hi && keys[end] >= keys[end - 1];) end++;
  return end;
}

/** Sorts [lo:hi], sorted already up to `start`, by insertion. */
function insert(keys: Float64Array, positions: Int32Array, lo: number, start: number, hi: number): void {
  for (let i = start; i < hi; i++) {
    const key = keys[i];
    const at = positions[i];
    let j = i;
    while (j > lo && key < keys[j - 1]) {
      keys[j] = keys[j - 1];
      positions[j] = positions[j - 1];
      j--;
    }
    keys[j] = key;
    positions[j] = at;
  }
}

function countDescents(keys: Float64Array, lo: number, hi: number): number {
  let count = 0;
  for (let i = lo + 1; i < hi; i++) if (keys[i] < keys[i - 1]) count++;
  return count;
}

// ---- merging

/** Merges the runs of [lo:hi], whose first ends at `end`, in the order of list.sort (timsort.ts). */
function mergeRuns(space: SortSpace, lo: number, end: number, hi: number): void {
  const { keys, positions } = space;
  const n = hi - lo;
  const starts: number[] = [];
  const powers: number[] = [];
  let start = lo;
  for (;;) {
    if (end - start < MIN_RUN && end < hi) {
      const sorted = end;
      end = Math.min(start + MIN_RUN, hi);
      insert(keys, positions, start, sorted, end);
    }
    starts.push(start);
    if (end === hi) break;
    const next = runEnd(keys, positions, end, hi);
    const power = powerloop(start - lo, end - start, next - end, n);
    while (powers.length > 0 && powers[powers.length - 1] > power) {
      powers.pop();
      const middle = starts.pop()!;
      merge(space, starts[starts.length - 1], middle, end);
    }
    powers.push(power);
    start = end;
    end = next;
  }
  for (let i = starts.length - 1; i > 0; i--) merge(space, starts[i - 1], starts[i], hi);
}

/** Merges [lo:mid] and [mid:hi]: first what is in its place already is left out, then the shorter one moves aside. */
function merge(space: SortSpace, lo: number, mid: number, hi: number): void {
  const { keys } = space;
  lo = upperBound(keys, keys[mid], lo, mid);
  if (lo === mid) return;
  hi = lowerBound(keys, keys[mid - 1], mid, hi);
  if (mid - lo <= hi - mid) mergeLow(space, lo, mid, hi);
  else mergeHigh(space, lo, mid, hi);
}

function upperBound(keys: Float64Array, key: number, lo: number, hi: number): number {
  while (lo < hi) {
    const m = (lo + hi) >>> 1;
    if (key < keys[m]) hi = m;
    else lo = m + 1;
  }
  return lo;
}

function lowerBound(keys: Float64Array, key: number, lo: number, hi: number): number {
  while (lo < hi) {
    const m = (lo + hi) >>> 1;
    if (keys[m] < key) lo = m + 1;
    else hi = m;
  }
  return lo;
}

function mergeLow(
  { keys, positions, spareKeys, sparePositions }: SortSpace,
  lo: number,
  mid: number,
  hi: number,
): void {
  const n = mid - lo;
  for (let i = 0; i < n; i++) {
    spareKeys[i] = keys[lo + i];
    sparePositions[i] = positions[lo + i];
  }
  let i = 0;
  let j = mid;
  let k = lo;
  while (i < n && j < hi) {
    if (keys[j] < spareKeys[i]) {
      keys[k] = keys[j];
      positions[k++] = positions[j++];
    } else {
      keys[k] = spareKeys[i];
      positions[k++] = sparePositions[i++];
    }
  }
  for (; i < n; i++, k++) {
    keys[k] = spareKeys[i];
    positions[k] = sparePositions[i];
  }
}

function mergeHigh(
  { keys, positions, spareKeys, sparePositions }: SortSpace,
  lo: number,
  mid: number,
  hi: number,
): void {
  const n = hi - mid;
  for (let i = 0; i < n; i++) {
    spareKeys[i] = keys[mid + i];
    sparePositions[i] = positions[mid + i];
  }
  let i = n - 1;
  let j = mid - 1;
  let k = hi - 1;
  while (i >= 0 && j >= lo) {
    if (spareKeys[i] < keys[j]) {
      keys[k] = keys[j];
      positions[k--] = positions[j--];
    } else {
      keys[k] = spareKeys[i];
      positions[k--] = sparePositions[i--];
    }
  }
  for (; i >= 0; i--, k--) {
    keys[k] = spareKeys[i];
    positions[k] = sparePositions[i];
  }
}

// ---- by digits

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** One pass of a radix sort: the indices in `p` by a digit of their word, stably, into `q`; false when all have the same. */
function radixPass(words: Uint32Array, shift: number, p: Uint32Array, q: Uint32Array): boolean {
  const starts = new Uint32Array(DIGITS);
  const n = p.length;
  for (let i = 0; i < n; i++) starts[(words[i] >>> shift) & (DIGITS - 1)]++;
  if (starts[(words[0] >>> shift) & (DIGITS - 1)] === n) return false;
  let sum = 0;
  for (let d = 0; d < DIGITS; d++) {
    const count = starts[d];
    starts[d] = sum;
    sum += count;
  }
  for (let i = 0; i < n; i++) {
    const at = p[i];
    q[starts[(words[at] >>> shift) & (DIGITS - 1)]++] = at;
  }
  return true;
}

/** Sorts [lo:hi] by the words of its keys, the less significant first. */
function radixSort({ keys, positions, spareKeys, sparePositions }: SortSpace, lo: number, hi: number): void {
  const n = hi - lo;
  let p = new Uint32Array(n);
  for (let i = 0; i < n; i++) p[i] = i;
  let q = new Uint32Array(n);
  for (const word of asWords(keys, lo, hi))
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) if (radixPass(word, shift, p, q)) [p, q] = [q, p];
  for (let i = 0; i < n; i++) {
    spareKeys[i] = keys[lo + i];
    sparePositions[i] = positions[lo + i];
  }
  for (let i = 0; i < n; i++) {
    const at = p[i];
    keys[lo + i] = spareKeys[at];
    positions[lo + i] = sparePositions[at];
  }
}

/** Numbers as words in whose order they are: their distances from the least when those are 32-bit integers, else their bits. */
function asWords(keys: Float64Array, lo: number, hi: number): Uint32Array[] {
  const n = hi - lo;
  let min = keys[lo];
  let max = min;
  let whole = true;
  for (let i = lo; i < hi; i++) {
    const key = keys[i];
    if (key < min) min = key;
    else if (key > max) max = key;
    if (whole && key !== Math.floor(key)) whole = false;
  }
  const low = new Uint32Array(n);
  if (whole && max - min <= 0xffffffff) {
    for (let i = 0; i < n; i++) low[i] = keys[lo + i] - min;
    return [low];
  }
  // -0 and 0 are equal.
  for (let i = lo; i < hi; i++) keys[i] += 0;
  const bits = new Uint32Array(keys.buffer, keys.byteOffset + 8 * lo, 2 * n);
  const high = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const word = bits[2 * i + 1];
    const sign = word >>> 31 === 0 ? 0 : 0xffffffff;
    low[i] = bits[2 * i] ^ sign;
    high[i] = word ^ (sign | 0x80000000);
  }
  return [low, high];
}
