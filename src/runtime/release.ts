/** Deallocation as compiled code calls it: numbers, which die most often, without the indirect call. */
import { IMMORTAL, type PyObject } from '../heap/object.ts';
import { floatFreeList } from '../heap/freelist.ts';
import { free } from '../heap/pymalloc.ts';
import { STATIC_END } from '../heap/static.ts';
import { T_FLOAT } from '../objects/float.ts';
import { T_INT } from '../objects/int.ts';

/** As heap/refcount.ts `dealloc`. */
export function dealloc(o: PyObject): void {
  const type = o.type;
  if (type === T_INT) deallocInt(o);
  else if (type === T_FLOAT) deallocFloat(o);
  else if (o.addr < STATIC_END) o.rc = IMMORTAL;
  else type.tp_dealloc!(o);
}

/** An exact int whose count has reached 0; a small one starts anew. */
export function deallocInt(o: PyObject): void {
  if (o.addr < STATIC_END) o.rc = IMMORTAL;
  else free(o.addr);
}

/** An exact float whose count has reached 0. */
export function deallocFloat(o: PyObject): void {
  if (!floatFreeList.push(o.addr)) free(o.addr);
}
