/** Everything that would start another program. The kernel runs none. */
import { usageError } from './usage_error.ts';

export function shellCommand(command: string): never {
  const shown = command.split('\n')[0].trim();
  return usageError(`Shell commands are not available in this kernel: ${shown}`);
}

export function scriptMagic(name: string): (line: string, cell: string) => never {
  return () => usageError(`Shell commands are not available in this kernel: %%${name}`);
}

export function pip(line: string): never {
  return usageError(`Packages cannot be installed in this kernel: pip ${line}`);
}
