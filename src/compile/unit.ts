/**
 * One code object while its JavaScript is being written: the text so far, temporaries, the value stack, variables and tables.
 *
 * The text is three-address code: every step is a statement on a line of its own, in Python's order of evaluation. What
 * the stack of CPython's frame would hold is held in JavaScript variables; an operand that must survive an operation that may
 * raise is put in a *slot* (`s0`, `s1`... by stack depth), and the
 * function's catch clause releases the slots that are not null. In the text, `$name` stands for the runtime's `name`.
 */
import type { Constant, Position } from '../syntax/ast.ts';
import type { CodeConstant, UnitKind } from './code_unit.ts';
import { compileError, type SourceInfo } from './errors.ts';
import { type Flow } from './flow.ts';
import { constantKey } from './fold_constants.ts';
import { constantOperand, ownedOperand, type Operand } from './operands.ts';
import { CELL, FREE, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, LOCAL, mangle, type ScopeEntry } from './scope.ts';
import type { SymbolTable } from './symtable.ts';

/** What all units of one program share. */
export interface Program {
  source: SourceInfo;
  table: SymbolTable;
  /** CO_FUTURE_* flags in force. */
  future: number;
  /** Compiled for the interactive prompt: expression statements are displayed. */
  interactive: boolean;
}

/** How a name is reached in this block. */
export type Access = 'fast' | 'cell' | 'free' | 'global' | 'name';

/** A statement that a jump has to leave properly (compile.c's fblockinfo). */
export interface Block {
  kind: 'loop' | 'cleanup';
  /** JavaScript labels of a loop. */
  breakLabel: string;
  continueLabel: string;
  /** Flow states at the jumps out of a loop. */
  breaks: Flow[];
  /**
   * Emits what leaving through this block takes. Answers true when the jump was handed over: the block itself will
   * carry on after its finally part.
   */
  leave: (jump: Jump) => boolean;
}

/** A `return` (its value in `value`, taken), `break` or `continue` on its way out. */
export interface Jump {
  kind: 'return' | 'break' | 'continue';
  value: string | null;
  /** Index in `blocks` of the loop that is left or continued; -1 for return. */
  target: number;
}

export class Unit {
  // ---- the text
  readonly lines: string[] = [];
  readonly linePositions: number[] = [];
  readonly positions: number[] = [];
  private lastPosition: Position | null = null;
  /** Index that `P` is known to hold at this point, or -1. */
  knownP = -1;
  /** Index of the position of what is being emitted. */
  private currentP = 0;
  /** Closure variables of the function: caches and cached entries. */
  readonly prelude: string[] = [];
  // ---- tables
  readonly consts: CodeConstant[] = [];
  private readonly constIndex = new Map<string, number>();
  readonly usedConsts = new Set<number>();
  readonly names: string[] = [];
  private readonly nameIndex = new Map<string, number>();
  readonly usedNames = new Set<number>();
  private readonly globalCaches = new Set<number>();
  private readonly versions = new Set<string>();
  private caches = 0;
  // ---- variables
  readonly varnames: string[] = [];
  private readonly locals = new Map<string, string>();
  /** Scopes that an inlined comprehension gives to names while it is compiled. */
  readonly scopeOverrides = new Map<string, number>();
  /** Names an inlined comprehension keeps in fast locals although the block has none. */
  readonly hiddenLocals = new Set<string>();
  /** Variables of inlined comprehensions: name -> the slot that holds the value or cell. */
  readonly varOverrides = new Map<string, string>();
  inlinedComprehensions = 0;
  flow: Flow | null = { bound: new Set(), maybe: new Set() };
  // ---- temporaries
  readonly temps: string[] = [];
  private readonly freeTemps: string[] = [];
  private scratches = 0;
  private labels = 0;
  // ---- the stack
  readonly stack: Operand[] = [];
  /** Slots used so far in the innermost region that a catch clause covers, innermost last. */
  readonly regions: Set<number>[] = [new Set()];
  readonly allSlots = new Set<number>();
  /** Slots that at some time hold the saved handled exception; a flag `f<n>` tells. */
  readonly excSlots = new Set<number>();
  /** Labels of the exception paths that enclose the code, innermost last: `E = exception; break LABEL;` raises. */
  readonly excLabels: string[] = ['EXC'];
  /** A generator whose suspensions all allow it to be a plain function (see resumable.ts). */
  isResumable = true;
  readonly blocks: Block[] = [];
  readonly flags = new Set<string>();
  /** Locals are in the array `L` (generators; functions whose locals are looked at from outside). */
  arrayLocals = false;
  isGenerator = false;
  /** `super` is used other than in `super()` of a method: it will look at the frame. */
  usesBareSuper = false;
  isCoroutine = false;
  /** For module code: names live in the mapping `ns`, not in the globals. */
  mapped = false;

  constructor(
    readonly program: Program,
    readonly kind: UnitKind,
    readonly scope: ScopeEntry,
    readonly qualname: string,
    readonly privateName: string | null,
    readonly parent: Unit | null,
  ) {}

  error(where: Position, msg: string): never {
    return compileError(this.program.source, where, msg);
  }

  // ---- emitting

  emit(text: string): void {
    this.lines.push(text);
    this.linePositions.push(this.currentP);
  }

  /** Index of a node's position in the table. */
  position(node: Position): number {
    const last = this.lastPosition;
    if (
      last !== null &&
      last.lineno === node.lineno &&
      last.col_offset === node.col_offset &&
      last.end_lineno === node.end_lineno &&
      last.end_col_offset === node.end_col_offset
    )
      return this.positions.length / 4 - 1;
    // Index 0 means "no position".
    if (this.positions.length === 0) this.positions.push(0, 0, 0, 0);
    this.lastPosition = node;
    this.positions.push(node.lineno, node.end_lineno, node.col_offset, node.end_col_offset);
    return this.positions.length / 4 - 1;
  }

  /** Sets `P` (unless it is known to hold it already): the next line may raise at `node`. */
  at(node: Position): void {
    const index = this.position(node);
    this.currentP = index;
    if (this.knownP === index) return;
    this.emit(`P = ${index};`);
    this.knownP = index;
  }

  /** Several paths meet here: nothing is known about `P`. */
  join(): void {
    this.knownP = -1;
  }

  label(prefix: string): string {
    return `${prefix}${this.labels++}`;
  }

  /** Declares a closure variable with an initial value; answers its name. A `var`: each read of an outer `let` checks that it is initialized. */
  cache(prefix: string, init: string): string {
    const name = `${prefix}${this.caches++}`;
    this.prelude.push(`var ${name} = ${init};`);
    return name;
  }

  // ---- tables

  constantIndex(c: Constant): number {
    const key = constantKey(c);
    let index = this.constIndex.get(key);
    if (index === undefined) {
      index = this.consts.length;
      this.consts.push(c);
      this.constIndex.set(key, index);
    }
    return index;
  }

  /** A constant as operand. */
  constant(c: Constant): Operand {
    switch (c.t) {
      case 'None':
      case 'True':
      case 'False':
      case 'Ellipsis':
        this.constantIndex(c);
        return constantOperand(`$${c.t}`, c);
      default: {
        const index = this.constantIndex(c);
        this.usedConsts.add(index);
        return constantOperand(`k${index}`, c);
      }
    }
  }

  codeConstant(c: CodeConstant): string {
    const index = this.consts.length;
    this.consts.push(c);
    this.usedConsts.add(index);
    return `k${index}`;
  }

  /** Index of a name in co_names. */
  nameOf(name: string): number {
    let index = this.nameIndex.get(name);
    if (index === undefined) {
      index = this.names.length;
      this.names.push(name);
      this.nameIndex.set(name, index);
    }
    return index;
  }

  /** JavaScript variable that holds the str object of a name. */
  nameVar(name: string): string {
    const index = this.nameOf(name);
    this.usedNames.add(index);
    return `n${index}`;
  }

  /** JavaScript variable that caches the globals' dict entry of a name. */
  globalCache(name: string): string {
    const index = this.nameOf(name);
    if (!this.globalCaches.has(index)) {
      this.globalCaches.add(index);
      this.prelude.push(`var g${index} = $DEAD_ENTRY;`);
    }
    return `g${index}`;
  }

  /** As globalCache, for stores of a builtin's name: its loads may have the entry of builtins cached. */
  globalStoreCache(name: string): string {
    const cache = `gs${this.nameOf(name)}`;
    if (!this.versions.has(cache)) {
      this.versions.add(cache);
      this.prelude.push(`var ${cache} = $DEAD_ENTRY;`);
    }
    return cache;
  }

  /** JavaScript variable with the globals' keysVersion at which the entry of a builtin's name was cached. */
  globalVersion(name: string): string {
    const version = `w${this.nameOf(name)}`;
    if (!this.versions.has(version)) {
      this.versions.add(version);
      this.prelude.push(`var ${version} = -1;`);
    }
    return version;
  }

  mangle(name: string): string {
    return mangle(this.privateName, name);
  }

  // ---- variables

  /** How the (mangled) name is reached here (compiler_nameop). */
  access(name: string): Access {
    const scope = this.scopeOverrides.get(name) ?? this.scope.scope(name);
    switch (scope) {
      case FREE:
        return 'free';
      case CELL:
        return 'cell';
      case LOCAL:
        return this.scope.isFunctionLike || this.hiddenLocals.has(name) ? 'fast' : 'name';
      case GLOBAL_IMPLICIT:
        if (this.scope.isFunctionLike) return 'global';
        return this.scope.type === 'class' && this.inlinedComprehensions > 0 ? 'global' : 'name';
      case GLOBAL_EXPLICIT:
        return 'global';
      default:
        return this.scope.isFunctionLike ? 'global' : 'name';
    }
  }

  /** Key of a variable in the flow states: the name, unless a comprehension has taken the name over. */
  flowKey(name: string): string {
    return this.varOverrides.get(name) ?? name;
  }

  /** JavaScript variable of a fast local. */
  localVar(name: string): string {
    const override = this.varOverrides.get(name);
    if (override !== undefined) return override;
    let js = this.locals.get(name);
    if (js === undefined) {
      const index = this.varnames.length;
      this.varnames.push(name);
      js = /^[A-Za-z_]\w*$/.test(name) ? `v_${name}` : `v${index}$`;
      this.locals.set(name, js);
    }
    return js;
  }

  /** Slot of the fast local in the JavaScript variable `js`, or -1. */
  localIndex(js: string): number {
    for (const [name, variable] of this.locals) if (variable === js) return this.varnames.indexOf(name);
    return -1;
  }

  /** JavaScript variable of a cell, own or free. */
  cellVar(name: string): string {
    const override = this.varOverrides.get(name);
    if (override !== undefined) return override;
    return /^[A-Za-z_]\w*$/.test(name) ? `c_${name}` : `c$${Array.from(name, ch => ch.codePointAt(0)).join('_')}`;
  }

  // ---- temporaries

  temp(): string {
    const free = this.freeTemps.pop();
    if (free !== undefined) return free;
    const name = `u${this.temps.length}`;
    this.temps.push(name);
    return name;
  }

  freeTemp(name: string): void {
    this.freeTemps.push(name);
  }

  /** A variable for numbers and other values that are no counted references; never given back. */
  scratch(): string {
    const name = `x${this.scratches++}`;
    this.flags.add(name);
    return name;
  }

  /** The operands are used up: their temporaries may be used again. */
  done(...operands: Operand[]): void {
    for (const o of operands)
      if (o.temp) {
        o.temp = false;
        this.freeTemp(o.js);
      }
  }

  /** A new owned operand in a fresh temporary. */
  result(exact: Operand['exact'] = null): Operand {
    return ownedOperand(this.temp(), exact);
  }

  // ---- the stack

  push(o: Operand): Operand {
    this.stack.push(o);
    return o;
  }

  pop(o: Operand): Operand {
    if (this.stack.pop() !== o) throw new Error('compiler: unbalanced stack');
    return o;
  }

  slotName(index: number): string {
    this.allSlots.add(index);
    this.regions[this.regions.length - 1].add(index);
    return `s${index}`;
  }

  /** Puts operand `index` of the stack into its slot, taking a reference when it was borrowed. */
  private spillAt(index: number): void {
    const o = this.stack[index];
    if (o.slot !== null || o.immortal) return;
    const slot = this.slotName(index);
    this.emit(o.owned ? `${slot} = ${o.js};` : `++(${slot} = ${o.js}).rc;`);
    o.slot = slot;
    o.owned = true;
  }

  /** What follows may raise or run other code: everything on the stack goes into its slot. */
  spill(): void {
    for (let i = 0; i < this.stack.length; i++) this.spillAt(i);
  }

  /** An operation at `node` that may raise follows. */
  raising(node: Position): void {
    this.spill();
    this.at(node);
  }

  /**
   * The slow branch of an operation at `node`: `code` with the stack in slots while it runs. The branch leaves the state of
   * the fast path untouched.
   */
  slow(node: Position, code: string): string {
    let before = '';
    let after = '';
    this.stack.forEach((o, i) => {
      if (o.slot !== null || o.immortal) return;
      const slot = this.slotName(i);
      before += o.owned ? `${slot} = ${o.js}; ` : `++(${slot} = ${o.js}).rc; `;
      after += o.owned ? ` ${slot} = null;` : ` --${o.js}.rc; ${slot} = null;`;
    });
    const index = this.position(node);
    this.currentP = index;
    const p = this.knownP === index ? '' : `P = ${index}; `;
    if (this.knownP !== index) this.knownP = -1;
    return `${before}${p}${code}${after}`;
  }

  /**
   * The slow branch of an operation whose helper answers into `js`, null when it raised. `negate` turns a truth value around.
   */
  slowResult(node: Position, js: string, call: string, negate = false): string {
    return this.slow(node, `${js} = ${call}; ${this.checkText(js)}${negate ? ` ${js} = !${js};` : ''}`);
  }

  /** The slow branch of an operation without result; its helper answers null when it raised. */
  slowEffect(node: Position, call: string): string {
    return this.slow(node, `if (${call} === null) { ${this.raiseText('$S.raised')} }`);
  }

  /** A local variable is about to change: operands that borrow it get references of their own. */
  flushLocal(js: string): void {
    for (const o of this.stack) {
      if (o.js !== js) continue;
      if (o.slot !== null) {
        o.js = o.slot;
        continue;
      }
      const t = this.temp();
      this.emit(`++(${t} = ${js}).rc;`);
      o.js = t;
      o.owned = true;
      o.temp = true;
    }
  }

  /** Text that raises the exception in `js` without a JavaScript throw. */
  raiseText(js: string): string {
    return `E = ${js}; break ${this.excLabels[this.excLabels.length - 1]};`;
  }

  /** Text that passes on the exception of a call whose result `js` is null. */
  checkText(js: string): string {
    return `if (${js} === null) { ${this.raiseText('$S.raised')} }`;
  }

  // ---- references

  /** Text of a reference that the next line consumes; emits the increment or the emptying of the slot. */
  take(o: Operand): string {
    if (o.owned) this.unslot(o);
    else if (!o.immortal) this.emit(`++${o.js}.rc;`);
    return o.js;
  }

  /** Empties an owned operand's slot: what follows consumes or releases the reference. */
  unslot(o: Operand): void {
    if (o.slot === null) return;
    if (o.slot === o.js) {
      o.js = this.temp();
      o.temp = true;
      this.emit(`${o.js} = ${o.slot};`);
    }
    this.emit(`${o.slot} = null;`);
    o.slot = null;
  }

  /** Text that gives an owned operand's reference up (empty for a borrowed one). The slot must be empty. `type`: exact, as known there. */
  releaseText(o: Operand, type: 'Int' | 'Float' | '' = ''): string {
    return o.owned ? ` if (--${o.js}.rc === 0) $dealloc${type}(${o.js});` : '';
  }

  /** Gives an operand up. */
  release(o: Operand): void {
    if (o.owned) {
      this.unslot(o);
      this.emit(this.releaseText(o).trim());
    }
    this.done(o);
  }

  /** Makes an operand that stays valid whatever happens to locals: owned, in a temporary of its own. */
  ownedTemp(o: Operand): Operand {
    if (o.owned && o.temp) return o;
    const t = this.temp();
    this.unslot(o);
    const js = o.js;
    this.emit(o.owned || o.immortal ? `${t} = ${js};` : `++(${t} = ${js}).rc;`);
    this.done(o);
    return ownedOperand(t, o.exact);
  }
}
