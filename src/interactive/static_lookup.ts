/**
 * Looking at objects without running any of the user's code: no `__getattr__`, no properties, no `__dir__`; nothing is called and
 * nothing of the user's is kept. All objects are borrowed.
 */
import type { TypeBody } from '../heap/object.ts';
import { type PyContainer, type PyObject } from '../heap/object.ts';
import { inlineOrder, instanceAttribute } from '../objects/attributes.ts';
import { T_GETSET_DESCR, T_MEMBER_DESCR, type MemberDescrBody } from '../objects/descriptors.ts';
import { dict_getitem, dict_getStr, dict_items, T_DICT } from '../objects/dict.ts';
import { T_CLASSMETHOD, T_STATICMETHOD } from '../objects/funcobjects.ts';
import { T_FUNCTION } from '../objects/function.ts';
import { T_BYTES } from '../objects/bytes.ts';
import { T_COMPLEX } from '../objects/complex.ts';
import { T_FLOAT } from '../objects/float.ts';
import { newInt, T_INT } from '../objects/int.ts';
import { T_LIST } from '../objects/list.ts';
import { isModule } from '../objects/module.ts';
import { T_PROPERTY } from '../objects/property.ts';
import { T_SET } from '../objects/set.ts';
import { False, None, T_BOOL, True } from '../objects/singletons.ts';
import { isStr, newStr, T_STR } from '../objects/str.ts';
import { T_TUPLE } from '../objects/tuple.ts';
import { isType } from '../objects/type.ts';
import { decref } from '../heap/refcount.ts';
import { loadedModule } from '../runtime/import.ts';
import { parse, type Constant, type Expr, type Expression } from '../syntax/index.ts';
import { shell } from './shell.ts';

/** What an expression was found to be. */
export interface Found {
  /** The object, or null when only its type is known (a literal). */
  object: PyObject | null;
  type: TypeBody;
  /** Found on a class through an instance: what it would be bound to. */
  bound: boolean;
}

function known(object: PyObject, bound = false): Found {
  return { object, type: object.type, bound };
}

/** A name of the namespace or of builtins. */
export function lookupName(name: string): PyObject | null {
  const builtins = loadedModule('builtins') as PyContainer | null;
  return dict_getStr(shell.namespace, name) ?? (builtins === null ? null : dict_getStr(builtins.dict!, name));
}

/** An attribute found in dicts alone, or null. */
export function staticAttribute(from: Found, name: string): Found | null {
  const { object: o, type } = from;
  if (o !== null) {
    const own = ownAttribute(o, name);
    if (own !== null) return own;
  }
  for (const base of type.mro) {
    const found = dict_getStr(base.dict, name);
    if (found !== null) return fromClass(found, o, true);
  }
  return null;
}

/** In the object itself: an instance's attributes, a module's names, a class's own and inherited ones. */
function ownAttribute(o: PyObject, name: string): Found | null {
  if (isModule(o)) {
    const value = dict_getStr((o as PyContainer).dict!, name);
    return value === null ? null : known(value);
  }
  if (isType(o)) {
    for (const base of o.v.mro) {
      const found = dict_getStr(base.dict, name);
      if (found !== null) return fromClass(found, null, false);
    }
    return null;
  }
  const value = o.type.dictoffset === 0 ? null : instanceAttribute(o as PyContainer, name);
  return value === null ? null : known(value);
}

/** A class attribute as the class or an instance (`self`, null when it is not known) has it; descriptors are left as they are. */
function fromClass(value: PyObject, self: PyObject | null, viaInstance: boolean): Found | null {
  if (value.type === T_STATICMETHOD) return value.v === null ? null : known(value.v);
  if (value.type === T_CLASSMETHOD) return value.v === null ? null : known(value.v, true);
  if (value.type === T_FUNCTION || value.type.name.endsWith('_descriptor')) {
    const slot = value.type === T_MEMBER_DESCR ? memberValue(value, self) : null;
    return slot === null ? known(value, viaInstance) : known(slot);
  }
  return known(value);
}

/** Value of a `__slots__` member. */
function memberValue(descr: PyObject, self: PyObject | null): PyObject | null {
  const { slot }: MemberDescrBody = descr.v;
  return self === null || slot < 0 ? null : ((self as PyContainer).values?.[slot] ?? null);
}

/** Is the value behind it unknown without running code? */
export function isComputed(found: Found): boolean {
  const type = found.object?.type;
  return type === T_PROPERTY || type === T_GETSET_DESCR || type === T_MEMBER_DESCR;
}

/** Names that dir() would list, without running a `__dir__`. */
export function staticNames({ object: o, type }: Found): Set<string> {
  const names = new Set<string>();
  const add = (dict: PyContainer): void => {
    for (const [key] of dict_items(dict)) if (isStr(key)) names.add(key.v);
  };
  if (o !== null && isModule(o)) {
    add(o.dict!);
    return names;
  }
  if (o !== null && isType(o)) {
    for (const base of o.v.mro) add(base.dict);
    return names;
  }
  if (o !== null && type.dictoffset !== 0) {
    const c = o as PyContainer;
    if (c.dict !== null) add(c.dict);
    else if (type.sharedKeys !== null && c.values !== null)
      for (const index of inlineOrder(c)) names.add(type.sharedKeyNames[index - type.slotCount].v);
  }
  for (const base of type.mro) add(base.dict);
  return names;
}

/**
 * What an expression is, as far as that can be told by looking: names, attributes, subscripts of exact builtin containers with
 * constants, literals, and instances of a class that a call makes. Null when it cannot.
 */
export function resolve(text: string): Found | null {
  let tree: Expression;
  try {
    tree = parse(text.trim(), '<completion>', 'eval') as Expression;
  } catch {
    return null;
  }
  return find(tree.body);
}

function find(e: Expr): Found | null {
  switch (e.kind) {
    case 'Name': {
      const value = lookupName(e.id);
      return value === null ? null : known(value);
    }
    case 'Attribute': {
      const owner = find(e.value);
      if (owner === null || isComputed(owner)) return null;
      return staticAttribute(owner, e.attr);
    }
    case 'Subscript': {
      const owner = find(e.value);
      return owner === null || owner.object === null ? null : item(owner.object, e.slice);
    }
    case 'Call': {
      const f = find(e.func);
      return f !== null && f.object !== null && isType(f.object) ? ofType(f.object.v) : null;
    }
    case 'Constant':
      return constantType(e.value);
    case 'JoinedStr':
      return ofType(T_STR);
    case 'List':
    case 'ListComp':
      return ofType(T_LIST);
    case 'Tuple':
      return ofType(T_TUPLE);
    case 'Dict':
    case 'DictComp':
      return ofType(T_DICT);
    case 'Set':
    case 'SetComp':
      return ofType(T_SET);
    default:
      return null;
  }
}

function ofType(type: TypeBody): Found {
  return { object: null, type, bound: false };
}

function constantType(c: Constant): Found | null {
  switch (c.t) {
    case 'None':
      return known(None);
    case 'True':
      return known(True);
    case 'False':
      return known(False);
    case 'int':
      return ofType(T_INT);
    case 'float':
      return ofType(T_FLOAT);
    case 'complex':
      return ofType(T_COMPLEX);
    case 'str':
      return ofType(T_STR);
    case 'bytes':
      return ofType(T_BYTES);
    default:
      return null;
  }
}

/** Container[constant] for exact lists, tuples and dicts. */
function item(container: PyObject, slice: Expr): Found | null {
  const negative = slice.kind === 'UnaryOp' && slice.op === 'USub' && slice.operand.kind === 'Constant';
  const key = negative ? slice.operand : slice;
  if (key.kind !== 'Constant') return null;
  const { value } = key;
  if (container.type === T_LIST || container.type === T_TUPLE) {
    if (value.t !== 'int' || typeof value.v !== 'number') return null;
    const items = container.v as PyObject[];
    const found = items[negative ? items.length - value.v : value.v];
    return found === undefined ? null : known(found);
  }
  if (container.type !== T_DICT) return null;
  let keyObject: PyObject;
  if (value.t === 'str') keyObject = newStr(value.v);
  else if (value.t === 'int' && typeof value.v === 'number') keyObject = newInt(negative ? -value.v : value.v);
  else return null;
  // Keys of other types may have an __eq__ of their own.
  const simple = dict_items(container as PyContainer).every(([k]) => SIMPLE_KEYS.includes(k.type));
  const found = simple ? dict_getitem(container as PyContainer, keyObject) : null;
  decref(keyObject);
  return found === null ? null : known(found);
}

const SIMPLE_KEYS = [T_STR, T_INT, T_FLOAT, T_BOOL, T_BYTES];
