import type { Kernel } from '../kernel.ts';
import type { Reply, Request } from '../session/request.ts';
import { readString } from './content.ts';

/** comm_open, comm_msg and comm_close: handed to the interpreter; they have no reply. */
export async function comm_message(kernel: Kernel, request: Request): Promise<null> {
  const { header, content, metadata, buffers } = request.message;
  const type = header.msg_type as 'comm_open' | 'comm_msg' | 'comm_close';
  await kernel.ask(request, { type, id: header.msg_id, content, metadata, buffers: buffers.map(copyOf) });
  return null;
}

export async function comm_info_request(kernel: Kernel, request: Request): Promise<Reply> {
  const { header, content } = request.message;
  const filter = content.target_name == null ? {} : { target_name: readString(content, 'target_name') };
  const reply = await kernel.ask(request, { type: 'comm_info_request', id: header.msg_id, content: filter });
  return { content: { comms: {}, ...reply } };
}

/** A frame in memory of its own: ZeroMQ's frames may share theirs. */
function copyOf(frame: Uint8Array): Uint8Array {
  return new Uint8Array(frame);
}
