/**
 * Sorting by keys whose comparison nobody can observe: ints, floats and strs, and tuples and lists of them. The protocol is left
 * out; what decides are numbers, columns of them where one does not suffice.
 */
import type { PyObject } from '../heap/object.ts';
import { T_FLOAT } from './float.ts';
import { T_INT } from './int.ts';
import { T_LIST } from './list.ts';
import { T_BOOL } from './singletons.ts';
import { sortNumbers, sortSpace, type SortSpace } from './sort_values.ts';
import { STR_KIND, T_STR, type PyStr } from './str.ts';
import { T_TUPLE } from './tuple.ts';

/** What is being sorted; `width` is the length of all keys that are tuples or lists, 0 for other keys. */
interface Sorting {
  readonly keys: PyObject[];
  readonly width: number;
  readonly space: SortSpace;
}

/** Item `column` of a key, or the key itself. */
function itemOf({ keys, width }: Sorting, position: number, column: number): PyObject {
  const key = keys[position];
  return width === 0 ? key : (key.v as PyObject[])[column];
}

/** The length of keys that are all tuples or all lists, 0 for other keys, -1 when that differs. */
function widthOf(keys: PyObject[]): number {
  const type = keys[0].type;
  if (type !== T_TUPLE && type !== T_LIST) return 0;
  const { length } = keys[0].v as PyObject[];
  if (length === 0) return -1;
  for (let i = 1; i < keys.length; i++) if (keys[i].type !== type || keys[i].v.length !== length) return -1;
  return length;
}

/**
 * Sorts `items` in place by `keys` (the items themselves or as many others), from high to low when `reverse` is set, stably. False,
 * and nothing has changed, when the keys are not simple.
 */
export function sortSimple(items: PyObject[], keys: PyObject[], reverse: boolean): boolean {
  const n = items.length;
  if (!reverse && areNumbersInOrder(keys)) return true;
  const width = widthOf(keys);
  if (width < 0) return false;
  const s: Sorting = { keys, width, space: sortSpace(n) };
  const { positions } = s.space;
  // Sorted downwards is sorted upwards from the end on.
  if (reverse) for (let i = 0; i < n; i++) positions[i] = n - 1 - i;
  else for (let i = 0; i < n; i++) positions[i] = i;
  if (!sortColumn(s, 0, n, 0)) return false;
  const before = items.slice();
  if (reverse) for (let i = 0; i < n; i++) items[n - 1 - i] = before[positions[i]];
  else for (let i = 0; i < n; i++) items[i] = before[positions[i]];
  return true;
}

function areNumbersInOrder(keys: PyObject[]): boolean {
  const { type } = keys[0];
  if (type !== T_INT && type !== T_FLOAT) return false;
  let before = -Infinity;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const v: number | bigint = key.v;
    if (key.type !== type || typeof v !== 'number' || !(v >= before)) return false;
    before = v;
  }
  return true;
}

/** Sorts positions[lo:hi] by a column and those after it. False when an item there is not simple. */
function sortColumn(s: Sorting, lo: number, hi: number, column: number): boolean {
  if (itemOf(s, s.space.positions[lo], column).type === T_STR) {
    return areSimpleStrings(s, lo, hi, column) && sortStrings(s, lo, hi, column, 0);
  }
  if (!takeNumbers(s, lo, hi, column)) return false;
  sortNumbers(s.space, lo, hi);
  return column + 1 >= s.width || eachTie(s, lo, hi, column + 1);
}

/** Sorts on by a column where the keys are equal. */
function eachTie(s: Sorting, lo: number, hi: number, column: number): boolean {
  const { keys } = s.space;
  for (let start = lo, end = lo + 1; start < hi; start = end++) {
    const key = keys[start];
    while (end < hi && keys[end] === key) end++;
    if (end - start > 1 && !sortColumn(s, start, end, column)) return false;
  }
  return true;
}

/** The keys of a column of numbers other than NaN; false when there is anything else. */
function takeNumbers(s: Sorting, lo: number, hi: number, column: number): boolean {
  const { keys, positions } = s.space;
  for (let i = lo; i < hi; i++) {
    const item = itemOf(s, positions[i], column);
    const { type } = item;
    if (type !== T_INT && type !== T_FLOAT && type !== T_BOOL) return false;
    const v: number | bigint = item.v;
    if (typeof v !== 'number' || v !== v) return false;
    keys[i] = v;
  }
  return true;
}

// ---- strs

/** Are these all strs whose code units are in the order of their code points? */
function areSimpleStrings(s: Sorting, lo: number, hi: number, column: number): boolean {
  const { positions } = s.space;
  for (let i = lo; i < hi; i++) {
    const item = itemOf(s, positions[i], column);
    if (item.type !== T_STR || ((item as PyStr).meta & STR_KIND) > 2) return false;
  }
  return true;
}

/** So many code units at a time become one number below 2**53; the end of a str counts as the least of them. */
interface Units {
  readonly count: number;
  readonly base: number;
}
const ASCII: Units = { count: 7, base: 129 };
const LATIN_1: Units = { count: 6, base: 257 };
const UCS_2: Units = { count: 3, base: 65537 };

/** What is equal so far is left to comparisons. */
const FAR = 2000;

/** Sorts positions[lo:hi] by the strs of a column, which are equal up to `from`, and the columns after it. */
function sortStrings(s: Sorting, lo: number, hi: number, column: number, from: number): boolean {
  const last = column + 1 >= s.width;
  if (last && sortRun(s, lo, hi, column)) return true;
  from = commonEnd(s, lo, hi, column, from);
  if (from >= FAR) return false;
  const stop = from + takeUnits(s, lo, hi, column, from);
  sortNumbers(s.space, lo, hi);
  const { keys, positions } = s.space;
  for (let start = lo, end = lo + 1; start < hi; start = end++) {
    const key = keys[start];
    while (end < hi && keys[end] === key) end++;
    if (end - start < 2) continue;
    // Those that end before `stop` are equal.
    const ended = itemOf(s, positions[start], column).v.length < stop;
    if (!(ended ? last || sortColumn(s, start, end, column + 1) : sortStrings(s, start, end, column, stop)))
      return false;
  }
  return true;
}

/** Are the strs in order, or all in the reverse order? Those are turned. */
function sortRun(s: Sorting, lo: number, hi: number, column: number): boolean {
  const { positions } = s.space;
  let before: string = itemOf(s, positions[lo], column).v;
  let text: string = itemOf(s, positions[lo + 1], column).v;
  const descending = text < before;
  for (let i = lo + 2; i < hi; i++) {
    before = text;
    text = itemOf(s, positions[i], column).v;
    if (text < before !== descending) return false;
  }
  if (descending) positions.subarray(lo, hi).reverse();
  return true;
}

/** The units of one str. */
const units = new Uint16Array(FAR);

/** Up to where the strs, equal up to `from`, are equal. */
function commonEnd(s: Sorting, lo: number, hi: number, column: number, from: number): number {
  const { positions } = s.space;
  const first: string = itemOf(s, positions[lo], column).v;
  const second: string = itemOf(s, positions[hi - 1], column).v;
  let end = first.length < second.length ? first.length : second.length;
  if (end > FAR) end = FAR;
  let k = from;
  for (; k < end && first.charCodeAt(k) === second.charCodeAt(k); k++) units[k] = first.charCodeAt(k);
  end = k;
  for (let i = hi - 1; --i > lo && end > from;) {
    const text: string = itemOf(s, positions[i], column).v;
    if (text.length < end) end = text.length;
    for (k = from; k < end && text.charCodeAt(k) === units[k];) k++;
    end = k;
  }
  return end;
}

/** Takes keys from units of the strs, from `from` on; answers how many. */
function takeUnits(s: Sorting, lo: number, hi: number, column: number, from: number): number {
  if (takeUnitsAs(ASCII, s, lo, hi, column, from)) return ASCII.count;
  if (takeUnitsAs(LATIN_1, s, lo, hi, column, from)) return LATIN_1.count;
  takeUnitsAs(UCS_2, s, lo, hi, column, from);
  return UCS_2.count;
}

/** False when a unit is too large for the base. */
function takeUnitsAs(
  { count, base }: Units,
  s: Sorting,
  lo: number,
  hi: number,
  column: number,
  from: number,
): boolean {
  const { keys, positions } = s.space;
  const stop = from + count;
  for (let i = lo; i < hi; i++) {
    const text: string = itemOf(s, positions[i], column).v;
    const end = text.length < stop ? text.length : stop;
    let key = 0;
    let k = from;
    for (; k < end; k++) {
      const unit = text.charCodeAt(k) + 1;
      if (unit >= base) return false;
      key = key * base + unit;
    }
    for (; k < stop; k++) key *= base;
    keys[i] = key;
  }
  return true;
}
