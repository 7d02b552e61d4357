import type { Expr, ExprContext } from './ast.ts';
import { primary, commaSeparated } from './expressions.ts';
import { Starred, Tuple } from './nodes.ts';
import { FAILURE } from './parser.ts';
import type { Parser } from './parser.ts';
import * as T from './tokens.ts';

/**
 * Makes an expression that was read as a value a target (`_PyPegen_set_expr_context`), as rule `star_target` allows:
 * names, attributes, subscripts, and lists and tuples of them; starred ones unless they are deleted.
 */
export function setContext(e: Expr, ctx: ExprContext): void {
  switch (e.kind) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      e.ctx = ctx;
      return;
    case 'List':
    case 'Tuple':
      e.ctx = ctx;
      for (const elt of e.elts) setContext(elt, ctx);
      return;
    case 'Starred':
      if (ctx === 'Del' || e.value.kind === 'Starred') throw FAILURE;
      e.ctx = ctx;
      setContext(e.value, ctx);
      return;
    default:
      throw FAILURE;
  }
}

/** star_target: '*' (!'*' star_target) | target_with_star_atom */
export function star_target(p: Parser): Expr {
  const s = p.tok;
  let target: Expr;
  if (p.accept(T.STAR)) target = Starred(primary(p), 'Store', s, p.prev);
  else target = primary(p);
  setContext(target, 'Store');
  return target;
}

/** star_targets: star_target !',' | star_target (',' star_target)* [','] */
export function star_targets(p: Parser): Expr {
  const s = p.tok;
  const first = star_target(p);
  if (p.tok.type !== T.COMMA) return first;
  const elts = commaSeparated(p, first, star_target);
  return Tuple(elts, 'Store', s, p.prev);
}
