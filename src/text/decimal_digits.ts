/** What int(), float() and complex() see of a text: _PyUnicode_TransformDecimalAndSpaceToASCII. */
import { decimalValue, isSpace } from './unicode_data.ts';

/**
 * The text with Unicode decimal digits as ASCII digits and Unicode whitespace as spaces. Any other character that is
 * not ASCII becomes `?` and ends the text, since nothing after it can be read.
 */
export function toAsciiDigits(s: string): string {
  if (/^[\x00-\x7f]*$/.test(s)) return s;
  let out = '';
  for (const c of s) {
    const cp = c.codePointAt(0)!;
    if (cp < 128) {
      out += c;
    } else if (isSpace(cp)) {
      out += ' ';
    } else {
      const digit = decimalValue(cp);
      if (digit < 0) return out + '?';
      out += digit;
    }
  }
  return out;
}

/** Strips ASCII whitespace (Py_ISSPACE: not the separators 0x1c to 0x1f that `str.isspace` accepts). */
export function stripAsciiSpace(s: string): string {
  return s.replace(/^[\t-\r ]+|[\t-\r ]+$/g, '');
}
