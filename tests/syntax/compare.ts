import type { Constant } from '../../src/syntax/index.ts';

/** A tree as record.py writes it: integers as decimal strings, bytes as hexadecimal. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  if ('t' in value) return plainConstant(value as Constant);
  const result: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(value)) result[key] = plain(field);
  return result;
}

function plainConstant(c: Constant): unknown {
  switch (c.t) {
    case 'int':
      return { t: c.t, v: String(typeof c.v === 'number' ? BigInt(c.v) : c.v) };
    case 'float':
      return { t: c.t, v: Number.isFinite(c.v) ? c.v : 'inf' };
    case 'complex':
      return { t: c.t, re: c.re, im: Number.isFinite(c.im) ? c.im : 'inf' };
    case 'bytes':
      return { t: c.t, v: Buffer.from(c.v).toString('hex') };
    default:
      return c;
  }
}

/** Where two plain trees first differ, or null when they are equal. */
export function difference(actual: unknown, expected: unknown, path = ''): string | null {
  if (actual === expected) return null;
  if (typeof actual !== 'object' || typeof expected !== 'object' || actual === null || expected === null) {
    return `${path}: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`;
  }
  const a = actual as Record<string, unknown>;
  const e = expected as Record<string, unknown>;
  for (const key of new Set([...Object.keys(a), ...Object.keys(e)])) {
    const found = difference(a[key], e[key], `${path}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
