import type { Json } from '../../src/host/contract.ts';
import type { Kernel } from '../kernel.ts';
import type { HistoryEntry } from '../session/history.ts';
import type { Reply, Request } from '../session/request.ts';
import { BadRequest, readBoolean, readInteger, readString } from './content.ts';

/** Answers with `[session, line, input]`, or `[session, line, [input, output]]` when outputs are wanted. */
export function history_request(kernel: Kernel, request: Request): Reply {
  const { content } = request.message;
  const withOutput = readBoolean(content, 'output', false);
  const history = select(kernel, request).map(({ session, line, input, output }): Json => {
    return [session, line, withOutput ? [input, output] : input];
  });
  return { content: { status: 'ok', history } };
}

function select({ history }: Kernel, { message: { content } }: Request): HistoryEntry[] {
  const access = readString(content, 'hist_access_type', 'tail');
  switch (access) {
    case 'tail':
      return history.tail(readInteger(content, 'n', 10));
    case 'range': {
      const session = readInteger(content, 'session', 0);
      return history.range(session, readInteger(content, 'start', 1), readInteger(content, 'stop', null));
    }
    case 'search': {
      const pattern = readString(content, 'pattern', '*');
      return history.search(pattern, readInteger(content, 'n', null), readBoolean(content, 'unique', false));
    }
    default:
      throw new BadRequest(`unknown hist_access_type "${access}"`);
  }
}
