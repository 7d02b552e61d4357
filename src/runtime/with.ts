/** `with` (BEFORE_WITH, WITH_EXCEPT_START) and the same for `async with`. */
import type { PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import type { PyException } from '../exceptions/body.ts';
import { typeError } from '../exceptions/raise.ts';
import { None } from '../objects/singletons.ts';
import { tstate } from '../objects/thread_state.ts';
import { lookupSpecial } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';
import { isTrue } from '../protocols/object.ts';
import { call0, callMany } from './calls.ts';

/**
 * Looks both methods up and enters. Consumes the manager; answers the bound exit method, and what the enter method returned in
 * `tstate.result`.
 */
function before(manager: PyObject, enterName: string, exitName: string, protocol: string): PyObject {
  let exit: PyObject | null = null;
  try {
    const enter = lookupSpecial(manager, enterName);
    if (enter === null) return typeError(`'${manager.type.name}' object does not support the ${protocol} protocol`);
    try {
      exit = lookupSpecial(manager, exitName);
      if (exit === null)
        return typeError(
          `'${manager.type.name}' object does not support the ${protocol} protocol (missed ${exitName} method)`,
        );
    } catch (e) {
      decref(enter);
      throw e;
    }
    try {
      tstate.result = call0(enter);
    } catch (e) {
      decref(exit);
      throw e;
    }
    return exit;
  } finally {
    decref(manager);
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

function withExitAsync(exit: PyObject): PyObject {
  return callMany(exit, [incref(None), incref(None), incref(None)]);
}

export const withs = {
  beforeWith,
  beforeAsyncWith,
  withExceptStart,
  withExceptStartAsync: exitCall,
  withExit,
  withExitAsync,
};
