/** Completing what is typed (IPython.core.completer). Looks at objects without running any code of the user's. */
import type { TypeBody, PyObject } from '../heap/object.ts';
import type { JsonObject } from '../host/contract.ts';
import { dict_items } from '../objects/dict.ts';
import { T_CLASSMETHOD, T_STATICMETHOD } from '../objects/funcobjects.ts';
import { isModule } from '../objects/module.ts';
import { T_PROPERTY } from '../objects/property.ts';
import { isStr } from '../objects/str.ts';
import { isType } from '../objects/type.ts';
import { loadedModule } from '../runtime/import.ts';
import { signatureOf } from '../runtime/function_signature.ts';
import { codePointPosition, codeUnitOffset } from './code_points.ts';
import { completeKeys, completeKeyText } from './complete_keys.ts';
import { completeImport } from './complete_modules.ts';
import { completePath } from './complete_paths.ts';
import { KEYWORDS, openBracket, primaryStart, scan, type Token } from './cursor_tokens.ts';
import { callSignature, enclosingCall } from './inspection.ts';
import { cellMagicNames, lineMagicNames } from './magics/registry.ts';
import { shell } from './shell.ts';
import { isComputed, lookupName, resolve, staticAttribute, staticNames, type Found } from './static_lookup.ts';

/** One possible completion. */
export interface Match {
  text: string;
  /** What kind of thing: function, class, instance, module, keyword, param, property, path, magic... */
  type: string;
  signature?: string;
}

/** Matches for the text from `start` (UTF-16 offset) to the cursor. */
export interface Completions {
  start: number;
  matches: Match[];
}

/** The content of complete_reply. Positions count code points. */
export function complete(code: string, cursorPos: number): JsonObject {
  const cursor = codeUnitOffset(code, cursorPos);
  const { start, matches } = completions(code.slice(0, cursor));
  const cursor_start = codePointPosition(code, start);
  const cursor_end = codePointPosition(code, cursor);
  const types = matches.map(({ text, type, signature = '' }) => ({
    start: cursor_start,
    end: cursor_end,
    text,
    type,
    signature,
  }));
  return {
    status: 'ok',
    matches: matches.map(m => m.text),
    cursor_start,
    cursor_end,
    metadata: { _jupyter_types_experimental: types },
  };
}

/** Completions at the end of `code`. */
export function completions(code: string): Completions {
  const lineStart = code.lastIndexOf('\n') + 1;
  return completeMagicLine(code, lineStart) ?? completeCode(code, lineStart);
}

const FILE_MAGICS = /^(%{1,2})(cd|ls|run|load|writefile|file)\s+/;

/** Lines that begin with `%`, `!` or `?`; null when the rest of the line is Python. */
function completeMagicLine(code: string, lineStart: number): Completions | null {
  const line = code.slice(lineStart);
  const indent = /^\s*/.exec(line)![0].length;
  const text = line.slice(indent);
  const start = lineStart + indent;
  const magic = /^(%{1,2})(\w*)$/.exec(text);
  if (magic !== null) return { start, matches: magicMatches(magic[1], magic[2], code.slice(0, start).trim() === '') };
  const assigned = /^[\w.,\s]+=\s*(%\w*)$/.exec(text);
  if (assigned !== null)
    return { start: code.length - assigned[1].length, matches: magicMatches('%', assigned[1].slice(1), false) };
  const file = FILE_MAGICS.exec(text);
  if (file !== null) {
    const typed = /\S*$/.exec(text)![0];
    return completePath(typed, code.length - typed.length);
  }
  if (text.startsWith('!')) return { start: code.length, matches: [] };
  // `%timeit f(x`: the argument is code.
  const head = /^(%{1,2}\w+(\s+-\w+(\s+\d+)?)*|\?{1,2})\s*/.exec(text);
  if (head === null) return null;
  const rest = start + head[0].length;
  const inner = completions(code.slice(rest));
  return { start: rest + inner.start, matches: inner.matches };
}

function magicMatches(signs: string, typed: string, firstLine: boolean): Match[] {
  const found: Match[] = [];
  const add = (prefix: string, names: string[]): void => {
    for (const name of names) if (name.startsWith(typed)) found.push({ text: prefix + name, type: 'magic' });
  };
  if (signs === '%') add('%', lineMagicNames());
  if (signs === '%%' || firstLine) add('%%', cellMagicNames());
  return found.sort((a, b) => compare(a.text.replace(/%/g, ''), b.text.replace(/%/g, '')));
}

function completeCode(code: string, lineStart: number): Completions {
  const { tokens, openString, inComment } = scan(code);
  const nothing = { start: code.length, matches: [] };
  if (inComment) return nothing;
  if (openString !== null) {
    const typed = code.slice(openString.contentStart);
    // The braces of an f-string hold code.
    const brace = openString.prefix.includes('f') ? openBrace(typed) : -1;
    if (brace >= 0) {
      const offset = openString.contentStart + brace + 1;
      const inner = completeCode(code.slice(offset), 0);
      return { start: offset + inner.start, matches: inner.matches };
    }
    const owner = subscripted(code, tokens);
    if (owner !== null) return completeKeyText(owner, openString, typed);
    if (openString.quote.length === 3) return nothing;
    return completePath(typed, openString.contentStart);
  }
  const statement = lastStatement(tokens);
  const imported = completeImport(statement, code);
  if (imported !== null) return imported;
  const last = tokens[tokens.length - 1];
  const typing = last !== undefined && last.end === code.length && last.kind === 'name' ? last : null;
  const before = typing === null ? tokens : tokens.slice(0, -1);
  const prefix = typing === null ? '' : typing.text;
  const start = code.length - prefix.length;
  if (before[before.length - 1]?.text === '.') return { start, matches: attributes(code, before.slice(0, -1), prefix) };
  if (
    typing === null &&
    last !== undefined &&
    last.end === code.length &&
    (last.kind === 'number' || last.kind === 'string')
  )
    return nothing;
  if (prefix === '' && last?.text === '[') {
    const owner = subscripted(code, tokens);
    if (owner !== null) return { start, matches: completeKeys(owner) };
  }
  if (isDefinitionName(before)) return nothing;
  if (prefix === '' && code.slice(lineStart).trim() === '' && openBracket(tokens) < 0)
    return { start, matches: names('') };
  const parameters = keywordArguments(code, tokens, before, prefix);
  return { start, matches: [...parameters, ...names(prefix)] };
}

/** Offset of the brace of a replacement field that is open at the end of an f-string's text, or -1. */
function openBrace(text: string): number {
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{') {
      if (text[i + 1] === '{' && open.length === 0) i++;
      else open.push(i);
    } else if (text[i] === '}') open.pop();
  }
  return open.length === 0 ? -1 : open[0];
}

/** The object whose subscript is open at the end, or null. */
function subscripted(code: string, tokens: Token[]): PyObject | null {
  if (tokens[tokens.length - 1]?.text !== '[') return null;
  const at = tokens.length - 1;
  const start = primaryStart(tokens, at - 1);
  if (start < 0) return null;
  return resolve(code.slice(tokens[start].start, tokens[at - 1].end))?.object ?? null;
}

/** Tokens of the statement that is open at the end. */
function lastStatement(tokens: Token[]): Token[] {
  for (let i = tokens.length - 1; i >= 0; i--)
    if (tokens[i].kind === 'newline' || tokens[i].text === ';') return tokens.slice(i + 1);
  return tokens;
}

/** `def f`, `class C`: a name that is being made. */
function isDefinitionName(before: Token[]): boolean {
  const last = before[before.length - 1];
  return last !== undefined && last.kind === 'name' && (last.text === 'def' || last.text === 'class');
}

// ---- attributes

function attributes(code: string, tokens: Token[], prefix: string): Match[] {
  const end = tokens.length - 1;
  const start = primaryStart(tokens, end);
  if (start < 0) return [];
  const owner = resolve(code.slice(tokens[start].start, tokens[end].end));
  if (owner === null || isComputed(owner)) return [];
  return selectNames(staticNames(owner), prefix).map(name => describe(name, staticAttribute(owner, name)));
}

/** Names that begin with the prefix, sorted; private ones only when an underscore was typed. */
function selectNames(all: Iterable<string>, prefix: string): string[] {
  const found: string[] = [];
  for (const name of all)
    if (name.startsWith(prefix) && (prefix.startsWith('_') || !name.startsWith('_'))) found.push(name);
  return found.filter(isIdentifier).sort(compare);
}

function isIdentifier(name: string): boolean {
  return /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*$/u.test(name);
}

function compare(a: string, b: string): number {
  const x = a.toLowerCase();
  const y = b.toLowerCase();
  return x < y ? -1 : x > y ? 1 : a < b ? -1 : a > b ? 1 : 0;
}

/** What to say of a name that stands for the object. */
export function describe(text: string, found: Found | null): Match {
  const o = found?.object ?? null;
  if (found === null || o === null) return { text, type: 'instance' };
  if (o.type === T_PROPERTY) return { text, type: 'property' };
  if (isModule(o)) return { text, type: 'module' };
  if (isType(o)) return { text, type: 'class' };
  if (!isRoutine(o.type)) return { text, type: o.type.name.endsWith('_descriptor') ? 'property' : 'instance' };
  const signature = callSignature(found, o);
  return signature === null ? { text, type: 'function' } : { text, type: 'function', signature };
}

const ROUTINES = new Set([
  'function',
  'method',
  'builtin_function_or_method',
  'method_descriptor',
  'classmethod_descriptor',
  'wrapper_descriptor',
  'method-wrapper',
]);

function isRoutine(type: TypeBody): boolean {
  return ROUTINES.has(type.name) || type === T_CLASSMETHOD || type === T_STATICMETHOD;
}

// ---- names

/** Names of the namespace and of builtins, and keywords. */
function names(prefix: string): Match[] {
  const all = new Set<string>(KEYWORDS);
  const builtins = loadedModule('builtins');
  for (const dict of [shell.namespace, isModule(builtins!) ? builtins.dict! : shell.namespace])
    for (const [key] of dict_items(dict)) if (isStr(key)) all.add(key.v);
  return selectNames(all, prefix).map(name => {
    if (KEYWORDS.has(name)) return { text: name, type: 'keyword' };
    const value = lookupName(name)!;
    return describe(name, { object: value, type: value.type, bound: false });
  });
}

/** `name=` for the parameters of the call that is open, as far as they are not given yet. */
function keywordArguments(code: string, tokens: Token[], before: Token[], prefix: string): Match[] {
  const last = before[before.length - 1];
  if (last === undefined || (last.text !== '(' && last.text !== ',')) return [];
  const bracket = openBracket(before);
  if (bracket < 0 || before[bracket].text !== '(') return [];
  const place = enclosingCall(before);
  if (place === null || place[1] !== before[bracket - 1]?.end) return [];
  const found = resolve(code.slice(...place));
  if (found === null || found.object === null) return [];
  const parameters = signatureOf(found.object)?.parameters ?? [];
  const given = givenKeywords(tokens.slice(bracket + 1));
  return parameters
    .slice(found.bound ? 1 : 0)
    .filter(
      p => (p.kind === 'positional' || p.kind === 'keyword-only') && p.name.startsWith(prefix) && !given.has(p.name),
    )
    .map(p => ({ text: `${p.name}=`, type: 'param' }));
}

/** Names followed by `=` directly in the call's parentheses. */
function givenKeywords(tokens: Token[]): Set<string> {
  const found = new Set<string>();
  let depth = 0;
  tokens.forEach((t, i) => {
    if (t.kind === 'op' && '([{'.includes(t.text)) depth++;
    else if (t.kind === 'op' && ')]}'.includes(t.text)) depth--;
    else if (depth === 0 && t.text === '=' && tokens[i - 1]?.kind === 'name') found.add(tokens[i - 1].text);
  });
  return found;
}
