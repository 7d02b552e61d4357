import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  arenaBytes,
  free,
  getAllocatedBlocks,
  isAllocated,
  malloc,
  mallocStats,
  realloc,
} from '../../src/heap/pymalloc.ts';
import { heapLimit, LARGE, largeBytes, setHeapLimit } from '../../src/heap/largealloc.ts';
import { debugMallocStats } from '../../src/heap/malloc_stats.ts';
import { upcalls } from '../../src/heap/upcalls.ts';

const recorded = JSON.parse(readFileSync(join(__dirname, 'recorded/pymalloc.json'), 'utf8'));

type Op = ['m', number] | ['f', number] | ['r', number, number];

test('gives the pools and offsets that CPython gave to the same requests', () => {
  const pools = new Map<number, number>();
  for (const size of [300, 480, 500]) pools.set(malloc(size) >> 10, pools.size);
  const blocks = new Map<number, number>();
  (recorded.script as Op[]).forEach((op, i) => {
    let addr: number;
    if (op[0] === 'f') {
      free(blocks.get(op[1])!);
      return;
    } else if (op[0] === 'm') {
      blocks.set(i, (addr = malloc(op[1])));
    } else {
      blocks.set(op[1], (addr = realloc(blocks.get(op[1])!, op[2])));
    }
    if (!pools.has(addr >> 10)) pools.set(addr >> 10, pools.size);
    expect([i, pools.get(addr >> 10), (addr & 1023) * 16]).toEqual([i, ...recorded.answers[i]!]);
  });
});

test('a freed block is the next one given out, within its size class', () => {
  const a = malloc(40);
  const b = malloc(48);
  malloc(40);
  free(a);
  free(b);
  expect(malloc(64)).not.toBe(a);
  expect(malloc(33)).toBe(b);
  expect(malloc(48)).toBe(a);
});

test('first block of a pool is behind the 48-byte header, and blocks follow one another', () => {
  const addrs = Array.from({ length: 1000 }, () => malloc(17));
  const start = addrs.findIndex(a => (a & 1023) === 3);
  expect(addrs[start + 1] - addrs[start]).toBe(2);
  expect(addrs[start + 1] & 1023).toBe(5);
  addrs.forEach(free);
});

test('counts blocks, and gives empty arenas back', () => {
  const before = getAllocatedBlocks();
  const bytes = arenaBytes();
  const addrs = Array.from({ length: 100_000 }, (_, i) => malloc((i % 512) + 1));
  expect(getAllocatedBlocks()).toBe(before + 100_000);
  expect(new Set(addrs).size).toBe(100_000);
  expect(addrs.every(isAllocated)).toBe(true);
  expect(arenaBytes()).toBeGreaterThan(25 * 2 ** 20);
  const used = mallocStats().classes.reduce((n, c) => n + c.blocks, 0);
  expect(used).toBe(getAllocatedBlocks());
  for (let i = 0; i < addrs.length; i += 2) free(addrs[i]);
  for (let i = 1; i < addrs.length; i += 2) free(addrs[i]);
  expect(getAllocatedBlocks()).toBe(before);
  expect(addrs.some(isAllocated)).toBe(false);
  // One wholly free arena is kept as the last resort.
  expect(arenaBytes()).toBeLessThanOrEqual(bytes + 2 ** 20);
});

test('realloc keeps a block that still fits and wastes at most a quarter', () => {
  const a = malloc(400);
  expect(realloc(a, 390)).toBe(a);
  expect(realloc(a, 301)).toBe(a);
  const b = realloc(a, 300);
  expect(b).not.toBe(a);
  expect(malloc(400)).toBe(a);
  const c = realloc(b, 5000);
  expect(c).toBeGreaterThanOrEqual(LARGE);
  // A large block stays with the C library when it shrinks.
  expect(realloc(c, 100)).toBe(c);
  free(c);
});

test('large blocks are counted, reused and limited', () => {
  const before = largeBytes();
  const a = malloc(100_000);
  const b = malloc(3000);
  expect(largeBytes() - before).toBeGreaterThanOrEqual(103_000);
  free(a);
  expect(malloc(100_000)).toBe(a);
  free(a);
  free(b);
  expect(largeBytes()).toBe(before);
  const limit = heapLimit();
  setHeapLimit(arenaBytes() + largeBytes() + 1000);
  upcalls.memoryError = () => {
    throw new Error('MemoryError');
  };
  expect(() => malloc(2000)).toThrow('MemoryError');
  setHeapLimit(limit);
  free(malloc(2000));
});

test('growing and dropping many sizes does not use up the address space', () => {
  let top = 0;
  for (let n = 600; n < 3_000_000; n += 1016) {
    const a = malloc(n);
    top = Math.max(top, a);
    free(a);
  }
  expect(top - LARGE).toBeLessThan(1_000_000);
});

test('the statistics add up and look like CPython', () => {
  const text = debugMallocStats();
  expect(text).toMatch(
    /^Small block threshold = 512, in 32 size classes.\n\nclass   size   num pools   blocks in use  avail blocks\n/,
  );
  const [total] = /^Total +=[ \d,]+$/m.exec(text)!;
  expect(Number(total.replace(/[^\d]/g, ''))).toBe(arenaBytes());
  expect(text).toContain('           0 free PyDictObjects * 48 bytes each =                    0\n');
  expect(text).toContain(' 0 free 20-sized PyTupleObjects * 184 bytes each =                    0\n');
});
