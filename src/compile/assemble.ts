/** Puts a unit's lines together: the factory's text with declarations, prologue, the guarded body and the epilogue. */
import type { CodeUnit, Generated } from './code_unit.ts';
import { cleanupText } from './exceptions.ts';
import { resumable } from './resumable.ts';
import { stackSize, type DepthVisitor } from './stack_depth.ts';
import type { Unit } from './unit.ts';

let functionNumber = 0;

/** Lines that V8 puts before the body given to `new Function`. */
const FUNCTION_HEADER_LINES = 2;

/** Text and tables of a finished unit; `depth` goes through what it was written from. */
export function assemble(u: Unit, unit: CodeUnit, depth: DepthVisitor): Generated {
  if (u.kind === 'class' ? !u.scope.needsClassClosure : u.flow !== null) {
    u.constantIndex({ t: 'None' });
    u.emit('R = $None;');
  }
  const ownCells = unit.cellvars.filter(name => !u.varnames.includes(name));
  const localsplus = [...u.varnames, ...ownCells, ...unit.freevars];
  // A number makes the name unique: the stack of JavaScript is searched for it when a running frame's line is asked for.
  const name = `py${functionNumber++}_${unit.name.replace(/\W/g, '_')}`;
  const text: string[] = [];
  const code: string[] = [];
  const parameters = parameterVariables(u, unit);
  const release = u.arrayLocals || u.isGenerator ? ['$releaseLocals(L);'] : releases(u, unit, ownCells);
  const body = bodyText(u);
  if (u.isGenerator) generatorText(u, unit, name, parameters, ownCells, body, code);
  else functionText(u, unit, name, parameters, ownCells, body, release, code);
  const header = [...constants(u), ...u.prelude];
  const inner = [...header, ...code].join('\n');
  const used = [...new Set(Array.from(inner.matchAll(/\$(\w+)/g), m => m[1]))].filter(n => !/^\d/.test(n));
  text.push(
    `'use strict'; const { ${used.map(n => `${n}: $${n}`).join(', ')} } = $;`,
    'return (I) => { const D = I.globals, G = D.v;',
    ...header,
    ...code,
    `return ${name}; };`,
  );
  const lines = new Int32Array(text.length + FUNCTION_HEADER_LINES + 1);
  const start = text.findIndex(line => line === BODY_MARK) + 1;
  for (let i = 0; i < u.linePositions.length; i++) lines[start + FUNCTION_HEADER_LINES + 1 + i] = u.linePositions[i];
  return {
    functionName: name,
    text: text.map(line => (line === BODY_MARK ? '' : line)).join('\n'),
    consts: u.consts,
    names: u.names,
    varnames: u.varnames,
    localsplus,
    positions: u.positions.length === 0 ? [0, 0, 0, 0] : u.positions,
    lines,
    stacksize: stackSize(u, unit.argcount, depth),
  };
}

/** Stands on the line before the unit's own lines until those are numbered. */
const BODY_MARK = '//body';

function constants(u: Unit): string[] {
  const parts: string[] = [];
  for (const i of [...u.usedConsts].sort((a, b) => a - b)) parts.push(`k${i} = I.consts[${i}]`);
  for (const i of [...u.usedNames].sort((a, b) => a - b)) parts.push(`n${i} = I.names[${i}]`);
  return parts.length === 0 ? [] : [`const ${parts.join(', ')};`];
}

/** JavaScript parameters, one for each Python parameter. */
function parameterVariables(u: Unit, unit: CodeUnit): string[] {
  return unit.parameters.map((name, i) => (u.arrayLocals || unit.cellvars.includes(name) ? `p${i}` : u.localVar(name)));
}

/** The unit's lines between the mark and the end of the labelled body. */
function bodyText(u: Unit): string[] {
  return ['BODY: {', BODY_MARK, ...(u.arrayLocals ? u.lines.map(line => mirrored(u, line)) : u.lines), '}'];
}

/**
 * Where others look at a frame (the collector at a suspended generator, `locals()`), every assignment of a local or a slot is made to
 * its place in `L` or `K` too. Reading stays with the variable.
 */
function mirrored(u: Unit, line: string): string {
  let text = line.replace(/\b(v\w*\$?) = (?!=)/g, (assignment, js: string) => {
    const index = u.localIndex(js);
    return index < 0 ? assignment : `${js} = L[${index}] = `;
  });
  if (u.isGenerator) text = text.replace(/\bs(\d+) = (?!=)/g, 's$1 = K[$1] = ');
  return text;
}

function cells(u: Unit, unit: CodeUnit, parameters: string[], ownCells: string[]): string[] {
  const lines: string[] = [];
  const inArray = u.arrayLocals;
  unit.parameters.forEach((name, i) => {
    if (!unit.cellvars.includes(name)) return;
    lines.push(
      inArray ? `const ${u.cellVar(name)} = L[${i}];` : `const ${u.cellVar(name)} = $newCell(${parameters[i]});`,
    );
  });
  ownCells.forEach((name, i) => {
    const init = inArray ? `L[${u.varnames.length + i}]` : '$newCell(null)';
    lines.push(`const ${u.cellVar(name)} = ${init};`);
  });
  unit.freevars.forEach((name, i) => {
    if (!unit.cellvars.includes(name)) lines.push(`const ${u.cellVar(name)} = fn.v.closure.v[${i}];`);
  });
  return lines;
}

/** Variables at the head of the function; a resumed one finds them all in the arrays. */
function declarations(u: Unit, unit: CodeUnit, skip: Set<string>, resumed = false): string {
  const names = ['P = 0', 'R = null', 'E = null'];
  for (const index of [...u.allSlots].sort((a, b) => a - b))
    names.push(`s${index} = ${resumed ? `K[${index}]` : 'null'}`);
  u.varnames.forEach((name, i) => {
    const js = u.localVar(name);
    if (skip.has(js) || (u.arrayLocals && unit.cellvars.includes(name))) return;
    names.push(`${js} = ${resumed || (u.arrayLocals && i < unit.parameters.length) ? `L[${i}]` : 'null'}`);
  });
  for (const flag of u.flags)
    names.push(/^f\d/.test(flag) ? `${flag} = false` : /^c\d/.test(flag) ? `${flag} = 0` : flag);
  names.push(...u.temps);
  return `let ${names.join(', ')};`;
}

/** The array of a frame's slots, in order: what a frame object takes over, or what is released one by one. */
function slotValues(u: Unit, unit: CodeUnit, ownCells: string[]): string[] {
  const values = u.varnames.map(name => (unit.cellvars.includes(name) ? u.cellVar(name) : u.localVar(name)));
  return [...values, ...ownCells.map(name => u.cellVar(name))];
}

function releases(u: Unit, unit: CodeUnit, ownCells: string[]): string[] {
  const lines: string[] = [];
  for (const name of u.varnames) {
    const isCell = unit.cellvars.includes(name);
    const js = isCell ? u.cellVar(name) : u.localVar(name);
    lines.push(`if (${isCell ? '' : `${js} !== null && `}--${js}.rc === 0) $dealloc(${js});`);
  }
  for (const name of ownCells) lines.push(`if (--${u.cellVar(name)}.rc === 0) $dealloc(${u.cellVar(name)});`);
  return lines;
}

function functionText(
  u: Unit,
  unit: CodeUnit,
  name: string,
  parameters: string[],
  ownCells: string[],
  body: string[],
  release: string[],
  code: string[],
): void {
  const isFunction = u.kind === 'function';
  const all = ['fn', ...(isFunction ? parameters : ['ns'])];
  const skip = new Set(parameters);
  const locals = u.arrayLocals ? 'L' : `[${slotValues(u, unit, ownCells).join(', ')}]`;
  const cleanup = cleanupText(u, u.allSlots, 0);
  code.push(`function ${name}(${all.join(', ')}) {`);
  code.push('const d = ++$S.depth; $S.frames[d] = fn;');
  if (u.arrayLocals) {
    const items = unit.parameters.map((p, i) => (unit.cellvars.includes(p) ? `$newCell(p${i})` : `p${i}`));
    for (let i = items.length; i < u.varnames.length; i++) items.push('null');
    for (let i = 0; i < ownCells.length; i++) items.push('$newCell(null)');
    code.push(`const L = [${items.join(', ')}]; $S.locals[d] = L;`);
  } else if (!isFunction) code.push(`$S.locals[d] = ns;`);
  code.push(...cells(u, unit, parameters, ownCells));
  code.push(declarations(u, unit, skip));
  code.push('EXIT: { EXC: { try {');
  code.push('if (d > $S.limit) $recursionLimit();');
  code.push(`if ($BRK[0] !== 0) { P = ${u.positions.length > 4 ? 1 : 0}; $poll(); }`);
  code.push(...body);
  const reset = u.arrayLocals || !isFunction ? ' $S.locals[d] = null;' : '';
  code.push('break EXIT; } catch (e) { E = e; } }');
  if (cleanup === '') code.push(`return $unwind(E, I, d, fn, P, ${locals});`);
  else code.push(`E = $caught(E, I, d, P);${cleanup} return $leaveUnwinding(E, I, d, fn, P, ${locals});`);
  code.push('}');
  code.push(`$S.depth = d - 1; if ($S.frames[d] !== fn) return $leaveFrame(d, fn, P, ${locals}, R);${reset}`);
  code.push(...release);
  code.push('if (--fn.rc === 0) $dealloc(fn);');
  code.push('return R;');
  code.push('}');
}

/** A generator function: a maker of the generator object, and the JavaScript generator that runs the body. */
function generatorText(
  u: Unit,
  unit: CodeUnit,
  name: string,
  parameters: string[],
  ownCells: string[],
  body: string[],
  code: string[],
): void {
  const items = unit.parameters.map((p, i) =>
    unit.cellvars.includes(p) ? `$newCell(${parameters[i]})` : parameters[i],
  );
  for (let i = items.length; i < u.varnames.length; i++) items.push('null');
  for (let i = 0; i < ownCells.length; i++) items.push('$newCell(null)');
  const size = u.allSlots.size === 0 ? 0 : Math.max(...u.allSlots) + 1;
  const stack = `[${new Array(size).fill('null').join(', ')}]`;
  // try and with keep more than variables from one step to the next: flags and completion codes.
  const simple = u.isResumable && ![...u.flags].some(flag => /^[cf]\d/.test(flag));
  const steps = simple ? resumable(body.slice(2, -1)) : null;
  const make = steps === null ? '$newGenerator' : '$newResumable';
  code.push(
    `function ${name}(${['fn', ...parameters].join(', ')}) { return ${make}(fn, I, ${name}_body, [${items.join(', ')}], ${stack}); }`,
  );
  if (steps === null) code.push(`function* ${name}_body(g, fn, L, K) {`);
  else code.push(`function ${name}_body(g, v) {`, 'const { fn, slots: L, stack: K } = g;', 'let pc = g.pc;');
  code.push(...cells(u, unit, parameters, ownCells));
  code.push(declarations(u, unit, new Set(), steps !== null));
  code.push('EXIT: { EXC: { try {');
  const first = steps === null ? '' : 'pc === 0 && ';
  code.push(`if (${first}$BRK[0] !== 0) { P = ${u.positions.length > 4 ? 1 : 0}; $poll(); }`);
  code.push(...(steps === null ? body : ['BODY: {', BODY_MARK, ...steps, '}']));
  code.push('break EXIT; } catch (e) { E = e; } }');
  const end = steps === null ? '' : 'g.pc = -1; ';
  code.push(
    `E = $caught(E, I, g.depth, P);${mirrored(u, cleanupText(u, u.allSlots, 0))} ${end}return $genUnwind(E, g, P);`,
  );
  code.push('}');
  code.push(`${end}return R;`);
  code.push('}');
}
