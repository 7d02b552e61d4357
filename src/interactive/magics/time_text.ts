/** Times as IPython writes them (IPython.core.magics.execution._format_time and TimeitResult). */
import { formatFloat, formatInt } from '../../text/format_spec.ts';

const UNITS = ['s', 'ms', 'μs', 'ns'];
const PARTS: [string, number][] = [
  ['d', 86400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
];

/** `1min 2s`, `22.9 μs`, `123 ns`. */
export function formatTime(seconds: number, precision = 3): string {
  if (seconds >= 60) {
    const words: string[] = [];
    let left = seconds;
    for (const [suffix, length] of PARTS) {
      const n = Math.floor(left / length);
      if (n > 0) {
        left %= length;
        words.push(`${n}${suffix}`);
      }
      if (left < 1) break;
    }
    return words.join(' ');
  }
  const order = seconds > 0 ? Math.min(-Math.floor(Math.floor(Math.log10(seconds)) / 3), 3) : 3;
  return `${formatFloat(seconds * 10 ** (3 * order), `.${precision}g`)} ${UNITS[order]}`;
}

/** `787 ns ± 89.8 ns per loop (mean ± std. dev. of 7 runs, 1,000 loops each)`. */
export function timeitText(runs: number[], loops: number, precision = 3): string {
  const mean = average(runs);
  const plural = (n: number): string => (n === 1 ? '' : 's');
  return (
    `${formatTime(mean, precision)} ± ${formatTime(deviation(runs), precision)} per loop ` +
    `(mean ± std. dev. of ${runs.length} run${plural(runs.length)}, ${formatInt(loops, ',')} loop${plural(loops)} each)`
  );
}

export function average(runs: number[]): number {
  return runs.reduce((a, b) => a + b, 0) / runs.length;
}

/** Population standard deviation, as IPython's. */
export function deviation(runs: number[]): number {
  const mean = average(runs);
  return Math.sqrt(runs.reduce((sum, x) => sum + (x - mean) ** 2, 0) / runs.length);
}
