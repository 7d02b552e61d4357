/** Names: globals and builtins through cached dict entries, mappings, unbound locals (LOAD_GLOBAL and neighbours). */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { isPyException } from '../exceptions/body.ts';
import { nameError } from '../exceptions/raise.ts';
import { T_KeyError, T_NameError, T_UnboundLocalError } from '../exceptions/types.ts';
import type { PyCell } from '../objects/cell.ts';
import {
  dict_delStr,
  dict_findStrEntry,
  dict_getitem,
  dict_getStr,
  dict_setitem,
  dict_setStr,
  DictEntry,
  isDict,
  newDict,
  T_DICT,
} from '../objects/dict.ts';
import { None } from '../objects/singletons.ts';
import { intern } from '../objects/str.ts';
import { delitem, getitem, setitem } from '../protocols/mapping.ts';
import type { Instance } from './instance.ts';

/** Stands in a cache that holds no entry: it looks deleted. */
export const DEAD_ENTRY = new DictEntry(None, null, null, -1);

function undefinedName(name: string): never {
  return nameError(intern(name), `name '${name}' is not defined`, T_NameError);
}

/** The builtins' value of a name when builtins is no exact dict. Borrowed. */
function fromBuiltinsMapping(builtins: PyObject, name: PyObject<string>): PyObject {
  try {
    const value = getitem(builtins, name);
    --value.rc;
    return value;
  } catch (e) {
    if (!isPyException(e, T_KeyError)) throw e;
    decref(e);
    return undefinedName(name.v);
  }
}

/** Value of global `index`, borrowed. Its entry goes to `entries` when it is one of the globals' own. */
export function loadGlobal(I: Instance, index: number): PyObject {
  const name = I.names[index];
  const entry = dict_findStrEntry(I.globals, name.v);
  if (entry !== null) {
    I.entries[index] = entry;
    return entry.value!;
  }
  I.entries[index] = DEAD_ENTRY;
  const builtins = I.builtins;
  if (builtins.type !== T_DICT) return fromBuiltinsMapping(builtins, name);
  return dict_getStr(builtins, name.v) ?? undefinedName(name.v);
}

/** As loadGlobal; an entry of builtins is cached too (the site compares the globals' keysVersion). */
export function loadGlobalOrBuiltin(I: Instance, index: number): PyObject {
  const name = I.names[index];
  let entry = dict_findStrEntry(I.globals, name.v);
  if (entry === null) {
    const builtins = I.builtins;
    if (builtins.type !== T_DICT) {
      I.entries[index] = DEAD_ENTRY;
      return fromBuiltinsMapping(builtins, name);
    }
    entry = dict_findStrEntry(builtins, name.v);
  }
  if (entry === null) return undefinedName(name.v);
  I.entries[index] = entry;
  return entry.value!;
}

/** Assigns a global; consumes the value. */
export function storeGlobal(I: Instance, index: number, value: PyObject): void {
  const name = I.names[index];
  dict_setitem(I.globals, name, value);
  --value.rc;
  I.entries[index] = dict_findStrEntry(I.globals, name.v)!;
}

export function deleteGlobal(I: Instance, name: PyObject<string>): void {
  if (dict_getStr(I.globals, name.v) === null) undefinedName(name.v);
  dict_delStr(I.globals, name.v);
}

/** LOAD_NAME in a mapping of locals, then globals and builtins. New reference. */
export function loadName(I: Instance, ns: PyObject, name: PyObject<string>): PyObject {
  const own = fromMapping(ns, name);
  if (own !== null) return own;
  const value = dict_getStr(I.globals, name.v);
  if (value !== null) return incref(value);
  const builtins = I.builtins;
  if (builtins.type !== T_DICT) return incref(fromBuiltinsMapping(builtins, name));
  return incref(dict_getStr(builtins, name.v) ?? undefinedName(name.v));
}

/** A mapping's item, new reference, or null when it has none. */
function fromMapping(ns: PyObject, name: PyObject<string>): PyObject | null {
  if (ns.type === T_DICT) {
    const value = dict_getStr(ns as PyContainer, name.v);
    return value === null ? null : incref(value);
  }
  try {
    return getitem(ns, name);
  } catch (e) {
    if (!isPyException(e, T_KeyError)) throw e;
    decref(e);
    return null;
  }
}

/** STORE_NAME: consumes the value. */
export function storeName(ns: PyObject, name: PyObject<string>, value: PyObject): void {
  if (ns.type === T_DICT) dict_setitem(ns as PyContainer, name, value);
  else {
    try {
      setitem(ns, name, value);
    } catch (e) {
      decref(value);
      throw e;
    }
  }
  decref(value);
}

export function deleteName(ns: PyObject, name: PyObject<string>): void {
  if (ns.type === T_DICT) {
    if (dict_getStr(ns as PyContainer, name.v) === null) undefinedName(name.v);
    dict_delStr(ns as PyContainer, name.v);
    return;
  }
  try {
    delitem(ns, name);
  } catch (e) {
    if (!isPyException(e, T_KeyError)) throw e;
    decref(e);
    undefinedName(name.v);
  }
}

/** LOAD_FROM_DICT_OR_DEREF: a free variable of a class body. New reference. */
export function loadFromDictOrDeref(ns: PyObject, cell: PyCell, name: string): PyObject {
  const own = fromMapping(ns, intern(name));
  if (own !== null) return own;
  if (cell.v === null) unboundFree(name);
  return incref(cell.v!);
}

export function unboundLocal(name: string): never {
  const message = `cannot access local variable '${name}' where it is not associated with a value`;
  return nameError(intern(name), message, T_UnboundLocalError);
}

export function unboundFree(name: string): never {
  const message = `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`;
  return nameError(intern(name), message, T_NameError);
}

/** SETUP_ANNOTATIONS: `__annotations__` is there before the first annotated assignment. */
export function setupAnnotations(ns: PyObject): void {
  const name = intern('__annotations__');
  if (isDict(ns)) {
    if (dict_getitem(ns, name) !== null) return;
    const dict = newDict();
    dict_setStr(ns, '__annotations__', dict);
    decref(dict);
    return;
  }
  const known = fromMapping(ns, name);
  if (known !== null) decref(known);
  else storeName(ns, name, newDict());
}

export const names = {
  DEAD_ENTRY,
  loadGlobal,
  loadGlobalOrBuiltin,
  storeGlobal,
  deleteGlobal,
  loadName,
  storeName,
  deleteName,
  loadFromDictOrDeref,
  unboundLocal,
  unboundFree,
  setupAnnotations,
};
