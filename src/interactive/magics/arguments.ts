/** The words and options of a magic's line. */
import { usageError } from './usage_error.ts';

/** Splits at blanks outside quotes; quotes are taken off. */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  const pattern = /(?:[^\s"']+|"[^"]*"|'[^']*')+/g;
  for (const [word] of line.matchAll(pattern)) words.push(word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
  return words;
}

export interface Options {
  /** Options given: the value, or '' for a flag. */
  values: Map<string, string>;
  /** The line behind the options, as typed. */
  rest: string;
}

/**
 * Takes options off the front of a line, getopt's way: `flags` is a string such as `n:r:oq` (a colon: the option has a value,
 * directly behind it or as the next word); `long` names such as `no-stdout`.
 */
export function parseOptions(line: string, flags: string, long: string[] = []): Options {
  const values = new Map<string, string>();
  let rest = line.trimStart();
  for (;;) {
    const word = /^-\S*/.exec(rest)?.[0];
    if (word === undefined || word === '-') break;
    rest = rest.slice(word.length).trimStart();
    if (word === '--') break;
    if (word.startsWith('--')) {
      const [name, value = ''] = word.slice(2).split('=');
      if (!long.includes(name)) notRecognized(`--${name}`, flags, long);
      values.set(name, value);
      continue;
    }
    for (let i = 1; i < word.length; i++) {
      const letter = word[i];
      const at = flags.indexOf(letter);
      if (at < 0 || letter === ':') notRecognized(`-${letter}`, flags, long);
      if (flags[at + 1] !== ':') {
        values.set(letter, '');
        continue;
      }
      let value = word.slice(i + 1);
      if (value === '') {
        value = /^\S+/.exec(rest)?.[0] ?? usageError(`option -${letter} requires argument (allowed: "${flags}")`);
        rest = rest.slice(value.length).trimStart();
      }
      values.set(letter, value);
      break;
    }
  }
  return { values, rest };
}

function notRecognized(option: string, flags: string, long: string[]): never {
  return usageError(`option ${option} not recognized (allowed: "${flags}"${long.map(name => ` ${name}`).join('')})`);
}

/** The one word that is left, or null; more are refused. */
export function onlyWord(rest: string): string | null {
  const words = splitWords(rest);
  if (words.length > 1) usageError(`unrecognized arguments: ${words.slice(1).join(' ')}`);
  return words[0] ?? null;
}

/** Value of an option as a whole number. */
export function numberOption(options: Options, name: string, fallback: number): number {
  const text = options.values.get(name);
  if (text === undefined) return fallback;
  if (!/^\d+$/.test(text)) usageError(`option -${name} wants a number, not ${text}`);
  return Number(text);
}
