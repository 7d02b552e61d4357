/** `input()` on the kernel's side: asks the frontend that sent the cell, and takes its answer. */

import type { RouterChannel } from '../channels/router.ts';
import type { Message } from '../wire/message.ts';
import type { Request } from './request.ts';

/** What jupyter_client sends for the end of the file. */
const END_OF_FILE = '\x04';

export class InputBroker {
  private readonly stdin: RouterChannel;
  private waiting: { parents: string[]; answer: (text: string | null) => void } | null = null;

  constructor(stdin: RouterChannel) {
    this.stdin = stdin;
  }

  /** Asks the sender of `request`; `answer` gets the text, or null for the end of the file. */
  ask(request: Request, prompt: string, password: boolean, answer: (text: string | null) => void): void {
    const { msg_id } = this.stdin.send(request.message, 'input_request', { prompt, password });
    this.waiting = { parents: [msg_id, request.message.header.msg_id], answer };
  }

  /** Takes an input_reply. A reply nobody waits for, or to another request, is stale and dropped. */
  receive(message: Message): void {
    if (message.header.msg_type !== 'input_reply' || !this.waiting) return;
    const { answer, parents } = this.waiting;
    // jupyter_client leaves the parent empty; JupyterLab names the input_request there.
    const { msg_id } = message.parentHeader;
    if (msg_id && !parents.includes(msg_id)) return;
    const { value } = message.content;
    this.waiting = null;
    const text = typeof value === 'string' ? value : '';
    answer(text === END_OF_FILE ? null : text);
  }

  /** Forgets the question: its request is over. */
  cancel(): void {
    this.waiting = null;
  }
}
