/**
 * Every program of tests/python prints what CPython 3.12.1 prints, ends as it ends, and leaves a heap whose reference
 * counts are all true. A program listed in known-differences.txt must differ: when it no longer does, its line goes.
 */
import { join } from 'node:path';
import { knownDifferences, listPrograms, runPrograms, type Result } from './tools/golden.ts';

const PYTHON = join(__dirname, 'python');
const DIST = join(__dirname, '..', 'dist');
const WORKERS = 2;

const programs = listPrograms(PYTHON);
const known = knownDifferences(PYTHON);
const arrived = new Map<string, (result: Result) => void>();
const results = new Map(programs.map(p => [p.name, new Promise<Result>(resolve => arrived.set(p.name, resolve))]));

beforeAll(() => {
  // All run at once, a few at a time; each test below waits for its own.
  void runPrograms(programs, DIST, WORKERS, result => arrived.get(result.program.name)!(result));
});

test('known differences name programs that exist', () => {
  expect([...known.keys()].filter(name => !results.has(name))).toEqual([]);
});

for (const { name } of programs) {
  const cause = known.get(name);
  test(
    cause === undefined ? name : `${name} (known difference: ${cause})`,
    async () => {
      const { differences } = await results.get(name)!;
      if (cause === undefined) expect(differences.join('\n')).toBe('');
      else if (!differences.length) throw new Error(`${name} passes now: delete its line in known-differences.txt`);
    },
    300_000,
  );
}
