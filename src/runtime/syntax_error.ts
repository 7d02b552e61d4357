/** The Python exception for a mistake that the parser or compiler found. */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import type { PyException } from '../exceptions/body.ts';
import { setContext } from '../exceptions/raise.ts';
import { T_IndentationError, T_SyntaxError, T_TabError } from '../exceptions/types.ts';
import { newInt } from '../objects/int.ts';
import { None } from '../objects/singletons.ts';
import { newStr } from '../objects/str.ts';
import { newTuple } from '../objects/tuple.ts';
import { call } from '../protocols/call.ts';
import type { PySyntaxError } from '../syntax/index.ts';

const TYPES = { SyntaxError: T_SyntaxError, IndentationError: T_IndentationError, TabError: T_TabError };

/** A new SyntaxError (or subclass) with its place; context set. */
export function syntaxErrorObject(e: PySyntaxError): PyException {
  const number = (n: number | null): PyObject => (n === null ? None : newInt(n));
  const info = newTuple([
    newStr(e.filename),
    newInt(e.lineno),
    number(e.offset),
    e.text === null ? None : newStr(e.text),
    number(e.end_lineno),
    number(e.end_offset),
  ]);
  const msg = newStr(e.msg);
  const exc = call(TYPES[e.type].obj, [msg, info], null) as PyException;
  decref(msg);
  decref(info);
  setContext(exc);
  return exc;
}
