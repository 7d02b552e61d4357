/**
 * The syntax tree, in the shape of CPython 3.12's `ast` module (Parser/Python.asdl).
 *
 * A node is a plain object whose `kind` is the ASDL constructor's name and whose other fields carry the ASDL
 * names. `lineno` counts from 1. `col_offset` and `end_col_offset` count UTF-16 code units (indices of the
 * JavaScript source line); what shows columns to Python converts them at the edge.
 */

/** A source range: the four ASDL attributes. */
export interface Position {
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

interface Node<K extends string> extends Position {
  kind: K;
}

/** A literal's value, free of the object model. `int` holds a number while safe, a BigInt beyond. */
export type Constant =
  | { t: 'None' }
  | { t: 'True' }
  | { t: 'False' }
  | { t: 'Ellipsis' }
  | { t: 'int'; v: number | bigint }
  | { t: 'float'; v: number }
  | { t: 'complex'; re: number; im: number }
  /** JavaScript string; code points outside the BMP are surrogate pairs, lone surrogates stand alone. */
  | { t: 'str'; v: string }
  | { t: 'bytes'; v: Uint8Array }
  /** Tuples and frozensets only appear through constant folding. */
  | { t: 'tuple'; v: Constant[] }
  | { t: 'frozenset'; v: Constant[] };

export type ExprContext = 'Load' | 'Store' | 'Del';
export type BoolOperator = 'And' | 'Or';
export type Operator =
  | 'Add'
  | 'Sub'
  | 'Mult'
  | 'MatMult'
  | 'Div'
  | 'Mod'
  | 'Pow'
  | 'LShift'
  | 'RShift'
  | 'BitOr'
  | 'BitXor'
  | 'BitAnd'
  | 'FloorDiv';
export type UnaryOperator = 'Invert' | 'Not' | 'UAdd' | 'USub';
export type CmpOperator = 'Eq' | 'NotEq' | 'Lt' | 'LtE' | 'Gt' | 'GtE' | 'Is' | 'IsNot' | 'In' | 'NotIn';

// ---- mod
export interface Module {
  kind: 'Module';
  body: Stmt[];
}
export interface Interactive {
  kind: 'Interactive';
  body: Stmt[];
}
export interface Expression {
  kind: 'Expression';
  body: Expr;
}
export type Mod = Module | Interactive | Expression;

// ---- stmt
export interface FunctionDef extends Node<'FunctionDef'> {
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_params: TypeParam[];
}
export interface AsyncFunctionDef extends Node<'AsyncFunctionDef'> {
  name: string;
  args: Arguments;
  body: Stmt[];
  decorator_list: Expr[];
  returns: Expr | null;
  type_params: TypeParam[];
}
export interface ClassDef extends Node<'ClassDef'> {
  name: string;
  bases: Expr[];
  keywords: Keyword[];
  body: Stmt[];
  decorator_list: Expr[];
  type_params: TypeParam[];
}
export interface Return extends Node<'Return'> {
  value: Expr | null;
}
export interface Delete extends Node<'Delete'> {
  targets: Expr[];
}
export interface Assign extends Node<'Assign'> {
  targets: Expr[];
  value: Expr;
}
export interface TypeAlias extends Node<'TypeAlias'> {
  name: Name;
  type_params: TypeParam[];
  value: Expr;
}
export interface AugAssign extends Node<'AugAssign'> {
  target: Expr;
  op: Operator;
  value: Expr;
}
export interface AnnAssign extends Node<'AnnAssign'> {
  target: Expr;
  annotation: Expr;
  value: Expr | null;
  simple: boolean;
}
export interface For extends Node<'For'> {
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface AsyncFor extends Node<'AsyncFor'> {
  target: Expr;
  iter: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface While extends Node<'While'> {
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface If extends Node<'If'> {
  test: Expr;
  body: Stmt[];
  orelse: Stmt[];
}
export interface With extends Node<'With'> {
  items: WithItem[];
  body: Stmt[];
}
export interface AsyncWith extends Node<'AsyncWith'> {
  items: WithItem[];
  body: Stmt[];
}
export interface Match extends Node<'Match'> {
  subject: Expr;
  cases: MatchCase[];
}
export interface Raise extends Node<'Raise'> {
  exc: Expr | null;
  cause: Expr | null;
}
export interface Try extends Node<'Try'> {
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}
export interface TryStar extends Node<'TryStar'> {
  body: Stmt[];
  handlers: ExceptHandler[];
  orelse: Stmt[];
  finalbody: Stmt[];
}
export interface Assert extends Node<'Assert'> {
  test: Expr;
  msg: Expr | null;
}
export interface Import extends Node<'Import'> {
  names: Alias[];
}
export interface ImportFrom extends Node<'ImportFrom'> {
  module: string | null;
  names: Alias[];
  level: number;
}
export interface Global extends Node<'Global'> {
  names: string[];
}
export interface Nonlocal extends Node<'Nonlocal'> {
  names: string[];
}
export interface ExprStmt extends Node<'Expr'> {
  value: Expr;
}
export type Pass = Node<'Pass'>;
export type Break = Node<'Break'>;
export type Continue = Node<'Continue'>;
export type Stmt =
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | TypeAlias
  | AugAssign
  | AnnAssign
  | For
  | AsyncFor
  | While
  | If
  | With
  | AsyncWith
  | Match
  | Raise
  | Try
  | TryStar
  | Assert
  | Import
  | ImportFrom
  | Global
  | Nonlocal
  | ExprStmt
  | Pass
  | Break
  | Continue;

// ---- expr
export interface BoolOp extends Node<'BoolOp'> {
  op: BoolOperator;
  values: Expr[];
}
export interface NamedExpr extends Node<'NamedExpr'> {
  target: Name;
  value: Expr;
}
export interface BinOp extends Node<'BinOp'> {
  left: Expr;
  op: Operator;
  right: Expr;
}
export interface UnaryOp extends Node<'UnaryOp'> {
  op: UnaryOperator;
  operand: Expr;
}
export interface Lambda extends Node<'Lambda'> {
  args: Arguments;
  body: Expr;
}
export interface IfExp extends Node<'IfExp'> {
  test: Expr;
  body: Expr;
  orelse: Expr;
}
/** A `null` key is `**value`. */
export interface Dict extends Node<'Dict'> {
  keys: (Expr | null)[];
  values: Expr[];
}
export interface SetExpr extends Node<'Set'> {
  elts: Expr[];
}
export interface ListComp extends Node<'ListComp'> {
  elt: Expr;
  generators: Comprehension[];
}
export interface SetComp extends Node<'SetComp'> {
  elt: Expr;
  generators: Comprehension[];
}
export interface DictComp extends Node<'DictComp'> {
  key: Expr;
  value: Expr;
  generators: Comprehension[];
}
export interface GeneratorExp extends Node<'GeneratorExp'> {
  elt: Expr;
  generators: Comprehension[];
}
export interface Await extends Node<'Await'> {
  value: Expr;
}
export interface Yield extends Node<'Yield'> {
  value: Expr | null;
}
export interface YieldFrom extends Node<'YieldFrom'> {
  value: Expr;
}
export interface Compare extends Node<'Compare'> {
  left: Expr;
  ops: CmpOperator[];
  comparators: Expr[];
}
export interface Call extends Node<'Call'> {
  func: Expr;
  args: Expr[];
  keywords: Keyword[];
}
/** `conversion` is -1, or the code of `s`, `r` or `a`. */
export interface FormattedValue extends Node<'FormattedValue'> {
  value: Expr;
  conversion: number;
  format_spec: JoinedStr | null;
}
export interface JoinedStr extends Node<'JoinedStr'> {
  values: Expr[];
}
export interface ConstantExpr extends Node<'Constant'> {
  value: Constant;
  u_prefix: boolean;
}
export interface Attribute extends Node<'Attribute'> {
  value: Expr;
  attr: string;
  ctx: ExprContext;
}
export interface Subscript extends Node<'Subscript'> {
  value: Expr;
  slice: Expr;
  ctx: ExprContext;
}
export interface Starred extends Node<'Starred'> {
  value: Expr;
  ctx: ExprContext;
}
export interface Name extends Node<'Name'> {
  id: string;
  ctx: ExprContext;
}
export interface List extends Node<'List'> {
  elts: Expr[];
  ctx: ExprContext;
}
export interface Tuple extends Node<'Tuple'> {
  elts: Expr[];
  ctx: ExprContext;
}
export interface Slice extends Node<'Slice'> {
  lower: Expr | null;
  upper: Expr | null;
  step: Expr | null;
}
export type Expr =
  | BoolOp
  | NamedExpr
  | BinOp
  | UnaryOp
  | Lambda
  | IfExp
  | Dict
  | SetExpr
  | ListComp
  | SetComp
  | DictComp
  | GeneratorExp
  | Await
  | Yield
  | YieldFrom
  | Compare
  | Call
  | FormattedValue
  | JoinedStr
  | ConstantExpr
  | Attribute
  | Subscript
  | Starred
  | Name
  | List
  | Tuple
  | Slice;

// ---- the rest
export interface Comprehension {
  target: Expr;
  iter: Expr;
  ifs: Expr[];
  is_async: boolean;
}
export interface ExceptHandler extends Node<'ExceptHandler'> {
  type: Expr | null;
  name: string | null;
  body: Stmt[];
}
export interface Arguments {
  posonlyargs: Arg[];
  args: Arg[];
  vararg: Arg | null;
  kwonlyargs: Arg[];
  kw_defaults: (Expr | null)[];
  kwarg: Arg | null;
  defaults: Expr[];
}
export interface Arg extends Node<'arg'> {
  arg: string;
  annotation: Expr | null;
}
/** `arg` is `null` for `**value`. */
export interface Keyword extends Node<'keyword'> {
  arg: string | null;
  value: Expr;
}
export interface Alias extends Node<'alias'> {
  name: string;
  asname: string | null;
}
export interface WithItem {
  context_expr: Expr;
  optional_vars: Expr | null;
}
export interface MatchCase {
  pattern: Pattern;
  guard: Expr | null;
  body: Stmt[];
}
export interface MatchValue extends Node<'MatchValue'> {
  value: Expr;
}
export interface MatchSingleton extends Node<'MatchSingleton'> {
  value: Constant;
}
export interface MatchSequence extends Node<'MatchSequence'> {
  patterns: Pattern[];
}
export interface MatchMapping extends Node<'MatchMapping'> {
  keys: Expr[];
  patterns: Pattern[];
  rest: string | null;
}
export interface MatchClass extends Node<'MatchClass'> {
  cls: Expr;
  patterns: Pattern[];
  kwd_attrs: string[];
  kwd_patterns: Pattern[];
}
export interface MatchStar extends Node<'MatchStar'> {
  name: string | null;
}
export interface MatchAs extends Node<'MatchAs'> {
  pattern: Pattern | null;
  name: string | null;
}
export interface MatchOr extends Node<'MatchOr'> {
  patterns: Pattern[];
}
export type Pattern =
  MatchValue | MatchSingleton | MatchSequence | MatchMapping | MatchClass | MatchStar | MatchAs | MatchOr;
export interface TypeVar extends Node<'TypeVar'> {
  name: string;
  bound: Expr | null;
}
export interface ParamSpec extends Node<'ParamSpec'> {
  name: string;
}
export interface TypeVarTuple extends Node<'TypeVarTuple'> {
  name: string;
}
export type TypeParam = TypeVar | ParamSpec | TypeVarTuple;

/** Every node that carries a position. */
export type AnyNode = Stmt | Expr | Pattern | TypeParam | ExceptHandler | Arg | Keyword | Alias;
