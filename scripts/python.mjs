/** The private Python environment of the Jupyter parts: `.venv`, with the packages pinned in requirements.txt. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const scripts = dirname(fileURLToPath(import.meta.url));
const requirements = join(scripts, 'requirements.txt');

export const VENV = join(dirname(scripts), '.venv');

/** A program of the environment. */
export function venvBin(name) {
  return process.platform === 'win32' ? join(VENV, 'Scripts', `${name}.exe`) : join(VENV, 'bin', name);
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) throw new Error(`cannot run ${command}: ${error.message}`);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with status ${status}`);
}

/** Creates the environment or brings it up to date; does nothing when it already is. */
export function ensureVenv() {
  const wanted = readFileSync(requirements, 'utf8');
  const stamp = join(VENV, 'requirements.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('installing JupyterLab and its companions into .venv (once)');
  const python = process.env.PYTHON || (process.platform === 'win32' ? 'python' : 'python3');
  if (!existsSync(venvBin('python'))) run(python, ['-m', 'venv', VENV]);
  run(venvBin('python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements]);
  writeFileSync(stamp, wanted);
}
