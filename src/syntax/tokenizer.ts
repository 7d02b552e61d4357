import {
  countCodePoints,
  isDigit,
  isPotentialIdentifierChar,
  isPotentialIdentifierStart,
  isPrintable,
  scanIdentifier,
} from './chars.ts';
import { PySyntaxError } from './errors.ts';
import { number } from './number_tokens.ts';
import { OPERATOR_LENGTH, operatorAt } from './operators.ts';
import { fstringStart, nextInFString, string } from './string_tokens.ts';
import * as T from './tokens.ts';
import type { Token } from './tokens.ts';
import type { SyntaxWarning } from './warnings.ts';

const MAXINDENT = 100;
const MAXLEVEL = 200;
const TABSIZE = 8;

const TAB = 0x09;
const NL = 0x0a;
const FORMFEED = 0x0c;
const SPACE = 0x20;
const BANG = 0x21;
const DQUOTE = 0x22;
const HASH = 0x23;
const SQUOTE = 0x27;
const LPAREN = 0x28;
const RPAREN = 0x29;
const DOT = 0x2e;
const COLON = 0x3a;
const LBRACKET = 0x5b;
const BACKSLASH = 0x5c;
const RBRACKET = 0x5d;
const LBRACE = 0x7b;
const RBRACE = 0x7d;

/** Why the tokenizer stopped: the error codes of Include/errcode.h that the parser has messages for. */
export type Done = 'E_OK' | 'E_EOF' | 'E_ERROR' | 'E_TABSPACE' | 'E_TOODEEP' | 'E_DEDENT' | 'E_LINECONT';

/** Thrown for the errors that the parser, not the tokenizer, words; `Tokenizer.done` tells which. */
export const ERRORTOKEN: { readonly name: string } = { name: 'ERRORTOKEN' };

/** An f-string being read: `tokenizer_mode` of Parser/tokenizer.h. */
export interface FStringMode {
  /** True while in the text of the f-string, false while in one of its replacement fields. */
  inText: boolean;
  quote: number;
  quoteSize: number;
  raw: boolean;
  start: number;
  lineStart: number;
  lineno: number;
  curlyBracketDepth: number;
  curlyBracketExprStartDepth: number;
  /** Whether the expression of the current replacement field has ended (`last_expr_end != -1`). */
  exprEnded: boolean;
}

const BRACKETS: Record<number, number> = { [RPAREN]: LPAREN, [RBRACKET]: LBRACKET, [RBRACE]: LBRACE };

/**
 * Source text to tokens, one at a time: follows `tok_get` of CPython 3.12.1's Parser/tokenizer.c.
 * The state it leaves behind after a failure (`done`, `level`, the open brackets, the current line) is part of
 * the interface: the error messages of the parser depend on it.
 */
export class Tokenizer {
  /** The source with `\n` line ends and a final newline. */
  readonly source: string;
  readonly filename: string;
  warnings: SyntaxWarning[] | null;
  /** Next character to read. */
  cur: number;
  /** 0 before the first line. */
  lineno: number;
  lineStart: number;
  /** Start of the token being read; -1 between tokens. */
  start: number;
  /** Start of the line on which the token being read began (`tok->buf`). */
  buf: number;
  done: Done;
  level: number;
  parenstack: number[];
  parenlinenostack: number[];
  parencolstack: number[];
  private atbol: boolean;
  private pendin: number;
  private indstack: number[];
  private altindstack: number[];
  /** The f-strings that are open, innermost last. */
  readonly modes: FStringMode[];

  constructor(source: string, filename: string, warnings: SyntaxWarning[] | null = null) {
    this.source = source;
    this.filename = filename;
    this.warnings = warnings;
    this.cur = 0;
    this.lineno = 0;
    this.lineStart = 0;
    this.start = -1;
    this.buf = 0;
    this.done = 'E_OK';
    this.level = 0;
    this.parenstack = [];
    this.parenlinenostack = [];
    this.parencolstack = [];
    this.atbol = true;
    this.pendin = 0;
    this.indstack = [0];
    this.altindstack = [0];
    this.modes = [];
  }

  /** End of the current line, its newline included (`tok->inp`). */
  get inp(): number {
    const i = this.source.indexOf('\n', this.lineStart);
    return i < 0 ? this.source.length : i + 1;
  }

  /** Whether an f-string has begun and not ended. */
  get inFString(): boolean {
    return this.modes.length > 0;
  }

  /** The next token. Throws PySyntaxError, or ERRORTOKEN for what the parser words. */
  next(): Token {
    const modes = this.modes;
    if (modes.length > 0) {
      const mode = modes[modes.length - 1]!;
      if (mode.inText) return nextInFString(this, mode);
    }
    return this.nextRegular();
  }

  token(type: number, value: string, start: number): Token {
    const end = this.cur;
    return {
      type,
      value,
      start,
      end,
      lineno: this.lineno,
      col_offset: start - this.lineStart,
      end_lineno: this.lineno,
      end_col_offset: end - this.lineStart,
      level: this.level,
    };
  }

  /** A token without text: INDENT, DEDENT, ENDMARKER have no columns. */
  private mark(type: number): Token {
    return {
      type,
      value: '',
      start: this.cur,
      end: this.cur,
      lineno: this.lineno,
      col_offset: -1,
      end_lineno: this.lineno,
      end_col_offset: -1,
      level: this.level,
    };
  }

  /** Enters the line that starts at `cur`, unless the source has ended. */
  advanceLine(): void {
    if (this.cur >= this.source.length) return;
    this.lineno++;
    this.lineStart = this.cur;
    if (this.start < 0) this.buf = this.cur;
  }

  private stop(done: Done): never {
    this.done = done;
    throw ERRORTOKEN;
  }

  /** `syntaxerror`: an error at the character before `cur`. */
  syntaxerror(msg: string, offset = -1, end_offset = -1): never {
    const { source, lineStart } = this;
    if (offset < 0) offset = countCodePoints(source, lineStart, this.cur);
    if (end_offset < 0) end_offset = offset;
    const eol = source.indexOf('\n', lineStart);
    const text = source.slice(lineStart, eol < 0 ? source.length : eol);
    this.done = 'E_ERROR';
    throw new PySyntaxError('SyntaxError', msg, this.filename, this.lineno, offset, this.lineno, end_offset, text);
  }

  warn(message: string): void {
    this.warnings?.push({ message, lineno: this.lineno, category: 'SyntaxWarning' });
  }

  nextRegular(): Token {
    const source = this.source;
    for (;;) {
      this.start = -1;
      let blankline = false;
      if (this.atbol) blankline = this.indentation();
      this.start = this.cur;
      if (this.pendin !== 0) {
        if (this.pendin < 0) {
          this.pendin++;
          return this.mark(T.DEDENT);
        }
        this.pendin--;
        return this.mark(T.INDENT);
      }
      let c = source.charCodeAt(this.cur);
      // A comment belongs to the NEWLINE token after it.
      let start: number;
      for (;;) {
        while (c === SPACE || c === TAB || c === FORMFEED) c = source.charCodeAt(++this.cur);
        start = this.cur;
        if (c === HASH) {
          const eol = source.indexOf('\n', this.cur);
          this.cur = eol < 0 ? source.length : eol;
          c = source.charCodeAt(this.cur);
        }
        if (c !== BACKSLASH) break;
        this.start = this.cur;
        this.continuationLine();
        this.start = -1;
        c = source.charCodeAt(this.cur);
      }
      this.start = start;
      if (c !== c) {
        this.done = 'E_EOF';
        if (this.level > 0) throw ERRORTOKEN;
        return this.mark(T.ENDMARKER);
      }
      if (isPotentialIdentifierStart(c)) return this.name(start, c);
      if (c === NL) {
        this.atbol = true;
        if (blankline || this.level > 0) {
          this.cur++;
          continue;
        }
        const token = this.token(T.NEWLINE, '', start);
        token.end_col_offset++;
        this.cur++;
        return token;
      }
      if (c === DOT) {
        const d = source.charCodeAt(start + 1);
        if (isDigit(d)) return number(this, start, c);
        if (d === DOT && source.charCodeAt(start + 2) === DOT) {
          this.cur += 3;
          return this.token(T.ELLIPSIS, '...', start);
        }
        this.cur++;
        return this.token(T.DOT, '.', start);
      }
      if (isDigit(c)) return number(this, start, c);
      if (c === SQUOTE || c === DQUOTE) return string(this, start);
      return this.punctuation(start, c);
    }
  }

  /**
   * Reads the white space at the start of a line and queues INDENT and DEDENT tokens.
   * Returns whether the line is blank or only a comment.
   */
  private indentation(): boolean {
    const source = this.source;
    this.atbol = false;
    this.advanceLine();
    let col = 0;
    let altcol = 0;
    let contLineCol = 0;
    let c: number;
    for (;;) {
      c = source.charCodeAt(this.cur);
      if (c === SPACE) {
        col++;
        altcol++;
      } else if (c === TAB) {
        col = (Math.floor(col / TABSIZE) + 1) * TABSIZE;
        altcol++;
      } else if (c === FORMFEED) {
        col = altcol = 0;
      } else if (c === BACKSLASH) {
        // The first backslash decides the indentation of what the joined lines hold.
        contLineCol = contLineCol || col;
        this.continuationLine();
        continue;
      } else {
        break;
      }
      this.cur++;
    }
    if (c === HASH || c === NL) return true;
    if (c !== c) this.done = 'E_EOF';
    if (this.level > 0) return false;
    if (contLineCol) col = altcol = contLineCol;
    const { indstack, altindstack } = this;
    let top = indstack.length - 1;
    if (col === indstack[top]!) {
      if (altcol !== altindstack[top]!) this.indenterror();
    } else if (col > indstack[top]!) {
      if (top + 1 >= MAXINDENT) {
        this.cur = this.inp;
        this.stop('E_TOODEEP');
      }
      if (altcol <= altindstack[top]!) this.indenterror();
      this.pendin++;
      indstack.push(col);
      altindstack.push(altcol);
    } else {
      while (top > 0 && col < indstack[top]!) {
        this.pendin--;
        indstack.pop();
        altindstack.pop();
        top--;
      }
      if (col !== indstack[top]!) {
        this.cur = this.inp;
        this.stop('E_DEDENT');
      }
      if (altcol !== altindstack[top]!) this.indenterror();
    }
    return false;
  }

  private indenterror(): never {
    this.cur = this.inp;
    this.stop('E_TABSPACE');
  }

  /** Skips a backslash and the newline that must follow it. */
  private continuationLine(): void {
    this.cur++;
    const c = this.source.charCodeAt(this.cur);
    if (c !== NL) {
      if (c === c) this.cur++;
      this.stop('E_LINECONT');
    }
    this.cur++;
    if (this.cur >= this.source.length) this.stop('E_EOF');
    this.advanceLine();
  }

  private name(start: number, c: number): Token {
    const source = this.source;
    let cur = start;
    let sawB = false;
    let sawR = false;
    let sawU = false;
    let sawF = false;
    for (;;) {
      const lower = c | 0x20;
      if (lower === 0x62 && !(sawB || sawU || sawF)) sawB = true;
      else if (lower === 0x75 && !(sawB || sawU || sawR || sawF)) sawU = true;
      else if (lower === 0x72 && !(sawR || sawU)) sawR = true;
      else if (lower === 0x66 && !(sawF || sawB || sawU)) sawF = true;
      else break;
      c = source.charCodeAt(++cur);
      if (c === DQUOTE || c === SQUOTE) {
        this.cur = cur;
        return sawF ? fstringStart(this, start, sawR) : string(this, start);
      }
    }
    let ored = 0;
    while (isPotentialIdentifierChar(c)) {
      ored |= c;
      c = source.charCodeAt(++cur);
    }
    this.cur = cur;
    let value = source.slice(start, cur);
    if (ored >= 128) {
      this.verifyIdentifier(start, value);
      value = value.normalize('NFKC');
      return this.token(T.NAME, value, start);
    }
    const keyword = T.KEYWORDS.get(value);
    return this.token(keyword === undefined ? T.NAME : keyword, value, start);
  }

  /** `verify_identifier`: PEP 3131, with the offending character in the message. */
  private verifyIdentifier(start: number, text: string): void {
    const invalid = scanIdentifier(text);
    if (invalid < 0) return;
    const code = text.codePointAt(invalid)!;
    const ch = String.fromCodePoint(code);
    this.cur = start + invalid + ch.length;
    const hex = code.toString(16).toUpperCase().padStart(4, '0');
    if (isPrintable(ch)) this.syntaxerror(`invalid character '${ch}' (U+${hex})`);
    this.syntaxerror(`invalid non-printable character U+${hex}`);
  }

  /** Makes the next tokens close every open block (`PyPARSE_DONT_IMPLY_DEDENT` not set, mode `single`). */
  implyDedent(): void {
    if (this.indstack.length <= 1) return;
    this.pendin = 1 - this.indstack.length;
    this.indstack.length = this.altindstack.length = 1;
  }

  private punctuation(start: number, c: number): Token {
    const source = this.source;
    const mode = this.modes.length > 0 ? this.modes[this.modes.length - 1]! : null;
    if (
      mode !== null &&
      mode.curlyBracketExprStartDepth >= 0 &&
      (c === COLON || c === RBRACE || c === BANG || c === LBRACE)
    ) {
      const cursor = mode.curlyBracketDepth - (c !== LBRACE ? 1 : 0);
      if (cursor === 0) mode.exprEnded = c !== LBRACE;
      if (c === COLON && cursor === mode.curlyBracketExprStartDepth) {
        mode.inText = true;
        this.cur++;
        return this.token(T.COLON, ':', start);
      }
    }
    const type = operatorAt(source, start, c);
    if (type !== 0) {
      this.cur += OPERATOR_LENGTH[type]!;
      return this.token(type, source.slice(start, this.cur), start);
    }
    this.cur++;
    switch (c) {
      case LPAREN:
      case LBRACKET:
      case LBRACE:
        return this.openBracket(start, c, mode);
      case RPAREN:
      case RBRACKET:
      case RBRACE:
        return this.closeBracket(start, c, mode);
      case BANG:
        return this.token(T.EXCLAMATION, '!', start);
    }
    if (c < SPACE || c === 0x7f) {
      this.syntaxerror(`invalid non-printable character U+${c.toString(16).toUpperCase().padStart(4, '0')}`);
    }
    return this.token(T.OP, source[start]!, start);
  }

  private openBracket(start: number, c: number, mode: FStringMode | null): Token {
    if (this.level >= MAXLEVEL) this.syntaxerror('too many nested parentheses');
    this.parenstack[this.level] = c;
    this.parenlinenostack[this.level] = this.lineno;
    this.parencolstack[this.level] = start - this.lineStart;
    this.level++;
    if (mode !== null) mode.curlyBracketDepth++;
    return c === LPAREN
      ? this.token(T.LPAR, '(', start)
      : c === LBRACKET
        ? this.token(T.LSQB, '[', start)
        : this.token(T.LBRACE, '{', start);
  }

  private closeBracket(start: number, c: number, mode: FStringMode | null): Token {
    const char = String.fromCharCode(c);
    if (mode !== null && mode.curlyBracketDepth === 0 && c === RBRACE) {
      this.syntaxerror("f-string: single '}' is not allowed");
    }
    if (this.level === 0) this.syntaxerror(`unmatched '${char}'`);
    this.level--;
    const opening = this.parenstack[this.level]!;
    if (opening !== BRACKETS[c]) {
      if (mode !== null && opening === LBRACE && mode.curlyBracketDepth - 1 === mode.curlyBracketExprStartDepth) {
        this.syntaxerror(`f-string: unmatched '${char}'`);
      }
      const lineno = this.parenlinenostack[this.level]!;
      const where = lineno !== this.lineno ? ` on line ${lineno}` : '';
      this.syntaxerror(
        `closing parenthesis '${char}' does not match opening parenthesis '${String.fromCharCode(opening)}'${where}`,
      );
    }
    if (mode !== null) {
      mode.curlyBracketDepth--;
      if (c === RBRACE && mode.curlyBracketDepth === mode.curlyBracketExprStartDepth) {
        mode.curlyBracketExprStartDepth--;
        mode.inText = true;
      }
    }
    return c === RPAREN
      ? this.token(T.RPAR, ')', start)
      : c === RBRACKET
        ? this.token(T.RSQB, ']', start)
        : this.token(T.RBRACE, '}', start);
  }
}
