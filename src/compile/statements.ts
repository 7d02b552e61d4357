/** Statements: the table of kinds, and the plain ones (compiler_visit_stmt). */
import type { Assert, ExprStmt, If, Import, ImportFrom, Return, Stmt } from '../syntax/ast.ts';
import { annAssign, assign, augAssign, deleteStatement } from './assignments.ts';
import { jumpIf } from './conditions.ts';
import { raiseStatement, tryStarStatement, tryStatement, withStatement } from './exceptions.ts';
import { expr } from './expressions.ts';
import { copyFlow, mergeFlow, type Flow } from './flow.ts';
import { constantTruth } from './fold_constants.ts';
import { classStatement, functionStatement, typeAlias } from './functions.ts';
import { asyncForStatement, asyncWithStatement } from './generators.ts';
import { forStatement, whileStatement } from './loops.ts';
import { storeName } from './names.ts';
import { ownedOperand } from './operands.ts';
import { matchStatement } from './patterns.ts';
import type { Jump, Unit } from './unit.ts';

/** Emits statements; what cannot be reached is left out. */
export function emitStatements(u: Unit, body: Stmt[]): void {
  for (const s of body) if (u.flow !== null) statement(u, s);
}

function statement(u: Unit, s: Stmt): void {
  switch (s.kind) {
    case 'Expr':
      expressionStatement(u, s);
      break;
    case 'Assign':
      assign(u, s);
      break;
    case 'AugAssign':
      augAssign(u, s);
      break;
    case 'AnnAssign':
      annAssign(u, s);
      break;
    case 'Delete':
      deleteStatement(u, s);
      break;
    case 'If':
      ifStatement(u, s);
      break;
    case 'For':
      forStatement(u, s);
      break;
    case 'AsyncFor':
      asyncForStatement(u, s);
      break;
    case 'While':
      whileStatement(u, s);
      break;
    case 'Return':
      returnStatement(u, s);
      break;
    case 'Break':
    case 'Continue':
      loopJump(u, s.kind === 'Break' ? 'break' : 'continue');
      break;
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      functionStatement(u, s);
      break;
    case 'ClassDef':
      classStatement(u, s);
      break;
    case 'TypeAlias':
      typeAlias(u, s);
      break;
    case 'Try':
      tryStatement(u, s);
      break;
    case 'TryStar':
      tryStarStatement(u, s);
      break;
    case 'With':
      withStatement(u, s);
      break;
    case 'AsyncWith':
      asyncWithStatement(u, s);
      break;
    case 'Raise':
      raiseStatement(u, s);
      break;
    case 'Assert':
      assertStatement(u, s);
      break;
    case 'Import':
      importStatement(u, s);
      break;
    case 'ImportFrom':
      importFrom(u, s);
      break;
    case 'Match':
      matchStatement(u, s);
      break;
    case 'Global':
    case 'Nonlocal':
    case 'Pass':
      break;
  }
}

function expressionStatement(u: Unit, s: ExprStmt): void {
  if (u.program.interactive && u.kind === 'module') {
    const o = expr(u, s.value);
    u.raising(s);
    u.emit(`$printExpr(${u.take(o)});`);
    u.done(o);
    return;
  }
  if (s.value.kind === 'Constant') return;
  const o = expr(u, s.value);
  if (o.owned) u.release(o);
  else u.done(o);
}

function ifStatement(u: Unit, s: If): void {
  if (s.test.kind === 'Constant') {
    emitStatements(u, constantTruth(s.test.value) ? s.body : s.orelse);
    return;
  }
  const next = u.label('I');
  const end = s.orelse.length > 0 ? u.label('I') : null;
  if (end !== null) u.emit(`${end}: {`);
  u.emit(`${next}: {`);
  const otherwise = jumpIf(u, s.test, false, next);
  emitStatements(u, s.body);
  if (end !== null && u.flow !== null) u.emit(`break ${end};`);
  u.emit('}');
  const after = u.flow;
  u.flow = otherwise;
  u.join();
  if (end !== null) {
    emitStatements(u, s.orelse);
    u.emit('}');
    u.join();
  }
  u.flow = mergeFlow(after, u.flow);
}

// ---- jumps

function returnStatement(u: Unit, s: Return): void {
  const value = s.value === null ? u.constant({ t: 'None' }) : expr(u, s.value);
  u.at(s);
  u.emit(`R = ${u.take(value)};`);
  u.done(value);
  jump(u, { kind: 'return', value: 'R', target: -1 });
}

function loopJump(u: Unit, kind: 'break' | 'continue'): void {
  let target = u.blocks.length - 1;
  while (u.blocks[target].kind !== 'loop') target--;
  jump(u, { kind, value: null, target });
}

/** Leaves the blocks between here and the jump's target, then jumps (compiler_unwind_fblock). */
export function jump(u: Unit, j: Jump): void {
  const saved = u.blocks.slice();
  const stack = u.stack.slice();
  for (let i = saved.length - 1; i > j.target || (i === j.target && i >= 0); i--) {
    const block = saved[i];
    u.blocks.length = i + 1;
    if (block.leave(j)) {
      restore(u, saved, stack);
      return;
    }
    if (i === j.target) {
      if (j.kind === 'break') {
        block.breaks.push(copyFlow(u.flow)!);
        u.emit(`break ${block.breakLabel};`);
      } else u.emit(`continue ${block.continueLabel};`);
    }
  }
  if (j.kind === 'return') u.emit('break BODY;');
  restore(u, saved, stack);
}

function restore(u: Unit, blocks: Unit['blocks'], stack: Unit['stack']): void {
  u.blocks.length = 0;
  u.blocks.push(...blocks);
  u.stack.length = 0;
  u.stack.push(...stack);
  u.flow = null as Flow | null;
}

// ---- assert, import

function assertStatement(u: Unit, s: Assert): void {
  const pass = u.label('A');
  u.emit(`${pass}: {`);
  const passed = jumpIf(u, s.test, true, pass);
  if (u.flow !== null) {
    const msg = s.msg === null ? null : expr(u, s.msg);
    u.raising(s);
    u.emit(`$assertionError(${msg === null ? 'null' : u.take(msg)});`);
    if (msg !== null) u.done(msg);
  }
  u.emit('}');
  u.flow = passed;
  u.join();
}

function importStatement(u: Unit, s: Import): void {
  for (const a of s.names) {
    const module = ownedOperand(u.temp());
    const name = u.nameVar(u.mangle(a.name));
    u.raising(s);
    u.emit(`${module.js} = $importName(I, ${name}, $None, 0);`);
    const dot = a.name.indexOf('.');
    if (a.asname === null) {
      storeName(u, dot < 0 ? a.name : a.name.slice(0, dot), module, s);
      continue;
    }
    // import a.b.c as m: the leaf is reached through the packages.
    let current = module;
    for (const part of dot < 0 ? [] : a.name.split('.').slice(1)) {
      u.raising(s);
      const next = u.result();
      u.emit(`${next.js} = $importFrom(${current.js}, ${u.nameVar(u.mangle(part))});`);
      u.push(next);
      u.release(current);
      u.pop(next);
      current = next;
    }
    storeName(u, a.asname, current, s);
  }
}

function importFrom(u: Unit, s: ImportFrom): void {
  const names = u.constant({ t: 'tuple', v: s.names.map(a => ({ t: 'str' as const, v: a.name })) });
  const module = ownedOperand(u.temp());
  const name = u.nameVar(u.mangle(s.module ?? ''));
  u.raising(s);
  u.emit(`${module.js} = $importName(I, ${name}, ${names.js}, ${s.level});`);
  u.push(module);
  for (const a of s.names) {
    u.raising(s);
    if (a.name === '*') {
      u.emit(`$importStar(${u.kind === 'module' && !u.mapped ? 'D' : 'ns'}, ${module.js});`);
      continue;
    }
    const value = ownedOperand(u.temp());
    u.emit(`${value.js} = $importFrom(${module.js}, ${u.nameVar(u.mangle(a.name))});`);
    storeName(u, a.asname ?? a.name, value, s);
  }
  u.pop(module);
  u.release(module);
}
