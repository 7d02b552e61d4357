/** npm's `prepare`: builds after an installation that brought the development packages. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
if (existsSync(join(root, 'node_modules', 'esbuild'))) {
  const { build } = await import('./build.mjs');
  const errors = await build();
  for (const text of errors) console.error(text);
}
