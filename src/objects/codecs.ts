/**
 * str.encode and bytes.decode (PyUnicode_AsEncodedString, PyUnicode_Decode, Python/codecs.c): the codecs of src/text by
 * name, others through the `encodings` package, and error handlers that Python code registered.
 */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import type { UnicodeAlgorithmError } from '../text/errors.ts';
import { decodeLatin1 } from '../text/single_byte.ts';
import { encodeUtf8 } from '../text/utf8.ts';
import { BUILTIN_ERROR_HANDLERS, findTextCodec, type Errors, type Recovery, type TextCodec } from '../text/codecs.ts';
import { setContext, typeError, valueError } from '../exceptions/raise.ts';
import { T_UnicodeDecodeError, T_UnicodeEncodeError } from '../exceptions/types.ts';
import { call, call1 } from '../protocols/call.ts';
import type { PyException } from '../exceptions/body.ts';
import { fromAlgorithm } from './algorithm.ts';
import { isBytes, newBytes } from './bytes.ts';
import { codec_lookupText, codec_run, errorHandlers } from './codec_registry.ts';
import { isInt, newIntNumber } from './int.ts';
import { isStr, newAscii, newStr } from './str.ts';
import { isTuple } from './tuple.ts';

/** The UnicodeError object of a codec's complaint; new reference, context set. */
export function unicodeError(e: UnicodeAlgorithmError): PyObject {
  const exc = makeUnicodeError(e);
  setContext(exc as PyException);
  return exc;
}

export function makeUnicodeError(e: UnicodeAlgorithmError): PyObject {
  const type = e.type === 'UnicodeDecodeError' ? T_UnicodeDecodeError : T_UnicodeEncodeError;
  const args: PyObject[] = [
    newStr(e.encoding),
    typeof e.object === 'string' ? newStr(e.object) : newBytes(e.object),
    newIntNumber(e.start),
    newIntNumber(e.end),
    newStr(e.reason),
  ];
  const exc = call(type.obj, args, null);
  for (const arg of args) decref(arg);
  return exc;
}

/** The `errors` argument for the codecs: the name, or a function that calls the registered handler. */
export function errorsOf(errors: string): Errors {
  const handler = errorHandlers.get(errors);
  if (handler === undefined || BUILTIN_ERROR_HANDLERS.includes(errors)) return errors;
  return e => callHandler(handler, e);
}

/** Calls a handler, which answers (replacement, position) or raises. */
function callHandler(handler: PyObject, e: UnicodeAlgorithmError): Recovery {
  const exc = makeUnicodeError(e);
  const result = call1(handler, exc);
  decref(exc);
  try {
    const decoding = e.type === 'UnicodeDecodeError';
    const items: PyObject[] | null = isTuple(result) && result.v.length === 2 ? result.v : null;
    const replacement = items?.[0];
    const position = items?.[1];
    if (!replacement || !position || !isInt(position) || !(isStr(replacement) || (!decoding && isBytes(replacement))))
      return typeError(
        `${decoding ? 'decoding' : 'encoding'} error handler must return (${decoding ? 'str' : 'str/bytes'}, int) tuple`,
      );
    return { replacement: replacement.v as string | Uint8Array, position: Number(position.v) };
  } finally {
    decref(result);
  }
}

function checkName(name: string): void {
  if (name.includes('\0')) valueError('embedded null character');
}

/** The text encoded; bytes object, new reference. Raises UnicodeEncodeError and LookupError. */
export function encodeStr(text: string, encoding: string, errors: string): PyObject {
  if (encoding === 'utf-8' && errors === 'strict') return run(() => newBytes(encodeUtf8(text)));
  checkName(encoding);
  checkName(errors);
  const codec = findTextCodec(encoding);
  if (codec !== null) return run(() => newBytes(codec.encode(text, errorsOf(errors))));
  return otherCodec('encode', newStr(text), encoding, errors);
}

/** The bytes decoded; str object, new reference. Raises UnicodeDecodeError and LookupError. */
export function decodeBytes(bytes: Uint8Array, encoding: string, errors: string): PyObject {
  if (encoding === 'utf-8' && errors === 'strict' && isAscii(bytes)) return newAscii(decodeLatin1(bytes));
  checkName(encoding);
  checkName(errors);
  if (bytes.length === 0 && findTextCodec(encoding) !== null) return newStr('');
  const codec: TextCodec | null = findTextCodec(encoding);
  if (codec !== null) return run(() => newStr(codec.decode(bytes, errorsOf(errors))));
  return otherCodec('decode', newBytes(bytes), encoding, errors);
}

function isAscii(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (bytes[i] >= 128) return false;
  return true;
}

function run(work: () => PyObject): PyObject {
  try {
    return work();
  } catch (e) {
    throw fromAlgorithm(e);
  }
}

/** Through the registry (consumes `input`). Raises LookupError for a name that no codec has. */
function otherCodec(direction: 'encode' | 'decode', input: PyObject, encoding: string, errors: string): PyObject {
  try {
    const info = codec_lookupText(encoding, `codecs.${direction}()`);
    const result = codec_run(info, direction === 'encode' ? 0 : 1, input, errors);
    if (direction === 'encode' ? isBytes(result) : isStr(result)) return result;
    const wanted = direction === 'encode' ? 'bytes' : 'str';
    const name = result.type.name;
    decref(result);
    return typeError(
      `'${encoding}' ${direction}r returned '${name}' instead of '${wanted}'; use codecs.${direction}() to ${direction} to arbitrary types`,
    );
  } finally {
    decref(input);
  }
}
