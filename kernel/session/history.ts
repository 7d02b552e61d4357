/** The history of inputs and outputs, over sessions (IPython/core/history.py's HistoryAccessor). */

import { HistoryFile } from './history-file.ts';

export interface HistoryEntry {
  session: number;
  line: number;
  input: string;
  output: string | null;
}

/** Supplies the sessions before this one, and keeps this one for later. */
export interface HistoryStorage {
  /** This session's number and the entries of earlier ones, oldest first. */
  open(): { session: number; earlier: HistoryEntry[] };
  append(entry: HistoryEntry): void;
}

const NOTHING_STORED: HistoryStorage = { open: () => ({ session: 1, earlier: [] }), append: () => undefined };

export class History {
  private readonly storage: HistoryStorage;
  private opened: { session: number; entries: HistoryEntry[] } | null = null;

  constructor(storage: HistoryStorage) {
    this.storage = storage;
  }

  store(line: number, input: string, output: string | null): void {
    const { session, entries } = this.open();
    const entry = { session, line, input, output };
    entries.push(entry);
    this.storage.append(entry);
  }

  /** The last `n` entries of all sessions, oldest first. */
  tail(n: number): HistoryEntry[] {
    return n > 0 ? this.open().entries.slice(-n) : [];
  }

  /**
   * Lines `start` to before `stop` of one session. Session 0 is this one, -1 the one before, and so on;
   * `stop` null means to the end.
   */
  range(session: number, start: number, stop: number | null): HistoryEntry[] {
    const { session: current, entries } = this.open();
    const wanted = session > 0 ? session : current + session;
    return entries.filter(
      entry => entry.session === wanted && entry.line >= start && (stop === null || entry.line < stop),
    );
  }

  /** The last `n` inputs that match a glob pattern (all when `n` is null), oldest first; each text once if `unique`. */
  search(pattern: string, n: number | null, unique: boolean): HistoryEntry[] {
    const matcher = globToRegExp(pattern);
    let found = this.open().entries.filter(entry => matcher.test(entry.input));
    if (unique) found = [...new Map(found.map(entry => [entry.input, entry] as const)).values()];
    found.sort((a, b) => a.session - b.session || a.line - b.line);
    return n === null ? found : n > 0 ? found.slice(-n) : [];
  }

  /** Reads the stored sessions when they are first needed, so that starting a kernel reads no file. */
  private open(): { session: number; entries: HistoryEntry[] } {
    if (!this.opened) {
      const { session, earlier } = this.storage.open();
      this.opened = { session, entries: earlier };
    }
    return this.opened;
  }
}

/** SQLite's GLOB: `*`, `?` and character sets in brackets. */
function globToRegExp(pattern: string): RegExp {
  const source = pattern.replace(/\[\^?\]?[^\]]*\]|[\s\S]/gu, part => {
    if (part === '*') return '[\\s\\S]*';
    if (part === '?') return '[\\s\\S]';
    if (part.length > 1 && part.startsWith('[')) {
      const negated = part[1] === '^';
      return `[${negated ? '^' : ''}${part.slice(negated ? 2 : 1, -1).replace(/[\\\]^]/g, '\\$&')}]`;
    }
    return part.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  });
  return new RegExp(`^${source}$`, 'u');
}

/** The history this process uses: in the user's data folder, or only in memory with `VIVARIUM_HISTORY=off`. */
export function openHistory(env: NodeJS.ProcessEnv = process.env): History {
  if (env.VIVARIUM_HISTORY === 'off') return new History(NOTHING_STORED);
  return new History(new HistoryFile(env));
}
