import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mismatch } from './compare.ts';
import type { Case } from './compare.ts';

const directory = join(__dirname, 'recorded');

/** Every function of src/text answers as CPython 3.12 does; record.py says how the files came about. */
describe.each(readdirSync(directory))('%s', file => {
  const cases = JSON.parse(readFileSync(join(directory, file), 'utf8')) as Case[];
  const names = [...new Set(cases.map(([name]) => name))];

  test.each(names)('%s', name => {
    expect(
      cases
        .filter(c => c[0] === name)
        .map(mismatch)
        .filter(m => m !== null),
    ).toEqual([]);
  });
});
