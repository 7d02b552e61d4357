/** BaseExceptionGroup and ExceptionGroup (PEP 654, Objects/exceptions.c). */
import type { PyContainer, PyObject, TypeBody } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { enterRecursive, leaveRecursive } from '../heap/recursion.ts';
import { instanceDict } from '../objects/attributes.ts';
import { dict_getStr, dict_setStr } from '../objects/dict.ts';
import { newGenericAlias } from '../objects/genericalias.ts';
import { listFromBorrowed } from '../objects/list.ts';
import { object_alloc } from '../objects/object.ts';
import { None } from '../objects/singletons.ts';
import { isStr, newStr } from '../objects/str.ts';
import { isTuple, newTuple, tuple2, tupleFromBorrowed } from '../objects/tuple.ts';
import { isType } from '../objects/type.ts';
import { isSubtype } from '../objects/type_lookup.ts';
import { call1 } from '../protocols/call.ts';
import { getattrStr } from '../protocols/attribute.ts';
import { isTrue, strString } from '../protocols/object.ts';
import { isInstance } from '../protocols/isinstance.ts';
import { collect } from '../protocols/sequence.ts';
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
  if (kwnames !== null && kwnames.length > 0) typeError(`${type.name}.__new__() takes no keyword arguments`);
  if (args.length !== 2) typeError(`BaseExceptionGroup.__new__() takes exactly 2 arguments (${args.length} given)`);
  const [message, exceptions] = args;
  if (!isStr(message)) typeError(`argument 1 must be str, not ${message.type.name}`);
  if (exceptions.type.sq_item === null || exceptions.type.name === 'dict')
    typeError('second argument (exceptions) must be a sequence');
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

/** `group.derive(excs)`. */
function group_derive(self: PyObject, exceptions: PyObject): PyObject {
  const message = getMember(self as PyException, 'message')!;
  return group_new(T.T_BaseExceptionGroup, [message, exceptions], null);
}

/** A group like `group` with other exceptions (consumed references), or null for none (exceptiongroup_subset). */
function subset(group: PyException, exceptions: PyObject[]): PyObject | null {
  if (exceptions.length === 0) return null;
  const list = listFromBorrowed(exceptions);
  exceptions.forEach(decref);
  const derive = getattrStr(group, 'derive');
  let result: PyObject;
  try {
    result = call1(derive, list);
  } finally {
    decref(derive);
    decref(list);
  }
  if (!isGroup(result)) {
    decref(result);
    typeError('derive must return an instance of BaseExceptionGroup');
  }
  const exc = result as PyException;
  if (group.v.traceback !== null) setTraceback(exc, group.v.traceback);
  exc.v.context = group.v.context === null ? null : incref(group.v.context);
  const suppress = exc.v.suppressContext;
  if (group.v.cause !== null) setCause(exc, group.v.cause);
  else exc.v.suppressContext = suppress;
  const notes = group.dict === null ? null : dict_getStr(group.dict, '__notes__');
  if (notes !== null) {
    const copy = listFromBorrowed(collectBorrowed(notes));
    dict_setStr(instanceDict(exc as PyContainer), '__notes__', copy);
    decref(copy);
  }
  return exc;
}

function collectBorrowed(o: PyObject): PyObject[] {
  return o.v as PyObject[];
}

type Matcher = (exc: PyObject) => boolean;

function matcherFor(condition: PyObject): Matcher {
  const isClass = (o: PyObject): boolean => isType(o) && isSubtype(o.v, T.T_BaseException);
  if (isClass(condition) || (isTuple(condition) && condition.v.every(isClass)))
    return exc => isInstance(exc, condition);
  if (condition.type.tp_call !== null && !isType(condition))
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
  } finally {
    leaveRecursive();
  }
  return [subset(exc, match), wantRest ? subset(exc, rest) : null];
}

function group_split(self: PyObject, condition: PyObject): PyObject {
  const [match, rest] = splitGroup(self as PyException, matcherFor(condition), true);
  return tuple2(match ?? incref(None), rest ?? incref(None));
}

function group_subgroup(self: PyObject, condition: PyObject): PyObject {
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
    if (exc.v.traceback !== null) setTraceback(wrapped, exc.v.traceback);
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
      slots: { tp_new: group_new, tp_init: BaseException_init, tp_str: group_str },
      methods: [
        ['derive', group_derive, '!($self, excs, /)'],
        ['split', group_split, '!($self, condition, /)'],
        ['subgroup', group_subgroup, '!($self, condition, /)'],
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
    weakrefs: true,
  });
}
