/** breakpoint, isinstance and issubclass (Python/bltinmodule.c). */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { runtimeError } from '../exceptions/raise.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';
import { isInstance, isSubclass } from '../protocols/isinstance.ts';
import { hooks } from '../objects/hooks.ts';
import { bool } from '../objects/singletons.ts';

export function builtin_isinstance(_module: PyObject, obj: PyObject, classOrTuple: PyObject): PyObject {
  return bool(isInstance(obj, classOrTuple));
}

export function builtin_issubclass(_module: PyObject, cls: PyObject, classOrTuple: PyObject): PyObject {
  return bool(isSubclass(cls, classOrTuple));
}

/** `sys.breakpointhook(*args, **kws)` */
export function builtin_breakpoint(_module: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const sys = hooks.importModule('sys');
  const hook = lookupattrStr(sys, 'breakpointhook');
  decref(sys);
  if (hook === null) runtimeError('lost sys.breakpointhook');
  try {
    return call(hook, args, kwnames);
  } finally {
    decref(hook);
  }
}
