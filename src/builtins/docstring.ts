/** Docstrings as inspect.getdoc finds them, without running Python code. */
import { TPFLAGS_HEAPTYPE, type PyContainer, type PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { dict_getStr } from '../objects/dict.ts';
import { T_CLASSMETHOD, T_STATICMETHOD } from '../objects/funcobjects.ts';
import { T_FUNCTION } from '../objects/function.ts';
import { T_METHOD } from '../objects/method.ts';
import { isModule } from '../objects/module.ts';
import { isStr } from '../objects/str.ts';
import { isType } from '../objects/type.ts';
import { lookupattrStr } from '../protocols/attribute.ts';

/** The cleaned docstring, or null. */
export function docstring(o: PyObject): string | null {
  const text = rawDocstring(o);
  return text === null ? null : cleandoc(text);
}

function stringOf(o: PyObject | null): string | null {
  return o !== null && isStr(o) ? (o.v as string) : null;
}

/** `__doc__` as it stands. An instance has its class's. */
export function rawDocstring(o: PyObject): string | null {
  if (o.type === T_FUNCTION) return stringOf(o.v.doc);
  if (o.type === T_METHOD) return rawDocstring(o.v.func);
  if ((o.type === T_CLASSMETHOD || o.type === T_STATICMETHOD) && o.v !== null) return rawDocstring(o.v);
  if (isModule(o)) return stringOf(dict_getStr((o as PyContainer).dict!, '__doc__'));
  if (isType(o)) return stringOf(dict_getStr(o.v.dict, '__doc__'));
  // Builtin objects compute theirs; that runs no code of the user's.
  if ((o.type.flags & TPFLAGS_HEAPTYPE) === 0) {
    const value = lookupattrStr(o, '__doc__');
    const text = stringOf(value);
    if (value !== null) decref(value);
    return text;
  }
  const own = (o as PyContainer).dict === null ? null : dict_getStr((o as PyContainer).dict!, '__doc__');
  return stringOf(own) ?? stringOf(dict_getStr(o.type.dict, '__doc__'));
}

/** inspect.cleandoc: tabs expanded, common indentation of all lines but the first removed, blank lines at both ends too. */
export function cleandoc(text: string): string {
  const lines = text.split('\n').map(expandTabs);
  const margins = lines
    .slice(1)
    .filter(line => line.trim() !== '')
    .map(line => line.length - line.trimStart().length);
  const margin = margins.length === 0 ? 0 : Math.min(...margins);
  const out = [lines[0].trimStart(), ...lines.slice(1).map(line => line.slice(margin))];
  while (out.length > 0 && out[out.length - 1].trim() === '') out.pop();
  while (out.length > 0 && out[0].trim() === '') out.shift();
  return out.join('\n');
}

function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let out = '';
  for (const c of line) out += c === '\t' ? ' '.repeat(8 - (out.length % 8)) : c;
  return out;
}
