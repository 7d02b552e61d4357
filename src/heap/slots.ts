/**
 * The slots of a type, with CPython's names (Include/cpython/object.h) and one shared convention:
 *
 * - Arguments are borrowed; a returned object is a new reference.
 * - A Python exception is a JavaScript `throw` of the exception object (see exceptions/raise.ts).
 * - `tp_iternext` answers null at the end of the iteration (no StopIteration object is made).
 * - Binary number slots answer NotImplemented (immortal) where they do not know the operands.
 */
import type { PyContainer, PyObject, TypeBody, Visit } from './object.ts';

export type Unary = (o: PyObject) => PyObject;
export type Binary = (a: PyObject, b: PyObject) => PyObject;
export type Ternary = (a: PyObject, b: PyObject, c: PyObject) => PyObject;
/** `kwnames` are the keywords' names (JS strings as str objects); their values are the last entries of `args`. */
export type Call = (f: PyObject, args: PyObject[], kwnames: PyObject[] | null) => PyObject;

/** Rich comparison operators, as in CPython. */
export const Py_LT = 0;
export const Py_LE = 1;
export const Py_EQ = 2;
export const Py_NE = 3;
export const Py_GT = 4;
export const Py_GE = 5;

export class Slots {
  // ---- lifetime
  /** Releases everything the object owns and its memory; called when `rc` reached 0. */
  tp_dealloc: ((o: PyObject) => void) | null = null;
  /** Visits every reference the object owns (including its type, for heap types), in CPython's order. */
  tp_traverse: ((o: PyContainer, visit: Visit) => void) | null = null;
  /**
   * Visits the owned references that CPython's tp_traverse leaves out (names, docs...). Only the audit calls it, for
   * the type and each of its bases, so it visits what its own type adds.
   */
  auditTraverse: ((o: PyObject, visit: Visit) => void) | null = null;
  /** Drops the references that can form cycles. */
  tp_clear: ((o: PyContainer) => void) | null = null;
  /** `__del__`, or closing a generator; called at most once per object by heap/finalize.ts. */
  tp_finalize: ((o: PyObject) => void) | null = null;
  /** `__sizeof__()`: size in bytes without what stands before the address; null for basicsize. */
  sizeof: ((o: PyObject) => number) | null = null;
  /** tuple and dict only, and not inherited: _PyTuple_MaybeUntrack, _PyDict_MaybeUntrack. Called by the collector. */
  maybeUntrack: ((o: PyContainer) => void) | null = null;
  // ---- making
  tp_new: ((type: TypeBody, args: PyObject[], kwnames: PyObject[] | null) => PyObject) | null = null;
  tp_init: ((o: PyObject, args: PyObject[], kwnames: PyObject[] | null) => void) | null = null;
  // ---- basics
  tp_repr: Unary | null = null;
  tp_str: Unary | null = null;
  /** Leaves the hash in `hash.lo`/`hash.hi` (text/hash.ts). */
  tp_hash: ((o: PyObject) => void) | null = null;
  tp_call: Call | null = null;
  tp_richcompare: ((a: PyObject, b: PyObject, op: number) => PyObject) | null = null;
  tp_getattro: ((o: PyObject, name: PyObject<string>) => PyObject) | null = null;
  /** `value` null deletes. */
  tp_setattro: ((o: PyObject, name: PyObject<string>, value: PyObject | null) => void) | null = null;
  tp_iter: Unary | null = null;
  tp_iternext: ((o: PyObject) => PyObject | null) | null = null;
  /** `obj` null: accessed on the class. `type` is the owner's type object or null. */
  tp_descr_get: ((d: PyObject, obj: PyObject | null, type: PyObject | null) => PyObject) | null = null;
  /** `value` null deletes. */
  tp_descr_set: ((d: PyObject, obj: PyObject, value: PyObject | null) => void) | null = null;
  // ---- async
  am_await: Unary | null = null;
  am_aiter: Unary | null = null;
  am_anext: Unary | null = null;
  // ---- number
  nb_add: Binary | null = null;
  nb_subtract: Binary | null = null;
  nb_multiply: Binary | null = null;
  nb_remainder: Binary | null = null;
  nb_divmod: Binary | null = null;
  nb_power: Ternary | null = null;
  nb_negative: Unary | null = null;
  nb_positive: Unary | null = null;
  nb_absolute: Unary | null = null;
  nb_bool: ((o: PyObject) => boolean) | null = null;
  nb_invert: Unary | null = null;
  nb_lshift: Binary | null = null;
  nb_rshift: Binary | null = null;
  nb_and: Binary | null = null;
  nb_xor: Binary | null = null;
  nb_or: Binary | null = null;
  nb_int: Unary | null = null;
  nb_float: Unary | null = null;
  nb_inplace_add: Binary | null = null;
  nb_inplace_subtract: Binary | null = null;
  nb_inplace_multiply: Binary | null = null;
  nb_inplace_remainder: Binary | null = null;
  nb_inplace_power: Ternary | null = null;
  nb_inplace_lshift: Binary | null = null;
  nb_inplace_rshift: Binary | null = null;
  nb_inplace_and: Binary | null = null;
  nb_inplace_xor: Binary | null = null;
  nb_inplace_or: Binary | null = null;
  nb_floor_divide: Binary | null = null;
  nb_true_divide: Binary | null = null;
  nb_inplace_floor_divide: Binary | null = null;
  nb_inplace_true_divide: Binary | null = null;
  nb_index: Unary | null = null;
  nb_matrix_multiply: Binary | null = null;
  nb_inplace_matrix_multiply: Binary | null = null;
  // ---- sequence
  sq_length: ((o: PyObject) => number) | null = null;
  sq_concat: Binary | null = null;
  sq_repeat: ((o: PyObject, n: number) => PyObject) | null = null;
  /** The index is already non-negative where the caller could add the length. */
  sq_item: ((o: PyObject, i: number) => PyObject) | null = null;
  sq_ass_item: ((o: PyObject, i: number, value: PyObject | null) => void) | null = null;
  sq_contains: ((o: PyObject, item: PyObject) => boolean) | null = null;
  sq_inplace_concat: Binary | null = null;
  sq_inplace_repeat: ((o: PyObject, n: number) => PyObject) | null = null;
  // ---- mapping
  mp_length: ((o: PyObject) => number) | null = null;
  mp_subscript: Binary | null = null;
  /** `value` null deletes. */
  mp_ass_subscript: ((o: PyObject, key: PyObject, value: PyObject | null) => void) | null = null;
  // ---- buffer
  /** The object's bytes, shared (not copied), or null when it has no simple buffer now. */
  bf_getbuffer: ((o: PyObject) => Uint8Array) | null = null;
}

export type SlotName = keyof Slots;
