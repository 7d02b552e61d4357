/** The text of `sys._debugmallocstats()` (_PyObject_DebugMallocStats in obmalloc.c, _PyObject_DebugTypeStats in object.c). */
import { dictFreeList, floatFreeList, listFreeList, tupleFreeLists } from './freelist.ts';
import {
  ARENA_UNITS,
  mallocStats,
  NB_SMALL_SIZE_CLASSES,
  POOL_OVERHEAD_UNITS,
  POOL_UNITS,
  SMALL_REQUEST_THRESHOLD,
  UNIT,
} from './pymalloc.ts';

const POOL_BYTES = POOL_UNITS * UNIT;
const ARENA_BYTES = ARENA_UNITS * UNIT;
/** One node of each level of the radix tree of arena addresses; arenas here never need a second. */
const MAP_ROOT_BYTES = 262144;
const MAP_MID_BYTES = 262144;
const MAP_BOT_BYTES = 131072;

/** printone. */
function one(message: string, value: number): string {
  return `${message.padEnd(35)}=${value.toLocaleString('en-US').padStart(21)}\n`;
}

/** _PyDebugAllocatorStats. */
function typeStats(name: string, count: number, size: number): string {
  return one(`${`${count} ${name}s * ${size} bytes each`.padStart(48)} `, count * size);
}

/** The whole report, as CPython writes it to stderr. */
export function debugMallocStats(): string {
  const stats = mallocStats();
  let text = `Small block threshold = ${SMALL_REQUEST_THRESHOLD}, in ${NB_SMALL_SIZE_CLASSES} size classes.\n\n`;
  text += 'class   size   num pools   blocks in use  avail blocks\n';
  text += '-----   ----   ---------   -------------  ------------\n';
  let allocated = 0;
  let available = 0;
  let headers = 0;
  let quantization = 0;
  stats.classes.forEach(({ size, pools, blocks, available: free }, i) => {
    if (pools === 0) return;
    const columns = [String(i).padStart(5), String(size).padStart(6), String(pools).padStart(11)];
    text += `${columns.join(' ')} ${String(blocks).padStart(15)} ${String(free).padStart(13)}\n`;
    allocated += blocks * size;
    available += free * size;
    headers += pools * POOL_OVERHEAD_UNITS * UNIT;
    quantization += pools * ((POOL_BYTES - POOL_OVERHEAD_UNITS * UNIT) % size);
  });
  text += '\n';
  text += one('# arenas allocated total', stats.arenasAllocatedTotal);
  text += one('# arenas reclaimed', stats.arenasAllocatedTotal - stats.arenas);
  text += one('# arenas highwater mark', stats.arenasHighwater);
  text += one('# arenas allocated current', stats.arenas);
  text += one(`${stats.arenas} arenas * ${ARENA_BYTES} bytes/arena`, stats.arenas * ARENA_BYTES);
  text += '\n';
  text += one('# bytes in allocated blocks', allocated);
  text += one('# bytes in available blocks', available);
  text += one(`${stats.freePools} unused pools * ${POOL_BYTES} bytes`, stats.freePools * POOL_BYTES);
  text += one('# bytes lost to pool headers', headers);
  text += one('# bytes lost to quantization', quantization);
  text += one('# bytes lost to arena alignment', 0);
  text += one('Total', allocated + available + stats.freePools * POOL_BYTES + headers + quantization);
  text += '\narena map counts\n';
  text += one('# arena map mid nodes', 1);
  text += one('# arena map bot nodes', 1);
  text += '\n';
  text += one('# bytes lost to arena map root', MAP_ROOT_BYTES);
  text += one('# bytes lost to arena map mid', MAP_MID_BYTES);
  text += one('# bytes lost to arena map bot', MAP_BOT_BYTES);
  text += one('Total', MAP_ROOT_BYTES + MAP_MID_BYTES + MAP_BOT_BYTES);
  text += '\n';
  text += typeStats('free PyDictObject', dictFreeList.size, 48);
  text += typeStats('free PyFloatObject', floatFreeList.size, 24);
  text += typeStats('free PyListObject', listFreeList.size, 40);
  for (let n = 1; n < tupleFreeLists.length; n++) {
    text += typeStats(`free ${n}-sized PyTupleObject`, tupleFreeLists[n].size, 24 + 8 * n);
  }
  return text;
}
