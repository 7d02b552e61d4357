/** Arithmetic on constants at compile time, with ast_opt.c's limits. Each function answers null where nothing is folded. */
import type { Constant, Operator, UnaryOperator } from '../syntax/ast.ts';
import { floatFloorDiv, floatMod } from '../text/float_divmod.ts';
import { pow } from '../text/libm/pow.ts';

const MAX_INT_SIZE = 128;
const MAX_COLLECTION_SIZE = 256;
const MAX_STR_SIZE = 4096;
const MAX_TOTAL_ITEMS = 1024;
const SAFE = 9007199254740992;

type Value = Constant | null;

/** An int constant in its normal form: a number while safe. */
export function intConstant(v: bigint | number): Constant {
  if (typeof v === 'bigint') {
    const n = Number(v);
    if (n < SAFE && n > -SAFE) return { t: 'int', v: n };
  } else if (Object.is(v, -0)) v = 0;
  return { t: 'int', v };
}

/** The constant's int value when it is an int or bool. */
function asInt(c: Constant): bigint | null {
  if (c.t === 'int') return BigInt(c.v);
  if (c.t === 'True') return 1n;
  if (c.t === 'False') return 0n;
  return null;
}

function asFloat(c: Constant): number | null {
  if (c.t === 'float') return c.v;
  const i = asInt(c);
  if (i === null) return null;
  const v = Number(i);
  return Number.isFinite(v) ? v : null;
}

function asComplex(c: Constant): { re: number; im: number } | null {
  if (c.t === 'complex') return c;
  const re = asFloat(c);
  return re === null ? null : { re, im: 0 };
}

function isBool(c: Constant): boolean {
  return c.t === 'True' || c.t === 'False';
}

export function boolConstant(b: boolean): Constant {
  return { t: b ? 'True' : 'False' };
}

/** Truth of a constant. */
export function constantTruth(c: Constant): boolean {
  switch (c.t) {
    case 'None':
    case 'False':
      return false;
    case 'True':
    case 'Ellipsis':
      return true;
    case 'int':
      return c.v !== 0;
    case 'float':
      return c.v !== 0;
    case 'complex':
      return c.re !== 0 || c.im !== 0;
    case 'str':
    case 'bytes':
    case 'tuple':
    case 'frozenset':
      return c.v.length > 0;
  }
}

export function foldUnary(op: UnaryOperator, c: Constant): Value {
  if (op === 'Not') return boolConstant(!constantTruth(c));
  const i = asInt(c);
  if (i !== null) {
    if (op === 'USub') return intConstant(-i);
    if (op === 'UAdd') return intConstant(i);
    // The warning for ~True is CPython's compiler's own affair, which the default filters do not show.
    return intConstant(~i);
  }
  if (op === 'Invert') return null;
  if (c.t === 'float') return op === 'UAdd' ? c : { t: 'float', v: -c.v };
  if (c.t === 'complex') return op === 'UAdd' ? c : { t: 'complex', re: -c.re, im: -c.im };
  return null;
}

function bitLength(v: bigint): number {
  return (v < 0n ? -v : v).toString(2).length - (v === 0n ? 1 : 0);
}

export function foldBinary(op: Operator, a: Constant, b: Constant): Value {
  const i = asInt(a);
  const j = asInt(b);
  if (i !== null && j !== null) return foldInts(op, i, j, isBool(a) && isBool(b));
  if (op === 'Add') {
    if (a.t === 'str' && b.t === 'str') return { t: 'str', v: a.v + b.v };
    if (a.t === 'bytes' && b.t === 'bytes') return { t: 'bytes', v: concatBytes([a.v, b.v]) };
    if (a.t === 'tuple' && b.t === 'tuple') return { t: 'tuple', v: [...a.v, ...b.v] };
  }
  if (op === 'Mult') {
    if (j !== null && i === null) return repeat(a, j) ?? foldFloats(op, a, b);
    if (i !== null && j === null) return repeat(b, i) ?? foldFloats(op, a, b);
  }
  return foldFloats(op, a, b);
}

function foldInts(op: Operator, i: bigint, j: bigint, bools: boolean): Value {
  switch (op) {
    case 'Add':
      return intConstant(i + j);
    case 'Sub':
      return intConstant(i - j);
    case 'Mult':
      if (i !== 0n && j !== 0n && bitLength(i) + bitLength(j) > MAX_INT_SIZE) return null;
      return intConstant(i * j);
    case 'Div': {
      const x = Number(i);
      const y = Number(j);
      if (y === 0 || Math.abs(x) >= SAFE || Math.abs(y) >= SAFE) return null;
      return { t: 'float', v: x / y };
    }
    case 'FloorDiv':
      return j === 0n ? null : intConstant(floorDiv(i, j));
    case 'Mod':
      return j === 0n ? null : intConstant(i - floorDiv(i, j) * j);
    case 'Pow':
      if (j < 0n) return foldPower(Number(i), Number(j));
      if (i !== 0n && j > 0n && (j > BigInt(MAX_INT_SIZE) || bitLength(i) > MAX_INT_SIZE / Number(j))) return null;
      return intConstant(i ** j);
    case 'LShift':
      if (j < 0n) return null;
      if (i !== 0n && (j > BigInt(MAX_INT_SIZE) || bitLength(i) > MAX_INT_SIZE - Number(j))) return null;
      return i === 0n ? intConstant(0) : intConstant(i << j);
    case 'RShift':
      return j < 0n ? null : intConstant(j > 4096n ? (i < 0n ? -1n : 0n) : i >> j);
    case 'BitOr':
      return bools ? boolConstant((i | j) !== 0n) : intConstant(i | j);
    case 'BitXor':
      return bools ? boolConstant((i ^ j) !== 0n) : intConstant(i ^ j);
    case 'BitAnd':
      return bools ? boolConstant((i & j) !== 0n) : intConstant(i & j);
    case 'MatMult':
      return null;
  }
}

function floorDiv(i: bigint, j: bigint): bigint {
  const q = i / j;
  return i % j !== 0n && i < 0n !== j < 0n ? q - 1n : q;
}

function foldFloats(op: Operator, a: Constant, b: Constant): Value {
  const x = asFloat(a);
  const y = asFloat(b);
  if (x !== null && y !== null) {
    switch (op) {
      case 'Add':
        return { t: 'float', v: x + y };
      case 'Sub':
        return { t: 'float', v: x - y };
      case 'Mult':
        return { t: 'float', v: x * y };
      case 'Div':
        return y === 0 ? null : { t: 'float', v: x / y };
      case 'FloorDiv':
        return y === 0 ? null : { t: 'float', v: floatFloorDiv(x, y) };
      case 'Mod':
        return y === 0 ? null : { t: 'float', v: floatMod(x, y) };
      case 'Pow':
        return foldPower(x, y);
      default:
        return null;
    }
  }
  const p = asComplex(a);
  const q = asComplex(b);
  if (p === null || q === null) return null;
  switch (op) {
    case 'Add':
      return { t: 'complex', re: p.re + q.re, im: p.im + q.im };
    case 'Sub':
      return { t: 'complex', re: p.re - q.re, im: p.im - q.im };
    case 'Mult':
      return { t: 'complex', re: p.re * q.re - p.im * q.im, im: p.re * q.im + p.im * q.re };
    default:
      return null;
  }
}

/** x ** y where C's pow is all there is to it (float_pow). */
function foldPower(x: number, y: number): Value {
  if (!Number.isFinite(x) || !Number.isFinite(y) || (x === 0 && y < 0) || (x < 0 && y !== Math.floor(y))) return null;
  const v = y === 0 ? 1 : pow(x, y);
  return Number.isFinite(v) ? { t: 'float', v } : null;
}

function totalItems(items: Constant[], limit: number): number {
  for (const c of items) {
    limit -= 1;
    if (c.t === 'tuple') limit = totalItems(c.v, limit);
    if (limit < 0) return -1;
  }
  return limit;
}

/** safe_multiply for sequences. */
function repeat(c: Constant, times: bigint): Value {
  const n = times < 0n ? 0 : times > 1000000n ? 1000000 : Number(times);
  if (c.t === 'str') return n * c.v.length > MAX_STR_SIZE ? null : { t: 'str', v: c.v.repeat(n) };
  if (c.t === 'bytes')
    return n * c.v.length > MAX_STR_SIZE ? null : { t: 'bytes', v: concatBytes(new Array(n).fill(c.v)) };
  if (c.t === 'tuple') {
    const size = c.v.length;
    if (
      size > 0 &&
      (n > MAX_COLLECTION_SIZE / size || totalItems(c.v, Math.floor(MAX_TOTAL_ITEMS / Math.max(n, 1))) < 0)
    )
      return null;
    const items: Constant[] = [];
    for (let k = 0; k < n; k++) items.push(...c.v);
    return { t: 'tuple', v: items };
  }
  return null;
}

function concatBytes(parts: Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

/** `constant[index]` for int indices of str, bytes and tuple. */
export function foldSubscript(value: Constant, index: Constant): Value {
  const i = asInt(index);
  if (i === null || i > 100000n || i < -100000n) return null;
  let k = Number(i);
  if (value.t === 'tuple') {
    if (k < 0) k += value.v.length;
    return value.v[k] ?? null;
  }
  if (value.t === 'str') {
    const chars = Array.from(value.v);
    if (k < 0) k += chars.length;
    return chars[k] === undefined ? null : { t: 'str', v: chars[k] };
  }
  if (value.t === 'bytes') {
    if (k < 0) k += value.v.length;
    return value.v[k] === undefined ? null : { t: 'int', v: value.v[k] };
  }
  return null;
}

/** A text that is equal for constants that one code object may share (_PyCode_ConstantKey). */
export function constantKey(c: Constant): string {
  switch (c.t) {
    case 'None':
    case 'True':
    case 'False':
    case 'Ellipsis':
      return c.t;
    case 'int':
      return `i${c.v}`;
    case 'float':
      return `f${floatKey(c.v)}`;
    case 'complex':
      return `c${floatKey(c.re)},${floatKey(c.im)}`;
    case 'str':
      return `s${c.v}`;
    case 'bytes':
      return `b${Array.from(c.v).join()}`;
    case 'tuple':
      return `(${c.v.map(lengthKey).join('')})`;
    case 'frozenset':
      return `{${c.v.map(lengthKey).sort().join('')}}`;
  }
}

function floatKey(v: number): string {
  return Object.is(v, -0) ? '-0' : String(v);
}

function lengthKey(c: Constant): string {
  const key = constantKey(c);
  return `${key.length}:${key}`;
}
