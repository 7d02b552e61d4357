/** What the symbol table knows of one block (Include/internal/pycore_symtable.h, PySTEntryObject). */
import type { Position } from '../syntax/ast.ts';

export type BlockType =
  | 'function'
  | 'class'
  | 'module'
  /** Annotations while `from __future__ import annotations` is in force: never executed. */
  | 'annotation'
  | 'TypeVar bound'
  | 'type alias'
  | 'type parameter';

// ---- flags of a name in a block
export const DEF_GLOBAL = 1;
export const DEF_LOCAL = 2;
export const DEF_PARAM = 2 << 1;
export const DEF_NONLOCAL = 2 << 2;
export const USE = 2 << 3;
export const DEF_FREE = 2 << 4;
export const DEF_FREE_CLASS = 2 << 5;
export const DEF_IMPORT = 2 << 6;
export const DEF_ANNOT = 2 << 7;
export const DEF_COMP_ITER = 2 << 8;
export const DEF_TYPE_PARAM = 2 << 9;
export const DEF_COMP_CELL = 2 << 10;
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT | DEF_TYPE_PARAM;

// ---- resolved scopes
export const LOCAL = 1;
export const GLOBAL_EXPLICIT = 2;
export const GLOBAL_IMPLICIT = 3;
export const FREE = 4;
export const CELL = 5;
export type Scope = typeof LOCAL | typeof GLOBAL_EXPLICIT | typeof GLOBAL_IMPLICIT | typeof FREE | typeof CELL;

/** One block's symbols; after analysis `scopes` holds the scope of each name. */
export class ScopeEntry {
  /** Flags of each (mangled) name, in order of first appearance. */
  symbols = new Map<string, number>();
  scopes = new Map<string, Scope>();
  /** Parameters in order. */
  varnames: string[] = [];
  children: ScopeEntry[] = [];
  /** Places of `global` and `nonlocal` statements. */
  directives = new Map<string, Position>();
  nested = false;
  free = false;
  childFree = false;
  generator = false;
  coroutine = false;
  /** What kind of comprehension this is, or null. */
  comprehension: 'list' | 'dict' | 'set' | 'generator' | null = null;
  varargs = false;
  varkeywords = false;
  returnsValue = false;
  /** A method's class must have a `__class__` cell. */
  needsClassClosure = false;
  needsClassdict = false;
  /** The comprehension runs inside its enclosing function (PEP 709). */
  inlined = false;
  /** Being inside the iterable expression of a comprehension: depth. */
  compIterExpr = 0;
  /** Visiting a comprehension's target. */
  compIterTarget = false;
  canSeeClassScope = false;

  constructor(
    readonly name: string,
    readonly type: BlockType,
    readonly lineno: number,
  ) {}

  flags(name: string): number {
    return this.symbols.get(name) ?? 0;
  }

  /** Resolved scope of a mangled name, 0 when the block never mentions it (_PyST_GetScope). */
  scope(name: string): Scope | 0 {
    return this.scopes.get(name) ?? 0;
  }

  /** True for blocks whose locals are fast (_PyST_IsFunctionLike). */
  get isFunctionLike(): boolean {
    return (
      this.type === 'function' ||
      this.type === 'TypeVar bound' ||
      this.type === 'type parameter' ||
      this.type === 'type alias'
    );
  }
}

/** `__name` inside `class Spam` becomes `_Spam__name` (_Py_Mangle). */
export function mangle(privateName: string | null, name: string): string {
  if (privateName === null || !name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = privateName.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}
