import type { Kernel } from '../kernel.ts';
import type { Reply } from '../session/request.ts';

/** Raises KeyboardInterrupt in the running code. Harmless when none runs. */
export function interrupt_request(kernel: Kernel): Reply {
  kernel.interrupt();
  return { content: { status: 'ok' } };
}
