/** The atexit module (Modules/atexitmodule.c). */
import type { PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { addRoot } from '../heap/roots.ts';
import { isPyException } from '../exceptions/body.ts';
import { typeError } from '../exceptions/raise.ts';
import { hooks } from '../objects/hooks.ts';
import { newInt } from '../objects/int.ts';
import { defineModule, type PyModule } from '../objects/module.ts';
import { None } from '../objects/singletons.ts';
import { call } from '../protocols/call.ts';
import { eq } from '../protocols/compare.ts';

interface Callback {
  func: PyObject;
  /** Positional values, then those of the keywords. */
  args: PyObject[];
  kwnames: PyObject[] | null;
}

/** In order of registration; all owned. */
let callbacks: Callback[] = [];

function releaseCallback({ func, args, kwnames }: Callback): void {
  decref(func);
  args.forEach(decref);
  kwnames?.forEach(decref);
}

function atexit_register(_module: PyModule, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const npos = args.length - (kwnames === null ? 0 : kwnames.length);
  if (npos === 0) typeError('register() takes at least 1 argument (0 given)');
  const func = args[0];
  if (func.type.tp_call === null) typeError('the first argument must be callable');
  callbacks.push({
    func: incref(func),
    args: args.slice(1).map(incref),
    kwnames: kwnames === null ? null : kwnames.map(incref),
  });
  return incref(func);
}

/** Runs and forgets the callbacks, last registered first; their errors are unraisable (atexit_callfuncs). */
export function runExitFuncs(): void {
  while (callbacks.length !== 0) {
    const callback = callbacks.pop()!;
    try {
      decref(call(callback.func, callback.args, callback.kwnames));
    } catch (e) {
      if (!isPyException(e)) throw e;
      hooks.unraisable(e, callback.func, 'in atexit callback');
    }
    releaseCallback(callback);
  }
}

function atexit_run_exitfuncs(): PyObject {
  runExitFuncs();
  return None;
}

function atexit_clear(): PyObject {
  const old = callbacks;
  callbacks = [];
  for (let i = old.length - 1; i >= 0; i--) releaseCallback(old[i]);
  return None;
}

function atexit_ncallbacks(): PyObject {
  return newInt(callbacks.length);
}

function atexit_unregister(_module: PyModule, func: PyObject): PyObject {
  for (const callback of [...callbacks]) {
    if (!eq(callback.func, func)) continue;
    const at = callbacks.indexOf(callback);
    if (at < 0) continue;
    callbacks.splice(at, 1);
    releaseCallback(callback);
  }
  return None;
}

/** Makes the module; new reference. */
export function makeAtexit(): PyModule {
  addRoot('atexit', () => callbacks.flatMap(({ func, args, kwnames }) => [func, ...args, ...(kwnames ?? [])]));
  return defineModule({
    name: 'atexit',
    doc: 'allow programmer to define multiple exit functions to be executed\nupon normal program termination.\n\nTwo public functions, register and unregister, are defined.\n',
    functions: [
      [
        'register',
        atexit_register,
        '!raw',
        'register(func, *args, **kwargs) -> func\n\nHas func called with the arguments when the program ends normally.  Returns func,\nso that it can be used as a decorator.',
      ],
      [
        'unregister',
        atexit_unregister,
        '!($module, func, /)',
        'unregister(func) -> None\n\nForgets func, however often it was registered.',
      ],
      ['_clear', atexit_clear, '!($module, /)', '_clear() -> None\n\nForgets all exit functions.'],
      [
        '_run_exitfuncs',
        atexit_run_exitfuncs,
        '!($module, /)',
        '_run_exitfuncs() -> None\n\nRuns all exit functions now.',
      ],
      [
        '_ncallbacks',
        atexit_ncallbacks,
        '!($module, /)',
        '_ncallbacks() -> int\n\nThe number of registered exit functions.',
      ],
    ],
  });
}
