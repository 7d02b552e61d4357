/** Python objects as JSON and back (what ipykernel.jsonutil.json_clean lets through). */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import type { Json, JsonObject } from '../host/contract.ts';
import { typeError, valueError } from '../exceptions/raise.ts';
import { isBytes } from '../objects/bytes.ts';
import { dict_items, dict_setitem, isDict, newDict } from '../objects/dict.ts';
import { newFloat } from '../objects/float.ts';
import { isInt, newInt } from '../objects/int.ts';
import { isList, newList } from '../objects/list.ts';
import { isSet } from '../objects/set.ts';
import { bool, False, None, True } from '../objects/singletons.ts';
import { isStr, newStr } from '../objects/str.ts';
import { isTuple } from '../objects/tuple.ts';
import { strString } from '../protocols/object.ts';
import { collect } from '../protocols/sequence.ts';
import { base64 } from './base64.ts';

const MAX_DEPTH = 200;

/**
 * The JSON of an object: bytes become base64, NaN and infinities their names. ValueError for keys that are not strings or
 * numbers, TypeError for objects that JSON has no form for.
 */
export function toJson(o: PyObject, depth = 0): Json {
  if (depth > MAX_DEPTH) valueError('Circular reference detected');
  if (o === None) return null;
  if (o === True) return true;
  if (o === False) return false;
  if (isStr(o)) return o.v as string;
  if (isInt(o)) return Number(o.v);
  if (typeof o.v === 'number') return Number.isFinite(o.v) ? o.v : strString(o);
  if (isBytes(o)) return base64(o.v as Uint8Array);
  if (isDict(o)) return jsonObject(o, depth);
  if (isList(o) || isTuple(o) || isSet(o)) {
    const items = collect(o);
    try {
      return items.map(item => toJson(item, depth + 1));
    } finally {
      items.forEach(decref);
    }
  }
  return typeError(`Object of type ${o.type.name} is not JSON serializable`);
}

/** As toJson, for a dict. */
export function jsonObject(o: PyContainer, depth = 0): JsonObject {
  const out: JsonObject = {};
  for (const [key, value] of dict_items(o)) out[isStr(key) ? key.v : strString(key)] = toJson(value, depth + 1);
  return out;
}

/** A Python object from JSON; new reference. */
export function fromJson(j: Json): PyObject {
  if (j === null) return None;
  if (typeof j === 'boolean') return bool(j);
  if (typeof j === 'number') return Number.isSafeInteger(j) ? newInt(j) : newFloat(j);
  if (typeof j === 'string') return newStr(j);
  if (Array.isArray(j)) return newList(j.map(fromJson));
  const d = newDict();
  for (const [name, value] of Object.entries(j)) {
    const k = newStr(name);
    const v = fromJson(value);
    dict_setitem(d, k, v);
    decref(k);
    decref(v);
  }
  return d;
}
