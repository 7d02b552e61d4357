/** Pickling support of `object`: `__reduce_ex__`, `__getstate__` (Objects/typeobject.c). */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { TPFLAGS_HEAPTYPE } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { typeError } from '../exceptions/raise.ts';
import { call, call0 } from '../protocols/call.ts';
import { getattrStr, lookupattrStr } from '../protocols/attribute.ts';
import { asSsize } from '../protocols/number.ts';
import { hooks } from './hooks.ts';
import { newInt } from './int.ts';
import { dict_items, dict_setStr, newDict, isDict } from './dict.ts';
import { instanceDict } from './attributes.ts';
import { T_MEMBER_DESCR } from './descriptors.ts';
import { None } from './singletons.ts';
import { newTuple } from './tuple.ts';
import { T_OBJECT } from './object.ts';
import { typeLookup } from './type_lookup.ts';

/** `obj.__reduce_ex__(protocol)`; protocol null stands for `__reduce__`. */
export function object_reduce_ex(self: PyObject, protocol: PyObject | null): PyObject {
  const proto = protocol === null ? 0 : asSsize(protocol, null);
  if (protocol !== null) {
    const reduce = typeLookup(self.type, '__reduce__');
    if (reduce !== null && reduce !== typeLookup(T_OBJECT, '__reduce__')) {
      const bound = getattrStr(self, '__reduce__');
      try {
        return call0(bound);
      } finally {
        decref(bound);
      }
    }
  }
  const copyreg = hooks.importModule('copyreg');
  try {
    if (proto < 2) {
      const f = getattrStr(copyreg, '_reduce_ex');
      const n = newInt(proto);
      try {
        return call(f, [self, n], null);
      } finally {
        decref(n);
        decref(f);
      }
    }
    return reduceNewobj(self, copyreg);
  } finally {
    decref(copyreg);
  }
}

function reduceNewobj(self: PyObject, copyreg: PyObject): PyObject {
  const type = self.type;
  if (type.tp_new === null) typeError(`cannot pickle '${type.name}' object`);
  const newobj = getattrStr(copyreg, '__newobj__');
  const args: PyObject[] = [incref(type.obj)];
  const getnewargs = lookupattrStr(self, '__getnewargs__');
  if (getnewargs !== null) {
    const extra = call0(getnewargs);
    decref(getnewargs);
    for (const item of extra.v as PyObject[]) args.push(incref(item));
    decref(extra);
  }
  const state = callGetstate(self);
  const isList = (self.type.flags & (1 << 25)) !== 0;
  const isDictLike = isDict(self);
  const listitems = isList ? iterOf(self) : incref(None);
  const dictitems = isDictLike ? itemsOf(self) : incref(None);
  return newTuple([newobj, newTuple(args), state, listitems, dictitems]);
}

function callGetstate(self: PyObject): PyObject {
  const getstate = getattrStr(self, '__getstate__');
  try {
    return call0(getstate);
  } finally {
    decref(getstate);
  }
}

function iterOf(self: PyObject): PyObject {
  return self.type.tp_iter!(self);
}

function itemsOf(self: PyObject): PyObject {
  const items = getattrStr(self, 'items');
  const view = call0(items);
  decref(items);
  const it = view.type.tp_iter!(view);
  decref(view);
  return it;
}

/** `obj.__getstate__()`: the `__dict__`, and the `__slots__` values beside it when there are any. */
export function object_getstate(self: PyObject): PyObject {
  const type = self.type;
  const slots = newDict();
  let nslots = 0;
  for (const t of type.mro) {
    if ((t.flags & TPFLAGS_HEAPTYPE) === 0) continue;
    for (const [key, value] of dict_items(t.dict)) {
      if (value.type !== T_MEMBER_DESCR) continue;
      const current = (self as PyContainer).values![value.v.slot];
      if (current === null) continue;
      dict_setStr(slots, key.v as string, current);
      nslots++;
    }
  }
  let state: PyObject = incref(None);
  if (type.dictoffset !== 0 && (type.flags & TPFLAGS_HEAPTYPE) !== 0) {
    decref(state);
    const dict = instanceDict(self as PyContainer);
    const empty = dict_items(dict).length === 0;
    state = empty && nslots === 0 ? incref(None) : incref(dict);
  } else if (type.itemsize !== 0 && (type.flags & TPFLAGS_HEAPTYPE) === 0) {
    decref(slots);
    return state;
  }
  if (nslots === 0) {
    decref(slots);
    return state;
  }
  return newTuple([state, slots]);
}
