/** Depth of the stack in `match` (compile.c, compiler_match and the pattern functions). */
import type { Match, MatchClass, MatchMapping, MatchSequence, Pattern } from '../syntax/ast.ts';
import type { Label, StackDepth } from './stack_depth.ts';
import { tuple } from './stack_depth_calls.ts';
import { expr, jumpIf } from './stack_depth_expressions.ts';
import { statements } from './stack_depth_statements.ts';

/** Where a pattern goes when it does not match, everything it has pushed popped. */
interface Failure {
  label: Label;
  depth: number;
}

function isWildcard(p: Pattern): boolean {
  return p.kind === 'MatchAs' && p.name === null;
}

export function matchStatement(d: StackDepth, s: Match): void {
  expr(d, s.subject);
  const end = d.label();
  const n = s.cases.length;
  const hasDefault = n > 1 && isWildcard(s.cases[n - 1].pattern);
  const last = n - (hasDefault ? 2 : 1);
  s.cases.forEach((c, i) => {
    if (!d.reached) return;
    if (i > last) {
      if (c.guard !== null) jumpIf(d, c.guard, end, false);
      statements(d, c.body);
      return;
    }
    const failed = { label: d.label(), depth: i === last ? d.depth - 1 : d.depth };
    const captured = i === last ? pattern(d, c.pattern, failed) : copied(d, c.pattern, failed);
    d.pop(captured);
    if (c.guard !== null) jumpIf(d, c.guard, failed.label, false);
    if (i < last) d.pop();
    statements(d, c.body);
    d.jump(end);
    d.here(failed.label);
  });
  d.here(end);
}

function fail(d: StackDepth, to: Failure): void {
  if (d.reached) to.label.depth = to.depth;
}

/** Matches a copy of the subject; a copy for a wildcard is not even made. */
function copied(d: StackDepth, p: Pattern, failed: Failure): number {
  if (isWildcard(p)) return 0;
  d.push();
  return pattern(d, p, failed);
}

/** Tests the value on top, which goes; answers how many values of captured names are there instead. */
function pattern(d: StackDepth, p: Pattern, failed: Failure): number {
  switch (p.kind) {
    case 'MatchValue':
      expr(d, p.value);
      d.pop(2);
      fail(d, failed);
      return 0;
    case 'MatchSingleton':
      if (p.value.t !== 'None') d.touch(1);
      d.pop();
      fail(d, failed);
      return 0;
    case 'MatchAs':
      if (p.pattern !== null) return copied(d, p.pattern, failed) + 1;
      return capture(d, p.name);
    case 'MatchStar':
      return capture(d, p.name);
    case 'MatchSequence':
      return sequence(d, p, failed);
    case 'MatchMapping':
      return mapping(d, p, failed);
    case 'MatchClass':
      return classPattern(d, p, failed);
    case 'MatchOr':
      return alternatives(d, p.patterns, failed);
  }
}

function capture(d: StackDepth, name: string | null): number {
  if (name !== null) return 1;
  d.pop();
  return 0;
}

/** UNPACK_SEQUENCE, and the patterns for what it pushes. */
function parts(d: StackDepth, patterns: Pattern[], failed: Failure): number {
  d.op(1, patterns.length);
  let captured = 0;
  for (const p of patterns) captured += pattern(d, p, failed);
  return captured;
}

/** GET_LEN and a comparison. */
function length(d: StackDepth, failed: Failure): void {
  d.touch(2);
  fail(d, failed);
}

function sequence(d: StackDepth, p: MatchSequence, failed: Failure): number {
  const star = p.patterns.findIndex(q => q.kind === 'MatchStar');
  d.touch(1);
  fail(d, failed);
  if (star < 0 || p.patterns.length > 1) length(d, failed);
  const rest = p.patterns[star] as Pattern | undefined;
  const openRest = rest !== undefined && rest.kind === 'MatchStar' && rest.name === null;
  if (p.patterns.every((q, i) => isWildcard(q) || (i === star && openRest))) {
    d.pop();
    return 0;
  }
  return openRest ? items(d, p.patterns, star, failed) : parts(d, p.patterns, failed);
}

/** Only the places with a pattern are looked at (pattern_helper_sequence_subscr). */
function items(d: StackDepth, patterns: Pattern[], star: number, failed: Failure): number {
  let captured = 0;
  patterns.forEach((p, i) => {
    if (i === star || isWildcard(p)) return;
    d.push();
    d.touch(i < star ? 1 : 2);
    captured += pattern(d, p, failed);
  });
  d.pop();
  return captured;
}

function mapping(d: StackDepth, p: MatchMapping, failed: Failure): number {
  const size = p.keys.length;
  d.touch(1);
  fail(d, failed);
  if (size === 0 && p.rest === null) {
    d.pop();
    return 0;
  }
  if (size > 0) length(d, failed);
  tuple(d, p.keys);
  d.push();
  d.touch(1);
  fail(d, failed);
  let captured = parts(d, p.patterns, failed);
  if (p.rest !== null) {
    // A copy of the subject takes its place; it loses each key.
    d.push();
    d.op(2, size);
    if (size > 0) d.touch(1);
    d.pop(size);
    captured++;
  } else d.pop(2);
  return captured;
}

function classPattern(d: StackDepth, p: MatchClass, failed: Failure): number {
  expr(d, p.cls);
  d.push();
  d.op(3, 1);
  d.touch(1);
  fail(d, failed);
  return parts(d, [...p.patterns, ...p.kwd_patterns], failed);
}

/** compiler_pattern_or */
function alternatives(d: StackDepth, patterns: Pattern[], failed: Failure): number {
  const end = d.label();
  let captured = 0;
  for (const p of patterns) {
    const next = { label: d.label(), depth: d.depth };
    captured = copied(d, p, next);
    d.jump(end);
    d.here(next.label);
  }
  fail(d, failed);
  d.leave();
  d.here(end);
  d.pop();
  return captured;
}
