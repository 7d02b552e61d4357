/** complex to text and back: complex_repr and complex_from_string (Objects/complexobject.c). */
import { stripAsciiSpace, toAsciiDigits } from './decimal_digits.ts';
import { valueError } from './errors.ts';
import { readFloat } from './float_parse.ts';
import { strRepr } from './str_repr.ts';
import { DTSF_SIGN, doubleToString } from './float_repr.ts';

/** repr(complex): without parentheses when the real part is positive zero. */
export function complexRepr(real: number, imag: number): string {
  if (Object.is(real, 0)) return doubleToString(imag, 'r', 0, 0) + 'j';
  return `(${doubleToString(real, 'r', 0, 0)}${doubleToString(imag, 'r', 0, DTSF_SIGN)}j)`;
}

const NUMBER =
  '(?:(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[iI][nN][fF](?:[iI][nN][iI][tT][yY])?|[nN][aA][nN])';
/** Real part, imaginary sign and magnitude; or a lone imaginary; or a lone real. */
const COMPLEX = new RegExp(`^([+-]?${NUMBER})(?:([+-]${NUMBER}?)[jJ])?$|^([+-]?${NUMBER}?)[jJ]$`);

/** complex(str) as [real, imag]. Raises ValueError. */
export function parseComplex(s: string): [number, number] {
  let text = stripAsciiSpace(toAsciiDigits(s));
  if (text.includes('_')) {
    const plain = text.replace(/(?<=[0-9])_(?=[0-9])/g, '');
    if (plain.includes('_')) return valueError(`could not convert string to complex: ${strRepr(s)}`);
    text = plain;
  }
  if (text[0] === '(' && text.endsWith(')')) text = stripAsciiSpace(text.slice(1, -1));
  const m = COMPLEX.exec(text);
  if (m === null) return valueError('complex() arg is a malformed string');
  if (m[1] === undefined) return [0, unitPart(m[3]!)];
  return [readFloat(m[1])!, m[2] === undefined ? 0 : unitPart(m[2])];
}

/** The factor before `j`; a bare sign or nothing is one. */
function unitPart(text: string): number {
  return text === '' || text === '+' ? 1 : text === '-' ? -1 : readFloat(text)!;
}
