/** Iterators over dicts, forwards and backwards, by keys, values and items (dictiterobject in Objects/dictobject.c). */
import type { PyContainer, PyObject, Visit } from '../heap/object.ts';
import { TPFLAGS_HAVE_GC, TypeBody } from '../heap/object.ts';
import { gcFree, track, untrack } from '../heap/gc.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { runtimeError } from '../exceptions/raise.ts';
import { collect } from '../protocols/sequence.ts';
import type { MethodRow } from './define.ts';
import { defineType } from './define.ts';
import { builtinNamed } from './builtin_named.ts';
import { newInt } from './int.ts';
import { newList } from './list.ts';
import { gcNew } from './object.ts';
import { None } from './singletons.ts';
import type { PyTuple } from './tuple.ts';
import { newTuple, tuple1, tuple2 } from './tuple.ts';
import type { DictEntry, PyDict } from './dict_body.ts';

export class DictIterBody {
  constructor(
    /** Owned; null once exhausted. */
    public dict: PyDict | null,
    /** Number of keys when the iteration began; -1 after a change was reported. */
    public used: number,
    /** Next position in the dict's entries. */
    public pos: number,
    /** Items still expected. */
    public len: number,
    /** The tuple that items iterators answer again while nobody else holds it. */
    public result: PyTuple | null,
  ) {}
}

export type PyDictIter = PyContainer<DictIterBody>;

export const T_DICT_KEYITERATOR = new TypeBody('dict_keyiterator');
export const T_DICT_VALUEITERATOR = new TypeBody('dict_valueiterator');
export const T_DICT_ITEMITERATOR = new TypeBody('dict_itemiterator');
export const T_DICT_REVERSEKEYITERATOR = new TypeBody('dict_reversekeyiterator');
export const T_DICT_REVERSEVALUEITERATOR = new TypeBody('dict_reversevalueiterator');
export const T_DICT_REVERSEITEMITERATOR = new TypeBody('dict_reverseitemiterator');

/** dictiter_new. Borrows the dict; new reference. */
export function newDictIter(d: PyDict, type: TypeBody): PyDictIter {
  const b = d.v;
  d.rc++;
  const back =
    type === T_DICT_REVERSEITEMITERATOR || type === T_DICT_REVERSEKEYITERATOR || type === T_DICT_REVERSEVALUEITERATOR;
  const pairs = type === T_DICT_ITEMITERATOR || type === T_DICT_REVERSEITEMITERATOR;
  const body = new DictIterBody(d, b.used, back ? b.entries.length - 1 : 0, b.used, null);
  if (pairs) body.result = tuple2(None, None);
  return gcNew(type, body);
}

/** iter(d) */
export function dict_iter(o: PyObject): PyObject {
  return newDictIter(o as PyDict, T_DICT_KEYITERATOR);
}

/** reversed(d) */
export function dict_reversed(o: PyObject): PyObject {
  return newDictIter(o as PyDict, T_DICT_REVERSEKEYITERATOR);
}

/** The next entry, or null at the end. Raises RuntimeError when keys came or went since the last one. */
export function dictiter_advance(o: PyDictIter): DictEntry | null {
  const it = o.v;
  const d = it.dict;
  if (d === null) return null;
  const b = d.v;
  if (it.used !== b.used) {
    it.used = -1;
    runtimeError('dictionary changed size during iteration');
  }
  const entries = b.entries;
  const n = entries.length;
  let i = it.pos;
  while (i < n && entries[i] === null) i++;
  if (i >= n) return finish(it, d);
  if (it.len === 0) changed(it, d);
  it.pos = i + 1;
  it.len--;
  return entries[i];
}

function finish(it: DictIterBody, d: PyDict): null {
  it.dict = null;
  decref(d);
  return null;
}

function changed(it: DictIterBody, d: PyDict): never {
  it.dict = null;
  decref(d);
  return runtimeError('dictionary keys changed during iteration');
}

function dictreviter_advance(o: PyDictIter): DictEntry | null {
  const it = o.v;
  const d = it.dict;
  if (d === null) return null;
  const b = d.v;
  if (it.used !== b.used) {
    it.used = -1;
    runtimeError('dictionary changed size during iteration');
  }
  const entries = b.entries;
  let i = Math.min(it.pos, entries.length - 1);
  while (i >= 0 && entries[i] === null) i--;
  if (i < 0) return finish(it, d);
  it.pos = i - 1;
  it.len--;
  return entries[i];
}

function keyOf(e: DictEntry | null): PyObject | null {
  return e === null ? null : incref(e.key);
}

function valueOf(e: DictEntry | null): PyObject | null {
  return e === null ? null : incref(e.value!);
}

function itemOf(o: PyDictIter, e: DictEntry | null): PyObject | null {
  if (e === null) return null;
  const key = incref(e.key);
  const value = incref(e.value!);
  const result = o.v.result!;
  if (result.rc !== 1) return newTuple([key, value]);
  const pair = result.v;
  const oldKey = pair[0];
  const oldValue = pair[1];
  pair[0] = key;
  pair[1] = value;
  result.rc++;
  decref(oldKey);
  decref(oldValue);
  // The collector may have untracked it meanwhile.
  if (result.gcNext === null) track(result);
  return result;
}

export function dictiter_iternextkey(o: PyObject): PyObject | null {
  return keyOf(dictiter_advance(o as PyDictIter));
}

function dictiter_iternextvalue(o: PyObject): PyObject | null {
  return valueOf(dictiter_advance(o as PyDictIter));
}

export function dictiter_iternextitem(o: PyObject): PyObject | null {
  return itemOf(o as PyDictIter, dictiter_advance(o as PyDictIter));
}

function dictiter_dealloc(o: PyObject): void {
  const self = o as PyDictIter;
  untrack(self);
  xdecref(self.v.dict);
  xdecref(self.v.result);
  gcFree(self);
}

function dictiter_traverse(o: PyContainer, visit: Visit): void {
  const it = (o as PyDictIter).v;
  if (it.dict !== null) visit(it.dict, 'dict');
  if (it.result !== null) visit(it.result, 'result');
}

function dictiter_len(self: PyDictIter): PyObject {
  const it = self.v;
  return newInt(it.dict !== null && it.used === it.dict.v.used ? it.len : 0);
}

/** `(iter, (list of what is left,))`, leaving the iterator where it is. */
function dictiter_reduce(self: PyDictIter): PyObject {
  const it = self.v;
  const copy = gcNew(self.type, new DictIterBody(it.dict, it.used, it.pos, it.len, null));
  if (it.result !== null) copy.v.result = tuple2(None, None);
  if (it.dict !== null) it.dict.rc++;
  let items: PyObject[];
  try {
    items = collect(copy);
  } finally {
    decref(copy);
  }
  const list = newList(items);
  const args = tuple1(list);
  decref(list);
  return newTuple([builtinNamed('iter'), args]);
}

const METHODS: MethodRow[] = [
  ['__length_hint__', dictiter_len, '!($self, /)', 'Private method returning an estimate of len(list(it)).'],
  ['__reduce__', dictiter_reduce, '!($self, /)', 'Return state information for pickling.'],
];

export function initDictIter(): void {
  const define = (type: TypeBody, tp_iternext: (o: PyObject) => PyObject | null): void =>
    defineType(type, {
      flags: TPFLAGS_HAVE_GC,
      basicsize: 56,
      slots: {
        tp_dealloc: dictiter_dealloc,
        tp_traverse: dictiter_traverse,
        tp_iter: incref,
        tp_iternext,
      },
      methods: METHODS,
    });
  define(T_DICT_KEYITERATOR, dictiter_iternextkey);
  define(T_DICT_VALUEITERATOR, dictiter_iternextvalue);
  define(T_DICT_ITEMITERATOR, dictiter_iternextitem);
  define(T_DICT_REVERSEKEYITERATOR, o => keyOf(dictreviter_advance(o as PyDictIter)));
  define(T_DICT_REVERSEVALUEITERATOR, o => valueOf(dictreviter_advance(o as PyDictIter)));
  define(T_DICT_REVERSEITEMITERATOR, o => itemOf(o as PyDictIter, dictreviter_advance(o as PyDictIter)));
}
