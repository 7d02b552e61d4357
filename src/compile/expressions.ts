/** Expressions: the table of kinds, and the small ones (compiler_visit_expr1). */
import type { Expr, NamedExpr, Slice } from '../syntax/ast.ts';
import { binOp, unaryOp } from './arithmetic.ts';
import { loadAttribute, subscript } from './attributes.ts';
import { callExpr } from './calls.ts';
import { comprehension } from './comprehensions.ts';
import { boolOp, compare, ifExp } from './conditions.ts';
import { dictDisplay, joinedStr, listDisplay, setDisplay, tupleDisplay, formattedValue } from './displays.ts';
import { lambda } from './functions.ts';
import { awaitExpr, yieldExpr, yieldFrom } from './generators.ts';
import { loadName, storeName } from './names.ts';
import type { Operand } from './operands.ts';
import type { Unit } from './unit.ts';

/** Emits the evaluation of an expression; answers the operand that holds its value. */
export function expr(u: Unit, e: Expr): Operand {
  switch (e.kind) {
    case 'Name':
      return loadName(u, e.id, e);
    case 'Constant':
      return u.constant(e.value);
    case 'Attribute':
      return loadAttribute(u, e);
    case 'Call':
      return callExpr(u, e);
    case 'BinOp':
      return binOp(u, e);
    case 'Subscript':
      return subscript(u, e);
    case 'Compare':
      return compare(u, e);
    case 'UnaryOp':
      return unaryOp(u, e);
    case 'BoolOp':
      return boolOp(u, e);
    case 'IfExp':
      return ifExp(u, e);
    case 'Tuple':
      return tupleDisplay(u, e);
    case 'List':
      return listDisplay(u, e);
    case 'Set':
      return setDisplay(u, e);
    case 'Dict':
      return dictDisplay(u, e);
    case 'JoinedStr':
      return joinedStr(u, e);
    case 'FormattedValue':
      return formattedValue(u, e);
    case 'Slice':
      return slice(u, e);
    case 'NamedExpr':
      return namedExpr(u, e);
    case 'Lambda':
      return lambda(u, e);
    case 'ListComp':
    case 'SetComp':
    case 'DictComp':
    case 'GeneratorExp':
      return comprehension(u, e);
    case 'Yield':
      return yieldExpr(u, e);
    case 'YieldFrom':
      return yieldFrom(u, e);
    case 'Await':
      return awaitExpr(u, e);
    case 'Starred':
      return u.error(e, "can't use starred expression here");
  }
}

/** Evaluates several expressions; all are left on the stack. */
export function pushAll(u: Unit, list: Expr[]): Operand[] {
  return list.map(e => u.push(expr(u, e)));
}

/** Takes operands off the stack, last first. */
export function popAll(u: Unit, operands: Operand[]): void {
  for (let i = operands.length - 1; i >= 0; i--) u.pop(operands[i]);
}

/** References of all operands as argument text, for a line that consumes them. */
export function takeAll(u: Unit, operands: Operand[]): string {
  return operands.map(o => u.take(o)).join(', ');
}

function slice(u: Unit, e: Slice): Operand {
  const none = { t: 'None' } as const;
  const parts = [e.lower, e.upper, e.step].map(p => u.push(p === null ? u.constant(none) : expr(u, p)));
  popAll(u, parts);
  const args = takeAll(u, parts);
  const result = u.result();
  u.emit(`${result.js} = $newSliceConsume(${args});`);
  u.done(...parts);
  return result;
}

function namedExpr(u: Unit, e: NamedExpr): Operand {
  const value = expr(u, e.value);
  if (value.immortal && !value.temp) {
    storeName(u, e.target.id, { ...value }, e.target);
    return value;
  }
  const kept = u.push(u.ownedTemp(value));
  storeName(u, e.target.id, { ...kept, owned: false, slot: null, temp: false }, e.target);
  return u.pop(kept);
}
