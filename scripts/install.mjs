/** Installs the npm packages when they are missing. Uses nothing but Node itself. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** Runs `npm ci` unless the packages are there; ends the process when it fails. */
export function ensurePackages() {
  const needed = ['esbuild', 'zeromq', 'commander'];
  if (needed.every(name => existsSync(join(ROOT, 'node_modules', name)))) return;
  console.log('installing npm packages (once)');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund'];
  const { status } = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: ROOT, stdio: 'inherit' })
    : spawnSync('npm', args, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Builds dist/; ends the process when that fails. */
export async function ensureBuilt() {
  const { build } = await import('./build.mjs');
  const errors = await build();
  for (const text of errors) console.error(text);
  if (errors.length) process.exit(1);
}
