/** Code objects (Objects/codeobject.c). There is no bytecode: `unit` makes JavaScript, `generated` is it. */
import { isImmortal, PyAtom, TypeBody, type PyContainer, type PyObject, type Visit } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { born } from '../heap/audit.ts';
import { young } from '../heap/generations.ts';
import { free, idOf, malloc } from '../heap/pymalloc.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import { clearWeakRefs } from '../heap/weakrefs.ts';
import { pointerHash } from '../text/hash.ts';
import { constantKey, type CodeUnit, type Generated } from '../compile/index.ts';
import type { Constant } from '../syntax/ast.ts';
import { newBytes } from './bytes.ts';
import { code_replace } from './code_replace.ts';
import { newComplex } from './complex_arith.ts';
import { defineType } from './define.ts';
import { newFloat, newFloatApart } from './float.ts';
import { newInt } from './int.ts';
import { newFrozenSet, setEntries } from './set.ts';
import { bool, Ellipsis, False, None, NotImplemented, True } from './singletons.ts';
import { intern, newStr } from './str.ts';
import { hexAddress } from './text.ts';
import { isTuple, newTuple, newTupleApart, tuple_maybeUntrack, tupleFromBorrowed, type PyTuple } from './tuple.ts';

/** A code object bound to one globals dict: its JavaScript function with the caches in its closure. */
export interface CodeInstance {
  globals: PyContainer;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  js: (...args: any[]) => PyObject | null;
}

/**
 * What holds the constants of a program while its source runs: CPython keeps the tree that the compiler worked on until then, and the
 * tree owns a reference to each value, two to bytes.
 */
export class Arena {
  private held: PyObject[] | null = [];

  hold(o: PyObject, times: number): void {
    if (this.held === null) return;
    for (let i = 0; i < times; i++) {
      o.rc++;
      this.held.push(o);
    }
  }

  /** The tree goes. */
  free(): void {
    const { held } = this;
    this.held = null;
    if (held !== null) for (const o of held) decref(o);
  }

  objects(): PyObject[] {
    return this.held ?? [];
  }
}

/**
 * The constants of one program: equal ones are one object (c_const_cache and merge_consts_recursive in Python/compile.c). The code
 * objects own them; here they are only looked up.
 */
export class ConstantPool {
  private readonly known = new Map<string, PyObject>();
  /** Set while the program's source runs. */
  arena: Arena | null = null;
  /** The constants of a function or class body are being made, at its first call: long after CPython did, so free lists are not touched. */
  late = false;

  /** The object of a constant, a new reference. */
  object(c: Constant): PyObject {
    const key = constantKey(c);
    const old = this.known.get(key);
    if (old !== undefined && old.rc > 0) return incref(old);
    const o = this.make(c);
    this.known.set(key, o);
    if (this.arena !== null && !isImmortal(o)) this.arena.hold(o, c.t === 'bytes' ? 2 : 1);
    return o;
  }

  /** A tuple for constants; consumes the items. */
  tuple(items: PyObject[]): PyTuple {
    return this.late ? newTupleApart(items) : newTuple(items);
  }

  private make(c: Constant): PyObject {
    if (c.t === 'tuple') return this.tuple(c.v.map(item => this.object(item)));
    if (c.t === 'float' && this.late) return newFloatApart(c.v);
    if (c.t !== 'frozenset') return constantObject(c);
    // The compiler makes it, then makes it again of its items in their order (merge_consts_recursive).
    const items = newTuple(c.v.map(item => this.object(item)));
    const first = newFrozenSet(items);
    decref(items);
    const again = tupleFromBorrowed(setEntries(first));
    decref(first);
    const set = newFrozenSet(again);
    decref(again);
    return set;
  }
}

export class CodeBody {
  /** The tables of the generated code; null until it first runs. */
  generated: Generated | null = null;
  /** co_consts, owned; made with `generated`. */
  consts: PyTuple | null = null;
  /** Names of co_names as str objects (interned, so not counted). */
  names: PyObject<string>[] = [];
  instance: CodeInstance | null = null;
  /** For module code run with separate locals: the same three of that form. */
  mapped: CodeBody | null = null;
  /** Shared by all code objects of the program. */
  pool = new ConstantPool();
  readonly filename: PyObject<string>;
  readonly name: PyObject<string>;
  readonly qualname: PyObject<string>;

  constructor(readonly unit: CodeUnit) {
    this.filename = intern(unit.filename);
    this.name = intern(unit.name);
    this.qualname = intern(unit.qualname);
  }
}

export type PyCode = PyAtom<CodeBody>;

export const T_CODE = new TypeBody('code');

/** The code object of a unit. */
export function newCode(unit: CodeUnit): PyCode {
  const o = new PyAtom(1, T_CODE, malloc(192 + 24), new CodeBody(unit), 0);
  born(o);
  return o;
}

/** Generates the code's JavaScript and makes its constants, unless that was done before. */
export function generate(code: PyCode): Generated {
  const body = code.v;
  if (body.generated === null) fill(body, body.unit.generate());
  return body.generated!;
}

/**
 * Code is generated when it first runs, and its constants are made then. In CPython they have been there since the
 * program was compiled: so they are not counted as allocations now, and the tuples among them are not tracked.
 */
function fill(body: CodeBody, generated: Generated): void {
  body.generated = generated;
  body.names = generated.names.map(intern);
  const { count } = young;
  body.pool.late = body.unit.kind !== 'module';
  body.consts = body.pool.tuple(
    generated.consts.map(c => {
      if (c.t !== 'code') return body.pool.object(c);
      const code = newCode(c.v);
      code.v.pool = body.pool;
      return code;
    }),
  );
  body.pool.late = false;
  young.count = count;
  untrackTuples(body.consts);
}

/** What collections since the compilation would have done (untrack_tuples). */
function untrackTuples(tuple: PyTuple): void {
  for (const item of tuple.v) if (isTuple(item)) untrackTuples(item);
  tuple_maybeUntrack(tuple);
}

/** The form of module code that keeps its names in a mapping; its tables hang on the code object. */
export function generateMapped(code: PyCode): CodeBody {
  const body = code.v;
  if (body.mapped === null) {
    body.mapped = new CodeBody(body.unit);
    body.mapped.pool = body.pool;
    fill(body.mapped, body.unit.generateMapped());
  }
  return body.mapped;
}

/** The object of a plain constant, a new reference. Strings that look like names are interned (intern_string_constants). */
function constantObject(c: Exclude<Constant, { t: 'tuple' } | { t: 'frozenset' }>): PyObject {
  switch (c.t) {
    case 'None':
      return None;
    case 'True':
      return True;
    case 'False':
      return False;
    case 'Ellipsis':
      return Ellipsis;
    case 'int':
      return newInt(c.v);
    case 'float':
      return newFloat(c.v);
    case 'complex':
      return newComplex(c.re, c.im);
    case 'str':
      return /^[A-Za-z0-9_]*$/.test(c.v) ? intern(c.v) : newStr(c.v);
    case 'bytes':
      return newBytes(c.v);
  }
}

function code_dealloc(o: PyObject): void {
  clearWeakRefs(o as PyContainer);
  const body = (o as PyCode).v;
  xdecref(body.consts);
  if (body.mapped !== null) xdecref(body.mapped.consts);
  free(o.addr);
}

function code_traverse(o: PyObject, visit: Visit): void {
  const body = (o as PyCode).v;
  if (body.consts !== null) visit(body.consts, 'co_consts');
  if (body.mapped !== null && body.mapped.consts !== null) visit(body.mapped.consts, null);
}

function code_repr(o: PyObject): PyObject {
  const { name, filename, unit } = (o as PyCode).v;
  return newStr(`<code object ${name.v} at ${hexAddress(o)}, file "${filename.v}", line ${unit.firstlineno}>`);
}

function code_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if ((op !== Py_EQ && op !== Py_NE) || a.type !== T_CODE || b.type !== T_CODE) return NotImplemented;
  const same = a === b || (a as PyCode).v.unit === (b as PyCode).v.unit;
  return bool(same === (op === Py_EQ));
}

function code_hash(o: PyObject): void {
  pointerHash(idOf(o));
}

/** A tuple of names. */
function names(list: readonly string[]): PyObject {
  return newTuple(list.map(intern));
}

function position(o: PyObject, index: number): number[] {
  const table = generate(o as PyCode).positions;
  return table.slice(index * 4, index * 4 + 4);
}

/** Line of a position index; the code's first line for index 0. */
export function lineOf(code: PyCode, index: number): number {
  if (index <= 0) return code.v.unit.firstlineno;
  return generate(code).positions[index * 4];
}

/** Line, end line, column and end column (UTF-16 units) of a position index, or null. */
export function positionOf(code: PyCode, index: number): [number, number, number, number] | null {
  if (index <= 0) return null;
  return position(code, index) as [number, number, number, number];
}

function co_positions(o: PyObject): PyObject {
  const { positions } = generate(o as PyCode);
  const rows: PyObject[] = [];
  for (let i = 4; i < positions.length; i += 4) rows.push(newTuple(positions.slice(i, i + 4).map(newInt)));
  const tuple = newTuple(rows);
  const it = tuple.type.tp_iter!(tuple);
  decref(tuple);
  return it;
}

function co_lines(o: PyObject): PyObject {
  const { positions } = generate(o as PyCode);
  const rows: PyObject[] = [];
  for (let i = 4; i < positions.length; i += 4) {
    const at = i / 4;
    rows.push(newTuple([newInt(at * 2), newInt(at * 2 + 2), newInt(positions[i])]));
  }
  const tuple = newTuple(rows);
  const it = tuple.type.tp_iter!(tuple);
  decref(tuple);
  return it;
}

type Getter = (o: PyObject) => PyObject;
const int =
  (get: (body: CodeBody) => number): Getter =>
  o =>
    newInt(get(o.v as CodeBody));

export function initCode(): void {
  defineType(T_CODE, {
    basicsize: 192,
    itemsize: 2,
    weakrefs: 144,
    doc: 'Create a code object.  Not for the faint of heart.',
    slots: {
      tp_dealloc: code_dealloc,
      tp_traverse: code_traverse,
      tp_repr: code_repr,
      tp_richcompare: code_richcompare,
      tp_hash: code_hash,
    },
    methods: [
      ['replace', code_replace, '($self, /, **kwargs)'],
      ['co_lines', co_lines, '!($self)'],
      ['co_positions', co_positions, '!($self)'],
    ],
    members: [
      ['co_argcount', int(b => b.unit.argcount), null],
      ['co_posonlyargcount', int(b => b.unit.posonlyargcount), null],
      ['co_kwonlyargcount', int(b => b.unit.kwonlyargcount), null],
      ['co_stacksize', o => newInt(generate(o as PyCode).stacksize), null],
      ['co_flags', int(b => b.unit.flags), null],
      ['co_nlocals', o => newInt(generate(o as PyCode).varnames.length), null],
      ['co_consts', o => (generate(o as PyCode), incref(o.v.consts)), null],
      ['co_names', o => names(generate(o as PyCode).names), null],
      ['co_filename', o => incref(o.v.filename), null],
      ['co_name', o => incref(o.v.name), null],
      ['co_qualname', o => incref(o.v.qualname), null],
      ['co_firstlineno', int(b => b.unit.firstlineno), null],
      ['co_linetable', () => newBytes(new Uint8Array(0)), null],
      ['co_exceptiontable', () => newBytes(new Uint8Array(0)), null],
    ],
    getset: [
      ['co_varnames', o => names(generate(o as PyCode).varnames), null],
      ['co_cellvars', o => names((o.v as CodeBody).unit.cellvars), null],
      ['co_freevars', o => names((o.v as CodeBody).unit.freevars), null],
      ['co_code', () => newBytes(new Uint8Array(0)), null],
    ],
  });
}
