/** A cell's outputs beside those that stood in the notebook. */

import type { CellResult } from './run.ts';
import { outputLines } from './text.ts';

const MIN_COLUMN = 30;
const SEPARATOR = ' | ';

/** Cuts a line into pieces of at most `width` characters; an empty line is one piece. */
function wrap(line: string, width: number): string[] {
  const pieces: string[] = [];
  for (let start = 0; start === 0 || start < line.length; start += width) pieces.push(line.slice(start, start + width));
  return pieces;
}

/** Two columns; a line that differs is marked. Returns the rows, and how many lines differ. */
export function compareCell(
  { before, cell }: CellResult,
  terminalWidth: number,
): { rows: string[]; differing: number } {
  const ours = outputLines(cell.outputs ?? []);
  const theirs = outputLines(before);
  const available = Math.max(MIN_COLUMN, Math.floor((terminalWidth - SEPARATOR.length - 2) / 2));
  const longest = Math.max('Vivarium'.length, ...ours.map(line => line.length), ...theirs.map(line => line.length));
  const width = Math.min(available, longest);
  const row = (mark: string, left = '', right = '') => `${mark} ${left.padEnd(width)}${SEPARATOR}${right}`.trimEnd();
  const rows: string[] = [];
  let differing = 0;
  for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
    const equal = ours[i] === theirs[i];
    if (!equal) differing++;
    const left = i < ours.length ? wrap(ours[i], width) : [];
    const right = i < theirs.length ? wrap(theirs[i], width) : [];
    for (let j = 0; j < Math.max(left.length, right.length); j++) rows.push(row(equal ? ' ' : '!', left[j], right[j]));
  }
  if (rows.length > 0) rows.unshift(row(' ', 'Vivarium', 'the notebook'));
  return { rows, differing };
}
