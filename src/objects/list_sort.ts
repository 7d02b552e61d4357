/**
 * list.sort (listsort in Objects/listobject.c): timsort with CPython's galloping, run lengths and powersort merge policy,
 * so that the very same comparisons are made in the same order.
 */
import type { PyContainer, PyObject, TypeBody } from '../heap/object.ts';
import { Py_LT } from '../heap/slots.ts';
import { free } from '../heap/pymalloc.ts';
import { decref } from '../heap/refcount.ts';
import { valueError } from '../exceptions/raise.ts';
import { call1 } from '../protocols/call.ts';
import { eq, richcompare } from '../protocols/compare.ts';
import { isTrue } from '../protocols/object.ts';
import { compareCodePoints } from '../text/code_points.ts';
import { T_FLOAT } from './float.ts';
import { T_INT } from './int.ts';
import { None } from './singletons.ts';
import { sortNumbers, sortStrings } from './sort_values.ts';
import { STR_KIND, T_STR, type PyStr } from './str.ts';
import { T_TUPLE } from './tuple.ts';

/** ISLT: is the first key less than the second? */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Less = (x: any, y: any) => boolean;

const MIN_GALLOP = 7;

/** safe_object_compare: any two objects. */
function lessObjects(x: PyObject, y: PyObject): boolean {
  const result = richcompare(x, y, Py_LT);
  const less = isTrue(result);
  decref(result);
  return less;
}

function lessNumbers(x: number, y: number): boolean {
  return x < y;
}

/** Are two items equal? Ints and strings without the protocol. */
function same(p: PyObject, q: PyObject): boolean {
  if (p === q) return true;
  if (p.type === q.type && (p.type === T_INT || p.type === T_STR)) return p.v === q.v;
  return eq(p, q);
}

/** unsafe_tuple_compare with the compare function of the first items. */
function lessTuplesBy(first: Less): Less {
  return (x: PyObject<PyObject[]>, y: PyObject<PyObject[]>) => {
    const a = x.v;
    const b = y.v;
    const n = Math.min(a.length, b.length);
    let i = 0;
    for (; i < n; i++) if (!same(a[i], b[i])) break;
    if (i >= n) return a.length < b.length;
    if (i === 0) return first(a[0], b[0]);
    return a[i].type === T_INT && b[i].type === T_INT ? a[i].v < b[i].v : lessObjects(a[i], b[i]);
  };
}

/** What the pre-sort check found: the keys to compare (JavaScript values when all are of one simple type) and how. */
interface Comparison {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  keys: any[];
  less: Less;
}

/** The pre-sort check: one exact type for all keys lets the comparison skip the protocol, as no user code can see. */
function chooseComparison(keys: PyObject[]): Comparison {
  const type = keys[0].type;
  for (let i = 1; i < keys.length; i++) if (keys[i].type !== type) return { keys, less: lessObjects };
  if (type === T_INT || type === T_FLOAT) return { keys: keys.map(k => k.v as number), less: lessNumbers };
  if (type === T_STR) return { keys: keys.map(k => k.v as string), less: lessStrings };
  if (type === T_TUPLE) {
    const first = keys[0].v[0] as PyObject | undefined;
    if (first === undefined) return { keys, less: lessObjects };
    for (const key of keys) {
      const item = key.v[0] as PyObject | undefined;
      if (item === undefined) return { keys, less: lessObjects };
      if (item.type !== first.type) return { keys, less: lessTuplesBy(lessObjects) };
    }
    if (first.type === T_INT || first.type === T_FLOAT) return { keys, less: lessTuplesBy((x, y) => x.v < y.v) };
    if (first.type === T_STR) return { keys, less: lessTuplesBy((x, y) => compareCodePoints(x.v, y.v) < 0) };
    return { keys, less: lessTuplesBy(lessObjects) };
  }
  return { keys, less: lessObjects };
}

function lessStrings(x: string, y: string): boolean {
  return compareCodePoints(x, y) < 0;
}

/** All keys as numbers other than NaN, or null. */
function asNumbers(keys: PyObject[], type: TypeBody): Float64Array | null {
  const numbers = new Float64Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const v: number | bigint = key.v;
    if (key.type !== type || typeof v !== 'number' || v !== v) return null;
    numbers[i] = v;
  }
  return numbers;
}

const SURROGATE = /[\ud800-\udfff]/;

/** Characters of a string that fit, 7 bits each, into the number it is sorted by first. */
const PREFIX = 7;

/** The order of strs, found by the code units; undefined when those are not in the order of the code points. */
function stringOrder(keys: PyObject[]): Uint32Array | null | undefined {
  const strings: string[] = [];
  let ascii = true;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (key.type !== T_STR) return undefined;
    const s: string = key.v;
    const kind = (key as PyStr).meta & STR_KIND;
    if (kind !== 0) {
      ascii = false;
      if (kind > 1 && SURROGATE.test(s)) return undefined;
    }
    strings.push(s);
  }
  if (!ascii || strings.length < 50) return sortStrings(strings);
  const prefixes = new Float64Array(strings.length);
  for (let i = 0; i < strings.length; i++) {
    const s = strings[i];
    const n = Math.min(s.length, PREFIX);
    let number = 0;
    for (let k = 0; k < n; k++) number = number * 128 + s.charCodeAt(k);
    prefixes[i] = number * 128 ** (PREFIX - n);
  }
  const order = sortNumbers(prefixes.slice());
  return refine(
    order,
    strings.length,
    i => prefixes[i],
    group => sortStrings(group.map(i => strings[i])),
  );
}

/**
 * Orders what an order left undecided: each run of positions with one `value` goes to `sortGroup`, which answers the order
 * within it (null: as it is, undefined: not to be found this way).
 */
function refine(
  order: Uint32Array | null,
  n: number,
  value: (position: number) => unknown,
  sortGroup: (positions: number[]) => Uint32Array | null | undefined,
): Uint32Array | null | undefined {
  for (let start = 0, end = 1; start < n; start = end++) {
    const first = value(order === null ? start : order[start]);
    while (end < n && value(order === null ? end : order[end]) === first) end++;
    if (end - start < 2) continue;
    const group: number[] = [];
    for (let i = start; i < end; i++) group.push(order === null ? i : order[i]);
    const inner = sortGroup(group);
    if (inner === undefined) return undefined;
    if (inner === null) continue;
    order ??= Uint32Array.from({ length: n }, (_, i) => i);
    for (let i = start; i < end; i++) order[i] = group[inner[i - start]];
  }
  return order;
}

/**
 * The order of keys of one simple type (ints, floats, strs, or tuples of them, all of one length), found without the
 * protocol: positions, null when they are in order already, undefined when the keys are not simple.
 */
function simpleOrder(keys: PyObject[]): Uint32Array | null | undefined {
  const type = keys[0].type;
  if (type === T_INT || type === T_FLOAT) {
    const numbers = asNumbers(keys, type);
    return numbers === null ? undefined : sortNumbers(numbers);
  }
  if (type === T_STR) return stringOrder(keys);
  if (type !== T_TUPLE || keys[0].v.length === 0) return undefined;
  const { length } = keys[0].v as PyObject[];
  for (let i = 1; i < keys.length; i++) if (keys[i].type !== T_TUPLE || keys[i].v.length !== length) return undefined;
  return tupleOrder(keys, 0, length);
}

/** The order of tuples by their items from number `at` on: by that item, then what is equal there by the next one. */
function tupleOrder(keys: PyObject[], at: number, length: number): Uint32Array | null | undefined {
  const column: PyObject[] = [];
  for (let i = 0; i < keys.length; i++) column.push((keys[i].v as PyObject[])[at]);
  if (column[0].type === T_TUPLE) return undefined;
  const order = simpleOrder(column);
  if (order === undefined || at + 1 === length) return order;
  return refine(
    order,
    keys.length,
    i => column[i].v,
    group =>
      tupleOrder(
        group.map(i => keys[i]),
        at + 1,
        length,
      ),
  );
}

/** Sorts by simple keys; false when they are not. */
function sortSimple(items: PyObject[], keys: PyObject[]): boolean {
  const order = simpleOrder(keys);
  if (order === undefined) return false;
  if (order === null) return true;
  const before = items.slice();
  for (let i = 0; i < items.length; i++) items[i] = before[order[i]];
  return true;
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
function powerloop(s1: number, n1: number, n2: number, n: number): number {
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

/** Sorts `items` in place by `keys` (of the same length, or null for the items themselves). */
function sortItems(items: PyObject[], keys: PyObject[] | null): void {
  if (items.length < 2 || sortSimple(items, keys ?? items)) return;
  const chosen = chooseComparison(keys ?? items);
  const w = chosen.keys === items ? null : items;
  new MergeState(chosen.keys, w, chosen.less).sort();
}

/** The keys of `items` in order; on an exception those made are released. */
function computeKeys(items: PyObject[], key: PyObject): PyObject[] {
  const keys: PyObject[] = [];
  try {
    for (let i = 0; i < items.length; i++) keys.push(call1(key, items[i]));
  } catch (e) {
    for (const k of keys) decref(k);
    throw e;
  }
  return keys;
}

/**
 * Sorts the list in place. While it runs the list is empty for everybody else; ValueError when somebody changed it meanwhile.
 * `reverse` keeps the sort stable by reversing before and after.
 */
export function sortList(self: PyContainer<PyObject[]>, key: PyObject | null, reverse: boolean): void {
  const items = self.v;
  const { mem, cap } = self;
  const empty: PyObject[] = [];
  self.v = empty;
  self.mem = 0;
  self.cap = 0;
  let keys: PyObject[] | null = null;
  try {
    if (key !== null) keys = computeKeys(items, key);
    const sorted = keys === null ? null : keys.slice();
    if (reverse) {
      items.reverse();
      sorted?.reverse();
    }
    try {
      sortItems(items, sorted);
    } finally {
      if (reverse) items.reverse();
      if (keys !== null) for (const k of keys) decref(k);
    }
    if (self.v !== empty || self.mem !== 0) valueError('list modified during sort');
  } finally {
    const stray = self.v;
    if (self.mem !== 0) free(self.mem);
    self.v = items;
    self.mem = mem;
    self.cap = cap;
    for (let i = stray.length; --i >= 0;) decref(stray[i]);
  }
}

/** `list.sort(*, key=None, reverse=False)` */
export function list_sort(self: PyContainer<PyObject[]>, key?: PyObject, reverse?: PyObject): PyObject {
  sortList(self, key === undefined || key === None ? null : key, reverse !== undefined && isTrue(reverse));
  return None;
}
