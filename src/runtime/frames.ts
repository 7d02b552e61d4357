/** Where running frames are: their lines are read off the JavaScript stack, so that running code need not record them. */
import type { PyObject } from '../heap/object.ts';
import { lineOf } from '../objects/code.ts';
import { functionAt, localsAt } from '../objects/frame.ts';
import { dict_getStr } from '../objects/dict.ts';
import { hooks, type CurrentFrame } from '../objects/hooks.ts';
import { isStr } from '../objects/str.ts';
import { tstate, type SlotArray } from '../objects/thread_state.ts';

interface CallSite {
  getFunctionName(): string | null;
  getLineNumber(): number | null;
}

/** V8's own; `stackTraceLimit` and `prepareStackTrace` are not in every library's types. */
const V8Error = Error as unknown as {
  stackTraceLimit: number;
  prepareStackTrace: unknown;
};

/** The JavaScript frames of compiled functions, innermost first. */
function compiledFrames(): CallSite[] {
  const { stackTraceLimit, prepareStackTrace } = V8Error;
  V8Error.stackTraceLimit = Infinity;
  V8Error.prepareStackTrace = (_e: Error, sites: CallSite[]) => sites;
  const sites = new Error().stack as unknown as CallSite[];
  V8Error.stackTraceLimit = stackTraceLimit;
  V8Error.prepareStackTrace = prepareStackTrace;
  return sites.filter(site => /^py\d+_/.test(site.getFunctionName() ?? ''));
}

/** Position index at which the frame at `depth` is now. */
function runningPosition(depth: number): number {
  const site = compiledFrames()[tstate.depth - depth] as CallSite | undefined;
  if (site === undefined) return 0;
  const code = functionAt(depth).v.code.v;
  const name = site.getFunctionName()!.replace(/_body$/, '');
  const { mapped } = code;
  const generated = mapped !== null && mapped.generated!.functionName === name ? mapped.generated : code.generated;
  if (generated === null || generated.functionName !== name) return 0;
  return generated.lines[site.getLineNumber() ?? 0] ?? 0;
}

/** File, line and module of the frame `level` calls up from the running one (setup_context in Python/_warnings.c). */
export function callerPosition(level: number): { filename: string; lineno: number; module: string } {
  const depth = tstate.depth - Math.max(level, 0);
  if (depth < 1) return { filename: 'sys', lineno: 1, module: 'sys' };
  const fn = functionAt(depth);
  const name = dict_getStr(fn.v.globals, '__name__');
  return {
    filename: fn.v.code.v.filename.v,
    lineno: lineOf(fn.v.code, runningPosition(depth)),
    module: name !== null && isStr(name) ? (name.v as string) : '<string>',
  };
}

/** What objects may ask of the innermost frame. */
function currentFrame(): CurrentFrame | null {
  const depth = tstate.depth;
  if (depth < 1) return null;
  const fn = functionAt(depth);
  const generated = fn.v.code.v.generated;
  const locals = tstate.locals[depth];
  const slots = Array.isArray(locals) ? (locals as SlotArray) : null;
  const names = generated?.localsplus ?? [];
  const unit = fn.v.code.v.unit;
  const slot = (i: number): PyObject | null => {
    if (i >= names.length - unit.freevars.length)
      return fn.v.closure === null ? null : fn.v.closure.v[i - (names.length - unit.freevars.length)].v;
    const value = slots === null ? null : slots[i];
    return value !== null && unit.cellvars.includes(names[i]) ? value.v : value;
  };
  return {
    globals: fn.v.globals,
    local: name => {
      const i = names.indexOf(name);
      return i < 0 ? null : slot(i);
    },
    localNames: () => names.filter((_, i) => slot(i) !== null),
    firstArgument: () => (unit.parameters.length === 0 ? null : slot(0)),
  };
}

export function initFrames(): void {
  tstate.runningPosition = runningPosition;
  hooks.currentFrame = currentFrame;
  hooks.locals = () => localsAt(tstate.depth);
}
