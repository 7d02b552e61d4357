/** What the folders promise: where a handler is found, and who may import whom. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { HANDLERS } from '../../kernel/handlers/index.ts';

const ROOT = resolve(__dirname, '..', '..');

function sources(folder: string): string[] {
  const entries = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return entries.filter(name => name.endsWith('.ts')).map(name => join(folder, name));
}

/** What a file imports: paths relative to the repository, or package names. */
function imports(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const names = [...text.matchAll(/^(?:import|export)\b[^'"]*?from '([^']+)'/gm)].map(([, name]) => name);
  return names.map(name => (name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), name)) : name));
}

test('execute_request is in kernel/handlers/execute.ts, and so on', () => {
  for (const type of Object.keys(HANDLERS)) {
    const name = type.startsWith('comm_') ? 'comm' : type.replace(/_request$/, '');
    expect(existsSync(join(ROOT, 'kernel', 'handlers', `${name}.ts`))).toBe(true);
  }
});

/** All files that are loaded with `entry`. */
function reachable(entry: string): string[] {
  const seen = new Set([entry]);
  for (const file of seen) {
    for (const name of imports(file)) if (name.endsWith('.ts')) seen.add(name);
  }
  return [...seen];
}

test('the main thread knows only the contract of the Python side', () => {
  const loaded = reachable('kernel/main.ts');
  expect(loaded).toContain('kernel/handlers/execute.ts');
  // The contract's shared words lie where the runtime can read them.
  expect(loaded.filter(name => name.startsWith('src/')).sort()).toEqual([
    'src/host/contract.ts',
    'src/objects/control_block.ts',
  ]);
});

test('the worker knows nothing of ZeroMQ and of the main thread', () => {
  const loaded = reachable('kernel/bridge/worker.ts');
  expect(loaded.filter(name => name.startsWith('kernel/') && !name.startsWith('kernel/bridge/'))).toEqual([]);
  expect(loaded.flatMap(imports)).not.toContain('zeromq');
});

test('the Python side knows neither the Jupyter side nor ZeroMQ', () => {
  const known = new Set(sources('src').flatMap(imports));
  expect([...known].filter(name => name.startsWith('kernel/') || name === 'zeromq')).toEqual([]);
});
