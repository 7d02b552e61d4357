/** list.sort (Objects/listobject.c): keys, the check of their types, and the list that is empty meanwhile. */
import type { PyContainer, PyObject } from '../heap/object.ts';
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
import { sortSimple } from './simple_order.ts';
import { T_STR } from './str.ts';
import { timsort, type Less } from './timsort.ts';
import { T_TUPLE } from './tuple.ts';

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

/**
 * Sorts `items` in place by `keys` (of the same length, or null for the items themselves). `reverse` keeps the sort stable by
 * reversing before and after.
 */
function sortItems(items: PyObject[], keys: PyObject[] | null, reverse: boolean): void {
  if (items.length < 2 || sortSimple(items, keys ?? items, reverse)) return;
  const sorted = keys === null ? null : keys.slice();
  if (reverse) {
    items.reverse();
    sorted?.reverse();
  }
  const chosen = chooseComparison(sorted ?? items);
  try {
    timsort(chosen.keys, chosen.keys === items ? null : items, chosen.less);
  } finally {
    if (reverse) items.reverse();
  }
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
    try {
      sortItems(items, keys, reverse);
    } finally {
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
