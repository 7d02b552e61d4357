/** Character classes of the tokenizer (Parser/tokenizer.c), by UTF-16 code unit. */

const ID_START = 1;
const ID_CONTINUE = 2;
const DIGIT = 4;
const HEX = 8;

const CLASSES = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const lower = c | 0x20;
  const letter = lower >= 0x61 && lower <= 0x7a && c >= 0x41;
  const digit = c >= 0x30 && c <= 0x39;
  if (letter || c === 0x5f) CLASSES[c] |= ID_START | ID_CONTINUE;
  if (digit) CLASSES[c] |= ID_CONTINUE | DIGIT | HEX;
  if (letter && lower <= 0x66) CLASSES[c] |= HEX;
}

/** Every character beyond ASCII may start an identifier; the whole word is verified afterwards. */
export function isPotentialIdentifierStart(c: number): boolean {
  return c >= 128 || (CLASSES[c] & ID_START) !== 0;
}

/** The same for the characters that follow. `NaN` (end of input) is none. */
export function isPotentialIdentifierChar(c: number): boolean {
  return c >= 128 || (CLASSES[c] & ID_CONTINUE) !== 0;
}

export function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39;
}

export function isHexDigit(c: number): boolean {
  return c < 128 && (CLASSES[c] & HEX) !== 0;
}

const XID_START = /^[\p{XIDS}_]$/u;
const XID_CONTINUE = /^\p{XIDC}$/u;
const IDENTIFIER = /^[\p{XIDS}_]\p{XIDC}*$/u;

/** Whether `text` is an identifier of PEP 3131 (`str.isidentifier`). */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

/** Index of the first code point that makes `text` no identifier, or -1 (`_PyUnicode_ScanIdentifier`). */
export function scanIdentifier(text: string): number {
  let i = 0;
  for (const ch of text) {
    if (!(i === 0 ? XID_START : XID_CONTINUE).test(ch)) return i;
    i += ch.length;
  }
  return -1;
}

const NON_PRINTABLE = /^[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Zs}]$/u;

/** `str.isprintable` of one character. */
export function isPrintable(ch: string): boolean {
  return ch === ' ' || !NON_PRINTABLE.test(ch);
}

/** Number of code points in `text.slice(start, end)`: what Python counts columns in. */
export function countCodePoints(text: string, start: number, end: number): number {
  let n = end - start;
  for (let i = start; i < end - 1; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xd800 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00) {
      n--;
      i++;
    }
  }
  return n;
}
