/** `yield`, `yield from`, `await`, `async for`, `async with`, and the body of a generator expression. */
import type {
  AsyncFor,
  AsyncWith,
  Await,
  Expr,
  GeneratorExp,
  Position,
  WithItem,
  Yield,
  YieldFrom,
} from '../syntax/ast.ts';
import { storeTarget } from './assignments.ts';
import { jumpIf } from './conditions.ts';
import { cleanupText, runManaged, tryRegion } from './exceptions.ts';
import { expr } from './expressions.ts';
import { copyFlow, mergeFlow, type Flow } from './flow.ts';
import { enterLoop, getIter, hold, iterate, releaseHeld } from './loops.ts';
import { ownedOperand, type Operand } from './operands.ts';
import { emitStatements } from './statements.ts';
import type { Block, Unit } from './unit.ts';

/** `target` gets what is sent in; the temporaries on the stack are read back from their slots. */
function emitYield(u: Unit, before: string, target: string, value: string, after: string): void {
  if (u.excLabels.length > 1 || u.stack.some(o => o.slot === null && o.temp)) u.isResumable = false;
  u.emit(`${before}${target} = yield ${value};${after}`);
  for (const o of u.stack) if (o.temp && o.slot !== null) u.emit(`${o.js} = ${o.slot};`);
}

/** Suspends the generator with a value (used up); the operand is what is sent in. */
function suspend(u: Unit, value: Operand, node: Position): Operand {
  u.raising(node);
  const v = u.take(value);
  const r = u.result();
  const wrapped = u.isCoroutine && u.scope.generator ? `$asyncGenWrap(${v})` : v;
  emitYield(u, `g.at = ${u.position(node)}; `, r.js, wrapped, '');
  // Null is sent in when an exception is thrown at the generator.
  u.done(value);
  u.knownP = -1;
  u.at(node);
  u.emit(u.checkText(r.js));
  u.emit(`if ($BRK[0] !== 0) $pollHolding(${r.js});`);
  return r;
}

export function yieldExpr(u: Unit, e: Yield): Operand {
  return suspend(u, e.value === null ? u.constant({ t: 'None' }) : expr(u, e.value), e);
}

/** Hands everything over to the iterator in `it` (held) until it ends; the operand is its return value. */
function delegate(u: Unit, it: Operand, node: Position): Operand {
  const r = u.result();
  const label = u.label('D');
  u.emit(`${r.js} = $None;`);
  u.emit(`${label}: for (;;) {`);
  u.join();
  u.raising(node);
  u.flags.add('x');
  u.emit(`x = $send(${it.js}, ${r.js});`);
  u.emit(`if (x === null) { ${r.js} = $S.result; break; }`);
  u.emit(`g.at = ${u.position(node)}; g.yf = ${it.js};`);
  emitYield(u, '', r.js, 'x', ' g.yf = null;');
  u.emit(`if (${r.js} === null) { P = ${u.position(node)}; ${r.js} = $cleanupThrow(); ${u.checkText(r.js)} break; }`);
  u.emit('}');
  u.join();
  return r;
}

export function yieldFrom(u: Unit, e: YieldFrom): Operand {
  const o = expr(u, e.value);
  u.raising(e);
  const v = u.take(o);
  const it = u.result();
  u.emit(`${it.js} = $getYieldFromIter(${v}, ${u.isCoroutine});`);
  u.done(o);
  return finishDelegate(u, it, e);
}

function finishDelegate(u: Unit, it: Operand, node: Position): Operand {
  hold(u, it);
  const r = delegate(u, it, node);
  u.pop(it);
  releaseHeld(u, it);
  return r;
}

/** Awaits an operand (used up). `how` names where the awaitable comes from, for errors. */
export function awaitOperand(
  u: Unit,
  o: Operand,
  node: Position,
  how: 'await' | 'aenter' | 'aexit' = 'await',
): Operand {
  u.raising(node);
  const v = u.take(o);
  const it = u.result();
  u.emit(`${it.js} = $getAwaitable(${v}, '${how}');`);
  u.done(o);
  return finishDelegate(u, it, node);
}

export function awaitExpr(u: Unit, e: Await): Operand {
  return awaitOperand(u, expr(u, e.value), e);
}

// ---- async for

/** A loop over the held asynchronous iterator `it` (see loops.ts `iterate`). */
export function asyncIterate(
  u: Unit,
  it: Operand,
  iter: Expr,
  node: Position,
  label: string,
  changed: object,
  body: (item: Operand) => void,
): void {
  enterLoop(u, changed);
  const after = copyFlow(u.flow);
  u.emit(`${label}: for (;; $BRK[0] !== 0 && (P = ${u.position(iter)}, $poll())) {`);
  const item = u.temp();
  const base = u.stack.length;
  const region = tryRegion(u, () => {
    u.raising(node);
    const awaitable = ownedOperand(u.temp());
    u.emit(`${awaitable.js} = $getAnext(${it.js});`);
    hold(u, awaitable);
    const value = delegate(u, awaitable, node);
    u.pop(awaitable);
    releaseHeld(u, awaitable);
    u.emit(`${item} = ${value.js};`);
    u.done(value);
  });
  u.emit(`E = $caught(E, I, g.depth, P);${cleanupText(u, region.slots, base)}`);
  u.emit(`if (!$isStopAsyncIteration(E)) { P = 0; ${u.raiseText('E')} }`);
  u.emit(`$drop(E); break ${label};`);
  u.emit('}');
  u.join();
  body(ownedOperand(item));
  u.emit('}');
  u.join();
  u.flow = after;
  releaseHeld(u, it);
}

export function asyncForStatement(u: Unit, s: AsyncFor): void {
  const iterable = expr(u, s.iter);
  u.raising(s);
  const v = u.take(iterable);
  const it = u.result();
  u.emit(`${it.js} = $getAiter(${v});`);
  u.done(iterable);
  hold(u, it);
  const outer = u.label('F');
  const inner = u.label('W');
  u.emit(`${outer}: {`);
  const block: Block = {
    kind: 'loop',
    breakLabel: outer,
    continueLabel: inner,
    breaks: [],
    leave: jump => {
      if (jump.kind !== 'continue' || u.blocks[jump.target] !== block) releaseHeld(u, it);
      return false;
    },
  };
  u.blocks.push(block);
  asyncIterate(u, it, s.iter, s, inner, [s.target, s.body], item => {
    storeTarget(u, s.target, item);
    emitStatements(u, s.body);
  });
  u.blocks.pop();
  u.pop(it);
  emitStatements(u, s.orelse);
  u.emit('}');
  let flow: Flow | null = u.flow;
  for (const f of block.breaks) flow = mergeFlow(flow, f);
  u.flow = flow;
  u.join();
}

// ---- async with

export function asyncWithStatement(u: Unit, s: AsyncWith): void {
  asyncWithItem(u, s, 0);
}

function asyncWithItem(u: Unit, s: AsyncWith, index: number): void {
  if (index === s.items.length) {
    emitStatements(u, s.body);
    return;
  }
  const item: WithItem = s.items[index];
  const where: Position = s;
  const manager = expr(u, item.context_expr);
  u.raising(where);
  const m = u.take(manager);
  const exit = u.result();
  const awaitable = u.result();
  u.emit(`${exit.js} = $beforeAsyncWith(${m}); ${awaitable.js} = $S.result;`);
  u.done(manager);
  hold(u, exit);
  const entered = awaitOperand(u, awaitable, where, 'aenter');
  runManaged(u, where, exit, entered, item, () => asyncWithItem(u, s, index + 1), [s.body, s.items.slice(index)], {
    onRaise: (exitSlot, exc) => {
      u.raising(where);
      const r = ownedOperand(u.temp());
      u.emit(`${r.js} = $withExceptStartAsync(${exitSlot}, ${exc});`);
      const result = awaitOperand(u, r, where, 'aexit');
      u.emit(`x = $isTrue_O(${result.js}); ${u.checkText('x')}`);
      u.done(result);
    },
    onEnd: exitSlot => {
      const r = ownedOperand(u.temp());
      u.emit(`y = ${exitSlot}; ${exitSlot} = null; ${r.js} = $withExitAsync(y);`);
      u.release(awaitOperand(u, r, where, 'aexit'));
    },
  });
  u.pop(exit);
}

// ---- generator expressions

/** The body of a generator expression: `for` clauses around a `yield`. */
export function generatorBody(u: Unit, e: GeneratorExp): void {
  const first = ownedOperand(u.temp());
  u.emit(`++(${first.js} = ${u.localVar('.0')}).rc;`);
  clause(u, e, 0, first);
}

function clause(u: Unit, e: GeneratorExp, index: number, it: Operand): void {
  const g = e.generators[index];
  hold(u, it);
  const label = u.label('W');
  const changed = [g.target, g.ifs, e.generators.slice(index + 1), e.elt];
  const round = (item: Operand): void => {
    storeTarget(u, g.target, item);
    const skip = u.label('J');
    u.emit(`${skip}: {`);
    let skipped: Flow | null = null;
    for (const test of g.ifs) if (u.flow !== null) skipped = mergeFlow(skipped, jumpIf(u, test, false, skip));
    if (u.flow !== null) {
      if (index + 1 < e.generators.length) inner(u, e, index + 1);
      else u.release(suspend(u, expr(u, e.elt), e.elt));
    }
    u.emit('}');
    u.flow = mergeFlow(skipped, copyFlow(u.flow));
    u.join();
  };
  if (g.is_async) asyncIterate(u, it, g.iter, e, label, changed, round);
  else iterate(u, it, g.iter, e, label, changed, round);
  u.pop(it);
}

function inner(u: Unit, e: GeneratorExp, index: number): void {
  const g = e.generators[index];
  const iterable = expr(u, g.iter);
  if (!g.is_async) {
    clause(u, e, index, getIter(u, iterable, e));
    return;
  }
  u.raising(e);
  const v = u.take(iterable);
  const it = u.result();
  u.emit(`${it.js} = $getAiter(${v});`);
  u.done(iterable);
  clause(u, e, index, it);
}
