/** bool (Objects/boolobject.c). The two objects are in singletons.ts. */
import { TPFLAGS_LONG_SUBCLASS, type PyObject, type TypeBody } from '../heap/object.ts';
import { typeError } from '../exceptions/raise.ts';
import { T_DeprecationWarning } from '../exceptions/types.ts';
import { isTrue } from '../protocols/object.ts';
import { defineType } from './define.ts';
import { hooks } from './hooks.ts';
import { T_INT } from './int.ts';
import { bool_and, bool_or, bool_xor, intInvert } from './int_bits.ts';
import { bool, T_BOOL } from './singletons.ts';
import { intern } from './str.ts';

export { bool, False, T_BOOL, True } from './singletons.ts';

export function bool_new(_type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (kwnames !== null && kwnames.length > 0) typeError('bool() takes no keyword arguments');
  if (args.length > 1) typeError(`bool expected at most 1 argument, got ${args.length}`);
  return bool(args.length === 1 && isTrue(args[0]));
}

function bool_repr(o: PyObject): PyObject {
  return intern(o.v === 1 ? 'True' : 'False');
}

function bool_invert(o: PyObject): PyObject {
  hooks.warn(
    T_DeprecationWarning,
    "Bitwise inversion '~' on bool is deprecated. This returns the bitwise inversion of the underlying int object and is " +
      "usually not what you expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you " +
      'really want the bitwise inversion of the underlying int.',
    1,
  );
  return intInvert(o);
}

export function initBool(): void {
  defineType(T_BOOL, {
    base: T_INT,
    flags: TPFLAGS_LONG_SUBCLASS,
    basicsize: 24,
    itemsize: 4,
    doc: 'bool(x) -> bool\n\nTrue when x is true, False otherwise. True and False are the only two instances.',
    slots: {
      // Immortal, so never deallocated.
      tp_dealloc: () => {},
      tp_new: bool_new,
      tp_repr: bool_repr,
      nb_and: bool_and,
      nb_or: bool_or,
      nb_xor: bool_xor,
      nb_invert: bool_invert,
    },
  });
}
