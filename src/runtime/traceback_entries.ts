/** A traceback object's entries as text needs them, outermost first. */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { positionOf } from '../objects/code.ts';
import { tracebackLine, type PyTraceback } from '../objects/traceback.ts';
import type { TracebackEntry } from './print_exception.ts';

export function tracebackEntries(tb: PyContainer): TracebackEntry[] {
  const entries: TracebackEntry[] = [];
  for (let t: PyTraceback | null = tb as PyTraceback; t !== null; t = t.v.next) {
    const code = t.v.frame.v.code;
    const at = positionOf(code, t.v.at);
    const lineno = tracebackLine(t);
    const [, end_lineno, col, end_col] = at !== null && at[0] === lineno ? at : [lineno, -1, -1, -1];
    entries.push({ filename: code.v.filename.v, name: code.v.name.v, lineno, end_lineno, col, end_col });
  }
  return entries;
}

/** What the innermost frame of a traceback knows, for suggestions; all borrowed. */
export function lastFrameNames(tb: PyContainer): {
  locals: string[];
  globals: PyContainer;
  builtins: PyContainer;
  self: PyObject | null;
} {
  let t = tb as PyTraceback;
  while (t.v.next !== null) t = t.v.next;
  const { code, fn, slots } = t.v.frame.v;
  const { globals, builtins } = fn.v;
  const locals = code.v.generated?.varnames ?? [];
  const at = locals.indexOf('self');
  return { locals, globals, builtins, self: at < 0 || slots === null ? null : slots[at] };
}
