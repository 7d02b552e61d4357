/** The shell queue: one request at a time, in arrival order; and what is aborted after an error. */

import type { Request } from './request.ts';

/** Event loop turns in which what has already reached the socket is still read before aborting. */
const SETTLE_TURNS = 3;

export class ShellQueue {
  private readonly waiting: Request[] = [];
  private readonly serve: (request: Request) => Promise<void>;
  private running = false;
  private closed = false;

  constructor(serve: (request: Request) => Promise<void>) {
    this.serve = serve;
  }

  push(request: Request): void {
    this.waiting.push(request);
    if (!this.running) void this.run();
  }

  /**
   * Marks the execute requests that wait behind a failed one. Other requests stay, and what arrives later
   * is not touched: there is no time window (ipykernel #609, #618).
   */
  async abortExecutes(): Promise<void> {
    for (let turn = 0; turn < SETTLE_TURNS; turn++) await new Promise(resolve => setImmediate(resolve));
    for (const request of this.waiting) {
      if (request.message.header.msg_type === 'execute_request') request.aborted = true;
    }
  }

  /** Serves nothing more. */
  close(): void {
    this.closed = true;
  }

  private async run(): Promise<void> {
    this.running = true;
    for (;;) {
      const request = this.waiting.shift();
      if (!request || this.closed) break;
      await this.serve(request);
    }
    this.running = false;
  }
}
