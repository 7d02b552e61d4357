/** Iterators of str: `str_ascii_iterator` for ASCII text, `str_iterator` for any other (unicodeobject.c). */
import type { PyContainer } from '../heap/object.ts';
import { TPFLAGS_HAVE_GC, TypeBody, type PyObject, type Visit } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { codePointCount, unitOffset } from '../text/code_points.ts';
import { asSsize } from '../protocols/number.ts';
import { defineType, type MethodRow } from './define.ts';
import { newIntNumber } from './int.ts';
import { gcNew } from './object.ts';
import { builtinNamed } from './builtin_named.ts';
import { None } from './singletons.ts';
import { EMPTY_STR, LATIN1, newStrKind, strKind } from './str.ts';
import { newTuple } from './tuple.ts';

/** `seq` becomes null when the iterator is exhausted; `index` counts UTF-16 units. */
export class StrIter {
  index = 0;
  constructor(public seq: PyObject<string> | null) {}
}

export const T_STR_ASCII_ITER = new TypeBody('str_ascii_iterator');
export const T_STR_ITER = new TypeBody('str_iterator');

export function str_iter(o: PyObject): PyObject {
  return gcNew(strKind(o) === 0 ? T_STR_ASCII_ITER : T_STR_ITER, new StrIter(incref(o)));
}

export function str_iter_next(it: PyObject): PyObject | null {
  const body: StrIter = it.v;
  const seq = body.seq;
  if (seq === null) return null;
  const s = seq.v;
  const i = body.index;
  if (i >= s.length) {
    body.seq = null;
    decref(seq);
    return null;
  }
  const c = s.charCodeAt(i);
  body.index = i + 1;
  if (c < 256) return LATIN1[c];
  if ((c & 0xfc00) === 0xd800 && i + 1 < s.length && (s.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
    body.index = i + 2;
    return newStrKind(s.slice(i, i + 2), 4, 1);
  }
  return newStrKind(s[i], 2);
}

function str_iter_dealloc(it: PyObject): void {
  untrack(it as PyContainer);
  const body: StrIter = it.v;
  if (body.seq !== null) decref(body.seq);
  gcFree(it as PyContainer);
}

function str_iter_traverse(it: PyContainer<StrIter>, visit: Visit): void {
  if (it.v.seq !== null) visit(it.v.seq, 'seq');
}

function str_iter_len(it: PyObject): PyObject {
  const body: StrIter = it.v;
  return newIntNumber(body.seq === null ? 0 : codePointCount(body.seq.v.slice(body.index)));
}

function str_iter_reduce(it: PyObject): PyObject {
  const body: StrIter = it.v;
  const iter = builtinNamed('iter');
  if (body.seq === null) return newTuple([iter, newTuple([EMPTY_STR])]);
  const index = codePointCount(body.seq.v.slice(0, body.index));
  return newTuple([iter, newTuple([incref(body.seq)]), newIntNumber(index)]);
}

function str_iter_setstate(it: PyObject, state: PyObject): PyObject {
  const index = asSsize(state, null);
  const body: StrIter = it.v;
  if (body.seq !== null) body.index = index < 0 ? 0 : unitOffset(body.seq.v, index);
  return None;
}

export function initStrIter(): void {
  const methods: MethodRow[] = [
    ['__length_hint__', str_iter_len, '!($self)', 'An estimate of how many items are left.'],
    ['__reduce__', str_iter_reduce, '!($self)', 'State for pickling.'],
    ['__setstate__', str_iter_setstate, '!($self, state, /)', 'Takes state from unpickling.'],
  ];
  for (const type of [T_STR_ASCII_ITER, T_STR_ITER])
    defineType(type, {
      flags: TPFLAGS_HAVE_GC,
      basicsize: 32,
      slots: {
        tp_dealloc: str_iter_dealloc,
        tp_traverse: str_iter_traverse,
        tp_iter: incref,
        tp_iternext: str_iter_next,
      },
      methods: methods.slice(),
    });
}
