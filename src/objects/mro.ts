/** Method resolution order: C3 linearisation, or a metaclass's own `mro()` (mro_internal in Objects/typeobject.c). */
import type { PyContainer, PyObject, TypeBody } from '../heap/object.ts';
import { decref } from '../heap/refcount.ts';
import { typeError } from '../exceptions/raise.ts';
import { callUnbound } from '../protocols/call.ts';
import { sequenceToArray } from '../protocols/sequence.ts';
import { isType, T_TYPE } from './type.ts';
import { newTuple } from './tuple.ts';
import { typeLookup } from './type_lookup.ts';

/** Sets `type.mro` and `type.mroTuple`. */
export function computeMro(type: TypeBody, metatype: TypeBody): void {
  let mro: TypeBody[];
  const custom = metatype === T_TYPE ? null : typeLookup(metatype, 'mro');
  if (custom !== null && custom !== typeLookup(T_TYPE, 'mro')) {
    const result = callUnbound(custom, type.obj, []);
    try {
      mro = sequenceToArray(result).map(checked);
    } finally {
      decref(result);
    }
  } else mro = linearize(type);
  type.mro = mro;
  const old = type.mroTuple;
  for (const t of mro) t.obj.rc++;
  type.mroTuple = newTuple(mro.map(t => t.obj));
  if (old !== null) decref(old);
}

function checked(o: PyObject): TypeBody {
  if (!isType(o)) typeError(`mro() returned a non-class ('${o.type.name}')`);
  return (o as PyContainer<TypeBody>).v;
}

/** The C3 order of a class; TypeError when its bases have none. */
export function linearize(type: TypeBody): TypeBody[] {
  const bases = (type.bases!.v as PyContainer<TypeBody>[]).map(o => o.v);
  if (bases.length === 1) return [type, ...bases[0].mro];
  const seen = new Set<TypeBody>();
  for (const b of bases) {
    if (seen.has(b)) typeError(`duplicate base class ${b.name}`);
    seen.add(b);
  }
  const lists = [...bases.map(b => b.mro), bases];
  const at = lists.map(() => 0);
  const result = [type];
  for (;;) {
    let empty = 0;
    let picked: TypeBody | null = null;
    for (let i = 0; i < lists.length && picked === null; i++) {
      if (at[i] >= lists[i].length) {
        empty++;
        continue;
      }
      const candidate = lists[i][at[i]];
      if (!lists.some((list, j) => list.indexOf(candidate, at[j] + 1) >= 0)) picked = candidate;
    }
    if (picked === null) {
      if (empty === lists.length) return result;
      conflict(lists, at);
    }
    result.push(picked!);
    for (let j = 0; j < lists.length; j++) if (lists[j][at[j]] === picked) at[j]++;
  }
}

function conflict(lists: TypeBody[][], at: number[]): never {
  const names = new Set<string>();
  lists.forEach((list, i) => {
    if (at[i] < list.length) names.add(list[at[i]].name);
  });
  return typeError(`Cannot create a consistent method resolution\norder (MRO) for bases ${[...names].join(', ')}`);
}
