/** The `__main__` module, in which programs and cells run. */
import { addRoot } from '../heap/roots.ts';
import { decref } from '../heap/refcount.ts';
import { dict_setStr, newDict } from '../objects/dict.ts';
import { newModule, type PyModule } from '../objects/module.ts';
import { loadedModule, registerModule } from './import.ts';

let main: PyModule | null = null;

/** The module, made on first use; borrowed. With `annotations` as add_main_module makes it; IPython's has none. */
export function mainModule(annotations = false): PyModule {
  if (main === null) {
    main = newModule('__main__');
    registerModule('__main__', main);
    if (annotations) {
      const dict = newDict();
      dict_setStr(main.dict!, '__annotations__', dict);
      decref(dict);
    }
    dict_setStr(main.dict!, '__builtins__', loadedModule('builtins')!);
    addRoot('__main__', () => [main]);
  }
  return main;
}

/** Lets go of the module when the process ends. */
export function releaseMainModule(): void {
  if (main !== null) decref(main);
  main = null;
}
