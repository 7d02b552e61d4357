/** groupby and the iterator over one group (Modules/itertoolsmodule.c). */
import { TypeBody, type PyContainer, type PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { typeError } from '../../exceptions/raise.ts';
import { call1 } from '../../protocols/call.ts';
import { eq } from '../../protocols/compare.ts';
import { getIter } from '../../protocols/iterator.ts';
import { gcNew } from '../../objects/object.ts';
import { None } from '../../objects/singletons.ts';
import { newTuple } from '../../objects/tuple.ts';
import { defineIterator } from './define.ts';

export const T_GROUPBY = new TypeBody('itertools.groupby');
export const T_GROUPER = new TypeBody('itertools._grouper');

class GroupbyBody {
  targetKey: PyObject | null = null;
  currentKey: PyObject | null = null;
  currentValue: PyObject | null = null;
  /** The group handed out last; an older one is exhausted. Not owned. */
  currentGrouper: PyObject | null = null;
  constructor(
    public it: PyObject,
    public keyfunc: PyObject,
  ) {}
}

class GrouperBody {
  constructor(
    public parent: PyContainer<GroupbyBody>,
    public targetKey: PyObject,
    public self: PyObject | null,
  ) {}
}

function makeGroupby([iterable, key]: (PyObject | undefined)[]): GroupbyBody {
  return new GroupbyBody(getIter(iterable!), incref(key ?? None));
}

/** groupby_step: false at the end of the input. */
function step(b: GroupbyBody): boolean {
  const value = b.it.type.tp_iternext!(b.it);
  if (value === null) return false;
  let key: PyObject;
  if (b.keyfunc === None) key = incref(value);
  else {
    try {
      key = call1(b.keyfunc, value);
    } catch (e) {
      decref(value);
      throw e;
    }
  }
  const { currentValue, currentKey } = b;
  b.currentValue = value;
  b.currentKey = key;
  if (currentValue !== null) decref(currentValue);
  if (currentKey !== null) decref(currentKey);
  return true;
}

function same(a: PyObject, b: PyObject): boolean {
  return a === b || eq(a, b);
}

function nextGroupby(o: PyContainer<GroupbyBody>): PyObject | null {
  const b = o.v;
  b.currentGrouper = null;
  // Skip to where the key changes.
  for (;;) {
    if (b.currentKey !== null && (b.targetKey === null || !same(b.targetKey, b.currentKey))) break;
    if (!step(b)) return null;
  }
  const key = b.currentKey!;
  const old = b.targetKey;
  b.targetKey = incref(key);
  if (old !== null) decref(old);
  const body = new GrouperBody(incref(o), incref(b.targetKey), null);
  const grouper = gcNew(T_GROUPER, body);
  body.self = grouper;
  b.currentGrouper = grouper;
  return newTuple([incref(key), grouper]);
}

function nextGrouper(g: GrouperBody): PyObject | null {
  const b = g.parent.v;
  if (b.currentGrouper !== g.self) return null;
  if (b.currentValue === null && !step(b)) return null;
  if (!same(g.targetKey, b.currentKey!)) return null;
  const value = b.currentValue!;
  b.currentValue = null;
  const key = b.currentKey!;
  b.currentKey = null;
  decref(key);
  return value;
}

export function initGroupby(): void {
  defineIterator<GroupbyBody>(T_GROUPBY, {
    doc: 'Pairs of a key and an iterator over the consecutive items that have it.',
    basicsize: 72,
    signature: '(iterable, key=None)',
    make: makeGroupby,
    next: () => null,
    owned: b => [b.it, b.keyfunc, b.targetKey, b.currentKey, b.currentValue],
    slots: { tp_iternext: o => nextGroupby(o as PyContainer<GroupbyBody>) },
  });
  defineIterator<GrouperBody>(T_GROUPER, {
    doc: '',
    basicsize: 32,
    make: () => typeError('a group is made by groupby()'),
    next: nextGrouper,
    owned: b => [b.parent, b.targetKey],
  });
}
