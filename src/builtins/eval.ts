/** __build_class__, __import__, compile, eval and exec (Python/bltinmodule.c). */
import type { PyContainer, PyObject } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { raise, systemError, typeError, valueError } from '../exceptions/raise.ts';
import { T_SyntaxError } from '../exceptions/types.ts';
import { ssizeArgument } from '../objects/sequence_index.ts';
import { isBytearray, bytearray_bytes } from '../objects/bytearray_body.ts';
import { isBytes } from '../objects/bytes.ts';
import { dict_getStr, dict_setStr, isDict, type PyDict } from '../objects/dict.ts';
import type { PyCode } from '../objects/code.ts';
import { hooks } from '../objects/hooks.ts';
import { None } from '../objects/singletons.ts';
import { isStr } from '../objects/str.ts';
import { badArgument } from '../objects/bad_argument.ts';

export function builtin___build_class__(_module: PyObject, args: PyObject[], kwnames: PyObject[] | null): PyObject {
  const npos = args.length - (kwnames === null ? 0 : kwnames.length);
  if (npos < 2) typeError('__build_class__: not enough arguments');
  if (args[0].type.name !== 'function') typeError('__build_class__: func must be a function');
  if (!isStr(args[1])) typeError('__build_class__: name is not a string');
  return hooks.buildClass(args, kwnames);
}

export function builtin___import__(
  _module: PyObject,
  name: PyObject,
  globals?: PyObject,
  locals?: PyObject,
  fromlist?: PyObject,
  level?: PyObject,
): PyObject {
  if (!isStr(name)) typeError('module name must be a string');
  return hooks.importName(
    name,
    globals ?? null,
    locals ?? null,
    fromlist ?? null,
    level === undefined ? 0 : ssizeArgument(level),
  );
}

/** The source in a str, bytes or bytearray argument, or null for other objects; SyntaxError when it has a NUL. */
function sourceText(source: PyObject): string | Uint8Array | null {
  const text = isStr(source)
    ? source.v
    : isBytes(source)
      ? source.v
      : isBytearray(source)
        ? bytearray_bytes(source)
        : null;
  if (text === null) return null;
  const nul = typeof text === 'string' ? text.includes('\0') : text.includes(0);
  if (nul) raise(T_SyntaxError, 'source code string cannot contain null bytes');
  return text;
}

/** PyUnicode_FSDecoder for a file name. */
function fileName(o: PyObject): string {
  if (isStr(o)) return o.v;
  if (isBytes(o)) return String.fromCharCode(...o.v);
  return typeError(`expected str, bytes or os.PathLike object, not ${o.type.name}`);
}

const PyCF_ONLY_AST = 0x400;
/** PyCF_MASK, PyCF_MASK_OBSOLETE and PyCF_COMPILE_MASK: the __future__ bits and the options of compile(). */
const KNOWN_FLAGS = 0x1fe0000 | 0x10 | PyCF_ONLY_AST | 0x200 | 0x1000 | 0x2000 | 0x4000;
const MODES = ['exec', 'eval', 'single'] as const;

export function builtin_compile(
  _module: PyObject,
  source: PyObject,
  filename: PyObject,
  mode: PyObject,
  flags?: PyObject,
  _dontInherit?: PyObject,
  optimize?: PyObject,
): PyObject {
  const file = fileName(filename);
  if (!isStr(mode)) badArgument("compile() argument 'mode'", 'str', mode);
  const bits = flags === undefined ? 0 : ssizeArgument(flags);
  if ((bits & ~KNOWN_FLAGS) !== 0) valueError('compile(): unrecognised flags');
  const level = optimize === undefined ? -1 : ssizeArgument(optimize);
  if (level < -1 || level > 2) valueError('compile(): invalid optimize value');
  const chosen = MODES.find(m => m === mode.v);
  if (chosen === undefined) valueError("compile() mode must be 'exec', 'eval' or 'single'");
  if ((bits & PyCF_ONLY_AST) !== 0) systemError('compile(): syntax trees are not available');
  const text = sourceText(source);
  if (text === null) typeError('compile() arg 1 must be a string, bytes or AST object');
  return hooks.compile(text, file, chosen, bits, level);
}

function isMapping(o: PyObject): boolean {
  return o.type.mp_subscript !== null;
}

function isCode(o: PyObject): boolean {
  return o.type.name === 'code';
}

/** Globals and locals of eval or exec, both new references. */
function namespaces(globals: PyObject | null, locals: PyObject | null): [PyDict, PyObject] {
  if (globals !== null) return [incref(globals) as PyDict, incref(locals ?? globals)];
  const frame = hooks.currentFrame();
  if (frame === null) systemError('globals and locals cannot be NULL');
  return [incref(frame.globals) as PyDict, locals === null ? hooks.locals() : incref(locals)];
}

/** `__builtins__` is put into globals that lack it. */
function provideBuiltins(globals: PyContainer): void {
  if (dict_getStr(globals, '__builtins__') !== null) return;
  const builtins = hooks.importModule('builtins') as PyContainer;
  dict_setStr(globals, '__builtins__', builtins.dict!);
  decref(builtins);
}

export function builtin_eval(_module: PyObject, source: PyObject, globals?: PyObject, locals?: PyObject): PyObject {
  const g = globals === undefined || globals === None ? null : globals;
  const l = locals === undefined || locals === None ? null : locals;
  if (l !== null && !isMapping(l)) typeError('locals must be a mapping');
  if (g !== null && !isDict(g))
    typeError(isMapping(g) ? 'globals must be a real dict; try eval(code, {}, mapping)' : 'globals must be a dict');
  return run(g, l, (globalsDict, localsMapping) => {
    if (isCode(source)) {
      if (freeVariables(source) > 0) typeError('code object passed to eval() may not contain free variables');
      return hooks.evalCode(source, globalsDict, localsMapping, null);
    }
    const text = sourceText(source);
    if (text === null) typeError('eval() arg 1 must be a string, bytes or code object');
    const stripped = typeof text === 'string' ? text.replace(/^[ \t]+/, '') : text;
    return compileAndRun(stripped, 'eval', globalsDict, localsMapping);
  });
}

export function builtin_exec(
  _module: PyObject,
  source: PyObject,
  globals?: PyObject,
  locals?: PyObject,
  closure?: PyObject,
): PyObject {
  const g = globals === undefined || globals === None ? null : globals;
  const l = locals === undefined || locals === None ? null : locals;
  if (g !== null && !isDict(g)) typeError(`exec() globals must be a dict, not ${g.type.name}`);
  if (l !== null && !isMapping(l)) typeError(`locals must be a mapping or None, not ${l.type.name}`);
  const cells = closure === undefined || closure === None ? null : closure;
  return run(g, l, (globalsDict, localsMapping) => {
    if (isCode(source)) {
      const free = freeVariables(source);
      if (free === 0 && cells !== null) typeError('cannot use a closure with this code object');
      if (free > 0 && (cells === null || cells.type.name !== 'tuple' || cells.v.length !== free))
        typeError(`code object requires a closure of exactly length ${free}`);
      decref(hooks.evalCode(source, globalsDict, localsMapping, cells));
      return None;
    }
    if (cells !== null) typeError('closure can only be used when source is a code object');
    const text = sourceText(source);
    if (text === null) typeError('exec() arg 1 must be a string, bytes or code object');
    decref(compileAndRun(text, 'exec', globalsDict, localsMapping));
    return None;
  });
}

function freeVariables(code: PyObject): number {
  return (code as PyCode).v.unit.freevars.length;
}

function run(
  globals: PyObject | null,
  locals: PyObject | null,
  action: (globals: PyDict, locals: PyObject) => PyObject,
): PyObject {
  const [globalsDict, localsMapping] = namespaces(globals, locals);
  try {
    provideBuiltins(globalsDict);
    return action(globalsDict, localsMapping);
  } finally {
    decref(localsMapping);
    decref(globalsDict);
  }
}

function compileAndRun(text: string | Uint8Array, mode: 'eval' | 'exec', globals: PyDict, locals: PyObject): PyObject {
  return hooks.runSource(text, '<string>', mode, globals, locals);
}
