/** Compiling pieces of a cell: each statement is a code object of its own, as IPython compiles them. */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { newCode } from '../objects/code.ts';
import { hooks } from '../objects/hooks.ts';
import { compileUnit } from '../runtime/eval_code.ts';
import type { Expr, Mod, Stmt } from '../syntax/index.ts';

/** CO_FUTURE_ANNOTATIONS, the only future that is still one. */
const FUTURE_MASK = 0x1000000;

/** `from __future__ import annotations` in one cell holds for those after it. */
let future = 0;

/**
 * A code object for statements, or for one expression to be evaluated; new reference. With `display` the last expression's value goes
 * to sys.displayhook. `source` is the whole text the tree came from. Throws PySyntaxError.
 */
export function compileStatements(body: Stmt[] | Expr, source: string, filename: string, display: boolean): PyObject {
  const mod: Mod = Array.isArray(body)
    ? { kind: display ? 'Interactive' : 'Module', body }
    : { kind: 'Expression', body };
  const unit = compileUnit(mod, filename, source.split('\n'), future);
  future |= unit.flags & FUTURE_MASK;
  return newCode(unit);
}

/** Runs a code object in a namespace; new reference. */
export function evalCode(code: PyObject, globals: PyContainer, locals: PyObject | null): PyObject {
  return hooks.evalCode(code, globals, locals ?? globals, null);
}
