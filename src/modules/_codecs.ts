/** The _codecs module (Modules/_codecsmodule.c): the registry, and the codecs one by one for the `encodings` package. */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { UnicodeAlgorithmError } from '../text/errors.ts';
import {
  BUILTIN_ERROR_HANDLERS,
  builtinErrorHandler,
  decodeAscii,
  decodeCharmap,
  decodeLatin1,
  decodeUtf16,
  decodeUtf32,
  decodeUtf8Stateful,
  encodeAscii,
  encodeCharmap,
  encodeLatin1,
  encodeUtf16,
  encodeUtf32,
  encodeUtf8,
  type Errors,
} from '../text/codecs.ts';
import { getMember } from '../exceptions/base.ts';
import { isPyException, type PyException } from '../exceptions/body.ts';
import { raise, typeError } from '../exceptions/raise.ts';
import { T_LookupError, T_UnicodeDecodeError, T_UnicodeEncodeError } from '../exceptions/types.ts';
import { fromAlgorithm } from '../objects/algorithm.ts';
import { newBuiltin, type NativeFunction } from '../objects/builtin_function.ts';
import { bytesLike, newBytes } from '../objects/bytes.ts';
import {
  codec_lookup,
  codec_register,
  codec_run,
  codec_unregister,
  errorHandlers,
  register_error,
} from '../objects/codec_registry.ts';
import { errorsOf } from '../objects/codecs.ts';
import { dict_items, dict_setitem, isDict, newDict } from '../objects/dict.ts';
import { isInt, newInt } from '../objects/int.ts';
import { defineModule, type PyModule } from '../objects/module.ts';
import { signature } from '../objects/signature.ts';
import { None } from '../objects/singletons.ts';
import { isStr, newStr, strLength } from '../objects/str.ts';
import { newTuple } from '../objects/tuple.ts';
import { isTrue } from '../protocols/object.ts';
import { badArgument } from '../objects/bad_argument.ts';

function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (e) {
    throw fromAlgorithm(e);
  }
}

function strArgument(o: PyObject, name: string, position: string): string {
  return isStr(o) ? o.v : badArgument(`${name}() argument${position === '' ? '' : ` ${position}`}`, 'str', o);
}

function errorsArgument(o: PyObject | undefined, name: string): Errors {
  return o === undefined || o === None ? 'strict' : errorsOf(strArgument(o, name, '2'));
}

// ---- the registry

function codecs_lookup(_m: PyObject, encoding: PyObject): PyObject {
  return incref(codec_lookup(strArgument(encoding, 'lookup', '')));
}

/** codecs.encode and codecs.decode: any codec, any types. */
function converts(direction: 0 | 1): (m: PyObject, obj: PyObject, encoding?: PyObject, errors?: PyObject) => PyObject {
  const name = direction === 0 ? 'encode' : 'decode';
  return (_m, obj, encoding, errors) => {
    const codec = codec_lookup(encoding === undefined ? 'utf-8' : strArgument(encoding, name, "'encoding'"));
    return codec_run(codec, direction, obj, errors === undefined ? null : strArgument(errors, name, "'errors'"));
  };
}

// ---- error handlers as Python functions

/** The algorithms' form of a UnicodeError object. */
function algorithmError(exc: PyObject): UnicodeAlgorithmError {
  const isDecode = isPyException(exc, T_UnicodeDecodeError);
  if (!isDecode && !isPyException(exc, T_UnicodeEncodeError))
    typeError(`don't know how to handle ${exc.type.name} in error callback`);
  const member = (name: string): PyObject => getMember(exc as PyException, name)!;
  return new UnicodeAlgorithmError(
    isDecode ? 'UnicodeDecodeError' : 'UnicodeEncodeError',
    member('encoding').v,
    member('object').v,
    Number(member('start').v),
    Number(member('end').v),
    member('reason').v,
  );
}

/** `strict_errors` and its like: (replacement, position), or the exception raised again. */
function handlerFunction(name: string): PyObject {
  const call = (_m: PyObject, exc: PyObject): PyObject => {
    if (!isPyException(exc)) typeError('codec must pass exception instance');
    try {
      const { replacement, position } = builtinErrorHandler(name)(algorithmError(exc));
      return newTuple([
        typeof replacement === 'string' ? newStr(replacement) : newBytes(replacement),
        newInt(position),
      ]);
    } catch (e) {
      if (e instanceof UnicodeAlgorithmError) throw incref(exc);
      throw fromAlgorithm(e);
    }
  };
  const text = `${name}_errors`;
  return newBuiltin(text, signature(text, '!(exception, /)'), call, null, null, 'An error handler.');
}

function codecs_lookup_error(_m: PyObject, name: PyObject): PyObject {
  const text = strArgument(name, 'lookup_error', '');
  const known = errorHandlers.get(text);
  if (known !== undefined) return incref(known);
  if (!BUILTIN_ERROR_HANDLERS.includes(text)) raise(T_LookupError, `unknown error handler name '${text}'`);
  const handler = handlerFunction(text);
  errorHandlers.set(text, incref(handler));
  return handler;
}

// ---- codecs

type Encode = (s: string, errors: Errors) => Uint8Array;
/** Text, and how many bytes it came from. */
type Decode = (bytes: Uint8Array, errors: Errors, final: boolean) => [string, number];

function encoder(name: string, encode: Encode): (m: PyObject, s: PyObject, errors?: PyObject) => PyObject {
  return (_m, s, errors) => {
    const text = strArgument(s, name, '1');
    const mode = errorsArgument(errors, name);
    return newTuple([guard(() => newBytes(encode(text, mode))), newInt(strLength(s))]);
  };
}

function decoder(
  name: string,
  decode: Decode,
): (m: PyObject, data: PyObject, errors?: PyObject, final?: PyObject) => PyObject {
  return (_m, data, errors, final) => {
    const bytes = bytesLike(data);
    const mode = errorsArgument(errors, name);
    const [text, consumed] = guard(() => decode(bytes, mode, final !== undefined && isTrue(final)));
    return newTuple([newStr(text), newInt(consumed)]);
  };
}

const whole =
  (decode: (bytes: Uint8Array, errors: Errors) => string): Decode =>
  (bytes, errors) => [decode(bytes, errors), bytes.length];

const ORDERS = { bom: 'bom', le: 'little', be: 'big' } as const;

function wide(bits: 16 | 32, order: keyof typeof ORDERS): [Encode, Decode] {
  const encode = bits === 16 ? encodeUtf16 : encodeUtf32;
  const decode = bits === 16 ? decodeUtf16 : decodeUtf32;
  return [
    (s, errors) => encode(s, errors, ORDERS[order]),
    (bytes, errors, final) => {
      const { text, consumed } = decode(bytes, errors, ORDERS[order], final);
      return [text, consumed];
    },
  ];
}

/** The table of a charmap decoder: a string, or a dict of bytes to characters. */
function decodingTable(mapping: PyObject): string {
  if (isStr(mapping)) return mapping.v;
  if (!isDict(mapping)) return typeError('character mapping must be a str or a dict');
  const table: string[] = new Array(256).fill('\ufffe');
  for (const [key, value] of dict_items(mapping)) {
    if (!isInt(key) || value === None) continue;
    const text = isStr(value) ? value.v : isInt(value) ? String.fromCodePoint(Number(value.v)) : null;
    if (text === null) typeError('character mapping must return integer, None or str');
    table[Number(key.v)] = text;
  }
  return table.join('');
}

function charmap_decode(_m: PyObject, data: PyObject, errors?: PyObject, mapping?: PyObject): PyObject {
  const bytes = bytesLike(data);
  const mode = errorsArgument(errors, 'charmap_decode');
  const text = guard(() =>
    mapping === undefined || mapping === None
      ? decodeLatin1(bytes)
      : decodeCharmap(bytes, mode, decodingTable(mapping)),
  );
  return newTuple([newStr(text), newInt(bytes.length)]);
}

function encodingTable(mapping: PyObject): Map<number, number> {
  const table = new Map<number, number>();
  if (!isDict(mapping)) typeError('character mapping must be a dict');
  for (const [key, value] of dict_items(mapping as PyContainer))
    if (isInt(key) && isInt(value)) table.set(Number(key.v), Number(value.v));
  return table;
}

function charmap_encode(_m: PyObject, s: PyObject, errors?: PyObject, mapping?: PyObject): PyObject {
  const text = strArgument(s, 'charmap_encode', '1');
  const mode = errorsArgument(errors, 'charmap_encode');
  const bytes = guard(() =>
    mapping === undefined || mapping === None
      ? encodeLatin1(text, mode)
      : encodeCharmap(text, mode, encodingTable(mapping)),
  );
  return newTuple([newBytes(bytes), newInt(strLength(s))]);
}

/** The encoding table for a decoding table of 256 characters; a dict, where CPython has a type of its own. */
function charmap_build(_m: PyObject, map: PyObject): PyObject {
  const result = newDict();
  let byte = 0;
  for (const c of strArgument(map, 'charmap_build', '')) {
    const key = newInt(c.codePointAt(0)!);
    const value = newInt(byte++);
    dict_setitem(result, key, value);
    decref(key);
    decref(value);
  }
  return result;
}

function readbuffer_encode(_m: PyObject, data: PyObject): PyObject {
  const encoded = isStr(data) ? guard(() => encodeUtf8(data.v, 'strict')) : bytesLike(data).slice();
  return newTuple([newBytes(encoded), newInt(encoded.length)]);
}

const PAIRS: [string, Encode, Decode, final: boolean][] = [
  ['utf_8', encodeUtf8, (bytes, errors, final) => decodeUtf8Stateful(bytes, errors, final), true],
  ['ascii', encodeAscii, whole(decodeAscii), false],
  ['latin_1', encodeLatin1, whole(bytes => decodeLatin1(bytes)), false],
  ['utf_16', ...wide(16, 'bom'), true],
  ['utf_16_le', ...wide(16, 'le'), true],
  ['utf_16_be', ...wide(16, 'be'), true],
  ['utf_32', ...wide(32, 'bom'), true],
  ['utf_32_le', ...wide(32, 'le'), true],
  ['utf_32_be', ...wide(32, 'be'), true],
];

export function makeCodecs(): PyModule {
  return defineModule({
    name: '_codecs',
    doc: 'The registry of codecs and the codecs written for speed.',
    functions: [
      [
        'register',
        (_m, f) => (codec_register(f), None),
        '($module, search_function, /)',
        'Adds a function that finds codecs.',
      ],
      ['unregister', (_m, f) => (codec_unregister(f), None), '($module, search_function, /)', 'Takes one away again.'],
      ['lookup', codecs_lookup, '($module, encoding, /)', 'The CodecInfo of an encoding.'],
      ['encode', converts(0), "($module, /, obj, encoding='utf-8', errors='strict')", 'obj encoded by any codec.'],
      ['decode', converts(1), "($module, /, obj, encoding='utf-8', errors='strict')", 'obj decoded by any codec.'],
      [
        'register_error',
        (_m, name, handler) => (register_error(strArgument(name, 'register_error', '1'), handler), None),
        '($module, errors, handler, /)',
        'Names a function that handles coding errors.',
      ],
      ['lookup_error', codecs_lookup_error, '($module, name, /)', 'The error handler with a name.'],
      ['charmap_decode', charmap_decode, '($module, data, errors=None, mapping=None, /)'],
      ['charmap_encode', charmap_encode, '($module, str, errors=None, mapping=None, /)'],
      ['charmap_build', charmap_build, '($module, map, /)'],
      ['readbuffer_encode', readbuffer_encode, '($module, data, errors=None, /)'],
      ...PAIRS.flatMap(([name, encode, decode, final]): [string, NativeFunction, string][] => [
        [`${name}_encode`, encoder(`${name}_encode`, encode), '($module, str, errors=None, /)'],
        [
          `${name}_decode`,
          decoder(`${name}_decode`, decode),
          `($module, data, errors=None, ${final ? 'final=False, ' : ''}/)`,
        ],
      ]),
    ],
  });
}
