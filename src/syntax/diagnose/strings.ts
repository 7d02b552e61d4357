import type { ConstantExpr, Expr } from '../ast.ts';
import { concatenateStrings } from '../fstrings.ts';
import * as N from '../nodes.ts';
import { decodeString, parseString } from '../strings.ts';
import type { Token } from '../tokens.ts';
import type { Diagnoser } from './diagnoser.ts';
import type { Grammar } from './peg.ts';

function text(p: Diagnoser, t: Token, raw: boolean): ConstantExpr {
  const v = p.literal(t, () => decodeString(p.text(t), raw, t.lineno, null, true));
  return N.Constant({ t: 'str', v }, false, t, t);
}

export const STRINGS: Grammar = {
  strings: [
    ['a=(fstring | string)+', (v, s, p) => p.literal(null, () => concatenateStrings(v.a as Expr[], s, p.last()))],
  ],
  string: [
    [
      'a=STRING',
      (v, _s, p) =>
        N.Constant(
          p.literal(v.a, () => parseString(p.text(v.a), 0, null)),
          false,
          v.a,
          v.a,
        ),
    ],
  ],
  fstring: [
    [
      'a=FSTRING_START b=fstring_middle* FSTRING_END',
      (v, s, p) => {
        const raw = /r/i.test(v.a.value);
        for (const part of v.b) if (part.type !== undefined) text(p, part, raw);
        return N.JoinedStr([], s, p.last());
      },
    ],
  ],
  fstring_middle: 'fstring_replacement_field | FSTRING_MIDDLE',
  fstring_replacement_field: [
    [
      "'{' a=annotated_rhs '='? c=fstring_conversion? fstring_full_format_spec? '}'",
      (v, s, p) => {
        if (v.c !== undefined && !/^[sra]$/.test(v.c.value)) {
          const shown = JSON.stringify(v.c.value).replace(/^"|"$/g, "'");
          p.raiseAt(v.c, `f-string: invalid conversion character ${shown}: expected 's', 'r', or 'a'`);
        }
        return N.FormattedValue(v.a, -1, null, s, p.last());
      },
    ],
    'invalid_replacement_field',
  ],
  fstring_conversion: [
    [
      "a='!' b=NAME",
      (v, _s, p) => {
        if (v.a.lineno !== v.b.lineno || v.a.end_col_offset !== v.b.col_offset) {
          p.raiseRange(v.a, v.b, 'f-string: conversion type must come right after the exclamanation mark');
        }
        return v.b;
      },
    ],
  ],
  fstring_full_format_spec: "':' fstring_format_spec*",
  fstring_format_spec: [['a=FSTRING_MIDDLE', (v, _s, p) => text(p, v.a, false)], 'fstring_replacement_field'],

  invalid_replacement_field: [
    ["'{' a='='", (v, _s, p) => p.raiseAt(v.a, "f-string: valid expression required before '='")],
    ["'{' a='!'", (v, _s, p) => p.raiseAt(v.a, "f-string: valid expression required before '!'")],
    ["'{' a=':'", (v, _s, p) => p.raiseAt(v.a, "f-string: valid expression required before ':'")],
    ["'{' a='}'", (v, _s, p) => p.raiseAt(v.a, "f-string: valid expression required before '}'")],
    ["'{' !annotated_rhs", (_v, _s, p) => p.raiseOnNext("f-string: expecting a valid expression after '{'")],
    [
      "'{' annotated_rhs !('=' | '!' | ':' | '}')",
      (_v, _s, p) => p.raiseOnNext("f-string: expecting '=', or '!', or ':', or '}'"),
    ],
    [
      "'{' annotated_rhs '=' !('!' | ':' | '}')",
      (_v, _s, p) => p.raiseOnNext("f-string: expecting '!', or ':', or '}'"),
    ],
    "'{' annotated_rhs '='? invalid_conversion_character",
    ["'{' annotated_rhs '='? ('!' NAME)? !(':' | '}')", (_v, _s, p) => p.raiseOnNext("f-string: expecting ':' or '}'")],
    [
      "'{' annotated_rhs '='? ('!' NAME)? ':' fstring_format_spec* !'}'",
      (_v, _s, p) => p.raiseOnNext("f-string: expecting '}', or format specs"),
    ],
    ["'{' annotated_rhs '='? ('!' NAME)? !'}'", (_v, _s, p) => p.raiseOnNext("f-string: expecting '}'")],
  ],
  invalid_conversion_character: [
    ["'!' &(':' | '}')", (_v, _s, p) => p.raiseOnNext('f-string: missing conversion character')],
    ["'!' !NAME", (_v, _s, p) => p.raiseOnNext('f-string: invalid conversion character')],
  ],
};
