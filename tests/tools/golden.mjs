/**
 * For developers: runs golden programs and prints what differs.
 *
 *     node tests/tools/golden.mjs [--area AREA] [--fail-fast] [--quiet] [--build] [-j N] [AREA | AREA/name ...]
 *
 * --build brings dist/ up to date first; --quiet names the programs that differ without saying how.
 */
import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { build } from '../../scripts/build.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, '..', '..', 'dist');
const python = join(here, '..', 'python');

const names = [];
const options = { failFast: false, quiet: false, build: false, workers: 2 };
const args = process.argv.slice(2);
for (let arg = args.shift(); arg !== undefined; arg = args.shift()) {
  if (arg === '--fail-fast') options.failFast = true;
  else if (arg === '--quiet') options.quiet = true;
  else if (arg === '--build') options.build = true;
  else if (arg === '-j') options.workers = Number(args.shift());
  else names.push((arg === '--area' ? args.shift() : arg).replace(/^tests\/python\//, '').replace(/(\.py|\/)$/, ''));
}
if (options.build) {
  const errors = await build();
  if (errors.length) throw new Error(errors.join('\n'));
}

const file = join(dist, `golden-${process.pid}.mjs`);
await bundle({ entryPoints: [join(here, 'golden.ts')], bundle: true, platform: 'node', format: 'esm', outfile: file });
const { knownDifferences, listPrograms, runPrograms } = await import(pathToFileURL(file).href);
await rm(file);

const known = knownDifferences(python);
const programs = listPrograms(python, names);
const failed = [];
let slowest = { milliseconds: 0, program: { name: '-' } };
let passed = 0;
let expected = 0;
const started = performance.now();
await runPrograms(programs, dist, options.workers, result => {
  const { program, differences, milliseconds } = result;
  if (milliseconds > slowest.milliseconds) slowest = result;
  const cause = known.get(program.name);
  if (cause !== undefined && differences.length) {
    expected++;
    return true;
  }
  if (cause !== undefined) differences.push(`passes now: delete its line in known-differences.txt (${cause})`);
  if (!differences.length) {
    passed++;
    return true;
  }
  failed.push(program.name);
  console.log(`\n${program.name} (${Math.round(milliseconds)} ms)`);
  if (!options.quiet) console.log(differences.join('\n'));
  return !options.failFast;
});
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(
  `\n${passed} of ${programs.length} as CPython, ${expected} known differences, ` +
    `${failed.length} failed, in ${seconds} s (slowest: ${slowest.program.name}, ${Math.round(slowest.milliseconds)} ms)`,
);
process.exitCode = failed.length ? 1 : 0;
