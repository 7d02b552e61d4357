/** A magic used wrongly: shown as one line on stderr, without a traceback (IPython.core.error.UsageError). */
import { TypeBody } from '../../heap/object.ts';
import { defineException } from '../../exceptions/base.ts';
import { raise } from '../../exceptions/raise.ts';
import { T_Exception } from '../../exceptions/types.ts';

export const T_UsageError = new TypeBody('IPython.core.error.UsageError');

export function initUsageError(): void {
  defineException(T_UsageError, T_Exception, 'Error in magic function arguments, etc.');
}

export function usageError(message: string): never {
  return raise(T_UsageError, message);
}
