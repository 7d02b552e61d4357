/**
 * Operators for compiled code. Each comes in forms by how it gets its operands: `B` borrowed (the caller's variable keeps the
 * object alive), `O` owned (consumed). Whatever the form, both operands are held while other code may run, as on CPython's
 * stack, and they are released left before right.
 */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE } from '../heap/slots.ts';
import { newIntNumber, T_INT } from '../objects/int.ts';
import { dict_getitem, T_DICT } from '../objects/dict.ts';
import { floatFloorDiv, floatMod } from '../text/float_divmod.ts';
import { False, None, True } from '../objects/singletons.ts';
import { T_LIST } from '../objects/list.ts';
import { T_TUPLE } from '../objects/tuple.ts';
import { T_FROZENSET, T_SET } from '../objects/set.ts';
import { set_hasSimple } from '../objects/set_table.ts';
import { T_STR } from '../objects/str.ts';
import { raised, tstate } from '../objects/thread_state.ts';
import { keyErrorObj, newException, newKeyError } from '../exceptions/raise.ts';
import { T_IndexError } from '../exceptions/types.ts';
import { richcompare } from '../protocols/compare.ts';
import { delitem, getitem, setitem } from '../protocols/mapping.ts';
import * as number from '../protocols/number.ts';
import {
  type Binary,
  binaryForms,
  type BinaryTest,
  type Form,
  DIVIDE_PATH,
  equalPath,
  floatPath,
  floatsPath,
  intPath,
  ITEM_PATH,
  orderPath,
  POWER_PATH,
  testForms,
} from './operator_forms.ts';
import { isTrue } from '../protocols/object.ts';
import { contains } from '../protocols/sequence.ts';
import { pow } from '../text/libm/pow.ts';

type Unary = (a: PyObject) => PyObject;
type UnaryForm = (a: PyObject) => PyObject | null;

function unaryForms(name: string, f: Unary): Record<string, UnaryForm> {
  const owned: UnaryForm = a => {
    let r: PyObject;
    try {
      r = f(a);
    } catch (e) {
      decref(a);
      return raised(e);
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

const FLOOR_PATH = intPath('y !== 0', 'Math.floor(x / y) + 0') + floatsPath('floatFloorDiv');
const MOD_PATH = intPath('x >= 0 && y > 0', 'x % y') + floatsPath('floatMod');
const FLOAT_DIVISION = { floatFloorDiv, floatMod };
const RSHIFT_PATH = intPath('y >= 0 && y < 32 && x === (x | 0)', 'x >> y');

/** Bits of two 32-bit integers. */
function bitPath(sign: string): string {
  return intPath('x === (x | 0) && y === (y | 0)', `x ${sign} y`);
}

const power: Binary = (a, b) => number.power(a, b, None);
const inplacePower: Binary = (a, b) => number.inplacePower(a, b);

const arithmetic: Record<string, Form> = {
  ...binaryForms('add', number.add, floatPath('+')),
  ...binaryForms('iadd', number.inplaceAdd, floatPath('+')),
  ...binaryForms('sub', number.subtract, floatPath('-')),
  ...binaryForms('isub', number.inplaceSubtract, floatPath('-')),
  ...binaryForms('mul', number.multiply, floatPath('*')),
  ...binaryForms('imul', number.inplaceMultiply, floatPath('*')),
  ...binaryForms('matmul', number.matrixMultiply),
  ...binaryForms('imatmul', number.inplaceMatrixMultiply),
  ...binaryForms('truediv', number.trueDivide, DIVIDE_PATH),
  ...binaryForms('itruediv', number.inplaceTrueDivide, DIVIDE_PATH),
  ...binaryForms('floordiv', number.floorDivide, FLOOR_PATH, FLOAT_DIVISION),
  ...binaryForms('ifloordiv', number.inplaceFloorDivide, FLOOR_PATH, FLOAT_DIVISION),
  ...binaryForms('mod', number.remainder, MOD_PATH, FLOAT_DIVISION),
  ...binaryForms('imod', number.inplaceRemainder, MOD_PATH, FLOAT_DIVISION),
  ...binaryForms('pow', power, POWER_PATH, { pow }),
  ...binaryForms('ipow', inplacePower),
  ...binaryForms('lshift', number.lshift),
  ...binaryForms('ilshift', number.inplaceLshift),
  ...binaryForms('rshift', number.rshift, RSHIFT_PATH),
  ...binaryForms('irshift', number.inplaceRshift, RSHIFT_PATH),
  ...binaryForms('or', number.or, bitPath('|')),
  ...binaryForms('ior', number.inplaceOr, bitPath('|')),
  ...binaryForms('xor', number.xor, bitPath('^')),
  ...binaryForms('ixor', number.inplaceXor, bitPath('^')),
  ...binaryForms('and', number.and, bitPath('&')),
  ...binaryForms('iand', number.inplaceAnd, bitPath('&')),
};

// ---- comparisons

/** One comparison's value and truth forms. */
function comparisonForms(name: string, op: number, fast: string): Record<string, Form> {
  const compare: Binary = (a, b) => richcompare(a, b, op);
  const test: BinaryTest = (a, b) => {
    const r = richcompare(a, b, op);
    if (r === True) return true;
    if (r === False) return false;
    try {
      return isTrue(r);
    } finally {
      decref(r);
    }
  };
  return { ...binaryForms(name, compare), ...testForms(`${name}True`, test, fast) };
}

const comparisons = {
  ...comparisonForms('eq', Py_EQ, equalPath('===')),
  ...comparisonForms('ne', Py_NE, equalPath('!==')),
  ...comparisonForms('lt', Py_LT, orderPath('<')),
  ...comparisonForms('le', Py_LE, orderPath('<=')),
  ...comparisonForms('gt', Py_GT, orderPath('>')),
  ...comparisonForms('ge', Py_GE, orderPath('>=')),
};

/** `item in container`; the text knows an int or str in dicts and sets where no `__eq__` can run. */
function containsForms(): Record<string, Form> {
  const path = (found: string, missing: string): string => `
    if (a.type === T_INT || a.type === T_STR) {
      if (b.type === T_DICT) { if (b.v.table === null) r = dict_getitem(b, a) !== null ? ${found} : ${missing}; }
      else if ((b.type === T_SET || b.type === T_FROZENSET) && b.v.hashes === null)
        r = set_hasSimple(b, a) ? ${found} : ${missing};
    }`;
  const scope = { dict_getitem, set_hasSimple, T_FROZENSET, T_SET };
  return {
    ...testForms('inTrue', (item, container) => contains(container, item), path('true', 'false'), scope),
    ...testForms('notInTrue', (item, container) => !contains(container, item), path('false', 'true'), scope),
  };
}

// ---- truth

/** Truth of an owned operand, null when it raised. */
export function isTrue_O(o: PyObject): boolean | null {
  let r: boolean;
  try {
    r = truthOf(o);
  } catch (e) {
    decref(o);
    return raised(e);
  }
  if (--o.rc === 0) o.type.tp_dealloc!(o);
  return r;
}

export function isTrue_B(o: PyObject): boolean | null {
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

/** The KeyError of a missing key, as an exception that is not thrown. */
function missingKey(key: PyObject): void {
  tstate.raised = newKeyError(key);
}

/** The IndexError of an index out of range, likewise. */
function missingItem(sequence: PyObject): void {
  tstate.raised = newException(T_IndexError, `${sequence.type.name} index out of range`);
}

function storing(o: PyObject, key: PyObject, value: PyObject): null | undefined {
  try {
    setitem(o, key, value);
    return undefined;
  } catch (e) {
    return raised(e);
  } finally {
    decref(value);
    decref(o);
    decref(key);
  }
}

type Store = (o: PyObject, key: PyObject, value: PyObject) => null | undefined;

/** container[key] = value: `value` is consumed in every form. Null: it raised. */
const stores: Record<string, Store> = {
  setitem_BB: (o, key, value) => {
    ++o.rc;
    ++key.rc;
    return storing(o, key, value);
  },
  setitem_OB: (o, key, value) => {
    ++key.rc;
    return storing(o, key, value);
  },
  setitem_BO: (o, key, value) => {
    ++o.rc;
    return storing(o, key, value);
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
  ...binaryForms('getitem', subscript, ITEM_PATH, { dict_getitem, missingKey, missingItem }),
  ...stores,
  ...deletes,
  newIntNumber,
};
