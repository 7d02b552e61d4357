/** What the compiler hands to the runtime: one description per code object, its JavaScript made on demand. */
import type { Constant } from '../syntax/ast.ts';

// ---- co_flags (Include/cpython/code.h)
export const CO_OPTIMIZED = 0x1;
export const CO_NEWLOCALS = 0x2;
export const CO_VARARGS = 0x4;
export const CO_VARKEYWORDS = 0x8;
export const CO_NESTED = 0x10;
export const CO_GENERATOR = 0x20;
export const CO_COROUTINE = 0x80;
export const CO_ITERABLE_COROUTINE = 0x100;
export const CO_ASYNC_GENERATOR = 0x200;

/** A constant of a code object: a value, or another code object. */
export type CodeConstant = Constant | { t: 'code'; v: CodeUnit };

/** What kind of block a code object runs. */
export type UnitKind = 'module' | 'class' | 'function';

/**
 * A code object before it is one. Everything a function object needs is here at once; `generate` makes the rest when the code
 * first runs (or when somebody looks at co_consts).
 */
export interface CodeUnit {
  kind: UnitKind;
  name: string;
  qualname: string;
  filename: string;
  firstlineno: number;
  flags: number;
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  /** Names of the parameters in slot order: positional, keyword-only, `*args`, `**kwargs`. */
  parameters: string[];
  cellvars: string[];
  freevars: string[];
  /** The docstring of a function, for `__doc__`. */
  docstring: string | null;
  generate(): Generated;
  /**
   * For module code: the same program with its names in a mapping of its own (exec with separate locals). Class bodies
   * always work so.
   */
  generateMapped(): Generated;
}

/** JavaScript of one code object and the tables it refers to. */
export interface Generated {
  /** Body of `new Function('$', text)`: given the runtime's functions, returns `I => function`. */
  text: string;
  /** Name of the JavaScript function, unique among all code. */
  functionName: string;
  consts: CodeConstant[];
  names: string[];
  /** co_varnames: parameters, then locals in order of first use. */
  varnames: string[];
  /** Slots in order: varnames, cells that are no parameters, free variables. */
  localsplus: string[];
  /** Four numbers a position: line, end line, column, end column (as in the tree). */
  positions: number[];
  /** Position index in force at each line of the text. */
  lines: Int32Array;
  stacksize: number;
}
