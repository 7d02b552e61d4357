/** Python functions (Objects/funcobject.c). */
import {
  PyContainer,
  TPFLAGS_HAVE_GC,
  TPFLAGS_HAVE_VECTORCALL,
  TPFLAGS_METHOD_DESCRIPTOR,
  TypeBody,
  type PyObject,
  type Visit,
} from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { born } from '../heap/audit.ts';
import { gcFree, gcMalloc, track, untrack } from '../heap/gc.ts';
import { leaveEval } from '../heap/recursion.ts';
import { clearWeakRefs } from '../heap/weakrefs.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import { CO_VARARGS, CO_VARKEYWORDS } from '../compile/code_unit.ts';
import { defineType } from './define.ts';
import { dict_getStr, dict_setitem, isDict, newDict } from './dict.ts';
import { T_CELL } from './cell.ts';
import { T_CODE, type PyCode } from './code.ts';
import { function_call } from './function_call.ts';
import { newMethod } from './method.ts';
import { parseArgs, signature } from './signature.ts';
import { None } from './singletons.ts';
import { isStr, newStr } from './str.ts';
import { hexAddress } from './text.ts';
import { emptyTuple, isTuple, type PyTuple } from './tuple.ts';
import { instanceDict } from './attributes.ts';
import { tstate } from './thread_state.ts';

/**
 * The JavaScript of a function: see compile/. It consumes the function object and its arguments. An exception is answered as null
 * with the exception in `tstate.raised`, because throwing from frame to frame costs V8 a microsecond each: whoever calls
 * it from TypeScript wraps the call in `returned`.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Compiled = (...args: any[]) => PyObject | null;

/** The result of a compiled function called after `enterEval`, or its exception thrown. */
export function returned(r: PyObject | null): PyObject {
  leaveEval();
  if (r === null) throw tstate.raised;
  return r;
}

export class FunctionBody {
  name: PyObject;
  qualname: PyObject;
  /** `__module__`, owned or null. */
  module: PyObject | null = null;
  defaults: PyTuple | null = null;
  kwdefaults: PyContainer | null = null;
  /** A tuple of names and values until somebody looks, then a dict. */
  annotations: PyObject | null = null;
  closure: PyTuple | null = null;
  doc: PyObject | null = null;
  typeParams: PyObject | null = null;
  constructor(
    public code: PyCode,
    public globals: PyContainer,
    public builtins: PyContainer,
    public js: Compiled,
    /** Number of positional parameters when calls with exactly so many may go straight to `js`, else -1. */
    public argc: number,
  ) {
    this.name = code.v.name;
    this.qualname = code.v.qualname;
  }
}

export type PyFunction = PyContainer<FunctionBody>;

export const T_FUNCTION = new TypeBody('function');

/** What function objects need of the runtime. */
export const functionHooks: {
  /** Compiles a function's code for its globals (new Function); answers its JavaScript. */
  instantiate: (f: PyFunction) => Compiled;
  /** The builtins dict for a globals dict; borrowed. */
  builtinsOf: (globals: PyContainer) => PyContainer;
} = {
  instantiate: () => {
    throw new Error('no compiler is installed');
  },
  builtinsOf: globals => globals,
};

/** Stands for the JavaScript of a function that has not run yet. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function firstCall(f: PyFunction, ...args: any[]): PyObject | null {
  const js = functionHooks.instantiate(f);
  f.v.js = js;
  return js(f, ...args);
}

/** The argc of functions of this code. */
function directArgc(code: PyCode): number {
  const unit = code.v.unit;
  if (unit.kind !== 'function' || unit.kwonlyargcount > 0) return -1;
  return (unit.flags & (CO_VARARGS | CO_VARKEYWORDS)) === 0 ? unit.argcount : -1;
}

/** PyFunction_New: borrows everything; new reference. */
export function newFunction(code: PyCode, globals: PyContainer): PyFunction {
  const known = code.v.instance;
  const js = known !== null && known.globals === globals ? known.js : firstCall;
  const body = new FunctionBody(code, globals, functionHooks.builtinsOf(globals), js, directArgc(code));
  code.rc++;
  globals.rc++;
  body.builtins.rc++;
  body.name.rc++;
  body.qualname.rc++;
  const module = dict_getStr(globals, '__name__');
  if (module !== null) body.module = incref(module);
  const docstring = code.v.unit.docstring;
  if (docstring !== null) {
    const consts = code.v.consts;
    body.doc = consts !== null ? incref(consts.v[0]) : newStr(docstring);
  }
  const o = new PyContainer(1, T_FUNCTION, gcMalloc(T_FUNCTION, 144), body);
  track(o);
  born(o);
  return o;
}

function func_dealloc(o: PyObject): void {
  const f = o as PyFunction;
  untrack(f);
  clearWeakRefs(f);
  clearParts(f);
  decref(f.v.code);
  decref(f.v.name);
  decref(f.v.qualname);
  gcFree(f);
}

/** func_clear without the parts that must always be there. */
function clearParts(f: PyFunction): void {
  const b = f.v;
  const { globals, builtins, module, defaults, kwdefaults, doc, closure, annotations, typeParams } = b;
  const dict = f.dict;
  b.module = b.doc = b.annotations = b.typeParams = null;
  b.defaults = b.closure = null;
  b.kwdefaults = null;
  f.dict = null;
  if (globals !== null) {
    b.globals = null as unknown as PyContainer;
    decref(globals);
  }
  if (builtins !== null) {
    b.builtins = null as unknown as PyContainer;
    decref(builtins);
  }
  xdecref(module);
  xdecref(defaults);
  xdecref(kwdefaults);
  xdecref(doc);
  xdecref(dict);
  xdecref(closure);
  xdecref(annotations);
  xdecref(typeParams);
}

function func_clear(o: PyContainer): void {
  clearParts(o as PyFunction);
  const b = (o as PyFunction).v;
  // A name cannot be in a cycle, except one of a str subclass.
  const { name, qualname } = b;
  b.name = b.qualname = newStr('');
  decref(name);
  decref(qualname);
}

function func_traverse(o: PyContainer<FunctionBody>, visit: Visit): void {
  const b = o.v;
  visit(b.code, '__code__');
  if (b.globals !== null) visit(b.globals, '__globals__');
  if (b.builtins !== null) visit(b.builtins, '__builtins__');
  if (b.module !== null) visit(b.module, '__module__');
  if (b.defaults !== null) visit(b.defaults, '__defaults__');
  if (b.kwdefaults !== null) visit(b.kwdefaults, '__kwdefaults__');
  visit(b.doc ?? None, '__doc__');
  visit(b.name, '__name__');
  if (o.dict !== null) visit(o.dict, '__dict__');
  if (b.closure !== null) visit(b.closure, '__closure__');
  if (b.annotations !== null) visit(b.annotations, '__annotations__');
  if (b.typeParams !== null) visit(b.typeParams, '__type_params__');
  visit(b.qualname, '__qualname__');
}

function func_repr(o: PyObject): PyObject {
  return newStr(`<function ${(o as PyFunction).v.qualname.v} at ${hexAddress(o)}>`);
}

function func_descr_get(f: PyObject, obj: PyObject | null): PyObject {
  return obj === null || obj === None ? incref(f) : newMethod(f, obj);
}

// ---- attributes

type Field = 'name' | 'qualname' | 'module' | 'doc' | 'defaults' | 'kwdefaults' | 'annotations' | 'typeParams';

function replace(f: PyFunction, field: Field, value: PyObject | null): void {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const body = f.v as any;
  const old: PyObject | null = body[field];
  body[field] = value === null ? null : incref(value);
  xdecref(old);
}

function read(field: Field): (o: PyObject) => PyObject {
  return o => incref(((o as PyFunction).v[field] as PyObject | null) ?? None);
}

function nameSetter(field: 'name' | 'qualname'): (o: PyObject, value: PyObject | null) => void {
  return (o, value) => {
    if (value === null || !isStr(value)) typeError(`__${field}__ must be set to a string object`);
    replace(o as PyFunction, field, value);
  };
}

function set_defaults(o: PyObject, value: PyObject | null): void {
  if (value === None) value = null;
  if (value !== null && !isTuple(value)) typeError('__defaults__ must be set to a tuple object');
  replace(o as PyFunction, 'defaults', value);
}

function set_kwdefaults(o: PyObject, value: PyObject | null): void {
  if (value === None) value = null;
  if (value !== null && !isDict(value)) typeError('__kwdefaults__ must be set to a dict object');
  replace(o as PyFunction, 'kwdefaults', value);
}

function set_code(o: PyObject, value: PyObject | null): void {
  const f = o as PyFunction;
  if (value === null || value.type !== T_CODE) typeError('__code__ must be set to a code object');
  const code = value as PyCode;
  const free = code.v.unit.freevars.length;
  const closed = f.v.closure === null ? 0 : f.v.closure.v.length;
  if (free !== closed) valueError(`${f.v.name.v}() requires a code object with ${closed} free vars, not ${free}`);
  const old = f.v.code;
  f.v.code = incref(code);
  const known = code.v.instance;
  f.v.js = known !== null && known.globals === f.v.globals ? known.js : firstCall;
  f.v.argc = directArgc(code);
  decref(old);
}

/** func_get_annotation_dict: the annotations as a dict, borrowed. */
function annotationDict(f: PyFunction): PyObject | null {
  const now = f.v.annotations;
  if (now === null || !isTuple(now)) return now;
  const dict = newDict();
  for (let i = 0; i < now.v.length; i += 2) dict_setitem(dict, now.v[i], now.v[i + 1]);
  f.v.annotations = dict;
  decref(now);
  return dict;
}

function get_annotations(o: PyObject): PyObject {
  const f = o as PyFunction;
  if (f.v.annotations === null) f.v.annotations = newDict();
  return incref(annotationDict(f)!);
}

function set_annotations(o: PyObject, value: PyObject | null): void {
  if (value === None) value = null;
  if (value !== null && !isDict(value)) typeError('__annotations__ must be set to a dict object');
  replace(o as PyFunction, 'annotations', value);
}

function set_type_params(o: PyObject, value: PyObject | null): void {
  if (value === null || !isTuple(value)) typeError('__type_params__ must be set to a tuple');
  replace(o as PyFunction, 'typeParams', value);
}

function set_dict(o: PyObject, value: PyObject | null): void {
  if (value === null) typeError('cannot delete __dict__');
  if (!isDict(value)) typeError(`__dict__ must be set to a dictionary, not a '${value.type.name}'`);
  const f = o as PyFunction;
  const old = f.dict;
  f.dict = incref(value);
  xdecref(old);
}

const SIGNATURE = signature('function', '(code, globals, name=None, argdefs=None, closure=None)');

/** `types.FunctionType(code, globals, name, argdefs, closure)` (func_new_impl). */
function func_new(_type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const [code, globals, name, defaults, closure] = parseArgs(SIGNATURE, args, kwnames) as (PyObject | undefined)[];
  if (code!.type !== T_CODE) typeError(`function() argument 'code' must be code, not ${code!.type.name}`);
  if (!isDict(globals!)) typeError(`function() argument 'globals' must be dict, not ${globals!.type.name}`);
  if (name !== undefined && name !== None && !isStr(name)) typeError('arg 3 (name) must be None or string');
  if (defaults !== undefined && defaults !== None && !isTuple(defaults))
    typeError('arg 4 (defaults) must be None or tuple');
  const unit = (code as PyCode).v.unit;
  const nfree = unit.freevars.length;
  if (closure !== undefined && closure !== None && !isTuple(closure)) typeError('arg 5 (closure) must be tuple');
  if ((closure === undefined || closure === None) && nfree > 0) typeError('arg 5 (closure) must be tuple');
  const cells = closure === undefined || closure === None ? emptyTuple : (closure as PyTuple);
  if (cells.v.length !== nfree) valueError(`${unit.name} requires closure of length ${nfree}, not ${cells.v.length}`);
  for (const cell of cells.v)
    if (cell.type !== T_CELL) typeError(`arg 5 (closure) expected cell, found ${cell.type.name}`);
  const f = newFunction(code as PyCode, globals as PyContainer);
  if (name !== undefined && name !== None) replace(f, 'name', name);
  if (defaults !== undefined && defaults !== None) replace(f, 'defaults', defaults);
  if (nfree > 0) f.v.closure = incref(cells);
  return f;
}

export function initFunction(): void {
  defineType(T_FUNCTION, {
    flags: TPFLAGS_HAVE_GC | TPFLAGS_HAVE_VECTORCALL | TPFLAGS_METHOD_DESCRIPTOR,
    basicsize: 144,
    dict: 88,
    weakrefs: 96,
    doc: `Create a function object.

  code
    a code object
  globals
    the globals dictionary
  name
    a string that overrides the name from the code object
  argdefs
    a tuple that specifies the default argument values
  closure
    a tuple that supplies the bindings for free variables`,
    slots: {
      tp_new: func_new,
      tp_dealloc: func_dealloc,
      tp_traverse: func_traverse,
      tp_clear: func_clear,
      tp_repr: func_repr,
      tp_call: function_call,
      tp_descr_get: func_descr_get,
    },
    members: [
      ['__closure__', o => incref((o as PyFunction).v.closure ?? None), null],
      ['__doc__', read('doc'), (o, value) => replace(o as PyFunction, 'doc', value)],
      ['__globals__', o => incref((o as PyFunction).v.globals), null],
      ['__module__', read('module'), (o, value) => replace(o as PyFunction, 'module', value)],
      ['__builtins__', o => incref((o as PyFunction).v.builtins), null],
    ],
    getset: [
      ['__code__', o => incref((o as PyFunction).v.code), set_code],
      ['__defaults__', read('defaults'), set_defaults],
      ['__kwdefaults__', read('kwdefaults'), set_kwdefaults],
      ['__annotations__', get_annotations, set_annotations],
      ['__dict__', o => incref(instanceDict(o as PyContainer)), set_dict],
      ['__name__', read('name'), nameSetter('name')],
      ['__qualname__', read('qualname'), nameSetter('qualname')],
      ['__type_params__', o => incref((o as PyFunction).v.typeParams ?? emptyTuple), set_type_params],
    ],
  });
}
