/** Type parameters at run time (PEP 695): the `typing` module makes the objects. */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import type { PyFunction } from '../objects/function.ts';
import { hooks } from '../objects/hooks.ts';
import { intern } from '../objects/str.ts';
import { isTuple, type PyTuple } from '../objects/tuple.ts';
import { getattr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';
import { getitem } from '../protocols/mapping.ts';
import type { Instance } from './instance.ts';

/** An attribute of the typing module; new reference. */
function typing(name: string): PyObject {
  const module = hooks.importModule('typing');
  try {
    return getattr(module, intern(name));
  } finally {
    decref(module);
  }
}

/** INTRINSIC_TYPEVAR and its relatives. `bound`: a function that computes the bound, consumed. New reference. */
function makeTypeVar(kind: string, name: PyObject, bound: PyObject | null): PyObject {
  const cls = typing(kind.startsWith('TypeVarWith') ? 'TypeVar' : kind);
  let value: PyObject | null = null;
  try {
    if (bound !== null) value = call(bound, [], null);
    if (kind === 'TypeVarWithConstraints' && value !== null && isTuple(value)) return call(cls, [name, ...value.v], null);
    if (value !== null) return call(cls, [name, value], [intern('bound')]);
    return call(cls, [name], null);
  } finally {
    decref(cls);
    if (bound !== null) decref(bound);
    if (value !== null) decref(value);
  }
}

/** SET_FUNCTION_TYPE_PARAMS: consumes the tuple, answers the function. */
function setTypeParams(f: PyFunction, params: PyTuple): PyFunction {
  f.v.typeParams = params;
  return f;
}

/** INTRINSIC_SUBSCRIPT_GENERIC: typing.Generic[params]. Borrows; new reference. */
function genericBase(params: PyTuple): PyObject {
  const generic = typing('Generic');
  try {
    return getitem(generic, params);
  } finally {
    decref(generic);
  }
}

/** INTRINSIC_TYPEALIAS: consumes the parameters and the function that computes the value. New reference. */
function makeTypeAlias(_I: Instance, name: PyObject, params: PyTuple | null, value: PyObject): PyObject {
  const cls = typing('TypeAliasType');
  let computed: PyObject | null = null;
  try {
    computed = call(value, [], null);
    if (params === null) return call(cls, [name, computed], null);
    return call(cls, [name, computed, params], [intern('type_params')]);
  } finally {
    decref(cls);
    decref(value);
    if (computed !== null) decref(computed);
    if (params !== null) decref(params);
  }
}

export const typingSupport = { makeTypeVar, setTypeParams, genericBase, makeTypeAlias };
