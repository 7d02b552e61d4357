import type { FStringMode, Tokenizer } from './tokenizer.ts';
import * as T from './tokens.ts';
import type { Token } from './tokens.ts';

const MAXFSTRINGLEVEL = 150;
const MAX_EXPR_NESTING = 3;

const NL = 0x0a;
const BACKSLASH = 0x5c;
const LBRACE = 0x7b;
const RBRACE = 0x7d;

/** A string or bytes literal whose prefix starts at `start`; `cur` stands on the quote. */
export function string(t: Tokenizer, start: number): Token {
  const source = t.source;
  const firstLineno = t.lineno;
  const multiLineStart = t.lineStart;
  const quote = source.charCodeAt(t.cur);
  let size = 1;
  let cur = t.cur + 1;
  if (source.charCodeAt(cur) === quote) {
    if (source.charCodeAt(cur + 1) !== quote) {
      t.cur = cur + 1;
      return t.token(T.STRING, '', start);
    }
    size = 3;
    cur += 2;
  }
  let ended = 0;
  while (ended !== size) {
    let c = source.charCodeAt(cur);
    if (c !== c || (size === 1 && c === NL)) {
      t.cur = cur;
      unterminatedString(t, start, quote, size, firstLineno, multiLineStart);
    }
    cur++;
    if (c === quote) {
      ended++;
      continue;
    }
    ended = 0;
    if (c === BACKSLASH) c = source.charCodeAt(cur++);
    if (c === NL) {
      t.cur = cur;
      t.advanceLine();
    }
  }
  t.cur = cur;
  const token = t.token(T.STRING, '', start);
  token.lineno = firstLineno;
  token.col_offset = start - multiLineStart;
  return token;
}

function unterminatedString(
  t: Tokenizer,
  start: number,
  quote: number,
  size: number,
  lineno: number,
  lineStart: number,
): never {
  const detected = t.lineno;
  t.cur = start + 1;
  t.lineStart = lineStart;
  t.lineno = lineno;
  const mode = t.modes[t.modes.length - 1];
  if (mode !== undefined && mode.quote === quote && mode.quoteSize === size) {
    t.syntaxerror("f-string: expecting '}'");
  }
  const kind = size === 3 ? 'triple-quoted string' : 'string';
  t.syntaxerror(`unterminated ${kind} literal (detected at line ${detected})`);
}

/** FSTRING_START: the prefix and the quotes; what follows is read by `nextInFString`. */
export function fstringStart(t: Tokenizer, start: number, raw: boolean): Token {
  const source = t.source;
  const quote = source.charCodeAt(t.cur);
  let quoteSize = 1;
  t.cur++;
  if (source.charCodeAt(t.cur) === quote && source.charCodeAt(t.cur + 1) === quote) {
    quoteSize = 3;
    t.cur += 2;
  }
  if (t.modes.length + 1 >= MAXFSTRINGLEVEL) t.syntaxerror('too many nested f-strings');
  t.modes.push({
    inText: true,
    quote,
    quoteSize,
    raw,
    start,
    lineStart: t.lineStart,
    lineno: t.lineno,
    curlyBracketDepth: 0,
    curlyBracketExprStartDepth: -1,
    exprEnded: false,
  });
  return t.token(T.FSTRING_START, source.slice(start, t.cur), start);
}

/** `tok_get_fstring_mode`: the text of an f-string up to its next replacement field or its end. */
export function nextInFString(t: Tokenizer, mode: FStringMode): Token {
  const source = t.source;
  const start = t.cur;
  const firstLineno = t.lineno;
  const firstLineStart = t.lineStart;
  t.start = start;
  let c = source.charCodeAt(start);
  if (c === LBRACE && source.charCodeAt(start + 1) !== LBRACE) {
    enterReplacementField(t, mode);
    return t.nextRegular();
  }
  if (c === mode.quote && atQuotes(t, mode)) {
    t.cur += mode.quoteSize;
    t.modes.pop();
    return t.token(T.FSTRING_END, '', start);
  }
  // The second brace of `{{` is no part of the text, but of the range.
  const middle = (end: number): Token => {
    const token = t.token(T.FSTRING_MIDDLE, '', start);
    token.end = end;
    token.lineno = firstLineno;
    token.col_offset = start - firstLineStart;
    return token;
  };
  let unicodeEscape = false;
  for (;;) {
    c = source.charCodeAt(t.cur);
    const inFormatSpec = mode.exprEnded && mode.curlyBracketExprStartDepth >= 0;
    if (c !== c || (mode.quoteSize === 1 && c === NL)) {
      if (inFormatSpec && c === NL) {
        mode.inText = false;
        return middle(t.cur);
      }
      unterminatedFString(t, mode);
    }
    if (c === mode.quote && atQuotes(t, mode)) return middle(t.cur);
    t.cur++;
    if (c === NL) {
      t.advanceLine();
    } else if (c === LBRACE) {
      if (source.charCodeAt(t.cur) !== LBRACE || inFormatSpec) {
        t.cur--;
        enterReplacementField(t, mode);
        return middle(t.cur);
      }
      t.cur++;
      return middle(t.cur - 1);
    } else if (c === RBRACE) {
      if (unicodeEscape) return middle(t.cur);
      if (source.charCodeAt(t.cur) === RBRACE && !inFormatSpec && mode.curlyBracketDepth === 0) {
        t.cur++;
        return middle(t.cur - 1);
      }
      t.cur--;
      mode.inText = false;
      return middle(t.cur);
    } else if (c === BACKSLASH) {
      const d = source.charCodeAt(t.cur);
      if (d === LBRACE || d === RBRACE) {
        if (!mode.raw) t.warn(`invalid escape sequence '\\${String.fromCharCode(d)}'`);
        continue;
      }
      if (d === d) t.cur++;
      if (d === NL) t.advanceLine();
      if (!mode.raw && d === 0x4e && source.charCodeAt(t.cur) === LBRACE) {
        t.cur++;
        unicodeEscape = true;
      }
    }
  }
}

function enterReplacementField(t: Tokenizer, mode: FStringMode): void {
  mode.curlyBracketExprStartDepth++;
  if (mode.curlyBracketExprStartDepth >= MAX_EXPR_NESTING) {
    t.syntaxerror('f-string: expressions nested too deeply');
  }
  mode.inText = false;
}

function atQuotes(t: Tokenizer, mode: FStringMode): boolean {
  if (mode.quoteSize === 1) return true;
  const { source, cur } = t;
  return source.charCodeAt(cur + 1) === mode.quote && source.charCodeAt(cur + 2) === mode.quote;
}

function unterminatedFString(t: Tokenizer, mode: FStringMode): never {
  const detected = t.lineno;
  t.cur = mode.start + 1;
  t.lineStart = mode.lineStart;
  t.lineno = mode.lineno;
  const kind = mode.quoteSize === 3 ? 'triple-quoted f-string' : 'f-string';
  t.syntaxerror(`unterminated ${kind} literal (detected at line ${detected})`);
}
