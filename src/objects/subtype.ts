/** Lifetime of instances of Python classes: subtype_dealloc, subtype_traverse and subtype_clear (typeobject.c). */
import {
  GC_HAS_WEAKREFS,
  TPFLAGS_HAVE_GC,
  TPFLAGS_HEAPTYPE,
  type PyContainer,
  type PyObject,
  type TypeBody,
  type Visit,
} from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { gcFree, track, untrack } from '../heap/gc.ts';
import { callFinalizerFromDealloc } from '../heap/finalize.ts';
import { trashcanBegin, trashcanEnd } from '../heap/trashcan.ts';
import { clearWeakRefs } from '../heap/weakrefs.ts';
import { freeInlineValues } from './attributes.ts';
import { T_OBJECT } from './object.ts';

/** The nearest ancestor with a dealloc of its own. */
function nativeBase(type: TypeBody): TypeBody {
  if (type.plain) return T_OBJECT;
  let base = type.base!;
  while (base.tp_dealloc === subtype_dealloc) base = base.base!;
  return base;
}

/** Gives a new class the lifetime functions of classes written in Python. */
export function setLifetime(type: TypeBody): void {
  type.tp_dealloc = subtype_dealloc;
  type.tp_traverse = subtype_traverse;
  type.tp_clear = subtype_clear;
  type.plain = nativeBase(type) === T_OBJECT;
}

export function subtype_dealloc(self: PyObject): void {
  const o = self as PyContainer;
  let type = o.type;
  untrack(o);
  if (trashcanBegin(o, subtype_dealloc)) return;
  if (type.tp_finalize !== null) {
    track(o);
    if (!callFinalizerFromDealloc(o)) {
      trashcanEnd(o, subtype_dealloc);
      return;
    }
    untrack(o);
    // The finalizer may have changed the class.
    type = o.type;
  }
  if ((o.gcRefs & GC_HAS_WEAKREFS) !== 0) clearWeakRefs(o);
  const base = nativeBase(type);
  clearSlots(o, type);
  if (type.sharedKeys !== null && o.dict === null) freeInlineValues(o);
  else if (o.dict !== null && base.dictoffset === 0) {
    const dict = o.dict;
    o.dict = null;
    decref(dict);
  }
  if (base === T_OBJECT) gcFree(o);
  else {
    if ((base.flags & TPFLAGS_HAVE_GC) !== 0) track(o);
    base.tp_dealloc!(o);
  }
  // The base's dealloc does not know of heap types.
  if ((base.flags & TPFLAGS_HEAPTYPE) === 0) decref(type.obj);
  trashcanEnd(o, subtype_dealloc);
}

/** clear_slots: most derived class first, its members in order. */
function clearSlots(o: PyContainer, type: TypeBody): void {
  if (type.slotCount === 0 || o.values === null) return;
  const values = o.values;
  for (let t: TypeBody | null = type; t !== null && t.slotCount > 0; t = t.base) {
    for (let i = t.base!.slotCount; i < t.slotCount; i++) {
      const value = values[i];
      if (value !== null) {
        values[i] = null;
        decref(value);
      }
    }
  }
}

export function subtype_traverse(o: PyContainer, visit: Visit): void {
  const type = o.type;
  const values = o.values;
  if (values !== null) {
    const names = type.sharedKeyNames;
    const slots = type.slotCount;
    for (let i = 0; i < values.length; i++) {
      const value = values[i];
      if (value !== null) visit(value, i >= slots ? names[i - slots].v : i);
    }
  }
  const base = nativeBase(type);
  if (o.dict !== null && base.dictoffset === 0) visit(o.dict, '__dict__');
  visit(type.obj, '__class__');
  if (base.tp_traverse !== null) base.tp_traverse(o, visit);
}

export function subtype_clear(o: PyContainer): void {
  const type = o.type;
  clearSlots(o, type);
  if (type.sharedKeys !== null && o.dict === null) clearInline(o);
  const base = nativeBase(type);
  if (o.dict !== null && base.dictoffset === 0) {
    const dict = o.dict;
    o.dict = null;
    decref(dict);
  }
  if (base.tp_clear !== null) base.tp_clear(o);
}

function clearInline(o: PyContainer): void {
  const values = o.values;
  if (values === null) return;
  for (let i = o.type.slotCount; i < values.length; i++) {
    const value = values[i];
    if (value !== null) {
      values[i] = null;
      decref(value);
    }
  }
}
