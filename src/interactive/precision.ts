/** `%precision`: how a float is shown as a result. */
import type { PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { T_FLOAT } from '../objects/float.ts';
import { newStr } from '../objects/str.ts';
import { strPercent } from '../objects/str_format.ts';

/** The format in force, such as `%.3f`, or null for repr. */
const state = { format: null as string | null };

export function floatFormat(): string {
  return state.format ?? '%r';
}

export function setFloatFormat(format: string | null): void {
  state.format = format;
}

/** The text of a float under `%precision`; null for other objects, or where repr is good. */
export function formatFloat(o: PyObject): string | null {
  if (state.format === null || o.type !== T_FLOAT) return null;
  const format = newStr(state.format);
  const text = strPercent(format, o);
  const result = text.v as string;
  decref(format);
  decref(text);
  return result;
}
