/**
 * The size of a frame's stack (Python/flowgraph.c, _PyCfg_Stackdepth), found on the tree: the functions of stack_depth_*.ts go
 * through a block as compile.c's code generator does and keep account of what its instructions push and pop.
 */
import type { UnitKind } from './code_unit.ts';
import type { ScopeEntry } from './scope.ts';
import type { Program, Unit } from './unit.ts';

/** A place that jumps lead to, by the depth they arrive with; no jump, no depth. */
export interface Label {
  depth: number;
}

/** What a jump out has to leave (compile.c's fblockinfo). */
export interface OpenBlock {
  /** Pops what the block keeps on the stack (compiler_unwind_fblock). `value`: a return value lies on top. */
  unwind: (value: boolean) => void;
  /** Where `break` leads to, for loops. */
  end: Label | null;
}

/** Depth of code that nothing leads to: pushing and popping leave it what it is. */
const UNREACHED = -Infinity;

/** The walk through one block. */
export class StackDepth {
  depth = 0;
  deepest = 0;
  blocks: OpenBlock[] = [];
  /** How many inlined comprehensions enclose the code. */
  comprehensions = 0;

  constructor(
    readonly program: Program,
    readonly kind: UnitKind,
    readonly scope: ScopeEntry,
    /** Number of positional parameters. */
    readonly argcount: number,
  ) {}

  get reached(): boolean {
    return this.depth !== UNREACHED;
  }

  push(count = 1): void {
    this.depth += count;
    if (this.depth > this.deepest) this.deepest = this.depth;
  }

  pop(count = 1): void {
    this.depth -= count;
  }

  /** An instruction that pops, then pushes. */
  op(popped: number, pushed: number): void {
    this.pop(popped);
    this.push(pushed);
  }

  /** Instructions that push `count` and pop them again. */
  touch(count: number): void {
    this.push(count);
    this.pop(count);
  }

  label(): Label {
    return { depth: UNREACHED };
  }

  /** A conditional jump; SETUP_FINALLY (`pushed` 1: the exception) and SETUP_CLEANUP (2: the instruction's offset too). */
  branch(to: Label, pushed = 0): void {
    this.touch(pushed);
    to.depth = Math.max(to.depth, this.depth + pushed);
  }

  /** The beginning of a region whose exceptions arrive at the label. */
  guard(pushed: 1 | 2): Label {
    const handler = this.label();
    this.branch(handler, pushed);
    return handler;
  }

  jump(to: Label): void {
    this.branch(to);
    this.leave();
  }

  /** Nothing falls through here: return, raise. */
  leave(): void {
    this.depth = UNREACHED;
  }

  here(label: Label): void {
    this.depth = Math.max(this.depth, label.depth);
  }
}

/** What a code object is made from. */
export type DepthVisitor = (d: StackDepth) => void;

/** co_stacksize of the unit whose code `visit` goes through. */
export function stackSize(u: Unit, argcount: number, visit: DepthVisitor): number {
  const d = new StackDepth(u.program, u.kind, u.scope, argcount);
  // RETURN_GENERATOR finds a place for the generator.
  if (u.isGenerator) d.touch(1);
  visit(d);
  return d.deepest;
}
