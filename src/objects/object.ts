/** `object` itself, allocation of instances, and the generic attribute protocol (Objects/object.c, typeobject.c). */
import {
  PyAtom,
  PyContainer,
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TPFLAGS_HEAPTYPE,
  TPFLAGS_IS_ABSTRACT,
  TypeBody,
  type PyObject,
} from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { born } from '../heap/audit.ts';
import { gcFree, gcMalloc, track } from '../heap/gc.ts';
import { nulls } from '../heap/items.ts';
import { free, idOf, malloc } from '../heap/pymalloc.ts';
import { Py_EQ, Py_NE } from '../heap/slots.ts';
import { pointerHash } from '../text/hash.ts';
import { noAttribute, raise, typeError } from '../exceptions/raise.ts';
import { T_AttributeError } from '../exceptions/types.ts';
import { isTrue, repr, str } from '../protocols/object.ts';
import { getattrStr } from '../protocols/attribute.ts';
import { iterateStrings, sortedNameList } from './dir.ts';
import { initInlineValues, instanceAttribute, storeInstanceAttribute } from './attributes.ts';
import { defineType } from './define.ts';
import { object_reduce_ex, object_getstate } from './object_reduce.ts';
import { bool, None, NotImplemented } from './singletons.ts';
import { isStr, newStr } from './str.ts';
import { newInt } from './int.ts';
import { typeLookup } from './type_lookup.ts';
import { hexAddress } from './text.ts';
import { setClass } from './type_class.ts';

export const T_OBJECT = new TypeBody('object');

/**
 * A new object of a builtin GC type with the body `v`, tracked (PyObject_GC_New and _PyObject_GC_TRACK). New reference; for
 * a heap type it takes a reference to the type object.
 */
export function gcNew<V>(type: TypeBody, v: V): PyContainer<V> {
  const o = new PyContainer<V>(1, type, gcMalloc(type, type.basicsize), v);
  if ((type.flags & TPFLAGS_HEAPTYPE) !== 0) type.obj.rc++;
  track(o);
  born(o);
  return o;
}

/** A new object of a builtin type without GC. */
export function atomNew<V>(type: TypeBody, v: V): PyAtom<V> {
  const o = new PyAtom<V>(1, type, malloc(type.basicsize), v, 0);
  born(o);
  return o;
}

/**
 * PyType_GenericAlloc: an instance of any type, with `nitems` of its items; tracked when the type has GC. For a class with
 * `__slots__` its members are made here; inline values come from object_new.
 */
export function object_alloc(type: TypeBody, nitems = 0): PyContainer {
  let size = type.basicsize;
  if (type.itemsize !== 0) size = (size + (nitems + 1) * type.itemsize + 7) & ~7;
  if ((type.flags & TPFLAGS_HAVE_GC) === 0) {
    const atom = new PyContainer(1, type, malloc(size), null);
    if ((type.flags & TPFLAGS_HEAPTYPE) !== 0) type.obj.rc++;
    if (type.slotCount > 0) atom.values = nulls(type.slotCount);
    born(atom);
    return atom;
  }
  const o = new PyContainer(1, type, gcMalloc(type, size), null);
  if ((type.flags & TPFLAGS_HEAPTYPE) !== 0) type.obj.rc++;
  if (type.slotCount > 0) o.values = nulls(type.slotCount);
  track(o);
  born(o);
  return o;
}

/** tp_free for instances made by object_alloc. */
export function object_free(o: PyObject): void {
  if ((o.type.flags & TPFLAGS_HAVE_GC) !== 0) gcFree(o as PyContainer);
  else free(o.addr);
}

/** A new plain instance, as `object.__new__(type)` makes it without looking at arguments. */
export function object_new_plain(type: TypeBody): PyContainer {
  const o = object_alloc(type);
  if (type.sharedKeys !== null) initInlineValues(o, type);
  return o;
}

function excessArgs(args: PyObject[]): boolean {
  return args.length > 0;
}

export function object_new(type: TypeBody, args: PyObject[]): PyObject {
  if (excessArgs(args)) {
    if (type.tp_new !== object_new) typeError('object.__new__() takes exactly one argument (the type to instantiate)');
    if (type.tp_init === object_init) typeError(`${type.name}() takes no arguments`);
  }
  if ((type.flags & TPFLAGS_IS_ABSTRACT) !== 0) abstractError(type);
  return object_new_plain(type);
}

function abstractError(type: TypeBody): never {
  const abstract = getattrStr(type.obj, '__abstractmethods__');
  const names = iterateStrings(abstract).sort();
  decref(abstract);
  const s = names.length > 1 ? 's' : '';
  return typeError(
    `Can't instantiate abstract class ${type.name} without an implementation for abstract method${s} ${names.map(n => `'${n}'`).join(', ')}`,
  );
}

export function object_init(o: PyObject, args: PyObject[]): void {
  if (!excessArgs(args)) return;
  const type = o.type;
  if (type.tp_init !== object_init)
    typeError('object.__init__() takes exactly one argument (the instance to initialize)');
  if (type.tp_new === object_new)
    typeError(`${type.name}.__init__() takes exactly one argument (the instance to initialize)`);
}

function object_dealloc(o: PyObject): void {
  object_free(o);
}

export function object_repr(o: PyObject): PyObject {
  const type = o.type;
  const module = typeModule(type);
  const qualname = type.qualname === null ? lastPart(type.name) : (type.qualname.v as string);
  const name = module === null || module === 'builtins' ? type.name : `${module}.${qualname}`;
  return newStr(`<${name} object at ${hexAddress(o)}>`);
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** The class's `__module__` as text, or null when it is no str. */
export function typeModule(type: TypeBody): string | null {
  if ((type.flags & TPFLAGS_HEAPTYPE) === 0) {
    const dot = type.name.lastIndexOf('.');
    return dot < 0 ? 'builtins' : type.name.slice(0, dot);
  }
  const module = typeLookup(type, '__module__');
  return module !== null && isStr(module) ? (module.v as string) : null;
}

function object_str(o: PyObject): PyObject {
  return repr(o);
}

export function object_hash(o: PyObject): void {
  pointerHash(idOf(o));
}

export function object_richcompare(a: PyObject, b: PyObject, op: number): PyObject {
  if (op === Py_EQ) return a === b ? bool(true) : NotImplemented;
  if (op === Py_NE) {
    // By default, != is the inverse of == unless the latter answers NotImplemented.
    const compare = a.type.tp_richcompare;
    if (compare === null) return NotImplemented;
    const equal = compare(a, b, Py_EQ);
    if (equal === NotImplemented) return equal;
    try {
      return bool(!isTrue(equal));
    } finally {
      decref(equal);
    }
  }
  return NotImplemented;
}

/** What object_getattro answers null for: an attribute that is nowhere, or any AttributeError. */
export const MISSING = 1;
export const SUPPRESS = 2;

/**
 * _PyObject_GenericGetAttrWithDict: data descriptor, instance, class attribute. Answers null in place of what `suppress` says.
 */
export function object_getattro(o: PyObject, name: PyObject<string>): PyObject;
export function object_getattro(o: PyObject, name: PyObject<string>, suppress: number): PyObject | null;
export function object_getattro(o: PyObject, name: PyObject<string>, suppress?: number): PyObject | null {
  const type = o.type;
  if (!isStr(name)) typeError(`attribute name must be string, not '${(name as PyObject).type.name}'`);
  const descr = typeLookup(type, name.v);
  let get = null;
  if (descr !== null) {
    get = descr.type.tp_descr_get;
    if (get !== null && descr.type.tp_descr_set !== null) return descrGet(descr, get, o, type, suppress);
  }
  if (type.dictoffset !== 0) {
    const value = instanceAttribute(o as PyContainer, name.v);
    if (value !== null) return incref(value);
  }
  if (descr !== null) {
    if (get !== null) return descrGet(descr, get, o, type, suppress);
    return incref(descr);
  }
  return suppress === undefined ? noAttribute(o, name) : null;
}

function descrGet(
  descr: PyObject,
  get: NonNullable<TypeBody['tp_descr_get']>,
  o: PyObject,
  type: TypeBody,
  suppress: number | undefined,
): PyObject | null {
  descr.rc++;
  try {
    return get(descr, o, type.obj);
  } catch (e) {
    if (suppress === SUPPRESS && isAttributeError(e)) {
      decref(e as PyObject);
      return null;
    }
    throw e;
  } finally {
    decref(descr);
  }
}

function isAttributeError(e: unknown): boolean {
  return e instanceof PyContainer && e.type.mro.some(t => t.name === 'AttributeError');
}

/** _PyObject_GenericSetAttrWithDict. */
export function object_setattro(o: PyObject, name: PyObject<string>, value: PyObject | null): void {
  const type = o.type;
  if (!isStr(name)) typeError(`attribute name must be string, not '${(name as PyObject).type.name}'`);
  const descr = typeLookup(type, name.v);
  if (descr !== null) {
    const set = descr.type.tp_descr_set;
    if (set !== null) {
      descr.rc++;
      try {
        return set(descr, o, value);
      } finally {
        decref(descr);
      }
    }
  }
  if (type.dictoffset === 0) {
    if (descr === null) cannotSet(o, name);
    raise(T_AttributeError, `'${type.name}' object attribute '${name.v}' is read-only`);
  }
  if (!storeInstanceAttribute(o as PyContainer, name, value)) cannotSet(o, name);
}

/** Unlike a failed lookup, a failed assignment does not say in `name` and `obj` what was asked for. */
function cannotSet(o: PyObject, name: PyObject<string>): never {
  return raise(T_AttributeError, `'${o.type.name}' object has no attribute '${name.v}'`);
}

// ---- methods of object

function object_get_class(o: PyObject): PyObject {
  return incref(o.type.obj);
}

function object_format(self: PyObject, spec: PyObject): PyObject {
  if (!isStr(spec)) typeError(`__format__() argument must be str, not ${spec.type.name}`);
  if ((spec.v as string).length > 0) typeError(`unsupported format string passed to ${self.type.name}.__format__`);
  return str(self);
}

function object_sizeof(self: PyObject): PyObject {
  const type = self.type;
  return newInt(type.sizeof === null ? type.basicsize : type.sizeof(self));
}

function object_dir(self: PyObject): PyObject {
  return sortedNameList(self);
}

function object_subclasshook(): PyObject {
  return incref(NotImplemented);
}

function object_init_subclass(): PyObject {
  return incref(None);
}

export function initObject(): void {
  defineType(T_OBJECT, {
    flags: TPFLAGS_BASETYPE,
    basicsize: 16,
    doc: `The base class of the class hierarchy.

When called, it accepts no arguments and returns a new featureless
instance that has no instance attributes and cannot be given any.
`,
    slots: {
      tp_dealloc: object_dealloc,
      tp_repr: object_repr,
      tp_str: object_str,
      tp_hash: object_hash,
      tp_richcompare: object_richcompare,
      tp_getattro: object_getattro,
      tp_setattro: object_setattro,
      tp_new: object_new,
      tp_init: object_init,
    },
    methods: [
      ['__reduce_ex__', object_reduce_ex, '($self, protocol, /)', 'Helper for pickle.'],
      ['__reduce__', (o: PyObject) => object_reduce_ex(o, null), '($self, /)', 'Helper for pickle.'],
      ['__getstate__', object_getstate, '($self, /)', 'Helper for pickle.'],
      [
        '__format__',
        object_format,
        '($self, format_spec, /)',
        'Default object formatter.\n\nReturn str(self) if format_spec is empty. Raise TypeError otherwise.',
      ],
      ['__sizeof__', object_sizeof, '($self, /)', 'Size of object in memory, in bytes.'],
      ['__dir__', object_dir, '($self, /)', 'Default dir() implementation.'],
    ],
    classmethods: [
      [
        '__subclasshook__',
        object_subclasshook,
        '!(*args)',
        'Abstract classes can override this to customize issubclass().',
      ],
      ['__init_subclass__', object_init_subclass, '!()', 'This method is called when a class is subclassed.'],
    ],
    getset: [['__class__', object_get_class, setClass, "the object's class"]],
  });
}
