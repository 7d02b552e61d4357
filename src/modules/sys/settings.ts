/** Settings of the interpreter: switch interval, digits of ints, trace functions, hooks. */
import { TypeBody, type PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { addRoot } from '../../heap/roots.ts';
import { intLimits, STR_DIGITS_CHECK_THRESHOLD } from '../../text/int_text.ts';
import { typeError, valueError } from '../../exceptions/raise.ts';
import { T_RuntimeWarning } from '../../exceptions/types.ts';
import { newFloat } from '../../objects/float.ts';
import { hooks } from '../../objects/hooks.ts';
import { newInt } from '../../objects/int.ts';
import { asDouble } from '../../objects/number_convert.ts';
import { bool, None } from '../../objects/singletons.ts';
import { defineStructSeq, newStructSeq } from '../../objects/structseq.ts';
import { intArgument } from '../../objects/sequence_index.ts';

const T_ASYNCGEN_HOOKS = new TypeBody('asyncgen_hooks');

let switchInterval = 0.005;

export function sys_getswitchinterval(): PyObject {
  return newFloat(switchInterval);
}

/** There is one thread, so the interval is only remembered. */
export function sys_setswitchinterval(_module: PyObject, interval: PyObject): PyObject {
  const seconds = asDouble(interval);
  if (!(seconds > 0)) valueError('switch interval must be strictly positive');
  switchInterval = seconds;
  return None;
}

export function sys_get_int_max_str_digits(): PyObject {
  return newInt(intLimits.maxStrDigits);
}

export function sys_set_int_max_str_digits(_module: PyObject, maxdigits: PyObject): PyObject {
  const n = intArgument(maxdigits);
  if (n !== 0 && n < STR_DIGITS_CHECK_THRESHOLD)
    valueError(`maxdigits must be 0 or larger than ${STR_DIGITS_CHECK_THRESHOLD}`);
  intLimits.maxStrDigits = n;
  return None;
}

// ---- trace and profile functions: remembered, not called

const functions: Record<'trace' | 'profile' | 'firstiter' | 'finalizer', PyObject> = {
  trace: None,
  profile: None,
  firstiter: None,
  finalizer: None,
};

export function initSettings(): void {
  addRoot('sys', () => Object.values(functions));
  defineStructSeq(T_ASYNCGEN_HOOKS, {
    name: 'asyncgen_hooks',
    doc: 'The hooks that sys.set_asyncgen_hooks set.',
    fields: [
      ['firstiter', 'called when an asynchronous generator is first iterated'],
      ['finalizer', 'called when one is about to be collected'],
    ],
    visible: 2,
  });
}

function setFunction(which: keyof typeof functions, f: PyObject): void {
  const old = functions[which];
  functions[which] = incref(f);
  decref(old);
}

function setTracer(which: 'trace' | 'profile', f: PyObject): PyObject {
  if (f !== None)
    hooks.warn(T_RuntimeWarning, `sys.set${which}() has no effect: this interpreter sends no trace events`, 1);
  setFunction(which, f);
  return None;
}

export function sys_settrace(_module: PyObject, f: PyObject): PyObject {
  return setTracer('trace', f);
}

export function sys_setprofile(_module: PyObject, f: PyObject): PyObject {
  return setTracer('profile', f);
}

export function sys_gettrace(): PyObject {
  return incref(functions.trace);
}

export function sys_getprofile(): PyObject {
  return incref(functions.profile);
}

// ---- hooks of asynchronous generators

/** `firstiter` and `finalizer` as set, borrowed; None where not. */
export function asyncGenHooks(): { firstiter: PyObject; finalizer: PyObject } {
  return functions;
}

export function sys_get_asyncgen_hooks(): PyObject {
  return newStructSeq(T_ASYNCGEN_HOOKS, [incref(functions.firstiter), incref(functions.finalizer)]);
}

export function sys_set_asyncgen_hooks(_module: PyObject, firstiter?: PyObject, finalizer?: PyObject): PyObject {
  for (const [name, f] of [
    ['finalizer', finalizer],
    ['firstiter', firstiter],
  ] as const)
    if (f !== undefined && f !== None && f.type.tp_call === null)
      typeError(`callable ${name} expected, got ${f.type.name}`);
  if (finalizer !== undefined) setFunction('finalizer', finalizer);
  if (firstiter !== undefined) setFunction('firstiter', firstiter);
  return None;
}

let originDepth = 0;

export function sys_get_coroutine_origin_tracking_depth(): PyObject {
  return newInt(originDepth);
}

export function sys_set_coroutine_origin_tracking_depth(_module: PyObject, depth: PyObject): PyObject {
  const n = intArgument(depth);
  if (n < 0) valueError('depth must be >= 0');
  originDepth = n;
  return None;
}

export function no(): PyObject {
  return bool(false);
}
