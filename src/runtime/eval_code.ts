/** Compiling source text to code objects, and running them (Python/pythonrun.c, PyEval_EvalCode). */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { enterEval } from '../heap/recursion.ts';
import { decref, incref } from '../heap/refcount.ts';
import { type CodeUnit, compileProgram } from '../compile/index.ts';
import {
  compilerWarnings,
  decodeSource,
  type Mod,
  parse,
  ParserStackOverflow,
  PySyntaxError,
  type SyntaxWarning,
} from '../syntax/index.ts';
import { Arena, newCode, type PyCode } from '../objects/code.ts';
import { raise } from '../exceptions/raise.ts';
import { T_MemoryError, T_SyntaxWarning } from '../exceptions/types.ts';
import { newFunction, returned, type PyFunction } from '../objects/function.ts';
import { run } from '../objects/function_call.ts';
import type { PyTuple } from '../objects/tuple.ts';
import { instantiateMapped } from './instance.ts';
import { syntaxErrorObject } from './syntax_error.ts';
import { warnExplicit } from './warnings.ts';

export type CompileMode = 'exec' | 'eval' | 'single';

/** Runs `action`, turning the compiler's errors into Python exceptions. */
function reporting<T>(action: () => T): T {
  try {
    return action();
  } catch (e) {
    if (e instanceof PySyntaxError) throw syntaxErrorObject(e);
    if (e instanceof ParserStackOverflow) return raise(T_MemoryError, e.message);
    throw e;
  }
}

/** A new code object for source text; raises SyntaxError. */
export function compileSource(source: string | Uint8Array, filename: string, mode: CompileMode, flags = 0): PyCode {
  return reporting(() => {
    const text = typeof source === 'string' ? source : decodeSource(source);
    const warnings: SyntaxWarning[] = [];
    const tree = parse(text, filename, mode, warnings);
    issueWarnings(warnings, filename);
    return codeOf(tree, filename, text, flags);
  });
}

/** A new code object for a tree; the tree is used up. Raises SyntaxError. */
export function compileTree(tree: Mod, filename: string, source: string | null, flags = 0): PyCode {
  return reporting(() => codeOf(tree, filename, source, flags));
}

function codeOf(tree: Mod, filename: string, source: string | null, flags: number): PyCode {
  const lines = source === null ? null : source.split('\n');
  return newCode(compileUnit(tree, filename, lines, flags & ~0xffff));
}

/** The code unit of a tree, which is used up; the compiler's warnings are issued. Throws PySyntaxError. */
export function compileUnit(tree: Mod, filename: string, lines: string[] | null, future: number): CodeUnit {
  const warnings: SyntaxWarning[] = [];
  compilerWarnings(tree, warnings);
  const unit = compileProgram(tree, { filename, lines, future });
  issueWarnings(warnings, filename);
  return unit;
}

/** Issues what the parser or the compiler warns of. */
export function issueWarnings(warnings: SyntaxWarning[], filename: string): void {
  for (const w of warnings) warnExplicit(T_SyntaxWarning, w.message, filename, w.lineno, '<unknown>', false);
}

/** Runs module code: `globals` a dict, `locals` any mapping. Borrows; new reference. */
export function evalCode(
  code: PyCode,
  globals: PyContainer,
  locals: PyObject | null,
  closure: PyTuple | null = null,
): PyObject {
  const f = newFunction(code, globals);
  if (closure !== null) f.v.closure = incref(closure);
  enterEval();
  if (code.v.unit.kind === 'function') return returned(run(f, []));
  const ns = locals ?? globals;
  const js = ns === globals ? f.v.js : instantiateMapped(f);
  return returned(js(f, ns));
}

/** Compiles source text and runs it; the constants are held by the tree meanwhile. Borrows; new reference. */
export function runSource(
  source: string | Uint8Array,
  filename: string,
  mode: 'exec' | 'eval',
  globals: PyContainer,
  locals: PyObject,
): PyObject {
  const code = compileSource(source, filename, mode);
  const arena = new Arena();
  code.v.pool.arena = arena;
  try {
    return evalCode(code, globals, locals);
  } finally {
    decref(code);
    code.v.pool.arena = null;
    arena.free();
  }
}

/** Runs a class body in its namespace; new reference to the `__class__` cell or None. */
export function runClassBody(f: PyFunction, ns: PyContainer): PyObject {
  enterEval();
  f.rc++;
  return returned(f.v.js(f, ns));
}
