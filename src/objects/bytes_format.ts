/** `bytes % args` (_PyBytes_FormatEx): the host of the engine in src/text/percent_format.ts. */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { percentFormat, type PercentHost } from '../text/percent_format.ts';
import { isPyException } from '../exceptions/body.ts';
import { typeError } from '../exceptions/raise.ts';
import { call0 } from '../protocols/call.ts';
import { lookupSpecial } from '../protocols/attribute.ts';
import { getitem } from '../protocols/mapping.ts';
import { ascii } from '../protocols/object.ts';
import { fromAlgorithm } from './algorithm.ts';
import { newBytearray } from './bytearray.ts';
import { bytearray_bytes, isBytearray } from './bytearray_body.ts';
import { isBytes, newBytes } from './bytes.ts';
import { asDouble, bytesIn } from './number_convert.ts';
import { NotImplemented } from './singletons.ts';
import { isStr } from './str.ts';
import { PercentArguments } from './str_format.ts';
import { isTuple } from './tuple.ts';

/** Bytes as the characters up to 0xff that the engine works on. */
function toChars(bytes: Uint8Array): string {
  let s = '';
  for (let i = 0; i < bytes.length; i += 4096) s += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return s;
}

function toBytes(s: string): Uint8Array {
  const bytes = new Uint8Array(s.length);
  for (let i = 0; i < s.length; i++) bytes[i] = s.charCodeAt(i);
  return bytes;
}

class BytesPercentHost extends PercentArguments implements PercentHost<PyObject> {
  lookup(key: string): PyObject {
    const k = newBytes(toBytes(key));
    try {
      return this.keep(getitem(this.args, k));
    } finally {
      decref(k);
    }
  }

  text(value: PyObject, conversion: string): string {
    if (conversion === 's' || conversion === 'b') return toChars(bytesArgument(value));
    const s = ascii(value);
    const text: string = s.v;
    decref(s);
    return text;
  }

  float(value: PyObject): number | null {
    try {
      return asDouble(value);
    } catch (e) {
      if (!isPyException(e)) throw e;
      decref(e);
      return null;
    }
  }

  character(value: PyObject): string | number | bigint | null {
    const bytes = isBytes(value) ? value.v : isBytearray(value) ? bytearray_bytes(value) : null;
    if (bytes !== null) return bytes.length === 1 ? toChars(bytes) : null;
    return this.integer(value, true);
  }
}

/** The bytes of an argument of %b and %s (format_obj). */
function bytesArgument(value: PyObject): Uint8Array {
  if (isBytes(value)) return value.v;
  if (isBytearray(value)) return bytearray_bytes(value);
  const method = lookupSpecial(value, '__bytes__');
  if (method !== null) {
    const result = call0(method);
    decref(method);
    const name = result.type.name;
    const bytes: Uint8Array | null = isBytes(result) ? result.v : null;
    decref(result);
    return bytes ?? typeError(`__bytes__ returned non-bytes (type ${name})`);
  }
  return (
    bytesIn(value) ??
    typeError(`%b requires a bytes-like object, or an object that implements __bytes__, not '${value.type.name}'`)
  );
}

function format(format: Uint8Array, args: PyObject): Uint8Array {
  const mapping =
    args.type.mp_subscript !== null && !isTuple(args) && !isBytes(args) && !isBytearray(args) && !isStr(args);
  const host = new BytesPercentHost(args, mapping);
  try {
    return toBytes(percentFormat(toChars(format), host, true));
  } catch (e) {
    throw fromAlgorithm(e);
  } finally {
    host.release();
  }
}

export function bytes_remainder(a: PyObject, b: PyObject): PyObject {
  return isBytes(a) ? newBytes(format(a.v, b)) : NotImplemented;
}

export function bytearray_remainder(a: PyObject, b: PyObject): PyObject {
  return isBytearray(a) ? newBytearray(format(bytearray_bytes(a), b)) : NotImplemented;
}
