/** types.MappingProxyType: a read-only view of a mapping, such as a class's `__dict__` (Objects/descrobject.c). */
import {
  TPFLAGS_HAVE_GC,
  TPFLAGS_MAPPING,
  TypeBody,
  type PyContainer,
  type PyObject,
  type Visit,
} from '../heap/object.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { decref } from '../heap/refcount.ts';
import { typeError } from '../exceptions/raise.ts';
import { callMethodStr } from '../protocols/call.ts';
import { richcompare } from '../protocols/compare.ts';
import { getIter } from '../protocols/iterator.ts';
import { getitem } from '../protocols/mapping.ts';
import { or } from '../protocols/number.ts';
import { hash, reprString, str } from '../protocols/object.ts';
import { contains, size } from '../protocols/sequence.ts';
import { defineType } from './define.ts';
import { genericalias_classGetitem } from './genericalias.ts';
import { isList } from './list.ts';
import { gcNew } from './object.ts';
import { parseArgs, signature } from './signature.ts';
import { None } from './singletons.ts';
import { newStr } from './str.ts';
import { isTuple } from './tuple.ts';

/** `v` is the mapping, owned. */
export type PyMappingProxy = PyContainer<PyObject>;

export const T_MAPPINGPROXY = new TypeBody('mappingproxy');

/** A proxy of a mapping (borrowed). New reference. */
export function newMappingProxy(mapping: PyObject): PyObject {
  mapping.rc++;
  return gcNew(T_MAPPINGPROXY, mapping);
}

const NEW = signature('mappingproxy', '(mapping)');

function mappingproxy_new(_type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const [mapping] = parseArgs(NEW, args, kwnames) as [PyObject];
  if (mapping.type.mp_subscript === null || isList(mapping) || isTuple(mapping))
    typeError(`mappingproxy() argument must be a mapping, not ${mapping.type.name}`);
  return newMappingProxy(mapping);
}

function mappingproxy_dealloc(o: PyObject): void {
  const pp = o as PyMappingProxy;
  untrack(pp);
  decref(pp.v);
  gcFree(pp);
}

function mappingproxy_traverse(o: PyContainer, visit: Visit): void {
  visit((o as PyMappingProxy).v, 'mapping');
}

/** The mapping behind a proxy; other objects themselves. */
function unwrap(o: PyObject): PyObject {
  return o.type === T_MAPPINGPROXY ? (o as PyMappingProxy).v : o;
}

function mappingproxy_get(self: PyMappingProxy, key: PyObject, defaultValue?: PyObject): PyObject {
  return callMethodStr(self.v, 'get', key, defaultValue ?? None);
}

export function initMappingProxy(): void {
  defineType(T_MAPPINGPROXY, {
    doc: 'Read-only view of a mapping.',
    flags: TPFLAGS_HAVE_GC | TPFLAGS_MAPPING,
    basicsize: 24,
    slots: {
      tp_new: mappingproxy_new,
      tp_dealloc: mappingproxy_dealloc,
      tp_traverse: mappingproxy_traverse,
      tp_repr: o => newStr(`mappingproxy(${reprString((o as PyMappingProxy).v)})`),
      tp_str: o => str((o as PyMappingProxy).v),
      tp_hash: o => hash((o as PyMappingProxy).v),
      tp_richcompare: (a, b, op) => richcompare((a as PyMappingProxy).v, b, op),
      tp_iter: o => getIter((o as PyMappingProxy).v),
      nb_or: (a, b) => or(unwrap(a), unwrap(b)),
      nb_inplace_or: a => typeError(`'|=' is not supported by ${a.type.name}; use '|' instead`),
      sq_contains: (o, key) => contains((o as PyMappingProxy).v, key),
      mp_length: o => size((o as PyMappingProxy).v),
      mp_subscript: (o, key) => getitem((o as PyMappingProxy).v, key),
    },
    methods: [
      [
        'get',
        mappingproxy_get,
        '!($self, key, default=None, /)',
        'D.get(k[,d]) -> D[k] if k in D, else d.  d defaults to None.',
      ],
      [
        'keys',
        (self: PyMappingProxy) => callMethodStr(self.v, 'keys'),
        '!($self, /)',
        "D.keys() -> a set-like object providing a view on D's keys",
      ],
      [
        'values',
        (self: PyMappingProxy) => callMethodStr(self.v, 'values'),
        '!($self, /)',
        "D.values() -> an object providing a view on D's values",
      ],
      [
        'items',
        (self: PyMappingProxy) => callMethodStr(self.v, 'items'),
        '!($self, /)',
        "D.items() -> a set-like object providing a view on D's items",
      ],
      [
        'copy',
        (self: PyMappingProxy) => callMethodStr(self.v, 'copy'),
        '!($self, /)',
        'D.copy() -> a shallow copy of D',
      ],
      [
        '__reversed__',
        (self: PyMappingProxy) => callMethodStr(self.v, '__reversed__'),
        '!($self, /)',
        'D.__reversed__() -> reverse iterator',
      ],
    ],
    classmethods: [['__class_getitem__', genericalias_classGetitem, '!($type, object, /)', 'See PEP 585']],
  });
}
