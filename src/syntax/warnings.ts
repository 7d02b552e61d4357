import type { Assert, Call, Compare, Constant, Expr, Mod, Subscript } from './ast.ts';

/** A warning of the tokenizer, the parser or the compiler, to be issued by whoever knows the `warnings` module. */
export interface SyntaxWarning {
  message: string;
  lineno: number;
  category: 'SyntaxWarning';
}

/**
 * Appends what Python/compile.c warns of in a tree: comparing a literal by identity, calling or subscripting what
 * cannot be, and assertions that are always true.
 */
export function compilerWarnings(tree: Mod, warnings: SyntaxWarning[]): void {
  visit(tree, warnings);
}

function visit(node: object, warnings: SyntaxWarning[]): void {
  if (Array.isArray(node)) {
    for (const item of node) if (item !== null && typeof item === 'object') visit(item, warnings);
    return;
  }
  const { kind } = node as { kind?: string };
  if (kind === 'Name' || kind === 'Constant') return;
  const found = check(kind, node);
  if (found !== null) {
    warnings.push({ message: found[0], lineno: found[1].lineno, category: 'SyntaxWarning' });
  }
  for (const key in node) {
    const value = (node as Record<string, unknown>)[key];
    if (typeof value === 'object' && value !== null) visit(value, warnings);
  }
}

type Found = [message: string, at: { lineno: number }] | null;

function check(kind: string | undefined, node: object): Found {
  switch (kind) {
    case 'Compare':
      return checkCompare(node as Compare);
    case 'Call':
      return checkCaller((node as Call).func);
    case 'Subscript':
      return (node as Subscript).ctx === 'Load' ? checkSubscript(node as Subscript) : null;
    case 'Assert':
      return checkAssert(node as Assert);
  }
  return null;
}

/** `check_compare` */
function checkCompare(e: Compare): Found {
  let left = literalType(e.left);
  for (let i = 0; i < e.ops.length; i++) {
    const right = literalType(e.comparators[i]!);
    const type = left ?? right;
    if (type !== null && e.ops[i] === 'Is') return [`"is" with '${type}' literal. Did you mean "=="?`, e];
    if (type !== null && e.ops[i] === 'IsNot') return [`"is not" with '${type}' literal. Did you mean "!="?`, e];
    left = right;
  }
  return null;
}

/** The type of a literal that is compared with `==` rather than `is`, else null. */
function literalType(e: Expr): string | null {
  const type = constantType(e);
  return type === null || type === 'NoneType' || type === 'bool' || type === 'ellipsis' ? null : type;
}

/** `check_caller` */
function checkCaller(func: Expr): Found {
  const type = func.kind === 'Lambda' ? null : inferType(func);
  return type === null ? null : [`'${type}' object is not callable; perhaps you missed a comma?`, func];
}

const NOT_SUBSCRIPTABLE = new Set(['NoneType', 'ellipsis', 'int', 'float', 'complex', 'set', 'generator', 'function']);

/** `check_subscripter` and `check_index` */
function checkSubscript(e: Subscript): Found {
  const type = inferType(e.value);
  if (type === null) return null;
  if (NOT_SUBSCRIPTABLE.has(type)) {
    return [`'${type}' object is not subscriptable; perhaps you missed a comma?`, e.value];
  }
  const index = inferType(e.slice);
  if (index === null || index === 'int' || index === 'bool' || type === 'dict' || type === 'bool') return null;
  return [`${type} indices must be integers or slices, not ${index}; perhaps you missed a comma?`, e.value];
}

function checkAssert(s: Assert): Found {
  if (s.test.kind !== 'Tuple' || s.test.elts.length === 0) return null;
  return ['assertion is always true, perhaps remove parentheses?', s];
}

/** `infer_type`: the type's name where the expression alone tells, else null. */
function inferType(e: Expr): string | null {
  switch (e.kind) {
    case 'Tuple':
      return 'tuple';
    case 'List':
    case 'ListComp':
      return 'list';
    case 'Dict':
    case 'DictComp':
      return 'dict';
    case 'Set':
    case 'SetComp':
      return 'set';
    case 'GeneratorExp':
      return 'generator';
    case 'Lambda':
      return 'function';
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str';
    default:
      return constantType(e);
  }
}

const TYPE_NAMES: Record<Constant['t'], string> = {
  None: 'NoneType',
  True: 'bool',
  False: 'bool',
  Ellipsis: 'ellipsis',
  int: 'int',
  float: 'float',
  complex: 'complex',
  str: 'str',
  bytes: 'bytes',
  tuple: 'tuple',
  frozenset: 'frozenset',
};

const NUMERIC = ['bool', 'int', 'float', 'complex'];

/** The type of what folds to a constant (Python/ast_opt.c), as far as its operators tell; else null. */
function constantType(e: Expr): string | null {
  switch (e.kind) {
    case 'Constant':
      return TYPE_NAMES[e.value.t];
    case 'Tuple':
      return e.elts.every(elt => constantType(elt) !== null) ? 'tuple' : null;
    case 'UnaryOp': {
      const type = constantType(e.operand);
      if (type === null || e.op === 'Not') return type === null ? null : 'bool';
      return NUMERIC.includes(type) ? (type === 'bool' ? 'int' : type) : null;
    }
    case 'BinOp': {
      const left = NUMERIC.indexOf(constantType(e.left) ?? '');
      const right = NUMERIC.indexOf(constantType(e.right) ?? '');
      if (left < 0 || right < 0) return null;
      return NUMERIC[Math.max(left, right, e.op === 'Div' ? 2 : 1)]!;
    }
  }
  return null;
}
