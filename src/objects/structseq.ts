/** Named tuples made in C: `time.struct_time`, `sys.version_info`, ... (Objects/structseq.c). */
import type { TypeBody } from '../heap/object.ts';
import {
  TPFLAGS_DISALLOW_INSTANTIATION,
  TPFLAGS_HAVE_GC,
  type PyContainer,
  type PyObject,
  type Visit,
} from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { typeError } from '../exceptions/raise.ts';
import { reprString } from '../protocols/object.ts';
import { collectFast } from '../protocols/sequence.ts';
import { defineType } from './define.ts';
import { dict_getStr, dict_setStr, isDict, newDict, type PyDict } from './dict.ts';
import { newInt } from './int.ts';
import { object_alloc } from './object.ts';
import { parseArgs, signature } from './signature.ts';
import { None } from './singletons.ts';
import { newStr } from './str.ts';
import { newTuple, T_TUPLE, tupleFromBorrowed, type PyTuple } from './tuple.ts';

export interface StructSeqSpec {
  /** With the module: `time.struct_time`. */
  name: string;
  doc: string;
  /** Field names with their docstrings; those from `visible` on are attributes only, not items. */
  fields: [string, string][];
  visible: number;
  /** False for types that cannot be called (`sys.version_info`). */
  callable?: boolean;
}

const specs = new Map<TypeBody, StructSeqSpec>();

/** PyStructSequence_New and SET_ITEM: an instance with a value for every field, each consumed. New reference. */
export function newStructSeq(type: TypeBody, values: PyObject[]): PyTuple {
  const spec = specs.get(type)!;
  const o = object_alloc(type, spec.fields.length) as PyTuple;
  o.v = values.slice(0, spec.visible);
  o.values = values.slice(spec.visible);
  return o;
}

function structseq_dealloc(o: PyObject): void {
  const self = o as PyTuple;
  const hidden = self.values!;
  self.values = null;
  for (let i = 0; i < hidden.length; i++) decref(hidden[i]!);
  T_TUPLE.tp_dealloc!(self);
}

function structseq_traverse(o: PyContainer, visit: Visit): void {
  T_TUPLE.tp_traverse!(o, visit);
  if (o.values !== null) for (const value of o.values) visit(value!, null);
}

/** Value of field number `i`, borrowed. */
function fieldOf(o: PyObject, i: number): PyObject {
  const self = o as PyTuple;
  return i < self.v.length ? self.v[i] : self.values![i - self.v.length]!;
}

const NEW = signature('structseq', '(sequence, dict=None)');

function structseq_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const spec = specs.get(type)!;
  const [sequence, dict] = parseArgs(NEW, args, kwnames) as [PyObject, PyObject | undefined];
  const values = collectFast(sequence, 'constructor requires a sequence');
  const n = values.length;
  const min = spec.visible;
  const max = spec.fields.length;
  if (dict !== undefined && dict !== None && !isDict(dict))
    release(values, `${spec.name}() takes a dict as second arg, if any`);
  if (n < min || n > max) {
    const limit = min === max ? `a ${min}` : n < min ? `an at least ${min}` : `an at most ${max}`;
    release(values, `${spec.name}() takes ${limit}-sequence (${n}-sequence given)`);
  }
  for (let i = n; i < max; i++) {
    const given = dict !== undefined && dict !== None ? dict_getStr(dict as PyDict, spec.fields[i][0]) : null;
    values.push(incref(given ?? None));
  }
  return newStructSeq(type, values);
}

function release(values: PyObject[], message: string): never {
  for (const value of values) decref(value);
  return typeError(message);
}

function structseq_repr(o: PyObject): PyObject {
  const spec = specs.get(o.type)!;
  const parts = (o as PyTuple).v.map((value, i) => `${spec.fields[i][0]}=${reprString(value)}`);
  return newStr(`${spec.name}(${parts.join(', ')})`);
}

function structseq_reduce(self: PyTuple): PyObject {
  const spec = specs.get(self.type)!;
  const dict = newDict();
  for (let i = spec.visible; i < spec.fields.length; i++) dict_setStr(dict, spec.fields[i][0], fieldOf(self, i));
  return newTuple([incref(self.type.obj), newTuple([tupleFromBorrowed(self.v), dict])]);
}

/** Defines a struct sequence type; `type` is a fresh body with the name of the spec. */
export function defineStructSeq(type: TypeBody, spec: StructSeqSpec): void {
  specs.set(type, spec);
  const callable = spec.callable !== false;
  defineType(type, {
    base: T_TUPLE,
    doc: spec.doc,
    flags: TPFLAGS_HAVE_GC | (callable ? 0 : TPFLAGS_DISALLOW_INSTANTIATION),
    basicsize: T_TUPLE.basicsize,
    itemsize: 8,
    slots: {
      tp_new: callable ? structseq_new : null,
      tp_dealloc: structseq_dealloc,
      tp_traverse: structseq_traverse,
      tp_repr: structseq_repr,
    },
    methods: [['__reduce__', structseq_reduce, '!($self, /)']],
    members: spec.fields.map(([name, doc], i) => [name, (o: PyObject) => incref(fieldOf(o, i)), null, doc]),
    attrs: () => ({
      n_sequence_fields: newInt(spec.visible),
      n_fields: newInt(spec.fields.length),
      n_unnamed_fields: newInt(0),
      __match_args__: newTuple(spec.fields.slice(0, spec.visible).map(([name]) => newStr(name))),
    }),
  });
}
