/** `exit` and `quit` of a notebook: naming them is enough (IPython.core.autocall.ZMQExitAutocall). */
import type { PyContainer } from '../../heap/object.ts';
import { TPFLAGS_HAVE_GC, TypeBody, type PyObject } from '../../heap/object.ts';
import { gcFree, untrack } from '../../heap/gc.ts';
import { incref } from '../../heap/refcount.ts';
import { defineType } from '../../objects/define.ts';
import { gcNew } from '../../objects/object.ts';
import { parseArgs, signature } from '../../objects/signature.ts';
import { None } from '../../objects/singletons.ts';
import { isTrue } from '../../protocols/object.ts';
import { shell } from '../shell.ts';

const T_EXIT = new TypeBody('IPython.core.autocall.ZMQExitAutocall');
const CALL = signature('__call__', '(keep_kernel=False)');

export function newExit(): PyObject {
  return gcNew(T_EXIT, null);
}

function exit(keepkernel: boolean): PyObject {
  shell.exitRequested = { keepkernel };
  shell.payload.push({ source: 'ask_exit', keepkernel });
  return incref(None);
}

export function initExit(): void {
  defineType(T_EXIT, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 32,
    doc: 'exit: ends the kernel; exit(True) only closes the frontend.',
    slots: {
      tp_dealloc: o => {
        untrack(o as PyContainer);
        gcFree(o as PyContainer);
      },
      tp_traverse: () => {},
      tp_call: (_o, args, kwnames) => {
        const [keep] = parseArgs(CALL, args, kwnames) as [PyObject | undefined];
        return exit(keep !== undefined && isTrue(keep));
      },
    },
    // A cell that ends in the bare name exits, too.
    methods: [['_ipython_display_', () => exit(false), '($self, /)']],
  });
}
