/** The worker's entry: the interpreter on Node, behind its message port. */

import { parentPort, workerData } from 'node:worker_threads';
import { BREAKER, type FromWorker, type StartOptions, type ToWorker } from '../../src/host/contract.ts';
import { setHeapLimit, setMemoryGauge } from '../../src/heap/largealloc.ts';
import { Interpreter } from '../../src/host/interpreter.ts';
import { poll } from '../../src/runtime/breaker.ts';
import { memoryIsLow, memoryLimit } from './memory.ts';
import { nodeSystem } from './node-system.ts';
import { setV8Flags } from './v8flags.ts';
import { WorkerStreams } from './worker-streams.ts';

const options = workerData as StartOptions;
const port = parentPort!;
const post = (message: FromWorker): void => port.postMessage(message);
const encoder = new TextEncoder();

setV8Flags();
setHeapLimit(memoryLimit());
setMemoryGauge(memoryIsLow);

let interpreter: Interpreter | null = null;
const currentRequest = (): string => interpreter?.current ?? '';

const streams = new WorkerStreams(options.control, (name, text) => {
  if (options.mode === 'script') post({ type: 'write', stream: name, data: encoder.encode(text) });
  else post({ type: 'iopub', id: currentRequest(), msg_type: 'stream', content: { name, text } });
});

interpreter = new Interpreter(options, {
  post,
  system: nodeSystem(options.control, options.cwd, options.env, {
    write: (name, text) => streams.write(name, text),
    flush: () => streams.flush(),
    ask: (prompt, password) => post({ type: 'input_request', id: currentRequest(), prompt, password }),
    poll,
  }),
});
port.on('message', (message: ToWorker) => {
  // The request to stop has ended the cell; exit functions run undisturbed.
  if (message.type === 'shutdown') Atomics.store(new Int32Array(options.control), BREAKER, 0);
  interpreter!.handle(message);
});
post({ type: 'ready' });
