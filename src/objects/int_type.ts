/** int(): construction from any object, and the type's table (Objects/longobject.c). */
import {
  TPFLAGS_BASETYPE,
  TPFLAGS_LONG_SUBCLASS,
  TPFLAGS_MATCH_SELF,
  type PyObject,
  type TypeBody,
} from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { free } from '../heap/pymalloc.ts';
import { intHash } from '../text/hash.ts';
import { checkBase } from '../text/int_text.ts';
import { typeError } from '../exceptions/raise.ts';
import { asSsize } from '../protocols/number.ts';
import { fromAlgorithm } from './algorithm.ts';
import { defineType } from './define.ts';
import { digitCount, digitsOf, newIntNumber, T_INT } from './int.ts';
import { int_add, int_bool, int_multiply, int_richcompare, int_subtract, intAbs, intNeg, intPos } from './int_arith.ts';
import { int_and, int_lshift, int_or, int_rshift, int_xor, intInvert } from './int_bits.ts';
import { int_divmod, int_float, int_floor_divide, int_remainder, int_true_divide } from './int_divide.ts';
import { int_power } from './int_pow.ts';
import { INT_CLASSMETHODS, INT_GETSET, INT_METHODS, int_repr } from './int_methods.ts';
import { bytesIn, intFromBytes, intFromText, numberLong } from './number_convert.ts';
import { object_alloc, object_free } from './object.ts';
import { parseArgs, signature, type Signature } from './signature.ts';
import { isStr } from './str.ts';

let SIGNATURE: Signature;

export function int_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (kwnames === null && args.length === 1)
    return type === T_INT ? numberLong(args[0]) : subtype_new(type, numberLong(args[0]));
  const [x, base] = parseArgs(SIGNATURE, args, kwnames) as (PyObject | undefined)[];
  const value = fromArguments(x, base);
  return type === T_INT ? value : subtype_new(type, value);
}

function fromArguments(x: PyObject | undefined, base: PyObject | undefined): PyObject {
  if (x === undefined) {
    if (base !== undefined) typeError('int() missing string argument');
    return newIntNumber(0);
  }
  if (base === undefined) return numberLong(x);
  const radix = asSsize(base, null);
  try {
    checkBase(radix);
  } catch (e) {
    throw fromAlgorithm(e);
  }
  if (isStr(x)) return intFromText(x.v, radix);
  const bytes = x.type.name === 'bytes' || x.type.name === 'bytearray' ? bytesIn(x) : null;
  if (bytes !== null) return intFromBytes(bytes, radix);
  return typeError("int() can't convert non-string with explicit base");
}

/** long_subtype_new: an instance of a subclass with the value of an int (consumed). */
function subtype_new(type: TypeBody, value: PyObject): PyObject {
  const v: number | bigint = value.v;
  try {
    const o = object_alloc(type, digitCount(v));
    o.v = v;
    return o;
  } finally {
    decref(value);
  }
}

export function int_dealloc(o: PyObject): void {
  if (o.type === T_INT) free(o.addr);
  else object_free(o);
}

export function int_hash(o: PyObject): void {
  intHash(o.v);
}

export function initInt(): void {
  SIGNATURE = signature('int', '!(x=0, /, base=10)');
  defineType(T_INT, {
    flags: TPFLAGS_BASETYPE | TPFLAGS_LONG_SUBCLASS | TPFLAGS_MATCH_SELF,
    basicsize: 24,
    itemsize: 4,
    doc:
      'int([x]) -> integer\nint(x, base=10) -> integer\n\nThe integer x stands for: a number loses its fraction, a text is read as a ' +
      'literal\nin the base (0: as Python source would read it).',
    slots: {
      tp_dealloc: int_dealloc,
      tp_new: int_new,
      tp_repr: int_repr,
      tp_hash: int_hash,
      tp_richcompare: int_richcompare,
      sizeof: o => 24 + 4 * digitsOf(o),
      nb_add: int_add,
      nb_subtract: int_subtract,
      nb_multiply: int_multiply,
      nb_remainder: int_remainder,
      nb_divmod: int_divmod,
      nb_power: int_power,
      nb_negative: intNeg,
      nb_positive: intPos,
      nb_absolute: intAbs,
      nb_bool: int_bool,
      nb_invert: intInvert,
      nb_lshift: int_lshift,
      nb_rshift: int_rshift,
      nb_and: int_and,
      nb_xor: int_xor,
      nb_or: int_or,
      nb_int: intPos,
      nb_float: int_float,
      nb_floor_divide: int_floor_divide,
      nb_true_divide: int_true_divide,
      nb_index: intPos,
    },
    methods: INT_METHODS,
    classmethods: INT_CLASSMETHODS,
    getset: INT_GETSET,
  });
}
