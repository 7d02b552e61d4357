/** Cell magics that show their text, and `%%capture` (IPython.core.magics.display and execution). */
import type { PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import type { JsonObject } from '../../host/contract.ts';
import { dict_setStr } from '../../objects/dict.ts';
import { hooks } from '../../objects/hooks.ts';
import { bool, None } from '../../objects/singletons.ts';
import { getattrStr } from '../../protocols/attribute.ts';
import { call, callMethodStr } from '../../protocols/call.ts';
import { cellFilename } from '../cells.ts';
import { publishDisplay } from '../display_publisher.ts';
import { shell } from '../shell.ts';
import { transformCell } from '../transform.ts';
import { onlyWord, parseOptions } from './arguments.ts';

/** A cell magic that shows its body as the mime type, as an object of IPython.core.display does. */
export function showAs(mime: string, className: string): (line: string, cell: string) => PyObject {
  return (_line, cell) => {
    publishDisplay({
      data: { 'text/plain': `<IPython.core.display.${className} object>`, [mime]: cell },
      metadata: {},
    });
    return incref(None);
  };
}

/** `%%html [--isolated]` */
export function html(line: string, cell: string): PyObject {
  const metadata: JsonObject = line.includes('--isolated') ? { 'text/html': { isolated: true } } : {};
  publishDisplay({ data: { 'text/plain': '<IPython.core.display.HTML object>', 'text/html': cell }, metadata });
  return incref(None);
}

/** `%%capture [--no-stdout] [--no-stderr] [--no-display] [NAME]` */
export function capture(line: string, cell: string): PyObject {
  const { values, rest } = parseOptions(line, '', ['no-stdout', 'no-stderr', 'no-display']);
  const name = onlyWord(rest);
  const wanted = ['no-stdout', 'no-stderr', 'no-display'].map(option => bool(!values.has(option)));
  const module = hooks.importModule('IPython.utils.capture');
  const type = getattrStr(module, 'capture_output');
  decref(module);
  const context = call(type, wanted, null);
  decref(type);
  try {
    const captured = callMethodStr(context, '__enter__');
    try {
      shell.runStatements(transformCell(cell), cellFilename(cell, null));
    } finally {
      decref(callMethodStr(context, '__exit__', None, None, None));
      if (name !== null) dict_setStr(shell.namespace, name, captured);
      decref(captured);
    }
  } finally {
    decref(context);
  }
  return incref(None);
}
