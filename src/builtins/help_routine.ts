/** help() of functions and methods (pydoc.TextDoc.docroutine). */
import { TypeBody, type PyObject } from '../heap/object.ts';
import { CO_ASYNC_GENERATOR, CO_COROUTINE } from '../compile/code_unit.ts';
import { T_BUILTIN, type BuiltinBody } from '../objects/builtin_function.ts';
import { T_CLASSMETHOD_DESCR, T_METHOD_DESCR, T_METHOD_WRAPPER, T_WRAPPER_DESCR } from '../objects/descriptors.ts';
import { T_CLASSMETHOD, T_STATICMETHOD } from '../objects/funcobjects.ts';
import { T_FUNCTION, type FunctionBody } from '../objects/function.ts';
import { T_METHOD } from '../objects/method.ts';
import { isModule } from '../objects/module.ts';
import { dict_getStr } from '../objects/dict.ts';
import { isStr } from '../objects/str.ts';
import { isType } from '../objects/type.ts';
import { loadedModule } from '../runtime/import.ts';
import { typeLookup } from '../objects/type_lookup.ts';
import { functionSignature } from '../runtime/function_signature.ts';
import { className, docOf, indent } from './help_text.ts';

/** inspect.isroutine */
export function isRoutine(o: PyObject): boolean {
  return [
    T_FUNCTION,
    T_METHOD,
    T_BUILTIN,
    T_METHOD_DESCR,
    T_CLASSMETHOD_DESCR,
    T_WRAPPER_DESCR,
    T_METHOD_WRAPPER,
    T_CLASSMETHOD,
    T_STATICMETHOD,
  ].includes(o.type);
}

/** `__name__` of a routine. */
export function routineName(o: PyObject): string {
  switch (o.type) {
    case T_FUNCTION:
      return isStr(o.v.name) ? (o.v.name.v as string) : '?';
    case T_METHOD:
      return routineName(o.v.func);
    case T_CLASSMETHOD:
    case T_STATICMETHOD:
      return o.v === null ? '?' : routineName(o.v);
    case T_METHOD_WRAPPER:
      return o.v.descr.v.name;
    default:
      return o.v.name ?? '?';
  }
}

/** What a method is bound to, or null. */
function boundTo(o: PyObject): PyObject | null {
  if (o.type === T_METHOD) return o.v.self;
  if (o.type !== T_BUILTIN) return null;
  const { self }: BuiltinBody = o.v;
  return self === null || isModule(self) ? null : self;
}

/** ` method of C instance`, or ` from M` for a method that a class listing shows. */
function note(o: PyObject, module: string | null, cls: TypeBody | null): string {
  let type: TypeBody | null;
  if (cls !== null && (o.type === T_CLASSMETHOD || o.type === T_CLASSMETHOD_DESCR)) type = cls.obj.type;
  else type = boundTo(o)?.type ?? null;
  if (type === null) return '';
  if (cls !== null) return type === cls ? '' : ` from ${className(type, module)}`;
  return ` method of ${className(type, module)} instance`;
}

function asyncWord(o: PyObject): string {
  const f = o.type === T_METHOD ? o.v.func : o;
  if (f.type !== T_FUNCTION) return '';
  const { flags } = (f.v as FunctionBody).code.v.unit;
  return (flags & (CO_COROUTINE | CO_ASYNC_GENERATOR)) !== 0 ? 'async ' : '';
}

/** The class that a method or function belongs to: its instance's, or the one that its qualified name tells. */
function definingClass(o: PyObject): TypeBody | null {
  const self = boundTo(o);
  if (self !== null) return isType(self) ? self.v : self.type;
  if (o.type !== T_FUNCTION) return o.v?.owner instanceof TypeBody ? o.v.owner : null;
  const { module, qualname }: FunctionBody = o.v;
  let found: PyObject | null = module !== null && isStr(module) ? loadedModule(module.v) : null;
  for (const name of (qualname.v as string).split('.').slice(0, -1)) {
    if (found === null) return null;
    found = isModule(found) ? dict_getStr(found.dict!, name) : isType(found) ? dict_getStr(found.v.dict, name) : null;
  }
  return found !== null && isType(found) ? found.v : null;
}

/** One routine: its call, and its docs indented below. `cls`: it is listed as an attribute `name` of that class. */
export function describeRoutine(o: PyObject, name: string | null, module: string | null, cls: TypeBody | null): string {
  const real = routineName(o);
  const shown = name ?? real;
  let title = shown;
  let alias = false;
  if (shown !== real) {
    title = `${shown} = ${real}`;
    alias = cls !== null && typeLookup(cls, real) === o;
  }
  let signature = functionSignature(o);
  if (signature !== null && real === '<lambda>') {
    title = `${shown} lambda `;
    signature = signature.slice(1, -1);
  }
  const head = `${asyncWord(o)}${title}${signature ?? '(...)'}${note(o, module, cls)}\n`;
  if (alias) return head;
  const doc = docOf(o, cls ?? definingClass(o), real === '<lambda>' || cls !== null ? shown : real);
  return doc === '' ? head : `${head}${indent(doc).trimEnd()}\n`;
}
