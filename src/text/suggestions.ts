/** "Did you mean": the edit distance and the choice of Python/suggestions.c. */
import { encodeUtf8 } from './utf8.ts';

const MAX_CANDIDATE_ITEMS = 750;
const MAX_STRING_SIZE = 40;
const MOVE_COST = 2;
const CASE_COST = 1;

function substitutionCost(a: number, b: number): number {
  if (a === b) return 0;
  const lowerA = a >= 65 && a <= 90 ? a + 32 : a;
  const lowerB = b >= 65 && b <= 90 ? b + 32 : b;
  return lowerA === lowerB ? CASE_COST : MOVE_COST;
}

/**
 * Weighted Levenshtein distance of two UTF-8 texts; some number above `maxCost` as soon as it is sure to exceed it.
 * One row of the usual matrix is updated in place.
 */
export function levenshteinDistance(a: Uint8Array, b: Uint8Array, maxCost: number): number {
  let start = 0;
  let aEnd = a.length;
  let bEnd = b.length;
  while (start < aEnd && start < bEnd && a[start] === b[start]) start++;
  while (aEnd > start && bEnd > start && a[aEnd - 1] === b[bEnd - 1]) {
    aEnd--;
    bEnd--;
  }
  a = a.subarray(start, aEnd);
  b = b.subarray(start, bEnd);
  if (a.length === 0 || b.length === 0) return (a.length + b.length) * MOVE_COST;
  if (a.length > MAX_STRING_SIZE || b.length > MAX_STRING_SIZE) return maxCost + 1;
  if (b.length < a.length) [a, b] = [b, a];
  if ((b.length - a.length) * MOVE_COST > maxCost) return maxCost + 1;
  const row: number[] = [];
  for (let i = 0; i < a.length; i++) row.push((i + 1) * MOVE_COST);
  let result = 0;
  for (let j = 0; j < b.length; j++) {
    let diagonal = j * MOVE_COST;
    let minimum = Infinity;
    result = diagonal;
    for (let i = 0; i < a.length; i++) {
      const substitute = diagonal + substitutionCost(b[j]!, a[i]!);
      diagonal = row[i]!;
      result = Math.min(Math.min(result, diagonal) + MOVE_COST, substitute);
      row[i] = result;
      if (result < minimum) minimum = result;
    }
    if (minimum > maxCost) return maxCost + 1;
  }
  return result;
}

/** The candidate that `name` may have been meant to be, or null: at most a third of the characters may differ. */
export function calculateSuggestions(candidates: readonly string[], name: string): string | null {
  if (candidates.length >= MAX_CANDIDATE_ITEMS) return null;
  const wanted = encodeUtf8(name, 'surrogatepass');
  let suggestion: string | null = null;
  let best = Infinity;
  for (const item of candidates) {
    if (item === name) continue;
    const bytes = encodeUtf8(item, 'surrogatepass');
    const most = Math.min(Math.floor(((wanted.length + bytes.length + 3) * MOVE_COST) / 6), best - 1);
    const distance = levenshteinDistance(wanted, bytes, most);
    if (distance > most) continue;
    suggestion = item;
    best = distance;
  }
  return suggestion;
}
