import { gc_collect } from '../../src/heap/collect.ts';
import { GC_HAS_WEAKREFS } from '../../src/heap/object.ts';
import { decref, incref } from '../../src/heap/refcount.ts';
import { upcalls } from '../../src/heap/upcalls.ts';
import { weakrefCount, weakrefsOf } from '../../src/heap/weakrefs.ts';
import { events, finalizers, newBox, newRef, type Box } from './box.ts';

upcalls.callOneArg = (callback, wr) => {
  events.push(`callback ${callback.v.name} ${wr.v.object}`);
  return incref(callback);
};

beforeEach(() => {
  events.length = 0;
  finalizers.clear();
});

test('callbacks run newest first, after all references are dead', () => {
  const o = newBox('o');
  const callbacks = ['1', '2', '3'].map(name => newBox(name));
  const plain = newRef(o, null);
  const refs = callbacks.map(callback => newRef(o, callback));
  expect(weakrefsOf(o)).toEqual([plain, refs[2], refs[1], refs[0]]);
  expect(weakrefCount(o)).toBe(4);
  decref(o);
  expect(events).toEqual(['callback 3 null', 'callback 2 null', 'callback 1 null', 'free o']);
  expect(callbacks.every(callback => callback.rc === 1)).toBe(true);
  [plain, ...refs].forEach(wr => expect([wr.rc, wr.v.object, wr.v.callback]).toEqual([1, null, null]));
});

test('a reference that dies first does not call back, and leaves the list', () => {
  const o = newBox('o');
  const callback = newBox('cb');
  const a = newRef(o, callback);
  const b = newRef(o, callback);
  decref(b);
  expect(weakrefsOf(o)).toEqual([a]);
  decref(a);
  expect(weakrefsOf(o)).toEqual([]);
  expect(o.gcRefs & GC_HAS_WEAKREFS).toBe(0);
  decref(o);
  expect(events).toEqual(['free o']);
  expect(callback.rc).toBe(1);
});

test('finalizers of counted deaths still see the references; resurrection keeps them', () => {
  const o = newBox('o');
  let saved: Box | null = null;
  const wr = newRef(o, null);
  finalizers.set('o', () => {
    expect(wr.v.object).toBe(o);
    saved = incref(o);
  });
  decref(o);
  expect(events).toEqual(['del o']);
  expect(wr.v.object).toBe(o);
  expect(saved!.rc).toBe(1);
  decref(saved!);
  expect(events).toEqual(['del o', 'free o']);
  expect(wr.v.object).toBe(null);
});

test('errors of callbacks are reported, and the next one runs', () => {
  const o = newBox('o');
  const callbacks = ['1', '2'].map(name => newBox(name));
  const refs = callbacks.map(callback => newRef(o, callback));
  const call = upcalls.callOneArg;
  upcalls.callOneArg = callback => {
    throw new Error(`of ${callback.v.name}`);
  };
  upcalls.writeUnraisable = (e, where) => events.push(`unraisable ${(e as Error).message} in ${where!.v.name}`);
  decref(o);
  expect(events).toEqual(['unraisable of 2 in 2', 'unraisable of 1 in 1', 'free o']);
  upcalls.callOneArg = call;
  refs.forEach(decref);
  expect(gc_collect(2)).toBe(0);
});
