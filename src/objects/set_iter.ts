/** Iterator over set and frozenset (setiterobject in Objects/setobject.c). */
import { TPFLAGS_HAVE_GC, TypeBody, type PyContainer, type PyObject, type Visit } from '../heap/object.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { runtimeError } from '../exceptions/raise.ts';
import { collect } from '../protocols/sequence.ts';
import { defineType } from './define.ts';
import { builtinNamed } from './builtin_named.ts';
import { newInt } from './int.ts';
import { newList } from './list.ts';
import { gcNew } from './object.ts';
import { nextSlot, type PySet } from './set_table.ts';
import { newTuple, tuple1 } from './tuple.ts';

export class SetIterBody {
  constructor(
    /** Owned; null once exhausted. */
    public set: PySet | null,
    /** Keys when the iteration began; -1 after a change was reported. */
    public used: number,
    /** Next slot of the table. */
    public pos: number,
    public len: number,
  ) {}
}

export type PySetIter = PyContainer<SetIterBody>;

export const T_SET_ITERATOR = new TypeBody('set_iterator');

/** iter(s) */
export function set_iter(o: PyObject): PyObject {
  const self = o as PySet;
  self.rc++;
  return gcNew(T_SET_ITERATOR, new SetIterBody(self, self.v.used, 0, self.v.used));
}

export function setiter_iternext(o: PyObject): PyObject | null {
  const it = (o as PySetIter).v;
  const set = it.set;
  if (set === null) return null;
  const so = set.v;
  if (it.used !== so.used) {
    it.used = -1;
    runtimeError('Set changed size during iteration');
  }
  const i = nextSlot(so, it.pos);
  if (i < 0) {
    it.set = null;
    decref(set);
    return null;
  }
  it.pos = i + 1;
  it.len--;
  return incref(so.keys[i]!);
}

function setiter_dealloc(o: PyObject): void {
  const self = o as PySetIter;
  untrack(self);
  xdecref(self.v.set);
  gcFree(self);
}

function setiter_traverse(o: PyContainer, visit: Visit): void {
  const { set } = (o as PySetIter).v;
  if (set !== null) visit(set, 'set');
}

function setiter_len(self: PySetIter): PyObject {
  const it = self.v;
  return newInt(it.set !== null && it.used === it.set.v.used ? it.len : 0);
}

function setiter_reduce(self: PySetIter): PyObject {
  const it = self.v;
  if (it.set !== null) it.set.rc++;
  const copy = gcNew(T_SET_ITERATOR, new SetIterBody(it.set, it.used, it.pos, it.len));
  let items: PyObject[];
  try {
    items = collect(copy);
  } finally {
    decref(copy);
  }
  const list = newList(items);
  const args = tuple1(list);
  decref(list);
  return newTuple([builtinNamed('iter'), args]);
}

export function initSetIter(): void {
  defineType(T_SET_ITERATOR, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 48,
    slots: {
      tp_dealloc: setiter_dealloc,
      tp_traverse: setiter_traverse,
      tp_iter: incref,
      tp_iternext: setiter_iternext,
    },
    methods: [
      ['__length_hint__', setiter_len, '!($self, /)', 'Private method returning an estimate of len(list(it)).'],
      ['__reduce__', setiter_reduce, '!($self, /)', 'Return state information for pickling.'],
    ],
  });
}
