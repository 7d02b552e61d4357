import { PySyntaxError } from './errors.ts';

const COOKIE_LINE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const BLANK_LINE = /^[ \t\f]*(?:#|$)/;

/**
 * The text of a Python source file: UTF-8, or what the coding cookie of its first two lines names (PEP 263).
 * Without a filename the bytes come from a program (`compile(b'...')`), and errors are worded as for strings.
 * Raises PySyntaxError.
 */
export function decodeSource(bytes: Uint8Array, filename: string | null = null): string {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (bom) bytes = bytes.subarray(3);
  const cookie = codingCookie(bytes);
  const encoding = cookie === null ? 'utf-8' : normalName(cookie);
  if (bom && encoding !== 'utf-8') throw error(`encoding problem: ${encoding} with BOM`, filename);
  switch (encoding) {
    case 'utf-8':
      return decodeUtf8(bytes, cookie !== null, filename);
    case 'iso-8859-1':
      return latin1(bytes);
    case 'ascii':
    case 'us-ascii': {
      const bad = bytes.findIndex(byte => byte >= 128);
      if (bad < 0) return latin1(bytes);
      if (filename !== null) throw error(`encoding problem: ${encoding}`, filename);
      const byte = bytes[bad]!.toString(16);
      throw error(`'ascii' codec can't decode byte 0x${byte} in position ${bad}: ordinal not in range(128)`, filename);
    }
  }
  if (/^(cp|windows-)1252$/.test(encoding)) return cp1252(bytes, filename);
  try {
    return new TextDecoder(encoding.replace(/^cp125/, 'windows-125'), { fatal: true }).decode(bytes);
  } catch {
    throw error(`${filename === null ? 'unknown encoding' : 'encoding problem'}: ${encoding}`, filename);
  }
}

function error(msg: string, filename: string | null, lineno = 0): PySyntaxError {
  return new PySyntaxError('SyntaxError', msg, filename ?? '<string>', lineno, -1, null, null, null);
}

/** The encoding that a comment on line 1, or on line 2 after a blank or comment line, declares (`get_coding_spec`). */
function codingCookie(bytes: Uint8Array): string | null {
  let start = 0;
  for (let i = 0; i < 2; i++) {
    let end = start;
    while (end < bytes.length && bytes[end] !== 0x0a && bytes[end] !== 0x0d) end++;
    const line = latin1(bytes.subarray(start, end));
    const match = COOKIE_LINE.exec(line);
    if (match !== null) return match[1]!;
    if (!BLANK_LINE.test(line)) return null;
    start = end + (bytes[end] === 0x0d && bytes[end + 1] === 0x0a ? 2 : 1);
  }
  return null;
}

/** `get_normal_name`: the usual spellings of UTF-8 and Latin-1. */
function normalName(name: string): string {
  const normal = name.slice(0, 12).toLowerCase().replaceAll('_', '-');
  if (/^utf-?8($|-)/.test(normal)) return 'utf-8';
  if (/^(latin-1|iso-8859-1|iso-latin-1)($|-)/.test(normal) || normal === 'latin1') return 'iso-8859-1';
  return name;
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 0x2000) text += String.fromCharCode(...bytes.subarray(i, i + 0x2000));
  return text;
}

/** Bytes 0x80 to 0x9f of Windows code page 1252; a space where there is none. Node 20 decodes them as Latin-1. */
const CP1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function cp1252(bytes: Uint8Array, filename: string | null): string {
  return latin1(bytes).replace(/[\x80-\x9f]/g, (ch, index: number) => {
    const code = ch.charCodeAt(0);
    const mapped = CP1252[code - 0x80]!;
    if (mapped !== ' ') return mapped;
    if (filename !== null) throw error('encoding problem: cp1252', filename);
    const byte = code.toString(16);
    throw error(
      `'charmap' codec can't decode byte 0x${byte} in position ${index}: character maps to <undefined>`,
      null,
    );
  });
}

function decodeUtf8(bytes: Uint8Array, declared: boolean, filename: string | null): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const [bad, reason] = utf8Error(bytes);
    const lineno = latin1(bytes.subarray(0, bad)).split(/\r\n?|\n/).length;
    const byte = bytes[bad]!.toString(16);
    if (filename === null || declared) {
      throw error(
        `(unicode error) 'utf-8' codec can't decode byte 0x${byte} in position ${bad}: ${reason}`,
        filename,
        lineno,
      );
    }
    throw error(
      `Non-UTF-8 code starting with '\\x${byte}' in file ${filename} on line ${lineno}, ` +
        'but no encoding declared; see https://peps.python.org/pep-0263/ for details',
      filename,
    );
  }
}

/** Position of the first byte that is not UTF-8 and CPython's reason. */
function utf8Error(bytes: Uint8Array): [number, string] {
  for (let i = 0; i < bytes.length;) {
    const b = bytes[i]!;
    const length = b < 0x80 ? 1 : b < 0xc2 ? 0 : b < 0xe0 ? 2 : b < 0xf0 ? 3 : b < 0xf5 ? 4 : 0;
    if (length === 0) return [i, 'invalid start byte'];
    for (let k = 1; k < length; k++) {
      if (i + k >= bytes.length) return [i, 'unexpected end of data'];
      const c = bytes[i + k]!;
      const low = k > 1 ? 0x80 : b === 0xe0 ? 0xa0 : b === 0xf0 ? 0x90 : 0x80;
      const high = k > 1 ? 0xbf : b === 0xed ? 0x9f : b === 0xf4 ? 0x8f : 0xbf;
      if (c < low || c > high) return [i, 'invalid continuation byte'];
    }
    i += length;
  }
  return [0, 'invalid start byte'];
}
