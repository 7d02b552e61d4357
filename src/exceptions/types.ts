/** The bodies of all builtin exception types (Lib/test/exception_hierarchy.txt); defined in base.ts and its neighbours. */
import { TypeBody } from '../heap/object.ts';

export const T_BaseException = new TypeBody('BaseException');
export const T_BaseExceptionGroup = new TypeBody('BaseExceptionGroup');
export const T_GeneratorExit = new TypeBody('GeneratorExit');
export const T_KeyboardInterrupt = new TypeBody('KeyboardInterrupt');
export const T_SystemExit = new TypeBody('SystemExit');
export const T_Exception = new TypeBody('Exception');
export const T_ArithmeticError = new TypeBody('ArithmeticError');
export const T_FloatingPointError = new TypeBody('FloatingPointError');
export const T_OverflowError = new TypeBody('OverflowError');
export const T_ZeroDivisionError = new TypeBody('ZeroDivisionError');
export const T_AssertionError = new TypeBody('AssertionError');
export const T_AttributeError = new TypeBody('AttributeError');
export const T_BufferError = new TypeBody('BufferError');
export const T_EOFError = new TypeBody('EOFError');
export const T_ExceptionGroup = new TypeBody('ExceptionGroup');
export const T_ImportError = new TypeBody('ImportError');
export const T_ModuleNotFoundError = new TypeBody('ModuleNotFoundError');
export const T_LookupError = new TypeBody('LookupError');
export const T_IndexError = new TypeBody('IndexError');
export const T_KeyError = new TypeBody('KeyError');
export const T_MemoryError = new TypeBody('MemoryError');
export const T_NameError = new TypeBody('NameError');
export const T_UnboundLocalError = new TypeBody('UnboundLocalError');
export const T_OSError = new TypeBody('OSError');
export const T_BlockingIOError = new TypeBody('BlockingIOError');
export const T_ChildProcessError = new TypeBody('ChildProcessError');
export const T_ConnectionError = new TypeBody('ConnectionError');
export const T_BrokenPipeError = new TypeBody('BrokenPipeError');
export const T_ConnectionAbortedError = new TypeBody('ConnectionAbortedError');
export const T_ConnectionRefusedError = new TypeBody('ConnectionRefusedError');
export const T_ConnectionResetError = new TypeBody('ConnectionResetError');
export const T_FileExistsError = new TypeBody('FileExistsError');
export const T_FileNotFoundError = new TypeBody('FileNotFoundError');
export const T_InterruptedError = new TypeBody('InterruptedError');
export const T_IsADirectoryError = new TypeBody('IsADirectoryError');
export const T_NotADirectoryError = new TypeBody('NotADirectoryError');
export const T_PermissionError = new TypeBody('PermissionError');
export const T_ProcessLookupError = new TypeBody('ProcessLookupError');
export const T_TimeoutError = new TypeBody('TimeoutError');
export const T_ReferenceError = new TypeBody('ReferenceError');
export const T_RuntimeError = new TypeBody('RuntimeError');
export const T_NotImplementedError = new TypeBody('NotImplementedError');
export const T_RecursionError = new TypeBody('RecursionError');
export const T_StopAsyncIteration = new TypeBody('StopAsyncIteration');
export const T_StopIteration = new TypeBody('StopIteration');
export const T_SyntaxError = new TypeBody('SyntaxError');
export const T_IndentationError = new TypeBody('IndentationError');
export const T_TabError = new TypeBody('TabError');
export const T_SystemError = new TypeBody('SystemError');
export const T_TypeError = new TypeBody('TypeError');
export const T_ValueError = new TypeBody('ValueError');
export const T_UnicodeError = new TypeBody('UnicodeError');
export const T_UnicodeDecodeError = new TypeBody('UnicodeDecodeError');
export const T_UnicodeEncodeError = new TypeBody('UnicodeEncodeError');
export const T_UnicodeTranslateError = new TypeBody('UnicodeTranslateError');
export const T_Warning = new TypeBody('Warning');
export const T_BytesWarning = new TypeBody('BytesWarning');
export const T_DeprecationWarning = new TypeBody('DeprecationWarning');
export const T_EncodingWarning = new TypeBody('EncodingWarning');
export const T_FutureWarning = new TypeBody('FutureWarning');
export const T_ImportWarning = new TypeBody('ImportWarning');
export const T_PendingDeprecationWarning = new TypeBody('PendingDeprecationWarning');
export const T_ResourceWarning = new TypeBody('ResourceWarning');
export const T_RuntimeWarning = new TypeBody('RuntimeWarning');
export const T_SyntaxWarning = new TypeBody('SyntaxWarning');
export const T_UnicodeWarning = new TypeBody('UnicodeWarning');
export const T_UserWarning = new TypeBody('UserWarning');

/** Every exception type with its base, in an order that defines bases first. */
export const EXCEPTION_TREE: [TypeBody, TypeBody | null][] = [
  [T_BaseException, null],
  [T_BaseExceptionGroup, T_BaseException],
  [T_GeneratorExit, T_BaseException],
  [T_KeyboardInterrupt, T_BaseException],
  [T_SystemExit, T_BaseException],
  [T_Exception, T_BaseException],
  [T_ArithmeticError, T_Exception],
  [T_FloatingPointError, T_ArithmeticError],
  [T_OverflowError, T_ArithmeticError],
  [T_ZeroDivisionError, T_ArithmeticError],
  [T_AssertionError, T_Exception],
  [T_AttributeError, T_Exception],
  [T_BufferError, T_Exception],
  [T_EOFError, T_Exception],
  [T_ExceptionGroup, T_BaseExceptionGroup],
  [T_ImportError, T_Exception],
  [T_ModuleNotFoundError, T_ImportError],
  [T_LookupError, T_Exception],
  [T_IndexError, T_LookupError],
  [T_KeyError, T_LookupError],
  [T_MemoryError, T_Exception],
  [T_NameError, T_Exception],
  [T_UnboundLocalError, T_NameError],
  [T_OSError, T_Exception],
  [T_BlockingIOError, T_OSError],
  [T_ChildProcessError, T_OSError],
  [T_ConnectionError, T_OSError],
  [T_BrokenPipeError, T_ConnectionError],
  [T_ConnectionAbortedError, T_ConnectionError],
  [T_ConnectionRefusedError, T_ConnectionError],
  [T_ConnectionResetError, T_ConnectionError],
  [T_FileExistsError, T_OSError],
  [T_FileNotFoundError, T_OSError],
  [T_InterruptedError, T_OSError],
  [T_IsADirectoryError, T_OSError],
  [T_NotADirectoryError, T_OSError],
  [T_PermissionError, T_OSError],
  [T_ProcessLookupError, T_OSError],
  [T_TimeoutError, T_OSError],
  [T_ReferenceError, T_Exception],
  [T_RuntimeError, T_Exception],
  [T_NotImplementedError, T_RuntimeError],
  [T_RecursionError, T_RuntimeError],
  [T_StopAsyncIteration, T_Exception],
  [T_StopIteration, T_Exception],
  [T_SyntaxError, T_Exception],
  [T_IndentationError, T_SyntaxError],
  [T_TabError, T_IndentationError],
  [T_SystemError, T_Exception],
  [T_TypeError, T_Exception],
  [T_ValueError, T_Exception],
  [T_UnicodeError, T_ValueError],
  [T_UnicodeDecodeError, T_UnicodeError],
  [T_UnicodeEncodeError, T_UnicodeError],
  [T_UnicodeTranslateError, T_UnicodeError],
  [T_Warning, T_Exception],
  [T_BytesWarning, T_Warning],
  [T_DeprecationWarning, T_Warning],
  [T_EncodingWarning, T_Warning],
  [T_FutureWarning, T_Warning],
  [T_ImportWarning, T_Warning],
  [T_PendingDeprecationWarning, T_Warning],
  [T_ResourceWarning, T_Warning],
  [T_RuntimeWarning, T_Warning],
  [T_SyntaxWarning, T_Warning],
  [T_UnicodeWarning, T_Warning],
  [T_UserWarning, T_Warning],
];
