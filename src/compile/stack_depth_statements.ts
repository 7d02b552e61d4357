/** Depth of the stack in statements (compile.c, compiler_visit_stmt and neighbours). */
import type {
  AnnAssign,
  AsyncFor,
  AsyncWith,
  AugAssign,
  Expr,
  For,
  Return,
  Stmt,
  Try,
  TryStar,
  While,
  With,
} from '../syntax/ast.ts';
import { CO_FUTURE_ANNOTATIONS } from './future.ts';
import type { Label, OpenBlock, StackDepth } from './stack_depth.ts';
import { classStatement, functionStatement, typeAlias } from './stack_depth_definitions.ts';
import { vanishes } from './stack_depth_calls.ts';
import { expr, exprs, jumpIf, nextAwaited, sliceBounds, yieldFrom } from './stack_depth_expressions.ts';
import { matchStatement } from './stack_depth_patterns.ts';

/** What cannot be reached counts for nothing. */
export function statements(d: StackDepth, body: Stmt[]): void {
  for (const s of body) if (d.reached) statement(d, s);
}

function statement(d: StackDepth, s: Stmt): void {
  switch (s.kind) {
    case 'Expr':
      if (vanishes(s.value) && !(d.program.interactive && d.kind === 'module')) break;
      expr(d, s.value);
      d.pop();
      break;
    case 'Assign':
      expr(d, s.value);
      s.targets.forEach((target, i) => {
        if (i < s.targets.length - 1) d.push();
        expr(d, target);
      });
      break;
    case 'AugAssign':
      augAssign(d, s);
      break;
    case 'AnnAssign':
      annAssign(d, s);
      break;
    case 'Delete':
      exprs(d, s.targets);
      break;
    case 'If': {
      const orelse = d.label();
      const end = d.label();
      jumpIf(d, s.test, orelse, false);
      statements(d, s.body);
      d.jump(end);
      d.here(orelse);
      statements(d, s.orelse);
      d.here(end);
      break;
    }
    case 'While':
      whileStatement(d, s);
      break;
    case 'For':
    case 'AsyncFor':
      forStatement(d, s);
      break;
    case 'Return':
      returnStatement(d, s);
      break;
    case 'Break':
    case 'Continue':
      loopJump(d, s.kind === 'Break');
      break;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      functionStatement(d, s);
      break;
    case 'ClassDef':
      classStatement(d, s);
      break;
    case 'TypeAlias':
      typeAlias(d, s);
      break;
    case 'Try':
      if (s.finalbody.length > 0) finallyStatement(d, s, tryExcept);
      else tryExcept(d, s);
      break;
    case 'TryStar':
      if (s.finalbody.length > 0) finallyStatement(d, s, tryStar);
      else tryStar(d, s);
      break;
    case 'With':
    case 'AsyncWith':
      withItem(d, s, 0);
      break;
    case 'Match':
      matchStatement(d, s);
      break;
    case 'Raise':
      exprs(d, [s.exc, s.cause]);
      d.leave();
      break;
    case 'Assert': {
      const end = d.label();
      jumpIf(d, s.test, end, true);
      d.push();
      if (s.msg !== null) expr(d, s.msg);
      d.leave();
      d.here(end);
      break;
    }
    case 'Import':
    case 'ImportFrom':
      // The level and the names; then the module and one of its attributes.
      d.touch(2);
      break;
    case 'Global':
    case 'Nonlocal':
    case 'Pass':
      break;
  }
}

// ---- assignments

function augAssign(d: StackDepth, s: AugAssign): void {
  const { target } = s;
  // The operands of the store stay below the value.
  let kept = 0;
  if (target.kind === 'Attribute') {
    expr(d, target.value);
    kept = 1;
  } else if (target.kind === 'Subscript') {
    expr(d, target.value);
    const { slice } = target;
    kept = 2;
    if (slice.kind === 'Slice' && slice.step === null) {
      sliceBounds(d, slice.lower, slice.upper);
      kept = 3;
    } else expr(d, slice);
  }
  d.push(Math.max(kept, 1));
  if (kept > 1) d.op(kept, 1);
  expr(d, s.value);
  d.op(2, 1);
  d.pop(kept + 1);
}

function annAssign(d: StackDepth, s: AnnAssign): void {
  const { target } = s;
  const isText = (d.program.future & CO_FUTURE_ANNOTATIONS) !== 0;
  const isEvaluated = d.kind !== 'function';
  if (s.value !== null) {
    expr(d, s.value);
    expr(d, target);
  }
  if (target.kind === 'Name') {
    if (s.simple && isEvaluated) {
      // __annotations__[name] = annotation
      if (isText) d.push();
      else expr(d, s.annotation);
      d.push(2);
      d.pop(3);
    }
  } else if (s.value === null) {
    if (target.kind === 'Attribute') evaluate(d, target.value);
    else if (target.kind === 'Subscript') {
      evaluate(d, target.value);
      evaluateIndex(d, target.slice);
    }
  }
  if (!s.simple && isEvaluated && !isText) evaluate(d, s.annotation);
}

/** check_ann_expr */
function evaluate(d: StackDepth, e: Expr): void {
  expr(d, e);
  d.pop();
}

/** check_ann_subscr */
function evaluateIndex(d: StackDepth, e: Expr): void {
  if (e.kind === 'Slice') {
    for (const part of [e.lower, e.upper, e.step]) if (part !== null) evaluate(d, part);
  } else if (e.kind === 'Tuple') for (const part of e.elts) evaluateIndex(d, part);
  else evaluate(d, e);
}

// ---- loops and jumps

function within(d: StackDepth, block: OpenBlock, body: () => void): void {
  d.blocks.push(block);
  body();
  d.blocks.pop();
}

function whileStatement(d: StackDepth, s: While): void {
  const orelse = d.label();
  const end = d.label();
  jumpIf(d, s.test, orelse, false);
  within(d, { unwind: () => {}, end }, () => statements(d, s.body));
  d.leave();
  d.here(orelse);
  statements(d, s.orelse);
  d.here(end);
}

function forStatement(d: StackDepth, s: For | AsyncFor): void {
  const end = d.label();
  expr(d, s.iter);
  const below = d.depth - 1;
  if (s.kind === 'For') d.push();
  else nextAwaited(d);
  within(d, { unwind: () => d.pop(), end }, () => {
    expr(d, s.target);
    statements(d, s.body);
  });
  d.depth = below;
  statements(d, s.orelse);
  d.here(end);
}

/** compiler_unwind_fblock_stack: leaves the open blocks, with `toLoop` those inside the innermost loop, which is the answer. */
function unwind(d: StackDepth, value: boolean, toLoop: boolean): OpenBlock | null {
  const open = d.blocks;
  let i = open.length - 1;
  for (; i >= 0 && !(toLoop && open[i].end !== null); i--) {
    d.blocks = open.slice(0, i);
    open[i].unwind(value);
  }
  d.blocks = open;
  return i < 0 ? null : open[i];
}

function returnStatement(d: StackDepth, s: Return): void {
  // A constant is returned by RETURN_CONST.
  const value = s.value !== null && s.value.kind !== 'Constant';
  if (value) expr(d, s.value!);
  unwind(d, value, false);
  d.leave();
}

function loopJump(d: StackDepth, isBreak: boolean): void {
  const loop = unwind(d, false, true)!;
  if (isBreak) {
    loop.unwind(false);
    d.branch(loop.end!);
  }
  d.leave();
}

// ---- try

const NOTHING: OpenBlock = { unwind: () => {}, end: null };

/** The end of a handler: the exception is raised again (POP_EXCEPT_AND_RERAISE). */
function reraise(d: StackDepth, cleanup: Label): void {
  d.leave();
  d.here(cleanup);
  d.touch(1);
  d.leave();
}

/** An exception arrives: guarded by a cleanup of its own, the one handled before is put below it (PUSH_EXC_INFO). */
function handle(d: StackDepth, handler: Label): Label {
  d.leave();
  d.here(handler);
  const cleanup = d.guard(2);
  d.push();
  return cleanup;
}

function finallyStatement<T extends Try | TryStar>(d: StackDepth, s: T, inner: (d: StackDepth, s: T) => void): void {
  const exit = d.label();
  const handler = d.guard(1);
  const leave = (value: boolean): void => {
    // The return value waits below what the finally part does.
    if (value) d.blocks = [...d.blocks, { unwind: () => d.pop(), end: null }];
    statements(d, s.finalbody);
  };
  within(d, { unwind: leave, end: null }, () => {
    if (s.handlers.length > 0) inner(d, s);
    else statements(d, s.body);
  });
  statements(d, s.finalbody);
  d.jump(exit);
  const cleanup = handle(d, handler);
  within(d, { unwind: () => d.pop(2), end: null }, () => statements(d, s.finalbody));
  reraise(d, cleanup);
  d.here(exit);
}

/** The body of a handler; when it has a name, that is unbound however the body ends. */
function handlerBody(d: StackDepth, name: string | null, body: Stmt[], unwound: number): Label {
  const unbind = (): void => d.touch(name === null ? 0 : 1);
  const failed = d.label();
  if (name !== null || unwound === 0) d.branch(failed, 2);
  const leave = (): void => {
    d.pop(unwound);
    unbind();
  };
  within(d, { unwind: leave, end: null }, () => statements(d, body));
  leave();
  return failed;
}

function tryExcept(d: StackDepth, s: Try): void {
  const end = d.label();
  const handler = d.guard(1);
  within(d, NOTHING, () => statements(d, s.body));
  statements(d, s.orelse);
  d.jump(end);
  const cleanup = handle(d, handler);
  for (const h of s.handlers) {
    const next = d.label();
    if (h.type !== null) {
      expr(d, h.type);
      d.pop();
      d.branch(next);
    }
    d.pop();
    const failed = handlerBody(d, h.name, h.body, 1);
    d.jump(end);
    d.here(failed);
    d.touch(1);
    d.leave();
    d.here(next);
  }
  reraise(d, cleanup);
  d.here(end);
}

/** compiler_try_star_except: above the group lie the list of what the clauses raised and what is left of it. */
function tryStar(d: StackDepth, s: TryStar): void {
  const orelse = d.label();
  const end = d.label();
  const handler = d.guard(1);
  within(d, NOTHING, () => statements(d, s.body));
  d.jump(orelse);
  const cleanup = handle(d, handler);
  d.push(2);
  for (const h of s.handlers) {
    const next = { depth: d.depth };
    expr(d, h.type!);
    d.touch(1);
    d.pop();
    const failed = handlerBody(d, h.name, h.body, 0);
    d.here(failed);
    d.touch(h.name === null ? 0 : 1);
    d.leave();
    d.here(next);
  }
  // The exception to be raised, if any.
  d.op(3, 1);
  d.touch(1);
  d.pop(2);
  d.branch(end);
  reraise(d, cleanup);
  d.here(orelse);
  statements(d, s.orelse);
  d.here(end);
}

// ---- with

function withItem(d: StackDepth, s: With | AsyncWith, index: number): void {
  if (index === s.items.length) return statements(d, s.body);
  const isAsync = s.kind === 'AsyncWith';
  const exit = d.label();
  const leave = (): void => {
    // __exit__(None, None, None)
    d.touch(3);
    if (isAsync) yieldFrom(d);
    d.pop();
  };
  const { context_expr: manager, optional_vars: target } = s.items[index];
  expr(d, manager);
  d.push();
  if (isAsync) yieldFrom(d);
  const handler = d.guard(1);
  within(d, { unwind: leave, end: null }, () => {
    if (target === null) d.pop();
    else expr(d, target);
    withItem(d, s, index + 1);
  });
  leave();
  d.jump(exit);
  const cleanup = handle(d, handler);
  d.push();
  if (isAsync) yieldFrom(d);
  // Suppressed: __exit__, the offset, the exceptions and the answer go.
  d.pop(5);
  d.branch(exit);
  reraise(d, cleanup);
  d.here(exit);
}
