/** `def`, `lambda`, `class` and generator expressions: making function objects (compiler_function, compiler_class). */
import type {
  Arguments,
  AsyncFunctionDef,
  ClassDef,
  Constant,
  Expr,
  FunctionDef,
  GeneratorExp,
  Lambda,
  Position,
  TypeAlias,
} from '../syntax/ast.ts';
import { unparse } from '../syntax/unparse.ts';
import { argumentTuple, keywordDict } from './calls.ts';
import { classUnit, functionUnit, type FunctionNode } from './code_blocks.ts';
import type { CodeUnit } from './code_unit.ts';
import { expr, popAll, takeAll } from './expressions.ts';
import { CO_FUTURE_ANNOTATIONS } from './future.ts';
import { getIter } from './loops.ts';
import { storeName } from './names.ts';
import { ownedOperand, type Operand } from './operands.ts';
import { genericClass, genericFunction, typeAliasValue } from './type_params.ts';
import type { Unit } from './unit.ts';

/** What a function object is made with; each on the stack or absent. */
export interface FunctionParts {
  defaults: Operand | null;
  kwdefaults: Operand | null;
  annotations: Operand | null;
}

/** The value of an annotation: evaluated, or its text under `from __future__ import annotations`. */
export function annotationOperand(u: Unit, e: Expr): Operand {
  if ((u.program.future & CO_FUTURE_ANNOTATIONS) !== 0) return u.constant({ t: 'str', v: unparse(e) });
  return expr(u, e);
}

/** Positional defaults as a tuple, on the stack, or null (compiler_visit_defaults). */
export function pushDefaults(u: Unit, args: Arguments): Operand | null {
  if (args.defaults.length === 0) return null;
  const values: Constant[] = [];
  for (const d of args.defaults) if (d.kind === 'Constant') values.push(d.value);
  // The first constant of a code object stays although the tuple took its place (remove_unused_consts).
  if (u.consts.length === 0 && values.length > 0) u.constantIndex(values[0]);
  if (values.length === args.defaults.length) return u.push(u.constant({ t: 'tuple', v: values }));
  return u.push(argumentTuple(u, args.defaults, [], args.defaults[0]));
}

/** Keyword-only defaults as a dict, on the stack, or null (compiler_visit_kwonlydefaults). */
export function pushKwDefaults(u: Unit, args: Arguments): Operand | null {
  const names: string[] = [];
  const values: Operand[] = [];
  args.kwonlyargs.forEach((a, i) => {
    const value = args.kw_defaults[i];
    if (value === null) return;
    names.push(u.mangle(a.arg));
    values.push(u.push(expr(u, value)));
  });
  if (values.length === 0) return null;
  popAll(u, values);
  const keys = u.constant({ t: 'tuple', v: names.map(v => ({ t: 'str' as const, v })) });
  const r = u.result();
  u.emit(`${r.js} = $dictFromNames(${keys.js}, [${takeAll(u, values)}]);`);
  u.done(...values);
  return u.push(r);
}

/** Annotations as a tuple of names and values, on the stack, or null (compiler_visit_annotations). */
export function pushAnnotations(u: Unit, args: Arguments, returns: Expr | null): Operand | null {
  const items: Operand[] = [];
  const add = (name: string, annotation: Expr | null, star = false): void => {
    if (annotation === null) return;
    items.push(u.push(u.constant({ t: 'str', v: u.mangle(name) })));
    if (star && annotation.kind === 'Starred' && (u.program.future & CO_FUTURE_ANNOTATIONS) === 0) {
      // *args: *Ts
      const o = expr(u, annotation.value);
      u.raising(annotation);
      const v = u.take(o);
      const r = ownedOperand(u.temp());
      u.emit(`${r.js} = $unpackSequence(${v}, 1)[0];`);
      u.done(o);
      items.push(u.push(r));
    } else items.push(u.push(annotationOperand(u, annotation)));
  };
  for (const a of args.args) add(a.arg, a.annotation);
  for (const a of args.posonlyargs) add(a.arg, a.annotation);
  if (args.vararg !== null) add(args.vararg.arg, args.vararg.annotation, true);
  for (const a of args.kwonlyargs) add(a.arg, a.annotation);
  if (args.kwarg !== null) add(args.kwarg.arg, args.kwarg.annotation);
  add('return', returns);
  if (items.length === 0) return null;
  popAll(u, items);
  const r = u.result();
  u.emit(`${r.js} = $newTuple([${takeAll(u, items)}]);`);
  u.done(...items);
  return u.push(r);
}

/** MAKE_FUNCTION: a function object of `unit`; the parts are popped and used up. */
export function makeFunction(u: Unit, unit: CodeUnit, parts: FunctionParts): Operand {
  const code = u.codeConstant({ t: 'code', v: unit });
  const operands = [parts.defaults, parts.kwdefaults, parts.annotations];
  for (let i = operands.length - 1; i >= 0; i--) if (operands[i] !== null) u.pop(operands[i]!);
  const args = operands.map(o => (o === null ? 'null' : u.take(o)));
  let closure = 'null';
  if (unit.freevars.length > 0) {
    const cells = unit.freevars.map(name => u.cellVar(name));
    u.emit(cells.map(c => `++${c}.rc;`).join(' '));
    closure = `$newTuple([${cells.join(', ')}])`;
  }
  const r = u.result();
  u.emit(`${r.js} = $makeFunction(I, ${code}, ${args.join(', ')}, ${closure});`);
  for (const o of operands) if (o !== null) u.done(o);
  return r;
}

const NO_PARTS: FunctionParts = { defaults: null, kwdefaults: null, annotations: null };

function pushDecorators(u: Unit, decorators: Expr[]): Operand[] {
  return decorators.map(d => u.push(expr(u, d)));
}

/** Applies decorators (on the stack) from the last to the first. */
function applyDecorators(u: Unit, value: Operand, operands: Operand[], nodes: Expr[]): Operand {
  for (let i = operands.length - 1; i >= 0; i--) {
    const d = u.pop(operands[i]);
    u.raising(nodes[i]);
    const callee = u.take(d);
    const arg = u.take(value);
    const r = u.result();
    u.emit(
      `${r.js} = ${callee}.type === $T_FUNCTION && ${callee}.v.argc === 1 ? ${callee}.v.js(${callee}, ${arg}) : $call1(${callee}, ${arg});`,
    );
    u.emit(u.checkText(r.js));
    u.done(d, value);
    value = r;
  }
  return value;
}

/** Line that a decorated definition counts from. */
function firstLine(s: Position, decorators: Expr[]): number {
  return decorators.length > 0 ? decorators[0].lineno : s.lineno;
}

export function functionStatement(u: Unit, s: FunctionDef | AsyncFunctionDef): void {
  const decorators = pushDecorators(u, s.decorator_list);
  const line = firstLine(s, s.decorator_list);
  let f: Operand;
  if (s.type_params.length > 0) f = genericFunction(u, s, line);
  else {
    const defaults = pushDefaults(u, s.args);
    const kwdefaults = pushKwDefaults(u, s.args);
    const annotations = pushAnnotations(u, s.args, s.returns);
    f = makeFunction(u, functionUnit(u, s as FunctionNode, line), { defaults, kwdefaults, annotations });
  }
  const value = applyDecorators(u, f, decorators, s.decorator_list);
  storeName(u, s.name, value, s);
}

export function lambda(u: Unit, e: Lambda): Operand {
  const defaults = pushDefaults(u, e.args);
  const kwdefaults = pushKwDefaults(u, e.args);
  return makeFunction(u, functionUnit(u, e, e.lineno), { defaults, kwdefaults, annotations: null });
}

/** A generator expression: a generator function called with the outermost iterator. */
export function generatorExpression(u: Unit, e: GeneratorExp): Operand {
  const f = u.push(makeFunction(u, functionUnit(u, e, e.lineno), NO_PARTS));
  const first = e.generators[0];
  const iterable = expr(u, first.iter);
  let it: Operand;
  if (first.is_async) {
    u.raising(e);
    const v = u.take(iterable);
    it = u.result();
    u.emit(`${it.js} = $getAiter(${v});`);
    u.done(iterable);
  } else it = getIter(u, iterable, e);
  u.pop(f);
  u.raising(e);
  const callee = u.take(f);
  const r = u.result();
  u.emit(`${r.js} = ${callee}.v.js(${callee}, ${u.take(it)});`);
  u.emit(u.checkText(r.js));
  u.done(f, it);
  return r;
}

export function classStatement(u: Unit, s: ClassDef): void {
  const decorators = pushDecorators(u, s.decorator_list);
  const line = firstLine(s, s.decorator_list);
  const cls = s.type_params.length > 0 ? genericClass(u, s, line) : buildClass(u, s, classUnit(u, s, line), [], s);
  const value = applyDecorators(u, cls, decorators, s.decorator_list);
  storeName(u, s.name, value, s);
}

/** Calls `__build_class__(body, name, *bases, *extra, **keywords)`. `extra` is on the stack. */
export function buildClass(u: Unit, s: ClassDef, unit: CodeUnit, extra: string[], node: Position): Operand {
  const build = u.result();
  u.raising(node);
  u.emit(`${build.js} = $loadBuildClass(I);`);
  u.push(build);
  const body = u.push(makeFunction(u, unit, NO_PARTS));
  const name = u.push(u.constant({ t: 'str', v: s.name }));
  const bases: Expr[] = s.bases;
  const plain = bases.every(b => b.kind !== 'Starred') && s.keywords.every(k => k.arg !== null);
  if (plain) {
    const values = bases.map(b => u.push(expr(u, b)));
    const extras = extra.map(js => u.push(ownedOperand(js)));
    const keywords = s.keywords.map(k => u.push(expr(u, k.value)));
    popAll(u, [...values, ...extras, ...keywords]);
    u.pop(name);
    u.pop(body);
    u.pop(build);
    u.raising(node);
    const all = [body, name, ...values, ...extras, ...keywords];
    const callee = u.take(build);
    const args = takeAll(u, all);
    const r = u.result();
    if (keywords.length > 0) {
      const kwnames = u.constant({ t: 'tuple', v: s.keywords.map(k => ({ t: 'str' as const, v: k.arg! })) });
      u.emit(`${r.js} = $callKeywords(${callee}, [${args}], ${kwnames.js}, ${u.cache('q', 'new $KeywordCache()')});`);
    } else u.emit(`${r.js} = $callMany(${callee}, [${args}]);`);
    u.emit(u.checkText(r.js));
    u.done(build, ...all);
    return r;
  }
  u.pop(name);
  u.pop(body);
  const before = [body, name];
  const tuple = u.push(starredClassArguments(u, bases, before, extra, node));
  const kw = s.keywords.length > 0 ? keywordDict(u, build, s.keywords, node) : null;
  u.pop(tuple);
  u.pop(build);
  u.raising(node);
  const callee = u.take(build);
  const args = u.take(tuple);
  const named = kw === null ? 'null' : u.take(kw);
  const r = u.result();
  u.emit(`${r.js} = $callEx(${callee}, ${args}, ${named});`);
  u.emit(u.checkText(r.js));
  u.done(build, tuple);
  if (kw !== null) u.done(kw);
  return r;
}

function starredClassArguments(u: Unit, bases: Expr[], before: Operand[], extra: string[], node: Position): Operand {
  const list = u.result();
  u.emit(`${list.js} = $newList([${takeAll(u, before)}]);`);
  u.done(...before);
  u.push(list);
  for (const b of bases) {
    const o = expr(u, b.kind === 'Starred' ? b.value : b);
    u.raising(node);
    u.emit(`$${b.kind === 'Starred' ? 'listExtend' : 'listAppend'}(${list.js}, ${u.take(o)});`);
    u.done(o);
  }
  for (const js of extra) u.emit(`$listAppend(${list.js}, ${js});`);
  u.pop(list);
  u.unslot(list);
  const r = u.result();
  u.emit(`${r.js} = $listToTuple(${list.js});`);
  u.done(list);
  return r;
}

export function typeAlias(u: Unit, s: TypeAlias): void {
  storeName(u, s.name.id, typeAliasValue(u, s), s);
}
