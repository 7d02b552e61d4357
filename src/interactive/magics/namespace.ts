/** Magics about the user's variables (IPython.core.magics.namespace). */
import type { PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { idOf } from '../../heap/pymalloc.ts';
import { gc_collect } from '../../heap/collect.ts';
import { isPyException } from '../../exceptions/body.ts';
import { dict_delStr, dict_getStr, dict_items } from '../../objects/dict.ts';
import { newList } from '../../objects/list.ts';
import { None } from '../../objects/singletons.ts';
import { isStr, newStr } from '../../objects/str.ts';
import { system } from '../../objects/system.ts';
import { strString } from '../../protocols/object.ts';
import { size } from '../../protocols/sequence.ts';
import { shell } from '../shell.ts';
import { parseOptions, splitWords } from './arguments.ts';
import { print } from './print.ts';
import { usageError } from './usage_error.ts';

const none = (): PyObject => incref(None);

/** Class name of a value, without its module. */
function typeName(o: PyObject): string {
  return o.type.name.slice(o.type.name.lastIndexOf('.') + 1);
}

/** Names the user gave, sorted; only values of the named types when `types` has any. */
export function userNames(types: string[] = []): string[] {
  const names: string[] = [];
  for (const [key, value] of dict_items(shell.namespace)) {
    if (!isStr(key) || key.v.startsWith('_') || dict_getStr(shell.hidden, key.v) === value) continue;
    if (types.length === 0 || types.includes(typeName(value))) names.push(key.v);
  }
  return names.sort();
}

export function who_ls(line: string): PyObject {
  return newList(userNames(splitWords(line)).map(newStr));
}

/** The names, or null after the message that there are none. */
function namesOrMessage(line: string): string[] | null {
  const types = splitWords(line);
  const names = userNames(types);
  if (names.length > 0) return names;
  print(types.length > 0 ? 'No variables match your requested type.\n' : 'Interactive namespace is empty.\n');
  return null;
}

const NAMES_A_LINE = 9;

export function who(line: string): PyObject {
  const names = namesOrMessage(line);
  if (names === null) return none();
  let text = '';
  names.forEach((name, i) => {
    text += `${name}\t ${(i + 1) % NAMES_A_LINE === 0 ? '\n' : ''}`;
  });
  print(`${text}\n`);
  return none();
}

const SHORT = 50;
const SHOWN_OF_LONG = 25;

/** The last column of `%whos`. */
function summary(o: PyObject): string {
  const type = typeName(o);
  if (type === 'dict' || type === 'list' || type === 'tuple') return `n=${size(o)}`;
  let text: string;
  try {
    text = strString(o);
  } catch (e) {
    if (!isPyException(e)) throw e;
    decref(e);
    text = `<object with id ${idOf(o)} (str() failed)>`;
  }
  text = text.replace(/\n/g, '\\n');
  const chars = [...text];
  if (chars.length < SHORT) return text;
  return `${chars.slice(0, SHOWN_OF_LONG).join('')}<...>${chars.slice(-SHOWN_OF_LONG).join('')}`;
}

export function whos(line: string): PyObject {
  const names = namesOrMessage(line);
  if (names === null) return none();
  const rows = names.map(name => {
    const value = dict_getStr(shell.namespace, name)!;
    return [name, typeName(value), summary(value)];
  });
  const widthOf = (column: number, title: string): number =>
    Math.max(title.length, ...rows.map(row => row[column].length)) + 3;
  const width = widthOf(0, 'Variable');
  const typeWidth = widthOf(1, 'Type');
  const lines = [['Variable', 'Type', 'Data/Info'], ...rows].map(
    ([name, type, data]) => `${name.padEnd(width)}${type.padEnd(typeWidth)} ${data}\n`,
  );
  lines.splice(1, 0, `${'-'.repeat(width + typeWidth + 'Data/Info'.length + 1)}\n`);
  print(lines.join(''));
  return none();
}

/** Asks a question whose answer is yes or no; no is the default. */
function askYesNo(question: string): boolean {
  if (!shell.allowStdin) usageError('This frontend cannot ask; use %reset -f to reset without a question.');
  system.flush();
  return /^y(es)?$/i.test((system.readLine(question, false) ?? '').trim());
}

export function reset(line: string): PyObject {
  const options = parseOptions(line, 'sf', ['aggressive']);
  const question = 'Once deleted, variables cannot be recovered. Proceed (y/[n])? ';
  if (!options.values.has('f') && !askYesNo(question)) {
    print('Nothing done.\n');
    return none();
  }
  const targets = splitWords(options.rest);
  if (targets.length > 0) targets.forEach(resetPart);
  else {
    for (const name of userNames()) dict_delStr(shell.namespace, name);
    if (!options.values.has('s')) shell.reset();
  }
  gc_collect(2);
  return none();
}

function resetPart(target: string): void {
  if (target === 'out') {
    print(`Flushing output cache (${dict_items(shell.outputs).length} entries)\n`);
    shell.flushOutputs();
  } else if (target === 'in') {
    print('Flushing input history\n');
    shell.flushInputs();
  } else if (target === 'dhist') print('Flushing directory history\n');
  else print(`Don't know how to reset ${target}, please run \`%reset?\` for details\n`);
}

export function reset_selective(line: string): PyObject {
  const options = parseOptions(line, 'f');
  const pattern = options.rest.trim();
  if (pattern === '') {
    print('No pattern provided for reset_selective\n');
    return none();
  }
  const question = 'Once deleted, variables cannot be recovered. Proceed (y/[n])?  ';
  if (!options.values.has('f') && !askYesNo(question)) {
    print('Nothing done.\n');
    return none();
  }
  const expression = new RegExp(pattern);
  for (const name of userNames()) if (expression.test(name)) dict_delStr(shell.namespace, name);
  return none();
}

/** `%xdel NAME`: deletes a variable, also from what the shell remembers of results. */
export function xdel(line: string): PyObject {
  const name = splitWords(line).pop() ?? usageError('%xdel wants the name of a variable');
  if (dict_getStr(shell.namespace, name) === null) {
    print(`NameError: name '${name}' is not defined\n`);
    return none();
  }
  dict_delStr(shell.namespace, name);
  shell.flushOutputs();
  return none();
}
