/** Raising from TypeScript: each helper makes the exception, sets its context, and throws it. */
import type { PyObject, TypeBody } from '../heap/object.ts';
import { incref, decref } from '../heap/refcount.ts';
import { newStr } from '../objects/str.ts';
import { newTuple } from '../objects/tuple.ts';
import { None } from '../objects/singletons.ts';
import { type PyException } from './body.ts';
import { newExceptionArgs, setMember } from './base.ts';
import { excState } from './state.ts';
import {
  T_AttributeError,
  T_IndexError,
  T_KeyError,
  T_MemoryError,
  T_NameError,
  T_OverflowError,
  T_RecursionError,
  T_ReferenceError,
  T_RuntimeError,
  T_StopIteration,
  T_SystemError,
  T_TypeError,
  T_ValueError,
  T_ZeroDivisionError,
} from './types.ts';

/** Sets `__context__` to the handled exception, cutting a cycle that would close (_PyErr_SetObject). Borrows. */
export function setContext(exc: PyException): void {
  const handled = excState.handled as PyException | null;
  if (handled === null || handled === exc) return;
  let o: PyException | null = handled;
  let slow: PyException | null = handled;
  let step = false;
  while (o !== null) {
    const context: PyException | null = o.v.context as PyException | null;
    if (context === null) break;
    if (context === exc) {
      o.v.context = null;
      decref(context);
      break;
    }
    o = context;
    if (o === slow) break;
    if (step) slow = slow!.v.context as PyException | null;
    step = !step;
  }
  const old = exc.v.context;
  exc.v.context = incref(handled);
  if (old !== null) decref(old);
}

/** A new exception of a builtin type with one str argument; context set. New reference. */
export function newException(type: TypeBody, message: string): PyException {
  const exc = newExceptionArgs(type, newTuple([newStr(message)]));
  setContext(exc);
  return exc;
}

/** Throws a new exception of a builtin type with one str argument. */
export function raise(type: TypeBody, message: string): never {
  throw newException(type, message);
}

/** A new exception of a builtin type with the given arguments (consumed); context set. New reference. */
function newRaised(type: TypeBody, args: PyObject[]): PyException {
  const exc = newExceptionArgs(type, newTuple(args));
  if (excState.handled !== null) setContext(exc);
  return exc;
}

/** Throws a new exception of a builtin type with the given arguments (consumed). */
export function raiseArgs(type: TypeBody, args: PyObject[]): never {
  throw newRaised(type, args);
}

export function typeError(message: string): never {
  return raise(T_TypeError, message);
}
export function valueError(message: string): never {
  return raise(T_ValueError, message);
}
export function indexError(message: string): never {
  return raise(T_IndexError, message);
}
export function overflowError(message: string): never {
  return raise(T_OverflowError, message);
}
export function zeroDivisionError(message: string): never {
  return raise(T_ZeroDivisionError, message);
}
export function runtimeError(message: string): never {
  return raise(T_RuntimeError, message);
}
export function recursionError(message: string): never {
  return raise(T_RecursionError, message);
}
export function systemError(message: string): never {
  return raise(T_SystemError, message);
}
export function referenceError(message: string): never {
  return raise(T_ReferenceError, message);
}
export function memoryError(): never {
  return raiseArgs(T_MemoryError, []);
}

/** A KeyError with the key itself as argument (_PyErr_SetKeyError). New reference. */
export function newKeyError(key: PyObject): PyException {
  return newRaised(T_KeyError, [incref(key)]);
}

/** Throws a KeyError with the key itself as argument. */
export function keyErrorObj(key: PyObject): never {
  throw newKeyError(key);
}

/** StopIteration with a value (borrowed), or without arguments for None. */
export function stopIteration(value: PyObject | null): never {
  return raiseArgs(T_StopIteration, value === null || value === None ? [] : [incref(value)]);
}

/** AttributeError carrying `name` and `obj`, which suggestions are made from. */
export function attributeError(obj: PyObject | null, name: PyObject<string>, message: string): never {
  throw newAttributeError(obj, name, message);
}

function newAttributeError(obj: PyObject | null, name: PyObject<string>, message: string): PyException {
  const exc = newException(T_AttributeError, message);
  setMember(exc, 'name', name);
  if (obj !== null) setMember(exc, 'obj', obj);
  return exc;
}

/** `'C' object has no attribute 'x'`. */
export function noAttribute(obj: PyObject, name: PyObject<string>): never {
  throw newNoAttribute(obj, name);
}

/** The same, not thrown. New reference. */
export function newNoAttribute(obj: PyObject, name: PyObject<string>): PyException {
  return newAttributeError(obj, name, `'${obj.type.name}' object has no attribute '${name.v}'`);
}

/** NameError carrying `name`. */
export function nameError(name: PyObject<string>, message: string, type: TypeBody = T_NameError): never {
  const exc = newException(type, message);
  setMember(exc, 'name', name);
  throw exc;
}
