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
import { T_STR } from '../objects/str.ts';
import { T_SUPER } from '../objects/super.ts';
import { T_TUPLE } from '../objects/tuple.ts';
import { T_TYPE } from '../objects/type.ts';
import { T_FILTER, T_MAP, T_ZIP } from '../objects/zip_map_filter.ts';
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
import { builtin_breakpoint, builtin_isinstance, builtin_issubclass, builtin_open } from './classes.ts';
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

const FUNCTIONS: [string, NativeFunction, string, string][] = [
  ['__build_class__', builtin___build_class__, '!raw', 'Internal helper of the class statement.'],
  [
    '__import__',
    builtin___import__,
    '($module, /, name, globals=None, locals=None, fromlist=(), level=0)',
    'Imports a module; what the import statement calls.',
  ],
  ['abs', builtin_abs, '($module, x, /)', 'The absolute value of a number.'],
  ['aiter', builtin_aiter, '($module, async_iterable, /)', 'An asynchronous iterator over an asynchronous iterable.'],
  ['all', builtin_all, '($module, iterable, /)', 'True if every item is true; also when there is none.'],
  [
    'anext',
    builtin_anext,
    '($module, aiterator, default=<unrepresentable>, /)',
    'An awaitable for the next item of an asynchronous iterator.',
  ],
  ['any', builtin_any, '($module, iterable, /)', 'True if some item is true.'],
  ['ascii', builtin_ascii, '($module, obj, /)', 'As repr(), with everything beyond ASCII escaped.'],
  ['bin', builtin_bin, '($module, number, /)', "An integer in binary: bin(5) is '0b101'."],
  ['breakpoint', builtin_breakpoint, '!raw', 'Calls sys.breakpointhook() with the arguments.'],
  ['callable', builtin_callable, '($module, obj, /)', 'True if the object can be called.'],
  ['chr', builtin_chr, '($module, i, /)', 'The character of a code point.'],
  [
    'compile',
    builtin_compile,
    '($module, /, source, filename, mode, flags=0, dont_inherit=False, optimize=-1, *, _feature_version=-1)',
    'A code object of Python source for exec() or eval().',
  ],
  ['delattr', builtin_delattr, '($module, obj, name, /)', "Deletes an attribute: delattr(x, 'y') is del x.y."],
  [
    'dir',
    builtin_dir,
    '($module, arg=<unrepresentable>, /)',
    'The names of the current scope, or the attributes of an object, sorted.',
  ],
  ['divmod', builtin_divmod, '($module, x, y, /)', 'The tuple (x // y, x % y).'],
  [
    'eval',
    builtin_eval,
    '($module, source, globals=None, locals=None, /)',
    'The value of an expression given as text or code object.',
  ],
  [
    'exec',
    builtin_exec,
    '($module, source, globals=None, locals=None, /, *, closure=None)',
    'Runs statements given as text or code object.',
  ],
  ['format', builtin_format, "($module, value, format_spec='', /)", 'value.__format__(format_spec)'],
  [
    'getattr',
    builtin_getattr,
    '($module, object, name, default=<unrepresentable>, /)',
    "An attribute by name: getattr(x, 'y') is x.y; default stands in for a missing one.",
  ],
  ['globals', builtin_globals, '($module, /)', "The dictionary of the current module's names."],
  ['hasattr', builtin_hasattr, '($module, obj, name, /)', 'True if the object has an attribute of that name.'],
  ['hash', builtin_hash, '($module, obj, /)', 'The hash value of an object; equal objects have equal ones.'],
  ['hex', builtin_hex, '($module, number, /)', "An integer in hexadecimal: hex(255) is '0xff'."],
  ['id', builtin_id, '($module, obj, /)', 'The identity of an object: its address, which no other living object has.'],
  ['input', builtin_input, "($module, prompt='', /)", 'Reads a line from standard input, after writing the prompt.'],
  [
    'isinstance',
    builtin_isinstance,
    '($module, obj, class_or_tuple, /)',
    'True if the object is an instance of the class, of a subclass, or of one of several classes.',
  ],
  [
    'issubclass',
    builtin_issubclass,
    '($module, cls, class_or_tuple, /)',
    'True if the class is the other class or derived from it.',
  ],
  [
    'iter',
    builtin_iter,
    '($module, object, sentinel=<unrepresentable>, /)',
    'An iterator over an object, or one that calls a function until it returns the sentinel.',
  ],
  ['len', builtin_len, '($module, obj, /)', 'The number of items in a container.'],
  ['locals', builtin_locals, '($module, /)', 'A dictionary of the names in the current scope.'],
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
    'The next item of an iterator; at its end, default if given, else StopIteration.',
  ],
  ['oct', builtin_oct, '($module, number, /)', "An integer in octal: oct(8) is '0o10'."],
  ['open', builtin_open, '!raw', 'Opens a file and returns a stream.'],
  ['ord', builtin_ord, '($module, c, /)', 'The code point of a character.'],
  [
    'pow',
    builtin_pow,
    '($module, /, base, exp, mod=None)',
    'base ** exp, or base ** exp % mod without the large numbers between.',
  ],
  [
    'print',
    builtin_print,
    "($module, /, *args, sep=' ', end='\\n', file=None, flush=False)",
    'Writes the values to a stream, sys.stdout by default.',
  ],
  ['repr', builtin_repr, '($module, obj, /)', 'How the object looks in Python source, where that can be told.'],
  [
    'round',
    builtin_round,
    '($module, /, number, ndigits=None)',
    'Rounds to a number of decimal digits; to an integer without it.',
  ],
  ['setattr', builtin_setattr, '($module, obj, name, value, /)', "Sets an attribute: setattr(x, 'y', v) is x.y = v."],
  ['sorted', builtin_sorted, '!raw', 'A new list of the items in ascending order; key and reverse as for list.sort().'],
  ['sum', builtin_sum, '($module, iterable, /, start=0)', 'start plus all the items of the iterable.'],
  ['vars', builtin_vars, '($module, object=<unrepresentable>, /)', 'object.__dict__; without an argument, locals().'],
];

/** `__text_signature__` of functions that sort out their arguments themselves. */
const TEXT_SIGNATURES: Record<string, string> = {
  open: "($module, /, file, mode='r', buffering=-1, encoding=None,\n     errors=None, newline=None, closefd=True, opener=None)",
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
  const m = defineModule({
    name: 'builtins',
    doc: 'Everything that is there without an import: functions, types, exceptions and constants.',
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
  return m;
}
