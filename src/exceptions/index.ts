/** Defines every builtin exception type. */
import { initBaseException, preallocateMemoryErrors } from './base.ts';
import { initBuiltinExceptions } from './builtin.ts';
import { initExceptionGroup, initGroups } from './group.ts';
import { initOSError } from './oserror.ts';
import { T_BaseException, T_BaseExceptionGroup, T_ExceptionGroup, T_OSError } from './types.ts';

export function initExceptions(): void {
  initBuiltinExceptions(type => {
    if (type === T_BaseException) initBaseException();
    else if (type === T_BaseExceptionGroup) initGroups();
    else if (type === T_ExceptionGroup) initExceptionGroup();
    else if (type === T_OSError) initOSError();
  });
  preallocateMemoryErrors();
}
