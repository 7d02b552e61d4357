/** Magics by name, and running one (IPython.core.magic.MagicsManager). */
import type { PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { addRoot } from '../../heap/roots.ts';
import { None } from '../../objects/singletons.ts';
import { isStr, newStr } from '../../objects/str.ts';
import { lookupattrStr } from '../../protocols/attribute.ts';
import { call1, call2 } from '../../protocols/call.ts';
import { usageError } from './usage_error.ts';

/** A line magic gets the rest of its line; it answers a new reference, None for nothing. */
export type LineMagic = (line: string) => PyObject;
/** A cell magic gets the rest of the first line and the lines below. */
export type CellMagic = (line: string, cell: string) => PyObject;

const lineMagics = new Map<string, LineMagic>();
const cellMagics = new Map<string, CellMagic>();
const docs = new Map<string, string>();
/** Magics registered by Python code: functions, owned. They come first. */
const registered = { line: new Map<string, PyObject>(), cell: new Map<string, PyObject>() };

/** Rows: name, function, one line about it. */
export function addLineMagics(rows: [string, LineMagic, string][]): void {
  for (const [name, magic, doc] of rows) {
    lineMagics.set(name, magic);
    docs.set(name, doc);
  }
  addRoot('registered magics', () => [...registered.line.values(), ...registered.cell.values()]);
}

export function addCellMagics(rows: [string, CellMagic, string][]): void {
  for (const [name, magic, doc] of rows) {
    cellMagics.set(name, magic);
    if (!docs.has(name)) docs.set(name, doc);
  }
}

/** Registers a Python function (borrowed) as a magic. */
export function registerMagic(kind: 'line' | 'cell', name: string, f: PyObject): void {
  const old = registered[kind].get(name);
  registered[kind].set(name, incref(f));
  if (old !== undefined) decref(old);
}

export function lineMagicNames(): string[] {
  return [...new Set([...lineMagics.keys(), ...registered.line.keys()])].sort();
}

export function cellMagicNames(): string[] {
  return [...new Set([...cellMagics.keys(), ...registered.cell.keys()])].sort();
}

/** What is known of a magic, or null when there is none of that name. */
export function magicDoc(name: string): string | null {
  const own = registered.line.get(name) ?? registered.cell.get(name);
  if (own === undefined) return docs.get(name) ?? null;
  const doc = lookupattrStr(own, '__doc__');
  const text = doc !== null && isStr(doc) ? (doc.v as string) : '<no docstring>';
  if (doc !== null) decref(doc);
  return text;
}

/** Runs `%name line`; new reference. UsageError when there is no such magic. */
export function runLineMagic(name: string, line: string): PyObject {
  const own = registered.line.get(name);
  if (own !== undefined) return callWith(own, line, null);
  const magic = lineMagics.get(name);
  if (magic !== undefined) return magic(line);
  const hint = hasCellMagic(name) ? ` (But cell magic \`%%${name}\` exists, did you mean that instead?)` : '';
  return usageError(`Line magic function \`%${name}\` not found${hint}.`);
}

/** Runs `%%name line` on the lines below; new reference. UsageError when there is no such magic. */
export function runCellMagic(name: string, line: string, cell: string): PyObject {
  const body = cell === '' || cell.endsWith('\n') ? cell : `${cell}\n`;
  const own = registered.cell.get(name);
  if (own !== undefined) return callWith(own, line, body);
  const magic = cellMagics.get(name);
  if (magic !== undefined) return magic(line, body);
  const exists = lineMagics.has(name) || registered.line.has(name);
  const hint = exists ? ` (But line magic \`%${name}\` exists, did you mean that instead?)` : '';
  return usageError(`Cell magic \`%%${name}\` not found${hint}.`);
}

function hasCellMagic(name: string): boolean {
  return cellMagics.has(name) || registered.cell.has(name);
}

function callWith(f: PyObject, line: string, cell: string | null): PyObject {
  const l = newStr(line);
  const c = cell === null ? None : newStr(cell);
  try {
    return cell === null ? call1(f, l) : call2(f, l, c);
  } finally {
    decref(l);
    decref(c);
  }
}
