/**
 * Importing (Python/import.c and importlib._bootstrap): `sys.modules`, builtin modules, modules that come with the interpreter, and
 * `.py` files and packages on `sys.path`.
 */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { addRoot } from '../heap/roots.ts';
import { newExceptionArgs, setMember } from '../exceptions/base.ts';
import { isPyException, type PyException } from '../exceptions/body.ts';
import { raise, setContext, typeError, valueError } from '../exceptions/raise.ts';
import { T_ImportError, T_KeyError, T_ModuleNotFoundError } from '../exceptions/types.ts';
import {
  dict_delitem,
  dict_getitem,
  dict_getStr,
  dict_items,
  dict_setitem,
  dict_setStr,
  isDict,
  newDict,
  type PyDict,
} from '../objects/dict.ts';
import { hooks } from '../objects/hooks.ts';
import { isList, newList } from '../objects/list.ts';
import { newModule, type PyModule } from '../objects/module.ts';
import { bool, False, None } from '../objects/singletons.ts';
import { intern, isStr, newStr } from '../objects/str.ts';
import { isTuple, newTuple } from '../objects/tuple.ts';
import { getattr, lookupattr, lookupattrStr, setattr, setattrStr } from '../protocols/attribute.ts';
import { isTrue, reprString } from '../protocols/object.ts';
import { collect } from '../protocols/sequence.ts';
import { findOnPath, type FoundModule } from './import_path.ts';
import { newSpec } from './import_spec.ts';
import { setitem } from '../protocols/mapping.ts';
import { iterateStrings } from '../objects/dir.ts';

/** Builtin modules by name: each function makes the module (new reference). */
const builtinModules = new Map<string, () => PyModule>();
/** Modules written in Python that come with the interpreter. */
const frozenModules = new Map<string, string>();

/** `sys.modules`; made at start-up. */
export let modules: PyDict;

export function initImport(): void {
  modules = newDict();
  addRoot('sys.modules', () => [modules]);
  hooks.importModule = importModule;
  hooks.importName = (name, globals, _locals, fromlist, level) => import_name(name, globals, fromlist ?? None, level);
}

export function addBuiltinModules(table: Record<string, () => PyModule>): void {
  for (const [name, make] of Object.entries(table)) builtinModules.set(name, make);
}

export function addFrozenModules(table: Record<string, string>): void {
  for (const [name, source] of Object.entries(table)) frozenModules.set(name, source);
}

/** `sys.builtin_module_names`. */
export function builtinModuleNames(): string[] {
  return [...builtinModules.keys()].sort();
}

/** Names that `import` can find without sys.path. */
export function includedModuleNames(): string[] {
  return [...builtinModules.keys(), ...frozenModules.keys()].sort();
}

function find(name: string): PyObject | null {
  return dict_getStr(modules, name);
}

function importError(type: typeof T_ImportError, message: string, name: PyObject | null, path: PyObject | null): never {
  const text = newStr(message);
  const exc = newExceptionArgs(type, newTuple([text]));
  setMember(exc, 'msg', text);
  if (name !== null) setMember(exc, 'name', name);
  if (path !== null) setMember(exc, 'path', path);
  setContext(exc);
  throw exc;
}

/** Imports the module with this absolute name; new reference to it (importlib.import_module). */
export function importModule(name: string): PyObject {
  const known = find(name);
  if (known !== null && known !== None) return incref(known);
  return load(name);
}

/** _find_and_load: parents first. New reference. */
function load(name: string): PyObject {
  const nameObject = intern(name);
  const dot = name.lastIndexOf('.');
  let parent: PyObject | null = null;
  try {
    let path: PyObject[] | null = null;
    if (dot >= 0) {
      parent = importModule(name.slice(0, dot));
      const again = find(name);
      if (again !== null && again !== None) return incref(again);
      const parentPath = lookupattrStr(parent, '__path__');
      if (parentPath === null)
        return importError(
          T_ModuleNotFoundError,
          `No module named ${reprString(nameObject)}; ${reprString(intern(name.slice(0, dot)))} is not a package`,
          nameObject,
          null,
        );
      path = collect(parentPath);
      decref(parentPath);
    }
    if (find(name) === None)
      importError(T_ModuleNotFoundError, `import of ${name} halted; None in sys.modules`, nameObject, null);
    let module: PyObject;
    try {
      module = findAndExecute(name, path);
    } finally {
      path?.forEach(decref);
    }
    if (parent !== null) setattr(parent, intern(name.slice(dot + 1)), module);
    return module;
  } finally {
    xdecref(parent);
  }
}

function findAndExecute(name: string, path: PyObject[] | null): PyObject {
  const builtin = builtinModules.get(name);
  if (builtin !== undefined) {
    const module = builtin();
    setSpec(module, name, 'built-in', null);
    dict_setStr(modules, name, module);
    return module;
  }
  const source = frozenModules.get(name);
  if (source !== undefined) {
    const filename = `<frozen ${name}>`;
    return execute(name, { source, filename, path: isFrozenPackage(name) ? filename : null, origin: 'frozen' });
  }
  const found = findOnPath(name.slice(name.lastIndexOf('.') + 1), path ?? sysPath());
  if (found === null)
    importError(T_ModuleNotFoundError, `No module named ${reprString(intern(name))}`, intern(name), null);
  return execute(name, found);
}

/** Has it submodules? */
function isFrozenPackage(name: string): boolean {
  for (const other of frozenModules.keys()) if (other.startsWith(`${name}.`)) return true;
  return false;
}

/** Entries of `sys.path`, borrowed. */
function sysPath(): PyObject[] {
  const sys = find('sys') as PyContainer | null;
  const path = sys === null ? null : dict_getStr(sys.dict!, 'path');
  return path !== null && isList(path) ? path.v : [];
}

function setSpec(module: PyModule, name: string, origin: string | null, path: PyObject | null): PyObject {
  const spec = newSpec(name, origin, path);
  const dict = module.dict!;
  dict_setStr(dict, '__spec__', spec);
  const dot = name.lastIndexOf('.');
  dict_setStr(dict, '__package__', intern(path !== null ? name : dot < 0 ? '' : name.slice(0, dot)));
  decref(spec);
  return spec;
}

/** Runs a module's source in a new module that is in sys.modules meanwhile; new reference. */
function execute(name: string, found: FoundModule): PyObject {
  const module = newModule(name);
  const dict = module.dict!;
  const isFile = found.origin === null;
  const path = found.path === null ? null : newList([newStr(found.path)]);
  const spec = setSpec(module, name, isFile ? found.filename : found.origin, path);
  if (found.source !== null && isFile) {
    const file = newStr(found.filename);
    dict_setStr(dict, '__file__', file);
    decref(file);
    dict_setStr(dict, '__cached__', None);
  } else if (isFile) dict_setStr(dict, '__file__', None);
  if (path !== null) {
    dict_setStr(dict, '__path__', path);
    decref(path);
  }
  dict_setStr(modules, name, module);
  if (found.source === null) return module;
  setattrStr(spec, '_initializing', bool(true));
  try {
    const code = hooks.compile(found.source, found.filename, 'exec', 0, -1);
    try {
      decref(hooks.evalCode(code, dict, dict, null));
    } finally {
      decref(code);
    }
  } catch (e) {
    if (find(name) !== null) dict_delitem(modules, intern(name));
    decref(module);
    throw e;
  }
  setattrStr(spec, '_initializing', False);
  // The module may have put another object in its place.
  const now = find(name);
  if (now === module || now === null) return module;
  incref(now);
  decref(module);
  return now;
}

/** calc___package__: the package that a relative import starts from. */
function packageOf(globals: PyObject | null): string {
  if (globals === null || !isDict(globals)) typeError('globals must be a dict');
  const pkg = dict_getStr(globals, '__package__');
  if (pkg !== null && pkg !== None) {
    if (!isStr(pkg)) typeError('package must be a string');
    return pkg.v;
  }
  const name = dict_getStr(globals, '__name__');
  if (name === null) return raise(T_KeyError, "'__name__' not in globals");
  if (!isStr(name)) typeError('__name__ must be a string');
  if (dict_getStr(globals, '__path__') !== null) return name.v;
  const dot = (name.v as string).lastIndexOf('.');
  return dot < 0 ? '' : name.v.slice(0, dot);
}

function resolveName(name: string, globals: PyObject | null, level: number): string {
  let base = packageOf(globals);
  if (base === '') raise(T_ImportError, 'attempted relative import with no known parent package');
  for (let i = 1; i < level; i++) {
    const dot = base.lastIndexOf('.');
    if (dot < 0) raise(T_ImportError, 'attempted relative import beyond top-level package');
    base = base.slice(0, dot);
  }
  return name === '' ? base : `${base}.${name}`;
}

/**
 * `__import__(name, globals, locals, fromlist, level)`: the top package for `import a.b`, the module itself for `from a.b import c`
 * (PyImport_ImportModuleLevelObject). Borrows; new reference.
 */
export function import_name(
  name: PyObject<string>,
  globals: PyObject | null,
  fromlist: PyObject,
  level: number,
): PyObject {
  if (!isStr(name)) typeError('module name must be a string');
  if (level < 0) valueError('level must be >= 0');
  const text = name.v as string;
  if (level === 0 && text === '') valueError('Empty module name');
  const absolute = level > 0 ? resolveName(text, globals, level) : text;
  const module = importModule(absolute);
  if (fromlist !== None && isTrue(fromlist)) {
    const path = lookupattrStr(module, '__path__');
    if (path !== null) {
      decref(path);
      handleFromlist(module, absolute, fromlist);
    }
    return module;
  }
  const dot = text.indexOf('.');
  if (dot < 0) return module;
  decref(module);
  if (level === 0) return importModule(text.slice(0, dot));
  const cut = text.length - dot;
  return importModule(absolute.slice(0, absolute.length - cut));
}

/** _handle_fromlist: submodules named in `from package import x`. */
function handleFromlist(module: PyObject, name: string, fromlist: PyObject): void {
  const items = isTuple(fromlist) || isList(fromlist) ? (fromlist.v as PyObject[]) : [];
  for (const item of items) {
    if (!isStr(item)) typeError(`Item in \`\`from list'' must be str, not ${item.type.name}`);
    if (item.v === '*') {
      const all = lookupattrStr(module, '__all__');
      if (all !== null) {
        for (const sub of iterateStrings(all)) importSubmodule(module, name, sub);
        decref(all);
      }
      continue;
    }
    importSubmodule(module, name, item.v);
  }
}

function importSubmodule(module: PyObject, name: string, sub: string): void {
  const known = lookupattr(module, intern(sub));
  if (known !== null) {
    decref(known);
    return;
  }
  const full = `${name}.${sub}`;
  try {
    decref(importModule(full));
  } catch (e) {
    // Only the submodule itself may be missing; the IMPORT_FROM that follows words the error.
    if (!isPyException(e, T_ModuleNotFoundError) || missingName(e) !== full) throw e;
    decref(e);
  }
}

function missingName(e: PyException): string | null {
  const name = e.v.members[1];
  return name !== null && isStr(name) ? (name.v as string) : null;
}

/** IMPORT_FROM: an attribute of the module, or a submodule in sys.modules; new reference. */
export function import_from(module: PyObject, name: PyObject<string>): PyObject {
  const value = lookupattr(module, name);
  if (value !== null) return value;
  const moduleName = lookupattrStr(module, '__name__');
  const text = moduleName !== null && isStr(moduleName) ? (moduleName.v as string) : null;
  if (text !== null) {
    const sub = find(`${text}.${name.v}`);
    if (sub !== null) {
      xdecref(moduleName);
      return incref(sub);
    }
  }
  const file = lookupattrStr(module, '__file__');
  const shown = text === null ? '<unknown module name>' : reprString(moduleName!);
  const place = file !== null && isStr(file) ? (file.v as string) : 'unknown location';
  const spec = lookupattrStr(module, '__spec__');
  const flag = spec === null ? null : lookupattrStr(spec, '_initializing');
  const partial = flag !== null && isTrue(flag);
  xdecref(flag);
  xdecref(spec);
  const message = partial
    ? `cannot import name ${reprString(name)} from partially initialized module ${shown} (most likely due to a circular import) (${place})`
    : `cannot import name ${reprString(name)} from ${shown} (${place})`;
  const exc = newExceptionArgs(T_ImportError, newTuple([newStr(message)]));
  setMember(exc, 'msg', exc.v.args.v[0]);
  if (moduleName !== null) setMember(exc, 'name', moduleName);
  if (file !== null) setMember(exc, 'path', file);
  setMember(exc, 'name_from', name);
  xdecref(moduleName);
  xdecref(file);
  setContext(exc);
  throw exc;
}

/** `from module import *` into a mapping (import_all_from). */
export function import_star(namespace: PyObject, module: PyObject): void {
  const all = lookupattrStr(module, '__all__');
  const put = (name: PyObject<string>, value: PyObject): void => {
    if (isDict(namespace)) dict_setitem(namespace, name, value);
    else setitem(namespace, name, value);
  };
  if (all !== null) {
    const names = collect(all);
    decref(all);
    try {
      for (const name of names) {
        if (!isStr(name)) {
          const owner = lookupattrStr(module, '__name__');
          const shown = owner === null ? '?' : (owner.v as string);
          xdecref(owner);
          typeError(`Item in ${shown}.__all__ must be str, not ${name.type.name}`);
        }
        const value = getattr(module, name);
        put(name, value);
        decref(value);
      }
    } finally {
      names.forEach(decref);
    }
    return;
  }
  const dict = lookupattrStr(module, '__dict__');
  if (dict === null) raise(T_ImportError, 'from-import-* object has no __dict__ and no __all__');
  if (isDict(dict)) {
    for (const [key, value] of dict_items(dict)) {
      if (isStr(key) && !key.v.startsWith('_')) put(key, value);
    }
  }
  decref(dict);
}

/** Adds a module under its name (sys, builtins, __main__ at start-up). Borrows. */
export function registerModule(name: string, module: PyModule): void {
  dict_setStr(modules, name, module);
  setSpec(module, name, name === '__main__' ? null : 'built-in', null);
  if (name === '__main__') {
    dict_setStr(module.dict!, '__spec__', None);
    dict_setStr(module.dict!, '__package__', None);
  }
}

/** `sys.modules[name]`, borrowed, or null. */
export function loadedModule(name: string): PyObject | null {
  return dict_getitem(modules, intern(name));
}
