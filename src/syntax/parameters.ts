import type { Arg, Arguments, Expr, TypeParam } from './ast.ts';
import { expression, star_expression } from './expressions.ts';
import * as N from './nodes.ts';
import { FAILURE } from './parser.ts';
import type { Parser } from './parser.ts';
import * as T from './tokens.ts';

/** params of a `def`, up to the closing bracket */
export function params(p: Parser): Arguments {
  return parameters(p, T.RPAR, true);
}

/** lambda_params, up to the colon */
export function lambda_params(p: Parser): Arguments {
  return parameters(p, T.COLON, false);
}

function parameters(p: Parser, end: number, annotated: boolean): Arguments {
  const args: Arguments = {
    posonlyargs: [],
    args: [],
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
  };
  let starred = false;
  while (p.tok.type !== end) {
    if (p.tok.type === T.SLASH) {
      if (starred || args.posonlyargs.length > 0 || args.args.length === 0) throw FAILURE;
      p.advance();
      args.posonlyargs = args.args;
      args.args = [];
    } else if (p.tok.type === T.STAR) {
      if (starred) throw FAILURE;
      starred = true;
      p.advance();
      if (p.tok.type === T.COMMA) {
        // A bare star: something to name must follow.
        if (p.peek() !== T.NAME) throw FAILURE;
      } else {
        args.vararg = parameter(p, annotated, true);
      }
    } else if (p.tok.type === T.DOUBLESTAR) {
      p.advance();
      args.kwarg = parameter(p, annotated, false);
      p.accept(T.COMMA);
      break;
    } else {
      const arg = parameter(p, annotated, false);
      const value: Expr | null = p.accept(T.EQUAL) ? expression(p) : null;
      if (starred) {
        args.kwonlyargs.push(arg);
        args.kw_defaults.push(value);
      } else {
        if (value !== null) args.defaults.push(value);
        else if (args.defaults.length > 0) throw FAILURE;
        args.args.push(arg);
      }
    }
    if (!p.accept(T.COMMA)) break;
  }
  if (p.tok.type !== end) throw FAILURE;
  return args;
}

/** param: NAME [':' expression]; after a star the annotation may be starred */
function parameter(p: Parser, annotated: boolean, starAnnotation: boolean): Arg {
  const s = p.expect(T.NAME);
  let annotation: Expr | null = null;
  if (annotated && p.accept(T.COLON)) annotation = starAnnotation ? star_expression(p) : expression(p);
  return N.Arg(s.value, annotation, s, p.prev);
}

/** type_params: '[' ','.type_param+ [','] ']', or nothing */
export function type_params(p: Parser): TypeParam[] {
  const result: TypeParam[] = [];
  if (!p.accept(T.LSQB)) return result;
  do {
    if (p.tok.type === T.RSQB && result.length > 0) break;
    result.push(type_param(p));
  } while (p.accept(T.COMMA));
  p.expect(T.RSQB);
  return result;
}

function type_param(p: Parser): TypeParam {
  const s = p.tok;
  if (p.accept(T.STAR)) return N.TypeVarTuple(p.expectName(), s, p.prev);
  if (p.accept(T.DOUBLESTAR)) return N.ParamSpec(p.expectName(), s, p.prev);
  const name = p.expectName();
  const bound = p.accept(T.COLON) ? expression(p) : null;
  return N.TypeVar(name, bound, s, p.prev);
}
