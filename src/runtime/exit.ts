/** What an exception that nobody caught means for the process (Python/pythonrun.c). */
import type { PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { getMember } from '../exceptions/base.ts';
import { isPyException, type PyException } from '../exceptions/body.ts';
import { T_KeyboardInterrupt, T_SystemExit } from '../exceptions/types.ts';
import { isInt } from '../objects/int.ts';
import { None } from '../objects/singletons.ts';
import { isSubtype } from '../objects/type_lookup.ts';
import { call } from '../protocols/call.ts';
import { strString } from '../protocols/object.ts';
import { setLastException } from './last_exception.ts';
import { formatException } from './print_exception.ts';
import { sysAttribute, writeSys } from './sys_streams.ts';
import { internalFault } from './fault.ts';

/** Status that a process ends with when interrupted. */
const INTERRUPTED = 130;

/** Reports an exception as the interpreter does at top level; the exit status. Consumes `exc`. */
export function handleUncaught(exc: PyException): number {
  if (isSubtype(exc.type, T_SystemExit)) return exitStatus(exc);
  const status = isSubtype(exc.type, T_KeyboardInterrupt) ? INTERRUPTED : 1;
  setLastException(incref(exc));
  printUncaught(exc);
  decref(exc);
  return status;
}

/** handle_system_exit. Consumes `exc`. */
function exitStatus(exc: PyException): number {
  const code = getMember(exc, 'code') ?? None;
  let status: number;
  if (code === None) status = 0;
  else if (isInt(code)) status = Number(BigInt.asIntN(32, BigInt(code.v))) & 0xff;
  else {
    writeSys('stderr', `${strString(code)}\n`);
    status = 1;
  }
  decref(exc);
  return status;
}

/** PyErr_Print: `sys.excepthook(type, value, traceback)`, or the standard text when that fails. Borrows. */
export function printUncaught(exc: PyException): void {
  const hook = sysAttribute('excepthook');
  if (hook === null) {
    writeSys('stderr', 'sys.excepthook is missing\n');
    writeSys('stderr', formatException(exc));
    return;
  }
  try {
    const args: PyObject[] = [exc.type.obj, exc, exc.v.traceback ?? None];
    decref(call(hook, args, null));
  } catch (e) {
    const second = isPyException(e) ? e : internalFault(e);
    writeSys('stderr', `Error in sys.excepthook:\n${formatException(second)}\nOriginal exception was:\n`);
    writeSys('stderr', formatException(exc));
    decref(second);
  } finally {
    decref(hook);
  }
}
