/** Numbers, strings and bytes: expressions whose value or error CPython recorded (record.py), and references released. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isImmortal } from '../../../src/heap/object.ts';
import { decref } from '../../../src/heap/refcount.ts';
import { audit, live } from '../../../src/heap/audit.ts';
import { isPyException } from '../../../src/exceptions/body.ts';
import { reprString, strString } from '../../../src/protocols/object.ts';
import { evaluate, initEvaluator } from './evaluate.ts';

const recorded: [string, string][] = JSON.parse(readFileSync(join(__dirname, 'values.json'), 'utf8'));

function outcome(expression: string): string {
  try {
    const o = evaluate(expression);
    const text = reprString(o);
    decref(o);
    return text;
  } catch (e) {
    if (!isPyException(e)) throw e;
    const text = `${e.type.name}: ${strString(e)}`;
    decref(e);
    return text;
  }
}

/** Addresses differ from run to run in CPython. */
function scrub(text: string): string {
  return text.replace(/0x[0-9a-f]{6,}/g, '0x...');
}

beforeAll(initEvaluator);

test('every recorded expression has its value or its error', () => {
  const wrong = recorded
    .map(([expression, expected]) => ({ expression, expected: scrub(expected), got: scrub(outcome(expression)) }))
    .filter(({ expected, got }) => expected !== got);
  expect(wrong).toEqual([]);
});

test('nothing is left behind', () => {
  audit.on = true;
  const leaks: string[] = [];
  for (const [expression] of recorded) {
    live.clear();
    outcome(expression);
    for (const o of live) if (o.rc > 0 && !isImmortal(o)) leaks.push(`${expression}: ${o.type.name} (${o.rc})`);
  }
  audit.on = false;
  expect(leaks).toEqual([]);
});
