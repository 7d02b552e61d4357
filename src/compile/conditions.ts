/** Truth: tests that jump, comparisons, `and`/`or`/`not` and conditional expressions. */
import type { BoolOp, CmpOperator, Compare, Expr, IfExp, Position } from '../syntax/ast.ts';
import { boolOperand, floatOperand, ownership } from './arithmetic.ts';
import { expr } from './expressions.ts';
import { constantTruth } from './fold_constants.ts';
import { copyFlow, mergeFlow, type Flow } from './flow.ts';
import { type Operand } from './operands.ts';
import type { Unit } from './unit.ts';

const SIGNS: Partial<Record<CmpOperator, string>> = {
  Eq: '===',
  NotEq: '!==',
  Lt: '<',
  LtE: '<=',
  Gt: '>',
  GtE: '>=',
};
const NAMES: Partial<Record<CmpOperator, string>> = {
  Eq: 'eq',
  NotEq: 'ne',
  Lt: 'lt',
  LtE: 'le',
  Gt: 'gt',
  GtE: 'ge',
  In: 'in',
  NotIn: 'notIn',
};

/**
 * JavaScript condition for the truth of `e` (negated on demand). What it takes is emitted; the condition itself has no effect
 * and must be used in the next line.
 */
export function truth(u: Unit, e: Expr, negate: boolean): string {
  if (e.kind === 'UnaryOp' && e.op === 'Not') return truth(u, e.operand, !negate);
  if (e.kind === 'Compare' && e.ops.length === 1) return comparison(u, e, negate);
  if (e.kind === 'Constant') return String(constantTruth(e.value) !== negate);
  return truthOf(u, expr(u, e), e, negate);
}

/** Condition for the truth of an operand, which is used up. */
export function truthOf(u: Unit, o: Operand, node: Position, negate: boolean): string {
  if (o.exact === 'bool') {
    u.done(o);
    return `${o.js} ${negate ? '!==' : '==='} $True`;
  }
  u.unslot(o);
  const t = u.scratch();
  const slow = u.slowResult(node, t, `$isTrue_${ownership(o)}(${o.js})`, negate);
  u.emit(
    `if (${o.js} === $True) ${t} = ${!negate}; else if (${o.js} === $False || ${o.js} === $None) ${t} = ${negate}; ` +
      `else { ${slow} }`,
  );
  u.done(o);
  return t;
}

/** Text of the JavaScript condition of a comparison that needs no helper, or null. */
function comparison(u: Unit, e: Compare, negate: boolean): string {
  const l = u.push(expr(u, e.left));
  const r = expr(u, e.comparators[0]);
  u.pop(l);
  return compareTruth(u, e.ops[0], l, r, e, negate);
}

/** Condition for `l op r`; both are used up. */
export function compareTruth(
  u: Unit,
  op: CmpOperator,
  l: Operand,
  r: Operand,
  node: Position,
  negate: boolean,
): string {
  u.unslot(l);
  u.unslot(r);
  if (op === 'Is' || op === 'IsNot') {
    const sign = (op === 'Is') !== negate ? '===' : '!==';
    if (!l.owned && !r.owned) return `${l.js} ${sign} ${r.js}`;
    const t = u.scratch();
    u.emit(`${t} = ${l.js} ${sign} ${r.js};${u.releaseText(l)}${u.releaseText(r)}`);
    u.done(l, r);
    return t;
  }
  const call = `$${NAMES[op]}True_${ownership(l, r)}(${l.js}, ${r.js})`;
  const sign = SIGNS[op];
  const t = u.scratch();
  const slow = u.slowResult(node, t, call, negate);
  if (sign === undefined || !comparable(l) || !comparable(r)) u.emit(slow);
  else {
    const checks: string[] = [];
    for (const o of [l, r]) if (o.constant?.t !== 'int') checks.push(`${o.js}.type === $T_INT`);
    const a = l.constant?.t === 'int' ? literal(l.constant.v) : `${l.js}.v`;
    const b = r.constant?.t === 'int' ? literal(r.constant.v) : `${r.js}.v`;
    const test = (x: string, y: string): string => (negate ? `!(${x} ${sign} ${y})` : `${x} ${sign} ${y}`);
    const release = `${u.releaseText(l)}${u.releaseText(r)}`;
    const paths: string[] = [];
    if (l.exact !== 'float' && r.exact !== 'float')
      paths.push(`if (${checks.join(' && ') || 'true'}) { ${t} = ${test(a, b)};${release} }`);
    const f = floatOperand(l);
    const g = floatOperand(r);
    if (f !== null && g !== null && (l.constant === null || r.constant === null))
      paths.push(
        `if (${[f.test, g.test].filter(c => c !== '').join(' && ')}) { ${t} = ${test(f.value, g.value)};${release} }`,
      );
    u.emit(paths.length === 0 ? slow : `${paths.join(' else ')} else { ${slow} }`);
  }
  u.done(l, r);
  return t;
}

function literal(v: number | bigint): string {
  return typeof v === 'bigint' ? `(${v}n)` : v < 0 ? `(${v})` : `${v}`;
}

function comparable(o: Operand): boolean {
  return o.exact === null || o.exact === 'int' || o.exact === 'float';
}

/** A comparison whose result is an object (it need not be a bool). */
export function compare(u: Unit, e: Compare): Operand {
  if (e.ops.length === 1) {
    const op = e.ops[0];
    const l = u.push(expr(u, e.left));
    const r = expr(u, e.comparators[0]);
    u.pop(l);
    return compareValue(u, op, l, r, e);
  }
  // a < b < c: the middle operand is evaluated once.
  u.spill();
  const result = u.result();
  const end = u.label('C');
  let l = expr(u, e.left);
  u.emit(`${end}: {`);
  let flow: Flow | null = null;
  e.ops.forEach((op, i) => {
    const last = i === e.ops.length - 1;
    u.push(l);
    let r = expr(u, e.comparators[i]);
    u.pop(l);
    if (!last) r = shared(u, r, l);
    const v = last ? compareValue(u, op, l, r, e) : withKept(u, r, k => compareValue(u, op, l, k, e));
    u.emit(`${result.js} = ${u.take(v)};`);
    u.done(v);
    if (last) return;
    u.flags.add('x');
    const kept = u.push(r);
    u.push(result);
    u.emit(`if (${result.js} === $True) x = true; else if (${result.js} === $False) x = false;`);
    u.emit(`else { ${u.slowResult(e, 'x', `$isTrue_B(${result.js})`)} }`);
    u.pop(result);
    u.pop(kept);
    u.unslot(result);
    // False: the middle operand is dropped and the result stands.
    const slot = r.slot;
    const drop = r.owned
      ? ` ${slot !== null ? `${slot} = null; ` : ''}${`if (--${r.js}.rc === 0) $dealloc(${r.js});`}`
      : '';
    u.emit(`if (!x) {${drop} break ${end}; }`);
    u.emit(`if (--${result.js}.rc === 0) $dealloc(${result.js});`);
    flow = mergeFlow(flow, copyFlow(u.flow));
    l = r;
  });
  u.emit('}');
  if (flow !== null) u.flow = mergeFlow(flow, u.flow);
  u.join();
  return result;
}

/** The middle operand of a chain in a form that two comparisons can use. */
function shared(u: Unit, r: Operand, l: Operand): Operand {
  if (r.immortal && !r.temp) return r;
  u.push(l);
  const owned = u.ownedTemp(r);
  u.pop(l);
  return owned;
}

/** Runs `use` with a borrowed view of `kept`, which stays on the stack. */
function withKept<T>(u: Unit, kept: Operand, use: (view: Operand) => T): T {
  u.push(kept);
  const view: Operand = { ...kept, owned: false, slot: null, temp: false };
  const result = use(view);
  u.pop(kept);
  return result;
}

function compareValue(u: Unit, op: CmpOperator, l: Operand, r: Operand, node: Position): Operand {
  if (op === 'Is' || op === 'IsNot' || op === 'In' || op === 'NotIn')
    return boolOperand(u, compareTruth(u, op, l, r, node, false));
  u.unslot(l);
  u.unslot(r);
  const result = u.result();
  const slow = u.slowResult(node, result.js, `$${NAMES[op]}_${ownership(l, r)}(${l.js}, ${r.js})`);
  if (!comparable(l) || !comparable(r)) u.emit(slow);
  else {
    const checks: string[] = [];
    for (const o of [l, r]) if (o.constant?.t !== 'int') checks.push(`${o.js}.type === $T_INT`);
    const a = l.constant?.t === 'int' ? literal(l.constant.v) : `${l.js}.v`;
    const b = r.constant?.t === 'int' ? literal(r.constant.v) : `${r.js}.v`;
    u.emit(
      `if (${checks.join(' && ') || 'true'}) { ${result.js} = ${a} ${SIGNS[op]} ${b} ? $True : $False;` +
        `${u.releaseText(l)}${u.releaseText(r)} } else { ${slow} }`,
    );
  }
  u.done(l, r);
  return result;
}

/**
 * Jumps to the end of the labelled block `label` when the truth of `e` is `when` (compiler_jump_if). Answers the flow state at
 * the jumps; `u.flow` is the state where it falls through.
 */
export function jumpIf(u: Unit, e: Expr, when: boolean, label: string): Flow | null {
  if (e.kind === 'UnaryOp' && e.op === 'Not') return jumpIf(u, e.operand, !when, label);
  if (e.kind === 'BoolOp') {
    // For `and`, a false value decides; for `or`, a true one.
    const deciding = e.op === 'Or';
    let jumped: Flow | null = null;
    if (deciding === when) {
      for (const value of e.values) if (u.flow !== null) jumped = mergeFlow(jumped, jumpIf(u, value, when, label));
      return jumped;
    }
    const next = u.label('J');
    u.emit(`${next}: {`);
    let skipped: Flow | null = null;
    e.values.forEach((value, i) => {
      if (u.flow === null) return;
      if (i < e.values.length - 1) skipped = mergeFlow(skipped, jumpIf(u, value, deciding, next));
      else jumped = jumpIf(u, value, when, label);
    });
    u.emit('}');
    u.flow = mergeFlow(skipped, u.flow);
    u.join();
    return jumped;
  }
  if (e.kind === 'IfExp') {
    u.spill();
    const next = u.label('J');
    const end = u.label('J');
    u.emit(`${end}: {`);
    u.emit(`${next}: {`);
    const otherwise = jumpIf(u, e.test, false, next);
    let jumped = u.flow === null ? null : jumpIf(u, e.body, when, label);
    u.emit(`break ${end}; }`);
    const after = u.flow;
    u.flow = otherwise;
    u.join();
    if (u.flow !== null) jumped = mergeFlow(jumped, jumpIf(u, e.orelse, when, label));
    u.emit('}');
    u.flow = mergeFlow(after, u.flow);
    u.join();
    return jumped;
  }
  if (e.kind === 'Compare' && e.ops.length > 1) return chainJump(u, e, when, label);
  const condition = truth(u, e, !when);
  if (condition === 'false') return null;
  if (condition === 'true') {
    u.emit(`break ${label};`);
    const flow = u.flow;
    u.flow = null;
    return flow;
  }
  u.emit(`if (${condition}) break ${label};`);
  return copyFlow(u.flow);
}

/** A chained comparison in a test: no bool objects are made. */
function chainJump(u: Unit, e: Compare, when: boolean, label: string): Flow | null {
  u.spill();
  const fail = u.label('C');
  let jumped: Flow | null = null;
  let failed: Flow | null = null;
  let l = expr(u, e.left);
  u.emit(`${fail}: {`);
  e.ops.forEach((op, i) => {
    const last = i === e.ops.length - 1;
    u.push(l);
    let r = expr(u, e.comparators[i]);
    u.pop(l);
    if (last) {
      const condition = compareTruth(u, op, l, r, e, !when);
      u.emit(`if (${condition}) break ${label};`);
      jumped = mergeFlow(jumped, copyFlow(u.flow));
      return;
    }
    r = shared(u, r, l);
    const condition = withKept(u, r, k => compareTruth(u, op, l, k, e, true));
    const slot = r.slot;
    const drop = r.owned ? ` ${slot !== null ? `${slot} = null; ` : ''}if (--${r.js}.rc === 0) $dealloc(${r.js});` : '';
    u.emit(`if (${condition}) {${drop} break ${when ? fail : label}; }`);
    if (when) failed = mergeFlow(failed, copyFlow(u.flow));
    else jumped = mergeFlow(jumped, copyFlow(u.flow));
    l = r;
  });
  u.emit('}');
  if (failed !== null) u.flow = mergeFlow(failed, u.flow);
  u.join();
  return jumped;
}

/** `a and b`, `a or b` as values. */
export function boolOp(u: Unit, e: BoolOp): Operand {
  u.spill();
  const result = u.result();
  const end = u.label('B');
  u.emit(`${end}: {`);
  let flow: Flow | null = null;
  e.values.forEach((value, i) => {
    const v = expr(u, value);
    u.emit(`${result.js} = ${u.take(v)};`);
    u.done(v);
    if (i === e.values.length - 1) return;
    u.push(result);
    const t = u.scratch();
    const stop = e.op === 'Or';
    u.emit(
      `if (${result.js} === $True) ${t} = true; else if (${result.js} === $False || ${result.js} === $None) ${t} = false;`,
    );
    u.emit(`else { ${u.slowResult(value, t, `$isTrue_B(${result.js})`)} }`);
    u.pop(result);
    u.emit(`if (${stop ? '' : '!'}${t}) break ${end};`);
    u.emit(`if (--${result.js}.rc === 0) $dealloc(${result.js});`);
    flow = mergeFlow(flow, copyFlow(u.flow));
  });
  u.emit('}');
  u.flow = mergeFlow(flow, u.flow);
  u.join();
  return result;
}

/** `body if test else orelse`. */
export function ifExp(u: Unit, e: IfExp): Operand {
  u.spill();
  const result = u.result();
  const next = u.label('J');
  const end = u.label('J');
  u.emit(`${end}: {`);
  u.emit(`${next}: {`);
  const otherwise = jumpIf(u, e.test, false, next);
  if (u.flow !== null) {
    const v = expr(u, e.body);
    u.emit(`${result.js} = ${u.take(v)}; break ${end};`);
    u.done(v);
  }
  const after = u.flow;
  u.emit('}');
  u.flow = otherwise;
  u.join();
  if (u.flow !== null) {
    const v = expr(u, e.orelse);
    u.emit(`${result.js} = ${u.take(v)};`);
    u.done(v);
  }
  u.emit('}');
  u.flow = mergeFlow(after, u.flow);
  u.join();
  return result;
}
