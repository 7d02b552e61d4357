import type { Kernel } from '../kernel.ts';
import type { Reply, Request } from '../session/request.ts';
import { readString } from './content.ts';

export async function is_complete_request(kernel: Kernel, request: Request): Promise<Reply> {
  const { header, content } = request.message;
  const code = readString(content, 'code');
  return { content: await kernel.ask(request, { type: 'is_complete_request', id: header.msg_id, content: { code } }) };
}
