/**
 * History on disk: one file of JSON lines that all kernels of a user append to.
 *
 * A session writes a start line with its own name; its number is the place of that line among all start lines,
 * so kernels that start together get different numbers without a lock. A file over the limit is cut to its
 * newer half; its first line then says how many sessions came before. Trouble with the file is never an error
 * for the user: history then stays in memory.
 */

import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { log } from '../log.ts';
import type { HistoryEntry, HistoryStorage } from './history.ts';

const MAX_BYTES = 4 << 20;

type Line =
  | { sessions_before: number }
  | { start: string; at: string }
  | { in: string; line: number; input: string; output: string | null };

export class HistoryFile implements HistoryStorage {
  private readonly path: string;
  private readonly name = randomUUID();
  private broken = false;

  constructor(env: NodeJS.ProcessEnv) {
    const data = env.XDG_DATA_HOME || join(homedir(), '.local', 'share');
    this.path = join(data, 'vivarium', 'history.jsonl');
  }

  open(): { session: number; earlier: HistoryEntry[] } {
    this.write({ start: this.name, at: new Date().toISOString() });
    const lines = this.read();
    const numbers = new Map<string, number>();
    const earlier: HistoryEntry[] = [];
    let count = 0;
    for (const line of lines) {
      if ('sessions_before' in line) count = line.sessions_before;
      else if ('start' in line) numbers.set(line.start, ++count);
      else {
        let session = numbers.get(line.in);
        if (session === undefined) numbers.set(line.in, (session = ++count));
        earlier.push({ session, line: line.line, input: line.input, output: line.output });
      }
    }
    earlier.sort((a, b) => a.session - b.session || a.line - b.line);
    return { session: numbers.get(this.name) ?? count + 1, earlier };
  }

  append({ line, input, output }: HistoryEntry): void {
    this.write({ in: this.name, line, input, output });
  }

  private write(line: Line): void {
    if (this.broken) return;
    try {
      mkdirSync(dirname(this.path), { recursive: true });
      appendFileSync(this.path, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    } catch (error) {
      this.giveUp(error);
    }
  }

  private read(): Line[] {
    if (this.broken) return [];
    try {
      const text = readFileSync(this.path, 'utf8');
      let lines = text.split('\n').flatMap(parseLine);
      if (Buffer.byteLength(text) > MAX_BYTES) {
        lines = newerHalf(lines);
        const temporary = `${this.path}.${process.pid}`;
        writeFileSync(temporary, lines.map(line => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
        renameSync(temporary, this.path);
      }
      return lines;
    } catch (error) {
      this.giveUp(error);
      return [];
    }
  }

  private giveUp(error: unknown): void {
    this.broken = true;
    log('info', `history is kept in memory only: ${(error as Error).message}`);
  }
}

/** A line of the file, or nothing when it is not one of ours (cut off, or from another version). */
function parseLine(text: string): Line[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const line = value as Record<string, unknown>;
  const known =
    typeof line.sessions_before === 'number' ||
    typeof line.start === 'string' ||
    (typeof line.in === 'string' && typeof line.line === 'number' && typeof line.input === 'string');
  return known ? [value as Line] : [];
}

/** The newer half of the lines, from the start of a session on. */
function newerHalf(lines: Line[]): Line[] {
  const firstStart = lines.findIndex((line, index) => index >= lines.length / 2 && 'start' in line);
  const cut = firstStart < 0 ? lines.length >> 1 : firstStart;
  let before = 0;
  for (const line of lines.slice(0, cut)) {
    if ('sessions_before' in line) before = line.sessions_before;
    else if ('start' in line) before++;
  }
  return [{ sessions_before: before }, ...lines.slice(cut)];
}
