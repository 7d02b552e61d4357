/** memoryview (Objects/memoryobject.c): indexing, slicing, casts between formats and shapes, comparison and release. */
import {
  GC_HAS_WEAKREFS,
  type PyContainer,
  TPFLAGS_HAVE_GC,
  TPFLAGS_SEQUENCE,
  type PyObject,
  type TypeBody,
  type Visit,
} from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { clearWeakRefs } from '../heap/weakrefs.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import { bytesHash, hash } from '../text/hash.ts';
import { indexError, raise, typeError, valueError } from '../exceptions/raise.ts';
import { T_IndexError, T_NotImplementedError } from '../exceptions/types.ts';
import { eq } from '../protocols/compare.ts';
import { asSsize, isIndex } from '../protocols/number.ts';
import { badArgument } from './bad_argument.ts';
import { newBytesFresh } from './bytes.ts';
import { hexOf } from './bytes_methods.ts';
import { defineType } from './define.ts';
import { isInt, newIntNumber } from './int.ts';
import { isList } from './list.ts';
import {
  addView,
  alive,
  contiguousStrides,
  eachItem,
  isCContiguous,
  isFContiguous,
  isMemoryView,
  itemCount,
  itemLists,
  type ManagedBuffer,
  memory_bytes,
  type MemoryBody,
  memorySize,
  newMemoryView,
  type PyMemoryView,
  releaseBuffer,
  releaseView,
  T_MANAGEDBUFFER,
  T_MEMORYVIEW,
} from './memory_body.ts';
import { itemSize, packItem, plainFormat, unpackItem } from './memory_format.ts';
import { initMemoryIter, memory_iter } from './memory_iter.ts';
import { bytesIn } from './number_convert.ts';
import { parseArgs, signature, type Signature } from './signature.ts';
import { bool, Ellipsis, None, NotImplemented } from './singletons.ts';
import { bounds, isSlice, type PySlice, unpackSlice } from './slice.ts';
import { isStr, newStr } from './str.ts';
import { hexAddress } from './text.ts';
import { isTuple, newTuple } from './tuple.ts';

export { isMemoryView, newMemoryView, T_MEMORYVIEW } from './memory_body.ts';

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
  const m = alive(o);
  return m.shape.length === 0 ? typeError('0-dim memory has no length') : m.shape[0];
}

function notImplemented(message: string): never {
  return raise(T_NotImplementedError, message);
}

// ---- indexing

/** Offset of item `i` of a dimension from the dimension's start. Raises IndexError. */
function offsetIn(m: MemoryBody, dimension: number, i: number): number {
  const n = m.shape[dimension];
  if (i < 0) i += n;
  if (i < 0 || i >= n) indexError(`index out of bounds on dimension ${dimension + 1}`);
  return i * m.strides[dimension];
}

/** Offset that an index or a tuple of indices leads to; null for a slice. `partial` says what an index of too few gets. */
function locate(m: MemoryBody, key: PyObject, partial: string): number | null {
  const ndim = m.shape.length;
  if (isIndex(key)) {
    if (ndim === 0) typeError('invalid indexing of 0-dim memory');
    if (ndim > 1) notImplemented(partial);
    return m.start + offsetIn(m, 0, asSsize(key, T_IndexError));
  }
  if (isSlice(key)) return null;
  if (!isTuple(key)) return typeError('memoryview: invalid slice key');
  if (!key.v.every(isIndex)) {
    if (key.v.every(item => isSlice(item))) notImplemented('multi-dimensional slicing is not implemented');
    typeError('memoryview: invalid slice key');
  }
  if (key.v.length > ndim) typeError(`cannot index ${ndim}-dimension view with ${key.v.length}-element tuple`);
  if (key.v.length < ndim) notImplemented('sub-views are not implemented');
  return key.v.reduce((at, item, i) => at + offsetIn(m, i, asSsize(item, T_IndexError)), m.start);
}

function memory_item(o: PyObject, i: number): PyObject {
  const m = alive(o);
  if (m.shape.length !== 1) notImplemented('multi-dimensional sub-views are not implemented');
  return unpackItem(m.mbuf.v.data, m.start + offsetIn(m, 0, i), m.format);
}

function memory_subscript(o: PyObject, key: PyObject): PyObject {
  const m = alive(o);
  if (m.shape.length === 0 && key === Ellipsis) return incref(o);
  const at = locate(m, key, 'multi-dimensional sub-views are not implemented');
  if (at !== null) return unpackItem(m.mbuf.v.data, at, m.format);
  if (m.shape.length === 0) typeError('invalid indexing of 0-dim memory');
  unpackSlice(key as PySlice, m.shape[0]);
  const shape = [Math.max(0, bounds.length), ...m.shape.slice(1)];
  const strides = [m.strides[0] * bounds.step, ...m.strides.slice(1)];
  return addView(m.mbuf, { ...m, start: m.start + bounds.start * m.strides[0], shape, strides });
}

function memory_ass_subscript(o: PyObject, key: PyObject, value: PyObject | null): void {
  const m = alive(o);
  if (m.readonly) typeError('cannot modify read-only memory');
  if (value === null) typeError('cannot delete memory');
  const data = m.mbuf.v.data;
  const at = locate(m, key, 'sub-views are not implemented');
  if (at !== null) return packItem(data, at, m.format, value);
  if (m.shape.length !== 1) notImplemented('memoryview slice assignments are currently restricted to ndim = 1');
  const source = bytesIn(value);
  if (source === null) typeError(`a bytes-like object is required, not '${value.type.name}'`);
  unpackSlice(key as PySlice, m.shape[0]);
  const { start, step } = bounds;
  const length = Math.max(0, bounds.length);
  const format = isMemoryView(value) ? value.v.format : 'B';
  if (plainFormat(format) !== plainFormat(m.format) || source.length !== length * m.itemsize)
    valueError('memoryview assignment: lvalue and rvalue have different structures');
  const values = source.slice();
  for (let i = 0; i < length; i++) {
    const to = m.start + (start + i * step) * m.strides[0];
    for (let k = 0; k < m.itemsize; k++) data[to + k] = values[i * m.itemsize + k];
  }
}

// ---- comparison and hash

function memory_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (op !== Py_EQ && op !== Py_NE) return NotImplemented;
  const equal = memoryEqual(a as PyMemoryView, b);
  return equal === null ? NotImplemented : bool(equal === (op === Py_EQ));
}

/** Equal shapes and items; null when `b` has no buffer. */
function memoryEqual(a: PyMemoryView, b: PyObject): boolean | null {
  if (a.v.released) return a === b;
  if (isMemoryView(b) && b.v.released) return false;
  const other = bytesIn(b);
  if (other === null) return null;
  const m = a.v;
  const format = plainFormat(isMemoryView(b) ? b.v.format : 'B');
  const shape = isMemoryView(b) ? b.v.shape : [other.length];
  if (m.shape.length !== shape.length || m.shape.some((n, i) => n !== shape[i])) return false;
  const bytes = memory_bytes(a);
  if (format === plainFormat(m.format) && !'fde'.includes(format)) return bytes.every((c, i) => c === other[i]);
  const size = itemSize(format);
  const count = itemCount(m);
  for (let i = 0; i < count; i++) {
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
  const m = alive(self);
  if (order !== undefined && order !== None) {
    if (!isStr(order)) badArgument("tobytes() argument 'order'", 'str or None', order);
    if (!['C', 'F', 'A'].includes(order.v)) valueError("order must be 'C', 'F' or 'A'");
    if (order.v === 'F' && m.shape.length > 1) return fortranBytes(m);
  }
  return newBytesFresh(memory_bytes(self).slice());
}

function fortranBytes(m: MemoryBody): PyObject {
  const out: number[] = [];
  const reversed = { ...m, shape: m.shape.slice().reverse(), strides: m.strides.slice().reverse() };
  eachItem(reversed, offset => out.push(...m.mbuf.v.data.subarray(offset, offset + m.itemsize)));
  return newBytesFresh(Uint8Array.from(out));
}

function memory_tolist(self: PyObject): PyObject {
  return itemLists(alive(self));
}

function memory_toreadonly(self: PyObject): PyObject {
  const m = alive(self);
  return addView(m.mbuf, { ...m, readonly: true });
}

function memory_cast(self: PyObject, format: PyObject, shape?: PyObject): PyObject {
  const m = alive(self);
  if (!isStr(format)) badArgument("cast() argument 'format'", 'str', format);
  if (!isCContiguous(m)) typeError('memoryview: casts are restricted to C-contiguous views');
  const given = shape !== undefined && shape !== None;
  if ((given || m.shape.length !== 1) && m.shape.includes(0))
    typeError('memoryview: cannot cast view with zeros in shape or strides');
  if (given && !isList(shape) && !isTuple(shape)) typeError('shape must be a list or a tuple');
  if (given && m.shape.length !== 1 && (shape.v as PyObject[]).length !== 1)
    typeError('memoryview: cast must be 1D -> ND or ND -> 1D');
  const itemsize = itemSize(format.v);
  if (itemsize === 0)
    valueError("memoryview: destination format must be a native single character format prefixed with an optional '@'");
  if (!'Bbc'.includes(plainFormat(format.v)) && !'Bbc'.includes(plainFormat(m.format)))
    typeError('memoryview: cannot cast between two non-byte formats');
  const nbytes = itemCount(m) * m.itemsize;
  if (nbytes % itemsize !== 0) typeError('memoryview: length is not a multiple of itemsize');
  const dimensions = given ? shapeArgument(shape.v as PyObject[]) : [nbytes / itemsize];
  if (dimensions.reduce((product, n) => product * n, itemsize) !== nbytes)
    typeError('memoryview: product(shape) * itemsize != buffer size');
  const strides = contiguousStrides(dimensions, itemsize);
  return addView(m.mbuf, { ...m, shape: dimensions, strides, format: format.v, itemsize });
}

function shapeArgument(items: PyObject[]): number[] {
  return items.map(item => {
    if (!isInt(item)) return typeError('memoryview.cast(): elements of shape must be integers');
    if (item.v <= 0) valueError('memoryview.cast(): elements of shape must be integers > 0');
    return Number(item.v);
  });
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

function numbers(values: number[]): PyObject {
  return newTuple(values.map(newIntNumber));
}

export function initMemoryView(): void {
  SIGNATURE = signature('memoryview', '(object)');
  initMemoryIter();
  defineType(T_MANAGEDBUFFER, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 112,
    slots: { tp_dealloc: mbuf_dealloc, tp_traverse: mbuf_traverse, tp_clear: o => releaseBuffer(o.v) },
  });
  defineType(T_MEMORYVIEW, {
    flags: TPFLAGS_HAVE_GC | TPFLAGS_SEQUENCE,
    basicsize: 144,
    itemsize: 8,
    weakrefs: 136,
    doc: 'A view of the memory of an object, without a copy.',
    slots: {
      tp_dealloc: memory_dealloc,
      tp_traverse: memory_traverse,
      tp_clear: o => releaseView(o.v),
      tp_new: memory_new,
      tp_repr: memory_repr,
      tp_hash: memory_hash,
      tp_richcompare: memory_richcompare,
      tp_iter: memory_iter,
      sizeof: o => memorySize(o.v),
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
      ['tolist', memory_tolist, '($self, /)', 'The items as a list, nested by dimensions.'],
      [
        'cast',
        memory_cast,
        '($self, /, format, shape=<unrepresentable>)',
        'The same memory in another format or shape.',
      ],
      ['toreadonly', memory_toreadonly, '($self, /)', 'A view of the same memory that cannot be written.'],
      ['__enter__', memory_enter, '!($self)', 'The view itself.'],
      ['__exit__', memory_release, '!(*args)', 'Releases the view.'],
    ],
    classmethods: [['_from_flags', memory_from_flags, '($type, /, object, flags)', 'A view of an object.']],
    getset: [
      ['obj', o => incref(alive(o).mbuf.v.obj ?? None), null, 'The object whose memory it is.'],
      ['nbytes', o => newIntNumber(itemCount(alive(o)) * o.v.itemsize), null, 'Bytes the contents take.'],
      ['readonly', o => bool(alive(o).readonly), null, 'Whether the memory cannot be written.'],
      ['itemsize', o => newIntNumber(alive(o).itemsize), null, 'Bytes an item takes.'],
      ['format', o => newStr(alive(o).format), null, 'Format of an item in the style of the struct module.'],
      ['ndim', o => newIntNumber(alive(o).shape.length), null, 'Number of dimensions.'],
      ['shape', o => numbers(alive(o).shape), null, 'Items in each dimension.'],
      ['strides', o => numbers(alive(o).strides), null, 'Bytes from item to item in each dimension.'],
      ['suboffsets', o => newTuple(alive(o) && []), null, 'For arrays of pointers; empty.'],
      ['c_contiguous', o => bool(isCContiguous(alive(o))), null, 'Whether the memory is contiguous in C order.'],
      ['f_contiguous', o => bool(isFContiguous(alive(o))), null, 'Whether the memory is contiguous in Fortran order.'],
      [
        'contiguous',
        o => bool(isCContiguous(alive(o)) || isFContiguous(o.v)),
        null,
        'Whether the memory is contiguous in one of these orders.',
      ],
    ],
  });
}
