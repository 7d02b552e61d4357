/** Exceptions that end a cell, as the content of an `error` message. */
import { recursionError } from '../exceptions/raise.ts';
import { decref, incref } from '../heap/refcount.ts';
import { isPyException, type PyException } from '../exceptions/body.ts';
import { T_SystemExit } from '../exceptions/types.ts';
import { isSubtype } from '../objects/type_lookup.ts';
import { PySyntaxError } from '../syntax/index.ts';
import { strString } from '../protocols/object.ts';
import { syntaxErrorObject } from '../runtime/syntax_error.ts';
import { internalFault } from '../runtime/fault.ts';
import { setLastException } from '../runtime/last_exception.ts';
import { formatNotebookTraceback } from './tracebacks.ts';
import type { Shell } from './shell.ts';

/** ename, evalue, traceback. */
export interface CellError {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** The Python exception for anything that was thrown: a syntax error, our stack's end, a fault of ours. New reference. */
export function caught(e: unknown): PyException {
  if (isPyException(e)) return e;
  if (e instanceof PySyntaxError) return syntaxErrorObject(e);
  if (e instanceof RangeError) {
    try {
      recursionError('maximum recursion depth exceeded');
    } catch (r) {
      return r as PyException;
    }
  }
  return internalFault(e);
}

/** Consumes `exc`. */
export function errorContent(exc: PyException, shell: Shell): CellError {
  let evalue: string;
  try {
    evalue = strString(exc);
  } catch (e) {
    if (!isPyException(e)) throw e;
    decref(e);
    evalue = '<exception str() failed>';
  }
  const ename = exc.type.name.slice(exc.type.name.lastIndexOf('.') + 1);
  let traceback: string[];
  if (isSubtype(exc.type, T_SystemExit)) {
    shell.publish('stream', {
      name: 'stderr',
      text: 'An exception has occurred, use %tb to see the full traceback.\n',
    });
    traceback = [`SystemExit: ${evalue}`];
  } else traceback = formatNotebookTraceback(exc);
  // sys.last_value and friends keep the exception, as IPython's showtraceback does.
  setLastException(incref(exc));
  decref(exc);
  return { ename, evalue, traceback };
}
