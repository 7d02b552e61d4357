/**
 * Tokens of unfinished code, up to the cursor. Unlike the parser's tokenizer it never fails: what is open at the end (a string, a
 * bracket) is what completion and inspection want to know about.
 */
export type TokenKind = 'name' | 'number' | 'string' | 'op' | 'newline';

export interface Token {
  kind: TokenKind;
  text: string;
  /** UTF-16 offsets in the code. */
  start: number;
  end: number;
}

/** A string literal that the cursor stands in. */
export interface OpenString {
  /** `r`, `f`, `b`... in lower case. */
  prefix: string;
  quote: string;
  /** Offset of the literal, and of its first character. */
  start: number;
  contentStart: number;
}

export interface Scan {
  tokens: Token[];
  openString: OpenString | null;
  inComment: boolean;
}

const NAME = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Mn}\p{Mc}\p{Nd}\p{Pc}]*/uy;
const NUMBER = /(?:0[xXoObB][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d[\d_]*)?[jJ]?)/y;
const STRING = /([rRbBuUfF]{0,2})("""|'''|"|')/y;
const OPERATOR = /->|:=|\*\*=?|\/\/=?|<<=?|>>=?|[=!<>+\-*/%@&|^]=|[^\s]/y;

/** Tokens of `code`. */
export function scan(code: string): Scan {
  const tokens: Token[] = [];
  let depth = 0;
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(code);
  };
  const push = (kind: TokenKind, length: number): void => {
    tokens.push({ kind, text: code.slice(at, at + length), start: at, end: at + length });
    at += length;
  };
  while (at < code.length) {
    const c = code[at];
    if (c === '\n') {
      if (depth > 0) at++;
      else push('newline', 1);
    } else if (c === ' ' || c === '\t' || c === '\f' || c === '\r') at++;
    else if (c === '\\' && code[at + 1] === '\n') at += 2;
    else if (c === '#') {
      const end = code.indexOf('\n', at);
      if (end < 0) return { tokens, openString: null, inComment: true };
      at = end;
    } else {
      const literal = match(STRING);
      if (literal !== null) {
        const [head, prefix, quote] = literal;
        const end = stringEnd(code, at + head.length, quote);
        if (end < 0) {
          const openString = { prefix: prefix.toLowerCase(), quote, start: at, contentStart: at + head.length };
          return { tokens, openString, inComment: false };
        }
        push('string', end - at);
        continue;
      }
      const number = /[\d.]/.test(c) ? match(NUMBER) : null;
      // `x.5` is no number, nor is the dot of `5 .real`.
      if (number !== null && (c !== '.' || !endsOperand(tokens))) {
        push('number', number[0].length);
        continue;
      }
      const name = match(NAME);
      if (name !== null) {
        push('name', name[0].length);
        continue;
      }
      const operator = match(OPERATOR);
      const text = operator === null ? c : operator[0];
      if ('([{'.includes(text)) depth++;
      else if (')]}'.includes(text) && depth > 0) depth--;
      push('op', text.length);
    }
  }
  return { tokens, openString: null, inComment: false };
}

/** Offset behind the closing quote; -1 when there is none (a single-quoted string may also not cross a line end: then behind it). */
function stringEnd(code: string, from: number, quote: string): number {
  for (let i = from; i < code.length; i++) {
    const c = code[i];
    if (c === '\\') i++;
    else if (quote.length === 1 && c === '\n') return i;
    else if (code.startsWith(quote, i)) return i + quote.length;
  }
  return -1;
}

/** May the tokens so far end in a value? */
function endsOperand(tokens: Token[]): boolean {
  const last = tokens[tokens.length - 1];
  return (
    last !== undefined && (last.kind === 'name' || last.kind === 'string' || last.text === ')' || last.text === ']')
  );
}

const OPENERS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };

/**
 * Index of the first token of the primary expression that ends with token `end` (names, attributes, subscripts, calls, literals), or
 * -1 when no expression ends there.
 */
export function primaryStart(tokens: Token[], end: number): number {
  let i = end;
  for (;;) {
    const t = tokens[i];
    if (t === undefined) return -1;
    if (t.text in OPENERS && t.kind === 'op') {
      const open = openingIndex(tokens, i);
      if (open < 0) return -1;
      const before = tokens[open - 1];
      const isTrailer =
        t.text !== '}' &&
        before !== undefined &&
        (before.kind === 'name'
          ? !KEYWORDS.has(before.text)
          : before.kind === 'string' || before.text === ')' || before.text === ']');
      if (!isTrailer) return open;
      i = open - 1;
      continue;
    }
    if (t.kind !== 'name' && t.kind !== 'string' && t.kind !== 'number') return -1;
    if (t.kind === 'name' && tokens[i - 1]?.text === '.' && i >= 2) {
      i -= 2;
      continue;
    }
    if (t.kind === 'name' && tokens[i - 1]?.text === '.') return -1;
    return t.kind === 'name' && KEYWORDS.has(t.text) && !CONSTANTS.has(t.text) ? -1 : i;
  }
}

function openingIndex(tokens: Token[], close: number): number {
  let depth = 0;
  for (let i = close; i >= 0; i--) {
    const { text, kind } = tokens[i];
    if (kind !== 'op') continue;
    if (text in OPENERS) depth++;
    else if (text === '(' || text === '[' || text === '{') {
      depth--;
      if (depth === 0) return text === OPENERS[tokens[close].text] ? i : -1;
    }
  }
  return -1;
}

/** Index of the innermost bracket that is open at the end, or -1. */
export function openBracket(tokens: Token[], from = tokens.length - 1): number {
  let depth = 0;
  for (let i = from; i >= 0; i--) {
    const { text, kind } = tokens[i];
    if (kind !== 'op') continue;
    if (text in OPENERS) depth++;
    else if (text === '(' || text === '[' || text === '{') {
      if (depth === 0) return i;
      depth--;
    }
  }
  return -1;
}

const CONSTANTS = new Set(['None', 'True', 'False']);

export const KEYWORDS = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if ' +
    'import in is lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);
