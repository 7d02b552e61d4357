/** Arithmetic on any objects (Objects/abstract.c): binary operators with reflection, in-place operators, indices. */
import type { PyObject, TypeBody } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import type { SlotName } from '../heap/slots.ts';
import { raise, typeError } from '../exceptions/raise.ts';
import { isComplex } from '../objects/complex_arith.ts';
import { isInt, newInt, T_INT } from '../objects/int.ts';
import { intAdd, intMul, intSub } from '../objects/int_arith.ts';
import { intAnd, intLshift, intOr, intRshift, intXor } from '../objects/int_bits.ts';
import { intDivmod, intFloorDiv, intMod, intTrueDiv } from '../objects/int_divide.ts';
import { None, NotImplemented } from '../objects/singletons.ts';
import { isSubtype } from '../objects/type_lookup.ts';
import { hooks } from '../objects/hooks.ts';
import { T_DeprecationWarning, T_OverflowError } from '../exceptions/types.ts';

type BinarySlot = {
  [K in SlotName]: TypeBody[K] extends ((a: PyObject, b: PyObject) => PyObject) | null ? K : never;
}[SlotName];

/** binary_op1: the result, or NotImplemented. */
function binaryOp1(a: PyObject, b: PyObject, slot: BinarySlot): PyObject {
  const slotA = a.type[slot];
  let slotB = b.type[slot];
  if (a.type === b.type || slotB === slotA) slotB = null;
  if (slotA !== null) {
    if (slotB !== null && isSubtype(b.type, a.type)) {
      const r = slotB(a, b);
      if (r !== NotImplemented) return r;
      slotB = null;
    }
    const r = slotA(a, b);
    if (r !== NotImplemented) return r;
  }
  if (slotB !== null) return slotB(a, b);
  return NotImplemented;
}

function unsupported(a: PyObject, b: PyObject, sign: string): never {
  return typeError(`unsupported operand type(s) for ${sign}: '${a.type.name}' and '${b.type.name}'`);
}

type Binary = (a: PyObject, b: PyObject) => PyObject;

/** An operator; `ints` is what it does with two ints (measured: 60 ns less than by way of the slots). */
function binary(slot: BinarySlot, sign: string, ints: Binary | null): Binary {
  return (a, b) => {
    if (ints !== null && a.type === T_INT && b.type === T_INT) return ints(a, b);
    const r = binaryOp1(a, b, slot);
    return r !== NotImplemented ? r : unsupported(a, b, sign);
  };
}

/** a + b: numbers, then sequence concatenation. */
export function add(a: PyObject, b: PyObject): PyObject {
  if (a.type === T_INT && b.type === T_INT) return intAdd(a, b);
  if (a.type.nb_add !== null || b.type.nb_add !== null) {
    const r = binaryOp1(a, b, 'nb_add');
    if (r !== NotImplemented) return r;
  }
  const concat = a.type.sq_concat;
  if (concat !== null) return concat(a, b);
  return unsupported(a, b, '+');
}

/** a * b: numbers, then sequence repetition. */
export function multiply(a: PyObject, b: PyObject): PyObject {
  if (a.type === T_INT && b.type === T_INT) return intMul(a, b);
  const r = binaryOp1(a, b, 'nb_multiply');
  if (r !== NotImplemented) return r;
  if (a.type.sq_repeat !== null) return sequenceRepeat(a, b, a.type.sq_repeat);
  if (b.type.sq_repeat !== null) return sequenceRepeat(b, a, b.type.sq_repeat);
  return unsupported(a, b, '*');
}

function sequenceRepeat(seq: PyObject, n: PyObject, repeat: (o: PyObject, n: number) => PyObject): PyObject {
  if (!isIndex(n)) typeError(`can't multiply sequence by non-int of type '${n.type.name}'`);
  return repeat(seq, asSsize(n, T_OverflowError));
}

export const subtract = binary('nb_subtract', '-', intSub);
export const matrixMultiply = binary('nb_matrix_multiply', '@', null);
export const trueDivide = binary('nb_true_divide', '/', intTrueDiv);
export const floorDivide = binary('nb_floor_divide', '//', intFloorDiv);
export const remainder = binary('nb_remainder', '%', intMod);
export const divmod = binary('nb_divmod', 'divmod()', intDivmod);
export const lshift = binary('nb_lshift', '<<', intLshift);
export const and = binary('nb_and', '&', intAnd);
export const or = binary('nb_or', '|', intOr);
export const xor = binary('nb_xor', '^', intXor);

/** a >> b, with the hint for Python 2's `print >>f, ...`. */
export function rshift(a: PyObject, b: PyObject): PyObject {
  if (a.type === T_INT && b.type === T_INT) return intRshift(a, b);
  const r = binaryOp1(a, b, 'nb_rshift');
  if (r !== NotImplemented) return r;
  if (a.type.name === 'builtin_function_or_method' && a.v.name === 'print')
    typeError(
      `unsupported operand type(s) for >>: '${a.type.name}' and '${b.type.name}'. Did you mean "print(<message>, file=<output_stream>)"?`,
    );
  return unsupported(a, b, '>>');
}

/** a ** b, or pow(a, b, c) (ternary_op). `c` None: no modulus. */
export function power(a: PyObject, b: PyObject, c: PyObject): PyObject {
  return ternary(a, b, c, 'nb_power', '** or pow()');
}

function ternary(a: PyObject, b: PyObject, c: PyObject, slot: 'nb_power' | 'nb_inplace_power', sign: string): PyObject {
  const slotA = a.type[slot];
  let slotB = b.type[slot];
  if (a.type === b.type || slotB === slotA) slotB = null;
  if (slotA !== null) {
    if (slotB !== null && isSubtype(b.type, a.type)) {
      const r = slotB(a, b, c);
      if (r !== NotImplemented) return r;
      slotB = null;
    }
    const r = slotA(a, b, c);
    if (r !== NotImplemented) return r;
  }
  if (slotB !== null) {
    const r = slotB(a, b, c);
    if (r !== NotImplemented) return r;
  }
  const slotC = c.type[slot];
  if (slotC !== null && slotC !== slotA && slotC !== slotB) {
    const r = slotC(a, b, c);
    if (r !== NotImplemented) return r;
  }
  if (c === None) return unsupported(a, b, sign);
  return typeError(`unsupported operand type(s) for ${sign}: '${a.type.name}', '${b.type.name}', '${c.type.name}'`);
}

function inplace(islot: BinarySlot, slot: BinarySlot, sign: string, ints: Binary | null): Binary {
  return (a, b) => {
    if (ints !== null && a.type === T_INT && b.type === T_INT) return ints(a, b);
    const f = a.type[islot];
    if (f !== null) {
      const r = f(a, b);
      if (r !== NotImplemented) return r;
    }
    const r = binaryOp1(a, b, slot);
    return r !== NotImplemented ? r : unsupported(a, b, sign);
  };
}

export function inplaceAdd(a: PyObject, b: PyObject): PyObject {
  if (a.type === T_INT && b.type === T_INT) return intAdd(a, b);
  const f = a.type.nb_inplace_add;
  if (f !== null) {
    const r = f(a, b);
    if (r !== NotImplemented) return r;
  }
  const r = binaryOp1(a, b, 'nb_add');
  if (r !== NotImplemented) return r;
  const concat = a.type.sq_inplace_concat ?? a.type.sq_concat;
  if (concat !== null) return concat(a, b);
  return unsupported(a, b, '+=');
}

export function inplaceMultiply(a: PyObject, b: PyObject): PyObject {
  if (a.type === T_INT && b.type === T_INT) return intMul(a, b);
  const f = a.type.nb_inplace_multiply;
  if (f !== null) {
    const r = f(a, b);
    if (r !== NotImplemented) return r;
  }
  const r = binaryOp1(a, b, 'nb_multiply');
  if (r !== NotImplemented) return r;
  const repeat = a.type.sq_inplace_repeat ?? a.type.sq_repeat;
  if (repeat !== null) return sequenceRepeat(a, b, repeat);
  if (b.type.sq_repeat !== null) return sequenceRepeat(b, a, b.type.sq_repeat);
  return unsupported(a, b, '*=');
}

export const inplaceSubtract = inplace('nb_inplace_subtract', 'nb_subtract', '-=', intSub);
export const inplaceMatrixMultiply = inplace('nb_inplace_matrix_multiply', 'nb_matrix_multiply', '@=', null);
export const inplaceTrueDivide = inplace('nb_inplace_true_divide', 'nb_true_divide', '/=', intTrueDiv);
export const inplaceFloorDivide = inplace('nb_inplace_floor_divide', 'nb_floor_divide', '//=', intFloorDiv);
export const inplaceRemainder = inplace('nb_inplace_remainder', 'nb_remainder', '%=', intMod);
export const inplaceLshift = inplace('nb_inplace_lshift', 'nb_lshift', '<<=', intLshift);
export const inplaceRshift = inplace('nb_inplace_rshift', 'nb_rshift', '>>=', intRshift);
export const inplaceAnd = inplace('nb_inplace_and', 'nb_and', '&=', intAnd);
export const inplaceOr = inplace('nb_inplace_or', 'nb_or', '|=', intOr);
export const inplaceXor = inplace('nb_inplace_xor', 'nb_xor', '^=', intXor);

export function inplacePower(a: PyObject, b: PyObject): PyObject {
  const f = a.type.nb_inplace_power;
  if (f !== null) {
    const r = f(a, b, None);
    if (r !== NotImplemented) return r;
  }
  return ternary(a, b, None, 'nb_power', '**=');
}

export function negative(o: PyObject): PyObject {
  const f = o.type.nb_negative;
  return f !== null ? f(o) : typeError(`bad operand type for unary -: '${o.type.name}'`);
}

export function positive(o: PyObject): PyObject {
  const f = o.type.nb_positive;
  return f !== null ? f(o) : typeError(`bad operand type for unary +: '${o.type.name}'`);
}

export function invert(o: PyObject): PyObject {
  const f = o.type.nb_invert;
  return f !== null ? f(o) : typeError(`bad operand type for unary ~: '${o.type.name}'`);
}

export function absolute(o: PyObject): PyObject {
  const f = o.type.nb_absolute;
  return f !== null ? f(o) : typeError(`bad operand type for abs(): '${o.type.name}'`);
}

/** True when the object can be used as an index (PyIndex_Check). */
export function isIndex(o: PyObject): boolean {
  return o.type.nb_index !== null;
}

/** PyNumber_Check: can it be converted to a number? */
export function isNumber(o: PyObject): boolean {
  const { nb_index, nb_int, nb_float } = o.type;
  return nb_index !== null || nb_int !== null || nb_float !== null || isComplex(o);
}

/** operator.index(o): an int (exact or subclass as `__index__` gives it), new reference (_PyNumber_Index). */
export function index(o: PyObject): PyObject<number | bigint> {
  if (isInt(o)) return incref(o);
  const f = o.type.nb_index;
  if (f === null) return typeError(`'${o.type.name}' object cannot be interpreted as an integer`);
  const r = f(o);
  if (r.type === T_INT) return r;
  if (!isInt(r)) {
    const name = r.type.name;
    decref(r);
    return typeError(`__index__ returned non-int (type ${name})`);
  }
  hooks.warn(
    T_DeprecationWarning,
    `__index__ returned non-int (type ${r.type.name}).  The ability to return an instance of a strict subclass of int is deprecated, and may not be supported in a future version of Python.`,
    1,
  );
  return r;
}

const MAX = 9223372036854775807n;

/**
 * An index as a number (PyNumber_AsSsize_t). Values beyond 64 bits are clipped when `error` is null, else raise it; values beyond
 * 2**53 lose their low bits, which no sequence is long enough to notice.
 */
export function asSsize(o: PyObject, error: TypeBody | null): number {
  if (o.type === T_INT && typeof o.v === 'number') return o.v;
  const n = index(o);
  const v = n.v;
  decref(n);
  if (typeof v === 'number') return v;
  if (v <= MAX && v >= -MAX - 1n) return Number(v);
  if (error === null) return v < 0n ? -Number(MAX) : Number(MAX);
  return raise(error, `cannot fit '${o.type.name}' into an index-sized integer`);
}

/** An int object for a JavaScript number or BigInt; see objects/int.ts. */
export { newInt };
