/** Cursor positions: Jupyter counts code points, JavaScript UTF-16 units. */

/** Offset in UTF-16 units of the code point `position`. */
export function codeUnitOffset(text: string, position: number): number {
  let offset = 0;
  for (let i = 0; i < position && offset < text.length; i++) offset += text.codePointAt(offset)! > 0xffff ? 2 : 1;
  return offset;
}

/** Number of code points before the offset. */
export function codePointPosition(text: string, offset: number): number {
  let n = 0;
  for (let i = 0; i < offset; i++) {
    const c = text.charCodeAt(i);
    // The second half of a pair is not counted.
    if (c >= 0xdc00 && c <= 0xdfff && i > 0 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) continue;
    n++;
  }
  return n;
}
