/** ASCII, Latin-1 and character maps: one byte a character (unicode_encode_ucs1, PyUnicode_DecodeCharmap). */
import { zeroed } from './byte_memory.ts';
import { ByteWriter } from './byte_writer.ts';
import { decodeError, encodeError, makeEncodeError, resume } from './codec_errors.ts';
import type { Errors } from './codec_errors.ts';

/** Text of bytes as Latin-1; never fails. */
export function decodeLatin1(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let out = '';
  if (end - start < 32) {
    for (let i = start; i < end; i++) out += String.fromCharCode(bytes[i]!);
    return out;
  }
  for (let i = start; i < end; i += 4096) {
    out += String.fromCharCode.apply(null, bytes.subarray(i, Math.min(end, i + 4096)) as unknown as number[]);
  }
  return out;
}

/** Text of ASCII bytes. Raises UnicodeDecodeError. */
export function decodeAscii(bytes: Uint8Array, errors: Errors = 'strict'): string {
  let out = '';
  let i = 0;
  while (i < bytes.length) {
    let end = i;
    while (end < bytes.length && bytes[end]! < 128) end++;
    out += decodeLatin1(bytes, i, end);
    i = end;
    if (i < bytes.length) {
      out += decodeError(errors, 'ascii', bytes, i, i + 1, 'ordinal not in range(128)');
      i = resume.position;
    }
  }
  return out;
}

/** Text of bytes through a decoding table of 256 characters, U+FFFE where undefined. Raises UnicodeDecodeError. */
export function decodeCharmap(bytes: Uint8Array, errors: Errors, table: string): string {
  let out = '';
  let i = 0;
  while (i < bytes.length) {
    const c = table[bytes[i]!];
    if (c !== undefined && c !== '\ufffe') {
      out += c;
      i++;
    } else {
      out += decodeError(errors, 'charmap', bytes, i, i + 1, 'character maps to <undefined>');
      i = resume.position;
    }
  }
  return out;
}

/** Encodes with `byteOf`, which gives -1 for a code point that has no byte. */
function encode(
  s: string,
  errors: Errors,
  encoding: string,
  reason: string,
  byteOf: (cp: number) => number,
): Uint8Array {
  const n = s.length;
  const out = new ByteWriter(n);
  let i = 0;
  while (i < n) {
    const byte = byteOf(s.codePointAt(i)!);
    if (byte >= 0) {
      out.byte(byte);
      i++;
      continue;
    }
    let end = i;
    while (end < n && byteOf(s.codePointAt(end)!) < 0) end += s.codePointAt(end)! > 0xffff ? 2 : 1;
    if (errors === 'surrogateescape') {
      for (; i < end && s.charCodeAt(i) >= 0xdc80 && s.charCodeAt(i) <= 0xdcff; i++) out.byte(s.charCodeAt(i) & 0xff);
      if (i === end) continue;
    }
    const error = makeEncodeError(encoding, s, i, end, reason);
    const replacement = encodeError(errors, error);
    i = resume.position;
    if (typeof replacement !== 'string') {
      out.append(replacement);
    } else {
      for (const c of replacement) {
        const b = byteOf(c.codePointAt(0)!);
        if (b < 0) throw error;
        out.byte(b);
      }
    }
  }
  return out.finish();
}

/** The low byte of each unit: text known to be ASCII or Latin-1, encoded. */
export function packUnits(s: string): Uint8Array {
  const bytes = zeroed(s.length);
  for (let i = 0; i < s.length; i++) bytes[i] = s.charCodeAt(i);
  return bytes;
}

/** Bytes of ASCII text. Raises UnicodeEncodeError. */
export function encodeAscii(s: string, errors: Errors = 'strict'): Uint8Array {
  if (/^[\x00-\x7f]*$/.test(s)) return packUnits(s);
  return encode(s, errors, 'ascii', 'ordinal not in range(128)', cp => (cp < 128 ? cp : -1));
}

/** Bytes of Latin-1 text. Raises UnicodeEncodeError. */
export function encodeLatin1(s: string, errors: Errors = 'strict'): Uint8Array {
  if (/^[\x00-\xff]*$/.test(s)) return packUnits(s);
  return encode(s, errors, 'latin-1', 'ordinal not in range(256)', cp => (cp < 256 ? cp : -1));
}

/** Bytes of text through the inverse of a decoding table. Raises UnicodeEncodeError. */
export function encodeCharmap(s: string, errors: Errors, table: ReadonlyMap<number, number>): Uint8Array {
  return encode(s, errors, 'charmap', 'character maps to <undefined>', cp => table.get(cp) ?? -1);
}
