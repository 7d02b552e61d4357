/** ascii, format, input, print and repr (Python/bltinmodule.c). */
import type { PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { isPyException } from '../exceptions/body.ts';
import { raise, runtimeError, typeError } from '../exceptions/raise.ts';
import { T_EOFError } from '../exceptions/types.ts';
import { getattrStr, lookupattrStr } from '../protocols/attribute.ts';
import { call1, callMethodStr } from '../protocols/call.ts';
import { ascii, format, isTrue, repr, str } from '../protocols/object.ts';
import { hooks } from '../objects/hooks.ts';
import { None } from '../objects/singletons.ts';
import { isStr, LATIN1, newStr } from '../objects/str.ts';
import { badArgument } from '../objects/bad_argument.ts';

export function builtin_ascii(_module: PyObject, obj: PyObject): PyObject {
  return ascii(obj);
}

export function builtin_repr(_module: PyObject, obj: PyObject): PyObject {
  return repr(obj);
}

export function builtin_format(_module: PyObject, value: PyObject, spec?: PyObject): PyObject {
  if (spec !== undefined && !isStr(spec)) badArgument('format() argument 2', 'str', spec);
  return format(value, spec ?? null);
}

/** An attribute of sys, new reference, or null. */
function sysAttribute(name: string): PyObject | null {
  const sys = hooks.importModule('sys');
  try {
    return lookupattrStr(sys, name);
  } finally {
    decref(sys);
  }
}

/** PyFile_WriteObject(o, f, Py_PRINT_RAW) with the file's bound `write`. */
function writeStr(write: PyObject, o: PyObject): void {
  const text = str(o);
  try {
    decref(call1(write, text));
  } finally {
    decref(text);
  }
}

function checkText(what: string, o: PyObject): void {
  if (!isStr(o)) typeError(`${what} must be None or a string, not ${o.type.name}`);
}

const SPACE = LATIN1[32];
const NEWLINE = LATIN1[10];

export function builtin_print(
  _module: PyObject,
  sep: PyObject | undefined,
  end: PyObject | undefined,
  file: PyObject | undefined,
  flush: PyObject | undefined,
  args: PyObject[],
): PyObject {
  let out: PyObject;
  if (file === undefined || file === None) {
    const stdout = sysAttribute('stdout');
    if (stdout === null) runtimeError('lost sys.stdout');
    if (stdout === None) return stdout;
    out = stdout;
  } else out = incref(file);
  let write: PyObject | null = null;
  try {
    if (sep === None) sep = undefined;
    else if (sep !== undefined) checkText('sep', sep);
    if (end === None) end = undefined;
    else if (end !== undefined) checkText('end', end);
    write = getattrStr(out, 'write');
    for (let i = 0; i < args.length; i++) {
      if (i > 0) writeStr(write, sep ?? SPACE);
      writeStr(write, args[i]);
    }
    writeStr(write, end ?? NEWLINE);
    if (flush !== undefined && isTrue(flush)) decref(callMethodStr(out, 'flush'));
  } finally {
    if (write !== null) decref(write);
    decref(out);
  }
  return None;
}

/** Reads a line through sys.stdin after writing the prompt to sys.stdout (the path for files that are no terminal). */
export function builtin_input(_module: PyObject, prompt?: PyObject): PyObject {
  const streams = ['stdin', 'stdout', 'stderr'].map(name => {
    const stream = sysAttribute(name);
    if (stream === null || stream === None) runtimeError(`input(): lost sys.${name}`);
    return stream;
  });
  const [stdin, stdout, stderr] = streams;
  try {
    ignoringErrors(() => decref(callMethodStr(stderr, 'flush')));
    if (prompt !== undefined) {
      const write = getattrStr(stdout, 'write');
      try {
        writeStr(write, prompt);
      } finally {
        decref(write);
      }
    }
    ignoringErrors(() => decref(callMethodStr(stdout, 'flush')));
    const line = callMethodStr(stdin, 'readline');
    if (!isStr(line)) {
      decref(line);
      return typeError('object.readline() returned non-string');
    }
    const text = line.v;
    decref(line);
    if (text === '') raise(T_EOFError, 'EOF when reading a line');
    return newStr(text.endsWith('\n') ? text.slice(0, -1) : text);
  } finally {
    for (const stream of streams) decref(stream);
  }
}

function ignoringErrors(action: () => void): void {
  try {
    action();
  } catch (e) {
    if (!isPyException(e)) throw e;
    decref(e);
  }
}
