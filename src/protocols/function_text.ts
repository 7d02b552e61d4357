/** How an error names a callable (Objects/object.c). */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { isStr } from '../objects/str.ts';
import { lookupattrStr } from './attribute.ts';

/** `module.qualname()` of a function, the type's name of anything else (_PyObject_FunctionStr). */
export function functionText(f: PyObject): string {
  const qualname = lookupattrStr(f, '__qualname__');
  if (qualname === null || !isStr(qualname)) {
    if (qualname !== null) decref(qualname);
    return f.type.name;
  }
  const module = lookupattrStr(f, '__module__');
  const prefix = module !== null && isStr(module) && module.v !== 'builtins' ? `${module.v}.` : '';
  if (module !== null) decref(module);
  const text = `${prefix}${qualname.v}()`;
  decref(qualname);
  return text;
}
