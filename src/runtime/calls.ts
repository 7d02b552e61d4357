/**
 * Calls from compiled code that do not go straight to a function's JavaScript (CALL and its specialized forms). The callable and
 * the arguments are consumed; they are held while the call runs and released callable first. Null: a compiled function raised
 * (`tstate.raised`).
 */
import type { PyObject } from '../heap/object.ts';
import { enterCounted, leaveRecursive } from '../heap/recursion.ts';
import { dealloc, decref } from '../heap/refcount.ts';
import { isPyException } from '../exceptions/body.ts';
import { typeError } from '../exceptions/raise.ts';
import { T_AttributeError, T_KeyError } from '../exceptions/types.ts';
import { T_BUILTIN, type BuiltinBody } from '../objects/builtin_function.ts';
import { T_METHOD_DESCR, type MethodDescrBody } from '../objects/descriptors.ts';
import { dict_items, dict_setitem, newDict, type PyDict } from '../objects/dict.ts';
import { dict_merge, UNIQUE } from '../objects/dict_merge.ts';
import { T_FUNCTION, type PyFunction } from '../objects/function.ts';
import { bindArguments, bindKeywords, bindOwned, KeywordCache, run } from '../objects/function_call.ts';
import { T_METHOD, type MethodBody } from '../objects/method.ts';
import type { Signature } from '../objects/signature.ts';
import { list_append, list_appendTake, T_LIST, type PyList } from '../objects/list.ts';
import { None } from '../objects/singletons.ts';
import { isStr } from '../objects/str.ts';
import { raised } from '../objects/thread_state.ts';
import { isTuple, sequenceTuple, type PyTuple } from '../objects/tuple.ts';
import { call, notCallable } from '../protocols/call.ts';
import { functionText } from '../protocols/function_text.ts';
import { strString } from '../protocols/object.ts';
import { breaker, pollHolding } from './breaker.ts';

const CALLING = ' while calling a Python object';

/** After a call into TypeScript the breaker is looked at (CHECK_EVAL_BREAKER). */
function checked(r: PyObject): PyObject {
  if (breaker.words[0] !== 0) pollHolding(r);
  return r;
}

/** True when a native function may be called with exactly `n` positional arguments as they are. */
function takes(sig: Signature, n: number): boolean {
  return n >= sig.least && n <= sig.most;
}

function releaseAll(args: PyObject[]): void {
  for (let i = 0; i < args.length; i++) if (--args[i].rc === 0) dealloc(args[i]);
}

/** Any callable, any number of positional arguments. */
export function callMany(f: PyObject, args: PyObject[]): PyObject | null {
  const type = f.type;
  if (type === T_FUNCTION) return callFunction(f as PyFunction, args, null);
  if (type === T_METHOD) return callBound(f, args, null);
  return callNative(f, args, null);
}

/** A Python function whose parameters do not simply match. */
function callFunction(f: PyFunction, args: PyObject[], kwnames: PyObject[] | null): PyObject | null {
  if (kwnames === null) {
    if (f.v.argc === args.length) return run(f, args);
    const filled = bindOwned(f, args);
    if (filled !== null) return run(f, filled);
  }
  let slots: (PyObject | null)[];
  try {
    slots = bindArguments(f, args, kwnames);
  } catch (e) {
    decref(f);
    releaseAll(args);
    return raised(e);
  }
  releaseAll(args);
  return run(f, slots);
}

/** A bound method: unpacked, as CALL does. */
function callBound(m: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject | null {
  const { func, self }: MethodBody = m.v;
  ++func.rc;
  ++self.rc;
  if (--m.rc === 0) dealloc(m);
  const all = [self, ...args];
  if (func.type === T_FUNCTION) return callFunction(func as PyFunction, all, kwnames);
  return callNative(func, all, kwnames);
}

function callNative(f: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject | null {
  let r: PyObject;
  try {
    enterCounted(CALLING);
    const tp_call = f.type.tp_call;
    if (tp_call === null) notCallable(f);
    r = tp_call(f, args, kwnames);
    leaveRecursive();
  } catch (e) {
    leaveRecursive();
    decref(f);
    releaseAll(args);
    return raised(e);
  }
  if (--f.rc === 0) dealloc(f);
  releaseAll(args);
  return checked(r);
}

export function call0(f: PyObject): PyObject | null {
  if (f.type === T_BUILTIN) {
    const b: BuiltinBody = f.v;
    if (takes(b.sig, 0)) return finish0(f, b);
  }
  return callMany(f, []);
}

function finish0(f: PyObject, b: BuiltinBody): PyObject | null {
  let r: PyObject;
  try {
    enterCounted(CALLING);
    r = b.fn(b.self);
    leaveRecursive();
  } catch (e) {
    leaveRecursive();
    decref(f);
    return raised(e);
  }
  if (--f.rc === 0) dealloc(f);
  return checked(r);
}

export function call1(f: PyObject, a: PyObject): PyObject | null {
  if (f.type === T_BUILTIN) {
    const b: BuiltinBody = f.v;
    if (takes(b.sig, 1)) {
      let r: PyObject;
      try {
        enterCounted(CALLING);
        r = b.fn(b.self, a);
        leaveRecursive();
      } catch (e) {
        leaveRecursive();
        decref(f);
        decref(a);
        return raised(e);
      }
      if (--f.rc === 0) dealloc(f);
      if (--a.rc === 0) dealloc(a);
      return b.quiet ? r : checked(r);
    }
  }
  return callMany(f, [a]);
}

export function call2(f: PyObject, a: PyObject, b: PyObject): PyObject | null {
  if (f.type === T_BUILTIN) {
    const body: BuiltinBody = f.v;
    if (takes(body.sig, 2)) {
      let r: PyObject;
      try {
        enterCounted(CALLING);
        r = body.fn(body.self, a, b);
        leaveRecursive();
      } catch (e) {
        leaveRecursive();
        decref(f);
        decref(a);
        decref(b);
        return raised(e);
      }
      if (--f.rc === 0) dealloc(f);
      if (--a.rc === 0) dealloc(a);
      if (--b.rc === 0) dealloc(b);
      return body.quiet ? r : checked(r);
    }
  }
  return callMany(f, [a, b]);
}

export function call3(f: PyObject, a: PyObject, b: PyObject, c: PyObject): PyObject | null {
  return callMany(f, [a, b, c]);
}

export function call4(f: PyObject, a: PyObject, b: PyObject, c: PyObject, d: PyObject): PyObject | null {
  return callMany(f, [a, b, c, d]);
}

/** Keyword values are the last arguments; `kwnames` is a constant tuple of their names. */
export function callKeywords(f: PyObject, args: PyObject[], kwnames: PyTuple, cache: KeywordCache): PyObject | null {
  if (f.type === T_FUNCTION) {
    const slots = bindKeywords(f as PyFunction, args, kwnames.v, cache);
    return slots !== null ? run(f as PyFunction, slots) : callFunction(f as PyFunction, args, kwnames.v);
  }
  if (f.type === T_METHOD) return callBound(f, args, kwnames.v);
  return callNative(f, args, kwnames.v);
}

// ---- methods: `self` is null when the attribute turned out to be no method

export function callMethodMany(f: PyObject, self: PyObject | null, args: PyObject[]): PyObject | null {
  return callMany(f, self === null ? args : [self, ...args]);
}

export function callMethodKeywords(
  f: PyObject,
  self: PyObject | null,
  args: PyObject[],
  kwnames: PyTuple,
  cache: KeywordCache,
): PyObject | null {
  return callKeywords(f, self === null ? args : [self, ...args], kwnames, cache);
}

export function callMethod0(f: PyObject, self: PyObject | null): PyObject | null {
  if (self === null) return f.type === T_FUNCTION && f.v.argc === 0 ? f.v.js(f) : call0(f);
  if (f.type === T_METHOD_DESCR) {
    const m: MethodDescrBody = f.v;
    if (takes(m.sig, 0) && isSelf(m, self)) {
      let r: PyObject;
      try {
        enterCounted(CALLING);
        r = m.fn(self);
        leaveRecursive();
      } catch (e) {
        leaveRecursive();
        decref(f);
        decref(self);
        return raised(e);
      }
      if (--f.rc === 0) dealloc(f);
      if (--self.rc === 0) dealloc(self);
      return checked(r);
    }
  }
  return callMany(f, [self]);
}

export function callMethod1(f: PyObject, self: PyObject | null, a: PyObject): PyObject | null {
  if (self === null) return f.type === T_FUNCTION && f.v.argc === 1 ? f.v.js(f, a) : call1(f, a);
  if (f.type === T_METHOD_DESCR) {
    const m: MethodDescrBody = f.v;
    if (m.fn === list_append && self.type === T_LIST) {
      // CALL_NO_KW_LIST_APPEND: no look at the breaker.
      list_appendTake(self as PyList, a);
      if (--f.rc === 0) dealloc(f);
      if (--self.rc === 0) dealloc(self);
      return None;
    }
    if (takes(m.sig, 1) && isSelf(m, self)) {
      let r: PyObject;
      try {
        enterCounted(CALLING);
        r = m.fn(self, a);
        leaveRecursive();
      } catch (e) {
        leaveRecursive();
        decref(f);
        decref(self);
        decref(a);
        return raised(e);
      }
      if (--f.rc === 0) dealloc(f);
      if (--self.rc === 0) dealloc(self);
      if (--a.rc === 0) dealloc(a);
      return checked(r);
    }
  }
  return callMany(f, [self, a]);
}

export function callMethod2(f: PyObject, self: PyObject | null, a: PyObject, b: PyObject): PyObject | null {
  if (self === null) return f.type === T_FUNCTION && f.v.argc === 2 ? f.v.js(f, a, b) : call2(f, a, b);
  if (f.type === T_METHOD_DESCR) {
    const m: MethodDescrBody = f.v;
    if (takes(m.sig, 2) && isSelf(m, self)) {
      let r: PyObject;
      try {
        enterCounted(CALLING);
        r = m.fn(self, a, b);
        leaveRecursive();
      } catch (e) {
        leaveRecursive();
        decref(f);
        decref(self);
        decref(a);
        decref(b);
        return raised(e);
      }
      if (--f.rc === 0) dealloc(f);
      if (--self.rc === 0) dealloc(self);
      if (--a.rc === 0) dealloc(a);
      if (--b.rc === 0) dealloc(b);
      return checked(r);
    }
  }
  return callMany(f, [self, a, b]);
}

export function callMethod3(
  f: PyObject,
  self: PyObject | null,
  a: PyObject,
  b: PyObject,
  c: PyObject,
): PyObject | null {
  return callMethodMany(f, self, [a, b, c]);
}

export function callMethod4(
  f: PyObject,
  self: PyObject | null,
  a: PyObject,
  b: PyObject,
  c: PyObject,
  d: PyObject,
): PyObject | null {
  return callMethodMany(f, self, [a, b, c, d]);
}

function isSelf(m: MethodDescrBody, self: PyObject): boolean {
  return self.type === m.owner || self.type.mro.includes(m.owner);
}

// ---- starred calls

/** CALL_FUNCTION_EX: `args` any iterable, `kwargs` a new dict or null. Consumes all three. */
export function callEx(f: PyObject, args: PyObject, kwargs: PyDict | null): PyObject | null {
  let tuple: PyObject = args;
  try {
    if (args.type.name !== 'tuple' || !isTuple(args)) {
      if (args.type.tp_iter === null && args.type.sq_item === null)
        typeError(`${functionText(f)} argument after * must be an iterable, not ${args.type.name}`);
      tuple = sequenceTuple(args);
      decref(args);
    }
  } catch (e) {
    decref(f);
    decref(args);
    if (kwargs !== null) decref(kwargs);
    throw e;
  }
  const positional = (tuple as PyTuple).v;
  try {
    if (f.type === T_FUNCTION) {
      const [all, names] = withKeywords(positional, kwargs);
      const slots = bindBorrowed(f as PyFunction, all, names);
      decref(tuple);
      if (kwargs !== null) decref(kwargs);
      tuple = null as unknown as PyObject;
      const callee = f as PyFunction;
      f = null as unknown as PyObject;
      kwargs = null;
      return run(callee, slots);
    }
    const [all, names] = withKeywords(positional, kwargs);
    const r = call(f, all, names);
    return checked(r);
  } finally {
    if (f !== null) decref(f);
    if (tuple !== null) decref(tuple);
    if (kwargs !== null) decref(kwargs);
  }
}

/** Parameters of a call with borrowed arguments; `args` is the caller's to change. */
function bindBorrowed(f: PyFunction, args: PyObject[], kwnames: PyObject[] | null): (PyObject | null)[] {
  if (kwnames === null) {
    const n = args.length;
    for (let i = 0; i < n; i++) ++args[i].rc;
    const slots = bindOwned(f, args);
    if (slots !== null) return slots;
    for (let i = 0; i < n; i++) --args[i].rc;
  }
  return bindArguments(f, args, kwnames);
}

function withKeywords(positional: PyObject[], kwargs: PyDict | null): [PyObject[], PyObject[] | null] {
  if (kwargs === null || kwargs.v.used === 0) return [positional.slice(), null];
  const items = dict_items(kwargs);
  for (const [key] of items) if (!isStr(key)) typeError('keywords must be strings');
  return [[...positional, ...items.map(i => i[1])], items.map(i => i[0])];
}

/** DICT_MERGE: `**mapping` in a call of `f` (format_kwargs_error). Consumes the mapping. */
export function dictMerge(dict: PyDict, mapping: PyObject, f: PyObject): void {
  try {
    dict_merge(dict, mapping, UNIQUE);
  } catch (e) {
    if (isPyException(e, T_AttributeError)) {
      decref(e);
      typeError(`${functionText(f)} argument after ** must be a mapping, not ${mapping.type.name}`);
    }
    if (isPyException(e, T_KeyError)) {
      const args = (e.v.args as PyTuple).v;
      if (args.length === 1) {
        const text = strString(args[0]);
        decref(e);
        typeError(`${functionText(f)} got multiple values for keyword argument '${text}'`);
      }
    }
    throw e;
  } finally {
    decref(mapping);
  }
}

/** A dict of constant names and values (consumed). */
export function dictFromNames(names: PyTuple, values: PyObject[]): PyDict {
  const dict = newDict();
  for (let i = 0; i < values.length; i++) {
    dict_setitem(dict, names.v[i], values[i]);
    decref(values[i]);
  }
  return dict;
}

export const calls = {
  call0,
  call1,
  call2,
  call3,
  call4,
  callMany,
  callKeywords,
  callMethod0,
  callMethod1,
  callMethod2,
  callMethod3,
  callMethod4,
  callMethodMany,
  callMethodKeywords,
  callEx,
  KeywordCache,
  dictMerge,
  dictFromNames,
};
