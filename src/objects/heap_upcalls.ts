/** Gives the heap what it needs of objects and exceptions (heap/upcalls.ts), and tells it the roots known here. */
import { TPFLAGS_BASE_EXC_SUBCLASS, type PyContainer, type PyObject, type TypeBody } from '../heap/object.ts';
import { addRoot } from '../heap/roots.ts';
import { fillPermanentGeneration, immortalize } from '../heap/startup.ts';
import { plainTraverse } from '../heap/unreachable.ts';
import { upcalls } from '../heap/upcalls.ts';
import { isPyException } from '../exceptions/body.ts';
import { memoryError, recursionError } from '../exceptions/raise.ts';
import { excState } from '../exceptions/state.ts';
import { call1 } from '../protocols/call.ts';
import { staticTypes } from './define.ts';
import { dict_maybeUntrack, dict_traverseStrKeys, T_DICT } from './dict.ts';
import { hooks } from './hooks.ts';
import { T_LIST } from './list.ts';
import { addSubclassRef } from './subclasses.ts';
import { subtype_traverse } from './subtype.ts';
import { T_TUPLE, tuple_maybeUntrack, type PyTuple } from './tuple.ts';

/** PyErr_WriteUnraisable for whatever was thrown: consumes a Python exception, passes any other fault on. */
function writeUnraisable(exc: unknown, where: PyObject | null): void {
  if (!isPyException(exc)) throw exc;
  hooks.unraisable(exc, where, null);
}

/** Called once, after the types' init functions. */
export function initHeapUpcalls(): void {
  upcalls.memoryError = memoryError;
  upcalls.recursionError = where => recursionError(`maximum recursion depth exceeded${where}`);
  upcalls.writeUnraisable = writeUnraisable;
  upcalls.callOneArg = call1;
  T_TUPLE.maybeUntrack = o => tuple_maybeUntrack(o as PyTuple);
  T_DICT.maybeUntrack = dict_maybeUntrack;
  T_DICT.auditTraverse = (o, visit) => dict_traverseStrKeys(o as PyContainer, visit);
  plainTraverse.list = T_LIST.tp_traverse;
  plainTraverse.tuple = T_TUPLE.tp_traverse;
  plainTraverse.instance = subtype_traverse;
  addRoot('static types', () => staticTypes.map(type => type.obj));
  addRoot('the handled exception', () => [excState.handled]);
}

/** The types with a tp_vectorcall of their own (type's is for one argument only, see type_call); exceptions keep the tuple of arguments that they are made from. */
const VECTORCALL = new Set([
  'bool',
  'dict',
  'enumerate',
  'filter',
  'float',
  'frozenset',
  'list',
  'map',
  'range',
  'reversed',
  'set',
  'super',
  'tuple',
]);

/**
 * Called once, after readyTypes: what the heap holds of static types. Their `__mro__` and `__bases__` are immortal
 * (type_ready in typeobject.c), and their bases refer to them weakly.
 */
export function finishStaticTypes(): void {
  for (const type of staticTypes) {
    type.vectorcall = VECTORCALL.has(type.name) || (type.flags & TPFLAGS_BASE_EXC_SUBCLASS) !== 0;
    for (const base of type.bases!.v as PyContainer<TypeBody>[]) addSubclassRef(base.v, type);
    immortalize(type.mroTuple!);
    if (type.bases!.v.length > 0) immortalize(type.bases!);
  }
  fillPermanentGeneration(T_TUPLE);
}
