/** sys.displayhook and sys.breakpointhook. */
import type { PyContainer, PyObject } from '../../heap/object.ts';
import { decref } from '../../heap/refcount.ts';
import { runtimeError } from '../../exceptions/raise.ts';
import { call, callMethodStr } from '../../protocols/call.ts';
import { getattrStr } from '../../protocols/attribute.ts';
import { repr } from '../../protocols/object.ts';
import { dict_setStr } from '../../objects/dict.ts';
import { hooks } from '../../objects/hooks.ts';
import { None } from '../../objects/singletons.ts';
import { newAscii } from '../../objects/str.ts';
import { sysAttribute } from '../../runtime/sys_streams.ts';

/** Writes the repr of a result and keeps it as `builtins._`; nothing for None. */
export function sys_displayhook(_module: PyObject, object: PyObject): PyObject {
  const builtins = hooks.importModule('builtins') as PyContainer;
  try {
    if (object === None) return None;
    dict_setStr(builtins.dict!, '_', None);
    const out = sysAttribute('stdout');
    if (out === null || out === None) runtimeError('lost sys.stdout');
    const text = repr(object);
    const end = newAscii('\n');
    try {
      decref(callMethodStr(out, 'write', text));
      decref(callMethodStr(out, 'write', end));
    } finally {
      decref(text);
      decref(out);
    }
    dict_setStr(builtins.dict!, '_', object);
    return None;
  } finally {
    decref(builtins);
  }
}

/** Enters the debugger: `pdb.set_trace(*args, **kws)`. */
export function sys_breakpointhook(_module: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const pdb = hooks.importModule('pdb');
  let set_trace: PyObject;
  try {
    set_trace = getattrStr(pdb, 'set_trace');
  } finally {
    decref(pdb);
  }
  try {
    return call(set_trace, args, kwnames);
  } finally {
    decref(set_trace);
  }
}
