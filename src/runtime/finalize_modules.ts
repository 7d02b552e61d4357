/** The end of the modules (finalize_modules in Python/pylifecycle.c): what they hold dies in CPython's order. */
import { decref, incref } from '../heap/refcount.ts';
import { gc_collect } from '../heap/collect.ts';
import { dict_clear, dict_getStr, dict_items, dict_setStr } from '../objects/dict.ts';
import { isModule, type PyModule } from '../objects/module.ts';
import { None } from '../objects/singletons.ts';
import { isStr } from '../objects/str.ts';
import { modules } from './import.ts';
import { releaseMainModule } from './main_module.ts';

/** Attributes of sys that may hold user objects, cleared first (sys_deletes). */
const SYS_DELETES = [
  'path',
  'argv',
  'ps1',
  'ps2',
  'last_exc',
  'last_type',
  'last_value',
  'last_traceback',
  'path_hooks',
  'path_importer_cache',
  'meta_path',
];

/** _PyModule_ClearDict: names with one leading underscore first, then the rest; values become None. */
function clearModule(module: PyModule): void {
  const dict = module.dict;
  if (dict === null) return;
  for (const wanted of [1, 2]) {
    for (const [key, value] of dict_items(dict)) {
      if (value === None || !isStr(key)) continue;
      const name = key.v as string;
      const private_ = name.startsWith('_') && name[1] !== '_';
      if (wanted === 1 ? private_ : name !== '__builtins__') dict_setStr(dict, name, None);
    }
  }
}

export function finalizeModules(): void {
  const sys = dict_getStr(modules, 'sys') as PyModule | null;
  const builtins = dict_getStr(modules, 'builtins') as PyModule | null;
  if (sys === null || builtins === null) return;
  for (const name of SYS_DELETES) if (dict_getStr(sys.dict!, name) !== null) dict_setStr(sys.dict!, name, None);
  incref(sys);
  incref(builtins);
  const all = dict_items(modules)
    .map(([, module]) => module)
    .filter(isModule);
  releaseMainModule();
  dict_clear(modules);
  gc_collect(2);
  // Modules that outlive sys.modules are cleared by hand, newest first; a dead one has no dict.
  for (const module of all.reverse()) if (module !== sys && module !== builtins) clearModule(module);
  clearModule(sys);
  clearModule(builtins);
  decref(sys);
  decref(builtins);
}
