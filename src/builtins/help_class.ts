/** help() of classes (pydoc.TextDoc.docclass): attributes by kind, class after class of the mro. */
import type { PyObject, TypeBody } from '../heap/object.ts';
import { T_BUILTIN } from '../objects/builtin_function.ts';
import { T_CLASSMETHOD_DESCR } from '../objects/descriptors.ts';
import { dict_items } from '../objects/dict.ts';
import { T_CLASSMETHOD, T_STATICMETHOD } from '../objects/funcobjects.ts';
import { T_OBJECT, typeModule } from '../objects/object.ts';
import { T_PROPERTY } from '../objects/property.ts';
import { isStr } from '../objects/str.ts';
import { isTuple } from '../objects/tuple.ts';
import { typeLookup } from '../objects/type_lookup.ts';
import { functionSignature } from '../runtime/function_signature.ts';
import { describeRoutine, isRoutine } from './help_routine.ts';
import { className, docOf, indent, plainName, shortRepr } from './help_text.ts';

type Kind = 'method' | 'class method' | 'static method' | 'readonly property' | 'data descriptor' | 'data';

interface Attribute {
  name: string;
  kind: Kind;
  /** The class that defines it. */
  home: TypeBody;
  value: PyObject;
}

const HIDDEN = new Set(
  (
    '__author__ __builtins__ __cached__ __credits__ __date__ __doc__ __docformat__ __file__ __spec__ __loader__ __module__ ' +
    '__name__ __package__ __path__ __qualname__ __slots__ __version__'
  ).split(' '),
);
const RULE = '-'.repeat(70);
const SUBCLASSES_SHOWN = 4;

/** Is the name shown? Private ones only in a namedtuple. */
export function isVisible(name: string, namedtuple = false): boolean {
  if (HIDDEN.has(name)) return false;
  if (name.startsWith('__') && name.endsWith('__')) return true;
  return namedtuple || !name.startsWith('_');
}

function kindOf(value: PyObject): Kind {
  const { type } = value;
  if (type === T_STATICMETHOD || type === T_BUILTIN) return 'static method';
  if (type === T_CLASSMETHOD || type === T_CLASSMETHOD_DESCR) return 'class method';
  if (type === T_PROPERTY) return value.v.set === null ? 'readonly property' : 'data descriptor';
  if (isRoutine(value)) return 'method';
  return type.tp_descr_set !== null ? 'data descriptor' : 'data';
}

/** All attributes, sorted by name, each from the first class of the mro that has it (inspect.classify_class_attrs). */
function attributesOf(type: TypeBody): Attribute[] {
  const found = new Map<string, Attribute>();
  for (const home of type.mro)
    for (const [key, value] of dict_items(home.dict))
      if (isStr(key) && !found.has(key.v)) found.set(key.v, { name: key.v, kind: kindOf(value), home, value });
  const fields = fieldNames(type);
  const order = (name: string): number => (fields.includes(name) ? fields.indexOf(name) - fields.length : 0);
  return [...found.values()]
    .filter(a => isVisible(a.name, fields.length > 0))
    .sort((a, b) => order(a.name) - order(b.name) || (a.name < b.name ? -1 : 1));
}

/** `_fields` of a namedtuple class. */
function fieldNames(type: TypeBody): string[] {
  const fields = typeLookup(type, '_fields');
  return fields !== null && isTuple(fields) ? fields.v.filter(isStr).map(f => f.v as string) : [];
}

/** The whole text about a class, under the name it is known by; `mod`: the module whose page it is on. */
export function describeClass(type: TypeBody, name: string | null, mod: string | null = null): string {
  const real = plainName(type);
  const module = typeModule(type);
  let title = name === null || name === real ? `class ${real}` : `${name} = class ${real}`;
  const bases = (type.bases?.v ?? []) as PyObject[];
  if (bases.length > 0) title += `(${bases.map(b => className(b.v, module)).join(', ')})`;
  const parts = [...headParts(type, name ?? real, module), ...attributeParts(type, module, mod)];
  const contents = parts.join('\n').trimEnd();
  return contents === '' ? `${title}\n` : `${title}\n${indent(contents, ' |  ')}\n`;
}

/** Signature, docs, method resolution order, subclasses. */
function headParts(type: TypeBody, name: string, module: string | null): string[] {
  const parts: string[] = [];
  const signature = functionSignature(type.obj);
  if (signature !== null && signature !== '()') parts.push(`${name}${signature}\n`);
  const doc = docOf(type.obj);
  if (doc !== '') parts.push(`${doc}\n`);
  if (type.mro.length > 2)
    parts.push('Method resolution order:', ...type.mro.map(t => `    ${className(t, module)}`), '');
  const subclasses = type.subclasses
    .filter(t => typeModule(t) === 'builtins' && !t.name.startsWith('_'))
    .map(plainName)
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  if (subclasses.length > 0) {
    parts.push('Built-in subclasses:', ...subclasses.slice(0, SUBCLASSES_SHOWN).map(s => `    ${s}`));
    const more = subclasses.length - SUBCLASSES_SHOWN;
    if (more > 0) parts.push(`    ... and ${more} other subclasses`);
    parts.push('');
  }
  return parts;
}

const SECTIONS: [string, Kind][] = [
  ['Methods', 'method'],
  ['Class methods', 'class method'],
  ['Static methods', 'static method'],
  ['Readonly properties', 'readonly property'],
  ['Data descriptors', 'data descriptor'],
  ['Data and other attributes', 'data'],
];

function attributeParts(type: TypeBody, module: string | null, mod: string | null): string[] {
  const parts: string[] = [];
  const attributes = attributesOf(type);
  let rule = false;
  for (const home of type.mro) {
    if (home === T_OBJECT && type !== T_OBJECT) continue;
    const tag = home === type ? 'defined here' : `inherited from ${className(home, module)}`;
    for (const [title, kind] of SECTIONS) {
      const own = attributes.filter(a => a.home === home && a.kind === kind);
      if (own.length === 0) continue;
      if (rule) parts.push(RULE);
      rule = true;
      parts.push(`${title} ${tag}:\n`, ...own.map(a => describeAttribute(a, type, mod)));
    }
  }
  return parts;
}

function describeAttribute({ name, kind, value }: Attribute, type: TypeBody, module: string | null): string {
  switch (kind) {
    case 'data':
      return describeOther(value, name);
    case 'data descriptor':
    case 'readonly property':
      return describeData(value, name);
    case 'static method': {
      const f = value.type === T_STATICMETHOD && value.v !== null ? value.v : value;
      return isRoutine(f) ? describeRoutine(f, name, module, type) : describeOther(f, name);
    }
    default:
      return describeRoutine(value, name, module, type);
  }
}

/** Any other value: its name and short repr, and docs of its own. */
function describeOther(o: PyObject, name: string): string {
  const doc = docOf(o);
  return `${describeValue(o, name, 70)}\n${doc === '' ? '' : `${indent(doc)}\n`}`;
}

/** A descriptor: its name and docs. */
export function describeData(o: PyObject, name: string | null): string {
  const doc = o.type === T_PROPERTY ? propertyDoc(o) : docOf(o);
  return `${name === null ? '' : `${name}\n`}${doc === '' ? '' : `${indent(doc)}\n`}`;
}

function propertyDoc(o: PyObject): string {
  const { doc, get } = o.v as { doc: PyObject | null; get: PyObject | null };
  if (doc !== null && isStr(doc)) return doc.v as string;
  return get === null ? '' : docOf(get);
}

/** `name = repr`, cut at `maxLength` when that is given. */
export function describeValue(o: PyObject, name: string | null, maxLength = 0): string {
  let text = shortRepr(o);
  const head = name === null ? '' : `${name} = `;
  const excess = head.length + text.length - maxLength;
  if (maxLength > 0 && excess > 0) text = `${text.slice(0, -excess)}...`;
  return head + text;
}
