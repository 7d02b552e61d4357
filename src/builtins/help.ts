/** The text of help(object): a short form of what Lib/pydoc.py prints. */
import { TypeBody, type PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { isPyException } from '../exceptions/body.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { dict_items } from '../objects/dict.ts';
import { isStr } from '../objects/str.ts';
import { isType } from '../objects/type.ts';

/** A str attribute, or null. */
function text(o: PyObject, name: string): string | null {
  let value: PyObject | null;
  try {
    value = lookupattrStr(o, name);
  } catch (e) {
    if (!isPyException(e)) throw e;
    decref(e);
    return null;
  }
  if (value === null) return null;
  const s = isStr(value) ? value.v : null;
  decref(value);
  return s;
}

function indent(s: string, prefix: string): string {
  return s
    .split('\n')
    .map(line => (prefix + line).trimEnd())
    .join('\n');
}

/** `(iterable, /, *, key=None)` of `__text_signature__`, without `$self` and `$module`. */
function shownSignature(o: PyObject): string {
  const signature = text(o, '__text_signature__');
  if (signature === null) return '(...)';
  return signature.replace(/\$(self|module|type)(, \/)?(, )?/, '');
}

function routine(o: PyObject): string {
  const doc = text(o, '__doc__');
  const head = `${text(o, '__name__') ?? '?'}${shownSignature(o)}`;
  return doc === null ? head : `${head}\n${indent(doc, '    ')}`;
}

function kindOf(o: PyObject): string {
  switch (o.type.name) {
    case 'builtin_function_or_method':
      return 'built-in function';
    case 'method_descriptor':
      return 'method_descriptor';
    default:
      return o.type.name;
  }
}

/** The text that help(o) prints. */
export function describe(o: PyObject): string {
  const target = isType(o) || o.type.tp_call !== null || o.type.name === 'module' ? o : o.type.obj;
  const name = text(target, '__name__') ?? target.type.name;
  const module = text(target, '__module__');
  const where = module === null ? '' : ` in module ${module}`;
  if (isType(target)) return `Help on class ${name}${where}:\n\n${classText(target, name)}\n`;
  if (target.type.name === 'module')
    return `Help on module ${name}:\n\nNAME\n    ${name}\n\n${indent(text(target, '__doc__') ?? '', '    ')}\n`;
  return `Help on ${kindOf(target)} ${name}${where}:\n\n${routine(target)}\n`;
}

function classText(cls: PyObject, name: string): string {
  const body = cls.v as TypeBody;
  const bases = body.mro.length > 1 && body.base !== null ? `(${body.base.name})` : '';
  const lines = [`class ${name}${bases}`];
  const doc = text(cls, '__doc__');
  if (doc !== null) lines.push(indent(doc, ' |  '));
  lines.push(' |  ', ' |  Methods defined here:', ' |  ');
  for (const [key, value] of dict_items(body.dict))
    if (isStr(key) && value.type.tp_call !== null && !isType(value)) lines.push(indent(routine(value), ' |  '), ' |  ');
  return lines.join('\n');
}
