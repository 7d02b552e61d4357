/** `with` (BEFORE_WITH, WITH_EXCEPT_START) and the same for `async with`. */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import type { PyException } from '../exceptions/body.ts';
import { typeError } from '../exceptions/raise.ts';
import { None } from '../objects/singletons.ts';
import { tstate } from '../objects/thread_state.ts';
import { lookupSpecial } from '../protocols/attribute.ts';
import { call, call0 } from '../protocols/call.ts';
import { isTrue } from '../protocols/object.ts';

/**
 * Looks both methods up and enters. Consumes the manager; answers the bound exit method, and what the enter method returned in
 * `tstate.result`.
 */
function before(manager: PyObject, enterName: string, exitName: string, protocol: string): PyObject {
  let enter: PyObject;
  let exit: PyObject;
  try {
    [enter, exit] = methods(manager, enterName, exitName, protocol);
  } finally {
    decref(manager);
  }
  try {
    tstate.result = call0(enter);
    return exit;
  } catch (e) {
    decref(exit);
    throw e;
  } finally {
    decref(enter);
  }
}

function methods(manager: PyObject, enterName: string, exitName: string, protocol: string): [PyObject, PyObject] {
  const { name } = manager.type;
  const enter = lookupSpecial(manager, enterName);
  if (enter === null) return typeError(`'${name}' object does not support the ${protocol} protocol`);
  try {
    const exit = lookupSpecial(manager, exitName);
    if (exit !== null) return [enter, exit];
    return typeError(`'${name}' object does not support the ${protocol} protocol (missed ${exitName} method)`);
  } catch (e) {
    decref(enter);
    throw e;
  }
}

function beforeWith(manager: PyObject): PyObject {
  return before(manager, '__enter__', '__exit__', 'context manager');
}

function beforeAsyncWith(manager: PyObject): PyObject {
  return before(manager, '__aenter__', '__aexit__', 'asynchronous context manager');
}

/** exit(type, value, traceback); borrows. */
function exitCall(exit: PyObject, exc: PyException): PyObject {
  const tb = exc.v.traceback ?? None;
  return call(exit, [exc.type.obj, exc, tb], null);
}

/** Does the exit method want the exception swallowed? Borrows. */
function withExceptStart(exit: PyObject, exc: PyException): boolean {
  const r = exitCall(exit, exc);
  try {
    return isTrue(r);
  } finally {
    decref(r);
  }
}

/** The normal end: exit(None, None, None). Consumes the exit method. */
function withExit(exit: PyObject): void {
  decref(withExitAsync(exit));
}

/** The bound method itself is called, not its function: it keeps its self alive during the call. */
function withExitAsync(exit: PyObject): PyObject {
  try {
    return call(exit, [None, None, None], null);
  } finally {
    decref(exit);
  }
}

export const withs = {
  beforeWith,
  beforeAsyncWith,
  withExceptStart,
  withExceptStartAsync: exitCall,
  withExit,
  withExitAsync,
};
