/** Attributes and subscripts: load, store and delete. */
import type { Attribute, Expr, Position, Subscript } from '../syntax/ast.ts';
import { ownership } from './arithmetic.ts';
import { superAttribute } from './calls.ts';
import { expr } from './expressions.ts';
import type { Operand } from './operands.ts';
import type { Unit } from './unit.ts';

/** An attribute that spans lines is reported at its name (update_start_location_to_match_attr). */
export function attributePosition(where: Position, attr: Attribute): Position {
  if (attr.lineno === attr.end_lineno) return where;
  const length = attr.attr.length;
  const col_offset = length <= attr.end_col_offset ? attr.end_col_offset - length : -1;
  return {
    lineno: attr.end_lineno,
    end_lineno: where.end_lineno,
    col_offset,
    end_col_offset: col_offset < 0 ? -1 : where.end_col_offset,
  };
}

export function loadAttribute(u: Unit, e: Attribute): Operand {
  const viaSuper = superAttribute(u, e);
  if (viaSuper !== null) return viaSuper;
  const o = expr(u, e.value);
  u.unslot(o);
  const name = u.nameVar(u.mangle(e.attr));
  const cache = u.cache('a', 'new $AttributeCache()');
  const r = u.result();
  const slow = u.slowResult(attributePosition(e, e), r.js, `$loadAttr_${ownership(o)}(${o.js}, ${name}, ${cache})`);
  u.emit(
    `if (${o.js}.type.ver === ${cache}.ver && ${o.js}.dict === null && (${r.js} = ${o.js}.values[${cache}.idx]) != null) ` +
      `{ ++${r.js}.rc;${u.releaseText(o)} } else { ${slow} }`,
  );
  u.done(o);
  return r;
}

/** `object.attr = value`; both operands are off the stack and used up. */
export function storeAttribute(u: Unit, e: Attribute, object: Operand, value: Operand): void {
  const name = u.nameVar(u.mangle(e.attr));
  const cache = u.cache('a', 'new $AttributeCache()');
  u.unslot(object);
  const v = u.take(value);
  u.flags.add('y');
  const o = object.js;
  const slow = u.slowEffect(attributePosition(e, e), `$storeAttr_${ownership(object)}(${o}, ${name}, ${v}, ${cache})`);
  u.emit(
    `if (${o}.type.ver === ${cache}.ver && ${o}.dict === null && (y = ${o}.values[${cache}.idx]) != null) ` +
      `{ ${o}.values[${cache}.idx] = ${v}; if (--y.rc === 0) $dealloc(y);${u.releaseText(object)} } else { ${slow} }`,
  );
  u.done(object, value);
}

export function deleteAttribute(u: Unit, e: Attribute): void {
  const o = expr(u, e.value);
  u.unslot(o);
  u.raising(attributePosition(e, e));
  u.emit(`$deleteAttr_${ownership(o)}(${o.js}, ${u.nameVar(u.mangle(e.attr))});`);
  u.done(o);
}

/** Container and index, off the stack. */
export function subscriptParts(u: Unit, value: Expr, index: Expr): [Operand, Operand] {
  const o = u.push(expr(u, value));
  const i = expr(u, index);
  u.pop(o);
  return [o, i];
}

export function subscript(u: Unit, e: Subscript): Operand {
  const [o, i] = subscriptParts(u, e.value, e.slice);
  return loadItem(u, o, i, e);
}

/** `o[i]`; both are used up. */
export function loadItem(u: Unit, o: Operand, i: Operand, node: Position): Operand {
  u.unslot(o);
  u.unslot(i);
  const r = u.result();
  const slow = u.slowResult(node, r.js, `$getitem_${ownership(o, i)}(${o.js}, ${i.js})`);
  const check = itemCheck(u, o, i, `(${o.js}.type === $T_LIST || ${o.js}.type === $T_TUPLE)`);
  if (check === null) u.emit(slow);
  else
    u.emit(`if (${check}) { ++(${r.js} = ${o.js}.v[x]).rc;${u.releaseText(o)}${u.releaseText(i)} } else { ${slow} }`);
  u.done(o, i);
  return r;
}

/** Condition of the list-by-int path, leaving the index in `x`; null when it cannot apply. */
function itemCheck(u: Unit, o: Operand, i: Operand, type: string): string | null {
  if (o.constant !== null) return null;
  u.flags.add('x');
  if (i.constant?.t === 'int' && typeof i.constant.v === 'number') {
    const k = i.constant.v;
    if (k >= 0) return `${type} && (x = ${k}) < ${o.js}.v.length`;
    return `${type} && (x = ${o.js}.v.length - ${-k}) >= 0`;
  }
  if (i.exact !== null && i.exact !== 'int') return null;
  return `${type} && ${i.js}.type === $T_INT && (x = ${i.js}.v) >= 0 && x < ${o.js}.v.length`;
}

/** `o[i] = value`; all three are off the stack and used up. */
export function storeItem(u: Unit, o: Operand, i: Operand, value: Operand, node: Position): void {
  u.unslot(o);
  u.unslot(i);
  const v = u.take(value);
  u.flags.add('y');
  const slow = u.slowEffect(node, `$setitem_${ownership(o, i)}(${o.js}, ${i.js}, ${v})`);
  const check = itemCheck(u, o, i, `${o.js}.type === $T_LIST`);
  if (check === null) u.emit(slow);
  else
    u.emit(
      `if (${check}) { y = ${o.js}.v[x]; ${o.js}.v[x] = ${v}; if (--y.rc === 0) $dealloc(y);` +
        `${u.releaseText(o)}${u.releaseText(i)} } else { ${slow} }`,
    );
  u.done(o, i, value);
}

export function deleteItem(u: Unit, e: Subscript): void {
  const [o, i] = subscriptParts(u, e.value, e.slice);
  u.unslot(o);
  u.unslot(i);
  u.raising(e);
  u.emit(`$delitem_${ownership(o, i)}(${o.js}, ${i.js});`);
  u.done(o, i);
}
