/** `%history` and `%recall` over the cells of this session (IPython.core.magics.history). */
import type { PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { dict_getitem } from '../../objects/dict.ts';
import { newInt } from '../../objects/int.ts';
import { None } from '../../objects/singletons.ts';
import { reprString } from '../../protocols/object.ts';
import { shell } from '../shell.ts';
import { numberOption, parseOptions, splitWords } from './arguments.ts';
import { print, setNextInput } from './print.ts';
import { usageError } from './usage_error.ts';

/** Cell `n` as it was typed, or null. */
function input(n: number): string | null {
  return shell.rawInputs[n] ?? null;
}

function lastInput(): number {
  return shell.rawInputs.length - 1;
}

/** `3`, `1-4` (the end is included), `2:5` (it is not). */
function lineNumbers(words: string[]): number[] {
  const numbers: number[] = [];
  for (const word of words) {
    const m = /^(\d+)?(?:([-:])(\d+)?)?$/.exec(word);
    if (m === null || word === '') usageError(`%history does not know the range ${word}`);
    const start = m[1] === undefined ? 1 : Number(m[1]);
    const end = m[2] === undefined ? start : m[3] === undefined ? lastInput() : Number(m[3]) - (m[2] === ':' ? 1 : 0);
    for (let n = start; n <= end; n++) numbers.push(n);
  }
  return numbers;
}

export function history(line: string): PyObject {
  const options = parseOptions(line, 'noptl:gu');
  const words = splitWords(options.rest);
  let numbers: number[];
  if (options.values.has('g')) {
    const pattern = globExpression(`*${words.join(' ')}*`);
    numbers = lineNumbers(['1-']).filter(n => pattern.test(input(n) ?? ''));
  } else numbers = lineNumbers(words.length > 0 ? words : ['1-']);
  const limit = numberOption(options, 'l', 0);
  if (limit > 0) numbers = numbers.slice(-limit);
  let text = '';
  for (const n of numbers) {
    const source = input(n);
    if (source !== null) text += entry(n, source, options.values);
  }
  if (text !== '') print(text);
  return incref(None);
}

function entry(n: number, source: string, options: Map<string, string>): string {
  let text = source;
  if (options.has('p')) {
    const lines = source.split('\n').map((line, i) => (i === 0 ? '>>> ' : '... ') + line);
    // A compound statement ends with an empty line there.
    text = [...lines, ...(lines.length > 1 ? ['...'] : [])].join('\n');
  }
  const number = options.has('n') ? `${String(n).padStart(4)}:${text.includes('\n') ? '\n' : ' '}` : '';
  const output = options.has('o') ? outputText(n) : null;
  return `${number}${text}\n${output === null ? '' : `${output}\n`}`;
}

function outputText(n: number): string | null {
  const key = newInt(n);
  const value = dict_getitem(shell.outputs, key);
  decref(key);
  return value === null ? null : reprString(value);
}

/** A regular expression for `*` and `?` patterns. */
export function globExpression(pattern: string): RegExp {
  const text = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '[^]*')
    .replace(/\?/g, '[^]');
  return new RegExp(`^${text}$`);
}

/** Earlier cells, each with its line end. */
export function inputText(ranges: string[]): string {
  return lineNumbers(ranges)
    .map(n => `${input(n) ?? ''}\n`)
    .join('');
}

/** `%recall [RANGE]`: puts earlier input into the next cell. */
export function recall(line: string): PyObject {
  const words = splitWords(line);
  const numbers = lineNumbers(words.length > 0 ? words : [String(lastInput() - 1)]);
  setNextInput(numbers.map(n => input(n) ?? '').join('\n'), false);
  return incref(None);
}
