/** The optional start and end of searching methods (_PyEval_SliceIndex). */
import type { PyObject } from '../heap/object.ts';
import { typeError } from '../exceptions/raise.ts';
import { asSsize } from '../protocols/number.ts';
import { None } from './singletons.ts';

/** The bound as a number clipped to a Py_ssize_t; `missing` where it is None or not given. */
export function sliceBound(o: PyObject | undefined, missing: number): number {
  if (o === undefined || o === None) return missing;
  if (o.type.nb_index === null) typeError('slice indices must be integers or None or have an __index__ method');
  return asSsize(o, null);
}
