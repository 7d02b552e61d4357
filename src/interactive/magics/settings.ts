/** Magics that set how the shell behaves (IPython.core.magics.basic, config, extension, pylab). */
import type { PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { hooks } from '../../objects/hooks.ts';
import { None } from '../../objects/singletons.ts';
import { newStr } from '../../objects/str.ts';
import { lookupattrStr } from '../../protocols/attribute.ts';
import { call1 } from '../../protocols/call.ts';
import { setInteractivity } from '../interactivity.ts';
import { floatFormat, setFloatFormat } from '../precision.ts';
import { shell } from '../shell.ts';
import { print, printError } from './print.ts';
import { usageError } from './usage_error.ts';

const none = (): PyObject => incref(None);

/** `%precision`, `%precision 3`, `%precision %.4e` */
export function precision(line: string): PyObject {
  const text = line.trim();
  if (text === '') setFloatFormat(null);
  else if (/^\d+$/.test(text)) setFloatFormat(`%.${text}f`);
  else if (text.includes('%')) setFloatFormat(text);
  else usageError(`Precision must be int or a string format, not '${text}'`);
  return newStr(floatFormat());
}

const MODES = ['Plain', 'Context', 'Verbose', 'Minimal', 'Docs'];

/** Only the Context layout exists; the other names are accepted. */
export function xmode(line: string): PyObject {
  const text = line.trim();
  const mode = text === '' ? 'Context' : text[0].toUpperCase() + text.slice(1).toLowerCase();
  if (!MODES.includes(mode)) {
    const valid = MODES.map(m => `'${m}'`).join(', ');
    printError(
      `Error changing user exception modes.\nUnrecognized mode in FormattedTB: <${mode}>\nValid modes: [${valid}]\n`,
    );
    return none();
  }
  print(`Exception reporting mode: ${mode}\n`);
  return none();
}

/** Settings without a counterpart here are accepted and do nothing. */
export function accepted(): PyObject {
  return none();
}

/** `%config InteractiveShell.ast_node_interactivity = 'all'`; other settings are accepted and do nothing. */
export function config(line: string): PyObject {
  const m = /^InteractiveShell\.ast_node_interactivity\s*=\s*(['"]?)(\w+)\1$/.exec(line.trim());
  if (m !== null && !setInteractivity(m[2])) usageError(`ast_node_interactivity cannot be ${m[2]}`);
  return none();
}

/** `%autoreload`: there are no changed files to look for while cells run one after the other on a simulated heap. */
export function autoreload(): PyObject {
  printError('autoreload is not available in this kernel: a module is loaded once.\n');
  return none();
}

export function matplotlib(): PyObject {
  printError('matplotlib is not available in this kernel.\n');
  return none();
}

export function debuggerMagic(): PyObject {
  return usageError('The command-line debugger is not available in this kernel.');
}

export function load_ext(line: string): PyObject {
  const name = line.trim();
  if (name === '') usageError('Missing module name.');
  // Those that are part of IPython itself have their magics in the table.
  if (name === 'autoreload' || name === 'storemagic') return none();
  const module = hooks.importModule(name);
  try {
    const loader = lookupattrStr(module, 'load_ipython_extension');
    if (loader === null) {
      print(`The ${name} module is not an IPython extension.\n`);
      return none();
    }
    try {
      decref(call1(loader, shell.object!));
    } finally {
      decref(loader);
    }
  } finally {
    decref(module);
  }
  return none();
}
