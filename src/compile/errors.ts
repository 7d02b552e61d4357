/** Errors of the compile stage: those CPython raises from symtable.c, compile.c and future.c. */
import { PySyntaxError } from '../syntax/errors.ts';
import type { Position } from '../syntax/ast.ts';

/** Where a program comes from; shared by all stages of one compilation. */
export interface SourceInfo {
  filename: string;
  /** The program's lines, for the error's `text` and columns; null when the caller has only a tree. */
  lines: readonly string[] | null;
}

/** Counts code points before UTF-16 column `col` of a line. */
function codePoints(line: string | null, col: number): number {
  if (line === null) return col;
  let n = 0;
  for (let i = 0; i < col && i < line.length; i++) {
    const c = line.charCodeAt(i);
    if (c < 0xdc00 || c > 0xdfff) n++;
  }
  return n;
}

/** Throws the SyntaxError `msg` at a node's place. */
export function compileError(source: SourceInfo, where: Position, msg: string): never {
  const line = source.lines?.[where.lineno - 1] ?? null;
  const endLine = source.lines?.[where.end_lineno - 1] ?? null;
  throw new PySyntaxError(
    'SyntaxError',
    msg,
    source.filename,
    where.lineno,
    codePoints(line, where.col_offset) + 1,
    where.end_lineno,
    codePoints(endLine, where.end_col_offset) + 1,
    line,
  );
}
