/** io.open, the builtin `open` (Modules/_io/_iomodule.c). */
import type { PyObject } from '../../heap/object.ts';
import { decref, incref } from '../../heap/refcount.ts';
import { typeError, valueError } from '../../exceptions/raise.ts';
import { osError } from '../../exceptions/oserror.ts';
import { lookupSpecial } from '../../protocols/attribute.ts';
import { call0 } from '../../protocols/call.ts';
import { badArgument } from '../../objects/bad_argument.ts';
import { isBytes } from '../../objects/bytes.ts';
import { decodeBytes } from '../../objects/codecs.ts';
import { isInt } from '../../objects/int.ts';
import { None } from '../../objects/singletons.ts';
import { isStr } from '../../objects/str.ts';
import { system } from '../../objects/system.ts';
import { newByteStream, T_BUFFERED_RANDOM, T_BUFFERED_READER, T_BUFFERED_WRITER, T_FILEIO } from './binary.ts';
import { guarded, intArgument } from './common.ts';
import { FileStream } from './stream.ts';
import { newTextFile } from './text.ts';

/** os.fspath(file) as text; null for a file descriptor. */
function pathOf(file: PyObject): string | null {
  if (isStr(file)) return file.v;
  if (isBytes(file)) {
    const o = decodeBytes(file.v, 'utf-8', 'surrogateescape');
    const path = o.v as string;
    decref(o);
    return path;
  }
  if (isInt(file)) return null;
  const fspath = lookupSpecial(file, '__fspath__');
  if (fspath === null) typeError(`expected str, bytes or os.PathLike object, not ${file.type.name}`);
  let path: PyObject;
  try {
    path = call0(fspath);
  } finally {
    decref(fspath);
  }
  try {
    if (!isStr(path) && !isBytes(path))
      typeError(`expected ${file.type.name}.__fspath__() to return str or bytes, not ${path.type.name}`);
    return pathOf(path);
  } finally {
    decref(path);
  }
}

/** A str or None argument. */
function textArgument(name: string, o: PyObject | undefined): string | null {
  if (o === undefined || o === None) return null;
  if (!isStr(o)) badArgument(`open() argument '${name}'`, 'str or None', o);
  return o.v;
}

interface Mode {
  /** One of r, w, a, x. */
  kind: string;
  updating: boolean;
  binary: boolean;
}

function parseMode(mode: string): Mode {
  const valid = /^[rwaxtb+]*$/.test(mode) && new Set(mode).size === mode.length;
  if (!valid) valueError(`invalid mode: '${mode}'`);
  const kinds = [...mode].filter(c => 'rwax'.includes(c));
  if (mode.includes('t') && mode.includes('b')) valueError("can't have text and binary mode at once");
  if (kinds.length > 1) valueError('must have exactly one of create/read/write/append mode');
  if (kinds.length === 0) valueError('Must have exactly one of create/read/write/append mode and at most one plus');
  return { kind: kinds[0], updating: mode.includes('+'), binary: mode.includes('b') };
}

export function io_open(
  _module: PyObject,
  file: PyObject,
  modeObject?: PyObject,
  bufferingObject?: PyObject,
  encodingObject?: PyObject,
  errorsObject?: PyObject,
  newlineObject?: PyObject,
): PyObject {
  const path = pathOf(file);
  let mode = 'r';
  if (modeObject !== undefined) {
    if (!isStr(modeObject)) badArgument("open() argument 'mode'", 'str', modeObject);
    mode = modeObject.v;
  }
  const buffering = bufferingObject === undefined ? -1 : intArgument(bufferingObject);
  const encoding = textArgument('encoding', encodingObject);
  const errors = textArgument('errors', errorsObject);
  const newline = textArgument('newline', newlineObject);
  const { kind, updating, binary } = parseMode(mode);
  if (binary) {
    if (encoding !== null) valueError("binary mode doesn't take an encoding argument");
    if (errors !== null) valueError("binary mode doesn't take an errors argument");
    if (newline !== null) valueError("binary mode doesn't take a newline argument");
  }
  if (path === null) osError(9, 'Bad file descriptor');
  if (path.includes('\0')) valueError('embedded null byte');
  if (system.isDir(path)) osError(21, 'Is a directory', path);
  const flags = (kind === 'x' ? 'wx' : kind) + (updating ? '+' : '');
  const fd = guarded(() => system.open(path, flags), path);
  const stream = new FileStream(fd, kind === 'r' || updating, kind !== 'r' || updating, kind === 'a');
  try {
    if (!binary) {
      if (buffering === 0) valueError("can't have unbuffered text I/O");
      if (newline !== null && !['', '\n', '\r', '\r\n'].includes(newline))
        valueError(`illegal newline value: ${newline}`);
      if (encoding !== null) decref(decodeBytes(new Uint8Array(0), encoding, 'strict'));
    }
  } catch (e) {
    stream.close();
    throw e;
  }
  const name = incref(file);
  try {
    const type = updating ? T_BUFFERED_RANDOM : kind === 'r' ? T_BUFFERED_READER : T_BUFFERED_WRITER;
    if (binary && buffering === 0) return newByteStream(T_FILEIO, stream, name, `${kind}b${updating ? '+' : ''}`);
    if (binary) return newByteStream(type, stream, name, `${kind}b${updating ? '+' : ''}`);
    const text = newTextFile(type, stream, name, mode, encoding ?? 'UTF-8', errors ?? 'strict', newline);
    text.v.lineBuffering = buffering === 1;
    return text;
  } finally {
    decref(name);
  }
}
