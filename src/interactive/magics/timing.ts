/** `%time`, `%%time`, `%timeit` and `%%timeit` (IPython.core.magics.execution). */
import type { PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { gcState } from '../../heap/gcstate.ts';
import { newBuiltin } from '../../objects/builtin_function.ts';
import { generate, type PyCode } from '../../objects/code.ts';
import { dict_getStr, dict_setStr, newDict } from '../../objects/dict.ts';
import { newFloat } from '../../objects/float.ts';
import { newInt } from '../../objects/int.ts';
import { T_RANGE } from '../../objects/range.ts';
import { signature } from '../../objects/signature.ts';
import { None } from '../../objects/singletons.ts';
import { system } from '../../objects/system.ts';
import { call1, call2 } from '../../protocols/call.ts';
import { parse, type FunctionDef, type Module, type Stmt } from '../../syntax/index.ts';
import { rememberSource } from '../../runtime/linecache.ts';
import { compileStatements, evalCode } from '../compile_cell.ts';
import { shell } from '../shell.ts';
import { transformCell } from '../transform.ts';
import { numberOption, parseOptions } from './arguments.ts';
import { print } from './print.ts';
import { formatTime, timeitText } from './time_text.ts';
import { newTimeitResult } from './timeit_result.ts';

/** Runs the statements with times around them; the value of a last expression is the magic's. */
export function time(line: string, cell: string | null): PyObject {
  const source = transformCell(cell === null || cell.trim() === '' ? line : cell);
  const body =
    cell !== null && line.trim() !== ''
      ? [...statements(transformCell(line)), ...statements(source)]
      : statements(source);
  const last = body[body.length - 1];
  const filename = body.length === 1 && last.kind === 'Expr' ? '<timed eval>' : '<timed exec>';
  rememberSource(filename, source);
  const result = last?.kind === 'Expr' ? compileStatements(last.value, source, filename, false) : null;
  const before = result === null ? body : body.slice(0, -1);
  const code = before.length === 0 ? null : compileStatements(before, source, filename, false);
  // Compiling is not what is timed.
  for (const o of [code, result]) if (o !== null) generate(o as PyCode);
  const cpu = system.processTime();
  const wall = system.monotonic();
  try {
    if (code !== null) decref(evalCode(code, shell.namespace, null));
    return result === null ? incref(None) : evalCode(result, shell.namespace, null);
  } finally {
    const wallTime = system.monotonic() - wall;
    const cpuTime = Math.max(system.processTime() - cpu, 0);
    if (code !== null) decref(code);
    if (result !== null) decref(result);
    const user = formatTime(cpuTime);
    print(`CPU times: user ${user}, sys: ${formatTime(0)}, total: ${user}\nWall time: ${formatTime(wallTime)}\n`);
  }
}

function statements(source: string): Stmt[] {
  return (parse(source, '<timed exec>', 'exec') as Module).body;
}

const FILENAME = '<magic-timeit>';
/** Loops are added until one run takes this long. */
const ENOUGH_SECONDS = 0.2;

/** The timed function of the timeit module, with the statements in it: (_it, _timer) -> seconds. */
function timedFunction(setup: string, statement: string): PyObject {
  const shape =
    'def inner(_it, _timer):\n    pass\n    _t0 = _timer()\n    for _i in _it:\n        pass\n' +
    '    _t1 = _timer()\n    return _t1 - _t0\n';
  const def = (parse(shape, FILENAME, 'exec') as Module).body[0] as FunctionDef;
  const loop = def.body[2];
  if (loop.kind === 'For') loop.body = statements(statement);
  def.body.splice(0, 1, ...statements(setup));
  rememberSource(FILENAME, statement);
  const code = compileStatements([def], statement, FILENAME, false);
  const names = newDict();
  try {
    decref(evalCode(code, shell.namespace, names));
    return incref(dict_getStr(names, 'inner')!);
  } finally {
    decref(code);
    decref(names);
  }
}

/** One run of `loops` loops, without the collector, as timeit does. */
function run(inner: PyObject, timer: PyObject, loops: number): number {
  const count = newInt(loops);
  const iterable = call1(T_RANGE.obj, count);
  decref(count);
  const enabled = gcState.enabled;
  gcState.enabled = false;
  try {
    const seconds = call2(inner, iterable, timer);
    const value = seconds.v as number;
    decref(seconds);
    return value;
  } finally {
    gcState.enabled = enabled;
    decref(iterable);
  }
}

export function timeit(line: string, cell: string | null): PyObject {
  const options = parseOptions(line, 'n:r:tcp:qov:');
  const statement = cell === null ? options.rest : cell;
  if (statement.trim() === '') return incref(None);
  const setup = cell === null ? '' : options.rest;
  const repeat = numberOption(options, 'r', 7);
  const precision = numberOption(options, 'p', 3);
  let loops = numberOption(options, 'n', 0);
  const inner = timedFunction(transformCell(setup || 'pass'), transformCell(statement));
  const timer = newBuiltin('timer', signature('timer', '()'), () => newFloat(system.monotonic()), null, null, null);
  try {
    if (loops === 0) for (loops = 1; loops < 1e9 && run(inner, timer, loops) < ENOUGH_SECONDS; loops *= 10);
    const runs: number[] = [];
    for (let i = 0; i < repeat; i++) runs.push(run(inner, timer, loops) / loops);
    return report(runs, loops, precision, options.values);
  } finally {
    decref(timer);
    decref(inner);
  }
}

function report(runs: number[], loops: number, precision: number, options: Map<string, string>): PyObject {
  if (!options.has('q')) {
    const worst = Math.max(...runs);
    const best = Math.min(...runs);
    if (worst > 4 * best && best > 0 && worst > 1e-6) {
      print(
        `The slowest run took ${(worst / best).toFixed(2)} times longer than the fastest. ` +
          'This could mean that an intermediate result is being cached.\n',
      );
    }
    print(`${timeitText(runs, loops, precision)}\n`);
  }
  const name = options.get('v');
  if (name === undefined && !options.has('o')) return incref(None);
  const result = newTimeitResult(runs, loops, precision);
  if (name !== undefined) dict_setStr(shell.namespace, name, result);
  if (options.has('o')) return result;
  decref(result);
  return incref(None);
}
