/** The environment the interpreter sees. */
export function environment(): Record<string, string> {
  const defined = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(defined);
}

/** `PYTHONHASHSEED`, or 0: runs are the same unless the user asks for another seed. */
export function hashSeed(env: Record<string, string>): number {
  const seed = Number(env.PYTHONHASHSEED);
  return Number.isInteger(seed) && seed >= 0 && seed <= 4294967295 ? seed : 0;
}
