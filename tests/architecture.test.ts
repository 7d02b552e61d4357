/** The rules that ARCHITECTURE.md states, checked: who may import whom, and how many classes Python objects have. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = join(__dirname, '..');
const SRC = join(ROOT, 'src');

/** Layers from left to right: a file imports its own layer and those before it. */
const LAYERS = [
  ['text'],
  ['syntax'],
  ['compile'],
  ['heap'],
  ['objects', 'protocols', 'exceptions'],
  ['runtime'],
  ['builtins', 'modules'],
  ['interactive', 'inspector'],
  ['host'],
];

function files(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter(e => e.isFile() && e.name.endsWith('.ts'))
    .map(e => join(e.parentPath, e.name));
}

function imports(file: string): { specifier: string; typeOnly: boolean }[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+'([^']+)'/gm)].map(m => ({
    specifier: m[2],
    typeOnly: m[1] !== undefined,
  }));
}

function layerOf(file: string): number {
  const folder = relative(SRC, file).split('/')[0];
  return LAYERS.findIndex(layer => layer.includes(folder));
}

test('every folder of src is in a layer', () => {
  const folders = readdirSync(SRC, { withFileTypes: true }).filter(e => e.isDirectory());
  expect(folders.map(e => e.name).filter(name => !LAYERS.flat().includes(name))).toEqual([]);
});

test('src imports nothing of Node and nothing of kernel/', () => {
  const wrong: string[] = [];
  for (const file of files(SRC))
    for (const { specifier } of imports(file)) {
      const inside = specifier.startsWith('.') && resolve(dirname(file), specifier).startsWith(SRC);
      if (!inside) wrong.push(`${relative(ROOT, file)}: ${specifier}`);
    }
  expect(wrong).toEqual([]);
});

test('imports inside src go one way', () => {
  const wrong: string[] = [];
  for (const file of files(SRC))
    for (const { specifier, typeOnly } of imports(file)) {
      // The contract's types are shared with the kernel and describe data only.
      if (typeOnly && specifier.endsWith('host/contract.ts')) continue;
      if (layerOf(resolve(dirname(file), specifier)) > layerOf(file))
        wrong.push(`${relative(ROOT, file)} imports ${specifier}`);
    }
  expect(wrong).toEqual([]);
});

test('Python objects have four JavaScript classes', () => {
  const classes = [...readFileSync(join(SRC, 'heap', 'object.ts'), 'utf8').matchAll(/^export class (\w+)/gm)];
  expect(classes.map(m => m[1])).toEqual(['PyInt', 'PyFloat', 'PyAtom', 'PyContainer', 'TypeBody']);
  const subclasses = files(SRC).filter(f => /extends Py(Int|Float|Atom|Container)\b/.test(readFileSync(f, 'utf8')));
  expect(subclasses).toEqual([]);
});
