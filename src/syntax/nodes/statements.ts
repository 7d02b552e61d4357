/** Constructors of statements and of the parts that only they have. */
import type * as A from '../ast.ts';
import type { End, Start } from './position.ts';

export const FunctionDef = (
  name: string,
  args: A.Arguments,
  body: A.Stmt[],
  decorator_list: A.Expr[],
  returns: A.Expr | null,
  type_params: A.TypeParam[],
  s: Start,
  e: End,
): A.FunctionDef => ({
  kind: 'FunctionDef',
  name,
  args,
  body,
  decorator_list,
  returns,
  type_params,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const AsyncFunctionDef = (
  name: string,
  args: A.Arguments,
  body: A.Stmt[],
  decorator_list: A.Expr[],
  returns: A.Expr | null,
  type_params: A.TypeParam[],
  s: Start,
  e: End,
): A.AsyncFunctionDef => ({
  kind: 'AsyncFunctionDef',
  name,
  args,
  body,
  decorator_list,
  returns,
  type_params,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const ClassDef = (
  name: string,
  bases: A.Expr[],
  keywords: A.Keyword[],
  body: A.Stmt[],
  decorator_list: A.Expr[],
  type_params: A.TypeParam[],
  s: Start,
  e: End,
): A.ClassDef => ({
  kind: 'ClassDef',
  name,
  bases,
  keywords,
  body,
  decorator_list,
  type_params,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Return = (value: A.Expr | null, s: Start, e: End): A.Return => ({
  kind: 'Return',
  value,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Delete = (targets: A.Expr[], s: Start, e: End): A.Delete => ({
  kind: 'Delete',
  targets,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Assign = (targets: A.Expr[], value: A.Expr, s: Start, e: End): A.Assign => ({
  kind: 'Assign',
  targets,
  value,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const TypeAlias = (name: A.Name, type_params: A.TypeParam[], value: A.Expr, s: Start, e: End): A.TypeAlias => ({
  kind: 'TypeAlias',
  name,
  type_params,
  value,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const AugAssign = (target: A.Expr, op: A.Operator, value: A.Expr, s: Start, e: End): A.AugAssign => ({
  kind: 'AugAssign',
  target,
  op,
  value,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const AnnAssign = (
  target: A.Expr,
  annotation: A.Expr,
  value: A.Expr | null,
  simple: boolean,
  s: Start,
  e: End,
): A.AnnAssign => ({
  kind: 'AnnAssign',
  target,
  annotation,
  value,
  simple,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const For = (target: A.Expr, iter: A.Expr, body: A.Stmt[], orelse: A.Stmt[], s: Start, e: End): A.For => ({
  kind: 'For',
  target,
  iter,
  body,
  orelse,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const AsyncFor = (
  target: A.Expr,
  iter: A.Expr,
  body: A.Stmt[],
  orelse: A.Stmt[],
  s: Start,
  e: End,
): A.AsyncFor => ({
  kind: 'AsyncFor',
  target,
  iter,
  body,
  orelse,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const While = (test: A.Expr, body: A.Stmt[], orelse: A.Stmt[], s: Start, e: End): A.While => ({
  kind: 'While',
  test,
  body,
  orelse,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const If = (test: A.Expr, body: A.Stmt[], orelse: A.Stmt[], s: Start, e: End): A.If => ({
  kind: 'If',
  test,
  body,
  orelse,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const With = (items: A.WithItem[], body: A.Stmt[], s: Start, e: End): A.With => ({
  kind: 'With',
  items,
  body,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const AsyncWith = (items: A.WithItem[], body: A.Stmt[], s: Start, e: End): A.AsyncWith => ({
  kind: 'AsyncWith',
  items,
  body,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Match = (subject: A.Expr, cases: A.MatchCase[], s: Start, e: End): A.Match => ({
  kind: 'Match',
  subject,
  cases,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Raise = (exc: A.Expr | null, cause: A.Expr | null, s: Start, e: End): A.Raise => ({
  kind: 'Raise',
  exc,
  cause,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Try = (
  body: A.Stmt[],
  handlers: A.ExceptHandler[],
  orelse: A.Stmt[],
  finalbody: A.Stmt[],
  s: Start,
  e: End,
): A.Try => ({
  kind: 'Try',
  body,
  handlers,
  orelse,
  finalbody,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const TryStar = (
  body: A.Stmt[],
  handlers: A.ExceptHandler[],
  orelse: A.Stmt[],
  finalbody: A.Stmt[],
  s: Start,
  e: End,
): A.TryStar => ({
  kind: 'TryStar',
  body,
  handlers,
  orelse,
  finalbody,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Assert = (test: A.Expr, msg: A.Expr | null, s: Start, e: End): A.Assert => ({
  kind: 'Assert',
  test,
  msg,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Import = (names: A.Alias[], s: Start, e: End): A.Import => ({
  kind: 'Import',
  names,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const ImportFrom = (module: string | null, names: A.Alias[], level: number, s: Start, e: End): A.ImportFrom => ({
  kind: 'ImportFrom',
  module,
  names,
  level,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Global = (names: string[], s: Start, e: End): A.Global => ({
  kind: 'Global',
  names,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Nonlocal = (names: string[], s: Start, e: End): A.Nonlocal => ({
  kind: 'Nonlocal',
  names,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const ExprStmt = (value: A.Expr, s: Start, e: End): A.ExprStmt => ({
  kind: 'Expr',
  value,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const ExceptHandler = (
  type: A.Expr | null,
  name: string | null,
  body: A.Stmt[],
  s: Start,
  e: End,
): A.ExceptHandler => ({
  kind: 'ExceptHandler',
  type,
  name,
  body,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Alias = (name: string, asname: string | null, s: Start, e: End): A.Alias => ({
  kind: 'alias',
  name,
  asname,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Pass = (s: Start, e: End): A.Pass => ({
  kind: 'Pass',
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Break = (s: Start, e: End): A.Break => ({
  kind: 'Break',
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Continue = (s: Start, e: End): A.Continue => ({
  kind: 'Continue',
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});
