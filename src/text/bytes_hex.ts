/** bytes.hex and bytes.fromhex: Python/pystrhex.c and _PyBytes_FromHex. */
import { codePointIndex } from './code_points.ts';
import { valueError } from './errors.ts';

const PAIRS = Array.from({ length: 256 }, (_, i) => (i < 16 ? '0' : '') + i.toString(16));

/**
 * bytes.hex: with a separator character after every |bytesPerSep| bytes, counted from the right when positive, from
 * the left when negative. Raises ValueError.
 */
export function bytesHex(bytes: Uint8Array, separator = '', bytesPerSep = 1): string {
  const size = Math.abs(bytesPerSep);
  const grouped = separator !== '' && size > 0 && size < bytes.length;
  const phase = bytesPerSep > 0 ? bytes.length % size : 0;
  let out = '';
  for (let i = 0; i < bytes.length; i++) {
    if (grouped && i > 0 && (i - phase) % size === 0) out += separator;
    out += PAIRS[bytes[i]!]!;
  }
  return out;
}

function digit(c: number): number {
  if (c >= 48 && c <= 57) return c - 48;
  const letter = c | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** bytes.fromhex: pairs of digits with ASCII whitespace between pairs. Raises ValueError. */
export function bytesFromhex(s: string): Uint8Array {
  const foreign = s.search(/[^\x00-\x7f]/);
  if (foreign >= 0) notHex(codePointIndex(s, foreign));
  const out = new Uint8Array(s.length >> 1);
  let count = 0;
  for (let i = 0; i < s.length;) {
    const c = s.charCodeAt(i);
    if (c === 32 || (c >= 9 && c <= 13)) {
      i++;
      continue;
    }
    const high = digit(c);
    if (high < 0) notHex(i);
    const low = digit(s.charCodeAt(i + 1));
    if (low < 0) notHex(i + 1);
    out[count++] = high * 16 + low;
    i += 2;
  }
  return out.slice(0, count);
}

function notHex(position: number): never {
  return valueError(`non-hexadecimal number found in fromhex() arg at position ${position}`);
}
