/** `try`, `with`, `raise` (compiler_try_*, compiler_with). */
import type { ExceptHandler, Position, Raise, Stmt, Try, TryStar, With, WithItem } from '../syntax/ast.ts';
import { storeTarget } from './assignments.ts';
import { expr } from './expressions.ts';
import { bindings, copyFlow, mergeFlow, type Flow } from './flow.ts';
import { hold } from './loops.ts';
import { clearName, storeName } from './names.ts';
import { ownedOperand, type Operand } from './operands.ts';
import { emitStatements, jump } from './statements.ts';
import type { Block, Jump, Unit } from './unit.ts';

/** A place on the stack that belongs to a statement; its slot is managed by hand. */
export function reserve(u: Unit): Operand {
  const slot = u.slotName(u.stack.length);
  return u.push({ js: slot, owned: true, immortal: false, slot, temp: false, constant: null, exact: null });
}

/** Call of pushExc or popExc; those of a generator know whose exception is handled. */
function excCall(u: Unit, name: 'pushExc' | 'popExc', exc: string): string {
  return u.isGenerator ? `$${name}Gen(g, ${exc})` : `$${name}(${exc})`;
}

/** Text that empties the slots of a region from the top down to `base`. */
export function cleanupText(u: Unit, slots: Set<number>, base: number): string {
  let text = '';
  for (const index of [...slots].sort((a, b) => b - a)) {
    if (index < base) continue;
    const slot = `s${index}`;
    if (u.excSlots.has(index)) {
      const flag = `f${index}`;
      text += ` if (${flag}) { ${flag} = false; ${excCall(u, 'popExc', slot)}; ${slot} = null; } else`;
    }
    text += ` if (${slot} !== null) ${slot} = $drop(${slot});`;
  }
  return text;
}

/** Depth of this function's frame, for the runtime. */
function depth(u: Unit): string {
  return u.isGenerator ? 'g.depth' : 'd';
}

/**
 * `try { body } catch`: the exception, with its traceback entry added, is left in the slot `into`; what the body had on
 * the stack is released.
 */
function guarded(u: Unit, base: number, into: string, after: string, body: () => void): void {
  const region = tryRegion(u, body);
  u.emit(`E = $caught(E, I, ${depth(u)}, P);${cleanupText(u, region.slots, base)} ${into} = E;${after}`);
  u.emit('}');
  u.join();
}

/**
 * Emits the body of a try region and leaves the text on its exception path, with the exception in `E`; the caller closes that with
 * `}`. A normal end of the body jumps behind it.
 */
export function tryRegion(u: Unit, body: () => void): { slots: Set<number> } {
  const end = u.label('G');
  const label = u.label('T');
  u.regions.push(new Set());
  u.excLabels.push(label);
  u.emit(`${end}: { ${label}: { try {`);
  u.join();
  body();
  u.excLabels.pop();
  const slots = u.regions.pop()!;
  for (const index of slots) u.regions[u.regions.length - 1].add(index);
  u.emit(`break ${end}; } catch (e) { E = e; } }`);
  u.join();
  return { slots };
}

// ---- the handled exception

/** PUSH_EXC_INFO: the exception in slot `exc` becomes the handled one; the one before goes to slot `prev`. */
function pushExc(u: Unit, prev: Operand, index: number, exc: string): void {
  u.excSlots.add(index);
  u.flags.add(`f${index}`);
  u.emit(`${prev.slot} = ${excCall(u, 'pushExc', exc)}; f${index} = true;`);
}

/** POP_EXCEPT. */
function popExc(u: Unit, prev: Operand, index: number): void {
  u.emit(`f${index} = false; ${excCall(u, 'popExc', prev.slot!)}; ${prev.slot} = null;`);
}

/** Throws again what is in a slot, without another traceback entry (RERAISE). */
function reraise(u: Unit, slot: string): void {
  u.emit(`E = ${slot}; ${slot} = null; P = 0; break ${u.excLabels[u.excLabels.length - 1]};`);
}

function drop(u: Unit, slot: string): void {
  u.flags.add('y');
  u.emit(`y = ${slot}; ${slot} = null; if (--y.rc === 0) $dealloc(y);`);
}

// ---- try / except

export function tryStatement(u: Unit, s: Try): void {
  if (s.finalbody.length > 0) {
    finallyBlock(
      u,
      () => {
        if (s.handlers.length > 0) tryExcept(u, s);
        else emitStatements(u, s.body);
      },
      [s.body, s.handlers, s.orelse],
      s.finalbody,
    );
  } else tryExcept(u, s);
}

function tryExcept(u: Unit, s: Try): void {
  const end = u.label('X');
  const before = handlerEntry(u, s.body);
  const prevIndex = u.stack.length;
  const prev = reserve(u);
  const exc = reserve(u);
  const base = prevIndex;
  u.emit(`${end}: {`);
  let completed: Flow | null = null;
  guarded(u, base, exc.slot!, '', () => {
    // The body's own stack starts where the handler's will.
    u.pop(exc);
    u.pop(prev);
    emitStatements(u, s.body);
    completed = u.flow;
    u.push(prev);
    u.push(exc);
  });
  u.emit(`if (${exc.slot} === null) {`);
  u.flow = completed;
  u.pop(exc);
  u.pop(prev);
  emitStatements(u, s.orelse);
  let after: Flow | null = u.flow;
  u.emit(`break ${end}; }`);
  u.push(prev);
  u.push(exc);
  u.flow = before;
  u.join();
  pushExc(u, prev, prevIndex, exc.slot!);
  let closed = false;
  for (const h of s.handlers) {
    const next = u.label('H');
    if (h.type !== null) {
      u.emit(`${next}: {`);
      const type = expr(u, h.type);
      u.raising(h);
      u.flags.add('x');
      u.emit(`x = $excMatch(${exc.slot}, ${u.take(type)});`);
      u.done(type);
      u.emit(`if (!x) break ${next};`);
    } else closed = true;
    const unmatched = copyFlow(u.flow);
    handlerBody(u, h, prev, prevIndex, exc);
    after = mergeFlow(after, u.flow);
    if (h.type !== null) {
      if (u.flow !== null) u.emit(`break ${end};`);
      u.emit('}');
    }
    u.flow = unmatched;
    u.join();
    if (closed) break;
  }
  if (!closed) {
    popExc(u, prev, prevIndex);
    reraise(u, exc.slot!);
  }
  u.emit('}');
  u.pop(exc);
  u.pop(prev);
  u.flow = after;
  u.join();
}

/** The state that handlers start from. */
function handlerEntry(u: Unit, body: object): Flow {
  const { assigned, deleted } = bindings(body);
  const flow = copyFlow(u.flow)!;
  for (const name of deleted) flow.bound.delete(u.mangle(name));
  for (const name of assigned) flow.maybe.add(u.mangle(name));
  return flow;
}

function handlerBody(u: Unit, h: ExceptHandler, prev: Operand, prevIndex: number, exc: Operand): void {
  const leave = (): void => popExc(u, prev, prevIndex);
  if (h.name === null) {
    drop(u, exc.slot!);
    const block = cleanupBlock(() => {
      leave();
      return false;
    });
    u.blocks.push(block);
    emitStatements(u, h.body);
    u.blocks.pop();
    if (u.flow !== null) leave();
    return;
  }
  const name = h.name;
  const caught = ownedOperand(u.temp());
  u.emit(`${caught.js} = ${exc.slot}; ${exc.slot} = null;`);
  storeName(u, name, caught, h);
  const unbind = (): void => clearName(u, name, h);
  const block = cleanupBlock(() => {
    leave();
    unbind();
    return false;
  });
  // Whatever way the body is left, the name goes.
  let after: Flow | null = null;
  const region = tryRegion(u, () => {
    u.blocks.push(block);
    emitStatements(u, h.body);
    u.blocks.pop();
    after = u.flow;
  });
  u.emit(`E = $caught(E, I, ${depth(u)}, P);${cleanupText(u, region.slots, prevIndex + 1)} ${exc.slot} = E; P = 0;`);
  u.flow = handlerEntryOf(after, u, h.body);
  u.knownP = 0;
  unbind();
  reraise(u, exc.slot!);
  u.emit('}');
  u.join();
  u.flow = after;
  if (after !== null) {
    leave();
    unbind();
  }
}

function handlerEntryOf(after: Flow | null, u: Unit, body: object): Flow {
  const flow = after === null ? { bound: new Set<string>(), maybe: new Set<string>() } : copyFlow(after)!;
  for (const name of bindings(body).assigned) flow.maybe.add(u.mangle(name));
  flow.bound.clear();
  return flow;
}

export function cleanupBlock(leave: Block['leave']): Block {
  return { kind: 'cleanup', breakLabel: '', continueLabel: '', breaks: [], leave };
}

// ---- finally

/** A jump that waits for a finally part: its code number and where it goes on to. */
interface Pending {
  code: number;
  jump: Jump;
}

/**
 * Runs `body`, then `finish` however the body ended. The body's end is kept in a completion code (0 fell through,
 * 1 raised, 2 and up one for each jump), so that the finally part is emitted once.
 */
function completion(
  u: Unit,
  body: () => void,
  changed: object,
  finish: (code: string, value: Operand, resume: () => void) => void,
): void {
  const code = u.label('c');
  u.flags.add(code);
  const label = u.label('Y');
  const before = handlerEntry(u, changed);
  const index = u.stack.length;
  const value = reserve(u);
  const pendings: Pending[] = [];
  let jumped: Flow | null = null;
  const block = cleanupBlock(j => {
    const kindred = pendings.find(p => p.jump.kind === j.kind && p.jump.target === j.target);
    const pending = kindred ?? { code: pendings.length + 2, jump: j };
    if (kindred === undefined) pendings.push(pending);
    const keep = j.kind === 'return' ? `${value.slot} = R; R = null; ` : '';
    u.emit(`${keep}${code} = ${pending.code}; break ${label};`);
    jumped = mergeFlow(jumped, u.flow);
    return true;
  });
  u.emit(`${code} = 0;`);
  u.emit(`${label}: {`);
  guarded(u, index, value.slot!, ` ${code} = 1;`, () => {
    u.pop(value);
    u.blocks.push(block);
    body();
    u.blocks.pop();
    u.push(value);
  });
  u.emit('}');
  const normal = u.flow;
  u.flow = mergeFlow(mergeFlow(normal, jumped), before);
  u.join();
  finish(code, value, () => {
    // After the finally part, the jumps go on.
    const flow = copyFlow(u.flow);
    for (const p of pendings) {
      u.flow = copyFlow(flow);
      u.emit(`if (${code} === ${p.code}) {`);
      if (p.jump.kind === 'return') u.emit(`R = ${value.slot}; ${value.slot} = null;`);
      u.pop(value);
      jump(u, p.jump);
      u.push(value);
      u.emit('}');
    }
    // Falling through is possible only after a normal end: then what the body bound is bound.
    u.flow = normal === null ? null : mergeThrough(flow, normal);
  });
  u.pop(value);
  u.join();
}

/** The state after a finally part when the body ended normally. */
function mergeThrough(flow: Flow | null, normal: Flow): Flow | null {
  if (flow === null) return null;
  const bound = new Set(flow.bound);
  for (const name of normal.bound) bound.add(name);
  return { bound, maybe: flow.maybe };
}

function finallyBlock(u: Unit, body: () => void, changed: object, finalbody: Stmt[]): void {
  completion(u, body, changed, (code, value, resume) => {
    const prevIndex = u.stack.length;
    const prev = reserve(u);
    u.emit(`if (${code} === 1) {`);
    pushExc(u, prev, prevIndex, value.slot!);
    u.emit('}');
    // A jump out of the finally part drops what was pending.
    const block = cleanupBlock(() => {
      const gen = u.isGenerator ? 'Gen' : '';
      u.emit(
        `if (f${prevIndex}) { f${prevIndex} = false; $popExc${gen}(${gen === '' ? '' : 'g, '}${prev.slot}); ${prev.slot} = null; }`,
      );
      u.emit(`if (${value.slot} !== null) ${value.slot} = $drop(${value.slot});`);
      return false;
    });
    u.blocks.push(block);
    const deletedInFinally = bindings(finalbody).deleted;
    emitStatements(u, finalbody);
    u.blocks.pop();
    u.pop(prev);
    if (u.flow === null) return;
    u.emit(`if (${code} === 1) {`);
    const gen = u.isGenerator ? 'Gen' : '';
    u.emit(`f${prevIndex} = false; $popExc${gen}(${gen === '' ? '' : 'g, '}${prev.slot}); ${prev.slot} = null;`);
    reraise(u, value.slot!);
    u.emit('}');
    resume();
    for (const name of deletedInFinally) u.flow?.bound.delete(u.mangle(name));
  });
}

// ---- with

export function withStatement(u: Unit, s: With): void {
  withItem(u, s, 0);
}

function withItem(u: Unit, s: With, index: number): void {
  if (index === s.items.length) {
    emitStatements(u, s.body);
    return;
  }
  const item: WithItem = s.items[index];
  const where: Position = s;
  const manager = expr(u, item.context_expr);
  u.raising(where);
  const m = u.take(manager);
  const exit = u.result();
  const entered = u.result();
  u.emit(`${exit.js} = $beforeWith(${m}); ${entered.js} = $S.result;`);
  u.done(manager);
  hold(u, exit);
  runManaged(u, where, exit, entered, item, () => withItem(u, s, index + 1), [s.body, s.items.slice(index)], {
    onRaise: (exitSlot, exc) => {
      u.raising(where);
      u.emit(`x = $withExceptStart(${exitSlot}, ${exc});`);
    },
    onEnd: exitSlot => u.emit(`y = ${exitSlot}; ${exitSlot} = null; $withExit(y);`),
  });
  u.pop(exit);
}

/** How the two calls of `__exit__` are made. */
interface ExitCalls {
  /** Emits the call after an exception, which leaves the truth of its result in `x`. */
  onRaise: (exit: string, exc: string) => void;
  /** Emits the call at the normal end, emptying the slot. */
  onEnd: (exit: string) => void;
}

/** The body of a `with` between `__enter__` (done) and `__exit__` (held in `exit`). */
export function runManaged(
  u: Unit,
  where: Position,
  exit: Operand,
  entered: Operand,
  item: WithItem,
  body: () => void,
  changed: object,
  calls: ExitCalls,
): void {
  completion(
    u,
    () => {
      if (item.optional_vars !== null) storeTarget(u, item.optional_vars, entered);
      else u.release(entered);
      body();
    },
    changed,
    (code, value, resume) => {
      const flow = copyFlow(u.flow);
      const prevIndex = u.stack.length;
      const prev = reserve(u);
      u.emit(`if (${code} === 1) {`);
      pushExc(u, prev, prevIndex, value.slot!);
      u.flags.add('x');
      calls.onRaise(exit.slot!, value.slot!);
      popExc(u, prev, prevIndex);
      u.emit('if (!x) {');
      reraise(u, value.slot!);
      u.emit('}');
      drop(u, value.slot!);
      drop(u, exit.slot!);
      u.emit('} else {');
      u.join();
      u.pop(prev);
      u.at(where);
      u.flags.add('y');
      calls.onEnd(exit.slot!);
      u.emit('}');
      u.join();
      u.flow = flow;
      resume();
      // A swallowed exception falls through too.
      u.flow = mergeFlow(u.flow, flow);
    },
  );
}

// ---- raise

export function raiseStatement(u: Unit, s: Raise): void {
  if (s.exc === null) {
    u.raising(s);
    u.emit(`E = $handledForReraise(); P = 0; break ${u.excLabels[u.excLabels.length - 1]};`);
    u.flow = null;
    return;
  }
  const exc = u.push(expr(u, s.exc));
  const cause = s.cause === null ? null : expr(u, s.cause);
  u.pop(exc);
  u.raising(s);
  const e = u.take(exc);
  const c = cause === null ? 'null' : u.take(cause);
  u.emit(u.raiseText(`$raise(${e}, ${c})`));
  u.done(exc);
  if (cause !== null) u.done(cause);
  u.flow = null;
}

export function tryStarStatement(u: Unit, s: TryStar): void {
  if (s.finalbody.length > 0) finallyBlock(u, () => tryStar(u, s), [s.body, s.handlers, s.orelse], s.finalbody);
  else tryStar(u, s);
}

/**
 * `except*` (compiler_try_star_except): each clause takes its part of the group; what the clauses raise and what is left over is
 * put together at the end.
 */
function tryStar(u: Unit, s: TryStar): void {
  const end = u.label('X');
  const before = handlerEntry(u, [s.body, s.handlers]);
  const prevIndex = u.stack.length;
  const prev = reserve(u);
  const orig = reserve(u);
  u.emit(`${end}: {`);
  let completed: Flow | null = null;
  guarded(u, prevIndex, orig.slot!, '', () => {
    u.pop(orig);
    u.pop(prev);
    emitStatements(u, s.body);
    completed = u.flow;
    u.push(prev);
    u.push(orig);
  });
  u.emit(`if (${orig.slot} === null) {`);
  u.flow = completed;
  u.pop(orig);
  u.pop(prev);
  emitStatements(u, s.orelse);
  const after = u.flow;
  u.emit(`break ${end}; }`);
  u.push(prev);
  u.push(orig);
  u.flow = before;
  u.join();
  pushExc(u, prev, prevIndex, orig.slot!);
  // The exceptions raised by the clauses, then what no clause has taken yet.
  const list = reserve(u);
  const rest = reserve(u);
  u.emit(`${list.slot} = $newList([]); ${rest.slot} = ${orig.slot}; ++${orig.slot}.rc;`);
  for (const h of s.handlers) {
    const next = u.label('H');
    u.emit(`${next}: {`);
    const type = expr(u, h.type!);
    u.raising(h);
    u.flags.add('x');
    const match = reserve(u);
    u.emit(`${match.slot} = $excGroupMatch(${rest.slot}, ${u.take(type)});`);
    u.emit(`if (${match.slot} === null) break ${next};`);
    u.emit(`y = ${rest.slot}; ${rest.slot} = $S.result; if (--y.rc === 0) $dealloc(y); $setHandled(${match.slot});`);
    u.done(type);
    const flow = copyFlow(u.flow);
    if (h.name !== null) {
      const caught = ownedOperand(u.temp());
      u.emit(`${caught.js} = ${match.slot}; ${match.slot} = null;`);
      storeName(u, h.name, caught, h);
    } else drop(u, match.slot!);
    const base = u.stack.length - 1;
    const region = tryRegion(u, () => emitStatements(u, h.body));
    u.emit(`E = $caught(E, I, ${depth(u)}, P);${cleanupText(u, region.slots, base)} $listAppend(${list.slot}, E);`);
    u.emit('}');
    u.join();
    u.flow = mergeFlow(handlerEntryOf(flow, u, h.body), flow);
    if (h.name !== null) clearName(u, h.name, h);
    u.emit('}');
    u.join();
    u.pop(match);
  }
  u.flags.add('y');
  // Whatever is left is raised as if it had not been caught.
  u.emit(
    `if (${rest.slot} !== $None && ${rest.slot} !== null) $listAppend(${list.slot}, ${rest.slot}), ${rest.slot} = null;`,
  );
  u.emit(`else ${rest.slot} = null;`);
  u.at(s);
  u.emit(
    `y = $prepReraiseStar(${orig.slot}, ${list.slot}); ${list.slot} = $drop(${list.slot}); ${orig.slot} = $drop(${orig.slot});`,
  );
  u.pop(rest);
  u.pop(list);
  popExc(u, prev, prevIndex);
  u.emit(`if (y !== null) { P = 0; ${u.raiseText('y')} }`);
  u.emit('}');
  u.pop(orig);
  u.pop(prev);
  u.flow = mergeFlow(after, u.flow);
  u.join();
}
