import { gc_collect, gc_freeze, gc_get_freeze_count, gc_run, gc_unfreeze } from '../../src/heap/collect.ts';
import { gcState } from '../../src/heap/gcstate.ts';
import { gc_list_size, generations, young } from '../../src/heap/generations.ts';
import { isTracked } from '../../src/heap/gc.ts';
import { decref, incref } from '../../src/heap/refcount.ts';
import { upcalls } from '../../src/heap/upcalls.ts';
import { audit } from '../../src/heap/audit.ts';
import * as auditor from '../../src/heap/auditor.ts';
import { events, finalizers, newBox, newRef, put, T_BOX, type Box } from './box.ts';

audit.on = true;
upcalls.callOneArg = callback => {
  events.push(`callback ${callback.v.name}`);
  return incref(callback);
};

beforeEach(() => {
  gc_collect(2);
  events.length = 0;
  finalizers.clear();
});
afterEach(() => {
  gc_collect(2);
  expect(auditor.audit()).toEqual([]);
});

function cycle(...names: string[]): Box[] {
  const boxes = names.map(name => newBox(name));
  boxes.forEach((box, i) => put(box, boxes[(i + 1) % boxes.length]));
  return boxes;
}

test('collects cycles and nothing that is referred to from outside', () => {
  const [a, b, c] = cycle('a', 'b', 'c');
  const trash = cycle('x', 'y');
  const kept = newBox('kept', a);
  [a, b, c].forEach(decref);
  trash.forEach(decref);
  cycle('self').forEach(decref);
  expect(gc_collect(2)).toBe(3);
  expect(events).toEqual(['free y', 'free x', 'free self']);
  expect(a.rc).toBe(2);
  decref(kept);
  expect(gc_collect(2)).toBe(3);
});

test('walks a chain back out of the unreachable list', () => {
  // The holder comes last in the list, so all before it are first thought unreachable.
  const boxes = Array.from({ length: 100 }, (_, i) => newBox(`${i}`));
  for (let i = 0; i < 99; i++) put(boxes[i + 1], boxes[i]);
  const holder = newBox('holder', boxes[99]);
  boxes.forEach(decref);
  expect(gc_collect(0)).toBe(0);
  expect(gc_collect(2)).toBe(0);
  expect(boxes.every(box => isTracked(box) && box.rc === 1)).toBe(true);
  decref(holder);
  expect(events.length).toBe(101);
});

test('counts generations as CPython does', () => {
  gc_collect(2);
  const count = (): number[] => generations.map(g => g.count);
  expect(count()).toEqual([0, 0, 0]);
  const boxes = Array.from({ length: 5 }, (_, i) => newBox(`${i}`));
  expect(count()).toEqual([5, 0, 0]);
  gc_collect(0);
  expect(count()).toEqual([0, 1, 0]);
  gc_collect(1);
  expect(count()).toEqual([0, 0, 1]);
  boxes.forEach(decref);
  expect(count()).toEqual([0, 0, 1]);
});

test('asks for a collection at the 701st net allocation and runs it at the poll', () => {
  let due = 0;
  upcalls.scheduleGC = () => due++;
  gc_collect(2);
  const boxes: Box[] = [];
  while (due === 0) boxes.push(newBox('n'));
  expect(boxes.length).toBe(701);
  const before = gcState.stats[0].collections;
  gc_run();
  expect(gcState.stats[0].collections).toBe(before + 1);
  expect(young.count).toBe(0);
  expect(generations[1].count).toBe(1);
  boxes.forEach(decref);
  upcalls.scheduleGC = () => {};
});

test('a full collection waits until a quarter has joined', () => {
  gc_collect(2);
  gcState.longLivedTotal = 1000;
  gcState.longLivedPending = 249;
  generations[2].count = 11;
  generations[1].count = 11;
  const before = gcState.stats.map(s => s.collections);
  gc_run();
  expect(gcState.stats.map((s, i) => s.collections - before[i])).toEqual([0, 1, 0]);
  gcState.longLivedPending = 250;
  gc_run();
  expect(gcState.stats.map((s, i) => s.collections - before[i])).toEqual([0, 1, 1]);
});

test('finalizers run once, in list order, before anything is freed', () => {
  for (const name of ['a', 'b']) finalizers.set(name, () => {});
  cycle('a', 'b', 'c').forEach(decref);
  expect(gc_collect(2)).toBe(3);
  expect(events).toEqual(['del a', 'del b', 'free b', 'free c', 'free a']);
});

test('what a finalizer brings back lives on and is not finalized again', () => {
  let saved: Box | null = null;
  finalizers.set('a', o => (saved = incref(o)));
  cycle('a', 'b').forEach(decref);
  expect(gc_collect(2)).toBe(0);
  expect(events).toEqual(['del a']);
  expect(saved!.rc).toBe(2);
  decref(saved!);
  expect(gc_collect(2)).toBe(2);
  expect(events).toEqual(['del a', 'free b', 'free a']);
});

test('weak references to trash die first, and only live ones call back', () => {
  finalizers.set('a', () => {});
  const callback = newBox('cb');
  const boxes = cycle('a', 'b');
  const live = newRef(boxes[1], callback);
  const dying = newRef(boxes[1], callback);
  put(boxes[0], dying);
  decref(dying);
  boxes.forEach(decref);
  expect(gc_collect(2)).toBe(3);
  expect(live.v.object).toBe(null);
  expect(events).toEqual(['callback cb', 'del a', 'free b', 'free a']);
  decref(live);
  decref(callback);
});

test('freezing hides objects from collections', () => {
  const frozen = gc_get_freeze_count();
  cycle('a').forEach(decref);
  gc_freeze();
  expect(gc_get_freeze_count()).toBeGreaterThan(frozen);
  expect(gc_collect(2)).toBe(0);
  gc_unfreeze();
  expect(gc_get_freeze_count()).toBe(0);
  expect(gc_list_size(generations[2].head)).toBeGreaterThan(0);
  expect(gc_collect(2)).toBe(1);
});

test('a collection within a collection does nothing', () => {
  let inner = -1;
  finalizers.set('a', () => (inner = gc_collect(2)));
  cycle('a').forEach(decref);
  expect(gc_collect(2)).toBe(1);
  expect(inner).toBe(0);
});

test('DEBUG flags print what CPython prints', () => {
  let text = '';
  upcalls.writeStderr = s => (text += s);
  const [a] = cycle('a');
  decref(a);
  gcState.debug = 3;
  gc_collect(2);
  gcState.debug = 0;
  expect(text.replace(/0x[0-9a-f]+/, 'ADDR')).toMatch(
    /^gc: collecting generation 2...\ngc: objects in each generation: 1 0 \d+\ngc: objects in permanent generation: 0\ngc: collectable <box ADDR>\ngc: done, 1 unreachable, 0 uncollectable, 0.0000s elapsed\n$/,
  );
  upcalls.writeStderr = () => {};
});

test('deep chains die in chunks of fifty', () => {
  let head = newBox('0');
  for (let i = 1; i < 200; i++) {
    const next = newBox(`${i}`, head);
    decref(head);
    head = next;
  }
  decref(head);
  expect(events.length).toBe(200);
  expect(events.slice(48, 52)).toEqual(['free 151', 'free 150', 'free 149', 'free 148']);
  expect(T_BOX.tp_dealloc).not.toBe(null);
});
