/** Where a node starts and ends: a token or another node. */
export type Start = { lineno: number; col_offset: number };
export type End = { end_lineno: number; end_col_offset: number };
