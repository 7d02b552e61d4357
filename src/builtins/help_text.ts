/** Pieces of help(): docs with inheritance, indented text, short reprs (pydoc.TextDoc). */
import type { PyContainer, PyObject, TypeBody } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { isPyException } from '../exceptions/body.ts';
import { T_CLASSMETHOD, T_STATICMETHOD } from '../objects/funcobjects.ts';
import { T_FUNCTION, type FunctionBody } from '../objects/function.ts';
import { dict_getStr, dict_items, T_DICT } from '../objects/dict.ts';
import { T_LIST } from '../objects/list.ts';
import { T_METHOD } from '../objects/method.ts';
import { typeModule } from '../objects/object.ts';
import { isStr, newStr, T_STR } from '../objects/str.ts';
import { T_TUPLE } from '../objects/tuple.ts';
import { reprString } from '../protocols/object.ts';
import { sourceLines } from '../runtime/linecache.ts';
import { cleandoc, rawDocstring } from './docstring.ts';

/** Every line behind a prefix, without blanks at the ends of lines. */
export function indent(text: string, prefix = '    '): string {
  return text
    .split('\n')
    .map(line => (prefix + line).trimEnd())
    .join('\n');
}

/** Name of a class; with its module where that is another than `module`. */
export function className(type: TypeBody, module: string | null): string {
  const own = typeModule(type);
  const name = plainName(type);
  return own === null || own === module ? name : `${own}.${name}`;
}

/** `__name__` of a class. */
export function plainName(type: TypeBody): string {
  return type.name.slice(type.name.lastIndexOf('.') + 1);
}

/** The object's own docstring; null where it is only its class's. */
function ownDoc(o: PyObject): string | null {
  const doc = rawDocstring(o);
  return doc !== null && doc === dictDoc(o.type) ? null : doc;
}

function dictDoc(type: TypeBody): string | null {
  const doc = dict_getStr(type.dict, '__doc__');
  return doc !== null && isStr(doc) ? (doc.v as string) : null;
}

/**
 * Docstring, cleaned; a method without one has that of the method it overrides (`cls` and `name` say where it is), and at last
 * the comment above a function. '' when there is nothing.
 */
export function docOf(o: PyObject, cls: TypeBody | null = null, name: string | null = null): string {
  let doc = ownDoc(o);
  if (doc === null && cls !== null && name !== null) {
    for (const base of [...cls.mro, ...cls.obj.type.mro]) {
      const same = dict_getStr(base.dict, name);
      doc = same === null ? null : ownDoc(same);
      if (doc !== null) break;
    }
  }
  const text = doc === null ? commentsAbove(o) : cleandoc(doc);
  return text.trimEnd().replace(/^ *\n/, '');
}

/** Comment lines right above a function's first line, at its indentation (inspect.getcomments). */
function commentsAbove(o: PyObject): string {
  let f: PyObject | null = o;
  while (f !== null && (f.type === T_METHOD || f.type === T_CLASSMETHOD || f.type === T_STATICMETHOD))
    f = f.type === T_METHOD ? f.v.func : f.v;
  if (f === null || f.type !== T_FUNCTION) return '';
  const { filename, unit } = (f.v as FunctionBody).code.v;
  const lines = sourceLines(filename.v);
  const first = unit.firstlineno - 1;
  if (lines === null || first >= lines.length) return '';
  const margin = (line: string): number => line.length - line.trimStart().length;
  const found: string[] = [];
  for (let i = first - 1; i >= 0; i--) {
    const line = lines[i];
    if (!line.trimStart().startsWith('#') || margin(line) !== margin(lines[first])) break;
    found.unshift(line.trim());
  }
  return found.join('\n');
}

// ---- short reprs (pydoc.TextRepr)

const MAX_TEXT = 100;
const MAX_LEVEL = 6;
const MAX_ITEMS = new Map([
  ['tuple', 20],
  ['list', 20],
  ['dict', 10],
]);

/** The middle of a long text is left out. */
function cram(text: string): string {
  const chars = [...text];
  if (chars.length <= MAX_TEXT) return text;
  const before = (MAX_TEXT - 3) >> 1;
  const after = MAX_TEXT - 3 - before;
  return `${chars.slice(0, before).join('')}...${chars.slice(-after).join('')}`;
}

/** repr() cut to a reasonable size, without addresses. */
export function shortRepr(o: PyObject, level = MAX_LEVEL): string {
  const limit = MAX_ITEMS.get(o.type.name) ?? 0;
  if (o.type === T_LIST || o.type === T_TUPLE) {
    const items = o.v as PyObject[];
    const [open, close] = o.type === T_LIST ? ['[', ']'] : ['(', ')'];
    if (level <= 0 && items.length > 0) return `${open}...${close}`;
    const parts = items.slice(0, limit).map(item => shortRepr(item, level - 1));
    if (items.length > limit) parts.push('...');
    return `${open}${parts.join(', ')}${items.length === 1 && open === '(' ? ',' : ''}${close}`;
  }
  if (o.type === T_DICT) {
    const items = dict_items(o as PyContainer);
    if (level <= 0 && items.length > 0) return '{...}';
    const parts = items.map(([k, v]) => `${shortRepr(k, level - 1)}: ${shortRepr(v, level - 1)}`);
    // reprlib sorts the keys.
    parts.sort();
    return `{${(items.length > limit ? [...parts.slice(0, limit), '...'] : parts).join(', ')}}`;
  }
  if (o.type === T_STR) {
    const short = newStr(cram(o.v as string));
    const text = reprString(short);
    decref(short);
    return text;
  }
  try {
    return cram(reprString(o).replace(/ at 0x[0-9a-f]{6,16}(>+)$/i, '$1'));
  } catch (e) {
    if (!isPyException(e)) throw e;
    decref(e);
    return `<${plainName(o.type)} instance>`;
  }
}
