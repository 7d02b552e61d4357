/** Modules that are written in Python and come with the interpreter: name -> source. */
import __future__ from './py/__future__.py';
import _weakrefset from './py/_weakrefset.py';
import weakref from './py/weakref.py';

export const frozenModules: Record<string, string> = { __future__, _weakrefset, weakref };
