/** Columns of SyntaxErrors: CPython computes them in bytes of UTF-8 and turns them into characters at the end. */

/** Number of UTF-8 bytes in the first `length` UTF-16 code units of a line. */
export function byteOffset(line: string, length: number): number {
  let bytes = 0;
  for (const ch of line.slice(0, length)) {
    const code = ch.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes + Math.max(0, length - line.length);
}

/**
 * `_PyPegen_byte_offset_to_character_offset`: the character that the byte before `offset` belongs to, counted from 1,
 * at most one beyond the text.
 */
export function characterOffset(text: string, offset: number): number {
  let bytes = 0;
  let characters = 0;
  for (const ch of text) {
    if (bytes >= offset) return characters;
    bytes += byteOffset(ch, ch.length);
    characters++;
  }
  return bytes >= offset ? characters : characters + 1;
}
