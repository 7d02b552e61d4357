/** What an object is, for `?`, `??`, tooltips and the inspector, in the layout of IPython.core.oinspect. */
import type { TypeBody, PyContainer, PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import type { JsonObject } from '../host/contract.ts';
import { isPyException } from '../exceptions/body.ts';
import { dict_items } from '../objects/dict.ts';
import { T_FUNCTION } from '../objects/function.ts';
import { T_METHOD } from '../objects/method.ts';
import { isModule } from '../objects/module.ts';
import { isStr } from '../objects/str.ts';
import { isType } from '../objects/type.ts';
import { typeLookup } from '../objects/type_lookup.ts';
import { strString } from '../protocols/object.ts';
import { size } from '../protocols/sequence.ts';
import { loadedModule } from '../runtime/import.ts';
import { formatSignature, functionSignature, signatureOf } from '../runtime/function_signature.ts';
import { docstring } from '../builtins/docstring.ts';
import { codeUnitOffset } from './code_points.ts';
import { openBracket, primaryStart, scan, type Token } from './cursor_tokens.ts';
import { globExpression } from './magics/history.ts';
import { magicDoc } from './magics/registry.ts';
import { shell } from './shell.ts';
import { fileOf, sourceOf } from './source_of.ts';
import { resolve, staticNames, type Found } from './static_lookup.ts';

const RED = '\x1b[31m';
const DEFAULT = '\x1b[39m';
const STRING_FORM_MAX = 200;
const SUBCLASSES_SHOWN = 10;

type Field = [title: string, content: string];

/** The content of inspect_reply. */
export function inspect(code: string, cursorPos: number, detailLevel: 0 | 1): JsonObject {
  for (const expression of expressionsAt(code, codeUnitOffset(code, cursorPos))) {
    const text = describeName(expression, detailLevel);
    if (text !== null) return { status: 'ok', found: true, data: { 'text/plain': text }, metadata: {} };
  }
  return { status: 'ok', found: false, data: {}, metadata: {} };
}

/** The expressions that may be meant at a cursor, the likeliest first: the name it stands on, then the function it is called in. */
export function expressionsAt(code: string, cursor: number): string[] {
  const magic = /^(%{1,2}\w+)/.exec(lineAt(code, cursor));
  const { tokens } = scan(code);
  const found: string[] = [];
  const on = tokens.findIndex(t => t.start <= cursor && cursor <= t.end && t.kind === 'name');
  const call = enclosingCall(tokens.filter(t => t.end <= cursor));
  // Behind an opening bracket or a comma the call is meant; on a name, the name.
  if (on >= 0) {
    const start = primaryStart(tokens, on);
    if (start >= 0) found.push(code.slice(tokens[start].start, tokens[on].end));
  }
  if (call !== null) found.push(code.slice(call[0], call[1]));
  if (magic !== null) found.unshift(magic[1]);
  return found;
}

function lineAt(code: string, cursor: number): string {
  const start = code.lastIndexOf('\n', cursor - 1) + 1;
  const end = code.indexOf('\n', cursor);
  return code.slice(start, end < 0 ? undefined : end);
}

/** Offsets of the function of the innermost call that is open at the end. */
export function enclosingCall(tokens: Token[]): [number, number] | null {
  for (let at = openBracket(tokens); at > 0; at = openBracket(tokens, at - 1)) {
    if (tokens[at].text !== '(') continue;
    const start = primaryStart(tokens, at - 1);
    if (start < 0) continue;
    // The parameters of a definition are no call.
    const before = tokens[start - 1]?.text;
    if (before !== 'def' && before !== 'class') return [tokens[start].start, tokens[at - 1].end];
  }
  return null;
}

/** The page about a name or expression, or null when it is nothing known. */
export function describeName(expression: string, detailLevel: 0 | 1): string | null {
  if (expression.startsWith('%')) return magicDoc(expression.replace(/^%+/, ''));
  const found = resolve(expression);
  if (found === null || found.object === null) return null;
  return layout(fields(expression, found, found.object, detailLevel));
}

function fields(name: string, found: Found, o: PyObject, detailLevel: 0 | 1): Field[] {
  if (isType(o)) return classFields(name, o.v, detailLevel);
  if (isFunctionLike(o)) return functionFields(name, found, o, detailLevel);
  return instanceFields(name, o, detailLevel);
}

function isFunctionLike(o: PyObject): boolean {
  return (
    o.type === T_FUNCTION ||
    o.type === T_METHOD ||
    [
      'builtin_function_or_method',
      'method_descriptor',
      'classmethod_descriptor',
      'wrapper_descriptor',
      'method-wrapper',
    ].includes(o.type.name)
  );
}

function functionFields(name: string, found: Found, o: PyObject, detailLevel: 0 | 1): Field[] {
  const rows: Field[] = [];
  const signature = callSignature(found, o);
  if (signature !== null) rows.push(['Signature', `${name}${signature}`]);
  addSourceOrDoc(rows, o, detailLevel);
  const file = fileOf(o);
  if (file !== null) rows.push(['File', file]);
  rows.push(['Type', found.bound && o.type === T_FUNCTION ? 'method' : shownType(found, o)]);
  return rows;
}

function shownType(found: Found, o: PyObject): string {
  const bound = o.type.name === 'classmethod_descriptor' || (found.bound && o.type.name === 'method_descriptor');
  return bound ? 'builtin_function_or_method' : typeName(o.type);
}

/** The signature as the caller sees it: without the parameter that the object itself fills. */
export function callSignature(found: Found, o: PyObject): string | null {
  if (!found.bound || o.type === T_METHOD) return functionSignature(o);
  const signature = signatureOf(o);
  if (signature === null) return null;
  try {
    return formatSignature({ ...signature, parameters: signature.parameters.slice(1) });
  } catch (e) {
    if (!isPyException(e)) throw e;
    decref(e);
    return null;
  }
}

function classFields(name: string, type: TypeBody, detailLevel: 0 | 1): Field[] {
  const rows: Field[] = [];
  const init = typeLookup(type, '__init__');
  const signature = functionSignature(type.obj) ?? (init === null ? null : functionSignature(init));
  if (signature !== null) rows.push(['Init signature', `${name}${signature}`]);
  addSourceOrDoc(rows, type.obj, detailLevel);
  const initDoc = ownDoc(init);
  if (initDoc !== null) rows.push(['Init docstring', initDoc]);
  const file = fileOf(type.obj);
  if (file !== null) rows.push(['File', file]);
  rows.push(['Type', typeName(type.obj.type)]);
  const subclasses = type.subclasses.map(typeName);
  const shown = subclasses.slice(0, SUBCLASSES_SHOWN);
  if (subclasses.length > SUBCLASSES_SHOWN) shown.push('...');
  rows.push(['Subclasses', shown.join(', ')]);
  return rows;
}

function instanceFields(name: string, o: PyObject, detailLevel: 0 | 1): Field[] {
  const rows: Field[] = [];
  const call = typeLookup(o.type, '__call__');
  const callable = call !== null && call.type === T_FUNCTION;
  if (callable) {
    const signature = functionSignature(o);
    if (signature !== null) rows.push(['Signature', `${name}${signature}`]);
  }
  rows.push(['Type', typeName(o.type)]);
  const form = guarded(() => stringForm(o, detailLevel));
  if (form !== null) rows.push(['String form', form]);
  if (o.type.sq_length !== null || o.type.mp_length !== null) {
    const length = guarded(() => String(size(o)));
    if (length !== null) rows.push(['Length', length]);
  }
  const file = fileOf(isModule(o) ? o : o.type.obj);
  if (file !== null) rows.push(['File', file]);
  const source = detailLevel === 1 && !isModule(o) ? sourceOf(o.type.obj) : null;
  if (source !== null) rows.push(['Source', source.trimEnd()]);
  else rows.push(['Docstring', docstring(o) ?? '<no docstring>']);
  const initDoc = ownDoc(typeLookup(o.type, '__init__'));
  if (initDoc !== null && !isModule(o)) rows.push(['Init docstring', initDoc]);
  const callDoc = callable ? docstring(call) : null;
  if (callDoc !== null) rows.push(['Call docstring', callDoc]);
  return rows;
}

function addSourceOrDoc(rows: Field[], o: PyObject, detailLevel: 0 | 1): void {
  const source = detailLevel === 1 ? sourceOf(o) : null;
  if (source !== null) rows.push(['Source', source.trimEnd()]);
  else rows.push(['Docstring', docstring(o) ?? '<no docstring>']);
}

/** Docstring of an `__init__` written in Python. */
function ownDoc(init: PyObject | null): string | null {
  return init !== null && init.type === T_FUNCTION ? docstring(init) : null;
}

function stringForm(o: PyObject, detailLevel: 0 | 1): string {
  let text = strString(o);
  const chars = [...text];
  if (detailLevel === 0 && chars.length > STRING_FORM_MAX) {
    const half = (STRING_FORM_MAX - 5) >> 1;
    text = `${chars.slice(0, half).join('')} <...> ${chars.slice(-half).join('')}`;
  }
  return text.split('\n').join(`\n${' '.repeat('String form: '.length)}`);
}

/** Runs a representation of the user's; null when it fails. */
function guarded(f: () => string): string | null {
  try {
    return f();
  } catch (e) {
    if (!isPyException(e)) throw e;
    decref(e);
    return null;
  }
}

function typeName(type: TypeBody): string {
  return type.name.slice(type.name.lastIndexOf('.') + 1);
}

/** Titles in a column; a content of several lines goes below its title (oinspect._append_info_field, _mime_format). */
function layout(rows: Field[]): string {
  const width = Math.max(...rows.map(([title]) => title.length + 1));
  return rows
    .map(([title, content]) => {
      const multiline = content.includes('\n') && title !== 'String form';
      const padding = ' '.repeat(width - title.length - 1);
      return `${RED}${title}:${DEFAULT}${padding}${multiline ? '\n' : ' '}${content}`;
    })
    .join('\n');
}

// ---- what the other magics ask

/** `%pdoc` */
export function describeDocstring(expression: string): string | null {
  const found = resolve(expression);
  if (found === null || found.object === null) return null;
  const o = found.object;
  const indent = (text: string): string =>
    text
      .split('\n')
      .map(line => `    ${line}`)
      .join('\n');
  const parts = [`${RED}Class docstring:${DEFAULT}\n${indent(docstring(o) ?? '<no docstring>')}`];
  const init = isType(o) ? ownDoc(typeLookup(o.v, '__init__')) : null;
  if (init !== null) parts.push(`${RED}Init docstring:${DEFAULT}\n${indent(init)}`);
  return parts.join('\n');
}

/** `%psource` */
export function describeSource(expression: string): string | null {
  const found = resolve(expression);
  return found === null || found.object === null ? null : sourceOf(found.object);
}

/** `%pdef` */
export function describeDefinition(expression: string): string | null {
  const found = resolve(expression);
  if (found === null || found.object === null) return null;
  const signature = callSignature(found, found.object);
  return signature === null ? `No definition header found for ${expression}` : `${expression}${signature}`;
}

/** Names of the namespace and of builtins, or attributes of an object, that match a pattern with `*`. */
export function namesMatching(pattern: string): string[] {
  const dot = pattern.lastIndexOf('.');
  const owner = dot < 0 ? null : resolve(pattern.slice(0, dot));
  if (dot >= 0 && owner === null) return [];
  const names = owner === null ? visibleNames() : staticNames(owner);
  const last = pattern.slice(dot + 1);
  const expression = globExpression(last);
  const prefix = dot < 0 ? '' : pattern.slice(0, dot + 1);
  return [...names]
    .filter(name => expression.test(name) && (last.startsWith('_') || !name.startsWith('_')))
    .sort()
    .map(name => prefix + name);
}

function visibleNames(): Set<string> {
  const names = new Set<string>();
  const builtins = loadedModule('builtins') as PyContainer;
  for (const dict of [shell.namespace as PyContainer, builtins.dict!])
    for (const [key] of dict_items(dict)) if (isStr(key)) names.add(key.v);
  return names;
}
