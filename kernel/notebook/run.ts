/** Runs a notebook's cells in a kernel, as nbclient does. */

import type { JsonObject } from '../../src/host/contract.ts';
import type { LaunchedKernel } from '../client/launch.ts';
import { type Cell, type Notebook, type Output, textOf } from './format.ts';
import { type Displays, OutputCollector } from './outputs.ts';

export interface RunOptions {
  allowErrors: boolean;
  /** Milliseconds for one cell; 0 for no limit. */
  timeout: number;
  onCell(result: CellResult): void;
}

/** What became of one code cell. */
export interface CellResult {
  /** Its place among the code cells, from 1, and their number. */
  index: number;
  total: number;
  /** What stood in the notebook before. */
  before: Output[];
  cell: Cell;
  milliseconds: number;
  /** An error that stops the run, or null. */
  failure: string | null;
}

function hasTag({ metadata }: Cell, tag: string): boolean {
  return Array.isArray(metadata?.tags) && metadata.tags.includes(tag);
}

function isRun(cell: Cell): boolean {
  return cell.cell_type === 'code' && textOf(cell.source).trim() !== '' && !hasTag(cell, 'skip-execution');
}

/** Runs the cells, puts their outputs into `notebook`; stops at the first failure. Returns it, or null. */
export async function runNotebook(
  kernel: LaunchedKernel,
  notebook: Notebook,
  options: RunOptions,
): Promise<string | null> {
  const info = await kernel.whileAlive(kernel.client.kernelInfo());
  notebook.metadata.language_info = info.language_info;
  const cells = notebook.cells.filter(isRun);
  const displays: Displays = new Map();
  for (const [position, cell] of cells.entries()) {
    const before = cell.outputs ?? [];
    const started = performance.now();
    const failure = await runCell(kernel, cell, displays, options);
    const milliseconds = performance.now() - started;
    options.onCell({ index: position + 1, total: cells.length, before, cell, milliseconds, failure });
    if (failure) return failure;
  }
  return null;
}

async function runCell(
  kernel: LaunchedKernel,
  cell: Cell,
  displays: Displays,
  { allowErrors, timeout }: RunOptions,
): Promise<string | null> {
  const errorsAllowed = allowErrors || hasTag(cell, 'raises-exception');
  const collector = new OutputCollector(displays);
  cell.outputs = collector.outputs;
  cell.execution_count = null;
  let timedOut = false;
  const timer =
    timeout > 0 &&
    setTimeout(() => {
      timedOut = true;
      void kernel.client.interrupt();
    }, timeout);
  let reply: JsonObject;
  try {
    reply = await kernel.whileAlive(
      kernel.client.execute(textOf(cell.source), {
        stop_on_error: !errorsAllowed,
        onOutput: message => collector.add(message),
      }),
    );
  } finally {
    if (timer) clearTimeout(timer);
  }
  if (typeof reply.execution_count === 'number') cell.execution_count = reply.execution_count;
  if (timedOut) return `the cell took longer than ${timeout / 1000} s`;
  return reply.status === 'ok' || errorsAllowed ? null : `${reply.ename}: ${reply.evalue}`;
}
