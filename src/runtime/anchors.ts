/** The `~~^~~` marks under a traceback's source line (extract_anchors_from_line in Python/traceback.c). */
import { parse } from '../syntax/index.ts';
import { isWide } from '../text/east_asian_width.ts';

export interface Anchors {
  left: number;
  right: number;
}

/** Where in `segment` the operator or the brackets are, or null when it is no such expression. Offsets in UTF-16 units. */
export function extractAnchors(segment: string): Anchors | null {
  let tree;
  try {
    tree = parse(`(${segment})`, '<string>', 'eval');
  } catch {
    return null;
  }
  if (tree.kind !== 'Expression') return null;
  const expr = tree.body;
  // One for the parenthesis put in front.
  if (expr.kind === 'BinOp') {
    for (let i = expr.left.end_col_offset - 1; i < expr.right.col_offset - 1; i++) {
      if (isSpace(segment[i]) || segment[i] === ')') continue;
      let right = i + 1;
      if (right < expr.right.col_offset - 1 && !isSpace(segment[right])) right++;
      return { left: i, right };
    }
    return null;
  }
  if (expr.kind === 'Subscript') {
    let left = expr.value.end_col_offset - 1;
    let right = expr.slice.end_col_offset;
    while (left < segment.length && segment[left] !== '[') left++;
    while (right < segment.length && segment[right] !== ']') right++;
    if (right < segment.length) right++;
    return { left, right };
  }
  return null;
}

function isSpace(c: string): boolean {
  return c === ' ' || c === '\t' || c === '\f';
}

/** A place in a source file; columns in UTF-16 units, -1 when unknown. */
export interface Location {
  lineno: number;
  end_lineno: number;
  col: number;
  end_col: number;
}

/**
 * The line of carets for a location on `line` (unstripped), or null when CPython shows none.
 * The answer has no indentation: its first column is the first column of the stripped line.
 */
export function caretLine(line: string, at: Location): string | null {
  if (at.col < 0 || at.end_col < 0 || at.lineno < 1 || at.end_lineno < 1) return null;
  const source = line.replace(/[ \t\f\r\n]+$/, '');
  const indent = source.length - source.replace(/^[ \t\f]+/, '').length;
  let start = at.col;
  let end = at.end_col;
  let anchors: Anchors | null = null;
  if (at.lineno === at.end_lineno) anchors = extractAnchors(source.slice(start, end));
  else end = source.length;
  if (end > source.length) end = source.length;
  if (start < indent) start = indent;
  if (anchors === null && end - start === source.length - indent) return null;
  let marks = '';
  let column = 0;
  for (const c of source.slice(indent, end)) {
    const i = indent + column;
    column += c.length;
    const inAnchor = anchors === null || (i >= start + anchors.left && i < start + anchors.right);
    const mark = i < start ? ' ' : inAnchor ? '^' : '~';
    marks += isWide(c.codePointAt(0)!) ? mark + mark : mark;
  }
  return marks;
}
