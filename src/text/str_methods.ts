/** The methods of str that need no other object, in one place. */
export * from './str_case.ts';
export * from './str_find.ts';
export * from './str_split.ts';
