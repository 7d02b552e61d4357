/** What `dir()` lists (object___dir__, type___dir___impl in Objects/typeobject.c). */
import type { PyContainer } from '../heap/object.ts';
import { TypeBody, type PyObject } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { getIter, iterNext } from '../protocols/iterator.ts';
import { dict_items, isDict } from './dict.ts';
import { newList } from './list.ts';
import { sortList } from './list_sort.ts';
import { isStr, newStr } from './str.ts';

/** The strings that an iterable yields; other items are left out. */
export function iterateStrings(o: PyObject): string[] {
  const names: string[] = [];
  const it = getIter(o);
  try {
    for (let item = iterNext(it); item !== null; item = iterNext(it)) {
      if (isStr(item)) names.push(item.v as string);
      decref(item);
    }
  } finally {
    decref(it);
  }
  return names;
}

/** A sorted list of a dict's keys; new reference. */
export function sortedDictKeys(dict: PyContainer): PyObject {
  const list = newList(dict_items(dict).map(([key]) => incref(key)));
  sortList(list, null, false);
  return list;
}

function sorted(names: Iterable<string>): PyObject {
  const list = newList([...names].map(newStr));
  sortList(list, null, false);
  return list;
}

function addClassNames(names: Set<string>, type: TypeBody): void {
  for (const t of type.mro) for (const [key] of dict_items(t.dict)) if (isStr(key)) names.add(key.v as string);
}

/** dir(o) for an ordinary object: its `__dict__`, its class and the class's bases. */
export function sortedNameList(o: PyObject): PyObject {
  const names = new Set<string>();
  const dict = lookupattrStr(o, '__dict__');
  if (dict !== null && isDict(dict))
    for (const [key] of dict_items(dict as PyContainer)) if (isStr(key)) names.add(key.v as string);
  xdecref(dict);
  const cls = lookupattrStr(o, '__class__');
  if (cls !== null && (cls.v as unknown) instanceof TypeBody) addClassNames(names, cls.v);
  xdecref(cls);
  return sorted(names);
}

/** `type.__dir__`: names of the class and its bases. */
export function typeDirNames(cls: PyObject): PyObject {
  const names = new Set<string>();
  addClassNames(names, cls.v);
  return newList([...names].map(newStr));
}
