/** Assigning `obj.__class__` and `C.__bases__` (object_set_class, type_set_bases in Objects/typeobject.c). */
import {
  TPFLAGS_HEAPTYPE,
  TPFLAGS_IMMUTABLETYPE,
  TPFLAGS_MANAGED_DICT,
  type PyContainer,
  type PyObject,
  type TypeBody,
} from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { typeError } from '../exceptions/raise.ts';
import { instanceDict } from './attributes.ts';
import { computeMro } from './mro.ts';
import { isType } from './type.ts';
import { inheritSlots, fixupSlots } from './type_ready.ts';
import { isSubtype, typeModified } from './type_lookup.ts';
import { addSubclass, removeSubclass } from './subclasses.ts';
import { isTuple } from './tuple.ts';

export function setClass(o: PyObject, value: PyObject | null): void {
  if (value === null) typeError("can't delete __class__ attribute");
  if (!isType(value)) typeError(`__class__ must be set to a class, not '${value.type.name}' object`);
  const to = value.v;
  const from = o.type;
  const modules = from.name === 'module' || from.base?.name === 'module';
  if (!modules && ((to.flags & TPFLAGS_IMMUTABLETYPE) !== 0 || (from.flags & TPFLAGS_IMMUTABLETYPE) !== 0))
    typeError('__class__ assignment only supported for mutable types or ModuleType subclasses');
  if (!compatible(from, to)) typeError(`__class__ assignment: '${to.name}' object layout differs from '${from.name}'`);
  // Inline values depend on the old class's keys.
  const c = o as PyContainer;
  if ((from.flags & TPFLAGS_MANAGED_DICT) !== 0 && from !== to) instanceDict(c);
  if ((to.flags & TPFLAGS_HEAPTYPE) !== 0) incref(to.obj);
  o.type = to;
  if ((from.flags & TPFLAGS_HEAPTYPE) !== 0) decref(from.obj);
}

function compatible(a: TypeBody, b: TypeBody): boolean {
  return (
    a.basicsize === b.basicsize &&
    a.itemsize === b.itemsize &&
    a.slotCount === b.slotCount &&
    (a.dictoffset !== 0) === (b.dictoffset !== 0) &&
    nativeAncestor(a) === nativeAncestor(b)
  );
}

function nativeAncestor(type: TypeBody): TypeBody {
  while ((type.flags & TPFLAGS_HEAPTYPE) !== 0) type = type.base!;
  return type;
}

export function setBases(o: PyObject, value: PyObject | null): void {
  const type: TypeBody = o.v;
  if ((type.flags & TPFLAGS_IMMUTABLETYPE) !== 0)
    typeError(`cannot set '__bases__' attribute of immutable type '${type.name}'`);
  if (value === null) typeError(`cannot delete '__bases__' attribute of immutable type '${type.name}'`);
  if (!isTuple(value)) typeError(`can only assign tuple to ${type.name}.__bases__, not ${value.type.name}`);
  const items = value.v as PyObject[];
  if (items.length === 0) typeError(`can only assign non-empty tuple to ${type.name}.__bases__, not ()`);
  for (const item of items) {
    if (!isType(item)) typeError(`${type.name}.__bases__ must be tuple of classes, not '${item.type.name}'`);
    if (isSubtype(item.v, type)) typeError('a __bases__ item causes an inheritance cycle');
  }
  const base = (items[0] as PyContainer<TypeBody>).v;
  if (!compatible(type.base!, base))
    typeError(`__bases__ assignment: '${base.name}' object layout differs from '${type.base!.name}'`);
  const oldBases = type.bases!;
  const oldBase = type.base!;
  for (const b of oldBases.v as PyContainer<TypeBody>[]) removeSubclass(b.v, type);
  type.bases = incref(value) as PyContainer;
  type.base = base;
  incref(base.obj);
  for (const b of items as PyContainer<TypeBody>[]) addSubclass(b.v, type);
  recompute(type);
  decref(oldBases);
  decref(oldBase.obj);
}

/** Mro, slots and caches of a class and of all below it (mro_hierarchy). */
function recompute(type: TypeBody): void {
  computeMro(type, type.obj.type);
  typeModified(type);
  for (let i = 1; i < type.mro.length; i++) inheritSlots(type, type.mro[i]);
  fixupSlots(type);
  for (const subclass of type.subclasses) recompute(subclass);
}
