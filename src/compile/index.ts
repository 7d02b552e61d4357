/** From a syntax tree to code units: the stages in order. */
import type { Mod } from '../syntax/ast.ts';
import { checkProgram } from './check.ts';
import { moduleUnit } from './code_blocks.ts';
import type { CodeUnit } from './code_unit.ts';
import { foldConstants } from './fold.ts';
import { CO_FUTURE_ANNOTATIONS, futureFlags } from './future.ts';
import { buildSymbolTable } from './symtable.ts';
import type { Program } from './unit.ts';
import { noteSource } from './visible_locals.ts';

export { constantKey } from './fold_constants.ts';
export type { CodeConstant, CodeUnit, Generated } from './code_unit.ts';

export interface CompileOptions {
  filename: string;
  /** The source's lines, for errors. */
  lines: readonly string[] | null;
  /** CO_FUTURE_* flags inherited from the surrounding program. */
  future?: number;
  /** -O level; 1 and up drops assertions. Only 0 is used. */
  optimize?: number;
}

/**
 * Compiles a program (`_PyAST_Compile`). The tree is changed by constant folding and must not be used again. Throws
 * PySyntaxError.
 */
export function compileProgram(mod: Mod, options: CompileOptions): CodeUnit {
  const source = { filename: options.filename, lines: options.lines };
  noteSource(options.lines);
  const future = (options.future ?? 0) | futureFlags(mod, source);
  const futureAnnotations = (future & CO_FUTURE_ANNOTATIONS) !== 0;
  foldConstants(mod, futureAnnotations);
  const table = buildSymbolTable(mod, source, futureAnnotations);
  checkProgram(mod, table, source, futureAnnotations);
  const program: Program = { source, table, future, interactive: mod.kind === 'Interactive' };
  return moduleUnit(program, mod);
}
