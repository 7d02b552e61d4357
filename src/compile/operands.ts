/**
 * Operands: what an expression's code leaves behind. `js` can be read any number of times without effect.
 *
 * An owned operand holds one reference that somebody must give up: a helper that consumes it, a variable it moves to, or an
 * emitted release. A borrowed one relies on a local variable or a constant to keep the object alive.
 */
import type { Constant } from '../syntax/ast.ts';

export interface Operand {
  js: string;
  owned: boolean;
  /** Needs no counting at all. */
  immortal: boolean;
  /** The stack slot that also holds it, so that it is released when an exception passes; null when in none. */
  slot: string | null;
  /** `js` is a pool temporary that returns to the pool with the operand. */
  temp: boolean;
  /** The constant's value, when it is one. */
  constant: Constant | null;
  /** Exact type when the compiler knows it. */
  exact: 'int' | 'float' | 'str' | 'bool' | 'None' | null;
}

export function ownedOperand(js: string, exact: Operand['exact'] = null): Operand {
  return { js, owned: true, immortal: false, slot: null, temp: true, constant: null, exact };
}

export function borrowedOperand(js: string): Operand {
  return { js, owned: false, immortal: false, slot: null, temp: false, constant: null, exact: null };
}

export function immortalOperand(js: string, exact: Operand['exact'] = null): Operand {
  return { js, owned: false, immortal: true, slot: null, temp: false, constant: null, exact };
}

export function constantOperand(js: string, constant: Constant): Operand {
  const exact =
    constant.t === 'int' || constant.t === 'float' || constant.t === 'str'
      ? constant.t
      : constant.t === 'True' || constant.t === 'False'
        ? 'bool'
        : constant.t === 'None'
          ? 'None'
          : null;
  return { js, owned: false, immortal: isImmortalConstant(constant), slot: null, temp: false, constant, exact };
}

/** True for constants whose objects are immortal: singletons, small ints, interned and one-character strings... */
export function isImmortalConstant(c: Constant): boolean {
  switch (c.t) {
    case 'None':
    case 'True':
    case 'False':
    case 'Ellipsis':
      return true;
    case 'int':
      return typeof c.v === 'number' && c.v >= -5 && c.v <= 256;
    case 'str':
      return c.v.length === 0 || (c.v.length === 1 && c.v.charCodeAt(0) < 256) || isNameLike(c.v);
    case 'bytes':
    case 'tuple':
      return c.t === 'bytes' ? c.v.length <= 1 : c.v.length === 0;
    default:
      return false;
  }
}

/** all_name_chars (Objects/codeobject.c): such constants are interned. */
export function isNameLike(s: string): boolean {
  return /^[A-Za-z0-9_]*$/.test(s);
}
