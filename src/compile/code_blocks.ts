/** The blocks that become code objects: functions, lambdas, generator expressions, class bodies and modules. */
import type {
  AsyncFunctionDef,
  ClassDef,
  Expr,
  FunctionDef,
  GeneratorExp,
  Lambda,
  Mod,
  Position,
  Stmt,
} from '../syntax/ast.ts';
import { assemble } from './assemble.ts';
import {
  CO_ASYNC_GENERATOR,
  CO_COROUTINE,
  CO_GENERATOR,
  CO_NESTED,
  CO_NEWLOCALS,
  CO_OPTIMIZED,
  CO_VARARGS,
  CO_VARKEYWORDS,
  type CodeUnit,
  type Generated,
} from './code_unit.ts';
import { expr } from './expressions.ts';
import { generatorBody } from './generators.ts';
import { storeName } from './names.ts';
import { borrowedOperand, ownedOperand } from './operands.ts';
import { CELL, DEF_ANNOT, DEF_FREE_CLASS, FREE, GLOBAL_EXPLICIT, LOCAL, type ScopeEntry, USE } from './scope.ts';
import { emitStatements } from './statements.ts';
import type { DepthVisitor } from './stack_depth.ts';
import { classCode, functionCode, moduleCode } from './stack_depth_definitions.ts';
import { docstring } from './symtable.ts';
import { Unit, type Program } from './unit.ts';
import { hasVisibleLocals, reachesItsFrame } from './visible_locals.ts';

export type FunctionNode = FunctionDef | AsyncFunctionDef | Lambda | GeneratorExp;

/** Whose names a unit's own names go with: the unit around it, unless that is a scope of type parameters. */
function namingParent(u: Unit): Unit {
  return u.scope.type === 'type parameter' || u.scope.type === 'TypeVar bound' ? u.parent! : u;
}

/** compiler_set_qualname */
export function qualifiedName(parent: Unit, name: string, isDefinition: boolean): string {
  const p = namingParent(parent);
  if (p.kind === 'module') return name;
  if (isDefinition && p.scope.scope(p.mangle(name)) === GLOBAL_EXPLICIT) return name;
  const hasLocals = (p.scope.type === 'function' && p.scope.comprehension === null) || p.scope.type === 'type alias';
  return hasLocals ? `${p.qualname}.<locals>.${name}` : `${p.qualname}.${name}`;
}

export function namesOf(entry: ScopeEntry, scope: number, flag: number): string[] {
  const names: string[] = [];
  for (const [name, flags] of entry.symbols)
    if (entry.scope(name) === scope || (flag !== 0 && (flags & flag) !== 0)) names.push(name);
  return names.sort();
}

function functionFlags(u: Unit, entry: ScopeEntry): number {
  let flags = CO_OPTIMIZED | CO_NEWLOCALS | u.program.future;
  if (entry.nested) flags |= CO_NESTED;
  if (entry.varargs) flags |= CO_VARARGS;
  if (entry.varkeywords) flags |= CO_VARKEYWORDS;
  if (entry.generator && entry.coroutine) flags |= CO_ASYNC_GENERATOR;
  else if (entry.generator) flags |= CO_GENERATOR;
  else if (entry.coroutine) flags |= CO_COROUTINE;
  return flags;
}

/** The code of a function, lambda or generator expression. */
export function functionUnit(parent: Unit, node: FunctionNode, firstlineno: number): CodeUnit {
  const program = parent.program;
  const entry = program.table.blocks.get(node)!;
  const args = node.kind === 'GeneratorExp' ? null : node.args;
  const name = node.kind === 'Lambda' ? '<lambda>' : node.kind === 'GeneratorExp' ? '<genexpr>' : node.name;
  const isDefinition = node.kind === 'FunctionDef' || node.kind === 'AsyncFunctionDef';
  const doc = isDefinition ? docstring(node.body) : null;
  const body = isDefinition ? node.body : null;
  return blockUnit(parent, entry, {
    name,
    qualname: qualifiedName(parent, name, isDefinition),
    firstlineno,
    argcount: args === null ? 1 : args.posonlyargs.length + args.args.length,
    posonlyargcount: args === null ? 0 : args.posonlyargs.length,
    kwonlyargcount: args === null ? 0 : args.kwonlyargs.length,
    docstring: doc,
    depth: d => functionCode(d, node),
    write: u => {
      if (node.kind === 'GeneratorExp') generatorBody(u, node);
      else if (node.kind === 'Lambda') {
        u.constantIndex({ t: 'None' });
        returnValue(u, node.body);
      } else {
        u.constantIndex(doc === null ? { t: 'None' } : { t: 'str', v: doc });
        emitStatements(u, doc === null ? body! : body!.slice(1));
      }
    },
  });
}

function returnValue(u: Unit, e: Expr): void {
  const o = expr(u, e);
  u.emit(`R = ${u.take(o)};`);
  u.done(o);
  u.flow = null;
}

export interface BlockDescription {
  name: string;
  qualname: string;
  firstlineno: number;
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  docstring: string | null;
  write: (u: Unit) => void;
  /** Goes through what `write` writes, for the depth of the stack. */
  depth: DepthVisitor;
}

/** A function-like code unit whose body is written by `block.write`. */
export function blockUnit(parent: Unit, entry: ScopeEntry, block: BlockDescription): CodeUnit {
  const program = parent.program;
  // Parameters first, as their slots come first.
  const cells = namesOf(entry, CELL, 0);
  const cellvars = [
    ...entry.varnames.filter(n => cells.includes(n)),
    ...cells.filter(n => !entry.varnames.includes(n)),
  ];
  const freevars = namesOf(entry, FREE, DEF_FREE_CLASS);
  const { privateName } = parent;
  const generate = (arrayLocals: boolean): Unit => {
    const u = new Unit(program, 'function', entry, block.qualname, privateName, parent);
    u.isGenerator = entry.generator || entry.coroutine;
    u.isCoroutine = entry.coroutine;
    u.arrayLocals = arrayLocals || u.isGenerator;
    for (const name of entry.varnames) {
      u.localVar(name);
      u.flow!.bound.add(name);
      u.flow!.maybe.add(name);
    }
    block.write(u);
    // What no code leads to is not written, but its variables have their places.
    for (const [name, flags] of entry.symbols)
      if (entry.scope(name) === LOCAL && (flags & (DEF_ANNOT | USE)) !== DEF_ANNOT) u.localVar(name);
    return u;
  };
  let done: Generated | null = null;
  const unit: CodeUnit = {
    kind: 'function',
    ...block,
    filename: program.source.filename,
    flags: functionFlags(parent, entry),
    parameters: entry.varnames,
    cellvars,
    freevars,
    generate() {
      if (done === null) {
        let u = generate(hasVisibleLocals(entry.symbols));
        if (!u.arrayLocals && (u.usesBareSuper || reachesItsFrame(u.names))) u = generate(true);
        done = assemble(u, unit, block.depth);
      }
      return done;
    },
    generateMapped: () => unit.generate(),
  };
  return unit;
}

/** The code of a class body. */
export function classUnit(parent: Unit, node: ClassDef, firstlineno: number): CodeUnit {
  const program = parent.program;
  const entry = program.table.blocks.get(node)!;
  const qualname = qualifiedName(parent, node.name, true);
  const cellvars: string[] = [];
  if (entry.needsClassClosure) cellvars.push('__class__');
  if (entry.needsClassdict) cellvars.push('__classdict__');
  let done: Generated | null = null;
  const unit: CodeUnit = {
    kind: 'class',
    name: node.name,
    qualname,
    filename: program.source.filename,
    firstlineno,
    flags: program.future,
    argcount: 0,
    posonlyargcount: 0,
    kwonlyargcount: 0,
    parameters: [],
    cellvars,
    freevars: namesOf(entry, FREE, DEF_FREE_CLASS).filter(n => !cellvars.includes(n)),
    docstring: null,
    generate() {
      if (done !== null) return done;
      const u = new Unit(program, 'class', entry, qualname, node.name, parent);
      writeClassBody(u, node, qualname, firstlineno);
      done = assemble(u, unit, d => classCode(d, node));
      return done;
    },
    generateMapped: () => unit.generate(),
  };
  return unit;
}

function lineOnly(lineno: number): Position {
  return { lineno, end_lineno: lineno, col_offset: 0, end_col_offset: 0 };
}

function writeClassBody(u: Unit, node: ClassDef, qualname: string, firstlineno: number): void {
  const start = lineOnly(firstlineno);
  const module = ownedOperand(u.temp());
  u.raising(start);
  u.emit(`${module.js} = $loadName(I, ns, ${u.nameVar('__name__')});`);
  storeName(u, '__module__', module, start);
  storeName(u, '__qualname__', u.constant({ t: 'str', v: qualname }), start);
  if (node.type_params.length > 0) {
    const params = ownedOperand(u.temp());
    u.emit(`++(${params.js} = ${u.cellVar('.type_params')}.v).rc;`);
    storeName(u, '__type_params__', params, start);
  }
  if (u.scope.needsClassdict) u.emit(`++ns.rc; ${u.cellVar('__classdict__')}.v = ns;`);
  writeBody(u, node.body);
  if (u.scope.needsClassClosure) {
    const cell = u.cellVar('__class__');
    storeName(u, '__classcell__', borrowedOperand(cell), start);
    u.emit(`++(R = ${cell}).rc;`);
  }
}

/** The statements of a module or class: docstring and `__annotations__` first (compiler_body). */
function writeBody(u: Unit, body: Stmt[]): void {
  if (body.some(hasAnnotation)) {
    u.raising(lineOnly(body[0].lineno));
    u.emit(`$setupAnnotations(${u.kind === 'module' && !u.mapped ? 'D' : 'ns'});`);
  }
  const doc = docstring(body);
  if (doc !== null) storeName(u, '__doc__', u.constant({ t: 'str', v: doc }), body[0]);
  emitStatements(u, doc === null ? body : body.slice(1));
}

/** find_ann: a statement list has annotated assignments outside nested functions and classes. */
function hasAnnotation(s: Stmt): boolean {
  switch (s.kind) {
    case 'AnnAssign':
      return true;
    case 'For':
    case 'AsyncFor':
    case 'While':
    case 'If':
      return s.body.some(hasAnnotation) || s.orelse.some(hasAnnotation);
    case 'With':
    case 'AsyncWith':
      return s.body.some(hasAnnotation);
    case 'Try':
    case 'TryStar':
      return (
        s.body.some(hasAnnotation) ||
        s.handlers.some(h => h.body.some(hasAnnotation)) ||
        s.orelse.some(hasAnnotation) ||
        s.finalbody.some(hasAnnotation)
      );
    case 'Match':
      return s.cases.some(c => c.body.some(hasAnnotation));
    default:
      return false;
  }
}

/** The code of a whole program. */
export function moduleUnit(program: Program, mod: Mod): CodeUnit {
  const entry = program.table.top;
  const done: (Generated | null)[] = [null, null];
  const generate = (mapped: boolean): Generated => {
    const known = done[mapped ? 1 : 0];
    if (known !== null) return known;
    const u = new Unit(program, 'module', entry, '<module>', null, null);
    u.mapped = mapped;
    if (mod.kind === 'Expression') returnValue(u, mod.body);
    else if (mod.kind === 'Interactive') emitInteractive(u, mod.body);
    else writeBody(u, mod.body);
    const result = assemble(u, unit, d => moduleCode(d, mod));
    done[mapped ? 1 : 0] = result;
    return result;
  };
  const unit: CodeUnit = {
    kind: 'module',
    name: '<module>',
    qualname: '<module>',
    filename: program.source.filename,
    firstlineno: 1,
    flags: program.future,
    argcount: 0,
    posonlyargcount: 0,
    kwonlyargcount: 0,
    parameters: [],
    cellvars: [],
    freevars: [],
    docstring: null,
    generate: () => generate(false),
    generateMapped: () => generate(true),
  };
  return unit;
}

function emitInteractive(u: Unit, body: Stmt[]): void {
  if (body.some(hasAnnotation)) u.emit(`$setupAnnotations(${u.mapped ? 'ns' : 'D'});`);
  emitStatements(u, body);
}
