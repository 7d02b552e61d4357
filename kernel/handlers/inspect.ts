import type { Kernel } from '../kernel.ts';
import type { Reply, Request } from '../session/request.ts';
import { readCursor, readInteger, readString } from './content.ts';

export async function inspect_request(kernel: Kernel, request: Request): Promise<Reply> {
  const { header, content } = request.message;
  const code = readString(content, 'code');
  const detail_level = readInteger(content, 'detail_level', 0) > 0 ? 1 : 0;
  const reply = await kernel.ask(request, {
    type: 'inspect_request',
    id: header.msg_id,
    content: { code, cursor_pos: readCursor(content, code), detail_level },
  });
  return { content: { found: false, data: {}, metadata: {}, ...reply } };
}
