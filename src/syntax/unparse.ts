import type {
  Arg,
  Arguments,
  CmpOperator,
  Comprehension,
  Expr,
  FormattedValue,
  Operator,
  UnaryOperator,
} from './ast.ts';
import { constantRepr, strRepr } from './repr.ts';

// Precedences, loosest first: Python/ast_unparse.c.
const PR_TUPLE = 0;
const PR_TEST = 1;
const PR_OR = 2;
const PR_AND = 3;
const PR_NOT = 4;
const PR_CMP = 5;
const PR_BOR = 6;
const PR_BXOR = 7;
const PR_BAND = 8;
const PR_SHIFT = 9;
const PR_ARITH = 10;
const PR_TERM = 11;
const PR_FACTOR = 12;
const PR_POWER = 13;
const PR_AWAIT = 14;
const PR_ATOM = 15;
const PR_EXPR = PR_BOR;

const BINARY: Record<Operator, [text: string, precedence: number]> = {
  Add: [' + ', PR_ARITH],
  Sub: [' - ', PR_ARITH],
  Mult: [' * ', PR_TERM],
  MatMult: [' @ ', PR_TERM],
  Div: [' / ', PR_TERM],
  Mod: [' % ', PR_TERM],
  FloorDiv: [' // ', PR_TERM],
  LShift: [' << ', PR_SHIFT],
  RShift: [' >> ', PR_SHIFT],
  BitOr: [' | ', PR_BOR],
  BitXor: [' ^ ', PR_BXOR],
  BitAnd: [' & ', PR_BAND],
  Pow: [' ** ', PR_POWER],
};

const UNARY: Record<UnaryOperator, [text: string, precedence: number]> = {
  Invert: ['~', PR_FACTOR],
  Not: ['not ', PR_NOT],
  UAdd: ['+', PR_FACTOR],
  USub: ['-', PR_FACTOR],
};

const COMPARE: Record<CmpOperator, string> = {
  Eq: ' == ',
  NotEq: ' != ',
  Lt: ' < ',
  LtE: ' <= ',
  Gt: ' > ',
  GtE: ' >= ',
  Is: ' is ',
  IsNot: ' is not ',
  In: ' in ',
  NotIn: ' not in ',
};

/**
 * Source text of an expression as `from __future__ import annotations` stores it (`_PyAST_ExprAsUnicode`).
 * The layout is CPython's, not the program's.
 */
export function unparse(e: Expr): string {
  return expr(e, PR_TEST);
}

const list = (elts: Expr[], level: number): string => elts.map(elt => expr(elt, level)).join(', ');

/** `text`, in brackets when what surrounds it binds tighter than `own`. */
const group = (level: number, own: number, text: string): string => (level > own ? `(${text})` : text);

function expr(e: Expr, level: number): string {
  switch (e.kind) {
    case 'BoolOp': {
      const own = e.op === 'And' ? PR_AND : PR_OR;
      const text = e.values.map(value => expr(value, own + 1)).join(e.op === 'And' ? ' and ' : ' or ');
      return group(level, own, text);
    }
    case 'BinOp': {
      const [op, own] = BINARY[e.op];
      const rightAssociative = e.op === 'Pow' ? 1 : 0;
      return group(level, own, expr(e.left, own + rightAssociative) + op + expr(e.right, own + 1 - rightAssociative));
    }
    case 'UnaryOp': {
      const [op, own] = UNARY[e.op];
      return group(level, own, op + expr(e.operand, own));
    }
    case 'Lambda': {
      // CPython puts the space before positional parameters only.
      const space = e.args.posonlyargs.length + e.args.args.length > 0 ? ' ' : '';
      return group(level, PR_TEST, `lambda${space}${parameters(e.args)}: ${expr(e.body, PR_TEST)}`);
    }
    case 'IfExp': {
      const test = expr(e.test, PR_TEST + 1);
      return group(level, PR_TEST, `${expr(e.body, PR_TEST + 1)} if ${test} else ${expr(e.orelse, PR_TEST)}`);
    }
    case 'Dict': {
      const items = e.values.map((value, i) => {
        const key = e.keys[i]!;
        return key === null ? `**${expr(value, PR_EXPR)}` : `${expr(key, PR_TEST)}: ${expr(value, PR_TEST)}`;
      });
      return `{${items.join(', ')}}`;
    }
    case 'Set':
      return `{${list(e.elts, PR_TEST)}}`;
    case 'GeneratorExp':
      return `(${expr(e.elt, PR_TEST)}${clauses(e.generators)})`;
    case 'ListComp':
      return `[${expr(e.elt, PR_TEST)}${clauses(e.generators)}]`;
    case 'SetComp':
      return `{${expr(e.elt, PR_TEST)}${clauses(e.generators)}}`;
    case 'DictComp':
      return `{${expr(e.key, PR_TEST)}: ${expr(e.value, PR_TEST)}${clauses(e.generators)}}`;
    case 'Yield':
      return e.value === null ? '(yield)' : `(yield ${expr(e.value, PR_TEST)})`;
    case 'YieldFrom':
      return `(yield from ${expr(e.value, PR_TEST)})`;
    case 'Await':
      return group(level, PR_AWAIT, `await ${expr(e.value, PR_ATOM)}`);
    case 'Compare': {
      const rest = e.ops.map((op, i) => COMPARE[op] + expr(e.comparators[i]!, PR_CMP + 1)).join('');
      return group(level, PR_CMP, expr(e.left, PR_CMP + 1) + rest);
    }
    case 'Call':
      return call(e.func, e.args, e.keywords);
    case 'Constant':
      return (e.u_prefix ? 'u' : '') + constantRepr(e.value);
    case 'JoinedStr':
      return 'f' + strRepr(fstringBody(e.values));
    case 'FormattedValue':
      return 'f' + strRepr(formattedValue(e));
    case 'Attribute': {
      const space = e.value.kind === 'Constant' && e.value.value.t === 'int' ? ' ' : '';
      return `${expr(e.value, PR_ATOM)}${space}.${e.attr}`;
    }
    case 'Starred':
      return `*${expr(e.value, PR_EXPR)}`;
    case 'Name':
      return e.id;
    case 'Slice': {
      const part = (x: Expr | null): string => (x === null ? '' : expr(x, PR_TEST));
      return `${part(e.lower)}:${part(e.upper)}${e.step === null ? '' : ':' + part(e.step)}`;
    }
    case 'Subscript':
      return `${expr(e.value, PR_ATOM)}[${expr(e.slice, PR_TUPLE)}]`;
    case 'List':
      return `[${list(e.elts, PR_TEST)}]`;
    case 'Tuple':
      if (e.elts.length === 0) return '()';
      return group(level, PR_TUPLE, list(e.elts, PR_TEST) + (e.elts.length === 1 ? ',' : ''));
    case 'NamedExpr':
      return group(level, PR_TUPLE, `${expr(e.target, PR_ATOM)} := ${expr(e.value, PR_ATOM)}`);
  }
}

function clauses(generators: Comprehension[]): string {
  return generators
    .map(({ target, iter, ifs, is_async }) => {
      const tests = ifs.map(test => ` if ${expr(test, PR_TEST + 1)}`).join('');
      return `${is_async ? ' async' : ''} for ${expr(target, PR_TUPLE)} in ${expr(iter, PR_TEST + 1)}${tests}`;
    })
    .join('');
}

function call(func: Expr, args: Expr[], keywords: { arg: string | null; value: Expr }[]): string {
  const name = expr(func, PR_ATOM);
  // A lone generator expression brings its own brackets.
  if (args.length === 1 && keywords.length === 0 && args[0]!.kind === 'GeneratorExp') {
    return name + expr(args[0]!, PR_ATOM);
  }
  const parts = args.map(arg => expr(arg, PR_TEST));
  for (const { arg, value } of keywords) parts.push((arg === null ? '**' : arg + '=') + expr(value, PR_TEST));
  return `${name}(${parts.join(', ')})`;
}

function parameters(args: Arguments): string {
  const positional = [...args.posonlyargs, ...args.args];
  const required = positional.length - args.defaults.length;
  const parts: string[] = [];
  positional.forEach((arg, i) => {
    parts.push(parameter(arg, i < required ? null : args.defaults[i - required]!));
    if (i + 1 === args.posonlyargs.length) parts.push('/');
  });
  if (args.vararg !== null) parts.push('*' + parameter(args.vararg, null));
  else if (args.kwonlyargs.length > 0) parts.push('*');
  args.kwonlyargs.forEach((arg, i) => parts.push(parameter(arg, args.kw_defaults[i]!)));
  if (args.kwarg !== null) parts.push('**' + parameter(args.kwarg, null));
  return parts.join(', ');
}

function parameter({ arg, annotation }: Arg, value: Expr | null): string {
  const annotated = annotation === null ? arg : `${arg}: ${expr(annotation, PR_TEST)}`;
  return value === null ? annotated : `${annotated}=${expr(value, PR_TEST)}`;
}

function fstringBody(values: Expr[]): string {
  return values.map(fstringPart).join('');
}

function fstringPart(e: Expr): string {
  if (e.kind === 'Constant' && e.value.t === 'str') return e.value.v.replace(/[{}]/g, '$&$&');
  if (e.kind === 'JoinedStr') return fstringBody(e.values);
  return formattedValue(e as FormattedValue);
}

function formattedValue(e: FormattedValue): string {
  // Tighter than a lambda, whose colon would begin a format spec.
  const value = expr(e.value, PR_TEST + 1);
  const conversion = e.conversion < 0 ? '' : '!' + String.fromCharCode(e.conversion);
  const spec = e.format_spec === null ? '' : ':' + fstringPart(e.format_spec);
  return `{${value.startsWith('{') ? ' ' : ''}${value}${conversion}${spec}}`;
}
