/**
 * Warnings raised by the interpreter itself: shown on sys.stderr once per place, DeprecationWarning only for code in
 * `__main__` (the default filters of Python/_warnings.c). The `warnings` module takes over when it has been imported.
 */
import type { PyObject, TypeBody } from '../heap/object.ts';
import { decref, xdecref } from '../heap/refcount.ts';
import {
  T_DeprecationWarning,
  T_ImportWarning,
  T_PendingDeprecationWarning,
  T_ResourceWarning,
} from '../exceptions/types.ts';
import { dict_getitem } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { newStr } from '../objects/str.ts';
import { isSubtype } from '../objects/type_lookup.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';
import { sourceLine } from './linecache.ts';
import { callerPosition } from './frames.ts';
import { sysAttribute, writeSys } from './sys_streams.ts';

const IGNORED = [T_DeprecationWarning, T_PendingDeprecationWarning, T_ImportWarning, T_ResourceWarning];
const shown = new Set<string>();

/** PyErr_WarnEx: `stacklevel` 1 is the running frame. With a `source`, the object it is about: PyErr_ResourceWarning. */
export function warn(category: TypeBody, message: string, stacklevel: number, source?: PyObject): void {
  const module = warningsModule();
  if (module !== null) {
    const f = lookupattrStr(module, 'warn');
    decref(module);
    if (f !== null) {
      const text = newStr(message);
      const level = newInt(stacklevel);
      try {
        decref(call(f, [text, category.obj, level, ...(source === undefined ? [] : [source])], null));
      } finally {
        decref(level);
        decref(text);
        decref(f);
      }
      return;
    }
  }
  const at = callerPosition(stacklevel - 1);
  const displayed = warnExplicit(category, message, at.filename, at.lineno, at.module);
  if (displayed && source !== undefined)
    writeSys('stderr', `${category.name}: Enable tracemalloc to get the object allocation traceback\n`);
}

/** The imported `warnings` module, new reference, or null. */
function warningsModule(): PyObject | null {
  const modules = sysAttribute('modules');
  if (modules === null) return null;
  const key = newStr('warnings');
  const module = dict_getitem(modules as Parameters<typeof dict_getitem>[0], key);
  decref(key);
  if (module !== null) module.rc++;
  xdecref(modules);
  return module;
}

/**
 * PyErr_WarnExplicit with the default filters; answers whether the warning was shown. `once` false: no registry remembers
 * the place, as for the compiler's warnings.
 */
export function warnExplicit(
  category: TypeBody,
  message: string,
  filename: string,
  lineno: number,
  module: string,
  once = true,
): boolean {
  const ignored = IGNORED.some(t => isSubtype(category, t));
  if (ignored && !(module === '__main__' && isSubtype(category, T_DeprecationWarning))) return false;
  if (once) {
    const key = `${category.name}\0${message}\0${filename}\0${lineno}`;
    if (shown.has(key)) return false;
    shown.add(key);
  }
  const source = sourceLine(filename, lineno)?.trim();
  writeSys('stderr', `${filename}:${lineno}: ${category.name}: ${message}\n${source ? `  ${source}\n` : ''}`);
  return true;
}
