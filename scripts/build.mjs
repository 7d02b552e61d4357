/**
 * `npm run build`: bundles every entry point into dist/. An entry whose source is missing is left out.
 * A bundle is written to a temporary name and renamed, so a running kernel never sees half a file.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Bundle in dist/ -> its entry point. */
const BUNDLES = {
  'main.cjs': 'kernel/main.ts',
  'worker.cjs': 'kernel/bridge/worker.ts',
  'interpreter.cjs': 'kernel/bridge/run-program.ts',
  'mock-worker.cjs': 'tests/kernel/mock-worker/worker.ts',
  'bench.cjs': 'bench/run.ts',
  'bench-kernel.cjs': 'bench/kernel/latency.ts',
};

/** Native modules, and modules that find their own files beside themselves, stay outside the bundles. */
const EXTERNAL = ['zeromq', 'esbuild', 'pyodide'];

async function bundle(esbuild, name, entry) {
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: EXTERNAL,
    // Python modules of ours are bundled as text.
    loader: { '.py': 'text' },
    legalComments: 'none',
    logLevel: 'silent',
    write: false,
  });
  const target = join(root, 'dist', name);
  const { contents } = result.outputFiles[0];
  if (existsSync(target) && readFileSync(target).equals(contents)) return;
  const temporary = `${target}.${process.pid}`;
  writeFileSync(temporary, contents);
  renameSync(temporary, target);
}

/** Builds all bundles; resolves to the list of error texts, empty when everything was built. */
export async function build() {
  const esbuild = await import('esbuild');
  mkdirSync(join(root, 'dist'), { recursive: true });
  const entries = Object.entries(BUNDLES).filter(([, entry]) => existsSync(join(root, entry)));
  const results = await Promise.allSettled(entries.map(([name, entry]) => bundle(esbuild, name, entry)));
  const errors = [];
  for (const [index, result] of results.entries()) {
    if (result.status === 'fulfilled') continue;
    const { errors: messages = [] } = result.reason;
    const lines = messages.length ? await esbuild.formatMessages(messages, { kind: 'error' }) : [String(result.reason)];
    errors.push(`${entries[index][0]}: ${lines.join('\n')}`);
  }
  return errors;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const started = performance.now();
  const errors = await build();
  for (const text of errors) console.error(text);
  if (errors.length) process.exit(1);
  console.log(`built dist/ in ${Math.round(performance.now() - started)} ms`);
}
