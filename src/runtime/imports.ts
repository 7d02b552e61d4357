/** `import` statements in compiled code (IMPORT_NAME, IMPORT_FROM, import_star). */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { raise } from '../exceptions/raise.ts';
import { T_ImportError } from '../exceptions/types.ts';
import { T_BUILTIN } from '../objects/builtin_function.ts';
import { dict_getStr } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { None } from '../objects/singletons.ts';
import { call } from '../protocols/call.ts';
import { import_from, import_name, import_star } from './import.ts';
import type { Instance } from './instance.ts';

/** `__import__` of the builtins is called, so that a program may replace it. Borrows; new reference. */
function importName(I: Instance, name: PyObject<string>, fromlist: PyObject, level: number): PyObject {
  const f = dict_getStr(I.builtins, '__import__');
  if (f === null) return raise(T_ImportError, '__import__ not found');
  if (f.type === T_BUILTIN) return import_name(name, I.globals, fromlist, level);
  const levelObject = newInt(level);
  try {
    return call(f, [name, I.globals, None, fromlist, levelObject], null);
  } finally {
    decref(levelObject);
  }
}

function importStar(namespace: PyContainer, module: PyObject): void {
  import_star(namespace, module);
}

export const imports = { importName, importFrom: import_from, importStar };
