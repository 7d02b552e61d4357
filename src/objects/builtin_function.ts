/** Functions and methods written in TypeScript (Objects/methodobject.c): `len`, `[].append`. */
import type { PyContainer } from '../heap/object.ts';
import { TPFLAGS_HAVE_GC, TPFLAGS_HAVE_VECTORCALL, TypeBody, type PyObject, type Visit } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { hash, pointerHash } from '../text/hash.ts';
import { idOf } from '../heap/pymalloc.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import { bool, None, NotImplemented } from './singletons.ts';
import { holdArguments, releaseArguments } from './argument_tuple.ts';
import { newStr } from './str.ts';
import { defineType } from './define.ts';
import { gcNew } from './object.ts';
import { parseArgs, type Signature } from './signature.ts';
import { typeError } from '../exceptions/raise.ts';
import { getattrStr } from '../protocols/attribute.ts';
import { functionText } from '../protocols/function_text.ts';
import { hexAddress } from './text.ts';
import { newTuple } from './tuple.ts';
import { hooks } from './hooks.ts';

/** A function's TypeScript side: `self` first, then the parsed arguments. Borrows all; returns a new reference. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type NativeFunction = (self: any, ...args: any[]) => PyObject;

/** PyMethodDef and PyCFunctionObject in one. */
export class BuiltinBody {
  /** The breaker is not looked at after a call, as in CPython's specialized calls of it (CALL_NO_KW_LEN, CALL_NO_KW_ISINSTANCE). */
  quiet = false;
  constructor(
    public name: string,
    public sig: Signature,
    public fn: NativeFunction,
    /** m_self: the object a method is bound to, or the module; owned, or null. */
    public self: PyObject | null,
    /** m_module: the module's name, owned str, or null. */
    public module: PyObject | null,
    public doc: string | null,
  ) {}
}

export const T_BUILTIN = new TypeBody('builtin_function_or_method');

/** A new builtin function. Borrows `self` and `module`. */
export function newBuiltin(
  name: string,
  sig: Signature,
  fn: NativeFunction,
  self: PyObject | null,
  module: PyObject | null,
  doc: string | null,
): PyContainer<BuiltinBody> {
  if (self !== null) self.rc++;
  if (module !== null) module.rc++;
  return gcNew(T_BUILTIN, new BuiltinBody(name, sig, fn, self, module, doc));
}

/** Calls a TypeScript function with arguments as given by the caller. */
export function invoke(
  sig: Signature,
  fn: NativeFunction,
  self: PyObject | null,
  args: PyObject[],
  kwnames: PyObject[] | null,
): PyObject {
  if (sig.kind === 'raw') return fn(self, args, kwnames);
  if (kwnames === null && !sig.varargs && !sig.varkw) {
    const n = args.length;
    if (n >= sig.required && n <= sig.positional && (sig.kind !== 'keywords' || requiredKeywords(sig) === 0)) {
      switch (n) {
        case 0:
          return fn(self);
        case 1:
          return fn(self, args[0]);
        case 2:
          return fn(self, args[0], args[1]);
        case 3:
          return fn(self, args[0], args[1], args[2]);
        default:
          return fn(self, ...args);
      }
    }
  }
  if (sig.varargs && args.length > 0) return invokeVarargs(sig, fn, self, args, kwnames);
  return fn(self, ...parseArgs(sig, args, kwnames));
}

function invokeVarargs(
  sig: Signature,
  fn: NativeFunction,
  self: PyObject | null,
  args: PyObject[],
  kwnames: PyObject[] | null,
): PyObject {
  const n = args.length - (kwnames === null ? 0 : kwnames.length);
  if (n === 0) return fn(self, ...parseArgs(sig, args, kwnames));
  const tuple = holdArguments(args, n);
  try {
    return fn(self, ...parseArgs(sig, args, kwnames));
  } finally {
    releaseArguments(args, n, tuple);
  }
}

function requiredKeywords(sig: Signature): number {
  let n = 0;
  for (let i = sig.positional; i < sig.params.length; i++) if (sig.params[i].default === null) n++;
  return n;
}

export function builtin_call(f: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const b: BuiltinBody = f.v;
  const { kind } = b.sig;
  if (kind === 'noargs' || kind === 'one') checkSimple(f, kind === 'one' ? 1 : 0, args, kwnames);
  return invoke(b.sig, b.fn, b.self, args, kwnames);
}

/** cfunction_check_kwargs and the counts of METH_NOARGS and METH_O, which name the function as it is bound. */
function checkSimple(f: PyObject, n: number, args: PyObject[], kwnames: PyObject[] | null): void {
  if (kwnames !== null && kwnames.length > 0) typeError(`${functionText(f)} takes no keyword arguments`);
  if (args.length === n) return;
  typeError(`${functionText(f)} takes ${n === 0 ? 'no arguments' : 'exactly one argument'} (${args.length} given)`);
}

function builtin_dealloc(f: PyObject): void {
  untrack(f as PyContainer);
  const b: BuiltinBody = f.v;
  xdecref(b.self);
  xdecref(b.module);
  gcFree(f as PyContainer);
}

function builtin_traverse(f: PyContainer<BuiltinBody>, visit: Visit): void {
  if (f.v.self !== null) visit(f.v.self, '__self__');
  if (f.v.module !== null) visit(f.v.module, '__module__');
}

function isModule(o: PyObject): boolean {
  return o.type.name === 'module';
}

function builtin_repr(f: PyObject): PyObject {
  const b: BuiltinBody = f.v;
  if (b.self === null || isModule(b.self)) return newStr(`<built-in function ${b.name}>`);
  return newStr(`<built-in method ${b.name} of ${b.self.type.name} object at ${hexAddress(b.self)}>`);
}

function builtin_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if ((op !== Py_EQ && op !== Py_NE) || a.type !== T_BUILTIN || b.type !== T_BUILTIN) return NotImplemented;
  const x: BuiltinBody = a.v;
  const y: BuiltinBody = b.v;
  const same = x.self === y.self && x.fn === y.fn;
  return bool(same === (op === Py_EQ));
}

function builtin_hash(o: PyObject): void {
  const b: BuiltinBody = o.v;
  pointerHash(idOf(b.self ?? o));
  let h = 0;
  for (let i = 0; i < b.name.length; i++) h = (Math.imul(h, 31) + b.name.charCodeAt(i)) | 0;
  hash.lo ^= h;
  if (hash.lo === -1 && hash.hi === -1) hash.lo = -2;
}

function builtin_qualname(o: PyObject): PyObject {
  const b: BuiltinBody = o.v;
  if (b.self === null || isModule(b.self)) return newStr(b.name);
  const type = (b.self.v as unknown) instanceof TypeBody ? b.self : b.self.type.obj;
  const qualname = getattrStr(type, '__qualname__');
  const result = newStr(`${qualname.v as string}.${b.name}`);
  decref(qualname);
  return result;
}

function builtin_reduce(f: PyObject): PyObject {
  const b: BuiltinBody = f.v;
  if (b.self === null || isModule(b.self)) return newStr(b.name);
  const builtins = hooks.importModule('builtins');
  const getattr = getattrStr(builtins, 'getattr');
  decref(builtins);
  return newTuple([getattr, newTuple([incref(b.self), newStr(b.name)])]);
}

/** `__doc__` without the signature line, or None. */
export function docObject(doc: string | null): PyObject {
  return doc === null ? incref(None) : newStr(doc);
}

/** `__text_signature__` or None. */
export function textSignatureObject(sig: Signature): PyObject {
  return sig.text === null ? incref(None) : newStr(sig.text);
}

export function initBuiltinFunction(): void {
  defineType(T_BUILTIN, {
    flags: TPFLAGS_HAVE_GC | TPFLAGS_HAVE_VECTORCALL,
    basicsize: 56,
    weakrefs: 40,
    slots: {
      tp_dealloc: builtin_dealloc,
      tp_traverse: builtin_traverse,
      tp_repr: builtin_repr,
      tp_call: builtin_call,
      tp_richcompare: builtin_richcompare,
      tp_hash: builtin_hash,
    },
    methods: [['__reduce__', builtin_reduce, '!($self)']],
    getset: [
      ['__doc__', o => docObject(o.v.doc), null],
      ['__name__', o => newStr(o.v.name), null],
      ['__qualname__', builtin_qualname, null],
      ['__self__', o => incref(o.v.self ?? None), null],
      ['__text_signature__', o => textSignatureObject(o.v.sig), null],
      ['__module__', o => incref(o.v.module ?? None), null],
    ],
  });
}
