/** Module objects (Objects/moduleobject.c) and the tables that builtin modules are made from. */
import type { PyContainer } from '../heap/object.ts';
import { TPFLAGS_BASETYPE, TPFLAGS_HAVE_GC, TypeBody, type PyObject, type Visit } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { clearWeakRefs } from '../heap/weakrefs.ts';
import { isPyException } from '../exceptions/body.ts';
import { attributeError, typeError } from '../exceptions/raise.ts';
import { T_AttributeError } from '../exceptions/types.ts';
import { call1 } from '../protocols/call.ts';
import { isTrue, reprString } from '../protocols/object.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { newBuiltin, type NativeFunction } from './builtin_function.ts';
import { defineType } from './define.ts';
import { dict_getStr, dict_setStr, newDict } from './dict.ts';
import { sortedDictKeys } from './dir.ts';
import { object_alloc, object_getattro } from './object.ts';
import { parseArgs, signature } from './signature.ts';
import { None } from './singletons.ts';
import { intern, isStr, newStr } from './str.ts';
import { typeLookup } from './type_lookup.ts';

export const T_MODULE = new TypeBody('module');

/** A module's namespace is its `dict`. */
export type PyModule = PyContainer<null>;

/** A new module with `__name__`, `__doc__`, `__package__`, `__loader__` and `__spec__`. */
export function newModule(name: string, doc: string | null = null): PyModule {
  const m = object_alloc(T_MODULE) as PyModule;
  m.dict = newDict();
  const nameObject = intern(name);
  dict_setStr(m.dict, '__name__', nameObject);
  const docObject = doc === null ? incref(None) : newStr(doc);
  dict_setStr(m.dict, '__doc__', docObject);
  decref(docObject);
  for (const key of ['__package__', '__loader__', '__spec__']) dict_setStr(m.dict, key, None);
  return m;
}

/** A builtin module's table. `functions`: name, function (module first), signature text, docstring. */
export interface ModuleSpec {
  name: string;
  doc?: string;
  functions?: [string, NativeFunction, string, string?][];
  /** Other attributes; new references, consumed. */
  attrs?: (module: PyModule) => Record<string, PyObject>;
}

/** Makes a builtin module from its table; new reference. */
export function defineModule(spec: ModuleSpec): PyModule {
  const m = newModule(spec.name, spec.doc ?? null);
  const name = intern(spec.name);
  // Messages name a function with its module, except builtins'.
  const owner = spec.name === 'builtins' ? null : spec.name;
  for (const [fname, fn, text, doc] of spec.functions ?? []) {
    const f = newBuiltin(fname, signature(fname, text, owner), fn, m, name, doc ?? null);
    dict_setStr(m.dict!, fname, f);
    decref(f);
  }
  if (spec.attrs !== undefined)
    for (const [key, value] of Object.entries(spec.attrs(m))) {
      dict_setStr(m.dict!, key, value);
      decref(value);
    }
  return m;
}

export function isModule(o: PyObject): o is PyModule {
  return o.type === T_MODULE || o.type.mro.includes(T_MODULE);
}

const SIGNATURE = signature('module', '(name, doc=None)');

function module_new(type: TypeBody): PyObject {
  const o = object_alloc(type);
  o.dict = newDict();
  return o;
}

function module_init(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void {
  const [name, doc] = parseArgs(SIGNATURE, args, kwnames);
  if (!isStr(name)) typeError(`module() argument 'name' must be str, not ${name.type.name}`);
  const dict = (o as PyContainer).dict!;
  dict_setStr(dict, '__name__', name);
  dict_setStr(dict, '__doc__', doc ?? None);
  for (const key of ['__package__', '__loader__', '__spec__']) dict_setStr(dict, key, None);
}

function module_dealloc(o: PyObject): void {
  untrack(o as PyContainer);
  clearWeakRefs(o as PyContainer);
  const m = o as PyContainer;
  const dict = m.dict;
  m.dict = null;
  xdecref(dict);
  gcFree(m);
}

function module_traverse(o: PyContainer, visit: Visit): void {
  if (o.dict !== null) visit(o.dict, '__dict__');
}

function module_clear(o: PyContainer): void {
  const dict = o.dict;
  o.dict = null;
  xdecref(dict);
}

function nameOf(o: PyObject): string | null {
  const dict = (o as PyContainer).dict;
  const name = dict === null ? null : dict_getStr(dict, '__name__');
  return name !== null && isStr(name) ? (name.v as string) : null;
}

/** `<module 'x' (built-in)>`, `<module 'x' from '/path'>` (importlib's _module_repr). */
function module_repr(o: PyObject): PyObject {
  const dict = (o as PyContainer).dict!;
  const name = dict_getStr(dict, '__name__');
  const shown = name === null ? "'?'" : reprString(name);
  const spec = dict_getStr(dict, '__spec__');
  const file = dict_getStr(dict, '__file__');
  if (file !== null) return newStr(`<module ${shown} from ${reprString(file)}>`);
  if (spec !== null && spec !== None) {
    const origin = lookupattrStr(spec, 'origin');
    const text = origin !== null && isStr(origin) ? (origin.v as string) : null;
    xdecref(origin);
    if (text !== null) return newStr(`<module ${shown} (${text})>`);
  }
  const loader = dict_getStr(dict, '__loader__');
  if (loader !== null && loader !== None) return newStr(`<module ${shown} (${reprString(loader)})>`);
  return newStr(`<module ${shown}>`);
}

function module_getattro(o: PyObject, name: PyObject<string>): PyObject {
  // The common case: a plain entry of the namespace.
  if (o.type === T_MODULE && typeLookup(T_MODULE, name.v) === null) {
    const value = dict_getStr((o as PyContainer).dict!, name.v);
    if (value !== null) return incref(value);
  } else {
    try {
      return object_getattro(o, name);
    } catch (e) {
      if (!isPyException(e, T_AttributeError)) throw e;
      decref(e);
    }
  }
  const dict = (o as PyContainer).dict!;
  const hook = dict_getStr(dict, '__getattr__');
  if (hook !== null) return call1(hook, name);
  const module = nameOf(o);
  if (module === null) return attributeError(o, name, `module has no attribute '${name.v}'`);
  if (isInitializing(dict)) {
    return attributeError(
      o,
      name,
      `partially initialized module '${module}' has no attribute '${name.v}' (most likely due to a circular import)`,
    );
  }
  return attributeError(o, name, `module '${module}' has no attribute '${name.v}'`);
}

function isInitializing(dict: PyContainer): boolean {
  const spec = dict_getStr(dict, '__spec__');
  if (spec === null || spec === None) return false;
  const flag = lookupattrStr(spec, '_initializing');
  const result = flag !== null && isTrue(flag);
  xdecref(flag);
  return result;
}

function module_dir(o: PyObject): PyObject {
  const dict = (o as PyContainer).dict!;
  const hook = dict_getStr(dict, '__dir__');
  if (hook !== null) return call1(hook, o);
  return sortedDictKeys(dict);
}

function get_annotations(o: PyObject): PyObject {
  const dict = (o as PyContainer).dict!;
  const known = dict_getStr(dict, '__annotations__');
  if (known !== null) return incref(known);
  const fresh = newDict();
  dict_setStr(dict, '__annotations__', fresh);
  return fresh;
}

export function initModule(): void {
  defineType(T_MODULE, {
    flags: TPFLAGS_BASETYPE | TPFLAGS_HAVE_GC,
    basicsize: 56,
    dict: true,
    weakrefs: 40,
    doc: 'Create a module object.\n\nThe name must be a string; the optional docstring can have any type.',
    slots: {
      tp_new: module_new,
      tp_init: module_init,
      tp_dealloc: module_dealloc,
      tp_traverse: module_traverse,
      tp_clear: module_clear,
      tp_repr: module_repr,
      tp_getattro: module_getattro,
    },
    methods: [['__dir__', module_dir, '!()', '__dir__() -> list\nspecialized dir() implementation']],
    members: [['__dict__', o => incref((o as PyContainer).dict ?? None), null]],
    getset: [
      [
        '__annotations__',
        get_annotations,
        (o, value) => {
          const dict = (o as PyContainer).dict!;
          dict_setStr(dict, '__annotations__', value!);
        },
      ],
    ],
  });
}
