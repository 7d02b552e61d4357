/** The time module (Modules/timemodule.c) over the host's clocks. */
import type { PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { overflowError, raiseArgs, typeError, valueError } from '../../exceptions/raise.ts';
import { T_OSError } from '../../exceptions/types.ts';
import { getattrStr } from '../../protocols/attribute.ts';
import { call } from '../../protocols/call.ts';
import { index } from '../../protocols/number.ts';
import { dayName, monthName, strftime, type TimeFields } from '../../text/strftime.ts';
import type { NativeFunction } from '../../objects/builtin_function.ts';
import { isFloat, newFloat } from '../../objects/float.ts';
import { hooks } from '../../objects/hooks.ts';
import { newInt } from '../../objects/int.ts';
import { defineModule, type PyModule } from '../../objects/module.ts';
import { newNamespace } from '../../objects/simplenamespace.ts';
import { bool, None } from '../../objects/singletons.ts';
import { isStr, newStr } from '../../objects/str.ts';
import { system } from '../../objects/system.ts';
import { newTuple } from '../../objects/tuple.ts';
import {
  checkTm,
  daysFromCivil,
  initStructTime,
  newStructTime,
  T_STRUCT_TIME,
  tmFromArgument,
  tmFromSeconds,
  type Tm,
} from './struct_time.ts';

/** A reading in seconds as whole nanoseconds. */
function nanoseconds(seconds: number): PyObject {
  const whole = Math.floor(seconds);
  return newInt(BigInt(whole) * 1000000000n + BigInt(Math.round((seconds - whole) * 1e9)));
}

function clock(read: () => number): NativeFunction {
  return () => newFloat(read());
}

function clockNs(read: () => number): NativeFunction {
  return () => nanoseconds(read());
}

const time = (): number => system.time();
const monotonic = (): number => system.monotonic();
const processTime = (): number => system.processTime();

/** CLOCK_* numbers of Linux and what they read here. */
const CLOCKS = new Map<number, () => number>([
  [0, time],
  [1, monotonic],
  [2, processTime],
  [3, processTime],
  [4, monotonic],
  [7, monotonic],
  [11, time],
]);

function clockById(id: PyObject): () => number {
  const n = index(id);
  const read = CLOCKS.get(Number(n.v));
  decref(n);
  if (read === undefined) raiseArgs(T_OSError, [newInt(22), newStr('Invalid argument')]);
  return read;
}

function time_clock_gettime(_module: PyObject, id: PyObject): PyObject {
  return newFloat(clockById(id)());
}

function time_clock_gettime_ns(_module: PyObject, id: PyObject): PyObject {
  return nanoseconds(clockById(id)());
}

function time_clock_getres(_module: PyObject, id: PyObject): PyObject {
  clockById(id);
  return newFloat(1e-9);
}

/** A number of seconds, a float or an int. */
function secondsArgument(o: PyObject): number {
  if (isFloat(o)) {
    if (o.v !== o.v) valueError('Invalid value NaN (not a number)');
    return o.v;
  }
  const n = index(o);
  const v = Number(n.v);
  decref(n);
  return v;
}

/** Waits; an interrupt ends the wait with KeyboardInterrupt, nothing else does. */
function time_sleep(_module: PyObject, seconds: PyObject): PyObject {
  const length = secondsArgument(seconds);
  if (length < 0) valueError('sleep length must be non-negative');
  if (length > 9223372036) overflowError('timestamp too large to convert to C _PyTime_t');
  const end = system.monotonic() + length;
  let left = length;
  do {
    system.sleep(left);
    hooks.checkSignals();
    left = end - system.monotonic();
  } while (left > 0);
  return None;
}

// ---- dates

/** _PyTime_ObjectToTime_t, or now for None. */
function epochArgument(o: PyObject | undefined): number {
  if (o === undefined || o === None) return system.time();
  const seconds = Math.floor(secondsArgument(o));
  if (!(Math.abs(seconds) < 9223372036854775807)) overflowError('timestamp out of range for platform time_t');
  if (Math.abs(seconds) > 67768036191676799)
    raiseArgs(T_OSError, [newInt(75), newStr('Value too large for defined data type')]);
  return seconds;
}

function localTm(seconds: number): Tm {
  const { offset, dst, name } = system.timezone(seconds);
  return tmFromSeconds(seconds, offset * 60, name, dst ? 1 : 0);
}

function time_gmtime(_module: PyObject, seconds?: PyObject): PyObject {
  return newStructTime(tmFromSeconds(epochArgument(seconds), 0, 'GMT', 0));
}

function time_localtime(_module: PyObject, seconds?: PyObject): PyObject {
  return newStructTime(localTm(epochArgument(seconds)));
}

/** Seconds since the epoch of a local time, fields out of range carried over. */
function secondsOf(tm: Tm): number {
  const asUTC = daysFromCivil(tm.year, tm.mon, tm.mday) * 86400 + tm.hour * 3600 + tm.min * 60 + tm.sec;
  let seconds = asUTC;
  for (let i = 0; i < 3; i++) {
    const next = asUTC - system.timezone(seconds).offset * 60;
    if (next === seconds) break;
    seconds = next;
  }
  return seconds;
}

function time_mktime(_module: PyObject, tuple: PyObject): PyObject {
  return newFloat(secondsOf(tmFromArgument(tuple, 'mktime')));
}

function ascii(tm: Tm): string {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${dayName(tm.wday).slice(0, 3)} ${monthName(tm.mon).slice(0, 3)} ${String(tm.mday).padStart(2)} ${two(tm.hour)}:${two(tm.min)}:${two(tm.sec)} ${tm.year}`;
}

function time_asctime(_module: PyObject, tuple?: PyObject): PyObject {
  if (tuple === undefined) return newStr(ascii(localTm(system.time())));
  const tm = tmFromArgument(tuple, 'asctime');
  checkTm(tm);
  return newStr(ascii(tm));
}

function time_ctime(_module: PyObject, seconds?: PyObject): PyObject {
  return newStr(ascii(localTm(epochArgument(seconds))));
}

function time_strftime(_module: PyObject, format: PyObject, tuple?: PyObject): PyObject {
  if (!isStr(format)) typeError(`strftime() argument 1 must be str, not ${format.type.name}`);
  let tm: Tm;
  if (tuple === undefined) tm = localTm(system.time());
  else {
    tm = tmFromArgument(tuple, 'strftime');
    checkTm(tm);
  }
  const epoch = secondsOf(tm);
  const zone = system.timezone(epoch);
  const fields: TimeFields = { ...tm, epoch, zone: tm.zone ?? zone.name, gmtoff: tm.gmtoff ?? zone.offset * 60 };
  return newStr(strftime(format.v, fields));
}

/** In Python: Lib/_strptime.py. */
function time_strptime(_module: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const module = hooks.importModule('_strptime');
  let parse: PyObject;
  try {
    parse = getattrStr(module, '_strptime_time');
  } finally {
    decref(module);
  }
  try {
    return call(parse, args, kwnames);
  } finally {
    decref(parse);
  }
}

/** get_clock_info: implementation, monotonic, adjustable. */
const CLOCK_INFO: Record<string, [string, boolean, boolean]> = {
  time: ['clock_gettime(CLOCK_REALTIME)', false, true],
  monotonic: ['clock_gettime(CLOCK_MONOTONIC)', true, false],
  perf_counter: ['clock_gettime(CLOCK_MONOTONIC)', true, false],
  process_time: ['clock_gettime(CLOCK_PROCESS_CPUTIME_ID)', true, false],
  thread_time: ['clock_gettime(CLOCK_THREAD_CPUTIME_ID)', true, false],
};

function time_get_clock_info(_module: PyObject, name: PyObject): PyObject {
  if (!isStr(name)) typeError(`get_clock_info() argument 1 must be str, not ${name.type.name}`);
  const info = Object.hasOwn(CLOCK_INFO, name.v) ? CLOCK_INFO[name.v] : null;
  if (info === null) return valueError('unknown clock');
  return newNamespace({
    implementation: newStr(info[0]),
    monotonic: bool(info[1]),
    adjustable: bool(info[2]),
    resolution: newFloat(1e-9),
  });
}

function time_tzset(): PyObject {
  return None;
}

const FUNCTIONS: [string, NativeFunction, string, string][] = [
  ['time', clock(time), '!($module, /)', 'time() -> floating point number\n\nSeconds since the epoch.'],
  ['time_ns', clockNs(time), '!($module, /)', 'time_ns() -> int\n\nNanoseconds since the epoch.'],
  ['clock_gettime', time_clock_gettime, '!!($module, clk_id, /)', 'clock_gettime(clk_id) -> float'],
  ['clock_gettime_ns', time_clock_gettime_ns, '!!($module, clk_id, /)', 'clock_gettime_ns(clk_id) -> int'],
  ['clock_getres', time_clock_getres, '!!($module, clk_id, /)', 'clock_getres(clk_id) -> floating point number'],
  [
    'sleep',
    time_sleep,
    '!($module, object, /)',
    'sleep(seconds)\n\nWaits for a number of seconds, which may be a fraction.',
  ],
  ['gmtime', time_gmtime, '!!($module, seconds=None, /)', 'gmtime([seconds]) -> struct_time in UTC'],
  ['localtime', time_localtime, '!!($module, seconds=None, /)', 'localtime([seconds]) -> struct_time in local time'],
  [
    'asctime',
    time_asctime,
    '!($module, tuple=None, /)',
    "asctime([tuple]) -> string such as 'Sat Jun 06 16:26:11 1998'",
  ],
  ['ctime', time_ctime, '!!($module, seconds=None, /)', 'ctime(seconds) -> string\n\nasctime(localtime(seconds))'],
  [
    'mktime',
    time_mktime,
    '!($module, tuple, /)',
    'mktime(tuple) -> floating point number\n\nSeconds since the epoch of a local time.',
  ],
  [
    'strftime',
    time_strftime,
    '!!($module, format, tuple=None, /)',
    'strftime(format[, tuple]) -> string\n\nThe moment written as the format says; now by default.',
  ],
  [
    'strptime',
    time_strptime,
    '!raw',
    'strptime(string, format) -> struct_time\n\nReads what strftime(format) would write.',
  ],
  ['monotonic', clock(monotonic), '!($module, /)', 'monotonic() -> float\n\nA clock that never goes back.'],
  ['monotonic_ns', clockNs(monotonic), '!($module, /)', 'monotonic_ns() -> int'],
  ['perf_counter', clock(monotonic), '!($module, /)', 'perf_counter() -> float\n\nA clock for measuring short times.'],
  ['perf_counter_ns', clockNs(monotonic), '!($module, /)', 'perf_counter_ns() -> int'],
  ['process_time', clock(processTime), '!($module, /)', 'process_time() -> float\n\nCPU time of the process.'],
  ['process_time_ns', clockNs(processTime), '!($module, /)', 'process_time_ns() -> int'],
  ['thread_time', clock(processTime), '!($module, /)', 'thread_time() -> float\n\nCPU time of the thread.'],
  ['thread_time_ns', clockNs(processTime), '!($module, /)', 'thread_time_ns() -> int'],
  [
    'get_clock_info',
    time_get_clock_info,
    '!!($module, name, /)',
    'get_clock_info(name) -> namespace with what is known of a clock',
  ],
  ['tzset', time_tzset, '!($module, /)', "tzset()\n\nHas no effect: the zone is the host's."],
];

/** Winter and summer offset (minutes east) and names of this year. */
function zones(): { standard: { offset: number; name: string }; summer: { offset: number; name: string } } {
  const year = tmFromSeconds(system.time(), 0, '', 0).year;
  const january = system.timezone(daysFromCivil(year, 1, 1) * 86400);
  const july = system.timezone(daysFromCivil(year, 7, 1) * 86400);
  return january.offset <= july.offset ? { standard: january, summer: july } : { standard: july, summer: january };
}

/** Makes the module; new reference. */
export function makeTime(): PyModule {
  initStructTime();
  const { standard, summer } = zones();
  return defineModule({
    name: 'time',
    doc: 'This module provides various functions to manipulate time values.\n\nMoments are seconds since the epoch (1970-01-01 00:00 UTC) or as struct_time.',
    functions: FUNCTIONS,
    attrs: () => ({
      struct_time: incref(T_STRUCT_TIME.obj),
      timezone: newInt(standard.offset === 0 ? 0 : -standard.offset * 60),
      altzone: newInt(summer.offset === 0 ? 0 : -summer.offset * 60),
      daylight: newInt(standard.offset === summer.offset ? 0 : 1),
      tzname: newTuple([newStr(standard.name), newStr(summer.name)]),
      CLOCK_REALTIME: newInt(0),
      CLOCK_MONOTONIC: newInt(1),
      CLOCK_PROCESS_CPUTIME_ID: newInt(2),
      CLOCK_THREAD_CPUTIME_ID: newInt(3),
      CLOCK_MONOTONIC_RAW: newInt(4),
      CLOCK_BOOTTIME: newInt(7),
      CLOCK_TAI: newInt(11),
      _STRUCT_TM_ITEMS: newInt(11),
    }),
  });
}
