/**
 * Type parameters and type aliases (Objects/typevarobject.c), as PEP 695 syntax makes them. Where CPython asks the `typing` module
 * for a form of its own (`typing.Union`, `typing.Unpack`), the builtin form stands: `T | None` is a types.UnionType.
 */
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
import { clearWeakRefs } from '../heap/weakrefs.ts';
import { typeError } from '../exceptions/raise.ts';
import { lookupattrStr, setattr } from '../protocols/attribute.ts';
import { call0 } from '../protocols/call.ts';
import { reprString } from '../protocols/object.ts';
import { defineType, type GetSetRow, type MethodRow } from './define.ts';
import { makeParameters, newGenericAlias } from './genericalias.ts';
import { dictGetter, dictSetter } from './instance_getset.ts';
import { gcNew } from './object.ts';
import { False, None, True } from './singletons.ts';
import { intern, newStr } from './str.ts';
import { emptyTuple, isTuple, newTuple, type PyTuple } from './tuple.ts';
import { isType } from './type.ts';
import { unionOr } from './union.ts';

export const T_TYPEVAR = new TypeBody('typing.TypeVar');
export const T_PARAMSPEC = new TypeBody('typing.ParamSpec');
export const T_TYPEVARTUPLE = new TypeBody('typing.TypeVarTuple');
export const T_PARAMSPECARGS = new TypeBody('typing.ParamSpecArgs');
export const T_PARAMSPECKWARGS = new TypeBody('typing.ParamSpecKwargs');
export const T_TYPEALIAS = new TypeBody('typing.TypeAliasType');
export const T_GENERIC = new TypeBody('typing.Generic');

/** Something that a function computes when it is first asked for. */
interface Lazy {
  value: PyObject | null;
  evaluate: PyObject | null;
}

class TypeParameterBody {
  readonly bound: Lazy = { value: null, evaluate: null };
  readonly constraints: Lazy = { value: null, evaluate: null };
  constructor(readonly name: PyObject) {}
}

type PyTypeParameter = PyContainer<TypeParameterBody>;

/** A type parameter of a PEP 695 list; borrows the name, consumes the functions that compute bound and constraints. */
export function makeTypeParameter(
  type: TypeBody,
  name: PyObject,
  evaluateBound: PyObject | null = null,
  evaluateConstraints: PyObject | null = null,
): PyObject {
  const body = new TypeParameterBody(incref(name));
  body.bound.evaluate = evaluateBound;
  body.constraints.evaluate = evaluateConstraints;
  return gcNew(type, body);
}

function evaluated(lazy: Lazy, otherwise: PyObject): PyObject {
  if (lazy.value === null) {
    if (lazy.evaluate === null) return incref(otherwise);
    lazy.value = call0(lazy.evaluate);
  }
  return incref(lazy.value);
}

function visitLazy(lazy: Lazy, label: string, visit: Visit): void {
  if (lazy.value !== null) visit(lazy.value, label);
  if (lazy.evaluate !== null) visit(lazy.evaluate, null);
}

function clearLazy(lazy: Lazy): void {
  const { value, evaluate } = lazy;
  lazy.value = lazy.evaluate = null;
  xdecref(value);
  xdecref(evaluate);
}

function parameter_dealloc(o: PyObject): void {
  const self = o as PyTypeParameter;
  untrack(self);
  clearWeakRefs(self);
  parameter_clear(self);
  decref(self.v.name);
  gcFree(self);
}

function parameter_traverse(o: PyContainer, visit: Visit): void {
  const { name, bound, constraints } = (o as PyTypeParameter).v;
  visit(name, '__name__');
  visitLazy(bound, '__bound__', visit);
  visitLazy(constraints, '__constraints__', visit);
  if (o.dict !== null) visit(o.dict, '__dict__');
}

function parameter_clear(o: PyContainer): void {
  const self = o as PyTypeParameter;
  const { dict } = self;
  self.dict = null;
  xdecref(dict);
  clearLazy(self.v.bound);
  clearLazy(self.v.constraints);
}

function name_repr(o: PyObject): PyObject {
  return incref(o.v.name);
}

const nameReduce: MethodRow = ['__reduce__', o => incref(o.v.name), '!($self, /)'];
const nameMember: GetSetRow = ['__name__', o => incref(o.v.name), null];

function noSubclasses(what: string): MethodRow {
  return ['__mro_entries__', () => typeError(`Cannot subclass an instance of ${what}`), '!($self, object, /)'];
}

function defineParameter(
  type: TypeBody,
  rows: { methods: MethodRow[]; members: GetSetRow[]; getset: GetSetRow[] },
): void {
  defineType(type, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 56,
    dict: true,
    weakrefs: true,
    slots: {
      tp_dealloc: parameter_dealloc,
      tp_traverse: parameter_traverse,
      tp_clear: parameter_clear,
      tp_repr: name_repr,
      nb_or: type === T_TYPEVARTUPLE ? undefined : unionOr,
    },
    methods: [noSubclasses(type.name.slice('typing.'.length)), nameReduce, ...rows.methods],
    members: [nameMember, ...rows.members],
    getset: [['__dict__', dictGetter, dictSetter], ...rows.getset],
    attrs: () => ({ __module__: intern('typing') }),
  });
}

const variance: GetSetRow[] = [
  ['__covariant__', () => incref(False), null],
  ['__contravariant__', () => incref(False), null],
  ['__infer_variance__', () => incref(True), null],
];

const substitution: MethodRow = ['__typing_subst__', (_self, arg) => incref(arg), '!($self, arg, /)'];

// ---- P.args and P.kwargs

function originOf(o: PyObject): PyObject {
  return o.v;
}

function definePart(type: TypeBody, name: string): void {
  defineType(type, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 32,
    weakrefs: true,
    slots: {
      tp_dealloc: o => {
        const self = o as PyContainer;
        untrack(self);
        clearWeakRefs(self);
        decref(originOf(self));
        gcFree(self);
      },
      tp_traverse: (o, visit) => visit(originOf(o), '__origin__'),
      tp_repr: o => newStr(`${reprString(originOf(o))}.${name}`),
    },
    methods: [noSubclasses(type.name.slice('typing.'.length))],
    members: [['__origin__', o => incref(originOf(o)), null]],
  });
}

// ---- type aliases

class TypeAliasBody {
  readonly value: Lazy;
  constructor(
    readonly name: PyObject,
    readonly params: PyTuple | null,
    compute: PyObject,
  ) {
    this.value = { value: null, evaluate: compute };
  }
}

type PyTypeAlias = PyContainer<TypeAliasBody>;

/** The object of a `type` statement; borrows the name, consumes the parameters and the function that computes the value. */
export function makeTypeAlias(name: PyObject, params: PyTuple | null, compute: PyObject): PyObject {
  return gcNew(T_TYPEALIAS, new TypeAliasBody(incref(name), params, compute));
}

function typealias_dealloc(o: PyObject): void {
  const self = o as PyTypeAlias;
  untrack(self);
  clearLazy(self.v.value);
  xdecref(self.v.params);
  decref(self.v.name);
  gcFree(self);
}

function typealias_traverse(o: PyContainer, visit: Visit): void {
  const { name, params, value } = (o as PyTypeAlias).v;
  visit(name, '__name__');
  if (params !== null) visit(params, '__type_params__');
  visitLazy(value, '__value__', visit);
}

function typealias_subscript(o: PyObject, args: PyObject): PyObject {
  if ((o as PyTypeAlias).v.params === null) typeError('Only generic type aliases are subscriptable');
  return newGenericAlias(o, args);
}

function typealias_module(o: PyObject): PyObject {
  const { evaluate } = (o as PyTypeAlias).v.value;
  return (evaluate === null ? null : lookupattrStr(evaluate, '__module__')) ?? incref(None);
}

// ---- Generic

/** The base that `class C[T]` has (INTRINSIC_SUBSCRIPT_GENERIC): Generic[T]. Borrows; new reference. */
export function genericBase(params: PyTuple): PyObject {
  return newGenericAlias(T_GENERIC.obj, params);
}

/** Sets `__parameters__` of a class from the bases it was written with (typing's _generic_init_subclass). */
function generic_init_subclass(cls: PyObject): PyObject {
  const bases = lookupattrStr(cls, '__orig_bases__');
  const params = bases !== null && isTuple(bases) ? makeParameters(bases) : newTuple([]);
  xdecref(bases);
  try {
    setattr(cls, intern('__parameters__'), params);
  } finally {
    decref(params);
  }
  return None;
}

function generic_class_getitem(cls: PyObject, params: PyObject): PyObject {
  const own = isType(cls) && cls !== T_GENERIC.obj ? lookupattrStr(cls, '__parameters__') : null;
  try {
    if (own !== null && isTuple(own)) {
      const given = isTuple(params) ? params.v.length : 1;
      const expected = own.v.length;
      if (expected === 0) typeError(`${reprString(cls)} is not a generic class`);
      const variadic = own.v.some(p => p.type === T_TYPEVARTUPLE || p.type === T_PARAMSPEC);
      if (!variadic && given !== expected)
        typeError(
          `Too ${given > expected ? 'many' : 'few'} arguments for ${reprString(cls)}; actual ${given}, expected ${expected}`,
        );
    }
  } finally {
    xdecref(own);
  }
  return newGenericAlias(cls, params);
}

export function initTypeVar(): void {
  defineParameter(T_TYPEVAR, {
    methods: [substitution],
    members: variance,
    getset: [
      ['__bound__', o => evaluated((o as PyTypeParameter).v.bound, None), null],
      ['__constraints__', o => evaluated((o as PyTypeParameter).v.constraints, emptyTuple), null],
    ],
  });
  defineParameter(T_PARAMSPEC, {
    methods: [substitution],
    members: [['__bound__', () => incref(None), null], ...variance],
    getset: [
      ['args', o => gcNew(T_PARAMSPECARGS, incref(o)), null, 'Represents positional arguments.'],
      ['kwargs', o => gcNew(T_PARAMSPECKWARGS, incref(o)), null, 'Represents keyword arguments.'],
    ],
  });
  defineParameter(T_TYPEVARTUPLE, {
    methods: [
      ['__typing_subst__', () => typeError('Substitution of bare TypeVarTuple is not supported'), '!($self, arg, /)'],
    ],
    members: [],
    getset: [],
  });
  T_TYPEVARTUPLE.tp_iter = o => {
    const once = newTuple([incref(o)]);
    try {
      return once.type.tp_iter!(once);
    } finally {
      decref(once);
    }
  };
  definePart(T_PARAMSPECARGS, 'args');
  definePart(T_PARAMSPECKWARGS, 'kwargs');
  defineType(T_TYPEALIAS, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 56,
    slots: {
      tp_dealloc: typealias_dealloc,
      tp_traverse: typealias_traverse,
      tp_repr: name_repr,
      mp_subscript: typealias_subscript,
      nb_or: unionOr,
    },
    methods: [nameReduce],
    members: [nameMember],
    getset: [
      ['__value__', o => evaluated((o as PyTypeAlias).v.value, None), null],
      ['__type_params__', o => incref((o as PyTypeAlias).v.params ?? emptyTuple), null],
      ['__parameters__', o => incref((o as PyTypeAlias).v.params ?? emptyTuple), null],
      ['__module__', typealias_module, null],
    ],
  });
  defineType(T_GENERIC, {
    flags: TPFLAGS_HAVE_GC | TPFLAGS_BASETYPE,
    basicsize: 16,
    doc: 'Abstract base class for generic types.',
    classmethods: [
      ['__class_getitem__', generic_class_getitem, '!($type, params, /)', 'Parameterizes a generic class.'],
      ['__init_subclass__', generic_init_subclass, '!($type)', 'Function to initialize subclasses.'],
    ],
  });
}
