/**
 * The four JavaScript classes of all Python objects, and the body of a type.
 *
 * V8 inlines a property access for up to four hidden classes; a fifth makes `o.rc` megamorphic everywhere
 * (measured: 3-4 ns for an increment and decrement with four, 17 ns with five). So there is no class per Python
 * type: what a type needs sits in `v`, and types are told apart by `o.type` and its flag bits.
 *
 * Every class has `rc`, `type`, `addr` first, in that order, so that one load serves all four.
 */
import { Slots } from './slots.ts';
import { STATIC_END } from './static.ts';

/** What every Python object has. Use the typed aliases (PyStr, PyList...) where the type is known. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface PyObject<V = any> {
  /** Reference count. Immortal objects start at IMMORTAL and drift; `isImmortal` tells. */
  rc: number;
  /** The type's body (not the type object: that is `type.obj`). */
  type: TypeBody;
  /** Simulated address in 16-byte units from the heap's base; `id()` is `idOf(o)`. */
  addr: number;
  /** The type's own data. */
  v: V;
}

/** int. `v` is a number while safe (|v| < 2**53), a BigInt beyond, never a BigInt within. */
export class PyInt implements PyObject<number | bigint> {
  constructor(
    public rc: number,
    public type: TypeBody,
    public addr: number,
    public v: number | bigint,
  ) {}
}

/** float (exact type only). */
export class PyFloat implements PyObject<number> {
  constructor(
    public rc: number,
    public type: TypeBody,
    public addr: number,
    public v: number,
  ) {}
}

/** Every other object that the collector never sees: str, bytes, complex, code, range, object(), iterators without GC... */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export class PyAtom<V = any> implements PyObject<V> {
  /** Hash once known (see HASHED in meta): its low and high 32 bits, signed. */
  hashLo = 0;
  hashHi = 0;
  constructor(
    public rc: number,
    public type: TypeBody,
    public addr: number,
    public v: V,
    /** Small flags and cached facts of the type, e.g. str: kind, interned, hashed. */
    public meta: number,
  ) {}
}

/** Every object of a type with Py_TPFLAGS_HAVE_GC: containers, functions, types, instances of classes. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export class PyContainer<V = any> implements PyObject<V> {
  /** The collector's list links; `gcNext === null` means untracked. */
  gcNext: PyContainer | null = null;
  gcPrev: PyContainer | null = null;
  /** GC_* flag bits; above them, during a collection, `gc_refs`. */
  gcRefs = 0;
  /**
   * `__slots__` members, then the attributes while they are inline (`dict === null`): indices of `type.sharedKeys`,
   * null where not set. Set positions form a prefix, which is insertion order; an instance whose attributes came in any other
   * order has GC_ODD_ORDER and its order in objects/attributes.ts.
   */
  values: (PyObject | null)[] | null = null;
  /** The instance's or function's materialised `__dict__`, owned, or null. */
  dict: PyContainer | null = null;
  /** Address of the object's own side block (list items, dict keys, set table, inline values), 0 for none. */
  mem = 0;
  /** Capacity of that block in the type's unit (list: items allocated). */
  cap = 0;
  constructor(
    public rc: number,
    public type: TypeBody,
    public addr: number,
    public v: V,
  ) {}
}

/** Flag bits of `gcRefs`. */
export const GC_FINALIZED = 1;
export const GC_COLLECTING = 2;
/** The object has weak references (heap/weakrefs.ts holds the list). */
export const GC_HAS_WEAKREFS = 4;
/** The order of the inline attributes is kept in objects/attributes.ts. */
export const GC_ODD_ORDER = 8;
/** During a collection: the object sits in the list of those that may be unreachable (NEXT_MASK_UNREACHABLE). */
export const GC_UNREACHABLE = 16;
/** The object is itself a weak reference. */
export const GC_WEAKREF = 32;
export const GC_REFS_SHIFT = 6;
export const GC_FLAGS_MASK = (1 << GC_REFS_SHIFT) - 1;

/** Start of an immortal's count: half of the Smi range, so that drift never reaches 0 nor overflows. */
export const IMMORTAL = 1 << 30;

/** True for an object whose `sys.getrefcount` is 4294967295 (PEP 683). */
export function isImmortal(o: PyObject): boolean {
  return o.addr < STATIC_END || o.rc > IMMORTAL >> 1;
}

/** Visitor of `traverse`: called with each owned reference and its label (index, key or attribute name) or null. */
export type Visit = (o: PyObject, label: string | number | null) => void;

// ---- type flags (Include/object.h)
export const TPFLAGS_MANAGED_WEAKREF = 1 << 3;
export const TPFLAGS_MANAGED_DICT = 1 << 4;
export const TPFLAGS_SEQUENCE = 1 << 5;
export const TPFLAGS_MAPPING = 1 << 6;
export const TPFLAGS_DISALLOW_INSTANTIATION = 1 << 7;
export const TPFLAGS_IMMUTABLETYPE = 1 << 8;
export const TPFLAGS_HEAPTYPE = 1 << 9;
export const TPFLAGS_BASETYPE = 1 << 10;
export const TPFLAGS_HAVE_VECTORCALL = 1 << 11;
export const TPFLAGS_HAVE_GC = 1 << 14;
export const TPFLAGS_METHOD_DESCRIPTOR = 1 << 17;
export const TPFLAGS_IS_ABSTRACT = 1 << 20;
export const TPFLAGS_MATCH_SELF = 1 << 22;
export const TPFLAGS_LONG_SUBCLASS = 1 << 24;
export const TPFLAGS_LIST_SUBCLASS = 1 << 25;
export const TPFLAGS_TUPLE_SUBCLASS = 1 << 26;
export const TPFLAGS_BYTES_SUBCLASS = 1 << 27;
export const TPFLAGS_UNICODE_SUBCLASS = 1 << 28;
export const TPFLAGS_DICT_SUBCLASS = 1 << 29;
export const TPFLAGS_BASE_EXC_SUBCLASS = 1 << 30;
export const TPFLAGS_TYPE_SUBCLASS = 1 << 31;

let nextVersion = 1;

/** A fresh, never used version tag (tp_version_tag); inline caches compare it. */
export function newVersionTag(): number {
  return nextVersion++;
}

/**
 * The C struct behind a type object. `obj` is the Python-visible type object, whose `v` is this body.
 * The slots are fields of their own (`o.type.nb_add`); a missing slot is null (see slots.ts).
 */
export class TypeBody extends Slots {
  /** The type object; set by the type's creation (objects/type.ts) before any instance exists. */
  obj: PyContainer<TypeBody> = null as unknown as PyContainer<TypeBody>;
  flags = 0;
  /** Changes whenever an attribute of the class or of a base changes, or `sharedKeys` gains a name. */
  ver = newVersionTag();
  /** tp_name: `int`, `collections.deque`; a heap type's plain name. */
  name: string;
  base: TypeBody | null = null;
  /** tuple of type objects, owned by the type object. */
  bases: PyContainer | null = null;
  mro: TypeBody[] = [];
  /** The mro tuple object, owned. */
  mroTuple: PyContainer | null = null;
  /** tp_dict: a real dict object, owned. */
  dict: PyContainer = null as unknown as PyContainer;
  /** Method cache: name -> attribute found along the mro (borrowed) or null for "not there"; dropped on change. */
  cache: Map<string, PyObject | null> = new Map();
  /** Live direct subclasses in creation order (weakly: a subclass removes itself when it dies). */
  subclasses: TypeBody[] = [];
  /** tp_subclasses: the dict of weak references to them, owned (objects/subclasses.ts); null while there is none. */
  subclassDict: PyContainer | null = null;
  /** Body size and item size in bytes as CPython's (for sizes and addresses). */
  basicsize = 16;
  itemsize = 0;
  /** Units of 16 bytes before the object's address: 0, 1 (GC head) or 2 (GC head and managed dict/weakref words). */
  presize = 0;
  /** -1 as CPython reports a managed dict, 0 for none, else the offset. */
  dictoffset = 0;
  weaklistoffset = 0;
  doc: string | null = null;
  /** tp_new is Python's `__new__` (slot_tp_new), here or inherited. */
  isPythonNew = false;
  /** A class written in Python whose only builtin base is object: instances own `values`, `dict` and the class, no more. */
  plain = false;
  /** What `__init__` was found to be (borrowed) when `ver` was `initVersion`. */
  init: PyObject | null = null;
  initVersion = 0;
  /** tp_vectorcall: making an instance takes the arguments as they are, without a tuple of them. Not inherited. */
  vectorcall = false;
  // ---- heap types (PyHeapTypeObject)
  /** ht_slots: the tuple of names in `__slots__`, mangled and sorted, owned, or null. */
  htSlots: PyContainer | null = null;
  /** ht_qualname object, owned; null for static types. */
  qualname: PyObject | null = null;
  /** ht_name object, owned; null for static types. */
  htName: PyObject | null = null;
  /** Members made by `__slots__`, bases' included: they occupy `values[0..slotCount)` of an instance. */
  slotCount = 0;
  /** ht_cached_keys: attribute name -> index in `values` (from slotCount on); null: no inline values. */
  sharedKeys: Map<string, number> | null = null;
  /** The names of sharedKeys in index order, as str objects, owned. */
  sharedKeyNames: PyObject<string>[] = [];
  /** dk_usable of ht_cached_keys: how many more names fit (30 at first; every instance made takes one while > 1). */
  sharedKeysUsable = 0;
  /** Length of a new instance's `values`: its slots and the known shared keys. */
  valuesCount = 0;

  constructor(name: string) {
    super();
    this.name = name;
  }
}
