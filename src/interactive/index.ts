/** Makes the interpreter a notebook's: its streams, display hook, `get_ipython` and IPython's modules. */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { dict_setStr } from '../objects/dict.ts';
import { newBuiltin } from '../objects/builtin_function.ts';
import { signature } from '../objects/signature.ts';
import { None } from '../objects/singletons.ts';
import { addFrozenModules, addBuiltinModules, loadedModule } from '../runtime/import.ts';
import { builtinIPythonModules, frozenIPythonModules } from './ipython/index.ts';
import { newInteractiveShellObject } from './get_ipython.ts';
import { newOutStream } from './outstream.ts';
import type { Shell } from './shell.ts';

/** Called once, before the shell's namespace is made. */
export function initInteractive(shell: Shell): void {
  const sys = loadedModule('sys') as PyContainer;
  const set = (module: PyContainer, name: string, value: PyObject): void => {
    dict_setStr(module.dict!, name, value);
    decref(value);
  };
  for (const name of ['stdout', 'stderr'] as const) set(sys, name, newOutStream(name));
  const displayhook = newBuiltin(
    'displayhook',
    signature('displayhook', '(value, /)'),
    (_self, value: PyObject) => {
      shell.displayResult(value);
      return incref(None);
    },
    null,
    null,
    'Shows the result of a cell and remembers it.',
  );
  set(sys, 'displayhook', displayhook);
  addFrozenModules(frozenIPythonModules);
  addBuiltinModules(builtinIPythonModules);
  newInteractiveShellObject(shell);
}
