/** Signatures of callables, as inspect.signature finds and writes them. All objects in a signature are borrowed. */
import { TPFLAGS_HEAPTYPE, type PyContainer, type PyObject, type TypeBody } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { isPyException } from '../exceptions/body.ts';
import { CO_VARARGS, CO_VARKEYWORDS } from '../compile/code_unit.ts';
import { T_BUILTIN } from '../objects/builtin_function.ts';
import { T_CLASSMETHOD_DESCR, T_METHOD_DESCR, T_METHOD_WRAPPER, T_WRAPPER_DESCR } from '../objects/descriptors.ts';
import { dict_getStr, dict_items } from '../objects/dict.ts';
import { T_CLASSMETHOD, T_STATICMETHOD } from '../objects/funcobjects.ts';
import { T_FUNCTION, type FunctionBody } from '../objects/function.ts';
import { T_GENERICALIAS } from '../objects/genericalias.ts';
import { T_METHOD } from '../objects/method.ts';
import { T_OBJECT, typeModule } from '../objects/object.ts';
import { isStr } from '../objects/str.ts';
import { isTuple } from '../objects/tuple.ts';
import { isType, T_TYPE } from '../objects/type.ts';
import { typeLookup } from '../objects/type_lookup.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { reprString } from '../protocols/object.ts';

export type ParameterKind = 'positional-only' | 'positional' | 'varargs' | 'keyword-only' | 'varkw';

export interface ParameterInfo {
  name: string;
  kind: ParameterKind;
  /** The default's text or value; null when there is none. */
  default: PyObject | string | null;
  annotation: PyObject | null;
}

export interface FunctionSignature {
  parameters: ParameterInfo[];
  /** The annotation of the result. */
  returns: PyObject | null;
}

/** The signature of a callable, or null when nothing tells it. Runs no Python code. */
export function signatureOf(o: PyObject): FunctionSignature | null {
  if (o.type === T_FUNCTION) return pythonFunction(unwrap(o));
  if (o.type === T_METHOD) return withoutFirst(signatureOf(o.v.func));
  if (o.type === T_STATICMETHOD) return o.v === null ? null : signatureOf(o.v);
  // The class is given already.
  if (o.type === T_CLASSMETHOD) return o.v === null ? null : withoutFirst(signatureOf(o.v));
  if (isType(o)) return ofClass(o.v);
  if (BUILTIN_CALLABLES.includes(o.type)) {
    const text = textSignature(o) ?? (isNew(o) ? '($type, *args, **kwargs)' : null);
    return text === null ? null : fromText(text, o.type === T_BUILTIN || o.type === T_METHOD_WRAPPER);
  }
  const call = typeLookup(o.type, '__call__');
  return call !== null && call.type === T_FUNCTION ? withoutFirst(signatureOf(call)) : null;
}

/** Follows `__wrapped__`, which functools.wraps leaves on a wrapper. */
function unwrap(o: PyObject): PyObject {
  for (let i = 0; i < 100; i++) {
    const dict = (o as PyContainer).dict;
    const wrapped = dict === null ? null : dict_getStr(dict, '__wrapped__');
    if (wrapped === null || wrapped.type !== T_FUNCTION) return o;
    o = wrapped;
  }
  return o;
}

function pythonFunction(o: PyObject): FunctionSignature {
  const f: FunctionBody = o.v;
  const { argcount, posonlyargcount, kwonlyargcount, flags, parameters: names } = f.code.v.unit;
  const annotations = annotationsOf(f);
  const defaults = f.defaults === null ? [] : f.defaults.v;
  const parameters: ParameterInfo[] = [];
  const add = (name: string, kind: ParameterKind, value: PyObject | null): void => {
    parameters.push({ name, kind, default: value, annotation: annotations.get(name) ?? null });
  };
  for (let i = 0; i < argcount; i++) {
    const at = i - (argcount - defaults.length);
    add(names[i], i < posonlyargcount ? 'positional-only' : 'positional', at >= 0 ? defaults[at] : null);
  }
  let next = argcount + kwonlyargcount;
  if ((flags & CO_VARARGS) !== 0) add(names[next++], 'varargs', null);
  for (let i = argcount; i < argcount + kwonlyargcount; i++)
    add(names[i], 'keyword-only', f.kwdefaults === null ? null : dict_getStr(f.kwdefaults, names[i]));
  if ((flags & CO_VARKEYWORDS) !== 0) add(names[next], 'varkw', null);
  return { parameters, returns: annotations.get('return') ?? null };
}

/** `__annotations__`, which may still be a tuple of names and values. */
function annotationsOf(f: FunctionBody): Map<string, PyObject> {
  const found = new Map<string, PyObject>();
  const all = f.annotations;
  if (all === null) return found;
  if (isTuple(all)) for (let i = 0; i < all.v.length; i += 2) found.set(all.v[i].v, all.v[i + 1]);
  else for (const [key, value] of dict_items(all as PyContainer)) if (isStr(key)) found.set(key.v, value);
  return found;
}

/** What is left for the caller of a bound method. */
function withoutFirst(signature: FunctionSignature | null): FunctionSignature | null {
  if (signature === null) return null;
  const { parameters, returns } = signature;
  const first = parameters[0];
  const keep =
    first === undefined || first.kind === 'varargs' || first.kind === 'varkw' || first.kind === 'keyword-only';
  return { parameters: keep ? parameters : parameters.slice(1), returns };
}

const BUILTIN_CALLABLES = [T_BUILTIN, T_METHOD_DESCR, T_CLASSMETHOD_DESCR, T_WRAPPER_DESCR, T_METHOD_WRAPPER];

/** `__new__` of a builtin type (tp_new_methoddef). */
function isNew(o: PyObject): boolean {
  return o.type === T_BUILTIN && o.v.name === '__new__';
}

/** `__text_signature__` of a builtin callable or class. */
function textSignature(o: PyObject): string | null {
  const value = lookupattrStr(o, '__text_signature__');
  if (value === null) return null;
  const text = isStr(value) ? (value.v as string) : null;
  decref(value);
  return text;
}

const PARAMETER = /^(\$?)(\*{0,2})(\w+)(?:\s*=\s*([^]*))?$/;

/** Parses `($self, x, /, *, key=None)`; null when a default has no text. `bound`: `$self` is given already. */
function fromText(text: string, bound: boolean): FunctionSignature | null {
  if (text.includes('<unrepresentable>')) return null;
  const parameters: ParameterInfo[] = [];
  let kind: ParameterKind = 'positional';
  let self = false;
  for (const part of splitAtCommas(text.slice(text.indexOf('(') + 1, text.lastIndexOf(')')))) {
    if (part === '/') {
      for (const p of parameters) p.kind = 'positional-only';
    } else if (part === '*') kind = 'keyword-only';
    else {
      const m = PARAMETER.exec(part);
      if (m === null) return null;
      const [, dollar, stars, name, value] = m;
      if (dollar !== '') self = true;
      if (dollar !== '' && (bound || name === 'module' || name === 'type')) continue;
      const own: ParameterKind = stars === '**' ? 'varkw' : stars === '*' ? 'varargs' : kind;
      parameters.push({ name, kind: own, default: value ?? null, annotation: null });
      if (stars === '*') kind = 'keyword-only';
    }
  }
  if (self && !bound && parameters.length > 0 && parameters[0].name === 'self') parameters[0].kind = 'positional-only';
  return { parameters, returns: null };
}

function splitAtCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let part = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quote !== '') {
      if (c === '\\') part += text[i++];
      else if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c)) depth--;
    else if (c === ',' && depth === 0) {
      parts.push(part.trim());
      part = '';
      continue;
    }
    part += text[i];
  }
  if (part.trim() !== '') parts.push(part.trim());
  return parts;
}

/** The builtin classes whose tp_doc begins with a signature in 3.12.1; `object` is told by its `__init__`. */
const CLASS_SIGNATURES: Record<string, string> = {
  complex: '(real=0, imag=0)',
  enumerate: '(iterable, start=0)',
  float: '(x=0, /)',
  function: '(code, globals, name=None, argdefs=None, closure=None)',
  list: '(iterable=(), /)',
  memoryview: '(object)',
  method: '(function, instance, /)',
  module: '(name, doc=None)',
  property: '(fget=None, fset=None, fdel=None, doc=None)',
  reversed: '(sequence, /)',
  tuple: '(iterable=(), /)',
};

/** A class: its metaclass's `__call__`, else its `__new__` or `__init__`, whichever is nearer, else a builtin's text. */
function ofClass(type: TypeBody): FunctionSignature | null {
  const call = typeLookup(type.obj.type, '__call__');
  if (type.obj.type !== T_TYPE && call !== null && call.type === T_FUNCTION) return withoutFirst(signatureOf(call));
  for (const base of type.mro) {
    for (const name of ['__new__', '__init__']) {
      const own = dict_getStr(base.dict, name);
      if (own === null) continue;
      const f = own.type === T_STATICMETHOD ? own.v : own;
      if (f !== null && f.type === T_FUNCTION) return withoutFirst(signatureOf(f));
    }
  }
  for (const base of type.mro) {
    if (base === T_OBJECT) break;
    const text = (base.flags & TPFLAGS_HEAPTYPE) === 0 ? (CLASS_SIGNATURES[base.name] ?? null) : null;
    if (text !== null) return fromText(text, true);
  }
  if (type.mro.includes(T_TYPE)) return null;
  const plain = typeLookup(type, '__init__') === dict_getStr(T_OBJECT.dict, '__init__');
  return plain && type.tp_new === T_OBJECT.tp_new ? { parameters: [], returns: null } : null;
}

// ---- text

/** `(a, b=1, *args) -> int` as str(inspect.signature(o)) gives it, or null. Defaults are shown by their repr. */
export function functionSignature(o: PyObject): string | null {
  const signature = signatureOf(o);
  if (signature === null) return null;
  try {
    return formatSignature(signature);
  } catch (e) {
    if (!isPyException(e)) throw e;
    decref(e);
    return null;
  }
}

export function formatSignature({ parameters, returns }: FunctionSignature): string {
  const parts: string[] = [];
  let star = false;
  parameters.forEach((p, i) => {
    if (p.kind === 'varargs') star = true;
    if (p.kind === 'keyword-only' && !star) {
      parts.push('*');
      star = true;
    }
    parts.push(formatParameter(p));
    if (p.kind === 'positional-only' && parameters[i + 1]?.kind !== 'positional-only') parts.push('/');
  });
  return `(${parts.join(', ')})${returns === null ? '' : ` -> ${formatAnnotation(returns)}`}`;
}

function formatParameter(p: ParameterInfo): string {
  const stars = p.kind === 'varargs' ? '*' : p.kind === 'varkw' ? '**' : '';
  let text = stars + p.name;
  if (p.annotation !== null) text += `: ${formatAnnotation(p.annotation)}`;
  if (p.default === null) return text;
  const value = typeof p.default === 'string' ? p.default : reprString(p.default);
  return `${text}${p.annotation === null ? '=' : ' = '}${value}`;
}

/** inspect.formatannotation */
function formatAnnotation(o: PyObject): string {
  if (isType(o) && o.type !== T_GENERICALIAS) {
    const type: TypeBody = o.v;
    const module = typeModule(type);
    const plain = type.name.slice(type.name.lastIndexOf('.') + 1);
    const name = type.qualname === null ? plain : (type.qualname.v as string);
    return module === null || module === 'builtins' ? name : `${module}.${name}`;
  }
  const text = reprString(o);
  return o.type !== T_TYPE && typeModule(o.type) === 'typing' ? text.replace(/typing\./g, '') : text;
}
