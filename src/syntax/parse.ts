import type { Mod, Stmt } from './ast.ts';
import { compound_stmt } from './compound.ts';
import { diagnose } from './diagnose/index.ts';
import { LiteralError, PySyntaxError } from './errors.ts';
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
  const text = translateNewlines(source, mode);
  try {
    return program(new Parser(text, filename, mode, warnings), mode);
  } catch (e) {
    const known = e === FAILURE || e === ERRORTOKEN || e instanceof PySyntaxError || e instanceof LiteralError;
    if (!known) throw e;
    throw (
      diagnose(text, filename, mode) ?? new PySyntaxError('SyntaxError', 'invalid syntax', filename, 1, 0, 1, 0, null)
    );
  }
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
