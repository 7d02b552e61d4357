/** Keys of a dict after `d[` (IPython's dict_key_matches). */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { T_BYTES } from '../objects/bytes.ts';
import { dict_items, isDict } from '../objects/dict.ts';
import { T_FLOAT } from '../objects/float.ts';
import { T_INT } from '../objects/int.ts';
import { None, T_BOOL } from '../objects/singletons.ts';
import { T_STR } from '../objects/str.ts';
import { reprString } from '../protocols/object.ts';
import type { Completions, Match } from './completion.ts';
import type { OpenString } from './cursor_tokens.ts';

const MAX_KEYS = 1000;

function keysOf(o: PyObject): PyObject[] {
  return isDict(o) ? dict_items(o as PyContainer).map(([key]) => key) : [];
}

/** Behind the bracket: keys with a literal of their own. */
export function completeKeys(o: PyObject): Match[] {
  const plain = [T_STR, T_BYTES, T_INT, T_FLOAT, T_BOOL];
  return keysOf(o)
    .filter(key => plain.includes(key.type) || key === None)
    .slice(0, MAX_KEYS)
    .map(key => ({ text: reprString(key), type: 'dict key' }));
}

/** Within the quotes: the rest of a str key. */
export function completeKeyText(o: PyObject, string: OpenString, typed: string): Completions {
  const wanted = string.prefix.includes('b') ? T_BYTES : T_STR;
  const matches = keysOf(o)
    .filter(key => key.type === wanted)
    .map(key => (wanted === T_STR ? (key.v as string) : reprString(key).slice(2, -1)))
    .filter(text => text.startsWith(typed) && !text.includes('\n'))
    .slice(0, MAX_KEYS)
    .map(text => ({ text: escaped(text, string), type: 'dict key' }));
  return { start: string.contentStart, matches };
}

/** The key as it must be written between these quotes. */
function escaped(text: string, { quote, prefix }: OpenString): string {
  if (prefix.includes('r')) return text;
  return text.replace(/\\/g, '\\\\').replaceAll(quote[0], `\\${quote[0]}`);
}
