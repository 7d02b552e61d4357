/**
 * Text signatures as argument parsers (Argument Clinic's job in CPython).
 *
 * `'($self, index=-1, /)'` is the method's `__text_signature__`, the tooltip and the parser at once. Which error texts
 * apply follows from the shape, as in CPython: nothing but self (METH_NOARGS), one required positional-only
 * parameter (METH_O), positional-only parameters (_PyArg_CheckPositional), else keywords (_PyArg_UnpackKeywords).
 */
import type { PyObject } from '../heap/object.ts';
import { typeError } from '../exceptions/raise.ts';

export interface Parameter {
  name: string;
  /** Text of the default, or null when required. */
  default: string | null;
}

/** A parsed signature. */
export interface Signature {
  /** Function's name, for messages: `pop`. */
  name: string;
  /** The class's name for a method, else null. */
  owner: string | null;
  /** Parameters in order, without `$self`; positional-only first, then positional-or-keyword, then keyword-only. */
  params: Parameter[];
  posonly: number;
  /** Number of parameters that may be given by position. */
  positional: number;
  required: number;
  varargs: boolean;
  varkw: boolean;
  /** `raw`: the function takes (self, args, kwnames) unparsed. */
  kind: 'noargs' | 'one' | 'positional' | 'keywords' | 'raw';
  /** `__text_signature__`, or null when the text begins with `!` (CPython has none for this function). */
  text: string | null;
  /** The text begins with `!!`: wrong counts are told in the words of PyArg_ParseTuple. */
  parseTuple: boolean;
}

const cache = new Map<string, Signature>();

/**
 * Parses a signature text. A leading `!` marks a function that has no `__text_signature__` in CPython, `!!` one that parses
 * its arguments with PyArg_ParseTuple besides; `$self`, `$module` and `$type` are dropped.
 */
export function signature(name: string, text: string, owner: string | null = null): Signature {
  const key = `${owner}.${name}${text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const hidden = text.startsWith('!');
  const inner = text === '!raw' ? '*args, **kwargs' : text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
  const params: Parameter[] = [];
  let posonly = 0;
  let positional = -1;
  let varargs = false;
  let varkw = false;
  for (const raw of splitParameters(inner)) {
    const part = raw.trim();
    if (part === '' || part.startsWith('$')) continue;
    if (part === '/') posonly = params.length;
    else if (part === '*') positional = params.length;
    else if (part.startsWith('**')) varkw = true;
    else if (part.startsWith('*')) {
      varargs = true;
      positional = params.length;
    } else {
      const eq = part.indexOf('=');
      params.push(
        eq < 0 ? { name: part, default: null } : { name: part.slice(0, eq).trim(), default: part.slice(eq + 1).trim() },
      );
    }
  }
  if (positional < 0) positional = params.length;
  let required = 0;
  for (let i = 0; i < positional; i++) if (params[i].default === null) required = i + 1;
  const plain = !varargs && !varkw && posonly === params.length;
  const kind =
    text === '!raw'
      ? 'raw'
      : plain && params.length === 0
        ? 'noargs'
        : plain && params.length === 1 && required === 1
          ? 'one'
          : plain
            ? 'positional'
            : 'keywords';
  const result: Signature = {
    name,
    owner,
    params,
    posonly,
    positional,
    required,
    varargs,
    varkw,
    kind,
    text: hidden ? null : text,
    parseTuple: text.startsWith('!!'),
  };
  cache.set(key, result);
  return result;
}

/** Splits at commas outside brackets and quotes. */
function splitParameters(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === "'" || c === '"') quote = c;
    else if (c === '(' || c === '[' || c === '{') depth++;
    else if (c === ')' || c === ']' || c === '}') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(start, i));
      start = i + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function fullName(sig: Signature): string {
  return sig.owner === null ? sig.name : `${sig.owner}.${sig.name}`;
}

/**
 * Sorts the arguments of a call into the signature's parameters. Answers an array with one entry a parameter (undefined
 * where not given), then the `*args` array and the `**kwargs` map when the signature has them. All borrowed.
 * Raises TypeError with CPython's words.
 */
export function parseArgs(
  sig: Signature,
  args: PyObject[],
  kwnames: PyObject[] | null,
): // eslint-disable-next-line @typescript-eslint/no-explicit-any
any[] {
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  const params = sig.params;
  if (nkw === 0 || sig.kind !== 'keywords') {
    if (nkw > 0) typeError(`${fullName(sig)}() takes no keyword arguments`);
    if (
      npos >= sig.required &&
      npos <= sig.positional &&
      !sig.varargs &&
      !sig.varkw &&
      params.length === sig.positional
    )
      return args.length === params.length ? args : padded(args, params.length);
    checkCount(sig, npos);
  }
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const out: any[] = new Array(params.length).fill(undefined);
  const take = Math.min(npos, sig.positional);
  for (let i = 0; i < take; i++) out[i] = args[i];
  if (npos > sig.positional && !sig.varargs) tooMany(sig, npos, nkw);
  if (sig.kind === 'keywords' && npos < sig.posonly) checkPositionalOnly(sig, npos);
  let extra: Map<string, PyObject> | null = null;
  for (let k = 0; k < nkw; k++) {
    const name = kwnames![k].v as string;
    let index = -1;
    for (let i = sig.posonly; i < params.length; i++) if (params[i].name === name) index = i;
    if (index >= 0) {
      if (out[index] !== undefined)
        typeError(`argument for ${sig.name}() given by name ('${name}') and position (${index + 1})`);
      out[index] = args[npos + k];
    } else if (sig.varkw) {
      extra ??= new Map();
      extra.set(name, args[npos + k]);
    } else if (params.slice(0, sig.posonly).some(p => p.name === name) && params.length === sig.posonly) {
      typeError(`${sig.name}() got some positional-only arguments passed as keyword arguments: '${name}'`);
    } else typeError(`'${name}' is an invalid keyword argument for ${sig.name}()`);
  }
  for (let i = 0; i < params.length; i++)
    if (params[i].default === null && out[i] === undefined) {
      if (i < sig.posonly) checkCount(sig, npos);
      typeError(`${sig.name}() missing required argument '${params[i].name}' (pos ${i + 1})`);
    }
  if (sig.varargs) out.push(args.slice(take, npos));
  if (sig.varkw) out.push(extra);
  return out;
}

/** Raises when required positional-only parameters of a function that takes keywords are missing. */
function checkPositionalOnly(sig: Signature, npos: number): void {
  let n = 0;
  while (n < sig.posonly && sig.params[n].default === null) n++;
  if (npos >= n) return;
  const limit = n < sig.positional ? 'at least' : 'exactly';
  typeError(`${sig.name}() takes ${limit} ${n} positional argument${n === 1 ? '' : 's'} (${npos} given)`);
}

function padded(args: PyObject[], n: number): (PyObject | undefined)[] {
  const out: (PyObject | undefined)[] = args.slice();
  while (out.length < n) out.push(undefined);
  return out;
}

/** Raises when `npos` positional arguments do not fit. */
function checkCount(sig: Signature, npos: number): void {
  const { required, positional } = sig;
  if (sig.kind === 'noargs') {
    if (npos > 0) typeError(`${fullName(sig)}() takes no arguments (${npos} given)`);
  } else if (sig.kind === 'one') {
    if (npos !== 1) typeError(`${fullName(sig)}() takes exactly one argument (${npos} given)`);
  } else if (sig.posonly === sig.positional && sig.params.length === sig.positional) {
    if (sig.parseTuple && (npos < required || npos > positional)) {
      const n = npos < required ? required : positional;
      const limit = required === positional ? 'exactly' : npos < required ? 'at least' : 'at most';
      typeError(`${sig.name}() takes ${limit} ${n} argument${n === 1 ? '' : 's'} (${npos} given)`);
    }
    if (npos < required)
      typeError(
        `${sig.name} expected ${required === positional && !sig.varargs ? '' : 'at least '}${required} argument${required === 1 ? '' : 's'}, got ${npos}`,
      );
    if (npos > positional && !sig.varargs)
      typeError(
        `${sig.name} expected ${required === positional ? '' : 'at most '}${positional} argument${positional === 1 ? '' : 's'}, got ${npos}`,
      );
  }
}

function tooMany(sig: Signature, npos: number, nkw: number): void {
  if (sig.positional === 0) typeError(`${sig.name}() takes no positional arguments`);
  const total = npos + nkw;
  if (sig.params.length === sig.positional && sig.posonly < sig.positional) {
    const n = sig.params.length;
    const keyword = npos === 0 ? 'keyword ' : '';
    typeError(`${sig.name}() takes at most ${n} ${keyword}argument${n === 1 ? '' : 's'} (${total} given)`);
  }
  const exact = sig.required === sig.positional ? 'exactly' : 'at most';
  typeError(
    `${sig.name}() takes ${exact} ${sig.positional} positional argument${sig.positional === 1 ? '' : 's'} (${npos} given)`,
  );
}
