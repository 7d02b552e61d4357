/**
 * Stable sorting of JavaScript numbers and strings, for keys whose comparison nobody can observe: a merge sort that moves keys
 * and positions together, and a radix sort for many numbers. Answers the order as positions, or null when the keys are in order already.
 */

const BLOCK = 12;

/** What is sorted: typed arrays for numbers, plain ones for strings. */
interface Keys<K> {
  [i: number]: K;
  length: number;
}

/** Each sorter gets type feedback of its own, so that numbers do not slow down strings nor the other way round. */
function makeSorter<K extends number | string>(
  allocate: (n: number) => Keys<K>,
): (keys: Keys<K>) => Uint32Array | null {
  /** Sorts a block that is short enough by insertion. */
  function insertion(a: Keys<K>, p: Uint32Array, lo: number, hi: number): void {
    for (let i = lo + 1; i < hi; i++) {
      const key = a[i];
      const at = p[i];
      let j = i - 1;
      while (j >= lo && key < a[j]) {
        a[j + 1] = a[j];
        p[j + 1] = p[j];
        j--;
      }
      a[j + 1] = key;
      p[j + 1] = at;
    }
  }

  /** Merges a[lo:mid] and a[mid:hi] into b. */
  function merge(a: Keys<K>, p: Uint32Array, b: Keys<K>, q: Uint32Array, lo: number, mid: number, hi: number): void {
    let i = lo;
    let j = mid;
    let k = lo;
    if (mid < hi && i < mid && a[j] < a[mid - 1]) {
      for (;;) {
        if (a[j] < a[i]) {
          b[k] = a[j];
          q[k++] = p[j++];
          if (j === hi) break;
        } else {
          b[k] = a[i];
          q[k++] = p[i++];
          if (i === mid) break;
        }
      }
    }
    for (; i < mid; i++, k++) {
      b[k] = a[i];
      q[k] = p[i];
    }
    for (; j < hi; j++, k++) {
      b[k] = a[j];
      q[k] = p[j];
    }
  }

  return keys => {
    const n = keys.length;
    let run = 1;
    while (run < n && !(keys[run] < keys[run - 1])) run++;
    if (run === n) return null;
    let p = new Uint32Array(n);
    if (run === 1) {
      while (run < n && keys[run] < keys[run - 1]) run++;
      if (run === n) {
        for (let i = 0; i < n; i++) p[i] = n - 1 - i;
        return p;
      }
    }
    for (let i = 0; i < n; i++) p[i] = i;
    let a = keys;
    for (let lo = 0; lo < n; lo += BLOCK) insertion(a, p, lo, Math.min(lo + BLOCK, n));
    let b = allocate(n);
    let q = new Uint32Array(n);
    for (let width = BLOCK; width < n; width *= 2) {
      for (let lo = 0; lo < n; lo += 2 * width)
        merge(a, p, b, q, lo, Math.min(lo + width, n), Math.min(lo + 2 * width, n));
      [a, b] = [b, a];
      [p, q] = [q, p];
    }
    return p;
  };
}

const mergeNumbers = makeSorter<number>(n => new Float64Array(n));

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** One pass of a radix sort: the positions in `p` by a digit of their word, stably, into `q`; false when all have the same. */
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

/** The sorted order by one word or two, the less significant first. */
function radixSort(words: Uint32Array[]): Uint32Array {
  const n = words[0].length;
  let p = new Uint32Array(n);
  for (let i = 0; i < n; i++) p[i] = i;
  let q = new Uint32Array(n);
  for (const word of words)
    for (let shift = 0; shift < 32; shift += DIGIT_BITS) if (radixPass(word, shift, p, q)) [p, q] = [q, p];
  return p;
}

/** Numbers as words in whose order they are: their distances from the least when those are 32-bit integers, else their bits. */
function asWords(keys: Float64Array): Uint32Array[] {
  const n = keys.length;
  let min = keys[0];
  let max = min;
  let whole = true;
  for (let i = 0; i < n; i++) {
    const key = keys[i];
    if (key < min) min = key;
    else if (key > max) max = key;
    if (whole && key !== Math.floor(key)) whole = false;
  }
  const low = new Uint32Array(n);
  if (whole && max - min <= 0xffffffff) {
    for (let i = 0; i < n; i++) low[i] = keys[i] - min;
    return [low];
  }
  // -0 and 0 are equal.
  for (let i = 0; i < n; i++) keys[i] += 0;
  const bits = new Uint32Array(keys.buffer, keys.byteOffset, 2 * n);
  const high = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const hi = bits[2 * i + 1];
    const sign = hi >>> 31 === 0 ? 0 : 0xffffffff;
    low[i] = bits[2 * i] ^ sign;
    high[i] = hi ^ (sign | 0x80000000);
  }
  return [low, high];
}

/** From this many numbers on counting digits is faster than comparing. */
const RADIX_MIN = 600;

/** The sorted order of numbers, none of them NaN; the array is used up. */
export function sortNumbers(keys: Float64Array): Uint32Array | null {
  const n = keys.length;
  if (n < RADIX_MIN) return mergeNumbers(keys);
  let i = 1;
  while (i < n && keys[i] >= keys[i - 1]) i++;
  if (i === n) return null;
  if (i === 1) {
    while (i < n && keys[i] < keys[i - 1]) i++;
    if (i === n) {
      const order = new Uint32Array(n);
      for (let at = 0; at < n; at++) order[at] = n - 1 - at;
      return order;
    }
  }
  return radixSort(asWords(keys));
}
/** The sorted order of strings by code units; the array is used up. */
export const sortStrings = makeSorter<string>(n => new Array<string>(n).fill(''));
