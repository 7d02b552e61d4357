import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Notebook } from './notebook.ts';

const dir = mkdtempSync(join(tmpdir(), 'complete-'));
writeFileSync(join(dir, 'neighbour.py'), 'value = 1\n');
writeFileSync(join(dir, 'table.csv'), '');
const notebook = new Notebook(dir);

beforeAll(() => {
  notebook.run(`
import sys, math
log = []
class Point:
    def __init__(self, x, y=0): self.x = x; self.y = y
    @property
    def norm(self): log.append('norm'); return 1
    def move(self, dx, *, scale=1): pass
    @classmethod
    def origin(cls, kind): pass
    @staticmethod
    def unit(a): pass
    def __getattr__(self, name): log.append(name); raise AttributeError(name)
    def __dir__(self): log.append('dir'); return []
    _hidden = 1
class Slotted:
    __slots__ = ('inner',)
p = Point(1)
s = Slotted(); s.inner = [1]
prices = {'apple': 1, 'avocado': 2, 3: 'x', (1, 2): 'y'}
nested = {'deep': [p]}
def call(alpha, beta=1, *args, gamma, **kw): pass
`);
});

test('a name of the builtins alone', () => {
  expect(notebook.complete('zi')).toMatchObject({ status: 'ok', matches: ['zip'], cursor_start: 0, cursor_end: 2 });
});

test('types and signatures come along in the same order', () => {
  const reply = notebook.complete('p.mo');
  expect(reply.matches).toEqual(['move']);
  expect(reply.metadata).toEqual({
    _jupyter_types_experimental: [{ start: 2, end: 4, text: 'move', type: 'function', signature: '(dx, *, scale=1)' }],
  });
});

test.each([
  ['pri', ['prices', 'print']],
  ['p.', ['move', 'norm', 'origin', 'unit', 'x', 'y']],
  ['p._h', ['_hidden']],
  ['s.inner.app', ['append']],
  ['nested["deep"][0].no', ['norm']],
  ['nested["deep"][-1].no', ['norm']],
  ['Point(1).mo', ['move']],
  ['Point.or', ['origin']],
  ['"abc".upp', ['upper']],
  ['[1].ext', ['extend']],
  ['math.sq', ['sqrt']],
  ['5 .real.imag', []],
  ['p.norm.x', []],
  ['unknown.x', []],
  ['f"{p.mo', ['move']],
  ['f"{{p.mo', []],
  ['# pri', []],
  ['"pri', []],
  ['x = 5.', []],
  ['def pri', []],
  ['é = p.mo', ['move']],
])('%s', (code, matches) => {
  expect(notebook.matches(code)).toEqual(matches);
});

test('only the text up to the cursor counts, in code points', () => {
  expect(notebook.complete('"😀"; p.mo|ve.x')).toMatchObject({ matches: ['move'], cursor_start: 7, cursor_end: 9 });
});

test.each([
  ['prices["', ['apple', 'avocado']],
  ["prices['ap", ['apple']],
  ['prices[', ["'apple'", "'avocado'", '3']],
  ['prices["x', []],
  ['p["', []],
])('keys: %s', (code, matches) => {
  expect(notebook.matches(code).filter(m => !m.includes('.'))).toEqual(matches);
});

test.each([
  ['call(', ['alpha=', 'beta=', 'gamma=']],
  ['call(alpha=1, ', ['beta=', 'gamma=']],
  ['call(ga', ['gamma=']],
  ['call(1, (2, ', []],
  ['p.move(', ['dx=', 'scale=']],
  ['Point(', ['x=', 'y=']],
  ['print("a", e', ['end=']],
])('parameters: %s', (code, names) => {
  expect(notebook.matches(code).filter(m => m.endsWith('='))).toEqual(names);
});

test.each([
  ['import neigh', ['neighbour']],
  ['import sys, mat', ['math']],
  ['from neigh', ['neighbour']],
  ['from math import sq', ['sqrt']],
  ['from math im', ['import']],
  ['import IPython.dis', ['IPython.display']],
  ['from IPython import dis', ['display']],
])('modules: %s', (code, matches) => {
  expect(notebook.matches(code)).toEqual(matches);
});

test.each([
  ['%who', ['%who', '%who_ls', '%whos']],
  ['%ti', ['%time', '%%time', '%timeit', '%%timeit']],
  ['%%writ', ['%%writefile']],
  ['x = 1\n%ti', ['%time', '%timeit']],
  ['%timeit p.mo', ['move']],
  ['%load tab', ['table.csv']],
  ['open("tab', ['table.csv']],
  ['!ls', []],
])('magics and files: %s', (code, matches) => {
  expect(notebook.matches(code)).toEqual(matches);
});

test('none of the user code was run, and no reference was kept', () => {
  expect(notebook.text('log')).toBe('[]');
  expect(notebook.text('sys.getrefcount(p)')).toBe('3');
  expect(notebook.audit()).toEqual([]);
});
