/** `__build_class__` (builtin___build_class__ in Python/bltinmodule.c). */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import { typeError } from '../exceptions/raise.ts';
import { T_CELL } from '../objects/cell.ts';
import { dict_delStr, dict_getStr, dict_setitem, newDict, type PyDict } from '../objects/dict.ts';
import type { PyFunction } from '../objects/function.ts';
import { T_TYPE, isType } from '../objects/type.ts';
import { calculateMetaclass } from '../objects/type_new.ts';
import { isStr, intern } from '../objects/str.ts';
import { isTuple, newTuple, tupleFromBorrowed } from '../objects/tuple.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { call } from '../protocols/call.ts';
import { setitem } from '../protocols/mapping.ts';
import { reprString } from '../protocols/object.ts';
import { runClassBody } from './eval_code.ts';

/** update_bases: bases that are no classes are asked for `__mro_entries__`. New tuple, or null when nothing changes. */
function updateBases(bases: PyObject): PyObject | null {
  const items: PyObject[] = bases.v;
  let out: PyObject[] | null = null;
  try {
    items.forEach((base, i) => {
      if (isType(base)) {
        out?.push(incref(base));
        return;
      }
      const method = lookupattrStr(base, '__mro_entries__');
      if (method === null) {
        out?.push(incref(base));
        return;
      }
      let entries: PyObject;
      try {
        entries = call(method, [bases], null);
      } finally {
        decref(method);
      }
      if (!isTuple(entries)) {
        decref(entries);
        typeError('__mro_entries__ must return a tuple');
      }
      out ??= items.slice(0, i).map(incref);
      for (const e of entries.v) out.push(incref(e));
      decref(entries);
    });
  } catch (e) {
    (out as PyObject[] | null)?.forEach(decref);
    throw e;
  }
  return out === null ? null : newTuple(out);
}

/** Borrows its arguments; new reference to the class. */
export function buildClass(args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const nkw = kwnames === null ? 0 : kwnames.length;
  const npos = args.length - nkw;
  const func = args[0] as PyFunction;
  const name = args[1];
  const origBases = tupleFromBorrowed(args, 2, npos);
  let bases: PyObject = incref(origBases);
  let mkw: PyDict | null = null;
  let meta: PyObject | null = null;
  let ns: PyObject | null = null;
  let cell: PyObject | null = null;
  let cls: PyObject | null = null;
  try {
    const updated = updateBases(origBases);
    if (updated !== null) {
      decref(bases);
      bases = updated;
    }
    if (nkw > 0) {
      mkw = newDict();
      for (let i = 0; i < nkw; i++) dict_setitem(mkw, kwnames![i], args[npos + i]);
      const given = dict_getStr(mkw, 'metaclass');
      if (given !== null) {
        meta = incref(given);
        dict_delStr(mkw, 'metaclass');
      }
    }
    if (meta === null) meta = incref(bases.v.length === 0 ? T_TYPE.obj : (bases.v[0] as PyObject).type.obj);
    if (isType(meta)) {
      const winner = calculateMetaclass(meta.v, bases.v).obj;
      if (winner !== meta) {
        incref(winner);
        decref(meta);
        meta = winner;
      }
    }
    ns = prepareNamespace(meta, name, bases, mkw);
    cell = runClassBody(func, ns as PyContainer);
    if (bases !== origBases) setitem(ns, intern('__orig_bases__'), origBases);
    const kw = keywordsOf(mkw);
    cls = call(meta, [name, bases, ns, ...kw.values], kw.names);
    if (isType(cls) && cell.type === T_CELL) checkClassCell(cell, cls, name);
    return cls;
  } catch (e) {
    xdecref(cls);
    throw e;
  } finally {
    xdecref(cell);
    xdecref(ns);
    xdecref(meta);
    xdecref(mkw);
    decref(bases);
    decref(origBases);
  }
}

function prepareNamespace(meta: PyObject, name: PyObject, bases: PyObject, mkw: PyDict | null): PyObject {
  const prep = lookupattrStr(meta, '__prepare__');
  if (prep === null) return newDict();
  let ns: PyObject;
  try {
    const kw = keywordsOf(mkw);
    ns = call(prep, [name, bases, ...kw.values], kw.names);
  } finally {
    decref(prep);
  }
  if (ns.type.mp_subscript === null) {
    const owner = isType(meta) ? meta.v.name : '<metaclass>';
    const given = ns.type.name;
    decref(ns);
    typeError(`${owner}.__prepare__() must return a mapping, not ${given}`);
  }
  return ns;
}

/** Keyword names and values, borrowed. */
function keywordsOf(mkw: PyDict | null): { names: PyObject[] | null; values: PyObject[] } {
  if (mkw === null || mkw.v.used === 0) return { names: null, values: [] };
  const names: PyObject[] = [];
  const values: PyObject[] = [];
  for (const entry of mkw.v.entries) {
    if (entry === null || entry.value === null) continue;
    names.push(entry.key);
    values.push(entry.value);
  }
  return { names, values };
}

function checkClassCell(cell: PyObject, cls: PyObject, name: PyObject): void {
  if (cell.v === cls) return;
  const shown = isStr(name) ? reprString(name) : '?';
  if (cell.v === null)
    typeError(
      `__class__ not set defining ${shown} as ${reprString(cls)}. Was __classcell__ propagated to type.__new__?`,
    );
  typeError(`__class__ set to ${reprString(cell.v as PyObject)} defining ${shown} as ${reprString(cls)}`);
}
