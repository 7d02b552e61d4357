/** Depth of the stack in expressions (compile.c, compiler_visit_expr and neighbours). */
import type { BoolOp, CmpOperator, Compare, DictComp, Expr, GeneratorExp, ListComp, SetComp } from '../syntax/ast.ts';
import { constantTruth } from './fold_constants.ts';
import { DEF_FREE_CLASS, DEF_LOCAL, DEF_NONLOCAL, FREE, type ScopeEntry } from './scope.ts';
import type { Label, StackDepth } from './stack_depth.ts';
import { call, dict, display, isSuper, joined, pushSuper } from './stack_depth_calls.ts';
import { defaults } from './stack_depth_definitions.ts';

export function exprs(d: StackDepth, list: (Expr | null)[]): void {
  for (const e of list) if (e !== null) expr(d, e);
}

/** One expression: in Load context it leaves one value, in Store context it takes one. */
export function expr(d: StackDepth, e: Expr): void {
  switch (e.kind) {
    case 'Constant':
      d.push();
      break;
    case 'Name':
      if (e.ctx === 'Load') d.push();
      else if (e.ctx === 'Store') d.pop();
      break;
    case 'Attribute':
      if (isSuper(d, e)) d.op(pushSuper(d, e), 1);
      else {
        expr(d, e.value);
        if (e.ctx !== 'Load') d.pop(e.ctx === 'Store' ? 2 : 1);
      }
      break;
    case 'Subscript':
      expr(d, e.value);
      if (e.slice.kind === 'Slice' && e.slice.step === null && e.ctx !== 'Del') {
        sliceBounds(d, e.slice.lower, e.slice.upper);
        d.op(3, 1);
      } else {
        expr(d, e.slice);
        d.op(2, 1);
      }
      if (e.ctx !== 'Load') d.pop(e.ctx === 'Store' ? 2 : 1);
      break;
    case 'Slice':
      sliceBounds(d, e.lower, e.upper);
      if (e.step !== null) expr(d, e.step);
      d.op(e.step === null ? 2 : 3, 1);
      break;
    case 'Call':
      call(d, e);
      break;
    case 'BinOp':
      expr(d, e.left);
      expr(d, e.right);
      d.op(2, 1);
      break;
    case 'UnaryOp':
      expr(d, e.operand);
      break;
    case 'Compare':
      compare(d, e);
      break;
    case 'BoolOp':
      boolOp(d, e);
      break;
    case 'IfExp': {
      const next = d.label();
      const end = d.label();
      jumpIf(d, e.test, next, false);
      expr(d, e.body);
      d.jump(end);
      d.here(next);
      expr(d, e.orelse);
      d.here(end);
      break;
    }
    case 'NamedExpr':
      expr(d, e.value);
      d.push();
      expr(d, e.target);
      break;
    case 'Tuple':
    case 'List':
      if (e.ctx === 'Load') display(d, e.elts, 0, e.kind === 'Tuple');
      else if (e.ctx === 'Store') unpack(d, e.elts);
      else exprs(d, e.elts);
      break;
    case 'Starred':
      expr(d, e.value);
      break;
    case 'Set':
      display(d, e.elts, 0, false);
      break;
    case 'Dict':
      dict(d, e.keys, e.values);
      break;
    case 'JoinedStr':
      joined(d, e.values);
      break;
    case 'FormattedValue':
      expr(d, e.value);
      if (e.format_spec !== null) {
        expr(d, e.format_spec);
        d.pop();
      }
      break;
    case 'Lambda':
      makeFunction(d, d.program.table.blocks.get(e)!, defaults(d, e.args));
      break;
    case 'GeneratorExp':
      // The function and the outermost iterator, its only argument.
      makeFunction(d, d.program.table.blocks.get(e)!, 0);
      expr(d, e.generators[0].iter);
      d.pop();
      break;
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
      comprehension(d, e);
      break;
    case 'Yield':
      if (e.value === null) d.push();
      else expr(d, e.value);
      break;
    case 'Await':
    case 'YieldFrom':
      expr(d, e.value);
      yieldFrom(d);
      break;
  }
}

export function sliceBounds(d: StackDepth, lower: Expr | null, upper: Expr | null): void {
  for (const bound of [lower, upper])
    if (bound === null) d.push();
    else expr(d, bound);
}

/** UNPACK_SEQUENCE or UNPACK_EX, then the targets (assignment_helper). */
function unpack(d: StackDepth, elts: Expr[]): void {
  d.op(1, elts.length);
  exprs(d, elts);
}

/** What is awaited lies on the stack: the value sent goes above it, an exception thrown in above both (ADD_YIELD_FROM). */
export function yieldFrom(d: StackDepth): void {
  d.touch(2);
}

// ---- tests

/** compiler_jump_if: to `to` when the truth of `e` is `when`. */
export function jumpIf(d: StackDepth, e: Expr, to: Label, when: boolean): void {
  switch (e.kind) {
    case 'Constant':
      if (constantTruth(e.value) === when) d.jump(to);
      return;
    case 'UnaryOp':
      if (e.op === 'Not') return jumpIf(d, e.operand, to, !when);
      break;
    case 'BoolOp': {
      const deciding = e.op === 'Or';
      const next = deciding === when ? to : d.label();
      const last = e.values.length - 1;
      for (let i = 0; i < last; i++) jumpIf(d, e.values[i], next, deciding);
      jumpIf(d, e.values[last], to, when);
      if (next !== to) d.here(next);
      return;
    }
    case 'IfExp': {
      const next = d.label();
      const end = d.label();
      jumpIf(d, e.test, next, false);
      jumpIf(d, e.body, to, when);
      d.jump(end);
      d.here(next);
      jumpIf(d, e.orelse, to, when);
      d.here(end);
      return;
    }
    case 'Compare': {
      const last = e.ops.length - 1;
      const cleanup = d.label();
      const end = d.label();
      expr(d, e.left);
      for (let i = 0; i < last; i++) {
        expr(d, e.comparators[i]);
        d.touch(1);
        d.pop();
        d.branch(cleanup);
      }
      // `x is None` and the jump become one instruction, which needs no None.
      if (!isNone(e.ops[last], e.comparators[last])) {
        expr(d, e.comparators[last]);
        d.pop();
      }
      d.pop();
      d.branch(to);
      if (last === 0) return;
      d.jump(end);
      d.here(cleanup);
      d.pop();
      if (!when) d.jump(to);
      d.here(end);
      return;
    }
    default:
      break;
  }
  expr(d, e);
  d.pop();
  d.branch(to);
}

function isNone(op: CmpOperator, e: Expr): boolean {
  return (op === 'Is' || op === 'IsNot') && e.kind === 'Constant' && e.value.t === 'None';
}

function compare(d: StackDepth, e: Compare): void {
  const last = e.ops.length - 1;
  const cleanup = d.label();
  expr(d, e.left);
  for (let i = 0; i < last; i++) {
    // The middle operand, its copy for the comparison, and a copy of the result for the jump.
    expr(d, e.comparators[i]);
    d.touch(1);
    d.branch(cleanup);
    d.pop();
  }
  expr(d, e.comparators[last]);
  d.pop();
  if (last === 0) return;
  const end = d.label();
  d.jump(end);
  d.here(cleanup);
  d.pop();
  d.here(end);
}

function boolOp(d: StackDepth, e: BoolOp): void {
  const end = d.label();
  const last = e.values.length - 1;
  e.values.forEach((value, i) => {
    expr(d, value);
    if (i === last) return;
    if (value.kind === 'Constant') {
      if (constantTruth(value.value) === (e.op === 'Or')) d.jump(end);
    } else {
      d.touch(1);
      d.branch(end);
    }
    d.pop();
  });
  d.here(end);
}

// ---- functions and comprehensions

/** Number of free variables of a block's code (dictbytype). */
function freeVariables(entry: ScopeEntry): number {
  let count = 0;
  for (const [name, flags] of entry.symbols) if (entry.scope(name) === FREE || (flags & DEF_FREE_CLASS) !== 0) count++;
  return count;
}

/** The closure, the code and MAKE_FUNCTION over `parts` operands: defaults, annotations (compiler_make_closure). */
export function makeFunction(d: StackDepth, entry: ScopeEntry, parts: number): void {
  const free = freeVariables(entry);
  if (free > 0) {
    d.push(free);
    d.op(free, 1);
  }
  d.push();
  d.op(parts + (free > 0 ? 2 : 1), 1);
}

/**
 * An inlined comprehension: the outer values of its variables wait below the result (push_inlined_comprehension_state).
 * In a class body, those of every name it mentions do.
 */
function comprehension(d: StackDepth, e: ListComp | SetComp | DictComp): void {
  const { symbols } = d.program.table.blocks.get(e)!;
  const all = d.scope.type === 'class' && d.comprehensions === 0;
  let saved = all ? symbols.size : 0;
  if (!all) for (const flags of symbols.values()) if ((flags & (DEF_LOCAL | DEF_NONLOCAL)) === DEF_LOCAL) saved++;
  expr(d, e.generators[0].iter);
  d.comprehensions++;
  d.push(saved + 1);
  clause(d, e, 0);
  d.pop(saved);
  d.comprehensions--;
}

/** compiler_comprehension_generator; the outermost iterable is on the stack. */
export function clause(d: StackDepth, e: ListComp | SetComp | DictComp | GeneratorExp, index: number): void {
  const g = e.generators[index];
  const single = index > 0 && !g.is_async ? singleElement(g.iter) : null;
  if (index > 0) expr(d, single ?? g.iter);
  const below = d.depth - 1;
  if (g.is_async) nextAwaited(d);
  else if (single === null) d.push();
  expr(d, g.target);
  const skip = d.label();
  for (const test of g.ifs) jumpIf(d, test, skip, false);
  if (index + 1 < e.generators.length) clause(d, e, index + 1);
  else if (e.kind === 'DictComp') {
    exprs(d, [e.key, e.value]);
    d.pop(2);
  } else {
    expr(d, e.elt);
    d.pop();
  }
  // Where the iterator is exhausted, or a test skipped the element.
  d.depth = below;
}

/** `for x in [value]` assigns. */
function singleElement(iter: Expr): Expr | null {
  const isDisplay = iter.kind === 'Tuple' || iter.kind === 'List';
  return isDisplay && iter.elts.length === 1 && iter.elts[0].kind !== 'Starred' ? iter.elts[0] : null;
}

/** The next value of an asynchronous iterator, awaited. */
export function nextAwaited(d: StackDepth): void {
  d.push();
  yieldFrom(d);
}
