/** dict, after Objects/dictobject.c: the C API, the type and its methods. The table is in dict_table.ts. */
import type { PyObject, Visit } from '../heap/object.ts';
import {
  PyContainer,
  TPFLAGS_BASETYPE,
  TPFLAGS_DICT_SUBCLASS,
  TPFLAGS_HAVE_GC,
  TPFLAGS_MAPPING,
  TPFLAGS_MATCH_SELF,
  TypeBody,
} from '../heap/object.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import { born } from '../heap/audit.ts';
import { dictFreeList } from '../heap/freelist.ts';
import { gcFree, gcMalloc, mayBeTracked, track, untrack } from '../heap/gc.ts';
import { decref, incref } from '../heap/refcount.ts';
import { trashcanBegin, trashcanEnd } from '../heap/trashcan.ts';
import { keyErrorObj, raise, typeError } from '../exceptions/raise.ts';
import { T_KeyError } from '../exceptions/types.ts';
import { call0, callSpecialMaybe } from '../protocols/call.ts';
import { eq } from '../protocols/compare.ts';
import { getIter, iterNext } from '../protocols/iterator.ts';
import { setitem } from '../protocols/mapping.ts';
import { reprString } from '../protocols/object.ts';
import { hash } from '../text/hash.ts';
import { defineType } from './define.ts';
import { dict_iter, dict_reversed } from './dict_iter.ts';
import { dict_copyOf, dict_updateArg } from './dict_merge.ts';
import {
  dict_resize,
  dict_setdefaultEntry,
  dict_setitem,
  dict_setitemKnownHash,
  insertSimple,
  removeEntry,
  removeLastEntry,
  resetKeys,
  takeEntries,
} from './dict_table.ts';
import { dictitems_new, dictkeys_new, dictvalues_new } from './dict_views.ts';
import { genericalias_classGetitem } from './genericalias.ts';
import { object_alloc } from './object.ts';
import { reprEnter, reprLeave } from './repr_guard.ts';
import { isSet, T_SET } from './set.ts';
import { set_forEach } from './set_operations.ts';
import { bool, None, NotImplemented } from './singletons.ts';
import { intern, newStr, T_STR } from './str.ts';
import { newTuple } from './tuple.ts';
import type { DictEntry, PyDict } from './dict_body.ts';
import { DictBody, estimateLog2Keysize, initKeys, releaseKeys, tableBytes } from './dict_body.ts';
import { dict_lookup, dict_lookupKnownHash, entryHash, lookupJsStr } from './dict_lookup.ts';

export { DictBody, DictEntry, type PyDict } from './dict_body.ts';
export { dict_lookup, dict_lookupKnownHash, entryHash } from './dict_lookup.ts';
export { dict_setdefaultEntry, dict_setitem } from './dict_table.ts';
export { dict_copyOf, dict_merge } from './dict_merge.ts';

export const T_DICT = new TypeBody('dict');

const DICT_BYTES = 48;

/** An empty dict, untracked (PyDict_New). New reference. */
export function newDict(): PyDict {
  const o = new PyContainer(1, T_DICT, dictFreeList.pop() || gcMalloc(T_DICT, DICT_BYTES), new DictBody());
  born(o);
  return o;
}

/** dict_new_presized: an empty dict with room for `n` keys. */
export function newDictPresized(n: number, unicode: boolean): PyDict {
  const d = newDict();
  if (n > 5) initKeys(d, Math.min(estimateLog2Keysize(n), 17), unicode);
  return d;
}

/** A dict display: `items` are key, value, key, value..., all consumed (_PyDict_FromItems and the stack's release). */
export function dict_fromItems(items: PyObject[]): PyDict {
  let unicode = true;
  for (let i = 0; i < items.length; i += 2) if (items[i].type !== T_STR) unicode = false;
  const d = newDictPresized(items.length / 2, unicode);
  try {
    for (let i = 0; i < items.length; i += 2) dict_setitem(d, items[i], items[i + 1]);
  } catch (e) {
    decref(d);
    for (const item of items) decref(item);
    throw e;
  }
  for (let i = 0; i < items.length; i++) decref(items[i]);
  return d;
}

/**
 * The `__dict__` that inline attributes become (make_dict_from_instance_attributes): a split table over the keys of
 * `type`. Takes over the references of `values` and the block `mem` that held them; borrows `keys`.
 */
export function dict_fromInline(
  keys: PyObject<string>[],
  values: PyObject[],
  type: TypeBody | null,
  mem: number,
): PyDict {
  const d = newDict();
  const b = d.v;
  if (type !== null) {
    b.split = type;
    b.entries = [];
    d.mem = mem;
  }
  for (let i = 0; i < keys.length; i++) {
    insertSimple(d, keys[i], keys[i].v, values[i]);
    if (d.gcNext === null && mayBeTracked(values[i])) track(d);
  }
  return d;
}

/** PyDict_Check. */
export function isDict(o: PyObject): o is PyDict {
  return (o.type.flags & TPFLAGS_DICT_SUBCLASS) !== 0;
}

/** d[key], borrowed, or null (PyDict_GetItemWithError). Raises what hashing or comparing raises. */
export function dict_getitem(d: PyContainer, key: PyObject): PyObject | null {
  const e = dict_lookup(d, key);
  return e === null ? null : e.value;
}

/** del d[key]; raises KeyError. */
export function dict_delitem(d: PyContainer, key: PyObject): void {
  const e = dict_lookup(d, key);
  if (e === null) keyErrorObj(key);
  releaseEntry(d, e);
}

/** Removes a live entry: the key goes first, then the value (delitem_common). */
function releaseEntry(d: PyDict, e: DictEntry): void {
  const value = removeEntry(d, e);
  decref(e.key);
  decref(value);
}

/** The entry of a name, or null. */
export function dict_findStrEntry(d: PyContainer, name: string): DictEntry | null {
  return lookupJsStr(d, name);
}

/** d[name], borrowed, or null (PyDict_GetItemString). */
export function dict_getStr(d: PyContainer, name: string): PyObject | null {
  const e = lookupJsStr(d, name);
  return e === null ? null : e.value;
}

/** d[name] = value (borrowed); the key is the interned name. */
export function dict_setStr(d: PyContainer, name: string, value: PyObject): void {
  dict_setitem(d, intern(name), value);
}

/** del d[name]; raises KeyError. */
export function dict_delStr(d: PyContainer, name: string): void {
  dict_delitem(d, intern(name));
}

/** Removes the key and answers its value (owned), or null when it is not there. */
export function dict_popEntry(d: PyContainer, key: PyObject): PyObject | null {
  if ((d as PyDict).v.used === 0) return null;
  const e = dict_lookup(d, key);
  if (e === null) return null;
  const value = removeEntry(d, e);
  decref(e.key);
  return value;
}

/**
 * PyDict_Next: the first live entry at or after `position`, or null; the next search begins at `entry.index + 1`.
 */
export function dict_next(d: PyContainer, position: number): DictEntry | null {
  const entries = (d as PyDict).v.entries;
  for (let i = position; i < entries.length; i++) if (entries[i] !== null) return entries[i];
  return null;
}

/** PyDict_Clear */
export function dict_clearItems(d: PyContainer): void {
  if ((d as PyDict).v.log2 === 0 && (d as PyDict).v.split === null) return;
  const entries = takeEntries(d);
  resetKeys(d);
  for (const e of entries) {
    if (e === null) continue;
    const value = e.value!;
    e.value = null;
    decref(e.key);
    decref(value);
  }
}

/** The items as pairs of borrowed references; later changes of the dict are not seen. */
export function dict_items(d: PyContainer): [PyObject, PyObject][] {
  const pairs: [PyObject, PyObject][] = [];
  for (const e of (d as PyDict).v.entries) if (e !== null) pairs.push([e.key, e.value!]);
  return pairs;
}

// ---- lifetime

function dict_dealloc(o: PyObject): void {
  const d = o as PyDict;
  untrack(d);
  if (trashcanBegin(d, dict_dealloc)) return;
  const entries = takeEntries(d);
  if (d.v.split !== null) releaseSplit(entries, d.v.split);
  else
    for (let i = 0; i < entries.length; i++) {
      const e = entries[i];
      if (e === null) continue;
      const value = e.value!;
      e.value = null;
      const key = e.key;
      if (--key.rc === 0) key.type.tp_dealloc!(key);
      if (--value.rc === 0) value.type.tp_dealloc!(value);
    }
  releaseKeys(d);
  if (d.type !== T_DICT || !dictFreeList.push(d.addr)) gcFree(d);
  trashcanEnd(d, dict_dealloc);
}

/** The values of a split table die in the order of the class's keys. */
function releaseSplit(entries: (DictEntry | null)[], type: TypeBody): void {
  const live = entries.filter(e => e !== null);
  live.sort((a, b) => type.sharedKeys!.get(a.key.v)! - type.sharedKeys!.get(b.key.v)!);
  for (const e of live) {
    const value = e.value!;
    e.value = null;
    decref(value);
  }
  for (const e of live) decref(e.key);
}

/** As dict_traverse: the keys of a dict with str keys only are not visited (they cannot be in a cycle). */
function dict_traverse(o: PyContainer, visit: Visit): void {
  const b = (o as PyDict).v;
  const entries = b.entries;
  for (let i = 0; i < entries.length; i++) {
    const e = entries[i];
    if (e === null) continue;
    visit(e.value!, b.unicode ? e.key.v : null);
    if (!b.unicode) visit(e.key, null);
  }
}

/** What dict_traverse leaves out, for whoever counts every reference. */
export function dict_traverseStrKeys(o: PyContainer, visit: Visit): void {
  const b = (o as PyDict).v;
  if (b.unicode) for (const e of b.entries) if (e !== null) visit(e.key, null);
}

/** _PyDict_MaybeUntrack: the collector forgets a dict of untracked values. */
export function dict_maybeUntrack(o: PyContainer): void {
  if (o.type !== T_DICT || o.gcNext === null) return;
  const b = (o as PyDict).v;
  for (const e of b.entries) {
    if (e === null) continue;
    if (mayBeTracked(e.value!) || (!b.unicode && mayBeTracked(e.key))) return;
  }
  untrack(o);
}

function dict_new(type: TypeBody): PyObject {
  const d = object_alloc(type) as PyDict;
  d.v = new DictBody();
  if (type === T_DICT) untrack(d);
  return d;
}

function dict_init(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void {
  updateCommon(o as PyDict, args, kwnames, 'dict');
}

/** dict_update_common */
function updateCommon(d: PyDict, args: PyObject[], kwnames: PyObject[] | null, name: string): void {
  const npos = args.length - (kwnames === null ? 0 : kwnames.length);
  if (npos > 1) typeError(`${name} expected at most 1 argument, got ${npos}`);
  if (npos === 1) dict_updateArg(d, args[0]);
  if (kwnames !== null) for (let i = 0; i < kwnames.length; i++) dict_setitem(d, kwnames[i], args[npos + i]);
}

// ---- basics

function dict_repr(o: PyObject): PyObject {
  const d = o as PyDict;
  if (d.v.used === 0) return newStr('{}');
  if (!reprEnter(d)) return newStr('{...}');
  try {
    let text = '{';
    for (let e = dict_next(d, 0); e !== null; e = dict_next(d, e.index + 1)) {
      const key = incref(e.key);
      const value = incref(e.value!);
      try {
        if (text.length > 1) text += ', ';
        text += reprString(key);
        text += ': ';
        text += reprString(value);
      } finally {
        decref(key);
        decref(value);
      }
    }
    return newStr(text + '}');
  } finally {
    reprLeave(d);
  }
}

/** dict_equal */
function dict_equal(a: PyDict, b: PyDict): boolean {
  if (a.v.used !== b.v.used) return false;
  for (let e = dict_next(a, 0); e !== null; e = dict_next(a, e.index + 1)) {
    const key = incref(e.key);
    const value = incref(e.value!);
    let other: PyObject | null = null;
    try {
      entryHash(a.v, e);
      const found = dict_lookupKnownHash(b, key, hash.lo, hash.hi);
      if (found === null) return false;
      other = incref(found.value!);
      if (!(value === other || eq(value, other))) return false;
    } finally {
      if (other !== null) decref(other);
      decref(key);
      decref(value);
    }
  }
  return true;
}

function dict_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (!isDict(a) || !isDict(b) || (op !== Py_EQ && op !== Py_NE)) return NotImplemented;
  return bool(dict_equal(a, b) === (op === Py_EQ));
}

function dict_length(o: PyObject): number {
  return (o as PyDict).v.used;
}

export function dict_contains(o: PyObject, key: PyObject): boolean {
  return dict_lookup(o as PyDict, key) !== null;
}

export function dict_subscript(o: PyObject, key: PyObject): PyObject {
  const e = dict_lookup(o as PyDict, key);
  if (e !== null) return incref(e.value!);
  if (o.type !== T_DICT) {
    const made = callSpecialMaybe(o, '__missing__', [key]);
    if (made !== null) return made;
  }
  return keyErrorObj(key);
}

export function dict_ass_subscript(o: PyObject, key: PyObject, value: PyObject | null): void {
  if (value === null) dict_delitem(o as PyDict, key);
  else dict_setitem(o as PyDict, key, value);
}

function dict_or(a: PyObject, b: PyObject): PyObject {
  if (!isDict(a) || !isDict(b)) return NotImplemented;
  const result = dict_copyOf(a);
  try {
    dict_updateArg(result, b);
  } catch (e) {
    decref(result);
    throw e;
  }
  return result;
}

function dict_ior(a: PyObject, b: PyObject): PyObject {
  dict_updateArg(a as PyDict, b);
  return incref(a);
}

// ---- methods

function dict_get(self: PyDict, key: PyObject, defaultValue?: PyObject): PyObject {
  const e = dict_lookup(self, key);
  return incref(e === null ? (defaultValue ?? None) : e.value!);
}

function dict_setdefault(self: PyDict, key: PyObject, defaultValue?: PyObject): PyObject {
  return incref(dict_setdefaultEntry(self, key, defaultValue ?? None).value!);
}

function dict_pop(self: PyDict, key: PyObject, defaultValue?: PyObject): PyObject {
  const value = dict_popEntry(self, key);
  if (value !== null) return value;
  if (defaultValue !== undefined) return incref(defaultValue);
  return keyErrorObj(key);
}

function dict_popitem(self: PyDict): PyObject {
  const b = self.v;
  if (b.used === 0) raise(T_KeyError, 'popitem(): dictionary is empty');
  if (b.split !== null) dict_resize(self, estimateLog2Keysize(b.used), true);
  const entries = b.entries;
  let i = entries.length - 1;
  while (entries[i] === null) i--;
  const e = entries[i]!;
  const value = removeLastEntry(self, e);
  return newTuple([e.key, value]);
}

function dict_update(self: PyDict, args: PyObject[], kwargs: Map<string, PyObject> | null): PyObject {
  updateCommon(self, args, null, 'update');
  if (kwargs !== null) for (const [name, value] of kwargs) dict_setitem(self, intern(name), value);
  return None;
}

/** dict.fromkeys (_PyDict_FromKeys) */
function dict_fromkeys(cls: PyObject, iterable: PyObject, value?: PyObject): PyObject {
  const v = value ?? None;
  const d = call0(cls);
  let it: PyObject | null = null;
  try {
    if (d.type === T_DICT && (d as PyDict).v.used === 0) {
      if (iterable.type === T_DICT) {
        const source = (iterable as PyDict).v;
        if (source.used > 0) dict_resize(d as PyDict, estimateLog2Keysize(source.used), source.unicode);
        for (let e = dict_next(iterable as PyDict, 0); e !== null; e = dict_next(iterable as PyDict, e.index + 1)) {
          entryHash(source, e);
          dict_setitemKnownHash(d as PyDict, e.key, hash.lo, hash.hi, v);
        }
        return d;
      }
      if (isSet(iterable) && iterable.type === T_SET) {
        if (iterable.v.used > 0) dict_resize(d as PyDict, estimateLog2Keysize(iterable.v.used), false);
        set_forEach(iterable, (key, lo, hi) => dict_setitemKnownHash(d as PyDict, key, lo, hi, v));
        return d;
      }
    }
    it = getIter(iterable);
    for (let key = iterNext(it); key !== null; key = iterNext(it)) {
      try {
        if (d.type === T_DICT) dict_setitem(d as PyDict, key, v);
        else setitem(d, key, v);
      } finally {
        decref(key);
      }
    }
  } catch (e) {
    decref(d);
    throw e;
  } finally {
    if (it !== null) decref(it);
  }
  return d;
}

export function dict_clear(self: PyDict): PyObject {
  dict_clearItems(self);
  return None;
}

/** A shallow copy (PyDict_Copy). New reference. */
export function dict_copy(self: PyContainer): PyDict {
  return dict_copyOf(self as PyDict);
}

function dict_sizeof(o: PyObject): number {
  return o.type.basicsize + tableBytes((o as PyDict).v);
}

export function initDict(): void {
  defineType(T_DICT, {
    doc: [
      'dict() -> new empty dictionary',
      "dict(mapping) -> new dictionary with the mapping's (key, value) pairs",
      'dict(iterable) -> new dictionary from the (key, value) pairs that the iterable yields',
      'dict(**kwargs) -> new dictionary of the name=value pairs given as keywords; e.g. dict(one=1, two=2)',
    ].join('\n'),
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE | TPFLAGS_DICT_SUBCLASS | TPFLAGS_MATCH_SELF | TPFLAGS_MAPPING,
    basicsize: DICT_BYTES,
    slots: {
      tp_new: dict_new,
      tp_init: dict_init,
      tp_dealloc: dict_dealloc,
      tp_traverse: dict_traverse,
      tp_clear: dict_clearItems,
      sizeof: dict_sizeof,
      tp_repr: dict_repr,
      tp_richcompare: dict_richcompare,
      tp_iter: dict_iter,
      nb_or: dict_or,
      nb_inplace_or: dict_ior,
      sq_contains: dict_contains,
      mp_length: dict_length,
      mp_subscript: dict_subscript,
      mp_ass_subscript: dict_ass_subscript,
    },
    methods: [
      [
        '__contains__',
        (self, key) => bool(dict_contains(self, key)),
        '($self, key, /)',
        'True if the dictionary has the specified key, else False.',
      ],
      ['__getitem__', dict_subscript, '($self, key, /)', 'Return self[key].'],
      [
        'get',
        dict_get,
        '($self, key, default=None, /)',
        'Return the value for key if key is in the dictionary, else default.',
      ],
      [
        'setdefault',
        dict_setdefault,
        '($self, key, default=None, /)',
        'Insert key with a value of default if key is not in the dictionary.',
      ],
      [
        'pop',
        dict_pop,
        '($self, key, default=<unrepresentable>, /)',
        'D.pop(k[,d]) -> v, remove specified key and return the corresponding value.',
      ],
      ['popitem', dict_popitem, '($self, /)', 'Remove and return a (key, value) pair as a 2-tuple.'],
      ['keys', dictkeys_new, '!($self, /)', "D.keys() -> a set-like object providing a view on D's keys"],
      ['items', dictitems_new, '!($self, /)', "D.items() -> a set-like object providing a view on D's items"],
      ['values', dictvalues_new, '!($self, /)', "D.values() -> an object providing a view on D's values"],
      [
        'update',
        dict_update,
        '!($self, *args, **kwargs)',
        'D.update([E, ]**F) -> None.  Update D from dict/iterable E and F.',
      ],
      ['clear', dict_clear, '!($self, /)', 'D.clear() -> None.  Remove all items from D.'],
      ['copy', dict_copy, '!($self, /)', 'D.copy() -> a shallow copy of D'],
      ['__reversed__', dict_reversed, '($self, /)', 'Return a reverse iterator over the dict keys.'],
    ],
    classmethods: [
      [
        'fromkeys',
        dict_fromkeys,
        '($type, iterable, value=None, /)',
        'Create a new dictionary with keys from iterable and values set to value.',
      ],
      ['__class_getitem__', genericalias_classGetitem, '!($type, object, /)', 'See PEP 585'],
    ],
  });
}
