/** Lists that split methods make: room for up to 12 parts is taken at once (PREALLOC_SIZE of stringlib/split.h). */
import type { PyObject } from '../heap/object.ts';
import { list_grown, newList, type PyList } from './list.ts';

const MAX_PREALLOC = 12;

/** A list of the parts (consumed) as `split` leaves it; `maxcount` is the most splits that can be. */
export function splitList(parts: PyObject[], maxcount: number): PyList {
  const room = maxcount >= MAX_PREALLOC ? MAX_PREALLOC : maxcount + 1;
  if (parts.length <= room) return newList(parts, room);
  return list_grown(newList(parts, room));
}

/** A list that grew part by part, as `splitlines` makes it. */
export function appendedList(parts: PyObject[]): PyList {
  return list_grown(newList(parts, 0));
}
