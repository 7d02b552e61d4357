/** count, cycle and repeat (Modules/itertoolsmodule.c). */
import { TypeBody, type PyContainer, type PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { typeError } from '../../exceptions/raise.ts';
import { getIter, iterNext } from '../../protocols/iterator.ts';
import { add } from '../../protocols/number.ts';
import { reprString } from '../../protocols/object.ts';
import { newInt, newIntNumber, T_INT } from '../../objects/int.ts';
import { list_appendBorrowed, newList, type PyList } from '../../objects/list.ts';
import { ssizeArgument } from '../../objects/sequence_index.ts';
import { newStr } from '../../objects/str.ts';
import { defineIterator, expectArguments } from './define.ts';

export const T_COUNT = new TypeBody('itertools.count');
export const T_CYCLE = new TypeBody('itertools.cycle');
export const T_REPEAT = new TypeBody('itertools.repeat');

/** Counts with a number while the step is 1 and the count a safe integer (`object` null), else with `+`. */
class CountBody {
  constructor(
    public count: number,
    public object: PyObject | null,
    public step: PyObject,
  ) {}
}

function isNumber(o: PyObject): boolean {
  const type = o.type;
  return type.nb_index !== null || type.nb_int !== null || type.nb_float !== null || type.name === 'complex';
}

function makeCount([start, step]: (PyObject | undefined)[]): CountBody {
  if ((start !== undefined && !isNumber(start)) || (step !== undefined && !isNumber(step)))
    typeError('a number is required');
  const by = step === undefined ? newIntNumber(1) : incref(step);
  if (by.type === T_INT && by.v === 1) {
    if (start === undefined) return new CountBody(0, null, by);
    if (start.type === T_INT && typeof start.v === 'number') return new CountBody(start.v, null, by);
  }
  return new CountBody(0, start === undefined ? newIntNumber(0) : incref(start), by);
}

function nextCount(body: CountBody): PyObject {
  if (body.object === null) {
    const n = body.count;
    if (n < 9007199254740991) body.count = n + 1;
    else body.object = newInt(BigInt(n) + 1n);
    return newIntNumber(n);
  }
  const value = body.object;
  body.object = add(value, body.step);
  return value;
}

function count_repr(o: PyObject): PyObject {
  const { count, object, step } = o.v as CountBody;
  const at = object === null ? String(count) : reprString(object);
  if (step.type === T_INT && step.v === 1) return newStr(`count(${at})`);
  return newStr(`count(${at}, ${reprString(step)})`);
}

class CycleBody {
  /** Position in `saved` on later rounds; -1 on the first. */
  index = -1;
  constructor(
    public it: PyObject | null,
    public saved: PyList,
  ) {}
}

function makeCycle(args: PyObject[]): CycleBody {
  expectArguments('cycle', args, 1);
  const it = getIter(args[0]);
  return new CycleBody(it, newList([]));
}

function nextCycle(body: CycleBody): PyObject | null {
  if (body.index < 0) {
    const it = body.it;
    if (it === null) return null;
    const item = iterNext(it);
    if (item !== null) {
      list_appendBorrowed(body.saved, item);
      return item;
    }
    body.it = null;
    decref(it);
    body.index = 0;
  }
  const items = body.saved.v;
  if (items.length === 0) return null;
  const item = items[body.index];
  if (++body.index >= items.length) body.index = 0;
  return incref(item);
}

/** `count` below 0: for ever. */
class RepeatBody {
  constructor(
    public element: PyObject,
    public count: number,
  ) {}
}

function makeRepeat([object, times]: (PyObject | undefined)[]): RepeatBody {
  const count = times === undefined ? -1 : Math.max(0, ssizeArgument(times));
  return new RepeatBody(incref(object!), count);
}

function nextRepeat(body: RepeatBody): PyObject | null {
  if (body.count === 0) return null;
  if (body.count > 0) body.count--;
  return incref(body.element);
}

function repeat_repr(o: PyObject): PyObject {
  const { element, count } = o.v as RepeatBody;
  return newStr(count < 0 ? `repeat(${reprString(element)})` : `repeat(${reprString(element)}, ${count})`);
}

function repeat_len(self: PyContainer<RepeatBody>): PyObject {
  if (self.v.count < 0) typeError('len() of unsized object');
  return newInt(self.v.count);
}

export function initInfinite(): void {
  defineIterator<CountBody>(T_COUNT, {
    doc: 'start, start + step, start + 2 * step, ...',
    basicsize: 40,
    signature: '(start=0, step=1)',
    make: makeCount,
    next: nextCount,
    owned: b => [b.object, b.step],
    slots: { tp_repr: count_repr },
  });
  defineIterator<CycleBody>(T_CYCLE, {
    doc: 'The items of the iterable again and again.',
    basicsize: 48,
    make: makeCycle,
    next: nextCycle,
    owned: b => [b.it, b.saved],
  });
  defineIterator<RepeatBody>(T_REPEAT, {
    doc: 'repeat(object [,times]) -> the object, a number of times or for ever',
    basicsize: 32,
    signature: '(object, times=None)',
    make: makeRepeat,
    next: nextRepeat,
    owned: b => [b.element],
    slots: { tp_repr: repeat_repr },
    methods: [['__length_hint__', repeat_len, '!($self, /)', 'Private method returning an estimate of len(list(it)).']],
  });
}
