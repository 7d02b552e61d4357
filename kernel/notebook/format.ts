/** Notebook files: nbformat 4, read and written as Jupyter's nbformat package does. */

import { readFileSync } from 'node:fs';
import type { Json, JsonObject } from '../../src/host/contract.ts';

/** Text in a notebook file: one string, or its lines. */
type MultilineText = string | string[];

export interface Notebook {
  cells: Cell[];
  metadata: JsonObject;
  nbformat: number;
  nbformat_minor: number;
}

export interface Cell {
  cell_type: string;
  source: MultilineText;
  metadata: JsonObject;
  id?: string;
  outputs?: Output[];
  execution_count?: number | null;
}

export type Output = { output_type: string } & JsonObject;

/** The text of a multiline field. */
export function textOf(text: Json | undefined): string {
  return Array.isArray(text) ? text.join('') : typeof text === 'string' ? text : '';
}

/** Reads a notebook. Raises an Error with one clear line when the file is none. */
export function readNotebook(file: string): Notebook {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`cannot read ${file}: ${(error as Error).message}`, { cause: error });
  }
  let notebook: Partial<Notebook> | null;
  try {
    notebook = JSON.parse(text) as Partial<Notebook> | null;
  } catch (error) {
    throw new Error(`${file} is not a notebook: ${(error as Error).message}`, { cause: error });
  }
  if (notebook?.nbformat !== 4 || !Array.isArray(notebook.cells)) {
    throw new Error(`${file} is not a notebook of format 4`);
  }
  return { nbformat_minor: 0, metadata: {}, ...notebook } as Notebook;
}

/** What Python's `str.splitlines(True)` gives. */
function lines(text: string): string[] {
  return (
    text.match(
      /[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])|[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+$/g,
    ) ?? []
  );
}

function splitOutput(output: Output): Output {
  const split = { ...output };
  if (typeof split.text === 'string') split.text = lines(split.text);
  if (typeof split.data === 'object' && split.data !== null) {
    split.data = Object.fromEntries(
      Object.entries(split.data).map(([mime, value]) => {
        const isText = typeof value === 'string' && mime !== 'application/json';
        return [mime, isText ? lines(value) : value];
      }),
    );
  }
  return split;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}

/** The text of a notebook file: keys sorted, one space of indent, long texts as lists of lines. */
export function formatNotebook(notebook: Notebook): string {
  const cells = notebook.cells.map(cell => {
    const split = { ...cell, source: lines(textOf(cell.source)) };
    if (cell.outputs) split.outputs = cell.outputs.map(splitOutput);
    return split;
  });
  return `${JSON.stringify(sorted({ ...notebook, cells }), null, 1)}\n`;
}
