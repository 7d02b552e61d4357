/** V8 options that the interpreter wants. The worker sets them itself: with other options V8 rejects Node's own cached code, and it starts 60 ms later. */

import { setFlagsFromString } from 'node:v8';

/**
 * Compiled Python is long functions that call many small ones (newIntNumber, dealloc...). V8's own limits (460 bytes of bytecode a
 * callee, 920 in all) stop inlining halfway through; with these int_loop runs 1.26 times as fast, closures 1.2, fannkuch 1.1.
 */
const FLAGS: readonly string[] = ['--max-inlined-bytecode-size=800', '--max-inlined-bytecode-size-cumulative=2400'];

export function setV8Flags(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}
