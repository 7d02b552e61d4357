/**
 * Memory for bytes. V8 holds up to 64 bytes beside the array and asks the system for more than that, which takes 400 ns and up:
 * arrays of middling size are cut from slabs instead (30 ns). A slab lives as long as any of its arrays.
 */

const INLINE = 64;
const LARGEST = 8192;
const SLAB = 65536;

let slab = new ArrayBuffer(SLAB);
let used = 0;

export const NO_BYTES = new Uint8Array(0);

/** `n` bytes, all 0. */
export function zeroed(n: number): Uint8Array<ArrayBuffer> {
  if (n <= INLINE || n > LARGEST) return new Uint8Array(n);
  if (used + n > SLAB) {
    slab = new ArrayBuffer(SLAB);
    used = 0;
  }
  const bytes = new Uint8Array(slab, used, n);
  used = (used + n + 7) & -8;
  return bytes;
}

/** A copy of bytes[start:end], 0 <= start <= end <= length. */
export function copied(bytes: Uint8Array, start = 0, end = bytes.length): Uint8Array<ArrayBuffer> {
  const n = end - start;
  if (n <= INLINE || n > LARGEST) return bytes.slice(start, end) as Uint8Array<ArrayBuffer>;
  const copy = zeroed(n);
  copy.set(n === bytes.length ? bytes : bytes.subarray(start, end));
  return copy;
}
