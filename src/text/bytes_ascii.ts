/**
 * The methods of bytes and bytearray that take their contents for ASCII: Objects/bytes_methods.c, stringlib/ctype.h
 * and transmogrify.h. Bytes from 0x80 up are letters of no kind. An answer in bytes is always an array of its own.
 */
import { copied, zeroed } from './byte_memory.ts';
import { decodeLatin1, encodeLatin1 } from './single_byte.ts';
import { strCenter, strExpandtabs, strLjust, strRjust, strZfill } from './str_split.ts';

function isLowerByte(c: number): boolean {
  return c >= 97 && c <= 122;
}

function isUpperByte(c: number): boolean {
  return c >= 65 && c <= 90;
}

function isAlphaByte(c: number): boolean {
  return isLowerByte(c | 32) && c < 128;
}

function isDigitByte(c: number): boolean {
  return c >= 48 && c <= 57;
}

function isSpaceByte(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13);
}

function all(bytes: Uint8Array, predicate: (c: number) => boolean): boolean {
  for (let i = 0; i < bytes.length; i++) if (!predicate(bytes[i]!)) return false;
  return bytes.length > 0;
}

/** bytes.isalpha. */
export function bytesIsalpha(bytes: Uint8Array): boolean {
  return all(bytes, isAlphaByte);
}

/** bytes.isdigit. */
export function bytesIsdigit(bytes: Uint8Array): boolean {
  return all(bytes, isDigitByte);
}

/** bytes.isalnum. */
export function bytesIsalnum(bytes: Uint8Array): boolean {
  return all(bytes, c => isAlphaByte(c) || isDigitByte(c));
}

/** bytes.isspace. */
export function bytesIsspace(bytes: Uint8Array): boolean {
  return all(bytes, isSpaceByte);
}

/** bytes.isascii; the empty string is. */
export function bytesIsascii(bytes: Uint8Array): boolean {
  return bytes.length === 0 || all(bytes, c => c < 128);
}

/** bytes.islower: no capital and at least one small letter. */
export function bytesIslower(bytes: Uint8Array): boolean {
  return bytes.some(isLowerByte) && !bytes.some(isUpperByte);
}

/** bytes.isupper. */
export function bytesIsupper(bytes: Uint8Array): boolean {
  return bytes.some(isUpperByte) && !bytes.some(isLowerByte);
}

/** bytes.istitle: capitals only after other bytes, small letters only after letters. */
export function bytesIstitle(bytes: Uint8Array): boolean {
  let found = false;
  let afterCased = false;
  for (const c of bytes) {
    const cased = isAlphaByte(c);
    if (cased && isUpperByte(c) === afterCased) return false;
    afterCased = cased;
    found ||= cased;
  }
  return found;
}

/** bytes.lower. */
export function bytesLower(bytes: Uint8Array): Uint8Array {
  const out = zeroed(bytes.length);
  for (let i = 0; i < out.length; i++) {
    const c = bytes[i]!;
    out[i] = isUpperByte(c) ? c + 32 : c;
  }
  return out;
}

/** bytes.upper. */
export function bytesUpper(bytes: Uint8Array): Uint8Array {
  const out = zeroed(bytes.length);
  for (let i = 0; i < out.length; i++) {
    const c = bytes[i]!;
    out[i] = isLowerByte(c) ? c - 32 : c;
  }
  return out;
}

/** bytes.swapcase. */
export function bytesSwapcase(bytes: Uint8Array): Uint8Array {
  return bytes.map(c => (isAlphaByte(c) ? c ^ 32 : c));
}

/** bytes.capitalize. */
export function bytesCapitalize(bytes: Uint8Array): Uint8Array {
  const out = bytesLower(bytes);
  if (out.length > 0 && isLowerByte(out[0]!)) out[0]! -= 32;
  return out;
}

/** bytes.title. */
export function bytesTitle(bytes: Uint8Array): Uint8Array {
  const out = bytesLower(bytes);
  let afterCased = false;
  for (let i = 0; i < out.length; i++) {
    const cased = isLowerByte(out[i]!);
    if (cased && !afterCased) out[i]! -= 32;
    afterCased = cased;
  }
  return out;
}

function stripEnds(bytes: Uint8Array, chars: Uint8Array | null, left: boolean, right: boolean): Uint8Array {
  const strips = (c: number): boolean => (chars === null ? isSpaceByte(c) : chars.includes(c));
  let i = 0;
  let j = bytes.length;
  if (left) while (i < j && strips(bytes[i]!)) i++;
  if (right) while (j > i && strips(bytes[j - 1]!)) j--;
  return copied(bytes, i, j);
}

/** bytes.strip; `chars` null strips whitespace. */
export function bytesStrip(bytes: Uint8Array, chars: Uint8Array | null = null): Uint8Array {
  return stripEnds(bytes, chars, true, true);
}

/** bytes.lstrip. */
export function bytesLstrip(bytes: Uint8Array, chars: Uint8Array | null = null): Uint8Array {
  return stripEnds(bytes, chars, true, false);
}

/** bytes.rstrip. */
export function bytesRstrip(bytes: Uint8Array, chars: Uint8Array | null = null): Uint8Array {
  return stripEnds(bytes, chars, false, true);
}

/** bytes.split(None); a negative maxsplit sets no limit. */
export function bytesSplitWhitespace(bytes: Uint8Array, maxsplit = -1): Uint8Array[] {
  const parts: Uint8Array[] = [];
  const n = bytes.length;
  let i = 0;
  for (;;) {
    while (i < n && isSpaceByte(bytes[i]!)) i++;
    if (i === n) return parts;
    const start = i;
    if (maxsplit-- === 0) i = n;
    else while (i < n && !isSpaceByte(bytes[i]!)) i++;
    parts.push(copied(bytes, start, i));
  }
}

/** bytes.rsplit(None). */
export function bytesRsplitWhitespace(bytes: Uint8Array, maxsplit = -1): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let i = bytes.length;
  for (;;) {
    while (i > 0 && isSpaceByte(bytes[i - 1]!)) i--;
    if (i === 0) return parts.reverse();
    const end = i;
    if (maxsplit-- === 0) i = 0;
    else while (i > 0 && !isSpaceByte(bytes[i - 1]!)) i--;
    parts.push(copied(bytes, i, end));
  }
}

/** bytes.splitlines: lines end with \n, \r or \r\n only. */
export function bytesSplitlines(bytes: Uint8Array, keepends = false): Uint8Array[] {
  const lines: Uint8Array[] = [];
  const n = bytes.length;
  let start = 0;
  for (let i = 0; i < n; i++) {
    const c = bytes[i]!;
    if (c !== 10 && c !== 13) continue;
    const end = i;
    if (c === 13 && bytes[i + 1] === 10) i++;
    lines.push(copied(bytes, start, keepends ? i + 1 : end));
    start = i + 1;
  }
  if (start < n) lines.push(copied(bytes, start));
  return lines;
}

// A byte is a Latin-1 character to the padding methods, whose rules are those of str.

/** bytes.ljust. */
export function bytesLjust(bytes: Uint8Array, width: number, fill = 32): Uint8Array {
  return encodeLatin1(strLjust(decodeLatin1(bytes), width, String.fromCharCode(fill)));
}

/** bytes.rjust. */
export function bytesRjust(bytes: Uint8Array, width: number, fill = 32): Uint8Array {
  return encodeLatin1(strRjust(decodeLatin1(bytes), width, String.fromCharCode(fill)));
}

/** bytes.center. */
export function bytesCenter(bytes: Uint8Array, width: number, fill = 32): Uint8Array {
  return encodeLatin1(strCenter(decodeLatin1(bytes), width, String.fromCharCode(fill)));
}

/** bytes.zfill. */
export function bytesZfill(bytes: Uint8Array, width: number): Uint8Array {
  return encodeLatin1(strZfill(decodeLatin1(bytes), width));
}

/** bytes.expandtabs. */
export function bytesExpandtabs(bytes: Uint8Array, tabsize = 8): Uint8Array {
  return encodeLatin1(strExpandtabs(decodeLatin1(bytes), tabsize));
}

/** bytes.translate: through a table of 256 bytes (null keeps all), less the bytes in `deleted`. */
export function bytesTranslate(bytes: Uint8Array, table: Uint8Array | null, deleted: Uint8Array): Uint8Array {
  const kept = deleted.length === 0 ? bytes : bytes.filter(c => !deleted.includes(c));
  return table === null ? copied(kept) : kept.map(c => table[c]!);
}
