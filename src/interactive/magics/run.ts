/** `%run FILE`: runs a program in a namespace of its own, then shares its names (IPython.core.magics.execution). */
import type { PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { isPyException } from '../../exceptions/body.ts';
import { T_SystemExit } from '../../exceptions/types.ts';
import { dict_getStr, dict_items, dict_setitem, dict_setStr, newDict, type PyDict } from '../../objects/dict.ts';
import { hooks } from '../../objects/hooks.ts';
import { newList } from '../../objects/list.ts';
import { None } from '../../objects/singletons.ts';
import { isStr, newStr } from '../../objects/str.ts';
import { system } from '../../objects/system.ts';
import { setattrStr } from '../../protocols/attribute.ts';
import { rememberSource } from '../../runtime/linecache.ts';
import { sysAttribute } from '../../runtime/sys_streams.ts';
import { shell } from '../shell.ts';
import { cleanCell, transformCell } from '../transform.ts';
import { parseOptions, splitWords } from './arguments.ts';
import { expandUser, readText } from './files.ts';
import { print } from './print.ts';
import { formatTime } from './time_text.ts';
import { usageError } from './usage_error.ts';

export function run(line: string): PyObject {
  const options = parseOptions(line, 'nite');
  const argv = splitWords(options.rest);
  if (argv.length === 0) usageError('%run wants the name of a file');
  const path = fileNamed(expandUser(argv[0]));
  const source = readText(path);
  const start = system.monotonic();
  try {
    if (/\.ipynb$/.test(path)) runNotebook(source);
    else if (/\.ipy$/.test(path)) shell.runStatements(transformCell(source), path, false);
    else runProgram(source, path, argv, options.values);
  } catch (e) {
    // A program's exit ends the program only.
    if (!isPyException(e, T_SystemExit)) throw e;
    decref(e);
  }
  if (options.values.has('t')) print(`\nIPython wall time (estimated): ${formatTime(system.monotonic() - start)}\n`);
  return incref(None);
}

/** `.py` may be left out. */
function fileNamed(path: string): string {
  if (system.isFile(path)) return path;
  if (system.isFile(`${path}.py`)) return `${path}.py`;
  return usageError(`File \`'${path}'\` not found.`);
}

function runProgram(source: string, path: string, argv: string[], options: Map<string, string>): void {
  const own = !options.has('i');
  const namespace = own ? newDict() : (incref(shell.namespace) as PyDict);
  const name = options.has('n') ? path.slice(path.lastIndexOf('/') + 1).replace(/\.py$/, '') : '__main__';
  const code = hooks.compile(source, path, 'exec', 0, -1);
  rememberSource(path, source);
  const oldArgv = sysAttribute('argv');
  try {
    put(namespace, '__name__', name);
    put(namespace, '__file__', path);
    dict_setStr(namespace, '__builtins__', dict_getStr(shell.namespace, '__builtins__') ?? None);
    setSysArgv(newList([path, ...argv.slice(1)].map(newStr)));
    try {
      decref(hooks.evalCode(code, namespace, namespace, null));
    } finally {
      if (own) shareNames(namespace);
    }
  } finally {
    setSysArgv(oldArgv);
    decref(code);
    decref(namespace);
  }
}

function put(namespace: PyDict, name: string, value: string): void {
  const s = newStr(value);
  dict_setStr(namespace, name, s);
  decref(s);
}

/** Sets `sys.argv`; consumes the list. */
function setSysArgv(list: PyObject | null): void {
  if (list === null) return;
  const sys = hooks.importModule('sys');
  setattrStr(sys, 'argv', list);
  decref(sys);
  decref(list);
}

function shareNames(namespace: PyDict): void {
  for (const [key, value] of dict_items(namespace)) {
    if (isStr(key) && /^__(name|file|builtins|doc)__$/.test(key.v)) continue;
    dict_setitem(shell.namespace, key, value);
  }
}

interface NotebookCell {
  cell_type: string;
  source: string | string[];
}

function runNotebook(text: string): void {
  const { cells } = JSON.parse(text) as { cells: NotebookCell[] };
  for (const { cell_type, source } of cells) {
    if (cell_type !== 'code') continue;
    shell.runStatements(transformCell(cleanCell(Array.isArray(source) ? source.join('') : source)), '<string>', false);
  }
}
