/**
 * File names of cells. As ipykernel's, they are a hash of the code, so that a SyntaxError's text and a debugger's
 * breakpoints name the same file on every run.
 */

/** Seed that JupyterLab is told for its own computation of the name. */
export const HASH_SEED = 0xc70f6907;
export const TMP_PREFIX = '/tmp/vivarium/';
export const TMP_SUFFIX = '.py';

const cells = new Map<string, number | string>();

/** MurmurHash2 (x86, 32 bits) of the UTF-8 bytes of a text. */
export function murmur2(text: string, seed: number): number {
  const data = new TextEncoder().encode(text);
  const m = 0x5bd1e995;
  let h = (seed ^ data.length) | 0;
  const end = data.length & ~3;
  for (let i = 0; i < end; i += 4) {
    let k = data[i] | (data[i + 1] << 8) | (data[i + 2] << 16) | (data[i + 3] << 24);
    k = Math.imul(k, m);
    k ^= k >>> 24;
    h = Math.imul(h, m) ^ Math.imul(k, m);
  }
  const rest = data.length & 3;
  if (rest > 0) {
    let k = 0;
    for (let i = rest - 1; i >= 0; i--) k = (k << 8) | data[end + i];
    h = Math.imul(h ^ k, m);
  }
  h ^= h >>> 13;
  h = Math.imul(h, m);
  return (h ^ (h >>> 15)) >>> 0;
}

/** The file name of a cell; `count` is what tracebacks show in `In[count]` (null: outside the count). */
export function cellFilename(code: string, count: number | null): string {
  const filename = `${TMP_PREFIX}${murmur2(code, HASH_SEED)}${TMP_SUFFIX}`;
  cells.set(filename, count ?? '?');
  return filename;
}

/** The `n` of `In[n]` for a cell's file name, or null for any other file. */
export function cellOf(filename: string): number | string | null {
  return cells.get(filename) ?? null;
}
