export type * from './ast.ts';
export { PySyntaxError } from './errors.ts';
export { parse } from './parse.ts';
export type { Mode } from './parser.ts';
export { decodeSource } from './source.ts';
export { setNameLookup } from './strings.ts';
export type { SyntaxWarning } from './warnings.ts';
