/** Calls (compiler_call and neighbours). */
import type { Attribute, Call, Expr, Keyword, Position } from '../syntax/ast.ts';
import { attributePosition } from './attributes.ts';
import { expr, popAll, takeAll } from './expressions.ts';
import { loadName } from './names.ts';
import { borrowedOperand, ownedOperand, type Operand } from './operands.ts';
import { DEF_IMPORT, FREE, GLOBAL_IMPLICIT } from './scope.ts';
import type { Unit } from './unit.ts';

/** Calls with up to this many positional arguments have helpers of their own. */
const MAX_DIRECT = 4;

export function callExpr(u: Unit, e: Call): Operand {
  const simple = isSimple(e.args, e.keywords);
  if (simple && e.func.kind === 'Attribute' && !isImportOriginated(u, e.func.value)) return methodCall(u, e, e.func);
  const direct = superCall(u, e);
  if (direct !== null) return direct;
  if (e.func.kind === 'Name' && e.func.id === 'super' && e.args.length === 0) u.usesBareSuper = true;
  const f = u.push(expr(u, e.func));
  return simple ? simpleCall(u, f, e.args, e.keywords, e) : callEx(u, f, e.args, e.keywords, e);
}

function isSimple(args: Expr[], keywords: Keyword[]): boolean {
  return args.every(a => a.kind !== 'Starred') && keywords.every(k => k.arg !== null);
}

/** `math.sqrt(x)`: an attribute of an imported module is no method (is_import_originated). */
function isImportOriginated(u: Unit, e: Expr): boolean {
  return e.kind === 'Name' && (u.program.table.top.flags(e.id) & DEF_IMPORT) !== 0;
}

/** The names of the keywords as a constant tuple. */
function keywordNames(u: Unit, keywords: Keyword[]): string {
  return u.constant({ t: 'tuple', v: keywords.map(k => ({ t: 'str' as const, v: k.arg! })) }).js;
}

/** Calls `f` (on the stack) with plain arguments. */
export function simpleCall(u: Unit, f: Operand, args: Expr[], keywords: Keyword[], node: Position): Operand {
  const operands = [...args, ...keywords.map(k => k.value)].map(a => u.push(expr(u, a)));
  popAll(u, operands);
  u.pop(f);
  return callOperands(u, f, operands, keywords.length > 0 ? keywordNames(u, keywords) : null, node);
}

/** Calls `f` with operands that are off the stack; all are used up. */
export function callOperands(
  u: Unit,
  f: Operand,
  operands: Operand[],
  kwnames: string | null,
  node: Position,
): Operand {
  u.raising(node);
  const callee = u.take(f);
  const args = takeAll(u, operands);
  const r = u.result();
  const n = operands.length;
  if (kwnames !== null)
    u.emit(`${r.js} = $callKeywords(${callee}, [${args}], ${kwnames}, ${u.cache('q', 'new $KeywordCache()')});`);
  else {
    const list = n === 0 ? callee : `${callee}, ${args}`;
    const helper = n <= MAX_DIRECT ? `$call${n}(${list})` : `$callMany(${callee}, [${args}])`;
    u.emit(
      `${r.js} = ${callee}.type === $T_FUNCTION && ${callee}.v.argc === ${n} ? ${callee}.v.js(${list}) : ${helper};`,
    );
  }
  u.emit(u.checkText(r.js));
  u.done(f, ...operands);
  return r;
}

/** `object.method(...)` without making a bound method. */
function methodCall(u: Unit, e: Call, func: Attribute): Operand {
  const viaSuper = superMethod(u, e, func);
  if (viaSuper !== null) return viaSuper;
  const object = expr(u, func.value);
  const self = u.ownedTemp(object);
  const f = u.temp();
  const name = u.nameVar(u.mangle(func.attr));
  const cache = u.cache('m', 'new $AttributeCache()');
  const slow = u.slow(
    attributePosition(func, func),
    `${f} = $loadMethod(${self.js}, ${name}, ${cache}); if (!$S.isMethod) ${self.js} = null;`,
  );
  u.emit(
    `if (${self.js}.type.ver === ${cache}.ver && ${self.js}.dict == null) ++(${f} = ${cache}.value).rc; else { ${slow} }`,
  );
  return boundCall(u, ownedOperand(f), self, e, func);
}

/** Calls method `f` with `self`, which is null in JavaScript when `f` turned out to be no method. */
function boundCall(u: Unit, f: Operand, self: Operand, e: Call, func: Attribute): Operand {
  u.push(f);
  u.push(self);
  const operands = [...e.args, ...e.keywords.map(k => k.value)].map(a => u.push(expr(u, a)));
  popAll(u, operands);
  u.pop(self);
  u.pop(f);
  const kwnames = e.keywords.length > 0 ? keywordNames(u, e.keywords) : null;
  u.raising(attributePosition(e, func));
  const callee = u.take(f);
  const receiver = u.take(self);
  const args = takeAll(u, operands);
  const r = u.result();
  const n = operands.length;
  if (kwnames !== null)
    u.emit(
      `${r.js} = $callMethodKeywords(${callee}, ${receiver}, [${args}], ${kwnames}, ${u.cache('q', 'new $KeywordCache()')});`,
    );
  else {
    const list = [callee, receiver, ...(n === 0 ? [] : [args])].join(', ');
    const helper = n <= MAX_DIRECT ? `$callMethod${n}(${list})` : `$callMethodMany(${callee}, ${receiver}, [${args}])`;
    u.emit(
      `${r.js} = ${callee}.type === $T_FUNCTION && ${callee}.v.argc === ${n + 1} && ${receiver} !== null ? ` +
        `${callee}.v.js(${list}) : ${helper};`,
    );
  }
  u.emit(u.checkText(r.js));
  u.done(f, self, ...operands);
  return r;
}

/** Calls `f` (on the stack) with starred or double-starred arguments. */
export function callEx(u: Unit, f: Operand, args: Expr[], keywords: Keyword[], node: Position): Operand {
  const positional = u.push(argumentTuple(u, args, [], node));
  const named = keywords.length > 0 ? u.push(keywordDict(u, f, keywords, node)) : null;
  if (named !== null) u.pop(named);
  u.pop(positional);
  u.pop(f);
  u.raising(node);
  const callee = u.take(f);
  const tuple = u.take(positional);
  const dict = named === null ? 'null' : u.take(named);
  const r = u.result();
  u.emit(`${r.js} = $callEx(${callee}, ${tuple}, ${dict});`);
  u.emit(u.checkText(r.js));
  u.done(f, positional);
  if (named !== null) u.done(named);
  return r;
}

/** The positional arguments as one object (starunpack_helper): after `before`, the values of `args`. */
export function argumentTuple(u: Unit, args: Expr[], before: Operand[], node: Position): Operand {
  if (before.length === 0 && args.length === 1 && args[0].kind === 'Starred') return expr(u, args[0].value);
  if (args.every(a => a.kind !== 'Starred')) {
    const operands = args.map(a => u.push(expr(u, a)));
    popAll(u, operands);
    const items = takeAll(u, [...before, ...operands]);
    const r = u.result();
    u.emit(`${r.js} = $newTuple([${items}]);`);
    u.done(...operands);
    return r;
  }
  const list = u.result();
  u.emit(`${list.js} = $newList([${takeAll(u, before)}]);`);
  u.push(list);
  for (const a of args) {
    if (a.kind === 'Starred') {
      const o = expr(u, a.value);
      u.raising(node);
      u.emit(`$listExtend(${list.js}, ${u.take(o)});`);
      u.done(o);
    } else {
      const o = expr(u, a);
      u.emit(`$listAppend(${list.js}, ${u.take(o)});`);
      u.done(o);
    }
  }
  u.pop(list);
  u.unslot(list);
  const r = u.result();
  u.emit(`${r.js} = $listToTuple(${list.js});`);
  u.done(list);
  return r;
}

/** The keyword arguments as a new dict; `f` gives its name to errors. */
export function keywordDict(u: Unit, f: Operand, keywords: Keyword[], node: Position): Operand {
  let dict: Operand | null = null;
  const merge = (o: Operand): void => {
    u.raising(node);
    u.emit(`$dictMerge(${dict!.js}, ${u.take(o)}, ${f.js});`);
    u.done(o);
  };
  for (let i = 0; i < keywords.length;) {
    if (keywords[i].arg === null) {
      if (dict === null) {
        dict = u.result();
        u.emit(`${dict.js} = $newDict();`);
        u.push(dict);
      }
      merge(expr(u, keywords[i].value));
      i++;
      continue;
    }
    let end = i;
    while (end < keywords.length && keywords[end].arg !== null) end++;
    const group = keywords.slice(i, end);
    const values = group.map(k => u.push(expr(u, k.value)));
    popAll(u, values);
    const names = keywordNames(u, group);
    const sub = u.result();
    u.emit(`${sub.js} = $dictFromNames(${names}, [${takeAll(u, values)}]);`);
    u.done(...values);
    if (dict === null) {
      dict = sub;
      u.push(dict);
    } else merge(sub);
    i = end;
  }
  return u.pop(dict!);
}

// ---- super()

/** The first parameter, for a zero-argument super, or null when this is no method. */
function superSelf(u: Unit): string | null {
  if (u.kind !== 'function' || u.scope.comprehension !== null || u.inlinedComprehensions > 0) return null;
  const first = u.scope.varnames[0] as string | undefined;
  if (first === undefined || first.startsWith('.')) return null;
  if (u.scope.scope('__class__') !== FREE) return null;
  const access = u.access(first);
  return access === 'fast' ? u.localVar(first) : access === 'cell' ? `${u.cellVar(first)}.v` : null;
}

function isSuperName(u: Unit, e: Expr): e is Call {
  return (
    e.kind === 'Call' &&
    e.func.kind === 'Name' &&
    e.func.id === 'super' &&
    e.keywords.length === 0 &&
    e.args.length === 0 &&
    u.access('super') === 'global' &&
    [0, GLOBAL_IMPLICIT].includes(u.program.table.top.scope('super'))
  );
}

/** `super()` by itself: the class and the first argument are handed over. */
function superCall(u: Unit, e: Call): Operand | null {
  if (!isSuperName(u, e)) return null;
  const self = superSelf(u);
  if (self === null) return null;
  const f = loadName(u, 'super', e.func);
  u.raising(e);
  const callee = u.take(f);
  const r = u.result();
  u.emit(`${r.js} = $superCall(${callee}, ${u.cellVar('__class__')}, ${self});`);
  u.done(f);
  return r;
}

/** `super().attr` (LOAD_SUPER_ATTR). */
export function superAttribute(u: Unit, e: Attribute): Operand | null {
  if (!isSuperName(u, e.value) || e.attr === '__class__') return null;
  const self = superSelf(u);
  if (self === null) return null;
  const f = loadName(u, 'super', e.value.func);
  u.raising(attributePosition(e, e));
  const callee = u.take(f);
  const r = u.result();
  const name = u.nameVar(u.mangle(e.attr));
  u.emit(`${r.js} = $superAttr(${callee}, ${u.cellVar('__class__')}, ${self}, ${name});`);
  u.done(f);
  return r;
}

/** `super().method(...)` (LOAD_SUPER_METHOD). */
function superMethod(u: Unit, e: Call, func: Attribute): Operand | null {
  if (!isSuperName(u, func.value) || func.attr === '__class__') return null;
  const js = superSelf(u);
  if (js === null) return null;
  const s = loadName(u, 'super', func.value.func);
  const self = u.ownedTemp(borrowedOperand(js));
  u.raising(attributePosition(func, func));
  const callee = u.take(s);
  const f = u.temp();
  const name = u.nameVar(u.mangle(func.attr));
  u.emit(`${f} = $superMethod(${callee}, ${u.cellVar('__class__')}, ${self.js}, ${name});`);
  u.emit(`if (!$S.isMethod) ${self.js} = null;`);
  u.done(s);
  return boundCall(u, ownedOperand(f), self, e, func);
}
