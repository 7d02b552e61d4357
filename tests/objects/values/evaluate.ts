/** Evaluates an expression straight on the object model, without compiler and runtime: enough Python for values.test.ts. */
import type { PyObject } from '../../../src/heap/object.ts';
import { decref, incref } from '../../../src/heap/refcount.ts';
import { newBuiltin, type NativeFunction } from '../../../src/objects/builtin_function.ts';
import { newBytes } from '../../../src/objects/bytes.ts';
import { newComplex } from '../../../src/objects/complex.ts';
import { staticTypes } from '../../../src/objects/define.ts';
import { newDict } from '../../../src/objects/dict.ts';
import { newFloat } from '../../../src/objects/float.ts';
import { initObjects } from '../../../src/objects/index.ts';
import { newInt } from '../../../src/objects/int.ts';
import { newList } from '../../../src/objects/list.ts';
import { signature } from '../../../src/objects/signature.ts';
import { bool, Ellipsis, None } from '../../../src/objects/singletons.ts';
import { newSlice } from '../../../src/objects/slice.ts';
import { newStr } from '../../../src/objects/str.ts';
import { newTuple } from '../../../src/objects/tuple.ts';
import { getattrStr } from '../../../src/protocols/attribute.ts';
import { call } from '../../../src/protocols/call.ts';
import { richcompare } from '../../../src/protocols/compare.ts';
import { getIter } from '../../../src/protocols/iterator.ts';
import { getitem, setitem } from '../../../src/protocols/mapping.ts';
import * as number from '../../../src/protocols/number.ts';
import * as object from '../../../src/protocols/object.ts';
import { contains } from '../../../src/protocols/sequence.ts';
import { parse, type Constant, type Expr, type Operator } from '../../../src/syntax/index.ts';

const names = new Map<string, PyObject>();

type Binary = (a: PyObject, b: PyObject) => PyObject;

const BINARY: Record<Operator, Binary> = {
  Add: number.add,
  Sub: number.subtract,
  Mult: number.multiply,
  MatMult: number.matrixMultiply,
  Div: number.trueDivide,
  Mod: number.remainder,
  Pow: (a, b) => number.power(a, b, None),
  LShift: number.lshift,
  RShift: number.rshift,
  BitOr: number.or,
  BitXor: number.xor,
  BitAnd: number.and,
  FloorDiv: number.floorDivide,
};

const COMPARE: Record<string, Binary> = {
  In: (a, b) => bool(contains(b, a)),
  NotIn: (a, b) => bool(!contains(b, a)),
  Is: (a, b) => bool(a === b),
  IsNot: (a, b) => bool(a !== b),
};
['Lt', 'LtE', 'Eq', 'NotEq', 'Gt', 'GtE'].forEach((name, op) => (COMPARE[name] = (a, b) => richcompare(a, b, op)));

/** Calls a method of the first argument with the others. */
function method(name: string): NativeFunction {
  return (_module, o: PyObject, ...args: (PyObject | undefined)[]) => {
    const m = getattrStr(o, name);
    try {
      return call(m, args.filter(a => a !== undefined) as PyObject[], null);
    } finally {
      decref(m);
    }
  };
}

/** Sets the object model up; the names are the builtin types and a few functions. */
export function initEvaluator(): void {
  initObjects(() => {});
  for (const type of staticTypes) names.set(type.name, type.obj);
  const define = (name: string, text: string, fn: NativeFunction): void => {
    names.set(name, newBuiltin(name, signature(name, text), fn, null, null, null));
  };
  define('hash', '(o, /)', (_m, o) => newInt(object.hashValue(o)));
  define('repr', '(o, /)', (_m, o) => object.repr(o));
  define('iter', '(o, /)', (_m, o) => getIter(o));
  define('abs', '(o, /)', (_m, o) => number.absolute(o));
  define('divmod', '(a, b, /)', (_m, a, b) => number.divmod(a, b));
  define('pow', '(a, b, c=None, /)', (_m, a, b, c) => number.power(a, b, c ?? None));
  define('format', '(o, spec=None, /)', (_m, o, spec) => object.format(o, spec ?? null));
  define('round', '(o, n=None, /)', method('__round__'));
  define('sizeof', '(o, /)', method('__sizeof__'));
  define('isid', '(a, b, /)', (_m, a, b) => bool(a === b));
}

function constant(c: Constant): PyObject {
  switch (c.t) {
    case 'int':
      return newInt(c.v);
    case 'float':
      return newFloat(c.v);
    case 'complex':
      return newComplex(c.re, c.im);
    case 'str':
      return newStr(c.v);
    case 'bytes':
      return newBytes(c.v);
    case 'None':
      return None;
    case 'Ellipsis':
      return Ellipsis;
    default:
      return bool(c.t === 'True');
  }
}

/** The value of an expression; new reference. */
export function evaluate(source: string): PyObject {
  return evaluateTree((parse(source, '<test>', 'eval') as { body: Expr }).body);
}

function evaluateTree(e: Expr): PyObject {
  switch (e.kind) {
    case 'Constant':
      return constant(e.value);
    case 'Name':
      return incref(names.get(e.id)!);
    case 'BinOp':
      return using([e.left, e.right], ([a, b]) => BINARY[e.op](a, b));
    case 'UnaryOp':
      return using([e.operand], ([a]) =>
        e.op === 'USub' ? number.negative(a) : e.op === 'UAdd' ? number.positive(a) : number.invert(a),
      );
    case 'Compare':
      return using([e.left, e.comparators[0]], ([a, b]) => COMPARE[e.ops[0]](a, b));
    case 'Tuple':
      return newTuple(e.elts.map(evaluateTree));
    case 'List':
      return newList(e.elts.map(evaluateTree));
    case 'Dict': {
      const d = newDict();
      e.keys.forEach((k, i) => using([k, e.values[i]], ([key, value]) => (setitem(d, key, value), None)));
      return d;
    }
    case 'Attribute':
      return using([e.value], ([o]) => getattrStr(o, e.attr));
    case 'Subscript':
      return using([e.value, e.slice], ([o, key]) => getitem(o, key));
    case 'Slice':
      return using([e.lower, e.upper, e.step], ([a, b, c]) => newSlice(a, b, c));
    case 'Call': {
      const kwnames = e.keywords.map(k => newStr(k.arg!));
      try {
        return using([e.func, ...e.args, ...e.keywords.map(k => k.value)], ([f, ...args]) =>
          call(f, args, kwnames.length > 0 ? kwnames : null),
        );
      } finally {
        kwnames.forEach(decref);
      }
    }
    default:
      throw new Error(`no evaluation of ${e.kind}`);
  }
}

/** Evaluates parts (None for a missing one), computes with them, releases them. */
function using(parts: (Expr | null)[], work: (objects: PyObject[]) => PyObject): PyObject {
  const objects: PyObject[] = [];
  try {
    for (const part of parts) objects.push(part === null ? None : evaluateTree(part));
    return work(objects);
  } finally {
    objects.forEach(decref);
  }
}
