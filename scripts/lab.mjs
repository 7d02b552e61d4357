/** `npm run lab`: JupyterLab from `.venv`, with the kernel installed in it, opened on examples/. */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensurePackages, ROOT } from './install.mjs';
import { ensureVenv, VENV, venvBin } from './python.mjs';

ensurePackages();
await ensureBuilt();
ensureVenv();
spawnSync(process.execPath, [join(ROOT, 'bin', 'vivarium.js'), 'install', '--prefix', VENV], { stdio: 'inherit' });
const args = ['lab', '--notebook-dir', join(ROOT, 'examples'), ...process.argv.slice(2)];
// In a container; Jupyter refuses to run as root unless it is told to.
if (process.getuid?.() === 0) args.push('--allow-root');
const lab = spawn(venvBin('jupyter'), args, { stdio: 'inherit' });
// Ctrl-C reaches Jupyter by itself, which asks for confirmation; this process waits for its answer.
process.on('SIGINT', () => undefined);
lab.on('exit', status => (process.exitCode = status ?? 1));
