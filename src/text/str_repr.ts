/** repr and ascii of str (Objects/unicodeobject.c: unicode_repr) and repr of bytes (PyBytes_Repr). */
import { isPrintable } from './unicode_data.ts';

const PLAIN = /^[ -&(-[\]-~]*$/;
const HEX = '0123456789abcdef';

/** Escape of a code point in the shortest of the forms `\xhh`, `\uhhhh`, `\Uhhhhhhhh`. */
export function escapeCodePoint(cp: number): string {
  if (cp <= 0xff) return '\\x' + HEX[cp >> 4] + HEX[cp & 15];
  const hex = cp.toString(16);
  return cp <= 0xffff ? '\\u' + hex.padStart(4, '0') : '\\U' + hex.padStart(8, '0');
}

/** The quote repr uses: double quotes only around text with a single quote and no double quote. */
function quoteFor(hasSingle: boolean, hasDouble: boolean): string {
  return hasSingle && !hasDouble ? '"' : "'";
}

function quoted(s: string, asciiOnly: boolean): string {
  if (PLAIN.test(s)) return "'" + s + "'";
  const quote = quoteFor(s.includes("'"), s.includes('"'));
  const quoteCode = quote.charCodeAt(0);
  let out = quote;
  let kept = 0;
  for (let i = 0; i < s.length; i++) {
    const cp = s.codePointAt(i)!;
    const at = i;
    if (cp > 0xffff) i++;
    let escape: string;
    if (cp === 92 || cp === quoteCode) escape = '\\' + s[at];
    else if (cp === 10) escape = '\\n';
    else if (cp === 13) escape = '\\r';
    else if (cp === 9) escape = '\\t';
    else if (cp >= 32 && cp < 127) continue;
    else if (cp > 127 && !asciiOnly && isPrintable(cp)) continue;
    else escape = escapeCodePoint(cp);
    out += s.slice(kept, at) + escape;
    kept = i + 1;
  }
  return out + s.slice(kept) + quote;
}

/** repr(str). */
export function strRepr(s: string): string {
  return quoted(s, false);
}

/** ascii(str). */
export function strAscii(s: string): string {
  return quoted(s, true);
}

/** ascii() of any object from its repr: what is not ASCII is escaped, quotes and backslashes stay (PyObject_ASCII). */
export function asciiRepr(repr: string): string {
  return repr.replace(/[^\x00-\x7f]/gu, c => escapeCodePoint(c.codePointAt(0)!));
}

/** repr(bytes), with the `b` prefix. */
export function bytesRepr(bytes: Uint8Array): string {
  const quote = quoteFor(bytes.includes(39), bytes.includes(34));
  const quoteCode = quote.charCodeAt(0);
  let out = 'b' + quote;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i]!;
    if (c === quoteCode || c === 92) out += '\\' + String.fromCharCode(c);
    else if (c === 9) out += '\\t';
    else if (c === 10) out += '\\n';
    else if (c === 13) out += '\\r';
    else if (c < 32 || c >= 127) out += '\\x' + HEX[c >> 4] + HEX[c & 15];
    else out += String.fromCharCode(c);
  }
  return out + quote;
}
