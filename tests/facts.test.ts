/**
 * What CPython 3.12.1 was measured to answer about its own memory (tests/facts/cpython-3.12.1.json), measured again
 * in our interpreter by the same program. Facts known to differ are listed with their cause.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runFile, type Run } from './tools/golden.ts';

const FACTS = join(__dirname, 'facts');
const DIST = join(__dirname, '..', 'dist');

/** `section/name` -> cause. */
const KNOWN_DIFFERENCES: Record<string, string> = {};

interface Recorded {
  facts: Record<string, Record<string, unknown>>;
}

const recorded = JSON.parse(readFileSync(join(FACTS, 'cpython-3.12.1.json'), 'utf8')) as Recorded;
const measured: Record<string, Record<string, unknown>> = {};
let run: Run | string;

beforeAll(async () => {
  run = await runFile(join(FACTS, 'facts.py'), '', DIST);
  if (typeof run === 'string') return;
  for (const line of run.stdout.split('\n').filter(Boolean)) {
    const [section, name, value] = JSON.parse(line) as [string, string, unknown];
    (measured[section] ??= {})[name] = value;
  }
}, 120_000);

test('the program that measures them ends well, and the heap is true', () => {
  expect(run).toMatchObject({ status: 0, audit: [] });
});

for (const [section, facts] of Object.entries(recorded.facts)) {
  describe(section, () => {
    for (const [name, value] of Object.entries(facts)) {
      const cause = KNOWN_DIFFERENCES[`${section}/${name}`];
      test(cause === undefined ? name : `${name} (known difference: ${cause})`, () => {
        const ours = measured[section]?.[name];
        if (cause === undefined) expect(ours).toEqual(value);
        else expect(ours).not.toEqual(value);
      });
    }
  });
}
