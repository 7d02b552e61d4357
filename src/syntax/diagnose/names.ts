import type { Expr } from '../ast.ts';

const EXPR_NAMES: Partial<Record<Expr['kind'], string>> = {
  Attribute: 'attribute',
  Subscript: 'subscript',
  Starred: 'starred',
  Name: 'name',
  List: 'list',
  Tuple: 'tuple',
  Lambda: 'lambda',
  Call: 'function call',
  BoolOp: 'expression',
  BinOp: 'expression',
  UnaryOp: 'expression',
  GeneratorExp: 'generator expression',
  Yield: 'yield expression',
  YieldFrom: 'yield expression',
  Await: 'await expression',
  ListComp: 'list comprehension',
  SetComp: 'set comprehension',
  DictComp: 'dict comprehension',
  Dict: 'dict literal',
  Set: 'set display',
  JoinedStr: 'f-string expression',
  FormattedValue: 'f-string expression',
  Compare: 'comparison',
  IfExp: 'conditional expression',
  NamedExpr: 'named expression',
};

/** What messages call an expression (`_PyPegen_get_expr_name`). */
export function exprName(e: Expr): string {
  if (e.kind !== 'Constant') return EXPR_NAMES[e.kind]!;
  switch (e.value.t) {
    case 'None':
    case 'True':
    case 'False':
      return e.value.t;
    case 'Ellipsis':
      return 'ellipsis';
    default:
      return 'literal';
  }
}

export type TargetsType = 'star' | 'for' | 'del';

/** The first part of an expression that cannot be a target, or null (`_PyPegen_get_invalid_target`). */
export function invalidTarget(e: Expr, type: TargetsType): Expr | null {
  switch (e.kind) {
    case 'List':
    case 'Tuple':
      for (const elt of e.elts) {
        const found = invalidTarget(elt, type);
        if (found !== null) return found;
      }
      return null;
    case 'Starred':
      return type === 'del' ? e : invalidTarget(e.value, type);
    case 'Compare':
      // `a in b` of `for a in b`
      if (type !== 'for') return e;
      return e.ops[0] === 'In' ? invalidTarget(e.left, type) : null;
    case 'Name':
    case 'Subscript':
    case 'Attribute':
      return null;
    default:
      return e;
  }
}
