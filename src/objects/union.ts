/** types.UnionType: what `int | str` answers (Objects/unionobject.c). */
import { TPFLAGS_HAVE_GC, TypeBody, type PyContainer, type PyObject, type Visit } from '../heap/object.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { eq } from '../protocols/compare.ts';
import { hash as hashOf } from '../protocols/object.ts';
import { isInstance, isSubclass } from '../protocols/isinstance.ts';
import { or } from '../protocols/number.ts';
import { defineType } from './define.ts';
import { isGenericAlias, makeParameters, substituteParameters, typeArgumentRepr } from './genericalias.ts';
import { gcNew } from './object.ts';
import { newFrozenSet } from './set.ts';
import { bool, None, NotImplemented, T_NONE } from './singletons.ts';
import { newStr } from './str.ts';
import { newTuple, type PyTuple } from './tuple.ts';
import { isType, union } from './type.ts';

export class UnionBody {
  parameters: PyTuple | null = null;
  constructor(public args: PyTuple) {}
}

export type PyUnion = PyContainer<UnionBody>;

export const T_UNION = new TypeBody('types.UnionType');

function isUnionable(o: PyObject): boolean {
  return o === None || isType(o) || isGenericAlias(o) || o.type === T_UNION || o.type.nb_or === unionOr;
}

/** A union of the given members (borrowed), flattened and without repetitions; a single one is answered itself. */
function makeUnion(members: PyObject[]): PyObject {
  const flat: PyObject[] = [];
  const add = (o: PyObject): void => {
    if (o.type === T_UNION) (o as PyUnion).v.args.v.forEach(add);
    else {
      const member = o === None ? T_NONE.obj : o;
      if (!flat.some(known => sameMember(known, member))) flat.push(member);
    }
  };
  members.forEach(add);
  if (flat.length === 1) return incref(flat[0]);
  for (const member of flat) member.rc++;
  return gcNew(T_UNION, new UnionBody(newTuple(flat)));
}

function sameMember(a: PyObject, b: PyObject): boolean {
  if (a === b) return true;
  return isGenericAlias(a) && isGenericAlias(b) && eq(a, b);
}

/** `X | Y` (_Py_union_type_or). */
export function unionOr(a: PyObject, b: PyObject): PyObject {
  if (!isUnionable(a) || !isUnionable(b)) return NotImplemented;
  return makeUnion([a, b]);
}

function union_dealloc(o: PyObject): void {
  const self = o as PyUnion;
  untrack(self);
  decref(self.v.args);
  xdecref(self.v.parameters);
  gcFree(self);
}

function union_traverse(o: PyContainer, visit: Visit): void {
  const { args, parameters } = (o as PyUnion).v;
  visit(args, '__args__');
  if (parameters !== null) visit(parameters, '__parameters__');
}

function union_repr(o: PyObject): PyObject {
  const parts = (o as PyUnion).v.args.v.map(member => (member === T_NONE.obj ? 'None' : typeArgumentRepr(member)));
  return newStr(parts.join(' | '));
}

/** Equal as sets of members. */
function asFrozenSet(o: PyUnion): PyObject {
  return newFrozenSet(o.v.args);
}

function union_hash(o: PyObject): void {
  const members = asFrozenSet(o as PyUnion);
  hashOf(members);
  decref(members);
}

function union_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (b.type !== T_UNION || (op !== Py_EQ && op !== Py_NE)) return NotImplemented;
  const left = asFrozenSet(a as PyUnion);
  const right = asFrozenSet(b as PyUnion);
  const same = eq(left, right);
  decref(left);
  decref(right);
  return bool(same === (op === Py_EQ));
}

function union_getitem(o: PyObject, item: PyObject): PyObject {
  const self = o as PyUnion;
  self.v.parameters ??= makeParameters(self.v.args);
  const args = substituteParameters(self, self.v.args, self.v.parameters, item);
  try {
    let result = incref(args.v[0]);
    for (let i = 1; i < args.v.length; i++) {
      const joined = or(result, args.v[i]);
      decref(result);
      result = joined;
    }
    return result;
  } finally {
    decref(args);
  }
}

export function initUnion(): void {
  union.or = unionOr;
  defineType(T_UNION, {
    doc: 'Represent a PEP 604 union type\n\nE.g. for int | str',
    flags: TPFLAGS_HAVE_GC,
    basicsize: 32,
    slots: {
      tp_dealloc: union_dealloc,
      tp_traverse: union_traverse,
      tp_repr: union_repr,
      tp_hash: union_hash,
      tp_richcompare: union_richcompare,
      nb_or: unionOr,
      mp_subscript: union_getitem,
    },
    methods: [
      [
        '__instancecheck__',
        (self: PyUnion, o: PyObject) => bool(self.v.args.v.some(m => isInstance(o, m))),
        '!($self, instance, /)',
      ],
      [
        '__subclasscheck__',
        (self: PyUnion, c: PyObject) => bool(self.v.args.v.some(m => isSubclass(c, m))),
        '!($self, cls, /)',
      ],
    ],
    members: [['__args__', o => incref((o as PyUnion).v.args), null]],
    getset: [
      [
        '__parameters__',
        o => {
          const self = o as PyUnion;
          self.v.parameters ??= makeParameters(self.v.args);
          return incref(self.v.parameters);
        },
        null,
        'Type variables in the types.UnionType.',
      ],
    ],
  });
}
