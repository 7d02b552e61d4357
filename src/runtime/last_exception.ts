/** `sys.last_exc`, `sys.last_type`, `sys.last_value`, `sys.last_traceback`: the last exception that nobody caught. */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import type { PyException } from '../exceptions/body.ts';
import { dict_setStr } from '../objects/dict.ts';
import { None } from '../objects/singletons.ts';
import { loadedModule } from './import.ts';

/** Consumes `exc`. */
export function setLastException(exc: PyException): void {
  const sys = loadedModule('sys') as PyContainer | null;
  if (sys !== null) {
    const set = (name: string, value: PyObject): void => dict_setStr(sys.dict!, name, value);
    set('last_exc', exc);
    set('last_type', exc.type.obj);
    set('last_value', exc);
    set('last_traceback', exc.v.traceback ?? None);
  }
  decref(exc);
}
