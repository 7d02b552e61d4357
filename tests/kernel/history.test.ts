/** history_request: tail, range and search, over sessions and over kernels that share one file. */

import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type KernelFixture, type RawClient, startKernel, temporaryFolder } from './raw-client.ts';

const folder = temporaryFolder();
const env = { VIVARIUM_HISTORY: 'on', XDG_DATA_HOME: folder.path };
const fixtures: KernelFixture[] = [];

async function start(): Promise<RawClient> {
  const kernel = await startKernel({}, env);
  fixtures.push(kernel);
  return kernel.client();
}

async function history(client: RawClient, content: object): Promise<unknown[]> {
  const { reply } = await client.request('history_request', { output: false, raw: true, ...content });
  expect(reply.content.status).toBe('ok');
  return reply.content.history;
}

afterAll(async () => {
  for (const kernel of fixtures) await kernel.dispose();
  folder.dispose();
});

test('three sessions', async () => {
  const first = await start();
  for (const code of ['print a', 'result b', 'print a']) await first.execute(code);
  await first.execute('print hidden', { store_history: false });
  await first.execute('error stored too');
  expect(await history(first, { hist_access_type: 'tail', n: 2 })).toEqual([
    [1, 3, 'print a'],
    [1, 4, 'error stored too'],
  ]);
  expect(await history(first, { hist_access_type: 'tail', n: 3, output: true })).toEqual([
    [1, 2, ['result b', 'b']],
    [1, 3, ['print a', null]],
    [1, 4, ['error stored too', null]],
  ]);

  // Started while the first still runs.
  const second = await start();
  await second.execute('print c\nprint "ü"');
  await first.execute('print late');
  const third = await start();
  await third.execute('print d');
  expect(await history(third, { hist_access_type: 'tail', n: 4 })).toEqual([
    [1, 4, 'error stored too'],
    [1, 5, 'print late'],
    [2, 1, 'print c\nprint "ü"'],
    [3, 1, 'print d'],
  ]);

  // By the session's number, relative to this one, or this one.
  expect(await history(third, { hist_access_type: 'range', session: 1, start: 2, stop: 4 })).toEqual([
    [1, 2, 'result b'],
    [1, 3, 'print a'],
  ]);
  expect(await history(third, { hist_access_type: 'range', session: -1 })).toEqual([[2, 1, 'print c\nprint "ü"']]);
  expect(await history(third, { hist_access_type: 'range', session: 0, start: 1 })).toEqual([[3, 1, 'print d']]);
  expect(await history(third, { hist_access_type: 'range', session: 0, start: 5 })).toEqual([]);

  expect(await history(third, { hist_access_type: 'search', pattern: '*a' })).toEqual([
    [1, 1, 'print a'],
    [1, 3, 'print a'],
  ]);
  expect(await history(third, { hist_access_type: 'search', pattern: 'print ?', unique: true })).toEqual([
    [1, 3, 'print a'],
    [3, 1, 'print d'],
  ]);
  expect(await history(third, { hist_access_type: 'search', pattern: 'print [c-e]*', n: 1 })).toEqual([
    [3, 1, 'print d'],
  ]);
  expect(await history(third, { hist_access_type: 'search', pattern: 'print [^a-c]' })).toEqual([[3, 1, 'print d']]);
  expect(await history(third, { hist_access_type: 'search', pattern: 'print (' })).toEqual([]);
});

test('a damaged file and lines of others are passed over; a large file is cut', async () => {
  const file = join(folder.path, 'vivarium', 'history.jsonl');
  mkdirSync(join(folder.path, 'vivarium'), { recursive: true });
  writeFileSync(file, 'not json\n{"of": "another version"}\nnull\n');
  for (let session = 1; session <= 10; session++) {
    appendFileSync(file, `${JSON.stringify({ start: `s${session}`, at: '' })}\n`);
    const entry = { in: `s${session}`, line: 1, input: `${session}${'x'.repeat(500000)}`, output: null };
    appendFileSync(file, `${JSON.stringify(entry)}\n`);
  }
  const client = await start();
  await client.execute('print new');
  const tail = (await history(client, { hist_access_type: 'tail', n: 1000 })) as [number, number, string][];
  expect(tail.at(-1)).toEqual([11, 1, 'print new']);
  expect(statSync(file).size).toBeLessThan(3 << 20);
  expect(readFileSync(file, 'utf8')).toMatch(/^\{"sessions_before":[0-9]+\}\n/);
  expect(await history(await start(), { hist_access_type: 'range', session: 11 })).toEqual([[11, 1, 'print new']]);
});

test('bad requests get an error', async () => {
  const client = await start();
  for (const content of [{ hist_access_type: 'all' }, { hist_access_type: 'tail', n: 'many' }]) {
    const { reply } = await client.request('history_request', content);
    expect(reply.content).toMatchObject({ status: 'error', ename: 'BadRequest' });
  }
});
