/** What sys tells about objects and memory: getsizeof, getrefcount, intern, getallocatedblocks, _debugmallocstats. */
import { allFreeLists } from '../../heap/freelist.ts';
import type { PyObject } from '../../heap/object.ts';
import { arenaBytes, getAllocatedBlocks, mallocStats } from '../../heap/pymalloc.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { getrefcount, preHeaderSize } from '../../heap/sizes.ts';
import { isPyException } from '../../exceptions/body.ts';
import { typeError, valueError } from '../../exceptions/raise.ts';
import { T_TypeError } from '../../exceptions/types.ts';
import { call0 } from '../../protocols/call.ts';
import { lookupSpecial } from '../../protocols/attribute.ts';
import { isInt, newInt, newIntNumber } from '../../objects/int.ts';
import { None } from '../../objects/singletons.ts';
import { internCount, internInPlace, isStr, T_STR, type PyStr } from '../../objects/str.ts';
import { writeSys } from '../../runtime/sys_streams.ts';
import { badArgument } from '../../objects/bad_argument.ts';

export function sys_getrefcount(_module: PyObject, object: PyObject): PyObject {
  return newInt(getrefcount(object));
}

/** _PySys_GetSizeOf: `__sizeof__()` and what stands before the object. */
function sizeOf(o: PyObject): number {
  const method = lookupSpecial(o, '__sizeof__');
  if (method === null) typeError(`Type ${o.type.name} doesn't define __sizeof__`);
  let result: PyObject;
  try {
    result = call0(method);
  } finally {
    decref(method);
  }
  const size: unknown = isInt(result) ? result.v : null;
  decref(result);
  if (size === null) typeError('an integer is required');
  if ((size as number) < 0) valueError('__sizeof__() should return >= 0');
  return Number(size) + preHeaderSize(o);
}

export function sys_getsizeof(_module: PyObject, object: PyObject, fallback?: PyObject): PyObject {
  try {
    return newIntNumber(sizeOf(object));
  } catch (e) {
    if (fallback === undefined || !isPyException(e, T_TypeError)) throw e;
    decref(e);
    return incref(fallback);
  }
}

export function sys_intern(_module: PyObject, string: PyObject): PyObject {
  if (!isStr(string)) badArgument('intern() argument', 'str', string);
  if (string.type !== T_STR) typeError(`can't intern ${string.type.name}`);
  return internInPlace(incref(string) as PyStr);
}

export function sys_getallocatedblocks(): PyObject {
  return newIntNumber(getAllocatedBlocks());
}

export function sys_getunicodeinternedsize(): PyObject {
  return newIntNumber(internCount());
}

function thousands(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The table of _PyObject_DebugMallocStats, then the free lists. */
export function sys__debugmallocstats(): PyObject {
  const stats = mallocStats();
  const lines = [
    'Small block threshold = 512, in 32 size classes.',
    '',
    'class   size   num pools   blocks in use  avail blocks',
    '-----   ----   ---------   -------------  ------------',
  ];
  stats.classes.forEach((c, i) => {
    if (c.pools === 0) return;
    const columns = [String(i).padStart(5), String(c.size).padStart(6), String(c.pools).padStart(11)];
    lines.push(`${columns.join(' ')} ${String(c.blocks).padStart(15)} ${String(c.available).padStart(13)}`);
  });
  const total = (label: string, n: number): void => {
    lines.push(`${label.padEnd(35)}=${thousands(n).padStart(21)}`);
  };
  lines.push('');
  total('# arenas allocated total', stats.arenasAllocatedTotal);
  total('# arenas reclaimed', stats.arenasAllocatedTotal - stats.arenas);
  total('# arenas highwater mark', stats.arenasHighwater);
  total('# arenas allocated current', stats.arenas);
  total(`${stats.arenas} arenas * 1048576 bytes/arena`, arenaBytes());
  lines.push('');
  let used = 0;
  let available = 0;
  for (const c of stats.classes) {
    used += c.blocks * c.size;
    available += c.available * c.size;
  }
  total('# bytes in allocated blocks', used);
  total('# bytes in available blocks', available);
  total(`${stats.freePools} unused pools * 16384 bytes`, stats.freePools * 16384);
  lines.push('');
  for (const [name, list] of allFreeLists()) if (list.size > 0) lines.push(`${list.size} ${name}s`);
  writeSys('stderr', `${lines.join('\n')}\n`);
  return None;
}
