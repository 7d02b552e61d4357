/** Tracebacks in IPython's layout: a header, each frame with lines around the failing one, the message. ANSI coloured. */
import type { PyContainer, PyObject } from '../heap/object.ts';
import type { PyException } from '../exceptions/body.ts';
import { T_SyntaxError } from '../exceptions/types.ts';
import { isSubtype } from '../objects/type_lookup.ts';
import {
  exceptionName,
  noteLines,
  summaryLines,
  syntaxErrorLines,
  type TracebackEntry,
} from '../runtime/print_exception.ts';
import { isGroup } from '../exceptions/group.ts';
import { formatException } from '../runtime/print_exception.ts';
import { sourceLines } from '../runtime/linecache.ts';
import { tracebackEntries } from '../runtime/traceback_entries.ts';
import { cellOf } from './cells.ts';
import { RECURSION_SHOWN } from './limits.ts';

const WIDTH = 75;
const RED = '\x1b[31m';
const GREEN = '\x1b[32m';
const CYAN = '\x1b[36m';
const BOLD_GREEN = '\x1b[1;32m';
const RESET = '\x1b[39m\x1b[0m';
const HIGHLIGHT = '\x1b[43m';
const NO_HIGHLIGHT = '\x1b[49m';

/** The lines of an `error` message's traceback. */
export function formatNotebookTraceback(exc: PyException): string[] {
  if (isGroup(exc)) return formatException(exc).split('\n');
  const parts: string[] = [];
  const chain: [PyException, string | null][] = [];
  const seen = new Set<PyObject>();
  let current: PyException | null = exc;
  while (current !== null && !seen.has(current)) {
    seen.add(current);
    const { cause, context, suppressContext }: PyException['v'] = current.v;
    const next: PyObject | null = cause ?? (suppressContext ? null : context);
    chain.push([
      current,
      next === null
        ? null
        : cause !== null
          ? 'The above exception was the direct cause of the following exception:'
          : 'During handling of the above exception, another exception occurred:',
    ]);
    current = next as PyException | null;
  }
  chain.reverse();
  parts.push(`${RED}${'-'.repeat(WIDTH)}${RESET}`);
  chain.forEach(([e, link], i) => {
    if (i > 0 && link !== null) parts.push('', link, '');
    parts.push(...formatOne(e));
  });
  return parts;
}

function formatOne(exc: PyException): string[] {
  const name = exceptionName(exc);
  const entries = exc.v.traceback === null ? [] : tracebackEntries(exc.v.traceback as PyContainer);
  // What the shell itself ran is not the user's.
  const shown = entries;
  if (isSubtype(exc.type, T_SyntaxError) && syntaxErrorLines(exc).length > 0) return syntaxLines(exc, shown);
  const parts: string[] = [];
  if (shown.length > 0) {
    const title = 'Traceback (most recent call last)';
    parts.push(`${RED}${name}${RESET}${title.padStart(WIDTH - name.length)}`);
    parts.push(...frames(shown));
    parts.push('');
  }
  parts.push(...messageLines(exc));
  return parts;
}

function messageLines(exc: PyException): string[] {
  const name = exceptionName(exc);
  const notes = noteLines(exc);
  const all = summaryLines(exc);
  const summary = all.slice(0, all.length - notes.length).join('\n');
  return [`${RED}${name}${RESET}${summary.slice(name.length) || ': '}`, ...notes];
}

function syntaxLines(exc: PyException, entries: TracebackEntry[]): string[] {
  const parts: string[] = entries.length > 0 ? frames(entries) : [];
  const [file, ...rest] = syntaxErrorLines(exc);
  const m = /^ {2}File "(.*)", line (\d+)$/.exec(file);
  const cell = m === null ? null : cellOf(m[1]);
  parts.push(
    cell === null ? file : `  ${CYAN}Cell ${GREEN}In[${cell}]${CYAN}, line ${m![2]}${RESET}`,
    ...rest,
    ...syntaxMessage(exc),
  );
  return parts;
}

/** Frames, with long runs of the same recursion cut. */
function frames(entries: TracebackEntry[]): string[] {
  const out: string[] = [];
  const key = (e: TracebackEntry): string => `${e.filename}:${e.lineno}:${e.name}`;
  for (let i = 0; i < entries.length;) {
    let run = 1;
    while (i + run < entries.length && key(entries[i + run]) === key(entries[i])) run++;
    const shown = Math.min(run, RECURSION_SHOWN);
    for (let j = 0; j < shown; j++) out.push(frame(entries[i + j]));
    if (run > shown) out.push(`    [... skipping similar frames: ${where(entries[i])} (${run - shown} times)]`);
    i += run;
  }
  return out;
}

function where(e: TracebackEntry): string {
  return `${e.name} at line ${e.lineno}`;
}

function location(e: TracebackEntry): string {
  const cell = cellOf(e.filename);
  const place =
    cell !== null
      ? `${CYAN}Cell ${GREEN}In[${cell}]${CYAN}, line ${e.lineno}${RESET}`
      : `${CYAN}File ${GREEN}${e.filename}:${e.lineno}${RESET}`;
  if (e.name === '<module>') return place;
  return `${place}, in ${CYAN}${e.name}${RESET}`;
}

/** Two lines before and after the failing one, as far as its block of the file reaches. */
function frame(e: TracebackEntry): string {
  const lines = sourceLines(e.filename);
  if (lines === null) return location(e);
  const first = Math.max(1, e.lineno - 2);
  let last = Math.min(lines.length, e.lineno + 2);
  while (last > e.lineno && lines[last - 1].trim() === '') last--;
  const out = [location(e)];
  const width = Math.max(String(last).length, 1);
  for (let n = first; n <= last; n++) {
    const number = String(n).padStart(width);
    if (n === e.lineno) out.push(`${BOLD_GREEN}----> ${number}${RESET} ${marked(lines[n - 1], e)}`);
    else out.push(`${GREEN}      ${number}${RESET} ${lines[n - 1]}`);
  }
  return out.join('\n');
}

/** The failing expression on a yellow ground. */
function marked(line: string, e: TracebackEntry): string {
  if (e.col < 0 || e.lineno !== e.end_lineno || e.end_col > line.length) return line;
  if (line.slice(0, e.col).trim() === '' && line.slice(e.end_col).trim() === '') return line;
  return `${line.slice(0, e.col)}${HIGHLIGHT}${line.slice(e.col, e.end_col)}${NO_HIGHLIGHT}${line.slice(e.end_col)}`;
}

/** `SyntaxError: message` without the place, which stands above already. */
function syntaxMessage(exc: PyException): string[] {
  const name = exceptionName(exc);
  const lines = summaryLines(exc);
  const at = lines.findIndex(line => line.startsWith(name));
  return [`${RED}${name}${RESET}${lines[at].slice(name.length)}`, ...lines.slice(at + 1)];
}
