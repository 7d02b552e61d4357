/** Searching in bytes: Objects/bytes_methods.c and Objects/stringlib. `start` and `end` may be as in a slice. */

import { copied, zeroed } from './byte_memory.ts';

/** From this many bytes on the engine's own search pays off. */
const NATIVE = 64;

/** First position of `sub` with all of it in bytes[start:end], both clipped already; -1 when there is none. */
function indexIn(bytes: Uint8Array, sub: Uint8Array, start: number, end: number): number {
  const m = sub.length;
  if (m === 0) return start <= end ? start : -1;
  const first = sub[0]!;
  const last = end - m;
  for (let i = start; i <= last; i++) {
    if (bytes[i] !== first) {
      if (last - i >= NATIVE) {
        i = bytes.indexOf(first, i);
        if (i < 0) return -1;
      } else while (i <= last && bytes[i] !== first) i++;
      if (i > last) return -1;
    }
    let k = 1;
    while (k < m && bytes[i + k] === sub[k]) k++;
    if (k === m) return i;
  }
  return -1;
}

function lastIndexIn(bytes: Uint8Array, sub: Uint8Array, start: number, end: number): number {
  const m = sub.length;
  for (let i = end - m; i >= start; i--) {
    let k = 0;
    while (k < m && bytes[i + k] === sub[k]) k++;
    if (k === m) return i;
  }
  return -1;
}

function clipEnd(end: number, length: number): number {
  return end > length ? length : end < 0 ? Math.max(0, end + length) : end;
}

function clipStart(start: number, length: number): number {
  return start < 0 ? Math.max(0, start + length) : start;
}

/** bytes.find. */
export function bytesFind(bytes: Uint8Array, sub: Uint8Array, start = 0, end = Infinity): number {
  const n = bytes.length;
  return indexIn(bytes, sub, clipStart(start, n), clipEnd(end, n));
}

/** bytes.rfind. */
export function bytesRfind(bytes: Uint8Array, sub: Uint8Array, start = 0, end = Infinity): number {
  const n = bytes.length;
  return lastIndexIn(bytes, sub, clipStart(start, n), clipEnd(end, n));
}

/** bytes.count. */
export function bytesCount(bytes: Uint8Array, sub: Uint8Array, start = 0, end = Infinity): number {
  const from = clipStart(start, bytes.length);
  const to = clipEnd(end, bytes.length);
  if (sub.length === 0) return from <= to ? to - from + 1 : 0;
  let count = 0;
  for (let i = indexIn(bytes, sub, from, to); i >= 0; i = indexIn(bytes, sub, i + sub.length, to)) count++;
  return count;
}

/** bytes.startswith for one prefix. */
export function bytesStartswith(bytes: Uint8Array, prefix: Uint8Array, start = 0, end = Infinity): boolean {
  const from = clipStart(start, bytes.length);
  const to = clipEnd(end, bytes.length);
  return from + prefix.length <= to && indexIn(bytes, prefix, from, from + prefix.length) === from;
}

/** bytes.endswith for one suffix. */
export function bytesEndswith(bytes: Uint8Array, suffix: Uint8Array, start = 0, end = Infinity): boolean {
  const from = clipStart(start, bytes.length);
  const to = clipEnd(end, bytes.length);
  const at = to - suffix.length;
  return at >= from && indexIn(bytes, suffix, at, to) === at;
}

/** Order of two byte strings: -1, 0 or 1. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) return difference < 0 ? -1 : 1;
  }
  return a.length === b.length ? 0 : a.length < b.length ? -1 : 1;
}

/** All parts with a separator between: bytes.join. */
export function bytesJoin(separator: Uint8Array, parts: readonly Uint8Array[]): Uint8Array {
  let length = parts.length > 1 ? separator.length * (parts.length - 1) : 0;
  for (const part of parts) length += part.length;
  const out = zeroed(length);
  let at = 0;
  for (let i = 0; i < parts.length; i++) {
    if (i > 0) {
      out.set(separator, at);
      at += separator.length;
    }
    out.set(parts[i]!, at);
    at += parts[i]!.length;
  }
  return out;
}

/** bytes.split for a separator that is not empty; a negative maxsplit sets no limit. */
export function bytesSplit(bytes: Uint8Array, separator: Uint8Array, maxsplit = -1): Uint8Array[] {
  const parts: Uint8Array[] = [];
  const n = bytes.length;
  let kept = 0;
  for (let i = indexIn(bytes, separator, 0, n); i >= 0 && maxsplit !== 0; maxsplit--) {
    parts.push(copied(bytes, kept, i));
    kept = i + separator.length;
    i = indexIn(bytes, separator, kept, n);
  }
  parts.push(copied(bytes, kept));
  return parts;
}

/** bytes.rsplit for a separator that is not empty. */
export function bytesRsplit(bytes: Uint8Array, separator: Uint8Array, maxsplit = -1): Uint8Array[] {
  const parts: Uint8Array[] = [];
  let end = bytes.length;
  for (let i = lastIndexIn(bytes, separator, 0, end); i >= 0 && maxsplit !== 0; maxsplit--) {
    parts.push(copied(bytes, i + separator.length, end));
    end = i;
    i = lastIndexIn(bytes, separator, 0, end);
  }
  parts.push(copied(bytes, 0, end));
  return parts.reverse();
}

/** bytes.replace: `bytes` itself where nothing is replaced. */
export function bytesReplace(bytes: Uint8Array, old: Uint8Array, replacement: Uint8Array, count = -1): Uint8Array {
  const n = bytes.length;
  const m = old.length;
  const limit = count < 0 ? Infinity : count;
  // Without `old` the places are before every byte and at the end.
  const places: number[] = [];
  for (let i = indexIn(bytes, old, 0, n); i >= 0 && places.length < limit; i = indexIn(bytes, old, i + (m || 1), n))
    places.push(i);
  if (places.length === 0) return bytes;
  const out = zeroed(n + places.length * (replacement.length - m));
  let from = 0;
  let to = 0;
  for (let p = 0; p < places.length; p++) {
    const place = places[p]!;
    while (from < place) out[to++] = bytes[from++]!;
    for (let i = 0; i < replacement.length; i++) out[to++] = replacement[i]!;
    from += m;
  }
  while (from < n) out[to++] = bytes[from++]!;
  return out;
}

/** bytes.partition for a separator that is not empty. */
export function bytesPartition(bytes: Uint8Array, separator: Uint8Array): [Uint8Array, Uint8Array, Uint8Array] {
  const i = indexIn(bytes, separator, 0, bytes.length);
  if (i < 0) return [copied(bytes), new Uint8Array(0), new Uint8Array(0)];
  return [copied(bytes, 0, i), copied(separator), copied(bytes, i + separator.length)];
}

/** bytes.rpartition for a separator that is not empty. */
export function bytesRpartition(bytes: Uint8Array, separator: Uint8Array): [Uint8Array, Uint8Array, Uint8Array] {
  const i = lastIndexIn(bytes, separator, 0, bytes.length);
  if (i < 0) return [new Uint8Array(0), new Uint8Array(0), copied(bytes)];
  return [copied(bytes, 0, i), copied(separator), copied(bytes, i + separator.length)];
}

/** bytes.removeprefix. */
export function bytesRemoveprefix(bytes: Uint8Array, prefix: Uint8Array): Uint8Array {
  return copied(bytes, bytesStartswith(bytes, prefix) ? prefix.length : 0);
}

/** bytes.removesuffix. */
export function bytesRemovesuffix(bytes: Uint8Array, suffix: Uint8Array): Uint8Array {
  return copied(bytes, 0, bytesEndswith(bytes, suffix) ? bytes.length - suffix.length : bytes.length);
}
