/** The order of sort keys whose comparison nobody can observe, found without the protocol. */
import type { PyObject, TypeBody } from '../heap/object.ts';
import { T_FLOAT } from './float.ts';
import { T_INT } from './int.ts';
import { sortNumbers, sortStrings } from './sort_values.ts';
import { STR_KIND, T_STR, type PyStr } from './str.ts';
import { T_TUPLE } from './tuple.ts';

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
export function simpleOrder(keys: PyObject[]): Uint32Array | null | undefined {
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
