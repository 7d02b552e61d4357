/** Assignment, augmented and annotated assignment, unpacking and deletion. */
import type { AnnAssign, Assign, AugAssign, Delete, Expr, Name, Position } from '../syntax/ast.ts';
import { binary, ownership } from './arithmetic.ts';
import {
  deleteAttribute,
  deleteItem,
  loadItem,
  storeAttribute,
  storeItem,
  subscriptParts,
  attributePosition,
} from './attributes.ts';
import { expr, popAll } from './expressions.ts';
import { annotationOperand } from './functions.ts';
import { deleteName, loadName, storeName } from './names.ts';
import { ownedOperand, type Operand } from './operands.ts';
import type { Unit } from './unit.ts';

/** Stores `value` (off the stack; used up) in a target. */
export function storeTarget(u: Unit, target: Expr, value: Operand): void {
  switch (target.kind) {
    case 'Name':
      storeName(u, target.id, value, target);
      break;
    case 'Attribute': {
      u.push(value);
      const object = expr(u, target.value);
      u.pop(value);
      storeAttribute(u, target, object, value);
      break;
    }
    case 'Subscript': {
      u.push(value);
      const [o, i] = subscriptParts(u, target.value, target.slice);
      u.pop(value);
      storeItem(u, o, i, value, target);
      break;
    }
    case 'Tuple':
    case 'List':
      unpack(u, target.elts, value, target);
      break;
    case 'Starred':
      u.error(target, 'starred assignment target must be in a list or tuple');
      break;
    default:
      throw new Error(`compiler: cannot store to ${target.kind}`);
  }
}

/** UNPACK_SEQUENCE or UNPACK_EX, then the stores from left to right. */
function unpack(u: Unit, targets: Expr[], value: Operand, node: Position): void {
  const star = targets.findIndex(t => t.kind === 'Starred');
  const items = targets.map(() => ownedOperand(u.temp()));
  u.unslot(value);
  const v = value.js;
  const from = (i: number): string => `${items[i].js} = x[${i}];`;
  u.flags.add('x');
  if (star >= 0) {
    u.raising(node);
    u.emit(`x = $unpackEx(${u.take(value)}, ${star}, ${targets.length - star - 1});`);
    u.emit(items.map((_, i) => from(i)).join(' '));
  } else {
    const slow = u.slow(
      node,
      `x = $unpackSequence(${v}, ${targets.length}); ${items.map((_, i) => from(i)).join(' ')}`,
    );
    const take = items.map((o, i) => `++(${o.js} = x[${i}]).rc;`).join(' ');
    if (!value.owned) u.emit(value.immortal ? '' : `++${v}.rc;`);
    u.emit(
      `if ((${v}.type === $T_TUPLE || ${v}.type === $T_LIST) && (x = ${v}.v).length === ${targets.length}) ` +
        `{ ${take} if (--${v}.rc === 0) $dealloc(${v}); } else { ${slow} }`,
    );
  }
  u.done(value);
  storeAll(u, targets, items);
}

/** Stores operands in targets from left to right. */
function storeAll(u: Unit, targets: Expr[], items: Operand[]): void {
  for (let i = items.length - 1; i >= 0; i--) u.push(items[i]);
  targets.forEach((t, i) => {
    u.pop(items[i]);
    storeTarget(u, t.kind === 'Starred' ? t.value : t, items[i]);
  });
}

export function assign(u: Unit, s: Assign): void {
  if (s.targets.length === 1 && parallelAssign(u, s.targets[0], s.value)) return;
  if (s.targets.length === 1 && assignSum(u, s.targets[0], s.value)) return;
  const value = expr(u, s.value);
  if (s.targets.length === 1) {
    storeTarget(u, s.targets[0], value);
    return;
  }
  const kept = value.immortal && !value.temp ? value : u.ownedTemp(value);
  s.targets.forEach((target, i) => {
    const last = i === s.targets.length - 1;
    if (last || kept.immortal) {
      storeTarget(u, target, { ...kept });
      return;
    }
    u.push(kept);
    storeTarget(u, target, { ...kept, owned: false, slot: null, temp: false });
    u.pop(kept);
    if (kept.slot === kept.js) u.unslot(kept);
  });
}

/**
 * `a, b = x, y` makes no tuple: the values are swapped into place (optimizations of BUILD_TUPLE and UNPACK_SEQUENCE in flowgraph.c).
 * Stores to distinct fast locals come out last to first there.
 */
function parallelAssign(u: Unit, target: Expr, value: Expr): boolean {
  if (target.kind !== 'Tuple' && target.kind !== 'List') return false;
  if (value.kind !== 'Tuple' || value.elts.length !== target.elts.length) return false;
  const n = target.elts.length;
  if (n < 1 || n > 3 || [...target.elts, ...value.elts].some(e => e.kind === 'Starred')) return false;
  const items = value.elts.map(e => u.push(expr(u, e)));
  const locals = target.elts.map(t => (t.kind === 'Name' && u.access(u.mangle(t.id)) === 'fast' ? t.id : null));
  const plain = n > 1 && locals.every(t => t !== null) && new Set(locals).size === n;
  popAll(u, items);
  if (plain) {
    for (let i = 0; i < n; i++) u.push(items[i]);
    for (let i = n - 1; i >= 0; i--) {
      u.pop(items[i]);
      storeTarget(u, target.elts[i], items[i]);
    }
  } else storeAll(u, target.elts, items);
  return true;
}

/** `s = s + text` of a fast local, which grows in place as `s += text` does. */
function assignSum(u: Unit, target: Expr, value: Expr): boolean {
  if (target.kind !== 'Name' || value.kind !== 'BinOp' || value.op !== 'Add') return false;
  if (value.left.kind !== 'Name' || value.left.id !== target.id || u.access(u.mangle(target.id)) !== 'fast')
    return false;
  addToName(u, target, value.left, value.right, value, false);
  return true;
}

/** `target = target + right`, or `target += right`. */
function addToName(u: Unit, target: Name, left: Name, right: Expr, node: Position, inplace: boolean): void {
  const l = u.push(loadName(u, left.id, left));
  const r = expr(u, right);
  u.pop(l);
  const appends = appendText(u, target, l, r, node);
  storeName(u, target.id, binary(u, 'Add', l, r, node, inplace), target);
  if (appends) u.emit('}');
}

/**
 * BINARY_OP_INPLACE_ADD_UNICODE: `s += text` of a fast local hands the only reference over, so that the str may grow in
 * place. Leaves an open `else` for operands that are not both str; false where it does not apply.
 */
function appendText(u: Unit, target: Name, l: Operand, r: Operand, node: Position): boolean {
  const name = u.mangle(target.id);
  if (u.access(name) !== 'fast' || l.js !== u.localVar(name) || r.js === l.js) return false;
  if (r.exact !== null && r.exact !== 'str') return false;
  if (r.constant !== null && r.constant.t !== 'str') return false;
  u.flushLocal(l.js);
  u.unslot(l);
  u.unslot(r);
  u.flags.add('y');
  // The stack's own reference goes first, as unicode_concatenate drops the local's.
  const take = `y = ${l.js}; ${l.js} = null;${l.owned ? ' --y.rc;' : ''}`;
  const append = u.slow(node, `${take} ${l.js} = $strAppend_${ownership(r)}(y, ${r.js});`);
  u.emit(`if (${l.js}.type === $T_STR && ${r.js}.type === $T_STR) { ${append} } else {`);
  return true;
}

export function augAssign(u: Unit, s: AugAssign): void {
  const target = s.target;
  switch (target.kind) {
    case 'Name': {
      if (s.op === 'Add') {
        addToName(u, target, target, s.value, s, true);
        break;
      }
      const l = u.push(loadName(u, target.id, target));
      const r = expr(u, s.value);
      u.pop(l);
      storeName(u, target.id, binary(u, s.op, l, r, s, true), target);
      break;
    }
    case 'Attribute': {
      const object = u.push(u.ownedTemp(expr(u, target.value)));
      const l = u.push(loadAttributeOf(u, object, target));
      const r = expr(u, s.value);
      u.pop(l);
      const value = binary(u, s.op, l, r, s, true);
      u.pop(object);
      storeAttribute(u, target, object, value);
      break;
    }
    case 'Subscript': {
      const o = u.push(expr(u, target.value));
      const i = u.push(expr(u, target.slice));
      const view = (x: Operand): Operand => ({ ...x, owned: false, slot: null, temp: false });
      const l = u.push(loadItem(u, view(o), view(i), target));
      const r = expr(u, s.value);
      u.pop(l);
      const value = binary(u, s.op, l, r, s, true);
      u.pop(i);
      u.pop(o);
      storeItem(u, o, i, value, target);
      break;
    }
    default:
      throw new Error(`compiler: cannot augment ${target.kind}`);
  }
}

/** An attribute of an operand that stays on the stack. */
function loadAttributeOf(u: Unit, object: Operand, e: Extract<Expr, { kind: 'Attribute' }>): Operand {
  const name = u.nameVar(u.mangle(e.attr));
  const cache = u.cache('a', 'new $AttributeCache()');
  const r = u.result();
  const o = object.js;
  const slow = u.slowResult(attributePosition(e, e), r.js, `$loadAttr_B(${o}, ${name}, ${cache})`);
  u.emit(
    `if (${o}.type.ver === ${cache}.ver && ${o}.dict === null && (${r.js} = ${o}.values[${cache}.idx]) != null) ++${r.js}.rc; ` +
      `else { ${slow} }`,
  );
  return r;
}

export function annAssign(u: Unit, s: AnnAssign): void {
  const { target } = s;
  if (s.value !== null) storeTarget(u, target, expr(u, s.value));
  switch (target.kind) {
    case 'Name':
      if (s.simple && (u.kind === 'module' || u.kind === 'class')) {
        const annotation = u.push(annotationOperand(u, s.annotation));
        const dict = u.push(loadName(u, '__annotations__', s));
        const key = u.constant({ t: 'str', v: u.mangle(target.id) });
        u.pop(dict);
        u.pop(annotation);
        storeItem(u, dict, key, annotation, s);
      } else if (!s.simple) evaluateAnnotation(u, s.annotation);
      break;
    case 'Attribute':
      if (s.value === null) u.release(expr(u, target.value));
      evaluateAnnotation(u, s.annotation);
      break;
    case 'Subscript':
      if (s.value === null) {
        u.release(expr(u, target.value));
        u.release(expr(u, target.slice));
      }
      evaluateAnnotation(u, s.annotation);
      break;
    default:
      throw new Error(`compiler: invalid annotated target ${target.kind}`);
  }
}

/** Annotations of targets that are no simple names are evaluated and dropped, outside functions only. */
function evaluateAnnotation(u: Unit, annotation: Expr): void {
  if (u.kind === 'function') return;
  u.release(annotationOperand(u, annotation));
}

export function deleteStatement(u: Unit, s: Delete): void {
  for (const target of s.targets) deleteTarget(u, target);
}

function deleteTarget(u: Unit, target: Expr): void {
  switch (target.kind) {
    case 'Name':
      deleteName(u, target.id, target);
      break;
    case 'Attribute':
      deleteAttribute(u, target);
      break;
    case 'Subscript':
      deleteItem(u, target);
      break;
    case 'Tuple':
    case 'List':
      for (const t of target.elts) deleteTarget(u, t);
      break;
    default:
      throw new Error(`compiler: cannot delete ${target.kind}`);
  }
}
