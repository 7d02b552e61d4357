/**
 * Constructors of tree nodes, as `_PyAST_*` in Python/Python-ast.c. The last two arguments are where the node
 * starts and ends: tokens or other nodes.
 */
import type * as A from './ast.ts';

type Start = { lineno: number; col_offset: number };
type End = { end_lineno: number; end_col_offset: number };

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

export const BoolOp = (op: A.BoolOperator, values: A.Expr[], s: Start, e: End): A.BoolOp => ({
  kind: 'BoolOp',
  op,
  values,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const NamedExpr = (target: A.Name, value: A.Expr, s: Start, e: End): A.NamedExpr => ({
  kind: 'NamedExpr',
  target,
  value,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const BinOp = (left: A.Expr, op: A.Operator, right: A.Expr, s: Start, e: End): A.BinOp => ({
  kind: 'BinOp',
  left,
  op,
  right,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const UnaryOp = (op: A.UnaryOperator, operand: A.Expr, s: Start, e: End): A.UnaryOp => ({
  kind: 'UnaryOp',
  op,
  operand,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Lambda = (args: A.Arguments, body: A.Expr, s: Start, e: End): A.Lambda => ({
  kind: 'Lambda',
  args,
  body,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const IfExp = (test: A.Expr, body: A.Expr, orelse: A.Expr, s: Start, e: End): A.IfExp => ({
  kind: 'IfExp',
  test,
  body,
  orelse,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Dict = (keys: (A.Expr | null)[], values: A.Expr[], s: Start, e: End): A.Dict => ({
  kind: 'Dict',
  keys,
  values,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Set = (elts: A.Expr[], s: Start, e: End): A.SetExpr => ({
  kind: 'Set',
  elts,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const ListComp = (elt: A.Expr, generators: A.Comprehension[], s: Start, e: End): A.ListComp => ({
  kind: 'ListComp',
  elt,
  generators,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const SetComp = (elt: A.Expr, generators: A.Comprehension[], s: Start, e: End): A.SetComp => ({
  kind: 'SetComp',
  elt,
  generators,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const DictComp = (key: A.Expr, value: A.Expr, generators: A.Comprehension[], s: Start, e: End): A.DictComp => ({
  kind: 'DictComp',
  key,
  value,
  generators,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const GeneratorExp = (elt: A.Expr, generators: A.Comprehension[], s: Start, e: End): A.GeneratorExp => ({
  kind: 'GeneratorExp',
  elt,
  generators,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Await = (value: A.Expr, s: Start, e: End): A.Await => ({
  kind: 'Await',
  value,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Yield = (value: A.Expr | null, s: Start, e: End): A.Yield => ({
  kind: 'Yield',
  value,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const YieldFrom = (value: A.Expr, s: Start, e: End): A.YieldFrom => ({
  kind: 'YieldFrom',
  value,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Compare = (left: A.Expr, ops: A.CmpOperator[], comparators: A.Expr[], s: Start, e: End): A.Compare => ({
  kind: 'Compare',
  left,
  ops,
  comparators,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Call = (func: A.Expr, args: A.Expr[], keywords: A.Keyword[], s: Start, e: End): A.Call => ({
  kind: 'Call',
  func,
  args,
  keywords,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const FormattedValue = (
  value: A.Expr,
  conversion: number,
  format_spec: A.JoinedStr | null,
  s: Start,
  e: End,
): A.FormattedValue => ({
  kind: 'FormattedValue',
  value,
  conversion,
  format_spec,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const JoinedStr = (values: A.Expr[], s: Start, e: End): A.JoinedStr => ({
  kind: 'JoinedStr',
  values,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Constant = (value: A.Constant, u_prefix: boolean, s: Start, e: End): A.ConstantExpr => ({
  kind: 'Constant',
  value,
  u_prefix,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Attribute = (value: A.Expr, attr: string, ctx: A.ExprContext, s: Start, e: End): A.Attribute => ({
  kind: 'Attribute',
  value,
  attr,
  ctx,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Subscript = (value: A.Expr, slice: A.Expr, ctx: A.ExprContext, s: Start, e: End): A.Subscript => ({
  kind: 'Subscript',
  value,
  slice,
  ctx,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Starred = (value: A.Expr, ctx: A.ExprContext, s: Start, e: End): A.Starred => ({
  kind: 'Starred',
  value,
  ctx,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Name = (id: string, ctx: A.ExprContext, s: Start, e: End): A.Name => ({
  kind: 'Name',
  id,
  ctx,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const List = (elts: A.Expr[], ctx: A.ExprContext, s: Start, e: End): A.List => ({
  kind: 'List',
  elts,
  ctx,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Tuple = (elts: A.Expr[], ctx: A.ExprContext, s: Start, e: End): A.Tuple => ({
  kind: 'Tuple',
  elts,
  ctx,
  lineno: s.lineno,
  col_offset: s.col_offset,
  end_lineno: e.end_lineno,
  end_col_offset: e.end_col_offset,
});

export const Slice = (lower: A.Expr | null, upper: A.Expr | null, step: A.Expr | null, s: Start, e: End): A.Slice => ({
  kind: 'Slice',
  lower,
  upper,
  step,
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

export const Alias = (name: string, asname: string | null, s: Start, e: End): A.Alias => ({
  kind: 'alias',
  name,
  asname,
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
