import { Tokenizer } from './tokenizer.ts';
import * as T from './tokens.ts';
import type { Token } from './tokens.ts';
import type { SyntaxWarning } from './warnings.ts';

export type Mode = 'exec' | 'single' | 'eval';

/** What the parser throws on the first token that fits no rule; `diagnose` then words the error. */
export const FAILURE: { readonly name: string } = { name: 'FAILURE' };

/**
 * The tokens of a source in the given mode, as the parser sees them (`_PyPegen_fill_token`): in mode `single` the
 * end of the input also ends the statement and every open block.
 */
export class TokenStream {
  readonly tokenizer: Tokenizer;
  private mode: Mode;
  private parsingStarted: boolean;

  constructor(tokenizer: Tokenizer, mode: Mode) {
    this.tokenizer = tokenizer;
    this.mode = mode;
    this.parsingStarted = false;
  }

  next(): Token {
    const token = this.tokenizer.next();
    if (this.mode !== 'single') return token;
    if (token.type === T.ENDMARKER && this.parsingStarted) {
      token.type = T.NEWLINE;
      this.parsingStarted = false;
      this.tokenizer.implyDedent();
    } else {
      this.parsingStarted = true;
    }
    return token;
  }
}

/** The source as CPython's tokenizer has it: `\n` line ends, and in mode `exec` one at the end of the last line. */
export function translateNewlines(source: string, mode: Mode): string {
  if (source.includes('\r')) source = source.replace(/\r\n?/g, '\n');
  if (mode === 'exec' && source !== '' && !source.endsWith('\n')) source += '\n';
  return source;
}

/**
 * The cursor that the functions of the grammar move: all tokens, the current one, and the last one consumed.
 * The grammar's functions (expressions.ts, statements.ts, ...) carry the names of the rules in
 * CPython's Grammar/python.gram. They accept valid programs only and throw FAILURE at anything else.
 */
export class Parser {
  readonly source: string;
  readonly filename: string;
  readonly warnings: SyntaxWarning[];
  readonly tokens: Token[];
  pos: number;
  tok: Token;
  /** The last token consumed that is not white space: where a node ends. */
  prev: Token;

  constructor(source: string, filename: string, mode: Mode, warnings: SyntaxWarning[]) {
    const stream = new TokenStream(new Tokenizer(source, filename, warnings), mode);
    const tokens: Token[] = [];
    let token: Token;
    do tokens.push((token = stream.next()));
    while (token.type !== T.ENDMARKER);
    this.source = source;
    this.filename = filename;
    this.warnings = warnings;
    this.tokens = tokens;
    this.pos = 0;
    this.tok = this.prev = tokens[0]!;
  }

  /** Consumes the current token and returns it. */
  advance(): Token {
    const token = this.tok;
    if (token.type < T.NEWLINE || token.type > T.DEDENT) this.prev = token;
    if (token.type !== T.ENDMARKER) this.tok = this.tokens[++this.pos]!;
    return token;
  }

  /** Type of the token after the current one. */
  peek(): number {
    return this.pos + 1 < this.tokens.length ? this.tokens[this.pos + 1]!.type : T.ENDMARKER;
  }

  accept(type: number): boolean {
    if (this.tok.type !== type) return false;
    this.advance();
    return true;
  }

  expect(type: number): Token {
    if (this.tok.type !== type) throw FAILURE;
    return this.advance();
  }

  /** The identifier of the NAME token that must be here. */
  expectName(): string {
    return this.expect(T.NAME).value;
  }

  text(token: Token): string {
    return this.source.slice(token.start, token.end);
  }

  /** What `rule` returns, or null, with nothing consumed, when it fails. */
  attempt<R>(rule: (p: Parser) => R): R | null {
    const { pos, tok, prev, warnings } = this;
    const warned = warnings.length;
    try {
      return rule(this);
    } catch (e) {
      if (e !== FAILURE) throw e;
      this.pos = pos;
      this.tok = tok;
      this.prev = prev;
      warnings.length = warned;
      return null;
    }
  }
}
