/** Errors that nobody can catch: in `__del__`, weak reference callbacks, and the like (sys.unraisablehook). */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { isPyException, type PyException } from '../exceptions/body.ts';
import { reprString } from '../protocols/object.ts';
import { entryText, summaryLines } from './print_exception.ts';
import { writeSys } from './sys_streams.ts';
import { tracebackEntries } from './traceback_entries.ts';

/** Writes `Exception ignored in: ...` with the traceback to sys.stderr. Consumes `exc`. */
export function writeUnraisable(exc: PyObject, where: PyObject | null, message: string | null): void {
  let text = '';
  if (where !== null) {
    let shown: string;
    try {
      shown = reprString(where);
    } catch (e) {
      if (!isPyException(e)) throw e;
      decref(e);
      shown = '<object repr() failed>';
    }
    text += `${message ?? 'Exception ignored in'}: ${shown}\n`;
  } else if (message !== null) text += `${message}:\n`;
  const e = exc as PyException;
  if (e.v.traceback !== null) {
    text += 'Traceback (most recent call last):\n';
    for (const entry of tracebackEntries(e.v.traceback as PyContainer)) text += `${entryText(entry)}\n`;
  }
  text += `${summaryLines(e).join('\n')}\n`;
  decref(exc);
  writeSys('stderr', text);
}
