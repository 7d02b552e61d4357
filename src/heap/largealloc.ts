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

/** Allocated chunks: user address -> units, header included. */
const used = new Map<number, number>();
/** Free chunks: address -> units, and the address just behind -> address. */
const freeByStart = new Map<number, number>();
const freeByEnd = new Map<number, number>();
/** Free chunks by size, last freed last; entries that are stale (joined since) are skipped. */
const bins = new Map<number, number[]>();
/** A bit for every size below MAPPED that has free chunks: the next size that fits is found without a search. */
const MAPPED = 8192;
const binmap = new Int32Array(MAPPED / 32);
/** The larger sizes that have a bin, ascending. */
const binSizes: number[] = [];
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
  const addr = take(units);
  used.set(addr, units);
  usedBytes += units * 16;
  return addr;
}

function take(units: number): number {
  if (units <= TCACHE_UNITS) {
    const cached = tcache[units];
    if (cached !== undefined && cached.length !== 0) return cached.pop()!;
  }
  for (let size = nextMapped(units); size !== 0; size = nextMapped(size + 1)) {
    const addr = takeFromBin(size, units);
    if (addr !== 0) return addr;
    binmap[size >> 5] &= ~(1 << (size & 31));
  }
  for (let i = lowerBound(units); i < binSizes.length; i++) {
    const addr = takeFromBin(binSizes[i], units);
    if (addr !== 0) return addr;
    bins.delete(binSizes[i]);
    binSizes.splice(i--, 1);
  }
  if (top + units > END) upcalls.memoryError();
  const addr = top + 1;
  top += units;
  return addr;
}

/** `units` from the chunk of this size freed last, what is too much given back; 0 when the bin has none. */
function takeFromBin(size: number, units: number): number {
  const bin = bins.get(size)!;
  while (bin.length !== 0) {
    const addr = bin.pop()!;
    if (freeByStart.get(addr) !== size) continue;
    forget(addr, size);
    if (size - units >= 2) addFree(addr + units, size - units);
    return addr;
  }
  return 0;
}

/** The smallest size from `units` on whose bit is set, or 0. */
function nextMapped(units: number): number {
  if (units >= MAPPED) return 0;
  let word = units >> 5;
  let bits = binmap[word] & (-1 << (units & 31));
  while (bits === 0) {
    if (++word === binmap.length) return 0;
    bits = binmap[word];
  }
  return word * 32 + 31 - Math.clz32(bits & -bits);
}

/** free(3). */
export function largeFree(addr: number): void {
  const units = used.get(addr);
  if (units === undefined) throw new Error(`heap: free of ${addr}, which is not allocated`);
  used.delete(addr);
  usedBytes -= units * 16;
  if (units <= TCACHE_UNITS) {
    const cached = (tcache[units] ??= []);
    if (cached.length < TCACHE_COUNT) {
      cached.push(addr);
      return;
    }
  }
  release(addr, units);
}

/** Joins a chunk with its free neighbours or the top. */
function release(addr: number, units: number): void {
  const before = freeByEnd.get(addr);
  if (before !== undefined) {
    const size = freeByStart.get(before)!;
    forget(before, size);
    addr = before;
    units += size;
  }
  const after = freeByStart.get(addr + units);
  if (after !== undefined) {
    forget(addr + units, after);
    units += after;
  }
  if (addr + units === top + 1) top = addr - 1;
  else addFree(addr, units);
}

/** realloc(3): in place when it shrinks or the space behind is free, else a new chunk. */
export function largeRealloc(addr: number, nbytes: number): number {
  const old = used.get(addr);
  if (old === undefined) throw new Error(`heap: realloc of ${addr}, which is not allocated`);
  const units = chunkUnits(nbytes);
  if (units <= old) {
    if (old - units >= 2) {
      resize(addr, old, units);
      release(addr + units, old - units);
    }
    return addr;
  }
  checkHeapLimit((units - old) * 16);
  if (addr + old === top + 1 && addr + units <= END) {
    top = addr + units - 1;
    resize(addr, old, units);
    return addr;
  }
  const after = freeByStart.get(addr + old);
  if (after !== undefined && old + after >= units) {
    forget(addr + old, after);
    const rest = old + after - units;
    if (rest >= 2) addFree(addr + units, rest);
    resize(addr, old, rest >= 2 ? units : old + after);
    return addr;
  }
  const moved = take(units);
  used.set(moved, units);
  usedBytes += units * 16;
  largeFree(addr);
  return moved;
}

function resize(addr: number, old: number, units: number): void {
  used.set(addr, units);
  usedBytes += (units - old) * 16;
}

function addFree(addr: number, units: number): void {
  freeByStart.set(addr, units);
  freeByEnd.set(addr + units, addr);
  if (units < MAPPED) binmap[units >> 5] |= 1 << (units & 31);
  const bin = bins.get(units);
  if (bin !== undefined) {
    bin.push(addr);
    return;
  }
  bins.set(units, [addr]);
  if (units >= MAPPED) binSizes.splice(lowerBound(units), 0, units);
}

function forget(addr: number, units: number): void {
  freeByStart.delete(addr);
  freeByEnd.delete(addr + units);
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
  return used.has(addr);
}
