/** Error handlers of the codecs: Python/codecs.c and the callback protocol of Objects/unicodeobject.c. */
import { codePointCount, codePointIndex, hasPairs, unitOffset } from './code_points.ts';
import { UnicodeAlgorithmError, ValueAlgorithmError, typeError } from './errors.ts';
import { escapeCodePoint } from './str_repr.ts';
import { nameOf } from './unicode_names.ts';

/** What stands for the offending part, and where to go on (a byte, or a code point when encoding). */
export interface Recovery {
  readonly replacement: string | Uint8Array;
  readonly position: number;
}

/** A handler as `codecs.register_error` takes it. */
export type ErrorHandler = (error: UnicodeAlgorithmError) => Recovery;

/** The `errors` argument of a codec: a builtin handler's name or any other handler. */
export type Errors = string | ErrorHandler;

/** Where the codec goes on after the last error: a byte, or a UTF-16 unit when encoding. */
export const resume = { position: 0 };

const HANDLERS: Readonly<Record<string, ErrorHandler>> = {
  strict: error => {
    throw error;
  },
  ignore: error => ({ replacement: '', position: error.end }),
  replace: error => ({
    replacement: typeof error.object === 'string' ? '?'.repeat(error.end - error.start) : '\ufffd',
    position: error.end,
  }),
  backslashreplace: error => ({ replacement: eachOf(error, escapeCodePoint), position: error.end }),
  xmlcharrefreplace: error => ({ replacement: eachOf(encodeOnly(error), cp => `&#${cp};`), position: error.end }),
  namereplace: error => ({ replacement: eachOf(encodeOnly(error), nameEscape), position: error.end }),
  surrogateescape,
  surrogatepass,
};

/** The builtin handler of that name. Raises LookupError. */
export function builtinErrorHandler(name: string): ErrorHandler {
  if (Object.hasOwn(HANDLERS, name)) return HANDLERS[name]!;
  throw new ValueAlgorithmError('LookupError', `unknown error handler name '${name}'`);
}

/** Names of the builtin handlers. */
export const BUILTIN_ERROR_HANDLERS = Object.keys(HANDLERS);

function encodeOnly(error: UnicodeAlgorithmError): UnicodeAlgorithmError {
  if (error.type === 'UnicodeEncodeError') return error;
  return typeError(`don't know how to handle ${error.type} in error callback`);
}

function nameEscape(cp: number): string {
  const name = nameOf(cp);
  return name === null ? escapeCodePoint(cp) : `\\N{${name}}`;
}

/** The offending bytes or code points. */
function offending(error: UnicodeAlgorithmError): number[] {
  if (typeof error.object !== 'string') return Array.from(error.object.subarray(error.start, error.end));
  const from = unitOffset(error.object, error.start);
  const part = error.object.slice(from, unitOffset(error.object, error.end - error.start, from));
  return Array.from(part, c => c.codePointAt(0)!);
}

function eachOf(error: UnicodeAlgorithmError, show: (cp: number) => string): string {
  return offending(error).map(show).join('');
}

/** Bytes 0x80 to 0xff travel as the lone surrogates U+DC80 to U+DCFF. */
function surrogateescape(error: UnicodeAlgorithmError): Recovery {
  const part = offending(error);
  if (error.type === 'UnicodeEncodeError') {
    if (!part.every(cp => cp >= 0xdc80 && cp <= 0xdcff)) throw error;
    return { replacement: Uint8Array.from(part, cp => cp - 0xdc00), position: error.end };
  }
  let n = 0;
  while (n < part.length && n < 4 && part[n]! >= 128) n++;
  if (n === 0) throw error;
  const replacement = String.fromCharCode(...part.slice(0, n).map(byte => 0xdc00 + byte));
  return { replacement, position: error.start + n };
}

/** Width in bytes of a code unit, and whether the high byte comes first; 0 for a codec without surrogates. */
function surrogateForm(encoding: string): { width: number; bigEndian: boolean } {
  const m = /^(?:cp65001|utf[-_]?(8|16|32)(?:[-_]?(be|le))?)$/i.exec(encoding);
  if (m === null) return { width: 0, bigEndian: false };
  const width = m[1] === '16' ? 2 : m[1] === '32' ? 4 : 3;
  return { width, bigEndian: m[2]?.toLowerCase() === 'be' };
}

/** Surrogates encoded as if they were ordinary code points. */
function surrogatepass(error: UnicodeAlgorithmError): Recovery {
  const { width, bigEndian } = surrogateForm(error.encoding);
  if (width === 0) throw error;
  if (typeof error.object === 'string') {
    const part = offending(error);
    const bytes: number[] = [];
    for (const cp of part) {
      if (cp < 0xd800 || cp > 0xdfff) throw error;
      if (width === 3) bytes.push(0xe0 | (cp >> 12), 0x80 | ((cp >> 6) & 63), 0x80 | (cp & 63));
      else {
        const unit = [cp & 255, cp >> 8, 0, 0].slice(0, width);
        bytes.push(...(bigEndian ? unit.reverse() : unit));
      }
    }
    return { replacement: Uint8Array.from(bytes), position: error.end };
  }
  const b = error.object.subarray(error.start, error.start + width);
  if (b.length < width) throw error;
  let cp = 0;
  if (width === 3) {
    if ((b[0]! & 0xf0) === 0xe0 && (b[1]! & 0xc0) === 0x80 && (b[2]! & 0xc0) === 0x80) {
      cp = ((b[0]! & 15) << 12) | ((b[1]! & 63) << 6) | (b[2]! & 63);
    }
  } else {
    for (let i = 0; i < width; i++) cp = cp * 256 + b[bigEndian ? i : width - 1 - i]!;
  }
  if (cp < 0xd800 || cp > 0xdfff) throw error;
  return { replacement: String.fromCharCode(cp), position: error.start + width };
}

function checkedPosition(position: number, length: number): number {
  const p = position < 0 ? position + length : position;
  if (p >= 0 && p <= length) return p;
  throw new ValueAlgorithmError('IndexError', `position ${position} from error handler out of bounds`);
}

/** Text in place of `bytes[start:end]`; `resume.position` says where to go on. Raises what the handler raises. */
export function decodeError(
  errors: Errors,
  encoding: string,
  bytes: Uint8Array,
  start: number,
  end: number,
  reason: string,
): string {
  const handler = typeof errors === 'string' ? builtinErrorHandler(errors) : errors;
  const recovery = handler(new UnicodeAlgorithmError('UnicodeDecodeError', encoding, bytes, start, end, reason));
  if (typeof recovery.replacement !== 'string') {
    return typeError('decoding error handler must return (str, int) tuple');
  }
  resume.position = checkedPosition(recovery.position, bytes.length);
  return recovery.replacement;
}

/** The error for units `from` to `to` of a string, told in code points. */
export function makeEncodeError(
  encoding: string,
  s: string,
  from: number,
  to: number,
  reason: string,
): UnicodeAlgorithmError<string> {
  const start = codePointIndex(s, from);
  const end = start + codePointIndex(s, to, from);
  return new UnicodeAlgorithmError('UnicodeEncodeError', encoding, s, start, end, reason);
}

/** Replacement of units `from` to `to` of a string; `resume.position` is the unit to go on at. */
export function encodeError(errors: Errors, error: UnicodeAlgorithmError<string>): string | Uint8Array {
  const handler = typeof errors === 'string' ? builtinErrorHandler(errors) : errors;
  const { replacement, position } = handler(error);
  const s = error.object;
  const checked = checkedPosition(position, codePointCount(s));
  resume.position = hasPairs(s) ? unitOffset(s, checked) : checked;
  return replacement;
}
