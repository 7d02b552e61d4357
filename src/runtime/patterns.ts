/** `match` and `except*` for compiled code (MATCH_CLASS, MATCH_KEYS, CHECK_EG_MATCH in Python/ceval.c). */
import {
  TPFLAGS_MAPPING,
  TPFLAGS_MATCH_SELF,
  TPFLAGS_SEQUENCE,
  TPFLAGS_TYPE_SUBCLASS,
  type PyObject,
  type TypeBody,
} from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import type { PyException } from '../exceptions/body.ts';
import { isExceptionClass } from '../exceptions/create.ts';
import { exceptionGroupMatch, groupExceptions, isGroup, splitGroup } from '../exceptions/group.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import { T_BaseExceptionGroup } from '../exceptions/types.ts';
import { dict_delitem, dict_getitem, dict_merge, dict_setitem, newDict, type PyDict } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { None } from '../objects/singletons.ts';
import { intern, newStr, T_STR } from '../objects/str.ts';
import { tstate } from '../objects/thread_state.ts';
import { isTuple, type PyTuple } from '../objects/tuple.ts';
import { isSubtype } from '../objects/type_lookup.ts';
import { getattr, lookupattr, lookupattrStr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';
import { isInstance } from '../protocols/isinstance.ts';
import { getitem } from '../protocols/mapping.ts';
import { size } from '../protocols/sequence.ts';
import { reprString } from '../protocols/object.ts';
import { newList, type PyList } from '../objects/list.ts';

function isSequencePattern(o: PyObject): boolean {
  return (o.type.flags & TPFLAGS_SEQUENCE) !== 0;
}

function isMappingPattern(o: PyObject): boolean {
  return (o.type.flags & TPFLAGS_MAPPING) !== 0;
}

function sequenceItem(o: PyObject, i: number): PyObject {
  const index = newInt(i);
  try {
    return getitem(o, index);
  } finally {
    decref(index);
  }
}

/** The values of the keys, new references, or null when one is missing (match_keys). Borrows. */
function matchKeys(subject: PyObject, keys: PyTuple): PyObject[] | null {
  if (keys.v.length === 0) return [];
  const seen = newDict();
  const values: PyObject[] = [];
  try {
    const get = getattr(subject, intern('get'));
    try {
      for (const key of keys.v) {
        if (dict_getitem(seen, key) !== null) valueError(`mapping pattern checks duplicate key (${reprString(key)})`);
        dictPut(seen, key);
        const value = call(get, [key, seen], null);
        if (value === seen) {
          decref(seen);
          for (const v of values) decref(v);
          return null;
        }
        values.push(value);
      }
    } finally {
      decref(get);
    }
    return values;
  } finally {
    decref(seen);
  }
}

function dictPut(dict: PyDict, key: PyObject): void {
  dict_setitem(dict, key, None);
}

/** A dict of what the mapping has besides the keys. Borrows; new reference. */
function matchRest(subject: PyObject, keys: PyTuple): PyObject {
  const rest = newDict();
  try {
    dict_merge(rest, subject);
    for (const key of keys.v) dict_delitem(rest, key);
  } catch (e) {
    decref(rest);
    throw e;
  }
  return rest;
}

/**
 * The attributes that a class pattern looks at, new references, or null when the subject does not match. Consumes the class.
 */
function matchClass(subject: PyObject, cls: PyObject, npos: number, names: PyTuple): PyObject[] | null {
  try {
    if ((cls.type.flags & TPFLAGS_TYPE_SUBCLASS) === 0) typeError('called match pattern must be a class');
    if (!isInstance(subject, cls)) return null;
    return classAttributes(subject, cls.v as TypeBody, cls, npos, names);
  } finally {
    decref(cls);
  }
}

function classAttributes(
  subject: PyObject,
  type: TypeBody,
  cls: PyObject,
  npos: number,
  names: PyTuple,
): PyObject[] | null {
  const attrs: PyObject[] = [];
  const seen = new Set<string>();
  const fail = (): null => {
    for (const a of attrs) decref(a);
    return null;
  };
  const add = (name: PyObject<string>): boolean => {
    if (seen.has(name.v)) typeError(`${type.name}() got multiple sub-patterns for attribute ${reprString(name)}`);
    seen.add(name.v);
    const value = lookupattr(subject, name);
    if (value === null) return false;
    attrs.push(value);
    return true;
  };
  try {
    if (npos > 0) {
      const given = lookupattrStr(cls, '__match_args__');
      try {
        if (given !== null && given.type.name !== 'tuple')
          typeError(`${type.name}.__match_args__ must be a tuple (got ${given.type.name})`);
        const list: PyObject[] = given !== null && isTuple(given) ? given.v : [];
        const matchSelf = given === null && (type.flags & TPFLAGS_MATCH_SELF) !== 0;
        const allowed = matchSelf ? 1 : list.length;
        if (allowed < npos)
          typeError(
            `${type.name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${npos} given)`,
          );
        if (matchSelf) attrs.push(incref(subject));
        else
          for (let i = 0; i < npos; i++) {
            const name = list[i];
            if (name.type !== T_STR) typeError(`__match_args__ elements must be strings (got ${name.type.name})`);
            if (!add(name)) return fail();
          }
      } finally {
        if (given !== null) decref(given);
      }
    }
    for (const name of names.v) if (!add(name)) return fail();
    return attrs;
  } catch (e) {
    fail();
    throw e;
  }
}

// ---- except*

function checkStarClass(o: PyObject): void {
  if (!isExceptionClass(o)) typeError('catching classes that do not inherit from BaseException is not allowed');
  if (isSubtype(o.v as TypeBody, T_BaseExceptionGroup))
    typeError('catching ExceptionGroup with except* is not allowed. Use except instead.');
}

/**
 * The part of `exc` that a clause takes (new reference) with the rest in `tstate.result`, or null when it takes nothing. Consumes the
 * type.
 */
function excGroupMatch(exc: PyObject | null, type: PyObject): PyObject | null {
  try {
    if (isTuple(type)) for (const t of type.v) checkStarClass(t);
    else checkStarClass(type);
    if (exc === null || exc === None) return null;
    const [match, rest] = exceptionGroupMatch(exc as PyException, type);
    if (match === null || match === None) {
      if (rest !== null) decref(rest);
      return null;
    }
    tstate.result = rest ?? incref(None);
    return match;
  } finally {
    decref(type);
  }
}

/** _PyExc_PrepReraiseStar: what is to be raised after the clauses, new reference, or null. Borrows. */
function prepReraiseStar(orig: PyException, list: PyList): PyException | null {
  const excs = list.v.filter(e => e !== None) as PyException[];
  if (!isGroup(orig)) return excs.length === 0 ? null : incref(excs[excs.length - 1]);
  const raised: PyException[] = [];
  const reraised: PyException[] = [];
  for (const e of excs) (sameMetadata(e, orig) ? reraised : raised).push(e);
  const projection = project(orig, reraised);
  if (raised.length === 0) return projection;
  const all = raised.map(incref);
  if (projection !== null) all.push(projection);
  if (all.length === 1) return all[0];
  const message = newStr('');
  const excsList = newList(all);
  const group = call(T_BaseExceptionGroup.obj, [message, excsList], null) as PyException;
  decref(message);
  decref(excsList);
  return group;
}

function sameMetadata(a: PyException, b: PyException): boolean {
  return (
    a.v.traceback === b.v.traceback &&
    a.v.context === b.v.context &&
    a.v.cause === b.v.cause &&
    isGroup(a) === isGroup(b)
  );
}

function leaves(exc: PyException, into: Set<PyObject>): void {
  if (!isGroup(exc)) {
    into.add(exc);
    return;
  }
  for (const e of groupExceptions(exc)) leaves(e, into);
}

/** exception_group_projection: the part of `group` whose leaves are in `keep`. */
function project(group: PyException, keep: PyException[]): PyException | null {
  const wanted = new Set<PyObject>();
  for (const e of keep) leaves(e, wanted);
  const [match, rest] = splitGroup(group, e => wanted.has(e), false);
  if (rest !== null && rest !== None) decref(rest);
  return match === null || match === None ? null : (match as PyException);
}

export const patterns = {
  isSequencePattern,
  isMappingPattern,
  len: size,
  sequenceItem,
  matchKeys,
  matchRest,
  matchClass,
  excGroupMatch,
  prepReraiseStar,
};
