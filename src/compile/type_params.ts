/** Type parameters (PEP 695): generic functions and classes, `type` statements. */
import type { AsyncFunctionDef, ClassDef, FunctionDef, TypeAlias, TypeParam } from '../syntax/ast.ts';
import { blockUnit, classUnit, functionUnit, qualifiedName, type BlockDescription } from './code_blocks.ts';
import { expr } from './expressions.ts';
import { buildClass, makeFunction, pushAnnotations, pushDefaults, pushKwDefaults } from './functions.ts';
import { hold } from './loops.ts';
import { storeName } from './names.ts';
import { ownedOperand, type Operand } from './operands.ts';
import type { DepthVisitor } from './stack_depth.ts';
import { genericAliasCode, genericClassCode, genericFunctionCode, returned } from './stack_depth_definitions.ts';
import type { Unit } from './unit.ts';

const NO_PARTS = { defaults: null, kwdefaults: null, annotations: null };

function scopeBlock(
  u: Unit,
  name: string,
  firstlineno: number,
  argcount: number,
  depth: DepthVisitor,
  write: (inner: Unit) => void,
): BlockDescription {
  return {
    name,
    qualname: qualifiedName(u, name, false),
    firstlineno,
    argcount,
    posonlyargcount: 0,
    kwonlyargcount: 0,
    docstring: null,
    depth,
    write,
  };
}

/** Makes the type variables and stores them; answers the tuple of them, held (compiler_type_params). */
function typeParams(u: Unit, params: TypeParam[]): Operand {
  const made: Operand[] = [];
  for (const p of params) {
    const name = u.constant({ t: 'str', v: p.name });
    let bound: Operand | null = null;
    let kind: string = p.kind;
    if (p.kind === 'TypeVar' && p.bound !== null) {
      const boundExpr = p.bound;
      if (boundExpr.kind === 'Tuple' || (boundExpr.kind === 'Constant' && boundExpr.value.t === 'tuple'))
        kind = 'TypeVarWithConstraints';
      else kind = 'TypeVarWithBound';
      const entry = u.program.table.blocks.get(p)!;
      const block = scopeBlock(
        u,
        p.name,
        boundExpr.lineno,
        0,
        d => returned(d, boundExpr),
        inner => returnExpr(inner, expr(inner, boundExpr)),
      );
      bound = makeFunction(u, blockUnit(u, entry, block), NO_PARTS);
    }
    u.raising(p);
    const r = u.result();
    u.emit(`${r.js} = $makeTypeVar('${kind}', ${name.js}, ${bound === null ? 'null' : u.take(bound)});`);
    if (bound !== null) u.done(bound);
    u.push(r);
    storeName(u, p.name, { ...r, owned: false, slot: null, temp: false }, p);
    made.push(r);
  }
  for (let i = made.length - 1; i >= 0; i--) u.pop(made[i]);
  const items = made.map(o => u.take(o)).join(', ');
  const tuple = ownedOperand(u.temp());
  u.emit(`${tuple.js} = $newTuple([${items}]);`);
  u.done(...made);
  return hold(u, tuple);
}

function returnExpr(u: Unit, o: Operand): void {
  u.emit(`R = ${u.take(o)};`);
  u.done(o);
  u.flow = null;
}

/** `def f[T](...)`: the function made inside a scope that holds its type parameters. */
export function genericFunction(u: Unit, s: FunctionDef | AsyncFunctionDef, line: number): Operand {
  const entry = u.program.table.blocks.get(s.type_params)!;
  const defaults = pushDefaults(u, s.args);
  const kwdefaults = pushKwDefaults(u, s.args);
  const given = [defaults, kwdefaults].filter(o => o !== null);
  const block = scopeBlock(
    u,
    `<generic parameters of ${s.name}>`,
    line,
    given.length,
    d => genericFunctionCode(d, s),
    inner => {
      const tuple = typeParams(inner, s.type_params);
      const own = (name: string): Operand => {
        const t = ownedOperand(inner.temp());
        inner.emit(`++(${t.js} = ${inner.localVar(name)}).rc;`);
        return inner.push(t);
      };
      const d = defaults === null ? null : own('.defaults');
      const k = kwdefaults === null ? null : own('.kwdefaults');
      const annotations = pushAnnotations(inner, s.args, s.returns);
      const f = makeFunction(inner, functionUnit(inner, s, line), { defaults: d, kwdefaults: k, annotations });
      inner.pop(tuple);
      const callee = inner.take(f);
      returnHelper(inner, `$setTypeParams(${callee}, ${inner.take(tuple)})`);
    },
  );
  const scope = makeFunction(u, blockUnit(u, entry, block), NO_PARTS);
  for (let i = given.length - 1; i >= 0; i--) u.pop(given[i]);
  u.raising(s);
  const callee = u.take(scope);
  const args = given.map(o => u.take(o));
  const r = u.result();
  u.emit(`${r.js} = ${callee}.v.js(${[callee, ...args].join(', ')});`);
  u.emit(u.checkText(r.js));
  u.done(scope, ...given);
  return r;
}

function returnHelper(u: Unit, call: string): void {
  u.emit(`R = ${call};`);
  u.flow = null;
}

/** `class C[T]: ...`. */
export function genericClass(u: Unit, s: ClassDef, line: number): Operand {
  const entry = u.program.table.blocks.get(s.type_params)!;
  const block = scopeBlock(
    u,
    `<generic parameters of ${s.name}>`,
    line,
    0,
    d => genericClassCode(d, s),
    inner => {
      const tuple = typeParams(inner, s.type_params);
      inner.pop(tuple);
      const params = inner.take(tuple);
      const t = inner.result();
      inner.emit(`${t.js} = ${params};`);
      storeName(inner, '.type_params', t, s);
      inner.raising(s);
      const base = inner.result();
      inner.emit(`${base.js} = $genericBase(${inner.cellVar('.type_params')}.v);`);
      const cls = buildClass(inner, s, classUnit(inner, s, line), [base.js], s);
      returnExpr(inner, cls);
    },
  );
  const scope = makeFunction(u, blockUnit(u, entry, block), NO_PARTS);
  u.raising(s);
  const callee = u.take(scope);
  const r = u.result();
  u.emit(`${r.js} = ${callee}.v.js(${callee});`);
  u.emit(u.checkText(r.js));
  u.done(scope);
  return r;
}

/** The value of a `type` statement. */
export function typeAliasValue(u: Unit, s: TypeAlias): Operand {
  const alias = (at: Unit, tuple: Operand | null): Operand => {
    const entry = at.program.table.blocks.get(s)!;
    const block = scopeBlock(
      at,
      s.name.id,
      s.lineno,
      0,
      d => returned(d, s.value),
      inner => returnExpr(inner, expr(inner, s.value)),
    );
    const f = makeFunction(at, blockUnit(at, entry, block), NO_PARTS);
    if (tuple !== null) at.pop(tuple);
    const name = at.constant({ t: 'str', v: s.name.id });
    at.raising(s);
    const value = at.take(f);
    const params = tuple === null ? 'null' : at.take(tuple);
    const r = at.result();
    at.emit(`${r.js} = $makeTypeAlias(I, ${name.js}, ${params}, ${value});`);
    at.done(f);
    return r;
  };
  if (s.type_params.length === 0) return alias(u, null);
  const entry = u.program.table.blocks.get(s.type_params)!;
  const block = scopeBlock(
    u,
    `<generic parameters of ${s.name.id}>`,
    s.lineno,
    0,
    d => genericAliasCode(d, s),
    inner => {
      returnExpr(inner, alias(inner, typeParams(inner, s.type_params)));
    },
  );
  const scope = makeFunction(u, blockUnit(u, entry, block), NO_PARTS);
  u.raising(s);
  const callee = u.take(scope);
  const r = u.result();
  u.emit(`${r.js} = ${callee}.v.js(${callee});`);
  u.emit(u.checkText(r.js));
  u.done(scope);
  return r;
}
