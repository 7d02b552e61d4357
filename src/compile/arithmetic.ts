/** Operators: binary, unary and in-place, with the paths for small ints written out at the site. */
import type { BinOp, Expr, Operator, Position, UnaryOp } from '../syntax/ast.ts';
import { expr } from './expressions.ts';
import { truth } from './conditions.ts';
import { immortalOperand, type Operand } from './operands.ts';
import type { Unit } from './unit.ts';

/** Runtime helpers by operator; `iadd`... in place. A suffix tells which operands they consume: B borrow, O own. */
const HELPERS: Record<Operator, string> = {
  Add: 'add',
  Sub: 'sub',
  Mult: 'mul',
  MatMult: 'matmul',
  Div: 'truediv',
  Mod: 'mod',
  Pow: 'pow',
  LShift: 'lshift',
  RShift: 'rshift',
  BitOr: 'or',
  BitXor: 'xor',
  BitAnd: 'and',
  FloorDiv: 'floordiv',
};

/** One past the largest magnitude that an int holds as a number (objects/int.ts). */
const LIMIT = '9007199254740992';

/**
 * `T_INT` and number checks of an operand for the fast path, reading its value into `x`. A constant needs none.
 */
function intCheck(o: Operand, x: string): string {
  if (o.exact === 'int' && o.constant?.t === 'int') return '';
  return `${o.js}.type === $T_INT && typeof (${x} = ${o.js}.v) === 'number'`;
}

function intValue(o: Operand, x: string): string {
  return o.constant?.t === 'int' ? `${o.constant.v}` : x;
}

/** True for operands that may be ints held as numbers, as far as one knows. */
function mayBeInt(o: Operand): boolean {
  if (o.constant !== null) return o.constant.t === 'int' && typeof o.constant.v === 'number';
  return o.exact === null || o.exact === 'int';
}

/** Condition and value (in `x`) of the int path of an operator, or null when it has none at the site. */
function intPath(op: Operator, l: Operand, r: Operand, x: string, y: string): string | null {
  if (!mayBeInt(l) || !mayBeInt(r)) return null;
  const checks = [intCheck(l, x), intCheck(r, y)].filter(c => c !== '');
  const a = intValue(l, x);
  const b = intValue(r, y);
  const constantRight = r.constant?.t === 'int' ? (r.constant.v as number) : null;
  switch (op) {
    case 'Add':
    case 'Sub':
    case 'Mult': {
      const sign = op === 'Add' ? '+' : op === 'Sub' ? '-' : '*';
      const right = constantRight !== null && constantRight < 0 ? `(${b})` : b;
      checks.push(`(${x} = ${a} ${sign} ${right}) < ${LIMIT}`, `${x} > -${LIMIT}`);
      break;
    }
    case 'FloorDiv':
      if (constantRight === 0) return null;
      if (constantRight === null) checks.push(`${y} !== 0`);
      checks.push(`((${x} = Math.floor(${a} / ${b})), true)`);
      break;
    case 'Mod':
      if (constantRight === 0) return null;
      if (constantRight === null) checks.push(`${y} !== 0`);
      if (constantRight !== null && constantRight > 0)
        checks.push(`((${x} = ${a} % ${b}) < 0 ? (${x} += ${b}) : 0, true)`);
      else checks.push(`((${x} = ${a} % ${b}) !== 0 && ${x} < 0 !== ${b} < 0 ? (${x} += ${b}) : 0, true)`);
      break;
    case 'BitAnd':
    case 'BitOr':
    case 'BitXor': {
      const sign = op === 'BitAnd' ? '&' : op === 'BitOr' ? '|' : '^';
      if (l.constant === null) checks.push(`(${x} | 0) === ${x}`);
      else if ((Number(a) | 0) !== Number(a)) return null;
      if (constantRight === null) checks.push(`(${y} | 0) === ${y}`);
      else if ((constantRight | 0) !== constantRight) return null;
      checks.push(`((${x} = ${a} ${sign} ${b}), true)`);
      break;
    }
    case 'LShift':
      if (constantRight === null) checks.push(`${y} >= 0`, `${y} < 31`);
      else if (constantRight < 0 || constantRight > 30) return null;
      checks.push(`(${x} = ${a} * (1 << ${b})) < ${LIMIT}`, `${x} > -${LIMIT}`);
      break;
    case 'RShift':
      if (constantRight === null) checks.push(`${y} >= 0`, `${y} < 32`);
      else if (constantRight < 0 || constantRight > 31) return null;
      if (l.constant === null) checks.push(`(${x} | 0) === ${x}`);
      else if ((Number(a) | 0) !== Number(a)) return null;
      checks.push(`((${x} = ${a} >> ${b}), true)`);
      break;
    default:
      return null;
  }
  return checks.join(' && ') || 'true';
}

/** Suffix of a helper for how it gets its operands. */
export function ownership(...operands: Operand[]): string {
  return operands.map(o => (o.owned ? 'O' : 'B')).join('');
}

/** A float operand's test and value; null when it is known to be no float, nor an int to go with one. */
export function floatOperand(o: Operand): { test: string; value: string } | null {
  if (o.constant === null)
    return o.exact === null || o.exact === 'float' ? { test: `${o.js}.type === $T_FLOAT`, value: `${o.js}.v` } : null;
  if (o.constant.t === 'float') return { test: '', value: floatLiteral(o.constant.v) };
  if (o.constant.t === 'int' && typeof o.constant.v === 'number') return { test: '', value: `(${o.constant.v})` };
  return null;
}

function floatLiteral(v: number): string {
  return Object.is(v, -0) ? '(-0)' : `(${v})`;
}

/** Test and value of the path for two floats, or a float and a constant; null when there is none. */
function floatPath(op: Operator, l: Operand, r: Operand): { test: string; value: string } | null {
  const sign = { Add: '+', Sub: '-', Mult: '*', Div: '/' }[op as string];
  if (sign === undefined || (l.constant !== null && r.constant !== null)) return null;
  const a = floatOperand(l);
  const b = floatOperand(r);
  if (a === null || b === null) return null;
  const tests = [a.test, b.test].filter(t => t !== '');
  if (op === 'Div') {
    if (r.constant === null) tests.push(`${b.value} !== 0`);
    else if (Number(b.value.slice(1, -1)) === 0) return null;
  }
  return { test: tests.join(' && '), value: `${a.value} ${sign} ${b.value}` };
}

/**
 * The float path's text. From its second execution on, a site is specialized for floats in CPython (BINARY_OP_ADD_FLOAT and the like)
 * and puts the result into an operand that dies there (DECREF_INPUTS_AND_REUSE_FLOAT); division has no such form. Besides giving the
 * right address it saves an allocation (matrix_multiply took 137 ms, 72 with it).
 */
function floatText(u: Unit, op: Operator, value: string, into: string, l: Operand, r: Operand): string {
  const release = (o: Operand): string => u.releaseText(o, 'Float');
  const fresh = `${into} = $newFloat(${value});${release(l)}${release(r)}`;
  const reusable = [l, r].filter(o => o.owned);
  const floats = [l, r].every(o => o.constant === null || o.constant.t === 'float');
  if (op === 'Div' || !floats || reusable.length === 0) return fresh;
  const warm = u.cache('z', '0');
  const reuse = reusable.map(
    o =>
      `if (${o.js}.rc === 1 && ${warm} === 1) { ${o.js}.v = ${value}; ${into} = ${o.js};${release(o === l ? r : l)} } else `,
  );
  return `${reuse.join('')}{ ${warm} = 1; ${fresh} }`;
}

/** Emits `l op r` (both used up; they must be off the stack); the result is a new operand. */
export function binary(u: Unit, op: Operator, l: Operand, r: Operand, node: Position, inplace: boolean): Operand {
  u.unslot(l);
  u.unslot(r);
  const result = u.result();
  const helper = `$${inplace ? 'i' : ''}${HELPERS[op]}_${ownership(l, r)}`;
  const slow = u.slowResult(node, result.js, `${helper}(${l.js}, ${r.js})`);
  u.flags.add('x');
  u.flags.add('y');
  const release = (type: 'Int' | 'Float'): string => `${u.releaseText(l, type)}${u.releaseText(r, type)}`;
  const paths: string[] = [];
  const ints = intPath(op, l, r, 'x', 'y');
  if (ints !== null) paths.push(`if (${ints}) { ${result.js} = $newIntNumber(x);${release('Int')} }`);
  const floats = floatPath(op, l, r);
  if (floats !== null) paths.push(`if (${floats.test}) { ${floatText(u, op, floats.value, result.js, l, r)} }`);
  paths.push(paths.length === 0 ? slow : `{ ${slow} }`);
  u.emit(paths.join(' else '));
  u.done(l, r);
  return result;
}

export function binOp(u: Unit, e: BinOp): Operand {
  const l = u.push(expr(u, e.left));
  const r = expr(u, e.right);
  u.pop(l);
  return binary(u, e.op, l, r, e, false);
}

/** Both operands evaluated in order, the left one off the stack again. */
export function pair(u: Unit, left: Expr, right: Expr): [Operand, Operand] {
  const l = u.push(expr(u, left));
  const r = expr(u, right);
  u.pop(l);
  return [l, r];
}

export function unaryOp(u: Unit, e: UnaryOp): Operand {
  if (e.op === 'Not') {
    const t = truth(u, e.operand, true);
    return boolOperand(u, t);
  }
  const o = expr(u, e.operand);
  u.unslot(o);
  const result = u.result();
  const helper = { Invert: 'invert', UAdd: 'positive', USub: 'negative' }[e.op];
  const slow = u.slowResult(e, result.js, `$${helper}_${ownership(o)}(${o.js})`);
  if (e.op === 'USub' && mayBeInt(o)) {
    u.flags.add('x');
    u.emit(
      `if (${o.js}.type === $T_INT && typeof (x = ${o.js}.v) === 'number') ` +
        `{ ${result.js} = $newIntNumber(-x);${u.releaseText(o)} } else { ${slow} }`,
    );
  } else u.emit(slow);
  u.done(o);
  return result;
}

/** The operand True or False for a JavaScript truth value. */
export function boolOperand(u: Unit, condition: string): Operand {
  const t = u.temp();
  u.emit(`${t} = ${condition} ? $True : $False;`);
  const o = immortalOperand(t, 'bool');
  o.temp = true;
  return o;
}
