import { PySyntaxError } from '../errors.ts';
import type { Mode } from '../parser.ts';
import { ERRORTOKEN } from '../tokenizer.ts';
import * as T from '../tokens.ts';
import type { Token } from '../tokens.ts';
import { Diagnoser } from './diagnoser.ts';
import { EXPRESSIONS } from './expressions.ts';
import { INVALID } from './invalid.ts';
import { PARAMETERS } from './parameters.ts';
import { PATTERNS } from './patterns.ts';
import { compileGrammar } from './peg.ts';
import type { Rule } from './peg.ts';
import { STATEMENTS } from './statements.ts';
import { STRINGS } from './strings.ts';

/** The rules that CPython memoizes. Which ones matters: a result found without the invalid_ rules is kept. */
const MEMO = [
  'simple_stmt',
  'block',
  'expression',
  'star_expression',
  'disjunction',
  'conjunction',
  'inversion',
  'factor',
  'await_primary',
  'strings',
  'arguments',
  'star_target',
  'target_with_star_atom',
  'del_target',
  'closed_pattern',
  'star_pattern',
  'type_params',
  'type_param',
  'invalid_named_expression',
];

/** The rules that grow from a seed: of those that recur through one another, the one pegen takes. */
const LEFT_RECURSIVE = [
  'dotted_name',
  'attr',
  'bitwise_or',
  'bitwise_xor',
  'bitwise_and',
  'shift_expr',
  'sum',
  'term',
  'primary',
  't_primary',
];

const START: Record<Mode, string> = { exec: 'file', single: 'interactive', eval: 'eval' };

let rules: Map<string, Rule> | null = null;

/**
 * The error of a source that does not parse, as CPython words and places it: a second run over the grammar, now
 * with the `invalid_` rules that know common mistakes (`_PyPegen_run_parser`).
 * Returns null when it finds nothing wrong.
 */
export function diagnose(source: string, filename: string, mode: Mode): PySyntaxError | null {
  rules ??= compileGrammar(
    { ...STATEMENTS, ...EXPRESSIONS, ...STRINGS, ...PARAMETERS, ...PATTERNS, ...INVALID },
    MEMO,
    LEFT_RECURSIVE,
  );
  const start = rules.get(START[mode])!.match;
  const p = new Diagnoser(source, filename, mode);
  let incomplete = false;
  // Whether the rest of the source may hold a weightier error.
  let restMatters = true;
  let error = errorOf(() => {
    if (start(p) !== null) {
      restMatters = false;
      if (mode === 'single') checkSingleStatement(p);
      return;
    }
    const { lastToken } = p;
    incomplete = p.tokenizer.done === 'E_EOF';
    p.restart();
    start(p);
    restMatters = lastToken.type !== T.INDENT && lastToken.type !== T.DEDENT;
    p.tokenizer.done = 'E_OK';
    raiseGeneric(p, lastToken);
  });
  if (error === null) return null;
  if (restMatters && p.tokenizer.done === 'E_OK') error = errorInRest(p) ?? error;
  error.incomplete = incomplete || UNFINISHED.test(error.msg);
  return error;
}

/** The errors of the tokenizer at the end of the source that more of it could mend. */
const UNFINISHED = /^unterminated triple-quoted|' was never closed$|^unexpected EOF/;

function errorOf(run: () => void): PySyntaxError | null {
  try {
    run();
    return null;
  } catch (e) {
    if (e instanceof PySyntaxError) return e;
    throw e;
  }
}

/** Only white space and comments may follow the one statement (`bad_single_statement`). */
function checkSingleStatement(p: Diagnoser): void {
  const rest = p.tokenizer.source.slice(p.tokenizer.cur);
  if (/[^ \t\n\f]/.test(rest.replace(/#[^\n]*/g, ''))) {
    p.raise('multiple statements found while compiling a single statement');
  }
}

/** What is said when no rule knows better (`_Pypegen_set_syntax_error`). */
function raiseGeneric(p: Diagnoser, lastToken: Token): void {
  if (lastToken.type === T.INDENT) p.raiseIndentation('unexpected indent');
  if (lastToken.type === T.DEDENT) p.raiseIndentation('unexpected unindent');
  p.raiseAt(lastToken, 'invalid syntax');
}

/**
 * Errors of the tokenizer further on, but for those within an f-string, take precedence, and so does a bracket left
 * open on an earlier line
 * (`_PyPegen_tokenize_full_source_to_check_for_errors`).
 */
function errorInRest(p: Diagnoser): PySyntaxError | null {
  const { tokenizer } = p;
  const line = p.lastToken.lineno;
  try {
    while (tokenizer.next().type !== T.ENDMARKER);
    return null;
  } catch (e) {
    if (tokenizer.inFString) return null;
    if (e !== ERRORTOKEN) return e as PySyntaxError;
    if (tokenizer.level === 0 || line <= tokenizer.parenlinenostack[tokenizer.level - 1]!) return null;
    return errorOf(() => p.raiseUnclosed());
  }
}
