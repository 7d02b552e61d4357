/** Faults of our own: reported as SystemError to the user, with the JavaScript stack in the log; never swallowed. */
import { newException } from '../exceptions/raise.ts';
import type { PyException } from '../exceptions/body.ts';
import { T_SystemError } from '../exceptions/types.ts';

/** Where faults are logged; the host sets it. */
export const faultLog: { write: (text: string) => void } = { write: () => {} };

/** The SystemError for anything thrown that is no Python exception; new reference. */
export function internalFault(e: unknown): PyException {
  const stack = e instanceof Error ? (e.stack ?? e.message) : String(e);
  faultLog.write(`internal fault: ${stack}`);
  const message = e instanceof Error ? e.message : String(e);
  return newException(T_SystemError, `vivarium: ${message}`);
}
