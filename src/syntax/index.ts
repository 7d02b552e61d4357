export type * from './ast.ts';
export { ParserStackOverflow, PySyntaxError } from './errors.ts';
export { parse } from './parse.ts';
export type { Mode } from './parser.ts';
export { sourceStatus } from './status.ts';
export type { SourceStatus } from './status.ts';
export { decodeSource } from './source.ts';
export { setNameLookup } from './strings.ts';
export type { SyntaxWarning } from './warnings.ts';
