/** Complex arithmetic (Objects/complexobject.c): _Py_c_prod, _Py_c_quot, _Py_c_pow and the number slots. */
import { TypeBody, type PyAtom, type PyObject } from '../heap/object.ts';
import { atan2, cos, exp, log, pow, sin } from '../text/libm/index.ts';
import { overflowError, valueError, zeroDivisionError } from '../exceptions/raise.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import { atomNew } from './object.ts';
import { isFloat, newFloat } from './float.ts';
import { isInt } from './int.ts';
import { toDouble } from './int_divide.ts';
import { bool, None, NotImplemented } from './singletons.ts';

/** The payload of a complex. */
export class ComplexBody {
  constructor(
    readonly re: number,
    readonly im: number,
  ) {}
}

export const T_COMPLEX = new TypeBody('complex');

/** A new complex. */
export function newComplex(re: number, im: number): PyAtom<ComplexBody> {
  return atomNew(T_COMPLEX, new ComplexBody(re, im));
}

/** True for a complex or an instance of a subclass. */
export function isComplex(o: PyObject): o is PyObject<ComplexBody> {
  return o.type === T_COMPLEX || o.type.mro.includes(T_COMPLEX);
}

/** TO_COMPLEX: the operand as a complex, null when it is no number known here. */
function operand(o: PyObject): ComplexBody | null {
  if (o.type === T_COMPLEX) return o.v;
  if (isInt(o)) return new ComplexBody(toDouble(o.v), 0);
  if (isFloat(o)) return new ComplexBody(o.v, 0);
  return isComplex(o) ? o.v : null;
}

export function complex_add(a: PyObject, b: PyObject): PyObject {
  const x = operand(a);
  const y = x && operand(b);
  return x && y ? newComplex(x.re + y.re, x.im + y.im) : NotImplemented;
}

export function complex_subtract(a: PyObject, b: PyObject): PyObject {
  const x = operand(a);
  const y = x && operand(b);
  return x && y ? newComplex(x.re - y.re, x.im - y.im) : NotImplemented;
}

export function complex_multiply(a: PyObject, b: PyObject): PyObject {
  const x = operand(a);
  const y = x && operand(b);
  return x && y ? newComplex(x.re * y.re - x.im * y.im, x.re * y.im + x.im * y.re) : NotImplemented;
}

export function complex_true_divide(a: PyObject, b: PyObject): PyObject {
  const x = operand(a);
  const y = x && operand(b);
  if (!x || !y) return NotImplemented;
  if (y.re === 0 && y.im === 0) zeroDivisionError('complex division by zero');
  const q = quotient(x, y);
  return newComplex(q.re, q.im);
}

/** _Py_c_quot: divides by the larger part of the divisor, which is not 0. */
function quotient(a: ComplexBody, b: ComplexBody): ComplexBody {
  const re = Math.abs(b.re);
  const im = Math.abs(b.im);
  if (re >= im) {
    const ratio = b.im / b.re;
    const denom = b.re + b.im * ratio;
    return new ComplexBody((a.re + a.im * ratio) / denom, (a.im - a.re * ratio) / denom);
  }
  if (im >= re) {
    const ratio = b.re / b.im;
    const denom = b.re * ratio + b.im;
    return new ComplexBody((a.re * ratio + a.im) / denom, (a.im * ratio - a.re) / denom);
  }
  return new ComplexBody(NaN, NaN);
}

/** x ** y as a new complex (complex_pow). */
export function complexPow(xre: number, xim: number, yre: number, yim: number): PyObject {
  const x = new ComplexBody(xre, xim);
  let r: ComplexBody;
  if (yim === 0 && yre === Math.floor(yre) && Math.abs(yre) <= 100) r = powInteger(x, yre);
  else r = powGeneral(x, yre, yim);
  if ((Math.abs(r.re) === Infinity || Math.abs(r.im) === Infinity) && Number.isFinite(xre) && Number.isFinite(xim))
    overflowError('complex exponentiation');
  return newComplex(r.re, r.im);
}

function zeroPower(): never {
  return zeroDivisionError('0.0 to a negative or complex power');
}

/** _Py_c_pow: in polar coordinates. */
function powGeneral(x: ComplexBody, yre: number, yim: number): ComplexBody {
  if (yre === 0 && yim === 0) return new ComplexBody(1, 0);
  if (x.re === 0 && x.im === 0) {
    if (yim !== 0 || yre < 0) zeroPower();
    return new ComplexBody(0, 0);
  }
  const size = hypot(x.re, x.im);
  let length = pow(size, yre);
  const angle = atan2(x.im, x.re);
  let phase = angle * yre;
  if (yim !== 0) {
    length *= exp(-angle * yim);
    phase += yim * log(size);
  }
  return new ComplexBody(length * cos(phase), length * sin(phase));
}

/** c_powi: squaring. */
function powInteger(x: ComplexBody, n: number): ComplexBody {
  if (n > 0) return powUnsigned(x, n);
  if (x.re === 0 && x.im === 0 && n < 0) zeroPower();
  return quotient(new ComplexBody(1, 0), powUnsigned(x, -n));
}

function powUnsigned(x: ComplexBody, n: number): ComplexBody {
  let re = 1;
  let im = 0;
  let pre = x.re;
  let pim = x.im;
  for (let mask = 1; n >= mask; mask <<= 1) {
    if (n & mask) [re, im] = [re * pre - im * pim, re * pim + im * pre];
    [pre, pim] = [pre * pre - pim * pim, pre * pim + pim * pre];
  }
  return new ComplexBody(re, im);
}

/** C's hypot, correctly rounded but for rare cases. */
export function hypot(x: number, y: number): number {
  x = Math.abs(x);
  y = Math.abs(y);
  if (x === Infinity || y === Infinity) return Infinity;
  if (x < y) [x, y] = [y, x];
  if (y === 0 || x !== x || y !== y) return x + y;
  // Scale by a power of two, square exactly in pairs, and correct the root once.
  const scale = x > 1e150 ? 2 ** -600 : y < 1e-150 ? 2 ** 600 : 1;
  x *= scale;
  y *= scale;
  const h = Math.sqrt(x * x + y * y);
  const rest = squareLow(x) + squareLow(y) - squareLow(h);
  const [a, b, c] = [x * x, y * y, h * h];
  return (h + (a - c + b + rest) / (2 * h)) / scale;
}

/** x*x - fl(x*x), exactly. */
function squareLow(x: number): number {
  const c = 134217729 * x;
  const hi = c - (c - x);
  const lo = x - hi;
  return hi * hi - x * x + 2 * hi * lo + lo * lo;
}

export function complex_power(a: PyObject, b: PyObject, c: PyObject): PyObject {
  const x = operand(a);
  const y = x && operand(b);
  if (!x || !y) return NotImplemented;
  if (c !== None) valueError('complex modulo');
  return complexPow(x.re, x.im, y.re, y.im);
}

export function complex_negative(a: PyObject): PyObject {
  return newComplex(-a.v.re, -a.v.im);
}

export function complex_absolute(a: PyObject): PyObject {
  const { re, im }: ComplexBody = a.v;
  const result = hypot(re, im);
  if (result === Infinity && Number.isFinite(re) && Number.isFinite(im)) overflowError('absolute value too large');
  return newFloat(result);
}

export function complex_bool(a: PyObject): boolean {
  return a.v.re !== 0 || a.v.im !== 0;
}

/** Equality with numbers of every kind; complex numbers have no order. */
export function complex_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (op !== Py_EQ && op !== Py_NE) return NotImplemented;
  const x: ComplexBody = a.v;
  let equal: boolean;
  // eslint-disable-next-line eqeqeq
  if (isInt(b)) equal = x.im === 0 && x.re == b.v;
  else if (isFloat(b)) equal = x.im === 0 && x.re === b.v;
  else if (isComplex(b)) equal = x.re === b.v.re && x.im === b.v.im;
  else return NotImplemented;
  return bool(equal === (op === Py_EQ));
}
