import type { BoolOperator, Comprehension, Expr, Operator, UnaryOperator } from '../ast.ts';
import * as N from '../nodes.ts';
import type { Token } from '../tokens.ts';
import type { Diagnoser } from './diagnoser.ts';
import type { Action, Alternative, Captures, Grammar } from './peg.ts';

// Nodes carry what the error messages ask for: kind, place, elements. The rest stays empty.

const name = (t: Token): Expr => N.Name(t.value, 'Load', t, t);

const tuple: Action = (v, s, p) => N.Tuple([v.a, ...(v.b ?? [])], 'Load', s, p.last());

const starred: Action = (v, s, p) => N.Starred(v.a, 'Load', s, p.last());

const binary =
  (op: Operator): Action =>
  (v, s, p) =>
    N.BinOp(v.a, op, v.b, s, p.last());

const unary =
  (op: UnaryOperator): Action =>
  (v, s, p) =>
    N.UnaryOp(op, v.a, s, p.last());

const bool =
  (op: BoolOperator): Action =>
  (v, s, p) =>
    N.BoolOp(op, [v.a, ...v.b], s, p.last());

const singleton =
  (t: 'None' | 'True' | 'False' | 'Ellipsis'): Action =>
  (_v, s) =>
    N.Constant({ t }, false, s, s);

const call: Action = (v, s, p) => N.Call(v.a, v.b?.args ?? [], v.b?.keywords ?? [], s, p.last());

const attribute: Action = (v, s, p) => N.Attribute(v.a, v.b.value, 'Load', s, p.last());

const subscript: Action = (v, s, p) => N.Subscript(v.a, v.b, 'Load', s, p.last());

const conditional: Action = (v, s, p) => N.IfExp(v.b, v.a, v.c, s, p.last());

const NO_ARGUMENTS = {
  posonlyargs: [],
  args: [],
  vararg: null,
  kwonlyargs: [],
  kw_defaults: [],
  kwarg: null,
  defaults: [],
};

function binaryRule(rule: string, operand: string, operators: [string, Operator][]): Grammar {
  const alternatives = operators.map(([text, op]): Alternative => [`a=${rule} '${text}' b=${operand}`, binary(op)]);
  return { [rule]: [...alternatives, operand] };
}

/** What a call's `args` rule yields: a Call without a function, for its arguments and place. */
function collect(v: Captures, s: Token, p: Diagnoser): Expr {
  const positional: Expr[] = [...(v.a ?? [])];
  const keywords = [];
  for (const item of v.b ?? []) {
    if (item.kind === 'keyword') keywords.push(item);
    else positional.push(item);
  }
  return N.Call(name(s), positional, keywords, s, p.last());
}

const comprehension =
  (is_async: boolean): Action =>
  v =>
    ({ target: v.a, iter: v.b, ifs: v.c, is_async }) satisfies Comprehension;

export const EXPRESSIONS: Grammar = {
  expressions: [["a=expression b=(',' c=expression)+ ','?", tuple], ["a=expression ','", tuple], 'expression'],
  expression: [
    'invalid_expression',
    'invalid_legacy_expression',
    ["a=disjunction 'if' b=disjunction 'else' c=expression", conditional],
    'disjunction',
    'lambdef',
  ],
  expression_without_invalid: [
    ["a=disjunction 'if' b=disjunction 'else' c=expression", conditional],
    'disjunction',
    'lambdef',
  ],
  yield_expr: [
    ["'yield' 'from' a=expression", (v, s, p) => N.YieldFrom(v.a, s, p.last())],
    ["'yield' a=star_expressions?", (v, s, p) => N.Yield(v.a ?? null, s, p.last())],
  ],
  star_expressions: [
    ["a=star_expression b=(',' c=star_expression)+ ','?", tuple],
    ["a=star_expression ','", tuple],
    'star_expression',
  ],
  star_expression: [["'*' a=bitwise_or", starred], 'expression'],
  star_named_expressions: "a=','.star_named_expression+ ','?",
  star_named_expression: [["'*' a=bitwise_or", starred], 'named_expression'],
  assignment_expression: [
    ["a=NAME ':=' ~ b=expression", (v, s, p) => N.NamedExpr(N.Name(v.a.value, 'Store', v.a, v.a), v.b, s, p.last())],
  ],
  named_expression: "assignment_expression | invalid_named_expression | a=expression !':='",
  disjunction: [["a=conjunction b=('or' c=conjunction)+", bool('Or')], 'conjunction'],
  conjunction: [["a=inversion b=('and' c=inversion)+", bool('And')], 'inversion'],
  inversion: [["'not' a=inversion", unary('Not')], 'comparison'],
  comparison: [
    [
      'a=bitwise_or b=compare_op_bitwise_or_pair+',
      (v, s, p) => N.Compare(v.a, [v.b[0].value === 'in' ? 'In' : 'Eq'], [], s, p.last()),
    ],
    'bitwise_or',
  ],
  compare_op_bitwise_or_pair: [
    "a='==' bitwise_or",
    'a=not_equal bitwise_or',
    "a='<=' bitwise_or | a='<' bitwise_or | a='>=' bitwise_or | a='>' bitwise_or",
    "a='not' 'in' bitwise_or | a='in' bitwise_or | a='is' 'not' bitwise_or | a='is' bitwise_or",
  ],
  not_equal: [["a='!='", v => (v.a.value === '!=' ? v.a : null)]],
  ...binaryRule('bitwise_or', 'bitwise_xor', [['|', 'BitOr']]),
  ...binaryRule('bitwise_xor', 'bitwise_and', [['^', 'BitXor']]),
  ...binaryRule('bitwise_and', 'shift_expr', [['&', 'BitAnd']]),
  ...binaryRule('shift_expr', 'sum', [
    ['<<', 'LShift'],
    ['>>', 'RShift'],
  ]),
  ...binaryRule('sum', 'term', [
    ['+', 'Add'],
    ['-', 'Sub'],
  ]),
  ...binaryRule('term', 'factor', [
    ['*', 'Mult'],
    ['/', 'Div'],
    ['//', 'FloorDiv'],
    ['%', 'Mod'],
    ['@', 'MatMult'],
  ]),
  factor: [
    ["'+' a=factor", unary('UAdd')],
    ["'-' a=factor", unary('USub')],
    ["'~' a=factor", unary('Invert')],
    'power',
  ],
  power: [["a=await_primary '**' b=factor", binary('Pow')], 'await_primary'],
  await_primary: [["'await' a=primary", (v, s, p) => N.Await(v.a, s, p.last())], 'primary'],
  primary: [
    ["a=primary '.' b=NAME", attribute],
    ['a=primary b=genexp', (v, s, p) => N.Call(v.a, [v.b], [], s, p.last())],
    ["a=primary '(' b=arguments? ')'", call],
    ["a=primary '[' b=slices ']'", subscript],
    'atom',
  ],
  slices: [
    "a=slice !','",
    ["a=','.(slice | starred_expression)+ ','?", (v, s, p) => N.Tuple(v.a, 'Load', s, p.last())],
  ],
  slice: [
    [
      "a=expression? ':' b=expression? c=(':' d=expression?)?",
      (v, s, p) => N.Slice(v.a ?? null, v.b ?? null, null, s, p.last()),
    ],
    'named_expression',
  ],
  atom: [
    ['a=NAME', v => name(v.a)],
    ["'True'", singleton('True')],
    ["'False'", singleton('False')],
    ["'None'", singleton('None')],
    '&(STRING | FSTRING_START) a=strings',
    'NUMBER',
    "&'(' a=(tuple | group | genexp)",
    "&'[' a=(list | listcomp)",
    "&'{' a=(dict | set | dictcomp | setcomp)",
    ["'...'", singleton('Ellipsis')],
  ],
  group: "'(' a=(yield_expr | named_expression) ')' | invalid_group",
  list: [["'[' a=star_named_expressions? ']'", (v, s, p) => N.List(v.a ?? [], 'Load', s, p.last())]],
  tuple: [["'(' a=tuple_elements? ')'", (v, s, p) => N.Tuple(v.a ?? [], 'Load', s, p.last())]],
  tuple_elements: [["a=star_named_expression ',' b=star_named_expressions?", v => [v.a, ...(v.b ?? [])]]],
  set: [["'{' a=star_named_expressions '}'", (v, s, p) => N.Set(v.a, s, p.last())]],
  dict: [
    ["'{' double_starred_kvpairs? '}'", (_v, s, p) => N.Dict([], [], s, p.last())],
    "'{' invalid_double_starred_kvpairs '}'",
  ],
  double_starred_kvpairs: "','.double_starred_kvpair+ ','?",
  double_starred_kvpair: "'**' bitwise_or | kvpair",
  kvpair: "expression ':' expression",
  for_if_clauses: 'for_if_clause+',
  for_if_clause: [
    ["'async' 'for' a=star_targets 'in' ~ b=disjunction c=('if' z=disjunction)*", comprehension(true)],
    ["'for' a=star_targets 'in' ~ b=disjunction c=('if' z=disjunction)*", comprehension(false)],
    'invalid_for_target',
  ],
  listcomp: [
    ["'[' a=named_expression b=for_if_clauses ']'", (v, s, p) => N.ListComp(v.a, v.b, s, p.last())],
    'invalid_comprehension',
  ],
  setcomp: [
    ["'{' a=named_expression b=for_if_clauses '}'", (v, s, p) => N.SetComp(v.a, v.b, s, p.last())],
    'invalid_comprehension',
  ],
  genexp: [
    [
      "'(' a=(assignment_expression | c=expression !':=') b=for_if_clauses ')'",
      (v, s, p) => N.GeneratorExp(v.a, v.b, s, p.last()),
    ],
    'invalid_comprehension',
  ],
  dictcomp: [
    ["'{' kvpair b=for_if_clauses '}'", (v, s, p) => N.DictComp(name(s), name(s), v.b, s, p.last())],
    'invalid_dict_comprehension',
  ],

  arguments: "a=args ','? &')' | invalid_arguments",
  args: [
    ["a=','.(starred_expression | a=(assignment_expression | c=expression !':=') !'=')+ b=(',' k=kwargs)?", collect],
    ['b=kwargs', collect],
  ],
  kwargs: [
    ["a=','.kwarg_or_starred+ ',' b=','.kwarg_or_double_starred+", v => [...v.a, ...v.b]],
    "','.kwarg_or_starred+",
    "','.kwarg_or_double_starred+",
  ],
  starred_expression: ['invalid_starred_expression', ["'*' a=expression", starred]],
  kwarg_or_starred: [
    'invalid_kwarg',
    ["a=NAME '=' b=expression", (v, s, p) => N.Keyword(v.a.value, v.b, s, p.last())],
    'starred_expression',
  ],
  kwarg_or_double_starred: [
    'invalid_kwarg',
    ["a=NAME '=' b=expression", (v, s, p) => N.Keyword(v.a.value, v.b, s, p.last())],
    ["'**' a=expression", (v, s, p) => N.Keyword(null, v.a, s, p.last())],
  ],

  lambdef: [["'lambda' lambda_params? ':' b=expression", (v, s, p) => N.Lambda(NO_ARGUMENTS, v.b, s, p.last())]],

  star_targets: [
    "a=star_target !','",
    ["a=star_target b=(',' c=star_target)* ','?", (v, s, p) => N.Tuple([v.a, ...v.b], 'Store', s, p.last())],
  ],
  star_targets_list_seq: "a=','.star_target+ ','?",
  star_targets_tuple_seq: [
    ["a=star_target b=(',' c=star_target)+ ','?", v => [v.a, ...v.b]],
    ["a=star_target ','", v => [v.a]],
  ],
  star_target: [["'*' a=not_starred_target", starred], 'target_with_star_atom'],
  not_starred_target: "!'*' a=star_target",
  target_with_star_atom: [
    ["a=t_primary '.' b=NAME !t_lookahead", attribute],
    ["a=t_primary '[' b=slices ']' !t_lookahead", subscript],
    'star_atom',
  ],
  star_atom: [
    ['a=NAME', v => name(v.a)],
    "'(' a=target_with_star_atom ')'",
    ["'(' a=star_targets_tuple_seq? ')'", (v, s, p) => N.Tuple(v.a ?? [], 'Store', s, p.last())],
    ["'[' a=star_targets_list_seq? ']'", (v, s, p) => N.List(v.a ?? [], 'Store', s, p.last())],
  ],
  single_target: ['single_subscript_attribute_target', ['a=NAME', v => name(v.a)], "'(' a=single_target ')'"],
  single_subscript_attribute_target: [
    ["a=t_primary '.' b=NAME !t_lookahead", attribute],
    ["a=t_primary '[' b=slices ']' !t_lookahead", subscript],
  ],
  t_primary: [
    ["a=t_primary '.' b=NAME &t_lookahead", attribute],
    ["a=t_primary '[' b=slices ']' &t_lookahead", subscript],
    ['a=t_primary b=genexp &t_lookahead', (v, s, p) => N.Call(v.a, [v.b], [], s, p.last())],
    ["a=t_primary '(' b=arguments? ')' &t_lookahead", call],
    'a=atom &t_lookahead',
  ],
  t_lookahead: "'(' | '[' | '.'",
  del_targets: "a=','.del_target+ ','?",
  del_target: "t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | del_t_atom",
  del_t_atom: "NAME | '(' del_target ')' | '(' del_targets? ')' | '[' del_targets? ']'",
};
