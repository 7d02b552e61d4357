/**
 * From what is typed in a cell to Python: leading indentation, pasted prompts, `%magics`, `!commands` and `?help` become calls on
 * `get_ipython()` (IPython.core.inputtransformer2).
 */

/** `%%magic line` and the rest of the cell. */
export interface CellMagic {
  name: string;
  line: string;
  body: string;
}

/** The cell magic a cell starts with, or null. */
export function cellMagic(cell: string): CellMagic | null {
  const m = /^%%([A-Za-z_!]\w*)[ \t]*([^\n]*)(?:\n|$)/.exec(cell);
  if (m === null) return null;
  return { name: m[1], line: m[2].trim(), body: cell.slice(m[0].length) };
}

/** Removes what is in front of all lines: common indentation of the first line, `>>>` or `In [n]:` prompts. */
export function cleanCell(cell: string): string {
  let lines = cell.split('\n');
  const first = lines.findIndex(line => line.trim() !== '');
  if (first < 0) return cell;
  lines = lines.slice(first);
  if (/^\s*>>> ?/.test(lines[0])) {
    lines = lines.map(line => line.replace(/^\s*(>>> ?|\.\.\. ?)/, ''));
  } else if (/^(In \[\d+\]: )/.test(lines[0])) {
    lines = lines.map(line => line.replace(/^(In \[\d+\]: |\s*\.{3,}: ?)/, ''));
  }
  const indent = /^[ \t]+/.exec(lines[0])?.[0];
  if (indent !== undefined && lines.every(line => line.trim() === '' || line.startsWith(indent)))
    lines = lines.map(line => (line.startsWith(indent) ? line.slice(indent.length) : line));
  return [...new Array<string>(first).fill(''), ...lines].join('\n');
}

/** A Python literal for a string. */
export function quoted(s: string): string {
  return `'${s.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n')}'`;
}

const MAGIC_ASSIGN = /^(\s*)([A-Za-z_][\w.,\s[\]'"]*?)\s*=\s*(%|!)(?![%=])(.+)$/;
const MAGIC = /^(\s*)%([A-Za-z_]\w*)[ \t]*(.*)$/;
const SHELL = /^(\s*)(!!?)(.+)$/;
const HELP_END = /^(\s*)(%{0,2}[A-Za-z_*][\w.*\[\]'"]*)(\?{1,2})\s*;?\s*$/;
const HELP_START = /^(\s*)(\?{1,2})\s*(%{0,2}[A-Za-z_*][\w.*]*)\s*;?\s*$/;

/** Rewrites the lines of a cell that are not Python; lines inside strings and brackets are left alone. */
export function transformCell(cell: string): string {
  if (!/[%!?]/.test(cell)) return cell;
  const lines = cell.split('\n');
  const inside = continuationLines(cell, lines);
  for (let i = 0; i < lines.length; i++) {
    if (inside[i]) continue;
    let text = lines[i];
    let last = i;
    // A magic may continue behind a backslash.
    while (/^\s*[%!]/.test(lines[i]) && text.endsWith('\\') && last + 1 < lines.length)
      text = text.slice(0, -1) + lines[++last];
    const rewritten = transformLine(text);
    if (rewritten === null) continue;
    lines[i] = rewritten;
    for (let j = i + 1; j <= last; j++) lines[j] = '';
    i = last;
  }
  return lines.join('\n');
}

function transformLine(line: string): string | null {
  let m = MAGIC_ASSIGN.exec(line);
  if (m !== null && !/[=!<>%]$/.test(m[2].trimEnd())) {
    const [, indent, target, sign, rest] = m;
    if (sign === '!') return `${indent}${target} = get_ipython().getoutput(${quoted(rest.trim())})`;
    const magic = /^([A-Za-z_]\w*)[ \t]*(.*)$/.exec(rest);
    if (magic !== null)
      return `${indent}${target} = get_ipython().run_line_magic(${quoted(magic[1])}, ${quoted(magic[2].trim())})`;
  }
  m = HELP_START.exec(line);
  if (m !== null) return help(m[1], m[3], m[2]);
  m = HELP_END.exec(line);
  if (m !== null) return help(m[1], m[2], m[3]);
  m = MAGIC.exec(line);
  if (m !== null) return `${m[1]}get_ipython().run_line_magic(${quoted(m[2])}, ${quoted(m[3].trim())})`;
  m = SHELL.exec(line);
  if (m !== null)
    return m[2] === '!!'
      ? `${m[1]}get_ipython().getoutput(${quoted(m[3].trim())})`
      : `${m[1]}get_ipython().system(${quoted(m[3].trim())})`;
  return null;
}

function help(indent: string, target: string, marks: string): string {
  const magic = target.includes('*') ? 'psearch' : marks === '??' ? 'pinfo2' : 'pinfo';
  return `${indent}get_ipython().run_line_magic(${quoted(magic)}, ${quoted(target)})`;
}

/** For each line: does it start inside a string or inside brackets, or behind a backslash? */
function continuationLines(cell: string, lines: string[]): boolean[] {
  const inside = new Array<boolean>(lines.length).fill(false);
  let quote = '';
  let depth = 0;
  let line = 0;
  for (let i = 0; i < cell.length; i++) {
    const c = cell[i];
    if (c === '\n') {
      line++;
      if (quote.length === 1 && cell[i - 1] !== '\\') quote = '';
      inside[line] = quote !== '' || depth > 0 || (cell[i - 1] === '\\' && !/^\s*[%!]/.test(lines[line - 1]));
      continue;
    }
    if (quote !== '') {
      if (c === '\\') {
        // An escaped line end still counts as a line.
        if (cell[i + 1] !== '\n') i++;
      } else if (cell.startsWith(quote, i)) {
        i += quote.length - 1;
        quote = '';
      }
      continue;
    }
    // The text behind a magic is not Python.
    if ((c === '%' || c === '!') && depth === 0 && lines[line].trimStart().startsWith(c)) {
      const end = cell.indexOf('\n', i);
      if (end < 0) break;
      i = end - 1;
    } else if (c === '#') {
      const end = cell.indexOf('\n', i);
      if (end < 0) break;
      i = end - 1;
    } else if (c === '"' || c === "'") {
      quote = cell.startsWith(c.repeat(3), i) ? c.repeat(3) : c;
      i += quote.length - 1;
    } else if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c) && depth > 0) depth--;
  }
  return inside;
}
