/** Addresses of what CPython has in its executable: static types, None, True, small ints, Latin-1 characters... */

/** Units of the region, from unit 1 (0 is no address). */
export const STATIC_END = 4 * 65536;

let top = 1;

/** Address for a static object of `nbytes` bytes; never freed. */
export function staticMalloc(nbytes: number): number {
  const addr = top;
  top += (nbytes + 15) >> 4;
  if (top > STATIC_END) throw new Error('heap: static storage is full');
  return addr;
}

export { staticMalloc as staticAddr };
