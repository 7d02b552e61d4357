/**
 * The markup of str.format: Objects/stringlib/unicode_format.h. `formatMarkup` is str.format and str.format_map over a
 * host; `MarkupIterator` and `splitFieldName` are `_string.formatter_parser` and `formatter_field_name_split`.
 */
import { ValueAlgorithmError, valueError } from './errors.ts';
import { decimalValue } from './unicode_data.ts';

/** Literal text, and the replacement field after it unless `fieldName` is null. */
export interface Markup {
  readonly literal: string;
  readonly fieldName: string | null;
  readonly formatSpec: string;
  /** One character, or '' for none. */
  readonly conversion: string;
  /** The format specification holds fields itself. */
  readonly nested: boolean;
}

/** Walks a format string. */
export class MarkupIterator {
  private pos = 0;

  constructor(private readonly text: string) {}

  /** The next piece, null at the end. Raises ValueError. */
  next(): Markup | null {
    const text = this.text;
    const start = this.pos;
    if (start >= text.length) return null;
    let i = start;
    while (i < text.length && text[i] !== '{' && text[i] !== '}') i++;
    if (i === text.length) {
      this.pos = i;
      return { literal: text.slice(start), fieldName: null, formatSpec: '', conversion: '', nested: false };
    }
    const brace = text[i]!;
    const doubled = text[i + 1] === brace;
    if (!doubled && (brace === '}' || i + 1 === text.length))
      valueError(`Single '${brace}' encountered in format string`);
    if (doubled) {
      this.pos = i + 2;
      return { literal: text.slice(start, i + 1), fieldName: null, formatSpec: '', conversion: '', nested: false };
    }
    this.pos = i + 1;
    return this.field(text.slice(start, i));
  }

  /** parse_field, from after the opening brace. */
  private field(literal: string): Markup {
    const text = this.text;
    const start = this.pos;
    let i = start;
    let c = '';
    scan: while (i < text.length) {
      c = text[i++]!;
      switch (c) {
        case '{':
          return valueError("unexpected '{' in field name");
        case '[':
          while (i < text.length && text[i] !== ']') i++;
          break;
        case '}':
        case ':':
        case '!':
          break scan;
      }
    }
    const fieldName = text.slice(start, i - 1);
    if (c === '}') {
      this.pos = i;
      return { literal, fieldName, formatSpec: '', conversion: '', nested: false };
    }
    if (c !== '!' && c !== ':') valueError("expected '}' before end of string");
    let conversion = '';
    if (c === '!') {
      if (i >= text.length) valueError('end of string while looking for conversion specifier');
      conversion = String.fromCodePoint(text.codePointAt(i)!);
      i += conversion.length;
      if (i < text.length) {
        c = text[i++]!;
        if (c === '}') {
          this.pos = i;
          return { literal, fieldName, formatSpec: '', conversion, nested: false };
        }
        if (c !== ':') valueError("expected ':' after conversion specifier");
      }
    }
    const specStart = i;
    let nested = false;
    for (let depth = 1; i < text.length;) {
      c = text[i++]!;
      if (c === '{') {
        nested = true;
        depth++;
      } else if (c === '}' && --depth === 0) {
        this.pos = i;
        return { literal, fieldName, formatSpec: text.slice(specStart, i - 1), conversion, nested };
      }
    }
    return valueError("unmatched '{' in format spec");
  }
}

const pieces = new Map<string, Markup[] | null>();

/** The pieces of a text, remembered: programs use few formats, often. Null when there is a fault, to be met on the way. */
function piecesOf(text: string): Markup[] | null {
  let known = pieces.get(text);
  if (known === undefined) {
    try {
      known = [];
      const markup = new MarkupIterator(text);
      for (let piece = markup.next(); piece !== null; piece = markup.next()) known.push(piece);
    } catch {
      known = null;
    }
    if (pieces.size >= 256) pieces.clear();
    pieces.set(text, known);
  }
  return known;
}

/** Index that a field name or subscript spells in decimal digits, or -1. Raises ValueError. */
function integerIndex(text: string): number {
  if (text === '') return -1;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const cp = text.codePointAt(i)!;
    if (cp > 0xffff) i++;
    const digit = decimalValue(cp);
    if (digit < 0) return -1;
    value = value * 10 + digit;
    if (value >= 2 ** 63) valueError('Too many decimal digits in format string');
  }
  return value;
}

/** A step of a field name after its first part: `.name` or `[name]`. */
export interface FieldAccess {
  readonly isAttribute: boolean;
  /** A subscript of decimal digits is a number. */
  readonly name: string | number;
}

/** Walks the accesses of a field name: FieldNameIterator. */
export class FieldAccessIterator {
  constructor(
    private readonly text: string,
    private pos: number,
  ) {}

  /** The next access, null at the end. Raises ValueError. */
  next(): FieldAccess | null {
    const text = this.text;
    if (this.pos >= text.length) return null;
    const kind = text[this.pos++]!;
    const start = this.pos;
    let i = start;
    let name: string | number;
    if (kind === '.') {
      while (i < text.length && text[i] !== '.' && text[i] !== '[') i++;
      this.pos = i;
      name = text.slice(start, i);
    } else if (kind === '[') {
      while (i < text.length && text[i] !== ']') i++;
      if (i === text.length) valueError("Missing ']' in format string");
      this.pos = i + 1;
      name = text.slice(start, i);
      const index = integerIndex(name);
      if (index >= 0) name = index;
    } else {
      return valueError("Only '.' or '[' may follow ']' in format field specifier");
    }
    if (name === '') valueError('Empty attribute in format string');
    return { isAttribute: kind === '.', name };
  }
}

/** First part of a field name (a number when decimal digits spell it) and the accesses that follow. */
export function splitFieldName(name: string): { first: string | number; rest: FieldAccessIterator } {
  let i = 0;
  while (i < name.length && name[i] !== '.' && name[i] !== '[') i++;
  const first = name.slice(0, i);
  const index = integerIndex(first);
  return { first: index >= 0 ? index : first, rest: new FieldAccessIterator(name, i) };
}

/** The objects behind str.format. Each function that gives a T gives a new reference, for `release` in the end. */
export interface FormatHost<T> {
  /** Whether there is a tuple of positional arguments (format_map has none). */
  readonly hasPositional: boolean;
  /** The positional argument, null when the index is out of range. */
  positional(index: number): T | null;
  /** The keyword argument; raises KeyError. */
  keyword(name: string): T;
  attribute(object: T, name: string): T;
  item(object: T, key: string | number): T;
  /** The str that repr, str or ascii makes of the object. */
  convert(object: T, conversion: 'r' | 's' | 'a'): T;
  format(object: T, spec: string): string;
  release(object: T): void;
}

class Formatter<T> {
  /** '' until the first numbered or empty field says which it is. */
  private numbering: '' | 'automatic' | 'manual' = '';
  private nextIndex = 0;

  constructor(private readonly host: FormatHost<T>) {}

  build(text: string, depth: number): string {
    if (depth < 0) valueError('Max string recursion exceeded');
    const known = piecesOf(text);
    const markup = known === null ? new MarkupIterator(text) : null;
    let out = '';
    for (let i = 0; ; i++) {
      const piece = markup === null ? known![i] : markup.next();
      if (piece === undefined || piece === null) return out;
      out += piece.literal;
      if (piece.fieldName !== null) out += this.field(piece, depth);
    }
  }

  private field(piece: Markup, depth: number): string {
    const host = this.host;
    let object = this.lookUp(piece.fieldName!);
    try {
      if (piece.conversion !== '') {
        const converted = host.convert(object, conversionOf(piece.conversion));
        host.release(object);
        object = converted;
      }
      return host.format(object, piece.nested ? this.build(piece.formatSpec, depth - 1) : piece.formatSpec);
    } finally {
      host.release(object);
    }
  }

  /** The object a field name stands for, as a new reference (get_field_object). */
  private lookUp(fieldName: string): T {
    const host = this.host;
    if (fieldName === '') return this.positional(this.automaticIndex());
    const { first, rest } = splitFieldName(fieldName);
    let object: T;
    if (first === '' || typeof first === 'number') {
      object = this.positional(first === '' ? this.automaticIndex() : this.manualIndex(first));
    } else {
      object = host.keyword(first);
    }
    try {
      for (let access = rest.next(); access !== null; access = rest.next()) {
        const found = access.isAttribute
          ? host.attribute(object, access.name as string)
          : host.item(object, access.name);
        host.release(object);
        object = found;
      }
    } catch (e) {
      host.release(object);
      throw e;
    }
    return object;
  }

  private positional(index: number): T {
    if (!this.host.hasPositional) valueError('Format string contains positional fields');
    const object = this.host.positional(index);
    if (object === null) {
      throw new ValueAlgorithmError('IndexError', `Replacement index ${index} out of range for positional args tuple`);
    }
    return object;
  }

  private automaticIndex(): number {
    if (this.numbering === 'manual') {
      valueError('cannot switch from manual field specification to automatic field numbering');
    }
    this.numbering = 'automatic';
    return this.nextIndex++;
  }

  private manualIndex(index: number): number {
    if (this.numbering === 'automatic') {
      valueError('cannot switch from automatic field numbering to manual field specification');
    }
    this.numbering = 'manual';
    return index;
  }
}

function conversionOf(c: string): 'r' | 's' | 'a' {
  if (c === 'r' || c === 's' || c === 'a') return c;
  const code = c.codePointAt(0)!;
  const shown = code > 32 && code < 127 ? c : '\\x' + code.toString(16);
  return valueError(`Unknown conversion specifier ${shown}`);
}

/** str.format. Raises ValueError, IndexError and whatever the host raises. */
export function formatMarkup<T>(text: string, host: FormatHost<T>): string {
  return new Formatter(host).build(text, 1);
}
