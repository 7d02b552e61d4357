/** The document's notebook, line for line: in the built-in runner and in `jupyter nbconvert --execute`. */

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOCUMENT_KERNEL, JupyterHome, ROOT, venvBin } from './jupyter.ts';

interface Cell {
  cell_type: string;
  source: string | string[];
  outputs: { output_type: string; name: string; text: string | string[] }[];
}

const DOCUMENT = join(ROOT, 'examples', 'memory-management.ipynb');

/** The text printed by each code cell of a notebook. */
function printed(file: string): string[] {
  const { cells } = JSON.parse(readFileSync(file, 'utf8')) as { cells: Cell[] };
  return cells.map(({ outputs }) => outputs.map(({ text }) => [text].flat().join('')).join(''));
}

const home = new JupyterHome();
beforeAll(() => home.install());
afterAll(() => home.dispose());

test('the document is what we think it is', () => {
  const [, counts, stats, garbage] = printed(DOCUMENT);
  expect(counts).toBe('2\n3\n2\n');
  expect(stats.split('\n').length).toBe(4);
  expect(garbage).toContain('Cleared Garbage:  7\n');
});

test('the built-in runner', () => {
  const session = join(ROOT, 'examples', 'document.session.json');
  const args = ['execute', DOCUMENT, '--session', session, '--compare'];
  const { stdout, status } = spawnSync(process.execPath, [join(ROOT, 'bin', 'vivarium.js'), ...args], {
    encoding: 'utf8',
    env: home.env,
  });
  expect(stdout).toMatch(/\n4 cells, every line equal\n$/);
  expect(status).toBe(0);
});

test('jupyter nbconvert --execute', async () => {
  const output = join(home.path, 'converted.ipynb');
  const { status, stderr } = await home.run(venvBin('jupyter'), [
    ...['nbconvert', '--to', 'notebook', '--execute', DOCUMENT, '--output', output],
    `--ExecutePreprocessor.kernel_name=${DOCUMENT_KERNEL}`,
  ]);
  if (status !== 0) throw new Error(stderr);
  expect(printed(output)).toEqual(printed(DOCUMENT));
}, 120000);

test('in a fresh kernel the cell prints 0 first, and 7 every time after', () => {
  const { cells } = JSON.parse(readFileSync(DOCUMENT, 'utf8')) as { cells: Cell[] };
  const notebook = JSON.parse(readFileSync(DOCUMENT, 'utf8'));
  const file = join(home.path, 'three-times.ipynb');
  notebook.cells = [1, 2, 3].map(number => ({ ...cells[3], id: `run-${number}`, outputs: [] }));
  writeFileSync(file, JSON.stringify(notebook));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'bin', 'vivarium.js'), 'execute', file, '--stdout'],
    { encoding: 'utf8', env: home.env },
  );
  if (stdout === '') throw new Error(stderr);
  const executed = JSON.parse(stdout) as { cells: Cell[] };
  const texts = executed.cells.map(({ outputs }) => outputs.map(({ text }) => [text].flat().join('')).join(''));
  const first = printed(DOCUMENT)[3];
  expect(texts).toEqual([first.replace('Garbage:  7', 'Garbage:  0'), first, first]);
});
