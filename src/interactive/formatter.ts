/** The mime bundle of an object (IPython.core.formatters.DisplayFormatter). */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import type { Json, JsonObject } from '../host/contract.ts';
import { isPyException } from '../exceptions/body.ts';
import { T_Exception, T_NotImplementedError } from '../exceptions/types.ts';
import { instanceAttribute } from '../objects/attributes.ts';
import { isBytes } from '../objects/bytes.ts';
import { isDict } from '../objects/dict.ts';
import { isList } from '../objects/list.ts';
import { object_getattro } from '../objects/object.ts';
import { None } from '../objects/singletons.ts';
import { isStr, newStr } from '../objects/str.ts';
import { isTuple, newTuple } from '../objects/tuple.ts';
import { isType } from '../objects/type.ts';
import { typeLookup } from '../objects/type_lookup.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { call, call0 } from '../protocols/call.ts';
import { reprString } from '../protocols/object.ts';
import { writeSys } from '../runtime/sys_streams.ts';
import { caught, errorContent } from './errors.ts';
import { formatFloat } from './precision.ts';
import { jsonObject, toJson } from './json.ts';
import { prettyString } from './pretty.ts';
import { shell } from './shell.ts';

export interface MimeBundle {
  data: JsonObject;
  metadata: JsonObject;
}

/** What a representation method may return. */
type Kind = 'text' | 'image' | 'json';

/** Mime type, method, and what the method returns, in the order of IPython's formatters; text/plain comes first. */
const FORMATTERS: [string, string, Kind][] = [
  ['text/html', '_repr_html_', 'text'],
  ['text/markdown', '_repr_markdown_', 'text'],
  ['image/svg+xml', '_repr_svg_', 'text'],
  ['image/png', '_repr_png_', 'image'],
  ['application/pdf', '_repr_pdf_', 'image'],
  ['image/jpeg', '_repr_jpeg_', 'image'],
  ['text/latex', '_repr_latex_', 'text'],
  ['application/json', '_repr_json_', 'json'],
  ['application/javascript', '_repr_javascript_', 'text'],
];

/** Which mime types are wanted: null for all. */
export interface Selection {
  include: Set<string> | null;
  exclude: Set<string> | null;
}

const EVERYTHING: Selection = { include: null, exclude: null };

/**
 * All representations of an object, or null when its `_ipython_display_` showed it. An error in a representation is shown as an
 * error output, and the others still count; data is empty when even text/plain failed.
 */
export function mimeBundle(o: PyObject, selection: Selection = EVERYTHING): MimeBundle | null {
  if (displayedItself(o)) return null;
  const bundle: MimeBundle = { data: {}, metadata: {} };
  addMimeBundle(o, bundle, selection);
  const { data } = bundle;
  if (!('text/plain' in data) && wanted('text/plain', selection)) {
    const text = guarded(() => formatFloat(o) ?? prettyString(o));
    if (text !== null) data['text/plain'] = text;
  }
  for (const [mime, method, kind] of FORMATTERS)
    if (!(mime in data) && wanted(mime, selection)) addRepresentation(o, bundle, mime, method, kind);
  return bundle;
}

function wanted(mime: string, { include, exclude }: Selection): boolean {
  return (include === null || include.has(mime)) && (exclude === null || !exclude.has(mime));
}

/** Runs user code; an exception is shown as an error output (catch_format_error). Null then, and for NotImplementedError. */
function guarded<T>(format: () => T): T | null {
  try {
    return format();
  } catch (e) {
    const exc = caught(e);
    if (isPyException(exc, T_NotImplementedError)) {
      decref(exc);
      return null;
    }
    if (!isPyException(exc, T_Exception)) throw exc;
    shell.publish('error', { ...errorContent(exc, shell) });
    return null;
  }
}

/**
 * A callable attribute of the object, bound, as a new reference; null for classes and for objects that claim to have any
 * attribute (get_real_method).
 */
function realMethod(o: PyObject, name: string): PyObject | null {
  if (o.type.tp_getattro === object_getattro) {
    // No user code is asked for a name that is nowhere.
    const there = typeLookup(o.type, name) !== null;
    if (!there && (o.type.dictoffset === 0 || instanceAttribute(o as PyContainer, name) === null)) return null;
  }
  if (isType(o)) return null;
  try {
    const canary = lookupattrStr(o, '_ipython_canary_method_should_not_exist_');
    if (canary !== null) {
      decref(canary);
      return null;
    }
    const method = lookupattrStr(o, name);
    if (method === null || method.type.tp_call !== null) return method;
    decref(method);
    return null;
  } catch (e) {
    if (!isPyException(e, T_Exception)) throw e;
    decref(e);
    return null;
  }
}

function displayedItself(o: PyObject): boolean {
  const method = realMethod(o, '_ipython_display_');
  if (method === null) return false;
  const done = guarded(() => {
    decref(call0(method));
    return true;
  });
  decref(method);
  return done === true;
}

/** Adds what `_repr_mimebundle_(include=, exclude=)` answers: data, or data and metadata. */
function addMimeBundle(o: PyObject, bundle: MimeBundle, selection: Selection): void {
  const method = realMethod(o, '_repr_mimebundle_');
  if (method === null) return;
  guarded(() => {
    const names = [newStr('include'), newStr('exclude')];
    const values = [mimeList(selection.include), mimeList(selection.exclude)];
    let result: PyObject;
    try {
      result = call(method, values, names);
    } finally {
      values.forEach(decref);
      names.forEach(decref);
    }
    try {
      const [data, metadata] = isTuple(result) && result.v.length === 2 ? result.v : [result, null];
      if (isDict(data))
        for (const [mime, value] of Object.entries(jsonObject(data as PyContainer)))
          if (wanted(mime, selection)) bundle.data[mime] = value;
      if (metadata !== null && isDict(metadata)) Object.assign(bundle.metadata, jsonObject(metadata as PyContainer));
    } finally {
      decref(result);
    }
  });
  decref(method);
}

function mimeList(mimes: Set<string> | null): PyObject {
  return mimes === null ? None : newTuple([...mimes].map(newStr));
}

function addRepresentation(o: PyObject, bundle: MimeBundle, mime: string, name: string, kind: Kind): void {
  const method = realMethod(o, name);
  if (method === null) return;
  guarded(() => {
    const result = call0(method);
    try {
      const pair = isTuple(result) && result.v.length === 2;
      const data: PyObject = pair ? result.v[0] : result;
      if (data === None) return;
      if (!fits(data, kind)) return warnInvalid(o, mime, data, kind);
      bundle.data[mime] = kind === 'json' && isStr(data) ? (JSON.parse(data.v) as Json) : toJson(data);
      if (pair && isDict(result.v[1])) bundle.metadata[mime] = jsonObject(result.v[1] as PyContainer);
    } finally {
      decref(result);
    }
  });
  decref(method);
}

function fits(data: PyObject, kind: Kind): boolean {
  if (kind === 'text') return isStr(data);
  if (kind === 'image') return isStr(data) || isBytes(data);
  return isStr(data) || isDict(data) || isList(data);
}

const EXPECTED: Record<Kind, string> = {
  text: "<class 'str'>",
  image: "(<class 'bytes'>, <class 'str'>)",
  json: "(<class 'list'>, <class 'dict'>)",
};

function warnInvalid(o: PyObject, mime: string, data: PyObject, kind: Kind): void {
  const given = reprString(data.type.obj);
  const expected = EXPECTED[kind];
  writeSys(
    'stderr',
    `FormatterWarning: ${mime} formatter returned invalid type ${given} (expected ${expected}) for object: ${reprString(o)}\n`,
  );
}

/** An object for `include=` or `exclude=`: a set of mime types from a list, or null for None. */
export function mimeSelection(o: PyObject | undefined): Set<string> | null {
  if (o === undefined || o === None) return null;
  return new Set((toJson(o) as Json[]).map(String));
}
