/** Where functions and classes come from (inspect.getsourcefile and getsource). Nothing is run. */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { dict_getStr, dict_items } from '../objects/dict.ts';
import { T_CLASSMETHOD, T_STATICMETHOD } from '../objects/funcobjects.ts';
import { T_FUNCTION, type FunctionBody } from '../objects/function.ts';
import { T_METHOD } from '../objects/method.ts';
import { isModule } from '../objects/module.ts';
import { typeModule } from '../objects/object.ts';
import { isStr } from '../objects/str.ts';
import { isType } from '../objects/type.ts';
import { loadedModule } from '../runtime/import.ts';
import { sourceLines } from '../runtime/linecache.ts';

/** The Python function behind a function, method, classmethod or staticmethod. */
function functionBehind(o: PyObject): FunctionBody | null {
  while (o.type === T_METHOD || o.type === T_CLASSMETHOD || o.type === T_STATICMETHOD) {
    const inner: PyObject | null = o.type === T_METHOD ? o.v.func : o.v;
    if (inner === null) return null;
    o = inner;
  }
  return o.type === T_FUNCTION ? (o.v as FunctionBody) : null;
}

/** The file that defines it, or null for builtins and classes of cells. */
export function fileOf(o: PyObject): string | null {
  const f = functionBehind(o);
  if (f !== null) return f.code.v.filename.v;
  const module = isModule(o) ? o : isType(o) ? loadedModule(typeModule(o.v) ?? '') : null;
  if (module === null || !isModule(module)) return null;
  const file = dict_getStr((module as PyContainer).dict!, '__file__');
  return file !== null && isStr(file) ? file.v : null;
}

/** The source text of a function or class, or null. */
export function sourceOf(o: PyObject): string | null {
  const f = functionBehind(o);
  if (f !== null) {
    const lines = sourceLines(f.code.v.filename.v);
    return lines === null ? null : block(lines, f.code.v.unit.firstlineno - 1);
  }
  return isType(o) ? classSource(o) : null;
}

/** The class statement in the file of one of the class's functions, or of its module. */
function classSource(o: PyContainer): string | null {
  const name = (o.v.htName?.v as string | undefined) ?? null;
  if (name === null) return null;
  const files = new Set<string>();
  for (const [, value] of dict_items(o.v.dict)) {
    const f = functionBehind(value);
    if (f !== null) files.add(f.code.v.filename.v);
  }
  const module = fileOf(o);
  if (module !== null) files.add(module);
  const statement = new RegExp(`^\\s*class\\s+${name}\\b`);
  for (const file of files) {
    const lines = sourceLines(file);
    if (lines === null) continue;
    let first = lines.findIndex(line => statement.test(line));
    if (first < 0) continue;
    while (first > 0 && /^\s*@/.test(lines[first - 1])) first--;
    return block(lines, first);
  }
  return null;
}

/** Lines of the block that begins at index `first` (inspect.getblock): decorators, header, and all that is indented deeper. */
function block(lines: string[], first: number): string {
  const indentOf = (line: string): number => /^[ \t]*/.exec(line)![0].length;
  const base = indentOf(lines[first]);
  let end = first;
  // Decorators, and a header of several lines up to its colon.
  while (end < lines.length && /^\s*@/.test(lines[end])) end++;
  let depth = 0;
  for (; end < lines.length; end++) {
    for (const c of lines[end].replace(/(['"]).*?\1|#.*/g, '')) {
      if ('([{'.includes(c)) depth++;
      else if (')]}'.includes(c)) depth--;
    }
    if (depth <= 0) break;
  }
  end++;
  let last = end;
  for (let i = end; i < lines.length; i++) {
    const line = lines[i];
    if (line.trim() === '') continue;
    if (indentOf(line) <= base) {
      // Less indented lines of a multi-line string belong to the block as well.
      if (!insideString(lines, first, i)) break;
    }
    last = i + 1;
  }
  return `${lines.slice(first, last).join('\n')}\n`;
}

/** Does line `at` begin inside a triple-quoted string opened after line `first`? */
function insideString(lines: string[], first: number, at: number): boolean {
  let quote = '';
  for (const line of lines.slice(first, at)) {
    for (let i = 0; i < line.length; i++) {
      if (quote !== '') {
        if (line.startsWith(quote, i)) {
          i += 2;
          quote = '';
        }
      } else if (line.startsWith('"""', i) || line.startsWith("'''", i)) {
        quote = line.slice(i, i + 3);
        i += 2;
      } else if (line[i] === '#') break;
    }
  }
  return quote !== '';
}
