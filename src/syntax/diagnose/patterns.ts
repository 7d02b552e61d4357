import * as N from '../nodes.ts';
import type { Grammar } from './peg.ts';

export const PATTERNS: Grammar = {
  patterns: 'open_sequence_pattern | pattern',
  // A pattern's value is its place.
  pattern: [
    ['as_pattern', (_v, s, p) => N.Pass(s, p.last())],
    ['or_pattern', (_v, s, p) => N.Pass(s, p.last())],
  ],
  as_pattern: "or_pattern 'as' pattern_capture_target | invalid_as_pattern",
  or_pattern: "'|'.closed_pattern+",
  closed_pattern: [
    'literal_pattern',
    'pattern_capture_target',
    '"_"',
    'value_pattern',
    "'(' pattern ')'",
    'sequence_pattern',
    'mapping_pattern',
    'class_pattern',
  ],
  literal_pattern: "signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'",
  complex_number: "signed_real_number '+' imaginary_number | signed_real_number '-' imaginary_number",
  signed_number: "NUMBER | '-' NUMBER",
  signed_real_number: "real_number | '-' real_number",
  real_number: [
    [
      'a=NUMBER',
      (v, _s, p) => (v.a.value.t === 'complex' ? p.raiseAt(v.a, 'real number required in complex literal') : v.a),
    ],
  ],
  imaginary_number: [
    [
      'a=NUMBER',
      (v, _s, p) => (v.a.value.t === 'complex' ? v.a : p.raiseAt(v.a, 'imaginary number required in complex literal')),
    ],
  ],
  pattern_capture_target: "!\"_\" NAME !('.' | '(' | '=')",
  value_pattern: "attr !('.' | '(' | '=')",
  attr: "name_or_attr '.' NAME",
  name_or_attr: 'attr | NAME',
  sequence_pattern: "'[' maybe_sequence_pattern? ']' | '(' open_sequence_pattern? ')'",
  open_sequence_pattern: "maybe_star_pattern ',' maybe_sequence_pattern?",
  maybe_sequence_pattern: "','.maybe_star_pattern+ ','?",
  maybe_star_pattern: 'star_pattern | pattern',
  star_pattern: "'*' pattern_capture_target | '*' \"_\"",
  mapping_pattern: [
    "'{' '}'",
    "'{' double_star_pattern ','? '}'",
    "'{' items_pattern ',' double_star_pattern ','? '}'",
    "'{' items_pattern ','? '}'",
  ],
  items_pattern: "','.key_value_pattern+",
  key_value_pattern: "(literal_pattern | attr) ':' pattern",
  double_star_pattern: "'**' pattern_capture_target",
  class_pattern: [
    "name_or_attr '(' ')'",
    "name_or_attr '(' positional_patterns ','? ')'",
    "name_or_attr '(' keyword_patterns ','? ')'",
    "name_or_attr '(' positional_patterns ',' keyword_patterns ','? ')'",
    'invalid_class_pattern',
  ],
  positional_patterns: "a=','.pattern+",
  keyword_patterns: "','.keyword_pattern+",
  keyword_pattern: "NAME '=' pattern",

  invalid_as_pattern: [
    ['or_pattern \'as\' a="_"', (v, _s, p) => p.raiseAt(v.a, "cannot use '_' as a target")],
    ["or_pattern 'as' !NAME a=expression", (v, _s, p) => p.raiseAt(v.a, 'invalid pattern target')],
  ],
  invalid_class_pattern: [
    [
      "name_or_attr '(' a=invalid_class_argument_pattern",
      (v, _s, p) => p.raiseRange(v.a[0], v.a[v.a.length - 1], 'positional patterns follow keyword patterns'),
    ],
  ],
  invalid_class_argument_pattern: "(positional_patterns ',')? keyword_patterns ',' a=positional_patterns",
};
