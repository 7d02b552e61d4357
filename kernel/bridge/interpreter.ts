/** The interpreter in its worker: starting, asking, interrupting and ending it. */

import { totalmem } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FromWorker, JsonObject, StartOptions, ToWorker } from '../../src/host/contract.ts';
import { log } from '../log.ts';
import { ControlBlock } from './control.ts';

/**
 * Deep Python recursion is deep JavaScript recursion. Node gives a worker's thread a stack of this size, so
 * it ends in a RangeError: measured on Node 20 up to 900 MB, 1.7 million plain calls at 200 MB.
 */
const STACK_MB = 200;
/** The limit of JavaScript's heap; over it the worker ends with an error and a new one is started. */
const HEAP_MB = 4096;
/**
 * Room for new objects: with V8's 48 MB most of a program's first 100,000 objects are copied twice while they live. Measured with
 * 192 MB: collecting a large heap takes half the time, linked lists two thirds; with 384 MB no less.
 */
const YOUNG_MB = 192;
/** How often buffered output is asked for while code runs. */
const FLUSH_INTERVAL = 60;

/** `VIVARIUM_HEAP_MB`, or HEAP_MB, but never more than three quarters of the memory there is. */
function heapLimit(): number {
  const asked = Number(process.env.VIVARIUM_HEAP_MB);
  const available = (process.constrainedMemory() || totalmem()) / 2 ** 20;
  return Math.floor(Math.min(asked > 0 ? asked : HEAP_MB, Math.min(available, totalmem() / 2 ** 20) * 0.75));
}

/** What the interpreter tells its owner. */
export interface InterpreterEvents {
  message(message: Exclude<FromWorker, { type: 'reply' | 'log' | 'ready' }>): void;
  /**
   * The worker ended without having been asked to: out of memory, or an internal fault. `ready` tells
   * whether it had come up. The requests under way are rejected after this.
   */
  died(ready: boolean): void;
}

/** The rejection of requests that were under way when the worker died. */
export class InterpreterDied extends Error {
  readonly outOfMemory: boolean;

  constructor(cause: Error) {
    super(cause.message);
    this.outOfMemory = (cause as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
  }
}

interface Pending {
  resolve(content: JsonObject): void;
  reject(error: Error): void;
}

export class Interpreter {
  readonly control = new ControlBlock();
  /** Why the worker died, once it has. */
  endedBy: Error | null = null;
  private readonly worker: Worker;
  private readonly events: InterpreterEvents;
  private readonly pending = new Map<string, Pending>();
  private flushTimer: NodeJS.Timeout | null = null;
  private ready = false;
  private ended = false;

  constructor(script: string, options: Omit<StartOptions, 'control'>, events: InterpreterEvents) {
    this.events = events;
    const workerData: StartOptions = { ...options, control: this.control.buffer };
    this.worker = new Worker(script, {
      workerData,
      resourceLimits: {
        stackSizeMb: STACK_MB,
        maxOldGenerationSizeMb: heapLimit(),
        maxYoungGenerationSizeMb: YOUNG_MB,
      },
      stdin: false,
      stdout: true,
      stderr: true,
    });
    this.worker.stdout.on('data', data => log('debug', `worker: ${data}`));
    this.worker.stderr.on('data', data => log('debug', `worker: ${data}`));
    this.worker.on('message', (message: FromWorker) => this.onMessage(message));
    this.worker.on('error', error => this.onEnd(error as Error));
    this.worker.on('exit', code => this.onEnd(new Error(`the interpreter ended with status ${code}`)));
  }

  /** Is a request under way? */
  get busy(): boolean {
    return this.pending.size > 0;
  }

  /** Posts a request; resolves to the content of its reply. Rejects with InterpreterDied. */
  request(message: ToWorker): Promise<JsonObject> {
    return new Promise((resolve, reject) => {
      if (this.ended) {
        reject(new InterpreterDied(new Error('the interpreter has ended')));
        return;
      }
      if (!this.busy) this.control.clearInterrupt();
      this.pending.set(message.id, { resolve, reject });
      this.flushTimer ??= setInterval(() => this.control.requestFlush(), FLUSH_INTERVAL);
      this.worker.postMessage(message);
    });
  }

  /** Posts a message that has no reply. */
  post(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  /** Is this id already in use by a request under way? */
  handles(id: string): boolean {
    return this.pending.has(id);
  }

  /** Interrupts what runs; does nothing when nothing does. */
  interrupt(): void {
    if (this.busy) this.control.interrupt();
  }

  async terminate(): Promise<void> {
    this.ended = true;
    this.stopFlushing();
    await this.worker.terminate();
  }

  private onMessage(message: FromWorker): void {
    switch (message.type) {
      case 'reply':
        this.settle(message.id, message.content);
        break;
      case 'log':
        log(message.level, message.text);
        break;
      case 'ready':
        this.ready = true;
        break;
      default:
        if (message.type === 'exit') this.ended = true;
        this.events.message(message);
    }
  }

  private settle(id: string, content: JsonObject): void {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    if (!this.busy) this.stopFlushing();
    pending?.resolve(content);
  }

  private stopFlushing(): void {
    if (this.flushTimer) clearInterval(this.flushTimer);
    this.flushTimer = null;
  }

  private onEnd(cause: Error): void {
    if (this.ended) return;
    this.ended = true;
    this.endedBy = cause;
    this.stopFlushing();
    log('error', `worker: ${cause.stack ?? cause.message}`);
    this.events.died(this.ready);
    const failed = [...this.pending.values()];
    this.pending.clear();
    for (const { reject } of failed) reject(new InterpreterDied(cause));
  }
}
