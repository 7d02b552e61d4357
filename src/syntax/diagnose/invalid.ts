import type { Comprehension, Expr, Keyword } from '../ast.ts';
import type { Diagnoser } from './diagnoser.ts';
import { exprName, invalidTarget } from './names.ts';
import type { TargetsType } from './names.ts';
import type { Action, Alternative, Grammar } from './peg.ts';

function raiseInvalidTarget(p: Diagnoser, type: TargetsType, e: Expr): null {
  const target = invalidTarget(e, type);
  if (target === null) return null;
  p.raiseAt(target, `cannot ${type === 'del' ? 'delete' : 'assign to'} ${exprName(target)}`);
}

const isLegacyStatement = (e: Expr): boolean => e.kind === 'Name' && (e.id === 'print' || e.id === 'exec');

/** `_PyPegen_get_last_comprehension_item` of the last clause. */
function lastItem(clauses: Comprehension[]): Expr {
  const { iter, ifs } = clauses[clauses.length - 1]!;
  return ifs.length > 0 ? ifs[ifs.length - 1]! : iter;
}

const expectedColon: Action = (_v, _s, p) => p.raise("expected ':'");

const unparenthesizedGenexp: Action = (v, _s, p) =>
  p.raiseRange(v.a, lastItem(v.b), 'Generator expression must be parenthesized');

const meantComparison: Action = (v, _s, p) =>
  p.raiseRange(v.a, v.b, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");

const comprehensionTarget = 'did you forget parentheses around the comprehension target?';

/** A header whose block is missing; `a` is the keyword that is named with its line. */
const missingBlock = (header: string, what: string): Alternative => [
  `${header} NEWLINE !INDENT`,
  (v, _s, p) => p.raiseIndentation(`expected an indented block after ${what} on line ${v.a.lineno}`),
];

const POSITIONAL = "','.(starred_expression | (assignment_expression | expression !':=') !'=')+";

export const INVALID: Grammar = {
  invalid_arguments: [
    [
      `(${POSITIONAL} ',' kwargs | kwargs) ',' a='*'`,
      (v, _s, p) => p.raiseAt(v.a, 'iterable argument unpacking follows keyword argument unpacking'),
    ],
    ["a=expression b=for_if_clauses ',' (args | expression for_if_clauses)?", unparenthesizedGenexp],
    ["a=NAME b='=' expression for_if_clauses", meantComparison],
    [
      "(args ',')? a=NAME b='=' &(',' | ')')",
      (v, _s, p) => p.raiseRange(v.a, v.b, 'expected argument value expression'),
    ],
    [
      'a=args b=for_if_clauses',
      (v, s, p) => {
        const { args } = v.a;
        if (args.length <= 1) return null;
        return unparenthesizedGenexp({ a: args[args.length - 1], b: v.b }, s, p);
      },
    ],
    ["args ',' a=expression b=for_if_clauses", unparenthesizedGenexp],
    [
      "a=args ',' args",
      (v, _s, p) => {
        const unpacking = v.a.keywords.some((keyword: Keyword) => keyword.arg === null);
        p.raise(`positional argument follows keyword argument${unpacking ? ' unpacking' : ''}`);
      },
    ],
  ],
  invalid_kwarg: [
    ["a=('True' | 'False' | 'None') b='='", (v, _s, p) => p.raiseRange(v.a, v.b, `cannot assign to ${v.a.value}`)],
    ["a=NAME b='=' expression for_if_clauses", meantComparison],
    [
      "!(NAME '=') a=expression b='='",
      (v, _s, p) => p.raiseRange(v.a, v.b, 'expression cannot contain assignment, perhaps you meant "=="?'),
    ],
    [
      "a='**' expression '=' b=expression",
      (v, _s, p) => p.raiseRange(v.a, v.b, 'cannot assign to keyword argument unpacking'),
    ],
  ],
  invalid_starred_expression: [
    [
      "a='*' expression '=' b=expression",
      (v, _s, p) => p.raiseRange(v.a, v.b, 'cannot assign to iterable argument unpacking'),
    ],
  ],
  invalid_legacy_expression: [
    [
      "a=NAME !'(' b=star_expressions",
      (v, _s, p) => {
        const name = v.a.value;
        if (name !== 'print' && name !== 'exec') return null;
        p.raiseRange(v.a, v.b, `Missing parentheses in call to '${name}'. Did you mean ${name}(...)?`);
      },
    ],
  ],
  invalid_expression: [
    [
      '!(NAME STRING | SOFT_KEYWORD) a=disjunction b=expression_without_invalid',
      (v, _s, p) => {
        if (isLegacyStatement(v.a) || p.tokens[p.mark - 1]!.level === 0) return null;
        p.raiseRange(v.a, v.b, 'invalid syntax. Perhaps you forgot a comma?');
      },
    ],
    [
      "a=disjunction 'if' b=disjunction !('else' | ':')",
      (v, _s, p) => p.raiseRange(v.a, v.b, "expected 'else' after 'if' expression"),
    ],
    [
      "a='lambda' lambda_params? b=':' &FSTRING_MIDDLE",
      (v, _s, p) => p.raiseRange(v.a, v.b, 'f-string: lambda expressions are not allowed without parentheses'),
    ],
  ],
  invalid_named_expression: [
    [
      "a=expression ':=' expression",
      (v, _s, p) => p.raiseAt(v.a, `cannot use assignment expressions with ${exprName(v.a)}`),
    ],
    ["a=NAME '=' b=bitwise_or !('=' | ':=')", meantComparison],
    [
      "!(list | tuple | genexp | 'True' | 'None' | 'False') a=bitwise_or '=' bitwise_or !('=' | ':=')",
      (v, _s, p) => p.raiseAt(v.a, `cannot assign to ${exprName(v.a)} here. Maybe you meant '==' instead of '='?`),
    ],
  ],
  invalid_assignment: [
    [
      "a=invalid_ann_assign_target ':' expression",
      (v, _s, p) => p.raiseAt(v.a, `only single target (not ${exprName(v.a)}) can be annotated`),
    ],
    [
      "a=star_named_expression ',' star_named_expressions* ':' expression",
      (v, _s, p) => p.raiseAt(v.a, 'only single target (not tuple) can be annotated'),
    ],
    ["a=expression ':' expression", (v, _s, p) => p.raiseAt(v.a, 'illegal target for annotation')],
    ["(star_targets '=')* a=star_expressions '='", (v, _s, p) => raiseInvalidTarget(p, 'star', v.a)],
    [
      "(star_targets '=')* a=yield_expr '='",
      (v, _s, p) => p.raiseAt(v.a, 'assignment to yield expression not possible'),
    ],
    [
      'a=star_expressions augassign annotated_rhs',
      (v, _s, p) => p.raiseAt(v.a, `'${exprName(v.a)}' is an illegal expression for augmented assignment`),
    ],
  ],
  invalid_ann_assign_target: "list | tuple | '(' a=invalid_ann_assign_target ')'",
  invalid_del_stmt: [["'del' a=star_expressions", (v, _s, p) => raiseInvalidTarget(p, 'del', v.a)]],
  invalid_block: [['NEWLINE !INDENT', (_v, _s, p) => p.raiseIndentation('expected an indented block')]],
  invalid_comprehension: [
    [
      "('[' | '(' | '{') a=starred_expression for_if_clauses",
      (v, _s, p) => p.raiseAt(v.a, 'iterable unpacking cannot be used in comprehension'),
    ],
    [
      "('[' | '{') a=star_named_expression ',' b=star_named_expressions for_if_clauses",
      (v, _s, p) => p.raiseRange(v.a, v.b[v.b.length - 1], comprehensionTarget),
    ],
    [
      "('[' | '{') a=star_named_expression b=',' for_if_clauses",
      (v, _s, p) => p.raiseRange(v.a, v.b, comprehensionTarget),
    ],
  ],
  invalid_dict_comprehension: [
    [
      "'{' a='**' bitwise_or for_if_clauses '}'",
      (v, _s, p) => p.raiseAt(v.a, 'dict unpacking cannot be used in dict comprehension'),
    ],
  ],
  invalid_group: [
    ["'(' a=starred_expression ')'", (v, _s, p) => p.raiseAt(v.a, 'cannot use starred expression here')],
    ["'(' a='**' expression ')'", (v, _s, p) => p.raiseAt(v.a, 'cannot use double starred expression here')],
  ],
  invalid_import: [
    [
      "a='import' ','.dotted_name+ 'from' dotted_name",
      (v, _s, p) => p.raiseFrom(v.a, "Did you mean to use 'from ... import ...' instead?"),
    ],
  ],
  invalid_import_from_targets: [
    [
      "import_from_as_names ',' NEWLINE",
      (_v, _s, p) => p.raise('trailing comma not allowed without surrounding parentheses'),
    ],
  ],
  invalid_double_starred_kvpairs: [
    "','.double_starred_kvpair+ ',' invalid_kvpair",
    [
      "expression ':' a='*' bitwise_or",
      (v, _s, p) => p.raiseFrom(v.a, 'cannot use a starred expression in a dictionary value'),
    ],
    ["expression a=':' &('}' | ',')", (v, _s, p) => p.raiseAt(v.a, "expression expected after dictionary key and ':'")],
  ],
  invalid_kvpair: [
    [
      "a=expression !(':')",
      (v, _s, p) => {
        const { lineno, end_lineno, end_col_offset } = v.a;
        p.raiseKnown('SyntaxError', lineno, end_col_offset - 1, end_lineno, -1, "':' expected after dictionary key");
      },
    ],
    [
      "expression ':' a='*' bitwise_or",
      (v, _s, p) => p.raiseFrom(v.a, 'cannot use a starred expression in a dictionary value'),
    ],
    ["expression a=':' &('}' | ',')", (v, _s, p) => p.raiseAt(v.a, "expression expected after dictionary key and ':'")],
  ],

  invalid_for_target: [["'async'? 'for' a=star_expressions", (v, _s, p) => raiseInvalidTarget(p, 'for', v.a)]],
  invalid_for_stmt: [
    ["'async'? 'for' star_targets 'in' star_expressions NEWLINE", expectedColon],
    missingBlock("'async'? a='for' star_targets 'in' star_expressions ':'", "'for' statement"),
  ],
  invalid_with_item: [
    ["expression 'as' a=expression &(',' | ')' | ':')", (v, _s, p) => raiseInvalidTarget(p, 'star', v.a)],
  ],
  invalid_with_stmt: [
    ["'async'? 'with' ','.(expression ('as' star_target)?)+ NEWLINE", expectedColon],
    ["'async'? 'with' '(' ','.(expressions ('as' star_target)?)+ ','? ')' NEWLINE", expectedColon],
  ],
  invalid_with_stmt_indent: [
    missingBlock("'async'? a='with' ','.(expression ('as' star_target)?)+ ':'", "'with' statement"),
    missingBlock("'async'? a='with' '(' ','.(expressions ('as' star_target)?)+ ','? ')' ':'", "'with' statement"),
  ],
  invalid_try_stmt: [
    missingBlock("a='try' ':'", "'try' statement"),
    ["'try' ':' block !('except' | 'finally')", (_v, _s, p) => p.raise("expected 'except' or 'finally' block")],
    [
      "'try' ':' block* except_block+ a='except' b='*' expression ('as' NAME)? ':'",
      (v, _s, p) => p.raiseRange(v.a, v.b, "cannot have both 'except' and 'except*' on the same 'try'"),
    ],
    [
      "'try' ':' block* except_star_block+ a='except' (expression ('as' NAME)?)? ':'",
      (v, _s, p) => p.raiseAt(v.a, "cannot have both 'except' and 'except*' on the same 'try'"),
    ],
  ],
  invalid_except_stmt: [
    [
      "'except' '*'? a=expression ',' expressions ('as' NAME)? ':'",
      (v, _s, p) => p.raiseFrom(v.a, 'multiple exception types must be parenthesized'),
    ],
    ["'except' '*'? expression ('as' NAME)? NEWLINE", expectedColon],
    ["'except' NEWLINE", expectedColon],
    ["'except' '*' (NEWLINE | ':')", (_v, _s, p) => p.raise('expected one or more exception types')],
  ],
  invalid_finally_stmt: [missingBlock("a='finally' ':'", "'finally' statement")],
  invalid_except_stmt_indent: [
    missingBlock("a='except' expression ('as' NAME)? ':'", "'except' statement"),
    missingBlock("a='except' ':'", "'except' statement"),
  ],
  invalid_except_star_stmt_indent: [missingBlock("a='except' '*' expression ('as' NAME)? ':'", "'except*' statement")],
  invalid_match_stmt: [
    ['"match" subject_expr NEWLINE', expectedColon],
    missingBlock('a="match" subject_expr \':\'', "'match' statement"),
  ],
  invalid_case_block: [
    ['"case" patterns guard? NEWLINE', expectedColon],
    missingBlock('a="case" patterns guard? \':\'', "'case' statement"),
  ],
  invalid_if_stmt: [
    ["'if' named_expression NEWLINE", expectedColon],
    missingBlock("a='if' named_expression ':'", "'if' statement"),
  ],
  invalid_elif_stmt: [
    ["'elif' named_expression NEWLINE", expectedColon],
    missingBlock("a='elif' named_expression ':'", "'elif' statement"),
  ],
  invalid_else_stmt: [missingBlock("a='else' ':'", "'else' statement")],
  invalid_while_stmt: [
    ["'while' named_expression NEWLINE", expectedColon],
    missingBlock("a='while' named_expression ':'", "'while' statement"),
  ],
  invalid_def_raw: [
    missingBlock("'async'? a='def' NAME type_params? '(' params? ')' ('->' expression)? ':'", 'function definition'),
  ],
  invalid_class_def_raw: [
    ["'class' NAME type_params? ('(' arguments? ')')? NEWLINE", expectedColon],
    missingBlock("a='class' NAME type_params? ('(' arguments? ')')? ':'", 'class definition'),
  ],
};
