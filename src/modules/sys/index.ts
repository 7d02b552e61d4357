/** The sys module (Python/sysmodule.c): its contents page. */
import type { PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { intern, newStr } from '../../objects/str.ts';
import { bool, None } from '../../objects/singletons.ts';
import { dict_getStr, dict_setStr, newDict } from '../../objects/dict.ts';
import { newInt, newIntNumber } from '../../objects/int.ts';
import { newList } from '../../objects/list.ts';
import { defineModule, type PyModule } from '../../objects/module.ts';
import { newFrozenSet } from '../../objects/set.ts';
import { newStandardStream } from '../../objects/textio.ts';
import { newTuple } from '../../objects/tuple.ts';
import { builtinModuleNames, modules } from '../../runtime/import.ts';
import { stdlibModuleNames } from '../../runtime/stdlib_names.ts';
import { HEXVERSION, sysConfig, VERSION } from './config.ts';
import { sys_breakpointhook, sys_displayhook } from './display.ts';
import { initErrors, sys_exc_info, sys_excepthook, sys_exception, sys_exit, sys_unraisablehook } from './errors.ts';
import {
  sys__current_frames,
  sys__getframe,
  sys__getframemodulename,
  sys_call_tracing,
  sys_getrecursionlimit,
  sys_setrecursionlimit,
} from './frames.ts';
import { flags, floatInfo, hashInfo, implementation, intInfo, threadInfo, versionInfo } from './info.ts';
import {
  sys__debugmallocstats,
  sys_getallocatedblocks,
  sys_getrefcount,
  sys_getsizeof,
  sys_getunicodeinternedsize,
  sys_intern,
} from './memory.ts';
import {
  initSettings,
  no,
  sys_get_asyncgen_hooks,
  sys_get_coroutine_origin_tracking_depth,
  sys_get_int_max_str_digits,
  sys_getprofile,
  sys_getswitchinterval,
  sys_gettrace,
  sys_set_asyncgen_hooks,
  sys_set_coroutine_origin_tracking_depth,
  sys_set_int_max_str_digits,
  sys_setprofile,
  sys_setswitchinterval,
  sys_settrace,
} from './settings.ts';

export { sysConfig } from './config.ts';
export { unraisable } from './errors.ts';
export { asyncGenHooks } from './settings.ts';

const nothing = (): PyObject => None;

function strings(values: Iterable<string>): PyObject[] {
  return Array.from(values, newStr);
}

function frozenset(values: Iterable<string>): PyObject {
  const list = newList(strings(values));
  const result = newFrozenSet(list);
  decref(list);
  return result;
}

function attributes(): Record<string, PyObject> {
  const version = versionInfo();
  const { prefix } = sysConfig;
  const result: Record<string, PyObject> = {
    version: newStr(VERSION),
    version_info: version,
    hexversion: newInt(HEXVERSION),
    api_version: newInt(1013),
    copyright: newStr(
      'Copyright (c) 2001-2023 Python Software Foundation.\n' +
        'That is the language and its standard library; Vivarium itself is under the MIT License.',
    ),
    implementation: implementation(incref(version)),
    platform: newStr('linux'),
    byteorder: newStr('little'),
    maxsize: newInt(9223372036854775807n),
    maxunicode: newInt(1114111),
    float_repr_style: newStr('short'),
    flags: flags(),
    float_info: floatInfo(),
    int_info: intInfo(),
    hash_info: hashInfo(),
    thread_info: threadInfo(),
    argv: newList(strings(sysConfig.argv)),
    orig_argv: newList(strings(sysConfig.origArgv)),
    path: newList(strings(sysConfig.path)),
    modules: incref(modules),
    meta_path: newList([]),
    path_hooks: newList([]),
    path_importer_cache: newDict(),
    builtin_module_names: newTuple(strings(builtinModuleNames())),
    stdlib_module_names: frozenset(stdlibModuleNames),
    executable: newStr(sysConfig.executable),
    _base_executable: newStr(sysConfig.executable),
    prefix: newStr(prefix),
    base_prefix: newStr(prefix),
    exec_prefix: newStr(prefix),
    base_exec_prefix: newStr(prefix),
    platlibdir: newStr('lib'),
    _framework: newStr(''),
    _git: newTuple([newStr('CPython'), newStr(''), newStr('')]),
    _home: None,
    _stdlib_dir: None,
    abiflags: newStr(''),
    pycache_prefix: None,
    // There is no bytecode that could be written.
    dont_write_bytecode: bool(true),
    warnoptions: newList([]),
    _xoptions: newDict(),
  };
  for (const name of ['stdin', 'stdout', 'stderr'] as const) {
    const stream = newStandardStream(name);
    result[name] = stream;
    result[`__${name}__`] = incref(stream);
  }
  if (sysConfig.interactive) {
    result.ps1 = newStr('In : ');
    result.ps2 = newStr('...: ');
  }
  return result;
}

/** Makes the module; the host fills `sysConfig` before. New reference. */
export function makeSys(): PyModule {
  initSettings();
  initErrors();
  const sys = defineModule({
    name: 'sys',
    doc: 'What belongs to the interpreter: its objects, settings, streams and the state of the program.',
    functions: [
      [
        'getrefcount',
        sys_getrefcount,
        '($module, object, /)',
        'Return the reference count of object.\n\nThe argument is counted too.',
      ],
      ['getsizeof', sys_getsizeof, '!(object, default=<unrepresentable>)', 'Size of the object in bytes.'],
      ['intern', sys_intern, '($module, string, /)', 'The one string with this text that all who intern it share.'],
      ['getallocatedblocks', sys_getallocatedblocks, '($module, /)', 'How many memory blocks are allocated.'],
      ['getunicodeinternedsize', sys_getunicodeinternedsize, '($module, /)', 'How many strings are interned.'],
      ['_debugmallocstats', sys__debugmallocstats, '($module, /)', 'Writes the state of the allocator to stderr.'],
      ['exc_info', sys_exc_info, '($module, /)', 'Type, value and traceback of the exception being handled.'],
      ['exception', sys_exception, '($module, /)', 'The exception being handled, or None.'],
      [
        'excepthook',
        sys_excepthook,
        '($module, exctype, value, traceback, /)',
        'Shows an exception that nothing caught.',
      ],
      ['unraisablehook', sys_unraisablehook, '($module, unraisable, /)', 'Shows an exception that cannot be raised.'],
      ['displayhook', sys_displayhook, '($module, object, /)', 'Shows the value of an expression statement.'],
      ['breakpointhook', sys_breakpointhook, '!raw', 'What breakpoint() calls.'],
      ['exit', sys_exit, '($module, status=None, /)', 'Leaves the program by raising SystemExit(status).'],
      ['getrecursionlimit', sys_getrecursionlimit, '($module, /)', 'How deep calls may nest.'],
      ['setrecursionlimit', sys_setrecursionlimit, '($module, limit, /)', 'Sets how deep calls may nest.'],
      ['getswitchinterval', sys_getswitchinterval, '($module, /)', 'The interval between thread switches in seconds.'],
      ['setswitchinterval', sys_setswitchinterval, '($module, interval, /)', 'Sets that interval.'],
      [
        'get_int_max_str_digits',
        sys_get_int_max_str_digits,
        '($module, /)',
        'Most digits of an int as text, 0 for no limit.',
      ],
      ['set_int_max_str_digits', sys_set_int_max_str_digits, '($module, /, maxdigits)', 'Sets that limit.'],
      ['settrace', sys_settrace, '!(function, /)', 'Remembers a trace function; no events are sent.'],
      ['gettrace', sys_gettrace, '($module, /)', 'The trace function, or None.'],
      ['setprofile', sys_setprofile, '!(function, /)', 'Remembers a profile function; no events are sent.'],
      ['getprofile', sys_getprofile, '($module, /)', 'The profile function, or None.'],
      ['call_tracing', sys_call_tracing, '($module, func, args, /)', 'func(*args).'],
      ['_getframe', sys__getframe, '($module, depth=0, /)', 'The frame object depth calls up.'],
      ['_getframemodulename', sys__getframemodulename, '($module, /, depth=0)', 'Module name of that frame.'],
      ['_current_frames', sys__current_frames, '($module, /)', 'The innermost frame of every thread.'],
      ['get_asyncgen_hooks', sys_get_asyncgen_hooks, '($module, /)', 'The hooks for asynchronous generators.'],
      ['set_asyncgen_hooks', sys_set_asyncgen_hooks, '!(firstiter=None, finalizer=None)', 'Sets those hooks.'],
      ['get_coroutine_origin_tracking_depth', sys_get_coroutine_origin_tracking_depth, '($module, /)'],
      ['set_coroutine_origin_tracking_depth', sys_set_coroutine_origin_tracking_depth, '($module, /, depth)'],
      ['getdefaultencoding', () => intern('utf-8'), '($module, /)', "'utf-8'."],
      ['getfilesystemencoding', () => intern('utf-8'), '($module, /)', "'utf-8'."],
      ['getfilesystemencodeerrors', () => intern('surrogateescape'), '($module, /)', "'surrogateescape'."],
      ['getdlopenflags', () => newIntNumber(2), '($module, /)', 'RTLD_NOW.'],
      ['is_finalizing', no, '($module, /)', 'Whether the interpreter is shutting down.'],
      ['is_stack_trampoline_active', no, '($module, /)', 'False.'],
      ['_clear_type_cache', nothing, '($module, /)', 'Nothing: type caches are never stale.'],
      ['audit', nothing, '!(event, *args)', 'Nothing: there are no audit hooks.'],
    ],
    attrs: attributes,
  });
  for (const name of ['excepthook', 'unraisablehook', 'displayhook', 'breakpointhook'])
    copyAttribute(sys, name, `__${name}__`);
  return sys;
}

function copyAttribute(module: PyModule, from: string, to: string): void {
  dict_setStr(module.dict!, to, dict_getStr(module.dict!, from)!);
}
