/** What help(object) prints (pydoc.render_doc with TextDoc). Attributes are looked at, not computed. */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { isPyException } from '../exceptions/body.ts';
import { decref, xdecref } from '../heap/refcount.ts';
import { T_BUILTIN } from '../objects/builtin_function.ts';
import { T_GETSET_DESCR, T_MEMBER_DESCR } from '../objects/descriptors.ts';
import { dict_getStr, dict_items } from '../objects/dict.ts';
import { T_FUNCTION } from '../objects/function.ts';
import { hooks } from '../objects/hooks.ts';
import { isList } from '../objects/list.ts';
import { T_METHOD } from '../objects/method.ts';
import { isModule, type PyModule } from '../objects/module.ts';
import { typeModule } from '../objects/object.ts';
import { T_PROPERTY } from '../objects/property.ts';
import { isStr } from '../objects/str.ts';
import { isTuple } from '../objects/tuple.ts';
import { isType } from '../objects/type.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { rawDocstring } from './docstring.ts';
import { describeClass, describeData, describeValue, isVisible } from './help_class.ts';
import { describeRoutine, isRoutine, routineName } from './help_routine.ts';
import { docOf, indent, plainName } from './help_text.ts';
import { topicPage } from './help_topics.ts';

/** The text that help(o) prints; a string names what is meant. */
export function describe(o: PyObject): string {
  if (!isStr(o)) return `${page(o)}\n`;
  const name = o.v.trim();
  const topic = topicPage(name);
  if (topic !== null) return topic;
  const named = locate(name);
  if (named === null)
    return (
      `No Python documentation found for '${name}'.\n` +
      'Use help() to get the interactive help utility.\nUse help(str) for help on the str class.\n\n'
    );
  try {
    return `${page(named)}\n`;
  } finally {
    decref(named);
  }
}

/** A builtin name, or a module, or something within one; new reference or null. */
function locate(path: string): PyObject | null {
  const parts = path.split('.');
  if (!parts.every(part => /^\w+$/.test(part))) return null;
  for (const from of ['builtins', parts.join('.'), parts.slice(0, -1).join('.')]) {
    if (from === '') continue;
    let found: PyObject | null = null;
    try {
      found = hooks.importModule(from);
      const rest = from === 'builtins' ? parts : parts.slice(from.split('.').length);
      for (const name of rest) {
        const next: PyObject | null = found === null ? null : lookupattrStr(found, name);
        xdecref(found);
        found = next;
      }
    } catch (e) {
      if (!isPyException(e)) throw e;
      decref(e);
    }
    if (found !== null) return found;
  }
  return null;
}

function page(thing: PyObject): string {
  let o = thing;
  let kind = kindOf(o);
  const module = moduleOf(o);
  if (module !== null && !isModule(o)) kind += ` in module ${module}`;
  if (!isDocumented(o)) {
    o = o.type.obj;
    kind += ' object';
  }
  return `Help on ${kind}:\n\n${documentText(o, nameOf(thing))}`;
}

/** Is there something to say of the object itself, rather than of its class? */
function isDocumented(o: PyObject): boolean {
  if (isModule(o) || isType(o) || isRoutine(o) || o.type.tp_descr_set !== null) return true;
  const doc = rawDocstring(o);
  return doc !== null && doc !== rawDocstring(o.type.obj);
}

function documentText(o: PyObject, name: string | null): string {
  if (isModule(o)) return describeModule(o);
  if (isType(o)) return describeClass(o.v, name);
  if (isRoutine(o)) return describeRoutine(o, name, null, null);
  if (o.type.tp_descr_set !== null) return describeData(o, o.type === T_PROPERTY ? null : name);
  const doc = docOf(o);
  return `${describeValue(o, name)}\n${doc === '' ? '' : `${indent(doc)}\n`}`;
}

/** pydoc.describe: what kind of thing it is. */
function kindOf(o: PyObject): string {
  const name = nameOf(o) ?? '?';
  if (isModule(o)) {
    if (dict_getStr(o.dict!, '__path__') !== null) return `package ${name}`;
    return dict_getStr(o.dict!, '__file__') === null ? `built-in module ${name}` : `module ${name}`;
  }
  if (isType(o)) return `class ${name}`;
  if (o.type === T_FUNCTION) return `function ${name}`;
  if (o.type === T_METHOD) return `method ${name}`;
  if (o.type === T_BUILTIN) return `built-in function ${name}`;
  if (o.type === T_GETSET_DESCR || o.type === T_MEMBER_DESCR) {
    const { owner } = o.v;
    return `${o.type === T_GETSET_DESCR ? 'getset' : 'member'} descriptor ${typeModule(owner)}.${plainName(owner)}.${name}`;
  }
  return plainName(o.type);
}

/** `__name__`, where the object has one. */
function nameOf(o: PyObject): string | null {
  if (isModule(o)) return stringIn(o, '__name__');
  if (isType(o)) return plainName(o.v);
  if (isRoutine(o)) return routineName(o);
  if (o.type === T_GETSET_DESCR || o.type === T_MEMBER_DESCR) return o.v.name;
  if (['generator', 'coroutine', 'async_generator'].includes(o.type.name)) {
    const name = lookupattrStr(o, '__name__');
    const text = name !== null && isStr(name) ? (name.v as string) : null;
    xdecref(name);
    return text;
  }
  return null;
}

/** `__module__` of a class, function or instance. */
function moduleOf(o: PyObject): string | null {
  const textOf = (m: PyObject | null): string | null => (m !== null && isStr(m) ? (m.v as string) : null);
  if (isType(o)) return typeModule(o.v);
  if (o.type === T_FUNCTION) return textOf(o.v.module);
  if (o.type === T_METHOD) return moduleOf(o.v.func);
  if (o.type === T_BUILTIN) return textOf(o.v.module);
  return textOf(dict_getStr(o.type.dict, '__module__'));
}

function stringIn(module: PyModule, name: string): string | null {
  const value = dict_getStr(module.dict!, name);
  return value !== null && isStr(value) ? (value.v as string) : null;
}

// ---- modules

function section(title: string, contents: string): string {
  return `${title}\n${indent(contents).trimEnd()}\n\n`;
}

function describeModule(module: PyModule): string {
  const name = stringIn(module, '__name__') ?? '?';
  const [synopsis, ...rest] = docOf(module).split('\n');
  const onlyLine = rest.length === 0 || rest[0].trim() === '';
  const head = onlyLine && synopsis !== '' ? ` - ${synopsis}` : '';
  let text = section('NAME', name + head);
  const description = onlyLine ? rest.slice(1).join('\n') : [synopsis, ...rest].join('\n');
  if (description.trim() !== '') text += section('DESCRIPTION', description);
  const all = exported(module);
  const members = dict_items(module.dict!)
    .filter(([key]) => isStr(key) && (all === null ? isVisible(key.v) : all.includes(key.v)))
    .map(([key, value]) => [key.v as string, value] as const)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
  const own = (o: PyObject): boolean => all !== null || o.type === T_BUILTIN || (moduleOf(o) ?? name) === name;
  const classes = members.filter(([, o]) => isType(o) && own(o));
  const functions = members.filter(([, o]) => isRoutine(o) && own(o));
  const data = members.filter(([, o]) => !isType(o) && !isRoutine(o) && !isModule(o));
  const part = (title: string, texts: string[]): void => {
    if (texts.length > 0) text += section(title, texts.join('\n'));
  };
  part(
    'CLASSES',
    classes.map(([key, o]) => describeClass(o.v, key, name)),
  );
  part(
    'FUNCTIONS',
    functions.map(([key, o]) => describeRoutine(o, key, name, null)),
  );
  part(
    'DATA',
    data.map(([key, o]) => describeValue(o, key, 70)),
  );
  const version = stringIn(module, '__version__');
  if (version !== null) text += section('VERSION', version);
  return text + section('FILE', stringIn(module, '__file__') ?? '(built-in)');
}

/** `__all__`, or null. */
function exported(module: PyModule): string[] | null {
  const all = dict_getStr((module as PyContainer).dict!, '__all__');
  if (all === null || !(isList(all) || isTuple(all))) return null;
  return (all.v as PyObject[]).filter(isStr).map(s => s.v as string);
}
