/** abs, bin, chr, divmod, hash, hex, oct, ord, pow and round (Python/bltinmodule.c). */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { overflowError, typeError, valueError } from '../exceptions/raise.ts';
import { callSpecialMaybe } from '../protocols/call.ts';
import { absolute, divmod, index, power } from '../protocols/number.ts';
import { hashValue } from '../protocols/object.ts';
import { toBase } from '../text/int_text.ts';
import { bytearray_bytes, isBytearray } from '../objects/bytearray_body.ts';
import { isBytes } from '../objects/bytes.ts';
import { newInt } from '../objects/int.ts';
import { None } from '../objects/singletons.ts';
import { isStr, newStr, strLength } from '../objects/str.ts';

export function builtin_abs(_module: PyObject, x: PyObject): PyObject {
  return absolute(x);
}

function inBase(number: PyObject, base: 2 | 8 | 16): PyObject {
  const n = index(number);
  const text = toBase(n.v, base);
  decref(n);
  return newStr(text);
}

export function builtin_bin(_module: PyObject, number: PyObject): PyObject {
  return inBase(number, 2);
}
export function builtin_oct(_module: PyObject, number: PyObject): PyObject {
  return inBase(number, 8);
}
export function builtin_hex(_module: PyObject, number: PyObject): PyObject {
  return inBase(number, 16);
}

export function builtin_chr(_module: PyObject, i: PyObject): PyObject {
  const n = index(i);
  const v = n.v;
  decref(n);
  if (v > 0x7fffffff || v < -0x80000000) overflowError('Python int too large to convert to C int');
  const code = Number(v);
  if (code < 0 || code > 0x10ffff) valueError('chr() arg not in range(0x110000)');
  return newStr(String.fromCodePoint(code));
}

export function builtin_ord(_module: PyObject, c: PyObject): PyObject {
  let length: number;
  if (isStr(c)) {
    length = strLength(c);
    if (length === 1) return newInt(c.v.codePointAt(0)!);
  } else if (isBytes(c) || isBytearray(c)) {
    const bytes = isBytes(c) ? c.v : bytearray_bytes(c);
    length = bytes.length;
    if (length === 1) return newInt(bytes[0]);
  } else return typeError(`ord() expected string of length 1, but ${c.type.name} found`);
  return typeError(`ord() expected a character, but string of length ${length} found`);
}

export function builtin_divmod(_module: PyObject, x: PyObject, y: PyObject): PyObject {
  return divmod(x, y);
}

export function builtin_hash(_module: PyObject, obj: PyObject): PyObject {
  return newInt(hashValue(obj));
}

export function builtin_pow(_module: PyObject, base: PyObject, exp: PyObject, mod?: PyObject): PyObject {
  return power(base, exp, mod ?? None);
}

export function builtin_round(_module: PyObject, number: PyObject, ndigits?: PyObject): PyObject {
  const args = ndigits === undefined || ndigits === None ? [] : [ndigits];
  return (
    callSpecialMaybe(number, '__round__', args) ?? typeError(`type ${number.type.name} doesn't define __round__ method`)
  );
}
