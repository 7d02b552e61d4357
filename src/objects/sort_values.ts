/**
 * Stable sorting of JavaScript numbers and strings, for keys whose comparison nobody can observe: a merge sort that moves keys
 * and positions together. Answers the order as positions, or null when the keys are in order already.
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

/** The sorted order of numbers, none of them NaN; the array is used up. */
export const sortNumbers = makeSorter<number>(n => new Float64Array(n));
/** The sorted order of strings by code units; the array is used up. */
export const sortStrings = makeSorter<string>(n => new Array<string>(n).fill(''));
