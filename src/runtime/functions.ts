/** MAKE_FUNCTION and what definitions need. */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { incref } from '../heap/refcount.ts';
import { nameError } from '../exceptions/raise.ts';
import { dict_getStr } from '../objects/dict.ts';
import type { PyCode } from '../objects/code.ts';
import { newFunction, type PyFunction } from '../objects/function.ts';
import { newCell } from '../objects/cell.ts';
import { intern } from '../objects/str.ts';
import type { PyTuple } from '../objects/tuple.ts';
import type { Instance } from './instance.ts';

/** A function object with its parts (consumed). New reference. */
function makeFunction(
  I: Instance,
  code: PyCode,
  defaults: PyTuple | null,
  kwdefaults: PyContainer | null,
  annotations: PyObject | null,
  closure: PyTuple | null,
): PyFunction {
  const f = newFunction(code, I.globals);
  const b = f.v;
  b.defaults = defaults;
  b.kwdefaults = kwdefaults;
  b.annotations = annotations;
  b.closure = closure;
  return f;
}

/** LOAD_BUILD_CLASS. New reference. */
function loadBuildClass(I: Instance): PyObject {
  const f = dict_getStr(I.builtins, '__build_class__');
  if (f === null) return nameError(intern('__build_class__'), '__build_class__ not found');
  return incref(f);
}

export const functions = { makeFunction, loadBuildClass, newCell };
