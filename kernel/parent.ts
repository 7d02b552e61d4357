/** Ends the kernel when the process that started it is gone (ipykernel/parentpoller.py). */

const INTERVAL = 1000;

/**
 * Calls `onGone` once when the parent named by `JPY_PARENT_PID` has ended. A parent that is process 1 (a
 * container's) cannot be told from an adopting one and is not watched.
 */
export function watchParent(env: NodeJS.ProcessEnv, onGone: () => void): void {
  const named = Number(env.JPY_PARENT_PID);
  if (!Number.isInteger(named) || named <= 1) return;
  // An orphan may be adopted by a sub-reaper, so any change of parent counts.
  const direct = process.ppid === named;
  const timer = setInterval(() => {
    if (direct ? process.ppid === named : exists(named)) return;
    clearInterval(timer);
    onGone();
  }, INTERVAL);
  timer.unref();
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
