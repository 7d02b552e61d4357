/** The codecs CPython has in C, by name, with the shortcuts of PyUnicode_Decode and PyUnicode_AsEncodedString. */
import type { Errors } from './codec_errors.ts';
import { decodeAscii, decodeLatin1, encodeAscii, encodeLatin1 } from './single_byte.ts';
import { decodeUtf16, decodeUtf32, encodeUtf16, encodeUtf32 } from './utf16_32.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

export type { ErrorHandler, Errors, Recovery } from './codec_errors.ts';
export { BUILTIN_ERROR_HANDLERS, builtinErrorHandler } from './codec_errors.ts';
export { decodeCharmap, encodeCharmap } from './single_byte.ts';
export { decodeUtf8Stateful } from './utf8.ts';
export { decodeAscii, decodeLatin1, decodeUtf8, decodeUtf16, decodeUtf32 };
export { encodeAscii, encodeLatin1, encodeUtf8, encodeUtf16, encodeUtf32 };

/** A codec that needs nothing but its input. */
export interface TextCodec {
  /** The name `codecs.lookup(...).name` gives. */
  readonly name: string;
  decode(bytes: Uint8Array, errors: Errors): string;
  encode(s: string, errors: Errors): Uint8Array;
}

const CODECS: readonly TextCodec[] = [
  { name: 'utf-8', decode: decodeUtf8, encode: encodeUtf8 },
  { name: 'ascii', decode: decodeAscii, encode: encodeAscii },
  { name: 'iso8859-1', decode: bytes => decodeLatin1(bytes), encode: encodeLatin1 },
  { name: 'utf-16', decode: (b, e) => decodeUtf16(b, e, 'bom').text, encode: (s, e) => encodeUtf16(s, e, 'bom') },
  {
    name: 'utf-16-le',
    decode: (b, e) => decodeUtf16(b, e, 'little').text,
    encode: (s, e) => encodeUtf16(s, e, 'little'),
  },
  { name: 'utf-16-be', decode: (b, e) => decodeUtf16(b, e, 'big').text, encode: (s, e) => encodeUtf16(s, e, 'big') },
  { name: 'utf-32', decode: (b, e) => decodeUtf32(b, e, 'bom').text, encode: (s, e) => encodeUtf32(s, e, 'bom') },
  {
    name: 'utf-32-le',
    decode: (b, e) => decodeUtf32(b, e, 'little').text,
    encode: (s, e) => encodeUtf32(s, e, 'little'),
  },
  { name: 'utf-32-be', decode: (b, e) => decodeUtf32(b, e, 'big').text, encode: (s, e) => encodeUtf32(s, e, 'big') },
];

/** Other spellings, as Lib/encodings/aliases.py has them; compared in lower case with `-` and spaces as `_`. */
const ALIASES: Readonly<Record<string, string>> = {
  u8: 'utf-8',
  utf: 'utf-8',
  utf8: 'utf-8',
  cp65001: 'utf-8',
  '646': 'ascii',
  us_ascii: 'ascii',
  us: 'ascii',
  latin1: 'iso8859-1',
  latin_1: 'iso8859-1',
  latin: 'iso8859-1',
  l1: 'iso8859-1',
  '8859': 'iso8859-1',
  cp819: 'iso8859-1',
  iso8859: 'iso8859-1',
  iso8859_1: 'iso8859-1',
  iso_8859_1: 'iso8859-1',
  utf16: 'utf-16',
  u16: 'utf-16',
  utf_16le: 'utf-16-le',
  utf_16be: 'utf-16-be',
  utf32: 'utf-32',
  u32: 'utf-32',
  utf_32le: 'utf-32-le',
  utf_32be: 'utf-32-be',
};

const byName = new Map<string, TextCodec>();
for (const codec of CODECS) byName.set(codec.name.replaceAll('-', '_'), codec);
for (const [alias, name] of Object.entries(ALIASES)) byName.set(alias, byName.get(name.replaceAll('-', '_'))!);

/** The codec that a name stands for, or null when it is none of these. */
export function findTextCodec(name: string): TextCodec | null {
  return byName.get(name) ?? byName.get(name.toLowerCase().replace(/[-. ]+/g, '_')) ?? null;
}
