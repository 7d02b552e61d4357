/** The methods of bytes and bytearray that need no other object, in one place. */
export * from './bytes_ascii.ts';
export * from './bytes_find.ts';
export * from './bytes_hex.ts';
