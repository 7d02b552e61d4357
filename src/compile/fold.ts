/** Constant folding on the tree, in place (Python/ast_opt.c). */
import type {
  CmpOperator,
  Comprehension,
  Constant,
  ConstantExpr,
  Expr,
  FormattedValue,
  Mod,
  Pattern,
  Position,
  Stmt,
  TypeParam,
  Arguments,
} from '../syntax/ast.ts';
import { constantKey, foldBinary, foldSubscript, foldUnary } from './fold_constants.ts';

const NEGATED: Partial<Record<CmpOperator, CmpOperator>> = { In: 'NotIn', NotIn: 'In', Is: 'IsNot', IsNot: 'Is' };

/** Folds constants of a whole program. With `futureAnnotations`, annotations stay as written (they become text). */
export function foldConstants(mod: Mod, futureAnnotations: boolean): void {
  const folder = new Folder(futureAnnotations);
  if (mod.kind === 'Expression') mod.body = folder.expr(mod.body);
  else folder.stmts(mod.body);
}

function constant(at: Position, value: Constant): ConstantExpr {
  const { lineno, col_offset, end_lineno, end_col_offset } = at;
  return { kind: 'Constant', value, u_prefix: false, lineno, col_offset, end_lineno, end_col_offset };
}

/** The values when every element is a constant. */
function constantElements(elts: Expr[]): Constant[] | null {
  const values: Constant[] = [];
  for (const e of elts) {
    if (e.kind !== 'Constant') return null;
    values.push(e.value);
  }
  return values;
}

class Folder {
  constructor(private readonly futureAnnotations: boolean) {}

  stmts(body: Stmt[]): void {
    for (const s of body) this.stmt(s);
  }

  private exprs(list: Expr[]): void {
    for (let i = 0; i < list.length; i++) list[i] = this.expr(list[i]);
  }

  private optional(e: Expr | null): Expr | null {
    return e === null ? null : this.expr(e);
  }

  private annotation(e: Expr | null): Expr | null {
    return e === null || this.futureAnnotations ? e : this.expr(e);
  }

  private arguments(args: Arguments): void {
    const all = [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg];
    for (const a of all) if (a !== null) a.annotation = this.annotation(a.annotation);
    this.exprs(args.defaults);
    for (let i = 0; i < args.kw_defaults.length; i++) args.kw_defaults[i] = this.optional(args.kw_defaults[i]);
  }

  private typeParams(params: TypeParam[]): void {
    for (const p of params) if (p.kind === 'TypeVar') p.bound = this.optional(p.bound);
  }

  private stmt(s: Stmt): void {
    switch (s.kind) {
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        this.typeParams(s.type_params);
        this.arguments(s.args);
        this.stmts(s.body);
        this.exprs(s.decorator_list);
        s.returns = this.annotation(s.returns);
        break;
      case 'ClassDef':
        this.typeParams(s.type_params);
        this.exprs(s.bases);
        for (const k of s.keywords) k.value = this.expr(k.value);
        this.stmts(s.body);
        this.exprs(s.decorator_list);
        break;
      case 'TypeAlias':
        this.typeParams(s.type_params);
        s.value = this.expr(s.value);
        break;
      case 'Return':
        s.value = this.optional(s.value);
        break;
      case 'Delete':
        this.exprs(s.targets);
        break;
      case 'Assign':
        this.exprs(s.targets);
        s.value = this.expr(s.value);
        break;
      case 'AugAssign':
        s.target = this.expr(s.target);
        s.value = this.expr(s.value);
        break;
      case 'AnnAssign':
        s.target = this.expr(s.target);
        s.annotation = this.annotation(s.annotation)!;
        s.value = this.optional(s.value);
        break;
      case 'For':
      case 'AsyncFor':
        s.target = this.expr(s.target);
        s.iter = s.kind === 'For' ? foldIter(this.expr(s.iter)) : this.expr(s.iter);
        this.stmts(s.body);
        this.stmts(s.orelse);
        break;
      case 'While':
      case 'If':
        s.test = this.expr(s.test);
        this.stmts(s.body);
        this.stmts(s.orelse);
        break;
      case 'With':
      case 'AsyncWith':
        for (const item of s.items) {
          item.context_expr = this.expr(item.context_expr);
          item.optional_vars = this.optional(item.optional_vars);
        }
        this.stmts(s.body);
        break;
      case 'Raise':
        s.exc = this.optional(s.exc);
        s.cause = this.optional(s.cause);
        break;
      case 'Try':
      case 'TryStar':
        this.stmts(s.body);
        for (const h of s.handlers) {
          h.type = this.optional(h.type);
          this.stmts(h.body);
        }
        this.stmts(s.orelse);
        this.stmts(s.finalbody);
        break;
      case 'Assert':
        s.test = this.expr(s.test);
        s.msg = this.optional(s.msg);
        break;
      case 'Expr':
        s.value = this.expr(s.value);
        break;
      case 'Match':
        s.subject = this.expr(s.subject);
        for (const c of s.cases) {
          this.pattern(c.pattern);
          c.guard = this.optional(c.guard);
          this.stmts(c.body);
        }
        break;
      default:
        break;
    }
  }

  private pattern(p: Pattern): void {
    switch (p.kind) {
      case 'MatchValue':
        p.value = this.expr(p.value);
        break;
      case 'MatchSequence':
      case 'MatchOr':
        for (const q of p.patterns) this.pattern(q);
        break;
      case 'MatchMapping':
        this.exprs(p.keys);
        for (const q of p.patterns) this.pattern(q);
        break;
      case 'MatchClass':
        p.cls = this.expr(p.cls);
        for (const q of p.patterns) this.pattern(q);
        for (const q of p.kwd_patterns) this.pattern(q);
        break;
      case 'MatchAs':
        if (p.pattern !== null) this.pattern(p.pattern);
        break;
      default:
        break;
    }
  }

  private comprehensions(generators: Comprehension[]): void {
    for (const g of generators) {
      g.target = this.expr(g.target);
      g.iter = foldIter(this.expr(g.iter));
      this.exprs(g.ifs);
    }
  }

  expr(e: Expr): Expr {
    switch (e.kind) {
      case 'BoolOp':
        this.exprs(e.values);
        return e;
      case 'BinOp': {
        e.left = this.expr(e.left);
        e.right = this.expr(e.right);
        if (e.op === 'Mod' && e.left.kind === 'Constant' && e.left.value.t === 'str')
          return e.right.kind === 'Tuple' ? (foldFormat(e.left, e.right.elts, e) ?? e) : e;
        if (e.left.kind !== 'Constant' || e.right.kind !== 'Constant') return e;
        const value = foldBinary(e.op, e.left.value, e.right.value);
        return value === null ? e : constant(e, value);
      }
      case 'UnaryOp': {
        e.operand = this.expr(e.operand);
        const operand = e.operand;
        if (operand.kind === 'Constant') {
          const value = foldUnary(e.op, operand.value);
          return value === null ? e : constant(e, value);
        }
        if (e.op === 'Not' && operand.kind === 'Compare' && operand.ops.length === 1) {
          const negated = NEGATED[operand.ops[0]];
          if (negated !== undefined) {
            const { lineno, col_offset, end_lineno, end_col_offset } = e;
            return { ...operand, ops: [negated], lineno, col_offset, end_lineno, end_col_offset };
          }
        }
        return e;
      }
      case 'Lambda':
        this.arguments(e.args);
        e.body = this.expr(e.body);
        return e;
      case 'IfExp':
        e.test = this.expr(e.test);
        e.body = this.expr(e.body);
        e.orelse = this.expr(e.orelse);
        return e;
      case 'Dict':
        for (let i = 0; i < e.keys.length; i++) e.keys[i] = this.optional(e.keys[i]);
        this.exprs(e.values);
        return e;
      case 'Set':
        this.exprs(e.elts);
        return e;
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        e.elt = this.expr(e.elt);
        this.comprehensions(e.generators);
        return e;
      case 'DictComp':
        e.key = this.expr(e.key);
        e.value = this.expr(e.value);
        this.comprehensions(e.generators);
        return e;
      case 'Await':
      case 'YieldFrom':
        e.value = this.expr(e.value);
        return e;
      case 'Yield':
        e.value = this.optional(e.value);
        return e;
      case 'Compare': {
        e.left = this.expr(e.left);
        this.exprs(e.comparators);
        const last = e.ops.length - 1;
        if (e.ops[last] === 'In' || e.ops[last] === 'NotIn') e.comparators[last] = foldIter(e.comparators[last]);
        return e;
      }
      case 'Call':
        e.func = this.expr(e.func);
        this.exprs(e.args);
        for (const k of e.keywords) k.value = this.expr(k.value);
        return e;
      case 'FormattedValue':
        e.value = this.expr(e.value);
        if (e.format_spec !== null) this.expr(e.format_spec);
        return e;
      case 'JoinedStr':
        this.exprs(e.values);
        return e;
      case 'Attribute':
      case 'Starred':
        e.value = this.expr(e.value);
        return e;
      case 'Subscript': {
        e.value = this.expr(e.value);
        e.slice = this.expr(e.slice);
        if (e.ctx !== 'Load' || e.value.kind !== 'Constant' || e.slice.kind !== 'Constant') return e;
        const value = foldSubscript(e.value.value, e.slice.value);
        return value === null ? e : constant(e, value);
      }
      case 'List':
        this.exprs(e.elts);
        return e;
      case 'Tuple': {
        this.exprs(e.elts);
        const values = e.ctx === 'Load' ? constantElements(e.elts) : null;
        return values === null ? e : constant(e, { t: 'tuple', v: values });
      }
      case 'Slice':
        e.lower = this.optional(e.lower);
        e.upper = this.optional(e.upper);
        e.step = this.optional(e.step);
        return e;
      case 'NamedExpr':
        e.value = this.expr(e.value);
        return e;
      case 'Name':
        return e.ctx === 'Load' && e.id === '__debug__' ? constant(e, { t: 'True' }) : e;
      case 'Constant':
        return e;
    }
  }
}

/** fold_iter: a list that is only iterated over becomes a tuple, a set a frozenset. */
function foldIter(e: Expr): Expr {
  if (e.kind === 'List') {
    if (e.elts.some(x => x.kind === 'Starred')) return e;
    const values = constantElements(e.elts);
    if (values !== null) return constant(e, { t: 'tuple', v: values });
    return { ...e, kind: 'Tuple', ctx: 'Load' };
  }
  if (e.kind === 'Set') {
    const values = constantElements(e.elts);
    if (values === null) return e;
    const unique = new Map(values.map(v => [constantKey(v), v]));
    return constant(e, { t: 'frozenset', v: [...unique.values()] });
  }
  return e;
}

/** optimize_format: `'%s and %r' % (a, b)` becomes an f-string when the template is that simple. */
function foldFormat(template: ConstantExpr, args: Expr[], at: Position): Expr | null {
  if (template.value.t !== 'str' || args.some(a => a.kind === 'Starred')) return null;
  const text = template.value.v;
  const { lineno, col_offset, end_lineno, end_col_offset } = at;
  const position = { lineno, col_offset, end_lineno, end_col_offset };
  const values: Expr[] = [];
  let used = 0;
  let literal = '';
  const flush = (): void => {
    if (literal !== '') values.push(constant(at, { t: 'str', v: literal }));
    literal = '';
  };
  for (let i = 0; i < text.length;) {
    if (text[i] !== '%') {
      literal += text[i++];
      continue;
    }
    if (text[i + 1] === '%') {
      literal += '%';
      i += 2;
      continue;
    }
    const match = /^%(-?)(\d{0,2})(?:\.(\d{1,2}))?([sra])/.exec(text.slice(i));
    if (match === null || used >= args.length) return null;
    const [whole, left, width, precision, conversion] = match;
    if (width.startsWith('0')) return null;
    flush();
    let spec = '';
    if (width !== '') spec += (left === '' ? '>' : '') + width;
    else if (left !== '') return null;
    if (precision !== undefined) spec += `.${precision}`;
    const arg = args[used++];
    const part: FormattedValue = {
      kind: 'FormattedValue',
      value: arg,
      conversion: conversion.charCodeAt(0),
      format_spec:
        spec === '' ? null : { kind: 'JoinedStr', values: [constant(at, { t: 'str', v: spec })], ...position },
      lineno: arg.lineno,
      col_offset: arg.col_offset,
      end_lineno: arg.end_lineno,
      end_col_offset: arg.end_col_offset,
    };
    values.push(part);
    i += whole.length;
  }
  if (used < args.length) return null;
  flush();
  return { kind: 'JoinedStr', values, ...position };
}
