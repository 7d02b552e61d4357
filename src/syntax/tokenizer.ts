import {
  countCodePoints,
  isDigit,
  isHexDigit,
  isPotentialIdentifierChar,
  isPotentialIdentifierStart,
  isPrintable,
  scanIdentifier,
} from './chars.ts';
import { PySyntaxError } from './errors.ts';
import * as T from './tokens.ts';
import type { Token } from './tokens.ts';
import type { SyntaxWarning } from './warnings.ts';

const MAXINDENT = 100;
const MAXLEVEL = 200;
const MAXFSTRINGLEVEL = 150;
const MAX_EXPR_NESTING = 3;
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
const ZERO = 0x30;
const COLON = 0x3a;
const MINUS = 0x2d;
const LESS = 0x3c;
const EQUAL = 0x3d;
const GREATER = 0x3e;
const LBRACKET = 0x5b;
const BACKSLASH = 0x5c;
const RBRACKET = 0x5d;
const UNDERSCORE = 0x5f;
const LBRACE = 0x7b;
const RBRACE = 0x7d;

/** Why the tokenizer stopped: the error codes of Include/errcode.h that the parser has messages for. */
export type Done = 'E_OK' | 'E_EOF' | 'E_ERROR' | 'E_TABSPACE' | 'E_TOODEEP' | 'E_DEDENT' | 'E_LINECONT';

/** Thrown for the errors that the parser, not the tokenizer, words; `Tokenizer.done` tells which. */
export const ERRORTOKEN: { readonly name: string } = { name: 'ERRORTOKEN' };

/** An f-string being read: `tokenizer_mode` of Parser/tokenizer.h. */
interface FStringMode {
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

// Operator tables: `+`, `+=`, `**`, `**=` by the code of their first character.
const SINGLE = new Uint8Array(128);
const WITH_EQUAL = new Uint8Array(128);
const DOUBLED = new Uint8Array(128);
const DOUBLED_WITH_EQUAL = new Uint8Array(128);
for (const [text, type] of T.OPERATORS) {
  const c = text.charCodeAt(0);
  if (text.length === 1) SINGLE[c] = type;
  else if (text.length === 3) DOUBLED_WITH_EQUAL[c] = type;
  else if (text[1] === '=') WITH_EQUAL[c] = type;
  else if (text[1] === text[0]) DOUBLED[c] = type;
}
for (const c of '()[]{}!.') SINGLE[c.charCodeAt(0)] = 0;

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
  private modes: FStringMode[];

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
      if (mode.inText) return this.nextInFString(mode);
    }
    return this.nextRegular();
  }

  private token(type: number, value: string, start: number): Token {
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
  private advanceLine(): void {
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

  private warn(message: string): void {
    this.warnings?.push({ message, lineno: this.lineno, category: 'SyntaxWarning' });
  }

  private nextRegular(): Token {
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
        if (isDigit(d)) return this.number(start, c);
        if (d === DOT && source.charCodeAt(start + 2) === DOT) {
          this.cur += 3;
          return this.token(T.ELLIPSIS, '...', start);
        }
        this.cur++;
        return this.token(T.DOT, '.', start);
      }
      if (isDigit(c)) return this.number(start, c);
      if (c === SQUOTE || c === DQUOTE) return this.string(start);
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
        return sawF ? this.fstringStart(start, sawR) : this.string(start);
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

  private number(start: number, c: number): Token {
    const source = this.source;
    if (c === ZERO) {
      const radix = source.charCodeAt(start + 1) | 0x20;
      if (radix === 0x78) return this.radixNumber(start, 'hexadecimal', 16);
      if (radix === 0x6f) return this.radixNumber(start, 'octal', 8);
      if (radix === 0x62) return this.radixNumber(start, 'binary', 2);
      this.cur = start + 1;
      let d = source.charCodeAt(this.cur);
      for (;;) {
        if (d === UNDERSCORE) {
          d = source.charCodeAt(++this.cur);
          if (!isDigit(d)) this.syntaxerror('invalid decimal literal');
        }
        if (d !== ZERO) break;
        d = source.charCodeAt(++this.cur);
      }
      const zerosEnd = this.cur + 1;
      if (isDigit(d)) {
        this.decimalTail();
        d = source.charCodeAt(this.cur);
        const lower = d | 0x20;
        if (d !== DOT && lower !== 0x65 && lower !== 0x6a) {
          this.syntaxerror(
            'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
            countCodePoints(source, this.lineStart, start) + 1,
            countCodePoints(source, this.lineStart, zerosEnd),
          );
        }
      }
    } else if (c !== DOT) {
      this.decimalTail();
    }
    let d = source.charCodeAt(this.cur);
    if (d === DOT) {
      d = source.charCodeAt(++this.cur);
      if (isDigit(d)) {
        this.decimalTail();
        d = source.charCodeAt(this.cur);
      }
    }
    if ((d | 0x20) === 0x65) {
      const e = this.cur;
      d = source.charCodeAt(++this.cur);
      if (d === 0x2b || d === 0x2d) {
        d = source.charCodeAt(++this.cur);
        if (!isDigit(d)) this.syntaxerror('invalid decimal literal');
      } else if (!isDigit(d)) {
        this.cur = e;
        this.verifyEndOfNumber('decimal');
        return this.token(T.NUMBER, '', start);
      }
      this.decimalTail();
      d = source.charCodeAt(this.cur);
    }
    if ((d | 0x20) === 0x6a) {
      this.cur++;
      this.verifyEndOfNumber('imaginary');
    } else {
      this.verifyEndOfNumber('decimal');
    }
    return this.token(T.NUMBER, '', start);
  }

  /** Digits with single underscores between them; `cur` may stand before or on the first. */
  private decimalTail(): void {
    const source = this.source;
    for (;;) {
      let c: number;
      do c = source.charCodeAt(++this.cur);
      while (isDigit(c));
      if (c !== UNDERSCORE) return;
      c = source.charCodeAt(++this.cur);
      if (!isDigit(c)) this.syntaxerror('invalid decimal literal');
    }
  }

  private radixNumber(start: number, kind: string, radix: number): Token {
    const source = this.source;
    const valid = (c: number): boolean => (radix === 16 ? isHexDigit(c) : c >= ZERO && c < ZERO + radix);
    this.cur = start + 2;
    let c = source.charCodeAt(this.cur);
    do {
      if (c === UNDERSCORE) c = source.charCodeAt(++this.cur);
      if (!valid(c)) {
        if (isDigit(c)) this.invalidDigit(c, kind);
        this.syntaxerror(`invalid ${kind} literal`);
      }
      do c = source.charCodeAt(++this.cur);
      while (valid(c));
    } while (c === UNDERSCORE);
    if (isDigit(c)) this.invalidDigit(c, kind);
    this.verifyEndOfNumber(kind);
    return this.token(T.NUMBER, '', start);
  }

  private invalidDigit(c: number, kind: string): never {
    this.cur++;
    this.syntaxerror(`invalid digit '${String.fromCharCode(c)}' in ${kind} literal`);
  }

  /** `verify_end_of_number`: `1if x` warns, `1abc` is an error. */
  private verifyEndOfNumber(kind: string): void {
    const { source, cur } = this;
    const c = source.charCodeAt(cur);
    if (!(c < 128) || !isPotentialIdentifierChar(c)) return;
    const follows = (word: string): boolean =>
      source.startsWith(word, cur) && !isPotentialIdentifierChar(source.charCodeAt(cur + word.length));
    const next = source[cur + 1];
    if (
      (c === 0x69 && (next === 'f' || next === 'n' || next === 's')) ||
      follows('and') ||
      follows('else') ||
      follows('for') ||
      follows('or') ||
      follows('not')
    ) {
      this.warn(`invalid ${kind} literal`);
      return;
    }
    this.syntaxerror(`invalid ${kind} literal`);
  }

  /** A string or bytes literal whose prefix starts at `start`; `cur` stands on the quote. */
  private string(start: number): Token {
    const source = this.source;
    const firstLineno = this.lineno;
    const multiLineStart = this.lineStart;
    const quote = source.charCodeAt(this.cur);
    let size = 1;
    let cur = this.cur + 1;
    if (source.charCodeAt(cur) === quote) {
      if (source.charCodeAt(cur + 1) !== quote) {
        this.cur = cur + 1;
        return this.token(T.STRING, '', start);
      }
      size = 3;
      cur += 2;
    }
    let ended = 0;
    while (ended !== size) {
      let c = source.charCodeAt(cur);
      if (c !== c || (size === 1 && c === NL)) {
        this.cur = cur;
        this.unterminatedString(start, quote, size, firstLineno, multiLineStart);
      }
      cur++;
      if (c === quote) {
        ended++;
        continue;
      }
      ended = 0;
      if (c === BACKSLASH) c = source.charCodeAt(cur++);
      if (c === NL) {
        this.cur = cur;
        this.advanceLine();
      }
    }
    this.cur = cur;
    const token = this.token(T.STRING, '', start);
    token.lineno = firstLineno;
    token.col_offset = start - multiLineStart;
    return token;
  }

  private unterminatedString(start: number, quote: number, size: number, lineno: number, lineStart: number): never {
    const detected = this.lineno;
    this.cur = start + 1;
    this.lineStart = lineStart;
    this.lineno = lineno;
    const mode = this.modes[this.modes.length - 1];
    if (mode !== undefined && mode.quote === quote && mode.quoteSize === size) {
      this.syntaxerror("f-string: expecting '}'");
    }
    const kind = size === 3 ? 'triple-quoted string' : 'string';
    this.syntaxerror(`unterminated ${kind} literal (detected at line ${detected})`);
  }

  private fstringStart(start: number, raw: boolean): Token {
    const source = this.source;
    const quote = source.charCodeAt(this.cur);
    let quoteSize = 1;
    this.cur++;
    if (source.charCodeAt(this.cur) === quote && source.charCodeAt(this.cur + 1) === quote) {
      quoteSize = 3;
      this.cur += 2;
    }
    if (this.modes.length + 1 >= MAXFSTRINGLEVEL) this.syntaxerror('too many nested f-strings');
    this.modes.push({
      inText: true,
      quote,
      quoteSize,
      raw,
      start,
      lineStart: this.lineStart,
      lineno: this.lineno,
      curlyBracketDepth: 0,
      curlyBracketExprStartDepth: -1,
      exprEnded: false,
    });
    return this.token(T.FSTRING_START, source.slice(start, this.cur), start);
  }

  /** `tok_get_fstring_mode`: the text of an f-string up to its next replacement field or its end. */
  private nextInFString(mode: FStringMode): Token {
    const source = this.source;
    const start = this.cur;
    const firstLineno = this.lineno;
    const firstLineStart = this.lineStart;
    this.start = start;
    let c = source.charCodeAt(start);
    if (c === LBRACE && source.charCodeAt(start + 1) !== LBRACE) {
      this.enterReplacementField(mode);
      return this.nextRegular();
    }
    if (c === mode.quote && this.atQuotes(mode)) {
      this.cur += mode.quoteSize;
      this.modes.pop();
      return this.token(T.FSTRING_END, '', start);
    }
    // The second brace of `{{` is no part of the text, but of the range.
    const middle = (end: number): Token => {
      const token = this.token(T.FSTRING_MIDDLE, '', start);
      token.end = end;
      token.lineno = firstLineno;
      token.col_offset = start - firstLineStart;
      return token;
    };
    let unicodeEscape = false;
    for (;;) {
      c = source.charCodeAt(this.cur);
      const inFormatSpec = mode.exprEnded && mode.curlyBracketExprStartDepth >= 0;
      if (c !== c || (mode.quoteSize === 1 && c === NL)) {
        if (inFormatSpec && c === NL) {
          mode.inText = false;
          return middle(this.cur);
        }
        this.unterminatedFString(mode);
      }
      if (c === mode.quote && this.atQuotes(mode)) return middle(this.cur);
      this.cur++;
      if (c === NL) {
        this.advanceLine();
      } else if (c === LBRACE) {
        if (source.charCodeAt(this.cur) !== LBRACE || inFormatSpec) {
          this.cur--;
          this.enterReplacementField(mode);
          return middle(this.cur);
        }
        this.cur++;
        return middle(this.cur - 1);
      } else if (c === RBRACE) {
        if (unicodeEscape) return middle(this.cur);
        if (source.charCodeAt(this.cur) === RBRACE && !inFormatSpec && mode.curlyBracketDepth === 0) {
          this.cur++;
          return middle(this.cur - 1);
        }
        this.cur--;
        mode.inText = false;
        return middle(this.cur);
      } else if (c === BACKSLASH) {
        const d = source.charCodeAt(this.cur);
        if (d === LBRACE || d === RBRACE) {
          if (!mode.raw) this.warn(`invalid escape sequence '\\${String.fromCharCode(d)}'`);
          continue;
        }
        if (d === d) this.cur++;
        if (d === NL) this.advanceLine();
        if (!mode.raw && d === 0x4e && source.charCodeAt(this.cur) === LBRACE) {
          this.cur++;
          unicodeEscape = true;
        }
      }
    }
  }

  /** Makes the next tokens close every open block (`PyPARSE_DONT_IMPLY_DEDENT` not set, mode `single`). */
  implyDedent(): void {
    if (this.indstack.length <= 1) return;
    this.pendin = 1 - this.indstack.length;
    this.indstack.length = this.altindstack.length = 1;
  }

  private enterReplacementField(mode: FStringMode): void {
    mode.curlyBracketExprStartDepth++;
    if (mode.curlyBracketExprStartDepth >= MAX_EXPR_NESTING) {
      this.syntaxerror('f-string: expressions nested too deeply');
    }
    mode.inText = false;
  }

  private atQuotes(mode: FStringMode): boolean {
    if (mode.quoteSize === 1) return true;
    const { source, cur } = this;
    return source.charCodeAt(cur + 1) === mode.quote && source.charCodeAt(cur + 2) === mode.quote;
  }

  private unterminatedFString(mode: FStringMode): never {
    const detected = this.lineno;
    this.cur = mode.start + 1;
    this.lineStart = mode.lineStart;
    this.lineno = mode.lineno;
    const kind = mode.quoteSize === 3 ? 'triple-quoted f-string' : 'f-string';
    this.syntaxerror(`unterminated ${kind} literal (detected at line ${detected})`);
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
    const type = this.operator(c);
    if (type !== 0) return this.token(type, source.slice(start, this.cur), start);
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

  /** The longest operator at `cur`, which it moves past; 0 when there is none or it is a bracket or `!`. */
  private operator(c: number): number {
    if (c >= 128) return 0;
    const source = this.source;
    const d = source.charCodeAt(this.cur + 1);
    let type = 0;
    let length = 2;
    if (d === EQUAL) type = WITH_EQUAL[c]!;
    else if (d === c) {
      type = DOUBLED[c]!;
      if (type !== 0 && source.charCodeAt(this.cur + 2) === EQUAL) {
        type = DOUBLED_WITH_EQUAL[c]!;
        length = 3;
      }
    } else if (d === GREATER) {
      if (c === MINUS) type = T.RARROW;
      else if (c === LESS) type = T.NOTEQUAL;
    }
    if (type === 0) {
      type = SINGLE[c]!;
      length = 1;
    }
    if (type !== 0) this.cur += length;
    return type;
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
