import type { Mod, Stmt } from './ast.ts';
import { compound_stmt } from './compound.ts';
import { diagnose } from './diagnose/index.ts';
import { LiteralError, ParserStackOverflow, PySyntaxError } from './errors.ts';
import { expressions } from './expressions.ts';
import * as N from './nodes.ts';
import { FAILURE, Parser, translateNewlines } from './parser.ts';
import type { Mode } from './parser.ts';
import { simple_stmts, statements } from './statements.ts';
import { ERRORTOKEN } from './tokenizer.ts';
import * as T from './tokens.ts';
import type { SyntaxWarning } from './warnings.ts';

/**
 * The syntax tree of a source (`_PyParser_ASTFromString`). `warnings` collects what the parser warns of.
 * Raises PySyntaxError.
 */
export function parse(source: string, filename: string, mode: Mode, warnings: SyntaxWarning[] = []): Mod {
  if (source.includes('\0')) throw new PySyntaxError('SyntaxError', NULL_BYTES, filename, 0, null, null, null, null);
  const text = translateNewlines(source, mode);
  let p: Parser | null = null;
  try {
    p = new Parser(text, filename, mode, warnings);
    const tree = program(p, mode);
    // The tokenizer is through before the parser starts; CPython's take turns.
    warnings.sort((a, b) => a.lineno - b.lineno);
    return tree;
  } catch (e) {
    if (e instanceof RangeError) throw new ParserStackOverflow();
    const known = e === FAILURE || e === ERRORTOKEN || e instanceof PySyntaxError || e instanceof LiteralError;
    if (!known) throw e;
    throw diagnosed(text, filename, mode) ?? (e instanceof PySyntaxError ? e : invalidSyntax(filename, p));
  }
}

const NULL_BYTES = 'source code string cannot contain null bytes';

/** The error as CPython words it, or null when the source nests too deeply to find out. */
function diagnosed(text: string, filename: string, mode: Mode): PySyntaxError | null {
  try {
    return diagnose(text, filename, mode);
  } catch (e) {
    if (e instanceof RangeError) return null;
    throw e;
  }
}

/** `invalid syntax` at the token where the parser stopped. */
function invalidSyntax(filename: string, p: Parser | null): PySyntaxError {
  if (p === null) return new PySyntaxError('SyntaxError', 'invalid syntax', filename, 1, 1, 1, 1, null);
  const { lineno, col_offset, end_lineno, end_col_offset } = p.tok;
  const line = p.source.split('\n', lineno)[lineno - 1] ?? null;
  return new PySyntaxError(
    'SyntaxError',
    'invalid syntax',
    filename,
    lineno,
    col_offset + 1,
    end_lineno,
    end_col_offset + 1,
    line,
  );
}

function program(p: Parser, mode: Mode): Mod {
  if (mode === 'exec') return { kind: 'Module', body: statements(p, T.ENDMARKER) };
  if (mode === 'single') return { kind: 'Interactive', body: statement_newline(p) };
  const body = expressions(p);
  while (p.accept(T.NEWLINE));
  p.expect(T.ENDMARKER);
  return { kind: 'Expression', body };
}

/** statement_newline: compound_stmt NEWLINE | simple_stmts | NEWLINE | ENDMARKER, and nothing after it */
function statement_newline(p: Parser): Stmt[] {
  const s = p.tok;
  if (p.accept(T.NEWLINE)) return [N.Pass(s, s)];
  const body: Stmt[] = [];
  const compound = compound_stmt(p);
  if (compound !== null) {
    body.push(compound);
    p.expect(T.NEWLINE);
  } else {
    simple_stmts(p, body);
  }
  while (p.accept(T.NEWLINE));
  p.expect(T.ENDMARKER);
  return body;
}
