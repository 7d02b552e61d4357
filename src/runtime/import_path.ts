/** Finding a module's file in the directories of a path (importlib's FileFinder). */
import type { PyObject } from '../heap/object.ts';
import { isStr } from '../objects/str.ts';
import { system } from '../objects/system.ts';

export interface FoundModule {
  /** Text or bytes of the file; null for a namespace package. */
  source: string | Uint8Array | null;
  filename: string;
  /** Directory of a package's submodules, else null. */
  path: string | null;
  /** For modules that are no files: what `__spec__.origin` says. */
  origin: string | null;
}

function join(dir: string, name: string): string {
  return dir === '' ? `${system.cwd()}/${name}` : dir.endsWith('/') ? dir + name : `${dir}/${name}`;
}

/** The first package, module or (failing both anywhere) namespace package of that name, or null. */
export function findOnPath(name: string, path: PyObject[]): FoundModule | null {
  let namespace: FoundModule | null = null;
  for (const entry of path) {
    if (!isStr(entry)) continue;
    const base = join(entry.v, name);
    const init = `${base}/__init__.py`;
    if (system.isFile(init)) return { source: system.readFile(init), filename: init, path: base, origin: null };
    const file = `${base}.py`;
    if (system.isFile(file)) return { source: system.readFile(file), filename: file, path: null, origin: null };
    if (namespace === null && system.isDir(base))
      namespace = { source: null, filename: base, path: base, origin: null };
  }
  return namespace;
}
