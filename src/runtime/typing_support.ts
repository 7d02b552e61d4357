/** Type parameters at run time (PEP 695): the intrinsics of Python/intrinsics.c. */
import type { PyObject } from '../heap/object.ts';
import type { PyFunction } from '../objects/function.ts';
import type { PyTuple } from '../objects/tuple.ts';
import {
  genericBase,
  makeTypeAlias as newTypeAlias,
  makeTypeParameter,
  T_PARAMSPEC,
  T_TYPEVAR,
  T_TYPEVARTUPLE,
} from '../objects/typevar.ts';
import type { Instance } from './instance.ts';

/** INTRINSIC_TYPEVAR and its relatives. `evaluate`: a function that computes bound or constraints, consumed. New reference. */
function makeTypeVar(kind: string, name: PyObject, evaluate: PyObject | null): PyObject {
  switch (kind) {
    case 'ParamSpec':
      return makeTypeParameter(T_PARAMSPEC, name);
    case 'TypeVarTuple':
      return makeTypeParameter(T_TYPEVARTUPLE, name);
    case 'TypeVarWithConstraints':
      return makeTypeParameter(T_TYPEVAR, name, null, evaluate);
    default:
      return makeTypeParameter(T_TYPEVAR, name, evaluate);
  }
}

/** SET_FUNCTION_TYPE_PARAMS: consumes the tuple, answers the function. */
function setTypeParams(f: PyFunction, params: PyTuple): PyFunction {
  f.v.typeParams = params;
  return f;
}

/** INTRINSIC_TYPEALIAS: consumes the parameters and the function that computes the value. New reference. */
function makeTypeAlias(_I: Instance, name: PyObject, params: PyTuple | null, value: PyObject): PyObject {
  return newTypeAlias(name, params, value);
}

export const typingSupport = { makeTypeVar, setTypeParams, genericBase, makeTypeAlias };
