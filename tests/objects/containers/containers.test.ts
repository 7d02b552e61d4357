/** Replays random operations recorded from CPython (record.py): every result, order and size must be the same. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PyObject } from '../../../src/heap/object.ts';
import { decref, incref } from '../../../src/heap/refcount.ts';
import { isPyException } from '../../../src/exceptions/body.ts';
import { callMethodStr } from '../../../src/protocols/call.ts';
import { reprString, strString } from '../../../src/protocols/object.ts';
import { newDict } from '../../../src/objects/dict.ts';
import { newFloat } from '../../../src/objects/float.ts';
import { initObjects } from '../../../src/objects/index.ts';
import { newInt } from '../../../src/objects/int.ts';
import { newList } from '../../../src/objects/list.ts';
import { newSet } from '../../../src/objects/set.ts';
import { bool, None } from '../../../src/objects/singletons.ts';
import { newStr } from '../../../src/objects/str.ts';
import { newTuple } from '../../../src/objects/tuple.ts';

type Value = null | boolean | string | number | { t: Value[] } | { f: string };

interface Scenario {
  kind: 'list' | 'dict' | 'set';
  ops: [string, ...Value[]][];
  /** Result of each operation; after some, repr and size of the container, too. */
  seen: ([string] | [string, string, number])[];
}

/** Beyond 2**53 an integer in the JSON text must not go through a number. */
const scenarios: Scenario[] = JSON.parse(
  readFileSync(join(__dirname, 'replay.json'), 'utf8').replace(/([[,])(-?\d{16,})(?=[\],])/g, '$1{"big":"$2"}'),
);

function decode(v: Value | { big: string }): PyObject {
  if (v === null) return incref(None);
  if (typeof v === 'boolean') return bool(v);
  if (typeof v === 'string') return newStr(v);
  if (typeof v === 'number') return newInt(v);
  if ('big' in v) return newInt(BigInt(v.big));
  if ('t' in v) return newTuple(v.t.map(decode));
  return newFloat(Number(v.f));
}

function outcome(o: PyObject, op: string, args: PyObject[]): string {
  try {
    const result = callMethodStr(o, op, ...args);
    const text = reprString(result);
    decref(result);
    return text;
  } catch (e) {
    if (!isPyException(e)) throw e;
    const text = `${e.type.name}: ${strString(e)}`;
    decref(e);
    return text;
  }
}

const MAKE = { list: () => newList([]), dict: newDict, set: newSet };

/** sys.getsizeof: with the head the collector keeps before the object. */
function sizeOf(o: PyObject): number {
  return o.type.sizeof!(o) + 16;
}

beforeAll(() => initObjects(() => {}));

test.each(scenarios.map((s, i): [string, Scenario] => [`${s.kind} ${i}`, s]))('%s', (_name, { kind, ops, seen }) => {
  const o = MAKE[kind]();
  ops.forEach(([op, ...values], i) => {
    const args = values.map(decode);
    const result = outcome(o, op, args);
    for (const arg of args) decref(arg);
    const state = seen[i].length === 1 ? [] : [reprString(o), sizeOf(o)];
    expect([i, op, result, ...state]).toEqual([i, op, ...seen[i]]);
  });
  decref(o);
});
