import { LiteralError, PySyntaxError } from '../errors.ts';
import { Constant } from '../nodes.ts';
import { parseNumber } from '../numbers.ts';
import { TokenStream } from '../parser.ts';
import type { Mode } from '../parser.ts';
import { ERRORTOKEN, Tokenizer } from '../tokenizer.ts';
import * as T from '../tokens.ts';
import type { Token } from '../tokens.ts';
import { byteOffset, characterOffset } from './offsets.ts';
import type { Value } from './peg.ts';

interface Memo {
  value: Value;
  mark: number;
}

/** What has a place in the source: a token or a node. */
export interface Range {
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
}

/** `CURRENT_POS` of Parser/pegen.h: where the tokenizer stands. */
const CURRENT_POS = -5;

/**
 * The state of one run over a faulty source: tokens fetched one by one as rules ask for them, the position, the memo,
 * and the ways to raise. Follows the `Parser` of Parser/pegen.c and Parser/pegen_errors.c.
 */
export class Diagnoser {
  readonly tokenizer: Tokenizer;
  readonly tokens: Token[];
  mark: number;
  callInvalidRules: boolean;
  private stream: TokenStream;
  private memos: Map<string, Memo>[];

  constructor(source: string, filename: string, mode: Mode) {
    this.tokenizer = new Tokenizer(source, filename);
    this.stream = new TokenStream(this.tokenizer, mode);
    this.tokens = [];
    this.mark = 0;
    this.callInvalidRules = false;
    this.memos = [];
  }

  /** The last token fetched. */
  get lastToken(): Token {
    return this.tokens[this.tokens.length - 1]!;
  }

  /** Prepares the second pass (`reset_parser_state_for_error_pass`). */
  restart(): void {
    this.mark = 0;
    this.callInvalidRules = true;
    for (const memo of this.memos) memo.clear();
  }

  /** The current token. */
  peek(): Token {
    if (this.mark === this.tokens.length) this.fill();
    return this.tokens[this.mark]!;
  }

  private fill(): void {
    let token: Token;
    try {
      token = this.stream.next();
    } catch (e) {
      if (e !== ERRORTOKEN) throw e;
      const { lineno } = this.tokenizer;
      this.tokens.push({
        type: T.OP,
        value: '',
        start: 0,
        end: 0,
        lineno,
        col_offset: -1,
        end_lineno: lineno,
        end_col_offset: -1,
        level: 0,
      });
      this.tokenizerError();
    }
    this.tokens.push(token);
    this.memos.push(new Map());
  }

  expect(type: number): Token | null {
    const token = this.peek();
    if (token.type !== type) return null;
    this.mark++;
    return token;
  }

  /** NUMBER, as a Constant. */
  number(): Value {
    const token = this.expect(T.NUMBER);
    if (token === null) return null;
    return this.literal(token, () => Constant(parseNumber(this.text(token)), false, token, token));
  }

  /** What `make` returns; its LiteralError is reported where it belongs. */
  literal<R>(token: Token | null, make: () => R): R {
    try {
      return make();
    } catch (e) {
      if (!(e instanceof LiteralError)) throw e;
      if (e.where === 'number') {
        const { lineno, end_lineno } = token!;
        this.raiseKnown('SyntaxError', lineno, -1, end_lineno, -1, e.message);
      }
      if (e.where === 'string') this.raiseAt(token!, e.message);
      this.raise(e.message);
    }
  }

  text(token: Token): string {
    return this.tokenizer.source.slice(token.start, token.end);
  }

  /** The last token before the position that is not white space: where a node ends. */
  last(): Token {
    for (let m = this.mark - 1; m >= 0; m--) {
      const { type } = this.tokens[m]!;
      if (type !== T.ENDMARKER && (type < T.NEWLINE || type > T.DEDENT)) return this.tokens[m]!;
    }
    return this.tokens[0]!;
  }

  recall(rule: string): Memo | undefined {
    this.peek();
    return this.memos[this.mark]!.get(rule);
  }

  remember(rule: string, from: number, value: Value): void {
    this.memos[from]!.set(rule, { value, mark: this.mark });
  }

  // ---- raising

  /** RAISE_SYNTAX_ERROR: at the last token fetched. */
  raise(msg: string, type: PySyntaxError['type'] = 'SyntaxError', at: Token = this.lastToken): never {
    const { tokenizer } = this;
    const { lineno, end_lineno } = at;
    let { col_offset, end_col_offset } = at;
    if (col_offset === -1) {
      col_offset = tokenizer.cur === tokenizer.buf ? -1 : tokenizer.cur - tokenizer.lineStart - 1;
    }
    if (end_col_offset === -1) end_col_offset = -2;
    this.raiseKnown(type, lineno, col_offset, end_lineno, end_col_offset, msg);
  }

  /** RAISE_SYNTAX_ERROR_ON_NEXT_TOKEN */
  raiseOnNext(msg: string): never {
    this.raise(msg, 'SyntaxError', this.peek());
  }

  /** RAISE_INDENTATION_ERROR */
  raiseIndentation(msg: string): never {
    this.raise(msg, 'IndentationError');
  }

  /** RAISE_SYNTAX_ERROR_KNOWN_LOCATION */
  raiseAt(a: Range, msg: string): never {
    this.raiseRange(a, a, msg);
  }

  /** RAISE_SYNTAX_ERROR_KNOWN_RANGE */
  raiseRange(a: Range, b: Range, msg: string): never {
    this.raiseKnown('SyntaxError', a.lineno, a.col_offset, b.end_lineno, b.end_col_offset, msg);
  }

  /** RAISE_SYNTAX_ERROR_STARTING_FROM */
  raiseFrom(a: Range, msg: string): never {
    this.raiseKnown('SyntaxError', a.lineno, a.col_offset, CURRENT_POS, CURRENT_POS, msg);
  }

  /**
   * `_PyPegen_raise_error_known_location`. Columns count from 0; -1 gives the offset 0, -2 gives -1.
   * The text is all that the tokenizer holds when the error is on the line it has reached.
   */
  raiseKnown(
    type: PySyntaxError['type'],
    lineno: number,
    col_offset: number,
    end_lineno: number,
    end_col_offset: number,
    msg: string,
  ): never {
    const { tokenizer } = this;
    const { source } = tokenizer;
    let endColumn = end_col_offset + 1;
    if (end_lineno === CURRENT_POS) end_lineno = tokenizer.lineno;
    const endLine = this.line(end_lineno);
    if (end_col_offset === CURRENT_POS) endColumn = byteOffset(endLine, tokenizer.cur - tokenizer.lineStart);
    else if (end_col_offset > 0) endColumn = byteOffset(endLine, end_col_offset) + 1;
    const column = col_offset > 0 ? byteOffset(this.line(lineno), col_offset) + 1 : col_offset + 1;
    const reached = tokenizer.lineno <= lineno && tokenizer.inp > tokenizer.buf;
    const text = reached ? source.slice(tokenizer.buf, tokenizer.inp) : this.line(lineno);
    throw new PySyntaxError(
      type,
      msg,
      tokenizer.filename,
      lineno,
      characterOffset(text, column),
      end_lineno,
      endColumn > 0 ? characterOffset(text, endColumn) : endColumn,
      text,
    );
  }

  /** A line of the source without its newline. */
  private line(lineno: number): string {
    const { source } = this.tokenizer;
    let start = 0;
    for (let i = 1; i < lineno; i++) {
      const newline = source.indexOf('\n', start);
      if (newline < 0) break;
      start = newline + 1;
    }
    const end = source.indexOf('\n', start);
    return source.slice(start, end < 0 ? source.length : end);
  }

  /** `raise_unclosed_parentheses_error` */
  raiseUnclosed(): never {
    const { tokenizer } = this;
    const top = tokenizer.level - 1;
    const lineno = tokenizer.parenlinenostack[top]!;
    const bracket = String.fromCharCode(tokenizer.parenstack[top]!);
    const column = tokenizer.parencolstack[top]!;
    this.raiseKnown('SyntaxError', lineno, column, lineno, -1, `'${bracket}' was never closed`);
  }

  /** `_Pypegen_tokenizer_error`: the errors of the tokenizer that it does not word itself. */
  private tokenizerError(): never {
    const { tokenizer } = this;
    const { lineno } = tokenizer;
    switch (tokenizer.done) {
      case 'E_EOF':
        return tokenizer.level > 0 ? this.raiseUnclosed() : this.raise('unexpected EOF while parsing');
      case 'E_DEDENT':
        return this.raiseIndentation('unindent does not match any outer indentation level');
      case 'E_TABSPACE':
        return this.raiseKnown('TabError', lineno, 0, lineno, -1, 'inconsistent use of tabs and spaces in indentation');
      case 'E_TOODEEP':
        return this.raiseKnown('IndentationError', lineno, 0, lineno, -1, 'too many levels of indentation');
      default: {
        const column = Math.max(tokenizer.cur - tokenizer.buf - 1, 0);
        const msg = 'unexpected character after line continuation character';
        return this.raiseKnown('SyntaxError', lineno, column, lineno, -1, msg);
      }
    }
  }
}
