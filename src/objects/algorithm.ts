/** Errors of the algorithms in src/text become Python exceptions. */
import type { TypeBody } from '../heap/object.ts';
import { UnicodeAlgorithmError, ValueAlgorithmError } from '../text/errors.ts';
import { memoryError, newException } from '../exceptions/raise.ts';
import {
  T_IndexError,
  T_KeyError,
  T_LookupError,
  T_OverflowError,
  T_TypeError,
  T_ValueError,
  T_ZeroDivisionError,
} from '../exceptions/types.ts';
import { unicodeError } from './codecs.ts';

const TYPES: Record<string, TypeBody> = {
  ValueError: T_ValueError,
  OverflowError: T_OverflowError,
  TypeError: T_TypeError,
  ZeroDivisionError: T_ZeroDivisionError,
  IndexError: T_IndexError,
  KeyError: T_KeyError,
  LookupError: T_LookupError,
};

/** What to throw for a caught JavaScript value: the Python exception an algorithm asked for, anything else as it is. */
export function fromAlgorithm(e: unknown): unknown {
  if (e instanceof ValueAlgorithmError) {
    if ((e.type as string) === 'MemoryError') memoryError();
    return newException(TYPES[e.type], e.message);
  }
  return e instanceof UnicodeAlgorithmError ? unicodeError(e) : e;
}
