import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatTime, timeitText } from '../../src/interactive/magics/time_text.ts';
import type { JsonObject } from '../../src/host/contract.ts';
import { Notebook } from './notebook.ts';

const dir = mkdtempSync(join(tmpdir(), 'magics-'));
const notebook = new Notebook(dir);
const text = (code: string): string => notebook.text(code);

test.each([
  [0, '0 ns'],
  [2.29e-5, '22.9 μs'],
  [1.5e-9, '1.5 ns'],
  [7.87e-7, '787 ns'],
  [0.5, '500 ms'],
  [1, '1 s'],
  [12.345, '12.3 s'],
  [62, '1min 2s'],
  [3600, '1h'],
  [90061, '1d 1h 1min 1s'],
])('%s seconds', (seconds, shown) => {
  expect(formatTime(seconds)).toBe(shown);
});

test('the line of %timeit', () => {
  expect(timeitText([1e-6, 3e-6], 10_000_000)).toBe(
    '2 μs ± 1 μs per loop (mean ± std. dev. of 2 runs, 10,000,000 loops each)',
  );
  expect(timeitText([1], 1)).toBe('1 s ± 0 ns per loop (mean ± std. dev. of 1 run, 1 loop each)');
});

test('unknown magics are told in one line on stderr; the cell failed', () => {
  const { messages, reply } = notebook.run('%nope');
  expect(messages).toMatchObject([
    { msg_type: 'stream', content: { name: 'stderr', text: 'UsageError: Line magic function `%nope` not found.\n' } },
  ]);
  expect(reply).toMatchObject({ status: 'error', ename: 'UsageError' });
  expect(text('%%nope\nx')).toBe('UsageError: Cell magic `%%nope` not found.\n');
  expect(text('%html')).toBe(
    'UsageError: Line magic function `%html` not found (But cell magic `%%html` exists, did you mean that instead?).\n',
  );
});

const TIMES = /^CPU times: user [\d.]+ \S+, sys: 0 ns, total: [\d.]+ \S+\nWall time: [\d.]+ \S+\n/;

test('%time and %%time show times, then the value', () => {
  expect(text('%time sum(range(10))')).toMatch(new RegExp(`${TIMES.source}45$`));
  expect(text('%%time\nb = 3\nb + 1')).toMatch(new RegExp(`${TIMES.source}4$`));
  expect(text('%%time\na = 257; c = 257\na is c')).toMatch(/True$/);
  expect(text('b')).toBe('3');
  expect(text('%time 1/0')).toMatch(/\nZeroDivisionError: division by zero$/);
});

test('%timeit and %%timeit', () => {
  expect(text('%timeit -n 3 -r 2 b + 1')).toMatch(
    /^(The slowest run .*\n)?\S+ \S+ ± \S+ \S+ per loop \(mean ± std\. dev\. of 2 runs, 3 loops each\)\n$/,
  );
  text('calls = []');
  text('%%timeit -n 3 -r 2 k = 5\ncalls.append(k)');
  expect(text('calls')).toBe('[5, 5, 5, 5, 5, 5]');
  expect(text("'k' in globals()")).toBe('False');
  expect(text('t = %timeit -o -q -n 2 -r 3 pass\nt.loops, t.repeat, t.best <= t.worst')).toBe('(2, 3, True)');
});

test('%who and its relatives', () => {
  text('%reset -f');
  expect(text('%who')).toBe('Interactive namespace is empty.\n');
  text("n = 1\nname = 'x' * 60\nitems = [1, 2]\ndef f(): pass");
  expect(text('%who')).toBe('f\t items\t n\t name\t \n');
  expect(text('%who int list')).toBe('items\t n\t \n');
  expect(text('%who set')).toBe('No variables match your requested type.\n');
  expect(text('%who_ls str')).toBe("['name']");
  expect(text('%whos int list str')).toBe(
    [
      'Variable   Type    Data/Info',
      '----------------------------',
      'items      list    n=2',
      'n          int     1',
      `name       str     ${'x'.repeat(25)}<...>${'x'.repeat(25)}`,
      '',
    ].join('\n'),
  );
});

test('%reset asks, and releases what the shell holds', () => {
  text('import weakref\nclass C: pass\nc = C()\nr = weakref.ref(c)');
  text('c');
  notebook.answers.push('n');
  expect(text('%reset')).toContain('Nothing done.');
  expect(text('r() is c')).toBe('True');
  text('import builtins; builtins.kept = r');
  notebook.answers.push('y');
  text('%reset');
  expect(text('kept()')).toBe('');
  expect(text('len(Out), In[-1]')).toBe("(0, 'len(Out), In[-1]')");
  text('import builtins; del builtins.kept');
});

test('files: %%writefile, %run, %load, %cd, %pwd, %ls', () => {
  const path = join(dir, 'program.py');
  expect(text('%%writefile program.py\nprint(__name__)\nvalue = 5')).toBe('Writing program.py\n');
  expect(text('%%writefile -a program.py\nother = 6')).toBe('Appending to program.py\n');
  expect(readFileSync(path, 'utf8')).toBe('print(__name__)\nvalue = 5\nother = 6\n');
  expect(text('%run program.py')).toBe('__main__\n');
  expect(text('value + other')).toBe('11');
  expect(text('__name__')).toBe("'__main__'");
  writeFileSync(join(dir, 'fails.py'), 'early = 1\n1/0\n');
  expect(text('%run fails')).toBe('ZeroDivisionError: division by zero');
  expect(text('early')).toBe('1');
  expect(text('%run missing.py')).toBe("UsageError: File `'missing.py'` not found.\n");
  expect(notebook.run('%load program.py').reply.payload).toEqual([
    {
      source: 'set_next_input',
      text: '# %load program.py\nprint(__name__)\nvalue = 5\nother = 6\n',
      replace: true,
    },
  ]);
  expect(text('%ls')).toBe('fails.py\nprogram.py\n');
  expect(text('%cd /')).toBe('/\n');
  expect(text('%pwd')).toBe("'/'");
  expect(text('%cd /nowhere')).toBe("[Errno 2] No such file or directory: '/nowhere'\n/\n");
  expect(text('%cd -')).toBe(`${dir}\n`);
  expect(text('%cd -q /')).toBe('');
  expect(text(`%cd -q ${dir}`)).toBe('');
});

test('%history and %recall', () => {
  const first = Number(text('first = 1; get_ipython().execution_count'));
  text('if first:\n    second = 2');
  expect(text('%history -l 3')).toBe(
    'if first:\n    second = 2\n%history -l 3\n'.replace(/^/, 'first = 1; get_ipython().execution_count\n'),
  );
  expect(text(`%history -n ${first}-${first + 1}`)).toBe(
    `${String(first).padStart(4)}: first = 1; get_ipython().execution_count\n${String(first + 1).padStart(4)}:\nif first:\n    second = 2\n`,
  );
  expect(text(`%history -p -o ${first}`)).toBe(`>>> first = 1; get_ipython().execution_count\n${first}\n`);
  expect(text('%history -g second = *').split('\n')[0]).toBe('if first:');
  expect(notebook.run(`%recall ${first}`).reply.payload).toEqual([
    { source: 'set_next_input', text: 'first = 1; get_ipython().execution_count', replace: false },
  ]);
  expect(text('In[-1]')).toBe("'In[-1]'");
  expect(text('%pwd\nIn[-1]')).toBe("\"get_ipython().run_line_magic('pwd', '')\\nIn[-1]\"");
  expect(text('_i')).toBe("'%pwd\\nIn[-1]'");
  expect(text('%reset -f in')).toBe('Flushing input history\n');
  expect(text('set(In[:-1]), _i')).toBe("({''}, '')");
});

test('%page, %cat, %save, %tb, %dhist', () => {
  expect(notebook.page('%page [1, 2]')).toBe('[1, 2]');
  expect(notebook.page('%cat fails.py')).toBe('early = 1\n1/0\n');
  const n = Number(text('saved = 1; get_ipython().execution_count'));
  const source = 'saved = 1; get_ipython().execution_count\n';
  expect(text(`%save out ${n}`)).toBe(`The following commands were written to file \`out.py\`:\n${source}`);
  expect(readFileSync(join(dir, 'out.py'), 'utf8')).toBe(`# coding: utf-8\n${source}`);
  text('1/0');
  expect(text('%tb')).toBe('ZeroDivisionError: division by zero');
  expect(text('%dhist').split('\n').slice(0, 2)).toEqual(['Directory history (kept in _dh)', `0: ${dir}`]);
});

test('%env, %precision, %xmode, %config', () => {
  expect(text('%env NAME=some value')).toBe('env: NAME=some value\n');
  expect(text('%env NAME')).toBe("'some value'");
  expect(text('%precision 2')).toBe("'%.2f'");
  expect(text('3.14159')).toBe('3.14');
  expect(text('%precision')).toBe("'%r'");
  expect(text('3.14159')).toBe('3.14159');
  expect(text('%xmode plain')).toBe('Exception reporting mode: Plain\n');
  expect(text("%config InlineBackend.figure_format = 'svg'")).toBe('');
});

test('%%capture keeps streams and displays', () => {
  expect(text("%%capture cap\nimport sys\nprint('out')\nprint('err', file=sys.stderr)\ndisplay(1)\n2")).toBe('');
  expect(text('cap.stdout, cap.stderr, len(cap.outputs), cap.outputs[1].data')).toBe(
    "('out\\n', 'err\\n', 2, {'text/plain': '2'})",
  );
  expect(text('cap()')).toBe('out\nerr\n12');
  expect(text('%%capture\n1/0')).toBe('ZeroDivisionError: division by zero');
  expect(text('print(1)')).toBe('1\n');
});

test.each([
  ['html', 'text/html', '<b>x</b>\n'],
  ['markdown', 'text/markdown', '*x*\n'],
  ['latex', 'text/latex', '$x$\n'],
  ['svg', 'image/svg+xml', '<svg></svg>\n'],
  ['javascript', 'application/javascript', 'alert(1)\n'],
])('%%%%%s', (magic, mime, body) => {
  const { messages } = notebook.run(`%%${magic}\n${body}`);
  expect(messages).toHaveLength(1);
  expect((messages[0].content.data as JsonObject)[mime]).toBe(body);
});

test.each(['!ls', 'x = !ls', '%%bash\nls', '%pip install x', '%sx ls'])('%s is refused clearly', code => {
  expect(text(code)).toMatch(/^UsageError: .* in this kernel: /);
});

test('magics of the user: functions and classes', () => {
  text(
    'from IPython.core.magic import *\n@register_line_magic\ndef twice(line): return line * 2\n' +
      "@register_cell_magic('show')\ndef _(line, cell): print(repr(line), repr(cell))\n" +
      '@magics_class\nclass Mine(Magics):\n    @line_magic\n    def mine(self, line): return self.shell is get_ipython()\n' +
      'get_ipython().register_magics(Mine)',
  );
  expect(text('%twice ab')).toBe("'abab'");
  expect(text('%%show a b\nbody')).toBe("'a b' 'body\\n'\n");
  expect(text('%mine')).toBe('True');
  expect(notebook.matches('%twi')).toEqual(['%twice']);
});

test('?, ?? and %psearch page', () => {
  text('def known(a, b=1):\n    "What it does."\n    return a');
  expect(notebook.page('known?')).toContain('Signature: known(a, b=1)\nDocstring: What it does.\n');
  expect(notebook.page('?known')).toContain('Docstring: What it does.');
  expect(notebook.page('known??')).toContain('Source:   \ndef known(a, b=1):\n    "What it does."\n    return a\n');
  expect(notebook.page('%psearch div*')).toBe('divmod');
  expect(notebook.page('*int*?')).toContain('FloatingPointError\nbreakpoint\nint\nprint');
  expect(notebook.page('%time?')).toContain('Time the execution');
  expect(text('unknown_thing?')).toBe('Object `unknown_thing` not found.\n');
});

test('exit and quit ask the frontend', () => {
  for (const code of ['exit', 'quit()', 'get_ipython().ask_exit()']) {
    const { messages, reply } = notebook.run(code);
    expect(reply.payload).toEqual([{ source: 'ask_exit', keepkernel: false }]);
    expect(messages.map(m => m.msg_type)).toEqual(['ask_exit']);
  }
});

test('the heap is whole after all that', () => {
  expect(notebook.audit()).toEqual([]);
});
