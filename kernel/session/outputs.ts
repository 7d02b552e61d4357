/** Outputs of the interpreter on their way to iopub, each with the request it belongs to as parent. */

import type { FromWorker } from '../../src/host/contract.ts';
import type { IopubChannel } from '../channels/iopub.ts';
import { NO_PARENT } from '../wire/message.ts';
import type { Request } from './request.ts';

type IopubOutput = Extract<FromWorker, { type: 'iopub' }>;

/** Requests remembered after their reply: output of their threads and timers still belongs to them. */
const REMEMBERED = 1000;

export class Outputs {
  /** The number of the last cell that was run; 0 before the first. */
  lastExecutionCount = 0;
  private readonly iopub: IopubChannel;
  private readonly requests = new Map<string, Request>();
  private readonly results = new Map<string, string>();

  constructor(iopub: IopubChannel) {
    this.iopub = iopub;
  }

  /** Makes `request` the parent of outputs that come with `id`. */
  register(id: string, request: Request): void {
    this.requests.delete(id);
    this.requests.set(id, request);
    if (this.requests.size <= REMEMBERED) return;
    const [oldest] = this.requests.keys();
    this.requests.delete(oldest);
  }

  requestOf(id: string): Request | undefined {
    return this.requests.get(id);
  }

  publish(output: IopubOutput): void {
    const { id, msg_type, content, metadata, buffers } = output;
    if (msg_type === 'execute_input' && typeof content.execution_count === 'number') {
      this.lastExecutionCount = content.execution_count;
    }
    if (msg_type === 'execute_result') this.rememberResult(id, content.data);
    const parent = this.requests.get(id)?.message.headerFrame ?? NO_PARENT;
    this.iopub.publish(msg_type, parent, content, metadata, buffers);
  }

  /** The text of the result that request `id` displayed, or null; asked once. */
  takeResult(id: string): string | null {
    const text = this.results.get(id) ?? null;
    this.results.delete(id);
    return text;
  }

  private rememberResult(id: string, data: unknown): void {
    const text = (data as Record<string, unknown> | undefined)?.['text/plain'];
    if (typeof text === 'string') this.results.set(id, text);
  }
}
