/**
 * What the syntax and compile stages throw for a mistake in the user's program. The runtime turns it into the
 * Python exception of the same name; `src/syntax` knows no Python objects.
 */
export class PySyntaxError extends Error {
  constructor(
    /** `SyntaxError`, `IndentationError` or `TabError`. */
    readonly type: 'SyntaxError' | 'IndentationError' | 'TabError',
    /** CPython's text, e.g. `invalid syntax. Perhaps you forgot a comma?`. */
    readonly msg: string,
    readonly filename: string,
    /** 1-based line; offsets are 1-based code points as in `SyntaxError.offset`; 0 or null where CPython has none. */
    readonly lineno: number,
    readonly offset: number | null,
    readonly end_lineno: number | null,
    readonly end_offset: number | null,
    /** The source line, with its newline where the file has one, or null. */
    readonly text: string | null,
    /** True when more input could make the source valid (code.compile_command, is_complete). */
    public incomplete: boolean = false,
  ) {
    super(msg);
  }
}

/** The source nests too deeply for the JavaScript stack; in Python a MemoryError with this message. */
export class ParserStackOverflow extends Error {
  constructor() {
    super('Parser stack overflowed - Python source too complex to parse');
  }
}

/** A literal that reads well but has no value; the parser adds the place (`_Pypegen_raise_decode_error`). */
export class LiteralError extends Error {
  constructor(
    message: string,
    /** What is reported: the number or string itself, or the last token read. */
    readonly where: 'number' | 'string' | 'last',
  ) {
    super(message);
  }
}
