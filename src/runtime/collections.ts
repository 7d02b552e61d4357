/** Building and taking apart collections for compiled code: displays, unpacking, f-strings. Arguments are consumed. */
import type { PyObject } from '../heap/object.ts';
import { copyItems } from '../heap/items.ts';
import { decref, incref } from '../heap/refcount.ts';
import { dealloc } from './release.ts';
import { isPyException } from '../exceptions/body.ts';
import { newException, typeError } from '../exceptions/raise.ts';
import { T_AttributeError, T_TypeError, T_ValueError } from '../exceptions/types.ts';
import { newAscii, newStr, STR_KIND, T_STR, type PyStr } from '../objects/str.ts';
import { dict_fromItems, dict_merge, dict_setitem, newDict, type PyDict } from '../objects/dict.ts';
import { T_FLOAT } from '../objects/float.ts';
import { T_INT } from '../objects/int.ts';
import { list_appendTake, list_extendWith, newList, T_LIST, type PyList } from '../objects/list.ts';
import { newSet, set_addKey, set_update, type PySet } from '../objects/set.ts';
import { newSlice } from '../objects/slice.ts';
import { newTuple, sequenceTuple, T_TUPLE, type PyTuple } from '../objects/tuple.ts';
import { getIter, iterNext } from '../protocols/iterator.ts';
import { ascii, format, repr, str } from '../protocols/object.ts';

function listExtend(list: PyList, iterable: PyObject): void {
  try {
    list_extendWith(list, iterable);
  } catch (e) {
    if (isPyException(e, T_TypeError) && iterable.type.tp_iter === null && iterable.type.sq_item === null) {
      decref(e);
      typeError(`Value after * must be an iterable, not ${iterable.type.name}`);
    }
    throw e;
  } finally {
    decref(iterable);
  }
}

function listToTuple(list: PyList): PyTuple {
  const tuple = sequenceTuple(list);
  decref(list);
  return tuple;
}

/** `[1, 2, 3]`: an empty list extended with the constant tuple (borrowed). */
function listFromConstant(constant: PyTuple): PyList {
  const list = newList([]);
  list_extendWith(list, constant);
  return list;
}

function setFromConstant(constant: PyObject): PySet {
  const set = newSet();
  set_update(set, constant);
  return set;
}

/** BUILD_SET */
function makeSet(items: PyObject[]): PySet {
  const set = newSet();
  try {
    for (const item of items) set_addKey(set, item);
  } catch (e) {
    decref(set);
    throw e;
  } finally {
    for (const item of items) decref(item);
  }
  return set;
}

function setAdd(set: PySet, item: PyObject): void {
  try {
    set_addKey(set, item);
  } finally {
    decref(item);
  }
}

function setUpdate(set: PySet, iterable: PyObject): void {
  try {
    set_update(set, iterable);
  } finally {
    decref(iterable);
  }
}

function mapAdd(dict: PyDict, key: PyObject, value: PyObject): void {
  try {
    dict_setitem(dict, key, value);
  } finally {
    decref(key);
    decref(value);
  }
}

/** DICT_UPDATE: `{**mapping}`. */
function dictUpdate(dict: PyDict, mapping: PyObject): void {
  try {
    dict_merge(dict, mapping);
  } catch (e) {
    if (isPyException(e, T_AttributeError)) {
      decref(e);
      typeError(`'${mapping.type.name}' object is not a mapping`);
    }
    throw e;
  } finally {
    decref(mapping);
  }
}

function newSliceConsume(start: PyObject, stop: PyObject, step: PyObject): PyObject {
  const slice = newSlice(start, stop, step);
  decref(start);
  decref(stop);
  decref(step);
  return slice;
}

// ---- unpacking

/** UNPACK_SEQUENCE: exactly `n` items as new references. Consumes the sequence. */
function unpackSequence(seq: PyObject, n: number): PyObject[] {
  if ((seq.type !== T_TUPLE && seq.type !== T_LIST) || seq.v.length !== n) return unpackIterable(seq, n, -1);
  const items = copyItems(seq.v);
  decref(seq);
  return items;
}

/** UNPACK_EX: `before` items, a list of the middle, `after` items. Consumes the sequence. */
function unpackEx(seq: PyObject, before: number, after: number): PyObject[] {
  return unpackIterable(seq, before, after);
}

function unpackIterable(seq: PyObject, before: number, after: number): PyObject[] {
  let it: PyObject | null = null;
  const items: PyObject[] = [];
  let error: unknown = null;
  try {
    if (seq.type.tp_iter === null && seq.type.sq_item === null)
      typeError(`cannot unpack non-iterable ${seq.type.name} object`);
    it = getIter(seq);
    const message = takeItems(it, items, before, after);
    if (message !== null) error = newException(T_ValueError, message);
  } catch (e) {
    error = e;
  }
  if (error !== null) for (let i = items.length - 1; i >= 0; i--) decref(items[i]);
  if (it !== null) decref(it);
  decref(seq);
  if (error !== null) throw error;
  return items;
}

/** unpack_iterable: new references to the items; answers what is wrong with their number, or null. */
function takeItems(it: PyObject, items: PyObject[], before: number, after: number): string | null {
  while (items.length < before) {
    const item = iterNext(it);
    if (item === null) {
      const expected = after < 0 ? `expected ${before}` : `expected at least ${before + after}`;
      return `not enough values to unpack (${expected}, got ${items.length})`;
    }
    items.push(item);
  }
  if (after < 0) {
    const extra = iterNext(it);
    if (extra === null) return null;
    decref(extra);
    return `too many values to unpack (expected ${before})`;
  }
  const rest = newList([]);
  items.push(rest);
  list_extendWith(rest, it);
  const n = rest.v.length;
  if (n < after) return `not enough values to unpack (expected at least ${before + after}, got ${before + n})`;
  for (const item of rest.v.splice(n - after, after)) items.push(item);
  return null;
}

// ---- f-strings

function converted(value: PyObject, conversion: string): PyObject {
  if (conversion === 's') return str(value);
  if (conversion === 'r') return repr(value);
  return ascii(value);
}

/** FORMAT_VALUE without a format spec. Consumes. */
function formatSimple(value: PyObject, conversion: string): PyObject {
  try {
    if (conversion !== '') {
      const text = converted(value, conversion);
      if (text.type === T_STR) return text;
      try {
        return format(text, null);
      } finally {
        decref(text);
      }
    }
    const t = value.type;
    if (t === T_STR) return incref(value);
    if (t === T_INT || t === T_FLOAT) return str(value);
    return format(value, null);
  } finally {
    decref(value);
  }
}

function formatForms(): Record<string, (value: PyObject) => PyObject> {
  const forms: Record<string, (value: PyObject) => PyObject> = {};
  for (const conversion of ['', 's', 'r', 'a']) {
    forms[`formatSimple${conversion}_O`] = value => formatSimple(value, conversion);
    forms[`formatSimple${conversion}_B`] = value => formatSimple(incref(value), conversion);
  }
  return forms;
}

/** FORMAT_VALUE with a format spec. Consumes both. */
function formatSpec(value: PyObject, conversion: string, spec: PyObject): PyObject {
  try {
    if (conversion === '') return format(value, spec);
    const text = converted(value, conversion);
    try {
      return format(text, spec);
    } finally {
      decref(text);
    }
  } finally {
    decref(value);
    decref(spec);
  }
}

/** BUILD_STRING */
function buildString(parts: PyObject[]): PyObject {
  let text = '';
  let kinds = 0;
  let full = 0;
  let last: PyObject | null = null;
  for (let i = 0; i < parts.length; i++) {
    const p = parts[i];
    const s: string = p.v;
    if (s === '') continue;
    full++;
    last = p;
    text += s;
    kinds |= p.type === T_STR ? (p as PyStr).meta & STR_KIND : 4;
  }
  // Joining with empty strings gives the one object that is left (_PyUnicode_JoinArray).
  let r: PyObject;
  if (full === 1 && last!.type === T_STR) r = incref(last!);
  else r = kinds === 0 ? newAscii(text) : newStr(text);
  for (let i = 0; i < parts.length; i++) if (--parts[i].rc === 0) dealloc(parts[i]);
  return r;
}

export const collections = {
  newList,
  newTuple,
  newSet: makeSet,
  newDict,
  listAppend: list_appendTake,
  listExtend,
  listToTuple,
  listFromConstant,
  setFromConstant,
  setAdd,
  setUpdate,
  dictFromItems: dict_fromItems,
  mapAdd,
  dictUpdate,
  newSliceConsume,
  unpackSequence,
  unpackEx,
  ...formatForms(),
  formatSpec,
  buildString,
};
