import type { Alias, Expr, Operator, Stmt } from './ast.ts';
import { compound_stmt } from './compound.ts';
import {
  annotated_rhs,
  expression,
  star_expression,
  star_expressions,
  startsExpression,
  yield_expr,
} from './expressions.ts';
import * as N from './nodes.ts';
import { type_params } from './parameters.ts';
import { FAILURE } from './parser.ts';
import type { Parser } from './parser.ts';
import { setContext } from './targets.ts';
import * as T from './tokens.ts';
import type { Token } from './tokens.ts';

const AUGMENTED = new Map<number, Operator>([
  [T.PLUSEQUAL, 'Add'],
  [T.MINEQUAL, 'Sub'],
  [T.STAREQUAL, 'Mult'],
  [T.ATEQUAL, 'MatMult'],
  [T.SLASHEQUAL, 'Div'],
  [T.PERCENTEQUAL, 'Mod'],
  [T.AMPEREQUAL, 'BitAnd'],
  [T.VBAREQUAL, 'BitOr'],
  [T.CIRCUMFLEXEQUAL, 'BitXor'],
  [T.LEFTSHIFTEQUAL, 'LShift'],
  [T.RIGHTSHIFTEQUAL, 'RShift'],
  [T.DOUBLESTAREQUAL, 'Pow'],
  [T.DOUBLESLASHEQUAL, 'FloorDiv'],
]);

/** statements: statement+, up to a token that ends the block or the file */
export function statements(p: Parser, end: number): Stmt[] {
  const body: Stmt[] = [];
  while (p.tok.type !== end) statement(p, body);
  return body;
}

/** statement: compound_stmt | simple_stmts, appended to `body` */
export function statement(p: Parser, body: Stmt[]): void {
  const compound = compound_stmt(p);
  if (compound !== null) body.push(compound);
  else simple_stmts(p, body);
}

/** simple_stmts: ';'.simple_stmt+ [';'] NEWLINE */
export function simple_stmts(p: Parser, body: Stmt[]): void {
  do body.push(simple_stmt(p));
  while (p.accept(T.SEMI) && p.tok.type !== T.NEWLINE);
  p.expect(T.NEWLINE);
}

function simple_stmt(p: Parser): Stmt {
  const s = p.tok;
  switch (s.type) {
    case T.KW_RETURN:
      p.advance();
      return N.Return(startsExpression(p) ? star_expressions(p) : null, s, p.prev);
    case T.KW_IMPORT:
      return import_name(p);
    case T.KW_FROM:
      return import_from(p);
    case T.KW_RAISE:
      return raise_stmt(p);
    case T.KW_PASS:
      p.advance();
      return N.Pass(s, s);
    case T.KW_DEL:
      return del_stmt(p);
    case T.KW_YIELD: {
      const value = yield_expr(p);
      return N.ExprStmt(value, s, p.prev);
    }
    case T.KW_ASSERT: {
      p.advance();
      const test = expression(p);
      const msg = p.accept(T.COMMA) ? expression(p) : null;
      return N.Assert(test, msg, s, p.prev);
    }
    case T.KW_BREAK:
      p.advance();
      return N.Break(s, s);
    case T.KW_CONTINUE:
      p.advance();
      return N.Continue(s, s);
    case T.KW_GLOBAL:
    case T.KW_NONLOCAL: {
      p.advance();
      const names: string[] = [];
      do names.push(p.expectName());
      while (p.accept(T.COMMA));
      return s.type === T.KW_GLOBAL ? N.Global(names, s, p.prev) : N.Nonlocal(names, s, p.prev);
    }
  }
  if (s.type === T.NAME && s.value === 'type' && p.peek() === T.NAME) return type_alias(p);
  return assignmentOrExpression(p);
}

/** assignment | star_expressions */
function assignmentOrExpression(p: Parser): Stmt {
  const s = p.tok;
  const first = star_expressions(p);
  switch (p.tok.type) {
    case T.NEWLINE:
      return N.ExprStmt(first, s, p.prev);
    case T.EQUAL: {
      const targets: Expr[] = [];
      let value = first;
      while (p.accept(T.EQUAL)) {
        setContext(value, 'Store');
        targets.push(value);
        value = annotated_rhs(p);
      }
      return N.Assign(targets, value, s, p.prev);
    }
    case T.COLON:
      return annotatedAssignment(p, first, s);
  }
  const op = AUGMENTED.get(p.tok.type);
  if (op === undefined) return N.ExprStmt(first, s, p.prev);
  setSingleTarget(first);
  p.advance();
  return N.AugAssign(first, op, annotated_rhs(p), s, p.prev);
}

/** single_target: a name, attribute or subscript, in brackets or not */
function setSingleTarget(e: Expr): void {
  if (e.kind !== 'Name' && e.kind !== 'Attribute' && e.kind !== 'Subscript') throw FAILURE;
  e.ctx = 'Store';
}

/** target ':' expression ['=' annotated_rhs]; `(x): int` is not simple */
function annotatedAssignment(p: Parser, target: Expr, s: Token): Stmt {
  setSingleTarget(target);
  const simple = target.kind === 'Name' && s.type === T.NAME;
  p.advance();
  const annotation = expression(p);
  const value = p.accept(T.EQUAL) ? annotated_rhs(p) : null;
  return N.AnnAssign(target, annotation, value, simple, s, p.prev);
}

/** type_alias: "type" NAME [type_params] '=' expression */
function type_alias(p: Parser): Stmt {
  const s = p.advance();
  const t = p.advance();
  const name = N.Name(t.value, 'Store', t, t);
  const parameters = type_params(p);
  p.expect(T.EQUAL);
  return N.TypeAlias(name, parameters, expression(p), s, p.prev);
}

/** del_stmt: 'del' ','.del_target+ [','] &(';' | NEWLINE) */
function del_stmt(p: Parser): Stmt {
  const s = p.advance();
  const targets: Expr[] = [];
  do {
    if (targets.length > 0 && !startsExpression(p)) break;
    const target = star_expression(p);
    setContext(target, 'Del');
    targets.push(target);
  } while (p.accept(T.COMMA));
  if (p.tok.type !== T.SEMI && p.tok.type !== T.NEWLINE) throw FAILURE;
  return N.Delete(targets, s, p.prev);
}

/** raise_stmt: 'raise' [expression ['from' expression]] */
function raise_stmt(p: Parser): Stmt {
  const s = p.advance();
  if (!startsExpression(p)) return N.Raise(null, null, s, p.prev);
  const exc = expression(p);
  const cause = p.accept(T.KW_FROM) ? expression(p) : null;
  return N.Raise(exc, cause, s, p.prev);
}

/** import_name: 'import' ','.(dotted_name ['as' NAME])+ */
function import_name(p: Parser): Stmt {
  const s = p.advance();
  const names: Alias[] = [];
  do {
    const first = p.tok;
    const name = dotted_name(p);
    names.push(alias(p, name, first));
  } while (p.accept(T.COMMA));
  return N.Import(names, s, p.prev);
}

function alias(p: Parser, name: string, s: Token): Alias {
  const asname = p.accept(T.KW_AS) ? p.expectName() : null;
  return N.Alias(name, asname, s, p.prev);
}

function dotted_name(p: Parser): string {
  let name = p.expectName();
  while (p.accept(T.DOT)) name += '.' + p.expectName();
  return name;
}

/** import_from: 'from' ('.' | '...')* [dotted_name] 'import' import_from_targets */
function import_from(p: Parser): Stmt {
  const s = p.advance();
  let level = 0;
  for (;;) {
    if (p.accept(T.DOT)) level += 1;
    else if (p.accept(T.ELLIPSIS)) level += 3;
    else break;
  }
  const module = level === 0 || p.tok.type === T.NAME ? dotted_name(p) : null;
  p.expect(T.KW_IMPORT);
  const names: Alias[] = [];
  if (p.tok.type === T.STAR) {
    const t = p.advance();
    names.push(N.Alias('*', null, t, t));
  } else {
    const bracketed = p.accept(T.LPAR);
    do {
      if (bracketed && names.length > 0 && p.tok.type === T.RPAR) break;
      const t = p.expect(T.NAME);
      names.push(alias(p, t.value, t));
    } while (p.accept(T.COMMA));
    if (bracketed) p.expect(T.RPAR);
  }
  return N.ImportFrom(module, names, level, s, p.prev);
}
