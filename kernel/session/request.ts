/** A request on its way through the kernel. */

import type { JsonObject } from '../../src/host/contract.ts';
import type { RouterChannel } from '../channels/router.ts';
import type { Message } from '../wire/message.ts';

export interface Request {
  message: Message;
  /** Where the reply goes. */
  channel: RouterChannel;
  /** Set on queued execute requests when an earlier one failed: they are answered, not run. */
  aborted: boolean;
}

export interface Reply {
  content: JsonObject;
  metadata?: JsonObject;
  /** Runs when the reply and `idle` have been sent. */
  after?: () => void;
}

/** The content of a reply to a request that could not be served. */
export function errorContent(ename: string, evalue: string): JsonObject {
  return { status: 'error', ename, evalue, traceback: [`${ename}: ${evalue}`] };
}
