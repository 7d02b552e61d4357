/**
 * Operators for compiled code. Each comes in forms by how it gets its operands: `B` borrowed (the caller's variable keeps the
 * object alive), `O` owned (consumed). Whatever the form, both operands are held while other code may run, as on CPython's
 * stack, and they are released left before right.
 */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE } from '../heap/slots.ts';
import { newFloat, T_FLOAT } from '../objects/float.ts';
import { newIntNumber, T_INT } from '../objects/int.ts';
import { dict_getitem, T_DICT } from '../objects/dict.ts';
import { False, None, True } from '../objects/singletons.ts';
import { T_LIST } from '../objects/list.ts';
import { T_TUPLE } from '../objects/tuple.ts';
import { T_STR } from '../objects/str.ts';
import { keyErrorObj } from '../exceptions/raise.ts';
import { richcompare } from '../protocols/compare.ts';
import { delitem, getitem, setitem } from '../protocols/mapping.ts';
import * as number from '../protocols/number.ts';
import { isTrue } from '../protocols/object.ts';
import { contains } from '../protocols/sequence.ts';

type Binary = (a: PyObject, b: PyObject) => PyObject;
type Unary = (a: PyObject) => PyObject;

/** Both operands held during `f`, released afterwards: those that were owned lose the caller's reference. */
function held(f: Binary, a: PyObject, b: PyObject): PyObject {
  let r: PyObject;
  try {
    r = f(a, b);
  } catch (e) {
    decref(a);
    decref(b);
    throw e;
  }
  if (--a.rc === 0) a.type.tp_dealloc!(a);
  if (--b.rc === 0) b.type.tp_dealloc!(b);
  return r;
}

/** The four forms of a binary helper, by name. */
export function binaryForms(name: string, f: Binary): Record<string, Binary> {
  return {
    [`${name}_BB`]: (a, b) => {
      ++a.rc;
      ++b.rc;
      return held(f, a, b);
    },
    [`${name}_OB`]: (a, b) => {
      ++b.rc;
      return held(f, a, b);
    },
    [`${name}_BO`]: (a, b) => {
      ++a.rc;
      return held(f, a, b);
    },
    [`${name}_OO`]: (a, b) => held(f, a, b),
  };
}

/** As binaryForms, with a path for two floats, or a float and an int, that runs no other code. */
function arithmeticForms(name: string, f: Binary, op: (x: number, y: number) => number): Record<string, Binary> {
  const mixed = (a: PyObject, b: PyObject): PyObject | null => {
    if (a.type === T_FLOAT) {
      if (b.type === T_FLOAT) return newFloat(op(a.v, b.v));
      if (b.type === T_INT && typeof b.v === 'number') return newFloat(op(a.v, b.v));
    } else if (b.type === T_FLOAT && a.type === T_INT && typeof a.v === 'number') return newFloat(op(a.v, b.v));
    return null;
  };
  return {
    [`${name}_BB`]: (a, b) => {
      const r = mixed(a, b);
      if (r !== null) return r;
      ++a.rc;
      ++b.rc;
      return held(f, a, b);
    },
    [`${name}_OB`]: (a, b) => {
      const r = mixed(a, b);
      if (r !== null) {
        if (--a.rc === 0) a.type.tp_dealloc!(a);
        return r;
      }
      ++b.rc;
      return held(f, a, b);
    },
    [`${name}_BO`]: (a, b) => {
      const r = mixed(a, b);
      if (r !== null) {
        if (--b.rc === 0) b.type.tp_dealloc!(b);
        return r;
      }
      ++a.rc;
      return held(f, a, b);
    },
    [`${name}_OO`]: (a, b) => {
      const r = mixed(a, b);
      if (r !== null) {
        if (--a.rc === 0) a.type.tp_dealloc!(a);
        if (--b.rc === 0) b.type.tp_dealloc!(b);
        return r;
      }
      return held(f, a, b);
    },
  };
}

function unaryForms(name: string, f: Unary): Record<string, Unary> {
  const owned: Unary = a => {
    let r: PyObject;
    try {
      r = f(a);
    } catch (e) {
      decref(a);
      throw e;
    }
    decref(a);
    return r;
  };
  return {
    [`${name}_O`]: owned,
    [`${name}_B`]: a => {
      ++a.rc;
      return owned(a);
    },
  };
}

const power: Binary = (a, b) => number.power(a, b, None);
const inplacePower: Binary = (a, b) => number.inplacePower(a, b);

function trueDivide(a: PyObject, b: PyObject): PyObject {
  if (a.type === T_FLOAT && b.type === T_FLOAT && b.v !== 0) return newFloat(a.v / b.v);
  if (a.type === T_INT && b.type === T_INT && b.v !== 0 && typeof a.v === 'number' && typeof b.v === 'number')
    return newFloat(a.v / b.v);
  return number.trueDivide(a, b);
}

const arithmetic: Record<string, Binary> = {
  ...arithmeticForms('add', number.add, (x, y) => x + y),
  ...arithmeticForms('iadd', number.inplaceAdd, (x, y) => x + y),
  ...arithmeticForms('sub', number.subtract, (x, y) => x - y),
  ...arithmeticForms('isub', number.inplaceSubtract, (x, y) => x - y),
  ...arithmeticForms('mul', number.multiply, (x, y) => x * y),
  ...arithmeticForms('imul', number.inplaceMultiply, (x, y) => x * y),
  ...binaryForms('matmul', number.matrixMultiply),
  ...binaryForms('imatmul', number.inplaceMatrixMultiply),
  ...binaryForms('truediv', trueDivide),
  ...binaryForms('itruediv', (a, b) => (a.type === T_FLOAT || a.type === T_INT ? trueDivide(a, b) : number.inplaceTrueDivide(a, b))),
  ...binaryForms('floordiv', number.floorDivide),
  ...binaryForms('ifloordiv', number.inplaceFloorDivide),
  ...binaryForms('mod', number.remainder),
  ...binaryForms('imod', number.inplaceRemainder),
  ...binaryForms('pow', power),
  ...binaryForms('ipow', inplacePower),
  ...binaryForms('lshift', number.lshift),
  ...binaryForms('ilshift', number.inplaceLshift),
  ...binaryForms('rshift', number.rshift),
  ...binaryForms('irshift', number.inplaceRshift),
  ...binaryForms('or', number.or),
  ...binaryForms('ior', number.inplaceOr),
  ...binaryForms('xor', number.xor),
  ...binaryForms('ixor', number.inplaceXor),
  ...binaryForms('and', number.and),
  ...binaryForms('iand', number.inplaceAnd),
};

// ---- comparisons

/** One comparison's value and truth forms. */
function comparisonForms(name: string, op: number): Record<string, (a: PyObject, b: PyObject) => PyObject | boolean> {
  const compare: Binary = (a, b) => richcompare(a, b, op);
  const values = binaryForms(name, compare);
  const truths: Record<string, (a: PyObject, b: PyObject) => boolean> = {};
  for (const form of ['BB', 'BO', 'OB', 'OO']) {
    const value = values[`${name}_${form}`];
    truths[`${name}True_${form}`] = (a, b) => {
      const r = value(a, b);
      if (r === True) return true;
      if (r === False) return false;
      return isTrue_O(r);
    };
  }
  return { ...values, ...truths };
}

/** Equality of two exact str or int objects needs no protocol. */
function quickEquality(wanted: boolean, slow: (a: PyObject, b: PyObject) => boolean) {
  return (a: PyObject, b: PyObject): boolean => {
    if (a.type === T_STR && b.type === T_STR) return (a.v === b.v) === wanted;
    if (a.type === T_FLOAT && b.type === T_FLOAT) return (a.v === b.v) === wanted;
    return slow(a, b);
  };
}

function equalityTruths(): Record<string, (a: PyObject, b: PyObject) => boolean> {
  const forms: Record<string, (a: PyObject, b: PyObject) => boolean> = {};
  for (const [name, op, wanted] of [
    ['eq', Py_EQ, true],
    ['ne', Py_NE, false],
  ] as const) {
    const slow = comparisonForms(name, op) as Record<string, (a: PyObject, b: PyObject) => boolean>;
    forms[`${name}True_BB`] = quickEquality(wanted, slow[`${name}True_BB`]);
  }
  return forms;
}

const comparisons = {
  ...comparisonForms('eq', Py_EQ),
  ...comparisonForms('ne', Py_NE),
  ...comparisonForms('lt', Py_LT),
  ...comparisonForms('le', Py_LE),
  ...comparisonForms('gt', Py_GT),
  ...comparisonForms('ge', Py_GE),
  ...equalityTruths(),
  ...floatComparisons(),
};

/** Ordering of two floats at a site that has no other need of the protocol. */
function floatComparisons(): Record<string, (a: PyObject, b: PyObject) => boolean> {
  const forms: Record<string, (a: PyObject, b: PyObject) => boolean> = {};
  const orders: [string, number, (x: number, y: number) => boolean][] = [
    ['lt', Py_LT, (x, y) => x < y],
    ['le', Py_LE, (x, y) => x <= y],
    ['gt', Py_GT, (x, y) => x > y],
    ['ge', Py_GE, (x, y) => x >= y],
  ];
  for (const [name, op, test] of orders) {
    const slow = comparisonForms(name, op) as Record<string, (a: PyObject, b: PyObject) => boolean>;
    for (const form of ['BB', 'BO', 'OB', 'OO']) {
      const other = slow[`${name}True_${form}`];
      forms[`${name}True_${form}`] = (a, b) => {
        if (a.type === T_FLOAT && (b.type === T_FLOAT || b.type === T_INT)) {
          const r = test(a.v, b.v);
          if (form[0] === 'O' && --a.rc === 0) a.type.tp_dealloc!(a);
          if (form[1] === 'O' && --b.rc === 0) b.type.tp_dealloc!(b);
          return r;
        }
        return other(a, b);
      };
    }
  }
  return forms;
}

function containsForms(): Record<string, (item: PyObject, container: PyObject) => boolean> {
  const forms: Record<string, (item: PyObject, container: PyObject) => boolean> = {};
  for (const form of ['BB', 'BO', 'OB', 'OO']) {
    const test = (item: PyObject, container: PyObject): boolean => {
      if (form[0] === 'B') ++item.rc;
      if (form[1] === 'B') ++container.rc;
      let r: boolean;
      try {
        r = contains(container, item);
      } finally {
        decref(item);
        decref(container);
      }
      return r;
    };
    forms[`inTrue_${form}`] = test;
    forms[`notInTrue_${form}`] = (item, container) => !test(item, container);
  }
  return forms;
}

// ---- truth

export function isTrue_O(o: PyObject): boolean {
  let r: boolean;
  try {
    r = truthOf(o);
  } catch (e) {
    decref(o);
    throw e;
  }
  if (--o.rc === 0) o.type.tp_dealloc!(o);
  return r;
}

export function isTrue_B(o: PyObject): boolean {
  const t = o.type;
  if (t === T_INT) return o.v !== 0;
  if (t === T_LIST || t === T_TUPLE) return o.v.length !== 0;
  if (t === T_STR) return o.v !== '';
  ++o.rc;
  return isTrue_O(o);
}

function truthOf(o: PyObject): boolean {
  const t = o.type;
  if (t === T_INT) return o.v !== 0;
  if (t === T_LIST || t === T_TUPLE) return o.v.length !== 0;
  if (t === T_STR) return o.v !== '';
  if (t === T_DICT) return o.v.used !== 0;
  return isTrue(o);
}

// ---- subscripts

function subscript(o: PyObject, key: PyObject): PyObject {
  if (o.type === T_DICT) {
    const value = dict_getitem(o as Parameters<typeof dict_getitem>[0], key);
    if (value === null) return keyErrorObj(key);
    ++value.rc;
    return value;
  }
  return getitem(o, key);
}

/** dict[str], dict[int]: no other code can run, so nothing is held. */
function getitem_BB(o: PyObject, key: PyObject): PyObject {
  if (o.type === T_DICT && (key.type === T_STR || key.type === T_INT)) return subscript(o, key);
  ++o.rc;
  ++key.rc;
  return held(subscript, o, key);
}

function storing(o: PyObject, key: PyObject, value: PyObject): void {
  try {
    setitem(o, key, value);
  } finally {
    decref(value);
    decref(o);
    decref(key);
  }
}

/** container[key] = value: `value` is consumed in every form. */
const stores: Record<string, (o: PyObject, key: PyObject, value: PyObject) => void> = {
  setitem_BB: (o, key, value) => {
    ++o.rc;
    ++key.rc;
    storing(o, key, value);
  },
  setitem_OB: (o, key, value) => {
    ++key.rc;
    storing(o, key, value);
  },
  setitem_BO: (o, key, value) => {
    ++o.rc;
    storing(o, key, value);
  },
  setitem_OO: storing,
};

function deleting(o: PyObject, key: PyObject): void {
  try {
    delitem(o, key);
  } finally {
    decref(o);
    decref(key);
  }
}

const deletes: Record<string, (o: PyObject, key: PyObject) => void> = {
  delitem_BB: (o, key) => {
    ++o.rc;
    ++key.rc;
    deleting(o, key);
  },
  delitem_OB: (o, key) => {
    ++key.rc;
    deleting(o, key);
  },
  delitem_BO: (o, key) => {
    ++o.rc;
    deleting(o, key);
  },
  delitem_OO: deleting,
};

export const operators = {
  ...arithmetic,
  ...comparisons,
  ...containsForms(),
  isTrue_B,
  isTrue_O,
  ...unaryForms('negative', number.negative),
  ...unaryForms('positive', number.positive),
  ...unaryForms('invert', number.invert),
  ...binaryForms('getitem', subscript),
  getitem_BB,
  ...stores,
  ...deletes,
  newIntNumber,
};
