import type { Kernel } from '../kernel.ts';
import type { Reply, Request } from '../session/request.ts';
import { readBoolean } from './content.ts';

/** Ends the interpreter, tells every frontend, replies, and exits. Who restarts us starts a new process. */
export async function shutdown_request(kernel: Kernel, request: Request): Promise<Reply> {
  const restart = readBoolean(request.message.content, 'restart', false);
  const content = { status: 'ok', restart };
  await kernel.finish(request, restart);
  kernel.channels.iopub.publish('shutdown_reply', request.message.headerFrame, content);
  return { content, after: () => void kernel.close() };
}
