import { OPERATORS, NOTEQUAL, RARROW } from './tokens.ts';

const MINUS = 0x2d;
const LESS = 0x3c;
const EQUAL = 0x3d;
const GREATER = 0x3e;

// `+`, `+=`, `**`, `**=`: types by the code of the first character.
const SINGLE = new Uint8Array(128);
const WITH_EQUAL = new Uint8Array(128);
const DOUBLED = new Uint8Array(128);
const DOUBLED_WITH_EQUAL = new Uint8Array(128);

/** Length of an operator's text, by token type. */
export const OPERATOR_LENGTH = new Uint8Array(128);

for (const [text, type] of OPERATORS) {
  const c = text.charCodeAt(0);
  OPERATOR_LENGTH[type] = text.length;
  if (text.length === 1) SINGLE[c] = type;
  else if (text.length === 3) DOUBLED_WITH_EQUAL[c] = type;
  else if (text[1] === '=') WITH_EQUAL[c] = type;
  else if (text[1] === text[0]) DOUBLED[c] = type;
}
for (const c of '()[]{}!.') SINGLE[c.charCodeAt(0)] = 0;

/**
 * The type of the longest operator at `index`, where the character `c` stands (`_PyToken_ThreeChars` and its like);
 * 0 when there is none, or a bracket, dot or lone `!`, which need more than a type.
 */
export function operatorAt(source: string, index: number, c: number): number {
  if (c >= 128) return 0;
  const d = source.charCodeAt(index + 1);
  let type = 0;
  if (d === EQUAL) {
    type = WITH_EQUAL[c]!;
  } else if (d === c) {
    type = DOUBLED[c]!;
    if (type !== 0 && source.charCodeAt(index + 2) === EQUAL) type = DOUBLED_WITH_EQUAL[c]!;
  } else if (d === GREATER) {
    if (c === MINUS) type = RARROW;
    else if (c === LESS) type = NOTEQUAL;
  }
  return type !== 0 ? type : SINGLE[c]!;
}
