import { readFileSync } from 'node:fs';
import type { SessionFile } from '../../src/host/contract.ts';
import { fail } from './fail.ts';

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

/** What is wrong with a session file's content, or null. */
function complaint(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not a JSON object';
  const { gc, cells, execution_count } = value as Record<string, unknown>;
  if (cells !== undefined && !(Array.isArray(cells) && cells.every(cell => typeof cell === 'string'))) {
    return '"cells" must be a list of strings';
  }
  if (execution_count !== undefined && !isCount(execution_count)) return '"execution_count" must be a number';
  if (gc === undefined) return null;
  if (typeof gc !== 'object' || gc === null) return '"gc" must be an object';
  const { stats, count } = gc as Record<string, unknown>;
  const isStats = (entry: unknown): boolean => {
    const { collections, collected, uncollectable } = (entry ?? {}) as Record<string, unknown>;
    return isCount(collections) && isCount(collected) && isCount(uncollectable);
  };
  if (stats !== undefined && !(Array.isArray(stats) && stats.length === 3 && stats.every(isStats))) {
    return '"gc.stats" must hold three sets of collections, collected and uncollectable';
  }
  if (count !== undefined && !(Array.isArray(count) && count.length === 3 && count.every(isCount))) {
    return '"gc.count" must hold three numbers';
  }
  return null;
}

/** Reads a `--session` file; ends the process with one clear line when it is no such file. */
export function readSessionFile(file: string): SessionFile {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return fail(`cannot read session file ${file}: ${(error as Error).message}`);
  }
  const problem = complaint(value);
  if (problem) fail(`session file ${file}: ${problem}`);
  return value as SessionFile;
}
