/**
 * Free lists of types (Include/internal/pycore_{tuple,floatobject,list,dict,context,genobject}.h): memory of dead
 * objects kept for the next object of the type, last in first out. Only addresses are kept; the JavaScript object is
 * made anew. Parked objects hide from `gc.get_count` and stay counted in `sys.getallocatedblocks`.
 */
import { free } from './pymalloc.ts';
import { gcFreeAt } from './gc.ts';

export class FreeList {
  /** How many are parked (numfree). */
  size = 0;
  private readonly slots: Int32Array;

  /** `presize`: units before the object's address, 0 for objects without GC head. */
  constructor(
    readonly cap: number,
    readonly presize: number,
  ) {
    this.slots = new Int32Array(cap);
  }

  /** Address of the object parked last, or 0 when the list is empty. */
  pop(): number {
    return this.size === 0 ? 0 : this.slots[--this.size];
  }

  /** Parks an object's memory; false when the list is full (the caller frees it). */
  push(addr: number): boolean {
    if (this.size === this.cap) return false;
    this.slots[this.size++] = addr;
    return true;
  }

  /** Frees what is parked, last first. */
  clear(): void {
    while (this.size !== 0) {
      const addr = this.slots[--this.size];
      if (this.presize === 0) free(addr);
      else gcFreeAt(addr, this.presize);
    }
  }

  /** What is parked, for the audit and the inspector. */
  addresses(): number[] {
    return Array.from(this.slots.subarray(0, this.size));
  }
}

/**
 * By number of items; index 0 is unused (there is one empty tuple). PyTuple_MAXSAVESIZE 20, PyTuple_MAXFREELIST 2000.
 * Tuples of 20 are parked but never taken again in 3.12 (measured: `tuple(r)` of 20 items raises get_count each time).
 */
export const tupleFreeLists: FreeList[] = Array.from({ length: 21 }, () => new FreeList(2000, 1));
export const floatFreeList = new FreeList(100, 0);
export const listFreeList = new FreeList(80, 1);
export const dictFreeList = new FreeList(80, 1);
/** Key tables of 8 slots for str keys only (DK_LOG_SIZE 3, DICT_KEYS_UNICODE). */
export const dictKeysFreeList = new FreeList(80, 0);
export const asyncGenValueFreeList = new FreeList(80, 1);
export const asyncGenAsendFreeList = new FreeList(80, 1);
export const contextFreeList = new FreeList(255, 1);
/** One slice is kept (slice_cache); a collection does not clear it. */
export const sliceFreeList = new FreeList(1, 1);

/** MemoryError instances (MEMERRORS_SAVE), full from the start; a collection does not clear it. */
export const memoryErrorFreeList = new FreeList(16, 1);

/** clear_freelists (Modules/gcmodule.c), in its order: at the end of every full collection. */
export function clear_freelists(): void {
  for (let i = 1; i < tupleFreeLists.length; i++) tupleFreeLists[i].clear();
  floatFreeList.clear();
  listFreeList.clear();
  dictFreeList.clear();
  dictKeysFreeList.clear();
  asyncGenValueFreeList.clear();
  asyncGenAsendFreeList.clear();
  contextFreeList.clear();
}

/** Every free list with its name, in clearing order. */
export function allFreeLists(): [string, FreeList][] {
  return [
    ...tupleFreeLists.map((list, i): [string, FreeList] => [`free ${i}-sized PyTupleObject`, list]).slice(1),
    ['free PyFloatObject', floatFreeList],
    ['free PyListObject', listFreeList],
    ['free PyDictObject', dictFreeList],
    ['free PyDictKeysObject', dictKeysFreeList],
    ['free PyAsyncGenWrappedValue', asyncGenValueFreeList],
    ['free PyAsyncGenASend', asyncGenAsendFreeList],
    ['free PyContext', contextFreeList],
    ['free PySliceObject', sliceFreeList],
    ['free MemoryError', memoryErrorFreeList],
  ];
}
