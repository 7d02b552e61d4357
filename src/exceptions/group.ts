/** BaseExceptionGroup and ExceptionGroup (PEP 654, Objects/exceptions.c). */
import { type PyContainer, type PyObject, type TypeBody, TPFLAGS_MANAGED_WEAKREF } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { enterRecursive, leaveRecursive } from '../heap/recursion.ts';
import { instanceDict } from '../objects/attributes.ts';
import { dict_setStr } from '../objects/dict.ts';
import { T_FUNCTION } from '../objects/function.ts';
import { newGenericAlias } from '../objects/genericalias.ts';
import { newList, sequenceList } from '../objects/list.ts';
import { object_alloc } from '../objects/object.ts';
import { None } from '../objects/singletons.ts';
import { isStr, newStr } from '../objects/str.ts';
import { isTuple, newTuple, tupleFromBorrowed } from '../objects/tuple.ts';
import { isType } from '../objects/type.ts';
import { isSubtype } from '../objects/type_lookup.ts';
import { call1, callMethodStr } from '../protocols/call.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { isTrue, strString } from '../protocols/object.ts';
import { isInstance } from '../protocols/isinstance.ts';
import { collect, isSequence } from '../protocols/sequence.ts';
import {
  BaseException_init,
  defineException,
  getMember,
  membersOf,
  setCause,
  setMember,
  setTraceback,
} from './base.ts';
import { ExcBody, isPyException, type PyException } from './body.ts';
import { typeError, valueError } from './raise.ts';
import * as T from './types.ts';

export function isGroup(o: PyObject): boolean {
  return isPyException(o) && isSubtype(o.type, T.T_BaseExceptionGroup);
}

/** The group's exceptions, borrowed. */
export function groupExceptions(group: PyException): PyException[] {
  return getMember(group, 'exceptions')!.v as PyException[];
}

function group_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  // Keywords are left to __init__.
  if (kwnames !== null) args = args.slice(0, args.length - kwnames.length);
  if (args.length !== 2) typeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
  const [message, exceptions] = args;
  if (!isStr(message)) typeError(`BaseExceptionGroup.__new__() argument 1 must be str, not ${message.type.name}`);
  if (!isSequence(exceptions)) typeError('second argument (exceptions) must be a sequence');
  const items = collect(exceptions);
  let nested = false;
  try {
    if (items.length === 0) valueError('second argument (exceptions) must be a non-empty sequence');
    items.forEach((item, i) => {
      if (!isPyException(item)) valueError(`Item ${i} of second argument (exceptions) is not an exception`);
      if (!isSubtype(item.type, T.T_Exception)) nested = true;
    });
    if (type === T.T_ExceptionGroup && nested) typeError('Cannot nest BaseExceptions in an ExceptionGroup');
    if (nested && type !== T.T_BaseExceptionGroup && isSubtype(type, T.T_Exception))
      typeError(`Cannot nest BaseExceptions in '${type.name}'`);
  } catch (e) {
    items.forEach(decref);
    throw e;
  }
  // Nothing but Exceptions inside: the result is an ExceptionGroup.
  if (type === T.T_BaseExceptionGroup && !nested) type = T.T_ExceptionGroup;
  const exc = object_alloc(type) as PyException;
  exc.v = new ExcBody(
    tupleFromBorrowed(args),
    membersOf(type).map(() => null),
  );
  setMember(exc, 'message', message);
  const tuple = newTuple(items);
  setMember(exc, 'exceptions', tuple);
  decref(tuple);
  return exc;
}

function group_str(o: PyObject): PyObject {
  const exc = o as PyException;
  const n = groupExceptions(exc).length;
  return newStr(`${strString(getMember(exc, 'message')!)} (${n} sub-exception${n > 1 ? 's' : ''})`);
}

/** The only argument of a method that parses a tuple of them; `expected` is the start of the error. */
function onlyArgument(args: PyObject[], kwnames: PyObject[] | null, name: string, expected: string): PyObject {
  if (kwnames !== null) typeError(`BaseExceptionGroup.${name}() takes no keyword arguments`);
  if (args.length === 1) return args[0];
  return typeError(`${expected}${args.length}${name === 'derive' ? ' given)' : ''}`);
}

/** `group.derive(excs)`. */
function group_derive(self: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const exceptions = onlyArgument(args, kwnames, 'derive', 'function takes exactly 1 argument (');
  const message = getMember(self as PyException, 'message')!;
  return group_new(T.T_BaseExceptionGroup, [message, exceptions], null);
}

/** A group like `group` with other exceptions (consumed references), or null for none (exceptiongroup_subset). */
function subset(group: PyException, exceptions: PyObject[]): PyObject | null {
  if (exceptions.length === 0) return null;
  const list = newList(exceptions);
  let result: PyObject;
  try {
    result = callMethodStr(group, 'derive', list);
  } finally {
    decref(list);
  }
  if (!isGroup(result)) {
    decref(result);
    typeError('derive must return an instance of BaseExceptionGroup');
  }
  const exc = result as PyException;
  const { traceback, context, cause } = group.v;
  if (traceback !== null) setTraceback(exc, traceback);
  const old = exc.v.context;
  exc.v.context = context === null ? null : incref(context);
  xdecref(old);
  setCause(exc, cause);
  const notes = lookupattrStr(group, '__notes__');
  if (notes === null) return exc;
  try {
    // Anything else in the place of notes is left behind.
    if (isSequence(notes)) {
      const copy = sequenceList(notes);
      dict_setStr(instanceDict(exc as PyContainer), '__notes__', copy);
      decref(copy);
    }
    return exc;
  } catch (e) {
    decref(exc);
    throw e;
  } finally {
    decref(notes);
  }
}

type Matcher = (exc: PyObject) => boolean;

/** get_matcher_type */
function matcherFor(condition: PyObject): Matcher {
  const isClass = (o: PyObject): boolean => isType(o) && isSubtype(o.v, T.T_BaseException);
  if (isClass(condition) || (isTuple(condition) && condition.v.every(isClass)))
    return exc => isInstance(exc, condition);
  if (condition.type === T_FUNCTION)
    return exc => {
      const r = call1(condition, exc);
      try {
        return isTrue(r);
      } finally {
        decref(r);
      }
    };
  return typeError('expected a function, exception type or tuple of exception types');
}

/** The part that matches and the rest; new references or null. */
export function splitGroup(exc: PyException, matches: Matcher, wantRest: boolean): [PyObject | null, PyObject | null] {
  if (matches(exc)) return [incref(exc), null];
  if (!isGroup(exc)) return [null, wantRest ? incref(exc) : null];
  const match: PyObject[] = [];
  const rest: PyObject[] = [];
  enterRecursive(' in exceptiongroup_split_recursive');
  try {
    for (const e of groupExceptions(exc)) {
      const [m, r] = splitGroup(e, matches, wantRest);
      if (m !== null) match.push(m);
      if (r !== null) rest.push(r);
    }
  } catch (e) {
    match.forEach(decref);
    rest.forEach(decref);
    throw e;
  } finally {
    leaveRecursive();
  }
  let matched: PyObject | null = null;
  try {
    matched = subset(exc, match);
    return [matched, wantRest ? subset(exc, rest.splice(0)) : null];
  } catch (e) {
    rest.forEach(decref);
    xdecref(matched);
    throw e;
  }
}

function group_split(self: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const condition = onlyArgument(args, kwnames, 'split', 'split expected 1 argument, got ');
  const [match, rest] = splitGroup(self as PyException, matcherFor(condition), true);
  return newTuple([match ?? incref(None), rest ?? incref(None)]);
}

function group_subgroup(self: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const condition = onlyArgument(args, kwnames, 'subgroup', 'subgroup expected 1 argument, got ');
  const [match] = splitGroup(self as PyException, matcherFor(condition), false);
  return match ?? incref(None);
}

/**
 * What `except*` catches: the matching part of `exc` (a bare exception is wrapped) and the rest; new references or null
 * (_PyEval_ExceptionGroupMatch).
 */
export function exceptionGroupMatch(exc: PyException, type: PyObject): [PyObject | null, PyObject | null] {
  if (isInstance(exc, type)) {
    if (isGroup(exc)) return [incref(exc), null];
    const list = newTuple([incref(exc)]);
    const message = newStr('');
    const wrapped = group_new(T.T_BaseExceptionGroup, [message, list], null) as PyException;
    decref(message);
    decref(list);
    return [wrapped, null];
  }
  if (isGroup(exc)) return splitGroup(exc, e => isInstance(e, type), true);
  return [null, incref(exc)];
}

export function initGroups(): void {
  defineException(
    T.T_BaseExceptionGroup,
    T.T_BaseException,
    'A combination of multiple unrelated exceptions.',
    ['message', 'exceptions'],
    {
      readonly: true,
      slots: { tp_new: group_new, tp_init: BaseException_init, tp_str: group_str },
      methods: [
        ['derive', group_derive, '!raw'],
        ['split', group_split, '!raw'],
        ['subgroup', group_subgroup, '!raw'],
      ],
      classmethods: [
        ['__class_getitem__', (cls, item) => newGenericAlias(cls, item), '!($type, item, /)', 'See PEP 585'],
      ],
    },
    88,
  );
}

/** ExceptionGroup(BaseExceptionGroup, Exception). */
export function initExceptionGroup(): void {
  defineException(T.T_ExceptionGroup, T.T_BaseExceptionGroup, '', [], {
    bases: [T.T_BaseExceptionGroup, T.T_Exception],
    flags: TPFLAGS_MANAGED_WEAKREF,
    weakrefs: -32,
  });
}
