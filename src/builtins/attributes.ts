/** callable, delattr, dir, getattr, hasattr, id, setattr and vars (Python/bltinmodule.c). */
import type { PyObject } from '../heap/object.ts';
import { idOf } from '../heap/pymalloc.ts';
import { decref, incref } from '../heap/refcount.ts';
import { systemError, typeError } from '../exceptions/raise.ts';
import { getattr, lookupattr, lookupattrStr, lookupSpecial, setattr } from '../protocols/attribute.ts';
import { call0, callMethodStr } from '../protocols/call.ts';
import { hooks } from '../objects/hooks.ts';
import { newInt } from '../objects/int.ts';
import { sequenceList } from '../objects/list.ts';
import { sortList } from '../objects/list_sort.ts';
import { bool, None } from '../objects/singletons.ts';
import { isStr } from '../objects/str.ts';

function attributeName(name: PyObject): PyObject<string> {
  if (!isStr(name)) typeError(`attribute name must be string, not '${name.type.name}'`);
  return name;
}

export function builtin_callable(_module: PyObject, obj: PyObject): PyObject {
  return bool(obj.type.tp_call !== null);
}

export function builtin_getattr(_module: PyObject, obj: PyObject, name: PyObject, fallback?: PyObject): PyObject {
  if (fallback === undefined) return getattr(obj, attributeName(name));
  return lookupattr(obj, attributeName(name)) ?? incref(fallback);
}

export function builtin_hasattr(_module: PyObject, obj: PyObject, name: PyObject): PyObject {
  const value = lookupattr(obj, attributeName(name));
  if (value === null) return bool(false);
  decref(value);
  return bool(true);
}

export function builtin_setattr(_module: PyObject, obj: PyObject, name: PyObject, value: PyObject): PyObject {
  setattr(obj, attributeName(name), value);
  return None;
}

export function builtin_delattr(_module: PyObject, obj: PyObject, name: PyObject): PyObject {
  setattr(obj, attributeName(name), null);
  return None;
}

export function builtin_id(_module: PyObject, obj: PyObject): PyObject {
  return newInt(idOf(obj));
}

/** dir(): names in the current scope; dir(obj): what `__dir__` answers, sorted. */
export function builtin_dir(_module: PyObject, obj?: PyObject): PyObject {
  if (obj === undefined) return namesOf(localNames());
  const method = lookupSpecial(obj, '__dir__');
  if (method === null) typeError('object does not provide __dir__');
  try {
    return namesOf(call0(method));
  } finally {
    decref(method);
  }
}

function localNames(): PyObject {
  const locals = hooks.locals();
  try {
    return callMethodStr(locals, 'keys');
  } finally {
    decref(locals);
  }
}

/** A sorted list of the names (consumed). */
function namesOf(names: PyObject): PyObject {
  let list: ReturnType<typeof sequenceList>;
  try {
    list = sequenceList(names);
  } finally {
    decref(names);
  }
  try {
    sortList(list, null, false);
  } catch (e) {
    decref(list);
    throw e;
  }
  return list;
}

export function builtin_vars(_module: PyObject, obj?: PyObject): PyObject {
  if (obj === undefined) return hooks.locals();
  return lookupattrStr(obj, '__dict__') ?? typeError('vars() argument must have __dict__ attribute');
}

export function builtin_globals(): PyObject {
  const frame = hooks.currentFrame();
  if (frame === null) return incref(None);
  return incref(frame.globals);
}

export function builtin_locals(): PyObject {
  if (hooks.currentFrame() === null) systemError('frame does not exist');
  return hooks.locals();
}
