import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../src/host/contract.ts';
import { base64 } from '../../src/interactive/base64.ts';
import { Notebook, type Message } from './notebook.ts';

const dir = mkdtempSync(join(tmpdir(), 'display-'));
writeFileSync(join(dir, 'pixel.png'), Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa]));
const notebook = new Notebook(dir);

function only(code: string): Message {
  const { messages } = notebook.run(code);
  expect(messages).toHaveLength(1);
  return messages[0];
}

const data = (code: string): JsonObject => only(code).content.data as JsonObject;

test('base64', () => {
  const of = (s: string): string => base64(new TextEncoder().encode(s));
  expect([of(''), of('a'), of('ab'), of('abc'), of('abcd')]).toEqual(['', 'YQ==', 'YWI=', 'YWJj', 'YWJjZA==']);
});

test('representation methods, their metadata and their kinds', () => {
  notebook.run(`class Rich:
    def __repr__(self): return 'plain'
    def _repr_html_(self): return '<b>', {'isolated': True}
    def _repr_png_(self): return b'\\x89PNG'
    def _repr_json_(self): return {'a': [1, 2.5, None]}
    def _repr_latex_(self): return None`);
  const { msg_type, content } = only('Rich()');
  expect(msg_type).toBe('execute_result');
  expect(content).toMatchObject({
    data: {
      'text/plain': 'plain',
      'text/html': '<b>',
      'image/png': 'iVBORw==',
      'application/json': { a: [1, 2.5, null] },
    },
    metadata: { 'text/html': { isolated: true } },
  });
  expect(content.data).not.toHaveProperty('text/latex');
  expect(data('Rich')).toEqual({ 'text/plain': '__main__.Rich' });
});

test('_repr_mimebundle_ comes first; the others add to it', () => {
  notebook.run(`class Bundle:
    def _repr_mimebundle_(self, include=None, exclude=None): return {'text/html': 'h', 'text/x-own': 'o'}, {'text/html': {'k': 1}}
    def _repr_html_(self): return 'other'
    def _repr_markdown_(self): return 'm'`);
  expect(only('Bundle()').content).toMatchObject({
    data: { 'text/html': 'h', 'text/x-own': 'o', 'text/markdown': 'm' },
    metadata: { 'text/html': { k: 1 } },
  });
});

test('_ipython_display_ takes over', () => {
  notebook.run("class Own:\n    def _ipython_display_(self): print('shown')");
  expect(only('Own()')).toMatchObject({ msg_type: 'stream', content: { text: 'shown\n' } });
});

test('an error in one representation is shown; the others still come', () => {
  notebook.run("class Bad:\n    def __repr__(self): return 'B'\n    def _repr_html_(self): return 1/0");
  const { messages } = notebook.run('Bad()');
  expect(messages.map(m => m.msg_type)).toEqual(['error', 'execute_result']);
  expect(messages[0].content.ename).toBe('ZeroDivisionError');
  expect(messages[1].content.data).toEqual({ 'text/plain': 'B' });
  notebook.run("class Worse:\n    def __repr__(self): raise ValueError('x')");
  expect(only('Worse()')).toMatchObject({ msg_type: 'error', content: { ename: 'ValueError' } });
  notebook.run('class Wrong:\n    def _repr_html_(self): return 5');
  expect(notebook.text('Wrong()')).toContain(
    "FormatterWarning: text/html formatter returned invalid type <class 'int'> (expected <class 'str'>)",
  );
});

test('an object that claims every attribute is shown plainly', () => {
  notebook.run(
    "class Any:\n    def __getattr__(self, name): return lambda *a, **k: 'x'\n    def __repr__(self): return 'any'",
  );
  expect(data('Any()')).toEqual({ 'text/plain': 'any' });
});

test('display shows several objects, and selects types', () => {
  const { messages } = notebook.run("display(Rich(), 5, 'x')");
  expect(messages.map(m => (m.content.data as JsonObject)['text/plain'])).toEqual(['plain', '5', "'x'"]);
  expect(messages.every(m => m.msg_type === 'display_data')).toBe(true);
  expect(data("display(Rich(), include=['text/html'])")).toEqual({ 'text/html': '<b>' });
  expect(Object.keys(data("display(Rich(), exclude=['image/png', 'text/html'])"))).toEqual([
    'text/plain',
    'application/json',
  ]);
  expect(data("display({'text/html': '<i>'}, raw=True)")).toEqual({ 'text/html': '<i>' });
  expect(only("display(1, metadata={'m': 2})").content.metadata).toEqual({ m: 2 });
});

test('display ids and updates', () => {
  const first = only("handle = display(1, display_id='here')");
  expect(first).toMatchObject({ msg_type: 'display_data', content: { transient: { display_id: 'here' } } });
  expect(notebook.text('handle')).toBe('<DisplayHandle display_id=here>');
  expect(only('handle.update(2)')).toMatchObject({
    msg_type: 'update_display_data',
    content: { data: { 'text/plain': '2' }, transient: { display_id: 'here' } },
  });
  expect(only("from IPython.display import *\nupdate_display(3, display_id='here')").msg_type).toBe(
    'update_display_data',
  );
  const [made, shown] = notebook.run('display(display_id=True)').messages;
  const id = (made.content.transient as JsonObject).display_id as string;
  expect(id).toMatch(/^[\da-f]{32}$/);
  expect(shown.content.data).toEqual({ 'text/plain': `<DisplayHandle display_id=${id}>` });
});

test('clear_output', () => {
  expect(only('clear_output(wait=True)')).toMatchObject({ msg_type: 'clear_output', content: { wait: true } });
});

test.each([
  ["HTML('<b>x')", 'text/html', '<b>x'],
  ["Markdown('*x*')", 'text/markdown', '*x*'],
  ["Math('x^2')", 'text/latex', '$\\displaystyle x^2$'],
  ["Latex('$x$')", 'text/latex', '$x$'],
  ["SVG('<?xml?><svg></svg>')", 'image/svg+xml', '<svg></svg>'],
  ["JSON({'a': [1]})", 'application/json', { a: [1] }],
  ["Javascript('f()')", 'application/javascript', 'f()'],
  ["Image('pixel.png')", 'image/png', 'iVBORw0KGgo='],
  ["Image(url='http://x/y.png', width=5)", 'text/html', '<img src="http://x/y.png" width="5"/>'],
  ["Pretty('as it is')", 'text/plain', 'as it is'],
  ["Code('x < 1')", 'text/html', '<pre><code class="language-python">x &lt; 1</code></pre>'],
  ["FileLink('pixel.png')", 'text/html', "<a href='pixel.png' target='_blank'>pixel.png</a><br>"],
  ["HTML('x')", 'text/plain', '<IPython.core.display.HTML object>'],
])('%s', (code, mime, value) => {
  expect(data(code)[mime]).toEqual(value);
});

test('metadata of images', () => {
  expect(only("Image('pixel.png', width=5, alt='a')").content.metadata).toEqual({
    'image/png': { width: 5, alt: 'a' },
  });
});

test('wrong data is refused, missing files are missing', () => {
  expect(notebook.text('HTML(5)')).toBe('TypeError: HTML expects text, not 5');
  expect(notebook.text("Image('none.png')")).toContain('FileNotFoundError: [Errno 2] No such file or directory');
});

test('display objects inside containers, and subclasses', () => {
  expect(notebook.text("[HTML('x')]")).toBe('[<IPython.core.display.HTML object>]');
  expect(data("class Loud(HTML):\n    def _repr_html_(self): return self.data.upper()\nLoud('x')")['text/html']).toBe(
    'X',
  );
});

test('get_ipython', () => {
  expect(notebook.text("ip = get_ipython(); ip.ev('1 + 1'), ip.user_ns is globals(), type(ip).__name__")).toBe(
    "(2, True, 'ZMQInteractiveShell')",
  );
  expect(notebook.text("ip.ex('made = 1'); ip.push({'pushed': 2}); made, pushed")).toBe('(1, 2)');
  expect(notebook.text("r = ip.run_cell('1/0'); r.success")).toBe('ZeroDivisionError: division by zeroFalse');
  expect(notebook.run("ip.set_next_input('x = 1')").reply.payload).toEqual([
    { source: 'set_next_input', text: 'x = 1', replace: false },
  ]);
  expect(notebook.text('import IPython; IPython.version_info[0] >= 9, IPython.get_ipython() is ip')).toBe(
    '(True, True)',
  );
});

test('which statements show their value', () => {
  expect(notebook.text('1\n2')).toBe('2');
  notebook.run(
    "from IPython.core.interactiveshell import InteractiveShell\nInteractiveShell.ast_node_interactivity = 'all'",
  );
  expect(notebook.run('1\n2\nx = 3\nx').messages.map(m => m.content.data)).toEqual(
    ['1', '2', '3'].map(text => ({ 'text/plain': text })),
  );
  notebook.run("InteractiveShell.ast_node_interactivity = 'last_expr_or_assign'");
  expect(notebook.text('y = 4')).toBe('4');
  notebook.run("InteractiveShell.ast_node_interactivity = 'none'");
  expect(notebook.text('5')).toBe('');
  notebook.run("get_ipython().ast_node_interactivity = 'last_expr'");
  expect(notebook.text('isinstance(get_ipython(), InteractiveShell)')).toBe('True');
});

test('getpass asks the frontend', () => {
  notebook.answers.push('secret');
  expect(notebook.text("import getpass; getpass.getpass('Word? ')")).toContain("'secret'");
});

test('the heap is whole after all that', () => {
  expect(notebook.audit()).toEqual([]);
});
