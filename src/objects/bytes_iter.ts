/** Iterators of bytes and bytearray. */
import type { PyContainer } from '../heap/object.ts';
import { TPFLAGS_HAVE_GC, TypeBody, type PyObject, type Visit } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { asSsize } from '../protocols/number.ts';
import { bytearray_bytes, isBytearray, T_BYTEARRAY, type BytearrayBody } from './bytearray_body.ts';
import { defineType, type MethodRow } from './define.ts';
import { builtinNamed } from './builtin_named.ts';
import { newIntNumber, SMALL_INTS } from './int.ts';
import { gcNew } from './object.ts';
import { None } from './singletons.ts';
import { EMPTY_BYTES } from './bytes.ts';
import { newTuple } from './tuple.ts';

/** `seq` becomes null when the iterator is exhausted. */
export class BytesIter {
  index = 0;
  constructor(public seq: PyObject | null) {}
}

export const T_BYTES_ITER = new TypeBody('bytes_iterator');
export const T_BYTEARRAY_ITER = new TypeBody('bytearray_iterator');

export function bytes_iter(o: PyObject): PyObject {
  return gcNew(T_BYTES_ITER, new BytesIter(incref(o)));
}

export function bytearray_iter(o: PyObject): PyObject {
  return gcNew(T_BYTEARRAY_ITER, new BytesIter(incref(o)));
}

function bytesNow(o: PyObject): Uint8Array {
  return isBytearray(o) ? bytearray_bytes(o) : o.v;
}

function bytes_iter_next(it: PyObject): PyObject | null {
  const body: BytesIter = it.v;
  const seq = body.seq;
  if (seq === null) return null;
  if (seq.type === T_BYTEARRAY) {
    // Without the view that bytearray_bytes makes.
    const b: BytearrayBody = seq.v;
    if (body.index < b.length) return SMALL_INTS[b.data[b.start + body.index++] + 5];
  } else {
    const bytes = bytesNow(seq);
    if (body.index < bytes.length) return SMALL_INTS[bytes[body.index++] + 5];
  }
  body.seq = null;
  decref(seq);
  return null;
}

function bytes_iter_dealloc(it: PyObject): void {
  untrack(it as PyContainer);
  const body: BytesIter = it.v;
  if (body.seq !== null) decref(body.seq);
  gcFree(it as PyContainer);
}

function bytes_iter_traverse(it: PyContainer<BytesIter>, visit: Visit): void {
  if (it.v.seq !== null) visit(it.v.seq, 'seq');
}

function bytes_iter_len(it: PyObject): PyObject {
  const body: BytesIter = it.v;
  return newIntNumber(body.seq === null ? 0 : Math.max(0, bytesNow(body.seq).length - body.index));
}

function bytes_iter_reduce(it: PyObject): PyObject {
  const body: BytesIter = it.v;
  const iter = builtinNamed('iter');
  if (body.seq === null) return newTuple([iter, newTuple([EMPTY_BYTES])]);
  return newTuple([iter, newTuple([incref(body.seq)]), newIntNumber(body.index)]);
}

function bytes_iter_setstate(it: PyObject, state: PyObject): PyObject {
  const index = asSsize(state, null);
  const body: BytesIter = it.v;
  if (body.seq !== null) body.index = Math.min(Math.max(0, index), bytesNow(body.seq).length);
  return None;
}

export function initBytesIter(): void {
  const methods: MethodRow[] = [
    ['__length_hint__', bytes_iter_len, '!($self)', 'An estimate of how many items are left.'],
    ['__reduce__', bytes_iter_reduce, '!($self)', 'State for pickling.'],
    ['__setstate__', bytes_iter_setstate, '!($self, state, /)', 'Takes state from unpickling.'],
  ];
  for (const type of [T_BYTES_ITER, T_BYTEARRAY_ITER])
    defineType(type, {
      flags: TPFLAGS_HAVE_GC,
      basicsize: 32,
      slots: {
        tp_dealloc: bytes_iter_dealloc,
        tp_traverse: bytes_iter_traverse,
        tp_iter: incref,
        tp_iternext: bytes_iter_next,
      },
      methods: methods.slice(),
    });
}
