/** Depth of the stack in displays and calls (compile.c, starunpack_helper, compiler_dict, compiler_call and neighbours). */
import type { Attribute, Call, ConstantExpr, Expr, Keyword } from '../syntax/ast.ts';
import { DEF_IMPORT, FREE, GLOBAL_IMPLICIT } from './scope.ts';
import type { StackDepth } from './stack_depth.ts';
import { expr, exprs } from './stack_depth_expressions.ts';

/** Displays and calls with more operands than this are built piece by piece. */
const STACK_USE_GUIDELINE = 30;

// ---- displays

function isConstant(e: Expr | null): boolean {
  return e !== null && e.kind === 'Constant';
}

/** The code of `e` is one LOAD_CONST, which POP_TOP or RETURN_VALUE does away with. */
export function vanishes(e: Expr): boolean {
  return isConstant(e) || (e.kind === 'JoinedStr' && e.values.length === 1 && isConstant(e.values[0]));
}

/** BUILD_TUPLE; of constants it is a constant itself. */
export function tuple(d: StackDepth, elts: Expr[]): void {
  if (elts.every(isConstant)) return d.push();
  exprs(d, elts);
  d.op(elts.length, 1);
}

/** Elements of a list, set or tuple, `pushed` of them on the stack already (starunpack_helper). */
export function display(d: StackDepth, elts: Expr[], pushed: number, isTuple: boolean): void {
  const size = elts.length + pushed;
  const folds = elts.every(isConstant);
  if (folds && isTuple && pushed === 0) return d.push();
  if (folds && elts.length > 2) {
    d.op(pushed, 1);
    d.touch(1);
    return;
  }
  let built = size > STACK_USE_GUIDELINE;
  if (built) d.op(pushed, 1);
  elts.forEach((e, i) => {
    if (e.kind === 'Starred' && !built) {
      d.op(i + pushed, 1);
      built = true;
    }
    expr(d, e);
    if (built) d.pop();
  });
  if (!built) d.op(size, 1);
}

/** compiler_dict; the keywords of a call stay together however many they are. A key that is null: `**value`. */
export function dict(d: StackDepth, keys: (Expr | null)[], values: Expr[], guideline = STACK_USE_GUIDELINE): void {
  let built = false;
  let start = 0;
  const flush = (end: number): void => {
    if (start === end) return;
    items(d, keys.slice(start, end), values.slice(start, end));
    if (built) d.pop();
    built = true;
    start = end;
  };
  values.forEach((value, i) => {
    if (keys[i] === null) {
      flush(i);
      start = i + 1;
      if (!built) d.push();
      built = true;
      expr(d, value);
      d.pop();
    } else if ((i - start) * 2 > guideline) flush(i + 1);
  });
  flush(values.length);
  if (!built) d.push();
}

/** A dict of its own of some items (compiler_subdict, compiler_subkwargs). */
function items(d: StackDepth, keys: (Expr | null)[], values: Expr[]): void {
  const n = values.length;
  const big = n * 2 > STACK_USE_GUIDELINE;
  if (n > 1 && !big && keys.every(isConstant)) {
    exprs(d, values);
    d.push();
    d.op(n + 1, 1);
    return;
  }
  if (big) d.push();
  values.forEach((value, i) => {
    expr(d, keys[i]!);
    expr(d, value);
    if (big) d.pop(2);
  });
  if (!big) d.op(2 * n, 1);
}

/** compiler_joined_str */
export function joined(d: StackDepth, values: Expr[]): void {
  if (values.length <= STACK_USE_GUIDELINE) {
    exprs(d, values);
    d.op(values.length, 1);
    return;
  }
  // ''.join([...])
  d.push(3);
  for (const v of values) {
    expr(d, v);
    d.pop();
  }
  d.pop(2);
}

// ---- calls

/** compiler_call */
export function call(d: StackDepth, e: Call): void {
  const f = e.func;
  const operands = e.args.length + e.keywords.length;
  const isMethod =
    f.kind === 'Attribute' &&
    !isImportOriginated(d, f.value) &&
    operands + (e.keywords.length > 0 ? 1 : 0) < STACK_USE_GUIDELINE &&
    isPlain(e.args, e.keywords);
  if (!isMethod) {
    d.push();
    expr(d, f);
    callHelper(d, 0, e.args, e.keywords);
    return;
  }
  if (isSuper(d, f)) d.op(pushSuper(d, f), 2);
  else {
    expr(d, f.value);
    d.push();
  }
  exprs(d, e.args);
  for (const k of e.keywords) expr(d, k.value);
  d.op(operands + 2, 1);
}

function isPlain(args: Expr[], keywords: Keyword[]): boolean {
  return args.every(a => a.kind !== 'Starred') && keywords.every(k => k.arg !== null);
}

function isImportOriginated(d: StackDepth, e: Expr): boolean {
  return e.kind === 'Name' && (d.program.table.top.flags(e.id) & DEF_IMPORT) !== 0;
}

/** The rest of a call: NULL, the callable and `pushed` arguments are there (compiler_call_helper). */
export function callHelper(d: StackDepth, pushed: number, args: Expr[], keywords: Keyword[]): void {
  if (args.length + keywords.length * 2 <= STACK_USE_GUIDELINE && isPlain(args, keywords)) {
    exprs(d, args);
    for (const k of keywords) expr(d, k.value);
    d.op(pushed + args.length + keywords.length + 2, 1);
    return;
  }
  if (pushed === 0 && args.length === 1 && args[0].kind === 'Starred') expr(d, args[0].value);
  else display(d, args, pushed, true);
  if (keywords.length > 0) keywordDict(d, keywords);
  d.op(keywords.length > 0 ? 4 : 3, 1);
}

/** Keyword arguments are a display whose keys are constants. */
function keywordDict(d: StackDepth, keywords: Keyword[]): void {
  const keys = keywords.map(k => (k.arg === null ? null : KEY));
  dict(
    d,
    keys,
    keywords.map(k => k.value),
    Infinity,
  );
}

const KEY = { kind: 'Constant' } as ConstantExpr;

/** can_optimize_super_call */
export function isSuper(d: StackDepth, e: Attribute): boolean {
  const s = e.value;
  if (e.ctx !== 'Load' || e.attr === '__class__') return false;
  if (s.kind !== 'Call' || s.func.kind !== 'Name' || s.func.id !== 'super' || s.keywords.length > 0) return false;
  if (d.scope.scope('super') !== GLOBAL_IMPLICIT || d.program.table.top.scope('super') !== 0) return false;
  if (s.args.length === 2) return isPlain(s.args, []);
  return s.args.length === 0 && d.argcount > 0 && d.scope.scope('__class__') === FREE;
}

/** load_args_for_super: `super`, the class and the object; answers their number. */
export function pushSuper(d: StackDepth, e: Attribute): number {
  const { args } = e.value as Call;
  d.push();
  if (args.length === 0) d.push(2);
  else exprs(d, args);
  return 3;
}
