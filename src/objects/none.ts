/** The types of None, NotImplemented and Ellipsis (Objects/object.c, sliceobject.c). */
import type { PyObject, TypeBody } from '../heap/object.ts';
import { hash } from '../text/hash.ts';
import { typeError } from '../exceptions/raise.ts';
import { T_DeprecationWarning } from '../exceptions/types.ts';
import { defineType } from './define.ts';
import { hooks } from './hooks.ts';
import { object_richcompare } from './object.ts';
import { Ellipsis, None, NotImplemented, T_ELLIPSIS, T_NONE, T_NOTIMPLEMENTED } from './singletons.ts';
import { intern } from './str.ts';

/** tp_new that answers the one instance and takes no arguments. */
function newSingleton(
  what: string,
  instance: () => PyObject,
): (type: TypeBody, args: PyObject[], kwnames: PyObject[] | null) => PyObject {
  return (_type, args) => {
    if (args.length > 0) typeError(`${what} takes no arguments`);
    return instance();
  };
}

/** hash(None): 0xfca86420, whatever its address (gh-99540). */
function none_hash(): void {
  hash.lo = 0xfca86420 | 0;
  hash.hi = 0;
}

function notimplemented_bool(): boolean {
  hooks.warn(T_DeprecationWarning, 'NotImplemented should not be used in a boolean context', 1);
  return true;
}

export function initSingletons(): void {
  const tp_dealloc = (): void => {};
  defineType(T_NONE, {
    basicsize: 16,
    slots: {
      tp_dealloc,
      tp_new: newSingleton('NoneType', () => None),
      tp_repr: () => intern('None'),
      tp_hash: none_hash,
      tp_richcompare: object_richcompare,
      nb_bool: () => false,
    },
  });
  defineType(T_NOTIMPLEMENTED, {
    basicsize: 16,
    slots: {
      tp_dealloc,
      tp_new: newSingleton('NotImplementedType', () => NotImplemented),
      tp_repr: () => intern('NotImplemented'),
      nb_bool: notimplemented_bool,
    },
    methods: [['__reduce__', () => intern('NotImplemented'), '!($self)']],
  });
  defineType(T_ELLIPSIS, {
    basicsize: 16,
    slots: {
      tp_dealloc,
      tp_new: newSingleton('EllipsisType', () => Ellipsis),
      tp_repr: () => intern('Ellipsis'),
    },
    methods: [['__reduce__', () => intern('Ellipsis'), '!($self)']],
  });
}
