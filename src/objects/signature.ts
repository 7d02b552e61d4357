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
  /** With so many positional arguments and no others the function may be called as they are; -1 where it never may. */
  least: number;
  most: number;
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
  const asTheyAre = kind !== 'raw' && !varargs && !varkw && params.length === positional;
  const result: Signature = {
    name,
    owner,
    params,
    posonly,
    positional,
    required,
    varargs,
    varkw,
    least: asTheyAre ? required : -1,
    most: asTheyAre ? positional : -1,
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
  if (sig.kind === 'keywords') checkKeywordCount(sig, npos, nkw);
  const n = params.length;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const out: any[] = new Array(n).fill(undefined);
  const take = Math.min(npos, sig.positional);
  for (let i = 0; i < take; i++) out[i] = args[i];
  let left = nkw;
  for (let i = Math.max(take, sig.posonly); i < n; i++) {
    const param = params[i];
    if (left > 0) {
      const k = kwnames!.findIndex(name => name.v === param.name);
      if (k >= 0) {
        out[i] = args[npos + k];
        left--;
        continue;
      }
    }
    if (i < sig.required || (i >= sig.positional && param.default === null))
      typeError(`${sig.name}() missing required argument '${param.name}' (pos ${i + 1})`);
  }
  if (sig.varargs) out.push(args.slice(take, npos));
  if (sig.varkw) out.push(left > 0 ? extraKeywords(sig, args, kwnames!, take) : null);
  else if (left > 0) unexpectedKeyword(sig, kwnames!, take);
  return out;
}

/** The keyword arguments that are no parameters. */
function extraKeywords(sig: Signature, args: PyObject[], kwnames: PyObject[], take: number): Map<string, PyObject> {
  checkTwice(sig, kwnames, take);
  const extra = new Map<string, PyObject>();
  const npos = args.length - kwnames.length;
  kwnames.forEach((name, k) => {
    if (!sig.params.some((p, i) => i >= sig.posonly && p.name === name.v)) extra.set(name.v, args[npos + k]);
  });
  return extra;
}

/** Raises when an argument was given by name and position. */
function checkTwice(sig: Signature, kwnames: PyObject[], take: number): void {
  for (let i = sig.posonly; i < take; i++) {
    const { name } = sig.params[i];
    if (kwnames.some(k => k.v === name))
      typeError(`argument for ${sig.name}() given by name ('${name}') and position (${i + 1})`);
  }
}

/** error_unexpected_keyword_arg */
function unexpectedKeyword(sig: Signature, kwnames: PyObject[], take: number): never {
  checkTwice(sig, kwnames, take);
  const name = kwnames.find(k => !sig.params.some((p, i) => i >= sig.posonly && p.name === k.v))!;
  return typeError(`'${name.v}' is an invalid keyword argument for ${sig.name}()`);
}

/** The counts that _PyArg_UnpackKeywords checks first. */
function checkKeywordCount(sig: Signature, npos: number, nkw: number): void {
  const { name, params, positional, required } = sig;
  const s = (n: number): string => (n === 1 ? '' : 's');
  if (sig.varargs && nkw > 0 && !sig.varkw && sig.posonly === params.length)
    typeError(`${fullName(sig)}() takes no keyword arguments`);
  if (!sig.varargs && !sig.varkw && npos + nkw > params.length) {
    const keyword = npos === 0 ? 'keyword ' : '';
    const n = params.length;
    typeError(`${name}() takes at most ${n} ${keyword}argument${s(n)} (${npos + nkw} given)`);
  }
  if (!sig.varargs && npos > positional) {
    if (positional === 0) typeError(`${name}() takes no positional arguments`);
    const exact = required < positional ? 'at most' : 'exactly';
    typeError(`${name}() takes ${exact} ${positional} positional argument${s(positional)} (${npos} given)`);
  }
  const least = Math.min(sig.posonly, required);
  if (npos < least) {
    const exact = least < positional ? 'at least' : 'exactly';
    typeError(`${name}() takes ${exact} ${least} positional argument${s(least)} (${npos} given)`);
  }
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
