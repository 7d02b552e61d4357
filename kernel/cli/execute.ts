/** `vivarium execute NB.ipynb`: runs a notebook in a kernel of its own, without Python or Jupyter. */

import { writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { launchKernel } from '../client/launch.ts';
import { compareCell } from '../notebook/compare.ts';
import { formatNotebook, readNotebook } from '../notebook/format.ts';
import { type CellResult, runNotebook } from '../notebook/run.ts';
import { outputText, withoutAnsi } from '../notebook/text.ts';
import { fail } from './fail.ts';

export interface ExecuteOptions {
  output?: string;
  inplace?: boolean;
  stdout?: boolean;
  compare?: boolean;
  allowErrors?: boolean;
  timeout?: number;
  session?: string;
}

/** Exit status: 0, or 1 when a cell failed or `--compare` found a difference. */
export async function executeCommand(file: string, options: ExecuteOptions): Promise<void> {
  let notebook;
  try {
    notebook = readNotebook(file);
  } catch (error) {
    return fail((error as Error).message);
  }
  const session = options.session === undefined ? undefined : resolve(options.session);
  const kernel = await launchKernel({ cwd: dirname(resolve(file)), session }).catch(error => fail(error.message));
  const interrupt = (): void => void kernel.client.interrupt();
  process.on('SIGINT', interrupt);
  const results: CellResult[] = [];
  let differing = 0;
  let failure: string | null;
  try {
    failure = await runNotebook(kernel, notebook, {
      allowErrors: options.allowErrors ?? false,
      timeout: (options.timeout ?? 0) * 1000,
      onCell: result => {
        results.push(result);
        if (options.compare) differing += showComparison(result);
        else showProgress(result);
      },
    });
    await kernel.shutdown();
  } catch (error) {
    return fail((error as Error).message);
  } finally {
    process.off('SIGINT', interrupt);
  }
  if (failure) {
    showFailure(results.at(-1)!, failure);
    process.exitCode = 1;
    return;
  }
  if (options.compare) {
    const total = `${results.length} ${results.length === 1 ? 'cell' : 'cells'}`;
    const verdict = differing === 0 ? 'every line equal' : `${differing} lines differ`;
    process.stdout.write(`${total}, ${verdict}\n`);
    process.exitCode = differing === 0 ? 0 : 1;
  }
  const target = targetOf(file, options);
  if (options.stdout) process.stdout.write(formatNotebook(notebook));
  else if (target) {
    writeFileSync(target, formatNotebook(notebook));
    process.stderr.write(`written to ${target}\n`);
  }
}

function targetOf(file: string, { output, inplace, compare }: ExecuteOptions): string | null {
  if (output !== undefined) return output;
  if (inplace) return file;
  return compare ? null : file.replace(/(\.ipynb)?$/, '.executed.ipynb');
}

function heading({ index, total, cell, milliseconds, failure }: CellResult): string {
  const count = cell.execution_count ?? ' ';
  const raised = cell.outputs?.some(output => output.output_type === 'error');
  const verdict = failure ? 'failed' : raised ? 'raised' : 'ok';
  return `[${index}/${total}] In [${count}] ${verdict} (${Math.round(milliseconds)} ms)`;
}

/** A line per cell on stderr, and the errors that were allowed. */
function showProgress(result: CellResult): void {
  process.stderr.write(`${heading(result)}\n`);
  if (!result.failure) for (const output of result.cell.outputs ?? []) showError(output);
}

function showComparison(result: CellResult): number {
  const { rows, differing } = compareCell(result, process.stdout.columns ?? 160);
  process.stdout.write([heading(result), ...rows, '', ''].join('\n'));
  return differing;
}

function showError(output: Parameters<typeof outputText>[0]): void {
  if (output.output_type !== 'error') return;
  const text = outputText(output);
  process.stderr.write(process.stderr.isTTY ? text : withoutAnsi(text));
}

function showFailure({ index, cell }: CellResult, failure: string): void {
  const errors = (cell.outputs ?? []).filter(({ output_type }) => output_type === 'error');
  errors.forEach(showError);
  process.stderr.write(`vivarium: cell ${index} failed: ${failure.split('\n')[0]}; nothing was written\n`);
}
