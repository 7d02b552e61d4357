/** Modules that are written in Python and come with the interpreter: name -> source. */
import _weakrefset from './py/_weakrefset.py';
import weakref from './py/weakref.py';

export const frozenModules: Record<string, string> = { _weakrefset, weakref };
