import { join } from 'node:path';

/** The interpreter's bundle, beside this one; `VIVARIUM_WORKER` names another (the kernel's own tests do). */
export function workerScript(): string {
  return process.env.VIVARIUM_WORKER || join(__dirname, 'worker.cjs');
}
