/** list, after Objects/listobject.c. `v` holds the items; `mem` is the block of item pointers and `cap` what fits in it. */
import {
  PyContainer,
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TPFLAGS_LIST_SUBCLASS,
  TPFLAGS_MATCH_SELF,
  TPFLAGS_SEQUENCE,
  TypeBody,
  type PyObject,
  type Visit,
} from '../heap/object.ts';
import { born } from '../heap/audit.ts';
import { listFreeList } from '../heap/freelist.ts';
import { gcFree, gcMalloc, track, untrack } from '../heap/gc.ts';
import { concatItems, copyItems, repeatItems, stepItems } from '../heap/items.ts';
import { free, malloc, realloc } from '../heap/pymalloc.ts';
import { decref, decrefItems, incref } from '../heap/refcount.ts';
import { trashcanBegin, trashcanEnd } from '../heap/trashcan.ts';
import { indexError, memoryError, typeError, valueError } from '../exceptions/raise.ts';
import { T_IndexError } from '../exceptions/types.ts';
import { endOrThrow, getIter, lengthHint } from '../protocols/iterator.ts';
import { asSsize } from '../protocols/number.ts';
import { reprString } from '../protocols/object.ts';
import { collectFast } from '../protocols/sequence.ts';
import { defineType } from './define.ts';
import { drain } from './drain.ts';
import { genericalias_classGetitem } from './genericalias.ts';
import { newInt, T_INT } from './int.ts';
import { itemIs, list_richcompare } from './list_compare.ts';
import { list_sort } from './list_sort.ts';
import { object_alloc } from './object.ts';
import { reprEnter, reprLeave } from './repr_guard.ts';
import { indexRange, ssizeArgument } from './sequence_index.ts';
import { list_iter, list_reversed } from './iterators.ts';
import { parseArgs, signature } from './signature.ts';
import { None } from './singletons.ts';
import { bounds, isSlice, unpackSlice } from './slice.ts';
import { newStr } from './str.ts';
import { isTuple, T_TUPLE } from './tuple.ts';

export type PyList = PyContainer<PyObject[]>;

export const T_LIST = new TypeBody('list');

const LIST_BYTES = 40;
/** So many items are moved one by one, more by V8's builtin. */
const FEW = 32;
/** Longest list whose block could be addressed: PY_SSIZE_T_MAX / sizeof(PyObject *). */
const MAX_ITEMS = 2 ** 60;

/**
 * A list of `items`, which it takes over together with the references (PyList_New and PyList_SET_ITEM), in a block with
 * room for `n` items.
 */
export function newList(items: PyObject[], n = items.length): PyList {
  const o = new PyContainer(1, T_LIST, listFreeList.pop() || gcMalloc(T_LIST, LIST_BYTES), items);
  if (n > 0) {
    o.mem = malloc(8 * n);
    o.cap = n;
  }
  track(o);
  born(o);
  return o;
}

/** A list of borrowed items, copied (_PyList_FromArraySteal without the stealing). */
export function listFromBorrowed(items: PyObject[], start = 0, end = items.length): PyList {
  return newList(copyItems(items, start, end));
}

/** PyList_Check. */
export function isList(o: PyObject): o is PyList {
  return (o.type.flags & TPFLAGS_LIST_SUBCLASS) !== 0;
}

/** PySequence_List: a new list of the iterable's items. */
export function sequenceList(iterable: PyObject): PyList {
  const result = newList([]);
  try {
    list_extendWith(result, iterable);
  } catch (e) {
    decref(result);
    throw e;
  }
  return result;
}

// ---- the block of items

/** list_resize: accounts for a change of the number of items to `newsize`, whose items `v` has or is about to have. */
function list_resize(self: PyList, size: number, newsize: number): void {
  const allocated = self.cap;
  if (allocated >= newsize && newsize >= allocated >> 1) return;
  if (newsize === 0) return freeItems(self);
  // Over-allocates by an eighth; the pattern is 0, 4, 8, 16, 24, 32, 40, 52, 64, 76, ...
  let wanted = newsize + Math.floor(newsize / 8) + 6;
  wanted -= wanted % 4;
  if (newsize - size > wanted - newsize) wanted = newsize + 3 - ((newsize + 3) % 4);
  if (wanted > MAX_ITEMS) memoryError();
  self.mem = self.mem === 0 ? malloc(8 * wanted) : realloc(self.mem, 8 * wanted);
  self.cap = wanted;
}

function freeItems(self: PyList): void {
  if (self.mem !== 0) free(self.mem);
  self.mem = 0;
  self.cap = 0;
}

/** list_preallocate_exact: an empty list is about to get `n` items. */
function preallocateExact(self: PyList, n: number): void {
  n += n % 2;
  if (n > MAX_ITEMS) memoryError();
  self.mem = malloc(8 * n);
  self.cap = n;
}

/** Appends an item, a reference to which it consumes (_PyList_AppendTakeRef). */
export function list_appendTake(self: PyList, item: PyObject): void {
  const items = self.v;
  const n = items.length;
  items[n] = item;
  if (n >= self.cap) list_resize(self, n, n + 1);
}

/** Gives a list that has its items, but not yet the room for them, the block it would have if they had been appended one by one. */
export function list_grown(self: PyList): PyList {
  const n = self.v.length;
  while (self.cap < n) list_resize(self, self.cap, self.cap + 1);
  return self;
}

/** PyList_Append: borrows `item`. */
export function list_appendBorrowed(self: PyList, item: PyObject): void {
  item.rc++;
  const items = self.v;
  const n = items.length;
  items[n] = item;
  if (n >= self.cap) list_resize(self, n, n + 1);
}

// ---- lifetime

function list_dealloc(o: PyObject): void {
  const self = o as PyList;
  untrack(self);
  if (trashcanBegin(self, list_dealloc)) return;
  const items = self.v;
  if (items !== null)
    for (let i = items.length; --i >= 0;) if (--items[i].rc === 0) items[i].type.tp_dealloc!(items[i]);
  if (self.mem !== 0) free(self.mem);
  if (self.type !== T_LIST || !listFreeList.push(self.addr)) gcFree(self);
  trashcanEnd(self, list_dealloc);
}

function list_traverse(o: PyContainer, visit: Visit): void {
  const items = (o as PyList).v;
  if (items !== null) for (let i = items.length; --i >= 0;) visit(items[i], i);
}

/** list_clear: the last item goes first. */
export function list_clearItems(o: PyContainer): void {
  const self = o as PyList;
  const items = self.v;
  self.v = [];
  const mem = self.mem;
  self.mem = 0;
  self.cap = 0;
  decrefItems(items);
  if (mem !== 0) free(mem);
}

function list_new(type: TypeBody): PyObject {
  const o = object_alloc(type) as PyList;
  o.v = [];
  return o;
}

const INIT = signature('list', '(iterable=(), /)');

function list_init(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void {
  const self = o as PyList;
  if (kwnames !== null && kwnames.length > 0) {
    if (self.type === T_LIST || self.type.tp_new === T_LIST.tp_new) typeError('list() takes no keyword arguments');
    args = args.slice(0, args.length - kwnames.length);
  }
  const [iterable] = parseArgs(INIT, args, null) as [PyObject | undefined];
  if (self.v.length > 0) list_clearItems(self);
  if (iterable !== undefined) list_extendWith(self, iterable);
}

// ---- basics

function list_repr(o: PyObject): PyObject {
  const self = o as PyList;
  if (self.v.length === 0) return newStr('[]');
  if (!reprEnter(self)) return newStr('[...]');
  try {
    let text = '[';
    // The repr of an item may change the list.
    for (let i = 0; i < self.v.length; i++) {
      const item = incref(self.v[i]);
      try {
        if (i > 0) text += ', ';
        text += reprString(item);
      } finally {
        decref(item);
      }
    }
    return newStr(text + ']');
  } finally {
    reprLeave(self);
  }
}

// ---- sequence

function list_length(o: PyObject): number {
  return (o as PyList).v.length;
}

function list_item(o: PyObject, i: number): PyObject {
  const items = (o as PyList).v;
  if (i < 0 || i >= items.length) indexError('list index out of range');
  return incref(items[i]);
}

function list_ass_item(o: PyObject, i: number, value: PyObject | null): void {
  const self = o as PyList;
  const items = self.v;
  if (i < 0 || i >= items.length) indexError('list assignment index out of range');
  if (value === null) return deleteItem(self, i);
  const old = items[i];
  value.rc++;
  items[i] = value;
  decref(old);
}

/** del a[i]. */
function deleteItem(self: PyList, i: number): void {
  const items = self.v;
  const size = items.length;
  if (size === 1) return list_clearItems(self);
  const old = items[i];
  if (size - i > FEW) items.splice(i, 1);
  else {
    for (; i < size - 1; i++) items[i] = items[i + 1];
    items.pop();
  }
  list_resize(self, size, size - 1);
  decref(old);
}

function list_contains(o: PyObject, value: PyObject): boolean {
  const self = o as PyList;
  for (let i = 0; i < self.v.length; i++) if (itemIs(self.v[i], value)) return true;
  return false;
}

function list_concat(a: PyObject, b: PyObject): PyObject {
  if (!isList(b)) typeError(`can only concatenate list (not "${b.type.name}") to list`);
  return newList(concatItems((a as PyList).v, b.v));
}

function list_repeat(o: PyObject, n: number): PyObject {
  const items = (o as PyList).v;
  const size = items.length;
  if (size === 0 || n <= 0) return newList([]);
  if (size * n > MAX_ITEMS) memoryError();
  const result = newList([]);
  try {
    result.mem = malloc(8 * size * n);
  } catch (e) {
    decref(result);
    throw e;
  }
  result.cap = size * n;
  result.v = repeatItems(items, n);
  return result;
}

function list_inplace_repeat(o: PyObject, n: number): PyObject {
  const self = o as PyList;
  const size = self.v.length;
  if (size === 0 || n === 1) return incref(o);
  if (n < 1) {
    list_clearItems(self);
    return incref(o);
  }
  if (size * n > MAX_ITEMS) memoryError();
  list_resize(self, size, size * n);
  for (let i = 0; i < size; i++) --self.v[i].rc;
  self.v = repeatItems(self.v, n);
  return incref(o);
}

function list_inplace_concat(o: PyObject, other: PyObject): PyObject {
  list_extendWith(o as PyList, other);
  return incref(o);
}

/** list.extend: all items of `iterable`. */
export function list_extendWith(self: PyList, iterable: PyObject): void {
  if (iterable.type === T_LIST || iterable.type === T_TUPLE || iterable === self) {
    const source = (iterable as PyList).v;
    const n = source.length;
    if (n === 0) return;
    const items = self.v;
    const m = items.length;
    if (self.mem === 0) preallocateExact(self, n);
    else list_resize(self, m, m + n);
    for (let i = 0; i < n; i++) ++source[i].rc;
    // Many at a time where that does not copy much more than it adds.
    if (m === 0) self.v = source.slice();
    else if (n > 16 && n > m >> 1) self.v = items.concat(source);
    else for (let i = 0; i < n; i++) items.push(source[i]);
    return;
  }
  const it = getIter(iterable);
  try {
    const n = lengthHint(iterable, 8);
    const m = self.v.length;
    if (self.mem === 0) {
      if (n > 0) preallocateExact(self, n);
    } else list_resize(self, m, m + n);
    appendAll(self, it);
    if (self.v.length < self.cap) list_resize(self, self.v.length, self.v.length);
  } finally {
    decref(it);
  }
}

/** Appends what is left of an iterator. */
function appendAll(self: PyList, it: PyObject): void {
  if (self.v.length === 0) {
    const items = drain(it);
    if (items !== null) {
      self.v = items;
      if (items.length > self.cap) list_resize(self, 0, items.length);
      return;
    }
  }
  const next = it.type.tp_iternext!;
  try {
    for (let item = next(it); item !== null; item = next(it)) list_appendTake(self, item);
  } catch (e) {
    endOrThrow(e);
  }
}

/** a[low:high] = items, which are consumed (list_ass_slice). What is replaced dies last to first. */
function list_ass_slice(self: PyList, low: number, high: number, items: PyObject[]): void {
  const current = self.v;
  const size = current.length;
  if (low < 0) low = 0;
  else if (low > size) low = size;
  if (high < low) high = low;
  else if (high > size) high = size;
  const newsize = size + items.length - (high - low);
  if (newsize === 0) return list_clearItems(self);
  let removed: PyObject[];
  if (newsize === size) {
    removed = current.slice(low, high);
    for (let k = 0; k < items.length; k++) current[low + k] = items[k];
  } else if (items.length > 1000) {
    removed = current.slice(low, high);
    self.v = current.slice(0, low).concat(items, current.slice(high));
  } else removed = current.splice(low, high - low, ...items);
  if (newsize !== size) list_resize(self, size, newsize);
  decrefItems(removed);
}

export function list_subscript(o: PyObject, key: PyObject): PyObject {
  const items = (o as PyList).v;
  if (key.type === T_INT || key.type.nb_index !== null) {
    let i = key.type === T_INT && typeof key.v === 'number' ? key.v : asSsize(key, T_IndexError);
    const current = (o as PyList).v;
    if (i < 0) i += current.length;
    if (i < 0 || i >= current.length) indexError('list index out of range');
    return incref(current[i]);
  }
  if (isSlice(key)) {
    unpackSlice(key, items.length);
    const { start, step, length } = bounds;
    const current = (o as PyList).v;
    if (length <= 0) return newList([]);
    if (step === 1) return listFromBorrowed(current, start, start + length);
    return newList(stepItems(current, start, step, length));
  }
  return typeError(`list indices must be integers or slices, not ${key.type.name}`);
}

export function list_ass_subscript(o: PyObject, key: PyObject, value: PyObject | null): void {
  const self = o as PyList;
  if (key.type === T_INT || key.type.nb_index !== null) {
    let i = key.type === T_INT && typeof key.v === 'number' ? key.v : asSsize(key, T_IndexError);
    if (i < 0) i += self.v.length;
    return list_ass_item(self, i, value);
  }
  if (!isSlice(key)) typeError(`list indices must be integers or slices, not ${key.type.name}`);
  unpackSlice(key, self.v.length);
  const { start, stop, step, length } = bounds;
  if (value === null) return deleteSlice(self, start, stop, step, length);
  if (step === 1)
    return list_ass_slice(self, start, Math.max(start, stop), sliceItems(value, 'can only assign an iterable'));
  const items = sliceItems(value, 'must assign iterable to extended slice');
  unpackSlice(key, self.v.length);
  const { start: from, length: count } = bounds;
  if (items.length !== count) {
    for (const item of items) decref(item);
    valueError(`attempt to assign sequence of size ${items.length} to extended slice of size ${count}`);
  }
  // The items make room for what they replace.
  for (let k = 0, i = from; k < count; k++, i += step) {
    const old = self.v[i];
    self.v[i] = items[k];
    items[k] = old;
  }
  for (let k = 0; k < count; k++) decref(items[k]);
}

/** The items of what is assigned to a slice, with references. */
function sliceItems(value: PyObject, message: string): PyObject[] {
  if (isList(value) || isTuple(value)) {
    return copyItems(value.v);
  }
  return collectFast(value, message);
}

function deleteSlice(self: PyList, start: number, stop: number, step: number, length: number): void {
  if (length <= 0) return;
  if (step === 1) return list_ass_slice(self, start, stop, []);
  if (step < 0) {
    start += step * (length - 1);
    step = -step;
  }
  const items = self.v;
  const size = items.length;
  const removed: PyObject[] = [];
  const end = start + step * (length - 1);
  let to = start;
  for (let i = start; i < size; i++) {
    if (i <= end && (i - start) % step === 0) removed.push(items[i]);
    else items[to++] = items[i];
  }
  items.length = size - length;
  list_resize(self, size, size - length);
  for (const item of removed) decref(item);
}

// ---- methods

export function list_append(self: PyList, object: PyObject): PyObject {
  list_appendBorrowed(self, object);
  return None;
}

function list_extend(self: PyList, iterable: PyObject): PyObject {
  list_extendWith(self, iterable);
  return None;
}

function list_insert(self: PyList, index: PyObject, object: PyObject): PyObject {
  let i = ssizeArgument(index);
  const items = self.v;
  const n = items.length;
  if (i < 0) i = Math.max(0, i + n);
  if (i > n) i = n;
  list_resize(self, n, n + 1);
  object.rc++;
  if (i === n) items.push(object);
  else if (i === 0) items.unshift(object);
  else items.splice(i, 0, object);
  return None;
}

export function list_pop(self: PyList, index?: PyObject): PyObject {
  let i = index === undefined ? -1 : ssizeArgument(index);
  const items = self.v;
  const n = items.length;
  if (n === 0) indexError('pop from empty list');
  if (i < 0) i += n;
  if (i < 0 || i >= n) indexError('pop index out of range');
  let item: PyObject;
  if (i === n - 1) item = items.pop()!;
  else if (i === 0) item = items.shift()!;
  else item = items.splice(i, 1)[0];
  if (n === 1) freeItems(self);
  else if (n - 1 < self.cap >> 1) list_resize(self, n, n - 1);
  return item;
}

function list_clear(self: PyList): PyObject {
  list_clearItems(self);
  return None;
}

function list_copy(self: PyList): PyObject {
  return listFromBorrowed(self.v);
}

function list_remove(self: PyList, value: PyObject): PyObject {
  for (let i = 0; i < self.v.length; i++)
    if (itemIs(self.v[i], value)) {
      deleteItem(self, i);
      return None;
    }
  return valueError('list.remove(x): x not in list');
}

function list_index(self: PyList, value: PyObject, start?: PyObject, stop?: PyObject): PyObject {
  const [from, to] = indexRange(self.v.length, start, stop);
  for (let i = from; i < to && i < self.v.length; i++) if (itemIs(self.v[i], value)) return newInt(i);
  return valueError(`${reprString(value)} is not in list`);
}

function list_count(self: PyList, value: PyObject): PyObject {
  let count = 0;
  for (let i = 0; i < self.v.length; i++) if (itemIs(self.v[i], value)) count++;
  return newInt(count);
}

function list_reverse(self: PyList): PyObject {
  const items = self.v;
  for (let i = 0, k = items.length - 1; i < k; i++, k--) {
    const item = items[i];
    items[i] = items[k];
    items[k] = item;
  }
  return None;
}

function list_sizeof(o: PyObject): number {
  return o.type.basicsize + 8 * (o as PyList).cap;
}

export function initList(): void {
  defineType(T_LIST, {
    doc: 'Built-in mutable sequence.\n\nWithout an argument, a new empty list; else a list of the items of the iterable.',
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE | TPFLAGS_LIST_SUBCLASS | TPFLAGS_MATCH_SELF | TPFLAGS_SEQUENCE,
    basicsize: LIST_BYTES,
    slots: {
      tp_new: list_new,
      tp_init: list_init,
      tp_dealloc: list_dealloc,
      tp_traverse: list_traverse,
      tp_clear: list_clearItems,
      sizeof: list_sizeof,
      tp_repr: list_repr,
      tp_richcompare: list_richcompare,
      tp_iter: list_iter,
      sq_length: list_length,
      sq_concat: list_concat,
      sq_repeat: list_repeat,
      sq_item: list_item,
      sq_ass_item: list_ass_item,
      sq_contains: list_contains,
      sq_inplace_concat: list_inplace_concat,
      sq_inplace_repeat: list_inplace_repeat,
      mp_length: list_length,
      mp_subscript: list_subscript,
      mp_ass_subscript: list_ass_subscript,
    },
    methods: [
      ['__getitem__', list_subscript, '($self, index, /)', 'Return self[index].'],
      ['__reversed__', list_reversed, '($self, /)', 'Return a reverse iterator over the list.'],
      ['clear', list_clear, '($self, /)', 'Remove all items from list.'],
      ['copy', list_copy, '($self, /)', 'Return a shallow copy of the list.'],
      ['append', list_append, '($self, object, /)', 'Append object to the end of the list.'],
      ['insert', list_insert, '($self, index, object, /)', 'Insert object before index.'],
      ['extend', list_extend, '($self, iterable, /)', 'Extend list by appending elements from the iterable.'],
      ['pop', list_pop, '($self, index=-1, /)', 'Remove and return item at index (default last).'],
      ['remove', list_remove, '($self, value, /)', 'Remove first occurrence of value.'],
      ['index', list_index, '($self, value, start=0, stop=sys.maxsize, /)', 'Return first index of value.'],
      ['count', list_count, '($self, value, /)', 'Return number of occurrences of value.'],
      ['reverse', list_reverse, '($self, /)', 'Reverse *IN PLACE*.'],
      [
        'sort',
        list_sort,
        '($self, /, *, key=None, reverse=False)',
        'Sort the list in ascending order and return None.',
      ],
    ],
    classmethods: [['__class_getitem__', genericalias_classGetitem, '!($type, object, /)', 'See PEP 585']],
  });
}
