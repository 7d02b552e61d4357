import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Notebook } from './notebook.ts';

const notebook = new Notebook(tmpdir());
const recorded = (name: string): string => readFileSync(join(__dirname, 'recorded', name), 'utf8');

test('things written in Python, as CPython shows them', () => {
  const pages = (text: string): string[] => text.split(`${'='.repeat(20)}\n`);
  const found = pages(notebook.text(recorded('help.py')));
  pages(recorded('help.out')).forEach((page, i) => expect(found[i]).toBe(page));
});

test.each([
  ['len', 'Help on built-in function len in module builtins:\n\nlen(obj, /)\n    '],
  ['[].append', 'Help on built-in function append:\n\nappend(object, /) method of builtins.list instance\n    '],
  ['list.append', 'Help on method_descriptor:\n\nappend(self, object, /)\n    '],
  ['"len"', 'Help on built-in function len in module builtins:\n\nlen(obj, /)\n    '],
  ['5', 'Help on int object:\n\nclass int(object)\n |  '],
  ['dict.fromkeys', 'Help on built-in function fromkeys:\n\nfromkeys(iterable, value=None, /) method of builtins.type'],
  ['int', 'Help on class int in module builtins:\n\nclass int(object)\n |  '],
])('help(%s)', (code, start) => {
  expect(notebook.text(`help(${code})`).slice(0, start.length)).toBe(start);
});

test('a class of the builtins has its sections', () => {
  const text = notebook.text('help(bool)');
  expect(text).toContain(' |  Method resolution order:\n |      bool\n |      int\n |      object\n |\n');
  expect(text).toContain(' |  Methods inherited from int:\n |\n |  __abs__(self, /)\n');
  expect(text).toContain(` |  ${'-'.repeat(70)}\n |  Data descriptors inherited from int:\n`);
});

test('modules', () => {
  const text = notebook.text('import math; help(math)');
  expect(text).toMatch(/^Help on built-in module math:\n\nNAME\n {4}math\n\nDESCRIPTION\n/);
  expect(text).toContain('\nFUNCTIONS\n    acos(x, /)\n');
  expect(text).toContain('\nDATA\n    e = 2.718281828459045\n');
  expect(text.endsWith('FILE\n    (built-in)\n\n\n')).toBe(true);
});

test('the heap is whole after all that', () => {
  expect(notebook.audit()).toEqual([]);
});
