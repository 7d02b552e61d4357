import { audit, born } from '../../src/heap/audit.ts';
import * as auditor from '../../src/heap/auditor.ts';
import { untrack } from '../../src/heap/gc.ts';
import { PyAtom, TypeBody } from '../../src/heap/object.ts';
import { free, malloc } from '../../src/heap/pymalloc.ts';
import { decref, incref } from '../../src/heap/refcount.ts';
import { addRoot } from '../../src/heap/roots.ts';
import { newBox, put, type Box } from './box.ts';

audit.on = true;
const held: Box[] = [];
addRoot('the test', () => held);
const T_STR = new TypeBody('str');

function shown(): string[] {
  return auditor.audit().map(text => text.replace(/0x[0-9a-f]+/g, 'ADDR'));
}

beforeAll(() => {
  const inner = newBox('inner');
  held.push(newBox('outer', inner, inner));
  decref(inner);
});
afterEach(() => expect(shown()).toEqual([]));

test('a sound heap has nothing to report', () => expect(shown()).toEqual([]));

test('names a leaked object and who refers to it', () => {
  const inner = held[0].v.items[0] as Box;
  incref(inner);
  expect(shown()).toEqual([
    'leaked: box object at ADDR (inner): count is 3, references found 2: box object at ADDR (outer) [0]; box object at ADDR (outer) [1]',
  ]);
  decref(inner);
  const lost = newBox('lost');
  expect(shown()).toEqual(['leaked: box object at ADDR (lost): count is 1, references found 0']);
  decref(lost);
});

test('names an object released too often, and a freed one that is still referred to', () => {
  held[0].rc = 0;
  expect(shown()).toContain(
    'freed, but referred to: box object at ADDR (outer): count is 0, references found 1: root the test',
  );
  expect(shown()).toContain('generation 0: box object at ADDR (outer) is dead but tracked');
  held[0].rc = 1;
  held[0].v.items[0].rc = 1;
  expect(shown()[0]).toMatch(/^released too often: box object at ADDR \(inner\): count is 1, references found 2/);
  held[0].v.items[0].rc = 2;
});

test('sees untracked objects and objects without GC', () => {
  const text = born(new PyAtom(1, T_STR, malloc(50), 'text', 0));
  const box = newBox('untracked', text);
  untrack(box);
  put(held[0], box);
  expect(shown()).toEqual([
    'leaked: str object at ADDR ("text"): count is 2, references found 1: box object at ADDR (untracked) [0]',
    'leaked: box object at ADDR (untracked): count is 2, references found 1: box object at ADDR (outer) [2]',
  ]);
  text.rc = 1;
  box.rc = 1;
});

test('sees two owners of one block, and a block that is not allocated', () => {
  const a = malloc(40);
  const boxes = [newBox('a'), newBox('b')];
  boxes.forEach(box => {
    put(held[0], box);
    decref(box);
    box.mem = a;
  });
  expect(shown()).toEqual(["box object at ADDR (b): its side block is also box object at ADDR (a)'s"]);
  free(a);
  boxes[1].mem = 0;
  expect(shown()).toEqual(['box object at ADDR (a): its side block is not allocated']);
  boxes[0].mem = 0;
});

test('sees a broken list', () => {
  const box = newBox('c');
  put(held[0], box);
  decref(box);
  const prev = box.gcPrev;
  box.gcPrev = null;
  expect(shown()).toEqual(['generation 0: box object at ADDR (c) has a wrong back link']);
  box.gcPrev = prev;
});
