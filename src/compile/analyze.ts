/** The symbol table's second pass: the scope of every name (Python/symtable.c, analyze_block and neighbours). */
import { compileError, type SourceInfo } from './errors.ts';
import {
  CELL,
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_FREE,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  type Scope,
  type ScopeEntry,
} from './scope.ts';

type Names = Set<string>;

/** Resolves all blocks from the module's down. Throws PySyntaxError for impossible `nonlocal`s. */
export function analyze(top: ScopeEntry, source: SourceInfo): void {
  new Analyzer(source).block(top, null, new Set(), new Set(), new Set(), null);
}

function addAll(to: Names, from: Iterable<string>): void {
  for (const name of from) to.add(name);
}

class Analyzer {
  constructor(private readonly source: SourceInfo) {}

  /** analyze_block; adds the block's free names to `free`. */
  block(
    ste: ScopeEntry,
    bound: Names | null,
    free: Names,
    global: Names,
    typeParams: Names,
    classEntry: ScopeEntry | null,
  ): void {
    const local: Names = new Set();
    const scopes = ste.scopes;
    const newGlobal: Names = new Set();
    const newFree: Names = new Set();
    const newBound: Names = new Set();
    const inlinedCells: Names = new Set();
    const isClass = ste.type === 'class';
    if (isClass) {
      addAll(newGlobal, global);
      if (bound !== null) addAll(newBound, bound);
    }
    for (const [name, flags] of ste.symbols)
      this.name(ste, name, flags, bound, local, free, global, typeParams, classEntry);
    if (!isClass) {
      if (ste.isFunctionLike) addAll(newBound, local);
      if (bound !== null) addAll(newBound, bound);
      addAll(newGlobal, global);
    } else {
      newBound.add('__class__');
      newBound.add('__classdict__');
    }
    const children: ScopeEntry[] = [];
    for (const child of ste.children) {
      const childClass = !child.canSeeClassScope ? null : isClass ? ste : classEntry;
      const inline = child.comprehension !== null && !child.generator;
      const childFree: Names = new Set();
      this.block(child, new Set(newBound), childFree, new Set(newGlobal), new Set(typeParams), childClass);
      if (inline) {
        this.inlineComprehension(ste, child, scopes, childFree, inlinedCells);
        child.inlined = true;
        children.push(...child.children);
      } else children.push(child);
      addAll(newFree, childFree);
      if (child.free || child.childFree) ste.childFree = true;
    }
    ste.children = children;
    if (ste.isFunctionLike) {
      for (const [name, scope] of scopes) {
        if (scope !== LOCAL || (!newFree.has(name) && !inlinedCells.has(name))) continue;
        scopes.set(name, CELL);
        newFree.delete(name);
      }
    } else if (isClass) {
      if (newFree.delete('__class__')) ste.needsClassClosure = true;
      if (newFree.delete('__classdict__')) ste.needsClassdict = true;
    }
    this.updateSymbols(ste, bound, newFree, inlinedCells, isClass || ste.canSeeClassScope);
    addAll(free, newFree);
  }

  /** analyze_name */
  private name(
    ste: ScopeEntry,
    name: string,
    flags: number,
    bound: Names | null,
    local: Names,
    free: Names,
    global: Names,
    typeParams: Names,
    classEntry: ScopeEntry | null,
  ): void {
    const set = (scope: Scope): void => {
      ste.scopes.set(name, scope);
    };
    if ((flags & DEF_GLOBAL) !== 0) {
      if ((flags & DEF_NONLOCAL) !== 0) this.error(ste, name, `name '${name}' is nonlocal and global`);
      set(GLOBAL_EXPLICIT);
      global.add(name);
      bound?.delete(name);
    } else if ((flags & DEF_NONLOCAL) !== 0) {
      if (bound === null) this.error(ste, name, 'nonlocal declaration not allowed at module level');
      if (!bound.has(name)) this.error(ste, name, `no binding for nonlocal '${name}' found`);
      if (typeParams.has(name)) this.error(ste, name, `nonlocal binding not allowed for type parameter '${name}'`);
      set(FREE);
      ste.free = true;
      free.add(name);
    } else if ((flags & DEF_BOUND) !== 0) {
      set(LOCAL);
      local.add(name);
      global.delete(name);
      if ((flags & DEF_TYPE_PARAM) !== 0) typeParams.add(name);
      else typeParams.delete(name);
    } else {
      if (classEntry !== null) {
        const classFlags = classEntry.flags(name);
        if ((classFlags & DEF_GLOBAL) !== 0) return set(GLOBAL_EXPLICIT);
        if ((classFlags & DEF_BOUND) !== 0 && (classFlags & DEF_NONLOCAL) === 0) return set(GLOBAL_IMPLICIT);
      }
      if (bound !== null && bound.has(name)) {
        set(FREE);
        ste.free = true;
        free.add(name);
        return;
      }
      if (!global.has(name) && ste.nested) ste.free = true;
      set(GLOBAL_IMPLICIT);
    }
  }

  private error(ste: ScopeEntry, name: string, msg: string): never {
    const where = ste.directives.get(name);
    return compileError(this.source, where!, msg);
  }

  /** inline_comprehension (PEP 709): the comprehension's names join the block's. */
  private inlineComprehension(
    ste: ScopeEntry,
    comp: ScopeEntry,
    scopes: Map<string, Scope>,
    compFree: Names,
    inlinedCells: Names,
  ): void {
    for (const [name, flags] of comp.symbols) {
      if ((flags & DEF_PARAM) !== 0) continue;
      let scope = comp.scope(name);
      if (scope === CELL || (flags & DEF_COMP_CELL) !== 0) inlinedCells.add(name);
      const existing = ste.symbols.get(name);
      if (existing === undefined) {
        let copied = flags;
        if (scope === FREE && ste.type === 'class' && name === '__class__') {
          scope = GLOBAL_IMPLICIT;
          copied &= ~DEF_FREE;
          compFree.delete(name);
        }
        ste.symbols.set(name, copied);
        if (scope !== 0) scopes.set(name, scope);
      } else if ((existing & DEF_BOUND) !== 0 && ste.type !== 'class' && !freeInAnyChild(comp, name)) {
        compFree.delete(name);
      }
    }
  }

  private updateSymbols(
    ste: ScopeEntry,
    bound: Names | null,
    free: Names,
    inlinedCells: Names,
    classFlag: boolean,
  ): void {
    for (const name of inlinedCells) {
      const flags = ste.symbols.get(name);
      if (flags !== undefined) ste.symbols.set(name, flags | DEF_COMP_CELL);
    }
    for (const name of free) {
      const flags = ste.symbols.get(name);
      if (flags !== undefined) {
        if (classFlag) ste.symbols.set(name, flags | DEF_FREE_CLASS);
        continue;
      }
      if (bound !== null && !bound.has(name)) continue;
      ste.symbols.set(name, 0);
      ste.scopes.set(name, FREE);
    }
  }
}

function freeInAnyChild(entry: ScopeEntry, name: string): boolean {
  return entry.children.some(child => child.scope(name) === FREE);
}
