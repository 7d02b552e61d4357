/**
 * The bodies of memoryview and of the managed buffer that the views of one exporter share, an object of its own as in
 * CPython (Objects/memoryobject.c).
 */
import { PyContainer, TypeBody, type PyObject } from '../heap/object.ts';
import { born } from '../heap/audit.ts';
import { decref, incref } from '../heap/refcount.ts';
import { gcMalloc, track } from '../heap/gc.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import { isBytearray } from './bytearray_body.ts';
import { unpackItem } from './memory_format.ts';
import { newList } from './list.ts';
import { bytesIn } from './number_convert.ts';
import { gcNew } from './object.ts';

/** _PyManagedBufferObject: the exporter's memory, held while views exist. */
export class ManagedBuffer {
  /** Views not yet released. */
  views = 0;
  constructor(
    /** The exporter, owned until the buffer is released. */
    public obj: PyObject | null,
    readonly data: Uint8Array,
    readonly readonly: boolean,
  ) {}
}

/** How a view reads its memory. */
export interface Layout {
  /** Offset of the first item. */
  start: number;
  /** Items in each dimension, and bytes from one to the next. */
  shape: number[];
  strides: number[];
  format: string;
  itemsize: number;
  readonly: boolean;
}

export class MemoryBody implements Layout {
  released = false;
  hashed = false;
  hashLo = 0;
  hashHi = 0;
  readonly start: number;
  readonly shape: number[];
  readonly strides: number[];
  readonly format: string;
  readonly itemsize: number;
  readonly readonly: boolean;
  constructor(
    /** Owned. */
    public mbuf: PyContainer<ManagedBuffer>,
    layout: Layout,
  ) {
    this.start = layout.start;
    this.shape = layout.shape;
    this.strides = layout.strides;
    this.format = layout.format;
    this.itemsize = layout.itemsize;
    this.readonly = layout.readonly;
  }
}

export type PyMemoryView = PyContainer<MemoryBody>;

export const T_MANAGEDBUFFER = new TypeBody('managedbuffer');
export const T_MEMORYVIEW = new TypeBody('memoryview');

export function isMemoryView(o: PyObject): o is PyMemoryView {
  return o.type === T_MEMORYVIEW;
}

/** A new view of an exporter or of another view (PyMemoryView_FromObject). Raises TypeError. */
export function newMemoryView(o: PyObject): PyMemoryView {
  if (isMemoryView(o)) {
    const m = alive(o);
    return addView(m.mbuf, m);
  }
  const bytes = bytesIn(o);
  if (bytes === null) typeError(`memoryview: a bytes-like object is required, not '${o.type.name}'`);
  if (isBytearray(o)) o.v.exports++;
  const readonly = !isBytearray(o);
  const mbuf = gcNew(T_MANAGEDBUFFER, new ManagedBuffer(incref(o), bytes, readonly));
  const view = addView(mbuf, { start: 0, shape: [bytes.length], strides: [1], format: 'B', itemsize: 1, readonly });
  decref(mbuf);
  return view;
}

/** Bytes of a memoryview object: three numbers (shape, stride, suboffset) a dimension behind the fixed part. */
export function memorySize(m: Layout): number {
  return 144 + 24 * m.shape.length;
}

/** Another view of the same memory (mbuf_add_view). */
export function addView(mbuf: PyContainer<ManagedBuffer>, layout: Layout): PyMemoryView {
  mbuf.v.views++;
  const o = new PyContainer(
    1,
    T_MEMORYVIEW,
    gcMalloc(T_MEMORYVIEW, memorySize(layout)),
    new MemoryBody(incref(mbuf), layout),
  );
  track(o);
  born(o);
  return o;
}

/** The body of a view that is not released. Raises ValueError. */
export function alive(o: PyObject): MemoryBody {
  const m: MemoryBody = o.v;
  if (m.released) valueError('operation forbidden on released memoryview object');
  return m;
}

export function releaseView(m: MemoryBody): void {
  if (m.released) return;
  m.released = true;
  const mbuf = m.mbuf.v;
  if (--mbuf.views === 0) releaseBuffer(mbuf);
}

export function releaseBuffer(mbuf: ManagedBuffer): void {
  const obj = mbuf.obj;
  if (obj === null) return;
  mbuf.obj = null;
  if (isBytearray(obj)) obj.v.exports--;
  decref(obj);
}

/** How many items there are in all. */
export function itemCount(m: Layout): number {
  return m.shape.reduce((product, n) => product * n, 1);
}

/** Strides of contiguous memory in C order. */
export function contiguousStrides(shape: number[], itemsize: number): number[] {
  const strides: number[] = new Array(shape.length);
  let step = itemsize;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = step;
    step *= shape[i];
  }
  return strides;
}

function hasStrides(m: Layout, strides: number[]): boolean {
  return itemCount(m) === 0 || m.shape.every((n, i) => n <= 1 || m.strides[i] === strides[i]);
}

/** Contiguous in C order. */
export function isCContiguous(m: Layout): boolean {
  return hasStrides(m, contiguousStrides(m.shape, m.itemsize));
}

/** Contiguous in Fortran order. */
export function isFContiguous(m: Layout): boolean {
  return hasStrides(m, contiguousStrides(m.shape.slice().reverse(), m.itemsize).reverse());
}

/** Calls `visit` with the offset of every item in C order. */
export function eachItem(m: Layout, visit: (offset: number) => void, dimension = 0, offset = m.start): void {
  if (dimension === m.shape.length) return visit(offset);
  for (let i = 0; i < m.shape[dimension]; i++) eachItem(m, visit, dimension + 1, offset + i * m.strides[dimension]);
}

/** The view's bytes in C order: shared when contiguous, else copied. Raises ValueError. */
export function memory_bytes(o: PyObject): Uint8Array {
  const m = alive(o);
  const data = m.mbuf.v.data;
  const nbytes = itemCount(m) * m.itemsize;
  if (isCContiguous(m)) return data.subarray(m.start, m.start + nbytes);
  const out = new Uint8Array(nbytes);
  let at = 0;
  eachItem(m, offset => {
    for (let k = 0; k < m.itemsize; k++) out[at++] = data[offset + k];
  });
  return out;
}

/** Nested lists of the items (tolist_rec); the item itself when there is no dimension. */
export function itemLists(m: MemoryBody, dimension = 0, offset = m.start): PyObject {
  if (dimension === m.shape.length) return unpackItem(m.mbuf.v.data, offset, m.format);
  const items: PyObject[] = [];
  for (let i = 0; i < m.shape[dimension]; i++)
    items.push(itemLists(m, dimension + 1, offset + i * m.strides[dimension]));
  return newList(items);
}
