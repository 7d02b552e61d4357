/** `get_ipython()`, `display`, `exit`, `quit` and the magics in a notebook. */
import type { PyContainer } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { addRoot } from '../heap/roots.ts';
import { dict_getStr, dict_setStr } from '../objects/dict.ts';
import { getattrStr } from '../protocols/attribute.ts';
import { addBuiltinModules, loadedModule } from '../runtime/import.ts';
import { initDisplayHandle } from './ipython/display_functions.ts';
import { initExit, newExit } from './ipython/exit.ts';
import { initInput, newInput } from './ipython/input.ts';
import { newInteractiveModule } from './ipython/module.ts';
import { initShellObject, newShellObject } from './ipython/shell_object.ts';
import { initMagics } from './magics/index.ts';
import { initUsageError } from './magics/usage_error.ts';
import type { Shell } from './shell.ts';

/** Makes the shell object and puts IPython's names into the namespace and into builtins. Called once. */
export function newInteractiveShellObject(shell: Shell): void {
  initUsageError();
  initMagics();
  initDisplayHandle();
  initExit();
  initInput();
  initShellObject();
  const shellObject = newShellObject();
  const getIPython = getattrStr(shellObject, 'get_ipython');
  const module = newInteractiveModule(shellObject, getIPython);
  // The bound method in builtins keeps it alive.
  shell.object = shellObject;
  decref(shellObject);
  addRoot('_interactive', () => [module]);
  addBuiltinModules({ _interactive: () => incref(module) });
  shell.push('get_ipython', getIPython);
  const exit = newExit();
  shell.push('exit', exit);
  shell.push('quit', exit);
  decref(exit);
  const builtins = loadedModule('builtins') as PyContainer;
  dict_setStr(builtins.dict!, 'display', dict_getStr(module.dict!, 'display')!);
  dict_setStr(builtins.dict!, 'get_ipython', getIPython);
  decref(getIPython);
  const input = newInput();
  dict_setStr(builtins.dict!, 'input', input);
  decref(input);
}
