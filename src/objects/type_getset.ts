/** The attributes of every class: `__name__`, `__bases__`, `__dict__`... (type_getsets in Objects/typeobject.c). */
import {
  TPFLAGS_HEAPTYPE,
  TPFLAGS_IMMUTABLETYPE,
  TPFLAGS_IS_ABSTRACT,
  type PyObject,
  type TypeBody,
} from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { attributeError, typeError, valueError } from '../exceptions/raise.ts';
import { isTrue } from '../protocols/object.ts';
import type { GetSetRow } from './define.ts';
import { dict_delStr, dict_getStr, dict_setStr, newDict } from './dict.ts';
import { newMappingProxy } from './mappingproxy.ts';
import { typeModule } from './object.ts';
import { None } from './singletons.ts';
import { intern, isStr, newStr } from './str.ts';
import { isTuple, newTuple } from './tuple.ts';
import { newInt } from './int.ts';
import { setBases } from './type_class.ts';
import { typeModified } from './type_lookup.ts';

function checkSettable(o: PyObject, value: PyObject | null, name: string): asserts value is PyObject {
  const type: TypeBody = o.v;
  if ((type.flags & TPFLAGS_IMMUTABLETYPE) !== 0)
    typeError(`cannot set '${name}' attribute of immutable type '${type.name}'`);
  if (value === null) typeError(`cannot delete '${name}' attribute of immutable type '${type.name}'`);
}

function get_name(o: PyObject): PyObject {
  const type: TypeBody = o.v;
  if (type.htName !== null) return incref(type.htName);
  return intern(type.name.slice(type.name.lastIndexOf('.') + 1));
}

function set_name(o: PyObject, value: PyObject | null): void {
  checkSettable(o, value, '__name__');
  const type: TypeBody = o.v;
  if (!isStr(value)) typeError(`can only assign string to ${type.name}.__name__, not '${value.type.name}'`);
  if ((value.v as string).includes('\0')) valueError('type name must not contain null characters');
  type.name = value.v;
  const old = type.htName!;
  type.htName = incref(value);
  decref(old);
}

function get_qualname(o: PyObject): PyObject {
  const type: TypeBody = o.v;
  return type.qualname !== null ? incref(type.qualname) : get_name(o);
}

function set_qualname(o: PyObject, value: PyObject | null): void {
  checkSettable(o, value, '__qualname__');
  const type: TypeBody = o.v;
  if (!isStr(value)) typeError(`can only assign string to ${type.name}.__qualname__, not '${value.type.name}'`);
  const old = type.qualname!;
  type.qualname = incref(value);
  decref(old);
}

function get_module(o: PyObject): PyObject {
  const type: TypeBody = o.v;
  if ((type.flags & TPFLAGS_HEAPTYPE) !== 0) {
    const module = dict_getStr(type.dict, '__module__');
    if (module === null) attributeError(null, intern('__module__'), '__module__');
    return incref(module);
  }
  const own = dict_getStr(type.dict, '__module__');
  return own !== null && isStr(own) ? incref(own) : intern(typeModule(type) ?? 'builtins');
}

function set_module(o: PyObject, value: PyObject | null): void {
  checkSettable(o, value, '__module__');
  const type: TypeBody = o.v;
  typeModified(type);
  dict_setStr(type.dict, '__module__', value);
}

function get_bases(o: PyObject): PyObject {
  return incref((o.v as TypeBody).bases!);
}

function get_base(o: PyObject): PyObject {
  const base = (o.v as TypeBody).base;
  return incref(base === null ? None : base.obj);
}

function get_mro(o: PyObject): PyObject {
  return incref((o.v as TypeBody).mroTuple ?? None);
}

function get_dict(o: PyObject): PyObject {
  return newMappingProxy((o.v as TypeBody).dict);
}

function get_doc(o: PyObject): PyObject {
  const type: TypeBody = o.v;
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0 && type.doc !== null) return newStr(type.doc);
  const doc = dict_getStr(type.dict, '__doc__');
  if (doc === null) return incref(None);
  const get = doc.type.tp_descr_get;
  return get === null ? incref(doc) : get(doc, null, o);
}

function set_doc(o: PyObject, value: PyObject | null): void {
  checkSettable(o, value, '__doc__');
  const type: TypeBody = o.v;
  typeModified(type);
  dict_setStr(type.dict, '__doc__', value);
}

function get_abstractmethods(o: PyObject): PyObject {
  const type: TypeBody = o.v;
  const methods = type.base === null ? null : dict_getStr(type.dict, '__abstractmethods__');
  if (methods === null) attributeError(null, intern('__abstractmethods__'), '__abstractmethods__');
  return incref(methods);
}

function set_abstractmethods(o: PyObject, value: PyObject | null): void {
  const type: TypeBody = o.v;
  typeModified(type);
  if (value === null) {
    if (dict_getStr(type.dict, '__abstractmethods__') === null)
      attributeError(null, intern('__abstractmethods__'), '__abstractmethods__');
    dict_delStr(type.dict, '__abstractmethods__');
    type.flags &= ~TPFLAGS_IS_ABSTRACT;
    return;
  }
  const abstract = isTrue(value);
  dict_setStr(type.dict, '__abstractmethods__', value);
  if (abstract) type.flags |= TPFLAGS_IS_ABSTRACT;
  else type.flags &= ~TPFLAGS_IS_ABSTRACT;
}

function get_annotations(o: PyObject): PyObject {
  const type: TypeBody = o.v;
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0)
    attributeError(o, intern('__annotations__'), `type object '${type.name}' has no attribute '__annotations__'`);
  const known = dict_getStr(type.dict, '__annotations__');
  if (known !== null) return incref(known);
  const fresh = newDict();
  dict_setStr(type.dict, '__annotations__', fresh);
  typeModified(type);
  return fresh;
}

function set_annotations(o: PyObject, value: PyObject | null): void {
  const type: TypeBody = o.v;
  if ((type.flags & TPFLAGS_IMMUTABLETYPE) !== 0)
    typeError(`cannot set '__annotations__' attribute of immutable type '${type.name}'`);
  typeModified(type);
  if (value !== null) dict_setStr(type.dict, '__annotations__', value);
  else {
    if (dict_getStr(type.dict, '__annotations__') === null)
      attributeError(null, intern('__annotations__'), '__annotations__');
    dict_delStr(type.dict, '__annotations__');
  }
}

function get_type_params(o: PyObject): PyObject {
  const params = dict_getStr((o.v as TypeBody).dict, '__type_params__');
  return params === null ? newTuple([]) : incref(params);
}

function set_type_params(o: PyObject, value: PyObject | null): void {
  checkSettable(o, value, '__type_params__');
  if (!isTuple(value)) typeError('__type_params__ must be set to a tuple');
  dict_setStr((o.v as TypeBody).dict, '__type_params__', value);
  typeModified(o.v);
}

export const typeGetSet: GetSetRow[] = [
  ['__name__', get_name, set_name],
  ['__qualname__', get_qualname, set_qualname],
  ['__bases__', get_bases, setBases],
  ['__base__', get_base, null],
  ['__mro__', get_mro, null],
  ['__module__', get_module, set_module],
  ['__abstractmethods__', get_abstractmethods, set_abstractmethods],
  ['__dict__', get_dict, null],
  ['__doc__', get_doc, set_doc],
  ['__text_signature__', () => incref(None), null],
  ['__annotations__', get_annotations, set_annotations],
  ['__type_params__', get_type_params, set_type_params],
  ['__basicsize__', o => newInt((o.v as TypeBody).basicsize), null],
  ['__itemsize__', o => newInt((o.v as TypeBody).itemsize), null],
  ['__flags__', o => newInt((o.v as TypeBody).flags >>> 0), null],
  ['__dictoffset__', o => newInt((o.v as TypeBody).dictoffset), null],
  ['__weakrefoffset__', o => newInt((o.v as TypeBody).weaklistoffset), null],
];
