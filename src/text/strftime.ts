/** strftime of the C locale, with the extensions of glibc. */

/** The fields it reads: the month counts from 1, the day of the year from 1, the week from Monday = 0. */
export interface TimeFields {
  year: number;
  mon: number;
  mday: number;
  hour: number;
  min: number;
  sec: number;
  wday: number;
  yday: number;
  zone: string;
  /** Seconds east of UTC. */
  gmtoff: number;
  /** Seconds since the epoch, for %s. */
  epoch: number;
}

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** ISO 8601 year and week. */
function isoWeek(t: TimeFields): [number, number] {
  let year = t.year;
  let week = Math.floor((t.yday - 1 - t.wday + 10) / 7);
  if (week < 1) {
    year--;
    const last = t.yday - 1 + (isLeap(year) ? 366 : 365);
    week = Math.floor((last - t.wday + 10) / 7);
  } else if (week === 53) {
    const days = isLeap(year) ? 366 : 365;
    if (t.yday - 1 - t.wday + 3 >= days) {
      week = 1;
      year++;
    }
  }
  return [year, week];
}

/** Name of a day, Monday = 0. */
export function dayName(wday: number): string {
  return DAYS[wday] ?? '?';
}

/** Name of a month, January = 1. */
export function monthName(mon: number): string {
  return MONTHS[mon - 1] ?? '?';
}

/** Value of a numeric conversion, its width and padding; or its text. */
function convert(c: string, t: TimeFields): [number, number, string] | string | null {
  const hour12 = t.hour % 12 === 0 ? 12 : t.hour % 12;
  switch (c) {
    case 'a':
      return dayName(t.wday).slice(0, 3);
    case 'A':
      return dayName(t.wday);
    case 'b':
    case 'h':
      return monthName(t.mon).slice(0, 3);
    case 'B':
      return monthName(t.mon);
    case 'c':
      return strftime('%a %b %e %H:%M:%S %Y', t);
    case 'C':
      return [Math.floor(t.year / 100), 2, '0'];
    case 'd':
      return [t.mday, 2, '0'];
    case 'D':
    case 'x':
      return strftime('%m/%d/%y', t);
    case 'e':
      return [t.mday, 2, ' '];
    case 'F':
      return strftime('%Y-%m-%d', t);
    case 'g':
      return [((isoWeek(t)[0] % 100) + 100) % 100, 2, '0'];
    case 'G':
      return [isoWeek(t)[0], 1, '0'];
    case 'H':
      return [t.hour, 2, '0'];
    case 'I':
      return [hour12, 2, '0'];
    case 'j':
      return [t.yday, 3, '0'];
    case 'k':
      return [t.hour, 2, ' '];
    case 'l':
      return [hour12, 2, ' '];
    case 'm':
      return [t.mon, 2, '0'];
    case 'M':
      return [t.min, 2, '0'];
    case 'n':
      return '\n';
    case 'p':
      return t.hour < 12 ? 'AM' : 'PM';
    case 'P':
      return t.hour < 12 ? 'am' : 'pm';
    case 'r':
      return strftime('%I:%M:%S %p', t);
    case 'R':
      return strftime('%H:%M', t);
    case 's':
      return [t.epoch, 1, '0'];
    case 'S':
      return [t.sec, 2, '0'];
    case 't':
      return '\t';
    case 'T':
    case 'X':
      return strftime('%H:%M:%S', t);
    case 'u':
      return [t.wday + 1, 1, '0'];
    case 'U':
      return [Math.floor((t.yday - 1 + 7 - ((t.wday + 1) % 7)) / 7), 2, '0'];
    case 'V':
      return [isoWeek(t)[1], 2, '0'];
    case 'w':
      return [(t.wday + 1) % 7, 1, '0'];
    case 'W':
      return [Math.floor((t.yday - 1 + 7 - t.wday) / 7), 2, '0'];
    case 'y':
      return [((t.year % 100) + 100) % 100, 2, '0'];
    case 'Y':
      return [t.year, 1, '0'];
    case 'z': {
      const minutes = Math.floor(Math.abs(t.gmtoff) / 60);
      const digits = String(Math.floor(minutes / 60) * 100 + (minutes % 60)).padStart(4, '0');
      return (t.gmtoff < 0 ? '-' : '+') + digits;
    }
    case 'Z':
      return t.zone;
    case '%':
      return '%';
  }
  return null;
}

/** The text of a moment; flags `-`, `_`, `0`, `^`, `#` and a width may come before the letter, E and O are passed over. */
export function strftime(format: string, t: TimeFields): string {
  let out = '';
  for (let i = 0; i < format.length; i++) {
    if (format[i] !== '%') {
      out += format[i];
      continue;
    }
    const start = i++;
    let pad: string | null = null;
    let upper = false;
    let swap = false;
    for (; '-_0^#'.includes(format[i] ?? ' '); i++) {
      if (format[i] === '^') upper = true;
      else if (format[i] === '#') swap = true;
      else pad = format[i];
    }
    let width = '';
    while (format[i] >= '0' && format[i] <= '9') width += format[i++];
    if (format[i] === 'E' || format[i] === 'O') i++;
    const letter = format[i];
    const converted = letter === undefined ? null : convert(letter, t);
    if (converted === null) {
      out += format.slice(start, i + 1);
      continue;
    }
    let text: string;
    if (typeof converted === 'string') {
      text = converted;
      if (upper) text = text.toUpperCase();
      else if (swap) text = letter === 'p' || letter === 'Z' ? text.toLowerCase() : text.toUpperCase();
      if (width !== '') text = text.padStart(Number(width), pad === '0' ? '0' : ' ');
    } else {
      const [value, digits, fill] = converted;
      const padding = pad === '_' ? ' ' : pad === '0' ? '0' : fill;
      const size = width !== '' ? Number(width) : pad === '-' ? 1 : digits;
      const sign = value < 0 ? '-' : '';
      text = sign + String(Math.abs(value)).padStart(size - sign.length, padding);
    }
    out += text;
  }
  return out;
}
