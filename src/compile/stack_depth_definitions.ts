/** Depth of the stack in definitions: functions, classes, type parameters (compile.c, compiler_function, compiler_class...). */
import type {
  Arguments,
  AsyncFunctionDef,
  ClassDef,
  Expr,
  FunctionDef,
  Mod,
  Position,
  TypeAlias,
  TypeParam,
} from '../syntax/ast.ts';
import type { FunctionNode } from './code_blocks.ts';
import { CO_FUTURE_ANNOTATIONS } from './future.ts';
import type { ScopeEntry } from './scope.ts';
import type { StackDepth } from './stack_depth.ts';
import { callHelper, tuple, vanishes } from './stack_depth_calls.ts';
import { clause, expr, exprs, makeFunction } from './stack_depth_expressions.ts';
import { statements } from './stack_depth_statements.ts';
import { docstring } from './symtable.ts';

function blockOf(d: StackDepth, node: object): ScopeEntry {
  return d.program.table.blocks.get(node)!;
}

/** Defaults of parameters; answers how many values they leave (compiler_default_arguments). */
export function defaults(d: StackDepth, args: Arguments): number {
  let parts = 0;
  if (args.defaults.length > 0) {
    tuple(d, args.defaults);
    parts++;
  }
  const named = args.kw_defaults.filter(e => e !== null);
  if (named.length > 0) {
    exprs(d, named);
    d.push();
    d.op(named.length + 1, 1);
    parts++;
  }
  return parts;
}

/** The tuple of names and annotations; answers 1 when there is one (compiler_visit_annotations). */
function annotations(d: StackDepth, args: Arguments, returns: Expr | null): number {
  const params = [...args.args, ...args.posonlyargs, args.vararg, ...args.kwonlyargs, args.kwarg];
  const given = [...params.map(a => a?.annotation ?? null), returns].filter(e => e !== null);
  if (given.length === 0) return 0;
  const isText = (d.program.future & CO_FUTURE_ANNOTATIONS) !== 0;
  if (isText || given.every(e => e.kind === 'Constant')) d.push();
  else {
    for (const e of given) {
      d.push();
      expr(d, e);
    }
    d.op(2 * given.length, 1);
  }
  return 1;
}

/** Calls the decorators, which lie below the definition. */
function decorated(d: StackDepth, decorators: Expr[]): void {
  d.pop(decorators.length);
}

export function functionStatement(d: StackDepth, s: FunctionDef | AsyncFunctionDef): void {
  exprs(d, s.decorator_list);
  if (s.type_params.length > 0) {
    d.push();
    const parts = defaults(d, s.args);
    makeFunction(d, blockOf(d, s.type_params), 0);
    d.op(parts + 2, 1);
  } else {
    const parts = defaults(d, s.args);
    makeFunction(d, blockOf(d, s), parts + annotations(d, s.args, s.returns));
  }
  decorated(d, s.decorator_list);
  d.pop();
}

/** The code that makes a generic function. */
export function genericFunctionCode(d: StackDepth, s: FunctionDef | AsyncFunctionDef): void {
  typeParams(d, s.type_params);
  d.push(d.argcount);
  makeFunction(d, blockOf(d, s), d.argcount + annotations(d, s.args, s.returns));
}

export function classStatement(d: StackDepth, s: ClassDef): void {
  exprs(d, s.decorator_list);
  if (s.type_params.length > 0) generic(d, s.type_params);
  else {
    classBody(d, s);
    callHelper(d, 2, s.bases, s.keywords);
  }
  decorated(d, s.decorator_list);
  d.pop();
}

/** `__build_class__`, the body and the name. */
function classBody(d: StackDepth, s: ClassDef): void {
  d.push(2);
  makeFunction(d, blockOf(d, s), 0);
  d.push();
}

/** The code that makes a generic class. */
export function genericClassCode(d: StackDepth, s: ClassDef): void {
  typeParams(d, s.type_params);
  d.pop();
  classBody(d, s);
  d.touch(1);
  const base: Expr = { ...(s as Position), kind: 'Name', id: '.generic_base', ctx: 'Load' };
  callHelper(d, 2, [...s.bases, base], s.keywords);
}

export function typeAlias(d: StackDepth, s: TypeAlias): void {
  if (s.type_params.length > 0) generic(d, s.type_params);
  else {
    d.push(2);
    aliasBody(d, s);
  }
  d.pop();
}

/** The lazily evaluated value, above the name and the type parameters; then the alias of the three. */
function aliasBody(d: StackDepth, s: TypeAlias): void {
  makeFunction(d, blockOf(d, s), 0);
  d.op(3, 1);
}

/** The code that makes a generic type alias. */
export function genericAliasCode(d: StackDepth, s: TypeAlias): void {
  d.push();
  typeParams(d, s.type_params);
  aliasBody(d, s);
}

/** Calls the code of a scope of type parameters. */
function generic(d: StackDepth, params: TypeParam[]): void {
  d.push();
  makeFunction(d, blockOf(d, params), 0);
  d.pop();
}

/** compiler_type_params */
function typeParams(d: StackDepth, params: TypeParam[]): void {
  for (const p of params) {
    d.push();
    if (p.kind === 'TypeVar' && p.bound !== null) {
      makeFunction(d, blockOf(d, p), 0);
      d.pop();
    }
    d.touch(1);
  }
  d.op(params.length, 1);
}

// ---- what becomes a code object

/** compiler_function_body, compiler_lambda, or the code of a generator expression. */
export function functionCode(d: StackDepth, node: FunctionNode): void {
  // The handler that turns StopIteration into RuntimeError (wrap_in_stopiteration_handler).
  if (node.kind !== 'Lambda' && (d.scope.generator || d.scope.coroutine)) d.guard(2);
  if (node.kind === 'GeneratorExp') {
    d.push();
    clause(d, node, 0);
  } else if (node.kind === 'Lambda') returned(d, node.body);
  else statements(d, node.body);
}

/** An expression whose value is returned; RETURN_CONST needs no stack. */
export function returned(d: StackDepth, e: Expr): void {
  if (!vanishes(e)) expr(d, e);
}

/** compiler_class_body */
export function classCode(d: StackDepth, s: ClassDef): void {
  d.touch(1);
  statements(d, s.body);
  if (d.scope.needsClassClosure) d.touch(2);
}

/** compiler_mod */
export function moduleCode(d: StackDepth, mod: Mod): void {
  if (mod.kind === 'Expression') return returned(d, mod.body);
  if (mod.kind === 'Module' && docstring(mod.body) !== null) d.touch(1);
  statements(d, mod.body);
}
