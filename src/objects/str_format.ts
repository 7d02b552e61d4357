/** str.format, str.format_map and `str % args`: the hosts of the engines in src/text. */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { formatMarkup, type FormatHost } from '../text/str_format.ts';
import { percentFormat, type PercentHost } from '../text/percent_format.ts';
import { keyErrorObj } from '../exceptions/raise.ts';
import { isPyException } from '../exceptions/body.ts';
import { T_TypeError } from '../exceptions/types.ts';
import { getattrStr } from '../protocols/attribute.ts';
import { getitem } from '../protocols/mapping.ts';
import { ascii, format, repr, str } from '../protocols/object.ts';
import { index } from '../protocols/number.ts';
import { fromAlgorithm } from './algorithm.ts';
import { isInt, newIntNumber, T_INT } from './int.ts';
import { T_COMPLEX } from './complex_arith.ts';
import { isFloat, T_FLOAT } from './float.ts';
import { asDouble, numberLong } from './number_convert.ts';
import { NotImplemented } from './singletons.ts';
import { isStr, newStr, newStrFrom, strKind, strLength, T_STR } from './str.ts';
import { isTuple } from './tuple.ts';

class StrFormatHost implements FormatHost<PyObject> {
  /** How many fields were formatted, and the last one's text, owned. */
  private fields = 0;
  private last: PyObject<string> | null = null;

  constructor(
    private readonly args: PyObject[] | null,
    private readonly kwargs: Map<string, PyObject> | null,
    private readonly mapping: PyObject | null,
  ) {}

  get hasPositional(): boolean {
    return this.args !== null;
  }

  positional(i: number): PyObject | null {
    return i < this.args!.length ? incref(this.args![i]) : null;
  }

  keyword(name: string): PyObject {
    if (this.mapping === null) {
      const value = this.kwargs?.get(name);
      if (value !== undefined) return incref(value);
    }
    const key = newStr(name);
    try {
      return this.mapping === null ? keyErrorObj(key) : getitem(this.mapping, key);
    } finally {
      decref(key);
    }
  }

  attribute(o: PyObject, name: string): PyObject {
    return getattrStr(o, name);
  }

  item(o: PyObject, key: string | number): PyObject {
    const k = typeof key === 'number' ? newIntNumber(key) : newStr(key);
    try {
      return getitem(o, k);
    } finally {
      decref(k);
    }
  }

  convert(o: PyObject, conversion: 'r' | 's' | 'a'): PyObject {
    return conversion === 'r' ? repr(o) : conversion === 's' ? str(o) : ascii(o);
  }

  format(o: PyObject, spec: string): string {
    const specObject = spec === '' ? null : newStr(spec);
    try {
      const text = format(o, specObject);
      if (this.last !== null) decref(this.last);
      // Exact numbers write their digits straight into the result: two fields, as far as sharing goes.
      this.fields += o.type === T_INT || o.type === T_FLOAT || o.type === T_COMPLEX ? 2 : 1;
      this.last = text;
      return text.v;
    } finally {
      if (specObject !== null) decref(specObject);
    }
  }

  release(o: PyObject): void {
    decref(o);
  }

  /** The whole result: the format itself or the only field's text where there is nothing else (new reference). */
  result(self: PyObject, text: string): PyObject {
    if (this.fields === 0 && text === self.v && self.type === T_STR) return incref(self);
    if (this.fields === 1 && text === this.last!.v && this.last!.type === T_STR) return incref(this.last!);
    return newStr(text);
  }

  finish(): void {
    if (this.last !== null) decref(this.last);
  }
}

function takeText(s: PyObject<string>): string {
  const text = s.v;
  decref(s);
  return text;
}

function formatWith(self: PyObject, host: StrFormatHost): PyObject {
  try {
    return host.result(self, formatMarkup(self.v, host));
  } catch (e) {
    throw fromAlgorithm(e);
  } finally {
    host.finish();
  }
}

export function str_format(self: PyObject, args: PyObject[], kwargs: Map<string, PyObject> | null): PyObject {
  return formatWith(self, new StrFormatHost(args, kwargs, null));
}

export function str_format_map(self: PyObject, mapping: PyObject): PyObject {
  return formatWith(self, new StrFormatHost(null, null, mapping));
}

// ---- the % operator

/** What str and bytes formatting have in common: where the arguments come from. */
export class PercentArguments {
  readonly count: number;
  /** Values that lookups gave, kept until the end. */
  private readonly kept: PyObject[] = [];

  constructor(
    protected readonly args: PyObject,
    readonly mapping: boolean,
  ) {
    this.count = isTuple(args) ? args.v.length : -1;
  }

  argument(i: number): PyObject {
    return this.count < 0 ? this.args : (this.args as PyContainer<PyObject[]>).v[i];
  }

  protected keep(o: PyObject): PyObject {
    this.kept.push(o);
    return o;
  }

  release(): void {
    for (const o of this.kept) decref(o);
  }

  integer(value: PyObject, wantsIndex: boolean): number | bigint | null {
    if (isInt(value)) return value.v;
    if (wantsIndex ? value.type.nb_index === null : value.type.nb_int === null && value.type.nb_index === null)
      return null;
    try {
      const n = wantsIndex ? index(value) : numberLong(value);
      const v: number | bigint = n.v;
      decref(n);
      return v;
    } catch (e) {
      if (!isPyException(e, T_TypeError)) throw e;
      decref(e);
      return null;
    }
  }

  star(value: PyObject): number | bigint | null {
    return isInt(value) ? value.v : null;
  }

  typeName(value: PyObject): string {
    return value.type.name;
  }
}

class StrPercentHost extends PercentArguments implements PercentHost<PyObject> {
  /** The kinds of the texts so far: 0 when all are ASCII. */
  kinds = 0;

  lookup(key: string): PyObject {
    const k = newStr(key);
    try {
      return this.keep(getitem(this.args, k));
    } finally {
      decref(k);
    }
  }

  text(value: PyObject, conversion: string): string {
    if (conversion === 's' && value.type === T_STR) {
      this.kinds |= strKind(value);
      return value.v;
    }
    const text = conversion === 's' ? str(value) : conversion === 'r' ? repr(value) : ascii(value);
    this.kinds |= strKind(text);
    return takeText(text);
  }

  float(value: PyObject): number | null {
    return isFloat(value) ? value.v : asDouble(value);
  }

  character(value: PyObject): string | number | bigint | null {
    this.kinds |= 2;
    if (isStr(value)) return strLength(value) === 1 ? value.v : null;
    return this.integer(value, true);
  }
}

/** PyUnicode_Format: format % args. */
export function strPercent(self: PyObject, args: PyObject): PyObject {
  const mapping = args.type.mp_subscript !== null && !isTuple(args) && !isStr(args);
  const host = new StrPercentHost(args, mapping);
  // `'%s' % x` is x itself.
  if (self.v === '%s' && (host.count < 0 || host.count === 1)) {
    const only = host.argument(0);
    if (only.type === T_STR) return incref(only);
  }
  try {
    const text = percentFormat(self.v, host);
    return newStrFrom(text, host.kinds | strKind(self));
  } catch (e) {
    throw fromAlgorithm(e);
  } finally {
    host.release();
  }
}

export function str_remainder(a: PyObject, b: PyObject): PyObject {
  return isStr(a) ? strPercent(a, b) : NotImplemented;
}
