/** The handled exception, uncaught exceptions and leaving the program. */
import { TypeBody, type PyContainer, type PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { isPyException, type PyException } from '../../exceptions/body.ts';
import { raiseArgs, typeError } from '../../exceptions/raise.ts';
import { excState } from '../../exceptions/state.ts';
import { T_SystemExit } from '../../exceptions/types.ts';
import { call1 } from '../../protocols/call.ts';
import { dict_getStr } from '../../objects/dict.ts';
import { None } from '../../objects/singletons.ts';
import { isStr, newStr } from '../../objects/str.ts';
import { defineStructSeq, newStructSeq } from '../../objects/structseq.ts';
import { frameAt } from '../../objects/frame.ts';
import { tstate } from '../../objects/thread_state.ts';
import { newTraceback } from '../../objects/traceback.ts';
import { isTuple, newTuple, type PyTuple } from '../../objects/tuple.ts';
import { formatException } from '../../runtime/print_exception.ts';
import { writeSys } from '../../runtime/sys_streams.ts';
import { writeUnraisable } from '../../runtime/unraisable.ts';

export function sys_exception(): PyObject {
  return incref(excState.handled ?? None);
}

export function sys_exc_info(): PyObject {
  const exc = excState.handled as PyException | null;
  if (exc === null) return newTuple([incref(None), incref(None), incref(None)]);
  return newTuple([incref(exc.type.obj), incref(exc), incref(exc.v.traceback ?? None)]);
}

/** A tuple becomes the exception's arguments; None is no argument (PyErr_SetObject). */
export function sys_exit(_module: PyObject, status?: PyObject): PyObject {
  if (status === undefined || status === None) return raiseArgs(T_SystemExit, []);
  return raiseArgs(T_SystemExit, isTuple(status) ? status.v.map(incref) : [incref(status)]);
}

export function sys_excepthook(_module: PyObject, _type: PyObject, value: PyObject, traceback: PyObject): PyObject {
  if (!isPyException(value)) {
    writeSys('stderr', `TypeError: print_exception(): Exception expected for value, ${value.type.name} found\n`);
    return None;
  }
  if (value.v.traceback === null && traceback !== None) value.v.traceback = incref(traceback);
  writeSys('stderr', formatException(value));
  return None;
}

// ---- errors nobody can catch

const T_UNRAISABLE_ARGS = new TypeBody('UnraisableHookArgs');

export function initErrors(): void {
  defineStructSeq(T_UNRAISABLE_ARGS, {
    name: 'UnraisableHookArgs',
    doc: 'What sys.unraisablehook is told.',
    fields: [
      ['exc_type', 'class of the exception'],
      ['exc_value', 'the exception'],
      ['exc_traceback', 'its traceback'],
      ['err_msg', 'text that says where it happened'],
      ['object', 'object that caused it'],
    ],
    visible: 5,
  });
}

/** sys.unraisablehook's argument. */
function newUnraisableArgs(exc: PyException, message: string | null, where: PyObject | null): PyObject {
  return newStructSeq(T_UNRAISABLE_ARGS, [
    incref(exc.type.obj),
    incref(exc),
    incref(exc.v.traceback ?? None),
    message === null ? incref(None) : newStr(message),
    incref(where ?? None),
  ]);
}

export function sys_unraisablehook(_module: PyObject, args: PyObject): PyObject {
  if (args.type !== T_UNRAISABLE_ARGS) typeError('sys.unraisablehook argument type must be UnraisableHookArgs');
  const [, exc, , message, where] = (args as PyTuple).v;
  if (isPyException(exc))
    writeUnraisable(incref(exc), where === None ? null : where, isStr(message) ? message.v : null);
  return None;
}

/**
 * _PyErr_WriteUnraisableMsg for `hooks.unraisable`: through sys.unraisablehook when the program replaced it. Consumes `exc`.
 * An error that no Python code raised is shown where the program is now.
 */
export function unraisable(sys: PyContainer, exc: PyObject, where: PyObject | null, message: string | null): void {
  const { depth } = tstate;
  const body = (exc as PyException).v;
  if (body.traceback === null && depth > 0)
    body.traceback = newTraceback(null, frameAt(depth), tstate.runningPosition(depth));
  const hook = dict_getStr(sys.dict!, 'unraisablehook');
  if (hook === null || hook === None || hook.v?.fn === sys_unraisablehook) return writeUnraisable(exc, where, message);
  incref(hook);
  const args = newUnraisableArgs(exc as PyException, message, where);
  decref(exc);
  try {
    decref(call1(hook, args));
  } catch (e) {
    if (!isPyException(e)) throw e;
    writeUnraisable(e, hook, 'Exception ignored in sys.unraisablehook');
  } finally {
    decref(args);
    decref(hook);
  }
}
