/** Magics that set how the shell behaves (IPython.core.magics.basic, config, extension, pylab). */
import type { PyContainer, PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { dict_getStr } from '../../objects/dict.ts';
import { hooks } from '../../objects/hooks.ts';
import { None } from '../../objects/singletons.ts';
import { newStr } from '../../objects/str.ts';
import { lookupattrStr } from '../../protocols/attribute.ts';
import { call1 } from '../../protocols/call.ts';
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

/** Settings of IPython's components have no counterpart here: they are accepted and do nothing. */
export function accepted(): PyObject {
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
  const module = hooks.importModule(name);
  try {
    const loader = lookupattrStr(module, 'load_ipython_extension');
    if (loader === null) {
      print(`The ${name} module is not an IPython extension.\n`);
      return none();
    }
    try {
      decref(call1(loader, dict_getStr(shell.namespace as PyContainer, 'get_ipython')!.v.self));
    } finally {
      decref(loader);
    }
  } finally {
    decref(module);
  }
  return none();
}
