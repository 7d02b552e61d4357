/** The methods of str that need no other object, in one place. */
export * from './str_case.ts';
export * from './str_find.ts';
export * from './str_split.ts';
/** PyUnicode_IsIdentifier, by the name that those who check names know it. */
export { strIsidentifier as isIdentifier } from './str_case.ts';
