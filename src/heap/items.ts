/**
 * Arrays of references, as lists and tuples hold them. They stay packed (V8 tells arrays apart that may have holes), so a
 * new one begins as a copy of another, never as `new Array(n)`.
 */
import type { PyObject } from './object.ts';

/** Up to this length items are pushed one by one, then the array is doubled, beyond joined from many. */
const FEW = 32;
const PIECE = 2048;

/** A copy of items[start:end], with references. */
export function copyItems(items: PyObject[], start = 0, end = items.length): PyObject[] {
  const copy = items.slice(start, end);
  for (let i = 0; i < copy.length; i++) ++copy[i].rc;
  return copy;
}

/** The `length` items from `start` on in steps, with references. */
export function stepItems(items: PyObject[], start: number, step: number, length: number): PyObject[] {
  const result = items.slice(0, length);
  for (let k = 0, i = start; k < length; k++, i += step) {
    const item = items[i];
    ++item.rc;
    result[k] = item;
  }
  return result;
}

const NOTHING: null[] = [];

/** An array of `n` items to be filled in. */
export function roomFor(n: number): PyObject[] {
  if (n === 0) return [];
  while (NOTHING.length < n && NOTHING.length < PIECE) NOTHING.push(null);
  return (n <= NOTHING.length ? NOTHING.slice(0, n) : repeated(NOTHING, n)) as unknown as PyObject[];
}

/**
 * `n` > 0 nulls, for the attributes of a new instance. (Not a literal of constants: V8 shares its elements until the
 * first store, which copies them: 18 ns, as a slice; this way 10 ns.)
 */
export function nulls(n: number, nil: null = null): null[] {
  switch (n) {
    case 1:
      return [nil];
    case 2:
      return [nil, nil];
    case 3:
      return [nil, nil, nil];
    case 4:
      return [nil, nil, nil, nil];
    default:
      return roomFor(n) as unknown[] as null[];
  }
}

/** The items of both, with references. */
export function concatItems(a: PyObject[], b: PyObject[]): PyObject[] {
  let result: PyObject[];
  if (b.length > FEW) result = a.concat(b);
  else {
    result = a.slice();
    for (let i = 0; i < b.length; i++) result.push(b[i]);
  }
  for (let i = 0; i < result.length; i++) ++result[i].rc;
  return result;
}

/** `n` > 0 times the items, with references ([0] * 1,000,000: 7 ms, 30 ms with a push for each item). */
export function repeatItems(items: PyObject[], n: number): PyObject[] {
  for (let i = 0; i < items.length; i++) items[i].rc += n;
  return repeated(items, items.length * n);
}

/** The items again and again until there are `size`. */
function repeated<T>(items: T[], size: number): T[] {
  if (size <= PIECE) {
    const result = roomFor(size) as unknown[] as T[];
    const n = items.length;
    for (let i = 0; i < n; i++) for (let k = i; k < size; k += n) result[k] = items[i];
    return result;
  }
  let piece = items.slice();
  while (piece.length < size && piece.length < FEW) for (let i = 0; i < items.length; i++) piece.push(items[i]);
  while (2 * piece.length <= size && piece.length < PIECE) piece = piece.concat(piece);
  const pieces: T[][] = [];
  let left = size - piece.length;
  for (; left >= piece.length; left -= piece.length) pieces.push(piece);
  if (left > 0) pieces.push(piece.slice(0, left));
  return pieces.length === 0 ? piece : joined(piece, pieces);
}

/** As many arguments as a call takes without fear for the stack. */
const ARGUMENTS = 1024;

function joined<T>(first: T[], rest: T[][]): T[] {
  if (rest.length === 1) return first.concat(rest[0]);
  if (rest.length <= ARGUMENTS) return first.concat(...rest);
  const larger: T[][] = [];
  for (let i = 0; i < rest.length; i += ARGUMENTS) {
    const some = rest.slice(i, i + ARGUMENTS);
    larger.push(some[0].concat(...some.slice(1)));
  }
  return joined(first, larger);
}
