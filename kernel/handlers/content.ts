/** Reading the fields of a request's content; a missing field takes the default of the specification. */

import type { JsonObject } from '../../src/host/contract.ts';

/** Raised for a field of the wrong type; becomes an error reply. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}

export function readString(content: JsonObject, field: string, fallback?: string): string {
  const value = content[field] ?? fallback;
  if (typeof value !== 'string') throw new BadRequest(`"${field}" must be a string`);
  return value;
}

export function readBoolean(content: JsonObject, field: string, fallback: boolean): boolean {
  const value = content[field] ?? fallback;
  if (typeof value !== 'boolean') throw new BadRequest(`"${field}" must be a boolean`);
  return value;
}

export function readInteger<T extends number | null>(content: JsonObject, field: string, fallback: T): number | T {
  const value = content[field] ?? fallback;
  if (value === fallback) return fallback;
  if (typeof value !== 'number' || !Number.isInteger(value)) throw new BadRequest(`"${field}" must be an integer`);
  return value;
}

/** `cursor_pos` in code points, within the code; its end when it is missing. */
export function readCursor(content: JsonObject, code: string): number {
  let length = 0;
  for (const _ of code) length++;
  const cursor = readInteger(content, 'cursor_pos', length);
  return Math.min(Math.max(cursor, 0), length);
}
