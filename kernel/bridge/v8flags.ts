/**
 * V8 options that the interpreter wants. The worker sets them itself: with other options V8 rejects Node's own cached code, and it
 * starts 60 ms later.
 */

import { setFlagsFromString } from 'node:v8';

/**
 * Not among them, as measured: a faster growing space for young objects (semi-space-growth-factor 16). A list of 300,000 new ints
 * takes 65 ms, not 105, but every loop that makes garbage leaves the processor's caches: a first loop of 1,000,000 takes 126 ms, not 85.
 */
const FLAGS: readonly string[] = [
  // Compiled Python is long functions that call many small ones (newIntNumber, dealloc...). V8's own limits (460 bytes of bytecode a
  // callee, 920 in all) stop inlining halfway through; with these int_loop runs 1.26 times as fast, closures 1.2, fannkuch 1.1.
  '--max-inlined-bytecode-size=800',
  '--max-inlined-bytecode-size-cumulative=2400',
];

export function setV8Flags(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}
