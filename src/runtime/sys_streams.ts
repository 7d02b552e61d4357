/** Writing to what `sys.stdout` and `sys.stderr` are now (PySys_WriteStderr). */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { isPyException } from '../exceptions/body.ts';
import { hooks } from '../objects/hooks.ts';
import { None } from '../objects/singletons.ts';
import { newStr } from '../objects/str.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { callMethodStr } from '../protocols/call.ts';

/** An attribute of sys, new reference or null. */
export function sysAttribute(name: string): PyObject | null {
  const sys = hooks.importModule('sys');
  const value = lookupattrStr(sys, name);
  decref(sys);
  return value;
}

/** Writes text to a stream of sys; errors of its `write` are dropped, as CPython drops them here. */
export function writeSys(stream: 'stdout' | 'stderr', text: string): void {
  const file = sysAttribute(stream);
  if (file === null) return;
  if (file === None) {
    decref(file);
    return;
  }
  const s = newStr(text);
  try {
    decref(callMethodStr(file, 'write', s));
  } catch (e) {
    if (!isPyException(e)) throw e;
    decref(e);
  } finally {
    decref(s);
    decref(file);
  }
}
