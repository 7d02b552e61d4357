/** The _abc module: what ABCMeta does (Modules/_abc.c). */
import {
  type PyContainer,
  TPFLAGS_HAVE_GC,
  TPFLAGS_IMMUTABLETYPE,
  TPFLAGS_MAPPING,
  TPFLAGS_SEQUENCE,
  TypeBody,
  type PyObject,
  type Visit,
} from '../heap/object.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { decref, incref, xdecref } from '../heap/refcount.ts';
import type { PyWeakref } from '../heap/weakrefs.ts';
import { isPyException } from '../exceptions/body.ts';
import { raise, runtimeError, typeError } from '../exceptions/raise.ts';
import { T_AssertionError, T_TypeError } from '../exceptions/types.ts';
import { newBuiltin } from '../objects/builtin_function.ts';
import { defineType } from '../objects/define.ts';
import { dict_delStr, dict_getStr } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { isList } from '../objects/list.ts';
import { defineModule, type PyModule } from '../objects/module.ts';
import { gcNew } from '../objects/object.ts';
import { newFrozenSet, newSet, setEntries, set_addKey, set_contains, type PySet } from '../objects/set.ts';
import { addKey, clearTable, discardKey } from '../objects/set_table.ts';
import { signature } from '../objects/signature.ts';
import { bool, False, None, NotImplemented, True } from '../objects/singletons.ts';
import { newTuple } from '../objects/tuple.ts';
import { isType } from '../objects/type.ts';
import { isSubtype, typeModified } from '../objects/type_lookup.ts';
import { newWeakref, T_REF, weakref_getObject } from '../objects/weakref.ts';
import { getattrStr, lookupattr, lookupattrStr, setattrStr } from '../protocols/attribute.ts';
import { callMethodStr } from '../protocols/call.ts';
import { isSubclass } from '../protocols/isinstance.ts';
import { iterate } from '../protocols/iterator.ts';
import { isTrue } from '../protocols/object.ts';

const COLLECTION_FLAGS = TPFLAGS_SEQUENCE | TPFLAGS_MAPPING;

/** Grows with every register(); a negative cache of an older version is void. */
let invalidationCounter = 0;

/** What hangs on every ABC as `_abc_impl`: sets of weak references to classes, made when first needed. */
class ABCData {
  registry: PySet | null = null;
  cache: PySet | null = null;
  negativeCache: PySet | null = null;
  negativeCacheVersion = invalidationCounter;
}

type PyABCData = PyContainer<ABCData>;

const T_ABC_DATA = new TypeBody('_abc._abc_data');

function abc_data_traverse(o: PyContainer, visit: Visit): void {
  const { registry, cache, negativeCache } = (o as PyABCData).v;
  if (registry !== null) visit(registry, 'registry');
  if (cache !== null) visit(cache, 'cache');
  if (negativeCache !== null) visit(negativeCache, 'negative_cache');
}

function abc_data_clear(o: PyContainer): void {
  const data = (o as PyABCData).v;
  const { registry, cache, negativeCache } = data;
  data.registry = data.cache = data.negativeCache = null;
  xdecref(registry);
  xdecref(cache);
  xdecref(negativeCache);
}

function abc_data_dealloc(o: PyObject): void {
  untrack(o as PyABCData);
  abc_data_clear(o as PyABCData);
  gcFree(o as PyABCData);
}

/** _get_impl: the class's `_abc_impl`; new reference. */
function getImpl(self: PyObject): PyABCData {
  const impl = getattrStr(self, '_abc_impl');
  if (impl.type !== T_ABC_DATA) {
    decref(impl);
    typeError('_abc_impl is set to a wrong type');
  }
  return impl as PyABCData;
}

function withImpl<R>(self: PyObject, fn: (data: ABCData) => R): R {
  const impl = getImpl(self);
  try {
    return fn(impl.v);
  } finally {
    decref(impl);
  }
}

function inWeakSet(set: PySet | null, o: PyObject): boolean {
  if (set === null || set.v.used === 0) return false;
  let ref: PyObject;
  try {
    ref = newWeakref(T_REF, o, null);
  } catch (e) {
    if (!isPyException(e, T_TypeError)) throw e;
    decref(e);
    return false;
  }
  try {
    return set_contains(set, ref);
  } finally {
    decref(ref);
  }
}

/** _destroy: callback of the weak references in a set; its self is a weak reference to the set. */
function destroy(setRef: PyWeakref, ref: PyObject): PyObject {
  const set = weakref_getObject(setRef);
  if (set === None) return None;
  incref(set);
  try {
    discardKey(set as PySet, ref);
  } finally {
    decref(set);
  }
  return None;
}

function addToWeakSet(set: PySet | null, o: PyObject): PySet {
  const target = set ?? newSet();
  const setRef = newWeakref(T_REF, target, null);
  const callback = newBuiltin('_destroy', signature('_destroy', '!($self, ref, /)'), destroy, setRef, null, null);
  decref(setRef);
  let ref: PyObject | null = null;
  try {
    ref = newWeakref(T_REF, o, callback);
    addKey(target, ref);
  } finally {
    if (ref !== null) decref(ref);
    decref(callback);
  }
  return target;
}

function isAbstract(o: PyObject): boolean {
  const flag = lookupattrStr(o, '__isabstractmethod__');
  if (flag === null) return false;
  try {
    return isTrue(flag);
  } finally {
    decref(flag);
  }
}

/** compute_abstract_methods: sets `__abstractmethods__` from the namespace and the bases. */
function computeAbstractMethods(self: PyObject): void {
  const abstracts = newFrozenSet(null);
  const ns = getattrStr(self, '__dict__');
  let items: PyObject | null = null;
  let bases: PyObject | null = null;
  try {
    items = callMethodStr(ns, 'items');
    iterate(items, pair => {
      const [key, value] = pair.v as PyObject[];
      if (isAbstract(value)) addKey(abstracts, key);
    });
    bases = getattrStr(self, '__bases__');
    for (const base of bases.v as PyObject[]) {
      const inherited = lookupattrStr(base, '__abstractmethods__');
      if (inherited === null) continue;
      try {
        iterate(inherited, key => {
          const value = lookupattr(self, key as PyObject<string>);
          if (value === null) return;
          try {
            if (isAbstract(value)) addKey(abstracts, key);
          } finally {
            decref(value);
          }
        });
      } finally {
        decref(inherited);
      }
    }
    setattrStr(self, '__abstractmethods__', abstracts);
  } finally {
    decref(abstracts);
    decref(ns);
    xdecref(items);
    xdecref(bases);
  }
}

function _abc__abc_init(_module: PyModule, self: PyObject): PyObject {
  computeAbstractMethods(self);
  const data = gcNew(T_ABC_DATA, new ABCData());
  try {
    setattrStr(self, '_abc_impl', data);
  } finally {
    decref(data);
  }
  if (isType(self)) {
    const type = self.v as TypeBody;
    const value = dict_getStr(type.dict, '__abc_tpflags__');
    if (value !== null) {
      const flags = Number(value.v as number | bigint) & COLLECTION_FLAGS;
      if (flags === COLLECTION_FLAGS)
        typeError('__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING');
      type.flags |= flags;
      dict_delStr(type.dict, '__abc_tpflags__');
      typeModified(type);
    }
  }
  return None;
}

function setCollectionFlagRecursive(type: TypeBody, flag: number): void {
  if ((type.flags & (TPFLAGS_IMMUTABLETYPE | COLLECTION_FLAGS)) !== 0) return;
  type.flags = (type.flags & ~COLLECTION_FLAGS) | flag;
  for (const child of type.subclasses) setCollectionFlagRecursive(child, flag);
}

function _abc__abc_register(_module: PyModule, self: PyObject, subclass: PyObject): PyObject {
  if (!isType(subclass)) typeError('Can only register classes');
  if (isSubclass(subclass, self)) return incref(subclass);
  // After the first test, so that X.register(X) does nothing.
  if (isSubclass(self, subclass)) runtimeError('Refusing to create an inheritance cycle');
  withImpl(self, data => {
    data.registry = addToWeakSet(data.registry, subclass);
  });
  invalidationCounter++;
  if (isType(self)) {
    const flag = (self.v as TypeBody).flags & COLLECTION_FLAGS;
    if (flag !== 0) setCollectionFlagRecursive(subclass.v as TypeBody, flag);
  }
  return incref(subclass);
}

function subclassCheck(self: PyObject, cls: PyObject): PyObject {
  return callMethodStr(self, '__subclasscheck__', cls);
}

function _abc__abc_instancecheck(_module: PyModule, self: PyObject, instance: PyObject): PyObject {
  return withImpl(self, data => {
    const cls = getattrStr(instance, '__class__');
    try {
      if (inWeakSet(data.cache, cls)) return True;
      const type = instance.type.obj;
      if (type === cls) {
        if (data.negativeCacheVersion === invalidationCounter && inWeakSet(data.negativeCache, cls)) return False;
        return subclassCheck(self, cls);
      }
      const result = subclassCheck(self, cls);
      let yes = false;
      try {
        yes = isTrue(result);
      } finally {
        if (!yes) decref(result);
      }
      return yes ? result : subclassCheck(self, type);
    } finally {
      decref(cls);
    }
  });
}

/** subclasscheck_check_registry: is it, or does it derive from, a registered class? */
function inRegistry(data: ABCData, cls: PyObject): boolean {
  if (inWeakSet(data.registry, cls)) return true;
  if (data.registry === null) return false;
  // Callbacks may take references out meanwhile.
  const refs = setEntries(data.registry).map(incref) as PyWeakref[];
  try {
    for (const ref of refs) {
      const registered = weakref_getObject(ref);
      if (registered === None) continue;
      incref(registered);
      try {
        if (isSubclass(cls, registered)) {
          data.cache = addToWeakSet(data.cache, cls);
          return true;
        }
      } finally {
        decref(registered);
      }
    }
    return false;
  } finally {
    refs.forEach(decref);
  }
}

function checkSubclass(self: PyObject, cls: PyObject, data: ABCData): boolean {
  if (inWeakSet(data.cache, cls)) return true;
  if (data.negativeCacheVersion < invalidationCounter) {
    if (data.negativeCache !== null) clearTable(data.negativeCache);
    data.negativeCacheVersion = invalidationCounter;
  } else if (inWeakSet(data.negativeCache, cls)) {
    return false;
  }
  const ok = callMethodStr(self, '__subclasshook__', cls);
  decref(ok);
  if (ok === True) {
    data.cache = addToWeakSet(data.cache, cls);
    return true;
  }
  if (ok === False) {
    data.negativeCache = addToWeakSet(data.negativeCache, cls);
    return false;
  }
  if (ok !== NotImplemented)
    raise(T_AssertionError, '__subclasshook__ must return either False, True, or NotImplemented');
  if (isType(self) && isSubtype(cls.v as TypeBody, self.v as TypeBody)) {
    data.cache = addToWeakSet(data.cache, cls);
    return true;
  }
  if (inRegistry(data, cls)) return true;
  const subclasses = callMethodStr(self, '__subclasses__');
  try {
    if (!isList(subclasses)) typeError('__subclasses__() must return a list');
    for (let i = 0; i < subclasses.v.length; i++) {
      const child = incref(subclasses.v[i]);
      try {
        if (isSubclass(cls, child)) {
          data.cache = addToWeakSet(data.cache, cls);
          return true;
        }
      } finally {
        decref(child);
      }
    }
  } finally {
    decref(subclasses);
  }
  data.negativeCache = addToWeakSet(data.negativeCache, cls);
  return false;
}

function _abc__abc_subclasscheck(_module: PyModule, self: PyObject, subclass: PyObject): PyObject {
  if (!isType(subclass)) typeError('issubclass() arg 1 must be a class');
  return withImpl(self, data => bool(checkSubclass(self, subclass, data)));
}

function _abc_get_cache_token(): PyObject {
  return newInt(invalidationCounter);
}

function _abc__reset_registry(_module: PyModule, self: PyObject): PyObject {
  return withImpl(self, data => {
    if (data.registry !== null) clearTable(data.registry);
    return None;
  });
}

function _abc__reset_caches(_module: PyModule, self: PyObject): PyObject {
  return withImpl(self, data => {
    if (data.cache !== null) clearTable(data.cache);
    if (data.negativeCache !== null) clearTable(data.negativeCache);
    return None;
  });
}

function copySet(set: PySet | null): PyObject {
  const copy = newSet();
  if (set !== null) for (const key of setEntries(set)) set_addKey(copy, key);
  return copy;
}

function _abc__get_dump(_module: PyModule, self: PyObject): PyObject {
  return withImpl(self, data =>
    newTuple([
      copySet(data.registry),
      copySet(data.cache),
      copySet(data.negativeCache),
      newInt(data.negativeCacheVersion),
    ]),
  );
}

/** Makes the module; new reference. */
export function makeABC(): PyModule {
  defineType(T_ABC_DATA, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 48,
    doc: 'Internal state held by ABC machinery.',
    slots: { tp_dealloc: abc_data_dealloc, tp_traverse: abc_data_traverse, tp_clear: abc_data_clear },
  });
  return defineModule({
    name: '_abc',
    doc: 'Module contains faster C implementation of abc.ABCMeta',
    functions: [
      ['_abc_init', _abc__abc_init, '($module, self, /)', 'Sets a class up as an ABC.'],
      ['_abc_register', _abc__abc_register, '($module, self, subclass, /)', 'Registers a virtual subclass.'],
      ['_abc_instancecheck', _abc__abc_instancecheck, '($module, self, instance, /)', 'isinstance() for an ABC.'],
      ['_abc_subclasscheck', _abc__abc_subclasscheck, '($module, self, subclass, /)', 'issubclass() for an ABC.'],
      ['_get_dump', _abc__get_dump, '($module, self, /)', 'Copies of the registry and the caches, and the version.'],
      ['_reset_registry', _abc__reset_registry, '($module, self, /)', 'Empties the registry of a class.'],
      ['_reset_caches', _abc__reset_caches, '($module, self, /)', 'Empties both caches of a class.'],
      [
        'get_cache_token',
        _abc_get_cache_token,
        '($module, /)',
        'The version of the caches: it changes with every register() of any ABC.',
      ],
    ],
  });
}
