import { isLargeAllocated, largeBytes, largeFree, largeMalloc, largeRealloc } from '../../src/heap/largealloc.ts';

let seed = 1;

function random(n: number): number {
  seed = (Math.imul(seed, 1103515245) + 12345) | 0;
  return (seed >>> 8) % n;
}

test('blocks given out never overlap, and all of them can be given back', () => {
  const before = largeBytes();
  const blocks: { addr: number; size: number }[] = [];
  let overlaps = 0;
  for (let i = 0; i < 20_000; i++) {
    if (i % 1000 === 0) {
      const sorted = blocks.slice().sort((a, b) => a.addr - b.addr);
      for (let k = 1; k < sorted.length; k++)
        if (sorted[k - 1].addr + (sorted[k - 1].size + 8) / 16 > sorted[k].addr) overlaps++;
      expect(blocks.every(b => isLargeAllocated(b.addr))).toBe(true);
    }
    const size = 513 + random(random(10) === 0 ? 300_000 : 3000);
    if (blocks.length < 20 || random(2) === 0) {
      blocks.push({ addr: largeMalloc(size), size });
      continue;
    }
    const at = random(blocks.length);
    if (random(4) === 0) {
      const changed = 1 + random(5000);
      blocks[at] = { addr: largeRealloc(blocks[at].addr, changed), size: changed };
    } else {
      const [gone] = blocks.splice(at, 1);
      largeFree(gone.addr);
      if (isLargeAllocated(gone.addr)) overlaps++;
    }
  }
  expect(overlaps).toBe(0);
  for (const block of blocks) largeFree(block.addr);
  expect(largeBytes()).toBe(before);
});
