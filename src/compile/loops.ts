/** `for` and `while`, and the loops of comprehensions. */
import type { Expr, For, Position, While } from '../syntax/ast.ts';
import { storeTarget } from './assignments.ts';
import { jumpIf } from './conditions.ts';
import { expr } from './expressions.ts';
import { bindings, copyFlow, mergeFlow, type Flow } from './flow.ts';
import { constantTruth } from './fold_constants.ts';
import { emitStatements } from './statements.ts';
import { ownedOperand, type Operand } from './operands.ts';
import type { Block, Unit } from './unit.ts';

/** Forgets at a loop's start what the body may change. */
export function enterLoop(u: Unit, body: object): void {
  const { assigned, deleted } = bindings(body);
  const flow = u.flow!;
  for (const name of deleted) flow.bound.delete(u.mangle(name));
  for (const name of assigned) flow.maybe.add(u.mangle(name));
  u.join();
}

/** The check of the breaker at the back edge. */
function backEdge(u: Unit, node: Position): string {
  return `$BRK[0] !== 0 && (P = ${u.position(node)}, $poll())`;
}

/** GET_ITER: `node` is the whole statement or comprehension, whose place errors tell. */
export function getIter(u: Unit, o: Operand, node: Position): Operand {
  u.raising(node);
  const v = u.take(o);
  const r = u.result();
  u.emit(`${r.js} = $getIter(${v});`);
  u.done(o);
  return r;
}

/** Moves an operand that is pushed into its slot and reads it from there. */
export function hold(u: Unit, o: Operand): Operand {
  u.push(o);
  u.spill();
  if (o.slot !== null) {
    const slot = o.slot;
    u.done(o);
    o.js = slot;
    o.temp = false;
  }
  return o;
}

/** Gives up a held operand that may still be needed on another path. */
export function releaseHeld(u: Unit, o: Operand): void {
  u.flags.add('y');
  if (o.slot !== null) u.emit(`y = ${o.slot}; ${o.slot} = null; if (--y.rc === 0) $dealloc(y);`);
}

/** Text that sets `x` to the next item of the iterator in `it`, or to null. */
function nextText(u: Unit, it: string, item: string, iter: Expr, node: Position): string {
  u.flags.add('x');
  const slow = u.slow(node, `${item} = $iterNext(${it});`);
  if (iter.kind === 'Call' && iter.func.kind === 'Name' && iter.func.id === 'range')
    return (
      `if (${it}.type === $T_RANGE_ITER) { x = ${it}.v; if (x.len > 0) { ${item} = $newIntNumber(x.start); x.start += x.step; ` +
      `--x.len; } else ${item} = null; } else { ${slow} }`
    );
  return (
    `if (${it}.type === $T_LIST_ITER && (x = ${it}.v).seq !== null && x.index < x.seq.v.length) ` +
    `++(${item} = x.seq.v[x.index++]).rc; else { ${slow} }`
  );
}

/**
 * A loop over the held iterator `it`: `body` gets each item as an operand. The iterator is released at the exhaustion, which
 * is where the code falls through; `node` is the statement or comprehension; `label` is the JavaScript label of the loop, for `continue`.
 */
export function iterate(
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
  u.emit(`${label}: for (;; ${backEdge(u, iter)}) {`);
  const item = u.temp();
  u.emit(nextText(u, it.js, item, iter, node));
  u.emit(`if (${item} === null) break;`);
  body(ownedOperand(item));
  u.emit('}');
  u.join();
  u.flow = after;
  releaseHeld(u, it);
}

export function forStatement(u: Unit, s: For): void {
  const it = hold(u, getIter(u, expr(u, s.iter), s));
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
  iterate(u, it, s.iter, s, inner, [s.target, s.body], item => {
    storeTarget(u, s.target, item);
    emitStatements(u, s.body);
  });
  u.blocks.pop();
  u.pop(it);
  emitStatements(u, s.orelse);
  u.emit('}');
  finishLoop(u, block);
}

function finishLoop(u: Unit, block: Block): void {
  let flow: Flow | null = u.flow;
  for (const f of block.breaks) flow = mergeFlow(flow, f);
  u.flow = flow;
  u.join();
}

export function whileStatement(u: Unit, s: While): void {
  const outer = u.label('F');
  const inner = u.label('W');
  const test = u.label('T');
  const forever = s.test.kind === 'Constant' && constantTruth(s.test.value);
  if (s.test.kind === 'Constant' && !forever) {
    emitStatements(u, s.orelse);
    return;
  }
  u.emit(`${outer}: {`);
  enterLoop(u, [s.test, s.body]);
  const block: Block = { kind: 'loop', breakLabel: outer, continueLabel: inner, breaks: [], leave: () => false };
  u.blocks.push(block);
  u.emit(`${test}: {`);
  u.emit(`${inner}: for (;;) {`);
  const exit = forever ? null : jumpIf(u, s.test, false, test);
  // CPython's jump back, where it looks at the breaker, comes after the test at the loop's end.
  u.emit(`${backEdge(u, s.test)};`);
  emitStatements(u, s.body);
  u.emit('}');
  u.emit('}');
  u.blocks.pop();
  u.join();
  u.flow = exit;
  emitStatements(u, s.orelse);
  u.emit('}');
  finishLoop(u, block);
}
