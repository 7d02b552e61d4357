/**
 * Golden programs: finding them, running each in a fresh interpreter, and comparing with what CPython answered
 * (recorded by record.py). Used by tests/golden.test.ts and tests/tools/golden.mjs.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A program of tests/python and what CPython 3.12.1 answered to it. */
export interface Program {
  /** `AREA/name`. */
  name: string;
  file: string;
  stdin: string;
  expected: Answer;
}

export interface Answer {
  stdout: string;
  stderr: string;
  status: number;
}

/** What `runProgram` of dist/interpreter.cjs returns; `audit` lists what `heap.audit()` found. */
export interface Run extends Answer {
  audit: string[];
}

export interface Result {
  program: Program;
  /** Empty when the program passed. */
  differences: string[];
  milliseconds: number;
}

/** Longer than any program needs, on a machine that does other things. */
const TIME_LIMIT = 30_000;
/** As the kernel's worker has it (kernel/bridge/interpreter.ts). */
const STACK_MB = 200;
/** Lines shown of each side of a difference. */
const SHOWN = 12;

/** The programs under `root` whose area or name is among `names` (all when it is empty), by name. */
export function listPrograms(root: string, names: string[] = []): Program[] {
  const programs: Program[] = [];
  for (const area of readdirSync(root, { withFileTypes: true })) {
    if (!area.isDirectory()) continue;
    for (const file of readdirSync(join(root, area.name))) {
      if (!file.endsWith('.py') || file.startsWith('_')) continue;
      const name = `${area.name}/${file.slice(0, -3)}`;
      if (names.length && !names.includes(name) && !names.includes(area.name)) continue;
      programs.push(program(name, join(root, area.name, file)));
    }
  }
  return programs.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function program(name: string, file: string): Program {
  const beside = (extension: string) => file.replace(/py$/, extension);
  const text = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  let stderr = text(beside('err'));
  let status = 0;
  const last = /exit status (\d+)\n$/.exec(stderr);
  if (last) {
    status = Number(last[1]);
    stderr = stderr.slice(0, last.index);
  }
  return { name, file, stdin: text(beside('in')), expected: { stdout: text(beside('out')), stderr, status } };
}

/** Takes out what no two processes share. Must say the same as `normalize` in record.py. */
export function normalize(text: string, folder: string): string {
  return text
    .replaceAll(folder + sep, '')
    .replace(/\b0x[0-9a-f]{6,}/g, '0x...')
    .replace(/\d+\.\d+s elapsed/g, 'N.Ns elapsed')
    .replace(/(gc: objects in (?:each|permanent) generation:).*/g, '$1 N');
}

/** Names and causes of tests/python/known-differences.txt. */
export function knownDifferences(root: string): Map<string, string> {
  const known = new Map<string, string>();
  const file = join(root, 'known-differences.txt');
  if (!existsSync(file)) return known;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0 && !line.startsWith('#')) known.set(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  return known;
}

/**
 * Runs the programs, `workers` at a time, each in a Worker of its own: a new Worker has new module state, so an
 * interpreter starts from nothing. `done` hears of each as it ends; when it returns false no further one is started.
 */
export async function runPrograms(
  programs: Program[],
  dist: string,
  workers: number,
  done: (result: Result) => boolean | void,
): Promise<void> {
  let next = 0;
  let going = true;
  async function lane() {
    while (going && next < programs.length) {
      if (done(await runProgram(programs[next++], dist)) === false) going = false;
    }
  }
  await Promise.all(Array.from({ length: Math.min(workers, programs.length) }, lane));
}

/** Runs one program and compares. */
export async function runProgram(program: Program, dist: string): Promise<Result> {
  const started = performance.now();
  const outcome = await runFile(program.file, program.stdin, dist);
  const milliseconds = performance.now() - started;
  const differences = typeof outcome === 'string' ? [outcome] : compare(program, outcome);
  return { program, differences, milliseconds };
}

/** Runs a Python file in a new interpreter; resolves to what came of it, or to why nothing did. */
export function runFile(file: string, stdin: string, dist: string): Promise<Run | string> {
  return new Promise(resolve => {
    const worker = new Worker(join(dirname(dist), 'tests', 'tools', 'golden-worker.cjs'), {
      workerData: {
        interpreter: join(dist, 'interpreter.cjs'),
        source: readFileSync(file, 'utf8'),
        filename: file,
        argv: [basename(file)],
        stdin,
        cwd: dirname(file),
      },
      resourceLimits: { stackSizeMb: STACK_MB },
    });
    const finish = (outcome: Run | string) => {
      clearTimeout(timer);
      resolve(outcome);
      void worker.terminate();
    };
    const timer = setTimeout(() => finish(`still running after ${TIME_LIMIT / 1000} s`), TIME_LIMIT);
    worker.once('message', finish);
    worker.once('error', (error: Error) => finish(`the interpreter failed: ${error.stack ?? error}`));
    worker.once('exit', code => finish(`the worker ended with ${code}`));
  });
}

function compare({ file, expected }: Program, run: Run): string[] {
  const differences: string[] = [];
  const folder = dirname(file);
  if (run.stdout !== expected.stdout) differences.push(difference('stdout', expected.stdout, run.stdout));
  const stderr = normalize(run.stderr, folder);
  if (stderr !== expected.stderr) differences.push(difference('stderr', expected.stderr, stderr));
  if (run.status !== expected.status) differences.push(`exit status: expected ${expected.status}, got ${run.status}`);
  if (run.audit.length) differences.push(['heap.audit():', ...shorten(run.audit).map(line => `  ${line}`)].join('\n'));
  return differences;
}

/** The lines in which two texts differ, without what they have in common at either end. */
export function difference(title: string, expected: string, actual: string): string {
  const a = expected.split('\n');
  const b = actual.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [
    `${title} differs from line ${start + 1}:`,
    ...shorten(a.slice(start, a.length - end)).map(line => `  - ${line}`),
    ...shorten(b.slice(start, b.length - end)).map(line => `  + ${line}`),
  ].join('\n');
}

function shorten(lines: string[]): string[] {
  if (lines.length <= SHOWN) return lines;
  return [...lines.slice(0, SHOWN), `... ${lines.length - SHOWN} more`];
}
