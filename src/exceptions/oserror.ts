/** OSError: errno picks the subclass, and the attributes follow the arguments (Objects/exceptions.c). */
import type { PyObject, TypeBody } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { isInt, newInt } from '../objects/int.ts';
import { object_alloc } from '../objects/object.ts';
import { None } from '../objects/singletons.ts';
import { newStr } from '../objects/str.ts';
import { newTuple, tupleFromBorrowed } from '../objects/tuple.ts';
import { asSsize, isNumber } from '../protocols/number.ts';
import { reprString, strString } from '../protocols/object.ts';
import { BaseException_str, defineException, getMember, membersOf, setArgs, setMember } from './base.ts';
import { ExcBody, type PyException } from './body.ts';
import { raise, setContext, typeError } from './raise.ts';
import * as T from './types.ts';

const MEMBERS = ['errno', 'strerror', 'filename', 'filename2'];

/** errno -> subclass (errnomap). */
const BY_ERRNO = new Map<number, TypeBody>([
  [11, T.T_BlockingIOError],
  [114, T.T_BlockingIOError],
  [115, T.T_BlockingIOError],
  [10, T.T_ChildProcessError],
  [32, T.T_BrokenPipeError],
  [108, T.T_BrokenPipeError],
  [103, T.T_ConnectionAbortedError],
  [111, T.T_ConnectionRefusedError],
  [104, T.T_ConnectionResetError],
  [17, T.T_FileExistsError],
  [2, T.T_FileNotFoundError],
  [4, T.T_InterruptedError],
  [21, T.T_IsADirectoryError],
  [20, T.T_NotADirectoryError],
  [1, T.T_PermissionError],
  [13, T.T_PermissionError],
  [3, T.T_ProcessLookupError],
  [110, T.T_TimeoutError],
]);

/** oserror_use_init: a subclass with an `__init__` of its own has its arguments looked at there. */
function usesInit(type: TypeBody): boolean {
  return type.tp_init !== OSError_init && type.tp_new === OSError_new;
}

function OSError_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const useInit = usesInit(type);
  if (!useInit) {
    noKeywords(type, kwnames);
    const n = args.length;
    if (type === T.T_OSError && n >= 2 && n <= 5 && isInt(args[0])) type = BY_ERRNO.get(Number(args[0].v)) ?? type;
  }
  const exc = object_alloc(type) as PyException;
  exc.v = new ExcBody(
    tupleFromBorrowed(useInit ? [] : args),
    membersOf(type).map(() => null),
  );
  if (!useInit) fill(exc, args);
  return exc;
}

function OSError_init(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void {
  if (!usesInit(o.type)) return;
  noKeywords(o.type, kwnames);
  setArgs(o as PyException, args);
  fill(o as PyException, args);
}

function noKeywords(type: TypeBody, kwnames: PyObject[] | null): void {
  if (kwnames !== null && kwnames.length > 0) typeError(`${type.name}() takes no keyword arguments`);
}

/** oserror_init */
function fill(exc: PyException, args: PyObject[]): void {
  if (args.length < 2 || args.length > 5) return;
  setMember(exc, 'errno', args[0]);
  setMember(exc, 'strerror', args[1]);
  if (args.length < 3 || args[2] === None) return;
  if (exc.type === T.T_BlockingIOError && isNumber(args[2])) {
    setWritten(exc, args[2]);
    return;
  }
  setMember(exc, 'filename', args[2]);
  if (args.length >= 5 && args[4] !== None) setMember(exc, 'filename2', args[4]);
  // `args` keeps only errno and strerror.
  const old = exc.v.args;
  exc.v.args = newTuple([incref(args[0]), incref(args[1])]);
  decref(old);
}

function getWritten(o: PyObject): PyObject {
  const written = getMember(o as PyException, 'written');
  return written === null ? raise(T.T_AttributeError, 'characters_written') : incref(written);
}

function setWritten(o: PyObject, value: PyObject | null): void {
  if (value === null) decref(getWritten(o));
  const written = value === null ? null : newInt(asSsize(value, T.T_ValueError));
  setMember(o as PyException, 'written', written);
  xdecref(written);
}

function OSError_str(o: PyObject): PyObject {
  const exc = o as PyException;
  const errno = getMember(exc, 'errno');
  const strerror = getMember(exc, 'strerror');
  const filename = getMember(exc, 'filename');
  const filename2 = getMember(exc, 'filename2');
  const show = (x: PyObject | null): string => (x === null ? 'None' : strString(x));
  if (filename !== null) {
    const second = filename2 === null ? '' : ` -> ${reprString(filename2)}`;
    return newStr(`[Errno ${show(errno)}] ${show(strerror)}: ${reprString(filename)}${second}`);
  }
  if (errno !== null && strerror !== null) return newStr(`[Errno ${show(errno)}] ${show(strerror)}`);
  return BaseException_str(o);
}

function OSError_reduce(o: PyObject): PyObject {
  const exc = o as PyException;
  const args = (exc.v.args.v as PyObject[]).map(incref);
  const filename = getMember(exc, 'filename');
  if (args.length === 2 && filename !== null) args.push(incref(filename));
  const parts = [incref(o.type.obj) as PyObject, newTuple(args)];
  if (exc.dict !== null) parts.push(incref(exc.dict));
  return newTuple(parts);
}

export function initOSError(): void {
  defineException(
    T.T_OSError,
    T.T_Exception,
    'Base class for I/O related errors.',
    MEMBERS,
    {
      hidden: ['written'],
      getset: [['characters_written', getWritten, setWritten]],
      slots: { tp_new: OSError_new, tp_init: OSError_init, tp_str: OSError_str },
      methods: [['__reduce__', OSError_reduce, '!($self)']],
    },
    112,
  );
}

/** Throws the OSError for an errno, as a failing system call does. */
export function osError(errno: number, strerror: string, filename: string | null = null): never {
  const args: PyObject[] = [newInt(errno), newStr(strerror)];
  if (filename !== null) args.push(newStr(filename));
  const exc = OSError_new(T.T_OSError, args, null) as PyException;
  args.forEach(decref);
  setContext(exc);
  throw exc;
}
