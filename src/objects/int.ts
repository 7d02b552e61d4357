/**
 * int (Objects/longobject.c): construction, sizes and the type's table.
 *
 * `v` is a number while |v| < 2**53 and a BigInt beyond; never a BigInt within, so `===` compares values. The sizes follow the
 * 30-bit digits of CPython: an int of n digits takes 24 + 4*n bytes, which is size class 2 for every number.
 */
import { IMMORTAL, PyInt, TPFLAGS_LONG_SUBCLASS, TypeBody, type PyObject } from '../heap/object.ts';
import { blockWord, malloc, mallocClass, setBlockWord } from '../heap/pymalloc.ts';
import { staticAddr } from '../heap/static.ts';
import { born } from '../heap/audit.ts';

export const T_INT = new TypeBody('int');

/** One past the largest magnitude held as a number. */
export const NUMBER_LIMIT = 9007199254740992;
/** One past the largest magnitude of one 30-bit digit. */
export const DIGIT_LIMIT = 0x40000000;
/** And of two, which as a float may stand for one less. */
const TWO_DIGITS = DIGIT_LIMIT * DIGIT_LIMIT;
/** Of three, likewise. */
const THREE_DIGITS = TWO_DIGITS * DIGIT_LIMIT;

/** -5..256, in that order: `SMALL_INTS[v + 5]`. */
export const SMALL_INTS: PyInt[] = makeSmallInts();

function makeSmallInts(): PyInt[] {
  // A BigInt first, so that V8 keeps the field `v` tagged and never rebuilds the hidden class later.
  const table: PyInt[] = [new PyInt(1, T_INT, 0, 1n)];
  for (let i = 0; i < 262; i++) table[i] = new PyInt(IMMORTAL, T_INT, staticAddr(28), i - 5);
  return table;
}

/** A new reference to the int of a safe integer (PyLong_FromLong). */
export function newIntNumber(v: number): PyInt {
  if (v <= 256 && v >= -5) return SMALL_INTS[v + 5];
  const o = new PyInt(1, T_INT, mallocClass(2), v);
  born(o);
  return o;
}

/** A new reference to the int of a safe integer or a BigInt of any size. */
export function newInt(v: number | bigint): PyInt {
  return typeof v === 'number' ? newIntNumber(v) : newIntBig(v);
}

/** A new reference to the int of a BigInt. */
export function newIntBig(v: bigint): PyInt {
  const n = Number(v);
  if (n < NUMBER_LIMIT && n > -NUMBER_LIMIT) return newIntNumber(n);
  const digits = n < TWO_DIGITS && n > -TWO_DIGITS ? 2 : digitCount(v);
  return newIntBlock(v, digits, digits);
}

/** As newIntBig; the value is likely to have `digits` digits or one less, or one more where rounding down carries. */
export function newIntNear(v: bigint, digits: number): PyInt {
  if (digits <= 2) return newIntBig(v);
  digits = digitsNear(v, digits);
  return newIntSized(v, digits, digits);
}

/** As newIntBig, in a block made for `room` digits: the operations that estimate keep the larger block. */
export function newIntSized(v: bigint, room: number, digits = digitsNear(v, room)): PyInt {
  if (digits > 2) return newIntBlock(v, room, digits);
  const n = Number(v);
  if (n >= NUMBER_LIMIT || n <= -NUMBER_LIMIT) return newIntBlock(v, room, 2);
  if (n <= 256 && n >= -5) return SMALL_INTS[n + 5];
  return newIntBlock(n, room, 2);
}

/** As newIntNumber for a value that is not small, in a block of `units` units of 16 bytes. */
export function newIntUnits(v: number, units: number): PyInt {
  const o = new PyInt(1, T_INT, mallocClass(units), v);
  born(o);
  return o;
}

/** As newInt for a value that is not small and held as it should be, in a block made for `room` digits. */
function newIntBlock(v: number | bigint, room: number, digits: number): PyInt {
  const addr = malloc(24 + 4 * room);
  setBlockWord(addr, digits);
  const o = new PyInt(1, T_INT, addr, v);
  born(o);
  return o;
}

/** Is it below 0? (V8 compares a BigInt with a number in its runtime: 30 ns.) */
export function isNegative(v: number | bigint): boolean {
  return typeof v === 'number' ? v < 0 : v < 0n;
}

const int64 = new BigInt64Array(1);
const int64Words = new Int32Array(int64.buffer);

/** BigInt(v), in a third of the time. */
export function toBigInt(v: number | bigint): bigint {
  if (typeof v !== 'number') return v;
  int64Words[0] = v;
  int64Words[1] = Math.floor(v / 0x100000000);
  return int64[0];
}

/** The value as it is held: a number below 2**53 in magnitude, else a BigInt. */
export function normalize(v: bigint): number | bigint {
  const n = Number(v);
  return n < NUMBER_LIMIT && n > -NUMBER_LIMIT ? n : v;
}

/** True for an int, a bool or an instance of a subclass. */
export function isInt(o: PyObject): o is PyObject<number | bigint> {
  return (o.type.flags & TPFLAGS_LONG_SUBCLASS) !== 0;
}

const float64 = new Float64Array(1);
const float64Words = new Uint32Array(float64.buffer);

/** The last answer of `excess`: big values come in series of similar length. */
let lastExcess = 512;
let lastExcessBig = 512n;

/** How many low bits to drop so that what is left of a huge v > 0 is neither 0 nor beyond a float. */
function excess(v: bigint): number {
  let top = v >> lastExcessBig;
  if (top !== 0n && Number(top) < Infinity) return lastExcess;
  let low = 0;
  let step = 512;
  for (;;) {
    top = v >> BigInt(low + step);
    if (top === 0n) step = 512;
    else {
      low += step;
      if (Number(top) < Infinity) break;
      step *= 2;
    }
  }
  // In the middle, so that longer and shorter neighbours find it as well.
  low = Math.max(0, low - 512 + bitLength(top));
  lastExcess = low;
  lastExcessBig = BigInt(low);
  return low;
}

/** int.bit_length: the number of bits of |v|, 0 for 0. */
export function bitLength(v: number | bigint): number {
  if (typeof v === 'number') {
    if (v < 0) v = -v;
    return v <= 0xffffffff ? 32 - Math.clz32(v) : 64 - Math.clz32(Math.floor(v / 0x100000000));
  }
  if (v < 0n) v = -v;
  let extra = 0;
  float64[0] = Number(v);
  if (float64[0] === Infinity) {
    extra = excess(v);
    v >>= BigInt(extra);
    float64[0] = Number(v);
  }
  const length = ((float64Words[1] >>> 20) & 0x7ff) - 1022;
  // A mantissa of zero may be a value rounded up to a power of two.
  if (float64Words[0] === 0 && (float64Words[1] & 0xfffff) === 0 && v >> BigInt(length - 1) === 0n)
    return extra + length - 1;
  return extra + length;
}

/** The number of 30-bit digits CPython holds the value in (at least 1, as the size of 0 counts one). */
export function digitCount(v: number | bigint): number {
  if (typeof v === 'number') return v < DIGIT_LIMIT && v > -DIGIT_LIMIT ? 1 : 2;
  const n = Number(v < 0n ? -v : v);
  if (n > TWO_DIGITS && n < THREE_DIGITS) return 3;
  return Math.floor((bitLength(v) + 29) / 30);
}

/** digitCount of an int object: that of a big one is kept in its block. */
export function digitsOf(o: PyObject): number {
  const v: number | bigint = o.v;
  if (typeof v === 'number') return v < DIGIT_LIMIT && v > -DIGIT_LIMIT ? 1 : 2;
  return o.type === T_INT ? blockWord(o.addr) : digitCount(v);
}

/** 2**(30*i). */
const POWERS = Array.from({ length: 65 }, (_, i) => 1n << BigInt(30 * i));

/** digitCount of a value that is likely to have `n` digits or one less: its top tells, which is quick to get. */
export function digitsNear(v: bigint, n: number): number {
  // Whoever asks treats one digit and two alike.
  if (n <= 2) return n;
  const magnitude = v < 0n ? -v : v;
  if (n < POWERS.length) {
    if (magnitude >= POWERS[n - 1]) return magnitude < POWERS[n] ? n : digitCount(v);
    if (magnitude >= POWERS[n - 2]) return n - 1;
  } else {
    const top = Number(magnitude >> BigInt(30 * (n - 2)));
    if (top >= DIGIT_LIMIT) return top < DIGIT_LIMIT * DIGIT_LIMIT ? n : digitCount(v);
    if (top >= 1) return n - 1;
  }
  return digitCount(v);
}
