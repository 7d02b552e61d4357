/** The TypeError of a builtin's argument that has the wrong type (_PyArg_BadArgument). */
import type { PyObject } from '../heap/object.ts';
import { typeError } from '../exceptions/raise.ts';
import { None } from './singletons.ts';

/** `encode() argument 'encoding' must be str, not int`; None is told as `None`. */
export function badArgument(what: string, expected: string, o: PyObject): never {
  return typeError(`${what} must be ${expected}, not ${o === None ? 'None' : o.type.name}`);
}
