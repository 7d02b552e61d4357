/**
 * Every program of tests/python prints what CPython 3.12.1 prints, ends as it ends, and leaves a heap whose reference
 * counts are all true. A program listed in known-differences.txt must differ: when it no longer does, its line goes.
 */
import { join } from 'node:path';
import { knownDifferences, listPrograms, runProgram, type Result } from './tools/golden.ts';

const PYTHON = join(__dirname, 'python');
const DIST = join(__dirname, '..', 'dist');
/** Programs run at once: a test starts its own and those of the tests that follow. */
const WORKERS = 2;

const programs = listPrograms(PYTHON);
const known = knownDifferences(PYTHON);
const results: Promise<Result>[] = [];

function result(index: number): Promise<Result> {
  for (let i = index; i < Math.min(index + WORKERS, programs.length); i++) results[i] ??= runProgram(programs[i], DIST);
  return results[index];
}

test('known differences name programs that exist', () => {
  const names = programs.map(program => program.name);
  expect([...known.keys()].filter(name => !names.includes(name))).toEqual([]);
});

for (const [index, { name }] of programs.entries()) {
  const cause = known.get(name);
  test(cause === undefined ? name : `${name} (known difference: ${cause})`, async () => {
    const { differences } = await result(index);
    if (cause === undefined) expect(differences.join('\n')).toBe('');
    else if (!differences.length) throw new Error(`${name} passes now: delete its line in known-differences.txt`);
  });
}
