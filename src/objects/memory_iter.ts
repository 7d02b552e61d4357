/** The iterator of a memoryview (memoryiter of Objects/memoryobject.c). */
import type { PyContainer } from '../heap/object.ts';
import { TPFLAGS_HAVE_GC, TypeBody, type PyObject, type Visit } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { raise, typeError } from '../exceptions/raise.ts';
import { T_NotImplementedError } from '../exceptions/types.ts';
import { defineType } from './define.ts';
import { alive, type PyMemoryView } from './memory_body.ts';
import { unpackItem } from './memory_format.ts';
import { gcNew } from './object.ts';

/** `seq` becomes null when the iterator is exhausted. */
class MemoryIter {
  index = 0;
  constructor(
    public seq: PyMemoryView | null,
    readonly length: number,
  ) {}
}

const T_MEMORY_ITER = new TypeBody('memory_iterator');

export function memory_iter(o: PyObject): PyObject {
  const m = alive(o);
  if (m.shape.length === 0) typeError('invalid indexing of 0-dim memory');
  if (m.shape.length > 1) raise(T_NotImplementedError, 'multi-dimensional sub-views are not implemented');
  return gcNew(T_MEMORY_ITER, new MemoryIter(incref(o as PyMemoryView), m.shape[0]));
}

function memoryiter_next(it: PyObject): PyObject | null {
  const body: MemoryIter = it.v;
  const seq = body.seq;
  if (seq === null) return null;
  if (body.index < body.length) {
    const m = alive(seq);
    return unpackItem(m.mbuf.v.data, m.start + body.index++ * m.strides[0], m.format);
  }
  body.seq = null;
  decref(seq);
  return null;
}

function memoryiter_dealloc(it: PyObject): void {
  untrack(it as PyContainer);
  const body: MemoryIter = it.v;
  if (body.seq !== null) decref(body.seq);
  gcFree(it as PyContainer);
}

function memoryiter_traverse(it: PyContainer<MemoryIter>, visit: Visit): void {
  if (it.v.seq !== null) visit(it.v.seq, 'seq');
}

export function initMemoryIter(): void {
  defineType(T_MEMORY_ITER, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 48,
    slots: {
      tp_dealloc: memoryiter_dealloc,
      tp_traverse: memoryiter_traverse,
      tp_iter: incref,
      tp_iternext: memoryiter_next,
    },
  });
}
