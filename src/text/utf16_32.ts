/** UTF-16 and UTF-32: PyUnicode_DecodeUTF16Stateful, PyUnicode_DecodeUTF32Stateful and their encoders. */
import { ByteWriter } from './byte_writer.ts';
import { decodeError, encodeError, makeEncodeError, resume } from './codec_errors.ts';
import type { Errors } from './codec_errors.ts';

/** Which byte comes first; 'bom' reads a byte order mark (little without one) or writes a little-endian one. */
export type ByteOrder = 'little' | 'big' | 'bom';

/** Text, bytes read, and the byte order that a mark settled. */
export interface Decoded {
  readonly text: string;
  readonly consumed: number;
  readonly order: ByteOrder;
}

/** Decodes UTF-16; unless `final`, an incomplete unit or pair at the end is left unread. Raises UnicodeDecodeError. */
export function decodeUtf16(bytes: Uint8Array, errors: Errors, order: ByteOrder, final = true): Decoded {
  const n = bytes.length;
  let i = 0;
  if (order === 'bom' && n >= 2) {
    const mark = bytes[0]! | (bytes[1]! << 8);
    if (mark === 0xfeff) order = 'little';
    else if (mark === 0xfffe) order = 'big';
    if (order !== 'bom') i = 2;
  }
  const low = order === 'big' ? 1 : 0;
  const encoding = order === 'big' ? 'utf-16-be' : 'utf-16-le';
  let text = '';
  while (i < n) {
    let end = i + 2;
    let reason: string;
    if (end > n) {
      if (!final) break;
      end = n;
      reason = 'truncated data';
    } else {
      const unit = bytes[i + low]! | (bytes[i + 1 - low]! << 8);
      if ((unit & 0xf800) !== 0xd800) {
        text += String.fromCharCode(unit);
        i = end;
        continue;
      }
      if (unit >= 0xdc00) {
        reason = 'illegal encoding';
      } else if (i + 4 > n) {
        if (!final) break;
        end = n;
        reason = 'unexpected end of data';
      } else {
        const second = bytes[i + 2 + low]! | (bytes[i + 3 - low]! << 8);
        if ((second & 0xfc00) === 0xdc00) {
          text += String.fromCharCode(unit, second);
          i += 4;
          continue;
        }
        reason = 'illegal UTF-16 surrogate';
      }
    }
    text += decodeError(errors, encoding, bytes, i, end, reason);
    i = resume.position;
  }
  return { text, consumed: i, order };
}

/** Decodes UTF-32; unless `final`, an incomplete unit at the end is left unread. Raises UnicodeDecodeError. */
export function decodeUtf32(bytes: Uint8Array, errors: Errors, order: ByteOrder, final = true): Decoded {
  const n = bytes.length;
  const view = new DataView(bytes.buffer, bytes.byteOffset, n);
  let i = 0;
  if (order === 'bom' && n >= 4) {
    const mark = view.getUint32(0, true);
    if (mark === 0xfeff) order = 'little';
    else if (mark === 0xfffe0000) order = 'big';
    if (order !== 'bom') i = 4;
  }
  const little = order !== 'big';
  const encoding = little ? 'utf-32-le' : 'utf-32-be';
  let text = '';
  while (i < n) {
    let end = i + 4;
    let reason: string;
    if (end > n) {
      if (!final) break;
      end = n;
      reason = 'truncated data';
    } else {
      const cp = view.getUint32(i, little);
      if (cp > 0x10ffff) reason = 'code point not in range(0x110000)';
      else if (cp >= 0xd800 && cp < 0xe000) reason = 'code point in surrogate code point range(0xd800, 0xe000)';
      else {
        text += String.fromCodePoint(cp);
        i = end;
        continue;
      }
    }
    text += decodeError(errors, encoding, bytes, i, end, reason);
    i = resume.position;
  }
  return { text, consumed: i, order };
}

function encode(s: string, errors: Errors, order: ByteOrder, width: 2 | 4): Uint8Array {
  const out = new ByteWriter(width * (s.length + 1));
  const encoding = `utf-${8 * width}${order === 'bom' ? '' : order === 'big' ? '-be' : '-le'}`;
  const put = (unit: number): void => {
    if (order === 'big') {
      for (let shift = 8 * width - 8; shift >= 0; shift -= 8) out.byte((unit >>> shift) & 255);
    } else {
      for (let shift = 0; shift < 8 * width; shift += 8) out.byte((unit >>> shift) & 255);
    }
  };
  if (order === 'bom') put(0xfeff);
  let i = 0;
  while (i < s.length) {
    const cp = s.codePointAt(i)!;
    if (cp > 0xffff) {
      if (width === 4) {
        put(cp);
      } else {
        put(s.charCodeAt(i));
        put(s.charCodeAt(i + 1));
      }
      i += 2;
    } else if ((cp & 0xf800) !== 0xd800) {
      put(cp);
      i++;
    } else {
      const error = makeEncodeError(encoding, s, i, i + 1, 'surrogates not allowed');
      const replacement = encodeError(errors, error);
      i = resume.position;
      if (typeof replacement === 'string') {
        if (/[^\x00-\x7f]/.test(replacement)) throw error;
        for (let k = 0; k < replacement.length; k++) put(replacement.charCodeAt(k));
      } else {
        if (replacement.length % width !== 0) throw error;
        out.append(replacement);
      }
    }
  }
  return out.finish();
}

/** Bytes of the text in UTF-16. Raises UnicodeEncodeError. */
export function encodeUtf16(s: string, errors: Errors, order: ByteOrder): Uint8Array {
  return encode(s, errors, order, 2);
}

/** Bytes of the text in UTF-32. Raises UnicodeEncodeError. */
export function encodeUtf32(s: string, errors: Errors, order: ByteOrder): Uint8Array {
  return encode(s, errors, order, 4);
}
