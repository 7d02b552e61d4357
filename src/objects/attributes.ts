/**
 * Attributes that live in the instance: inline values under the class's shared keys, and the `__dict__` they become
 * when somebody asks for it (`_PyObject_StoreInstanceAttribute` and neighbours in Objects/dictobject.c).
 */
import { GC_ODD_ORDER, newVersionTag, type PyContainer, type PyObject, type TypeBody } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { nulls } from '../heap/items.ts';
import { free, malloc } from '../heap/pymalloc.ts';
import { dict_delStr, dict_fromInline, dict_getStr, dict_setitem } from './dict.ts';
import { T_STR } from './str.ts';

/** SHARED_KEYS_MAX_SIZE */
export const SHARED_KEYS_MAX = 30;

/** Insertion order of inline attributes (their indices) for the instances that have GC_ODD_ORDER. */
const oddOrder = new WeakMap<PyContainer, number[]>();

/** shared_keys_usable_size: the number of value slots an instance made now gets. */
export function sharedKeysSize(type: TypeBody): number {
  return type.sharedKeyNames.length + type.sharedKeysUsable;
}

/** Bytes of the block that holds `size` inline values and their insertion-order prefix (new_values). */
export function valuesBytes(size: number): number {
  return ((size + 2 + 7) & ~7) + size * 8;
}

/** _PyObject_InitializeDict: gives a new instance its inline values. */
export function initInlineValues(o: PyContainer, type: TypeBody): void {
  if (type.sharedKeysUsable > 1) type.sharedKeysUsable--;
  o.mem = malloc(valuesBytes(type.sharedKeyNames.length + type.sharedKeysUsable));
  o.values = type.valuesCount === 0 ? [] : nulls(type.valuesCount);
}

/** Adds a name to the class's shared keys; answers its index. Borrows `name`. */
export function addSharedKey(type: TypeBody, name: PyObject<string>): number {
  const index = type.slotCount + type.sharedKeyNames.length;
  type.sharedKeyNames.push(incref(name));
  type.sharedKeys!.set(name.v, index);
  type.sharedKeysUsable--;
  type.valuesCount++;
  type.ver = newVersionTag();
  return index;
}

/** Value of an attribute in the instance, borrowed, or null. The type must have `dictoffset`. */
export function instanceAttribute(o: PyContainer, name: string): PyObject | null {
  const dict = o.dict;
  if (dict !== null) return dict_getStr(dict, name);
  const keys = o.type.sharedKeys;
  if (keys === null || o.values === null) return null;
  const index = keys.get(name);
  if (index === undefined) return null;
  const value = o.values[index];
  return value === undefined ? null : value;
}

/** True when attributes are stored inline now. */
export function hasInlineValues(o: PyContainer): boolean {
  return o.dict === null && o.type.sharedKeys !== null && o.values !== null;
}

/**
 * Stores (`value` borrowed) or deletes (null) an instance attribute. Answers false when it was to be deleted and is not there.
 */
export function storeInstanceAttribute(o: PyContainer, name: PyObject<string>, value: PyObject | null): boolean {
  if (!hasInlineValues(o)) {
    const dict = instanceDict(o);
    if (value !== null) {
      dict_setitem(dict, name, value);
      return true;
    }
    if (dict_getStr(dict, name.v) === null) return false;
    dict_delStr(dict, name.v);
    return true;
  }
  const type = o.type;
  let index = type.sharedKeys!.get(name.v);
  if (index === undefined) {
    if (value === null) return false;
    if (type.sharedKeysUsable <= 0 || name.type !== T_STR) {
      dict_setitem(instanceDict(o), name, value);
      return true;
    }
    index = addSharedKey(type, name);
  }
  const values = o.values!;
  while (values.length <= index) values.push(null);
  const old = values[index];
  if (value === null) {
    if (old === null) return false;
    values[index] = null;
    forgetOrder(o, index);
    decref(old);
    return true;
  }
  value.rc++;
  values[index] = value;
  if (old !== null) decref(old);
  else if ((o.gcRefs & GC_ODD_ORDER) !== 0) oddOrder.get(o)!.push(index);
  else if (index !== type.slotCount && values[index - 1] === null) startOddOrder(o, index);
  return true;
}

function setIndices(o: PyContainer): number[] {
  const order: number[] = [];
  for (let i = o.type.slotCount; i < o.values!.length; i++) if (o.values![i] !== null) order.push(i);
  return order;
}

/** `index` was just set although its predecessor is not. */
function startOddOrder(o: PyContainer, index: number): void {
  const order = setIndices(o).filter(i => i !== index);
  order.push(index);
  oddOrder.set(o, order);
  o.gcRefs |= GC_ODD_ORDER;
}

/** `index` was just deleted. */
function forgetOrder(o: PyContainer, index: number): void {
  const known = oddOrder.get(o);
  if (known !== undefined) {
    known.splice(known.indexOf(index), 1);
    return;
  }
  const order = setIndices(o);
  // Deleting the last of the prefix leaves a prefix.
  if (order.length === 0 || order[order.length - 1] < index) return;
  oddOrder.set(o, order);
  o.gcRefs |= GC_ODD_ORDER;
}

/** Indices of the set inline attributes in insertion order. */
export function inlineOrder(o: PyContainer): number[] {
  return (o.gcRefs & GC_ODD_ORDER) !== 0 ? oddOrder.get(o)! : setIndices(o);
}

/**
 * The instance's `__dict__`, borrowed, made if need be: inline values move into it (_PyObject_GetDictPtr,
 * make_dict_from_instance_attributes).
 */
export function instanceDict(o: PyContainer): PyContainer {
  if (o.dict !== null) return o.dict;
  const type = o.type;
  const values = o.values;
  if (type.sharedKeys === null || values === null) {
    o.dict = dict_fromInline([], [], null, 0);
    return o.dict;
  }
  const order = inlineOrder(o);
  const keys: PyObject<string>[] = [];
  const items: PyObject[] = [];
  for (const index of order) {
    keys.push(type.sharedKeyNames[index - type.slotCount]);
    items.push(values[index]!);
  }
  // The dict takes over the block of values.
  o.dict = dict_fromInline(keys, items, type, o.mem);
  o.mem = 0;
  o.values = type.slotCount > 0 ? values.slice(0, type.slotCount) : null;
  return o.dict;
}

/** _PyObject_FreeInstanceAttributes: releases inline values in index order, and their block. */
export function freeInlineValues(o: PyContainer): void {
  const values = o.values;
  if (values === null) return;
  o.values = null;
  for (let i = o.type.slotCount; i < values.length; i++) {
    const value = values[i];
    if (value !== null) {
      values[i] = null;
      decref(value);
    }
  }
  if (o.mem !== 0) {
    free(o.mem);
    o.mem = 0;
  }
}

/** Sets a materialised `__dict__` (consumed) in place of whatever was there; null deletes. */
export function replaceInstanceDict(o: PyContainer, dict: PyContainer | null): void {
  const old = o.dict;
  const values = hasInlineValues(o) ? o.values : null;
  if (values !== null) {
    const type = o.type;
    const mem = o.mem;
    o.mem = 0;
    o.values = type.slotCount > 0 ? values.slice(0, type.slotCount) : null;
    o.dict = dict;
    for (let i = type.slotCount; i < values.length; i++) if (values[i] !== null) decref(values[i]!);
    free(mem);
    return;
  }
  o.dict = dict;
  if (old !== null) decref(old);
}
