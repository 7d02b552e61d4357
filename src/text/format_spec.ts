/** The format specification mini-language: Python/formatter_unicode.c. */
import { checkLength, codePointCount, hasPairs, sliceCodePoints } from './code_points.ts';
import { overflowError, valueError } from './errors.ts';
import { DTSF_ADD_DOT_0, DTSF_ALT, DTSF_NO_NEG_0, doubleToString, floatRepr } from './float_repr.ts';
import { intRepr } from './int_text.ts';
import { runOf } from './padding.ts';
import { complexRepr } from './complex_text.ts';
import { decimalValue } from './unicode_data.ts';

/** A parsed specification: `InternalFormatSpec`. */
export interface FormatSpec {
  fill: string;
  align: string;
  sign: string;
  noNegZero: boolean;
  alternate: boolean;
  /** -1 when not given, as `precision`. */
  width: number;
  precision: number;
  /** '', ',' or '_'. */
  thousands: string;
  type: string;
}

/** Type of a specification for a float or complex that gives none, as in C. */
const NO_TYPE = '\0';
const MAX_SSIZE = 2 ** 63;
const INT_MAX = 2147483647;

function isAlign(c: string | undefined): boolean {
  return c === '<' || c === '>' || c === '=' || c === '^';
}

/** A type character as the messages show it. */
function shownType(type: string): string {
  const cp = type.codePointAt(0) ?? 0;
  return cp > 32 && cp < 128 ? type : '\\x' + cp.toString(16);
}

/** Specifications already parsed, by default type. */
const parsed = new Map<string, Map<string, FormatSpec>>();

/** parse_internal_render_format_spec, with a memory: programs use few specifications, often. Raises ValueError. */
export function parseFormatSpec(
  spec: string,
  defaultType: string,
  defaultAlign: string,
  typeName: string,
): Readonly<FormatSpec> {
  let known = parsed.get(defaultType);
  if (known === undefined) parsed.set(defaultType, (known = new Map<string, FormatSpec>()));
  let format = known.get(spec);
  if (format === undefined) {
    format = readFormatSpec(spec, defaultType, defaultAlign, typeName);
    if (known.size >= 256) known.clear();
    known.set(spec, format);
  }
  return format;
}

function readFormatSpec(spec: string, defaultType: string, defaultAlign: string, typeName: string): FormatSpec {
  const chars: string | string[] = hasPairs(spec) ? Array.from(spec) : spec;
  const end = chars.length;
  let pos = 0;
  let fill = ' ';
  let align = defaultAlign;
  let fillGiven = false;
  let alignGiven = false;

  const number = (): number => {
    const start = pos;
    let value = 0;
    for (; pos < end; pos++) {
      const digit = decimalValue(chars[pos]!.codePointAt(0)!);
      if (digit < 0) break;
      value = value * 10 + digit;
      if (value >= MAX_SSIZE) valueError('Too many decimal digits in format string');
    }
    return pos === start ? -1 : value;
  };

  if (end >= 2 && isAlign(chars[1])) {
    align = chars[1]!;
    fill = chars[0]!;
    fillGiven = alignGiven = true;
    pos = 2;
  } else if (end >= 1 && isAlign(chars[0])) {
    align = chars[0]!;
    alignGiven = true;
    pos = 1;
  }
  let sign = '';
  const c = chars[pos];
  if (c === ' ' || c === '+' || c === '-') {
    sign = c;
    pos++;
  }
  const noNegZero = chars[pos] === 'z';
  if (noNegZero) pos++;
  const alternate = chars[pos] === '#';
  if (alternate) pos++;
  if (!fillGiven && chars[pos] === '0') {
    fill = '0';
    if (!alignGiven && defaultAlign === '>') align = '=';
    pos++;
  }
  const width = number();
  let thousands = '';
  if (chars[pos] === ',') {
    thousands = ',';
    pos++;
  }
  if (chars[pos] === '_') {
    if (thousands) valueError("Cannot specify both ',' and '_'.");
    thousands = '_';
    pos++;
  }
  if (chars[pos] === ',' && thousands === '_') valueError("Cannot specify both ',' and '_'.");
  let precision = -1;
  if (chars[pos] === '.') {
    pos++;
    precision = number();
    if (precision < 0) valueError('Format specifier missing precision');
  }
  if (end - pos > 1) valueError(`Invalid format specifier '${spec}' for object of type '${typeName}'`);
  const type = pos < end ? chars[pos]! : defaultType;
  if (thousands !== '' && !'deEfFgG%\0'.includes(type) && !(thousands === '_' && 'boxX'.includes(type))) {
    valueError(`Cannot specify '${thousands}' with '${shownType(type)}'.`);
  }
  return { fill, align, sign, noNegZero, alternate, width, precision, thousands, type };
}

function unknownType(type: string, typeName: string): never {
  return valueError(`Unknown format code '${shownType(type)}' for object of type '${typeName}'`);
}

/** `content`, which has `length` code points, padded to the width. */
function pad(content: string, length: number, spec: FormatSpec): string {
  const total = spec.width - length;
  if (total <= 0) return content;
  checkLength(spec.width);
  const left = spec.align === '>' ? total : spec.align === '^' ? total >> 1 : 0;
  return runOf(spec.fill, left) + content + runOf(spec.fill, total - left);
}

/** format(str, spec). Raises ValueError. */
export function formatStr(value: string, spec: string, typeName = 'str'): string {
  if (spec === '') return value;
  const format = parseFormatSpec(spec, 's', '<', typeName);
  if (format.type !== 's') unknownType(format.type, typeName);
  if (format.sign !== '') {
    valueError(`${format.sign === ' ' ? 'Space' : 'Sign'} not allowed in string format specifier`);
  }
  if (format.noNegZero) valueError('Negative zero coercion (z) not allowed in string format specifier');
  if (format.alternate) valueError('Alternate form (#) not allowed in string format specifier');
  if (format.align === '=') valueError("'=' alignment not allowed in string format specifier");
  let length = codePointCount(value);
  if (format.precision >= 0 && length > format.precision) {
    value = sliceCodePoints(value, 0, format.precision);
    length = format.precision;
  }
  return pad(value, length, format);
}

/**
 * Digits in groups with a separator, extended by zeros to at least `minWidth`; a separator never comes first
 * (_PyUnicode_InsertThousandsGrouping).
 */
function groupDigits(digits: string, size: number, separator: string, minWidth: number): string {
  let out = '';
  let rest = digits.length;
  for (;;) {
    const length = Math.min(size, Math.max(rest, minWidth, 1));
    const taken = Math.min(rest, length);
    out = runOf('0', length - taken) + digits.slice(rest - taken, rest) + out;
    rest -= taken;
    minWidth -= length;
    if (rest <= 0 && minWidth <= 0) return out;
    minWidth -= 1;
    out = separator + out;
  }
}

/**
 * A number laid out: padding, sign, prefix, padding, digits in groups, rest, padding (calc_number_widths and
 * fill_number). `number` has no sign; `prefix` is `0x` and the like.
 */
function layOut(number: string, negative: boolean, prefix: string, format: FormatSpec): string {
  const sign = negative ? '-' : format.sign === '+' ? '+' : format.sign === ' ' ? ' ' : '';
  if (format.width <= 0 && format.thousands === '') return sign + prefix + number;
  let end = 0;
  while (end < number.length && number.charCodeAt(end) >= 48 && number.charCodeAt(end) <= 57) end++;
  if (format.type === 'c') end = 0;
  else if (prefix !== '' || 'boxX'.includes(format.type)) end = number.length;
  let digits = number.slice(0, end);
  const rest = number.slice(end);
  const restLength = format.type === 'c' ? codePointCount(rest) : rest.length;
  const other = sign.length + prefix.length + restLength;
  checkLength(format.width);
  if (end > 0) {
    const minWidth = format.fill === '0' && format.align === '=' ? format.width - other : 0;
    if (format.thousands !== '') {
      digits = groupDigits(digits, 'boxX'.includes(format.type) ? 4 : 3, format.thousands, minWidth);
    } else if (digits.length < minWidth) {
      digits = runOf('0', minWidth - digits.length) + digits;
    }
  }
  const padding = format.width - other - digits.length;
  if (padding <= 0) return sign + prefix + digits + rest;
  if (format.align === '=') return sign + prefix + runOf(format.fill, padding) + digits + rest;
  return pad(sign + prefix + digits + rest, other + digits.length, format);
}

/** format(int, spec). Raises ValueError, OverflowError. */
export function formatInt(value: number | bigint, spec: string, typeName = 'int'): string {
  if (spec === '') return intRepr(value);
  const format = parseFormatSpec(spec, 'd', '>', typeName);
  switch (format.type) {
    case 'b':
    case 'c':
    case 'd':
    case 'n':
    case 'o':
    case 'x':
    case 'X':
      return formatIntegral(value, format);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': {
      const float = Number(value);
      if (!Number.isFinite(float)) overflowError('int too large to convert to float');
      return formatReal(float, format);
    }
    default:
      return unknownType(format.type, typeName);
  }
}

function formatIntegral(value: number | bigint, format: FormatSpec): string {
  if (format.precision >= 0) valueError('Precision not allowed in integer format specifier');
  if (format.noNegZero) {
    valueError('Negative zero coercion (z) not allowed in integer format specifier');
  }
  const type = format.type;
  if (type === 'c') {
    if (format.sign !== '') valueError("Sign not allowed with integer format specifier 'c'");
    if (format.alternate) valueError("Alternate form (#) not allowed with integer format specifier 'c'");
    checkCharacterSize(value);
    if (value < 0 || value > 0x10ffff) overflowError('%c arg not in range(0x110000)');
    return layOut(String.fromCodePoint(Number(value)), false, '', format);
  }
  const negative = value < 0;
  if (type === 'd' || type === 'n') {
    const text = intRepr(value);
    return layOut(negative ? text.slice(1) : text, negative, '', format);
  }
  const magnitude = negative ? -value : value;
  const digits = magnitude.toString(type === 'b' ? 2 : type === 'o' ? 8 : 16);
  const prefix = format.alternate ? '0' + type : '';
  return layOut(type === 'X' ? digits.toUpperCase() : digits, negative, prefix, format);
}

/** PyLong_AsLong comes before the range check. */
function checkCharacterSize(value: number | bigint): void {
  if (typeof value === 'bigint' && BigInt.asIntN(64, value) !== value) {
    overflowError('Python int too large to convert to C long');
  }
}

/** format(float, spec). Raises ValueError. */
export function formatFloat(value: number, spec: string, typeName = 'float'): string {
  if (spec === '') return floatRepr(value);
  const format = parseFormatSpec(spec, NO_TYPE, '>', typeName);
  if (!'eEfFgGn%\0'.includes(format.type)) unknownType(format.type, typeName);
  return formatReal(value, format);
}

interface RealStyle {
  code: string;
  precision: number;
  flags: number;
}

/** What to ask of doubleToString; without a type it is repr, or 'g' when there is a precision. */
function realStyle(format: FormatSpec): RealStyle {
  const flags = (format.alternate ? DTSF_ALT : 0) | (format.noNegZero ? DTSF_NO_NEG_0 : 0);
  if (format.precision > INT_MAX) valueError('precision too big');
  const given = format.precision >= 0;
  const precision = given ? format.precision : 6;
  switch (format.type) {
    case NO_TYPE:
      return { code: given ? 'g' : 'r', precision: given ? precision : 0, flags };
    case 'n':
      return { code: 'g', precision, flags };
    case '%':
      return { code: 'f', precision, flags };
    default:
      return { code: format.type, precision, flags };
  }
}

function formatReal(value: number, format: FormatSpec): string {
  const style = realStyle(format);
  if (format.type === NO_TYPE) style.flags |= DTSF_ADD_DOT_0;
  const percent = format.type === '%';
  const text = doubleToString(percent ? value * 100 : value, style.code, style.precision, style.flags);
  const negative = text.charCodeAt(0) === 45;
  return layOut((negative ? text.slice(1) : text) + (percent ? '%' : ''), negative, '', format);
}

/** format(complex, spec). Raises ValueError. */
export function formatComplex(real: number, imag: number, spec: string, typeName = 'complex'): string {
  if (spec === '') return complexRepr(real, imag);
  const format = parseFormatSpec(spec, NO_TYPE, '>', typeName);
  if (!'eEfFgGn\0'.includes(format.type)) unknownType(format.type, typeName);
  if (format.fill === '0') valueError('Zero padding is not allowed in complex format specifier');
  if (format.align === '=') valueError("'=' alignment flag is not allowed in complex format specifier");
  const style = realStyle(format);
  const noType = format.type === NO_TYPE;
  const omitReal = noType && Object.is(real, 0);
  const part: FormatSpec = { ...format, width: -1, align: '<' };
  const one = (x: number): string => {
    const text = doubleToString(x, style.code, style.precision, style.flags);
    const negative = text.charCodeAt(0) === 45;
    return layOut(negative ? text.slice(1) : text, negative, '', part);
  };
  let text = omitReal ? '' : one(real);
  if (!omitReal) part.sign = '+';
  text += one(imag) + 'j';
  if (noType && !omitReal) text = '(' + text + ')';
  return pad(text, text.length, format);
}
