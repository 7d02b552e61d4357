/** complex(): construction, methods and the type's table (Objects/complexobject.c). */
import { TPFLAGS_BASETYPE, type PyContainer, type PyObject, type TypeBody } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { idOf, free } from '../heap/pymalloc.ts';
import { complexHash, floatHash, hash, pointerHash } from '../text/hash.ts';
import { complexRepr, parseComplex } from '../text/complex_text.ts';
import { formatComplex } from '../text/format_spec.ts';
import { typeError } from '../exceptions/raise.ts';
import { T_DeprecationWarning } from '../exceptions/types.ts';
import { call0 } from '../protocols/call.ts';
import { str } from '../protocols/object.ts';
import { lookupSpecial } from '../protocols/attribute.ts';
import { badArgument } from './bad_argument.ts';
import { fromAlgorithm } from './algorithm.ts';
import {
  complex_absolute,
  complex_add,
  complex_bool,
  complex_multiply,
  complex_negative,
  complex_power,
  complex_richcompare,
  complex_subtract,
  complex_true_divide,
  ComplexBody,
  isComplex,
  newComplex,
  T_COMPLEX,
} from './complex_arith.ts';
import { defineType } from './define.ts';
import { newFloat } from './float.ts';
import { hooks } from './hooks.ts';
import { asDouble } from './number_convert.ts';
import { object_alloc, object_free } from './object.ts';
import { parseArgs, signature, type Signature } from './signature.ts';
import { isStr, newStr } from './str.ts';
import { newTuple } from './tuple.ts';

export { isComplex, newComplex, T_COMPLEX } from './complex_arith.ts';

let SIGNATURE: Signature;

/** An instance of `type`, complex or a subclass. */
function make(type: TypeBody, re: number, im: number): PyObject {
  if (type === T_COMPLEX) return newComplex(re, im);
  const o: PyContainer = object_alloc(type);
  o.v = new ComplexBody(re, im);
  return o;
}

/** try_complex_special_method: what `__complex__` answers, or null without one. New reference. */
function callComplex(o: PyObject): PyObject<ComplexBody> | null {
  const method = lookupSpecial(o, '__complex__');
  if (method === null) return null;
  let result: PyObject;
  try {
    result = call0(method);
  } finally {
    decref(method);
  }
  const name = result.type.name;
  if (!isComplex(result)) {
    decref(result);
    typeError(`__complex__ returned non-complex (type ${name})`);
  }
  if (result.type !== T_COMPLEX)
    hooks.warn(
      T_DeprecationWarning,
      `__complex__ returned non-complex (type ${name}).  The ability to return an instance of a strict subclass of ` +
        'complex is deprecated, and may not be supported in a future version of Python.',
      1,
    );
  return result;
}

function hasNumber(o: PyObject): boolean {
  return o.type.nb_float !== null || o.type.nb_index !== null;
}

export function complex_new(type: TypeBody, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const [r, i] = parseArgs(SIGNATURE, args, kwnames) as (PyObject | undefined)[];
  if (r === undefined && i === undefined) return make(type, 0, 0);
  // An exact complex alone is answered itself.
  if (r !== undefined && i === undefined && r.type === T_COMPLEX && type === T_COMPLEX) return incref(r);
  if (r !== undefined && isStr(r)) {
    if (i !== undefined) typeError("complex() can't take second arg if first is a string");
    return fromText(type, r.v);
  }
  if (i !== undefined && isStr(i)) typeError("complex() second arg can't be a string");
  let real: PyObject | null = null;
  let re = 0;
  let im = 0;
  if (r !== undefined) {
    real = callComplex(r);
    if (real === null) {
      if (!hasNumber(r) && !isComplex(r))
        typeError(`complex() first argument must be a string or a number, not '${r.type.name}'`);
      real = incref(r);
    }
  }
  try {
    if (i !== undefined && !hasNumber(i) && !isComplex(i))
      typeError(`complex() second argument must be a number, not '${i.type.name}'`);
    let realIsComplex = false;
    if (real !== null) {
      if (isComplex(real)) {
        re = real.v.re;
        im = real.v.im;
        realIsComplex = true;
      } else re = asDouble(real);
    }
    if (i === undefined) return make(type, re, im);
    const realImag = realIsComplex ? im : 0;
    let ire: number;
    let iim = 0;
    if (isComplex(i)) {
      ire = i.v.re;
      iim = i.v.im;
      re -= iim;
    } else ire = asDouble(i);
    return make(type, re, realIsComplex ? ire + realImag : ire);
  } finally {
    if (real !== null) decref(real);
  }
}

function fromText(type: TypeBody, s: string): PyObject {
  let parts: [number, number];
  try {
    parts = parseComplex(s);
  } catch (e) {
    throw fromAlgorithm(e);
  }
  return make(type, parts[0], parts[1]);
}

function complex_dealloc(o: PyObject): void {
  if (o.type === T_COMPLEX) free(o.addr);
  else object_free(o);
}

function complex_hash(o: PyObject): void {
  const { re, im }: ComplexBody = o.v;
  if (!floatHash(re)) pointerHash(idOf(o));
  const { lo, hi } = hash;
  if (!floatHash(im)) pointerHash(idOf(o));
  complexHash(lo, hi, hash.lo, hash.hi);
}

function complex_repr(o: PyObject): PyObject {
  return newStr(complexRepr(o.v.re, o.v.im));
}

function complex_positive(o: PyObject): PyObject {
  return o.type === T_COMPLEX ? incref(o) : newComplex(o.v.re, o.v.im);
}

function complex_conjugate(o: PyObject): PyObject {
  return newComplex(o.v.re, -o.v.im);
}

function complex_format(self: PyObject, spec: PyObject): PyObject {
  if (!isStr(spec)) badArgument('__format__() argument', 'str', spec);
  if (spec.v === '') return str(self);
  try {
    return newStr(formatComplex(self.v.re, self.v.im, spec.v, self.type.name));
  } catch (e) {
    throw fromAlgorithm(e);
  }
}

function complex_getnewargs(self: PyObject): PyObject {
  return newTuple([newFloat(self.v.re), newFloat(self.v.im)]);
}

export function initComplex(): void {
  SIGNATURE = signature('complex', '(real=0, imag=0)');
  defineType(T_COMPLEX, {
    flags: TPFLAGS_BASETYPE,
    basicsize: 32,
    doc: 'A complex number from its real and imaginary part, or from a text such as "1+2j".',
    slots: {
      tp_dealloc: complex_dealloc,
      tp_new: complex_new,
      tp_repr: complex_repr,
      tp_hash: complex_hash,
      tp_richcompare: complex_richcompare,
      nb_add: complex_add,
      nb_subtract: complex_subtract,
      nb_multiply: complex_multiply,
      nb_power: complex_power,
      nb_negative: complex_negative,
      nb_positive: complex_positive,
      nb_absolute: complex_absolute,
      nb_bool: complex_bool,
      nb_true_divide: complex_true_divide,
    },
    methods: [
      ['conjugate', complex_conjugate, '($self, /)', 'The number with its imaginary part negated.'],
      ['__complex__', complex_positive, '($self, /)', 'The value as exactly a complex.'],
      ['__format__', complex_format, '($self, format_spec, /)', 'The number as text according to format_spec.'],
      ['__getnewargs__', complex_getnewargs, '($self, /)'],
    ],
    members: [
      ['real', o => newFloat(o.v.re), null, 'the real part of a complex number'],
      ['imag', o => newFloat(o.v.im), null, 'the imaginary part of a complex number'],
    ],
  });
}
