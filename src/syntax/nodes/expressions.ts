/** Constructors of expressions. */
import type * as A from '../ast.ts';
import type { End, Start } from './position.ts';

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
