/** The codecs CPython has in C, by name, with the shortcuts of PyUnicode_Decode and PyUnicode_AsEncodedString. */
import type { Errors } from './codec_errors.ts';
import { decodeAscii, decodeCharmap, decodeLatin1, encodeAscii, encodeCharmap, encodeLatin1 } from './single_byte.ts';
import { decodeUtf16, decodeUtf32, encodeUtf16, encodeUtf32 } from './utf16_32.ts';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

export type { ErrorHandler, Errors, Recovery } from './codec_errors.ts';
export { BUILTIN_ERROR_HANDLERS, builtinErrorHandler } from './codec_errors.ts';
export { decodeCharmap, encodeCharmap };
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

/** What cp1252 has from 0x80 to 0x9f; U+FFFE where it has nothing. */
const CP1252 =
  '\u20ac\ufffe\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\ufffe\u017d\ufffe' +
  '\ufffe\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\ufffe\u017e\u0178';

/** The decoding table of a single-byte codec that is Latin-1 but for 0x80 to 0x9f. */
function latinTable(middle: string): string {
  let table = '';
  for (let i = 0; i < 256; i++) table += i >= 0x80 && i < 0xa0 ? middle[i - 0x80] : String.fromCharCode(i);
  return table;
}

function charmapCodec(name: string, table: string): TextCodec {
  const bytes = new Map<number, number>();
  for (let i = 0; i < 256; i++) if (table.charCodeAt(i) !== 0xfffe) bytes.set(table.charCodeAt(i), i);
  return {
    name,
    decode: (b, errors) => decodeCharmap(b, errors, table),
    encode: (s, errors) => encodeCharmap(s, errors, bytes),
  };
}

const SIGNATURE = Uint8Array.of(0xef, 0xbb, 0xbf);

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}

/** UTF-8 with a signature in front (Lib/encodings/utf_8_sig.py). */
const UTF_8_SIG: TextCodec = {
  name: 'utf-8-sig',
  decode: (b, errors) => decodeUtf8(b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf ? b.subarray(3) : b, errors),
  encode: (s, errors) => concat(SIGNATURE, encodeUtf8(s, errors)),
};

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
  utf8_sig: 'utf-8-sig',
  '1252': 'cp1252',
  windows_1252: 'cp1252',
  utf_32le: 'utf-32-le',
  utf_32be: 'utf-32-be',
};

const byName = new Map<string, TextCodec>();
for (const codec of [...CODECS, UTF_8_SIG, charmapCodec('cp1252', latinTable(CP1252))])
  byName.set(codec.name.replaceAll('-', '_'), codec);
for (const [alias, name] of Object.entries(ALIASES)) byName.set(alias, byName.get(name.replaceAll('-', '_'))!);

/** The codec that a name stands for, or null when it is none of these. */
export function findTextCodec(name: string): TextCodec | null {
  return byName.get(name) ?? byName.get(name.toLowerCase().replace(/[-. ]+/g, '_')) ?? null;
}
