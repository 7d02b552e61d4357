/** Token types, with the names of CPython's `token` module; keywords have types of their own. */

export const ENDMARKER: number = 0;
export const NAME: number = 1;
export const NUMBER: number = 2;
export const STRING: number = 3;
export const NEWLINE: number = 4;
export const INDENT: number = 5;
export const DEDENT: number = 6;
export const FSTRING_START: number = 7;
export const FSTRING_MIDDLE: number = 8;
export const FSTRING_END: number = 9;
/** A character that is a token but belongs to no rule, such as `?` or `$`. */
export const OP: number = 10;

export const LPAR: number = 11;
export const RPAR: number = 12;
export const LSQB: number = 13;
export const RSQB: number = 14;
export const LBRACE: number = 15;
export const RBRACE: number = 16;
export const COLON: number = 17;
export const COMMA: number = 18;
export const SEMI: number = 19;
export const DOT: number = 20;
export const ELLIPSIS: number = 21;
export const RARROW: number = 22;
export const COLONEQUAL: number = 23;
export const EXCLAMATION: number = 24;
export const EQUAL: number = 25;
export const TILDE: number = 26;
export const AT: number = 27;

// Binary operators, in the order of `BINARY_OPERATORS` of expressions.ts.
export const PLUS: number = 28;
export const MINUS: number = 29;
export const STAR: number = 30;
export const SLASH: number = 31;
export const VBAR: number = 32;
export const AMPER: number = 33;
export const PERCENT: number = 34;
export const CIRCUMFLEX: number = 35;
export const LEFTSHIFT: number = 36;
export const RIGHTSHIFT: number = 37;
export const DOUBLESTAR: number = 38;
export const DOUBLESLASH: number = 39;

export const EQEQUAL: number = 40;
export const NOTEQUAL: number = 41;
export const LESS: number = 42;
export const GREATER: number = 43;
export const LESSEQUAL: number = 44;
export const GREATEREQUAL: number = 45;

export const PLUSEQUAL: number = 46;
export const MINEQUAL: number = 47;
export const STAREQUAL: number = 48;
export const SLASHEQUAL: number = 49;
export const PERCENTEQUAL: number = 50;
export const AMPEREQUAL: number = 51;
export const VBAREQUAL: number = 52;
export const CIRCUMFLEXEQUAL: number = 53;
export const LEFTSHIFTEQUAL: number = 54;
export const RIGHTSHIFTEQUAL: number = 55;
export const DOUBLESTAREQUAL: number = 56;
export const DOUBLESLASHEQUAL: number = 57;
export const ATEQUAL: number = 58;

export const KW_FALSE: number = 60;
export const KW_NONE: number = 61;
export const KW_TRUE: number = 62;
export const KW_AND: number = 63;
export const KW_AS: number = 64;
export const KW_ASSERT: number = 65;
export const KW_ASYNC: number = 66;
export const KW_AWAIT: number = 67;
export const KW_BREAK: number = 68;
export const KW_CLASS: number = 69;
export const KW_CONTINUE: number = 70;
export const KW_DEF: number = 71;
export const KW_DEL: number = 72;
export const KW_ELIF: number = 73;
export const KW_ELSE: number = 74;
export const KW_EXCEPT: number = 75;
export const KW_FINALLY: number = 76;
export const KW_FOR: number = 77;
export const KW_FROM: number = 78;
export const KW_GLOBAL: number = 79;
export const KW_IF: number = 80;
export const KW_IMPORT: number = 81;
export const KW_IN: number = 82;
export const KW_IS: number = 83;
export const KW_LAMBDA: number = 84;
export const KW_NONLOCAL: number = 85;
export const KW_NOT: number = 86;
export const KW_OR: number = 87;
export const KW_PASS: number = 88;
export const KW_RAISE: number = 89;
export const KW_RETURN: number = 90;
export const KW_TRY: number = 91;
export const KW_WHILE: number = 92;
export const KW_WITH: number = 93;
export const KW_YIELD: number = 94;

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
