/** File names within a string literal or behind a magic. */
import { SystemError, system } from '../objects/system.ts';
import type { Completions } from './completion.ts';
import { expandUser } from './magics/files.ts';

const MAX_PATHS = 500;

/** Paths that begin with what is typed; directories end in a slash. */
export function completePath(typed: string, start: number): Completions {
  const slash = typed.lastIndexOf('/') + 1;
  const dir = typed.slice(0, slash);
  const prefix = typed.slice(slash);
  let names: string[];
  try {
    names = system.listdir(expandUser(dir) || '.');
  } catch (e) {
    if (!(e instanceof SystemError)) throw e;
    return { start, matches: [] };
  }
  const matches = names
    .filter(name => name.startsWith(prefix) && (prefix.startsWith('.') || !name.startsWith('.')))
    .sort()
    .slice(0, MAX_PATHS)
    .map(name => {
      const path = dir + name;
      return { text: system.isDir(expandUser(path)) ? `${path}/` : path, type: 'path' };
    });
  return { start, matches };
}
