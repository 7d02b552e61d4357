/** The memory of a bytearray and how it is resized (Objects/bytearrayobject.c). */
import { TypeBody, type PyObject } from '../heap/object.ts';
import { free, malloc, realloc } from '../heap/pymalloc.ts';
import { NO_BYTES, zeroed } from '../text/byte_memory.ts';
import { memoryError, raise } from '../exceptions/raise.ts';
import { T_BufferError } from '../exceptions/types.ts';

export const T_BYTEARRAY = new TypeBody('bytearray');

export class BytearrayBody {
  /** The memory; `alloc` bytes of it are CPython's, here it may be longer. */
  data = NO_BYTES;
  /** ob_start - ob_bytes: deleting at the front only moves the start. */
  start = 0;
  length = 0;
  alloc = 0;
  /** Address of the memory block, 0 for none. */
  mem = 0;
  /** Views held by memoryviews, which forbid resizing. */
  exports = 0;
}

/** True for a bytearray or an instance of a subclass. */
export function isBytearray(o: PyObject): o is PyObject<BytearrayBody> {
  return o.type === T_BYTEARRAY || o.type.mro.includes(T_BYTEARRAY);
}

/** The contents, shared. */
export function bytearray_bytes(o: PyObject): Uint8Array {
  const b: BytearrayBody = o.v;
  return b.data.subarray(b.start, b.start + b.length);
}

export const EXPORTED = 'Existing exports of data: object cannot be re-sized';

/** Raises BufferError while a memoryview looks at the memory. */
export function checkResizable(b: BytearrayBody): void {
  if (b.exports > 0) raise(T_BufferError, EXPORTED);
}

/** PyByteArray_Resize: what lies beyond the old length is undefined. */
export function bytearray_resize(b: BytearrayBody, size: number): void {
  if (size === b.length) return;
  checkResizable(b);
  if (size > 0x7ffffff0) memoryError();
  let alloc = b.alloc;
  if (size + b.start + 1 <= alloc) {
    if (size >= Math.floor(alloc / 2)) {
      b.length = size;
      return;
    }
    alloc = size + 1;
  } else if (size <= alloc * 1.125) alloc = size + (size >> 3) + (size < 9 ? 3 : 6);
  else alloc = size + 1;
  const data = zeroed(alloc);
  if (b.length > 0) data.set(b.data.subarray(b.start, b.start + Math.min(size, b.length)));
  if (b.start > 0) {
    const mem = malloc(alloc);
    free(b.mem);
    b.mem = mem;
    b.start = 0;
  } else b.mem = realloc(b.mem, alloc);
  b.data = data;
  b.alloc = alloc;
  b.length = size;
}

/** A body with a copy of the bytes (PyByteArray_FromStringAndSize). */
export function bodyFrom(bytes: Uint8Array): BytearrayBody {
  const b = new BytearrayBody();
  if (bytes.length === 0) return b;
  b.alloc = bytes.length + 1;
  b.data = zeroed(b.alloc);
  b.data.set(bytes);
  b.length = bytes.length;
  b.mem = malloc(b.alloc);
  return b;
}

/** bytearray_setslice_linear: replaces [lo, hi) by the values. */
export function setSliceLinear(b: BytearrayBody, lo: number, hi: number, values: Uint8Array): void {
  const growth = values.length - (hi - lo);
  const old = b.length;
  if (growth < 0) {
    checkResizable(b);
    if (lo === 0) b.start -= growth;
    else b.data.copyWithin(b.start + lo + values.length, b.start + hi, b.start + old);
    bytearray_resize(b, old + growth);
  } else if (growth > 0) {
    bytearray_resize(b, old + growth);
    b.data.copyWithin(b.start + lo + values.length, b.start + hi, b.start + old);
  }
  if (values.length > 0) b.data.set(values, b.start + lo);
}
