/**
 * Timsort with CPython's galloping, run lengths and powersort merge policy (listsort in Objects/listobject.c), so that the very
 * same comparisons are made in the same order.
 */
import type { PyObject } from '../heap/object.ts';

/** ISLT: is the first key less than the second? */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Less = (x: any, y: any) => boolean;

const MIN_GALLOP = 7;

/**
 * Sorts `keys`, and `values` along with them when there are any. When a comparison throws, both hold what they held, in some
 * order.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export function timsort(keys: any[], values: PyObject[] | null, less: Less): void {
  new MergeState(keys, values, less).sort();
}

interface Run {
  base: number;
  len: number;
  power: number;
}

/** struct s_MergeState. `a` are the keys; `w` the values that move along, or null. */
class MergeState {
  minGallop = MIN_GALLOP;
  pending: Run[] = [];
  constructor(
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    readonly a: any[],
    readonly w: PyObject[] | null,
    readonly less: Less,
  ) {}

  sort(): void {
    const { a } = this;
    let remaining = a.length;
    if (remaining < 2) return;
    let lo = 0;
    const minrun = computeMinrun(remaining);
    do {
      let n = this.countRun(lo, lo + remaining);
      if (n < minrun) {
        const force = remaining <= minrun ? remaining : minrun;
        this.binarySort(lo, lo + force, lo + n);
        n = force;
      }
      this.foundNewRun(n);
      this.pending.push({ base: lo, len: n, power: 0 });
      lo += n;
      remaining -= n;
    } while (remaining > 0);
    this.forceCollapse();
  }

  reverse(lo: number, hi: number): void {
    reverseSlice(this.a, lo, hi);
    if (this.w !== null) reverseSlice(this.w, lo, hi);
  }

  /** count_run, and the reversal of a descending one. */
  countRun(lo: number, hi: number): number {
    const { a, less } = this;
    if (lo + 1 === hi) return 1;
    let n = 2;
    let i = lo + 2;
    if (less(a[lo + 1], a[lo])) {
      for (; i < hi && less(a[i], a[i - 1]); i++) n++;
      this.reverse(lo, lo + n);
    } else for (; i < hi && !less(a[i], a[i - 1]); i++) n++;
    return n;
  }

  /** binarysort of [lo, hi), sorted already up to `start`. */
  binarySort(lo: number, hi: number, start: number): void {
    const { a, w, less } = this;
    if (lo === start) start++;
    for (; start < hi; start++) {
      let l = lo;
      let r = start;
      const pivot = a[start];
      do {
        const p = l + ((r - l) >> 1);
        if (less(pivot, a[p])) r = p;
        else l = p + 1;
      } while (l < r);
      for (let p = start; p > l; p--) a[p] = a[p - 1];
      a[l] = pivot;
      if (w !== null) {
        const value = w[start];
        for (let p = start; p > l; p--) w[p] = w[p - 1];
        w[l] = value;
      }
    }
  }

  /** found_new_run: merges what the powersort policy says before a run of `n2` is pushed. */
  foundNewRun(n2: number): void {
    const p = this.pending;
    if (p.length === 0) return;
    const top = p[p.length - 1];
    const power = powerloop(top.base, top.len, n2, this.a.length);
    while (p.length > 1 && p[p.length - 2].power > power) this.mergeAt(p.length - 2);
    p[p.length - 1].power = power;
  }

  forceCollapse(): void {
    const p = this.pending;
    while (p.length > 1) {
      let n = p.length - 2;
      if (n > 0 && p[n - 1].len < p[n + 1].len) n--;
      this.mergeAt(n);
    }
  }

  mergeAt(i: number): void {
    const p = this.pending;
    let sa = p[i].base;
    let na = p[i].len;
    const sb = p[i + 1].base;
    let nb = p[i + 1].len;
    p[i].len = na + nb;
    if (i === p.length - 3) p[i + 1] = p[i + 2];
    p.length--;
    const k = gallopRight(this.less, this.a[sb], this.a, sa, na, 0);
    sa += k;
    na -= k;
    if (na === 0) return;
    nb = gallopLeft(this.less, this.a[sa + na - 1], this.a, sb, nb, nb - 1);
    if (nb <= 0) return;
    if (na <= nb) this.mergeLo(sa, na, sb, nb);
    else this.mergeHi(sa, na, sb, nb);
  }

  /** merge_lo: the left run is the shorter one. On an exception nothing is lost (the rest is copied back). */
  mergeLo(sa: number, na: number, sb: number, nb: number): void {
    const { a, w, less } = this;
    const ta = a.slice(sa, sa + na);
    const tw = w === null ? null : w.slice(sa, sa + na);
    let ia = 0;
    let ib = sb;
    let dest = sa;
    let minGallop = this.minGallop;
    const takeA = (n: number): void => {
      copy(ta, ia, a, dest, n);
      if (tw !== null) copy(tw, ia, w!, dest, n);
      ia += n;
      na -= n;
      dest += n;
    };
    const takeB = (n: number): void => {
      copy(a, ib, a, dest, n);
      if (w !== null) copy(w, ib, w, dest, n);
      ib += n;
      nb -= n;
      dest += n;
    };
    const one = (fromA: boolean): void => {
      if (fromA) {
        a[dest] = ta[ia];
        if (w !== null) w[dest] = tw![ia];
        ia++;
        na--;
      } else {
        a[dest] = a[ib];
        if (w !== null) w[dest] = w[ib];
        ib++;
        nb--;
      }
      dest++;
    };
    let copyB = false;
    try {
      one(false);
      if (nb === 0) return;
      if (na === 1) {
        copyB = true;
        return;
      }
      for (;;) {
        let countA = 0;
        let countB = 0;
        for (;;) {
          if (less(a[ib], ta[ia])) {
            one(false);
            countB++;
            countA = 0;
            if (nb === 0) return;
            if (countB >= minGallop) break;
          } else {
            one(true);
            countA++;
            countB = 0;
            if (na === 1) {
              copyB = true;
              return;
            }
            if (countA >= minGallop) break;
          }
        }
        minGallop++;
        do {
          if (minGallop > 1) minGallop--;
          this.minGallop = minGallop;
          let k = gallopRight(less, a[ib], ta, ia, na, 0);
          countA = k;
          if (k > 0) {
            takeA(k);
            if (na === 1) {
              copyB = true;
              return;
            }
            if (na === 0) return;
          }
          one(false);
          if (nb === 0) return;
          k = gallopLeft(less, ta[ia], a, ib, nb, 0);
          countB = k;
          if (k > 0) {
            takeB(k);
            if (nb === 0) return;
          }
          one(true);
          if (na === 1) {
            copyB = true;
            return;
          }
        } while (countA >= MIN_GALLOP || countB >= MIN_GALLOP);
        minGallop++;
        this.minGallop = minGallop;
      }
    } finally {
      if (copyB) {
        // The last item of A belongs at the end.
        takeB(nb);
        one(true);
      } else if (na > 0) takeA(na);
    }
  }

  /** merge_hi: the right run is the shorter one; works from the end. */
  mergeHi(sa: number, na: number, sb: number, nb: number): void {
    const { a, w, less } = this;
    const tb = a.slice(sb, sb + nb);
    const tw = w === null ? null : w.slice(sb, sb + nb);
    let dest = sb + nb - 1;
    let ib = nb - 1;
    let ia = sa + na - 1;
    let minGallop = this.minGallop;
    const takeA = (n: number): void => {
      dest -= n;
      ia -= n;
      copy(a, ia + 1, a, dest + 1, n);
      if (w !== null) copy(w, ia + 1, w, dest + 1, n);
      na -= n;
    };
    const takeB = (n: number): void => {
      dest -= n;
      ib -= n;
      copy(tb, ib + 1, a, dest + 1, n);
      if (tw !== null) copy(tw, ib + 1, w!, dest + 1, n);
      nb -= n;
    };
    let copyA = false;
    try {
      takeA(1);
      if (na === 0) return;
      if (nb === 1) {
        copyA = true;
        return;
      }
      for (;;) {
        let countA = 0;
        let countB = 0;
        for (;;) {
          if (less(tb[ib], a[ia])) {
            takeA(1);
            countA++;
            countB = 0;
            if (na === 0) return;
            if (countA >= minGallop) break;
          } else {
            takeB(1);
            countB++;
            countA = 0;
            if (nb === 1) {
              copyA = true;
              return;
            }
            if (countB >= minGallop) break;
          }
        }
        minGallop++;
        do {
          if (minGallop > 1) minGallop--;
          this.minGallop = minGallop;
          let k = na - gallopRight(less, tb[ib], a, sa, na, na - 1);
          countA = k;
          if (k > 0) {
            takeA(k);
            if (na === 0) return;
          }
          takeB(1);
          if (nb === 1) {
            copyA = true;
            return;
          }
          k = nb - gallopLeft(less, a[ia], tb, 0, nb, nb - 1);
          countB = k;
          if (k > 0) {
            takeB(k);
            if (nb === 1) {
              copyA = true;
              return;
            }
            if (nb === 0) return;
          }
          takeA(1);
          if (na === 0) return;
        } while (countA >= MIN_GALLOP || countB >= MIN_GALLOP);
        minGallop++;
        this.minGallop = minGallop;
      }
    } finally {
      if (copyA) {
        // The first item of B belongs at the front.
        takeA(na);
        takeB(1);
      } else if (nb > 0) takeB(nb);
    }
  }
}

/** memmove of `n` items. */
function copy<T>(from: T[], i: number, to: T[], j: number, n: number): void {
  if (from === to && i < j) for (let k = n; --k >= 0;) to[j + k] = from[i + k];
  else for (let k = 0; k < n; k++) to[j + k] = from[i + k];
}

function reverseSlice<T>(a: T[], lo: number, hi: number): void {
  for (hi--; lo < hi; lo++, hi--) {
    const t = a[lo];
    a[lo] = a[hi];
    a[hi] = t;
  }
}

/** merge_compute_minrun */
function computeMinrun(n: number): number {
  let r = 0;
  while (n >= 64) {
    r |= n & 1;
    n >>= 1;
  }
  return n + r;
}

/** powerloop: depth of the boundary between two adjacent runs in the ideal merge tree. */
export function powerloop(s1: number, n1: number, n2: number, n: number): number {
  let result = 0;
  let a = 2 * s1 + n1;
  let b = a + n1 + n2;
  for (;;) {
    ++result;
    if (a >= n) {
      a -= n;
      b -= n;
    } else if (b >= n) break;
    a *= 2;
    b *= 2;
  }
  return result;
}

/** gallop_left: where `key` goes in a[base : base + n], before equals; the search begins at `hint`. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function gallopLeft(less: Less, key: any, a: any[], base: number, n: number, hint: number): number {
  const at = base + hint;
  let lastofs = 0;
  let ofs = 1;
  if (less(a[at], key)) {
    const maxofs = n - hint;
    while (ofs < maxofs && less(a[at + ofs], key)) {
      lastofs = ofs;
      ofs = 2 * ofs + 1;
    }
    if (ofs > maxofs) ofs = maxofs;
    lastofs += hint;
    ofs += hint;
  } else {
    const maxofs = hint + 1;
    while (ofs < maxofs && !less(a[at - ofs], key)) {
      lastofs = ofs;
      ofs = 2 * ofs + 1;
    }
    if (ofs > maxofs) ofs = maxofs;
    const k = lastofs;
    lastofs = hint - ofs;
    ofs = hint - k;
  }
  ++lastofs;
  while (lastofs < ofs) {
    const m = lastofs + ((ofs - lastofs) >> 1);
    if (less(a[base + m], key)) lastofs = m + 1;
    else ofs = m;
  }
  return ofs;
}

/** gallop_right: as gallop_left, but after equals. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function gallopRight(less: Less, key: any, a: any[], base: number, n: number, hint: number): number {
  const at = base + hint;
  let lastofs = 0;
  let ofs = 1;
  if (less(key, a[at])) {
    const maxofs = hint + 1;
    while (ofs < maxofs && less(key, a[at - ofs])) {
      lastofs = ofs;
      ofs = 2 * ofs + 1;
    }
    if (ofs > maxofs) ofs = maxofs;
    const k = lastofs;
    lastofs = hint - ofs;
    ofs = hint - k;
  } else {
    const maxofs = n - hint;
    while (ofs < maxofs && !less(key, a[at + ofs])) {
      lastofs = ofs;
      ofs = 2 * ofs + 1;
    }
    if (ofs > maxofs) ofs = maxofs;
    lastofs += hint;
    ofs += hint;
  }
  ++lastofs;
  while (lastofs < ofs) {
    const m = lastofs + ((ofs - lastofs) >> 1);
    if (less(key, a[base + m])) ofs = m;
    else lastofs = m + 1;
  }
  return ofs;
}
