/** The notebooks in examples/ hold CPython 3.12.1's outputs (under ipykernel); ours are the same, line for line. */

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './jupyter.ts';

const EXAMPLES = join(ROOT, 'examples');
// The document needs its session: document.test.ts.
const notebooks = readdirSync(EXAMPLES).filter(name => name.endsWith('.ipynb') && name !== 'memory-management.ipynb');

test.each(notebooks)('%s', name => {
  const args = [join(ROOT, 'bin', 'vivarium.js'), 'execute', join(EXAMPLES, name), '--compare'];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, VIVARIUM_HISTORY: 'off' },
  });
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  expect(stdout).toMatch(/\d+ cells, every line equal\n$/);
});
