/** float(): construction, methods and the type's table (Objects/floatobject.c). */
import {
  TPFLAGS_BASETYPE,
  TPFLAGS_MATCH_SELF,
  type PyContainer,
  type PyObject,
  type TypeBody,
} from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { formatFloat } from '../text/format_spec.ts';
import { floatFromHex } from '../text/float_parse.ts';
import { asIntegerRatio, floatHex, floatToInt, roundHalfEven, roundToDigits } from '../text/float_repr.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import { asSsize } from '../protocols/number.ts';
import { call1 } from '../protocols/call.ts';
import { str } from '../protocols/object.ts';
import { badArgument } from './bad_argument.ts';
import { fromAlgorithm } from './algorithm.ts';
import { defineType } from './define.ts';
import {
  float_absolute,
  float_add,
  float_bool,
  float_dealloc,
  float_divmod,
  float_float,
  float_floor_divide,
  float_hash,
  float_multiply,
  float_negative,
  float_power,
  float_remainder,
  float_repr,
  float_richcompare,
  float_subtract,
  float_true_divide,
  newFloat,
  T_FLOAT,
} from './float.ts';
import { newInt } from './int.ts';
import { floatFromString, numberFloat } from './number_convert.ts';
import { object_alloc } from './object.ts';
import { bool, None } from './singletons.ts';
import { isStr, newStr, T_STR } from './str.ts';
import { newTuple } from './tuple.ts';

export function float_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (kwnames !== null && kwnames.length > 0) typeError('float() takes no keyword arguments');
  if (args.length > 1) typeError(`float expected at most 1 argument, got ${args.length}`);
  let value: PyObject;
  if (args.length === 0) value = newFloat(0);
  else value = args[0].type === T_STR ? floatFromString(args[0]) : numberFloat(args[0]);
  if (type === T_FLOAT) return value;
  const x: number = value.v;
  decref(value);
  const o = object_alloc(type);
  o.v = x;
  return o;
}

/** The int of an integral part. Raises OverflowError and ValueError for what is not finite. */
function toInt(x: number): PyObject {
  try {
    return newInt(floatToInt(x));
  } catch (e) {
    throw fromAlgorithm(e);
  }
}

function float_trunc(self: PyObject): PyObject {
  return toInt(self.v);
}

function float_floor(self: PyObject): PyObject {
  return toInt(Math.floor(self.v));
}

function float_ceil(self: PyObject): PyObject {
  return toInt(Math.ceil(self.v));
}

function float_round(self: PyObject, ndigits?: PyObject): PyObject {
  const x: number = self.v;
  if (ndigits === undefined || ndigits === None) return toInt(Number.isFinite(x) ? roundHalfEven(x) : x);
  const digits = asSsize(ndigits, null);
  if (!Number.isFinite(x) || x === 0) return newFloat(x);
  try {
    return newFloat(roundToDigits(x, digits));
  } catch (e) {
    throw fromAlgorithm(e);
  }
}

function float_is_integer(self: PyObject): PyObject {
  return bool(Number.isInteger(self.v));
}

function float_hex(self: PyObject): PyObject {
  return newStr(floatHex(self.v));
}

function float_fromhex(type: PyContainer<TypeBody>, text: PyObject): PyObject {
  if (!isStr(text)) typeError('bad argument type for built-in operation');
  let x: number;
  try {
    x = floatFromHex(text.v);
  } catch (e) {
    throw fromAlgorithm(e);
  }
  const result = newFloat(x);
  if (type.v === T_FLOAT) return result;
  const made = call1(type, result);
  decref(result);
  return made;
}

function float_as_integer_ratio(self: PyObject): PyObject {
  try {
    const [numerator, denominator] = asIntegerRatio(self.v);
    return newTuple([newInt(numerator), newInt(denominator)]);
  } catch (e) {
    throw fromAlgorithm(e);
  }
}

function float_format(self: PyObject, spec: PyObject): PyObject {
  if (!isStr(spec)) badArgument('__format__() argument', 'str', spec);
  if (spec.v === '') return str(self);
  try {
    return newStr(formatFloat(self.v, spec.v, self.type.name));
  } catch (e) {
    throw fromAlgorithm(e);
  }
}

function float_getnewargs(self: PyObject): PyObject {
  return newTuple([newFloat(self.v)]);
}

function float_getformat(_type: PyObject, typestr: PyObject): PyObject {
  if (!isStr(typestr)) badArgument('__getformat__() argument', 'str', typestr);
  if (typestr.v !== 'double' && typestr.v !== 'float')
    valueError("__getformat__() argument 1 must be 'double' or 'float'");
  return newStr('IEEE, little-endian');
}

export function initFloat(): void {
  defineType(T_FLOAT, {
    flags: TPFLAGS_BASETYPE | TPFLAGS_MATCH_SELF,
    basicsize: 24,
    doc: 'The floating-point number that a text or another number stands for.',
    slots: {
      tp_dealloc: float_dealloc,
      tp_new: float_new,
      tp_repr: float_repr,
      tp_hash: float_hash,
      tp_richcompare: float_richcompare,
      nb_add: float_add,
      nb_subtract: float_subtract,
      nb_multiply: float_multiply,
      nb_remainder: float_remainder,
      nb_divmod: float_divmod,
      nb_power: float_power,
      nb_negative: float_negative,
      nb_positive: float_float,
      nb_absolute: float_absolute,
      nb_bool: float_bool,
      nb_int: float_trunc,
      nb_float: float_float,
      nb_floor_divide: float_floor_divide,
      nb_true_divide: float_true_divide,
    },
    methods: [
      ['conjugate', float_float, '($self, /)', 'The float itself: the complex conjugate of any float.'],
      ['__trunc__', float_trunc, '($self, /)', 'The integer between 0 and the float that is closest to it.'],
      ['__floor__', float_floor, '($self, /)', 'The largest integer not above the float.'],
      ['__ceil__', float_ceil, '($self, /)', 'The smallest integer not below the float.'],
      ['__round__', float_round, '($self, ndigits=None, /)', 'Half to even; an int without ndigits, else a float.'],
      [
        'as_integer_ratio',
        float_as_integer_ratio,
        '($self, /)',
        'The pair of ints whose quotient is exactly the float.',
      ],
      ['hex', float_hex, '($self, /)', "Hexadecimal text of the float, e.g. '0x1.8000000000000p+1'."],
      ['is_integer', float_is_integer, '($self, /)', 'True when the float has no fraction.'],
      ['__getnewargs__', float_getnewargs, '($self, /)'],
      ['__format__', float_format, '($self, format_spec, /)', 'The float as text according to format_spec.'],
    ],
    classmethods: [
      ['fromhex', float_fromhex, '($type, string, /)', 'The float that a hexadecimal text stands for.'],
      ['__getformat__', float_getformat, '($type, typestr, /)', "How C's 'double' or 'float' is laid out here."],
    ],
    getset: [
      ['real', float_float, null, 'the real part of a complex number'],
      ['imag', () => newFloat(0), null, 'the imaginary part of a complex number'],
    ],
  });
}
