/** UTF-8: utf8_decode and utf8_encoder of Objects/stringlib/codecs.h, unicode_decode_utf8 of unicodeobject.c. */
import { ByteWriter } from './byte_writer.ts';
import { decodeError, encodeError, makeEncodeError, resume } from './codec_errors.ts';
import { decodeLatin1, packUnits } from './single_byte.ts';
import type { Errors } from './codec_errors.ts';

/** From this many bytes on the engine's own decoder and encoder pay off. */
const NATIVE_LENGTH = 48;

const ASCII = /^[\x00-\x7f]*$/;
const LONE_SURROGATE = /[\ud800-\udfff]/u;

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80;
}

/** Whether byte `b` may follow lead byte `a` (Unicode standard, table 3-7). */
function mayFollow(a: number, b: number): boolean {
  if (!isContinuation(b)) return false;
  switch (a) {
    case 0xe0:
      return b >= 0xa0;
    case 0xed:
      return b < 0xa0;
    case 0xf0:
      return b >= 0x90;
    case 0xf4:
      return b < 0x90;
    default:
      return true;
  }
}

/** Text of the bytes. Raises UnicodeDecodeError. */
export function decodeUtf8(bytes: Uint8Array, errors: Errors = 'strict'): string {
  return decodeUtf8Stateful(bytes, errors, true)[0];
}

/** Text and the number of bytes read: unless `final`, an incomplete sequence at the end is left unread. */
export function decodeUtf8Stateful(bytes: Uint8Array, errors: Errors, final: boolean): [string, number] {
  const n = bytes.length;
  if (n >= NATIVE_LENGTH) {
    try {
      return [decoder.decode(bytes), n];
    } catch {
      // The slow loop finds out what is wrong.
    }
  }
  let i = 0;
  while (i < n && bytes[i]! < 0x80) i++;
  let out = decodeLatin1(bytes, 0, i);
  while (i < n) {
    const a = bytes[i]!;
    if (a < 0x80) {
      out += String.fromCharCode(a);
      i++;
      continue;
    }
    const size = a < 0xc2 ? 0 : a < 0xe0 ? 2 : a < 0xf0 ? 3 : a < 0xf5 ? 4 : 0;
    let end = i + 1;
    let reason = 'invalid start byte';
    if (size > 0) {
      if (end < n && mayFollow(a, bytes[end]!)) {
        end++;
        while (end < i + size && isContinuation(bytes[end])) end++;
      }
      if (end === i + size) {
        let cp = a & (0x7f >> size);
        for (let k = i + 1; k < end; k++) cp = (cp << 6) | (bytes[k]! & 63);
        out += String.fromCodePoint(cp);
        i = end;
        continue;
      }
      reason = end < n ? 'invalid continuation byte' : 'unexpected end of data';
      // The start of a surrogate may turn out to be one when the rest comes.
      if (!final && (end === n || (a === 0xed && i + 2 === n && isContinuation(bytes[i + 1])))) break;
    }
    out += decodeError(errors, 'utf-8', bytes, i, end, reason);
    i = resume.position;
  }
  return [out, i];
}

/** Bytes of the text. Raises UnicodeEncodeError for lone surrogates. */
export function encodeUtf8(s: string, errors: Errors = 'strict'): Uint8Array {
  if (s.length >= NATIVE_LENGTH && !LONE_SURROGATE.test(s)) return encoder.encode(s);
  if (ASCII.test(s)) return packUnits(s);
  const n = s.length;
  const out = new ByteWriter(n + (n >> 1));
  for (let i = 0; i < n; i++) {
    const c = s.charCodeAt(i);
    if (c < 0x80) {
      out.byte(c);
    } else if (c < 0x800) {
      out.byte(0xc0 | (c >> 6));
      out.byte(0x80 | (c & 63));
    } else if ((c & 0xf800) !== 0xd800) {
      out.byte(0xe0 | (c >> 12));
      out.byte(0x80 | ((c >> 6) & 63));
      out.byte(0x80 | (c & 63));
    } else {
      const cp = s.codePointAt(i)!;
      if (cp > 0xffff) {
        out.byte(0xf0 | (cp >> 18));
        out.byte(0x80 | ((cp >> 12) & 63));
        out.byte(0x80 | ((cp >> 6) & 63));
        out.byte(0x80 | (cp & 63));
        i++;
      } else {
        i = encodeSurrogates(s, i, errors, out) - 1;
      }
    }
  }
  return out.finish();
}

const REASON = 'surrogates not allowed';

function isLoneSurrogate(s: string, i: number): boolean {
  const cp = s.codePointAt(i);
  return cp !== undefined && (cp & 0xfffff800) === 0xd800;
}

/** Hands the run of lone surrogates at unit `i` to the error handler; the unit to go on at. */
function encodeSurrogates(s: string, i: number, errors: Errors, out: ByteWriter): number {
  let end = i + 1;
  while (isLoneSurrogate(s, end)) end++;
  if (errors === 'surrogateescape') {
    for (; i < end && s.charCodeAt(i) >= 0xdc80 && s.charCodeAt(i) <= 0xdcff; i++) out.byte(s.charCodeAt(i) & 0xff);
    if (i === end) return end;
  }
  const error = makeEncodeError('utf-8', s, i, end, REASON);
  const replacement = encodeError(errors, error);
  const next = resume.position;
  if (typeof replacement !== 'string') {
    out.append(replacement);
  } else {
    if (/[^\x00-\x7f]/.test(replacement)) throw error;
    for (let k = 0; k < replacement.length; k++) out.byte(replacement.charCodeAt(k));
  }
  return next;
}
