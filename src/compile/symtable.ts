/** The symbol table's first pass: which names each block mentions and how (Python/symtable.c, symtable_visit_*). */
import type {
  Alias,
  Arg,
  Arguments,
  Comprehension,
  Expr,
  ExprStmt,
  Mod,
  Name,
  Pattern,
  Position,
  Stmt,
  TypeParam,
} from '../syntax/ast.ts';
import { analyze } from './analyze.ts';
import { compileError, type SourceInfo } from './errors.ts';
import {
  type BlockType,
  DEF_ANNOT,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  mangle,
  ScopeEntry,
  USE,
} from './scope.ts';

/** All blocks of a program, by the tree node (or, for type parameters, by the array of them) that opens them. */
export interface SymbolTable {
  top: ScopeEntry;
  blocks: Map<object, ScopeEntry>;
}

type ComprehensionKind = NonNullable<ScopeEntry['comprehension']>;

/**
 * Builds and analyses the symbol table of a program (_PySymtable_Build).
 * `futureAnnotations`: `from __future__ import annotations` is in force. Throws PySyntaxError.
 */
export function buildSymbolTable(mod: Mod, source: SourceInfo, futureAnnotations: boolean): SymbolTable {
  const builder = new Builder(source, futureAnnotations);
  builder.enter('top', 'module', mod, 0);
  const top = builder.cur;
  builder.global = top;
  if (mod.kind === 'Expression') builder.expr(mod.body);
  else builder.stmts(mod.body);
  analyze(top, source);
  return { top, blocks: builder.blocks };
}

class Builder {
  blocks = new Map<object, ScopeEntry>();
  cur!: ScopeEntry;
  global!: ScopeEntry;
  private stack: ScopeEntry[] = [];
  private privateName: string | null = null;

  constructor(
    private readonly source: SourceInfo,
    private readonly futureAnnotations: boolean,
  ) {}

  private error(where: Position, msg: string): never {
    return compileError(this.source, where, msg);
  }

  // ---- blocks

  enter(name: string, type: BlockType, key: object, lineno: number): ScopeEntry {
    const entry = new ScopeEntry(name, type, lineno);
    const prev = this.cur as ScopeEntry | undefined;
    if (prev !== undefined) {
      entry.nested = prev.nested || prev.isFunctionLike;
      entry.compIterExpr = prev.compIterExpr;
    }
    this.blocks.set(key, entry);
    if (prev !== undefined && type !== 'annotation') prev.children.push(entry);
    this.stack.push(entry);
    this.cur = entry;
    return entry;
  }

  private exit(): void {
    this.stack.pop();
    this.cur = this.stack[this.stack.length - 1];
  }

  private lookup(name: string): number {
    return this.cur.flags(mangle(this.privateName, name));
  }

  private define(name: string, flag: number, where: Position, entry: ScopeEntry = this.cur): void {
    const mangled = mangle(this.privateName, name);
    let flags = entry.flags(mangled);
    if ((flag & DEF_PARAM) !== 0 && (flags & DEF_PARAM) !== 0)
      this.error(where, `duplicate argument '${name}' in function definition`);
    if ((flag & DEF_TYPE_PARAM) !== 0 && (flags & DEF_TYPE_PARAM) !== 0)
      this.error(where, `duplicate type parameter '${name}'`);
    flags |= flag;
    if (entry.compIterTarget) {
      if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0)
        this.error(where, `comprehension inner loop cannot rebind assignment expression target '${name}'`);
      flags |= DEF_COMP_ITER;
    }
    entry.symbols.set(mangled, flags);
    if ((flag & DEF_PARAM) !== 0) entry.varnames.push(mangled);
    else if ((flag & DEF_GLOBAL) !== 0) this.global.symbols.set(mangled, this.global.flags(mangled) | flag);
  }

  // ---- statements

  stmts(body: Stmt[]): void {
    for (const s of body) this.stmt(s);
  }

  stmt(s: Stmt): void {
    switch (s.kind) {
      case 'FunctionDef':
      case 'AsyncFunctionDef': {
        this.define(s.name, DEF_LOCAL, s);
        this.exprs(s.args.defaults);
        this.exprs(s.args.kw_defaults);
        this.exprs(s.decorator_list);
        const generic = s.type_params.length > 0;
        if (generic) {
          const hasKwDefaults = s.args.kw_defaults.some(d => d !== null);
          this.enterTypeParams(s.name, s.type_params, s, s.args.defaults.length > 0, hasKwDefaults, false);
          this.typeParams(s.type_params);
        }
        this.annotations(s.args, s.returns, s);
        const entry = this.enter(s.name, 'function', s, s.lineno);
        entry.coroutine = s.kind === 'AsyncFunctionDef';
        this.arguments(s.args);
        this.stmts(s.body);
        this.exit();
        if (generic) this.exit();
        break;
      }
      case 'ClassDef': {
        this.define(s.name, DEF_LOCAL, s);
        this.exprs(s.decorator_list);
        const generic = s.type_params.length > 0;
        const outer = this.privateName;
        if (generic) {
          this.enterTypeParams(s.name, s.type_params, s, false, false, true);
          this.privateName = s.name;
          this.typeParams(s.type_params);
        }
        this.exprs(s.bases);
        for (const k of s.keywords) this.expr(k.value);
        this.enter(s.name, 'class', s, s.lineno);
        this.privateName = s.name;
        if (generic) {
          this.define('__type_params__', DEF_LOCAL, s);
          this.define('.type_params', USE, s);
        }
        this.stmts(s.body);
        this.exit();
        if (generic) this.exit();
        this.privateName = outer;
        break;
      }
      case 'TypeAlias': {
        this.expr(s.name);
        const inClass = this.cur.type === 'class';
        const generic = s.type_params.length > 0;
        if (generic) {
          this.enterTypeParams(s.name.id, s.type_params, s, false, false, false);
          this.typeParams(s.type_params);
        }
        const entry = this.enter(s.name.id, 'type alias', s, s.lineno);
        if (inClass) this.seeClassScope(entry, s);
        this.expr(s.value);
        this.exit();
        if (generic) this.exit();
        break;
      }
      case 'Return':
        if (s.value !== null) {
          this.expr(s.value);
          this.cur.returnsValue = true;
        }
        break;
      case 'Delete':
        this.exprs(s.targets);
        break;
      case 'Assign':
        this.exprs(s.targets);
        this.expr(s.value);
        break;
      case 'AnnAssign':
        if (s.target.kind === 'Name') {
          const flags = this.lookup(s.target.id);
          if ((flags & (DEF_GLOBAL | DEF_NONLOCAL)) !== 0 && this.cur !== this.global && s.simple) {
            const what = (flags & DEF_GLOBAL) !== 0 ? 'global' : 'nonlocal';
            this.error(s, `annotated name '${s.target.id}' can't be ${what}`);
          }
          if (s.simple) this.define(s.target.id, DEF_ANNOT | DEF_LOCAL, s.target);
          else if (s.value !== null) this.define(s.target.id, DEF_LOCAL, s.target);
        } else this.expr(s.target);
        this.annotation(s.annotation);
        if (s.value !== null) this.expr(s.value);
        break;
      case 'AugAssign':
        this.expr(s.target);
        this.expr(s.value);
        break;
      case 'For':
      case 'AsyncFor':
        this.expr(s.target);
        this.expr(s.iter);
        this.stmts(s.body);
        this.stmts(s.orelse);
        break;
      case 'While':
      case 'If':
        this.expr(s.test);
        this.stmts(s.body);
        this.stmts(s.orelse);
        break;
      case 'Match':
        this.expr(s.subject);
        for (const c of s.cases) {
          this.pattern(c.pattern);
          if (c.guard !== null) this.expr(c.guard);
          this.stmts(c.body);
        }
        break;
      case 'Raise':
        if (s.exc !== null) this.expr(s.exc);
        if (s.cause !== null) this.expr(s.cause);
        break;
      case 'Try':
      case 'TryStar':
        this.stmts(s.body);
        this.stmts(s.orelse);
        for (const h of s.handlers) {
          if (h.type !== null) this.expr(h.type);
          if (h.name !== null) this.define(h.name, DEF_LOCAL, h);
          this.stmts(h.body);
        }
        this.stmts(s.finalbody);
        break;
      case 'Assert':
        this.expr(s.test);
        if (s.msg !== null) this.expr(s.msg);
        break;
      case 'Import':
      case 'ImportFrom':
        for (const a of s.names) this.alias(a);
        break;
      case 'Global':
      case 'Nonlocal':
        this.directive(s.kind === 'Global', s.names, s);
        break;
      case 'Expr':
        this.expr(s.value);
        break;
      case 'With':
      case 'AsyncWith':
        for (const item of s.items) {
          this.expr(item.context_expr);
          if (item.optional_vars !== null) this.expr(item.optional_vars);
        }
        this.stmts(s.body);
        break;
      case 'Pass':
      case 'Break':
      case 'Continue':
        break;
    }
  }

  private directive(isGlobal: boolean, names: string[], s: Position): void {
    const word = isGlobal ? 'global' : 'nonlocal';
    for (const name of names) {
      const flags = this.lookup(name);
      if ((flags & (DEF_PARAM | DEF_LOCAL | USE | DEF_ANNOT)) !== 0) {
        if ((flags & DEF_PARAM) !== 0) this.error(s, `name '${name}' is parameter and ${word}`);
        if ((flags & USE) !== 0) this.error(s, `name '${name}' is used prior to ${word} declaration`);
        if ((flags & DEF_ANNOT) !== 0) this.error(s, `annotated name '${name}' can't be ${word}`);
        this.error(s, `name '${name}' is assigned to before ${word} declaration`);
      }
      this.define(name, isGlobal ? DEF_GLOBAL : DEF_NONLOCAL, s);
      const mangled = mangle(this.privateName, name);
      if (!this.cur.directives.has(mangled)) this.cur.directives.set(mangled, s);
    }
  }

  private alias(a: Alias): void {
    const dot = a.name.indexOf('.');
    const name = a.asname ?? (dot < 0 ? a.name : a.name.slice(0, dot));
    if (name !== '*') this.define(name, DEF_IMPORT, a);
    else if (this.cur.type !== 'module') this.error(a, 'import * only allowed at module level');
  }

  // ---- functions

  private arguments(args: Arguments): void {
    for (const a of args.posonlyargs) this.define(a.arg, DEF_PARAM, a);
    for (const a of args.args) this.define(a.arg, DEF_PARAM, a);
    for (const a of args.kwonlyargs) this.define(a.arg, DEF_PARAM, a);
    if (args.vararg !== null) {
      this.define(args.vararg.arg, DEF_PARAM, args.vararg);
      this.cur.varargs = true;
    }
    if (args.kwarg !== null) {
      this.define(args.kwarg.arg, DEF_PARAM, args.kwarg);
      this.cur.varkeywords = true;
    }
  }

  private annotations(args: Arguments, returns: Expr | null, key: Position): void {
    if (this.futureAnnotations) this.enter('_annotation', 'annotation', { key }, key.lineno);
    const all: (Arg | null)[] = [...args.posonlyargs, ...args.args, args.vararg, args.kwarg, ...args.kwonlyargs];
    for (const a of all) if (a !== null && a.annotation !== null) this.expr(a.annotation);
    if (this.futureAnnotations) this.exit();
    if (returns !== null) this.annotation(returns);
  }

  private annotation(annotation: Expr): void {
    if (this.futureAnnotations) this.enter('_annotation', 'annotation', { annotation }, annotation.lineno);
    this.expr(annotation);
    if (this.futureAnnotations) this.exit();
  }

  // ---- type parameters (PEP 695)

  private seeClassScope(entry: ScopeEntry, where: Position): void {
    entry.canSeeClassScope = true;
    this.define('__classdict__', USE, where);
  }

  private enterTypeParams(
    name: string,
    params: TypeParam[],
    where: Position,
    hasDefaults: boolean,
    hasKwDefaults: boolean,
    isClass: boolean,
  ): void {
    const inClass = this.cur.type === 'class';
    const entry = this.enter(name, 'type parameter', params, where.lineno);
    if (inClass) this.seeClassScope(entry, where);
    if (isClass) {
      this.define('.type_params', DEF_LOCAL | USE, where);
      this.define('.generic_base', DEF_LOCAL | USE, where);
    }
    if (hasDefaults) this.define('.defaults', DEF_PARAM, where);
    if (hasKwDefaults) this.define('.kwdefaults', DEF_PARAM, where);
  }

  private typeParams(params: TypeParam[]): void {
    for (const p of params) {
      this.define(p.name, DEF_TYPE_PARAM | DEF_LOCAL, p);
      if (p.kind === 'TypeVar' && p.bound !== null) {
        const inClass = this.cur.canSeeClassScope;
        const entry = this.enter(p.name, 'TypeVar bound', p, p.lineno);
        if (inClass) this.seeClassScope(entry, p);
        this.expr(p.bound);
        this.exit();
      }
    }
  }

  // ---- expressions

  private exprs(list: (Expr | null)[]): void {
    for (const e of list) if (e !== null) this.expr(e);
  }

  expr(e: Expr): void {
    switch (e.kind) {
      case 'NamedExpr':
        this.notInAnnotation('named expression', e);
        if (this.cur.compIterExpr > 0)
          this.error(e, 'assignment expression cannot be used in a comprehension iterable expression');
        if (this.cur.comprehension !== null) this.extendNamedExprScope(e.target);
        this.expr(e.value);
        this.expr(e.target);
        break;
      case 'BoolOp':
        this.exprs(e.values);
        break;
      case 'BinOp':
        this.expr(e.left);
        this.expr(e.right);
        break;
      case 'UnaryOp':
        this.expr(e.operand);
        break;
      case 'Lambda':
        if (this.cur.canSeeClassScope) this.error(e, 'Cannot use lambda in annotation scope within class scope');
        this.exprs(e.args.defaults);
        this.exprs(e.args.kw_defaults);
        this.enter('lambda', 'function', e, e.lineno);
        this.arguments(e.args);
        this.expr(e.body);
        this.exit();
        break;
      case 'IfExp':
        this.expr(e.test);
        this.expr(e.body);
        this.expr(e.orelse);
        break;
      case 'Dict':
        this.exprs(e.keys);
        this.exprs(e.values);
        break;
      case 'Set':
      case 'List':
      case 'Tuple':
        this.exprs(e.elts);
        break;
      case 'GeneratorExp':
        this.comprehension(e, 'generator', '<genexpr>', e.generators, e.elt, null);
        break;
      case 'ListComp':
        this.comprehension(e, 'list', '<listcomp>', e.generators, e.elt, null);
        break;
      case 'SetComp':
        this.comprehension(e, 'set', '<setcomp>', e.generators, e.elt, null);
        break;
      case 'DictComp':
        this.comprehension(e, 'dict', '<dictcomp>', e.generators, e.key, e.value);
        break;
      case 'Yield':
      case 'YieldFrom':
        this.notInAnnotation('yield expression', e);
        if (e.value !== null) this.expr(e.value);
        this.cur.generator = true;
        if (this.cur.comprehension !== null) {
          const kind = this.cur.comprehension;
          const what = kind === 'generator' ? 'generator expression' : `${kind} comprehension`;
          this.error(e, `'yield' inside ${what}`);
        }
        break;
      case 'Await':
        this.notInAnnotation('await expression', e);
        this.expr(e.value);
        this.cur.coroutine = true;
        break;
      case 'Compare':
        this.expr(e.left);
        this.exprs(e.comparators);
        break;
      case 'Call':
        this.expr(e.func);
        this.exprs(e.args);
        for (const k of e.keywords) this.expr(k.value);
        break;
      case 'FormattedValue':
        this.expr(e.value);
        if (e.format_spec !== null) this.expr(e.format_spec);
        break;
      case 'JoinedStr':
        this.exprs(e.values);
        break;
      case 'Constant':
        break;
      case 'Attribute':
      case 'Starred':
        this.expr(e.value);
        break;
      case 'Subscript':
        this.expr(e.value);
        this.expr(e.slice);
        break;
      case 'Slice':
        this.exprs([e.lower, e.upper, e.step]);
        break;
      case 'Name':
        this.define(e.id, e.ctx === 'Load' ? USE : DEF_LOCAL, e);
        if (e.ctx === 'Load' && e.id === 'super' && this.cur.isFunctionLike) this.define('__class__', USE, e);
        break;
    }
  }

  private notInAnnotation(what: string, e: Position): void {
    const type = this.cur.type;
    if (type === 'annotation') this.error(e, `${what} cannot be used within an annotation`);
    if (type === 'TypeVar bound') this.error(e, `${what} cannot be used within a TypeVar bound`);
    if (type === 'type alias') this.error(e, `${what} cannot be used within a type alias`);
    if (type === 'type parameter') this.error(e, `${what} cannot be used within the definition of a generic`);
  }

  private extendNamedExprScope(target: Name): void {
    const name = target.id;
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const entry = this.stack[i];
      const flags = entry.flags(mangle(this.privateName, name));
      if (entry.comprehension !== null) {
        if ((flags & DEF_COMP_ITER) !== 0)
          this.error(target, `assignment expression cannot rebind comprehension iteration variable '${name}'`);
        continue;
      }
      switch (entry.type) {
        case 'function':
          this.define(name, (flags & DEF_GLOBAL) !== 0 ? DEF_GLOBAL : DEF_NONLOCAL, target);
          this.cur.directives.set(mangle(this.privateName, name), target);
          this.define(name, DEF_LOCAL, target, entry);
          return;
        case 'module':
          this.define(name, DEF_GLOBAL, target);
          this.cur.directives.set(mangle(this.privateName, name), target);
          this.define(name, DEF_GLOBAL, target, entry);
          return;
        case 'class':
          this.error(target, 'assignment expression within a comprehension cannot be used in a class body');
          break;
        case 'TypeVar bound':
          this.error(target, 'assignment expression within a comprehension cannot be used in a TypeVar bound');
          break;
        case 'type alias':
          this.error(target, 'assignment expression within a comprehension cannot be used in a type alias');
          break;
        case 'type parameter':
          this.error(
            target,
            'assignment expression within a comprehension cannot be used within the definition of a generic',
          );
          break;
        case 'annotation':
          break;
      }
    }
  }

  private comprehension(
    e: Expr,
    kind: ComprehensionKind,
    name: string,
    generators: Comprehension[],
    elt: Expr,
    value: Expr | null,
  ): void {
    if (this.cur.canSeeClassScope) this.error(e, 'Cannot use comprehension in annotation scope within class scope');
    const outermost = generators[0];
    this.cur.compIterExpr++;
    this.expr(outermost.iter);
    this.cur.compIterExpr--;
    const entry = this.enter(name, 'function', e, e.lineno);
    entry.comprehension = kind;
    entry.coroutine = outermost.is_async;
    this.define('.0', DEF_PARAM, e);
    this.iterTarget(entry, outermost.target);
    this.exprs(outermost.ifs);
    for (let i = 1; i < generators.length; i++) {
      const g = generators[i];
      this.iterTarget(entry, g.target);
      entry.compIterExpr++;
      this.expr(g.iter);
      entry.compIterExpr--;
      this.exprs(g.ifs);
      if (g.is_async) entry.coroutine = true;
    }
    if (value !== null) this.expr(value);
    this.expr(elt);
    entry.generator = kind === 'generator';
    const isAsync = entry.coroutine && kind !== 'generator';
    this.exit();
    if (isAsync) this.cur.coroutine = true;
  }

  private iterTarget(entry: ScopeEntry, target: Expr): void {
    entry.compIterTarget = true;
    this.expr(target);
    entry.compIterTarget = false;
  }

  // ---- patterns

  private pattern(p: Pattern): void {
    switch (p.kind) {
      case 'MatchValue':
        this.expr(p.value);
        break;
      case 'MatchSingleton':
        break;
      case 'MatchSequence':
      case 'MatchOr':
        for (const q of p.patterns) this.pattern(q);
        break;
      case 'MatchStar':
        if (p.name !== null) this.define(p.name, DEF_LOCAL, p);
        break;
      case 'MatchMapping':
        this.exprs(p.keys);
        for (const q of p.patterns) this.pattern(q);
        if (p.rest !== null) this.define(p.rest, DEF_LOCAL, p);
        break;
      case 'MatchClass':
        this.expr(p.cls);
        for (const q of p.patterns) this.pattern(q);
        for (const q of p.kwd_patterns) this.pattern(q);
        break;
      case 'MatchAs':
        if (p.pattern !== null) this.pattern(p.pattern);
        if (p.name !== null) this.define(p.name, DEF_LOCAL, p);
        break;
    }
  }
}

/** True when the first statement of a body is a docstring. */
export function docstring(body: Stmt[]): string | null {
  const first = body[0] as Stmt | undefined;
  if (first === undefined || first.kind !== 'Expr') return null;
  const value = (first as ExprStmt).value;
  return value.kind === 'Constant' && value.value.t === 'str' ? value.value.v : null;
}
