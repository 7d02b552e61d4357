/** Token types, with the names of CPython's `token` module; keywords have types of their own. */

export const ENDMARKER = 0;
export const NAME = 1;
export const NUMBER = 2;
export const STRING = 3;
export const NEWLINE = 4;
export const INDENT = 5;
export const DEDENT = 6;
export const FSTRING_START = 7;
export const FSTRING_MIDDLE = 8;
export const FSTRING_END = 9;
/** A character that is a token but belongs to no rule, such as `?` or `$`. */
export const OP = 10;

export const LPAR = 11;
export const RPAR = 12;
export const LSQB = 13;
export const RSQB = 14;
export const LBRACE = 15;
export const RBRACE = 16;
export const COLON = 17;
export const COMMA = 18;
export const SEMI = 19;
export const DOT = 20;
export const ELLIPSIS = 21;
export const RARROW = 22;
export const COLONEQUAL = 23;
export const EXCLAMATION = 24;
export const EQUAL = 25;
export const TILDE = 26;
export const AT = 27;

// Binary operators, in the order of `BINARY_OPERATORS` of expressions.ts.
export const PLUS = 28;
export const MINUS = 29;
export const STAR = 30;
export const SLASH = 31;
export const VBAR = 32;
export const AMPER = 33;
export const PERCENT = 34;
export const CIRCUMFLEX = 35;
export const LEFTSHIFT = 36;
export const RIGHTSHIFT = 37;
export const DOUBLESTAR = 38;
export const DOUBLESLASH = 39;

export const EQEQUAL = 40;
export const NOTEQUAL = 41;
export const LESS = 42;
export const GREATER = 43;
export const LESSEQUAL = 44;
export const GREATEREQUAL = 45;

export const PLUSEQUAL = 46;
export const MINEQUAL = 47;
export const STAREQUAL = 48;
export const SLASHEQUAL = 49;
export const PERCENTEQUAL = 50;
export const AMPEREQUAL = 51;
export const VBAREQUAL = 52;
export const CIRCUMFLEXEQUAL = 53;
export const LEFTSHIFTEQUAL = 54;
export const RIGHTSHIFTEQUAL = 55;
export const DOUBLESTAREQUAL = 56;
export const DOUBLESLASHEQUAL = 57;
export const ATEQUAL = 58;

export const KW_FALSE = 60;
export const KW_NONE = 61;
export const KW_TRUE = 62;
export const KW_AND = 63;
export const KW_AS = 64;
export const KW_ASSERT = 65;
export const KW_ASYNC = 66;
export const KW_AWAIT = 67;
export const KW_BREAK = 68;
export const KW_CLASS = 69;
export const KW_CONTINUE = 70;
export const KW_DEF = 71;
export const KW_DEL = 72;
export const KW_ELIF = 73;
export const KW_ELSE = 74;
export const KW_EXCEPT = 75;
export const KW_FINALLY = 76;
export const KW_FOR = 77;
export const KW_FROM = 78;
export const KW_GLOBAL = 79;
export const KW_IF = 80;
export const KW_IMPORT = 81;
export const KW_IN = 82;
export const KW_IS = 83;
export const KW_LAMBDA = 84;
export const KW_NONLOCAL = 85;
export const KW_NOT = 86;
export const KW_OR = 87;
export const KW_PASS = 88;
export const KW_RAISE = 89;
export const KW_RETURN = 90;
export const KW_TRY = 91;
export const KW_WHILE = 92;
export const KW_WITH = 93;
export const KW_YIELD = 94;

/** Keyword to token type: `keyword.kwlist`. */
export const KEYWORDS: ReadonlyMap<string, number> = new Map([
  ['False', KW_FALSE],
  ['None', KW_NONE],
  ['True', KW_TRUE],
  ['and', KW_AND],
  ['as', KW_AS],
  ['assert', KW_ASSERT],
  ['async', KW_ASYNC],
  ['await', KW_AWAIT],
  ['break', KW_BREAK],
  ['class', KW_CLASS],
  ['continue', KW_CONTINUE],
  ['def', KW_DEF],
  ['del', KW_DEL],
  ['elif', KW_ELIF],
  ['else', KW_ELSE],
  ['except', KW_EXCEPT],
  ['finally', KW_FINALLY],
  ['for', KW_FOR],
  ['from', KW_FROM],
  ['global', KW_GLOBAL],
  ['if', KW_IF],
  ['import', KW_IMPORT],
  ['in', KW_IN],
  ['is', KW_IS],
  ['lambda', KW_LAMBDA],
  ['nonlocal', KW_NONLOCAL],
  ['not', KW_NOT],
  ['or', KW_OR],
  ['pass', KW_PASS],
  ['raise', KW_RAISE],
  ['return', KW_RETURN],
  ['try', KW_TRY],
  ['while', KW_WHILE],
  ['with', KW_WITH],
  ['yield', KW_YIELD],
]);

/** `keyword.softkwlist`: keywords only where the grammar asks for them. */
export const SOFT_KEYWORDS: ReadonlySet<string> = new Set(['_', 'case', 'match', 'type']);

/** Operators by their text, for the tokenizer (longest match) and for diagnosis. */
export const OPERATORS: ReadonlyMap<string, number> = new Map([
  ['(', LPAR],
  [')', RPAR],
  ['[', LSQB],
  [']', RSQB],
  ['{', LBRACE],
  ['}', RBRACE],
  [':', COLON],
  [',', COMMA],
  [';', SEMI],
  ['.', DOT],
  ['...', ELLIPSIS],
  ['->', RARROW],
  [':=', COLONEQUAL],
  ['!', EXCLAMATION],
  ['=', EQUAL],
  ['~', TILDE],
  ['@', AT],
  ['+', PLUS],
  ['-', MINUS],
  ['*', STAR],
  ['/', SLASH],
  ['|', VBAR],
  ['&', AMPER],
  ['%', PERCENT],
  ['^', CIRCUMFLEX],
  ['<<', LEFTSHIFT],
  ['>>', RIGHTSHIFT],
  ['**', DOUBLESTAR],
  ['//', DOUBLESLASH],
  ['==', EQEQUAL],
  ['!=', NOTEQUAL],
  ['<>', NOTEQUAL],
  ['<', LESS],
  ['>', GREATER],
  ['<=', LESSEQUAL],
  ['>=', GREATEREQUAL],
  ['+=', PLUSEQUAL],
  ['-=', MINEQUAL],
  ['*=', STAREQUAL],
  ['/=', SLASHEQUAL],
  ['%=', PERCENTEQUAL],
  ['&=', AMPEREQUAL],
  ['|=', VBAREQUAL],
  ['^=', CIRCUMFLEXEQUAL],
  ['<<=', LEFTSHIFTEQUAL],
  ['>>=', RIGHTSHIFTEQUAL],
  ['**=', DOUBLESTAREQUAL],
  ['//=', DOUBLESLASHEQUAL],
  ['@=', ATEQUAL],
]);

/**
 * One token. `start` and `end` index the tokenizer's source; the other four are the ASDL position.
 * `value` is a name's identifier (NFKC), a keyword's or operator's text, else empty.
 */
export interface Token {
  type: number;
  value: string;
  start: number;
  end: number;
  lineno: number;
  col_offset: number;
  end_lineno: number;
  end_col_offset: number;
  /** How many brackets are open after the token. */
  level: number;
}
