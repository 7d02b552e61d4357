/** BaseException: instances, attributes and lifetime that all exceptions share (Objects/exceptions.c). */
import {
  PyContainer,
  TPFLAGS_BASETYPE,
  TPFLAGS_BASE_EXC_SUBCLASS,
  TPFLAGS_HAVE_GC,
  type PyObject,
  type TypeBody,
  type Visit,
} from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { born } from '../heap/audit.ts';
import { memoryErrorFreeList } from '../heap/freelist.ts';
import { gcFree, gcMalloc, track, untrack } from '../heap/gc.ts';
import { trashcanBegin, trashcanEnd } from '../heap/trashcan.ts';
import { defineType, type GetSetRow, type TypeSpec } from '../objects/define.ts';
import { gcNew, object_alloc } from '../objects/object.ts';
import { instanceDict, replaceInstanceDict } from '../objects/attributes.ts';
import { bool, False, None, True } from '../objects/singletons.ts';
import { EMPTY_STR, newStr } from '../objects/str.ts';
import { newTuple, sequenceTuple, tuple2, tupleFromBorrowed } from '../objects/tuple.ts';
import { dict_items, isDict } from '../objects/dict.ts';
import { reprString, str } from '../protocols/object.ts';
import { setattr } from '../protocols/attribute.ts';
import { ExcBody, isPyException, type PyException } from './body.ts';
import { addNote } from './notes.ts';
import { typeError } from './raise.ts';
import { T_BaseException, T_MemoryError } from './types.ts';

/** The members of each exception type beyond BaseException's, bases' first: their index in ExcBody.members. */
const memberNames = new Map<TypeBody, string[]>();

/** Names of the members of instances of `type`. */
export function membersOf(type: TypeBody): string[] {
  for (const t of type.mro) {
    const names = memberNames.get(t);
    if (names !== undefined) return names;
  }
  return [];
}

const noMembers: (PyObject | null)[] = [];

function emptyMembers(type: TypeBody): (PyObject | null)[] {
  const n = membersOf(type).length;
  return n === 0 ? noMembers : new Array<PyObject | null>(n).fill(null);
}

/** A parked MemoryError (get_memory_error), or null. */
function revived(type: TypeBody, body: ExcBody): PyException | null {
  if (type !== T_MemoryError) return null;
  const addr = memoryErrorFreeList.pop();
  if (addr === 0) return null;
  const exc: PyException = new PyContainer(1, type, addr, body);
  track(exc);
  return born(exc);
}

/** preallocate_memerrors. */
export function preallocateMemoryErrors(): void {
  while (memoryErrorFreeList.push(gcMalloc(T_MemoryError, T_MemoryError.basicsize))) continue;
}

/** A new exception of a builtin type; consumes `args`. Does not set the context (see raise.ts). */
export function newExceptionArgs(type: TypeBody, args: PyContainer<PyObject[]>): PyException {
  const body = new ExcBody(args, emptyMembers(type));
  const exc = revived(type, body) ?? gcNew(type, body);
  const init = type.tp_init;
  if (init !== BaseException_init && init !== null) init(exc, args.v, null);
  return exc;
}

/** A member of an exception (borrowed) or null. */
export function getMember(exc: PyException, name: string): PyObject | null {
  const i = membersOf(exc.type).indexOf(name);
  return i < 0 ? null : exc.v.members[i];
}

/** Sets (value borrowed) or clears a member. */
export function setMember(exc: PyException, name: string, value: PyObject | null): void {
  const i = membersOf(exc.type).indexOf(name);
  const old = exc.v.members[i];
  exc.v.members[i] = value === null ? null : incref(value);
  xdecref(old);
}

export function BaseException_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const npos = args.length - (kwnames === null ? 0 : kwnames.length);
  const body = new ExcBody(tupleFromBorrowed(args, 0, npos), emptyMembers(type));
  const o = revived(type, body) ?? object_alloc(type);
  o.v = body;
  return o;
}

export function BaseException_init(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void {
  if (kwnames !== null && kwnames.length > 0) typeError(`${o.type.name}() takes no keyword arguments`);
  setArgs(o as PyException, args);
}

/** Replaces `args` by a tuple of the given arguments (borrowed), unless it is that already (`__new__` and `__init__` share it). */
export function setArgs(exc: PyException, args: PyObject[]): void {
  const old = exc.v.args;
  const { v } = old;
  if (v.length === args.length && v.every((o: PyObject, i: number) => o === args[i])) return;
  exc.v.args = tupleFromBorrowed(args);
  decref(old);
}

function BaseException_dealloc(o: PyObject): void {
  const exc = o as PyException;
  untrack(exc);
  if (trashcanBegin(exc, BaseException_dealloc)) return;
  BaseException_clear(exc);
  decref(exc.v.args);
  if (exc.type !== T_MemoryError || !memoryErrorFreeList.push(exc.addr)) gcFree(exc);
  trashcanEnd(exc, BaseException_dealloc);
}

export function BaseException_traverse(o: PyContainer<ExcBody>, visit: Visit): void {
  const b = o.v;
  if (o.dict !== null) visit(o.dict, '__dict__');
  visit(b.args, 'args');
  if (b.traceback !== null) visit(b.traceback, '__traceback__');
  if (b.cause !== null) visit(b.cause, '__cause__');
  if (b.context !== null) visit(b.context, '__context__');
  const members = b.members;
  for (let i = 0; i < members.length; i++) {
    const m = members[i];
    if (m !== null) visit(m, i);
  }
}

export function BaseException_clear(o: PyContainer<ExcBody>): void {
  const b = o.v;
  for (let i = 0; i < b.members.length; i++) {
    const m = b.members[i];
    b.members[i] = null;
    xdecref(m);
  }
  const { traceback, cause, context } = b;
  const dict = o.dict;
  o.dict = null;
  xdecref(dict);
  b.traceback = null;
  xdecref(traceback);
  b.cause = null;
  xdecref(cause);
  b.context = null;
  xdecref(context);
}

function argsOf(o: PyObject): PyObject[] {
  return (o as PyException).v.args.v as PyObject[];
}

export function BaseException_str(o: PyObject): PyObject {
  const args = argsOf(o);
  if (args.length === 0) return incref(EMPTY_STR);
  if (args.length === 1) return str(args[0]);
  return str((o as PyException).v.args);
}

function BaseException_repr(o: PyObject): PyObject {
  const args = argsOf(o);
  const name = o.type.name.slice(o.type.name.lastIndexOf('.') + 1);
  if (args.length === 1) return newStr(`${name}(${reprString(args[0])})`);
  return newStr(`${name}${reprString((o as PyException).v.args)}`);
}

/** `__reduce__`: class, args and `__dict__`. */
export function BaseException_reduce(o: PyObject): PyObject {
  const exc = o as PyException;
  if (exc.dict !== null) return newTuple([incref(o.type.obj), incref(exc.v.args), incref(exc.dict)]);
  return tuple2(o.type.obj, exc.v.args);
}

function BaseException_setstate(o: PyObject, state: PyObject): PyObject {
  if (state !== None) {
    if (!isDict(state)) typeError('state is not a dictionary');
    for (const [key, value] of dict_items(state)) setattr(o, key as PyObject<string>, value);
  }
  return incref(None);
}

function with_traceback(o: PyObject, tb: PyObject): PyObject {
  set_traceback(o, tb);
  return incref(o);
}

function set_traceback(o: PyObject, tb: PyObject | null): void {
  if (tb === null) typeError('__traceback__ may not be deleted');
  if (tb !== None && tb.type.name !== 'traceback') typeError('__traceback__ must be a traceback or None');
  replace(o as PyException, 'traceback', tb === None ? null : tb);
}

type Link = 'traceback' | 'context' | 'cause';

function replace(exc: PyException, field: Link, value: PyObject | null): void {
  const old = exc.v[field];
  exc.v[field] = value === null ? null : incref(value);
  xdecref(old);
}

/** PyException_SetCause (consumes nothing); also suppresses the context. */
export function setCause(exc: PyException, cause: PyObject | null): void {
  exc.v.suppressContext = true;
  replace(exc, 'cause', cause);
}

/** PyException_SetTraceback with a borrowed traceback. */
export function setTraceback(exc: PyException, tb: PyObject | null): void {
  replace(exc, 'traceback', tb);
}

function setLink(field: 'context' | 'cause', name: string) {
  return (o: PyObject, value: PyObject | null): void => {
    if (value === null) typeError(`${name} may not be deleted`);
    if (value !== None && !isPyException(value))
      typeError(`exception ${field} must be None or derive from BaseException`);
    if (field === 'cause') setCause(o as PyException, value === None ? null : value);
    else replace(o as PyException, field, value === None ? null : value);
  };
}

function set_args(o: PyObject, value: PyObject | null): void {
  if (value === null) typeError('args may not be deleted');
  const exc = o as PyException;
  const old = exc.v.args;
  exc.v.args = sequenceTuple(value);
  decref(old);
}

/** Member rows for a type whose instances have `names`; plain attributes that read None when unset. */
export function memberRows(names: string[], readonly: boolean): GetSetRow[] {
  return names.map(name => [
    name,
    o => incref(getMember(o as PyException, name) ?? None),
    readonly ? null : (o, value) => setMember(o as PyException, name, value),
  ]);
}

/** Defines an exception type; `members` are its own member names. `readonly` members cannot be assigned; `hidden` ones are no attributes. */
export function defineException(
  type: TypeBody,
  base: TypeBody | null,
  doc: string,
  members: string[] = [],
  { readonly = false, hidden = [], ...extra }: Partial<TypeSpec> & { readonly?: boolean; hidden?: string[] } = {},
  basicsize?: number,
): void {
  const inherited = base === null ? [] : inheritedMembers(base);
  if (members.length > 0) memberNames.set(type, [...inherited, ...members, ...hidden]);
  bases.set(type, base);
  defineType(type, {
    base: base ?? undefined,
    basicsize: basicsize ?? base?.basicsize ?? 72,
    doc,
    ...extra,
    flags: TPFLAGS_BASETYPE | TPFLAGS_HAVE_GC | TPFLAGS_BASE_EXC_SUBCLASS | (extra.flags ?? 0),
    members: [...(extra.members ?? []), ...memberRows(members, readonly)],
    slots: {
      tp_new: base?.tp_new ?? BaseException_new,
      tp_init: base?.tp_init ?? BaseException_init,
      tp_dealloc: BaseException_dealloc,
      tp_traverse: BaseException_traverse as TypeBody['tp_traverse'],
      tp_clear: BaseException_clear as TypeBody['tp_clear'],
      ...extra.slots,
    },
  });
}

const bases = new Map<TypeBody, TypeBody | null>();

function inheritedMembers(type: TypeBody): string[] {
  for (let t: TypeBody | null | undefined = type; t; t = bases.get(t)) {
    const names = memberNames.get(t);
    if (names !== undefined) return names;
  }
  return [];
}

export function initBaseException(): void {
  defineException(T_BaseException, null, 'Common base class for all exceptions.', [], {
    dict: true,
    slots: {
      tp_repr: BaseException_repr,
      tp_str: BaseException_str,
    },
    methods: [
      ['__reduce__', BaseException_reduce, '!($self)'],
      ['__setstate__', BaseException_setstate, '!($self, state, /)'],
      [
        'with_traceback',
        with_traceback,
        '!($self, tb, /)',
        'Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self.',
      ],
      ['add_note', addNote, '!($self, note, /)', 'Exception.add_note(note) --\n    add a note to the exception'],
    ],
    getset: [
      [
        '__dict__',
        o => incref(instanceDict(o as PyContainer)),
        (o, value) => replaceInstanceDict(o as PyContainer, incref(value!) as PyContainer),
      ],
      ['args', o => incref((o as PyException).v.args), set_args],
      ['__traceback__', o => incref((o as PyException).v.traceback ?? None), set_traceback],
      [
        '__context__',
        o => incref((o as PyException).v.context ?? None),
        setLink('context', '__context__'),
        'exception context',
      ],
      ['__cause__', o => incref((o as PyException).v.cause ?? None), setLink('cause', '__cause__'), 'exception cause'],
      [
        '__suppress_context__',
        o => bool((o as PyException).v.suppressContext),
        (o, value) => {
          if (value !== True && value !== False) typeError('attribute value type must be bool');
          (o as PyException).v.suppressContext = value === True;
        },
      ],
    ],
  });
}
