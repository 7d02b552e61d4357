/** Starting the runtime: its types, its hooks and the table that compiled code draws on. */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { initAsyncGenerator } from '../objects/async_generator.ts';
import { initCell } from '../objects/cell.ts';
import { initCode, type PyCode } from '../objects/code.ts';
import { initCoroutine } from '../objects/coroutine.ts';
import { dict_getStr, isDict } from '../objects/dict.ts';
import { initFrame } from '../objects/frame.ts';
import { functionHooks, initFunction } from '../objects/function.ts';
import { initGenerator } from '../objects/generator.ts';
import { hooks } from '../objects/hooks.ts';
import { initTraceback } from '../objects/traceback.ts';
import { isModule } from '../objects/module.ts';
import type { PyTuple } from '../objects/tuple.ts';
import { buildClass } from './build_class.ts';
import { compileSource, evalCode, runSource } from './eval_code.ts';
import { initFrames } from './frames.ts';
import { initInstance } from './instance.ts';
import { loadedModule } from './import.ts';
import { initModuleSpec } from './import_spec.ts';
import { initTable } from './table.ts';

export { setBreaker } from './breaker.ts';
export { compileSource, compileTree, evalCode } from './eval_code.ts';

/** Defines the types of functions, code, frames and generators; part of initObjects. */
export function initRuntimeTypes(): void {
  initCell();
  initCode();
  initFunction();
  initFrame();
  initTraceback();
  initGenerator();
  initCoroutine();
  initAsyncGenerator();
  initModuleSpec();
}

/** The builtins dict of globals: their `__builtins__`, a module or a dict, else the builtins module's. */
function builtinsOf(globals: PyContainer): PyContainer {
  const given = dict_getStr(globals, '__builtins__');
  if (given !== null) {
    if (isModule(given)) return given.dict!;
    if (isDict(given)) return given;
  }
  return (loadedModule('builtins') as PyContainer).dict!;
}

/** Installs the hooks and fills the table; called once sys and builtins are registered and the breaker is set. */
export function initRuntime(_options?: object): void {
  functionHooks.builtinsOf = builtinsOf;
  initInstance();
  initFrames();
  initTable();
  hooks.buildClass = buildClass;
  hooks.compile = (source, filename, mode, flags) => compileSource(source, filename, mode, flags);
  hooks.runSource = runSource;
  hooks.evalCode = (code: PyObject, globals, locals, closure) =>
    evalCode(code as PyCode, globals, locals, closure as PyTuple | null);
}
