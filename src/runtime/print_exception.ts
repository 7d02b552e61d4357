/**
 * Exceptions as CPython's interpreter prints them (Python/pythonrun.c print_exception, Python/traceback.c): the traceback with
 * its carets, the chain, notes, groups and "did you mean".
 */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref, xdecref } from '../heap/refcount.ts';
import { getMember } from '../exceptions/base.ts';
import { isPyException, type PyException } from '../exceptions/body.ts';
import { groupExceptions, isGroup } from '../exceptions/group.ts';
import { T_SyntaxError } from '../exceptions/types.ts';
import { isInt } from '../objects/int.ts';
import { isList } from '../objects/list.ts';
import { typeModule } from '../objects/object.ts';
import { None } from '../objects/singletons.ts';
import { isStr } from '../objects/str.ts';
import { isTuple } from '../objects/tuple.ts';
import { isSubtype } from '../objects/type_lookup.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { reprString, strString } from '../protocols/object.ts';
import { caretLine, type Location } from './anchors.ts';
import { suggestion } from './suggestions.ts';
import { sourceLine } from './linecache.ts';
import { tracebackEntries } from './traceback_entries.ts';

/** One line pair of a traceback. */
export interface TracebackEntry extends Location {
  filename: string;
  name: string;
}

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n';
const MAX_GROUP_WIDTH = 15;
const MAX_GROUP_DEPTH = 10;
/** After so many equal lines the rest is counted (TB_RECURSIVE_CUTOFF). */
const RECURSIVE_CUTOFF = 3;

interface Context {
  out: string[];
  seen: Set<PyObject>;
  depth: number;
  /** Closing line wanted by the last exception of a group. */
  needClose: boolean;
}

/** The whole text for an uncaught exception, as on stderr. */
export function formatException(exc: PyException): string {
  const ctx: Context = { out: [], seen: new Set(), depth: 0, needClose: false };
  printRecursive(ctx, exc);
  return ctx.out.join('');
}

function write(ctx: Context, text: string): void {
  ctx.out.push(text);
}

function indentOf(ctx: Context): string {
  return '  '.repeat(ctx.depth);
}

/** Writes lines with the group's margin. */
function lines(ctx: Context, text: string): void {
  for (const part of text.split('\n')) line(ctx, part);
}

/** The same for a text whose own newlines, if any, get no margin. */
function line(ctx: Context, text: string): void {
  write(ctx, `${indentOf(ctx)}${ctx.depth > 0 ? '| ' : ''}${text}\n`);
}

function printRecursive(ctx: Context, exc: PyException): void {
  ctx.seen.add(exc);
  const { cause, context, suppressContext } = exc.v;
  if (cause !== null) {
    if (!ctx.seen.has(cause)) printChained(ctx, cause as PyException, CAUSE);
  } else if (context !== null && !suppressContext && !ctx.seen.has(context)) {
    printChained(ctx, context as PyException, CONTEXT);
  }
  if (isGroup(exc)) printGroup(ctx, exc);
  else printOne(ctx, exc);
}

function printChained(ctx: Context, exc: PyException, text: string): void {
  const needClose = ctx.needClose;
  printRecursive(ctx, exc);
  ctx.needClose = needClose;
  lines(ctx, text);
}

/** print_exception */
function printOne(ctx: Context, exc: PyException): void {
  const tb = exc.v.traceback;
  if (tb !== null) {
    if (isGroup(exc)) {
      const margin = ctx.depth === 1 ? '+ ' : ctx.depth > 0 ? '| ' : '';
      write(ctx, `${indentOf(ctx)}${margin}Exception Group Traceback (most recent call last):\n`);
    } else line(ctx, 'Traceback (most recent call last):');
    printTraceback(ctx, tb);
  }
  for (const part of summaryLines(exc)) line(ctx, part);
}

/** print_exception_group */
function printGroup(ctx: Context, exc: PyException): void {
  if (ctx.depth > MAX_GROUP_DEPTH) {
    line(ctx, `... (max_group_depth is ${MAX_GROUP_DEPTH})`);
    return;
  }
  if (ctx.depth === 0) ctx.depth = 1;
  printOne(ctx, exc);
  const all = groupExceptions(exc);
  const more = all.length - MAX_GROUP_WIDTH;
  const count = more > 0 ? MAX_GROUP_WIDTH + 1 : all.length;
  ctx.needClose = false;
  for (let i = 0; i < count; i++) {
    const last = i === count - 1;
    // The closing line may be written inside.
    if (last) ctx.needClose = true;
    const truncated = i >= MAX_GROUP_WIDTH;
    const label = truncated ? '...' : String(i + 1);
    write(ctx, `${indentOf(ctx)}${i === 0 ? '+-' : '  '}+---------------- ${label} ----------------\n`);
    ctx.depth++;
    if (truncated) line(ctx, `and ${more} more exception${more > 1 ? 's' : ''}`);
    else printRecursive(ctx, all[i]);
    if (last && ctx.needClose) {
      write(ctx, `${indentOf(ctx)}+------------------------------------\n`);
      ctx.needClose = false;
    }
    ctx.depth--;
  }
  if (ctx.depth === 1) ctx.depth = 0;
}

/** File and line of every frame; repeated ones are counted (PyTraceBack_Print). */
function printTraceback(ctx: Context, tb: PyObject): void {
  const entries = tracebackEntries(tb as PyContainer);
  const limit = 1000;
  let repeated = 0;
  let previous: TracebackEntry | null = null;
  for (const e of entries.slice(Math.max(0, entries.length - limit))) {
    const same =
      previous !== null && e.filename === previous.filename && e.lineno === previous.lineno && e.name === previous.name;
    if (!same) {
      printRepeated(ctx, repeated);
      previous = e;
      repeated = 0;
    }
    repeated++;
    if (repeated <= RECURSIVE_CUTOFF) lines(ctx, entryText(e));
  }
  printRepeated(ctx, repeated);
}

function printRepeated(ctx: Context, repeated: number): void {
  const more = repeated - RECURSIVE_CUTOFF;
  if (more > 0) line(ctx, `  [Previous line repeated ${more} more time${more > 1 ? 's' : ''}]`);
}

/** `  File "x", line 1, in f`, the source line and its carets. */
export function entryText(e: TracebackEntry): string {
  let text = `  File "${e.filename}", line ${e.lineno}, in ${e.name}`;
  const source = sourceLine(e.filename, e.lineno);
  if (source === null) return text;
  const stripped = source.replace(/^[ \t\f]+/, '').replace(/[\r\n]+$/, '');
  text += `\n    ${stripped.replace(/[ \t\f]+$/, '')}`;
  const carets = caretLine(source, e);
  return carets === null ? text : `${text}\n    ${carets}`;
}

/** `module.Name: message`, preceded by the place of a SyntaxError, followed by notes. */
export function summaryLines(exc: PyException): string[] {
  const lines: string[] = [];
  const syntax = isSubtype(exc.type, T_SyntaxError) && getMember(exc, 'print_file_and_line') !== null;
  let message = '';
  if (isSubtype(exc.type, T_SyntaxError) && (syntax || getMember(exc, 'lineno') !== null)) {
    // The text and its carets get no margin inside a group.
    const place = syntaxErrorLines(exc);
    if (place.length > 0) lines.push(place.join('\n'));
    const msg = getMember(exc, 'msg');
    message = msg === null || msg === None ? '<no detail available>' : strString(msg);
  } else {
    try {
      message = strString(exc);
    } catch (e) {
      if (!isPyException(e)) throw e;
      decref(e);
      message = '<exception str() failed>';
    }
    message += suggestion(exc) ?? '';
  }
  lines.push(message === '' ? exceptionName(exc) : `${exceptionName(exc)}: ${message}`);
  lines.push(...noteLines(exc));
  return lines;
}

/** Name of the exception's class, with its module unless that is builtins or __main__. */
export function exceptionName(exc: PyException): string {
  const type = exc.type;
  const module = typeModule(type);
  const qualname =
    type.qualname === null ? type.name.slice(type.name.lastIndexOf('.') + 1) : (type.qualname.v as string);
  if (module === null) return `<unknown>.${qualname}`;
  return module === 'builtins' || module === '__main__' ? qualname : `${module}.${qualname}`;
}

/** The lines of `__notes__`. */
export function noteLines(exc: PyException): string[] {
  const notes = lookupattrStr(exc, '__notes__');
  if (notes === null) return [];
  const lines: string[] = [];
  if (isList(notes) || isTuple(notes)) {
    for (const note of notes.v as PyObject[]) {
      const text = isStr(note) ? (note.v as string) : safe(() => strString(note), '<note str() failed>');
      lines.push(...text.split('\n'));
    }
  } else lines.push(safe(() => reprString(notes), '<__notes__ repr() failed>'));
  xdecref(notes);
  return lines;
}

function safe(f: () => string, fallback: string): string {
  try {
    return f();
  } catch (e) {
    if (!isPyException(e)) throw e;
    decref(e);
    return fallback;
  }
}

/** File, source line and carets of a SyntaxError (print_error_text). */
export function syntaxErrorLines(exc: PyException): string[] {
  const filename = getMember(exc, 'filename');
  const lineno = getMember(exc, 'lineno');
  if (lineno === null || !isInt(lineno)) return [];
  const file = filename === null || filename === None ? '<string>' : strString(filename);
  const lines = [`  File "${file}", line ${lineno.v}`];
  const text = getMember(exc, 'text');
  if (text === null || !isStr(text)) return lines;
  const source = text.v as string;
  const offset = numberOf(getMember(exc, 'offset'));
  // Only SyntaxError itself is underlined over its whole width.
  let endOffset = exc.type === T_SyntaxError ? numberOf(getMember(exc, 'end_offset')) : null;
  const endLineno = numberOf(getMember(exc, 'end_lineno'));
  const chars = [...source.replace(/[\r\n]+$/, '')];
  const indent = chars.length - [...chars.join('').replace(/^[ \t\f]+/, '')].length;
  lines.push(`    ${chars.slice(indent).join('')}`);
  if (offset === null || offset < 1) return lines;
  if (endOffset !== null && endLineno !== null && endLineno > Number(lineno.v)) endOffset = chars.length + 1;
  const start = offset - 1 - indent;
  let end = (endOffset === null || endOffset < 1 ? offset + 1 : endOffset) - 1 - indent;
  if (start >= 0) {
    if (end <= start) end = start + 1;
    lines.push(`    ${' '.repeat(start)}${'^'.repeat(end - start)}`);
  }
  return lines;
}

function numberOf(o: PyObject | null): number | null {
  return o !== null && isInt(o) ? Number(o.v) : null;
}
