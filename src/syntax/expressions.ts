import type { CmpOperator, Comprehension, Expr, Keyword, Operator } from './ast.ts';
import { fstringOrStrings } from './fstrings.ts';
import * as N from './nodes.ts';
import { parseNumber } from './numbers.ts';
import { lambda_params } from './parameters.ts';
import { FAILURE } from './parser.ts';
import type { Parser } from './parser.ts';
import { star_targets } from './targets.ts';
import * as T from './tokens.ts';

/** Token types that may begin an expression, or a starred one. */
const STARTS_EXPRESSION = new Uint8Array(128);
for (const type of [
  T.NAME,
  T.NUMBER,
  T.STRING,
  T.FSTRING_START,
  T.LPAR,
  T.LSQB,
  T.LBRACE,
  T.ELLIPSIS,
  T.PLUS,
  T.MINUS,
  T.TILDE,
  T.STAR,
  T.KW_FALSE,
  T.KW_NONE,
  T.KW_TRUE,
  T.KW_AWAIT,
  T.KW_LAMBDA,
  T.KW_NOT,
]) {
  STARTS_EXPRESSION[type] = 1;
}

/** Whether the current token may begin an expression. */
export function startsExpression(p: Parser): boolean {
  return STARTS_EXPRESSION[p.tok.type] === 1;
}

const PRECEDENCE = new Uint8Array(128);
const BINARY_OPERATORS: Operator[] = [];
for (const [type, precedence, op] of [
  [T.VBAR, 1, 'BitOr'],
  [T.CIRCUMFLEX, 2, 'BitXor'],
  [T.AMPER, 3, 'BitAnd'],
  [T.LEFTSHIFT, 4, 'LShift'],
  [T.RIGHTSHIFT, 4, 'RShift'],
  [T.PLUS, 5, 'Add'],
  [T.MINUS, 5, 'Sub'],
  [T.STAR, 6, 'Mult'],
  [T.SLASH, 6, 'Div'],
  [T.DOUBLESLASH, 6, 'FloorDiv'],
  [T.PERCENT, 6, 'Mod'],
  [T.AT, 6, 'MatMult'],
] as const) {
  PRECEDENCE[type] = precedence;
  BINARY_OPERATORS[type] = op;
}

const COMPARISONS = new Map<number, CmpOperator>([
  [T.EQEQUAL, 'Eq'],
  [T.NOTEQUAL, 'NotEq'],
  [T.LESS, 'Lt'],
  [T.LESSEQUAL, 'LtE'],
  [T.GREATER, 'Gt'],
  [T.GREATEREQUAL, 'GtE'],
  [T.KW_IN, 'In'],
  [T.KW_IS, 'Is'],
  [T.KW_NOT, 'NotIn'],
]);
const IS_COMPARISON = new Uint8Array(128);
for (const type of COMPARISONS.keys()) IS_COMPARISON[type] = 1;

/** `first` and what follows it after commas; a comma at the end is allowed. */
export function commaSeparated(p: Parser, first: Expr, element: (p: Parser) => Expr): Expr[] {
  const elts = [first];
  while (p.accept(T.COMMA)) {
    if (!startsExpression(p)) break;
    elts.push(element(p));
  }
  return elts;
}

/** expressions: ','.expression+ [','], a tuple when there is a comma */
export function expressions(p: Parser): Expr {
  const s = p.tok;
  const first = expression(p);
  if (p.tok.type !== T.COMMA) return first;
  return N.Tuple(commaSeparated(p, first, expression), 'Load', s, p.prev);
}

/** star_expressions: the same with starred elements */
export function star_expressions(p: Parser): Expr {
  const s = p.tok;
  const first = star_expression(p);
  if (p.tok.type !== T.COMMA) return first;
  return N.Tuple(commaSeparated(p, first, star_expression), 'Load', s, p.prev);
}

/** star_expression: '*' bitwise_or | expression */
export function star_expression(p: Parser): Expr {
  const s = p.tok;
  if (s.type !== T.STAR) return expression(p);
  p.advance();
  return N.Starred(bitwise_or(p), 'Load', s, p.prev);
}

/** star_named_expression: '*' bitwise_or | named_expression */
export function star_named_expression(p: Parser): Expr {
  const s = p.tok;
  if (s.type !== T.STAR) return named_expression(p);
  p.advance();
  return N.Starred(bitwise_or(p), 'Load', s, p.prev);
}

/** yield_expr: 'yield' 'from' expression | 'yield' [star_expressions] */
export function yield_expr(p: Parser): Expr {
  const s = p.expect(T.KW_YIELD);
  if (p.accept(T.KW_FROM)) return N.YieldFrom(expression(p), s, p.prev);
  return N.Yield(startsExpression(p) ? star_expressions(p) : null, s, p.prev);
}

/** yield_expr | star_expressions */
export function annotated_rhs(p: Parser): Expr {
  return p.tok.type === T.KW_YIELD ? yield_expr(p) : star_expressions(p);
}

/** named_expression: NAME ':=' expression | expression !':=' */
export function named_expression(p: Parser): Expr {
  const s = p.tok;
  if (s.type !== T.NAME || p.peek() !== T.COLONEQUAL) return expression(p);
  p.advance();
  const target = N.Name(s.value, 'Store', s, s);
  p.advance();
  return N.NamedExpr(target, expression(p), s, p.prev);
}

/** expression: disjunction ['if' disjunction 'else' expression] | lambdef */
export function expression(p: Parser): Expr {
  const s = p.tok;
  if (s.type === T.KW_LAMBDA) return lambdef(p);
  const body = disjunction(p);
  if (p.tok.type !== T.KW_IF) return body;
  p.advance();
  const test = disjunction(p);
  p.expect(T.KW_ELSE);
  return N.IfExp(test, body, expression(p), s, p.prev);
}

/** lambdef: 'lambda' [lambda_params] ':' expression */
function lambdef(p: Parser): Expr {
  const s = p.advance();
  const args = lambda_params(p);
  p.expect(T.COLON);
  return N.Lambda(args, expression(p), s, p.prev);
}

/** disjunction: conjunction ('or' conjunction)* */
export function disjunction(p: Parser): Expr {
  const s = p.tok;
  const first = conjunction(p);
  if (p.tok.type !== T.KW_OR) return first;
  const values = [first];
  while (p.accept(T.KW_OR)) values.push(conjunction(p));
  return N.BoolOp('Or', values, s, p.prev);
}

/** conjunction: inversion ('and' inversion)* */
function conjunction(p: Parser): Expr {
  const s = p.tok;
  const first = inversion(p);
  if (p.tok.type !== T.KW_AND) return first;
  const values = [first];
  while (p.accept(T.KW_AND)) values.push(inversion(p));
  return N.BoolOp('And', values, s, p.prev);
}

/** inversion: 'not' inversion | comparison */
function inversion(p: Parser): Expr {
  const s = p.tok;
  if (s.type !== T.KW_NOT) return comparison(p);
  p.advance();
  return N.UnaryOp('Not', inversion(p), s, p.prev);
}

/** comparison: bitwise_or (compare_op bitwise_or)* */
function comparison(p: Parser): Expr {
  const s = p.tok;
  const left = bitwise_or(p);
  if (IS_COMPARISON[p.tok.type] === 0) return left;
  const ops: CmpOperator[] = [];
  const comparators: Expr[] = [];
  while (IS_COMPARISON[p.tok.type] === 1) {
    const t = p.tok;
    if (t.type === T.KW_NOT && p.peek() !== T.KW_IN) break;
    if (t.value === '<>') throw FAILURE;
    p.advance();
    let op = COMPARISONS.get(t.type)!;
    if (t.type === T.KW_NOT) p.advance();
    else if (t.type === T.KW_IS && p.accept(T.KW_NOT)) op = 'IsNot';
    ops.push(op);
    comparators.push(bitwise_or(p));
  }
  if (ops.length === 0) return left;
  return N.Compare(left, ops, comparators, s, p.prev);
}

/** bitwise_or and the left-associative operators under it, down to `term`. */
export function bitwise_or(p: Parser): Expr {
  return binary(p, 1);
}

function binary(p: Parser, minimum: number): Expr {
  const s = p.tok;
  let left = factor(p);
  for (;;) {
    const type = p.tok.type;
    const precedence = PRECEDENCE[type]!;
    if (precedence < minimum || precedence === 0) return left;
    p.advance();
    const right = binary(p, precedence + 1);
    left = N.BinOp(left, BINARY_OPERATORS[type]!, right, s, p.prev);
  }
}

/** factor: ('+' | '-' | '~') factor | power */
function factor(p: Parser): Expr {
  const s = p.tok;
  switch (s.type) {
    case T.PLUS:
      p.advance();
      return N.UnaryOp('UAdd', factor(p), s, p.prev);
    case T.MINUS:
      p.advance();
      return N.UnaryOp('USub', factor(p), s, p.prev);
    case T.TILDE:
      p.advance();
      return N.UnaryOp('Invert', factor(p), s, p.prev);
  }
  // power: await_primary ['**' factor]
  let left: Expr;
  if (s.type === T.KW_AWAIT) {
    p.advance();
    left = N.Await(primary(p), s, p.prev);
  } else {
    left = primary(p);
  }
  if (p.tok.type !== T.DOUBLESTAR) return left;
  p.advance();
  return N.BinOp(left, 'Pow', factor(p), s, p.prev);
}

/** primary: atom followed by any number of attributes, calls and subscripts */
export function primary(p: Parser): Expr {
  const s = p.tok;
  let e = atom(p);
  for (;;) {
    switch (p.tok.type) {
      case T.DOT: {
        p.advance();
        const attr = p.expectName();
        e = N.Attribute(e, attr, 'Load', s, p.prev);
        break;
      }
      case T.LPAR: {
        const args: Expr[] = [];
        const keywords: Keyword[] = [];
        callArguments(p, args, keywords, true);
        e = N.Call(e, args, keywords, s, p.prev);
        break;
      }
      case T.LSQB: {
        p.advance();
        const slice = slices(p);
        p.expect(T.RSQB);
        e = N.Subscript(e, slice, 'Load', s, p.prev);
        break;
      }
      default:
        return e;
    }
  }
}

/**
 * '(' [arguments] ')', appended to `args` and `keywords`; a lone generator expression needs no brackets of its own
 * where `genexp` says so (calls, not class definitions).
 */
export function callArguments(p: Parser, args: Expr[], keywords: Keyword[], genexp: boolean): void {
  const open = p.expect(T.LPAR);
  let unpacked = false;
  while (p.tok.type !== T.RPAR) {
    const s = p.tok;
    if (s.type === T.DOUBLESTAR) {
      p.advance();
      const value = expression(p);
      keywords.push(N.Keyword(null, value, s, p.prev));
      unpacked = true;
    } else if (s.type === T.NAME && p.peek() === T.EQUAL) {
      p.advance();
      p.advance();
      const value = expression(p);
      keywords.push(N.Keyword(s.value, value, s, p.prev));
    } else if (s.type === T.STAR) {
      if (unpacked) throw FAILURE;
      p.advance();
      const value = expression(p);
      args.push(N.Starred(value, 'Load', s, p.prev));
    } else {
      if (keywords.length > 0) throw FAILURE;
      const value = named_expression(p);
      if (p.tok.type === T.KW_FOR || p.tok.type === T.KW_ASYNC) {
        if (!genexp || args.length > 0) throw FAILURE;
        const generators = for_if_clauses(p);
        p.expect(T.RPAR);
        args.push(N.GeneratorExp(value, generators, open, p.prev));
        return;
      }
      args.push(value);
    }
    if (!p.accept(T.COMMA)) break;
  }
  p.expect(T.RPAR);
}

/** slices: slice !',' | ','.(slice | starred_expression)+ [','] */
function slices(p: Parser): Expr {
  const s = p.tok;
  const first = sliceElement(p);
  if (p.tok.type !== T.COMMA && first.kind !== 'Starred') return first;
  const elts = [first];
  while (p.accept(T.COMMA)) {
    if (p.tok.type === T.RSQB) break;
    elts.push(sliceElement(p));
  }
  return N.Tuple(elts, 'Load', s, p.prev);
}

/** slice: [expression] ':' [expression] [':' [expression]] | named_expression; or a starred_expression */
function sliceElement(p: Parser): Expr {
  const s = p.tok;
  if (s.type === T.STAR) {
    p.advance();
    return N.Starred(expression(p), 'Load', s, p.prev);
  }
  let lower: Expr | null = null;
  if (s.type !== T.COLON) {
    lower = named_expression(p);
    if (p.tok.type !== T.COLON) return lower;
    if (lower.kind === 'NamedExpr' && s.type !== T.LPAR) throw FAILURE;
  }
  p.expect(T.COLON);
  const upper = startsExpression(p) ? expression(p) : null;
  let step: Expr | null = null;
  if (p.accept(T.COLON)) step = startsExpression(p) ? expression(p) : null;
  return N.Slice(lower, upper, step, s, p.prev);
}

function atom(p: Parser): Expr {
  const t = p.tok;
  switch (t.type) {
    case T.NAME:
      p.advance();
      return N.Name(t.value, 'Load', t, t);
    case T.NUMBER:
      p.advance();
      return N.Constant(parseNumber(p.text(t)), false, t, t);
    case T.STRING:
    case T.FSTRING_START:
      return fstringOrStrings(p);
    case T.LPAR:
      return tupleGroupOrGenexp(p);
    case T.LSQB:
      return listOrListcomp(p);
    case T.LBRACE:
      return dictOrSet(p);
    case T.KW_NONE:
      p.advance();
      return N.Constant({ t: 'None' }, false, t, t);
    case T.KW_TRUE:
      p.advance();
      return N.Constant({ t: 'True' }, false, t, t);
    case T.KW_FALSE:
      p.advance();
      return N.Constant({ t: 'False' }, false, t, t);
    case T.ELLIPSIS:
      p.advance();
      return N.Constant({ t: 'Ellipsis' }, false, t, t);
  }
  throw FAILURE;
}

/** tuple | group | genexp */
function tupleGroupOrGenexp(p: Parser): Expr {
  const s = p.advance();
  if (p.accept(T.RPAR)) return N.Tuple([], 'Load', s, p.prev);
  if (p.tok.type === T.KW_YIELD) {
    const e = yield_expr(p);
    p.expect(T.RPAR);
    return e;
  }
  const first = star_named_expression(p);
  if (p.tok.type === T.COMMA) {
    const elts = commaSeparated(p, first, star_named_expression);
    p.expect(T.RPAR);
    return N.Tuple(elts, 'Load', s, p.prev);
  }
  if (first.kind === 'Starred') throw FAILURE;
  if (p.tok.type === T.KW_FOR || p.tok.type === T.KW_ASYNC) {
    const generators = for_if_clauses(p);
    p.expect(T.RPAR);
    return N.GeneratorExp(first, generators, s, p.prev);
  }
  p.expect(T.RPAR);
  return first;
}

/** list | listcomp */
function listOrListcomp(p: Parser): Expr {
  const s = p.advance();
  if (p.accept(T.RSQB)) return N.List([], 'Load', s, p.prev);
  const first = star_named_expression(p);
  if (p.tok.type === T.KW_FOR || p.tok.type === T.KW_ASYNC) {
    if (first.kind === 'Starred') throw FAILURE;
    const generators = for_if_clauses(p);
    p.expect(T.RSQB);
    return N.ListComp(first, generators, s, p.prev);
  }
  const elts = commaSeparated(p, first, star_named_expression);
  p.expect(T.RSQB);
  return N.List(elts, 'Load', s, p.prev);
}

/** dict | set | dictcomp | setcomp */
function dictOrSet(p: Parser): Expr {
  const s = p.advance();
  if (p.accept(T.RBRACE)) return N.Dict([], [], s, p.prev);
  const keys: (Expr | null)[] = [];
  const values: Expr[] = [];
  if (p.tok.type !== T.DOUBLESTAR) {
    const head = p.tok;
    const first = star_named_expression(p);
    if (p.tok.type !== T.COLON) {
      if (p.tok.type === T.KW_FOR || p.tok.type === T.KW_ASYNC) {
        if (first.kind === 'Starred') throw FAILURE;
        const generators = for_if_clauses(p);
        p.expect(T.RBRACE);
        return N.SetComp(first, generators, s, p.prev);
      }
      const elts = commaSeparated(p, first, star_named_expression);
      p.expect(T.RBRACE);
      return N.Set(elts, s, p.prev);
    }
    // The key of a pair is an `expression`: neither starred nor a bare named expression.
    if (first.kind === 'Starred') throw FAILURE;
    if (first.kind === 'NamedExpr' && head.type !== T.LPAR) throw FAILURE;
    p.advance();
    const value = expression(p);
    if (p.tok.type === T.KW_FOR || p.tok.type === T.KW_ASYNC) {
      const generators = for_if_clauses(p);
      p.expect(T.RBRACE);
      return N.DictComp(first, value, generators, s, p.prev);
    }
    keys.push(first);
    values.push(value);
    if (!p.accept(T.COMMA)) {
      p.expect(T.RBRACE);
      return N.Dict(keys, values, s, p.prev);
    }
  }
  while (p.tok.type !== T.RBRACE) {
    if (p.accept(T.DOUBLESTAR)) {
      keys.push(null);
      values.push(bitwise_or(p));
    } else {
      keys.push(expression(p));
      p.expect(T.COLON);
      values.push(expression(p));
    }
    if (!p.accept(T.COMMA)) break;
  }
  p.expect(T.RBRACE);
  return N.Dict(keys, values, s, p.prev);
}

/** for_if_clauses: (['async'] 'for' star_targets 'in' disjunction ('if' disjunction)*)+ */
export function for_if_clauses(p: Parser): Comprehension[] {
  const generators: Comprehension[] = [];
  while (p.tok.type === T.KW_FOR || p.tok.type === T.KW_ASYNC) {
    const is_async = p.accept(T.KW_ASYNC);
    p.expect(T.KW_FOR);
    const target = star_targets(p);
    p.expect(T.KW_IN);
    const iter = disjunction(p);
    const ifs: Expr[] = [];
    while (p.accept(T.KW_IF)) ifs.push(disjunction(p));
    generators.push({ target, iter, ifs, is_async });
  }
  return generators;
}
