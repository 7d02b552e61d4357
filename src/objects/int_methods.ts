/** Methods and attributes of int (Objects/longobject.c, clinic/longobject.c.h). */
import type { PyContainer, PyObject, TypeBody } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { formatInt } from '../text/format_spec.ts';
import { intRepr } from '../text/int_text.ts';
import { memoryError, overflowError, valueError } from '../exceptions/raise.ts';
import { call1 } from '../protocols/call.ts';
import { asSsize, index } from '../protocols/number.ts';
import { isTrue, str } from '../protocols/object.ts';
import { badArgument } from './bad_argument.ts';
import { fromAlgorithm } from './algorithm.ts';
import { bytesOf, newBytesFresh } from './bytes.ts';
import { bitLength, digitsOf, newInt, newIntBig, newIntNumber, T_INT } from './int.ts';
import { intPos } from './int_arith.ts';
import { isStr, newStr, newStrKind } from './str.ts';
import { newTuple } from './tuple.ts';
import { bool } from './singletons.ts';

export function int_repr(o: PyObject): PyObject {
  const v: number | bigint = o.v;
  // A block of its own: `str(1) is str(1)` is False.
  if (typeof v === 'number') return newStrKind(String(v), 0);
  try {
    return newStrKind(intRepr(v), 0);
  } catch (e) {
    throw fromAlgorithm(e);
  }
}

export function int_format(self: PyObject, spec: PyObject): PyObject {
  if (!isStr(spec)) badArgument('__format__() argument', 'str', spec);
  if (spec.v === '') return str(self);
  try {
    return newStr(formatInt(self.v, spec.v, self.type.name));
  } catch (e) {
    throw fromAlgorithm(e);
  }
}

/** The integer itself; with negative ndigits rounded half to even to a power of ten. */
export function int_round(self: PyObject, ndigits?: PyObject): PyObject {
  if (ndigits === undefined) return intPos(self);
  const n = index(ndigits);
  const digits: number | bigint = n.v;
  decref(n);
  if (digits >= 0) return intPos(self);
  const v: number | bigint = self.v;
  // A power of ten more than twice the value rounds it to 0.
  if (-Number(digits) > bitLength(v) * 0.30103 + 1) return newIntNumber(0);
  const unit = 10n ** BigInt(-Number(digits));
  const value = BigInt(v);
  let q = value / unit;
  let r = value % unit;
  if (r < 0n) {
    r += unit;
    q -= 1n;
  }
  const twice = 2n * r;
  if (twice > unit || (twice === unit && (q & 1n) === 1n)) q += 1n;
  return newIntBig(q * unit);
}

function int_bit_length(self: PyObject): PyObject {
  return newIntNumber(bitLength(self.v));
}

function int_bit_count(self: PyObject): PyObject {
  const v: number | bigint = self.v;
  let count = 0;
  if (typeof v === 'number') {
    for (let rest = Math.abs(v); rest > 0; rest = Math.floor(rest / 0x100000000)) count += popcount(rest >>> 0);
    return newIntNumber(count);
  }
  const hex = (v < 0n ? -v : v).toString(16);
  for (let i = 0; i < hex.length; i += 8) count += popcount(parseInt(hex.slice(i, i + 8), 16));
  return newIntNumber(count);
}

function popcount(x: number): number {
  x -= (x >>> 1) & 0x55555555;
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function int_as_integer_ratio(self: PyObject): PyObject {
  return newTuple([intPos(self), newIntNumber(1)]);
}

function isBigEndian(byteorder: PyObject | undefined, name: string): boolean {
  if (byteorder === undefined) return true;
  if (!isStr(byteorder)) badArgument(`${name}() argument 'byteorder'`, 'str', byteorder);
  if (byteorder.v === 'big') return true;
  if (byteorder.v !== 'little') valueError("byteorder must be either 'little' or 'big'");
  return false;
}

function int_to_bytes(self: PyObject, length?: PyObject, byteorder?: PyObject, signed?: PyObject): PyObject {
  const size = length === undefined ? 1 : asSsize(length, null);
  const big = isBigEndian(byteorder, 'to_bytes');
  if (size < 0) valueError('length argument must be non-negative');
  return newBytesFresh(toBytes(self.v, size, big, signed !== undefined && isTrue(signed)));
}

/** _PyLong_AsByteArray: two's complement of `size` bytes. Raises OverflowError. */
export function toBytes(v: number | bigint, size: number, big: boolean, signed: boolean): Uint8Array {
  if (v < 0 && !signed) overflowError("can't convert negative int to unsigned");
  const bits = signed ? bitLength(v < 0 ? -1n - BigInt(v) : v) + 1 : bitLength(v);
  if (bits > 8 * size && !(size === 0 && v === 0)) overflowError('int too big to convert');
  if (size > 2 ** 28) memoryError();
  const bytes = new Uint8Array(size);
  if (typeof v === 'number') {
    for (let i = 0, rest = v; i < size; i++, rest = Math.floor(rest / 256)) bytes[big ? size - 1 - i : i] = rest & 255;
    return bytes;
  }
  const hex = BigInt.asUintN(8 * size, v)
    .toString(16)
    .padStart(2 * size, '0');
  for (let i = 0; i < size; i++) bytes[big ? i : size - 1 - i] = parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

function int_from_bytes(
  type: PyContainer<TypeBody>,
  source: PyObject,
  byteorder?: PyObject,
  signed?: PyObject,
): PyObject {
  const big = isBigEndian(byteorder, 'from_bytes');
  const negative = signed !== undefined && isTrue(signed);
  const bytes = bytesOf(source);
  const result = newInt(fromBytes(bytes.v, big, negative));
  decref(bytes);
  if (type.v === T_INT) return result;
  const made = call1(type, result);
  decref(result);
  return made;
}

/** _PyLong_FromByteArray. */
export function fromBytes(bytes: Uint8Array, big: boolean, signed: boolean): number | bigint {
  const n = bytes.length;
  if (n === 0) return 0;
  if (n <= 6) {
    let value = 0;
    for (let i = 0; i < n; i++) value = value * 256 + bytes[big ? i : n - 1 - i];
    return signed && value >= 2 ** (8 * n - 1) ? value - 2 ** (8 * n) : value;
  }
  let hex = '0x';
  for (let i = 0; i < n; i++) {
    const byte = bytes[big ? i : n - 1 - i];
    hex += (byte < 16 ? '0' : '') + byte.toString(16);
  }
  return signed ? BigInt.asIntN(8 * n, BigInt(hex)) : BigInt(hex);
}

function int_sizeof(self: PyObject): PyObject {
  return newIntNumber(24 + 4 * digitsOf(self));
}

function int_getnewargs(self: PyObject): PyObject {
  return newTuple([newInt(self.v)]);
}

function int_is_integer(): PyObject {
  return bool(true);
}

function int_zero(): PyObject {
  return newIntNumber(0);
}

function int_one(): PyObject {
  return newIntNumber(1);
}

export const INT_METHODS: [string, (...args: any[]) => PyObject, string, string?][] = [
  ['conjugate', intPos, '!($self)', 'The int itself, as every int is its own complex conjugate.'],
  ['bit_length', int_bit_length, '($self, /)', 'How many bits the magnitude needs in binary.'],
  ['bit_count', int_bit_count, '($self, /)', 'How many ones the magnitude has in binary.'],
  [
    'to_bytes',
    int_to_bytes,
    "($self, /, length=1, byteorder='big', *, signed=False)",
    'The integer as an array of bytes.',
  ],
  ['as_integer_ratio', int_as_integer_ratio, '($self, /)', 'The pair (self, 1).'],
  ['__trunc__', intPos, '!($self)', 'The int itself.'],
  ['__floor__', intPos, '!($self)', 'The int itself.'],
  ['__ceil__', intPos, '!($self)', 'The int itself.'],
  [
    '__round__',
    int_round,
    '($self, ndigits=<unrepresentable>, /)',
    'The int itself, or rounded to a power of ten for a negative ndigits.',
  ],
  ['__getnewargs__', int_getnewargs, '($self, /)'],
  ['__format__', int_format, '($self, format_spec, /)', 'The integer as text according to format_spec.'],
  ['__sizeof__', int_sizeof, '($self, /)', 'Size in memory, in bytes.'],
  ['is_integer', int_is_integer, '($self, /)', 'True, as float.is_integer would say.'],
];

export const INT_CLASSMETHODS: [string, (...args: any[]) => PyObject, string, string?][] = [
  [
    'from_bytes',
    int_from_bytes,
    "($type, /, bytes, byteorder='big', *, signed=False)",
    'The integer that an array of bytes represents.',
  ],
];

export const INT_GETSET: [string, (o: PyObject) => PyObject, null, string][] = [
  ['real', intPos, null, 'the real part of a complex number'],
  ['imag', int_zero, null, 'the imaginary part of a complex number'],
  ['numerator', intPos, null, 'the numerator of a rational number in lowest terms'],
  ['denominator', int_one, null, 'the denominator of a rational number in lowest terms'],
];

/** A new reference to the object as an exact int. */
export function exactInt(o: PyObject): PyObject {
  return o.type === T_INT ? incref(o) : newInt(o.v);
}
