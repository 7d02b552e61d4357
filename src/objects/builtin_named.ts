/** Builtin functions by name, for `__reduce__` (_PyEval_GetBuiltin). */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { getattrStr } from '../protocols/attribute.ts';
import { hooks } from './hooks.ts';

/** `builtins.<name>`, new reference. */
export function builtinNamed(name: string): PyObject {
  const builtins = hooks.importModule('builtins');
  try {
    return getattrStr(builtins, name);
  } finally {
    decref(builtins);
  }
}
