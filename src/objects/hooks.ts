/**
 * What objects need of the layers above them. The runtime and the host put their functions here at start-up;
 * nothing in objects/, protocols/ or exceptions/ imports those layers.
 */
import type { PyContainer, PyObject, TypeBody } from '../heap/object.ts';

export interface Hooks {
  /** Builds the message and location of a warning (warnings.warn). May throw when the filter says `error`. */
  warn(category: TypeBody, message: string, stacklevel: number, source?: PyObject): void;
  /** sys.unraisablehook: consumes `exc`; `where` is the object shown after "Exception ignored in:". */
  unraisable(exc: PyObject, where: PyObject | null, message: string | null): void;
  /** Names of the current frame's locals, its globals and builtins, for "did you mean" and zero-argument super(). */
  currentFrame(): CurrentFrame | null;
  /** Imports a module by its dotted name; new reference to the leaf module. */
  importModule(name: string): PyObject;
  /** `__import__` as the builtin function is called. Borrows; new reference. */
  importName(
    name: PyObject<string>,
    globals: PyObject | null,
    locals: PyObject | null,
    fromlist: PyObject | null,
    level: number,
  ): PyObject;
  /** `__build_class__(func, name, *bases, **kwds)`. Borrows; new reference. */
  buildClass(args: PyObject[], kwnames: PyObject[] | null): PyObject;
  /** Compiles source text, or bytes yet to be decoded, to a code object (new reference); SyntaxError as CPython's. */
  compile(
    source: string | Uint8Array,
    filename: string,
    mode: 'exec' | 'eval' | 'single',
    flags: number,
    optimize: number,
  ): PyObject;
  /** Runs a code object (PyEval_EvalCode): globals is a dict, locals any mapping. Borrows; new reference. */
  evalCode(code: PyObject, globals: PyContainer, locals: PyObject, closure: PyObject | null): PyObject;
  /** Compiles source text and runs it at once (PyRun_StringFlags); new reference. */
  runSource(
    source: string | Uint8Array,
    filename: string,
    mode: 'exec' | 'eval',
    globals: PyContainer,
    locals: PyObject,
  ): PyObject;
  /** What `locals()` answers for the innermost frame; new reference. */
  locals(): PyObject;
  /** PyErr_CheckSignals: raises KeyboardInterrupt when the user asked for it. For functions that wait. */
  checkSignals(): void;
}

/** What objects may ask of the innermost Python frame. */
export interface CurrentFrame {
  globals: PyContainer;
  /** Value of a local or cell by name, borrowed, or null. */
  local(name: string): PyObject | null;
  localNames(): string[];
  /** First positional argument as it is now (zero-argument super), borrowed, or null. */
  firstArgument(): PyObject | null;
}

export const hooks: Hooks = {
  warn() {},
  unraisable() {},
  currentFrame: () => null,
  importModule(name) {
    throw new Error(`no importer is installed (importing ${name})`);
  },
  importName: () => missing('importName'),
  buildClass: () => missing('buildClass'),
  compile: () => missing('compile'),
  evalCode: () => missing('evalCode'),
  runSource: () => missing('runSource'),
  locals: () => missing('locals'),
  checkSignals() {},
};

function missing(name: string): never {
  throw new Error(`the runtime has not installed hooks.${name}`);
}
