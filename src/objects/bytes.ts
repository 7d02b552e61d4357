/** bytes (Objects/bytesobject.c): construction, conversion of any object, operators and the type's table. */
import {
  IMMORTAL,
  PyAtom,
  TPFLAGS_BASETYPE,
  TPFLAGS_BYTES_SUBCLASS,
  TPFLAGS_MATCH_SELF,
  TypeBody,
  type PyObject,
} from '../heap/object.ts';
import { born } from '../heap/audit.ts';
import { free, malloc } from '../heap/pymalloc.ts';
import { decref, incref } from '../heap/refcount.ts';
import { staticAddr } from '../heap/static.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import { bytesHash, hash } from '../text/hash.ts';
import { copied, zeroed } from '../text/byte_memory.ts';
import { bytesRepr } from '../text/str_repr.ts';
import { bytesFind, compareBytes } from '../text/bytes_methods.ts';
import { isPyException } from '../exceptions/body.ts';
import { indexError, memoryError, overflowError, typeError, valueError } from '../exceptions/raise.ts';
import { T_IndexError, T_OverflowError, T_TypeError } from '../exceptions/types.ts';
import { call0 } from '../protocols/call.ts';
import { lookupSpecial } from '../protocols/attribute.ts';
import { getIter } from '../protocols/iterator.ts';
import { asSsize, isIndex } from '../protocols/number.ts';
import { badArgument } from './bad_argument.ts';
import { bytes_iter } from './bytes_iter.ts';
import { BYTES_CLASSMETHODS, BYTES_STATICMETHODS, bytesMethods } from './bytes_methods.ts';
import { bytes_remainder } from './bytes_format.ts';
import { encodeStr } from './codecs.ts';
import { defineType } from './define.ts';
import { newIntNumber } from './int.ts';
import { bytesIn } from './number_convert.ts';
import { object_alloc, object_free } from './object.ts';
import { parseArgs, signature, type Signature } from './signature.ts';
import { bool, NotImplemented } from './singletons.ts';
import { bounds, isSlice, unpackSlice } from './slice.ts';
import { isStr, newStr } from './str.ts';

export type PyBytes = PyAtom<Uint8Array>;

export const T_BYTES = new TypeBody('bytes');

/** Bit of `meta`: the hash is known. */
const HASHED = 1;
/** Size of the header and the closing NUL. */
const HEADER = 33;
/** Most bytes one object may hold here. */
export const MAX_BYTES = 0x7fffffff;

/** b'' (immortal). */
export const EMPTY_BYTES: PyBytes = new PyAtom(IMMORTAL, T_BYTES, staticAddr(HEADER), new Uint8Array(0), 0);
/** The bytes objects of one byte (immortal). */
export const BYTE_CHARS: PyBytes[] = makeChars();

function makeChars(): PyBytes[] {
  const table: PyBytes[] = [];
  for (let i = 0; i < 256; i++)
    table.push(new PyAtom(IMMORTAL, T_BYTES, staticAddr(HEADER + 1), new Uint8Array([i]), 0));
  return table;
}

/** A new reference to the bytes object of an array, which it keeps (nobody may change it afterwards). */
export function newBytes(bytes: Uint8Array): PyBytes {
  if (bytes.length <= 1) return bytes.length === 0 ? EMPTY_BYTES : BYTE_CHARS[bytes[0]];
  const o = new PyAtom(1, T_BYTES, malloc(HEADER + bytes.length), bytes, 0);
  born(o);
  return o;
}

/** As newBytes, but an object of its own even for one byte: what fills a new block is no shared object. */
export function newBytesFresh(bytes: Uint8Array): PyBytes {
  if (bytes.length === 0) return EMPTY_BYTES;
  const o = new PyAtom(1, T_BYTES, malloc(HEADER + bytes.length), bytes, 0);
  born(o);
  return o;
}

/** True for a bytes or an instance of a subclass. */
export function isBytes(o: PyObject): o is PyObject<Uint8Array> {
  return (o.type.flags & TPFLAGS_BYTES_SUBCLASS) !== 0;
}

/** The bytes of a bytes-like argument. Raises TypeError. */
export function bytesLike(o: PyObject): Uint8Array {
  return bytesIn(o) ?? typeError(`a bytes-like object is required, not '${o.type.name}'`);
}

/** PyObject_Bytes: a bytes object from any object; new reference. */
export function bytesOf(o: PyObject): PyObject<Uint8Array> {
  if (o.type === T_BYTES) return incref(o);
  return callBytes(o) ?? bytesFromObject(o);
}

/** What `__bytes__` answers, or null without one. */
function callBytes(o: PyObject): PyObject<Uint8Array> | null {
  const method = lookupSpecial(o, '__bytes__');
  if (method === null) return null;
  let result: PyObject;
  try {
    result = call0(method);
  } finally {
    decref(method);
  }
  if (!isBytes(result)) {
    const name = result.type.name;
    decref(result);
    typeError(`__bytes__ returned non-bytes (type ${name})`);
  }
  return result;
}

/** PyBytes_FromObject: from a buffer or an iterable of ints. */
function bytesFromObject(o: PyObject): PyBytes {
  const bytes = bytesIn(o);
  if (bytes !== null) return newBytesFresh(copied(bytes));
  if (!isStr(o) && isIterable(o)) return newBytes(collectBytes(o, 'bytes'));
  return typeError(`cannot convert '${o.type.name}' object to bytes`);
}

export function isIterable(o: PyObject): boolean {
  return o.type.tp_iter !== null || o.type.sq_item !== null;
}

/** The bytes of an iterable of ints. Raises TypeError and ValueError (`what` begins the message). */
export function collectBytes(o: PyObject, what: string): Uint8Array {
  const it = getIter(o);
  const out: number[] = [];
  try {
    const next = it.type.tp_iternext!;
    for (let item = next(it); item !== null; item = next(it)) {
      let value: number;
      try {
        value = asSsize(item, null);
      } finally {
        decref(item);
      }
      if (value < 0 || value > 255) valueError(`${what} must be in range(0, 256)`);
      out.push(value);
    }
  } finally {
    decref(it);
  }
  return Uint8Array.from(out);
}

/** A length given to bytes() or bytearray(): -1 when `o` is no integer. Raises ValueError. */
export function countOf(o: PyObject): number {
  if (!isIndex(o)) return -1;
  let n: number;
  try {
    n = asSsize(o, T_OverflowError);
  } catch (e) {
    if (!isPyException(e, T_TypeError)) throw e;
    decref(e);
    return -1;
  }
  if (n < 0) valueError('negative count');
  if (n > MAX_BYTES) memoryError();
  return n;
}

let SIGNATURE: Signature;

/** The parsed arguments of bytes() and bytearray(). */
export function checkEncoding(
  source: PyObject | undefined,
  encoding: PyObject | undefined,
  errors: PyObject | undefined,
  name: string,
): Uint8Array | null {
  if (encoding !== undefined && !isStr(encoding)) badArgument(`${name}() argument 'encoding'`, 'str', encoding);
  if (errors !== undefined && !isStr(errors)) badArgument(`${name}() argument 'errors'`, 'str', errors);
  if (source === undefined || !isStr(source)) {
    if (encoding !== undefined) typeError('encoding without a string argument');
    if (errors !== undefined) typeError('errors without a string argument');
    return null;
  }
  if (encoding === undefined)
    typeError(errors === undefined ? 'string argument without an encoding' : 'errors without a string argument');
  const encoded = encodeStr(source.v, encoding.v, errors === undefined ? 'strict' : errors.v);
  const bytes: Uint8Array = encoded.v;
  decref(encoded);
  return bytes;
}

export function bytes_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const [source, encoding, errors] = parseArgs(SIGNATURE, args, kwnames) as (PyObject | undefined)[];
  const encoded = checkEncoding(source, encoding, errors, 'bytes');
  let value: PyObject<Uint8Array>;
  if (encoded !== null) value = newBytes(encoded);
  else if (source === undefined) value = EMPTY_BYTES;
  else value = fromSource(source);
  return type === T_BYTES ? value : subtype_new(type, value);
}

function fromSource(source: PyObject): PyObject<Uint8Array> {
  if (source.type === T_BYTES) return incref(source);
  const made = callBytes(source);
  if (made !== null) return made;
  const n = countOf(source);
  return n >= 0 ? newBytesFresh(zeroed(n)) : bytesFromObject(source);
}

/** bytes_subtype_new (consumes `value`). */
function subtype_new(type: TypeBody, value: PyObject<Uint8Array>): PyObject {
  try {
    const o = object_alloc(type, value.v.length);
    o.v = value.v;
    return o;
  } finally {
    decref(value);
  }
}

// ---- slots

function bytes_dealloc(o: PyObject): void {
  if (o.type === T_BYTES) free(o.addr);
  else object_free(o);
}

function bytes_repr(o: PyObject): PyObject {
  return newStr(bytesRepr(o.v));
}

export function bytes_hash(o: PyObject): void {
  if (o.type !== T_BYTES) return bytesHash(o.v);
  const b = o as PyBytes;
  if ((b.meta & HASHED) === 0) {
    bytesHash(b.v);
    b.hashLo = hash.lo;
    b.hashHi = hash.hi;
    b.meta |= HASHED;
  } else {
    hash.lo = b.hashLo;
    hash.hi = b.hashHi;
  }
}

export function compareOp(order: number, op: number): PyObject {
  switch (op) {
    case 0:
      return bool(order < 0);
    case 1:
      return bool(order <= 0);
    case Py_EQ:
      return bool(order === 0);
    case Py_NE:
      return bool(order !== 0);
    case 4:
      return bool(order > 0);
    default:
      return bool(order >= 0);
  }
}

function bytes_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (!isBytes(a) || !isBytes(b)) return NotImplemented;
  if (a === b) return compareOp(0, op);
  if ((op === Py_EQ || op === Py_NE) && a.v.length !== b.v.length) return bool(op === Py_NE);
  return compareOp(compareBytes(a.v, b.v), op);
}

export function bytes_length(o: PyObject): number {
  return (o.v as Uint8Array).length;
}

/** a + b of two byte arrays. Raises MemoryError. */
export function joinBytes(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length + b.length > MAX_BYTES) memoryError();
  const out = zeroed(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

function bytes_concat(a: PyObject, b: PyObject): PyObject {
  const x = bytesIn(a);
  const y = bytesIn(b);
  if (x === null || y === null) typeError(`can't concat ${b.type.name} to ${a.type.name}`);
  if (x.length === 0 && b.type === T_BYTES) return incref(b);
  if (y.length === 0 && a.type === T_BYTES) return incref(a);
  return newBytesFresh(joinBytes(x, y));
}

/** The bytes n times. Raises OverflowError and MemoryError. */
export function repeatBytes(bytes: Uint8Array, n: number, message: string): Uint8Array {
  if (n <= 0 || bytes.length === 0) return new Uint8Array(0);
  if (bytes.length * n >= 9223372036854775807) overflowError(message);
  if (bytes.length * n > MAX_BYTES) memoryError();
  const out = zeroed(bytes.length * n);
  if (bytes.length === 1) return out.fill(bytes[0]);
  for (let i = 0; i < n; i++) out.set(bytes, i * bytes.length);
  return out;
}

function bytes_repeat(o: PyObject, n: number): PyObject {
  if (n === 1 && o.type === T_BYTES) return incref(o);
  return newBytes(repeatBytes(o.v, n, 'repeated bytes are too long'));
}

function bytes_item(o: PyObject, i: number): PyObject {
  const bytes: Uint8Array = o.v;
  if (i < 0 || i >= bytes.length) indexError('index out of range');
  return newIntNumber(bytes[i]);
}

export function bytes_subscript(o: PyObject, key: PyObject): PyObject {
  const bytes: Uint8Array = o.v;
  if (isIndex(key)) {
    let i = asSsize(key, T_IndexError);
    if (i < 0) i += bytes.length;
    return bytes_item(o, i);
  }
  if (!isSlice(key)) typeError(`byte indices must be integers or slices, not ${key.type.name}`);
  unpackSlice(key, bytes.length);
  if (bounds.step === 1 && bounds.length === bytes.length && o.type === T_BYTES) return incref(o);
  const selected = sliceBytes(bytes);
  return bounds.step === 1 ? newBytes(selected) : newBytesFresh(selected);
}

/** The bytes that the last unpacked slice selects, copied. */
export function sliceBytes(bytes: Uint8Array): Uint8Array {
  const { start, step, length } = bounds;
  if (length <= 0) return new Uint8Array(0);
  if (step === 1) return copied(bytes, start, start + length);
  const out = zeroed(length);
  for (let i = start, k = 0; k < length; k++, i += step) out[k] = bytes[i];
  return out;
}

/** `item in bytes`: a byte's value or a run of bytes (_Py_bytes_contains). */
export function containsBytes(bytes: Uint8Array, item: PyObject): boolean {
  const sub = bytesIn(item);
  if (sub !== null) return bytesFind(bytes, sub) >= 0;
  if (!isIndex(item)) typeError(`a bytes-like object is required, not '${item.type.name}'`);
  const value = asSsize(item, null);
  if (value < 0 || value > 255) valueError('byte must be in range(0, 256)');
  return bytes.includes(value);
}

export function initBytes(): void {
  SIGNATURE = signature('bytes', "(source=b'', encoding='utf-8', errors='strict')");
  defineType(T_BYTES, {
    flags: TPFLAGS_BASETYPE | TPFLAGS_BYTES_SUBCLASS | TPFLAGS_MATCH_SELF,
    basicsize: HEADER,
    itemsize: 1,
    doc:
      'bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes\nbytes(bytes_or_buffer) -> immutable copy\n' +
      'bytes(int) -> that many zeros\nbytes() -> nothing\n\nAn immutable array of bytes.',
    slots: {
      tp_dealloc: bytes_dealloc,
      tp_new: bytes_new,
      tp_repr: bytes_repr,
      tp_str: bytes_repr,
      tp_hash: bytes_hash,
      tp_richcompare: bytes_richcompare,
      tp_iter: bytes_iter,
      sizeof: o => o.type.basicsize + bytes_length(o),
      nb_remainder: bytes_remainder,
      sq_length: bytes_length,
      sq_concat: bytes_concat,
      sq_repeat: bytes_repeat,
      sq_item: bytes_item,
      sq_contains: (o, item) => containsBytes(o.v, item),
      mp_length: bytes_length,
      mp_subscript: bytes_subscript,
      bf_getbuffer: o => o.v,
    },
    methods: bytesMethods(true),
    classmethods: BYTES_CLASSMETHODS,
    staticmethods: BYTES_STATICMETHODS,
  });
}
