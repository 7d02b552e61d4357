/** Constructors of patterns, parameters, arguments and type parameters. */
import type * as A from '../ast.ts';
import type { End, Start } from './position.ts';

export const Arg = (arg: string, annotation: A.Expr | null, s: Start, e: End): A.Arg => ({
  kind: 'arg',
  arg,
  annotation,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Keyword = (arg: string | null, value: A.Expr, s: Start, e: End): A.Keyword => ({
  kind: 'keyword',
  arg,
  value,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const MatchValue = (value: A.Expr, s: Start, e: End): A.MatchValue => ({
  kind: 'MatchValue',
  value,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const MatchSingleton = (value: A.Constant, s: Start, e: End): A.MatchSingleton => ({
  kind: 'MatchSingleton',
  value,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const MatchSequence = (patterns: A.Pattern[], s: Start, e: End): A.MatchSequence => ({
  kind: 'MatchSequence',
  patterns,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const MatchMapping = (
  keys: A.Expr[],
  patterns: A.Pattern[],
  rest: string | null,
  s: Start,
  e: End,
): A.MatchMapping => ({
  kind: 'MatchMapping',
  keys,
  patterns,
  rest,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const MatchClass = (
  cls: A.Expr,
  patterns: A.Pattern[],
  kwd_attrs: string[],
  kwd_patterns: A.Pattern[],
  s: Start,
  e: End,
): A.MatchClass => ({
  kind: 'MatchClass',
  cls,
  patterns,
  kwd_attrs,
  kwd_patterns,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const MatchStar = (name: string | null, s: Start, e: End): A.MatchStar => ({
  kind: 'MatchStar',
  name,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const MatchAs = (pattern: A.Pattern | null, name: string | null, s: Start, e: End): A.MatchAs => ({
  kind: 'MatchAs',
  pattern,
  name,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const MatchOr = (patterns: A.Pattern[], s: Start, e: End): A.MatchOr => ({
  kind: 'MatchOr',
  patterns,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const TypeVar = (name: string, bound: A.Expr | null, s: Start, e: End): A.TypeVar => ({
  kind: 'TypeVar',
  name,
  bound,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const ParamSpec = (name: string, s: Start, e: End): A.ParamSpec => ({
  kind: 'ParamSpec',
  name,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const TypeVarTuple = (name: string, s: Start, e: End): A.TypeVarTuple => ({
  kind: 'TypeVarTuple',
  name,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});
