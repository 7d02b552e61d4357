/**
 * The control block that the interpreter shares with the main thread (a SharedArrayBuffer, as Int32Array words): the breaker and
 * the mailbox for blocking input. Part of src/host/contract.ts.
 */

/** The breaker word: compiled code reads it at every function entry and loop back edge. */
export const BREAKER = 0;
/** Bits of the breaker word. The worker also sets GC_DUE itself. */
export const BREAK_INTERRUPT = 1;
export const BREAK_GC_DUE = 2;
/** The main thread asks for buffered output to be posted now. */
export const BREAK_FLUSH = 4;
/** Finish at once: raise SystemExit that no handler catches (worker about to be ended). */
export const BREAK_STOP = 8;

/** Set to 1 by the worker while it holds unposted output, 0 when flushed. */
export const OUTPUT_PENDING = 1;
/**
 * Word that `time.sleep` and other waits block on (Atomics.wait). An interrupt changes it and notifies: read the word,
 * then the breaker, then wait for the value read, and no interrupt is lost.
 */
export const WAIT = 2;

/**
 * The mailbox for blocking input. The worker posts `input_request`, sets MAILBOX to EMPTY beforehand and
 * waits on the word. The main thread writes UTF-8 bytes from MAILBOX_BYTES on, their count in MAILBOX_LENGTH,
 * sets MAILBOX and notifies. Answers longer than the room come in several FULL_MORE pieces; the worker sets EMPTY and
 * notifies after each.
 */
export const MAILBOX = 3;
export const MAILBOX_LENGTH = 4;
export const MAILBOX_EMPTY = 0;
export const MAILBOX_FULL = 1;
export const MAILBOX_FULL_MORE = 2;
/** End of file (the frontend sent \x04, or stdin is closed): `input()` raises EOFError. */
export const MAILBOX_EOF = 3;
/** Interrupted while waiting: the worker looks at the breaker word. */
export const MAILBOX_INTERRUPTED = 4;
/** Byte offset of the mailbox's data and its size. */
export const MAILBOX_BYTES = 64;
export const MAILBOX_SIZE = 65536;
export const CONTROL_SIZE = MAILBOX_BYTES + MAILBOX_SIZE;
