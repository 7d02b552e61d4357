import type { Mod, Stmt } from './ast.ts';
import { compound_stmt } from './compound.ts';
import { expressions } from './expressions.ts';
import * as N from './nodes.ts';
import { FAILURE, Parser, invalidSyntax, translateNewlines } from './parser.ts';
import type { Mode } from './parser.ts';
import { simple_stmts, statements } from './statements.ts';
import * as T from './tokens.ts';
import type { SyntaxWarning } from './warnings.ts';

/**
 * The syntax tree of a source (`_PyParser_ASTFromString`). `warnings` collects what the parser warns of.
 * Raises PySyntaxError.
 */
export function parse(source: string, filename: string, mode: Mode, warnings: SyntaxWarning[] = []): Mod {
  const text = translateNewlines(source, mode);
  const p = new Parser(text, filename, mode, warnings);
  try {
    return program(p, mode);
  } catch (e) {
    if (e !== FAILURE) throw e;
    throw invalidSyntax(p);
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
