/** `%page`, `%cat`, `%save`, `%tb`, `%dhist` (IPython.core.magics.basic, osm and code). */
import type { PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { isPyException } from '../../exceptions/body.ts';
import { None } from '../../objects/singletons.ts';
import { strString } from '../../protocols/object.ts';
import { sysAttribute } from '../../runtime/sys_streams.ts';
import { errorContent } from '../errors.ts';
import { prettyString } from '../pretty.ts';
import { shell } from '../shell.ts';
import { parseOptions, splitWords } from './arguments.ts';
import { expandUser, readText, writeText } from './files.ts';
import { inputText } from './history.ts';
import { page, print } from './print.ts';
import { usageError } from './usage_error.ts';

const none = (): PyObject => incref(None);

/** `%page [-r] OBJECT`: shows an object in the pager; -r: its str. */
export function pageMagic(line: string): PyObject {
  const { values, rest } = parseOptions(line, 'r');
  const o = shell.evalExpression(rest.trim() || '_');
  try {
    page(values.has('r') ? strString(o) : prettyString(o));
  } finally {
    decref(o);
  }
  return none();
}

/** `%cat FILE`, `%pycat FILE` */
export function cat(line: string): PyObject {
  page(readText(expandUser(splitWords(line)[0] ?? usageError('%cat wants the name of a file'))));
  return none();
}

/** `%save [-a] FILE RANGE...`: writes earlier input to a file. */
export function save(line: string): PyObject {
  const { values, rest } = parseOptions(line, 'af');
  const [name, ...ranges] = splitWords(rest);
  if (name === undefined) usageError('%save wants the name of a file');
  const path = expandUser(/\.(py|ipy)$/.test(name) ? name : `${name}.py`);
  const text = inputText(ranges);
  writeText(path, values.has('a') ? text : `# coding: utf-8\n${text}`, values.has('a'));
  print(`The following commands were written to file \`${path}\`:\n${text}`);
  return none();
}

/** `%tb`: the last traceback again. */
export function tb(): PyObject {
  const exc = sysAttribute('last_exc');
  if (exc === null || !isPyException(exc)) {
    if (exc !== null) decref(exc);
    print('No traceback available to show.\n');
    return none();
  }
  shell.publish('error', { ...errorContent(exc, shell) });
  return none();
}

export function dhist(): PyObject {
  const lines = shell.directories().map((path, i) => `${i}: ${path}\n`);
  print(`Directory history (kept in _dh)\n${lines.join('')}`);
  return none();
}
