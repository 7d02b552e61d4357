/** `match` (compiler_match and the pattern functions of compile.c). */
import type { Match, MatchCase, MatchClass, MatchMapping, MatchSequence, Pattern } from '../syntax/ast.ts';
import { compareTruth, jumpIf } from './conditions.ts';
import { cleanupText } from './exceptions.ts';
import { expr, popAll } from './expressions.ts';
import { copyFlow, mergeFlow, type Flow } from './flow.ts';
import { hold, releaseHeld } from './loops.ts';
import { storeName } from './names.ts';
import { ownedOperand, type Operand } from './operands.ts';
import { emitStatements } from './statements.ts';
import type { Unit } from './unit.ts';

/** Names captured so far, their values held on the stack. */
interface Captures {
  names: string[];
  values: Operand[];
}

export function matchStatement(u: Unit, s: Match): void {
  const subject = hold(u, u.ownedTemp(expr(u, s.subject)));
  const end = u.label('M');
  u.emit(`${end}: {`);
  let after: Flow | null = null;
  s.cases.forEach(c => {
    if (u.flow === null) return;
    after = mergeFlow(after, matchCase(u, c, subject, end));
  });
  if (u.flow !== null) releaseHeld(u, subject);
  u.emit('}');
  u.pop(subject);
  u.flow = mergeFlow(after, u.flow);
  u.join();
}

/** Emits one case; answers the flow state after its body. `u.flow` is the state when it did not match. */
function matchCase(u: Unit, c: MatchCase, subject: Operand, end: string): Flow | null {
  const fail = u.label('N');
  const base = u.stack.length;
  u.regions.push(new Set());
  u.emit(`${fail}: {`);
  const captures: Captures = { names: [], values: [] };
  const irrefutable = isIrrefutable(c.pattern) && c.guard === null;
  pattern(u, c.pattern, subject.js, fail, captures);
  let failed = copyFlow(u.flow);
  // The captured values come off the stack, first captured first.
  captures.values.forEach(v => {
    const t = u.temp();
    u.emit(`${t} = ${v.slot}; ${v.slot} = null;`);
    v.js = t;
    v.slot = null;
    v.temp = true;
  });
  u.stack.length = base;
  u.emit(cleanupText(u, u.regions[u.regions.length - 1], base).trim());
  for (let i = captures.values.length - 1; i >= 0; i--) u.push(captures.values[i]);
  captures.names.forEach((name, i) => {
    u.pop(captures.values[i]);
    storeName(u, name, captures.values[i], c.pattern);
  });
  if (c.guard !== null) failed = mergeFlow(failed, jumpIf(u, c.guard, false, fail));
  else if (captures.names.length > 0) failed = mergeFlow(failed, copyFlow(u.flow));
  let after: Flow | null = null;
  if (u.flow !== null) {
    releaseHeld(u, subject);
    u.pop(subject);
    emitStatements(u, c.body);
    u.push(subject);
    after = u.flow;
    if (after !== null) u.emit(`break ${end};`);
  }
  u.emit('}');
  const region = u.regions.pop()!;
  for (const index of region) u.regions[u.regions.length - 1].add(index);
  u.emit(cleanupText(u, region, base).trim());
  u.join();
  u.flow = irrefutable ? null : failed;
  return after;
}

function isIrrefutable(p: Pattern): boolean {
  if (p.kind === 'MatchAs') return p.pattern === null || isIrrefutable(p.pattern);
  return p.kind === 'MatchOr' && p.patterns.some(isIrrefutable);
}

function isWildcard(p: Pattern): boolean {
  return p.kind === 'MatchAs' && p.name === null && p.pattern === null;
}

/** A borrowed view of what is in a JavaScript variable. */
function view(js: string): Operand {
  return { js, owned: false, immortal: false, slot: null, temp: false, constant: null, exact: null };
}

/** Holds a new reference to what `js` names; it stays on the stack for the rest of the pattern. */
function holdCopy(u: Unit, js: string): Operand {
  const t = u.temp();
  u.emit(`++(${t} = ${js}).rc;`);
  return hold(u, ownedOperand(t));
}

function capture(u: Unit, name: string, js: string, captures: Captures): void {
  captures.names.push(name);
  captures.values.push(holdCopy(u, js));
}

/** Tests the object in `js` (borrowed, kept by somebody else); jumps out of block `fail` when it does not match. */
function pattern(u: Unit, p: Pattern, js: string, fail: string, captures: Captures): void {
  switch (p.kind) {
    case 'MatchValue': {
      const value = expr(u, p.value);
      const condition = compareTruth(u, 'Eq', view(js), value, p, true);
      u.emit(`if (${condition}) break ${fail};`);
      break;
    }
    case 'MatchSingleton':
      u.emit(`if (${js} !== ${u.constant(p.value).js}) break ${fail};`);
      break;
    case 'MatchAs':
      if (p.pattern !== null) pattern(u, p.pattern, js, fail, captures);
      if (p.name !== null) capture(u, p.name, js, captures);
      break;
    case 'MatchStar':
      if (p.name !== null) capture(u, p.name, js, captures);
      break;
    case 'MatchSequence':
      sequence(u, p, js, fail, captures);
      break;
    case 'MatchMapping':
      mapping(u, p, js, fail, captures);
      break;
    case 'MatchClass':
      classPattern(u, p, js, fail, captures);
      break;
    case 'MatchOr':
      alternatives(u, p.patterns, js, fail, captures);
      break;
  }
}

/** Holds the values in the JavaScript array `x`, then tests each. */
function parts(u: Unit, patterns: Pattern[], fail: string, captures: Captures): void {
  const held = patterns.map((_, i) => {
    const t = u.temp();
    u.emit(`${t} = x[${i}];`);
    return ownedOperand(t);
  });
  held.forEach(o => hold(u, o));
  patterns.forEach((q, i) => {
    if (!isWildcard(q)) pattern(u, q, held[i].slot!, fail, captures);
  });
}

function sequence(u: Unit, p: MatchSequence, js: string, fail: string, captures: Captures): void {
  const star = p.patterns.findIndex(q => q.kind === 'MatchStar');
  const size = p.patterns.length;
  u.flags.add('x');
  u.emit(`if (!$isSequencePattern(${js})) break ${fail};`);
  if (star < 0 || size > 1) {
    u.raising(p);
    u.emit(`if ($len(${js}) ${star < 0 ? '!==' : '<'} ${star < 0 ? size : size - 1}) break ${fail};`);
  }
  const rest = star < 0 ? null : p.patterns[star];
  const plain = p.patterns.every(q => isWildcard(q) || (q.kind === 'MatchStar' && q.name === null));
  if (plain) return;
  if (rest !== null && rest.kind === 'MatchStar' && rest.name === null) {
    // Only the named places are looked at (pattern_helper_sequence_subscr).
    p.patterns.forEach((q, i) => {
      if (isWildcard(q) || i === star) return;
      u.raising(q);
      const t = u.temp();
      u.emit(`${t} = $sequenceItem(${js}, ${i < star ? i : i - size});`);
      const held = hold(u, ownedOperand(t));
      pattern(u, q, held.slot!, fail, captures);
    });
    return;
  }
  u.raising(p);
  u.emit(
    star < 0
      ? `++${js}.rc; x = $unpackSequence(${js}, ${size});`
      : `++${js}.rc; x = $unpackEx(${js}, ${star}, ${size - star - 1});`,
  );
  parts(u, p.patterns, fail, captures);
}

function mapping(u: Unit, p: MatchMapping, js: string, fail: string, captures: Captures): void {
  const size = p.keys.length;
  u.flags.add('x');
  u.emit(`if (!$isMappingPattern(${js})) break ${fail};`);
  if (size > 0) {
    u.raising(p);
    u.emit(`if ($len(${js}) < ${size}) break ${fail};`);
  }
  if (size === 0 && p.rest === null) return;
  const keys = p.keys.map(k => u.push(expr(u, k)));
  popAll(u, keys);
  const items = keys.map(k => u.take(k)).join(', ');
  const t = u.temp();
  u.emit(`${t} = $newTuple([${items}]);`);
  u.done(...keys);
  const tuple = hold(u, ownedOperand(t));
  u.raising(p);
  u.emit(`x = $matchKeys(${js}, ${tuple.slot});`);
  u.emit(`if (x === null) break ${fail};`);
  parts(u, p.patterns, fail, captures);
  if (p.rest !== null) {
    u.raising(p);
    const rest = u.temp();
    u.emit(`${rest} = $matchRest(${js}, ${tuple.slot});`);
    captures.names.push(p.rest);
    captures.values.push(hold(u, ownedOperand(rest)));
  }
}

function classPattern(u: Unit, p: MatchClass, js: string, fail: string, captures: Captures): void {
  const cls = expr(u, p.cls);
  const names = u.constant({ t: 'tuple', v: p.kwd_attrs.map(v => ({ t: 'str' as const, v })) });
  u.raising(p);
  u.flags.add('x');
  u.emit(`x = $matchClass(${js}, ${u.take(cls)}, ${p.patterns.length}, ${names.js});`);
  u.done(cls);
  u.emit(`if (x === null) break ${fail};`);
  parts(u, [...p.patterns, ...p.kwd_patterns], fail, captures);
}

/** The alternatives bind the same names; their values end up in the same slots. */
function alternatives(u: Unit, list: Pattern[], js: string, fail: string, captures: Captures): void {
  const done = u.label('O');
  const names = boundNames(list[0]);
  // Slots of the result, one for each name.
  const results = names.map(() => {
    const slot = u.slotName(u.stack.length);
    return u.push({ js: slot, owned: true, immortal: false, slot, temp: false, constant: null, exact: null });
  });
  u.emit(`${done}: {`);
  list.forEach((p, i) => {
    const last = i === list.length - 1;
    const next = u.label('N');
    const own: Captures = { names: [], values: [] };
    const start = u.stack.length;
    u.regions.push(new Set());
    u.emit(`${next}: {`);
    pattern(u, p, js, next, own);
    own.names.forEach((name, k) => {
      const to = results[names.indexOf(name)].slot!;
      u.emit(`${to} = ${own.values[k].slot}; ${own.values[k].slot} = null;`);
    });
    const region = u.regions.pop()!;
    for (const index of region) u.regions[u.regions.length - 1].add(index);
    const cleanup = cleanupText(u, region, start).trim();
    u.emit(`${cleanup} break ${done}; }`);
    u.emit(cleanup);
    u.join();
    u.stack.length = start;
    if (last) u.emit(`break ${fail};`);
  });
  u.emit('}');
  u.join();

  captures.names.push(...names);
  captures.values.push(...results);
}

function boundNames(p: Pattern): string[] {
  switch (p.kind) {
    case 'MatchAs':
      return [...(p.pattern === null ? [] : boundNames(p.pattern)), ...(p.name === null ? [] : [p.name])];
    case 'MatchStar':
      return p.name === null ? [] : [p.name];
    case 'MatchSequence':
      return p.patterns.flatMap(boundNames);
    case 'MatchOr':
      return boundNames(p.patterns[0]);
    case 'MatchMapping':
      return [...p.patterns.flatMap(boundNames), ...(p.rest === null ? [] : [p.rest])];
    case 'MatchClass':
      return [...p.patterns, ...p.kwd_patterns].flatMap(boundNames);
    default:
      return [];
  }
}
