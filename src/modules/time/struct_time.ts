/** time.struct_time and the C `struct tm` that goes into and out of it (Modules/timemodule.c). */
import { TypeBody, type PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { overflowError, typeError, valueError } from '../../exceptions/raise.ts';
import { index } from '../../protocols/number.ts';
import { newInt } from '../../objects/int.ts';
import { None } from '../../objects/singletons.ts';
import { isStr, newStr } from '../../objects/str.ts';
import { defineStructSeq, newStructSeq } from '../../objects/structseq.ts';
import { isTuple } from '../../objects/tuple.ts';

export const T_STRUCT_TIME = new TypeBody('time.struct_time');

/** As in C, but the month counts from 1, the day of the year from 1 and the week from Monday = 0. */
export interface Tm {
  year: number;
  mon: number;
  mday: number;
  hour: number;
  min: number;
  sec: number;
  wday: number;
  yday: number;
  isdst: number;
  zone: string | null;
  gmtoff: number | null;
}

export function initStructTime(): void {
  defineStructSeq(T_STRUCT_TIME, {
    name: 'time.struct_time',
    doc: 'A moment as gmtime() and localtime() answer it and asctime(), mktime() and strftime() take it.',
    fields: [
      ['tm_year', 'year, for example, 1993'],
      ['tm_mon', 'month of year, range [1, 12]'],
      ['tm_mday', 'day of month, range [1, 31]'],
      ['tm_hour', 'hours, range [0, 23]'],
      ['tm_min', 'minutes, range [0, 59]'],
      ['tm_sec', 'seconds, range [0, 61])'],
      ['tm_wday', 'day of week, range [0, 6], Monday is 0'],
      ['tm_yday', 'day of year, range [1, 366]'],
      ['tm_isdst', '1 if summer time is in effect, 0 if not, and -1 if unknown'],
      ['tm_zone', 'abbreviation of timezone name'],
      ['tm_gmtoff', 'offset from UTC in seconds'],
    ],
    visible: 9,
  });
}

/** torgmtime: a struct_time of the fields; new reference. */
export function newStructTime(tm: Tm): PyObject {
  return newStructSeq(T_STRUCT_TIME, [
    newInt(tm.year),
    newInt(tm.mon),
    newInt(tm.mday),
    newInt(tm.hour),
    newInt(tm.min),
    newInt(tm.sec),
    newInt(tm.wday),
    newInt(tm.yday),
    newInt(tm.isdst),
    tm.zone === null ? incref(None) : newStr(tm.zone),
    tm.gmtoff === null ? incref(None) : newInt(tm.gmtoff),
  ]);
}

function cInt(o: PyObject): number {
  const n = index(o);
  const v = n.v;
  decref(n);
  if (v > 0x7fffffff) overflowError('signed integer is greater than maximum');
  if (v < -0x80000000) overflowError('signed integer is less than minimum');
  return Number(v);
}

/** gettmarg: the fields of a tuple or struct_time given to the function `name`. */
export function tmFromArgument(o: PyObject, name: string): Tm {
  if (!isTuple(o)) typeError('Tuple or struct_time argument required');
  if (o.v.length < 9 || (o.type !== T_STRUCT_TIME && o.v.length > 9))
    typeError(`${name}(): illegal time tuple argument`);
  const [year, mon, mday, hour, min, sec, wday, yday, isdst] = o.v.slice(0, 9).map(cInt);
  let zone: string | null = null;
  let gmtoff: number | null = null;
  if (o.type === T_STRUCT_TIME && o.values !== null) {
    const [z, off] = o.values;
    if (z !== null && isStr(z)) zone = z.v;
    if (off !== null && off !== None) gmtoff = Number(off.v);
  }
  return { year, mon, mday, hour, min, sec, wday: ((wday % 7) + 7) % 7, yday, isdst, zone, gmtoff };
}

/** checktm: zeros in place of months and days mean the first; ValueError for fields out of range. */
export function checkTm(tm: Tm): void {
  if (tm.mon === 0) tm.mon = 1;
  else if (tm.mon < 0 || tm.mon > 12) valueError('month out of range');
  if (tm.mday === 0) tm.mday = 1;
  else if (tm.mday < 0 || tm.mday > 31) valueError('day of month out of range');
  if (tm.hour < 0 || tm.hour > 23) valueError('hour out of range');
  if (tm.min < 0 || tm.min > 59) valueError('minute out of range');
  if (tm.sec < 0 || tm.sec > 61) valueError('seconds out of range');
  if (tm.yday === 0) tm.yday = 1;
  else if (tm.yday < 0 || tm.yday > 366) valueError('day of year out of range');
}

/** Days from 1970-01-01 to a date; months beyond 1..12 carry over. */
export function daysFromCivil(year: number, mon: number, mday: number): number {
  year += Math.floor((mon - 1) / 12);
  mon = ((((mon - 1) % 12) + 12) % 12) + 1;
  const y = mon <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (mon + (mon > 2 ? -3 : 9)) + 2) / 5);
  return era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy + mday - 1 - 719468;
}

/** The date and time of day `seconds` after the epoch, `offset` seconds east of UTC. */
export function tmFromSeconds(seconds: number, offset: number, zone: string, isdst: number): Tm {
  const shifted = Math.floor(seconds) + offset;
  const days = Math.floor(shifted / 86400);
  const rest = shifted - days * 86400;
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const mday = doy - Math.floor((153 * mp + 2) / 5) + 1;
  const mon = mp < 10 ? mp + 3 : mp - 9;
  const year = yoe + era * 400 + (mon <= 2 ? 1 : 0);
  return {
    year,
    mon,
    mday,
    hour: Math.floor(rest / 3600),
    min: Math.floor(rest / 60) % 60,
    sec: rest % 60,
    wday: (((days + 3) % 7) + 7) % 7,
    yday: days - daysFromCivil(year, 1, 1) + 1,
    isdst,
    zone,
    gmtoff: offset,
  };
}
