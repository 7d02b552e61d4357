/** V8 options that the interpreter wants; they must be set before its worker starts. */

import { setFlagsFromString } from 'node:v8';

const FLAGS: readonly string[] = [];

export function setV8Flags(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}
