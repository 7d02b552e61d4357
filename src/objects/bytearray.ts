/** bytearray (Objects/bytearrayobject.c): construction, methods of its own and the type's table. */
import { PyAtom, TPFLAGS_BASETYPE, TPFLAGS_MATCH_SELF, type PyObject, type TypeBody } from '../heap/object.ts';
import { born } from '../heap/audit.ts';
import { free, malloc } from '../heap/pymalloc.ts';
import { incref } from '../heap/refcount.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import { copied, NO_BYTES } from '../text/byte_memory.ts';
import { bytesRepr } from '../text/str_repr.ts';
import { bytesFind, compareBytes } from '../text/bytes_methods.ts';
import { indexError, raise, typeError, valueError } from '../exceptions/raise.ts';
import { T_BufferError, T_IndexError } from '../exceptions/types.ts';
import { asSsize, isIndex } from '../protocols/number.ts';
import {
  BytearrayBody,
  bodyFrom,
  bytearray_bytes,
  bytearray_resize,
  checkResizable,
  EXPORTED,
  setSliceLinear,
  T_BYTEARRAY,
} from './bytearray_body.ts';
import {
  checkEncoding,
  collectBytes,
  compareOp,
  containsBytes,
  countOf,
  isIterable,
  joinBytes,
  repeatBytes,
  sliceBytes,
} from './bytes.ts';
import { bytearray_remainder } from './bytes_format.ts';
import { bytearray_iter } from './bytes_iter.ts';
import { BYTES_CLASSMETHODS, BYTES_STATICMETHODS, bytesMethods } from './bytes_methods.ts';
import { defineType, type MethodRow } from './define.ts';
import { newIntNumber } from './int.ts';
import { bytesIn } from './number_convert.ts';
import { object_alloc, object_free } from './object.ts';
import { ssizeArgument } from './sequence_index.ts';
import { parseArgs, signature, type Signature } from './signature.ts';
import { bool, None, NotImplemented } from './singletons.ts';
import { bounds, isSlice, unpackSlice } from './slice.ts';
import { isStr, newStr } from './str.ts';
import { newTuple } from './tuple.ts';

export { isBytearray, T_BYTEARRAY } from './bytearray_body.ts';

/** A new bytearray with a copy of the bytes. */
export function newBytearray(bytes: Uint8Array): PyObject<BytearrayBody> {
  return newWithBody(bodyFrom(bytes));
}

function newWithBody(body: BytearrayBody): PyObject<BytearrayBody> {
  const o = new PyAtom(1, T_BYTEARRAY, malloc(56), body, 0);
  born(o);
  return o;
}

let SIGNATURE: Signature;

function bytearray_new(type: TypeBody): PyObject {
  if (type === T_BYTEARRAY) return newWithBody(new BytearrayBody());
  const o = object_alloc(type);
  o.v = new BytearrayBody();
  return o;
}

function bytearray_init(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void {
  const b: BytearrayBody = o.v;
  const [source, encoding, errors] = parseArgs(SIGNATURE, args, kwnames) as (PyObject | undefined)[];
  if (b.length !== 0) bytearray_resize(b, 0);
  const encoded = checkEncoding(source, encoding, errors, 'bytearray');
  if (encoded !== null) return replace(b, encoded);
  if (source === undefined) return;
  const n = countOf(source);
  if (n >= 0) {
    const before = b.data;
    bytearray_resize(b, n);
    if (b.data === before) b.data.fill(0, b.start, b.start + n);
    return;
  }
  const bytes = bytesIn(source);
  if (bytes !== null) return replace(b, bytes);
  if (isStr(source) || !isIterable(source)) typeError(`cannot convert '${source.type.name}' object to bytearray`);
  // An iterator's bytes are appended one by one, which over-allocates.
  for (const byte of collectBytes(source, 'byte')) push(b, byte);
}

function replace(b: BytearrayBody, bytes: Uint8Array): void {
  bytearray_resize(b, bytes.length);
  b.data.set(bytes, b.start);
}

function push(b: BytearrayBody, byte: number): void {
  bytearray_resize(b, b.length + 1);
  b.data[b.start + b.length - 1] = byte;
}

function bytearray_dealloc(o: PyObject): void {
  const b: BytearrayBody = o.v;
  if (b.mem !== 0) free(b.mem);
  if (o.type === T_BYTEARRAY) free(o.addr);
  else object_free(o);
}

function bytearray_repr(o: PyObject): PyObject {
  let text = bytesRepr(bytearray_bytes(o));
  // Unlike that of bytes, this repr escapes the apostrophe even between double quotes.
  if (text.startsWith('b"')) text = text.replaceAll("'", "\\'");
  return newStr(`${o.type.name.slice(o.type.name.lastIndexOf('.') + 1)}(${text})`);
}

function bytearray_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  const x = bytesIn(a);
  const y = bytesIn(b);
  if (x === null || y === null) return NotImplemented;
  if ((op === Py_EQ || op === Py_NE) && x.length !== y.length) return bool(op === Py_NE);
  return compareOp(compareBytes(x, y), op);
}

function bytearray_length(o: PyObject): number {
  return (o.v as BytearrayBody).length;
}

function bytearray_concat(a: PyObject, b: PyObject): PyObject {
  const x = bytesIn(a);
  const y = bytesIn(b);
  if (x === null || y === null) typeError(`can't concat ${b.type.name} to ${a.type.name}`);
  return newBytearray(joinBytes(x, y));
}

function bytearray_iconcat(a: PyObject, b: PyObject): PyObject {
  const bytes = bytesIn(b);
  if (bytes === null) typeError(`can't concat ${b.type.name} to ${a.type.name}`);
  // The other's buffer is held meanwhile, so that nothing is added to itself.
  if (a === b && bytes.length > 0) raise(T_BufferError, EXPORTED);
  extend(a.v, bytes);
  return incref(a);
}

/** Appends bytes that may be the array's own: what they are seen through stays as it is when the memory moves. */
function extend(b: BytearrayBody, bytes: Uint8Array): void {
  const old = b.length;
  bytearray_resize(b, old + bytes.length);
  if (bytes.length > 0) b.data.set(bytes, b.start + old);
}

function bytearray_repeat(o: PyObject, n: number): PyObject {
  return newBytearray(repeatBytes(bytearray_bytes(o), n, 'repeated bytes are too long'));
}

function bytearray_irepeat(o: PyObject, n: number): PyObject {
  const b: BytearrayBody = o.v;
  const bytes = repeatBytes(bytearray_bytes(o), n, 'repeated bytes are too long');
  if (n !== 1) replace(b, bytes);
  return incref(o);
}

/** An item's value (_getbytevalue). Raises TypeError and ValueError. */
function byteValue(o: PyObject): number {
  const value = asSsize(o, null);
  if (value < 0 || value > 255) valueError('byte must be in range(0, 256)');
  return value;
}

function checkedIndex(b: BytearrayBody, i: number): number {
  if (i < 0 || i >= b.length) indexError('bytearray index out of range');
  return i;
}

function bytearray_item(o: PyObject, i: number): PyObject {
  const b: BytearrayBody = o.v;
  return newIntNumber(b.data[b.start + checkedIndex(b, i)]);
}

function indexOf(o: PyObject, key: PyObject): number {
  const i = asSsize(key, T_IndexError);
  return i < 0 ? i + (o.v as BytearrayBody).length : i;
}

function bytearray_subscript(o: PyObject, key: PyObject): PyObject {
  if (isIndex(key)) return bytearray_item(o, indexOf(o, key));
  if (!isSlice(key)) typeError(`bytearray indices must be integers or slices, not ${key.type.name}`);
  unpackSlice(key, bytearray_length(o));
  return newBytearray(sliceBytes(bytearray_bytes(o)));
}

function bytearray_ass_item(o: PyObject, i: number, value: PyObject | null): void {
  const b: BytearrayBody = o.v;
  checkedIndex(b, i);
  if (value === null) return setSliceLinear(b, i, i + 1, NO_BYTES);
  const byte = byteValue(value);
  b.data[b.start + checkedIndex(b, i)] = byte;
}

/** The values for a slice: bytes-like or an iterable of ints. */
function sliceValues(value: PyObject): Uint8Array {
  const bytes = bytesIn(value);
  if (bytes !== null) return copied(bytes);
  if (isStr(value) || isIndex(value) || !isIterable(value))
    typeError('can assign only bytes, buffers, or iterables of ints in range(0, 256)');
  return collectBytes(value, 'byte');
}

function bytearray_ass_subscript(o: PyObject, key: PyObject, value: PyObject | null): void {
  const b: BytearrayBody = o.v;
  if (isIndex(key)) return bytearray_ass_item(o, indexOf(o, key), value);
  if (!isSlice(key)) typeError(`bytearray indices must be integers or slices, not ${key.type.name}`);
  const values = value === null ? NO_BYTES : sliceValues(value);
  unpackSlice(key, b.length);
  let { start, step } = bounds;
  const count = Math.max(0, bounds.length);
  if (step === 1) return setSliceLinear(b, start, start + count, values);
  if (values.length === 0) {
    if (count === 0) return;
    checkResizable(b);
    if (step < 0) {
      start += step * (count - 1);
      step = -step;
    }
    return deleteExtended(b, start, step, count);
  }
  if (values.length !== count)
    valueError(`attempt to assign bytes of size ${values.length} to extended slice of size ${count}`);
  for (let i = b.start + start, k = 0; k < count; k++, i += step) b.data[i] = values[k];
}

function deleteExtended(b: BytearrayBody, start: number, step: number, count: number): void {
  const { data, start: base, length } = b;
  let to = base + start;
  for (let i = start, k = 0; i < length; i++) {
    if (k < count && i === start + k * step) k++;
    else data[to++] = data[base + i];
  }
  bytearray_resize(b, length - count);
}

// ---- methods

function bytearray_append(self: PyObject, item: PyObject): PyObject {
  push(self.v, byteValue(item));
  return None;
}

function bytearray_extend(self: PyObject, iterable: PyObject): PyObject {
  const bytes = bytesIn(iterable);
  if (bytes !== null) extend(self.v, bytes);
  else {
    if (!isIterable(iterable)) typeError(`can't extend bytearray with ${iterable.type.name}`);
    extend(self.v, collectBytes(iterable, 'byte'));
  }
  return None;
}

function bytearray_insert(self: PyObject, index: PyObject, item: PyObject): PyObject {
  const b: BytearrayBody = self.v;
  let i = ssizeArgument(index);
  const byte = byteValue(item);
  const n = b.length;
  if (i < 0) i = Math.max(0, i + n);
  if (i > n) i = n;
  bytearray_resize(b, n + 1);
  b.data.copyWithin(b.start + i + 1, b.start + i, b.start + n);
  b.data[b.start + i] = byte;
  return None;
}

function bytearray_pop(self: PyObject, index?: PyObject): PyObject {
  const b: BytearrayBody = self.v;
  let i = index === undefined ? -1 : ssizeArgument(index);
  const n = b.length;
  if (n === 0) indexError('pop from empty bytearray');
  if (i < 0) i += n;
  if (i < 0 || i >= n) indexError('pop index out of range');
  checkResizable(b);
  const byte = b.data[b.start + i];
  b.data.copyWithin(b.start + i, b.start + i + 1, b.start + n);
  bytearray_resize(b, n - 1);
  return newIntNumber(byte);
}

function bytearray_remove(self: PyObject, value: PyObject): PyObject {
  const b: BytearrayBody = self.v;
  const byte = byteValue(value);
  const i = bytesFind(bytearray_bytes(self), Uint8Array.of(byte));
  if (i < 0) valueError('value not found in bytearray');
  checkResizable(b);
  b.data.copyWithin(b.start + i, b.start + i + 1, b.start + b.length);
  bytearray_resize(b, b.length - 1);
  return None;
}

function bytearray_clear(self: PyObject): PyObject {
  bytearray_resize(self.v, 0);
  return None;
}

function bytearray_copy(self: PyObject): PyObject {
  return newBytearray(bytearray_bytes(self));
}

function bytearray_reverse(self: PyObject): PyObject {
  bytearray_bytes(self).reverse();
  return None;
}

function bytearray_alloc(self: PyObject): PyObject {
  return newIntNumber((self.v as BytearrayBody).alloc);
}

function bytearray_sizeof(self: PyObject): PyObject {
  return newIntNumber(self.type.basicsize + (self.v as BytearrayBody).alloc);
}

function bytearray_reduce(self: PyObject): PyObject {
  let text = '';
  for (const byte of bytearray_bytes(self)) text += String.fromCharCode(byte);
  return newTuple([incref(self.type.obj), newTuple([newStr(text), newStr('latin-1')]), incref(None)]);
}

const METHODS: MethodRow[] = [
  ['__alloc__', bytearray_alloc, '!($self)', 'How many bytes are allocated.'],
  ['__reduce__', bytearray_reduce, '($self, /)', 'State for pickling.'],
  ['__reduce_ex__', bytearray_reduce, '($self, proto=0, /)', 'State for pickling.'],
  ['__sizeof__', bytearray_sizeof, '($self, /)', 'Size in memory, in bytes.'],
  ['append', bytearray_append, '($self, item, /)', 'Adds one byte at the end.'],
  ['clear', bytearray_clear, '($self, /)', 'Removes all bytes.'],
  ['copy', bytearray_copy, '($self, /)', 'A copy.'],
  ['extend', bytearray_extend, '($self, iterable_of_ints, /)', 'Adds all bytes of an iterable or buffer at the end.'],
  ['insert', bytearray_insert, '($self, index, item, /)', 'Puts one byte before index.'],
  ['pop', bytearray_pop, '($self, index=-1, /)', 'Removes the byte at index and answers it.'],
  ['remove', bytearray_remove, '($self, value, /)', 'Removes the first occurrence of a byte.'],
  ['reverse', bytearray_reverse, '($self, /)', 'Reverses the order in place.'],
];

export function initBytearray(): void {
  SIGNATURE = signature('bytearray', "(source=b'', encoding='utf-8', errors='strict')");
  defineType(T_BYTEARRAY, {
    flags: TPFLAGS_BASETYPE | TPFLAGS_MATCH_SELF,
    basicsize: 56,
    doc:
      'bytearray(iterable_of_ints) -> bytearray\nbytearray(string, encoding[, errors]) -> bytearray\nbytearray(bytes_or_buffer) ' +
      '-> mutable copy\nbytearray(int) -> that many zeros\nbytearray() -> nothing\n\nA mutable array of bytes.',
    slots: {
      tp_dealloc: bytearray_dealloc,
      tp_new: bytearray_new,
      tp_init: bytearray_init,
      tp_repr: bytearray_repr,
      tp_str: bytearray_repr,
      tp_richcompare: bytearray_richcompare,
      tp_iter: bytearray_iter,
      sizeof: o => o.type.basicsize + (o.v as BytearrayBody).alloc,
      nb_remainder: bytearray_remainder,
      sq_length: bytearray_length,
      sq_concat: bytearray_concat,
      sq_repeat: bytearray_repeat,
      sq_item: bytearray_item,
      sq_ass_item: bytearray_ass_item,
      sq_contains: (o, item) => containsBytes(bytearray_bytes(o), item),
      sq_inplace_concat: bytearray_iconcat,
      sq_inplace_repeat: bytearray_irepeat,
      mp_length: bytearray_length,
      mp_subscript: bytearray_subscript,
      mp_ass_subscript: bytearray_ass_subscript,
      bf_getbuffer: bytearray_bytes,
    },
    methods: [...METHODS, ...bytesMethods(false)],
    classmethods: BYTES_CLASSMETHODS,
    staticmethods: BYTES_STATICMETHODS,
  });
}
