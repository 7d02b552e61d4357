/** The _weakref module (Modules/_weakref.c). */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { incref } from '../heap/refcount.ts';
import { isWeakref, weakrefCount, weakrefsOf } from '../heap/weakrefs.ts';
import { typeError } from '../exceptions/raise.ts';
import { dict_delitem, dict_getitem, isDict } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { newList } from '../objects/list.ts';
import { defineModule, type PyModule } from '../objects/module.ts';
import { None } from '../objects/singletons.ts';
import { newProxy, T_CALLABLE_PROXY, T_PROXY } from '../objects/weakproxy.ts';
import { T_REF, weakref_getObject } from '../objects/weakref.ts';

function _weakref_getweakrefcount(_module: PyModule, object: PyObject): PyObject {
  return newInt(weakrefCount(object));
}

function _weakref_getweakrefs(_module: PyModule, object: PyObject): PyObject {
  return newList(weakrefsOf(object).map(incref));
}

function _weakref_proxy(_module: PyModule, object: PyObject, callback: PyObject | undefined): PyObject {
  return newProxy(object, callback ?? null);
}

/** Deletes a dict's item if its value is a weak reference to a dead object; nothing happens when the key is gone. */
function _weakref__remove_dead_weakref(_module: PyModule, dct: PyObject, key: PyObject): PyObject {
  if (!isDict(dct)) typeError(`_remove_dead_weakref() argument 1 must be dict, not ${dct.type.name}`);
  const value = dict_getitem(dct as PyContainer, key);
  if (value === null) return None;
  if (!isWeakref(value)) typeError('not a weakref');
  if (weakref_getObject(value) === None) dict_delitem(dct as PyContainer, key);
  return None;
}

/** Makes the module; new reference. */
export function makeWeakref(): PyModule {
  return defineModule({
    name: '_weakref',
    doc: 'Weak-reference support module.',
    functions: [
      [
        'getweakrefcount',
        _weakref_getweakrefcount,
        '($module, object, /)',
        "Return the number of weak references to 'object'.",
      ],
      [
        'getweakrefs',
        _weakref_getweakrefs,
        '($module, object, /)',
        "Return a list of all weak reference objects pointing to 'object'.",
      ],
      [
        '_remove_dead_weakref',
        _weakref__remove_dead_weakref,
        '($module, dct, key, /)',
        'Atomically remove key from dict if it points to a dead weakref.',
      ],
      [
        'proxy',
        _weakref_proxy,
        '($module, object, callback=None, /)',
        "An object that stands for 'object' and refers to it weakly.\n\n'callback' is called with the proxy when 'object' is about to be finalized.",
      ],
    ],
    attrs: () => ({
      ref: incref(T_REF.obj),
      ReferenceType: incref(T_REF.obj),
      ProxyType: incref(T_PROXY.obj),
      CallableProxyType: incref(T_CALLABLE_PROXY.obj),
    }),
  });
}
