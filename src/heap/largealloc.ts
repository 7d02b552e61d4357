/**
 * Blocks over 512 bytes, which pymalloc leaves to the C library: an address-ordered heap in the manner of glibc's malloc.
 * Chunks have a 16-byte header and sizes in 16 bytes; free neighbours are joined; the smallest free chunk that fits is
 * taken, the last freed first; what borders the top returns to it. Chunks of up to 1040 bytes go through a cache of 7 a
 * size that joins nothing (tcache). Also counts the heap's bytes against its limit.
 */
import { upcalls } from './upcalls.ts';
import { arenaBytes } from './pymalloc.ts';

/** First unit of the region. */
export const LARGE = 1 << 30;
const END = 2 ** 31 - 2 ** 16;
const TCACHE_UNITS = 65;
const TCACHE_COUNT = 7;

/**
 * Chunks are records of 8 words in one array, named by the index of their first; 0 is none. Neighbours in memory are linked, as are
 * the free chunks of one size. Measured against a Map for each of these: 60 ns for a malloc and free instead of 600.
 */
let chunks = new Int32Array(8 * 256);
const ADDR = 0;
/** Units of 16 bytes, header included. */
const UNITS = 1;
const STATE = 2;
const BELOW = 3;
const ABOVE = 4;
/** Free: the chunk of this size freed before and after this one. */
const OLDER = 5;
const NEWER = 6;
/** Given out or cached: the next chunk of its window, and a word of its contents. */
const CHAIN = 5;
const WORD = 6;
const RECORD = 8;

const FREE = 0;
const CACHED = 1;
const USED = 2;

let chunksEnd = RECORD;
/** Records that are free to be used again, linked by ADDR. */
let spare = 0;
/** The chunks given out or cached, by their window of 32 units: few windows have two. */
const WINDOW_SHIFT = 5;
let windows = new Int32Array(1024);
/** The chunk below the top. */
let last = 0;

/** The free chunk of each size below MAPPED freed last; a bit for each that has one finds the next that fits without a search. */
const MAPPED = 8192;
const bins = new Int32Array(MAPPED);
const binmap = new Int32Array(MAPPED / 32);
/** No word of binmap from here on has a bit. */
let binmapEnd = 0;
/** The larger sizes that have free chunks, ascending, and the chunk of each freed last. */
const binSizes: number[] = [];
const largeBins = new Map<number, number>();
const tcache: number[][] = [];
let top = LARGE;
let usedBytes = 0;
let limit = 4 * 2 ** 30;

/** The most bytes that the heap may have, arenas included; over it: MemoryError. */
export function setHeapLimit(bytes: number): void {
  limit = bytes;
}

export function heapLimit(): number {
  return limit;
}

/** Bytes in large blocks. */
export function largeBytes(): number {
  return usedBytes;
}

/** Tells whether the memory behind the simulated heap runs out, which the host knows; asked for every MiB of growth. */
let hostMemoryIsLow: () => boolean = () => false;
let askAt = 0;
const ASK_INTERVAL = 2 ** 20;
/** Growth that is granted after a MemoryError, so that it can be handled. */
const GRACE = 16 * ASK_INTERVAL;

export function setMemoryGauge(isLow: () => boolean): void {
  hostMemoryIsLow = isLow;
}

/** Raises MemoryError when `more` bytes would be too many. */
export function checkHeapLimit(more: number): void {
  const bytes = usedBytes + arenaBytes() + more;
  if (bytes > limit) upcalls.memoryError();
  if (bytes >= askAt) {
    askAt = bytes + ASK_INTERVAL;
    if (hostMemoryIsLow()) {
      askAt = bytes + GRACE;
      upcalls.memoryError();
    }
  } else if (bytes + GRACE < askAt) askAt = bytes + ASK_INTERVAL;
}

function chunkUnits(nbytes: number): number {
  // 8 bytes of overhead, as the next chunk's first word is lent to this one.
  return Math.max(2, Math.ceil((nbytes + 8) / 16));
}

/** malloc(3). */
export function largeMalloc(nbytes: number): number {
  const units = chunkUnits(nbytes);
  checkHeapLimit(units * 16);
  const id = take(units);
  usedBytes += chunks[id + UNITS] * 16;
  return chunks[id + ADDR];
}

/** A chunk above `below`. */
function newChunk(addr: number, units: number, below: number): number {
  let id = spare;
  if (id !== 0) spare = chunks[id];
  else {
    id = chunksEnd;
    chunksEnd += RECORD;
    if (chunksEnd > chunks.length) chunks = grown(chunks, chunksEnd);
  }
  const c = chunks;
  c[id + ADDR] = addr;
  c[id + UNITS] = units;
  c[id + BELOW] = below;
  let above = 0;
  if (below !== 0) {
    above = c[below + ABOVE];
    c[below + ABOVE] = id;
  }
  c[id + ABOVE] = above;
  if (above !== 0) c[above + BELOW] = id;
  else last = id;
  return id;
}

/** Takes a chunk out of its neighbours and gives up its record. */
function dropChunk(id: number): void {
  const c = chunks;
  const below = c[id + BELOW];
  const above = c[id + ABOVE];
  if (below !== 0) c[below + ABOVE] = above;
  if (above !== 0) c[above + BELOW] = below;
  else last = below;
  c[id] = spare;
  spare = id;
}

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
}

/** Marks a chunk as given out and enters it where `find` looks. */
function give(id: number): void {
  const w = (chunks[id + ADDR] - LARGE) >> WINDOW_SHIFT;
  if (w >= windows.length) windows = grown(windows, w + 1);
  chunks[id + STATE] = USED;
  chunks[id + CHAIN] = windows[w];
  windows[w] = id;
}

/** The chunk given out at `addr`, or 0. */
function find(addr: number): number {
  const c = chunks;
  let id = windows[(addr - LARGE) >> WINDOW_SHIFT];
  while (id !== 0 && c[id + ADDR] !== addr) id = c[id + CHAIN];
  return id !== 0 && c[id + STATE] === USED ? id : 0;
}

/** Takes a chunk out of its window. */
function leaveWindow(id: number): void {
  const c = chunks;
  const w = (c[id + ADDR] - LARGE) >> WINDOW_SHIFT;
  let at = windows[w];
  if (at === id) {
    windows[w] = c[id + CHAIN];
    return;
  }
  while (c[at + CHAIN] !== id) at = c[at + CHAIN];
  c[at + CHAIN] = c[id + CHAIN];
}

function used(addr: number, verb: string): number {
  const id = find(addr);
  if (id === 0) throw new Error(`heap: ${verb} of ${addr}, which is not allocated`);
  return id;
}

/** A chunk of `units`, given out. */
function take(units: number): number {
  if (units <= TCACHE_UNITS) {
    const cached = tcache[units];
    if (cached !== undefined && cached.length !== 0) {
      const id = cached.pop()!;
      chunks[id + STATE] = USED;
      return id;
    }
  }
  const id = takeFree(units);
  give(id);
  return id;
}

function takeFree(units: number): number {
  const size = nextMapped(units);
  if (size !== 0) return split(bins[size], units);
  const i = lowerBound(units);
  if (i < binSizes.length) return split(largeBins.get(binSizes[i])!, units);
  if (top + units > END) upcalls.memoryError();
  const id = newChunk(top + 1, units, last);
  top += units;
  return id;
}

/** Takes a free chunk out of its bin; what is too much becomes one of its own. */
function split(id: number, units: number): number {
  forget(id);
  chunks[id + STATE] = USED;
  cut(id, units);
  return id;
}

/** Gives back what a chunk has over `units`, when that is enough for a chunk. */
function cut(id: number, units: number): void {
  const rest = chunks[id + UNITS] - units;
  if (rest < 2) return;
  chunks[id + UNITS] = units;
  release(newChunk(chunks[id + ADDR] + units, rest, id));
}

/** The smallest size from `units` on whose bit is set, or 0. */
function nextMapped(units: number): number {
  if (units >= MAPPED) return 0;
  const first = units >> 5;
  let word = first;
  let bits = binmap[word] & (-1 << (units & 31));
  while (bits === 0) {
    if (++word >= binmapEnd) {
      if (first + 1 < binmapEnd) binmapEnd = first + 1;
      return 0;
    }
    bits = binmap[word];
  }
  return word * 32 + 31 - Math.clz32(bits & -bits);
}

/** free(3). */
export function largeFree(addr: number): void {
  const id = used(addr, 'free');
  const units = chunks[id + UNITS];
  usedBytes -= units * 16;
  if (units <= TCACHE_UNITS) {
    const cached = (tcache[units] ??= []);
    if (cached.length < TCACHE_COUNT) {
      chunks[id + STATE] = CACHED;
      cached.push(id);
      return;
    }
  }
  leaveWindow(id);
  release(id);
}

/** Joins a chunk, which is in no list, with its free neighbours or the top. */
function release(id: number): void {
  const c = chunks;
  const below = c[id + BELOW];
  if (below !== 0 && c[below + STATE] === FREE) {
    forget(below);
    c[below + UNITS] += c[id + UNITS];
    dropChunk(id);
    id = below;
  }
  const above = c[id + ABOVE];
  if (above === 0) {
    top = c[id + ADDR] - 1;
    dropChunk(id);
    return;
  }
  if (c[above + STATE] === FREE) {
    forget(above);
    c[id + UNITS] += c[above + UNITS];
    dropChunk(above);
  }
  addFree(id);
}

/** realloc(3): in place when it shrinks or the space behind is free, else a new chunk. */
export function largeRealloc(addr: number, nbytes: number): number {
  const id = used(addr, 'realloc');
  const old = chunks[id + UNITS];
  const units = chunkUnits(nbytes);
  if (units <= old) {
    cut(id, units);
    usedBytes += (chunks[id + UNITS] - old) * 16;
    return addr;
  }
  checkHeapLimit((units - old) * 16);
  const above = chunks[id + ABOVE];
  if (above === 0 && addr + units <= END) {
    top = addr + units - 1;
    chunks[id + UNITS] = units;
    usedBytes += (units - old) * 16;
    return addr;
  }
  if (above !== 0 && chunks[above + STATE] === FREE && old + chunks[above + UNITS] >= units) {
    forget(above);
    chunks[id + UNITS] += chunks[above + UNITS];
    dropChunk(above);
    cut(id, units);
    usedBytes += (chunks[id + UNITS] - old) * 16;
    return addr;
  }
  const moved = take(units);
  usedBytes += chunks[moved + UNITS] * 16;
  largeFree(addr);
  return chunks[moved + ADDR];
}

/** Makes a chunk the one of its size freed last. */
function addFree(id: number): void {
  const c = chunks;
  const units = c[id + UNITS];
  const older = newest(units);
  c[id + STATE] = FREE;
  c[id + OLDER] = older;
  c[id + NEWER] = 0;
  if (older !== 0) c[older + NEWER] = id;
  setNewest(units, id);
}

/** Takes a free chunk out of its bin. */
function forget(id: number): void {
  const c = chunks;
  const older = c[id + OLDER];
  const newer = c[id + NEWER];
  if (older !== 0) c[older + NEWER] = newer;
  if (newer !== 0) c[newer + OLDER] = older;
  else setNewest(c[id + UNITS], older);
}

/** The free chunk of a size freed last, or 0. */
function newest(units: number): number {
  return units < MAPPED ? bins[units] : (largeBins.get(units) ?? 0);
}

function setNewest(units: number, id: number): void {
  if (units < MAPPED) {
    bins[units] = id;
    const bit = 1 << (units & 31);
    if (id !== 0) {
      binmap[units >> 5] |= bit;
      if (binmapEnd <= units >> 5) binmapEnd = (units >> 5) + 1;
    } else binmap[units >> 5] &= ~bit;
    return;
  }
  if (id === 0) {
    largeBins.delete(units);
    binSizes.splice(lowerBound(units), 1);
    return;
  }
  if (!largeBins.has(units)) binSizes.splice(lowerBound(units), 0, units);
  largeBins.set(units, id);
}

function lowerBound(units: number): number {
  let low = 0;
  let high = binSizes.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (binSizes[mid] < units) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** True when `addr` is a large block now given out. */
export function isLargeAllocated(addr: number): boolean {
  return find(addr) !== 0;
}

/** A word kept in the block at `addr`, for its owner's use. */
export function largeWord(addr: number): number {
  return chunks[find(addr) + WORD];
}

export function setLargeWord(addr: number, word: number): void {
  chunks[find(addr) + WORD] = word;
}
