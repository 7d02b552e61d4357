/**
 * The mistakes that CPython's code generator reports (the compiler_error calls of Python/compile.c), found in a walk of
 * their own, because code here is generated only when it is first run.
 */
import type { Arguments, Expr, Keyword, Mod, Pattern, Position, Stmt } from '../syntax/ast.ts';
import { constantKey } from './fold_constants.ts';
import { compileError, type SourceInfo } from './errors.ts';
import { isFuture } from './future.ts';
import type { SymbolTable } from './symtable.ts';

interface Context {
  block: 'module' | 'class' | 'function' | 'async';
  /** A loop of this block encloses the statement. */
  loop: boolean;
  /** Inside an `except*` block and not inside a loop or function of it. */
  exceptStar: boolean;
  generator: boolean;
}

/** Throws PySyntaxError at the first mistake. `topLevelAwait` allows `await` outside functions. */
export function checkProgram(mod: Mod, table: SymbolTable, source: SourceInfo, futureAnnotations: boolean): void {
  const checker = new Checker(table, source, futureAnnotations);
  const context: Context = { block: 'module', loop: false, exceptStar: false, generator: false };
  if (mod.kind === 'Expression') checker.expr(mod.body, context);
  else {
    for (const s of mod.body) checker.stmt(s, context);
  }
}

class Checker {
  constructor(
    private readonly table: SymbolTable,
    private readonly source: SourceInfo,
    private readonly futureAnnotations: boolean,
  ) {}

  private error(where: Position, msg: string): never {
    return compileError(this.source, where, msg);
  }

  private forbidden(name: string, ctx: 'Store' | 'Del', where: Position): void {
    if (name === '__debug__') this.error(where, `cannot ${ctx === 'Store' ? 'assign to' : 'delete'} __debug__`);
  }

  private stmts(body: Stmt[], c: Context): void {
    for (const s of body) this.stmt(s, c);
  }

  private exprs(list: (Expr | null)[], c: Context): void {
    for (const e of list) if (e !== null) this.expr(e, c);
  }

  /** An annotation that is evaluated. */
  private annotation(e: Expr, c: Context): void {
    if (!this.futureAnnotations) this.expr(e, c);
  }

  private arguments(args: Arguments, c: Context): void {
    const all = [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg];
    for (const a of all) {
      if (a === null) continue;
      this.forbidden(a.arg, 'Store', a);
      if (a.annotation !== null && a !== args.vararg) this.annotation(a.annotation, c);
    }
    const star = args.vararg === null ? null : args.vararg.annotation;
    if (star !== null) this.annotation(star.kind === 'Starred' ? star.value : star, c);
    this.exprs(args.defaults, c);
    this.exprs(args.kw_defaults, c);
  }

  private keywords(keywords: Keyword[], c: Context): void {
    const seen = new Set<string>();
    for (const k of keywords) {
      if (k.arg !== null) {
        this.forbidden(k.arg, 'Store', k);
        if (seen.has(k.arg)) this.error(k, `keyword argument repeated: ${k.arg}`);
        seen.add(k.arg);
      }
      this.expr(k.value, c);
    }
  }

  stmt(s: Stmt, c: Context): void {
    switch (s.kind) {
      case 'FunctionDef':
      case 'AsyncFunctionDef': {
        this.forbidden(s.name, 'Store', s);
        for (const p of s.type_params) this.forbidden(p.name, 'Store', p);
        this.exprs(s.decorator_list, c);
        this.arguments(s.args, c);
        if (s.returns !== null) this.annotation(s.returns, c);
        const entry = this.table.blocks.get(s)!;
        this.stmts(s.body, {
          block: s.kind === 'FunctionDef' ? 'function' : 'async',
          loop: false,
          exceptStar: false,
          generator: entry.generator,
        });
        break;
      }
      case 'ClassDef':
        this.forbidden(s.name, 'Store', s);
        for (const p of s.type_params) this.forbidden(p.name, 'Store', p);
        this.exprs(s.decorator_list, c);
        this.callArguments(s.bases, s.keywords, c);
        this.stmts(s.body, { block: 'class', loop: false, exceptStar: false, generator: false });
        break;
      case 'Return':
        if (c.block !== 'function' && c.block !== 'async') this.error(s, "'return' outside function");
        if (s.value !== null && c.block === 'async' && c.generator)
          this.error(s, "'return' with value in async generator");
        if (c.exceptStar) this.exceptStarError(s);
        if (s.value !== null) this.expr(s.value, c);
        break;
      case 'Break':
        if (c.exceptStar) this.exceptStarError(s);
        if (!c.loop) this.error(s, "'break' outside loop");
        break;
      case 'Continue':
        if (c.exceptStar) this.exceptStarError(s);
        if (!c.loop) this.error(s, "'continue' not properly in loop");
        break;
      case 'Delete':
        this.exprs(s.targets, c);
        break;
      case 'Assign':
        this.expr(s.value, c);
        this.exprs(s.targets, c);
        break;
      case 'TypeAlias':
        for (const p of s.type_params) this.forbidden(p.name, 'Store', p);
        this.expr(s.value, { ...c, block: 'function', generator: false });
        break;
      case 'AugAssign':
        this.expr(s.target, c);
        this.expr(s.value, c);
        break;
      case 'AnnAssign':
        if (s.value !== null) this.expr(s.value, c);
        if (s.target.kind === 'Name') this.forbidden(s.target.id, 'Store', s.target);
        else this.expr(s.target, c);
        if (c.block === 'module' || c.block === 'class') this.annotation(s.annotation, c);
        break;
      case 'AsyncFor':
      case 'For':
        if (s.kind === 'AsyncFor') this.asyncOnly(s, 'async for', c);
        this.expr(s.iter, c);
        this.expr(s.target, c);
        this.stmts(s.body, { ...c, loop: true, exceptStar: false });
        this.stmts(s.orelse, c);
        break;
      case 'While':
        this.expr(s.test, c);
        this.stmts(s.body, { ...c, loop: true, exceptStar: false });
        this.stmts(s.orelse, c);
        break;
      case 'If':
        this.expr(s.test, c);
        this.stmts(s.body, c);
        this.stmts(s.orelse, c);
        break;
      case 'AsyncWith':
      case 'With':
        if (s.kind === 'AsyncWith') this.asyncOnly(s, 'async with', c);
        for (const item of s.items) {
          this.expr(item.context_expr, c);
          if (item.optional_vars !== null) this.expr(item.optional_vars, c);
        }
        this.stmts(s.body, c);
        break;
      case 'Match':
        this.match(s, c);
        break;
      case 'Raise':
        this.exprs([s.exc, s.cause], c);
        break;
      case 'Try':
      case 'TryStar':
        this.stmts(s.body, c);
        s.handlers.forEach((h, i) => {
          if (h.type === null && i < s.handlers.length - 1) this.error(h, "default 'except:' must be last");
          if (h.type !== null) this.expr(h.type, c);
          if (h.name !== null) this.forbidden(h.name, 'Store', h);
          this.stmts(h.body, s.kind === 'TryStar' ? { ...c, loop: false, exceptStar: true } : c);
        });
        this.stmts(s.orelse, c);
        this.stmts(s.finalbody, c);
        break;
      case 'Assert':
        this.exprs([s.test, s.msg], c);
        break;
      case 'Expr':
        this.expr(s.value, c);
        break;
      case 'Import':
        for (const a of s.names) this.forbidden(a.asname ?? a.name.split('.', 1)[0], 'Store', s);
        break;
      case 'ImportFrom':
        for (const a of s.names) this.forbidden(a.asname ?? a.name, 'Store', s);
        if (isFuture(s) && c.block !== 'module')
          this.error(s, 'from __future__ imports must occur at the beginning of the file');
        break;
      default:
        break;
    }
  }

  private exceptStarError(s: Position): never {
    return this.error(s, "'break', 'continue' and 'return' cannot appear in an except* block");
  }

  private asyncOnly(s: Position, what: string, c: Context): void {
    if (c.block !== 'async') this.error(s, `'${what}' outside async function`);
  }

  // ---- expressions

  private callArguments(args: Expr[], keywords: Keyword[], c: Context): void {
    for (const a of args) this.expr(a.kind === 'Starred' ? a.value : a, c);
    this.keywords(keywords, c);
  }

  private elements(elts: Expr[], store: boolean, c: Context): void {
    let seen = false;
    elts.forEach((e, i) => {
      if (e.kind === 'Starred') {
        if (store) {
          if (seen) this.error(e, 'multiple starred expressions in assignment');
          if (i >= 1 << 8 || elts.length - i - 1 >= 1 << 24)
            this.error(e, 'too many expressions in star-unpacking assignment');
        }
        seen = true;
        this.expr(e.value, c);
      } else this.expr(e, c);
    });
  }

  expr(e: Expr, c: Context): void {
    switch (e.kind) {
      case 'Name':
        if (e.ctx !== 'Load') this.forbidden(e.id, e.ctx, e);
        break;
      case 'Constant':
        break;
      case 'Attribute':
        if (e.ctx !== 'Load') this.forbidden(e.attr, e.ctx, e);
        this.expr(e.value, c);
        break;
      case 'Starred':
        this.error(
          e,
          e.ctx === 'Store'
            ? 'starred assignment target must be in a list or tuple'
            : "can't use starred expression here",
        );
        break;
      case 'List':
      case 'Tuple':
        this.elements(e.elts, e.ctx === 'Store', c);
        break;
      case 'Set':
        this.elements(e.elts, false, c);
        break;
      case 'NamedExpr':
        this.expr(e.value, c);
        this.expr(e.target, c);
        break;
      case 'BoolOp':
        this.exprs(e.values, c);
        break;
      case 'BinOp':
        this.exprs([e.left, e.right], c);
        break;
      case 'UnaryOp':
        this.expr(e.operand, c);
        break;
      case 'Lambda':
        this.arguments(e.args, c);
        this.expr(e.body, {
          block: 'function',
          loop: false,
          exceptStar: false,
          generator: this.table.blocks.get(e)!.generator,
        });
        break;
      case 'IfExp':
        this.exprs([e.test, e.body, e.orelse], c);
        break;
      case 'Dict':
        this.exprs(e.keys, c);
        this.exprs(e.values, c);
        break;
      case 'ListComp':
      case 'SetComp':
      case 'DictComp':
      case 'GeneratorExp': {
        const entry = this.table.blocks.get(e)!;
        if (entry.coroutine && e.kind !== 'GeneratorExp' && c.block !== 'async')
          this.error(e, 'asynchronous comprehension outside of an asynchronous function');
        const inner: Context = {
          block: entry.coroutine || c.block === 'async' ? 'async' : 'function',
          loop: false,
          exceptStar: false,
          generator: true,
        };
        e.generators.forEach((g, i) => {
          this.expr(g.iter, i === 0 ? c : inner);
          this.expr(g.target, inner);
          this.exprs(g.ifs, inner);
        });
        if (e.kind === 'DictComp') this.exprs([e.key, e.value], inner);
        else this.expr(e.elt, inner);
        break;
      }
      case 'Yield':
        if (c.block !== 'function' && c.block !== 'async') this.error(e, "'yield' outside function");
        if (e.value !== null) this.expr(e.value, c);
        break;
      case 'YieldFrom':
        if (c.block !== 'function' && c.block !== 'async') this.error(e, "'yield' outside function");
        if (c.block === 'async') this.error(e, "'yield from' inside async function");
        this.expr(e.value, c);
        break;
      case 'Await':
        if (c.block === 'module' || c.block === 'class') this.error(e, "'await' outside function");
        if (c.block !== 'async') this.error(e, "'await' outside async function");
        this.expr(e.value, c);
        break;
      case 'Compare':
        this.expr(e.left, c);
        this.exprs(e.comparators, c);
        break;
      case 'Call':
        this.expr(e.func, c);
        this.callArguments(e.args, e.keywords, c);
        break;
      case 'FormattedValue':
        this.expr(e.value, c);
        if (e.format_spec !== null) this.expr(e.format_spec, c);
        break;
      case 'JoinedStr':
        this.exprs(e.values, c);
        break;
      case 'Subscript':
        this.expr(e.value, c);
        this.expr(e.slice, c);
        break;
      case 'Slice':
        this.exprs([e.lower, e.upper, e.step], c);
        break;
    }
  }

  // ---- patterns

  private match(s: Extract<Stmt, { kind: 'Match' }>, c: Context): void {
    this.expr(s.subject, c);
    s.cases.forEach((k, i) => {
      const last = i === s.cases.length - 1;
      const open = last || k.guard !== null;
      this.pattern(k.pattern, open, new Set(), c);
      if (k.guard !== null) this.expr(k.guard, c);
      this.stmts(k.body, c);
    });
  }

  private bind(name: string | null, seen: Set<string>, where: Position): void {
    if (name === null) return;
    this.forbidden(name, 'Store', where);
    if (seen.has(name)) this.error(where, `multiple assignments to name '${name}' in pattern`);
    seen.add(name);
  }

  /** `open`: a pattern that always matches is allowed here. Adds the names it binds to `seen`. */
  private pattern(p: Pattern, open: boolean, seen: Set<string>, c: Context): void {
    switch (p.kind) {
      case 'MatchValue':
        if (p.value.kind !== 'Constant' && p.value.kind !== 'Attribute')
          this.error(p, 'patterns may only match literals and attribute lookups');
        this.expr(p.value, c);
        break;
      case 'MatchSingleton':
        break;
      case 'MatchSequence': {
        let star = false;
        for (const q of p.patterns) {
          if (q.kind === 'MatchStar') {
            if (star) this.error(p, 'multiple starred names in sequence pattern');
            star = true;
          }
          this.pattern(q, true, seen, c);
        }
        break;
      }
      case 'MatchStar':
        this.bind(p.name, seen, p);
        break;
      case 'MatchMapping': {
        const keys = new Set<string>();
        for (const k of p.keys) {
          if (k.kind === 'Constant') {
            const key = constantKey(k.value);
            if (keys.has(key)) this.error(p, `mapping pattern checks duplicate key (${constantText(k)})`);
            keys.add(key);
          }
          this.expr(k, c);
        }
        for (const q of p.patterns) this.pattern(q, true, seen, c);
        this.bind(p.rest, seen, p);
        break;
      }
      case 'MatchClass': {
        const attrs = new Set<string>();
        p.kwd_attrs.forEach((attr, i) => {
          this.forbidden(attr, 'Store', p.kwd_patterns[i]);
          if (attrs.has(attr)) this.error(p.kwd_patterns[i], `attribute name repeated in class pattern: ${attr}`);
          attrs.add(attr);
        });
        this.expr(p.cls, c);
        for (const q of p.patterns) this.pattern(q, true, seen, c);
        for (const q of p.kwd_patterns) this.pattern(q, true, seen, c);
        break;
      }
      case 'MatchAs':
        if (p.pattern === null && !open) {
          if (p.name !== null) this.error(p, `name capture '${p.name}' makes remaining patterns unreachable`);
          this.error(p, 'wildcard makes remaining patterns unreachable');
        }
        if (p.pattern !== null) this.pattern(p.pattern, open, seen, c);
        this.bind(p.name, seen, p);
        break;
      case 'MatchOr': {
        let first: Set<string> | null = null;
        p.patterns.forEach((q, i) => {
          const names = new Set<string>();
          this.pattern(q, open && i === p.patterns.length - 1, names, c);
          if (first === null) first = names;
          else if (first.size !== names.size || [...names].some(n => !first!.has(n)))
            this.error(p, 'alternative patterns bind different names');
        });
        for (const name of first!) this.bind(name, seen, p);
        break;
      }
    }
  }
}

function constantText(e: Extract<Expr, { kind: 'Constant' }>): string {
  const v = e.value;
  if (v.t === 'str') return `'${v.v}'`;
  if (v.t === 'int' || v.t === 'float') return String(v.v);
  return v.t;
}
