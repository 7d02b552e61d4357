/** The builtins module: its contents page. */
import type { PyObject, TypeBody } from '../heap/object.ts';
import { incref } from '../heap/refcount.ts';
import { EXCEPTION_TREE, T_OSError } from '../exceptions/types.ts';
import type { BuiltinBody, NativeFunction } from '../objects/builtin_function.ts';
import { T_BYTEARRAY } from '../objects/bytearray_body.ts';
import { T_BYTES } from '../objects/bytes.ts';
import { T_COMPLEX } from '../objects/complex.ts';
import { dict_getStr, T_DICT } from '../objects/dict.ts';
import { T_ENUMERATE, T_REVERSED } from '../objects/enumerate.ts';
import { T_FLOAT } from '../objects/float.ts';
import { T_CLASSMETHOD, T_STATICMETHOD } from '../objects/funcobjects.ts';
import { T_INT } from '../objects/int.ts';
import { T_LIST } from '../objects/list.ts';
import { T_MEMORYVIEW } from '../objects/memoryview.ts';
import { defineModule, type PyModule } from '../objects/module.ts';
import { T_OBJECT } from '../objects/object.ts';
import { T_PROPERTY } from '../objects/property.ts';
import { T_RANGE } from '../objects/range.ts';
import { T_FROZENSET, T_SET } from '../objects/set.ts';
import { Ellipsis, False, None, NotImplemented, T_BOOL, True } from '../objects/singletons.ts';
import { T_SLICE } from '../objects/slice.ts';
import { intern, T_STR } from '../objects/str.ts';
import { T_SUPER } from '../objects/super.ts';
import { T_TUPLE } from '../objects/tuple.ts';
import { T_TYPE } from '../objects/type.ts';
import { T_FILTER, T_MAP, T_ZIP } from '../objects/zip_map_filter.ts';
import { initIO } from '../modules/io/index.ts';
import { io_open } from '../modules/io/open.ts';
import {
  builtin_all,
  builtin_any,
  builtin_len,
  builtin_max,
  builtin_min,
  builtin_sorted,
  builtin_sum,
} from './aggregate.ts';
import {
  builtin_callable,
  builtin_delattr,
  builtin_dir,
  builtin_getattr,
  builtin_globals,
  builtin_hasattr,
  builtin_id,
  builtin_locals,
  builtin_setattr,
  builtin_vars,
} from './attributes.ts';
import { builtin_breakpoint, builtin_isinstance, builtin_issubclass } from './classes.ts';
import { builtin___build_class__, builtin___import__, builtin_compile, builtin_eval, builtin_exec } from './eval.ts';
import { builtin_aiter, builtin_anext, builtin_iter, builtin_next } from './iteration.ts';
import {
  builtin_abs,
  builtin_bin,
  builtin_chr,
  builtin_divmod,
  builtin_hash,
  builtin_hex,
  builtin_oct,
  builtin_ord,
  builtin_pow,
  builtin_round,
} from './numbers.ts';
import { initSite, newHelper, newPrinter, newQuitter, sysCopyright } from './site.ts';
import { builtin_ascii, builtin_format, builtin_input, builtin_print, builtin_repr } from './text.ts';

const OPEN_SIGNATURE =
  "($module, /, file, mode='r', buffering=-1, encoding=None,\n     errors=None, newline=None, closefd=True, opener=None)";

const FUNCTIONS: [string, NativeFunction, string, string][] = [
  [
    '__build_class__',
    builtin___build_class__,
    '!raw',
    '__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class',
  ],
  [
    '__import__',
    builtin___import__,
    '($module, /, name, globals=None, locals=None, fromlist=(), level=0)',
    'Import a module.',
  ],
  ['abs', builtin_abs, '($module, x, /)', 'Return the absolute value of the argument.'],
  ['aiter', builtin_aiter, '($module, async_iterable, /)', 'Return an AsyncIterator for an AsyncIterable object.'],
  ['all', builtin_all, '($module, iterable, /)', 'Return True if bool(x) is True for all values x in the iterable.'],
  ['anext', builtin_anext, '($module, aiterator, default=<unrepresentable>, /)', 'async anext(aiterator[, default])'],
  ['any', builtin_any, '($module, iterable, /)', 'Return True if bool(x) is True for any x in the iterable.'],
  ['ascii', builtin_ascii, '($module, obj, /)', 'Return an ASCII-only representation of an object.'],
  ['bin', builtin_bin, '($module, number, /)', 'Return the binary representation of an integer.'],
  ['breakpoint', builtin_breakpoint, '!raw', 'breakpoint(*args, **kws)'],
  [
    'callable',
    builtin_callable,
    '($module, obj, /)',
    'Return whether the object is callable (i.e., some kind of function).',
  ],
  [
    'chr',
    builtin_chr,
    '($module, i, /)',
    'Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.',
  ],
  [
    'compile',
    builtin_compile,
    '($module, /, source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)',
    'Compile source into a code object that can be executed by exec() or eval().',
  ],
  ['delattr', builtin_delattr, '($module, obj, name, /)', 'Deletes the named attribute from the given object.'],
  ['dir', builtin_dir, '($module, arg=<unrepresentable>, /)', 'Show attributes of an object.'],
  ['divmod', builtin_divmod, '($module, x, y, /)', 'Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.'],
  [
    'eval',
    builtin_eval,
    '($module, source, globals=None, locals=None, /)',
    'Evaluate the given source in the context of globals and locals.',
  ],
  [
    'exec',
    builtin_exec,
    '($module, source, globals=None, locals=None, /, *, closure=None)',
    'Execute the given source in the context of globals and locals.',
  ],
  [
    'format',
    builtin_format,
    "($module, value, format_spec='', /)",
    'Return type(value).__format__(value, format_spec)',
  ],
  [
    'getattr',
    builtin_getattr,
    '($module, object, name, default=<unrepresentable>, /)',
    'Get a named attribute from an object.',
  ],
  [
    'globals',
    builtin_globals,
    '($module, /)',
    "Return the dictionary containing the current scope's global variables.",
  ],
  [
    'hasattr',
    builtin_hasattr,
    '($module, obj, name, /)',
    'Return whether the object has an attribute with the given name.',
  ],
  ['hash', builtin_hash, '($module, obj, /)', 'Return the hash value for the given object.'],
  ['hex', builtin_hex, '($module, number, /)', 'Return the hexadecimal representation of an integer.'],
  ['id', builtin_id, '($module, obj, /)', 'Return the identity of an object.'],
  [
    'input',
    builtin_input,
    "($module, prompt='', /)",
    'Read a string from standard input.  The trailing newline is stripped.',
  ],
  [
    'isinstance',
    builtin_isinstance,
    '($module, obj, class_or_tuple, /)',
    'Return whether an object is an instance of a class or of a subclass thereof.',
  ],
  [
    'issubclass',
    builtin_issubclass,
    '($module, cls, class_or_tuple, /)',
    "Return whether 'cls' is derived from another class or is the same class.",
  ],
  ['iter', builtin_iter, '($module, object, sentinel=<unrepresentable>, /)', 'Get an iterator from an object.'],
  ['len', builtin_len, '($module, obj, /)', 'Return the number of items in a container.'],
  ['locals', builtin_locals, '($module, /)', "Return a dictionary containing the current scope's local variables."],
  [
    'max',
    builtin_max,
    '!raw',
    'max(iterable, *[, default=obj, key=func]) -> value\nmax(arg1, arg2, *args, *[, key=func]) -> value\n\nThe largest item; default for an empty iterable.',
  ],
  [
    'min',
    builtin_min,
    '!raw',
    'min(iterable, *[, default=obj, key=func]) -> value\nmin(arg1, arg2, *args, *[, key=func]) -> value\n\nThe smallest item; default for an empty iterable.',
  ],
  [
    'next',
    builtin_next,
    '($module, iterator, default=<unrepresentable>, /)',
    'Return the next item from the iterator.',
  ],
  ['oct', builtin_oct, '($module, number, /)', 'Return the octal representation of an integer.'],
  ['open', io_open, OPEN_SIGNATURE, 'Open file and return a stream.  Raise OSError upon failure.'],
  ['ord', builtin_ord, '($module, c, /)', 'Return the Unicode code point for a one-character string.'],
  [
    'pow',
    builtin_pow,
    '($module, /, base, exp, mod=None)',
    'Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments',
  ],
  [
    'print',
    builtin_print,
    "($module, /, *args, sep=' ', end='\\n', file=None, flush=False)",
    'Prints the values to a stream, or to sys.stdout by default.',
  ],
  ['repr', builtin_repr, '($module, obj, /)', 'Return the canonical string representation of the object.'],
  [
    'round',
    builtin_round,
    '($module, /, number, ndigits=None)',
    'Round a number to a given precision in decimal digits.',
  ],
  [
    'setattr',
    builtin_setattr,
    '($module, obj, name, value, /)',
    'Sets the named attribute on the given object to the specified value.',
  ],
  ['sorted', builtin_sorted, '!raw', 'Return a new list containing all items from the iterable in ascending order.'],
  [
    'sum',
    builtin_sum,
    '($module, iterable, /, start=0)',
    "Return the sum of a 'start' value (default: 0) plus an iterable of numbers",
  ],
  ['vars', builtin_vars, '($module, object=<unrepresentable>, /)', 'Show vars.'],
];

/** `__text_signature__` of functions that sort out their arguments themselves. */
const TEXT_SIGNATURES: Record<string, string> = {
  sorted: '($module, iterable, /, *, key=None, reverse=False)',
};

const TYPES: TypeBody[] = [
  T_BOOL,
  T_MEMORYVIEW,
  T_BYTEARRAY,
  T_BYTES,
  T_CLASSMETHOD,
  T_COMPLEX,
  T_DICT,
  T_ENUMERATE,
  T_FILTER,
  T_FLOAT,
  T_FROZENSET,
  T_PROPERTY,
  T_INT,
  T_LIST,
  T_MAP,
  T_OBJECT,
  T_RANGE,
  T_REVERSED,
  T_SET,
  T_SLICE,
  T_STATICMETHOD,
  T_STR,
  T_SUPER,
  T_TUPLE,
  T_TYPE,
  T_ZIP,
];

const CREDITS = `    Vivarium runs the language that Guido van Rossum made and the Python community keeps.
    See www.python.org for more information.`;

const LICENSE = `The language and its standard library: https://docs.python.org/3.12/license.html`;

/** Makes the module; new reference. */
export function newBuiltinsModule(): PyModule {
  initSite();
  initIO();
  const m = defineModule({
    name: 'builtins',
    doc: 'Built-in functions, types, exceptions, and other objects.',
    functions: FUNCTIONS,
    attrs: () => {
      const attrs: Record<string, PyObject> = { None, Ellipsis, NotImplemented, False, True };
      for (const type of TYPES) attrs[type.name] = incref(type.obj);
      attrs.__debug__ = True;
      for (const [type] of EXCEPTION_TREE) attrs[type.name] = incref(type.obj);
      attrs.EnvironmentError = incref(T_OSError.obj);
      attrs.IOError = incref(T_OSError.obj);
      attrs.quit = newQuitter('quit');
      attrs.exit = newQuitter('exit');
      attrs.copyright = newPrinter('copyright', sysCopyright);
      attrs.credits = newPrinter('credits', () => CREDITS);
      attrs.license = newPrinter('license', () => LICENSE);
      attrs.help = newHelper();
      return attrs;
    },
  });
  for (const [name, text] of Object.entries(TEXT_SIGNATURES)) {
    const body = dict_getStr(m.dict!, name)!.v as BuiltinBody;
    body.sig = { ...body.sig, text };
  }
  for (const name of ['len', 'isinstance']) (dict_getStr(m.dict!, name)!.v as BuiltinBody).quiet = true;
  // Where the types of files are.
  (dict_getStr(m.dict!, 'open')!.v as BuiltinBody).module = intern('_io');
  return m;
}
