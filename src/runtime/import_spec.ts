/** `__spec__` of modules: name, origin, submodule_search_locations (importlib.machinery.ModuleSpec's surface). */
import type { PyContainer } from '../heap/object.ts';
import { TPFLAGS_BASETYPE, TPFLAGS_HAVE_GC, TypeBody, type PyObject } from '../heap/object.ts';
import { decref, xdecref } from '../heap/refcount.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { instanceDict } from '../objects/attributes.ts';
import { defineType } from '../objects/define.ts';
import { dict_getStr, dict_setStr } from '../objects/dict.ts';
import { gcNew } from '../objects/object.ts';
import { bool, None } from '../objects/singletons.ts';
import { intern, isStr, newStr } from '../objects/str.ts';
import { reprString } from '../protocols/object.ts';

const T_MODULESPEC = new TypeBody('_frozen_importlib.ModuleSpec');

/** A new spec. `path` (borrowed) is the list of a package's directories. */
export function newSpec(name: string, origin: string | null, path: PyObject | null): PyContainer<null> {
  const spec = gcNew(T_MODULESPEC, null);
  const dict = instanceDict(spec);
  dict_setStr(dict, 'name', intern(name));
  dict_setStr(dict, 'loader', None);
  const o = origin === null ? None : newStr(origin);
  dict_setStr(dict, 'origin', o);
  decref(o);
  dict_setStr(dict, 'loader_state', None);
  dict_setStr(dict, 'submodule_search_locations', path ?? None);
  dict_setStr(dict, '_set_fileattr', bool(origin !== null && origin.includes('/')));
  dict_setStr(dict, '_cached', None);
  return spec;
}

function spec_repr(o: PyObject): PyObject {
  const dict = instanceDict(o as PyContainer);
  const part = (key: string): string => {
    const value = dict_getStr(dict, key);
    return value === null ? 'None' : reprString(value);
  };
  let text = `ModuleSpec(name=${part('name')}, loader=${part('loader')}`;
  const origin = dict_getStr(dict, 'origin');
  if (origin !== null && isStr(origin)) text += `, origin=${part('origin')}`;
  const path = dict_getStr(dict, 'submodule_search_locations');
  if (path !== null && path !== None) text += `, submodule_search_locations=${reprString(path)}`;
  return newStr(`${text})`);
}

export function initModuleSpec(): void {
  defineType(T_MODULESPEC, {
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE,
    basicsize: 16,
    dict: true,
    weakrefs: true,
    slots: {
      tp_dealloc: o => {
        untrack(o as PyContainer);
        xdecref((o as PyContainer).dict);
        gcFree(o as PyContainer);
      },
      tp_traverse: (o, visit) => {
        if (o.dict !== null) visit(o.dict, '__dict__');
      },
      tp_repr: spec_repr,
    },
  });
}
