/** The gc module (Modules/gcmodule.c); the collector itself is heap/collect.ts. */
import { isFinalized, isTracked } from '../heap/gc.ts';
import { gc_collect, gc_freeze, gc_get_freeze_count, gc_unfreeze } from '../heap/collect.ts';
import {
  DEBUG_COLLECTABLE,
  DEBUG_LEAK,
  DEBUG_SAVEALL,
  DEBUG_STATS,
  DEBUG_UNCOLLECTABLE,
  gcState,
} from '../heap/gcstate.ts';
import { generations, NUM_GENERATIONS } from '../heap/generations.ts';
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { addRoot } from '../heap/roots.ts';
import { upcalls } from '../heap/upcalls.ts';
import { overflowError, typeError, valueError } from '../exceptions/raise.ts';
import { T_OverflowError } from '../exceptions/types.ts';
import { referentsOf, referrersOf, trackedObjects } from '../heap/referrers.ts';
import { dict_setStr, newDict } from '../objects/dict.ts';
import { newInt } from '../objects/int.ts';
import { list_appendBorrowed, newList } from '../objects/list.ts';
import { defineModule, type PyModule } from '../objects/module.ts';
import { bool, None } from '../objects/singletons.ts';
import { newStr } from '../objects/str.ts';
import { system } from '../objects/system.ts';
import { newTuple } from '../objects/tuple.ts';
import { call2 } from '../protocols/call.ts';
import { asSsize, index } from '../protocols/number.ts';
import { writeSys } from '../runtime/sys_streams.ts';

const DOC = `This module provides access to the garbage collector for reference cycles.

enable() -- Enable automatic garbage collection.
disable() -- Disable automatic garbage collection.
isenabled() -- Returns true if automatic collection is enabled.
collect() -- Do a full collection right now.
get_count() -- Return the current collection counts.
get_stats() -- Return list of dictionaries containing per-generation stats.
set_debug() -- Set debugging flags.
get_debug() -- Get debugging flags.
set_threshold() -- Set the collection thresholds.
get_threshold() -- Return the current the collection thresholds.
get_objects() -- Return a list of all objects tracked by the collector.
is_tracked() -- Returns true if a given object is tracked.
is_finalized() -- Returns true if a given object has been already finalized.
get_referrers() -- Return the list of objects that refer to an object.
get_referents() -- Return the list of objects that an object refers to.
freeze() -- Freeze all tracked objects and ignore them for future collections.
unfreeze() -- Unfreeze all objects in the permanent generation.
get_freeze_count() -- Return the number of objects in the permanent generation.
`;

/** `gc.callbacks` and `gc.garbage`: the interpreter's own references. */
let callbacks: PyContainer<PyObject[]> | null = null;
let garbage: PyContainer<PyObject[]> | null = null;

/** A C int from any object with `__index__`. */
function toInt(o: PyObject, tooLarge: string): number {
  const n = index(o);
  const value = n.v as number | bigint;
  decref(n);
  if (typeof value === 'bigint' || value > 0x7fffffff || value < -0x80000000) overflowError(tooLarge);
  return value;
}

function gc_enable(): PyObject {
  gcState.enabled = true;
  return None;
}

function gc_disable(): PyObject {
  gcState.enabled = false;
  return None;
}

function gc_isenabled(): PyObject {
  return bool(gcState.enabled);
}

function gc_collect_impl(_module: PyModule, generation: PyObject | undefined): PyObject {
  const g =
    generation === undefined ? NUM_GENERATIONS - 1 : toInt(generation, 'Python int too large to convert to C int');
  if (g < 0 || g >= NUM_GENERATIONS) valueError('invalid generation');
  return newInt(gc_collect(g));
}

function gc_set_debug(_module: PyModule, flags: PyObject): PyObject {
  gcState.debug = toInt(flags, 'Python int too large to convert to C int');
  return None;
}

function gc_get_debug(): PyObject {
  return newInt(gcState.debug);
}

function gc_set_threshold(_module: PyModule, args: PyObject[]): PyObject {
  if (args.length < 1) typeError('set_threshold() takes at least 1 argument (0 given)');
  if (args.length > 3) typeError(`set_threshold() takes at most 3 arguments (${args.length} given)`);
  for (let i = 0; i < args.length; i++)
    generations[i].threshold = toInt(args[i], 'signed integer is greater than maximum');
  return None;
}

function gc_get_threshold(): PyObject {
  return newTuple(generations.map(g => newInt(g.threshold)));
}

function gc_get_count(): PyObject {
  return newTuple(generations.map(g => newInt(g.count)));
}

function gc_get_stats(): PyObject {
  return newList(
    gcState.stats.map(({ collections, collected, uncollectable }) =>
      statsDict({ collections, collected, uncollectable }),
    ),
  );
}

function statsDict(numbers: Record<string, number>): PyObject {
  const dict = newDict();
  for (const [name, n] of Object.entries(numbers)) {
    const value = newInt(n);
    dict_setStr(dict, name, value);
    decref(value);
  }
  return dict;
}

function gc_is_tracked(_module: PyModule, o: PyObject): PyObject {
  return bool(isTracked(o));
}

function gc_is_finalized(_module: PyModule, o: PyObject): PyObject {
  return bool(isFinalized(o));
}

function gc_get_objects(_module: PyModule, generation: PyObject | undefined): PyObject {
  let g: number | null = null;
  if (generation !== undefined && generation !== None) {
    if (generation.type.nb_index === null)
      typeError(`argument should be integer or None, not '${generation.type.name}'`);
    g = asSsize(generation, T_OverflowError);
    if (g >= NUM_GENERATIONS)
      valueError(`generation parameter must be less than the number of available generations (${NUM_GENERATIONS})`);
    if (g < -1) valueError('generation parameter cannot be negative');
    if (g === -1) g = null;
  }
  const result = newList([]);
  for (const o of trackedObjects(g)) if (o !== result) list_appendBorrowed(result, o);
  return result;
}

function gc_get_referrers(_module: PyModule, objects: PyObject[]): PyObject {
  const result = newList([]);
  for (const o of referrersOf(objects, result)) list_appendBorrowed(result, o);
  return result;
}

function gc_get_referents(_module: PyModule, objects: PyObject[]): PyObject {
  const result = newList([]);
  for (const o of referentsOf(objects)) list_appendBorrowed(result, o);
  return result;
}

function gc_freeze_impl(): PyObject {
  gc_freeze();
  return None;
}

function gc_unfreeze_impl(): PyObject {
  gc_unfreeze();
  return None;
}

function gc_get_freeze_count_impl(): PyObject {
  return newInt(gc_get_freeze_count());
}

/** invoke_gc_callback. */
function invokeCallbacks(phase: string, generation: number, collected: number, uncollectable: number): void {
  if (callbacks === null || callbacks.v.length === 0) return;
  const info = statsDict({ generation, collected, uncollectable });
  const phaseObject = newStr(phase);
  for (let i = 0; i < callbacks.v.length; i++) {
    const callback = incref(callbacks.v[i]);
    try {
      decref(call2(callback, phaseObject, info));
    } catch (e) {
      upcalls.writeUnraisable(e, callback);
    }
    decref(callback);
  }
  decref(phaseObject);
  decref(info);
}

/** Makes the module; new reference. */
export function makeGC(): PyModule {
  const callbackList = newList([]) as PyContainer<PyObject[]>;
  const garbageList = newList([]) as PyContainer<PyObject[]>;
  callbacks = callbackList;
  garbage = garbageList;
  addRoot('gc.callbacks, gc.garbage', () => [callbacks, garbage]);
  upcalls.gcCallback = invokeCallbacks;
  upcalls.writeStderr = text => writeSys('stderr', text);
  upcalls.perfCounter = () => system.monotonic();
  upcalls.gcGarbageAppend = o => list_appendBorrowed(garbageList, o);
  return defineModule({
    name: 'gc',
    doc: DOC,
    functions: [
      ['enable', gc_enable, '($module, /)', 'Enable automatic garbage collection.'],
      ['disable', gc_disable, '($module, /)', 'Disable automatic garbage collection.'],
      ['isenabled', gc_isenabled, '($module, /)', 'Returns true if automatic garbage collection is enabled.'],
      [
        'collect',
        gc_collect_impl,
        '($module, /, generation=2)',
        'Run the garbage collector.\n\nOf the given generation (default: all) and the younger ones.\n\nReturns the number of unreachable objects.',
      ],
      [
        'set_debug',
        gc_set_debug,
        '($module, flags, /)',
        'Sets the debugging flags (DEBUG_*); what they report goes to sys.stderr.',
      ],
      ['get_debug', gc_get_debug, '($module, /)', 'Get the garbage collection debugging flags.'],
      [
        'set_threshold',
        gc_set_threshold,
        '!($module, *args)',
        'set_threshold(threshold0, [threshold1, threshold2]) -> None\n\nSets the collection thresholds.  A threshold0 of zero turns automatic collection off.',
      ],
      ['get_threshold', gc_get_threshold, '($module, /)', 'Return the current collection thresholds.'],
      ['get_count', gc_get_count, '($module, /)', 'Return a three-tuple of the current collection counts.'],
      [
        'get_stats',
        gc_get_stats,
        '($module, /)',
        'Return a list of dictionaries containing per-generation statistics.',
      ],
      [
        'get_objects',
        gc_get_objects,
        '($module, /, generation=None)',
        'The objects that the collector tracks, without the returned list itself.\n\n  generation\n    Only those of this generation, unless None.',
      ],
      [
        'is_tracked',
        gc_is_tracked,
        '($module, obj, /)',
        'Returns true if the object is tracked by the garbage collector.',
      ],
      [
        'is_finalized',
        gc_is_finalized,
        '($module, obj, /)',
        'Returns true if the object has been already finalized by the GC.',
      ],
      [
        'get_referrers',
        gc_get_referrers,
        '!($module, *objs)',
        'get_referrers(*objs) -> list\nThe tracked objects that directly refer to any of objs.',
      ],
      [
        'get_referents',
        gc_get_referents,
        '!($module, *objs)',
        'get_referents(*objs) -> list\nThe objects that objs directly refer to.',
      ],
      [
        'freeze',
        gc_freeze_impl,
        '($module, /)',
        'Moves all tracked objects to the permanent generation, which no collection looks at.',
      ],
      [
        'unfreeze',
        gc_unfreeze_impl,
        '($module, /)',
        'Moves the objects of the permanent generation back to the oldest one.',
      ],
      [
        'get_freeze_count',
        gc_get_freeze_count_impl,
        '($module, /)',
        'Return the number of objects in the permanent generation.',
      ],
    ],
    attrs: () => ({
      garbage: incref(garbageList),
      callbacks: incref(callbackList),
      DEBUG_STATS: newInt(DEBUG_STATS),
      DEBUG_COLLECTABLE: newInt(DEBUG_COLLECTABLE),
      DEBUG_UNCOLLECTABLE: newInt(DEBUG_UNCOLLECTABLE),
      DEBUG_SAVEALL: newInt(DEBUG_SAVEALL),
      DEBUG_LEAK: newInt(DEBUG_LEAK),
    }),
  });
}
