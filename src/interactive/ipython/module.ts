/** `_interactive`: what the Python modules of the interactive layer need of the shell. */
import type { PyContainer, PyObject } from '../../heap/object.ts';
import { incref } from '../../heap/refcount.ts';
import { typeError } from '../../exceptions/raise.ts';
import { osError } from '../../exceptions/oserror.ts';
import { newBytes } from '../../objects/bytes.ts';
import type { NativeFunction } from '../../objects/builtin_function.ts';
import { isDict } from '../../objects/dict.ts';
import { isList, list_appendTake, newList, type PyList } from '../../objects/list.ts';
import { defineModule, type PyModule } from '../../objects/module.ts';
import { bool, None } from '../../objects/singletons.ts';
import { isStr, newStr } from '../../objects/str.ts';
import { SystemError, system } from '../../objects/system.ts';
import { isTuple } from '../../objects/tuple.ts';
import type { Json } from '../../host/contract.ts';
import { base64 } from '../base64.ts';
import { bytesOf } from '../comms.ts';
import { fromJson, jsonObject } from '../json.ts';
import { T_StdinNotImplementedError } from './input.ts';
import { T_UsageError } from '../magics/usage_error.ts';
import { prettyString } from '../pretty.ts';
import { shell } from '../shell.ts';
import { displayFunctions, displayHandleType, newDisplayId } from './display_functions.ts';

const none = (): PyObject => incref(None);

function text(o: PyObject): string {
  if (!isStr(o)) typeError(`expected a string, not ${o.type.name}`);
  return o.v;
}

/** Runs a host call; its failure becomes an OSError about `path`. */
function withPath<T>(path: string, call: () => T): T {
  try {
    return call();
  } catch (e) {
    if (!(e instanceof SystemError)) throw e;
    return osError(e.errno, e.message, path);
  }
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };

/** Lists that collect what is displayed, instead of its being sent; borrowed from the capture_output objects. */
const captures: PyList[] = [];

/** Puts a display message into the innermost capture; false when nothing captures. */
export function captureMessage(msgType: string, content: { [key: string]: Json }): boolean {
  if (captures.length === 0) return false;
  if (msgType !== 'display_data' && msgType !== 'update_display_data' && msgType !== 'execute_result') return false;
  const { data, metadata, transient = {} } = content;
  const update = msgType === 'update_display_data';
  list_appendTake(captures[captures.length - 1], fromJson({ data, metadata, transient, update }));
  return true;
}

function begin_capture(_m: PyModule, list: PyObject): PyObject {
  if (!isList(list)) typeError('begin_capture() wants a list');
  captures.push(incref(list));
  shell.capture = captureMessage;
  return none();
}

function end_capture(): PyObject {
  const list = captures.pop();
  if (captures.length === 0) shell.capture = null;
  return list === undefined ? none() : list;
}

/** publish_comm(msg_type, content, metadata, buffers) */
function publish_comm(
  _m: PyModule,
  type: PyObject,
  content: PyObject,
  metadata: PyObject,
  buffers: PyObject,
): PyObject {
  const data = isList(buffers) || isTuple(buffers) ? (buffers.v as PyObject[]).map(bytesOf) : [];
  const meta = isDict(metadata) ? jsonObject(metadata as PyContainer) : {};
  shell.publish(text(type), jsonObject(content as PyContainer), meta, data);
  return none();
}

const FUNCTIONS: [string, NativeFunction, string, string][] = [
  ['b64encode', (_m, o) => newStr(base64(bytesOf(o))), '(data, /)', 'Base64 text of bytes.'],
  ['begin_capture', begin_capture, '(outputs, /)', 'Collect what is displayed in a list.'],
  ['end_capture', end_capture, '()', 'Stop collecting.'],
  [
    'escape',
    (_m, s) => newStr(text(s).replace(/[&<>"']/g, c => ESCAPES[c])),
    '(s, /)',
    'Text with the special characters of HTML escaped.',
  ],
  ['quote', (_m, s) => newStr(encodeURIComponent(text(s))), '(s, /)', 'Text as part of a URL.'],
  ['parse_json', (_m, s) => fromJson(JSON.parse(text(s)) as Json), '(s, /)', 'The value of a JSON text.'],
  ['pretty', (_m, o) => newStr(prettyString(o)), '(obj, /)', 'How a result is shown.'],
  ['new_display_id', () => newStr(newDisplayId()), '()', 'An id that no other display has.'],
  ['publish_comm', publish_comm, '(msg_type, content, metadata, buffers, /)', 'Send a comm message.'],
  [
    'read_file',
    (_m, path) => newBytes(withPath(text(path), () => system.readFile(text(path)))),
    '(path, /)',
    'The bytes of a file.',
  ],
  ['exists', (_m, path) => bool(system.exists(text(path))), '(path, /)', 'Is there a file or directory?'],
  ['is_directory', (_m, path) => bool(system.isDir(text(path))), '(path, /)', 'Is there a directory?'],
  [
    'listdir',
    (_m, path) => newList(withPath(text(path), () => system.listdir(text(path))).map(newStr)),
    '(path, /)',
    'Names in a directory.',
  ],
  [
    'absolute_path',
    (_m, path) => newStr(text(path).startsWith('/') ? text(path) : `${system.cwd()}/${text(path)}`),
    '(path, /)',
    'The path from the root.',
  ],
];

/** Makes the module around the shell object (borrowed); new reference. */
export function newInteractiveModule(shellObject: PyObject, getIPython: PyObject): PyModule {
  return defineModule({
    name: '_interactive',
    doc: 'What the Python part of the interactive layer needs of the shell.',
    functions: [...FUNCTIONS, ...displayFunctions],
    attrs: () => ({
      get_ipython: incref(getIPython),
      DisplayHandle: incref(displayHandleType.obj),
      StdinNotImplementedError: incref(T_StdinNotImplementedError.obj),
      UsageError: incref(T_UsageError.obj),
      InteractiveShell: incref(shellObject.type.obj),
    }),
  });
}
