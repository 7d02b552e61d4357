/** types.SimpleNamespace (Objects/namespaceobject.c). */
import {
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TypeBody,
  type PyContainer,
  type PyObject,
  type Visit,
} from '../heap/object.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { typeError } from '../exceptions/raise.ts';
import { richcompare } from '../protocols/compare.ts';
import { reprString } from '../protocols/object.ts';
import { defineType } from './define.ts';
import { dict_items, dict_setitem, dict_setStr, newDict } from './dict.ts';
import { object_alloc } from './object.ts';
import { reprEnter, reprLeave } from './repr_guard.ts';
import { NotImplemented } from './singletons.ts';
import { isStr, newStr } from './str.ts';
import { emptyTuple, newTuple } from './tuple.ts';

/** The attributes are in the object's `dict`. */
export type PyNamespace = PyContainer<null>;

export const T_NAMESPACE = new TypeBody('types.SimpleNamespace');

/** A namespace with the given attributes, whose values it consumes. New reference. */
export function newNamespace(attributes: Record<string, PyObject>): PyNamespace {
  const ns = namespace_new(T_NAMESPACE);
  for (const [name, value] of Object.entries(attributes)) {
    dict_setStr(ns.dict!, name, value);
    decref(value);
  }
  return ns;
}

function namespace_new(type: TypeBody): PyNamespace {
  const ns = object_alloc(type) as PyNamespace;
  ns.dict = newDict();
  return ns;
}

function namespace_init(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void {
  const nkw = kwnames === null ? 0 : kwnames.length;
  if (args.length > nkw) typeError('no positional arguments expected');
  for (let i = 0; i < nkw; i++) dict_setitem((o as PyNamespace).dict!, kwnames![i], args[i]);
}

function namespace_dealloc(o: PyObject): void {
  const ns = o as PyNamespace;
  untrack(ns);
  xdecref(ns.dict);
  gcFree(ns);
}

function namespace_traverse(o: PyContainer, visit: Visit): void {
  if (o.dict !== null) visit(o.dict, '__dict__');
}

function namespace_clear(o: PyContainer): void {
  const { dict } = o;
  o.dict = null;
  xdecref(dict);
}

function namespace_repr(o: PyObject): PyObject {
  const ns = o as PyNamespace;
  const name = ns.type === T_NAMESPACE ? 'namespace' : ns.type.name;
  if (!reprEnter(ns)) return newStr(`${name}(...)`);
  try {
    const parts: string[] = [];
    for (const [key, value] of ns.dict === null ? [] : dict_items(ns.dict))
      if (isStr(key) && key.v !== '') parts.push(`${key.v}=${reprString(value)}`);
    return newStr(`${name}(${parts.join(', ')})`);
  } finally {
    reprLeave(ns);
  }
}

function isNamespace(o: PyObject): boolean {
  return o.type === T_NAMESPACE || o.type.mro.includes(T_NAMESPACE);
}

function namespace_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (!isNamespace(a) || !isNamespace(b)) return NotImplemented;
  return richcompare((a as PyNamespace).dict!, (b as PyNamespace).dict!, op);
}

function namespace_reduce(self: PyNamespace): PyObject {
  return newTuple([incref(self.type.obj), emptyTuple, incref(self.dict!)]);
}

export function initSimpleNamespace(): void {
  defineType(T_NAMESPACE, {
    doc: 'A simple attribute-based namespace.\n\nSimpleNamespace(**kwargs)',
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE,
    basicsize: 24,
    dict: true,
    slots: {
      tp_new: namespace_new,
      tp_init: namespace_init,
      tp_dealloc: namespace_dealloc,
      tp_traverse: namespace_traverse,
      tp_clear: namespace_clear,
      tp_repr: namespace_repr,
      tp_richcompare: namespace_richcompare,
    },
    methods: [['__reduce__', namespace_reduce, '!($self, /)', 'Return state information for pickling']],
    getset: [['__dict__', o => incref((o as PyNamespace).dict!), null]],
  });
}
