/** Files of this package; the command is the bundle dist/main.cjs. */

import { dirname, join } from 'node:path';

const ROOT = dirname(__dirname);

/** The interpreter's bundle; `VIVARIUM_WORKER` names another (the kernel's own tests do). */
export function workerScript(): string {
  return process.env.VIVARIUM_WORKER || join(ROOT, 'dist', 'worker.cjs');
}

export const BIN = join(ROOT, 'bin', 'vivarium.js');
export const KERNELSPEC = join(ROOT, 'kernelspec');
export const DOCUMENT_SESSION = join(ROOT, 'examples', 'document.session.json');
