import type { ConstantExpr, Expr, FormattedValue, JoinedStr } from './ast.ts';
import { LiteralError } from './errors.ts';
import { annotated_rhs } from './expressions.ts';
import * as N from './nodes.ts';
import { FAILURE } from './parser.ts';
import type { Parser } from './parser.ts';
import { decodeString, parseString } from './strings.ts';
import * as T from './tokens.ts';
import type { Token } from './tokens.ts';

/** strings: (fstring | STRING)+ */
export function fstringOrStrings(p: Parser): Expr {
  const s = p.tok;
  const parts: Expr[] = [];
  do {
    const t = p.tok;
    if (t.type === T.STRING) {
      p.advance();
      parts.push(stringConstant(p, t));
    } else {
      parts.push(fstring(p));
    }
  } while (p.tok.type === T.STRING || p.tok.type === T.FSTRING_START);
  return concatenateStrings(parts, s, p.prev);
}

function stringConstant(p: Parser, t: Token): ConstantExpr {
  const text = p.text(t);
  return N.Constant(parseString(text, t.lineno, p.warnings), text.charCodeAt(0) === 0x75, t, t);
}

/** fstring: FSTRING_START (replacement field | FSTRING_MIDDLE)* FSTRING_END */
function fstring(p: Parser): Expr {
  const start = p.advance();
  const raw = /r/i.test(start.value);
  const values: Expr[] = [];
  while (p.tok.type !== T.FSTRING_END) {
    if (p.tok.type === T.LBRACE) {
      replacementField(p, values);
    } else {
      const t = p.expect(T.FSTRING_MIDDLE);
      const part = fstringText(p, t, raw);
      if (!isEmpty(part)) values.push(part);
    }
  }
  p.advance();
  return N.JoinedStr(values, start, p.prev);
}

function fstringText(p: Parser, t: Token, raw: boolean): ConstantExpr {
  const text = p.text(t);
  return N.Constant({ t: 'str', v: decodeString(text, raw, t.lineno, p.warnings, true) }, false, t, t);
}

/**
 * fstring_replacement_field: '{' annotated_rhs ['='] ['!' NAME] [':' format spec] '}', appended to `values`; with `=`
 * the source of the expression comes before it.
 */
function replacementField(p: Parser, values: Expr[]): void {
  const s = p.advance();
  const value = annotated_rhs(p);
  const debug = p.accept(T.EQUAL);
  const end = p.tok;
  let conversion = -1;
  if (end.type === T.EXCLAMATION) {
    p.advance();
    conversion = conversionCode(p, end);
  }
  let format_spec: JoinedStr | null = null;
  if (p.tok.type === T.COLON) format_spec = formatSpec(p);
  p.expect(T.RBRACE);
  if (debug && conversion < 0 && format_spec === null) conversion = 0x72;
  if (debug) {
    const v = debugText(p.source.slice(s.end, end.start));
    const from = { lineno: s.lineno, col_offset: s.col_offset + 1 };
    values.push(N.Constant({ t: 'str', v }, false, from, { end_lineno: end.lineno, end_col_offset: end.col_offset }));
  }
  const field: FormattedValue = N.FormattedValue(value, conversion, format_spec, s, p.prev);
  values.push(field);
}

/** The source between the braces without its comments (`set_fstring_expr`). */
function debugText(text: string): string {
  return text.replace(/#[^\n]*/g, '');
}

function conversionCode(p: Parser, bang: Token): number {
  const t = p.expect(T.NAME);
  if (t.lineno !== bang.lineno || t.col_offset !== bang.end_col_offset || !/^[sra]$/.test(t.value)) throw FAILURE;
  return t.value.charCodeAt(0);
}

/** fstring_full_format_spec: ':' (FSTRING_MIDDLE | replacement field)* */
function formatSpec(p: Parser): JoinedStr {
  const s = p.advance();
  const parts: Expr[] = [];
  while (p.tok.type !== T.RBRACE) {
    if (p.tok.type === T.LBRACE) {
      replacementField(p, parts);
    } else {
      // 3.12.1 decodes escapes here even in a raw f-string.
      parts.push(fstringText(p, p.expect(T.FSTRING_MIDDLE), false));
    }
  }
  if (parts.length === 1 && isEmpty(parts[0]!)) parts.pop();
  return N.JoinedStr(parts, s, p.prev);
}

function isEmpty(e: Expr): boolean {
  return e.kind === 'Constant' && e.value.t === 'str' && e.value.v === '';
}

/** `_PyPegen_concatenate_strings`: adjacent literals become one node. Raises LiteralError for bytes beside str. */
export function concatenateStrings(parts: Expr[], s: Token, e: Token): Expr {
  let formatted = false;
  let bytes = 0;
  for (const part of parts) {
    if (part.kind === 'JoinedStr') formatted = true;
    else if (part.kind === 'Constant' && part.value.t === 'bytes') bytes++;
  }
  if (bytes > 0 && bytes < parts.length) throw new LiteralError('cannot mix bytes and nonbytes literals', 'last');
  if (parts.length === 1 && !formatted) return parts[0]!;
  if (bytes > 0) return concatenateBytes(parts as ConstantExpr[], s, e);
  const flat: Expr[] = [];
  for (const part of parts) {
    if (part.kind === 'JoinedStr') flat.push(...part.values);
    else flat.push(part);
  }
  const values = mergeConstants(flat);
  if (formatted) {
    return N.JoinedStr(
      values.filter(v => !isEmpty(v)),
      s,
      e,
    );
  }
  return values[0]!;
}

function concatenateBytes(parts: ConstantExpr[], s: Token, e: Token): Expr {
  const pieces = parts.map(part => (part.value as { v: Uint8Array }).v);
  const v = new Uint8Array(pieces.reduce((n, piece) => n + piece.length, 0));
  let n = 0;
  for (const piece of pieces) {
    v.set(piece, n);
    n += piece.length;
  }
  return N.Constant({ t: 'bytes', v }, false, s, e);
}

/** Joins neighbouring string constants; the first one decides about the `u` prefix. */
function mergeConstants(parts: Expr[]): Expr[] {
  const merged: Expr[] = [];
  for (const part of parts) {
    const last = merged[merged.length - 1];
    if (part.kind === 'Constant' && part.value.t === 'str' && last?.kind === 'Constant' && last.value.t === 'str') {
      merged[merged.length - 1] = N.Constant({ t: 'str', v: last.value.v + part.value.v }, last.u_prefix, last, part);
    } else {
      merged.push(part);
    }
  }
  return merged;
}
