/**
 * printf-style formatting, `str % args` (PyUnicode_Format) and `bytes % args` (_PyBytes_FormatEx). The engine reads
 * the format and lays the text out; a host hands it the arguments and converts them. A bytes format is read, and its
 * result given, as a string of characters up to 0xff.
 */
import { codePointCount, codePointIndex, checkLength, sliceCodePoints } from './code_points.ts';
import { overflowError, typeError, valueError } from './errors.ts';
import { DTSF_ALT, doubleToString } from './float_repr.ts';
import { intRepr } from './int_text.ts';
import { runOf } from './padding.ts';

/** The arguments on the right of `%`. A value that `lookup` gave stays alive until the formatting ends. */
export interface PercentHost<T> {
  /** Length of the tuple of arguments, or -1 for one argument that is not a tuple. */
  readonly count: number;
  /** Whether the argument can take keys: a mapping, and neither tuple nor text. */
  readonly mapping: boolean;
  /** The tuple's item, or the one argument whatever the index. */
  argument(index: number): T;
  /** `args[key]`; raises KeyError. */
  lookup(key: string): T;
  /** The value by str, repr or ascii; for bytes, 's' and 'b' want its bytes. */
  text(value: T, conversion: string): string;
  /** The int for %d (by `__int__`) or, with `index`, for %x and %o (by `__index__`); null for a TypeError. */
  integer(value: T, index: boolean): number | bigint | null;
  /** The float; in bytes formatting null for any failure. */
  float(value: T): number | null;
  /** For %c: a one-character string or the ordinal; null for a TypeError or another length. */
  character(value: T): string | number | bigint | null;
  /** The value of an int given for a `*`; null for any other type. */
  star(value: T): number | bigint | null;
  typeName(value: T): string;
}

const LJUST = 1;
const SIGN = 2;
const BLANK = 4;
const ALT = 8;
const ZERO = 16;

const INT_MAX = 2147483647;
const SSIZE_MAX = 2 ** 63;

/** A specifier without key and star, and the text before it. */
interface Step {
  readonly literal: string;
  readonly flags: number;
  readonly width: number;
  readonly precision: number;
  readonly code: string;
}

interface Plan {
  readonly steps: readonly Step[];
  /** The text after the last specifier. */
  readonly tail: string;
}

const SPECIFIER = /%(?:%|([-+ #0]*)(\d{0,9})(?:\.(\d{0,9}))?[hlL]?([diouxXeEfFgGrsac]))/y;
const FLAG_CHARACTERS = '-+ #0';

/** A format read beforehand, or null when it has anything that is not plain, faults included: those are met on the way. */
function readPlan(format: string): Plan | null {
  const steps: Step[] = [];
  let literal = '';
  let pos = 0;
  for (;;) {
    const percent = format.indexOf('%', pos);
    if (percent < 0) return { steps, tail: literal + format.slice(pos) };
    literal += format.slice(pos, percent);
    SPECIFIER.lastIndex = percent;
    const found = SPECIFIER.exec(format);
    if (found === null) return null;
    pos = SPECIFIER.lastIndex;
    const [all, signs, width, precision, code] = found as unknown as [
      string,
      string,
      string,
      string | undefined,
      string,
    ];
    if (all === '%%') {
      literal += '%';
      continue;
    }
    let flags = 0;
    for (const c of signs) flags |= 1 << FLAG_CHARACTERS.indexOf(c);
    steps.push({
      literal,
      flags,
      width: width === '' ? -1 : Number(width),
      precision: precision === undefined ? -1 : Number(precision),
      code,
    });
    literal = '';
  }
}

const plans = new Map<string, Plan | null>();

/** readPlan with a memory: programs use few formats, often. */
function planOf(format: string): Plan | null {
  let plan = plans.get(format);
  if (plan === undefined) {
    plan = readPlan(format);
    if (plans.size >= 256) plans.clear();
    plans.set(format, plan);
  }
  return plan;
}

class PercentFormatter<T> {
  private pos = 0;
  private flags = 0;
  private width = -1;
  private precision = -1;
  private argument = 0;
  private count: number;
  /** The value that `%(key)` found, then the only argument left. */
  private keyed: T | null = null;
  private hasKeyed = false;

  constructor(
    private readonly format: string,
    private readonly host: PercentHost<T>,
    private readonly bytes: boolean,
  ) {
    this.count = host.count;
    if (host.count < 0) this.argument = -2;
  }

  run(): string {
    const plan = planOf(this.format);
    const out = plan === null ? this.read() : this.follow(plan);
    if (this.argument < this.count && !this.host.mapping) {
      typeError(`not all arguments converted during ${this.bytes ? 'bytes' : 'string'} formatting`);
    }
    return out;
  }

  private follow(plan: Plan): string {
    let out = '';
    for (let i = 0; i < plan.steps.length; i++) {
      const step = plan.steps[i]!;
      this.flags = step.flags;
      this.width = step.width;
      this.precision = step.precision;
      out += step.literal + this.convert(step.code, this.next());
    }
    return out + plan.tail;
  }

  private read(): string {
    const format = this.format;
    let out = '';
    for (;;) {
      const percent = format.indexOf('%', this.pos);
      if (percent < 0) return out + format.slice(this.pos);
      out += format.slice(this.pos, percent);
      this.pos = percent + 1;
      if (format.charCodeAt(this.pos) === 37) {
        out += '%';
        this.pos++;
      } else {
        out += this.specifier();
      }
    }
  }

  private next(): T {
    if (this.argument >= this.count) typeError('not enough arguments for format string');
    const index = this.argument++;
    return this.hasKeyed ? this.keyed! : this.host.argument(index);
  }

  /** The character at the position, which moves on. Raises ValueError at the end. */
  private take(): string {
    if (this.pos >= this.format.length) valueError('incomplete format');
    return this.format[this.pos++]!;
  }

  private key(): void {
    if (!this.host.mapping) typeError('format requires a mapping');
    const start = this.pos;
    for (let depth = 1; depth > 0;) {
      if (this.pos >= this.format.length) valueError('incomplete format key');
      const c = this.format[this.pos++];
      if (c === ')') depth--;
      else if (c === '(') depth++;
    }
    this.keyed = this.host.lookup(this.format.slice(start, this.pos - 1));
    this.hasKeyed = true;
    this.count = -1;
    this.argument = -2;
  }

  private starred(cType: string, limit: number): number {
    const value = this.host.star(this.next());
    if (value === null) return typeError('* wants int');
    if (value >= limit || value < -limit) overflowError(`Python int too large to convert to C ${cType}`);
    return Number(value);
  }

  /** A number that begins with digit `c`, up to the limit. */
  private number(c: string, limit: number, name: string): number {
    let value = c.charCodeAt(0) - 48;
    for (;;) {
      const digit = this.format.charCodeAt(this.pos) - 48;
      if (!(digit >= 0 && digit <= 9)) return value;
      if (value > Math.floor((limit - digit) / 10)) valueError(`${name} too big`);
      value = value * 10 + digit;
      this.pos++;
    }
  }

  /** One specifier, from after its percent sign (unicode_format_arg_parse). */
  private specifier(): string {
    this.flags = 0;
    this.width = this.precision = -1;
    let c = this.take();
    if (c === '(') {
      this.key();
      c = this.take();
    }
    for (;;) {
      if (c === '-') this.flags |= LJUST;
      else if (c === '+') this.flags |= SIGN;
      else if (c === ' ') this.flags |= BLANK;
      else if (c === '#') this.flags |= ALT;
      else if (c === '0') this.flags |= ZERO;
      else break;
      c = this.take();
    }
    if (c === '*') {
      this.width = this.starred('ssize_t', SSIZE_MAX);
      if (this.width < 0) {
        this.flags |= LJUST;
        this.width = -this.width;
      }
      c = this.take();
    } else if (c >= '0' && c <= '9') {
      this.width = this.number(c, SSIZE_MAX, 'width');
      c = this.take();
    }
    if (c === '.') {
      this.precision = 0;
      c = this.take();
      if (c === '*') {
        this.precision = Math.max(0, this.starred('int', INT_MAX + 1));
        c = this.take();
      } else if (c >= '0' && c <= '9') {
        this.precision = this.number(c, INT_MAX, this.bytes ? 'prec' : 'precision');
        c = this.take();
      }
    }
    if (c === 'h' || c === 'l' || c === 'L') c = this.take();
    return this.convert(c, this.next());
  }

  /** The value in conversion `c` (unicode_format_arg_format). */
  private convert(c: string, value: T): string {
    switch (c) {
      case 's':
      case 'r':
      case 'a': {
        const text = this.host.text(value, c);
        if (this.precision < 0 && this.width < 0) return text;
        return this.pad(this.precision >= 0 ? this.truncate(text) : text);
      }
      case 'b':
        return this.bytes ? this.convert('s', value) : this.unsupported(c);
      case 'd':
      case 'i':
      case 'u':
      case 'o':
      case 'x':
      case 'X':
        return this.integer(c, value);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        return this.float(c, value);
      case 'c':
        return this.pad(this.character(value));
      default:
        return this.unsupported(c);
    }
  }

  private unsupported(c: string): never {
    const at = this.pos - 1;
    const code = this.format.codePointAt(at)!;
    if (this.bytes && code > 127) overflowError('character argument not in range(0x110000)');
    const shown = this.bytes || (code >= 31 && code <= 126) ? c : '?';
    const index = codePointIndex(this.format, at);
    return valueError(`unsupported format character '${shown}' (0x${code.toString(16)}) at index ${index}`);
  }

  private truncate(text: string): string {
    const count = codePointCount(text);
    return count > this.precision ? sliceCodePoints(text, 0, this.precision) : text;
  }

  private pad(text: string): string {
    const margin = this.width - codePointCount(text);
    if (margin <= 0) return text;
    checkLength(this.width);
    return this.flags & LJUST ? text + runOf(' ', margin) : runOf(' ', margin) + text;
  }

  private character(value: T): string {
    const c = this.host.character(value);
    if (c === null) {
      const wanted = this.bytes ? 'an integer in range(256) or a single byte' : 'int or char';
      return typeError(`%c requires ${wanted}`);
    }
    if (typeof c === 'string') return c;
    const limit = this.bytes ? 256 : 0x110000;
    if (c < 0 || c >= limit) overflowError(`%c arg not in range(${this.bytes ? '256' : '0x110000'})`);
    return String.fromCodePoint(Number(c));
  }

  private integer(c: string, value: T): string {
    const index = c === 'o' || c === 'x' || c === 'X';
    const n = this.host.integer(value, index);
    if (n === null) {
      const shown = this.bytes && c === 'i' ? 'd' : c;
      const wanted = index ? 'an integer' : 'a real number';
      return typeError(`%${shown} format: ${wanted} is required, not ${this.host.typeName(value)}`);
    }
    const negative = n < 0;
    let digits: string;
    if (index) {
      digits = (negative ? -n : n).toString(c === 'o' ? 8 : 16);
      if (c === 'X') digits = digits.toUpperCase();
    } else {
      digits = intRepr(n);
      if (this.flags === 0 && this.width < 0 && this.precision < 0) return digits;
      if (negative) digits = digits.slice(1);
    }
    if (this.precision > INT_MAX - 3) overflowError('precision too large');
    if (digits.length < this.precision) {
      checkLength(this.precision);
      digits = digits.padStart(this.precision, '0');
    }
    return this.signed(negative, index && this.flags & ALT ? '0' + c : '', digits);
  }

  private float(c: string, value: T): string {
    const x = this.host.float(value);
    if (x === null) return typeError(`float argument required, not ${this.host.typeName(value)}`);
    const precision = this.precision < 0 ? 6 : this.precision;
    const text = doubleToString(x, c, precision, this.flags & ALT ? DTSF_ALT : 0);
    const negative = text.charCodeAt(0) === 45;
    return this.signed(negative, '', negative ? text.slice(1) : text);
  }

  /** A number with its sign, prefix and padding (unicode_format_arg_output). */
  private signed(negative: boolean, prefix: string, digits: string): string {
    const sign = negative ? '-' : this.flags & SIGN ? '+' : this.flags & BLANK ? ' ' : '';
    const margin = this.width - sign.length - prefix.length - digits.length;
    if (margin <= 0) return sign + prefix + digits;
    checkLength(this.width);
    if (this.flags & LJUST) return sign + prefix + digits + runOf(' ', margin);
    if (this.flags & ZERO) return sign + prefix + runOf('0', margin) + digits;
    return runOf(' ', margin) + sign + prefix + digits;
  }
}

/** `format % args`. Raises TypeError, ValueError, OverflowError and whatever the host raises. */
export function percentFormat<T>(format: string, host: PercentHost<T>, bytes = false): string {
  return new PercentFormatter(format, host, bytes).run();
}
