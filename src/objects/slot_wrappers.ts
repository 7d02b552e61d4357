/**
 * The calls behind `int.__add__(1, 2)`: each checks the arguments of a slot wrapper and calls the slot function
 * (wrap_* in Objects/typeobject.c).
 */
import type { PyContainer } from '../heap/object.ts';
import { TypeBody, type PyObject } from '../heap/object.ts';
import { incref } from '../heap/refcount.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE } from '../heap/slots.ts';
import { stopIteration, typeError } from '../exceptions/raise.ts';
import { hash, toInt } from '../text/hash.ts';
import { asSsize } from '../protocols/number.ts';
import { newInt } from './int.ts';
import { T_IndexError, T_OverflowError } from '../exceptions/types.ts';
import { bool, None } from './singletons.ts';
import { isStr } from './str.ts';
import { isSubtype } from './type_lookup.ts';

/** `func` is the slot function of the type that defines the wrapper. */
export type Wrapper = (
  self: PyObject,
  args: PyObject[],
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  func: any,
  kwnames: PyObject[] | null,
) => PyObject;

function check(args: PyObject[], n: number): void {
  if (args.length !== n) typeError(`expected ${n} argument${n === 1 ? '' : 's'}, got ${args.length}`);
}

export const wrap_unaryfunc: Wrapper = (self, args, func) => {
  check(args, 0);
  return func(self);
};

export const wrap_binaryfunc: Wrapper = (self, args, func) => {
  check(args, 1);
  return func(self, args[0]);
};

/** As wrap_binaryfunc, for the number slots: another function, so that `list.__add__` is not taken for nb_add. */
export const wrap_binaryfunc_l: Wrapper = (self, args, func) => {
  check(args, 1);
  return func(self, args[0]);
};

export const wrap_binaryfunc_r: Wrapper = (self, args, func) => {
  check(args, 1);
  return func(args[0], self);
};

export const wrap_ternaryfunc: Wrapper = (self, args, func) => {
  if (args.length < 1 || args.length > 2)
    typeError(
      `expected at ${args.length < 1 ? 'least 1' : 'most 2'} argument${args.length < 1 ? '' : 's'}, got ${args.length}`,
    );
  return func(self, args[0], args.length > 1 ? args[1] : None);
};

export const wrap_ternaryfunc_r: Wrapper = (self, args, func) => {
  if (args.length < 1 || args.length > 2) check(args, 1);
  return func(args[0], self, args.length > 1 ? args[1] : None);
};

export const wrap_inquirypred: Wrapper = (self, args, func) => {
  check(args, 0);
  return bool(func(self));
};

export const wrap_lenfunc: Wrapper = (self, args, func) => {
  check(args, 0);
  return newInt(func(self));
};

export const wrap_indexargfunc: Wrapper = (self, args, func) => {
  check(args, 1);
  return func(self, asSsize(args[0], T_OverflowError));
};

function getindex(self: PyObject, arg: PyObject): number {
  let i = asSsize(arg, T_IndexError);
  if (i < 0) {
    const sq_length = self.type.sq_length;
    if (sq_length !== null) i += sq_length(self);
  }
  return i;
}

export const wrap_sq_item: Wrapper = (self, args, func) => {
  check(args, 1);
  return func(self, getindex(self, args[0]));
};

export const wrap_sq_setitem: Wrapper = (self, args, func) => {
  check(args, 2);
  func(self, getindex(self, args[0]), args[1]);
  return incref(None);
};

export const wrap_sq_delitem: Wrapper = (self, args, func) => {
  check(args, 1);
  func(self, getindex(self, args[0]), null);
  return incref(None);
};

export const wrap_objobjproc: Wrapper = (self, args, func) => {
  check(args, 1);
  return bool(func(self, args[0]));
};

export const wrap_objobjargproc: Wrapper = (self, args, func) => {
  check(args, 2);
  func(self, args[0], args[1]);
  return incref(None);
};

export const wrap_delitem: Wrapper = (self, args, func) => {
  check(args, 1);
  func(self, args[0], null);
  return incref(None);
};

/**
 * hackcheck: `object.__setattr__(cls, ...)` must not get around a builtin type's own setter.
 */
function hackcheck(self: PyObject, func: unknown, what: string): void {
  const type = self.type;
  for (let i = type.mro.length - 1; i >= 0; i--) {
    const base = type.mro[i];
    if (base.tp_setattro === func) return;
  }
  typeError(`can't apply this ${what} to ${type.name} object`);
}

export const wrap_setattr: Wrapper = (self, args, func) => {
  check(args, 2);
  if (!isStr(args[0])) typeError(`attribute name must be string, not '${args[0].type.name}'`);
  if (isTypeObject(self)) hackcheckType(self, func, '__setattr__');
  else hackcheck(self, func, '__setattr__');
  func(self, args[0], args[1]);
  return incref(None);
};

export const wrap_delattr: Wrapper = (self, args, func) => {
  check(args, 1);
  if (!isStr(args[0])) typeError(`attribute name must be string, not '${args[0].type.name}'`);
  if (isTypeObject(self)) hackcheckType(self, func, '__delattr__');
  func(self, args[0], null);
  return incref(None);
};

function isTypeObject(o: PyObject): boolean {
  return (o.v as unknown) instanceof TypeBody;
}

function hackcheckType(self: PyObject, func: unknown, what: string): void {
  // The most derived builtin metatype's setter is the only one allowed.
  for (const base of self.type.mro) {
    if (base.tp_setattro === func) return;
    if ((base.flags & (1 << 9)) === 0) break;
  }
  typeError(`can't apply this ${what} to ${self.type.name} object`);
}

export const wrap_hashfunc: Wrapper = (self, args, func) => {
  check(args, 0);
  func(self);
  return newInt(toInt(hash.lo, hash.hi));
};

export const wrap_call: Wrapper = (self, args, func, kwnames) => func(self, args, kwnames);

const compareWith =
  (op: number): Wrapper =>
  (self, args, func) => {
    check(args, 1);
    return func(self, args[0], op);
  };
export const richcmp_lt = compareWith(Py_LT);
export const richcmp_le = compareWith(Py_LE);
export const richcmp_eq = compareWith(Py_EQ);
export const richcmp_ne = compareWith(Py_NE);
export const richcmp_gt = compareWith(Py_GT);
export const richcmp_ge = compareWith(Py_GE);

export const wrap_next: Wrapper = (self, args, func) => {
  check(args, 0);
  const value = func(self);
  return value === null ? stopIteration(null) : value;
};

export const wrap_descr_get: Wrapper = (self, args, func) => {
  if (args.length < 1 || args.length > 2)
    typeError(
      `expected at ${args.length < 1 ? 'least 1' : 'most 2'} argument${args.length < 1 ? '' : 's'}, got ${args.length}`,
    );
  const obj = args[0] === None ? null : args[0];
  const type = args.length < 2 || args[1] === None ? null : args[1];
  if (type === null && obj === null) typeError('__get__(None, None) is invalid');
  return func(self, obj, type);
};

export const wrap_descr_set: Wrapper = (self, args, func) => {
  check(args, 2);
  func(self, args[0], args[1]);
  return incref(None);
};

export const wrap_descr_delete: Wrapper = (self, args, func) => {
  check(args, 1);
  func(self, args[0], null);
  return incref(None);
};

export const wrap_init: Wrapper = (self, args, func, kwnames) => {
  func(self, args, kwnames);
  return incref(None);
};

export const wrap_del: Wrapper = (self, args, func) => {
  check(args, 0);
  func(self);
  return incref(None);
};

/** `T.__new__(S, ...)`: the static method that every builtin type with tp_new has (tp_new_wrapper). */
export function newWrapper(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (args.length === 0 || args.length <= (kwnames === null ? 0 : kwnames.length))
    typeError(`${type.name}.__new__(): not enough arguments`);
  const arg0 = args[0];
  if (!isTypeObject(arg0)) typeError(`${type.name}.__new__(X): X is not a type object (${arg0.type.name})`);
  const subtype = (arg0 as PyContainer<TypeBody>).v;
  if (!isSubtype(subtype, type))
    typeError(`${type.name}.__new__(${subtype.name}): ${subtype.name} is not a subtype of ${type.name}`);
  // The most derived base that is no Python class must be `type`'s own layout.
  let staticbase: TypeBody | null = subtype;
  while (staticbase !== null && staticbase.isPythonNew) staticbase = staticbase.base;
  if (staticbase !== null && staticbase.tp_new !== type.tp_new)
    typeError(`${type.name}.__new__(${subtype.name}) is not safe, use ${staticbase.name}.__new__()`);
  return type.tp_new!(subtype, args.slice(1), kwnames);
}
