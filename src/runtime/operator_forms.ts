/**
 * The forms of a binary helper, each a JavaScript function with a text of its own: V8 collects its feedback by text, and one closure
 * shared by all operators is megamorphic in every one of them (measured: nbody 1.6 times slower).
 */
import type { PyObject } from '../heap/object.ts';
import { dealloc, decref } from '../heap/refcount.ts';
import { T_DICT } from '../objects/dict.ts';
import { newFloat, T_FLOAT } from '../objects/float.ts';
import { newIntNumber, T_INT } from '../objects/int.ts';
import { T_LIST } from '../objects/list.ts';
import { T_STR } from '../objects/str.ts';
import { tstate } from '../objects/thread_state.ts';
import { T_TUPLE } from '../objects/tuple.ts';

export type Binary = (a: PyObject, b: PyObject) => PyObject;
export type BinaryTest = (a: PyObject, b: PyObject) => boolean;
/** A form: null when it raised. */
export type Form = (a: PyObject, b: PyObject) => PyObject | boolean | null;

const FORMS = ['BB', 'OB', 'BO', 'OO'];
const SCOPE = { S: tstate, dealloc, decref, newFloat, newIntNumber, T_DICT, T_FLOAT, T_INT, T_LIST, T_STR, T_TUPLE };

/**
 * The four forms of `f` by name; each answers null when `f` raises, with the exception in `tstate.raised`. `fast` is JavaScript that
 * sets `r` where it knows the operands `a` and `b` and can run no other code; everything else goes to `f` with both operands held.
 * Owned operands are released left before right.
 */
function makeForms(name: string, f: Binary | BinaryTest, fast: string, scope: object = {}): Record<string, Form> {
  const functions = FORMS.map(form => {
    const [a, b] = form;
    const release =
      (a === 'O' ? 'if (--a.rc === 0) dealloc(a); ' : '') + (b === 'O' ? 'if (--b.rc === 0) dealloc(b); ' : '');
    const hold = (a === 'B' ? '++a.rc; ' : '') + (b === 'B' ? '++b.rc; ' : '');
    return `${name}_${form}(a, b) {
      let r;
      ${fast}
      if (r !== undefined) { ${release}return r; }
      ${hold}
      try { r = f(a, b); } catch (e) { decref(a); decref(b); S.raised = e; return null; }
      if (--a.rc === 0) dealloc(a);
      if (--b.rc === 0) dealloc(b);
      return r;
    }`;
  });
  const all = { ...SCOPE, ...scope };
  const names = Object.keys(all).join(', ');
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const make = new Function(
    'f',
    'scope',
    `'use strict'; const { ${names} } = scope; return { ${functions.join(',\n')} };`,
  );
  return make(f, all) as Record<string, Form>;
}

export function binaryForms(name: string, f: Binary, fast = '', scope: object = {}): Record<string, Form> {
  return makeForms(name, f, fast, scope);
}

/** Forms that answer a JavaScript boolean. */
export function testForms(name: string, f: BinaryTest, fast = '', scope: object = {}): Record<string, Form> {
  return makeForms(name, f, fast, scope);
}

/** `fast` text for two floats, or a float and an int. */
export function floatPath(sign: string): string {
  return `
    if (a.type === T_FLOAT) {
      if (b.type === T_FLOAT) r = newFloat(a.v ${sign} b.v);
      else if (b.type === T_INT && typeof b.v === 'number') r = newFloat(a.v ${sign} b.v);
    } else if (b.type === T_FLOAT && a.type === T_INT && typeof a.v === 'number') r = newFloat(a.v ${sign} b.v);`;
}

/** `fast` text for / where nothing is divided by zero. */
export const DIVIDE_PATH = `
    if (a.type === T_FLOAT) {
      if (b.type === T_FLOAT) { if (b.v !== 0) r = newFloat(a.v / b.v); }
      else if (b.type === T_INT && b.v !== 0 && typeof b.v === 'number') r = newFloat(a.v / b.v);
    } else if (a.type === T_INT && typeof a.v === 'number') {
      if (b.type === T_INT) { if (b.v !== 0 && typeof b.v === 'number') r = newFloat(a.v / b.v); }
      else if (b.type === T_FLOAT && b.v !== 0) r = newFloat(a.v / b.v);
    }`;

/** `fast` text for an operation on two safe integers, whose result is one. */
export function intPath(condition: string, result: string): string {
  return `
    if (a.type === T_INT && b.type === T_INT) {
      const x = a.v, y = b.v;
      if (typeof x === 'number' && typeof y === 'number' && ${condition}) r = newIntNumber(${result});
    }`;
}

/** `fast` text for `divide` of two floats, or a float and an int, where nothing is divided by zero. */
export function floatsPath(divide: string): string {
  return `
    else if ((a.type === T_FLOAT && (b.type === T_FLOAT || b.type === T_INT)) || (a.type === T_INT && b.type === T_FLOAT)) {
      const x = a.v, y = b.v;
      if (typeof x === 'number' && typeof y === 'number' && y !== 0) r = newFloat(${divide}(x, y));
    }`;
}

/** `fast` text for ** where the result is a finite float or a small int. */
export const POWER_PATH = `
    if (a.type === T_FLOAT) {
      if ((b.type === T_FLOAT || (b.type === T_INT && typeof b.v === 'number')) && a.v > 0) {
        const x = pow(a.v, b.v);
        if (x < Infinity) r = newFloat(x);
      }
    } else if (a.type === T_INT && b.type === T_INT && typeof a.v === 'number' && (b.v === 2 || b.v === 3)) {
      const x = b.v === 2 ? a.v * a.v : a.v * a.v * a.v;
      if (x < 9007199254740992 && x > -9007199254740992) r = newIntNumber(x);
    }`;

/** `fast` text for list[int] and tuple[int] within range, dict[str] and dict[int]. */
export const ITEM_PATH = `
    if (b.type === T_INT && typeof b.v === 'number' && (a.type === T_LIST || a.type === T_TUPLE)) {
      const items = a.v, n = b.v;
      const item = items[n < 0 ? n + items.length : n];
      if (item !== undefined) { ++item.rc; r = item; }
      else { r = null; missingItem(a); }
    } else if (a.type === T_DICT && (b.type === T_STR || b.type === T_INT) && a.v.table === null) {
      r = dict_getitem(a, b);
      if (r !== null) ++r.rc;
      else missingKey(b);
    }`;

/** `fast` text for ordering numbers. */
export function orderPath(sign: string): string {
  return `
    if (a.type === T_FLOAT) { if (b.type === T_FLOAT || b.type === T_INT) r = a.v ${sign} b.v; }
    else if (a.type === T_INT) { if (b.type === T_INT || b.type === T_FLOAT) r = a.v ${sign} b.v; }`;
}

/** `fast` text for equality of exact strings, floats and ints. */
export function equalPath(sign: string): string {
  return `
    if (a.type === b.type && (a.type === T_STR || a.type === T_INT || a.type === T_FLOAT)) r = a.v ${sign} b.v;`;
}
