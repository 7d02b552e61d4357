/**
 * What the heap asks of the layers to its right, which set these functions while the interpreter starts.
 * Until then each throws a JavaScript error, except those that must be harmless.
 */
import type { PyContainer, PyObject } from './object.ts';

function unset(name: string): never {
  throw new Error(`heap: upcall ${name} is not set`);
}

export const upcalls = {
  /** PyErr_NoMemory. */
  memoryError: (): never => unset('memoryError'),
  /** Raises RecursionError `maximum recursion depth exceeded` + where. */
  recursionError: (where: string): never => unset('recursionError' + where),
  /** PyErr_WriteUnraisable: reports `exc` (consumed; rethrown if it is no Python exception), raised in `obj` (borrowed). */
  writeUnraisable: (exc: unknown, obj: PyObject | null): void => unset(`writeUnraisable ${exc} ${obj}`),
  /** Calls a weak reference's callback with the reference; returns a new reference or throws. */
  callOneArg: (callable: PyObject, arg: PyObject): PyObject => unset(`callOneArg ${callable} ${arg}`),
  /** Sets the breaker word's BREAK_GC_DUE bit, so that the next poll calls `gc_run`. */
  scheduleGC: (): void => {},
  /** Calls `gc.callbacks` with phase `start` or `stop`. */
  gcCallback: (_phase: string, _generation: number, _collected: number, _uncollectable: number): void => {},
  /** Appends to `gc.garbage` (DEBUG_SAVEALL). */
  gcGarbageAppend: (o: PyContainer): void => unset(`gcGarbageAppend ${o}`),
  /** Writes to sys.stderr (the collector's DEBUG texts). */
  writeStderr: (_text: string): void => {},
  /** Seconds, for the collector's DEBUG_STATS. */
  perfCounter: (): number => 0,
};
