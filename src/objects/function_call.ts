/** Calling a Python function with any arguments: they are sorted into its parameters (initialize_locals in Python/ceval.c). */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { enterEval, leaveEval } from '../heap/recursion.ts';
import { xdecref } from '../heap/refcount.ts';
import { typeError } from '../exceptions/raise.ts';
import { CO_VARARGS, CO_VARKEYWORDS, type CodeUnit } from '../compile/code_unit.ts';
import { dict_getStr, dict_setitem, newDict } from './dict.ts';
import { returned, type FunctionBody, type PyFunction } from './function.ts';
import { isStr } from './str.ts';
import { emptyTuple, newTuple } from './tuple.ts';

type Slots = (PyObject | null)[];

/** tp_call of functions: borrows. */
export function function_call(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const f = o as PyFunction;
  const n = args.length;
  if (f.v.argc === n && kwnames === null) {
    enterEval();
    for (let i = 0; i < n; i++) args[i].rc++;
    f.rc++;
    return returned(run(f, args));
  }
  enterEval();
  let slots = kwnames === null ? bindBorrowed(f, args) : null;
  if (slots === null) {
    try {
      slots = bindArguments(f, args, kwnames);
    } catch (e) {
      leaveEval();
      throw e;
    }
  }
  f.rc++;
  return returned(run(f, slots));
}

/** Calls the function's JavaScript with one argument a parameter; consumes all of them and the function. Null: it raised. */
export function run(f: PyFunction, a: Slots): PyObject | null {
  const js = f.v.js;
  switch (a.length) {
    case 0:
      return js(f);
    case 1:
      return js(f, a[0]);
    case 2:
      return js(f, a[0], a[1]);
    case 3:
      return js(f, a[0], a[1], a[2]);
    case 4:
      return js(f, a[0], a[1], a[2], a[3]);
    case 5:
      return js(f, a[0], a[1], a[2], a[3], a[4]);
    case 6:
      return js(f, a[0], a[1], a[2], a[3], a[4], a[5]);
    default:
      return js(f, ...a);
  }
}

const NO_ITEMS: PyObject[] = [];

/** True when every keyword-only parameter has a default. */
function hasKwDefaults(b: FunctionBody, unit: CodeUnit): boolean {
  const { argcount, kwonlyargcount, parameters } = unit;
  if (kwonlyargcount === 0) return true;
  if (b.kwdefaults === null) return false;
  for (let i = argcount; i < argcount + kwonlyargcount; i++)
    if (dict_getStr(b.kwdefaults, parameters[i]) === null) return false;
  return true;
}

/** A new reference to the default of parameter `i`, which has one. */
function defaultOf(b: FunctionBody, unit: CodeUnit, defaults: PyObject[], i: number): PyObject {
  const { argcount } = unit;
  const value =
    i < argcount ? defaults[i - argcount + defaults.length] : dict_getStr(b.kwdefaults!, unit.parameters[i])!;
  value.rc++;
  return value;
}

/**
 * bindArguments for positional arguments that the caller owns: their references move to the parameters. Null where something is
 * wrong with them; nothing has changed then.
 */
export function bindOwned(f: PyFunction, args: PyObject[]): Slots | null {
  const b = f.v;
  const unit = b.code.v.unit;
  const { argcount, kwonlyargcount, flags } = unit;
  const n = args.length;
  if (n > argcount && (flags & CO_VARARGS) === 0) return null;
  const defaults = b.defaults === null ? NO_ITEMS : b.defaults.v;
  if (n < argcount - defaults.length || !hasKwDefaults(b, unit)) return null;
  const kwdict = (flags & CO_VARKEYWORDS) !== 0 ? newDict() : null;
  const slots: Slots = n > argcount ? args.slice(0, argcount) : args;
  for (let i = n; i < argcount; i++) slots.push(defaultOf(b, unit, defaults, i));
  for (let i = 0; i < kwonlyargcount; i++) slots.push(defaultOf(b, unit, defaults, argcount + i));
  if ((flags & CO_VARARGS) !== 0) slots.push(n > argcount ? newTuple(args.slice(argcount)) : emptyTuple);
  if (kwdict !== null) slots.push(kwdict);
  return slots;
}

/** bindOwned for borrowed arguments. */
function bindBorrowed(f: PyFunction, args: PyObject[]): Slots | null {
  const n = args.length;
  for (let i = 0; i < n; i++) args[i].rc++;
  const slots = bindOwned(f, args.slice());
  if (slots === null) for (let i = 0; i < n; i++) args[i].rc--;
  return slots;
}

/** Where a call site's keywords go in the parameters of the function it called last. */
export class KeywordCache {
  unit: CodeUnit | null = null;
  /** Positional arguments before the keywords. */
  npos = 0;
  /** Slot of each keyword, -1 for those that go to `**kwargs`; null: this function needs the long way. */
  slots: number[] | null = null;
}

function learn(cache: KeywordCache, unit: CodeUnit, npos: number, kwnames: PyObject[]): void {
  cache.unit = unit;
  cache.npos = npos;
  cache.slots = null;
  const total = unit.argcount + unit.kwonlyargcount;
  if (npos > unit.argcount && (unit.flags & CO_VARARGS) === 0) return;
  const named = unit.parameters.slice(0, total);
  const slots = kwnames.map(name => named.indexOf(name.v as string, unit.posonlyargcount));
  const lowest = (unit.flags & CO_VARKEYWORDS) !== 0 ? -1 : 0;
  const given = Math.min(npos, unit.argcount);
  if (slots.some(i => i < lowest || (i >= 0 && i < given))) return;
  cache.slots = slots;
}

/**
 * bindArguments for arguments that the caller owns, at a site that remembers where its keywords go. Null where this does not apply;
 * nothing has changed then.
 */
export function bindKeywords(f: PyFunction, args: PyObject[], kwnames: PyObject[], cache: KeywordCache): Slots | null {
  const b = f.v;
  const unit = b.code.v.unit;
  const nkw = kwnames.length;
  const npos = args.length - nkw;
  if (cache.unit !== unit || cache.npos !== npos) learn(cache, unit, npos, kwnames);
  const places = cache.slots;
  if (places === null) return null;
  const { argcount, kwonlyargcount, flags } = unit;
  const total = argcount + kwonlyargcount;
  const slots: Slots = [];
  const direct = npos < argcount ? npos : argcount;
  for (let i = 0; i < direct; i++) slots.push(args[i]);
  for (let i = direct; i < total; i++) slots.push(null);
  for (let k = 0; k < nkw; k++) if (places[k] >= 0) slots[places[k]] = args[npos + k];
  const defaults = b.defaults === null ? NO_ITEMS : b.defaults.v;
  const m = argcount - defaults.length;
  // First see that nothing is missing: until then no reference is taken.
  for (let i = direct; i < total; i++) {
    if (slots[i] !== null) continue;
    if (i < argcount ? i < m : b.kwdefaults === null || dict_getStr(b.kwdefaults, unit.parameters[i]) === null)
      return null;
  }
  const kwdict = (flags & CO_VARKEYWORDS) !== 0 ? newDict() : null;
  for (let i = direct; i < total; i++) if (slots[i] === null) slots[i] = defaultOf(b, unit, defaults, i);
  if ((flags & CO_VARARGS) !== 0) slots.push(npos > argcount ? newTuple(args.slice(argcount, npos)) : emptyTuple);
  if (kwdict !== null) {
    for (let k = 0; k < nkw; k++) {
      if (places[k] >= 0) continue;
      const value = args[npos + k];
      dict_setitem(kwdict, kwnames[k], value);
      value.rc--;
    }
    slots.push(kwdict);
  }
  return slots;
}

/**
 * The values of all parameters in slot order, each a new reference: positional, keyword-only, then the `*args` tuple and
 * the `**kwargs` dict. Keyword values are the last entries of `args`.
 */
export function bindArguments(f: PyFunction, args: PyObject[], kwnames: PyObject[] | null): Slots {
  const b = f.v;
  const unit = b.code.v.unit;
  const { argcount, kwonlyargcount, flags } = unit;
  const total = argcount + kwonlyargcount;
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  const slots: Slots = new Array(total).fill(null);
  const kwdict = (flags & CO_VARKEYWORDS) !== 0 ? newDict() : null;
  try {
    const n = npos < argcount ? npos : argcount;
    for (let i = 0; i < n; i++) {
      args[i].rc++;
      slots[i] = args[i];
    }
    if ((flags & CO_VARARGS) !== 0) {
      const rest = npos > n ? args.slice(n, npos) : [];
      for (const o of rest) o.rc++;
      slots.push(rest.length === 0 ? emptyTuple : newTuple(rest));
    }
    if (kwdict !== null) slots.push(kwdict);
    if (kwnames !== null) for (let k = 0; k < nkw; k++) keyword(b, unit, slots, kwnames, k, args[npos + k], kwdict);
    if (npos > argcount && (flags & CO_VARARGS) === 0) tooManyPositional(b, unit, npos, slots);
    if (npos < argcount) fillDefaults(b, unit, npos, slots);
    if (kwonlyargcount > 0) fillKwDefaults(b, unit, slots);
  } catch (e) {
    for (const o of slots) xdecref(o);
    throw e;
  }
  return slots;
}

function qualname(b: FunctionBody): string {
  return b.qualname.v as string;
}

function keyword(
  b: FunctionBody,
  unit: CodeUnit,
  slots: Slots,
  kwnames: PyObject[],
  k: number,
  value: PyObject,
  kwdict: PyContainer | null,
): void {
  const name = kwnames[k];
  if (!isStr(name)) typeError(`${qualname(b)}() keywords must be strings`);
  const total = unit.argcount + unit.kwonlyargcount;
  const index = unit.parameters.indexOf(name.v, unit.posonlyargcount);
  if (index >= 0 && index < total) {
    if (slots[index] !== null) typeError(`${qualname(b)}() got multiple values for argument '${name.v}'`);
    value.rc++;
    slots[index] = value;
    return;
  }
  if (kwdict !== null) {
    dict_setitem(kwdict, name, value);
    return;
  }
  const given = kwnames.map(o => o.v as string);
  const positional = unit.parameters.slice(0, unit.posonlyargcount).filter(name => given.includes(name));
  if (positional.length > 0)
    typeError(
      `${qualname(b)}() got some positional-only arguments passed as keyword arguments: '${positional.join(', ')}'`,
    );
  typeError(`${qualname(b)}() got an unexpected keyword argument '${name.v}'`);
}

/** too_many_positional */
function tooManyPositional(b: FunctionBody, unit: CodeUnit, given: number, slots: Slots): never {
  const { argcount, kwonlyargcount } = unit;
  let kwGiven = 0;
  for (let i = argcount; i < argcount + kwonlyargcount; i++) if (slots[i] !== null) kwGiven++;
  const ndefaults = b.defaults === null ? 0 : b.defaults.v.length;
  const plural = ndefaults > 0 || argcount !== 1;
  const takes = ndefaults > 0 ? `from ${argcount - ndefaults} to ${argcount}` : `${argcount}`;
  const also =
    kwGiven > 0
      ? ` positional argument${given !== 1 ? 's' : ''} (and ${kwGiven} keyword-only argument${kwGiven !== 1 ? 's' : ''})`
      : '';
  return typeError(
    `${qualname(b)}() takes ${takes} positional argument${plural ? 's' : ''} but ${given}${also} ` +
      `${given === 1 && kwGiven === 0 ? 'was' : 'were'} given`,
  );
}

function fillDefaults(b: FunctionBody, unit: CodeUnit, npos: number, slots: Slots): void {
  const { argcount } = unit;
  const defaults = b.defaults === null ? [] : b.defaults.v;
  const m = argcount - defaults.length;
  const missing: string[] = [];
  for (let i = npos; i < m; i++) if (slots[i] === null) missing.push(unit.parameters[i]);
  if (missing.length > 0) missingArguments(b, missing, 'positional');
  for (let i = npos > m ? npos : m; i < argcount; i++) {
    if (slots[i] !== null) continue;
    const value = defaults[i - m];
    value.rc++;
    slots[i] = value;
  }
}

function fillKwDefaults(b: FunctionBody, unit: CodeUnit, slots: Slots): void {
  const { argcount, kwonlyargcount } = unit;
  const missing: string[] = [];
  for (let i = argcount; i < argcount + kwonlyargcount; i++) {
    if (slots[i] !== null) continue;
    const value = b.kwdefaults === null ? null : dict_getStr(b.kwdefaults, unit.parameters[i]);
    if (value === null) missing.push(unit.parameters[i]);
    else {
      value.rc++;
      slots[i] = value;
    }
  }
  if (missing.length > 0) missingArguments(b, missing, 'keyword-only');
}

/** format_missing */
function missingArguments(b: FunctionBody, names: string[], kind: string): never {
  const quoted = names.map(n => `'${n}'`);
  const last = quoted.length - 1;
  const list =
    quoted.length === 1
      ? quoted[0]
      : quoted.length === 2
        ? `${quoted[0]} and ${quoted[1]}`
        : `${quoted.slice(0, last).join(', ')}, and ${quoted[last]}`;
  return typeError(
    `${qualname(b)}() missing ${names.length} required ${kind} argument${names.length === 1 ? '' : 's'}: ${list}`,
  );
}
