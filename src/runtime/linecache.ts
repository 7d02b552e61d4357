/** Source lines for tracebacks: of cells and strings that were compiled, and of files. */
import { system } from '../objects/system.ts';
import { decodeSource } from '../syntax/source.ts';

const compiled = new Map<string, string[]>();
const files = new Map<string, string[] | null>();

/** Splits as the tokenizer counts lines. */
function split(source: string): string[] {
  return source.split(/\r\n|\r|\n/);
}

/** Remembers the source of a cell under its file name, so that tracebacks can show it. */
export function rememberSource(filename: string, source: string): void {
  compiled.set(filename, split(source));
}

/** All known lines of a file, or null. */
export function sourceLines(filename: string): string[] | null {
  const own = compiled.get(filename);
  if (own !== undefined) return own;
  if (filename.startsWith('<') && filename.endsWith('>')) return null;
  let lines = files.get(filename);
  if (lines === undefined) {
    try {
      lines = split(decodeSource(system.readFile(filename)));
    } catch {
      lines = null;
    }
    files.set(filename, lines);
  }
  return lines;
}

/** Line `lineno` (from 1) without its end, or null. */
export function sourceLine(filename: string, lineno: number): string | null {
  const lines = sourceLines(filename);
  return lines === null || lineno < 1 || lineno > lines.length ? null : lines[lineno - 1];
}
