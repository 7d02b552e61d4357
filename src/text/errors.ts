/** Names of the builtin exceptions the algorithms raise. */
export type AlgorithmErrorType =
  | 'ValueError'
  | 'OverflowError'
  | 'TypeError'
  | 'ZeroDivisionError'
  | 'IndexError'
  | 'KeyError'
  | 'LookupError'
  | 'MemoryError';

/**
 * What the algorithms of `src/text` throw in place of a Python exception; the caller turns it into the exception of
 * that type. Not an `Error`: capturing a JavaScript stack would cost more than the failed conversion itself.
 */
export class ValueAlgorithmError {
  constructor(
    /** Name of the builtin exception type. */
    readonly type: AlgorithmErrorType,
    readonly message: string,
  ) {}

  toString(): string {
    return `${this.type}: ${this.message}`;
  }
}

/** What the codecs throw in place of `UnicodeDecodeError` and `UnicodeEncodeError`. */
export class UnicodeAlgorithmError<T extends string | Uint8Array = string | Uint8Array> {
  constructor(
    readonly type: 'UnicodeDecodeError' | 'UnicodeEncodeError',
    /** The codec's own name for itself, e.g. `utf-8`, `ascii`. */
    readonly encoding: string,
    readonly object: T,
    /** First offending byte, or code point when encoding. */
    readonly start: number,
    /** One past the last offending byte or code point. */
    readonly end: number,
    readonly reason: string,
  ) {}

  toString(): string {
    return `${this.type}: '${this.encoding}' codec, ${this.start}-${this.end}: ${this.reason}`;
  }
}

/** Throws `ValueError(message)`. */
export function valueError(message: string): never {
  throw new ValueAlgorithmError('ValueError', message);
}

/** Throws `TypeError(message)`. */
export function typeError(message: string): never {
  throw new ValueAlgorithmError('TypeError', message);
}

/** Throws `OverflowError(message)`. */
export function overflowError(message: string): never {
  throw new ValueAlgorithmError('OverflowError', message);
}
