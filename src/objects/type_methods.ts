/** The methods of every class: `mro`, `__subclasses__`, `__instancecheck__`... (type_methods in Objects/typeobject.c). */
import type { PyContainer, PyObject, TypeBody } from '../heap/object.ts';
import { TPFLAGS_HEAPTYPE, TPFLAGS_MANAGED_DICT } from '../heap/object.ts';
import { incref } from '../heap/refcount.ts';
import { bool } from './singletons.ts';
import type { MethodRow } from './define.ts';
import { newDict } from './dict.ts';
import { newInt } from './int.ts';
import { newList } from './list.ts';
import { linearize } from './mro.ts';
import { realIsInstance, realIsSubclass } from '../protocols/isinstance.ts';
import { typeDirNames } from './dir.ts';

function type_mro(self: PyContainer<TypeBody>): PyObject {
  return newList(linearize(self.v).map(t => incref(t.obj)));
}

function type_subclasses(self: PyContainer<TypeBody>): PyObject {
  return newList(self.v.subclasses.map(t => incref(t.obj)));
}

function type_prepare(): PyObject {
  return newDict();
}

function type_instancecheck(self: PyObject, instance: PyObject): PyObject {
  return bool(realIsInstance(instance, self));
}

function type_subclasscheck(self: PyObject, subclass: PyObject): PyObject {
  return bool(realIsSubclass(subclass, self));
}

function type_sizeof(self: PyContainer<TypeBody>): PyObject {
  const type = self.v;
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0) return newInt(416);
  // PyHeapTypeObject, and ht_cached_keys: header, 64 indices, 42 unicode entries.
  return newInt(920 + ((type.flags & TPFLAGS_MANAGED_DICT) === 0 ? 0 : 32 + 64 + 42 * 16));
}

export const typeMethods: MethodRow[] = [
  ['mro', type_mro, '($self, /)', "Return a type's method resolution order."],
  ['__subclasses__', type_subclasses, '($self, /)', 'Return a list of immediate subclasses.'],
  ['__instancecheck__', type_instancecheck, '($self, instance, /)', 'Check if an object is an instance.'],
  ['__subclasscheck__', type_subclasscheck, '($self, subclass, /)', 'Check if a class is a subclass.'],
  ['__dir__', typeDirNames, '($self, /)', 'Specialized __dir__ implementation for types.'],
  ['__sizeof__', type_sizeof, '($self, /)', 'Return memory consumption of the type object.'],
];

export const typeClassmethods: MethodRow[] = [
  [
    '__prepare__',
    type_prepare,
    // METH_FASTCALL: no tuple of arguments is made.
    '!raw',
    '__prepare__() -> dict\nused to create the namespace for the class statement',
  ],
];
