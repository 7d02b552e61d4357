/** Making an exception from what a `raise` or `throw` was given (_PyErr_CreateException, do_raise in Python/ceval.c). */
import { TPFLAGS_BASE_EXC_SUBCLASS, TPFLAGS_TYPE_SUBCLASS, type PyObject, type TypeBody } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { call } from '../protocols/call.ts';
import { reprString } from '../protocols/object.ts';
import { isTuple } from '../objects/tuple.ts';
import { None } from '../objects/singletons.ts';
import { isSubtype } from '../objects/type_lookup.ts';
import { isPyException, type PyException } from './body.ts';
import { raiseArgs } from './raise.ts';
import { T_TypeError } from './types.ts';
import { newStr } from '../objects/str.ts';

/** True for a class derived from BaseException (PyExceptionClass_Check). */
export function isExceptionClass(o: PyObject): boolean {
  return (o.type.flags & TPFLAGS_TYPE_SUBCLASS) !== 0 && ((o.v as TypeBody).flags & TPFLAGS_BASE_EXC_SUBCLASS) !== 0;
}

/**
 * An instance of exception class `cls` from `value` (borrowed): itself when it is one, a tuple as arguments, else the only
 * argument. New reference.
 */
export function makeException(cls: PyObject, value: PyObject | null): PyException {
  if (!isExceptionClass(cls))
    return raiseArgs(T_TypeError, [
      newStr(`exceptions must be classes or instances deriving from BaseException, not ${cls.type.name}`),
    ]);
  if (value !== null && isPyException(value) && isSubtype(value.type, cls.v)) return incref(value);
  const args = value === null || value === None ? [] : isTuple(value) ? value.v : [value];
  const exc = call(cls, args, null);
  if (isPyException(exc)) return exc;
  const type = reprString(exc.type.obj);
  decref(exc);
  return raiseArgs(T_TypeError, [
    newStr(`calling ${reprString(cls)} should have returned an instance of BaseException, not ${type}`),
  ]);
}
