/**
 * V8 options that the interpreter wants. The worker sets them itself: with other options V8 rejects Node's own cached code, and it
 * starts 60 ms later.
 */

import { setFlagsFromString } from 'node:v8';

const FLAGS: readonly string[] = [
  // Compiled Python is long functions that call many small ones (newIntNumber, dealloc...). V8's own limits (460 bytes of bytecode a
  // callee, 920 in all) stop inlining halfway through; with these int_loop runs 1.26 times as fast, closures 1.2, fannkuch 1.1.
  '--max-inlined-bytecode-size=800',
  '--max-inlined-bytecode-size-cumulative=2400',
  // Room for young objects grows from 1 MB to 64 in two steps, not six: a list of 300,000 new ints takes 65 ms, not 200.
  '--semi-space-growth-factor=16',
];

export function setV8Flags(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}
