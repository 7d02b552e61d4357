/** The builtin exceptions below BaseException that need little of their own (Objects/exceptions.c). */
import type { PyObject, TypeBody } from '../heap/object.ts';
import { decref, incref } from '../heap/refcount.ts';
import { parseArgs, signature } from '../objects/signature.ts';
import { None } from '../objects/singletons.ts';
import { isStr, newStr } from '../objects/str.ts';
import { newTuple, sequenceTuple } from '../objects/tuple.ts';
import { dict_copyOf, dict_setStr, newDict } from '../objects/dict.ts';
import { repr } from '../protocols/object.ts';
import { BaseException_init, BaseException_str, defineException, getMember, setArgs, setMember } from './base.ts';
import type { PyException } from './body.ts';
import { typeError } from './raise.ts';
import * as T from './types.ts';

/** Init of an exception whose only own member is its first argument (StopIteration.value, SystemExit.code). */
function firstArgument(member: string, several: boolean) {
  return (o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void => {
    BaseException_init(o, args, kwnames);
    const exc = o as PyException;
    if (args.length === 1 || (args.length > 1 && !several)) setMember(exc, member, args[0]);
    else if (args.length > 1) setMember(exc, member, exc.v.args);
    else setMember(exc, member, None);
  };
}

/** Init of an exception that takes members as keywords only (NameError, AttributeError, ImportError). */
function keywordMembers(name: string, members: string[]) {
  const sig = signature(name, `(*, ${members.map(m => `${m}=None`).join(', ')})`);
  return (o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void => {
    const npos = args.length - (kwnames === null ? 0 : kwnames.length);
    setArgs(o as PyException, kwnames === null ? args : args.slice(0, npos));
    if (kwnames === null || kwnames.length === 0) return;
    const values = parseArgs(sig, args.slice(npos), kwnames);
    members.forEach((m, i) => {
      if (values[i] !== undefined) setMember(o as PyException, m, values[i]);
    });
  };
}

function keyError_str(o: PyObject): PyObject {
  // The repr of the missing key, so that KeyError('') shows something.
  const args = (o as PyException).v.args.v as PyObject[];
  return args.length === 1 ? repr(args[0]) : BaseException_str(o);
}

const importInit = keywordMembers('ImportError', ['name', 'path', 'name_from']);

function importError_init(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void {
  importInit(o, args, kwnames);
  const npos = args.length - (kwnames === null ? 0 : kwnames.length);
  if (npos === 1) setMember(o as PyException, 'msg', args[0]);
}

function importError_str(o: PyObject): PyObject {
  const msg = getMember(o as PyException, 'msg');
  if (msg !== null && msg.type.name === 'str') return incref(msg);
  return BaseException_str(o);
}

/** class, args, and a dict with the members that are set. */
function reduceWith(members: string[]) {
  return (o: PyObject): PyObject => {
    const exc = o as PyException;
    const state = exc.dict === null ? newDict() : dict_copyOf(exc.dict);
    let n = exc.dict === null ? 0 : 1;
    for (const m of members) {
      const value = getMember(exc, m);
      if (value === null) continue;
      dict_setStr(state, m, value);
      n++;
    }
    const parts = [incref(o.type.obj) as PyObject, incref(exc.v.args)];
    if (n > 0) parts.push(state);
    else decref(state);
    return newTuple(parts);
  };
}

const SYNTAX_MEMBERS = [
  'msg',
  'filename',
  'lineno',
  'offset',
  'text',
  'end_lineno',
  'end_offset',
  'print_file_and_line',
];

function syntaxError_init(o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void {
  BaseException_init(o, args, kwnames);
  const exc = o as PyException;
  if (args.length >= 1) setMember(exc, 'msg', args[0]);
  if (args.length !== 2) return;
  const info = sequenceTuple(args[1]);
  try {
    const values = info.v;
    if (values.length < 4 || values.length > 6)
      typeError(
        values.length < 4
          ? `function takes at least 4 arguments (${values.length} given)`
          : `function takes at most 6 arguments (${values.length} given)`,
      );
    if (values.length === 5) typeError('end_offset must be provided when end_lineno is provided');
    ['filename', 'lineno', 'offset', 'text', 'end_lineno', 'end_offset'].forEach((m, i) => {
      setMember(exc, m, i < values.length ? values[i] : null);
    });
  } finally {
    decref(info);
  }
}

function syntaxError_str(o: PyObject): PyObject {
  const exc = o as PyException;
  const msg = getMember(exc, 'msg');
  const text = msg === null ? 'None' : isStr(msg) ? (msg.v as string) : textOf(msg);
  const filename = getMember(exc, 'filename');
  const lineno = getMember(exc, 'lineno');
  const file =
    filename !== null && isStr(filename)
      ? (filename.v as string).slice((filename.v as string).lastIndexOf('/') + 1)
      : null;
  const line = lineno !== null && lineno.type.name === 'int' ? String(lineno.v) : null;
  if (file === null && line === null) return newStr(text);
  if (file !== null && line !== null) return newStr(`${text} (${file}, line ${line})`);
  return newStr(file !== null ? `${text} (${file})` : `${text} (line ${line})`);
}

function textOf(o: PyObject): string {
  const s = o.type.tp_str!(o);
  const text = s.v as string;
  decref(s);
  return text;
}

const UNICODE_MEMBERS = ['encoding', 'object', 'start', 'end', 'reason'];

function unicode_init(members: string[]) {
  return (o: PyObject, args: PyObject[], kwnames: PyObject[] | null): void => {
    BaseException_init(o, args, kwnames);
    if (args.length !== members.length)
      typeError(`function takes exactly ${members.length} arguments (${args.length} given)`);
    const types = members.map(m => (m === 'start' || m === 'end' ? 'int' : m === 'object' ? '' : 'str'));
    types.forEach((t, i) => {
      if (t !== '' && !args[i].type.mro.some(b => b.name === t))
        typeError(
          t === 'int'
            ? `'${args[i].type.name}' object cannot be interpreted as an integer`
            : `argument ${i + 1} must be str, not ${args[i].type.name}`,
        );
    });
    members.forEach((m, i) => setMember(o as PyException, m, args[i]));
  };
}

function unicodeError_str(kind: 'encode' | 'decode' | 'translate') {
  return (o: PyObject): PyObject => {
    const exc = o as PyException;
    const object = getMember(exc, 'object');
    if (object === null) return newStr('');
    const start = Number(getMember(exc, 'start')!.v);
    const end = Number(getMember(exc, 'end')!.v);
    const reason = textOf(getMember(exc, 'reason')!);
    const encoding = kind === 'translate' ? '' : textOf(getMember(exc, 'encoding')!);
    if (kind === 'decode') {
      const bytes = object.v as Uint8Array;
      if (start < bytes.length && end === start + 1)
        return newStr(
          `'${encoding}' codec can't decode byte 0x${bytes[start].toString(16).padStart(2, '0')} in position ${start}: ${reason}`,
        );
      return newStr(`'${encoding}' codec can't decode bytes in position ${start}-${end - 1}: ${reason}`);
    }
    const chars = Array.from(object.v as string);
    const verb = kind === 'encode' ? `'${encoding}' codec can't encode` : "can't translate";
    if (start < chars.length && end === start + 1)
      return newStr(`${verb} character '${escape(chars[start])}' in position ${start}: ${reason}`);
    return newStr(`${verb} characters in position ${start}-${end - 1}: ${reason}`);
  };
}

function escape(c: string): string {
  const code = c.codePointAt(0)!;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}

interface Own {
  members?: string[];
  basicsize?: number;
  extra?: Parameters<typeof defineException>[4];
}

const OWN = new Map<TypeBody, Own>([
  [
    T.T_StopIteration,
    { members: ['value'], basicsize: 80, extra: { slots: { tp_init: firstArgument('value', false) } } },
  ],
  [T.T_SystemExit, { members: ['code'], basicsize: 80, extra: { slots: { tp_init: firstArgument('code', true) } } }],
  [T.T_KeyError, { extra: { slots: { tp_str: keyError_str } } }],
  [
    T.T_NameError,
    { members: ['name'], basicsize: 80, extra: { slots: { tp_init: keywordMembers('NameError', ['name']) } } },
  ],
  [
    T.T_AttributeError,
    {
      members: ['name', 'obj'],
      basicsize: 88,
      extra: {
        slots: { tp_init: keywordMembers('AttributeError', ['name', 'obj']) },
        methods: [['__reduce__', reduceWith(['name']), '!($self)']],
      },
    },
  ],
  [
    T.T_ImportError,
    {
      members: ['msg', 'name', 'path', 'name_from'],
      basicsize: 104,
      extra: {
        slots: { tp_init: importError_init, tp_str: importError_str },
        methods: [['__reduce__', reduceWith(['name', 'path', 'name_from']), '!($self)']],
      },
    },
  ],
  [
    T.T_SyntaxError,
    {
      members: SYNTAX_MEMBERS,
      basicsize: 136,
      extra: { slots: { tp_init: syntaxError_init, tp_str: syntaxError_str } },
    },
  ],
  [
    T.T_UnicodeDecodeError,
    {
      members: UNICODE_MEMBERS,
      basicsize: 112,
      extra: { slots: { tp_init: unicode_init(UNICODE_MEMBERS), tp_str: unicodeError_str('decode') } },
    },
  ],
  [
    T.T_UnicodeEncodeError,
    {
      members: UNICODE_MEMBERS,
      basicsize: 112,
      extra: { slots: { tp_init: unicode_init(UNICODE_MEMBERS), tp_str: unicodeError_str('encode') } },
    },
  ],
  [
    T.T_UnicodeTranslateError,
    {
      members: UNICODE_MEMBERS,
      basicsize: 112,
      extra: {
        slots: {
          tp_init: unicode_init(UNICODE_MEMBERS.slice(1)),
          tp_str: unicodeError_str('translate'),
        },
      },
    },
  ],
]);

/** Types with a file of their own. */
const ELSEWHERE = new Set<TypeBody>([T.T_BaseException, T.T_BaseExceptionGroup, T.T_ExceptionGroup, T.T_OSError]);

/** Defines every builtin exception that is not defined elsewhere; OSError must be defined before. */
export function initBuiltinExceptions(before: (type: TypeBody) => void): void {
  for (const [type, base] of T.EXCEPTION_TREE) {
    if (ELSEWHERE.has(type)) {
      before(type);
      continue;
    }
    const own = OWN.get(type);
    defineException(type, base, DOCS[type.name] ?? '', own?.members, own?.extra, own?.basicsize);
  }
}

const DOCS: Record<string, string> = {
  ArithmeticError: 'Base class for arithmetic errors.',
  AssertionError: 'Assertion failed.',
  AttributeError: 'Attribute not found.',
  BaseException: 'Common base class for all exceptions',
  BaseExceptionGroup: 'A combination of multiple unrelated exceptions.',
  BlockingIOError: 'I/O operation would block.',
  BrokenPipeError: 'Broken pipe.',
  BufferError: 'Buffer error.',
  BytesWarning:
    'Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str.',
  ChildProcessError: 'Child process error.',
  ConnectionAbortedError: 'Connection aborted.',
  ConnectionError: 'Connection error.',
  ConnectionRefusedError: 'Connection refused.',
  ConnectionResetError: 'Connection reset.',
  DeprecationWarning: 'Base class for warnings about deprecated features.',
  EOFError: 'Read beyond end of file.',
  EncodingWarning: 'Base class for warnings about encodings.',
  Exception: 'Common base class for all non-exit exceptions.',
  ExceptionGroup: '',
  FileExistsError: 'File already exists.',
  FileNotFoundError: 'File not found.',
  FloatingPointError: 'Floating point operation failed.',
  FutureWarning: 'Base class for warnings about constructs that will change semantically\nin the future.',
  GeneratorExit: 'Request that a generator exit.',
  ImportError: "Import can't find module, or can't find name in module.",
  ImportWarning: 'Base class for warnings about probable mistakes in module imports',
  IndentationError: 'Improper indentation.',
  IndexError: 'Sequence index out of range.',
  InterruptedError: 'Interrupted by signal.',
  IsADirectoryError: "Operation doesn't work on directories.",
  KeyError: 'Mapping key not found.',
  KeyboardInterrupt: 'Program interrupted by user.',
  LookupError: 'Base class for lookup errors.',
  MemoryError: 'Out of memory.',
  ModuleNotFoundError: 'Module not found.',
  NameError: 'Name not found globally.',
  NotADirectoryError: 'Operation only works on directories.',
  NotImplementedError: "Method or function hasn't been implemented yet.",
  OSError: 'Base class for I/O related errors.',
  OverflowError: 'Result too large to be represented.',
  PendingDeprecationWarning: 'Base class for warnings about features which will be deprecated\nin the future.',
  PermissionError: 'Not enough permissions.',
  ProcessLookupError: 'Process not found.',
  RecursionError: 'Recursion limit exceeded.',
  ReferenceError: 'Weak ref proxy used after referent went away.',
  ResourceWarning: 'Base class for warnings about resource usage.',
  RuntimeError: 'Unspecified run-time error.',
  RuntimeWarning: 'Base class for warnings about dubious runtime behavior.',
  StopAsyncIteration: 'Signal the end from iterator.__anext__().',
  StopIteration: 'Signal the end from iterator.__next__().',
  SyntaxError: 'Invalid syntax.',
  SyntaxWarning: 'Base class for warnings about dubious syntax.',
  SystemError:
    'Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version.',
  SystemExit: 'Request to exit from the interpreter.',
  TabError: 'Improper mixture of spaces and tabs.',
  TimeoutError: 'Timeout expired.',
  TypeError: 'Inappropriate argument type.',
  UnboundLocalError: 'Local name referenced but not bound to a value.',
  UnicodeDecodeError: 'Unicode decoding error.',
  UnicodeEncodeError: 'Unicode encoding error.',
  UnicodeError: 'Unicode related error.',
  UnicodeTranslateError: 'Unicode translation error.',
  UnicodeWarning: 'Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems.',
  UserWarning: 'Base class for warnings generated by user code.',
  ValueError: 'Inappropriate argument value (of correct type).',
  Warning: 'Base class for warning categories.',
  ZeroDivisionError: 'Second argument to a division or modulo operation was zero.',
};
