import type { Kernel } from '../kernel.ts';
import type { Reply } from '../session/request.ts';

/** Deprecated: the ports of the channels. */
export function connect_request({ ports }: Kernel): Reply {
  const content: Reply['content'] = { status: 'ok' };
  for (const [channel, port] of Object.entries(ports ?? {})) content[`${channel}_port`] = port;
  return { content };
}
