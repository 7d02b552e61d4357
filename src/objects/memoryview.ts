/**
 * memoryview (Objects/memoryobject.c) of one dimension: indexing, slicing, casts between formats, release. The managed
 * buffer that the views of one exporter share is an object of its own, as in CPython.
 */
import {
  GC_HAS_WEAKREFS,
  PyContainer,
  TPFLAGS_HAVE_GC,
  TPFLAGS_SEQUENCE,
  TypeBody,
  type PyObject,
  type Visit,
} from '../heap/object.ts';
import { born } from '../heap/audit.ts';
import { decref, incref } from '../heap/refcount.ts';
import { gcFree, gcMalloc, track, untrack } from '../heap/gc.ts';
import { clearWeakRefs } from '../heap/weakrefs.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import { bytesHash, hash } from '../text/hash.ts';
import { indexError, raise, typeError, valueError } from '../exceptions/raise.ts';
import { T_IndexError, T_NotImplementedError } from '../exceptions/types.ts';
import { eq } from '../protocols/compare.ts';
import { asSsize, isIndex } from '../protocols/number.ts';
import { isBytearray } from './bytearray_body.ts';
import { newBytesFresh } from './bytes.ts';
import { hexOf } from './bytes_methods.ts';
import { defineType } from './define.ts';
import { newIntNumber } from './int.ts';
import { newList } from './list.ts';
import { itemSize, packItem, plainFormat, unpackItem } from './memory_format.ts';
import { bytesIn } from './number_convert.ts';
import { gcNew } from './object.ts';
import { parseArgs, signature, type Signature } from './signature.ts';
import { bool, None, NotImplemented } from './singletons.ts';
import { bounds, isSlice, unpackSlice } from './slice.ts';
import { isStr, newStr } from './str.ts';
import { hexAddress } from './text.ts';
import { newTuple } from './tuple.ts';

/** _PyManagedBufferObject: the exporter's memory, held while views exist. */
class ManagedBuffer {
  /** Views not yet released. */
  views = 0;
  constructor(
    /** The exporter, owned until the buffer is released. */
    public obj: PyObject | null,
    readonly data: Uint8Array,
    readonly readonly: boolean,
  ) {}
}

/** A view: `length` items of `format`, `stride` bytes apart from `start` on. */
export class MemoryBody {
  released = false;
  hashed = false;
  hashLo = 0;
  hashHi = 0;
  constructor(
    public mbuf: PyContainer<ManagedBuffer>,
    readonly start: number,
    readonly length: number,
    readonly stride: number,
    readonly format: string,
    readonly itemsize: number,
    readonly readonly: boolean,
  ) {}
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
    return addView(m.mbuf, m.start, m.length, m.stride, m.format, m.itemsize, m.readonly);
  }
  const bytes = bytesIn(o);
  if (bytes === null) typeError(`memoryview: a bytes-like object is required, not '${o.type.name}'`);
  if (isBytearray(o)) o.v.exports++;
  const mbuf = gcNew(T_MANAGEDBUFFER, new ManagedBuffer(incref(o), bytes, !isBytearray(o)));
  const view = addView(mbuf, 0, bytes.length, 1, 'B', 1, mbuf.v.readonly);
  decref(mbuf);
  return view;
}

function addView(
  mbuf: PyContainer<ManagedBuffer>,
  start: number,
  length: number,
  stride: number,
  format: string,
  itemsize: number,
  readonly: boolean,
): PyMemoryView {
  mbuf.v.views++;
  const body = new MemoryBody(incref(mbuf), start, length, stride, format, itemsize, readonly);
  // 144 bytes and three numbers (shape, stride, suboffset) a dimension.
  const o = new PyContainer(1, T_MEMORYVIEW, gcMalloc(T_MEMORYVIEW, 168), body);
  track(o);
  born(o);
  return o;
}

/** The body of a view that is not released. Raises ValueError. */
function alive(o: PyObject): MemoryBody {
  const m: MemoryBody = o.v;
  if (m.released) valueError('operation forbidden on released memoryview object');
  return m;
}

function releaseView(m: MemoryBody): void {
  if (m.released) return;
  m.released = true;
  const mbuf = m.mbuf.v;
  if (--mbuf.views === 0) releaseBuffer(mbuf);
}

function releaseBuffer(mbuf: ManagedBuffer): void {
  const obj = mbuf.obj;
  if (obj === null) return;
  mbuf.obj = null;
  if (isBytearray(obj)) obj.v.exports--;
  decref(obj);
}

/** The view's bytes in order: shared when contiguous, else copied. */
export function memory_bytes(o: PyObject): Uint8Array {
  const m = alive(o);
  const data = m.mbuf.v.data;
  if (m.stride === m.itemsize) return data.subarray(m.start, m.start + m.length * m.itemsize);
  const out = new Uint8Array(m.length * m.itemsize);
  for (let i = 0; i < m.length; i++)
    for (let k = 0; k < m.itemsize; k++) out[i * m.itemsize + k] = data[m.start + i * m.stride + k];
  return out;
}

// ---- slots

let SIGNATURE: Signature;

function memory_new(_type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  return newMemoryView(parseArgs(SIGNATURE, args, kwnames)[0]);
}

function memory_dealloc(o: PyObject): void {
  const view = o as PyMemoryView;
  untrack(view);
  const m = view.v;
  releaseView(m);
  decref(m.mbuf);
  if ((view.gcRefs & GC_HAS_WEAKREFS) !== 0) clearWeakRefs(view);
  gcFree(view);
}

function memory_traverse(o: PyContainer<MemoryBody>, visit: Visit): void {
  visit(o.v.mbuf, 'mbuf');
}

function memory_clear(o: PyContainer): void {
  releaseView(o.v);
}

function mbuf_dealloc(o: PyObject): void {
  untrack(o as PyContainer);
  releaseBuffer(o.v);
  gcFree(o as PyContainer);
}

function mbuf_traverse(o: PyContainer<ManagedBuffer>, visit: Visit): void {
  if (o.v.obj !== null) visit(o.v.obj, 'obj');
}

function memory_repr(o: PyObject): PyObject {
  return newStr(`<${(o.v as MemoryBody).released ? 'released memory' : 'memory'} at ${hexAddress(o)}>`);
}

function memory_length(o: PyObject): number {
  return alive(o).length;
}

function offsetOf(m: MemoryBody, key: PyObject): number {
  let i = asSsize(key, T_IndexError);
  if (i < 0) i += m.length;
  if (i < 0 || i >= m.length) indexError('index out of bounds on dimension 1');
  return m.start + i * m.stride;
}

function memory_item(o: PyObject, i: number): PyObject {
  const m = alive(o);
  if (i < 0 || i >= m.length) indexError('index out of bounds on dimension 1');
  return unpackItem(m.mbuf.v.data, m.start + i * m.stride, m.format);
}

function memory_subscript(o: PyObject, key: PyObject): PyObject {
  const m = alive(o);
  if (isIndex(key)) return unpackItem(m.mbuf.v.data, offsetOf(m, key), m.format);
  if (!isSlice(key)) typeError('memoryview: invalid slice key');
  unpackSlice(key, m.length);
  const { start, step } = bounds;
  const length = Math.max(0, bounds.length);
  return addView(m.mbuf, m.start + start * m.stride, length, m.stride * step, m.format, m.itemsize, m.readonly);
}

function memory_ass_subscript(o: PyObject, key: PyObject, value: PyObject | null): void {
  const m = alive(o);
  if (m.readonly) typeError('cannot modify read-only memory');
  if (value === null) typeError('cannot delete memory');
  const data = m.mbuf.v.data;
  if (isIndex(key)) return packItem(data, offsetOf(m, key), m.format, value);
  if (!isSlice(key)) typeError('memoryview: invalid slice key');
  const source = bytesIn(value);
  if (source === null) typeError(`a bytes-like object is required, not '${value.type.name}'`);
  unpackSlice(key, m.length);
  const { start, step } = bounds;
  const length = Math.max(0, bounds.length);
  const format = isMemoryView(value) ? value.v.format : 'B';
  if (plainFormat(format) !== plainFormat(m.format) || source.length !== length * m.itemsize)
    valueError('memoryview assignment: lvalue and rvalue have different structures');
  const values = source.slice();
  for (let i = 0; i < length; i++)
    for (let k = 0; k < m.itemsize; k++) data[m.start + (start + i * step) * m.stride + k] = values[i * m.itemsize + k];
}

function memory_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (op !== Py_EQ && op !== Py_NE) return NotImplemented;
  const equal = memoryEqual(a as PyMemoryView, b);
  return equal === null ? NotImplemented : bool(equal === (op === Py_EQ));
}

/** Equal formats, lengths and items; null when `b` has no buffer. */
function memoryEqual(a: PyMemoryView, b: PyObject): boolean | null {
  if (a.v.released) return a === b;
  if (isMemoryView(b) && b.v.released) return false;
  const other = bytesIn(b);
  if (other === null) return null;
  const m = a.v;
  const format = plainFormat(isMemoryView(b) ? b.v.format : 'B');
  const length = isMemoryView(b) ? b.v.length : other.length;
  if (m.length !== length) return false;
  const bytes = memory_bytes(a);
  if (format === plainFormat(m.format) && !'fde'.includes(format)) return bytes.every((c, i) => c === other[i]);
  const size = itemSize(format);
  for (let i = 0; i < length; i++) {
    const x = unpackItem(bytes, i * m.itemsize, m.format);
    const y = unpackItem(other, i * size, format);
    const same = eq(x, y);
    decref(x);
    decref(y);
    if (!same) return false;
  }
  return true;
}

function memory_hash(o: PyObject): void {
  const m = alive(o);
  if (!m.hashed) {
    if (!m.readonly) valueError('cannot hash writable memoryview object');
    if (!'Bbc'.includes(plainFormat(m.format)))
      valueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    bytesHash(memory_bytes(o));
    m.hashLo = hash.lo;
    m.hashHi = hash.hi;
    m.hashed = true;
  }
  hash.lo = m.hashLo;
  hash.hi = m.hashHi;
}

// ---- methods

function memory_release(self: PyObject): PyObject {
  releaseView(self.v);
  return None;
}

function memory_tobytes(self: PyObject, order?: PyObject): PyObject {
  const bytes = memory_bytes(self);
  if (order !== undefined && order !== None) {
    if (!isStr(order)) typeError(`tobytes() argument 'order' must be str or None, not ${order.type.name}`);
    if (!['C', 'F', 'A'].includes(order.v)) valueError("order must be 'C', 'F' or 'A'");
  }
  return newBytesFresh(bytes.slice());
}

function memory_tolist(self: PyObject): PyObject {
  const m = alive(self);
  const items: PyObject[] = [];
  for (let i = 0; i < m.length; i++) items.push(unpackItem(m.mbuf.v.data, m.start + i * m.stride, m.format));
  return newList(items);
}

function memory_toreadonly(self: PyObject): PyObject {
  const m = alive(self);
  return addView(m.mbuf, m.start, m.length, m.stride, m.format, m.itemsize, true);
}

function memory_cast(self: PyObject, format: PyObject, shape?: PyObject): PyObject {
  const m = alive(self);
  if (!isStr(format)) typeError(`cast() argument 'format' must be str, not ${format.type.name}`);
  if (m.stride !== m.itemsize && m.length > 1) typeError('memoryview: casts are restricted to C-contiguous views');
  if (shape !== undefined && shape !== None)
    raise(T_NotImplementedError, 'memoryview: casts to several dimensions are not supported');
  const size = itemSize(format.v);
  if (size === 0)
    valueError("memoryview: destination format must be a native single character format prefixed with an optional '@'");
  const bytewise = 'Bbc';
  if (!bytewise.includes(plainFormat(format.v)) && !bytewise.includes(plainFormat(m.format)))
    typeError('memoryview: cannot cast between two non-byte formats');
  const nbytes = m.length * m.itemsize;
  if (nbytes % size !== 0) typeError('memoryview: length is not a multiple of itemsize');
  return addView(m.mbuf, m.start, nbytes / size, size, format.v, size, m.readonly);
}

function memory_hex(self: PyObject, sep?: PyObject, bytesPerSep?: PyObject): PyObject {
  return hexOf(memory_bytes(self), sep, bytesPerSep);
}

function memory_enter(self: PyObject): PyObject {
  alive(self);
  return incref(self);
}

function memory_from_flags(_type: PyObject, o: PyObject): PyObject {
  return newMemoryView(o);
}

function contiguous(o: PyObject): PyObject {
  const m = alive(o);
  return bool(m.length <= 1 || m.stride === m.itemsize);
}

export function initMemoryView(): void {
  SIGNATURE = signature('memoryview', '(object)');
  defineType(T_MANAGEDBUFFER, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 112,
    slots: { tp_dealloc: mbuf_dealloc, tp_traverse: mbuf_traverse, tp_clear: o => releaseBuffer(o.v) },
  });
  defineType(T_MEMORYVIEW, {
    flags: TPFLAGS_HAVE_GC | TPFLAGS_SEQUENCE,
    basicsize: 144,
    itemsize: 8,
    weakrefs: true,
    doc: 'A view of the memory of an object, without a copy.',
    slots: {
      tp_dealloc: memory_dealloc,
      tp_traverse: memory_traverse,
      tp_clear: memory_clear,
      tp_new: memory_new,
      tp_repr: memory_repr,
      tp_hash: memory_hash,
      tp_richcompare: memory_richcompare,
      sizeof: () => 168,
      sq_length: memory_length,
      sq_item: memory_item,
      mp_length: memory_length,
      mp_subscript: memory_subscript,
      mp_ass_subscript: memory_ass_subscript,
      bf_getbuffer: memory_bytes,
    },
    methods: [
      ['release', memory_release, '($self, /)', 'Lets go of the memory; the view is of no use afterwards.'],
      ['tobytes', memory_tobytes, "($self, /, order='C')", 'The contents as a bytes.'],
      ['hex', memory_hex, '($self, /, sep=<unrepresentable>, bytes_per_sep=1)', 'Hexadecimal digits of the contents.'],
      ['tolist', memory_tolist, '($self, /)', 'The items as a list.'],
      ['cast', memory_cast, '($self, /, format, shape=<unrepresentable>)', 'The same memory in another format.'],
      ['toreadonly', memory_toreadonly, '($self, /)', 'A view of the same memory that cannot be written.'],
      ['__enter__', memory_enter, '!($self)', 'The view itself.'],
      ['__exit__', memory_release, '!(*args)', 'Releases the view.'],
    ],
    classmethods: [['_from_flags', memory_from_flags, '($type, /, object, flags)', 'A view of an object.']],
    getset: [
      ['obj', o => incref(alive(o).mbuf.v.obj ?? None), null, 'The object whose memory it is.'],
      ['nbytes', o => newIntNumber(alive(o).length * o.v.itemsize), null, 'Bytes the contents take.'],
      ['readonly', o => bool(alive(o).readonly), null, 'Whether the memory cannot be written.'],
      ['itemsize', o => newIntNumber(alive(o).itemsize), null, 'Bytes an item takes.'],
      ['format', o => newStr(alive(o).format), null, 'Format of an item in the style of the struct module.'],
      ['ndim', o => newIntNumber(alive(o) && 1), null, 'Number of dimensions.'],
      ['shape', o => newTuple([newIntNumber(alive(o).length)]), null, 'Items in each dimension.'],
      ['strides', o => newTuple([newIntNumber(alive(o).stride)]), null, 'Bytes from item to item in each dimension.'],
      ['suboffsets', o => newTuple(alive(o) && []), null, 'For arrays of pointers; empty.'],
      ['c_contiguous', contiguous, null, 'Whether the memory is contiguous in C order.'],
      ['f_contiguous', contiguous, null, 'Whether the memory is contiguous in Fortran order.'],
      ['contiguous', contiguous, null, 'Whether the memory is contiguous.'],
    ],
  });
}
