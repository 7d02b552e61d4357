/** str.translate and str.maketrans (Objects/unicodeobject.c). */
import { TPFLAGS_DICT_SUBCLASS, type PyContainer, type PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { strTranslate } from '../text/str_methods.ts';
import { isPyException } from '../exceptions/body.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import { T_LookupError } from '../exceptions/types.ts';
import { getitem } from '../protocols/mapping.ts';
import { badArgument } from './bad_argument.ts';
import { dict_getitem, dict_items, dict_setitem, newDict, type PyDict, T_DICT } from './dict.ts';
import { isInt, newIntNumber } from './int.ts';
import { None } from './singletons.ts';
import { isStr, newStr, strLength } from './str.ts';
import { unchanged } from './str_ops.ts';

/** What the table says of a code point: a replacement, '' to delete, null to keep (charmaptranslate_lookup). */
function lookUp(table: PyObject, cp: number): string | null {
  const key = newIntNumber(cp);
  let value: PyObject | null;
  try {
    if (table.type === T_DICT) {
      value = dict_getitem(table as PyDict, key);
      if (value === null) return null;
      incref(value);
    } else value = getitem(table, key);
  } catch (e) {
    if (!isPyException(e, T_LookupError)) throw e;
    decref(e);
    return null;
  } finally {
    decref(key);
  }
  try {
    if (value === None) return '';
    if (isStr(value)) return value.v;
    if (!isInt(value)) return typeError('character mapping must return integer, None or str');
    const code = value.v;
    if (code < 0 || code > 0x10ffff) valueError('character mapping must be in range(0x110000)');
    return String.fromCodePoint(Number(code));
  } finally {
    decref(value);
  }
}

export function str_translate(self: PyObject, table: PyObject): PyObject {
  const s: string = self.v;
  const result = strTranslate(s, cp => lookUp(table, cp));
  return result === s ? unchanged(self) : newStr(result);
}

function put(dict: PyContainer, code: number, value: PyObject): void {
  const key = newIntNumber(code);
  dict_setitem(dict, key, value);
  decref(key);
}

export function str_maketrans(x: PyObject, y?: PyObject, z?: PyObject): PyObject {
  const result = newDict();
  try {
    if (y === undefined) fromMapping(result, x);
    else fromStrings(result, x, y, z);
  } catch (e) {
    decref(result);
    throw e;
  }
  return result;
}

function fromMapping(result: PyContainer, x: PyObject): void {
  if ((x.type.flags & TPFLAGS_DICT_SUBCLASS) === 0)
    typeError('if you give only one argument to maketrans it must be a dict');
  for (const [key, value] of dict_items(x as PyContainer)) {
    if (isStr(key)) {
      if (strLength(key) !== 1) valueError('string keys in translate table must be of length 1');
      put(result, key.v.codePointAt(0)!, value);
    } else if (isInt(key)) dict_setitem(result, key, value);
    else typeError('keys in translate table must be strings or integers');
  }
}

function fromStrings(result: PyContainer, x: PyObject, y: PyObject, z: PyObject | undefined): void {
  if (!isStr(y)) badArgument('maketrans() argument 2', 'str', y);
  if (z !== undefined && !isStr(z)) badArgument('maketrans() argument 3', 'str', z);
  if (!isStr(x)) typeError('first maketrans argument must be a string if there is a second argument');
  if (strLength(x) !== strLength(y)) valueError('the first two maketrans arguments must have equal length');
  const from = Array.from(x.v);
  const to = Array.from(y.v);
  for (let i = 0; i < from.length; i++) {
    const value = newIntNumber(to[i].codePointAt(0)!);
    put(result, from[i].codePointAt(0)!, value);
    decref(value);
  }
  if (z !== undefined) for (const c of z.v as string) put(result, c.codePointAt(0)!, incref(None));
}
