import type { ExceptHandler, Expr, Keyword, Stmt, WithItem } from './ast.ts';
import { callArguments, expression, named_expression, star_expressions } from './expressions.ts';
import * as N from './nodes.ts';
import { params, type_params } from './parameters.ts';
import { FAILURE } from './parser.ts';
import type { Parser } from './parser.ts';
import { match_stmt } from './patterns.ts';
import { simple_stmts, statements } from './statements.ts';
import { star_target, star_targets } from './targets.ts';
import * as T from './tokens.ts';

/** compound_stmt, or null when none starts here */
export function compound_stmt(p: Parser): Stmt | null {
  switch (p.tok.type) {
    case T.KW_DEF:
      return function_def(p, []);
    case T.AT:
      return decorated(p);
    case T.KW_IF:
      return if_stmt(p);
    case T.KW_CLASS:
      return class_def(p, []);
    case T.KW_WITH:
      return with_stmt(p);
    case T.KW_FOR:
      return for_stmt(p);
    case T.KW_TRY:
      return try_stmt(p);
    case T.KW_WHILE:
      return while_stmt(p);
    case T.KW_ASYNC:
      switch (p.peek()) {
        case T.KW_DEF:
          return function_def(p, []);
        case T.KW_WITH:
          return with_stmt(p);
        case T.KW_FOR:
          return for_stmt(p);
      }
      throw FAILURE;
    case T.NAME:
      return p.tok.value === 'match' ? match_stmt(p) : null;
  }
  return null;
}

/** block: NEWLINE INDENT statements DEDENT | simple_stmts */
export function block(p: Parser): Stmt[] {
  if (p.accept(T.NEWLINE)) {
    p.expect(T.INDENT);
    const body = statements(p, T.DEDENT);
    p.advance();
    return body;
  }
  const body: Stmt[] = [];
  simple_stmts(p, body);
  return body;
}

function colonBlock(p: Parser): Stmt[] {
  p.expect(T.COLON);
  return block(p);
}

/** else_block: 'else' ':' block, or nothing */
function else_block(p: Parser): Stmt[] {
  return p.accept(T.KW_ELSE) ? colonBlock(p) : [];
}

/** decorators: ('@' named_expression NEWLINE)+, and what they decorate */
function decorated(p: Parser): Stmt {
  const decorators: Expr[] = [];
  while (p.accept(T.AT)) {
    decorators.push(named_expression(p));
    p.expect(T.NEWLINE);
  }
  return p.tok.type === T.KW_CLASS ? class_def(p, decorators) : function_def(p, decorators);
}

/** class_def_raw: 'class' NAME [type_params] ['(' [arguments] ')'] ':' block */
function class_def(p: Parser, decorators: Expr[]): Stmt {
  const s = p.advance();
  const name = p.expectName();
  const parameters = type_params(p);
  const bases: Expr[] = [];
  const keywords: Keyword[] = [];
  if (p.tok.type === T.LPAR) callArguments(p, bases, keywords, false);
  const body = colonBlock(p);
  return N.ClassDef(name, bases, keywords, body, decorators, parameters, s, p.prev);
}

/** function_def_raw: ['async'] 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' block */
function function_def(p: Parser, decorators: Expr[]): Stmt {
  const s = p.tok;
  const isAsync = p.accept(T.KW_ASYNC);
  p.expect(T.KW_DEF);
  const name = p.expectName();
  const parameters = type_params(p);
  p.expect(T.LPAR);
  const args = params(p);
  p.expect(T.RPAR);
  const returns = p.accept(T.RARROW) ? expression(p) : null;
  const body = colonBlock(p);
  const make = isAsync ? N.AsyncFunctionDef : N.FunctionDef;
  return make(name, args, body, decorators, returns, parameters, s, p.prev);
}

/** if_stmt and elif_stmt: ('if' | 'elif') named_expression ':' block [elif_stmt | else_block] */
function if_stmt(p: Parser): Stmt {
  const s = p.advance();
  const test = named_expression(p);
  const body = colonBlock(p);
  const orelse = p.tok.type === T.KW_ELIF ? [if_stmt(p)] : else_block(p);
  return N.If(test, body, orelse, s, p.prev);
}

/** while_stmt: 'while' named_expression ':' block [else_block] */
function while_stmt(p: Parser): Stmt {
  const s = p.advance();
  const test = named_expression(p);
  const body = colonBlock(p);
  const orelse = else_block(p);
  return N.While(test, body, orelse, s, p.prev);
}

/** for_stmt: ['async'] 'for' star_targets 'in' star_expressions ':' block [else_block] */
function for_stmt(p: Parser): Stmt {
  const s = p.tok;
  const isAsync = p.accept(T.KW_ASYNC);
  p.expect(T.KW_FOR);
  const target = star_targets(p);
  p.expect(T.KW_IN);
  const iter = star_expressions(p);
  const body = colonBlock(p);
  const orelse = else_block(p);
  return (isAsync ? N.AsyncFor : N.For)(target, iter, body, orelse, s, p.prev);
}

/** with_stmt: ['async'] 'with' ('(' ','.with_item+ [','] ')' | ','.with_item+) ':' block */
function with_stmt(p: Parser): Stmt {
  const s = p.tok;
  const isAsync = p.accept(T.KW_ASYNC);
  p.expect(T.KW_WITH);
  const items = (p.tok.type === T.LPAR ? p.attempt(bracketedItems) : null) ?? withItems(p);
  const body = colonBlock(p);
  return (isAsync ? N.AsyncWith : N.With)(items, body, s, p.prev);
}

function bracketedItems(p: Parser): WithItem[] {
  p.expect(T.LPAR);
  const items: WithItem[] = [];
  do {
    if (items.length > 0 && p.tok.type === T.RPAR) break;
    items.push(with_item(p));
  } while (p.accept(T.COMMA));
  p.expect(T.RPAR);
  if (p.tok.type !== T.COLON) throw FAILURE;
  return items;
}

function withItems(p: Parser): WithItem[] {
  const items: WithItem[] = [];
  do items.push(with_item(p));
  while (p.accept(T.COMMA));
  return items;
}

/** with_item: expression ['as' star_target] */
function with_item(p: Parser): WithItem {
  const context_expr = expression(p);
  const optional_vars = p.accept(T.KW_AS) ? star_target(p) : null;
  return { context_expr, optional_vars };
}

/** try_stmt: 'try' ':' block (finally_block | except_block+ [else_block] [finally_block]) */
function try_stmt(p: Parser): Stmt {
  const s = p.advance();
  const body = colonBlock(p);
  const handlers: ExceptHandler[] = [];
  const star = p.tok.type === T.KW_EXCEPT && p.peek() === T.STAR;
  while (p.tok.type === T.KW_EXCEPT) handlers.push(except_block(p, star));
  const orelse = handlers.length > 0 ? else_block(p) : [];
  let finalbody: Stmt[] = [];
  if (p.accept(T.KW_FINALLY)) finalbody = colonBlock(p);
  else if (handlers.length === 0) throw FAILURE;
  return (star ? N.TryStar : N.Try)(body, handlers, orelse, finalbody, s, p.prev);
}

/** except_block: 'except' ['*'] [expression ['as' NAME]] ':' block */
function except_block(p: Parser, star: boolean): ExceptHandler {
  const s = p.advance();
  if (star) p.expect(T.STAR);
  let type: Expr | null = null;
  let name: string | null = null;
  if (star || p.tok.type !== T.COLON) {
    type = expression(p);
    if (p.accept(T.KW_AS)) name = p.expectName();
  }
  const body = colonBlock(p);
  return N.ExceptHandler(type, name, body, s, p.prev);
}
