/** Ends the process with one clear line on stderr and status 2. */
export function fail(message: string): never {
  process.stderr.write(`vivarium: ${message}\n`);
  process.exit(2);
}
