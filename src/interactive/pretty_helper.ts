/** The object that `_repr_pretty_(self, p, cycle)` gets: text, pretty, breakable, break_, begin_group, end_group. */
import { TypeBody, type PyObject } from '../heap/object.ts';
import { incref } from '../heap/refcount.ts';
import { defineType } from '../objects/define.ts';
import { atomNew } from '../objects/object.ts';
import { None } from '../objects/singletons.ts';
import { free } from '../heap/pymalloc.ts';
import { asSsize } from '../protocols/number.ts';
import { strString } from '../protocols/object.ts';
import type { RepresentationPrinter } from './pretty.ts';

export const T_PRETTY = new TypeBody('IPython.lib.pretty.RepresentationPrinter');

/** A Python object around a printer; new reference. */
export function prettyHelper(p: RepresentationPrinter): PyObject {
  if (T_PRETTY.mro.length === 0) initPrettyHelper();
  return atomNew(T_PRETTY, p);
}

const none = (): PyObject => incref(None);
const textOf = (o: PyObject | undefined, fallback: string): string => (o === undefined ? fallback : strString(o));
const numberOf = (o: PyObject | undefined): number => (o === undefined ? 0 : asSsize(o, null));

function initPrettyHelper(): void {
  type P = PyObject<RepresentationPrinter>;
  defineType(T_PRETTY, {
    basicsize: 48,
    slots: { tp_dealloc: o => free(o.addr) },
    methods: [
      ['text', (p: P, s) => (p.v.text(strString(s)), none()), '($self, obj, /)', 'Add literal text to the output.'],
      ['pretty', (p: P, o) => (p.v.pretty(o), none()), '($self, obj, /)', 'Pretty print the given object.'],
      [
        'breakable',
        (p: P, s?) => (p.v.breakable(textOf(s, ' ')), none()),
        "($self, sep=' ', /)",
        'Add a breakable separator.',
      ],
      ['break_', (p: P) => (p.v.newline(), none()), '($self, /)', 'Explicitly insert a newline.'],
      [
        'begin_group',
        (p: P, n?, s?) => (p.v.beginGroup(numberOf(n), textOf(s, '')), none()),
        "($self, indent=0, open='')",
        'Begin a group.',
      ],
      [
        'end_group',
        (p: P, n?, s?) => (p.v.endGroup(numberOf(n), textOf(s, '')), none()),
        "($self, dedent=0, close='')",
        'End a group.',
      ],
    ],
  });
}
