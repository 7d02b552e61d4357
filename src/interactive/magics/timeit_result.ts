/** What `%timeit -o` answers (IPython.core.magics.execution.TimeitResult). */
import { TypeBody, type PyObject } from '../../heap/object.ts';
import { free } from '../../heap/pymalloc.ts';
import { defineType } from '../../objects/define.ts';
import { newFloat } from '../../objects/float.ts';
import { newInt } from '../../objects/int.ts';
import { newList } from '../../objects/list.ts';
import { atomNew } from '../../objects/object.ts';
import { newStr } from '../../objects/str.ts';
import { average, deviation, timeitText } from './time_text.ts';

interface Timings {
  /** Seconds a loop, one entry a run. */
  runs: number[];
  loops: number;
  precision: number;
}

const T_TIMEIT_RESULT = new TypeBody('IPython.core.magics.execution.TimeitResult');

export function newTimeitResult(runs: number[], loops: number, precision: number): PyObject {
  if (T_TIMEIT_RESULT.mro.length === 0) initTimeitResult();
  return atomNew<Timings>(T_TIMEIT_RESULT, { runs, loops, precision });
}

function initTimeitResult(): void {
  type R = PyObject<Timings>;
  const text = ({ v }: R): string => timeitText(v.runs, v.loops, v.precision);
  defineType(T_TIMEIT_RESULT, {
    basicsize: 48,
    slots: {
      tp_dealloc: o => free(o.addr),
      tp_repr: o => newStr(`<TimeitResult : ${text(o)}>`),
      tp_str: o => newStr(text(o)),
    },
    getset: [
      ['loops', (o: R) => newInt(o.v.loops), null, 'number of loops done per measurement'],
      ['repeat', (o: R) => newInt(o.v.runs.length), null, 'number of times the measurement has been repeated'],
      ['best', (o: R) => newFloat(Math.min(...o.v.runs)), null, 'best execution time / number'],
      ['worst', (o: R) => newFloat(Math.max(...o.v.runs)), null, 'worst execution time / number'],
      ['average', (o: R) => newFloat(average(o.v.runs)), null],
      ['stdev', (o: R) => newFloat(deviation(o.v.runs)), null],
      ['timings', (o: R) => newList(o.v.runs.map(newFloat)), null],
      ['all_runs', (o: R) => newList(o.v.runs.map(s => newFloat(s * o.v.loops))), null],
      ['compile_time', () => newFloat(0), null],
    ],
  });
}
