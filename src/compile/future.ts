/** `from __future__ import ...` (Python/future.c). */
import type { Mod, Stmt } from '../syntax/ast.ts';
import { compileError, type SourceInfo } from './errors.ts';

export const CO_FUTURE_BARRY_AS_BDFL = 0x400000;
export const CO_FUTURE_ANNOTATIONS = 0x1000000;

const MANDATORY = new Set([
  'nested_scopes',
  'generators',
  'division',
  'absolute_import',
  'with_statement',
  'print_function',
  'unicode_literals',
  'generator_stop',
]);

/** The CO_FUTURE_* flags that a program's own future statements set. Throws PySyntaxError for a wrong one. */
export function futureFlags(mod: Mod, source: SourceInfo): number {
  if (mod.kind === 'Expression') return 0;
  let flags = 0;
  let done = false;
  let docstringAllowed = true;
  for (const s of mod.body) {
    if (isFuture(s)) {
      if (done) compileError(source, s, 'from __future__ imports must occur at the beginning of the file');
      for (const a of s.names) {
        if (a.name === 'annotations') flags |= CO_FUTURE_ANNOTATIONS;
        else if (a.name === 'barry_as_FLUFL') flags |= CO_FUTURE_BARRY_AS_BDFL;
        else if (a.name === 'braces') compileError(source, s, 'not a chance');
        else if (!MANDATORY.has(a.name)) compileError(source, s, `future feature ${a.name} is not defined`);
      }
    } else if (s.kind === 'Expr' && s.value.kind === 'Constant' && s.value.value.t === 'str' && docstringAllowed) {
      docstringAllowed = false;
    } else done = true;
  }
  return flags;
}

export function isFuture(s: Stmt): s is Extract<Stmt, { kind: 'ImportFrom' }> {
  return s.kind === 'ImportFrom' && s.level === 0 && s.module === '__future__';
}
