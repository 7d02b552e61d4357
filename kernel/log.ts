/**
 * The kernel's own log, on stderr. Jupyter may start a kernel with an unread pipe there, so a line is written
 * without waiting, and lines are dropped rather than piled up. `VIVARIUM_LOG` sets the level (default `warn`).
 */

import { write } from 'node:fs';

const LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LEVELS)[number];

const threshold = Math.max(0, LEVELS.indexOf((process.env.VIVARIUM_LOG ?? 'warn') as LogLevel));
const BACKLOG = 100;

const lines: string[] = [];
let writing = false;

function writeNext(): void {
  const line = lines.shift();
  writing = line !== undefined;
  if (line !== undefined) write(2, line, writeNext);
}

/** Logs one line; never blocks, never throws. */
export function log(level: LogLevel, text: string): void {
  if (LEVELS.indexOf(level) < threshold || lines.length >= BACKLOG) return;
  lines.push(`[vivarium ${level}] ${text}\n`);
  if (!writing) writeNext();
}
