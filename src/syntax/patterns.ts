import type { Constant, Expr, MatchCase, Pattern, Stmt } from './ast.ts';
import { block } from './compound.ts';
import { commaSeparated, named_expression, star_named_expression, startsExpression } from './expressions.ts';
import { fstringOrStrings } from './fstrings.ts';
import * as N from './nodes.ts';
import { parseNumber } from './numbers.ts';
import { FAILURE } from './parser.ts';
import type { Parser } from './parser.ts';
import * as T from './tokens.ts';
import type { Token } from './tokens.ts';

/**
 * match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT, or null when the name `match` that stands
 * here begins an ordinary statement.
 */
export function match_stmt(p: Parser): Stmt | null {
  const s = p.tok;
  const subject = p.attempt(matchHead);
  if (subject === null) return null;
  const cases: MatchCase[] = [];
  do cases.push(case_block(p));
  while (p.tok.type !== T.DEDENT);
  p.advance();
  return N.Match(subject, cases, s, p.prev);
}

function matchHead(p: Parser): Expr {
  p.advance();
  if (!startsExpression(p)) throw FAILURE;
  const subject = subject_expr(p);
  p.expect(T.COLON);
  p.expect(T.NEWLINE);
  p.expect(T.INDENT);
  return subject;
}

/** subject_expr: star_named_expression ',' [star_named_expressions] | named_expression */
function subject_expr(p: Parser): Expr {
  const s = p.tok;
  const first = star_named_expression(p);
  if (p.tok.type === T.COMMA) {
    return N.Tuple(commaSeparated(p, first, star_named_expression), 'Load', s, p.prev);
  }
  if (first.kind === 'Starred') throw FAILURE;
  return first;
}

/** case_block: "case" patterns ['if' named_expression] ':' block */
function case_block(p: Parser): MatchCase {
  if (p.expectName() !== 'case') throw FAILURE;
  const pattern = patterns(p);
  const guard = p.accept(T.KW_IF) ? named_expression(p) : null;
  p.expect(T.COLON);
  return { pattern, guard, body: block(p) };
}

/** patterns: open_sequence_pattern | pattern */
function patterns(p: Parser): Pattern {
  const s = p.tok;
  const first = maybe_star_pattern(p);
  if (p.tok.type === T.COMMA) return N.MatchSequence(sequence(p, first, T.COLON, T.KW_IF), s, p.prev);
  if (first.kind === 'MatchStar') throw FAILURE;
  return first;
}

/** `first` and the patterns after commas, up to one of the tokens that may follow. */
function sequence(p: Parser, first: Pattern, end: number, otherEnd = end): Pattern[] {
  const result = [first];
  while (p.accept(T.COMMA)) {
    if (p.tok.type === end || p.tok.type === otherEnd) break;
    result.push(maybe_star_pattern(p));
  }
  return result;
}

function maybe_star_pattern(p: Parser): Pattern {
  const s = p.tok;
  if (!p.accept(T.STAR)) return pattern(p);
  const name = p.tok.value === '_' ? (p.advance(), null) : captureTarget(p);
  return N.MatchStar(name, s, p.prev);
}

/** pattern: or_pattern ['as' pattern_capture_target] */
function pattern(p: Parser): Pattern {
  const s = p.tok;
  const inner = or_pattern(p);
  if (!p.accept(T.KW_AS)) return inner;
  return N.MatchAs(inner, captureTarget(p), s, p.prev);
}

/** pattern_capture_target: !"_" NAME !('.' | '(' | '=') */
function captureTarget(p: Parser): string {
  const name = p.expectName();
  if (name === '_' || p.tok.type === T.DOT || p.tok.type === T.LPAR || p.tok.type === T.EQUAL) throw FAILURE;
  return name;
}

/** or_pattern: '|'.closed_pattern+ */
function or_pattern(p: Parser): Pattern {
  const s = p.tok;
  const first = closed_pattern(p);
  if (p.tok.type !== T.VBAR) return first;
  const alternatives = [first];
  while (p.accept(T.VBAR)) alternatives.push(closed_pattern(p));
  return N.MatchOr(alternatives, s, p.prev);
}

function closed_pattern(p: Parser): Pattern {
  const s = p.tok;
  switch (s.type) {
    case T.NUMBER:
    case T.MINUS:
    case T.STRING:
    case T.FSTRING_START:
      return N.MatchValue(literalValue(p), s, p.prev);
    case T.KW_NONE:
    case T.KW_TRUE:
    case T.KW_FALSE:
      p.advance();
      return N.MatchSingleton(singleton(s), s, s);
    case T.NAME:
      return nameOrClassPattern(p);
    case T.LPAR:
      return groupOrSequencePattern(p);
    case T.LSQB: {
      p.advance();
      const elements = p.tok.type === T.RSQB ? [] : sequence(p, maybe_star_pattern(p), T.RSQB);
      p.expect(T.RSQB);
      return N.MatchSequence(elements, s, p.prev);
    }
    case T.LBRACE:
      return mapping_pattern(p);
  }
  throw FAILURE;
}

function singleton(t: Token): Constant {
  return { t: t.value as 'None' | 'True' | 'False' };
}

/** literal_expr without the singletons: strings | signed_number | complex_number */
function literalValue(p: Parser): Expr {
  const s = p.tok;
  if (s.type === T.STRING || s.type === T.FSTRING_START) return fstringOrStrings(p);
  const negative = p.accept(T.MINUS);
  const real = number(p);
  const left = negative ? N.UnaryOp('USub', real, s, p.prev) : real;
  if (p.tok.type !== T.PLUS && p.tok.type !== T.MINUS) return left;
  const op = p.advance().type === T.PLUS ? 'Add' : 'Sub';
  const imaginary = number(p);
  if (real.value.t === 'complex' || imaginary.value.t !== 'complex') throw FAILURE;
  return N.BinOp(left, op, imaginary, s, p.prev);
}

function number(p: Parser) {
  const t = p.expect(T.NUMBER);
  return N.Constant(parseNumber(p.text(t)), false, t, t);
}

/** name_or_attr: NAME ('.' NAME)* */
function name_or_attr(p: Parser): Expr {
  const s = p.tok;
  let e: Expr = N.Name(p.expectName(), 'Load', s, s);
  while (p.accept(T.DOT)) e = N.Attribute(e, p.expectName(), 'Load', s, p.prev);
  return e;
}

/** capture_pattern | wildcard_pattern | value_pattern | class_pattern */
function nameOrClassPattern(p: Parser): Pattern {
  const s = p.tok;
  const next = p.peek();
  if (next !== T.DOT && next !== T.LPAR) {
    p.advance();
    if (s.value === '_') return N.MatchAs(null, null, s, s);
    if (next === T.EQUAL) throw FAILURE;
    return N.MatchAs(null, s.value, s, s);
  }
  const cls = name_or_attr(p);
  if (p.tok.type === T.EQUAL) throw FAILURE;
  if (p.tok.type !== T.LPAR) return N.MatchValue(cls, s, p.prev);
  p.advance();
  const positional: Pattern[] = [];
  const kwd_attrs: string[] = [];
  const kwd_patterns: Pattern[] = [];
  while (p.tok.type !== T.RPAR) {
    if (p.tok.type === T.NAME && p.peek() === T.EQUAL) {
      kwd_attrs.push(p.expectName());
      p.advance();
      kwd_patterns.push(pattern(p));
    } else {
      if (kwd_attrs.length > 0) throw FAILURE;
      positional.push(pattern(p));
    }
    if (!p.accept(T.COMMA)) break;
  }
  p.expect(T.RPAR);
  return N.MatchClass(cls, positional, kwd_attrs, kwd_patterns, s, p.prev);
}

/** group_pattern: '(' pattern ')'; sequence_pattern: '(' [open_sequence_pattern] ')' */
function groupOrSequencePattern(p: Parser): Pattern {
  const s = p.advance();
  if (p.accept(T.RPAR)) return N.MatchSequence([], s, p.prev);
  const first = maybe_star_pattern(p);
  if (p.tok.type === T.COMMA) {
    const elements = sequence(p, first, T.RPAR);
    p.expect(T.RPAR);
    return N.MatchSequence(elements, s, p.prev);
  }
  if (first.kind === 'MatchStar') throw FAILURE;
  p.expect(T.RPAR);
  return first;
}

/** mapping_pattern: '{' ','.(literal_expr | attr) ':' pattern)* ['**' NAME] [','] '}' */
function mapping_pattern(p: Parser): Pattern {
  const s = p.advance();
  const keys: Expr[] = [];
  const values: Pattern[] = [];
  let rest: string | null = null;
  while (p.tok.type !== T.RBRACE) {
    if (p.accept(T.DOUBLESTAR)) {
      rest = captureTarget(p);
      p.accept(T.COMMA);
      break;
    }
    keys.push(mappingKey(p));
    p.expect(T.COLON);
    values.push(pattern(p));
    if (!p.accept(T.COMMA)) break;
  }
  p.expect(T.RBRACE);
  return N.MatchMapping(keys, values, rest, s, p.prev);
}

function mappingKey(p: Parser): Expr {
  const t = p.tok;
  switch (t.type) {
    case T.NAME: {
      const key = name_or_attr(p);
      if (key.kind !== 'Attribute') throw FAILURE;
      return key;
    }
    case T.KW_NONE:
    case T.KW_TRUE:
    case T.KW_FALSE:
      p.advance();
      return N.Constant(singleton(t), false, t, t);
  }
  return literalValue(p);
}
