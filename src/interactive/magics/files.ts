/** Magics about files, directories and the environment (IPython.core.magics.osm and code). */
import type { PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { osError } from '../../exceptions/oserror.ts';
import { dict_setitem, newDict } from '../../objects/dict.ts';
import { None } from '../../objects/singletons.ts';
import { newStr } from '../../objects/str.ts';
import { SystemError, system } from '../../objects/system.ts';
import { decodeSource } from '../../syntax/index.ts';
import { encodeUtf8 } from '../../text/utf8.ts';
import { shell } from '../shell.ts';
import { onlyWord, parseOptions, splitWords } from './arguments.ts';
import { print, setNextInput } from './print.ts';
import { usageError } from './usage_error.ts';

const none = (): PyObject => incref(None);

/** `~` at the front is the home directory. */
export function expandUser(path: string): string {
  return path === '~' || path.startsWith('~/') ? (system.env.HOME ?? '~') + path.slice(1) : path;
}

/** The text of a file; OSError as open() raises it. */
export function readText(path: string): string {
  try {
    return decodeSource(system.readFile(path));
  } catch (e) {
    if (!(e instanceof SystemError)) throw e;
    return osError(e.errno, e.message, path);
  }
}

/** Writes a file, or appends to it; OSError as open() raises it. */
export function writeText(path: string, text: string, append: boolean): void {
  try {
    const fd = system.open(path, append ? 'a' : 'w');
    try {
      system.pwrite(fd, encodeUtf8(text), null);
    } finally {
      system.close(fd);
    }
  } catch (e) {
    if (!(e instanceof SystemError)) throw e;
    osError(e.errno, e.message, path);
  }
}

export function pwd(): PyObject {
  return newStr(system.cwd());
}

/** `%cd DIR`, `%cd -` (back), `%cd -2` (entry of the directory history `_dh`). */
export function cd(line: string): PyObject {
  const { values, rest } = parseOptions(line.replace(/(^|\s)(-\d*)\s*$/, '$1-- $2'), 'qb');
  const visited = shell.directories();
  let path = splitWords(rest).join(' ') || '~';
  const back = /^-(\d*)$/.exec(path);
  if (back !== null) {
    const entry = visited[back[1] === '' ? visited.length - 2 : Number(back[1])];
    path =
      entry ??
      usageError(
        back[1] === '' ? 'No previous directory to change to.' : `Requested directory doesn't exist in history.`,
      );
  }
  path = expandUser(path);
  try {
    system.chdir(path);
    shell.rememberDirectory(system.cwd());
  } catch (e) {
    if (!(e instanceof SystemError)) throw e;
    print(`[Errno ${e.errno}] ${e.message}: '${path}'\n`);
  }
  if (!values.has('q')) print(`${system.cwd()}\n`);
  return none();
}

/** `%ls [DIR]`: names in a directory; directories end in a slash. */
export function ls(line: string): PyObject {
  const words = splitWords(line).filter(word => !word.startsWith('-'));
  const dir = expandUser(words[0] ?? '.');
  let names: string[];
  try {
    names = system.listdir(dir).filter(name => !name.startsWith('.'));
  } catch (e) {
    if (!(e instanceof SystemError)) throw e;
    return osError(e.errno, e.message, dir);
  }
  names.sort();
  if (names.length > 0) print(names.map(name => `${name}${system.isDir(`${dir}/${name}`) ? '/' : ''}\n`).join(''));
  return none();
}

/** `%env`, `%env NAME`, `%env NAME=VALUE`, `%env NAME VALUE`. */
export function env(line: string): PyObject {
  const text = line.trim();
  if (text === '') {
    const d = newDict();
    for (const [name, value] of Object.entries(system.env)) {
      const k = newStr(name);
      const v = newStr(value);
      dict_setitem(d, k, v);
      decref(k);
      decref(v);
    }
    return d;
  }
  const m = /^([^\s=]+)(?:\s*=\s*|\s+)(.+)$/.exec(text);
  if (m !== null) return set_env(`${m[1]} ${m[2]}`);
  const value = system.env[text];
  if (value === undefined) usageError(`Environment does not have key: ${text}`);
  return newStr(value);
}

export function set_env(line: string): PyObject {
  const m = /^([^\s=]+)(?:\s*=\s*|\s+)(.+)$/.exec(line.trim());
  if (m === null) usageError('%set_env wants a name and a value');
  const [, name, value] = m;
  system.env[name] = value;
  print(`env: ${name}=${value}\n`);
  return none();
}

/** `%%writefile [-a] FILE` */
export function writefile(line: string, cell: string): PyObject {
  const options = parseOptions(line, 'a', ['append']);
  const path = expandUser(onlyWord(options.rest) ?? usageError('the following arguments are required: filename'));
  const append = options.values.has('a') || options.values.has('append');
  print(`${!system.exists(path) ? 'Writing' : append ? 'Appending to' : 'Overwriting'} ${path}\n`);
  writeText(path, cell, append);
  return none();
}

/** `%load FILE`: puts the file's text into the cell. */
export function load(line: string): PyObject {
  const words = splitWords(line).filter(word => !word.startsWith('-'));
  const path = expandUser(words[0] ?? usageError('%load wants the name of a file'));
  setNextInput(`# %load ${line.trim()}\n${readText(path)}`, true);
  return none();
}
