/** The _string module (Objects/unicodeobject.c): what string.Formatter needs of str.format's parser. */
import type { PyContainer } from '../heap/object.ts';
import { TPFLAGS_HAVE_GC, TypeBody, type PyObject } from '../heap/object.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { incref } from '../heap/refcount.ts';
import type { FieldAccessIterator } from '../text/str_format.ts';
import { MarkupIterator, splitFieldName } from '../text/str_format.ts';
import { typeError } from '../exceptions/raise.ts';
import { fromAlgorithm } from '../objects/algorithm.ts';
import { defineType } from '../objects/define.ts';
import { newInt } from '../objects/int.ts';
import { defineModule, type PyModule } from '../objects/module.ts';
import { gcNew } from '../objects/object.ts';
import { bool, None } from '../objects/singletons.ts';
import { isStr, newStr } from '../objects/str.ts';
import { newTuple } from '../objects/tuple.ts';

const T_FORMATTER_ITERATOR = new TypeBody('formatteriterator');
const T_FIELDNAME_ITERATOR = new TypeBody('fieldnameiterator');

function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (e) {
    throw fromAlgorithm(e);
  }
}

/** (literal, field name, format spec, conversion), with None for what is not there. */
function formatter_next(it: PyObject): PyObject | null {
  const piece = guard(() => (it.v as MarkupIterator).next());
  if (piece === null) return null;
  const { literal, fieldName, formatSpec, conversion } = piece;
  if (fieldName === null) return newTuple([newStr(literal), None, None, None]);
  return newTuple([
    newStr(literal),
    newStr(fieldName),
    newStr(formatSpec),
    conversion === '' ? None : newStr(conversion),
  ]);
}

/** (is attribute, name or index). */
function fieldname_next(it: PyObject): PyObject | null {
  const access = guard(() => (it.v as FieldAccessIterator).next());
  return access === null ? null : newTuple([bool(access.isAttribute), nameOrIndex(access.name)]);
}

function nameOrIndex(name: string | number): PyObject {
  return typeof name === 'number' ? newInt(name) : newStr(name);
}

function textOf(o: PyObject): string {
  return isStr(o) ? o.v : typeError(`expected str, got ${o.type.name}`);
}

function formatter_parser(_module: PyObject, format: PyObject): PyObject {
  return gcNew(T_FORMATTER_ITERATOR, new MarkupIterator(textOf(format)));
}

function formatter_field_name_split(_module: PyObject, name: PyObject): PyObject {
  const { first, rest } = guard(() => splitFieldName(textOf(name)));
  return newTuple([nameOrIndex(first), gcNew(T_FIELDNAME_ITERATOR, rest)]);
}

export function makeString(): PyModule {
  for (const [type, tp_iternext] of [
    [T_FORMATTER_ITERATOR, formatter_next],
    [T_FIELDNAME_ITERATOR, fieldname_next],
  ] as const)
    defineType(type, {
      flags: TPFLAGS_HAVE_GC,
      basicsize: 48,
      slots: {
        tp_dealloc: o => {
          untrack(o as PyContainer);
          gcFree(o as PyContainer);
        },
        tp_traverse: () => {},
        tp_iter: incref,
        tp_iternext,
      },
    });
  return defineModule({
    name: '_string',
    doc: 'The parser of format strings.',
    functions: [
      ['formatter_parser', formatter_parser, '!(format, /)', 'The pieces of a format string.'],
      [
        'formatter_field_name_split',
        formatter_field_name_split,
        '!(name, /)',
        'First part of a field name, and the rest.',
      ],
    ],
  });
}
