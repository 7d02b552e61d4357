/** The formatting engines over plain JavaScript values: an integral number or a bigint is an int, the rest floats. */
import { ValueAlgorithmError } from '../../src/text/errors.ts';
import { floatRepr } from '../../src/text/float_repr.ts';
import { formatFloat, formatInt, formatStr } from '../../src/text/format_spec.ts';
import { intRepr } from '../../src/text/int_text.ts';
import { percentFormat } from '../../src/text/percent_format.ts';
import type { PercentHost } from '../../src/text/percent_format.ts';
import { MarkupIterator, formatMarkup, splitFieldName } from '../../src/text/str_format.ts';
import type { FormatHost } from '../../src/text/str_format.ts';
import { asciiRepr, strRepr } from '../../src/text/str_repr.ts';

type Value = string | number | bigint | Value[];

function isInt(v: Value): v is number | bigint {
  return typeof v === 'bigint' || Number.isInteger(v);
}

function typeName(v: Value): string {
  return Array.isArray(v) ? 'list' : typeof v === 'string' ? 'str' : isInt(v) ? 'int' : 'float';
}

function repr(v: Value): string {
  if (Array.isArray(v)) return `[${v.map(repr).join(', ')}]`;
  return typeof v === 'string' ? strRepr(v) : isInt(v) ? intRepr(v) : floatRepr(v);
}

function raise(type: 'TypeError' | 'OverflowError' | 'KeyError' | 'IndexError', message: string): never {
  throw new ValueAlgorithmError(type, message);
}

function toInt(v: Value, index: boolean): number | bigint | null {
  if (isInt(v)) return v;
  if (typeof v !== 'number' || index) return null;
  if (Number.isNaN(v)) throw new ValueAlgorithmError('ValueError', 'cannot convert float NaN to integer');
  if (!Number.isFinite(v)) raise('OverflowError', 'cannot convert float infinity to integer');
  return Math.trunc(v) + 0;
}

function host(args: Value[] | Map<string, Value>, bytes: boolean): PercentHost<Value> {
  const list = Array.isArray(args) ? args : [];
  return {
    count: Array.isArray(args) ? args.length : -1,
    mapping: !Array.isArray(args),
    argument: index => list[index]!,
    lookup: key => (args as Map<string, Value>).get(key) ?? raise('KeyError', strRepr(key)),
    text: (v, conversion) => {
      if (conversion === 'a' || (bytes && conversion === 'r')) return asciiRepr(repr(v));
      if (bytes && conversion === 's') {
        return raise(
          'TypeError',
          `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeName(v)}'`,
        );
      }
      return conversion === 's' && typeof v === 'string' ? v : repr(v);
    },
    integer: toInt,
    float: v => {
      if (typeof v === 'string' || Array.isArray(v)) {
        return bytes ? null : raise('TypeError', `must be real number, not ${typeName(v)}`);
      }
      const x = Number(v);
      if (typeof v === 'bigint' && !Number.isFinite(x)) {
        return bytes ? null : raise('OverflowError', 'int too large to convert to float');
      }
      return x;
    },
    character: v => (typeof v === 'string' ? (!bytes && [...v].length === 1 ? v : null) : isInt(v) ? v : null),
    star: v => (isInt(v) ? v : null),
    typeName,
  };
}

function format(v: Value, spec: string): string {
  if (Array.isArray(v)) return repr(v);
  return typeof v === 'string' ? formatStr(v, spec) : isInt(v) ? formatInt(v, spec) : formatFloat(v, spec);
}

function formatHost(args: Value[], named: Map<string, Value>): FormatHost<Value> {
  return {
    hasPositional: true,
    positional: index => args[index] ?? null,
    keyword: name => named.get(name) ?? raise('KeyError', strRepr(name)),
    attribute: () => raise('TypeError', 'no attributes here'),
    item: (v, key) => {
      if (!Array.isArray(v)) return raise('TypeError', `'${typeName(v)}' object is not subscriptable`);
      if (typeof key === 'string') return raise('TypeError', 'list indices must be integers or slices, not str');
      return v[key] ?? raise('IndexError', 'list index out of range');
    },
    convert: (v, conversion) => {
      if (conversion === 's' && typeof v === 'string') return v;
      return conversion === 'a' ? asciiRepr(repr(v)) : repr(v);
    },
    format,
    release: () => {},
  };
}

function formatterParser(text: string): unknown[] {
  const pieces: unknown[] = [];
  const markup = new MarkupIterator(text);
  for (let p = markup.next(); p !== null; p = markup.next()) {
    const field = p.fieldName !== null;
    pieces.push([p.literal, p.fieldName, field ? p.formatSpec : null, p.conversion === '' ? null : p.conversion]);
  }
  return pieces;
}

function fieldNameSplit(name: string): unknown {
  const { first, rest } = splitFieldName(name);
  const accesses: unknown[] = [];
  for (let a = rest.next(); a !== null; a = rest.next()) accesses.push([a.isAttribute, a.name]);
  return [first, accesses];
}

export const formatFunctions = {
  percent: (f: string, args: Value[]) => percentFormat(f, host(args, false)),
  percentBytes: (f: string, args: Value[]) => percentFormat(f, host(args, true), true),
  percentMapping: (f: string, items: [string, Value][]) =>
    f === '%s' ? '' : percentFormat(f, host(new Map(items), false)),
  strFormat: (f: string, args: Value[], named: [string, Value][]) => formatMarkup(f, formatHost(args, new Map(named))),
  formatterParser,
  fieldNameSplit,
};
