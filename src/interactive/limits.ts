/** Limits of what the interactive layer shows. */

/** Equal frames of a recursion shown before the rest is counted. */
export const RECURSION_SHOWN = 3;
/** Longest text/plain of a result, in UTF-16 units. */
export const RESULT_LIMIT = 50_000_000;
