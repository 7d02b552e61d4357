/** The requests this kernel answers, and what surrounds every one of them: busy, outputs, reply, idle. */

import type { Kernel } from '../kernel.ts';
import { log } from '../log.ts';
import { errorContent, type Reply, type Request } from '../session/request.ts';
import { comm_info_request, comm_message } from './comm.ts';
import { complete_request } from './complete.ts';
import { connect_request } from './connect.ts';
import { execute_request } from './execute.ts';
import { history_request } from './history.ts';
import { inspect_request } from './inspect.ts';
import { interrupt_request } from './interrupt.ts';
import { is_complete_request } from './is_complete.ts';
import { kernel_info_request } from './kernel_info.ts';
import { shutdown_request } from './shutdown.ts';

/** Returns the reply, or null for a message that has none. */
export type Handler = (kernel: Kernel, request: Request) => Promise<Reply | null> | Reply | null;

/** Message type -> handler; every one is accepted on shell and on control. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  comm_close: comm_message,
  comm_info_request,
  comm_msg: comm_message,
  comm_open: comm_message,
  complete_request,
  connect_request,
  execute_request,
  history_request,
  inspect_request,
  interrupt_request,
  is_complete_request,
  kernel_info_request,
  shutdown_request,
};

/** Serves one request: `busy`, its side effects, the reply, and `idle` last, whatever happens. Never rejects. */
export async function dispatch(kernel: Kernel, request: Request): Promise<void> {
  const { iopub } = kernel.channels;
  const { header, headerFrame } = request.message;
  iopub.publish('status', headerFrame, { execution_state: 'busy' });
  const reply = await serve(kernel, request);
  await iopub.drained();
  if (reply) {
    const replyType = header.msg_type.replace(/_request$/, '_reply');
    request.channel.send(request.message, replyType, reply.content, reply.metadata);
  }
  iopub.publish('status', headerFrame, { execution_state: 'idle' });
  reply?.after?.();
  if (kernel.exitRequested) void kernel.shutdown();
}

async function serve(kernel: Kernel, request: Request): Promise<Reply | null> {
  const type = request.message.header.msg_type;
  const handler = Object.hasOwn(HANDLERS, type) ? HANDLERS[type] : null;
  if (!handler) {
    log('info', `no handler for "${type}"`);
    return null;
  }
  try {
    return await handler(kernel, request);
  } catch (error) {
    const { name, message, stack } = error as Error;
    log('error', `${type}: ${stack ?? message}`);
    return type.endsWith('_request') ? { content: errorContent(name, message) } : null;
  }
}
