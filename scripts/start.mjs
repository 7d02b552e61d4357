/** `npm start`: from a fresh clone to the document's notebook, run by the real kernel, beside its own outputs. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensurePackages, ROOT } from './install.mjs';

ensurePackages();
await ensureBuilt();
console.log('examples/memory-management.ipynb, in the kernel over ZeroMQ:\n');
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'bin', 'vivarium.js'),
    ...['execute', join(ROOT, 'examples', 'memory-management.ipynb'), '--compare'],
    ...['--session', join(ROOT, 'examples', 'document.session.json')],
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
