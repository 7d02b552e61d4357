/**
 * The table of programs: Vivarium beside CPython 3.12. Both run the very same bench/harness.py as a child process,
 * which calls a program's main() a few times to warm up and then measures each of several calls with
 * time.perf_counter(); the best one counts. Starting the process and reading the program are not measured.
 * CPython and Vivarium take turns, program by program, in the same run.
 *
 *     npm run bench -- [--only NAME[,NAME...]] [--repeat N] [--warm-up N] [--json]
 */

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const BENCH = join(ROOT, 'bench');
/** A program that takes longer than this is given up. */
const TIME_LIMIT = 300_000;

interface Side {
  name: string;
  command: string[];
  env: Record<string, string>;
}

interface Outcome {
  /** Milliseconds of the best run; null when the program failed. */
  best: number | null;
  /** What main() returned, as its repr; or why there is nothing. */
  result: string;
}

interface Row {
  program: string;
  vivarium: Outcome;
  cpython: Outcome | null;
  ratio: number | null;
}

interface Options {
  only: string[];
  repeat: number;
  warmUp: number;
  json: boolean;
}

function parseArguments(args: string[]): Options {
  const options: Options = { only: [], repeat: 5, warmUp: 8, json: false };
  for (let arg = args.shift(); arg !== undefined; arg = args.shift()) {
    if (arg === '--json') options.json = true;
    else if (arg === '--only') options.only.push(...(args.shift() ?? '').split(','));
    else if (arg === '--repeat') options.repeat = positive(arg, args.shift());
    else if (arg === '--warm-up') options.warmUp = positive(arg, args.shift());
    else fail(`bench: no such option: ${arg}`);
  }
  return options;
}

function positive(option: string, text: string | undefined): number {
  const n = Number(text);
  if (!Number.isInteger(n) || n < 1) fail(`bench: ${option} wants a whole number above 0`);
  return n;
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

/** CPython 3.12: `PYTHON312`, or `python3.12` on PATH; null when neither is one. */
function findCPython(): Side | null {
  const candidates: [string, Record<string, string>][] = process.env.PYTHON312
    ? [[process.env.PYTHON312, {}]]
    : [
        ['python3.12', {}],
        // Where python3.12 is pyenv's shim, it wants to be told which one.
        ['python3.12', { PYENV_VERSION: '3.12.1' }],
      ];
  const question = "import sys; print(sys.implementation.name, *sys.version_info[:3], sep='.')";
  for (const [command, env] of candidates) {
    const { stdout } = spawnSync(command, ['-c', question], { encoding: 'utf8', env: { ...process.env, ...env } });
    const version = /^cpython\.(3\.12\.\d+)$/.exec(stdout?.trim() ?? '');
    if (version) return { name: `CPython ${version[1]}`, command: [command], env };
  }
  return null;
}

function measure(side: Side, program: string, { warmUp, repeat }: Options): Outcome {
  const [command, ...before] = side.command;
  const args = [...before, join(BENCH, 'harness.py'), program, String(warmUp), String(repeat)];
  const env = { ...process.env, PYTHONHASHSEED: '0', PYTHONDONTWRITEBYTECODE: '1', ...side.env };
  const done = spawnSync(command, args, { encoding: 'utf8', env, timeout: TIME_LIMIT, maxBuffer: 1 << 28 });
  const output = /^result (.*)\ntimes (.*)\n$/.exec(done.stdout ?? '');
  if (output) return { best: Math.min(...output[2].split(' ').map(Number)), result: output[1] };
  const last = (done.stderr ?? '').trim().split('\n').at(-1);
  return { best: null, result: done.error ? String(done.error) : last || `exit status ${done.status}` };
}

const milliseconds = (n: number) => n.toFixed(1).padStart(11);

function line({ program, vivarium, cpython, ratio }: Row): string {
  const ours = vivarium.best === null ? `  failed: ${vivarium.result}` : milliseconds(vivarium.best);
  if (vivarium.best === null || cpython === null) return program.padEnd(18) + ours;
  if (cpython.best === null) return `${program.padEnd(18)}${ours}  CPython failed: ${cpython.result}`;
  if (ratio === null) return `${program.padEnd(18)}${ours}  another result: ${vivarium.result}, not ${cpython.result}`;
  return `${program.padEnd(18)}${ours}${milliseconds(cpython.best)}${ratio.toFixed(2).padStart(9)}`;
}

function geometricMean(numbers: number[]): number {
  return Math.exp(numbers.reduce((sum, n) => sum + Math.log(n), 0) / numbers.length);
}

function main(): void {
  const options = parseArguments(process.argv.slice(2));
  const vivarium: Side = {
    name: 'Vivarium',
    command: [process.execPath, join(ROOT, 'bin', 'vivarium.js'), 'run'],
    env: {},
  };
  const cpython = findCPython();
  const all = readdirSync(join(BENCH, 'programs')).flatMap(file => (file.endsWith('.py') ? [file.slice(0, -3)] : []));
  for (const name of options.only)
    if (!all.includes(name)) fail(`bench: no program ${name}; there are ${all.join(' ')}`);
  const programs = options.only.length ? options.only : all.sort();
  const say = options.json ? () => {} : console.log;

  say(
    `Milliseconds of one call of main(), the best of ${options.repeat} after ${options.warmUp} to warm up; measured inside`,
  );
  say('each process by the same bench/harness.py. Ratio: Vivarium / CPython; below 1 Vivarium is faster.');
  if (!cpython) say('No CPython 3.12 was found (PYTHON312, or python3.12 on PATH): no ratios.');
  say(`\n${'program'.padEnd(18)}${'Vivarium'.padStart(11)}${cpython ? `${cpython.name.padStart(15)}    ratio` : ''}`);

  const rows: Row[] = [];
  for (const program of programs) {
    const theirs = cpython && measure(cpython, program, options);
    const ours = measure(vivarium, program, options);
    const comparable = theirs && theirs.best !== null && ours.best !== null && theirs.result === ours.result;
    const row = { program, vivarium: ours, cpython: theirs, ratio: comparable ? ours.best! / theirs.best! : null };
    rows.push(row);
    say(line(row));
  }

  const ratios = rows.flatMap(row => (row.ratio === null ? [] : [row.ratio]));
  const mean = ratios.length ? geometricMean(ratios) : null;
  const failed = rows.filter(row => (cpython ? row.ratio === null : row.vivarium.best === null)).length;
  if (options.json) {
    console.log(JSON.stringify({ cpython: cpython?.name ?? null, ...options, rows, geometricMean: mean }, null, 2));
  } else if (mean !== null) {
    const worst = rows.reduce((a, b) => ((b.ratio ?? 0) > (a.ratio ?? 0) ? b : a));
    say(
      `\ngeometric mean of ${ratios.length}: ${mean.toFixed(2)}; highest: ${worst.ratio!.toFixed(2)} (${worst.program})`,
    );
  }
  if (failed) {
    say(`${failed} of ${rows.length} programs failed`);
    process.exitCode = 1;
  }
}

main();
