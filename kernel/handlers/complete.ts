import type { Kernel } from '../kernel.ts';
import type { Reply, Request } from '../session/request.ts';
import { readCursor, readString } from './content.ts';

export async function complete_request(kernel: Kernel, request: Request): Promise<Reply> {
  const { header, content } = request.message;
  const code = readString(content, 'code');
  const cursor_pos = readCursor(content, code);
  const reply = await kernel.ask(request, {
    type: 'complete_request',
    id: header.msg_id,
    content: { code, cursor_pos },
  });
  return { content: { matches: [], cursor_start: cursor_pos, cursor_end: cursor_pos, metadata: {}, ...reply } };
}
