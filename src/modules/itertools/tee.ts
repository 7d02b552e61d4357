/** tee: several iterators over one (Modules/itertoolsmodule.c). */
import { TPFLAGS_HAVE_GC, TypeBody, type PyContainer, type PyObject, type Visit } from '../../heap/object.ts';
import { gcFree, untrack } from '../../heap/gc.ts';
import { decref, incref, xdecref } from '../../heap/refcount.ts';
import { clearWeakRefs } from '../../heap/weakrefs.ts';
import { runtimeError, typeError, valueError } from '../../exceptions/raise.ts';
import { lookupattrStr } from '../../protocols/attribute.ts';
import { call0 } from '../../protocols/call.ts';
import { getIter } from '../../protocols/iterator.ts';
import { defineType } from '../../objects/define.ts';
import { gcNew } from '../../objects/object.ts';
import { ssizeArgument } from '../../objects/sequence_index.ts';
import { newTuple } from '../../objects/tuple.ts';

/** LINKCELLS: items a link holds. */
const LINK_CELLS = 57;

/** A link of the chain of items already read. */
class TeeDataBody {
  values: PyObject[] = [];
  nextlink: PyContainer<TeeDataBody> | null = null;
  running = false;
  constructor(public it: PyObject) {}
}

class TeeBody {
  constructor(
    public data: PyContainer<TeeDataBody>,
    public index: number,
  ) {}
}

export const T_TEE = new TypeBody('itertools._tee');
export const T_TEE_DATA = new TypeBody('itertools._tee_dataobject');

/** teedataobject_getitem: item `i` of a link, read from the iterator when nobody was there before. */
function itemOf(data: TeeDataBody, i: number): PyObject | null {
  if (i < data.values.length) return incref(data.values[i]);
  if (data.running) runtimeError('cannot re-enter the tee iterator');
  data.running = true;
  let value: PyObject | null;
  try {
    value = data.it.type.tp_iternext!(data.it);
  } finally {
    data.running = false;
  }
  if (value === null) return null;
  data.values.push(incref(value));
  return value;
}

function nextTee(o: PyObject): PyObject | null {
  const tee: TeeBody = o.v;
  if (tee.index >= LINK_CELLS) {
    const data = tee.data.v;
    data.nextlink ??= gcNew(T_TEE_DATA, new TeeDataBody(incref(data.it)));
    const old = tee.data;
    tee.data = incref(data.nextlink);
    tee.index = 0;
    decref(old);
  }
  const value = itemOf(tee.data.v, tee.index);
  if (value !== null) tee.index++;
  return value;
}

function newTee(data: PyContainer<TeeDataBody>, index: number): PyObject {
  return gcNew(T_TEE, new TeeBody(data, index));
}

function tee_copy(self: PyContainer<TeeBody>): PyObject {
  return newTee(incref(self.v.data), self.v.index);
}

/** A tee object over any iterable (tee_fromiterable). */
function teeFromIterable(iterable: PyObject): PyObject {
  const it = getIter(iterable);
  if (it.type === T_TEE) {
    const copy = tee_copy(it as PyContainer<TeeBody>);
    decref(it);
    return copy;
  }
  return newTee(gcNew(T_TEE_DATA, new TeeDataBody(it)), 0);
}

export function itertools_tee(_module: PyObject, iterable: PyObject, n?: PyObject): PyObject {
  const count = n === undefined ? 2 : ssizeArgument(n);
  if (count < 0) valueError('n must be >= 0');
  if (count === 0) return newTuple([]);
  const it = getIter(iterable);
  let copyable: PyObject;
  let copy: PyObject | null;
  try {
    copy = lookupattrStr(it, '__copy__');
    if (copy === null) {
      copyable = teeFromIterable(it);
      copy = lookupattrStr(copyable, '__copy__');
    } else copyable = incref(it);
  } finally {
    decref(it);
  }
  const result = [copyable];
  try {
    for (let i = 1; i < count; i++) result.push(call0(copy!));
  } catch (e) {
    for (const tee of result) decref(tee);
    throw e;
  } finally {
    xdecref(copy);
  }
  return newTuple(result);
}

export function initTee(): void {
  defineType(T_TEE, {
    doc: 'Iterator wrapped to make it copyable.',
    flags: TPFLAGS_HAVE_GC,
    basicsize: 48,
    weakrefs: true,
    slots: {
      tp_new: (_type, args) => {
        if (args.length !== 1) typeError(`_tee expected 1 argument, got ${args.length}`);
        return teeFromIterable(args[0]);
      },
      tp_dealloc: o => {
        untrack(o as PyContainer);
        clearWeakRefs(o);
        decref((o.v as TeeBody).data);
        gcFree(o as PyContainer);
      },
      tp_traverse: (o: PyContainer, visit: Visit) => visit((o.v as TeeBody).data, null),
      tp_iter: incref,
      tp_iternext: nextTee,
    },
    methods: [['__copy__', tee_copy, '!($self, /)', 'Returns an independent iterator.']],
  });
  defineType(T_TEE_DATA, {
    doc: 'Data container common to multiple tee objects.',
    flags: TPFLAGS_HAVE_GC,
    basicsize: 496,
    slots: {
      tp_dealloc: o => {
        untrack(o as PyContainer);
        const data: TeeDataBody = o.v;
        decref(data.it);
        for (const value of data.values) decref(value);
        let next = data.nextlink;
        data.nextlink = null;
        // A long chain is let go link by link.
        while (next !== null && next.rc === 1) {
          const after: PyContainer<TeeDataBody> | null = next.v.nextlink;
          next.v.nextlink = null;
          decref(next);
          next = after;
        }
        xdecref(next);
        gcFree(o as PyContainer);
      },
      tp_traverse: (o: PyContainer, visit: Visit) => {
        const data: TeeDataBody = o.v;
        visit(data.it, null);
        for (const value of data.values) visit(value, null);
        if (data.nextlink !== null) visit(data.nextlink, null);
      },
    },
  });
}
