/** What Lib/site.py adds to the builtins: exit, quit, copyright, credits, license and help. */
import { TPFLAGS_HAVE_GC, TypeBody, type PyContainer, type PyObject } from '../heap/object.ts';
import { gcFree, untrack } from '../heap/gc.ts';
import { decref, incref } from '../heap/refcount.ts';
import { raiseArgs, typeError } from '../exceptions/raise.ts';
import { T_SystemExit } from '../exceptions/types.ts';
import { lookupattrStr } from '../protocols/attribute.ts';
import { callMethodStr } from '../protocols/call.ts';
import { strString } from '../protocols/object.ts';
import { defineType } from '../objects/define.ts';
import { hooks } from '../objects/hooks.ts';
import { gcNew } from '../objects/object.ts';
import { parseArgs, signature } from '../objects/signature.ts';
import { None } from '../objects/singletons.ts';
import { newStr } from '../objects/str.ts';
import { describe } from './help.ts';

const T_QUITTER = new TypeBody('_sitebuiltins.Quitter');
const T_PRINTER = new TypeBody('_sitebuiltins._Printer');
const T_HELPER = new TypeBody('_sitebuiltins._Helper');

interface QuitterBody {
  name: string;
  eof: string;
}

interface PrinterBody {
  name: string;
  text: () => string;
}

/** exit or quit. */
export function newQuitter(name: string): PyObject {
  return gcNew(T_QUITTER, { name, eof: 'Ctrl-D (i.e. EOF)' });
}

/** copyright, credits or license. */
export function newPrinter(name: string, text: () => string): PyObject {
  return gcNew(T_PRINTER, { name, text });
}

export function newHelper(): PyObject {
  return gcNew(T_HELPER, null);
}

/** Text on sys.stdout. */
function write(text: string): void {
  const sys = hooks.importModule('sys');
  const stdout = lookupattrStr(sys, 'stdout');
  decref(sys);
  if (stdout === null || stdout === None) return;
  const s = newStr(text);
  try {
    decref(callMethodStr(stdout, 'write', s));
  } finally {
    decref(s);
    decref(stdout);
  }
}

/** `sys.copyright` */
export function sysCopyright(): string {
  const sys = hooks.importModule('sys');
  const text = lookupattrStr(sys, 'copyright');
  decref(sys);
  if (text === null) return '';
  const s = strString(text);
  decref(text);
  return s;
}

function dealloc(o: PyObject): void {
  untrack(o as PyContainer);
  gcFree(o as PyContainer);
}

const EXIT = signature('__call__', '(code=None)');

function quitter_call(_o: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const [code] = parseArgs(EXIT, args, kwnames) as [PyObject | undefined];
  return raiseArgs(T_SystemExit, [incref(code ?? None)]);
}

const LINES_A_PAGE = 23;

/** Prints all of the text, a page at a time as the original does when it is longer than one. */
function printer_call(o: PyObject): PyObject {
  const lines = (o.v as PrinterBody).text().split('\n');
  for (let i = 0; i < lines.length; i += LINES_A_PAGE) write(lines.slice(i, i + LINES_A_PAGE).join('\n') + '\n');
  return None;
}

function printer_repr(o: PyObject): PyObject {
  const { name, text } = o.v as PrinterBody;
  const shown = text();
  return newStr(shown.split('\n').length <= LINES_A_PAGE ? shown : `Type ${name}() to see the full ${name} text`);
}

function helper_call(_o: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  if (kwnames !== null && kwnames.length > 0)
    typeError("help() got an unexpected keyword argument '" + kwnames[0].v + "'");
  if (args.length === 0) write('Type help(object) for what is known of an object.\n');
  else write(describe(args[0]));
  return None;
}

export function initSite(): void {
  defineType(T_QUITTER, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 16,
    slots: {
      tp_dealloc: dealloc,
      tp_traverse: () => {},
      tp_repr: o => {
        const { name, eof } = o.v as QuitterBody;
        return newStr(`Use ${name}() or ${eof} to exit`);
      },
      tp_call: quitter_call,
    },
    members: [
      ['name', o => newStr((o.v as QuitterBody).name), null],
      ['eof', o => newStr((o.v as QuitterBody).eof), null],
    ],
  });
  defineType(T_PRINTER, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 16,
    slots: { tp_dealloc: dealloc, tp_traverse: () => {}, tp_repr: printer_repr, tp_call: printer_call },
  });
  defineType(T_HELPER, {
    flags: TPFLAGS_HAVE_GC,
    basicsize: 16,
    slots: {
      tp_dealloc: dealloc,
      tp_traverse: () => {},
      tp_repr: () => newStr('Type help() for interactive help, or help(object) for help about object.'),
      tp_call: helper_call,
    },
  });
}
