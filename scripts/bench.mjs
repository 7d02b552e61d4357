/** `npm run bench`: the table of programs, then the kernel's latencies. Arguments go to the first. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensurePackages, ROOT } from './install.mjs';

ensurePackages();
await ensureBuilt();
for (const [bundle, args] of [
  ['bench.cjs', process.argv.slice(2)],
  ['bench-kernel.cjs', []],
]) {
  const file = join(ROOT, 'dist', bundle);
  if (!existsSync(file)) continue;
  const { status } = spawnSync(process.execPath, [file, ...args], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exitCode = status ?? 1;
}
