/** types.GenericAlias: what `list[int]` answers (Objects/genericaliasobject.c). */
import {
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TypeBody,
  type PyContainer,
  type PyObject,
  type Visit,
} from '../heap/object.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { clearWeakRefs } from '../heap/weakrefs.ts';
import { isPyException } from '../exceptions/body.ts';
import { typeError } from '../exceptions/raise.ts';
import { T_AttributeError, T_TypeError } from '../exceptions/types.ts';
import { getattr, getattrStr, lookupattrStr, setattrStr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';
import { eq } from '../protocols/compare.ts';
import { hash as hashOf, reprString } from '../protocols/object.ts';
import { getitem } from '../protocols/mapping.ts';
import { hash } from '../text/hash.ts';
import { defineType } from './define.ts';
import { isList } from './list.ts';
import { gcNew, object_alloc, object_getattro } from './object.ts';
import { bool, Ellipsis, None, NotImplemented } from './singletons.ts';
import { newStr } from './str.ts';
import { isTuple, newTuple, tuple1, type PyTuple } from './tuple.ts';
import { isType } from './type.ts';
import { unionOr } from './union.ts';

export class GenericAliasBody {
  /** Type variables among the arguments, once asked for; owned. */
  parameters: PyTuple | null = null;
  constructor(
    public origin: PyObject,
    public args: PyTuple,
    /** `*tuple[int, ...]` */
    public starred: boolean,
  ) {}
}

export type PyGenericAlias = PyContainer<GenericAliasBody>;

export const T_GENERICALIAS = new TypeBody('types.GenericAlias');

function argsTuple(args: PyObject): PyTuple {
  return isTuple(args) ? incref(args) : tuple1(args);
}

/** Py_GenericAlias: origin[args]. Borrows; new reference. */
export function newGenericAlias(origin: PyObject, args: PyObject): PyObject {
  return gcNew(T_GENERICALIAS, new GenericAliasBody(incref(origin), argsTuple(args), false));
}

/** `__class_getitem__` of the builtin containers. */
export function genericalias_classGetitem(cls: PyObject, item: PyObject): PyObject {
  return newGenericAlias(cls, item);
}

function ga_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (kwnames !== null && kwnames.length > 0) typeError('GenericAlias() takes no keyword arguments');
  if (args.length !== 2) typeError(`GenericAlias expected 2 arguments, got ${args.length}`);
  const o = object_alloc(type) as PyGenericAlias;
  o.v = new GenericAliasBody(incref(args[0]), argsTuple(args[1]), false);
  return o;
}

function ga_dealloc(o: PyObject): void {
  const self = o as PyGenericAlias;
  untrack(self);
  clearWeakRefs(self);
  if (self.v !== null) {
    decref(self.v.origin);
    decref(self.v.args);
    xdecref(self.v.parameters);
  }
  gcFree(self);
}

function ga_traverse(o: PyContainer, visit: Visit): void {
  const alias = (o as PyGenericAlias).v;
  if (alias === null) return;
  visit(alias.origin, '__origin__');
  visit(alias.args, '__args__');
  if (alias.parameters !== null) visit(alias.parameters, '__parameters__');
}

/** ga_repr_item: classes by their qualified name, `...`, lists in brackets, anything else by repr. */
export function typeArgumentRepr(p: PyObject): string {
  if (p === Ellipsis) return '...';
  if (isList(p)) return `[${p.v.map(typeArgumentRepr).join(', ')}]`;
  const generic = lookupattrStr(p, '__origin__');
  if (generic !== null) {
    decref(generic);
    const args = lookupattrStr(p, '__args__');
    if (args !== null) {
      decref(args);
      return reprString(p);
    }
  }
  const qualname = lookupattrStr(p, '__qualname__');
  if (qualname === null) return reprString(p);
  const module = lookupattrStr(p, '__module__');
  try {
    if (module === null || module === None) return reprString(p);
    return module.v === 'builtins' ? String(qualname.v) : `${module.v}.${qualname.v}`;
  } finally {
    decref(qualname);
    xdecref(module);
  }
}

function ga_repr(o: PyObject): PyObject {
  const alias = (o as PyGenericAlias).v;
  const args = alias.args.v.length === 0 ? '()' : alias.args.v.map(typeArgumentRepr).join(', ');
  return newStr(`${alias.starred ? '*' : ''}${typeArgumentRepr(alias.origin)}[${args}]`);
}

function ga_hash(o: PyObject): void {
  const alias = (o as PyGenericAlias).v;
  hashOf(alias.origin);
  const { lo, hi } = hash;
  hashOf(alias.args);
  hash.lo ^= lo;
  hash.hi ^= hi;
}

function ga_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (!isGenericAlias(a) || !isGenericAlias(b) || (op !== Py_EQ && op !== Py_NE)) return NotImplemented;
  const same = a.v.starred === b.v.starred && eq(a.v.origin, b.v.origin) && eq(a.v.args, b.v.args);
  return bool(same === (op === Py_EQ));
}

/** _PyGenericAlias_Check with subclasses. */
export function isGenericAlias(o: PyObject): o is PyGenericAlias {
  return o.type === T_GENERICALIAS || o.type.mro.includes(T_GENERICALIAS);
}

/** Attributes looked up on the alias itself; all others come from the origin. */
const OWN_ATTRIBUTES = new Set([
  '__class__',
  '__bases__',
  '__origin__',
  '__args__',
  '__unpacked__',
  '__parameters__',
  '__typing_unpacked_tuple_args__',
  '__mro_entries__',
  '__reduce_ex__',
  '__reduce__',
  '__copy__',
  '__deepcopy__',
]);

function ga_getattro(o: PyObject, name: PyObject<string>): PyObject {
  if (!OWN_ATTRIBUTES.has(name.v)) return getattr((o as PyGenericAlias).v.origin, name);
  return object_getattro(o, name);
}

function ga_call(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const result = call((o as PyGenericAlias).v.origin, args, kwnames);
  try {
    setattrStr(result, '__orig_class__', o);
  } catch (e) {
    if (!isPyException(e, T_AttributeError) && !isPyException(e, T_TypeError)) {
      decref(result);
      throw e;
    }
    decref(e);
  }
  return result;
}

/** _Py_make_parameters: the type variables in `args`, each once, in order. */
export function makeParameters(args: PyTuple): PyTuple {
  const parameters: PyObject[] = [];
  const add = (p: PyObject): void => {
    if (!parameters.some(q => q === p || eq(q, p))) parameters.push(incref(p));
  };
  for (const arg of args.v) {
    if (isType(arg)) continue;
    const subst = lookupattrStr(arg, '__typing_subst__');
    if (subst !== null) {
      decref(subst);
      add(arg);
      continue;
    }
    const inner = lookupattrStr(arg, '__parameters__');
    if (inner !== null) {
      if (isTuple(inner)) for (const p of inner.v) add(p);
      decref(inner);
    }
  }
  return newTuple(parameters);
}

/** _Py_subs_parameters: the arguments with `item` put in for the type variables. New reference. */
export function substituteParameters(self: PyObject, args: PyTuple, parameters: PyTuple, item: PyObject): PyTuple {
  if (parameters.v.length === 0) typeError(`${reprString(self)} is not a generic class`);
  const items = isTuple(item) ? item.v : [item];
  if (items.length !== parameters.v.length)
    typeError(
      `Too ${items.length > parameters.v.length ? 'many' : 'few'} arguments for ${reprString(self)}; ` +
        `actual ${items.length}, expected ${parameters.v.length}`,
    );
  const out: PyObject[] = [];
  for (const arg of args.v) {
    const i = parameters.v.indexOf(arg);
    if (i >= 0) {
      const subst = getattrStr(arg, '__typing_subst__');
      try {
        out.push(call(subst, [items[i]], null));
      } finally {
        decref(subst);
      }
      continue;
    }
    const inner = isType(arg) ? null : lookupattrStr(arg, '__parameters__');
    if (inner === null || !isTuple(inner) || inner.v.length === 0) {
      xdecref(inner);
      out.push(incref(arg));
      continue;
    }
    const chosen = newTuple(inner.v.map(p => incref(items[parameters.v.indexOf(p)])));
    decref(inner);
    try {
      out.push(getitem(arg, chosen));
    } finally {
      decref(chosen);
    }
  }
  return newTuple(out);
}

function parametersOf(self: PyGenericAlias): PyTuple {
  self.v.parameters ??= makeParameters(self.v.args);
  return self.v.parameters;
}

function ga_getitem(o: PyObject, item: PyObject): PyObject {
  const self = o as PyGenericAlias;
  const args = substituteParameters(self, self.v.args, parametersOf(self), item);
  const result = newGenericAlias(self.v.origin, args) as PyGenericAlias;
  decref(args);
  result.v.starred = self.v.starred;
  return result;
}

/** Iterating an alias gives its starred form once: `*tuple[int, ...]`. */
function ga_iter(o: PyObject): PyObject {
  const { origin, args } = (o as PyGenericAlias).v;
  const starred = gcNew(T_GENERICALIAS, new GenericAliasBody(incref(origin), incref(args), true));
  const once = newTuple([starred]);
  try {
    return once.type.tp_iter!(once);
  } finally {
    decref(once);
  }
}

function ga_unpackedArgs(o: PyObject): PyObject {
  const { starred, origin, args } = (o as PyGenericAlias).v;
  return incref(starred && isType(origin) && origin.v.name === 'tuple' ? args : None);
}

function ga_reduce(self: PyGenericAlias): PyObject {
  const { origin, args } = self.v;
  return newTuple([incref(self.type.obj), newTuple([incref(origin), incref(args)])]);
}

export function initGenericAlias(): void {
  defineType(T_GENERICALIAS, {
    doc: 'Represent a PEP 585 generic type\n\nE.g. for t = list[int], t.__origin__ is list and t.__args__ is (int,).',
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE,
    basicsize: 64,
    weakrefs: 40,
    slots: {
      tp_new: ga_new,
      tp_dealloc: ga_dealloc,
      tp_traverse: ga_traverse,
      tp_repr: ga_repr,
      tp_hash: ga_hash,
      tp_call: ga_call,
      tp_richcompare: ga_richcompare,
      tp_getattro: ga_getattro,
      tp_iter: ga_iter,
      nb_or: unionOr,
      mp_subscript: ga_getitem,
    },
    methods: [
      ['__mro_entries__', (self: PyGenericAlias) => tuple1(self.v.origin), '!($self, bases, /)'],
      [
        '__instancecheck__',
        () => typeError('isinstance() argument 2 cannot be a parameterized generic'),
        '!($self, instance, /)',
      ],
      [
        '__subclasscheck__',
        () => typeError('issubclass() argument 2 cannot be a parameterized generic'),
        '!($self, cls, /)',
      ],
      ['__reduce__', ga_reduce, '!($self, /)'],
    ],
    members: [
      ['__origin__', o => incref((o as PyGenericAlias).v.origin), null],
      ['__args__', o => incref((o as PyGenericAlias).v.args), null],
      ['__unpacked__', o => bool((o as PyGenericAlias).v.starred), null],
    ],
    getset: [
      ['__parameters__', o => incref(parametersOf(o as PyGenericAlias)), null, 'Type variables in the GenericAlias.'],
      ['__typing_unpacked_tuple_args__', ga_unpackedArgs, null],
    ],
  });
}
