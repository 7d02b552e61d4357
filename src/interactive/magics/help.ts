/** Magics that tell about objects and about the magics (IPython.core.magics.namespace and basic). */
import type { PyObject } from '../../heap/object.ts';
import { incref } from '../../heap/refcount.ts';
import { None } from '../../objects/singletons.ts';
import { describeDefinition, describeDocstring, describeName, describeSource, namesMatching } from '../inspection.ts';
import { page, print } from './print.ts';
import { cellMagicNames, lineMagicNames, magicDoc } from './registry.ts';

const none = (): PyObject => incref(None);

function show(line: string, describe: (name: string) => string | null): PyObject {
  const name = line.trim().replace(/^\?+|\?+$/g, '');
  const magic = name.startsWith('%') ? magicDoc(name.replace(/^%+/, '')) : null;
  const text = magic ?? describe(name) ?? magicDoc(name);
  if (text === null) print(`Object \`${name}\` not found.\n`);
  else page(text);
  return none();
}

export function pinfo(line: string): PyObject {
  return show(line, name => describeName(name, 0));
}

export function pinfo2(line: string): PyObject {
  return show(line, name => describeName(name, 1));
}

export function pdoc(line: string): PyObject {
  return show(line, describeDocstring);
}

export function psource(line: string): PyObject {
  const name = line.trim();
  const source = describeSource(name);
  if (source === null) print(`No source found for ${name}\n`);
  else page(source);
  return none();
}

/** `%pdef F`: prints the call signature. */
export function pdef(line: string): PyObject {
  const text = describeDefinition(line.trim());
  print(text === null ? `Object \`${line.trim()}\` not found.\n` : ` ${text}\n `);
  return none();
}

/** `%psearch PATTERN`, `*int*?`: names that match. */
export function psearch(line: string): PyObject {
  const pattern = line.trim().split(/\s+/)[0];
  page(namesMatching(pattern).join('\n'));
  return none();
}

function listing(): string {
  const lines = lineMagicNames().map(name => `%${name}`);
  const cells = cellMagicNames().map(name => `%%${name}`);
  return `Available line magics:\n${lines.join('  ')}\n\nAvailable cell magics:\n${cells.join('  ')}\n`;
}

export function lsmagic(): PyObject {
  print(listing());
  return none();
}

const INTRODUCTION = `A line that begins with % is a line magic: the rest of the line is its argument. A cell that begins
with %% is a cell magic: it gets the rest of the first line and all lines below. %NAME? tells about one.
`;

export function magic(): PyObject {
  const docs = lineMagicNames().map(name => `%${name}\n    ${magicDoc(name) ?? ''}`);
  page(`${INTRODUCTION}\n${docs.join('\n')}\n\n${listing()}`);
  return none();
}
