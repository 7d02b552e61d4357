/** Displays of tuples, lists, sets and dicts, and f-strings. */
import type { Constant, Dict, Expr, FormattedValue, JoinedStr, List, Position, SetExpr, Tuple } from '../syntax/ast.ts';
import { ownership } from './arithmetic.ts';
import { expr, popAll, takeAll } from './expressions.ts';
import { constantKey } from './fold_constants.ts';
import type { Operand } from './operands.ts';
import type { Unit } from './unit.ts';

/** Longer displays are built item by item (STACK_USE_GUIDELINE). */
const STACK_USE_GUIDELINE = 30;

function constants(elts: Expr[]): Constant[] | null {
  const values: Constant[] = [];
  for (const e of elts) {
    if (e.kind !== 'Constant') return null;
    values.push(e.value);
  }
  return values;
}

function hasStar(elts: Expr[]): boolean {
  return elts.some(e => e.kind === 'Starred');
}

/** Evaluates the items and hands them, as an array, to a helper that consumes them. */
function build(u: Unit, elts: Expr[], helper: string, node: Position | null): Operand {
  const items = elts.map(e => u.push(expr(u, e)));
  popAll(u, items);
  if (node !== null) u.raising(node);
  const args = takeAll(u, items);
  const r = u.result();
  u.emit(`${r.js} = $${helper}([${args}]);`);
  u.done(...items);
  return r;
}

/** Builds a collection of the items before the first star and adds the others one by one (starunpack_helper). */
function buildByItem(u: Unit, elts: Expr[], kind: 'List' | 'Set', node: Position): Operand {
  const leading = elts.length > STACK_USE_GUIDELINE ? 0 : elts.findIndex(e => e.kind === 'Starred');
  const r = build(u, elts.slice(0, leading), `new${kind}`, kind === 'Set' && leading > 0 ? node : null);
  u.push(r);
  for (const e of elts.slice(leading)) {
    const star = e.kind === 'Starred';
    const o = expr(u, star ? e.value : e);
    if (star || kind === 'Set') u.raising(node);
    const method = kind === 'List' ? (star ? 'listExtend' : 'listAppend') : star ? 'setUpdate' : 'setAdd';
    u.emit(`$${method}(${r.js}, ${u.take(o)});`);
    u.done(o);
  }
  return u.pop(r);
}

export function tupleDisplay(u: Unit, e: Tuple): Operand {
  if (!hasStar(e.elts) && e.elts.length <= STACK_USE_GUIDELINE) return build(u, e.elts, 'newTuple', null);
  const list = buildByItem(u, e.elts, 'List', e);
  u.unslot(list);
  const r = u.result();
  u.emit(`${r.js} = $listToTuple(${list.js});`);
  u.done(list);
  return r;
}

export function listDisplay(u: Unit, e: List): Operand {
  const values = e.elts.length > 2 ? constants(e.elts) : null;
  if (values !== null) {
    const k = u.constant({ t: 'tuple', v: values });
    const r = u.result();
    u.emit(`${r.js} = $listFromConstant(${k.js});`);
    return r;
  }
  if (hasStar(e.elts) || e.elts.length > STACK_USE_GUIDELINE) return buildByItem(u, e.elts, 'List', e);
  return build(u, e.elts, 'newList', null);
}

export function setDisplay(u: Unit, e: SetExpr): Operand {
  const values = e.elts.length > 2 ? constants(e.elts) : null;
  if (values !== null) {
    const unique = new Map(values.map(v => [constantKey(v), v]));
    const k = u.constant({ t: 'frozenset', v: [...unique.values()] });
    const r = u.result();
    u.emit(`${r.js} = $setFromConstant(${k.js});`);
    return r;
  }
  if (hasStar(e.elts) || e.elts.length > STACK_USE_GUIDELINE) return buildByItem(u, e.elts, 'Set', e);
  return build(u, e.elts, 'newSet', e);
}

export function dictDisplay(u: Unit, e: Dict): Operand {
  let dict: Operand | null = null;
  const update = (o: Operand, node: Position): void => {
    u.raising(node);
    u.emit(`$dictUpdate(${dict!.js}, ${u.take(o)});`);
    u.done(o);
  };
  for (let i = 0; i < e.values.length || (i === 0 && dict === null);) {
    if (i < e.keys.length && e.keys[i] === null) {
      if (dict === null) {
        dict = u.result();
        u.emit(`${dict.js} = $newDict();`);
        u.push(dict);
      }
      update(expr(u, e.values[i]), e);
      i++;
      continue;
    }
    let end = i;
    while (end < e.keys.length && e.keys[end] !== null && (end - i) * 2 <= STACK_USE_GUIDELINE) end++;
    const part = subDict(u, e, i, end);
    if (dict === null) {
      dict = part;
      u.push(dict);
    } else update(part, e);
    i = end;
    if (e.values.length === 0) break;
  }
  return u.pop(dict!);
}

/** compiler_subdict: items `begin..end` as a dict. */
function subDict(u: Unit, e: Dict, begin: number, end: number): Operand {
  const n = end - begin;
  if (n * 2 > STACK_USE_GUIDELINE) {
    const r = u.result();
    u.emit(`${r.js} = $newDict();`);
    u.push(r);
    for (let i = begin; i < end; i++) {
      const k = u.push(expr(u, e.keys[i]!));
      const v = expr(u, e.values[i]);
      u.pop(k);
      u.raising(e);
      u.emit(`$mapAdd(${r.js}, ${takeAll(u, [k, v])});`);
      u.done(k, v);
    }
    return u.pop(r);
  }
  if (n === 0) {
    const r = u.result();
    u.emit(`${r.js} = $newDict();`);
    return r;
  }
  const items: Operand[] = [];
  for (let i = begin; i < end; i++) {
    items.push(u.push(expr(u, e.keys[i]!)));
    items.push(u.push(expr(u, e.values[i])));
  }
  popAll(u, items);
  u.raising(e);
  const args = takeAll(u, items);
  const r = u.result();
  u.emit(`${r.js} = $dictFromItems([${args}]);`);
  u.done(...items);
  return r;
}

/** An f-string (BUILD_STRING). */
export function joinedStr(u: Unit, e: JoinedStr): Operand {
  if (e.values.length === 1) return expr(u, e.values[0]);
  const parts = e.values.map(v => u.push(expr(u, v)));
  popAll(u, parts);
  const args = takeAll(u, parts);
  const r = u.result('str');
  u.emit(`${r.js} = $buildString([${args}]);`);
  u.done(...parts);
  return r;
}

const CONVERSIONS: Record<number, string> = { 115: 's', 114: 'r', 97: 'a' };

/** One replacement field (FORMAT_VALUE). */
export function formattedValue(u: Unit, e: FormattedValue): Operand {
  const value = u.push(expr(u, e.value));
  const spec = e.format_spec === null ? null : expr(u, e.format_spec);
  u.pop(value);
  u.unslot(value);
  const conversion = CONVERSIONS[e.conversion] ?? '';
  const r = u.result('str');
  if (spec === null) {
    u.emit(u.slow(e, `${r.js} = $formatSimple${conversion}_${ownership(value)}(${value.js});`));
  } else {
    u.raising(e);
    const v = u.take(value);
    const s = u.take(spec);
    u.emit(`${r.js} = $formatSpec(${v}, '${conversion}', ${s});`);
    u.done(spec);
  }
  u.done(value);
  return r;
}
