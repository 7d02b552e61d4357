import { tmpdir } from 'node:os';
import { enclosingCall } from '../../src/interactive/inspection.ts';
import { openBracket, primaryStart, scan } from '../../src/interactive/cursor_tokens.ts';
import { Notebook } from './notebook.ts';

const notebook = new Notebook(tmpdir());

beforeAll(() => {
  notebook.run(`
seen = []
def f(a, b=1, *args, c, d=2, **kw):
    """Doc of f.

    More."""
    return a
class K:
    """Class K"""
    def __init__(self, x, y=2):
        "init doc"
    def meth(self, q):
        "meth doc"
        return q
    @property
    def p(self):
        "prop doc"
        seen.append('p')
    @classmethod
    def cm(cls, b): pass
class Cal:
    def __call__(self, z): "call doc"
    def __str__(self): return 'a\\nb'
k = K(1)
cal = Cal()
long = list(range(1000))
wrapped = lambda *a: 0
wrapped.__wrapped__ = f
`);
});

test('tokens of unfinished code', () => {
  const { tokens, openString } = scan("x = f(1.5e3, 'a' # no\n  b['open");
  expect(tokens.map(t => t.text)).toEqual(['x', '=', 'f', '(', '1.5e3', ',', "'a'", 'b', '[']);
  expect(openString).toMatchObject({ quote: "'", prefix: '' });
  expect(scan('# note').inComment).toBe(true);
  expect(scan('f"""a\nb').openString).toMatchObject({ quote: '"""', prefix: 'f' });
  expect(scan('a\nb').tokens.map(t => t.kind)).toEqual(['name', 'newline', 'name']);
});

test('the expression that ends at a token', () => {
  const at = (code: string): string => {
    const { tokens } = scan(code);
    const start = primaryStart(tokens, tokens.length - 1);
    return start < 0 ? '' : code.slice(tokens[start].start);
  };
  expect(at('x + a.b[1](2).c')).toBe('a.b[1](2).c');
  expect(at('return (a + b)')).toBe('(a + b)');
  expect(at('not x')).toBe('x');
  expect(at('x +')).toBe('');
  expect(at('if [1, 2]')).toBe('[1, 2]');
});

test('the innermost open call', () => {
  const call = (code: string): string => {
    const place = enclosingCall(scan(code).tokens);
    return place === null ? '' : code.slice(...place);
  };
  expect(call('print(len([1')).toBe('len');
  expect(call('a.b(c(1), ')).toBe('a.b');
  expect(call('f((1, ')).toBe('f');
  expect(call('def g(')).toBe('');
  expect(openBracket(scan('f(1)').tokens)).toBe(-1);
});

test.each([
  ['f', 'Signature: f(a, b=1, *args, c, d=2, **kw)\nDocstring:\nDoc of f.\n\nMore.\nFile:      F\nType:      function'],
  ['k.meth', 'Signature: k.meth(q)\nDocstring: meth doc\nFile:      F\nType:      method'],
  ['k.cm', 'Signature: k.cm(b)\nDocstring: <no docstring>\nFile:      F\nType:      method'],
  ['K.meth', 'Signature: K.meth(self, q)\nDocstring: meth doc\nFile:      F\nType:      function'],
  [
    'K',
    'Init signature: K(x, y=2)\nDocstring:      Class K\nInit docstring: init doc\nType:           type\nSubclasses:     ',
  ],
  [
    'k',
    'Type:           K\nString form:    <__main__.K object at 0x>\nDocstring:      Class K\nInit docstring: init doc',
  ],
  ['k.p', 'Type:        property\nString form: <property object at 0x>\nDocstring:   prop doc'],
  [
    'cal',
    'Signature:      cal(z)\nType:           Cal\nString form:    a\n             b\nDocstring:      <no docstring>\nCall docstring: call doc',
  ],
  [
    'wrapped',
    'Signature: wrapped(a, b=1, *args, c, d=2, **kw)\nDocstring: <no docstring>\nFile:      F\nType:      function',
  ],
])('%s', (code, expected) => {
  const text = notebook.inspect(code)!;
  expect(text.replace(/0x[\da-f]+/g, '0x').replace(/(File: +).*/g, '$1F')).toBe(expected);
});

test('long values are cut in the middle', () => {
  const [, form, length] = notebook.inspect('long')!.split('\n');
  expect(form).toHaveLength('String form: '.length + 97 * 2 + ' <...> '.length);
  expect(length).toBe('Length:      1000');
});

test('detail level 1 shows the source', () => {
  expect(notebook.inspect('f', 1)).toContain(
    'Source:   \ndef f(a, b=1, *args, c, d=2, **kw):\n    """Doc of f.\n\n    More."""\n    return a\nFile',
  );
  expect(notebook.inspect('k.meth', 1)).toContain('    def meth(self, q):\n        "meth doc"\n        return q\nFile');
  expect(notebook.inspect('Cal', 1)).toContain('class Cal:\n    def __call__(self, z): "call doc"\n    def __str__');
});

test.each([
  ['f(1, |', 'Signature: f('],
  ['f(k.me|th, 2)', 'Signature: k.meth(q)'],
  ['print(f(1),| 2)', 'Signature: print('],
  ['len([1, |2])', 'Signature: len('],
  ['x = f(\n  1,\n  |', 'Signature: f('],
  ['"é😀", f|', 'Signature: f('],
  ['%ti|me', 'Time the execution'],
])('tooltip: %s', (code, start) => {
  expect(notebook.inspect(code)!.startsWith(start)).toBe(true);
});

test.each(['', 'unknown', 'x = 5 +', '"f"|', 'unknown(1, |'])('nothing to say: %s', code => {
  expect(notebook.inspect(code)).toBeNull();
});

test('no property was computed, nothing was kept', () => {
  expect(notebook.text('seen')).toBe('[]');
  expect(notebook.text('import sys; sys.getrefcount(k)')).toBe('2');
  expect(notebook.audit()).toEqual([]);
});
