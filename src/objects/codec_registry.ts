/**
 * The registry of codecs (Python/codecs.c): search functions, the codecs they found, and error handlers. The search function
 * of the `encodings` package is registered by its import, on the first lookup.
 */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { addRoot } from '../heap/roots.ts';
import { isPyException } from '../exceptions/body.ts';
import { raise, typeError } from '../exceptions/raise.ts';
import { T_ImportError, T_LookupError } from '../exceptions/types.ts';
import { call, call1 } from '../protocols/call.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { isTrue } from '../protocols/object.ts';
import { hooks } from './hooks.ts';
import { None } from './singletons.ts';
import { newStr } from './str.ts';
import { isTuple, type PyTuple } from './tuple.ts';

/** Functions that find a codec by its normalized name, owned. */
const searchPath: PyObject[] = [];
/** CodecInfo tuples by normalized name, owned. */
const cache = new Map<string, PyTuple>();
/** Handlers that `codecs.register_error` added, by name, owned. */
export const errorHandlers = new Map<string, PyObject>();

let started = false;

/** _PyCodecRegistry_Init. */
function start(): void {
  started = true;
  addRoot('codec registry', () => [...searchPath, ...cache.values(), ...errorHandlers.values()]);
  try {
    decref(hooks.importModule('encodings'));
  } catch (e) {
    // Without the package only the builtin codecs exist.
    if (!isPyException(e, T_ImportError)) throw e;
    decref(e);
  }
}

export function codec_register(search: PyObject): void {
  if (!started) start();
  if (search.type.tp_call === null) typeError('argument must be callable');
  searchPath.push(incref(search));
}

export function codec_unregister(search: PyObject): void {
  const i = searchPath.indexOf(search);
  if (i < 0) return;
  for (const info of cache.values()) decref(info);
  cache.clear();
  searchPath.splice(i, 1);
  decref(search);
}

export function register_error(name: string, handler: PyObject): void {
  if (!started) start();
  if (handler.type.tp_call === null) typeError('handler must be callable');
  const old = errorHandlers.get(name);
  errorHandlers.set(name, incref(handler));
  if (old !== undefined) decref(old);
}

/** _PyCodec_Lookup: the codec's tuple, borrowed. Raises LookupError. */
export function codec_lookup(encoding: string): PyTuple {
  if (!started) start();
  const name = encoding
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '_')
    .replace(/^_/, '');
  const known = cache.get(name);
  if (known !== undefined) return known;
  const nameObject = newStr(name);
  try {
    for (const search of searchPath) {
      const info = call1(search, nameObject);
      if (info === None) continue;
      if (!isTuple(info) || info.v.length !== 4) {
        decref(info);
        typeError('codec search functions must return 4-tuples');
      }
      cache.set(name, info);
      return info;
    }
  } finally {
    decref(nameObject);
  }
  return raise(T_LookupError, `unknown encoding: ${encoding}`);
}

/** As codec_lookup, for str.encode and bytes.decode, which take text encodings only. */
export function codec_lookupText(encoding: string, alternative: string): PyTuple {
  const info = codec_lookup(encoding);
  const flag = lookupattrStr(info, '_is_text_encoding');
  if (flag !== null) {
    const isText = isTrue(flag);
    decref(flag);
    if (!isText)
      raise(T_LookupError, `'${encoding}' is not a text encoding; use ${alternative} to handle arbitrary codecs`);
  }
  return info;
}

/** Calls a codec's encoder (0) or decoder (1): the first item of its answer, a new reference. `errors` null for none. */
export function codec_run(info: PyTuple, direction: 0 | 1, input: PyObject, errors: string | null): PyObject {
  const args = [input];
  if (errors !== null) args.push(newStr(errors));
  let pair: PyObject;
  try {
    pair = call(info.v[direction], args, null);
  } finally {
    if (args.length > 1) decref(args[1]);
  }
  if (!isTuple(pair) || pair.v.length !== 2) {
    decref(pair);
    typeError(`${direction === 0 ? 'encoder' : 'decoder'} must return a tuple (object, integer)`);
  }
  const result = incref((pair as PyContainer<PyObject[]>).v[0]);
  decref(pair);
  return result;
}
