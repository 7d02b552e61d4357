import type { Constant } from './ast.ts';
import { isPrintable } from './chars.ts';

/** `repr` of a literal's value, for source text made from a tree; infinity is `1e309`, which reads as such. */
export function constantRepr(c: Constant): string {
  switch (c.t) {
    case 'Ellipsis':
      return '...';
    case 'int':
      return String(c.v);
    case 'float':
      return floatRepr(c.v, '.0');
    case 'complex':
      return c.re === 0 && !Object.is(c.re, -0)
        ? `${floatRepr(c.im, '')}j`
        : `(${floatRepr(c.re, '')}${c.im < 0 || Object.is(c.im, -0) ? '' : '+'}${floatRepr(c.im, '')}j)`;
    case 'str':
      return strRepr(c.v);
    case 'bytes':
      return bytesRepr(c.v);
    case 'tuple':
      return c.v.length === 1 ? `(${constantRepr(c.v[0]!)},)` : `(${c.v.map(constantRepr).join(', ')})`;
    case 'frozenset':
      return `frozenset({${c.v.map(constantRepr).join(', ')}})`;
    default:
      return c.t;
  }
}

/** Shortest digits that read back, with an exponent below 1e-4 and from 1e16 on; `whole` follows a whole number. */
function floatRepr(v: number, whole: string): string {
  if (!Number.isFinite(v)) return v > 0 ? '1e309' : '-1e309';
  if (v === 0) return (Object.is(v, -0) ? '-0' : '0') + whole;
  const [mantissa, exponent] = v.toExponential().split('e') as [string, string];
  const power = Number(exponent);
  if (power < -4 || power >= 16)
    return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
  const negative = mantissa.startsWith('-');
  const digits = mantissa.replace(/[-.]/g, '');
  let text: string;
  if (power < 0) text = '0.' + '0'.repeat(-power - 1) + digits;
  else if (digits.length <= power + 1) text = digits.padEnd(power + 1, '0') + whole;
  else text = digits.slice(0, power + 1) + '.' + digits.slice(power + 1);
  return negative ? '-' + text : text;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const hex = (code: number, width: number): string => code.toString(16).padStart(width, '0');

/** The quote that `repr` takes: double ones only when there are single ones to spare from escaping. */
function quoteFor(single: boolean, double: boolean): string {
  return single && !double ? '"' : "'";
}

export function strRepr(s: string): string {
  const quote = quoteFor(s.includes("'"), s.includes('"'));
  let text = quote;
  for (const ch of s) {
    const code = ch.codePointAt(0)!;
    if (ch === quote) text += '\\' + ch;
    else if (ch in ESCAPES) text += ESCAPES[ch];
    else if (code >= 0x20 && code < 0x7f) text += ch;
    else if (code >= 0x7f && isPrintable(ch)) text += ch;
    else text += code < 0x100 ? '\\x' + hex(code, 2) : code < 0x10000 ? '\\u' + hex(code, 4) : '\\U' + hex(code, 8);
  }
  return text + quote;
}

function bytesRepr(bytes: Uint8Array): string {
  const quote = quoteFor(bytes.includes(0x27), bytes.includes(0x22));
  let text = 'b' + quote;
  for (const byte of bytes) {
    const ch = String.fromCharCode(byte);
    if (ch === quote) text += '\\' + ch;
    else if (ch in ESCAPES) text += ESCAPES[ch];
    else text += byte >= 0x20 && byte < 0x7f ? ch : '\\x' + hex(byte, 2);
  }
  return text + quote;
}
