/** Comprehensions, run in place (PEP 709), and generator expressions. */
import type { Comprehension, DictComp, Expr, GeneratorExp, ListComp, SetComp } from '../syntax/ast.ts';
import { storeTarget } from './assignments.ts';
import { jumpIf } from './conditions.ts';
import { expr } from './expressions.ts';
import { copyFlow, mergeFlow, type Flow } from './flow.ts';
import { generatorExpression } from './functions.ts';
import { asyncIterate } from './generators.ts';
import { getIter, hold, iterate } from './loops.ts';
import type { Operand } from './operands.ts';
import { CELL, DEF_LOCAL, DEF_NONLOCAL, FREE, type ScopeEntry } from './scope.ts';
import type { Unit } from './unit.ts';
import { asksForLocals } from './visible_locals.ts';

type AnyComprehension = ListComp | SetComp | DictComp | GeneratorExp;

export function comprehension(u: Unit, e: AnyComprehension): Operand {
  if (e.kind === 'GeneratorExp') return generatorExpression(u, e);
  return inlined(u, e, u.program.table.blocks.get(e)!);
}

function inlined(u: Unit, e: ListComp | SetComp | DictComp, entry: ScopeEntry): Operand {
  const first = e.generators[0];
  const iterable = expr(u, first.iter);
  let it: Operand;
  if (first.is_async) {
    u.raising(e);
    const v = u.take(iterable);
    it = u.result();
    u.emit(`${it.js} = $getAiter(${v});`);
    u.done(iterable);
  } else it = getIter(u, iterable, e);
  const restore = isolate(u, entry);
  const result = u.result();
  u.emit(`${result.js} = $new${e.kind === 'ListComp' ? 'List([])' : e.kind === 'SetComp' ? 'Set([])' : 'Dict()'};`);
  hold(u, result);
  // The comprehension's variables start out unbound.
  clause(u, e, 0, it, result);
  u.stack.pop();
  const value = u.ownedTemp(result);
  restore();
  return value;
}

/** Gives the names bound in a comprehension variables of their own; answers what undoes it. */
function isolate(u: Unit, entry: ScopeEntry): () => void {
  const undo: (() => void)[] = [];
  const inClass = u.scope.type === 'class' && u.inlinedComprehensions === 0;
  u.inlinedComprehensions++;
  undo.push(() => u.inlinedComprehensions--);
  for (const [name, flags] of entry.symbols) {
    const bound = (flags & DEF_LOCAL) !== 0 && (flags & DEF_NONLOCAL) === 0;
    if (!bound && !inClass) continue;
    const scope = entry.scope(name);
    // LOAD_FAST_AND_CLEAR gives the name a place among the fast locals (a cell has one).
    if (scope !== CELL && u.scope.scope(name) !== CELL) u.localVar(name);
    const outerScope = u.scopeOverrides.get(name);
    u.scopeOverrides.set(name, scope);
    undo.push(() => {
      if (outerScope === undefined) u.scopeOverrides.delete(name);
      else u.scopeOverrides.set(name, outerScope);
    });
    if (!bound) continue;
    const hidden = u.hiddenLocals.has(name);
    u.hiddenLocals.add(name);
    const slot = u.slotName(u.stack.length);
    const variable: Operand = {
      js: slot,
      owned: true,
      immortal: false,
      slot,
      temp: false,
      constant: null,
      exact: null,
    };
    if (scope === CELL) u.emit(`${slot} = $newCell(null);`);
    u.push(variable);
    const outerVariable = u.varOverrides.get(name);
    // It counts among the function's variables (co_varnames).
    const outside = u.scope.scope(name);
    if (u.kind === 'function' && scope !== CELL && outside !== CELL && outside !== FREE) u.localVar(name);
    u.varOverrides.set(name, slot);
    u.flow!.bound.delete(slot);
    u.flow!.maybe.delete(slot);
    undo.push(() => {
      u.pop(variable);
      u.flags.add('y');
      u.emit(`y = ${slot}; ${slot} = null; if (y !== null && --y.rc === 0) $dealloc(y);`);
      if (outerVariable === undefined) u.varOverrides.delete(name);
      else u.varOverrides.set(name, outerVariable);
      if (!hidden) u.hiddenLocals.delete(name);
      u.flow?.bound.delete(slot);
    });
  }
  if (asksForLocals(entry.symbols)) undo.push(showVariables(u, entry));
  return () => {
    for (let i = undo.length - 1; i >= 0; i--) undo[i]();
  };
}

/** Lets `locals()` see the comprehension's variables while it runs; answers what ends that. */
function showVariables(u: Unit, entry: ScopeEntry): () => void {
  const names = [...entry.symbols.keys()].filter(name => u.varOverrides.has(name));
  const values = names.map(name => {
    const slot = u.varOverrides.get(name)!;
    return entry.scope(name) === CELL ? `${slot} === null ? null : ${slot}.v` : slot;
  });
  const at = `$S.comprehensions[${u.isGenerator ? 'g.depth' : 'd'}]`;
  u.emit(`${at} = { names: ${JSON.stringify(names)}, read: () => [${values.join(', ')}], outer: ${at} ?? null };`);
  return () => u.emit(`${at} = ${at}.outer;`);
}

/** One `for` clause and what is inside it. */
function clause(u: Unit, e: ListComp | SetComp | DictComp, index: number, it: Operand, result: Operand): void {
  const g = e.generators[index];
  hold(u, it);
  const label = u.label('W');
  // Variables keep their values from one round to the next.
  const changed = [g.target, g.ifs, e.generators.slice(index + 1), e.kind === 'DictComp' ? [e.key, e.value] : e.elt];
  for (const slot of u.varOverrides.values()) u.flow!.maybe.add(slot);
  const round = (item: Operand): void => {
    storeTarget(u, g.target, item);
    const skip = u.label('J');
    u.emit(`${skip}: {`);
    let skipped: Flow | null = null;
    for (const test of g.ifs) if (u.flow !== null) skipped = mergeFlow(skipped, jumpIf(u, test, false, skip));
    if (u.flow !== null) {
      if (index + 1 < e.generators.length) nested(u, e, index + 1, result);
      else addElement(u, e, result);
    }
    u.emit('}');
    u.flow = mergeFlow(skipped, copyFlow(u.flow));
    u.join();
  };
  if (g.is_async) asyncIterate(u, it, g.iter, e, label, changed, round);
  else iterate(u, it, g.iter, e, label, changed, round);
  u.pop(it);
}

function nested(u: Unit, e: ListComp | SetComp | DictComp, index: number, result: Operand): void {
  const g: Comprehension = e.generators[index];
  if (g.is_async) {
    const o = expr(u, g.iter);
    u.raising(g.iter);
    const v = u.take(o);
    const it = u.result();
    u.emit(`${it.js} = $getAiter(${v});`);
    u.done(o);
    clause(u, e, index, it, result);
    return;
  }
  // `for y in [value]` assigns: no list, no iterator (compiler_comprehension_generator's fast path).
  const single = singleElement(g.iter);
  if (single !== null) {
    assignClause(u, e, index, single, result);
    return;
  }
  clause(u, e, index, getIter(u, expr(u, g.iter), e), result);
}

function singleElement(iter: Expr): Expr | null {
  if (iter.kind === 'Tuple' || iter.kind === 'List') {
    return iter.elts.length === 1 && iter.elts[0].kind !== 'Starred' ? iter.elts[0] : null;
  }
  if (iter.kind === 'Constant' && iter.value.t === 'tuple' && iter.value.v.length === 1)
    return { ...iter, value: iter.value.v[0] };
  return null;
}

function assignClause(u: Unit, e: ListComp | SetComp | DictComp, index: number, value: Expr, result: Operand): void {
  const g = e.generators[index];
  storeTarget(u, g.target, expr(u, value));
  const skip = u.label('J');
  u.emit(`${skip}: {`);
  let skipped: Flow | null = null;
  for (const test of g.ifs) if (u.flow !== null) skipped = mergeFlow(skipped, jumpIf(u, test, false, skip));
  if (u.flow !== null) {
    if (index + 1 < e.generators.length) nested(u, e, index + 1, result);
    else addElement(u, e, result);
  }
  u.emit('}');
  u.flow = mergeFlow(skipped, copyFlow(u.flow));
  u.join();
}

function addElement(u: Unit, e: ListComp | SetComp | DictComp, result: Operand): void {
  if (e.kind === 'DictComp') {
    const k = u.push(expr(u, e.key));
    const v = expr(u, e.value);
    u.pop(k);
    u.raising(e);
    const key = u.take(k);
    u.emit(`$mapAdd(${result.js}, ${key}, ${u.take(v)});`);
    u.done(k, v);
    return;
  }
  const v = expr(u, e.elt);
  if (e.kind === 'SetComp') u.raising(e.elt);
  u.emit(`$${e.kind === 'ListComp' ? 'listAppend' : 'setAdd'}(${result.js}, ${u.take(v)});`);
  u.done(v);
}
