/** Items of a buffer in the native formats of the struct module (unpack_single and pack_single of memoryobject.c). */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { isPyException } from '../exceptions/body.ts';
import { raise, typeError, valueError } from '../exceptions/raise.ts';
import { T_NotImplementedError, T_OverflowError, T_TypeError } from '../exceptions/types.ts';
import { index } from '../protocols/number.ts';
import { isTrue } from '../protocols/object.ts';
import { isBytes, newBytes } from './bytes.ts';
import { newFloat } from './float.ts';
import { newInt, newIntNumber } from './int.ts';
import { asDouble } from './number_convert.ts';
import { bool } from './singletons.ts';

/** Bytes of an item: sizes on 64-bit Linux. */
const SIZES: Record<string, number> = {
  c: 1,
  b: 1,
  B: 1,
  '?': 1,
  h: 2,
  H: 2,
  e: 2,
  i: 4,
  I: 4,
  f: 4,
  l: 8,
  L: 8,
  q: 8,
  Q: 8,
  n: 8,
  N: 8,
  P: 8,
  d: 8,
};

/** Size of an item in a native single-character format (with an optional `@`), 0 for any other format. */
export function itemSize(format: string): number {
  return SIZES[plainFormat(format)] ?? 0;
}

export function plainFormat(format: string): string {
  return format.startsWith('@') ? format.slice(1) : format;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The item at a byte offset; new reference. */
export function unpackItem(bytes: Uint8Array, at: number, format: string): PyObject {
  switch (plainFormat(format)) {
    case 'B':
      return newIntNumber(bytes[at]);
    case 'b':
      return newIntNumber(view(bytes).getInt8(at));
    case 'c':
      return newBytes(Uint8Array.of(bytes[at]));
    case '?':
      return bool(bytes[at] !== 0);
    case 'h':
      return newIntNumber(view(bytes).getInt16(at, true));
    case 'H':
      return newIntNumber(view(bytes).getUint16(at, true));
    case 'i':
      return newIntNumber(view(bytes).getInt32(at, true));
    case 'I':
      return newIntNumber(view(bytes).getUint32(at, true));
    case 'l':
    case 'q':
    case 'n':
      return newInt(view(bytes).getBigInt64(at, true));
    case 'L':
    case 'Q':
    case 'N':
    case 'P':
      return newInt(view(bytes).getBigUint64(at, true));
    case 'f':
      return newFloat(view(bytes).getFloat32(at, true));
    case 'd':
      return newFloat(view(bytes).getFloat64(at, true));
    case 'e':
      return newFloat(halfToDouble(view(bytes).getUint16(at, true)));
    default:
      return raise(T_NotImplementedError, `memoryview: format ${format} not supported`);
  }
}

/** IEEE half precision to a number. */
export function halfToDouble(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}

const BITS: Record<string, number> = {
  b: 8,
  B: 8,
  h: 16,
  H: 16,
  i: 32,
  I: 32,
  l: 64,
  L: 64,
  q: 64,
  Q: 64,
  n: 64,
  N: 64,
  P: 64,
};

/** Stores an item. Raises TypeError and ValueError. */
export function packItem(bytes: Uint8Array, at: number, format: string, item: PyObject): void {
  const f = plainFormat(format);
  if (f === 'c') {
    if (!isBytes(item)) typeError(`memoryview: invalid type for format '${format}'`);
    if (item.v.length !== 1) valueError(`memoryview: invalid value for format '${format}'`);
    bytes[at] = item.v[0];
  } else if (f === '?') bytes[at] = isTrue(item) ? 1 : 0;
  else if (f === 'f' || f === 'd') {
    const x = converted(format, () => asDouble(item));
    if (f === 'f') view(bytes).setFloat32(at, x, true);
    else view(bytes).setFloat64(at, x, true);
  } else if (f in BITS) packInteger(bytes, at, format, f, item);
  else raise(T_NotImplementedError, `memoryview: format ${format} not supported`);
}

function packInteger(bytes: Uint8Array, at: number, format: string, f: string, item: PyObject): void {
  const value = converted(format, () => {
    const n = index(item);
    const v = BigInt(n.v);
    decref(n);
    return v;
  });
  const bits = BITS[f];
  const wrapped = f === f.toLowerCase() ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);
  if (wrapped !== value) valueError(`memoryview: invalid value for format '${format}'`);
  for (let i = 0, rest = BigInt.asUintN(bits, value); i < bits / 8; i++, rest >>= 8n)
    bytes[at + i] = Number(rest & 255n);
}

/** Runs a conversion; its TypeError and OverflowError become the buffer's own (fix_error_int). */
function converted<T>(format: string, work: () => T): T {
  try {
    return work();
  } catch (e) {
    if (isPyException(e, T_TypeError)) {
      decref(e);
      typeError(`memoryview: invalid type for format '${format}'`);
    }
    if (isPyException(e, T_OverflowError)) {
      decref(e);
      valueError(`memoryview: invalid value for format '${format}'`);
    }
    throw e;
  }
}
