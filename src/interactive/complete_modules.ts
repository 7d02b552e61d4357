/** Module names after `import` and `from`, and names of a module after `from m import`. Nothing is imported. */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { dict_getStr, dict_items } from '../objects/dict.ts';
import { isList } from '../objects/list.ts';
import { isModule } from '../objects/module.ts';
import { isStr } from '../objects/str.ts';
import { SystemError, system } from '../objects/system.ts';
import { includedModuleNames, loadedModule, modules } from '../runtime/import.ts';
import { describe, type Completions, type Match } from './completion.ts';
import type { Token } from './cursor_tokens.ts';

/** Completions when the statement is an import, else null. */
export function completeImport(statement: Token[], code: string): Completions | null {
  const first = statement[0]?.text;
  if (first !== 'import' && first !== 'from') return null;
  // The keyword itself is still being typed.
  if (statement[0].end === code.length) return null;
  const importAt = first === 'from' ? statement.findIndex(t => t.text === 'import' && t.end < code.length) : -1;
  if (importAt > 0) return namesOf(code.slice(statement[1].start, statement[importAt].start), statement, code);
  const typed = /[\w.]*$/.exec(code)![0];
  const before = code.slice(statement[0].end, code.length - typed.length);
  // `import a as b`, `from a im`
  if (/\bas\s+$/.test(before)) return { start: code.length, matches: [] };
  if (first === 'from' && /\w\s+$/.test(before)) {
    const start = code.length - typed.length;
    return { start, matches: 'import'.startsWith(typed) ? [{ text: 'import', type: 'keyword' }] : [] };
  }
  if (first === 'import' && /\w\s+$/.test(before)) return { start: code.length, matches: [] };
  return { start: code.length - typed.length, matches: moduleMatches(typed) };
}

function moduleMatches(typed: string): Match[] {
  return [...moduleNames()]
    .filter(name => name.startsWith(typed) && depth(name) === depth(typed) && shown(name, typed))
    .sort()
    .map(text => ({ text, type: 'module' }));
}

function depth(name: string): number {
  return name.split('.').length;
}

/** Private modules only when their underscore was typed. */
function shown(name: string, typed: string): boolean {
  const at = name.lastIndexOf('.') + 1;
  return name[at] !== '_' || typed[at] === '_';
}

/** Modules that can be imported: those that come along, those already imported, and files on sys.path. */
function moduleNames(): Set<string> {
  const names = new Set(includedModuleNames());
  for (const [key] of dict_items(modules)) if (isStr(key)) names.add(key.v);
  names.delete('__main__');
  for (const dir of sysPath()) for (const name of modulesIn(dir)) names.add(name);
  return names;
}

function sysPath(): string[] {
  const sys = loadedModule('sys') as PyContainer | null;
  const path = sys === null ? null : dict_getStr(sys.dict!, 'path');
  if (path === null || !isList(path)) return [];
  return (path.v as PyObject[]).filter(isStr).map(entry => entry.v || '.');
}

function modulesIn(dir: string): string[] {
  let entries: string[];
  try {
    entries = system.listdir(dir);
  } catch (e) {
    if (!(e instanceof SystemError)) throw e;
    return [];
  }
  const found: string[] = [];
  for (const entry of entries) {
    const m = /^([A-Za-z_]\w*)(\.py)?$/.exec(entry);
    if (m === null) continue;
    if (m[2] !== undefined) found.push(m[1]);
    else if (system.isFile(`${dir}/${entry}/__init__.py`)) {
      found.push(entry);
      found.push(...submodulesIn(`${dir}/${entry}`, entry));
    }
  }
  return found;
}

function submodulesIn(dir: string, name: string): string[] {
  return system
    .listdir(dir)
    .filter(entry => /^[A-Za-z]\w*\.py$/.test(entry))
    .map(entry => `${name}.${entry.slice(0, -3)}`);
}

/** `from m import na`: names of a module that is imported already, and its submodules. */
function namesOf(moduleText: string, statement: Token[], code: string): Completions {
  const module = moduleText.replace(/\s+/g, '');
  const typed = /\w*$/.exec(code)![0];
  const start = code.length - typed.length;
  const last = statement[statement.length - 1];
  if (last.text === ')' || /\bas\s+\w*$/.test(code)) return { start: code.length, matches: [] };
  const matches: Match[] = [];
  const loaded = loadedModule(module);
  if (loaded !== null && isModule(loaded))
    for (const [key, value] of dict_items(loaded.dict!))
      if (isStr(key) && key.v.startsWith(typed) && (typed.startsWith('_') || !key.v.startsWith('_')))
        matches.push(describe(key.v, { object: value, type: value.type, bound: false }));
  const known = new Set(matches.map(m => m.text));
  for (const name of moduleNames()) {
    if (!name.startsWith(`${module}.${typed}`)) continue;
    const sub = name.slice(module.length + 1);
    if (!sub.includes('.') && !known.has(sub)) matches.push({ text: sub, type: 'module' });
  }
  return { start, matches: matches.sort((a, b) => (a.text < b.text ? -1 : 1)) };
}
