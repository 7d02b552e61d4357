/** Slots of a class: inheritance from its bases and from its special methods (inherit_slots, update_one_slot). */
import {
  TPFLAGS_BASE_EXC_SUBCLASS,
  TPFLAGS_BYTES_SUBCLASS,
  TPFLAGS_DICT_SUBCLASS,
  TPFLAGS_DISALLOW_INSTANTIATION,
  TPFLAGS_HAVE_GC,
  TPFLAGS_LIST_SUBCLASS,
  TPFLAGS_LONG_SUBCLASS,
  TPFLAGS_MAPPING,
  TPFLAGS_MATCH_SELF,
  TPFLAGS_SEQUENCE,
  TPFLAGS_TUPLE_SUBCLASS,
  TPFLAGS_TYPE_SUBCLASS,
  TPFLAGS_UNICODE_SUBCLASS,
  type PyContainer,
  type TypeBody,
} from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { Slots, type SlotName } from '../heap/slots.ts';
import { newDescr, T_WRAPPER_DESCR, type WrapperDescrBody } from './descriptors.ts';
import { dict_setStr } from './dict.ts';
import { None } from './singletons.ts';
import { hashNotImplemented, slot_tp_getattr_hook, slot_tp_getattro, slot_tp_new } from './slot_functions.ts';
import { slotdefs, type SlotDef } from './slotdefs.ts';
import { T_BUILTIN } from './builtin_function.ts';
import { typeLookup } from './type_lookup.ts';

const SUBCLASS_FLAGS =
  TPFLAGS_LONG_SUBCLASS |
  TPFLAGS_LIST_SUBCLASS |
  TPFLAGS_TUPLE_SUBCLASS |
  TPFLAGS_BYTES_SUBCLASS |
  TPFLAGS_UNICODE_SUBCLASS |
  TPFLAGS_DICT_SUBCLASS |
  TPFLAGS_BASE_EXC_SUBCLASS |
  TPFLAGS_TYPE_SUBCLASS |
  TPFLAGS_SEQUENCE |
  TPFLAGS_MAPPING |
  TPFLAGS_MATCH_SELF;

/** inherit_special: flags a class takes from its base. */
export function inheritFlags(type: TypeBody, base: TypeBody): void {
  type.flags |= base.flags & SUBCLASS_FLAGS;
  if ((type.flags & TPFLAGS_HAVE_GC) === 0 && (base.flags & TPFLAGS_HAVE_GC) !== 0 && type.tp_traverse === null) {
    type.flags |= TPFLAGS_HAVE_GC;
  }
}

/** All slots but those with rules of their own. */
const COPIED = (Object.keys(new Slots()) as SlotName[]).filter(name => name !== 'tp_hash' && name !== 'tp_richcompare');

/** Copies the slots a class lacks from one class of its mro. */
export function inheritSlots(type: TypeBody, base: TypeBody): void {
  for (const name of COPIED) {
    if (name === 'tp_new' && (type.flags & TPFLAGS_DISALLOW_INSTANTIATION) !== 0) continue;
    if (type[name] === null && base[name] !== null) (type as unknown as Record<string, unknown>)[name] = base[name];
  }
  // Comparing and hashing belong together.
  if (type.tp_richcompare === null && type.tp_hash === null && !overridesHash(type)) {
    type.tp_richcompare = base.tp_richcompare;
    type.tp_hash = base.tp_hash;
  }
}

function overridesHash(type: TypeBody): boolean {
  return type.dict.v.hasStr('__eq__') || type.dict.v.hasStr('__hash__');
}

/**
 * add_operators: a slot wrapper for each slot the builtin type fills itself; `__hash__ = None` where it cannot hash.
 * `ownInit`: it names its tp_init itself, though it may be the base's.
 */
export function addOperators(type: TypeBody, ownInit: boolean): void {
  for (const def of slotdefs()) {
    if (def.wrapper === null) continue;
    const func = type[def.slot];
    if (func === null || type.dict.v.hasStr(def.name)) continue;
    // Inherited slots have their wrapper in the base's dict.
    const own = ownInit && def.slot === 'tp_init';
    if (!own && type.base !== null && type.base[def.slot] === func && inherits(type.base, def.name)) continue;
    if (def.slot === 'tp_hash' && func === hashNotImplemented) {
      dict_setStr(type.dict, '__hash__', None);
      continue;
    }
    const body: WrapperDescrBody = { name: def.name, owner: type, doc: def.doc, def, func };
    const descr = newDescr(T_WRAPPER_DESCR, body);
    dict_setStr(type.dict, def.name, descr);
    decref(descr);
  }
  if (type.tp_hash === null && !type.dict.v.hasStr('__hash__')) {
    dict_setStr(type.dict, '__hash__', None);
    type.tp_hash = hashNotImplemented;
  }
}

function inherits(base: TypeBody, name: string): boolean {
  return base.mro.some(t => t.dict.v.hasStr(name));
}

let bySlot: Map<SlotName, SlotDef[]> | null = null;

function groups(): Map<SlotName, SlotDef[]> {
  if (bySlot === null) {
    bySlot = new Map();
    for (const def of slotdefs()) {
      const group = bySlot.get(def.slot);
      if (group === undefined) bySlot.set(def.slot, [def]);
      else group.push(def);
    }
  }
  return bySlot;
}

/** fixup_slot_dispatchers: sets every slot of a Python class from what its mro says. */
export function fixupSlots(type: TypeBody): void {
  for (const [slot, defs] of groups()) updateSlot(type, slot, defs);
}

/** Sets the slots that `name` feeds, in a class and its subclasses (update_slot). */
export function updateSlotsOf(type: TypeBody, name: string): void {
  const slots: [SlotName, SlotDef[]][] = [];
  for (const entry of groups()) if (entry[1].some(def => def.name === name)) slots.push(entry);
  if (slots.length > 0) updateRecursively(type, name, slots);
}

function updateRecursively(type: TypeBody, name: string, slots: [SlotName, SlotDef[]][]): void {
  for (const [slot, defs] of slots) updateSlot(type, slot, defs);
  for (const subclass of type.subclasses) {
    // A subclass that defines the method itself does not change.
    if (!subclass.dict.v.hasStr(name)) updateRecursively(subclass, name, slots);
  }
}

/** update_one_slot. */
function updateSlot(type: TypeBody, slot: SlotName, defs: SlotDef[]): void {
  let specific: unknown = null;
  let generic: unknown = null;
  let useGeneric = false;
  let any = false;
  for (const def of defs) {
    const descr = typeLookup(type, def.name);
    if (descr === null) continue;
    any = true;
    if (descr.type === T_WRAPPER_DESCR && descr.v.def.name === def.name) {
      const d = (descr as PyContainer<WrapperDescrBody>).v;
      const only = resolveSlotdups(type, def.name);
      if (only === null || only === slot) generic = def.func;
      if ((specific === null || specific === d.func) && d.def.wrapper === def.wrapper && type.mro.includes(d.owner))
        specific = d.func;
      else useGeneric = true;
    } else if (slot === 'tp_new' && descr.type === T_BUILTIN && descr.v.self !== null) {
      // `__new__` of a builtin type: what was inherited stays, even a `slot_tp_new` whose `__new__` is gone.
      specific = type.tp_new;
    } else if (descr === None && def.name === '__hash__') {
      specific = hashNotImplemented;
    } else if (def.func !== null) {
      useGeneric = true;
      generic = def.func;
    }
  }
  const target = type as unknown as Record<string, unknown>;
  if (!any) {
    target[slot] = null;
    return;
  }
  if (specific !== null && !useGeneric) target[slot] = specific;
  else target[slot] = generic;
  if (target[slot] === slot_tp_getattr_hook && typeLookup(type, '__getattr__') === null)
    target[slot] = slot_tp_getattro;
  if (slot === 'tp_new') type.isPythonNew = target[slot] === slot_tp_new;
}

/** resolve_slotdups: the one slot fed by `name` that the type has, or null when it has none or several. */
function resolveSlotdups(type: TypeBody, name: string): SlotName | null {
  let found: SlotName | null = null;
  for (const def of slotdefs()) {
    if (def.name !== name || type[def.slot] === null) continue;
    if (found !== null) return null;
    found = def.slot;
  }
  return found;
}
